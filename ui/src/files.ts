// Files that the core made: kept where the person says.

import { platform } from "./platform.ts";
import type { SavedFile } from "./wire.ts";

/** Asks where to, and keeps the file there: the name under which it was kept, or null where the person thought better of it. */
export async function keepFile(title: string, file: SavedFile): Promise<string | null> {
  const bytes = Uint8Array.from(atob(file.bytes), (letter) => letter.charCodeAt(0));
  const ending = file.name.split(".").at(-1) ?? "";
  const kept = await platform.saveFile(title, file.name, bytes, [{ name: ending.toUpperCase(), endings: [ending] }]);
  return kept?.name ?? null;
}
