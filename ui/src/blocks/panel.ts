// How a client's data are blocked from another room.

import { over } from "../over.svelte.ts";
import SetBlock from "./SetBlock.svelte";

/** Opens the panel that blocks this client's data. */
export function openBlockPanel(client: { id: number; name: string }): void {
  over.open(SetBlock, { client });
}
