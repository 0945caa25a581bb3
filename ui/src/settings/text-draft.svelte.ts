// A consent text that is being written: kept in the vault as it is typed. Two clerks on one draft: the second is told.

import type { Refusal } from "../call.ts";
import { call } from "../call.ts";
import { asRefusal } from "../asked.svelte.ts";
import type { Draft, DraftShown, Findings, PurposeDraft, TextPair } from "../wire.ts";

/** Typing stops for so long before it is kept. */
const PAUSE = 900;

type Words = Required<TextPair>;

/** A draft with every language in place, so that fields have something to write to. */
export interface WrittenPurpose extends PurposeDraft {
  name: Words;
  note: Words;
  recipients: Words[];
}
export interface WrittenText extends Draft {
  title: Words;
  body: Words;
  third_parties: Words;
  cross_border: Words;
  purposes: WrittenPurpose[];
}

export const pair = (of?: TextPair): Words => ({ kk: of?.kk ?? "", ru: of?.ru ?? "", en: of?.en ?? "" });

export const purpose = (of?: PurposeDraft): WrittenPurpose => ({
  kind: of?.kind ?? null,
  basis: of?.basis ?? null,
  channels: [...(of?.channels ?? [])],
  data: [...(of?.data ?? [])],
  term: of?.term ?? null,
  term_until: of?.term_until ?? "",
  countries: [...(of?.countries ?? [])],
  name: pair(of?.name),
  note: pair(of?.note),
  recipients: (of?.recipients ?? []).map(pair),
});

const written = (of: Draft): WrittenText => ({
  ...of,
  title: pair(of.title),
  body: pair(of.body),
  third_parties: pair(of.third_parties),
  cross_border: pair(of.cross_border),
  purposes: of.purposes.map(purpose),
});

export class TextWriting {
  readonly id: number;
  readonly base: number | null;
  readonly baseVersion: number | null;
  form: WrittenText = $state({} as WrittenText);
  findings: Findings = $state.raw({ lacking: [], warnings: [] });
  version = $state(1);
  changed: DraftShown["changed"] = $state.raw({ date: "", time: "" });
  by = $state("");
  /** What stands between the screen and the vault. */
  keeping = $state<"kept" | "waiting" | "keeping" | "stopped">("kept");
  refusal = $state.raw<Refusal | null>(null);
  rev = 0;
  #kept = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(shown: DraftShown) {
    this.id = shown.id;
    this.base = shown.base;
    this.baseVersion = shown.base_version;
    this.form = written(shown.form);
    this.#take(shown);
    this.#kept = this.#now();
  }

  #now(): string {
    return JSON.stringify($state.snapshot(this.form));
  }

  #take(shown: DraftShown): void {
    [this.rev, this.findings, this.version] = [shown.rev, shown.findings, shown.version];
    [this.changed, this.by] = [shown.changed, shown.by];
  }

  /** To be called whenever the form may have changed: keeps it after a pause. */
  touch(): void {
    if (this.keeping === "stopped" || this.#now() === this.#kept) return;
    this.keeping = "waiting";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** Keeps what is on the screen now; says whether the vault has it. */
  async keep(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.keeping === "stopped") return false;
    if (this.#now() === this.#kept) return true;
    this.#running = this.#send();
    await this.#running;
    this.#running = null;
    return this.keeping === "kept";
  }

  async #send(): Promise<void> {
    const sent = this.#now();
    this.keeping = "keeping";
    try {
      const form = JSON.parse(sent) as Draft;
      this.#take(await call("consents.save_draft", { draft: this.id, rev: this.rev, form }));
      this.#kept = sent;
      this.keeping = this.#now() === sent ? "kept" : "waiting";
      this.refusal = null;
      if (this.keeping === "waiting") this.#timer = setTimeout(() => void this.keep(), PAUSE);
    } catch (error) {
      const refusal = asRefusal(error);
      this.refusal = refusal;
      // Another one's words are never written over: from here on nothing is kept by itself.
      this.keeping = ["conflict", "not_found", "invalid"].includes(refusal.kind) ? "stopped" : "waiting";
    }
  }

  /** After what was refused is mended. */
  again(): void {
    if (this.keeping === "stopped") this.keeping = "waiting";
    this.refusal = null;
    this.touch();
  }
}
