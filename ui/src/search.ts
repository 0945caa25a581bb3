// What the one box finds. A room that can be searched adds its searcher here; commands (`>`) come from the acts by themselves.

import type { Component } from "svelte";
import { people } from "./clients/search.ts";
import { numbers } from "./consents/search.ts";

/** One line of what was found. */
export interface Hit {
  key: string;
  /** What Enter does: open the card (which is written down), go to the case. */
  open: () => void;
}

export interface Searcher<H extends Hit = Hit> {
  name: string;
  /** Looks up whatever was typed. Called while typing; answers of older calls are dropped. */
  find: (query: string) => Promise<{ hits: H[]; total: number }>;
  /** Shows one hit: `{ hit, query }`. */
  line: Component<{ hit: H; query: string }>;
  /** When nothing is found by anybody: offers what comes next. */
  nothing?: Component<{ query: string; close: () => void }>;
  /** Shows all of it in the searcher's room. */
  all?: (query: string) => void;
}

/** A paper's number leads straight to its visit; then clients, then cases. */
export const searchers: Searcher[] = [numbers as unknown as Searcher, people as unknown as Searcher];
