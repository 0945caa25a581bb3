// A withdrawal through its days: told, asked for, decided, in effect by itself, and back by a new consent.
import { type Page, expect, test } from "@playwright/test";
import { type Consented, consented, givenOnPaper } from "../harness/consent.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let house: House;
let known: Consented;
test.beforeEach(async () => {
  house = await found(await Host.start());
  known = await consented(house);
});
test.afterEach(async () => house.host.stop());

/** The open card. */
const card = (page: Page) => page.getByRole("region", { name: /^Оспанова Мадина/ });

/** Finds the client and opens the card. */
async function openCard(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("оспанова");
  await page.getByRole("option", { name: /Оспанова/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Оспанова/ })).toBeVisible();
}

/** Registers a withdrawal of everything from the client's card; the application is opened. */
async function withdraw(page: Page): Promise<void> {
  await openCard(page);
  await page.getByRole("button", { name: t("clients-act-withdraw") }).click();
  await page.getByLabel(t("withdrawals-what-whole")).press("Space");
  await expect(page.getByText("29.12.2026").first()).toBeVisible();
  await page.getByLabel(t("withdrawals-way-screen")).press("Space");
  await page.getByLabel(t("requests-reg-document-number")).fill("045123678");
  await page.getByLabel(t("requests-reg-document-date")).fill("04032021");
  await page.getByLabel(t("requests-reg-document-issuer")).fill("МВД РК");
  await page.getByLabel(t("requests-reg-signature")).check();
  await page.getByLabel(t("requests-reg-proof")).selectOption("document_seen");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: t("requests-reg-open") }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(t("requests-kind-withdraw")) })).toBeVisible();
}

test("a withdrawal goes through its days to the blocked card, and back by a new consent", async ({ page }) => {
  const heard = troubles(page);
  await enter(page, house.host, house.staff.consultant);
  await withdraw(page);
  await expect(page.getByText(t("withdrawals-state-asked"))).toBeVisible();
  await expect(page.getByText(t("withdrawals-way-screen"))).toBeVisible();
  await page.keyboard.press("r");
  await page.getByLabel(t("requests-decision-granted"), { exact: true }).press("Space");
  await page.getByLabel(t("requests-answer-text")).fill("Согласие отозвано.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("withdrawals-state-running")).first()).toBeVisible();
  expect(await axe(page)).toEqual([]);
  // Until its day the card works; on the day the house does the rest by itself.
  await openCard(page);
  await expect(card(page).getByText(t("clients-card-blocked"))).toBeHidden();
  await house.host.setClock("2026-12-28T23:59+05:00");
  await enter(page, house.host, house.staff.consultant);
  await openCard(page);
  await expect(card(page).getByText(t("clients-card-blocked"))).toBeHidden();
  await house.host.setClock("2026-12-29T00:01+05:00");
  const manager = await house.host.logIn(house.staff.manager.login, house.staff.manager.password);
  const state = async () => {
    const lines = await house.host.call<{ withdrawal: { state: string; proposed: unknown } }[]>(
      "consents.withdrawals_of_client",
      { client: known.client },
      manager,
    );
    return lines[0]?.withdrawal.state;
  };
  await expect.poll(state, { timeout: 15_000 }).toBe("in_effect");
  await enter(page, house.host, house.staff.manager);
  await openCard(page);
  await expect(card(page).getByText(t("clients-card-blocked"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("blocks-ground-withdrawal"), exact: true })).toBeVisible();
  await expect(page.getByText(t("withdrawals-proposed-short")).first()).toBeVisible();
  expect(await axe(page)).toEqual([]);
  // Lifting it by hand is refused; a new consent is the way back.
  await givenOnPaper(house, known.text, known.client, manager);
  await expect.poll(state).toBe("returned");
  await page.reload();
  await enter(page, house.host, house.staff.manager);
  await openCard(page);
  await expect(card(page).getByText(t("clients-card-blocked"))).toBeHidden();
  await expect(page.getByText(t("withdrawals-state-returned")).first()).toBeVisible();
  // Leaving a page cuts what it was still asking.
  expect(heard.filter((line) => !line.includes("ERR_ABORTED"))).toEqual([]);
});

test("an open pledge ticket refuses a withdrawal in words, by a second person, and advertising stays stopped", async ({
  page,
}) => {
  await enter(page, house.host, house.staff.consultant);
  await withdraw(page);
  await page.keyboard.press("r");
  await page.getByLabel(t("requests-decision-refused"), { exact: true }).press("Space");
  await page.getByLabel(t("requests-answer-reasons")).selectOption("obligation");
  await page.getByLabel(t("requests-answer-text")).fill("По билету есть долг.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: t("withdrawals-obligation-missing") })).toBeVisible();
  await page.getByLabel(t("withdrawals-obligation-pledge-ticket")).press("Space");
  await page.getByLabel(t("withdrawals-obligation-number")).fill("ЗБ-004512");
  await expect(page.getByText(t("requests-answer-complaint"))).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("requests-state-for-approval")).first()).toBeVisible();
  const items = await house.host.call<{ items: { state: string }[] }[]>(
    "consents.of_client",
    { client: known.client },
    house.staff.consultant.token,
  );
  expect(items[0]?.items.map(({ state }) => state)).toEqual(["given", "withdrawn"]);
});

test("a part is withdrawn: one channel of advertising, in the client's language", async ({ page }) => {
  await enter(page, house.host, house.staff.consultant);
  await openCard(page);
  await page.getByRole("button", { name: t("clients-act-withdraw") }).click();
  await page.getByRole("radio", { name: new RegExp(`^${t("withdrawals-what-part")}`) }).press("Space");
  await page.getByLabel(t("withdrawals-channel-call")).check();
  await page.getByLabel(t("requests-lang-kk"), { exact: true }).press("Space");
  await expect(page.getByText(text("kk", "withdrawals-consequence-advertising-stops"))).toBeVisible();
  await expect(page.getByText(text("kk", "withdrawals-consequence-card-blocked", { day: "29.12.2026" }))).toBeHidden();
  expect(await axe(page)).toEqual([]);
});
