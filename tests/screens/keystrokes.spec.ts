// Every part that takes input, typed into with real keys, letter by letter: what a script sets may hide what a person can't type.
import { expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, PASSWORD, found } from "../harness/house.ts";
import { enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

test("log-in, an application and a card are typed by keys alone", async ({ page }) => {
  const heard = troubles(page);
  await page.goto(house.host.url);
  // A line and a password.
  await page.getByLabel(t("start-login"), { exact: true }).focus();
  await page.keyboard.type("timur");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox").first()).toBeVisible();

  await page.keyboard.press("Control+n");
  await expect(page.getByRole("heading", { name: t("requests-reg-title") })).toBeVisible();
  await page.keyboard.type("Оспанова Жанар");
  await expect(page.getByLabel(t("requests-reg-applicant"), { exact: true })).toHaveValue("Оспанова Жанар");
  // A date and a time: digits alone.
  const date = page.getByLabel(t("requests-reg-date"), { exact: true });
  await date.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("10122026");
  await page.keyboard.press("Tab");
  await expect(date).toHaveValue("10.12.2026");
  const time = page.getByLabel(t("requests-reg-time"), { exact: true });
  await time.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("0905");
  await page.keyboard.press("Tab");
  await expect(time).toHaveValue("0905");
  // One of a few, with the arrows; any of a list, with the space bar.
  await page.getByLabel(t("requests-channel-visit")).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel(t("requests-channel-visit"))).not.toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel(t("requests-channel-visit"))).toBeChecked();
  await page.getByLabel(t("requests-kind-information")).focus();
  await page.keyboard.press("Space");
  await expect(page.getByLabel(t("requests-kind-information"))).toBeChecked();
  // Several lines.
  const words = page.getByLabel(t("requests-reg-text"), { exact: true });
  await words.focus();
  await page.keyboard.type("Первая строка");
  await page.keyboard.press("Enter");
  await page.keyboard.type("вторая");
  await expect(words).toHaveValue("Первая строка\nвторая");
  await page.getByLabel(t("requests-lang-ru"), { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: t("requests-reg-open") })).toBeVisible();

  // The search box, and a field of digits.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Ғайыпов Жоқжан");
  await page.getByRole("button", { name: t("clients-register") }).focus();
  await page.keyboard.press("Enter");
  const iin = page.getByLabel(t("clients-datum-iin"), { exact: true });
  await iin.focus();
  await page.keyboard.type("850615499005");
  await expect(iin).toHaveValue(/^850615\s?499005$/);
  expect(heard).toEqual([]);
});

test("a choice from a list and a tick are made by keys in one's own settings", async ({ page }) => {
  await enter(page, house.host, house.staff.manager);
  await page.getByRole("button", { name: t("rooms-settings") }).first().click();
  const size = page.getByLabel(t("settings-text-size"), { exact: true });
  const before = await size.inputValue();
  await size.focus();
  await page.keyboard.press("ArrowDown");
  await expect(size).not.toHaveValue(before);
  const letters = page.getByRole("checkbox", { name: t("frame-keys-letters-on") });
  await letters.focus();
  await page.keyboard.press("Space");
  await expect(letters).not.toBeChecked();
});
