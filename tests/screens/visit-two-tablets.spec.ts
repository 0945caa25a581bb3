// Two clients at two tablets at once: neither sees anything of the other.
import { expect, test } from "@playwright/test";
import { Counter, paired, tabletPage } from "../harness/counter.ts";
import { PHONE, begun, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

test("two visits at once keep apart, and the second is saved while the first goes on", async ({ browser }) => {
  const { window, tablet, kannel } = counter;
  const second = await tabletPage(browser);
  await paired(counter.admin, second, "Планшет 2");
  await counter.begin("Планшет 1");
  await begun(tablet, "ru");
  await typed(tablet);
  await counter.begin("Планшет 2");
  await begun(second, "ru");
  await expect(second.locator("#field-surname")).toHaveValue("");
  await typed(second);
  await second.locator("#field-surname").fill("Сапарова");
  await second.locator("#field-iin").fill("790209499103");
  await second.locator("#field-birth_date-0").fill("9");
  await second.locator("#field-birth_date-1").fill("2");
  await second.locator("#field-birth_date-2").fill("1979");
  await signed(second, "ru");
  await second.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await second.locator("#code").fill((await kannel?.code(PHONE)) ?? "");
  await second.getByRole("button", { name: t("tablet-code-confirm") }).click();
  await expect(second.getByRole("heading", { name: t("tablet-done") })).toBeVisible();

  await expect(window.getByText(t("consents-confirmed-title"))).toBeVisible();
  await expect(window.getByLabel(t("clients-field-surname"), { exact: true })).toHaveValue("Сапарова");
  await window.getByLabel(t("consents-document-number"), { exact: true }).fill("045123678");
  await window.getByLabel(t("consents-document-issued"), { exact: true }).fill("04032021");
  await window.getByRole("button", { name: t("consents-document-usual") }).click();
  await window.getByRole("checkbox", { name: t("consents-original-seen") }).check();
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  await expect(second.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible();

  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  const states = (await counter.visits()).map((visit) => visit.state).sort();
  expect(states).toEqual(["saved", "text_shown"]);
  await second.context().close();
});

test("a tablet at work takes no second visit", async () => {
  const { window } = counter;
  await counter.begin();
  await window.getByRole("button", { name: t("consents-new") }).first().click();
  await window.getByRole("radio", { name: "Планшет 1" }).check();
  await window.getByRole("button", { name: t("consents-send-to-tablet") }).click();
  await expect(window.getByText(t("error-consents-tablet-busy"))).toBeVisible();
  expect(await counter.visits()).toHaveLength(1);
});
