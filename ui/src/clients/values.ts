// A value as people read it: choices by their words, the rest as the core shows it.

import { t } from "../texts.ts";
import type { Datum, Shown } from "../wire.ts";
import { CHOICES } from "./fields.ts";

export function words(datum: Datum, shown: string): string {
  return CHOICES[datum] ? t.of(`clients-value-${datum.replace("_", "-")}`, shown) : shown;
}

/** The value of a card's line, or nothing. */
export function shownWords(one: Shown): string | null {
  return one.shown === null ? null : words(one.datum, one.shown);
}
