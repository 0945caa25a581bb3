// What can be done now. Screens say it while they are shown; keys, the palette, the sheet of keys and the bottom strip read it.

import { untrack } from "svelte";
import { bridgeTextKeys, browserKey, chord, KEYS, takesLetters, usable, type Verb } from "./keys.ts";
import { t } from "./texts.ts";

/** Something that a person can do now, under the one key of its verb. */
export interface Act {
  verb: Verb;
  run: () => void;
  /** What it is called here; otherwise as the verb is called everywhere. */
  name?: string;
  /** Why it can't be done now: it stays visible and says so. */
  off?: string | undefined;
  /** Among the five that the bottom strip shows. */
  main?: boolean;
  /** The key works, but lists don't name it. */
  quiet?: boolean;
}

interface Layer {
  acts: () => Act[];
  /** Nothing below it answers while it is shown. */
  modal: boolean;
}

// A plain list, in the order in which components were set up; the counter tells those who show it.
const stack: Layer[] = [];
let changes = $state(0);

/** Letters can be switched off, for people whose speech or hands type them by chance (WCAG 2.1.4). */
export const letters = $state({ on: true });

/** Says what can be done while the component is shown. The function is asked anew each time, so it may look at state. */
export function useActs(acts: () => Act[], how: { modal?: boolean } = {}): void {
  const layer: Layer = { acts, modal: how.modal ?? false };
  stack.push(layer);
  $effect(() => {
    untrack(() => changes++);
    return () => {
      stack.splice(stack.indexOf(layer), 1);
      changes++;
    };
  });
}

/** What can be done now, nearest first, one act to a key. */
export function currentActs(): Act[] {
  void changes;
  const found: Act[] = [];
  const taken = new Set<string>();
  for (const layer of stack.toReversed()) {
    for (const act of layer.acts()) {
      if (taken.has(KEYS[act.verb])) continue;
      taken.add(KEYS[act.verb]);
      found.push(act);
    }
    if (layer.modal) break;
  }
  return found;
}

/** What the act is called here. */
export function nameOf(act: Act): string {
  return act.name ?? t.of("keys", act.verb);
}

/** Hears of an act that was asked for and can't be done, with the reason. */
export const refused: { hear: (reason: string) => void } = { hear: () => {} };

/** Does it, or says why not. */
export function perform(act: Act): void {
  if (act.off) refused.hear(act.off);
  else act.run();
}

const PLAIN = /^(?:[A-Z0-9.,/[\]])$/;

/** The one listener for keys. */
export function onKey(event: KeyboardEvent): void {
  if (bridgeTextKeys(event)) return;
  const ours = usable(event);
  if (browserKey(event, event.target)) event.preventDefault();
  if (!ours) return;
  const keys = chord(event);
  const plain = PLAIN.test(keys);
  if (plain && (!letters.on || takesLetters(event.target))) return;
  const act = currentActs().find((one) => KEYS[one.verb] === keys);
  if (!act) return;
  event.preventDefault();
  perform(act);
}
