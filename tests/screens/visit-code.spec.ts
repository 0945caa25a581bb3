// The code at the tablet as both sides see it: wrong ones, a new one, another number.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { PHONE, begun, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

/** At the tablet, up to the page of the code; a code is sent. */
async function asked(): Promise<string> {
  const { tablet, kannel } = counter;
  await counter.begin();
  await begun(tablet, "ru");
  await typed(tablet);
  await signed(tablet, "ru");
  await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await expect(tablet.getByText(t("tablet-sent-accepted"))).toBeVisible();
  return (await kannel?.code(PHONE)) ?? "";
}

async function tried(code: string): Promise<void> {
  await counter.tablet.locator("#code").fill(code);
  await counter.tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
}

/** A code that is certainly not this one. */
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** A minute passes; the tablet asks the station anew. */
async function minutePassed(): Promise<void> {
  await counter.house.host.advance(61);
  await counter.tablet.reload();
}

/** A new code is asked for: from the page without a live code, or from «no code came». */
async function askedAgain(): Promise<void> {
  const { tablet } = counter;
  const missing = tablet.getByText(t("tablet-code-missing"));
  const again = tablet.getByRole("button", { name: t("tablet-code-again"), exact: true });
  await expect(missing.or(again).first()).toBeVisible();
  if (await missing.isVisible()) await missing.click();
  await again.click();
}

test("five wrong codes end the code; the window says so, a new one is sent after a minute and works", async () => {
  const { window, tablet, kannel } = counter;
  const code = await asked();
  await expect(window.getByText(t("consents-delivery-accepted"))).toBeVisible();
  for (let left = 4; left > 0; left -= 1) {
    await tried(other(code));
    await expect(tablet.getByText(t("tablet-code-wrong", { left }))).toBeVisible();
    await expect(window.getByText(t("consents-event-code-wrong", { n: 1 })).first()).toBeVisible();
  }
  await tried(other(code));
  await expect(tablet.getByText(t("tablet-code-spent"))).toBeVisible();
  await expect(window.getByText(t("consents-code-over"))).toBeVisible();
  // The right one comes too late.
  await expect(tablet.locator("#code")).toBeHidden();
  await expect(tablet.getByRole("button", { name: t("tablet-code-again-in", { seconds: "" }).replace(/\s+с$/, "") })).toBeDisabled();
  await minutePassed();
  await askedAgain();
  const second = (await kannel?.code(PHONE, 1)) ?? "";
  await tried(second);
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
  await expect(window.getByText(t("consents-confirmed-title"))).toBeVisible();
});

test("a new code voids the old one, and after three the window offers paper", async () => {
  const { window, tablet, kannel } = counter;
  const first = await asked();
  await minutePassed();
  await askedAgain();
  await expect(tablet.getByText(/№ 2/)).toBeVisible();
  const second = (await kannel?.code(PHONE, 1)) ?? "";
  if (first !== second) {
    await tried(first);
    await expect(tablet.getByText(t("tablet-code-wrong", { left: 4 }))).toBeVisible();
  }
  await counter.house.host.advance(121);
  await tablet.reload();
  await askedAgain();
  await expect(tablet.getByText(/№ 3/)).toBeVisible();
  const third = (await kannel?.code(PHONE, 2)) ?? "";
  await counter.house.host.advance(301);
  await tablet.reload();
  await expect(tablet.getByText(t("tablet-code-visit"))).toBeVisible();
  await expect(window.getByText(t("consents-stop-too-many-in-visit"))).toBeVisible();
  await expect(window.getByRole("button", { name: t("consents-take-paper") }).first()).toBeVisible();
  expect(third).not.toBe("");
  expect(kannel?.messages()).toHaveLength(3);
});

test("another number after the code: the old code is void, the new one goes to the new number", async () => {
  const { window, tablet, kannel } = counter;
  const old = await asked();
  await tablet.getByText(t("tablet-code-missing")).click();
  await tablet.getByRole("button", { name: t("tablet-code-number") }).click();
  await tablet.locator("#field-phone").fill("+7 705 222 33 44");
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-code"), exact: true })).toBeVisible();
  await expect(window.getByText(t("consents-event-code-void", { n: 1 }))).toBeVisible();
  await expect(tablet.locator("#code")).toBeHidden();
  await minutePassed();
  await askedAgain();
  const code = (await kannel?.code("+7 705 222 33 44")) ?? "";
  if (code !== old) {
    await tried(old);
    await expect(tablet.getByText(t("tablet-code-wrong", { left: 4 }))).toBeVisible();
  }
  await tried(code);
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
  await expect(window.getByText("+7 705 222 33 44").first()).toBeVisible();
  expect(kannel?.messages().map((message) => message.receiver.slice(-10))).toEqual(["7015550102", "7052223344"]);
});
