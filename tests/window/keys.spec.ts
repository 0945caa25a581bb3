import { expect, test } from "@playwright/test";
import { text } from "../harness/texts.ts";
import { pause } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

// Places on the keyboard, whatever the layout writes on them.
const CTRL = "37";
const [A, S, D, X, V, Z] = ["38", "39", "40", "53", "55", "52"];
const DIGITS: Record<string, string> = Object.fromEntries([..."1234567890"].map((digit, at) => [digit, String(10 + at)]));

let window: Window;
test.beforeAll(async () => {
  window = await Window.start("keys", { clock: "2026-12-09T09:05+05:00" });
  const [id = ""] = window.onDisplay("xdotool", "search", "--onlyvisible", "--name", "^Kelisim$").trim().split("\n");
  window.onDisplay("xdotool", "windowfocus", id);
  await window.session.press(text("ru", "parts-next"));
});
test.afterAll(async () => window.stop());

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    window.onDisplay("xdotool", "key", key);
    await pause(80);
  }
}
async function ctrl(key: string): Promise<void> {
  window.onDisplay("xdotool", "keydown", CTRL);
  await press(key);
  window.onDisplay("xdotool", "keyup", CTRL);
  await pause(80);
}
async function focus(label: string): Promise<() => Promise<string>> {
  const field = await window.session.field(label);
  await field.clear();
  await field.click();
  return () => window.session.run<string>("return document.activeElement.value");
}

for (const layout of ["us", "ru", "kz", "kz,us"]) {
  test(`text keys and digits work under the layout ${layout}`, async () => {
    window.onDisplay("setxkbmap", layout);
    await pause(200);
    const typed = layout === "us" ? "asd" : "фыв";
    const name = await focus(text("ru", "start-operator-name-ru"));
    await press(A!, S!, D!);
    expect(await name()).toBe(typed);
    await ctrl(A!);
    await ctrl(X!);
    expect(await name()).toBe("");
    await ctrl(V!);
    await ctrl(V!);
    expect(await name()).toBe(typed + typed);
    await ctrl(Z!);
    expect(await name()).toBe(typed);
    const bin = await focus(text("ru", "start-bin"));
    await press(...[..."850615"].map((digit) => DIGITS[digit] ?? ""));
    expect(await bin()).toBe("850615");
  });
}
