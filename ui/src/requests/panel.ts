// How a request is registered from another room: the client's card, the search, Ctrl+N.

import { over } from "../over.svelte.ts";
import Register from "./Register.svelte";

/** Opens the panel that registers a request: of this client, or of a person who isn't in the base. */
export function openRegisterPanel(client?: { id: number; name: string }): void {
  over.open(Register, { client });
}
