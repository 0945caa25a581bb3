// The client at the counter tablet: what they type, answer and sign.
import { type Page, expect } from "@playwright/test";
import { axe } from "./page.ts";
import { type Lang, text } from "./texts.ts";

export const PHONE = "+7 701 555 01 02";
/** A consent text of our own words, as an administrator publishes it. */
export const TEXT = {
  code: "loyalty",
  title: { kk: "Алтын карта: деректерді өңдеуге келісім", ru: "Алтын карта: согласие на обработку данных" },
  body: {
    kk: "# Не үшін\n\nБіз (БСН 991240990006) деректеріңізді карта жүргізу үшін жинаймыз.",
    ru: "# Зачем\n\nМы (БИН 991240990006) собираем ваши данные, чтобы вести карту.",
  },
  data: ["surname", "given", "patronymic", "iin", "birth_date", "phone", "email", "document"],
  term: "programme_12",
  third_parties: null,
  cross_border: null,
  public_sources: false,
  purposes: [
    purpose("service", "Карта жүргізу", "Ведение карты", []),
    purpose("optional", "SMS арқылы жарнама", "Реклама по SMS", ["sms"]),
  ],
};

function purpose(kind: string, kk: string, ru: string, channels: string[]) {
  const note = { kk: "Түсіндірме.", ru: "Пояснение." };
  return { kind, basis: "consent", name: { kk, ru }, note, channels, data: ["phone"], term: "programme" };
}

/** Fills everything up to the signature, as a client would. */
export async function filled(page: Page, lang: Lang): Promise<void> {
  await begun(page, lang);
  await typed(page);
  expect(await axe(page)).toEqual([]);
  await signed(page, lang);
}

const words = (lang: Lang) => (key: string, values = {}) => text(lang, `tablet-${key}`, values);
const next = (page: Page, lang: Lang) => page.getByRole("button", { name: words(lang)("next"), exact: true }).click();
const heading = (page: Page, lang: Lang, key: string) =>
  expect(page.getByRole("heading", { name: words(lang)(key), exact: true })).toBeVisible();
/** The second window of a workstation speaks of no tablet and no finger. */
const inWindow = (page: Page) => page.url().includes("/client/");

/** From the choice of the language to the empty page of the person's data. */
export async function begun(page: Page, lang: Lang): Promise<void> {
  await page.locator(".langs button", { hasText: words(lang)(`lang-${lang}`) }).click();
  await heading(page, lang, "about");
  expect(await axe(page)).toEqual([]);
  await next(page, lang);
  await heading(page, lang, "person");
}

/** Types the person's data. */
export async function typed(page: Page): Promise<void> {
  await page.locator("#field-surname").fill("Оспанова");
  await page.locator("#field-given").fill("Мадина");
  await page.locator("#field-iin").fill("880309400008");
  await page.locator("#field-birth_date-0").fill("9");
  await page.locator("#field-birth_date-1").fill("3");
  await page.locator("#field-birth_date-2").fill("1988");
}

/** From the typed person's data to the page of the code: the number, the answers, a look at everything, the signature. */
export async function signed(page: Page, lang: Lang): Promise<void> {
  const t = words(lang);
  await next(page, lang);
  await heading(page, lang, "contacts");
  await page.locator("#field-phone").fill(PHONE);
  await next(page, lang);
  await heading(page, lang, "choices");
  expect(await page.locator("input:checked").count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await next(page, lang);
  await expect(page.getByText(t("choose"))).toBeVisible();
  for (const [n, key] of [
    [0, "give"],
    [1, "give-not"],
  ] as const)
    await page.locator(".choice").nth(n).getByText(t(key), { exact: true }).click();
  await expect(page.locator("input:checked")).toHaveCount(2);
  await next(page, lang);
  await heading(page, lang, "check");
  expect(await axe(page)).toEqual([]);
  await next(page, lang);
  await heading(page, lang, inWindow(page) ? "sign-window" : "sign");
  await page.getByRole("button", { name: t("sign-done") }).click();
  await expect(page.getByText(t("sign-empty"), { exact: true })).toBeVisible();
  await drawn(page);
  await page.getByRole("button", { name: t("sign-done") }).click();
  await heading(page, lang, "code");
}

/** Draws a signature with a finger. */
export async function drawn(page: Page): Promise<void> {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  await page.mouse.move(box.x + 60, box.y + 100);
  await page.mouse.down();
  for (let n = 1; n <= 20; n++) await page.mouse.move(box.x + 60 + n * 20, box.y + 100 + 40 * Math.sin(n));
  await page.mouse.up();
}
