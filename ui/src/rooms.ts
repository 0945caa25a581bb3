// The rooms of the rail. A new screen is one line here, one folder beside it, and its texts; the frame isn't touched.

import type { Component } from "svelte";
import Board from "./board/Board.svelte";
import Blocks from "./blocks/Blocks.svelte";
import Clients from "./clients/Clients.svelte";
import Consents from "./consents/Consents.svelte";
import Journal from "./journal/Journal.svelte";
import Loyalty from "./loyalty/Room.svelte";
import type { IconName } from "./parts/icons.ts";
import Requests from "./requests/Requests.svelte";
import Settings from "./settings/Settings.svelte";
import type { Role } from "./wire.ts";

export type RoomName = "clients" | "consents" | "requests" | "blocks" | "loyalty" | "board" | "journal" | "settings";

export interface Room {
  /** Also the tail of its name's key: `rooms-clients`. */
  name: RoomName;
  icon: IconName;
  screen: Component;
  /** Who sees it in the rail. What they may do there is the core's to say. */
  roles: readonly Role[];
}

const WORK: readonly Role[] = ["consultant", "agent", "manager"];

export const ROOMS: readonly Room[] = [
  { name: "clients", icon: "clients", screen: Clients, roles: WORK },
  { name: "consents", icon: "consents", screen: Consents, roles: WORK },
  { name: "requests", icon: "requests", screen: Requests, roles: WORK },
  { name: "blocks", icon: "blocks", screen: Blocks, roles: WORK },
  { name: "loyalty", icon: "check", screen: Loyalty, roles: ["manager"] },
  { name: "board", icon: "board", screen: Board, roles: ["manager"] },
  { name: "journal", icon: "journal", screen: Journal, roles: ["manager", "administrator"] },
  { name: "settings", icon: "settings", screen: Settings, roles: ["consultant", "agent", "manager", "administrator"] },
];

/** The rooms of a role, in the order of the rail and of Ctrl+1 … Ctrl+8. */
export function roomsOf(role: Role | null): readonly Room[] {
  return role === null ? [] : ROOMS.filter((room) => room.roles.includes(role));
}
