// What other rooms show and do on a client's card. A room adds its part here; the card gives it whom it is about.

import type { Component } from "svelte";
import { openBlockPanel } from "../blocks/panel.ts";
import type { Verb } from "../keys.ts";
import { openRegisterPanel } from "../requests/panel.ts";
import type { Right } from "../wire.ts";

/** Whose card is open. */
export interface Whose {
  id: number;
  name: string;
}

/** A quiet card of facts beside the data: consents, requests, blocks. */
export interface CardPart {
  name: string;
  show: Component<{ client: Whose }>;
}

/** Something that can be done from the card. */
export interface CardAct {
  verb: Verb;
  /** Key of its name. */
  text: string;
  right: Right;
  run: (client: Whose) => void;
  /** The one filled button. */
  main?: boolean;
}

export const cardParts: CardPart[] = [];

export const cardActs: CardAct[] = [
  { verb: "register", text: "clients-act-request", right: "register_request", run: openRegisterPanel },
  { verb: "block", text: "clients-act-block", right: "block", run: openBlockPanel },
];
