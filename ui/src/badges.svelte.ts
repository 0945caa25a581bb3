// The one number of the rail: what is late or due today, beside the room where something can be done about it.

import type { RoomName } from "./rooms.ts";

/** `late` paints it: something is overdue. */
export interface Badge {
  count: number;
  late: boolean;
}

export const badges = $state<Partial<Record<RoomName, Badge>>>({});
