// Civil dates as text: read, reckon with, show. No engine of a web view is asked, because their zones and their Kazakh differ.

import type { Lang } from "./wire.ts";

/** A civil date, `2026-11-22`. */
export type Iso = string;

interface Parts {
  year: number;
  month: number;
  day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0));

function split(iso: Iso): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

const two = (n: number) => String(n).padStart(2, "0");

const join = ({ year, month, day }: Parts): Iso => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/**
 * What a person typed or pasted: `22112026`, `221126`, `22.11.26`, `22/11/2026`, `22-11-2026`, `22 11 2026`, `2026-11-22`.
 * Two figures of a year up to 49 are of this century. `null` if it isn't a date.
 */
export function read(typed: string): Iso | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  if (split(text)) return text;
  const match =
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text) ?? /^(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d{2})\.?$/.exec(text);
  if (!match) return null;
  const typedYear = match[3] ?? "";
  const year = typedYear.length === 4 ? Number(typedYear) : Number(typedYear) + (Number(typedYear) <= 49 ? 2000 : 1900);
  const iso = join({ year, month: Number(match[2]), day: Number(match[1]) });
  return split(iso) ? iso : null;
}

/** `22.11.2026` */
export function day(iso: Iso): string {
  const parts = split(iso);
  return parts ? `${two(parts.day)}.${two(parts.month)}.${parts.year}` : iso;
}

/** `22.11` – only beside other dates of the same year. */
export function shortDay(iso: Iso): string {
  return day(iso).slice(0, 5);
}

const WEEKDAYS: Record<Lang, readonly string[]> = {
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
  kk: ["дс", "сс", "ср", "бс", "жм", "сб", "жс"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

const MONTHS: Record<Lang, readonly string[]> = {
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** Days since 0000-03-01 of the Gregorian calendar: only differences and the remainder by seven mean anything. */
function serial({ year, month, day }: Parts): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

/** Monday is 0. */
export function weekday(iso: Iso): number {
  const parts = split(iso);
  return parts ? (serial(parts) + 2) % 7 : 0;
}

/** From `from` to `to` in calendar days; negative if `to` is earlier. */
export function daysBetween(from: Iso, to: Iso): number {
  const [a, b] = [split(from), split(to)];
  return a && b ? serial(b) - serial(a) : 0;
}

/** The date `n` calendar days later. */
export function plusDays(iso: Iso, n: number): Iso {
  const parts = split(iso);
  if (!parts) return iso;
  let { year, month, day } = parts;
  day += n;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysIn(year, month);
  }
  return join({ year, month, day });
}

/** `вс 22.11` – a weekday never stands without its date: сс, бс, жс are easily misread beside ср, вс. */
export function weekdayAndDay(iso: Iso, lang: Lang): string {
  return `${WEEKDAYS[lang][weekday(iso)]} ${shortDay(iso)}`;
}

/** `вс, 22.11.2026` */
export function dayWithWeekday(iso: Iso, lang: Lang): string {
  return `${WEEKDAYS[lang][weekday(iso)]}, ${day(iso)}`;
}

/** `22 ноября 2026 года`, `2026 жылғы 22 қараша`, `22 November 2026` – for titles and letters. */
export function longDay(iso: Iso, lang: Lang): string {
  const parts = split(iso);
  if (!parts) return iso;
  const month = MONTHS[lang][parts.month - 1] ?? "";
  if (lang === "kk") return `${parts.year} жылғы ${parts.day} ${month}`;
  return lang === "ru" ? `${parts.day} ${month} ${parts.year} года` : `${parts.day} ${month} ${parts.year}`;
}

/** A moment as the core sends it. */
export interface Stamp {
  date: Iso;
  time: string;
}

/** `22.11.2026 14:05` */
export function moment(stamp: Stamp): string {
  return `${day(stamp.date)} ${stamp.time}`;
}
