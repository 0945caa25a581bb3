// A question to the core and how far its answer is. `new Asked(() => call(…))` in a screen, `<Answer of={asked}>` around what shows it.

import { onDestroy } from "svelte";
import { onNews, Refusal } from "./call.ts";
import { t } from "./texts.ts";

export class Asked<T> {
  /** The last answer. It stays while a fresh one is asked for. */
  value = $state.raw<T | undefined>(undefined);
  /** Why there is none. */
  refusal = $state.raw<Refusal | undefined>(undefined);
  /** Long enough (200 ms) to be worth saying so. */
  slow = $state(false);

  readonly #ask: () => Promise<T>;
  #turn = 0;
  /** The turn whose answer stands. */
  #stands = 0;
  /** The first turn of what is asked now: an answer to what was asked before is of no use any more. */
  #since = 0;

  /**
   * Asks at once, and again whenever state that `ask` looks at has changed, or one of the `topics` is in the news.
   * Made while a component is being set up.
   */
  constructor(ask: () => Promise<T>, ...topics: string[]) {
    this.#ask = ask;
    $effect(() => {
      this.#since = this.#turn + 1;
      void this.#run();
    });
    for (const topic of topics) onDestroy(onNews(topic, () => void this.#run()));
  }

  /** Asks again. */
  async again(): Promise<void> {
    await this.#run();
  }

  async #run(): Promise<void> {
    const turn = ++this.#turn;
    const timer = setTimeout(() => {
      if (turn === this.#turn) this.slow = true;
    }, 200);
    try {
      const value = await this.#ask();
      if (!this.#takes(turn)) return;
      this.value = value;
      this.refusal = undefined;
    } catch (error) {
      if (this.#takes(turn)) this.refusal = asRefusal(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#turn) this.slow = false;
    }
  }

  /** Whether an answer is newer than what stands. Where news come faster than answers, each is still shown in its turn. */
  #takes(turn: number): boolean {
    if (turn < this.#since || turn < this.#stands) return false;
    this.#stands = turn;
    return true;
  }
}

/** Anything thrown, as a refusal that can be shown. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal({
    kind: "internal",
    code: "frame.unexpected",
    text: t("frame-unexpected"),
    id: null,
    field: null,
    fields: [],
  });
}
