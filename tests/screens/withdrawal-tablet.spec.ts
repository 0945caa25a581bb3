// A withdrawal that the client reads and signs on the tablet: the consultant's window, the real page of the real station.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page, expect, test } from "@playwright/test";
import { type Consented, consented } from "../harness/consent.ts";
import { type Call, paired, tabletPage } from "../harness/counter.ts";
import { saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { drawn } from "../harness/tablet.ts";
import { type Lang, text } from "../harness/texts.ts";

let house: House;
let known: Consented;
let tablet: Page;
test.beforeEach(async ({ browser }) => {
  house = await found(await Host.start());
  known = await consented(house);
  tablet = await waiting(browser);
});
test.afterEach(async () => {
  await tablet.context().close();
  await house.host.stop();
});

/** The station runs, and a tablet waits at the counter. */
async function waiting(browser: Browser): Promise<Page> {
  const admin: Call = (command, args) => house.host.call(command, args, house.staff.administrator.token);
  await admin("station.set", { settings: { on: true, port: 0, names: ["127.0.0.1"] } });
  await expect.poll(async () => (await admin<{ running: string | null }>("station.show")).running).toBeTruthy();
  const page = await tabletPage(browser);
  await paired(admin, page);
  return page;
}

const consultant = <T>(command: string, args: object) => house.host.call<T>(command, args, house.staff.consultant.token);
const withdrawals = () => consultant<{ withdrawal: object }[]>("consents.withdrawals_of_client", { client: known.client });
const signings = () => consultant<{ id: number; state: string }[]>("consents.signings", {});
const heading = (lang: Lang, key: string) => tablet.getByRole("heading", { name: text(lang, key), exact: true });
const press = (lang: Lang, key: string) => tablet.getByRole("button", { name: text(lang, key), exact: true }).click();
const lookAt = (page: Page, name: string) => page.screenshot({ path: `results/withdrawal-tablet-${name}.png` });

/** Finds the client and opens the card. */
async function openCard(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("оспанова");
  await page.getByRole("option", { name: /Оспанова/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Оспанова/ })).toBeVisible();
}

