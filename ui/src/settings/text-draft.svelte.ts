// A consent text that is being written. It lives while the program runs, so that going to another room or a lock loses nothing;
// the vault knows a text only once it is published.

import type { FormFault } from "../parts/form.svelte.ts";
import { t } from "../texts.ts";
import type {
  ConsentBasis,
  ConsentTerm,
  ConsentText,
  ContactChannel,
  Field,
  PurposeForm,
  PurposeKind,
  TextForm,
  TextPair,
} from "../wire.ts";

const pair = (of?: TextPair | null): TextPair => ({ kk: of?.kk ?? "", ru: of?.ru ?? "" });

export class PurposeDraft {
  name = $state(pair());
  note = $state(pair());
  kind = $state<PurposeKind | null>(null);
  basis = $state<ConsentBasis | null>(null);
  channels = $state<ContactChannel[]>([]);
  data = $state<Field[]>([]);
  term = $state<ConsentTerm | null>(null);
  until = $state("");

  constructor(of?: PurposeForm) {
    if (!of) return;
    [this.name, this.note] = [pair(of.name), pair(of.note)];
    [this.kind, this.basis, this.channels, this.data] = [of.kind, of.basis, [...of.channels], [...of.data]];
    [this.term, this.until] = [of.term, of.term_until ?? ""];
  }
}

export class TextDraft {
  /** The family that this is a new version of; empty for a new family. */
  readonly family: string;
  readonly version: number;
  code = $state("");
  title = $state(pair());
  body = $state(pair());
  data = $state<Field[]>(["surname", "given", "phone"]);
  term = $state<ConsentTerm | null>(null);
  until = $state("");
  passes = $state<boolean | null>(null);
  passesTo = $state(pair());
  crosses = $state<boolean | null>(null);
  crossesTo = $state(pair());
  isPublic = $state<boolean | null>(null);
  purposes = $state<PurposeDraft[]>([]);

  /** Begins from the version that is in force, or from an empty sheet. */
  constructor(of?: ConsentText) {
    this.family = of?.code ?? "";
    this.version = (of?.version ?? 0) + 1;
    if (!of) {
      this.purposes = [new PurposeDraft()];
      return;
    }
    this.code = of.code;
    [this.title, this.body, this.data] = [pair(of.title), pair(of.body), [...of.data]];
    [this.term, this.until, this.isPublic] = [of.term, of.term_until ?? "", of.public_sources];
    [this.passes, this.passesTo] = [of.third_parties !== null, pair(of.third_parties)];
    [this.crosses, this.crossesTo] = [of.cross_border !== null, pair(of.cross_border)];
    this.purposes = of.purposes.map((one) => new PurposeDraft(one));
  }

  /** What nobody has chosen yet. What is wrong with the words and the lists, the core says. */
  lacks(): FormFault[] {
    const choose = (field: string, name: string, chosen: unknown) =>
      chosen === null ? [{ field, text: t("settings-texts-choose", { what: name }) }] : [];
    return [
      ...choose("term", t("settings-texts-term"), this.term),
      ...choose("third_parties", t("settings-texts-third-parties"), this.passes),
      ...choose("cross_border", t("settings-texts-cross-border"), this.crosses),
      ...choose("public_sources", t("settings-texts-public"), this.isPublic),
      ...this.purposes.flatMap((purpose, n) => {
        const of = (what: string) => t("settings-texts-of-purpose", { what, n: String(n + 1) });
        return [
          ...choose(`purposes.${n}.kind`, of(t("settings-texts-kind")), purpose.kind),
          ...choose(`purposes.${n}.basis`, of(t("settings-texts-basis")), purpose.basis),
          ...choose(`purposes.${n}.term`, of(t("settings-texts-term")), purpose.term),
        ];
      }),
    ];
  }

  /** As it is published; only where nothing lacks. */
  form(): TextForm {
    return {
      code: this.code.trim(),
      title: { ...this.title },
      body: { ...this.body },
      data: [...this.data],
      term: this.term ?? "purpose",
      term_until: this.term === "until" ? this.until : null,
      third_parties: this.passes ? { ...this.passesTo } : null,
      cross_border: this.crosses ? { ...this.crossesTo } : null,
      public_sources: this.isPublic ?? false,
      purposes: this.purposes.map((one) => ({
        kind: one.kind ?? "optional",
        basis: one.basis ?? "consent",
        name: { ...one.name },
        note: { ...one.note },
        channels: [...one.channels],
        data: [...one.data],
        term: one.term ?? "purpose",
        term_until: one.term === "until" ? one.until : null,
      })),
    };
  }
}

let writing = $state.raw<TextDraft | null>(null);

/** The text that is being written now, if any. */
export const draft = {
  get now(): TextDraft | null {
    return writing;
  },
  begin(of?: ConsentText): void {
    writing = new TextDraft(of);
  },
  drop(): void {
    writing = null;
  },
};
