// The second window, turned to the client. Nothing of this one can be reached from it.

import { attempt, say } from "../notices.svelte.ts";
import { platform } from "../platform.ts";
import { t } from "../texts.ts";

/** Opens the client's window, or brings it to the front. */
export async function showClientWindow(): Promise<void> {
  await attempt(async () => {
    if (!(await platform.showClient())) throw new Error(t("visits-window-failed"));
    say(t("visits-window-shown"));
  });
}