/** From the card to the application on the tablet, in the client's language. */
async function sent(page: Page, lang: Lang, of: Lang = "ru"): Promise<void> {
  await openCard(page);
  await page.getByRole("button", { name: text(of, "clients-act-withdraw") }).click();
  await page.getByLabel(text(of, "withdrawals-what-whole")).press("Space");
  await page.getByLabel(text(of, `requests-lang-${lang}`), { exact: true }).press("Space");
  await page.getByRole("radio", { name: new RegExp(`^${text(of, "withdrawals-on-tablet")}`) }).press("Space");
  await expect(page.getByRole("radio", { name: /Планшет 1/ })).toBeChecked();
  expect(await axe(page)).toEqual([]);
  await lookAt(page, `panel-${of}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: text(of, "withdrawals-signing-title") })).toBeVisible();
  await expect(heading(lang, "withdrawals-form-title")).toBeVisible();
}

/** Ticks that it was read, and goes on to the signature. */
async function readOn(lang: Lang): Promise<void> {
  await tablet.getByLabel(text(lang, "withdrawals-form-understood")).check();
  await press(lang, "tablet-next");
  await expect(heading(lang, "tablet-sign")).toBeVisible();
}

/** Nothing of the page is wider than the screen. */
async function fits(): Promise<void> {
  const over = await tablet.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

for (const [lang, other, width, height] of [
  ["ru", "kk", 1280, 800],
  ["kk", "ru", 768, 1024],
] as const)
  test(`a withdrawal is read and signed at the tablet in ${lang}, and registered with its signature`, async ({ page }) => {
    const t = (key: string, values: Record<string, string | number> = {}) => text(lang, key, values);
    const heard = troubles(tablet);
    await tablet.setViewportSize({ width, height });
    const panel = page.getByRole("complementary");
    await enter(page, house.host, house.staff.consultant);
    if (lang === "kk") await page.getByRole("button", { name: text("kk", "frame-language-short"), exact: true }).click();
    await sent(page, other, lang);
    // The consultant sees that it was shown; the language changes at any moment.
    await expect(panel.getByText(t("withdrawals-signing-state-shown"))).toBeVisible();
    await press(lang, `tablet-lang-${lang}`);
    await expect(heading(lang, "withdrawals-form-title")).toBeVisible();
    await expect(tablet.getByText("Оспанова Мадина")).toBeVisible();
    await expect(tablet.getByText(/29\.12\.2026/).first()).toBeVisible();
    expect(await tablet.locator("body").innerText()).not.toContain("880309400008");
    expect(await axe(tablet)).toEqual([]);
    await fits();
    await lookAt(tablet, `read-${lang}`);
    await tablet.screenshot({ path: `results/withdrawal-tablet-read-whole-${lang}.png`, fullPage: true });
    await press(lang, "tablet-next");
    await expect(tablet.getByText(t("tablet-withdrawal-tick"))).toBeVisible();
    // A tablet that restarts goes on where it was.
    await tablet.reload();
    await expect(heading(lang, "withdrawals-form-title")).toBeVisible();
    await readOn(lang);
    await expect(panel.getByText(t("withdrawals-signing-state-read"))).toBeVisible();
    await tablet.reload();
    await expect(heading(lang, "tablet-sign")).toBeVisible();
    await press(lang, "tablet-withdrawal-sign");
    await expect(tablet.getByText(t("tablet-sign-empty"), { exact: true })).toBeVisible();
    expect(await axe(tablet)).toEqual([]);
    await fits();
    await drawn(tablet);
    await lookAt(tablet, `sign-${lang}`);
    expect(await withdrawals()).toEqual([]);
    await press(lang, "tablet-withdrawal-sign");
    await expect(heading(lang, "tablet-done")).toBeVisible();
    expect(await tablet.locator("body").innerText()).not.toContain("Оспанова");
    // What is signed is registered by the consultant, who saw the document.
    await expect(page.getByText(t("withdrawals-signing-state-signed")).first()).toBeVisible();
    await page.getByLabel(t("requests-reg-document-number")).fill("045123678");
    await page.getByLabel(t("requests-reg-document-date")).fill("04032021");
    await page.getByLabel(t("requests-reg-document-issuer")).fill("МВД РК");
    await page.getByLabel(t("requests-reg-proof")).selectOption("document_seen");
    expect(await axe(page)).toEqual([]);
    await lookAt(page, `signed-${lang}`);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: t("requests-reg-open") }).click();
    await expect(heading(lang, "tablet-waiting")).toBeVisible();
    await expect(page.getByRole("heading", { name: t("withdrawals-signed") })).toBeVisible();
    await expect(page.getByText(t("withdrawals-way-tablet"))).toBeVisible();
    await page.getByRole("button", { name: t("withdrawals-signed-show") }).click();
    await expect(page.getByText(text(lang, "withdrawals-form-statement"))).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("heading", { name: t("withdrawals-signed") }).scrollIntoViewIfNeeded();
    await lookAt(page, `card-${lang}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await lookAt(page, `card-${lang}-dark`);
    const paper = await saved(page, () => page.getByRole("button", { name: t("withdrawals-signed-print") }).click());
    const path = join("results", `withdrawal-signed-${lang}.pdf`);
    writeFileSync(path, paper.bytes);
    const said = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout;
    for (const words of [t("withdrawals-form-title"), "Оспанова Мадина", "29.12.2026"]) expect(said).toContain(words);
    expect(said).not.toContain("880309400008");
    const consents = await consultant<{ items: { state: string }[] }[]>("consents.of_client", { client: known.client });
    expect(consents[0]?.items.map(({ state }) => state)).toEqual(["given", "withdrawn"]);
    expect(heard.filter((line) => line.startsWith("error:") || line.includes("Security Policy"))).toEqual([]);
  });

