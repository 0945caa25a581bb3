// Everyday acts on rights can be taken back for ten minutes; the core says whether, and how.

import { call } from "../call.ts";
import type { RightShown } from "../wire.ts";

/** The way back from an act that has just changed a right, if there is one. */
export function takeBack(right: RightShown, then: () => void): (() => Promise<void>) | undefined {
  const event = right.undo;
  if (event === null) return undefined;
  return async () => {
    await call("requests.undo", { event });
    then();
  };
}
