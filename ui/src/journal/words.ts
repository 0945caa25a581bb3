// The journal's own words, told to people. A word that has no text yet is shown as it stands: nothing of the journal is hidden.

import { t } from "../texts.ts";
import type { JournalRow } from "../wire.ts";

const known = (prefix: string, word: string, otherwise = word) => {
  const key = `${prefix}-${word.replace(/[._]/g, "-")}`;
  return t.has(key) ? t(key) : otherwise;
};

/** What was asked for. */
export const actName = (command: string) => known("journal-act", command);

/** How it ended: done, or the reason of the refusal by its code. */
export function outcomeName(outcome: string): string {
  return known("journal-outcome", outcome, t("journal-refused", { code: outcome }));
}

/** What the entry is about. */
export const subjectName = (subject: string) => known("journal-subject", subject);

/** A field's name, as the screens call it. */
export const fieldName = (field: string) => known("clients-field", field, known("journal-field", field));

/** Who acted: a colleague by name, otherwise what kind of actor it was. */
export function actorName(row: JournalRow): string {
  if (row.staff_name) return row.staff_name;
  const [kind = "", id] = row.actor.split(":");
  return id === undefined
    ? known("journal-actor", kind)
    : t("journal-actor-number", { who: known("journal-actor", kind), id });
}
