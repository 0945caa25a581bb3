// The queue as it is shown. It is asked for anew when something changes, but rows move only when nobody is in the list: until then
// news waits as a count.

import { onDestroy } from "svelte";
import { asRefusal } from "../asked.svelte.ts";
import { badges } from "../badges.svelte.ts";
import { call, onNews, type Refusal } from "../call.ts";
import type { Queue, QueueLine, QueueView, RightId } from "../wire.ts";

export class QueueShown {
  view = $state<QueueView>("mine");
  /** What stands on the screen. */
  lines = $state.raw<readonly QueueLine[]>([]);
  counts = $state.raw<Queue["counts"] | undefined>(undefined);
  more = $state(false);
  /** Lines that are there and not shown yet. */
  news = $state(0);
  refusal = $state.raw<Refusal | undefined>(undefined);
  ready = $state(false);

  /** Somebody is in the list: it must not move. */
  readonly #busy: () => boolean;
  #fresh: Queue | undefined;
  #turn = 0;

  constructor(busy: () => boolean) {
    this.#busy = busy;
    for (const topic of ["request", "right", "block", "calendar"]) onDestroy(onNews(topic, () => void this.#hear()));
  }

  /** Asks and shows at once: the person did something, or chose another view. */
  async show(view: QueueView = this.view): Promise<void> {
    this.view = view;
    const fresh = await this.#ask(false);
    if (fresh) this.#take(fresh);
  }

  /** Shows what has come meanwhile. */
  catchUp(): void {
    if (this.#fresh) this.#take(this.#fresh);
  }

  line(right: RightId | undefined): QueueLine | undefined {
    return this.lines.find((line) => line.right === right);
  }

  async #hear(): Promise<void> {
    const fresh = await this.#ask(true);
    if (!fresh) return;
    this.counts = fresh.counts;
    if (!this.#busy()) return this.#take(fresh);
    // Whoever is shown stays in place, with what is true of it now.
    const now = new Map(fresh.lines.map((line) => [line.right, line]));
    const shown = new Set(this.lines.map((line) => line.right));
    this.lines = this.lines.map((line) => now.get(line.right) ?? line);
    this.news = fresh.lines.filter((line) => !shown.has(line.right)).length;
    this.#fresh = fresh;
  }

  async #ask(quiet: boolean): Promise<Queue | undefined> {
    const turn = ++this.#turn;
    try {
      const fresh = await call("requests.queue", { view: this.view, page: 0, branch: null }, { quiet });
      if (turn !== this.#turn) return undefined;
      this.refusal = undefined;
      return fresh;
    } catch (error) {
      if (turn === this.#turn && !quiet) this.refusal = asRefusal(error);
      return undefined;
    }
  }

  #take(fresh: Queue): void {
    this.lines = fresh.lines;
    this.counts = fresh.counts;
    this.more = fresh.more;
    this.news = 0;
    this.#fresh = undefined;
    this.ready = true;
    if (this.view === "mine") {
      const pressing = fresh.lines.filter((line) => line.due.look === "overdue" || line.due.look === "today");
      badges.requests = { count: pressing.length, late: pressing.some((line) => line.due.look === "overdue") };
    }
  }
}
