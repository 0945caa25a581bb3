// The time of day as people type it at a counter.

/** `0905`, `905`, `9:05`, `9.05`, `09 05` → `09:05`; `null` if it isn't a time. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})[:.\s-]?(\d{2})$/.exec(typed.normalize("NFKC").trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : null;
}