test("a client who thinks better of it withdraws nothing; a tablet does one thing at a time", async ({ page }) => {
  const t = (key: string) => text("ru", key);
  await enter(page, house.host, house.staff.consultant);
  await sent(page, "ru");
  const [busy] = await consultant<{ id: number; busy: boolean }[]>("tablets.list", {});
  expect(busy?.busy).toBe(true);
  await expect(consultant("consents.open_visit", { text: known.text, tablet: busy?.id })).rejects.toThrow(/tablet_busy/);
  await press("ru", "tablet-help");
  await expect(page.getByText(t("consents-calling"))).toBeVisible();
  // The panel is closed and found again from the client's card.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: t("withdrawals-signing-title") })).toBeHidden();
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: `${t("withdrawals-signing-open")}…` }).click();
  await expect(page.getByRole("heading", { name: t("withdrawals-signing-title") })).toBeVisible();
  await readOn("ru");
  await press("ru", "tablet-withdrawal-decline");
  expect(await axe(tablet)).toEqual([]);
  await press("ru", "tablet-refuse-yes");
  await expect(heading("ru", "tablet-withdrawal-declined")).toBeVisible();
  await expect(page.getByRole("heading", { name: t("withdrawals-signing-state-declined") })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  expect(await withdrawals()).toEqual([]);
  expect(await signings()).toEqual([]);
  // The consultant ends the next one, although it is signed.
  await page.getByRole("button", { name: t("withdrawals-signing-again") }).click();
  await page.keyboard.press("Control+Enter");
  await expect(heading("ru", "withdrawals-form-title")).toBeVisible();
  await readOn("ru");
  await drawn(tablet);
  await press("ru", "tablet-withdrawal-sign");
  await expect(heading("ru", "tablet-done")).toBeVisible();
  await page.getByRole("button", { name: t("withdrawals-signing-end") }).click();
  await page.getByRole("button", { name: t("withdrawals-signing-end-yes") }).click();
  await expect(page.getByRole("heading", { name: t("withdrawals-signing-state-cancelled") })).toBeVisible();
  await expect(heading("ru", "tablet-waiting")).toBeVisible();
  expect(await withdrawals()).toEqual([]);
});

test("the line may be cut at every step; two idle minutes wipe the page", async ({ page }) => {
  await enter(page, house.host, house.staff.consultant);
  await sent(page, "ru");
  const context = tablet.context();
  const cut = async (what: () => Promise<void>) => {
    await context.setOffline(true);
    await what();
    await expect(tablet.getByText(text("ru", "tablet-offline"))).toBeVisible();
    await context.setOffline(false);
    await expect(tablet.getByText(text("ru", "tablet-offline"))).toBeHidden({ timeout: 15_000 });
  };
  await tablet.getByLabel(text("ru", "withdrawals-form-understood")).check();
  await cut(() => press("ru", "tablet-next"));
  await expect(heading("ru", "tablet-sign")).toBeVisible();
  await drawn(tablet);
  await cut(() => press("ru", "tablet-withdrawal-sign"));
  await expect(heading("ru", "tablet-done")).toBeVisible();
  expect((await signings()).map(({ state }) => state)).toEqual(["signed"]);
  // Another one, which nobody answers for.
  await page.getByRole("button", { name: text("ru", "withdrawals-signing-end") }).click();
  await page.getByRole("button", { name: text("ru", "withdrawals-signing-end-yes") }).click();
  await tablet.clock.install();
  await tablet.reload();
  await page.getByRole("button", { name: text("ru", "withdrawals-signing-again") }).click();
  await page.keyboard.press("Control+Enter");
  await expect(heading("ru", "withdrawals-form-title")).toBeVisible();
  await tablet.clock.runFor(91_000);
  await expect(heading("ru", "tablet-idle")).toBeVisible();
  await expect(page.getByText(text("ru", "visits-idle-title"))).toBeVisible();
  await tablet.clock.runFor(31_000);
  await expect(heading("ru", "withdrawals-form-title")).toBeHidden();
  await expect(page.getByRole("heading", { name: text("ru", "withdrawals-signing-state-abandoned") })).toBeVisible();
  expect(await tablet.locator("body").innerText()).not.toContain("Оспанова");
  expect(await withdrawals()).toEqual([]);
});
