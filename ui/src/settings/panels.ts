// The panels of settings. A new one is one line here and one component beside it.

import type { Component } from "svelte";
import type { IconName } from "../parts/icons.ts";
import type { Role } from "../wire.ts";
import Branches from "./Branches.svelte";
import Calendar from "./Calendar.svelte";
import Gateway from "./Gateway.svelte";
import House from "./House.svelte";
import Loyalty from "./Loyalty.svelte";
import Mine from "./Mine.svelte";
import Operators from "./Operators.svelte";
import Staff from "./Staff.svelte";
import Tablets from "./Tablets.svelte";
import Terms from "./Terms.svelte";
import Texts from "./Texts.svelte";

export interface SettingsPanel {
  /** Also the tail of its name's key: `settings-panel-staff`. */
  name: string;
  icon: IconName;
  screen: Component;
  roles: readonly Role[];
  /** Two texts side by side, or a wide table, want all the room there is. */
  wide?: boolean;
}

const ALL: readonly Role[] = ["consultant", "agent", "manager", "administrator"];
const HOUSE: readonly Role[] = ["administrator"];

export const PANELS: readonly SettingsPanel[] = [
  { name: "mine", icon: "theme", screen: Mine, roles: ALL },
  { name: "staff", icon: "clients", screen: Staff, roles: HOUSE },
  { name: "branches", icon: "branch", screen: Branches, roles: HOUSE },
  { name: "operators", icon: "consents", screen: Operators, roles: HOUSE },
  { name: "calendar", icon: "calendar", screen: Calendar, roles: ALL },
  { name: "terms", icon: "clock", screen: Terms, roles: HOUSE },
  { name: "loyalty", icon: "check", screen: Loyalty, roles: HOUSE },
  { name: "texts", icon: "requests", screen: Texts, roles: HOUSE, wide: true },
  { name: "tablets", icon: "tablet", screen: Tablets, roles: HOUSE, wide: true },
  { name: "gateway", icon: "message", screen: Gateway, roles: HOUSE },
  { name: "house", icon: "blocks", screen: House, roles: HOUSE },
];
