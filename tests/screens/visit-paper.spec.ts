// Without a gateway, or at the client’s wish, a consent is taken on paper.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { PHONE, begun, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page, { gateway: false });
});
test.afterEach(async () => counter.close());

/** What the consultant copies from the document. */
async function documented(): Promise<void> {
  const { window } = counter;
  await window.getByLabel(t("consents-document-number"), { exact: true }).fill("045123678");
  await window.getByLabel(t("consents-document-issued"), { exact: true }).fill("04032021");
  await window.getByRole("button", { name: t("consents-document-usual") }).click();
  await window.getByRole("checkbox", { name: t("consents-original-seen") }).check();
}

test("no gateway: both sides say so, paper is offered, and what the client did at the tablet stays", async () => {
  const { window, tablet } = counter;
  await counter.begin();
  await expect(window.getByText(t("consents-no-gateway"), { exact: true })).toBeVisible();
  await begun(tablet, "ru");
  await typed(tablet);
  await signed(tablet, "ru");
  await expect(tablet.getByText(t("tablet-code-no-gateway"))).toBeVisible();
  await tablet.getByRole("button", { name: t("tablet-code-paper") }).click();
  await expect(window.getByText(t("consents-calling"), { exact: true })).toBeVisible();
  await window.getByRole("button", { name: t("consents-take-paper") }).first().click();
  await expect(window.getByText(t("consents-paper-title"))).toBeVisible();
  await expect(tablet.getByRole("heading", { name: t("tablet-paper") })).toBeVisible();
  await expect(window.getByLabel(t("clients-field-surname"), { exact: true })).toHaveValue("Оспанова");
  await documented();
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  expect(await counter.consents()).toBe(1);
  expect((await counter.visits()).map((visit) => visit.state)).toEqual(["saved"]);
});

test("on paper from the start: what is missing is named, nothing is kept before, one consent after", async () => {
  const { window } = counter;
  await window.keyboard.press("Control+2");
  await window.getByRole("button", { name: t("consents-new") }).first().click();
  await window.getByRole("radio", { name: t("consents-on-paper") }).check();
  await window.getByRole("button", { name: t("consents-begin-paper") }).click();
  await expect(window.getByText(t("consents-paper-title"))).toBeVisible();
  const complete = () => window.getByRole("button", { name: t("consents-complete") }).click();
  await complete();
  await expect(window.getByText(t("consents-paper-lang-choose")).first()).toBeVisible();
  await window.getByRole("radio", { name: t("consents-lang-ru") }).check();
  const answers = (purpose: string) => window.getByRole("group", { name: purpose });
  await answers("Ведение карты").getByRole("radio", { name: t("consents-answer-yes"), exact: true }).check();
  await complete();
  await expect(window.getByText(t("consents-paper-answer-choose", { purpose: "Реклама по SMS" })).first()).toBeVisible();
  await answers("Реклама по SMS").getByRole("radio", { name: t("consents-answer-no"), exact: true }).check();
  await complete();
  await expect(window.getByText(t("error-consents-original-not-seen")).first()).toBeVisible();
  expect(await counter.consents()).toBe(0);
  for (const [key, value] of [
    ["surname", "Оспанова"],
    ["given", "Мадина"],
    ["iin", "880309400008"],
    ["birth-date", "09031988"],
    ["phone", PHONE],
  ] as const)
    await window.getByLabel(t(`clients-field-${key}`), { exact: true }).fill(value);
  await documented();
  await complete();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  expect(await counter.consents()).toBe(1);
});
