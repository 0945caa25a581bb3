// What stands beside the words of a text, each fact in one line: for reading, and for holding two texts side by side.

import { words } from "../consents/words.ts";
import { day } from "../dates.ts";
import { t } from "../texts.ts";
import type { ConsentTerm, Country, Draft, Fact, PurposeDraft, TextPair } from "../wire.ts";

const dash = "–";
const yesNo = (on: boolean | null | undefined) =>
  on === null || on === undefined ? dash : t(on ? "settings-texts-yes" : "settings-texts-no");
const list = (of: string[]) => of.filter(Boolean).join(", ") || dash;
export const countries = (of: readonly Country[]) => list(of.map((one) => t.of("country", one)));

export function termWords(term: ConsentTerm | null, until: string | null): string {
  if (term === null) return dash;
  return `${t.of("settings-texts-term", term)}${until ? ` ${day(until)}` : ""}`;
}

const said = (on: boolean | null, who: TextPair) => (on ? words(who) || t("settings-texts-yes") : yesNo(on));

/** One purpose, all that is known of it. */
export function purposeLines(purpose: PurposeDraft): string[] {
  return [
    list([
      purpose.kind ? t.of("settings-texts-kind", purpose.kind) : "",
      purpose.basis ? t.of("settings-texts-basis", purpose.basis) : "",
      termWords(purpose.term, purpose.term_until || null),
    ]),
    list(purpose.data.map((field) => t.of("clients-field", field))),
    ...(purpose.channels.length > 0 ? [list(purpose.channels.map((one) => t.of("settings-texts-channel", one)))] : []),
    ...(purpose.recipients.length > 0
      ? [`${t("settings-texts-recipients")}: ${list(purpose.recipients.map(words))}`]
      : []),
    ...(purpose.countries.length > 0
      ? [`${t("settings-texts-purpose-countries")}: ${countries(purpose.countries)}`]
      : []),
  ];
}

/** A fact in words; purposes one a line. */
export function factLines(text: Draft, fact: Fact): string[] {
  switch (fact) {
    case "data":
      return [list(text.data.map((field) => t.of("clients-field", field)))];
    case "term":
      return [termWords(text.term, text.term_until || null)];
    case "third_parties":
      return [said(text.passes, text.third_parties)];
    case "cross_border":
      return [said(text.crosses, text.cross_border), ...(text.crosses ? [countries(text.countries)] : [])];
    case "public_sources":
      return [yesNo(text.public_sources)];
    case "stored_in":
      return [countries(text.stored_in)];
    case "purposes":
      return text.purposes.map((one, at) => `${String(at + 1)}. ${words(one.name)} (${purposeLines(one).join("; ")})`);
  }
}

export const FACTS: readonly Fact[] = [
  "data",
  "term",
  "third_parties",
  "cross_border",
  "public_sources",
  "stored_in",
  "purposes",
];
