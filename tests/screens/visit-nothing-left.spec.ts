// One tablet, two clients: nothing of the first is offered to the second, on the page or in the browser's own files.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type Page, chromium, expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { PHONE, begun, drawn, filled } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);
/** What the first client typed, as it could stand in a file. */
const PRIVATE = ["Оспанова", "Мадина", "880309400008", "77015550102", "701 555 01 02", "1988-03-09"];

let counter: Counter;
let context: BrowserContext;
let tablet: Page;
let profile: string;
test.beforeEach(async ({ page, browser }, info) => {
  // A browser that keeps what browsers keep, as the tablet's does.
  profile = mkdtempSync(join(tmpdir(), "kelisim-tablet-"));
  const { launchOptions } = info.project.use;
  context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ignoreHTTPSErrors: true,
    hasTouch: true,
    viewport: { width: 810, height: 1080 },
  });
  tablet = context.pages()[0] ?? (await context.newPage());
  counter = await Counter.open(browser, page, { gateway: true, tablet });
});
test.afterEach(async () => {
  await context.close();
  await counter.close();
  rmSync(profile, { recursive: true, force: true });
});

/** The files under a folder that hold a word, however it is encoded. */
function holding(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le"), Buffer.from(encodeURIComponent(word))]);
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}

async function saved(): Promise<void> {
  const { window, kannel } = counter;
  await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await tablet.locator("#code").fill((await kannel?.code(PHONE)) ?? "");
  await tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
  await window.getByLabel(t("consents-document-number"), { exact: true }).fill("045123678");
  await window.getByLabel(t("consents-document-issued"), { exact: true }).fill("04032021");
  await window.getByRole("button", { name: t("consents-document-usual") }).click();
  await window.getByRole("checkbox", { name: t("consents-original-seen") }).check();
  const told = tablet.waitForResponse(async (answer) => (await answer.allHeaders())["clear-site-data"] === '"cache", "storage"');
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  await told;
  await expect(tablet.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible();
}

test("after a visit the page, its history and the browser's files hold nothing of the client, and the tablet stays paired", async () => {
  test.setTimeout(120_000);
  await counter.begin();
  await filled(tablet, "ru");
  await saved();

  // Nothing of the page is left, and nothing lies in the browser's stores.
  const shown = await tablet.evaluate(async () => ({
    words: document.documentElement.outerHTML,
    stores: localStorage.length + sessionStorage.length,
    bases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    url: location.href,
  }));
  for (const word of PRIVATE) expect(shown.words).not.toContain(word);
  expect(shown).toMatchObject({ stores: 0, bases: 0, caches: 0, workers: 0 });
  expect(shown.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/$/);

  // «Back» and «forward» lead nowhere near the client.
  await tablet.goBack();
  expect(await tablet.locator("body").innerText()).not.toContain("Оспанова");
  await tablet.goForward();
  await expect(tablet.getByRole("heading", { name: text("kk", "tablet-waiting") })).toBeVisible();

  // The second client finds empty fields, for which the browser is told to offer nothing.
  await counter.begin();
  await begun(tablet, "ru");
  const look = async () => {
    for (const input of await tablet.locator("input").all()) {
      await input.focus();
      await expect(input).toHaveValue("");
      await expect(input).toHaveAttribute("autocomplete", "off");
      await expect(input).not.toHaveAttribute("name");
      await expect(input).not.toHaveAttribute("list");
      await tablet.keyboard.press("ArrowDown");
      await expect(input).toHaveValue("");
    }
  };
  await look();
  await tablet.locator("#field-surname").fill("Ахметова");
  await tablet.locator("#field-given").fill("Сәуле");
  await tablet.locator("#field-iin").fill("790209499103");
  for (const [n, part] of ["9", "2", "1979"].entries()) await tablet.locator(`#field-birth_date-${n}`).fill(part);
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-contacts"), exact: true })).toBeVisible();
  await look();
  await tablet.getByRole("button", { name: t("tablet-refuse"), exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-refuse-yes") }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-refused") })).toBeVisible();

  // What the browser wrote on its disk: the search finds what is there, and nobody's data are.
  await tablet.evaluate(() => localStorage.setItem("kelisim-control", "Бақылау сөзі"));
  await context.close();
  expect(holding(profile, ["Бақылау сөзі"])).not.toEqual([]);
  expect(holding(profile, [...PRIVATE, "Ахметова", "790209499103"])).toEqual([]);
});

test("the check page covers the IIN but for its end, until the client wants to see it", async () => {
  await counter.begin();
  await begun(tablet, "ru");
  await tablet.locator("#field-surname").fill("Оспанова");
  await tablet.locator("#field-given").fill("Мадина");
  await tablet.locator("#field-iin").fill("880309400008");
  for (const [n, part] of ["9", "3", "1988"].entries()) await tablet.locator(`#field-birth_date-${n}`).fill(part);
  const next = () => tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await next();
  await tablet.locator("#field-phone").fill(PHONE);
  await next();
  for (const n of [0, 1]) await tablet.locator(".choice").nth(n).getByText(t("tablet-give"), { exact: true }).click();
  await next();
  await expect(tablet.getByRole("heading", { name: t("tablet-check"), exact: true })).toBeVisible();
  expect(await tablet.locator("body").innerText()).not.toContain("880309400008");
  await expect(tablet.getByText("••••••••0008")).toBeVisible();
  await tablet.screenshot({ path: "results/tablet-check-covered.png" });
  const eye = tablet.getByRole("button", { name: t("tablet-show"), exact: true });
  await eye.click();
  await expect(tablet.getByText("880309400008")).toBeVisible();
  await tablet.getByRole("button", { name: t("tablet-hide"), exact: true }).click();
  expect(await tablet.locator("body").innerText()).not.toContain("880309400008");
  await next();
  await drawn(tablet);
});
