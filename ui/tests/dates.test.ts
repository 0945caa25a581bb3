import { describe, expect, it } from "vitest";
import { day, dayWithWeekday, daysBetween, longDay, plusDays, read, weekday, weekdayAndDay } from "../src/dates.ts";
import { bytes, number, percent } from "../src/numbers.ts";

describe("a typed date", () => {
  it.each([
    ["22112026", "2026-11-22"],
    ["221126", "2026-11-22"],
    ["22.11.26", "2026-11-22"],
    ["22.11.2026", "2026-11-22"],
    [" 2.1.2026 ", "2026-01-02"],
    ["22/11/2026", "2026-11-22"],
    ["22\u201311\u20132026", "2026-11-22"],
    ["2026-11-22", "2026-11-22"],
    ["12.04.85", "1985-04-12"],
    ["29.02.2024", "2024-02-29"],
    ["２２１１２０２６", "2026-11-22"],
  ])("%s is understood", (typed, iso) => expect(read(typed)).toBe(iso));

  it.each(["", "29.02.2026", "31.04.2026", "00.01.2026", "22.13.2026", "2211202", "вчера", "1.1.1.1"])(
    "%s is not",
    (typed) => expect(read(typed)).toBeNull(),
  );
});

it("reckons as the calendar does", () => {
  // Independent of the functions under test: the engine's own calendar in UTC.
  for (let n = 0; n < 40_000; n += 37) {
    const at = new Date(Date.UTC(1930, 0, 1 + n));
    const iso = at.toISOString().slice(0, 10);
    expect(weekday(iso)).toBe((at.getUTCDay() + 6) % 7);
    expect(daysBetween("1930-01-01", iso)).toBe(n);
    expect(plusDays("1930-01-01", n)).toBe(iso);
    expect(plusDays(iso, -n)).toBe("1930-01-01");
  }
});

it("is shown our own way in each language", () => {
  expect(day("2026-11-22")).toBe("22.11.2026");
  expect(weekdayAndDay("2026-11-22", "kk")).toBe("жс 22.11");
  expect(dayWithWeekday("2026-11-22", "ru")).toBe("вс, 22.11.2026");
  expect(longDay("2026-11-22", "kk")).toBe("2026 жылғы 22 қараша");
  expect(longDay("2026-11-22", "ru")).toBe("22 ноября 2026 года");
});

it("writes numbers alike in all engines", () => {
  expect(number(1234567.5)).toBe("1\u00a0234\u00a0567,5");
  expect(number(1234)).toBe("1\u00a0234");
  expect(number(-12)).toBe("\u221212");
  expect(percent(0.982, "ru")).toBe("98,2\u00a0%");
  expect(percent(0.94, "kk")).toBe("94%");
  expect(bytes(1_234_567)).toEqual({ value: "1,2", unit: "mb" });
});
