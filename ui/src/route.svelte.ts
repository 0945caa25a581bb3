// Where the person is: plain state with a history. No address bar, so nothing about people stands in one.

import type { RoomName } from "./rooms.ts";

/** A place: a room, a record in it, a view of the record. */
export interface Place {
  room: RoomName;
  /** Number of the record that is open. */
  id?: number;
  /** Which view of the room or of the record. */
  view?: string;
}

const DEPTH = 50;

let visited = $state.raw<Place[]>([]);
let at = $state(-1);

const same = (a: Place | undefined, b: Place) => a?.room === b.room && a.id === b.id && a.view === b.view;

export const route = {
  /** Where the person is now. */
  get now(): Place {
    return visited[at] ?? { room: "clients" };
  },
  /** Goes there, and remembers the way. */
  go(place: Place): void {
    if (same(visited[at], place)) return;
    visited = [...visited.slice(0, at + 1), place].slice(-DEPTH);
    at = visited.length - 1;
  },
  /** Goes to a room as it was left last time. */
  room(room: RoomName): void {
    if (this.now.room === room && at >= 0) return;
    this.go(visited.slice(0, at + 1).findLast((place) => place.room === room) ?? { room });
  },
  /** Changes what is seen of the same place without a step of history. */
  replace(place: Place): void {
    if (at < 0) this.go(place);
    else visited = visited.with(at, place);
  },
  get canBack(): boolean {
    return at > 0;
  },
  get canForward(): boolean {
    return at < visited.length - 1;
  },
  back(): void {
    if (at > 0) at -= 1;
  },
  forward(): void {
    if (at < visited.length - 1) at += 1;
  },
  /** Forgets the way: another person sits here now. */
  forget(): void {
    visited = [];
    at = -1;
  },
};
