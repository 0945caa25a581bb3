// What the list of people shows: the last query that was shown whole, or the people seen lately.

import { route } from "../route.svelte.ts";

let query = $state("");
let page = $state(0);
let turn = $state(0);
let carried = $state.raw<Record<string, string>>({});

export const looking = {
  get query(): string {
    return query;
  },
  get page(): number {
    return page;
  },
  set page(to: number) {
    page = to;
  },
  /** Moves on when the list itself was asked for: it takes the focus. */
  get turn(): number {
    return turn;
  },
  /** What a new card starts with. */
  get carried(): Record<string, string> {
    return carried;
  },
  /** Shows the results of a query in the room's list. */
  show(text: string): void {
    query = text;
    page = 0;
  },
  /** Shows them, to be gone through. */
  list(text: string): void {
    if (text !== query || page !== 0) turn += 1;
    this.show(text);
    route.go({ room: "clients" });
  },
  /** Shows them and opens a card beside them. */
  open(text: string, client: number): void {
    this.show(text);
    route.go({ room: "clients", id: client });
  },
  /** Starts a new card with what was typed. */
  register(values: Record<string, string>): void {
    carried = values;
    route.go({ room: "clients", view: "new" });
  },
};
