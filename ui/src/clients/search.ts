// People in the one box: found while typing, identifiers masked; Enter opens the card, which is written down.

import { call } from "../call.ts";
import type { Hit, Searcher } from "../search.ts";
import type { FoundPerson } from "../wire.ts";
import Line from "./Line.svelte";
import { looking } from "./looking.svelte.ts";
import Nothing from "./Nothing.svelte";

/** How many of them the box shows; the rest stand in the room's list. */
const SHOWN = 8;

export interface PersonHit extends Hit {
  person: FoundPerson;
}

export const people: Searcher<PersonHit> = {
  name: "clients",
  async find(query) {
    const found = await call("clients.find", { query, page: 0 });
    const hits = found.people.slice(0, SHOWN).map((person) => ({
      key: String(person.client),
      person,
      open: () => looking.open(query, person.client),
    }));
    return { hits, total: found.people.length };
  },
  line: Line,
  nothing: Nothing,
  all: (query) => looking.list(query),
};
