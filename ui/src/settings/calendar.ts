// What a day of the calendar is, in words.

import { day } from "../dates.ts";
import { t } from "../texts.ts";
import type { CalendarDay, CountedDay } from "../wire.ts";

/** Anything that isn't an ordinary weekday or weekend. */
export function isSpecial(one: CalendarDay): boolean {
  return one.reason !== "weekday" && one.reason !== "weekend";
}

/** Why the day counts, or doesn't: the holiday's name, what a day off is given for. */
export function whyOf(one: Pick<CalendarDay | CountedDay, "reason" | "holiday" | "substitute_of">): string {
  if (one.reason === null) return "";
  if (one.reason === "substitute" && one.holiday !== null && one.substitute_of !== null) {
    return t("calendar-why-substitute", {
      holiday: t.of("calendar-holiday", one.holiday),
      date: day(one.substitute_of),
    });
  }
  if (one.holiday !== null) return t.of("calendar-holiday", one.holiday);
  return t.of("calendar-reason", one.reason);
}

/** By what authority the day is what it is. */
export function sourceOf(one: CalendarDay): string {
  return one.source ?? t.of("calendar-by", one.by);
}
