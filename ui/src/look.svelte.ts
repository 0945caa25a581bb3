// Light or dark, how large the text is, whether letters act: kept with the account, because branches share computers.

import { letters } from "./acts.svelte.ts";
import { call } from "./call.ts";
import { attempt } from "./notices.svelte.ts";
import type { Look, Theme } from "./wire.ts";

export const TEXT_SIZES = [12, 13, 14, 15, 16, 17, 18] as const;
const FIRST: Look = { theme: "system", text_size: 13, letters: true };

let now = $state.raw<Look>(FIRST);
let timer: ReturnType<typeof setTimeout> | undefined;

/** How the window looks now. */
export function look(): Look {
  return now;
}

/** Makes the window look so. */
export function wear(to: Look): void {
  now = to;
  letters.on = to.letters;
  const root = document.documentElement;
  if (to.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = to.theme;
  root.style.setProperty("--base", `${to.text_size}px`);
}

/** Nobody is at work: the window looks as the desktop does. */
export function undress(): void {
  clearTimeout(timer);
  wear(FIRST);
}

/** Changes a part of the look at once, and keeps it with the account when the hand has come to rest. */
export function change(part: Partial<Look>): void {
  wear({ ...now, ...part });
  clearTimeout(timer);
  timer = setTimeout(() => void attempt(() => call("staff.set_look", { look: now }, { quiet: true })), 800);
}

export const setTheme = (theme: Theme): void => change({ theme });

/** Sets the size of text, in pixels. */
export function setTextSize(size: number): void {
  change({ text_size: Math.max(12, Math.min(18, size)) });
}

/** One step larger or smaller; 0 goes back to the first size. */
export function changeTextSize(step: number): void {
  setTextSize(step === 0 ? FIRST.text_size : now.text_size + step);
}
