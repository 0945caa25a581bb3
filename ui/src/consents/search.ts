// The number on a paper form, typed or read by a scanner, leads to its visit or to the consent that came of it.

import { call } from "../call.ts";
import { route } from "../route.svelte.ts";
import type { Hit, Searcher } from "../search.ts";
import { session } from "../session.svelte.ts";
import type { NumberFound } from "../wire.ts";
import Line from "./NumberLine.svelte";

export interface NumberHit extends Hit {
  found: NumberFound;
}

/** Shorter or longer than a number with its hyphens, it isn't one: nobody is asked. */
const LIKE = /^\s*\S{2}.?\S{4}.?\S{4}\s*$/u;

export const numbers: Searcher<NumberHit> = {
  name: "consents",
  async find(query) {
    if (!LIKE.test(query) || !session.may("read_consents")) return { hits: [], total: 0 };
    const found = await call("consents.by_number", { number: query });
    if (!found) return { hits: [], total: 0 };
    const open = () =>
      found.consent === null
        ? route.go({ room: "consents", id: found.visit, view: "visit" })
        : route.go({ room: "consents", id: found.consent });
    return { hits: [{ key: String(found.visit), found, open }], total: 1 };
  },
  line: Line,
};
