// The tablet’s line is cut at each step and comes back: nothing that the client did is lost.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import type { Kannel } from "../harness/kannel.ts";
import { cutAtEveryStep, lineCut, offline, online } from "../harness/network.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

test("a visit goes through although the line is cut at every step", async () => {
  test.setTimeout(120_000);
  const { window, tablet, kannel } = counter;
  await counter.begin();
  await cutAtEveryStep(tablet, "ru", kannel as Kannel, lineCut(tablet));
  expect(kannel?.messages()).toHaveLength(1);
  await expect(window.getByLabel(t("clients-field-surname"), { exact: true })).toHaveValue("Оспанова");
  await expect(window.getByLabel(t("clients-field-iin"), { exact: true })).toHaveValue(/880309\s?400008/);
});

test("the station stops and starts again: the tablet goes on where it was", async () => {
  const { tablet } = counter;
  await counter.begin();
  await tablet.locator(".langs button", { hasText: t("tablet-lang-ru") }).click();
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-person"), exact: true })).toBeVisible();
  const { settings } = await counter.admin<{ settings: { port: number } }>("station.show");
  const port = Number(new URL(tablet.url()).port);
  await counter.admin("station.set", { settings: { ...settings, on: false, port } });
  await tablet.locator("#field-surname").fill("Оспанова");
  await tablet.locator("#field-given").focus();
  await offline(tablet);
  await counter.admin("station.set", { settings: { ...settings, on: true, port } });
  await online(tablet);
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  await tablet.reload();
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
});
