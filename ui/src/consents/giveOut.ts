// Proofs that are given out: kept by the dialog, and said so.

import { keepFile } from "../files.ts";
import { say } from "../notices.svelte.ts";
import { t } from "../texts.ts";
import type { SavedFile } from "../wire.ts";

/** Asks where to, and keeps the file there. */
export async function giveOut(title: string, file: SavedFile): Promise<void> {
  const kept = await keepFile(title, file);
  if (kept) say(t("proof-saved-file", { name: kept }));
}
