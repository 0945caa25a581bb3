// Files that the core made: kept by the dialog, and said so.

import { say } from "../notices.svelte.ts";
import { platform } from "../platform.ts";
import { t } from "../texts.ts";
import type { SavedFile } from "../wire.ts";

/** Asks where to, and keeps the file there. */
export async function keepFile(title: string, file: SavedFile): Promise<void> {
  const bytes = Uint8Array.from(atob(file.bytes), (letter) => letter.charCodeAt(0));
  const ending = file.name.split(".").at(-1) ?? "";
  const kept = await platform.saveFile(title, file.name, bytes, [{ name: ending.toUpperCase(), endings: [ending] }]);
  if (kept) say(t("proof-saved-file", { name: kept.name }));
}
