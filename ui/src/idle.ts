// Nobody touches keys or mouse for the minutes that the administrator set: the window locks itself. While somebody does, the core is
// told once a minute, because typing a long reply asks it nothing.

import { call } from "./call.ts";
import { session } from "./session.svelte.ts";

const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const MINUTE = 60_000;

/** Watches until it is stopped. */
export function watchIdle(): () => void {
  let touched = performance.now();
  let told = touched;
  const touch = () => (touched = performance.now());
  for (const kind of TOUCHES) addEventListener(kind, touch, { passive: true });

  const timer = setInterval(() => {
    if (session.phase !== "live" || session.locked || !session.me) return;
    const now = performance.now();
    if (now - touched >= session.me.idle_minutes * MINUTE) {
      void session.lock();
    } else if (touched > told && now - told >= MINUTE) {
      told = now;
      call("staff.me", {}).catch(() => {});
    }
  }, 5_000);

  return () => {
    clearInterval(timer);
    for (const kind of TOUCHES) removeEventListener(kind, touch);
  };
}
