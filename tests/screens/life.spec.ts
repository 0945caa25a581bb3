// After a consent was given: may we contact, who takes part in loyalty, the word by which a caller is known.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { type Consented, consented } from "../harness/consent.ts";
import { saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type Account, type House, found } from "../harness/house.ts";
import { axe, enter } from "../harness/page.ts";
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

async function openCard(page: Page, account: Account): Promise<void> {
  await enter(page, house.host, account);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("оспанова");
  await page.getByRole("option", { name: /Оспанова/ }).first().click();
  await expect(card(page)).toBeVisible();
}

test("the card says whether the client may be contacted, and a wish stops it at once", async ({ page }) => {
  await openCard(page, house.staff.agent);
  const sms = card(page).getByRole("row", { name: /^SMS/ });
  await expect(sms.getByText(t("contacts-reason-consented"))).toBeVisible();
  await page.getByRole("button", { name: t("contacts-wish") }).click();
  await page.getByLabel(t("contacts-wish-stop")).press("Space");
  await page.getByLabel("SMS", { exact: true }).check();
  await page.getByLabel(t("requests-channel-phone"), { exact: true }).press("Space");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(sms.getByText(t("contacts-reason-stopped"))).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test("the advertising list holds those alone who may be reached, and says who is left out", async ({ page }) => {
  await enter(page, house.host, house.staff.manager);
  await page.getByRole("button", { name: t("rooms-loyalty") }).first().click();
  await page.getByRole("tab", { name: t("contacts-list-title") }).click();
  await expect(page.getByText("1 человек")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  const list = await saved(page, () => page.getByRole("button", { name: t("contacts-list-export") }).click());
  expect(list.name).toMatch(/\.xlsx$/);
  await expect(page.getByText(t("contacts-list-none"))).toBeHidden();
  const wish = { client: known.client, channels: ["sms"], stop: true, how: "phone" };
  await house.host.call("contacts.set_wish", wish, house.staff.agent.token);
  await expect(page.getByRole("rowheader", { name: t("contacts-reason-stopped") })).toBeVisible();
});

test("a regular client joins a programme: applied for, decided, listed", async ({ page }) => {
  const { administrator } = house.staff;
  const [operator] = await house.host.call<{ id: number }[]>("operators.list", {}, administrator.token);
  await enter(page, house.host, administrator);
  await page.getByRole("button", { name: t("rooms-settings") }).first().click();
  await page.getByRole("row", { name: t("settings-panel-loyalty") }).click();
  await page.getByRole("button", { name: t("loyalty-add") }).click();
  await page.getByLabel(t("loyalty-name-kk")).fill("Алтын Сандық");
  await page.getByLabel(t("loyalty-name-ru")).fill("Алтын Сандық");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Алтын Сандық" })).toBeVisible();
  expect(operator).toBeDefined();
  // Regular is who was known before the day of the application.
  await house.host.setClock("2026-12-15T09:05+05:00");
  await openCard(page, house.staff.manager);
  await page.getByRole("button", { name: t("loyalty-apply") }).click();
  await page.getByRole("button", { name: t("loyalty-decide") }).click();
  await page.getByRole("radio", { name: new RegExp(`^${t("loyalty-accept")}`) }).press("Space");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(card(page).getByText(t("loyalty-state-accepted"))).toBeVisible();
  await page.getByRole("button", { name: t("rooms-loyalty") }).first().click();
  await page.getByRole("tab", { name: new RegExp(t("loyalty-state-accepted")) }).click();
  await expect(page.getByRole("rowheader", { name: /Оспанова/ })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test("a caller's word matches as it is heard, and nobody can read it", async ({ page }) => {
  await openCard(page, house.staff.agent);
  await page.getByRole("button", { name: t("codewords-set") }).click();
  await page.getByLabel(t("codewords-word")).fill("Қызғалдақ");
  await page.getByLabel(t("codewords-paper-label")).fill("№ 14 от 14.12.2026");
  await page.getByLabel(t("codewords-signed")).check();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: t("codewords-check") }).click();
  const heard = page.getByLabel(t("codewords-heard"));
  await heard.fill("кызгалдак");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("codewords-matches"))).toBeVisible();
  await heard.fill("тюльпан");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("codewords-not"))).toBeVisible();
  await expect(page.getByText(t("codewords-left", { n: 4 }))).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test("the application for a code word is printed in the client's language, with a line to write it on", async ({ page }) => {
  await openCard(page, house.staff.agent);
  await page.getByRole("button", { name: t("codewords-set") }).click();
  await page.screenshot({ path: "results/codeword-set.png" });
  for (const lang of ["kk", "ru", "en"] as const) {
    const button = page.getByRole("group", { name: t("codewords-print-lang") }).getByRole("button", { name: t(`settings-texts-lang-${lang}`) });
    const form = await saved(page, () => button.click());
    await expect(page.getByText(t("codewords-printed", { name: form.name }))).toBeVisible();
    const path = join(house.host.data, `code-word-${lang}.pdf`);
    writeFileSync(path, form.bytes);
    const said = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout;
    expect(said).toContain(text(lang, "codewords-form-title"));
    expect(said).toContain("Оспанова Мадина");
    expect(said).not.toContain("880309400008");
  }
});

for (const lang of ["ru", "kk", "en"] as const)
  test(`the card fits beside the list, with nothing beyond its edge (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openCard(page, house.staff.manager);
    await page.getByRole("button", { name: text(lang, "frame-language-short"), exact: true }).click();
    await expect(card(page).getByRole("heading", { name: text(lang, "contacts-title"), exact: true })).toBeVisible();
    // Neither the card scrolls sideways, nor does any of its tables stand out of the card that holds it.
    const beyond = await card(page).evaluate((whole) =>
      [whole, ...whole.querySelectorAll<HTMLElement>("div, section, table")].flatMap((part) =>
        part.scrollWidth > part.clientWidth + 1 ? [`${part.className}: ${part.scrollWidth} > ${part.clientWidth}`] : [],
      ),
    );
    expect(beyond).toEqual([]);
  });
