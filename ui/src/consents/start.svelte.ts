// The way into a new consent, from the client's card or from nowhere: `startConsent({ id, name })`, `startConsent()`.

import { route } from "../route.svelte.ts";
import type { ClientId, TextId } from "../wire.ts";

/** Whose consent it is to be, where the card is open already. */
export interface Subject {
  id: ClientId;
  name: string;
}

let subject = $state.raw<Subject | null>(null);
let wanted = $state.raw<TextId | null>(null);

export const starting = {
  get client(): Subject | null {
    return subject;
  },
  /** The text that is meant, where it is known already. */
  get text(): TextId | null {
    return wanted;
  },
};

/** Goes to the choice of text and tablet. Without a client the person is known only once the visit is saved. */
export function startConsent(client: Subject | null = null, text: TextId | null = null): void {
  subject = client;
  wanted = text;
  route.go({ room: "consents", view: "new" });
}
