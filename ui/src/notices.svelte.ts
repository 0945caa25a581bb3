// The line at the bottom: what was done, and the way back. It stays until the next one; the way back outlives it (recent acts).

import { refused } from "./acts.svelte.ts";
import { Refusal } from "./call.ts";
import { t } from "./texts.ts";

export interface Notice {
  text: string;
  bad: boolean;
  /** Leads to the log, where the fault is ours. */
  id: string | null;
}

export interface Recent {
  text: string;
  undo: () => Promise<unknown>;
}

const KEPT = 20;

let shown = $state.raw<Notice | null>(null);
let recent = $state.raw<Recent[]>([]);

export const notices = {
  get now(): Notice | null {
    return shown;
  },
  /** What was done lately and can be undone, newest first. */
  get recent(): Recent[] {
    return recent;
  },
  close(): void {
    shown = null;
  },
  forget(): void {
    shown = null;
    recent = [];
  },
};

/** Says what was done. With `undo` the act can be taken back by Ctrl+Z and from the list of recent acts (the core decides for how long). */
export function say(text: string, undo?: () => Promise<unknown>): void {
  shown = { text, bad: false, id: null };
  if (undo) recent = [{ text, undo }, ...recent].slice(0, KEPT);
}

refused.hear = (reason) => {
  shown = { text: reason, bad: false, id: null };
};

/** Says why something was not done. Stays until it is closed. */
export function complain(error: unknown): void {
  const refusal = error instanceof Refusal ? error : null;
  shown = { text: refusal?.message ?? t("frame-unexpected"), bad: true, id: refusal?.id ?? null };
}

/** Does something that a key or a button asked for; a refusal goes to the line. Tells whether it was done. */
export async function attempt(what: () => Promise<unknown>): Promise<boolean> {
  try {
    await what();
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

/** Takes one act back; the newest where none is named. */
export async function undo(act: Recent | undefined = recent[0]): Promise<void> {
  if (!act) return;
  if (await attempt(act.undo)) {
    recent = recent.filter((other) => other !== act);
    shown = { text: t("frame-undone", { what: act.text }), bad: false, id: null };
  }
}
