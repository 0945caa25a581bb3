import { describe, expect, it, vi } from "vitest";
import { browserKey, cap, chord, digitOf, forbidden, KEYS, textCommand } from "../src/keys.ts";

const press = (
  key: string,
  code: string,
  held: Partial<Record<"ctrlKey" | "altKey" | "shiftKey" | "metaKey", boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe("a key's cap", () => {
  it("is the same under Latin, Russian and Kazakh layouts", () => {
    for (const key of ["k", "л", "қ"]) expect(cap({ key, code: "KeyK" })).toBe("K");
    for (const key of ["2", "ә"]) expect(cap({ key, code: "Digit2" })).toBe("2");
    expect(cap({ key: "ю", code: "Period" })).toBe(".");
    expect(cap({ key: "х", code: "BracketLeft" })).toBe("[");
  });
  it("keeps the own order of a Latin layout", () => expect(cap({ key: "a", code: "KeyQ" })).toBe("A"));
  it("keeps named keys", () => expect(cap({ key: "ArrowUp", code: "Numpad8" })).toBe("ArrowUp"));
  it("takes a letter that waits for its accent by position", () =>
    expect(cap({ key: "Dead", code: "KeyE" })).toBe("E"));
});

it("compares all modifiers exactly", () => {
  expect(chord(press("t", "KeyT", { ctrlKey: true }))).toBe("Ctrl+T");
  expect(chord(press("T", "KeyT", { shiftKey: true }))).toBe("Shift+T");
  expect(chord(press("л", "KeyK", { ctrlKey: true }))).toBe(KEYS.search);
});

describe("digits", () => {
  it("come from the digit row under the Kazakh layout", () => expect(digitOf(press("ә", "Digit2"))).toBe("2"));
  it("are left alone where the layout gives them", () => expect(digitOf(press("2", "Digit2"))).toBeNull());
  it("don't hide the arrows of a pad without NumLock", () => expect(digitOf(press("ArrowUp", "Numpad8"))).toBeNull());
  it("don't hide chords", () => expect(digitOf(press("ә", "Digit2", { ctrlKey: true }))).toBeNull());
});

describe("text keys", () => {
  const ctrl = { ctrlKey: true };
  it("undo everywhere, by position", () => {
    expect(textCommand(press("z", "KeyZ", ctrl), false)).toBe("undo");
    expect(textCommand(press("я", "KeyZ", ctrl), false)).toBe("undo");
  });
  it("cut, copy, paste and select all where a Cyrillic layout would stop them", () => {
    expect(textCommand(press("ф", "KeyA", ctrl), false)).toBe("selectAll");
    expect(textCommand(press("ч", "KeyX", ctrl), false)).toBe("cut");
    expect(textCommand(press("с", "KeyC", ctrl), false)).toBe("copy");
    expect(textCommand(press("м", "KeyV", ctrl), false)).toBe("paste");
  });
  it("are left to the engine where it knows them", () => {
    for (const [key, code] of [
      ["a", "KeyA"],
      ["x", "KeyX"],
      ["c", "KeyC"],
      ["v", "KeyV"],
    ] as const) {
      expect(textCommand(press(key, code, ctrl), false)).toBeNull();
    }
    expect(textCommand(press("м", "KeyV", ctrl), true)).toBeNull();
  });
});

describe("the table of acts", () => {
  it("gives each key one meaning", () => {
    const keys = Object.values(KEYS);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
  it("has no chord that a layout, a reader or the desktop takes", () => {
    expect(Object.entries(KEYS).filter(([, keys]) => forbidden(keys) !== null)).toEqual([]);
  });
  it("would refuse those", () => {
    for (const keys of [
      "Alt+E",
      "Ctrl+Alt+K",
      "Ctrl+Shift+K",
      "Shift+Alt+1",
      "Meta+K",
      "Shift+T",
      "Ctrl+Tab",
      "Insert",
      "Ctrl+Escape",
    ]) {
      expect(forbidden(keys), keys).not.toBeNull();
    }
  });
});

it("swallows what would leave or reload the page", () => {
  vi.stubGlobal("HTMLElement", class {});
  expect(browserKey(press("F5", "F5"), null)).toBe(true);
  expect(browserKey(press("к", "KeyR", { ctrlKey: true }), null)).toBe(true);
  expect(browserKey(press("Backspace", "Backspace"), null)).toBe(true);
  expect(browserKey(press("с", "KeyC", { ctrlKey: true }), null)).toBe(false);
  expect(browserKey(press("t", "KeyT"), null)).toBe(false);
});
