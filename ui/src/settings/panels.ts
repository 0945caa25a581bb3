// The panels of settings. A new one is one line here and one component beside it.

import type { Component } from "svelte";
import type { IconName } from "../parts/icons.ts";
import type { Role } from "../wire.ts";

export interface SettingsPanel {
  /** Also the tail of its name's key: `settings-panel-staff`. */
  name: string;
  icon: IconName;
  screen: Component;
  roles: readonly Role[];
}

export const PANELS: readonly SettingsPanel[] = [];
