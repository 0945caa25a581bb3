// A client says no: at the tablet, by word, or by leaving. Nothing of what was typed stays.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { begun, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

test("a refusal at the tablet ends the visit in the window, and nothing of what was typed is kept", async () => {
  const { window, tablet } = counter;
  await counter.begin();
  await begun(tablet, "ru");
  await typed(tablet);
  await tablet.getByRole("button", { name: t("tablet-refuse"), exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-refuse-no") }).click();
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  await tablet.getByRole("button", { name: t("tablet-refuse"), exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-refuse-yes") }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-refused") })).toBeVisible();
  await expect(window.getByText(t("consents-over-refused"))).toBeVisible();
  expect(await counter.consents()).toBe(0);
  const { people } = await counter.consultant<{ people: object[] }>("clients.find", { query: "Оспанова", page: 0 });
  expect(people).toEqual([]);
  const { id } = (await counter.visits())[0] ?? { id: 0 };
  expect(JSON.stringify(await counter.consultant("consents.visit", { visit: id }))).not.toContain("Оспанова");
});

test("the consultant ends a visit with a reason; the tablet is free at once", async () => {
  const { window, tablet } = counter;
  await counter.begin();
  await begun(tablet, "ru");
  await window.getByRole("button", { name: t("consents-end") }).click();
  const panel = window.getByRole("complementary").filter({ hasText: t("consents-end-title") });
  await panel.getByRole("button", { name: t("consents-end-act") }).click();
  await expect(panel.getByText(t("consents-end-choose")).first()).toBeVisible();
  await panel.getByRole("radio", { name: t("consents-end-why-left") }).check();
  await panel.getByRole("button", { name: t("consents-end-act") }).click();
  await expect(window.getByText(t("consents-over-abandoned"))).toBeVisible();
  await expect(tablet.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible();
  await window.getByRole("button", { name: t("consents-begin-anew") }).click();
  await expect(window.getByRole("radio", { name: "Планшет 1" })).toBeVisible();
});
