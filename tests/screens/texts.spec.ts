// A consent text from the first draft to who is on which version, as an administrator and a branch go through it.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { picking } from "../harness/dialogs.ts";
import { Host, MONDAY_MORNING } from "../harness/host.ts";
import { type House, OPERATOR, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values = {}) => text("ru", key, values);
const s = (key: string, values = {}) => t(`settings-texts-${key}`, values);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start({ clock: MONDAY_MORNING }));
});
test.afterEach(async () => house.host.stop());

const act = <T>(role: "administrator" | "consultant" | "manager", command: string, args: object) =>
  house.host.call<T>(command, args, house.staff[role].token);

/** The panel of texts in settings. */
async function library(page: Page): Promise<void> {
  await page.getByRole("button", { name: t("rooms-settings"), exact: true }).click();
  await page.getByText(t("settings-panel-texts"), { exact: true }).click();
}

/** The Kazakh, Russian or English side of a pair. */
const side = (page: Page, pair: string, lang: "kk" | "ru" | "en") =>
  page.getByRole("group", { name: s(pair), exact: true }).getByLabel(s(`lang-${lang}`), { exact: true });

/** Kept by the vault, not only on the screen. */
const kept = (page: Page) => expect(page.getByRole("status").filter({ hasText: /Сохранено в/ })).toBeVisible();

async function written(page: Page): Promise<void> {
  await page.getByLabel(s("code"), { exact: true }).fill("loyalty");
  await side(page, "title", "kk").fill("Алтын карта");
  await side(page, "title", "ru").fill("Золотая карта");
  await side(page, "body", "kk").fill("# Не үшін\n\nДеректеріңізді карта жүргізу үшін жинаймыз.");
  await side(page, "body", "ru").fill("# Зачем\n\nСобираем ваши данные, чтобы вести карту.");
  const choose = (group: string, word: string) =>
    page.getByRole("group", { name: group, exact: true }).first().getByRole("radio", { name: word }).first().check();
  await choose(s("term"), s("term-programme-12"));
  await choose(s("third-parties"), s("no"));
  await choose(s("public"), s("no"));
  await choose(s("cross-border"), s("yes"));
  await page.getByRole("group", { name: s("purpose-name"), exact: true }).getByLabel(s("lang-kk"), { exact: true }).fill("Карта жүргізу");
  await page.getByRole("group", { name: s("purpose-name"), exact: true }).getByLabel(s("lang-ru"), { exact: true }).fill("Ведение карты");
  await choose(s("kind"), s("kind-service"));
  await choose(s("basis"), s("basis-consent"));
  await page.getByRole("group", { name: s("term"), exact: true }).nth(1).getByRole("radio", { name: s("term-programme"), exact: true }).check();
  await page.getByRole("group", { name: s("purpose-data"), exact: true }).getByRole("checkbox").first().check();
}

test("a text goes from a draft that lacks to a published one, and its next version to those who are on the old", async ({ page }) => {
  const heard = troubles(page);
  await enter(page, house.host, house.staff.administrator);
  await library(page);
  await page.getByRole("button", { name: s("new") }).first().click();
  await expect(page.getByText(t("error-consents-lack-body", { lang: "казахский" }))).toBeVisible();

  await written(page);
  await kept(page);
  // Two things are still wrong: no country is named, and the words don't name the operator.
  await page.getByRole("button", { name: s("publish") }).click();
  const summary = page.locator("#error-summary").locator("..");
  await expect(summary.getByText(t("error-consents-lack-countries"))).toBeVisible();
  await expect(summary.getByText(t("error-consents-lack-operator-bin", { lang: "казахский" }))).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await page.getByRole("button", { name: s("name-operator") }).click();
  await expect(side(page, "body", "ru")).toHaveValue(new RegExp(`^Согласие получает ${OPERATOR.name_ru}, БИН ${OPERATOR.bin}`));
  await page.getByRole("combobox", { name: s("country-add", { what: s("countries") }) }).selectOption("ru");
  await expect(page.getByText(s("check-whole"))).toBeVisible();

  // Nothing is lost when the page is left: the draft is in the vault.
  await kept(page);
  await page.reload();
  await enter(page, house.host, house.staff.administrator);
  await library(page);
  await page.getByRole("rowheader", { name: "Золотая карта" }).click();
  await expect(side(page, "body", "kk")).toHaveValue(/карта жүргізу үшін/);

  await page.getByRole("button", { name: s("preview"), exact: true }).click();
  const tablet = page.getByRole("group", { name: s("preview"), exact: true }).last();
  await expect(tablet.getByText("Ресей")).toBeVisible();
  await page.getByRole("button", { name: s("publish") }).click();
  await page.getByRole("button", { name: s("sure-act"), exact: true }).click();
  await expect(page.getByText(s("in-force"))).toBeVisible();

  const [first] = await act<{ id: number }[]>("administrator", "consents.texts", {});
  const shown = await act<{ sha256: Record<string, string>; purposes: { id: number }[]; cross_border: { ru: string } }>(
    "administrator",
    "consents.text",
    { text: first?.id },
  );
  expect(shown.sha256.kk).toMatch(/^[0-9a-f]{64}$/);
  expect(shown.cross_border.ru).toBe("Россия");
  await consentOnPaper(first?.id ?? 0, shown.purposes);

  // The next version: one sentence differs, and the comparison says so.
  await page.getByRole("rowheader", { name: "Золотая карта" }).click();
  await page.getByRole("button", { name: s("begin-version") }).click();
  await side(page, "body", "ru").fill((await side(page, "body", "ru").inputValue()).replace("вести карту", "вести карту и копить баллы"));
  await side(page, "body", "kk").fill((await side(page, "body", "kk").inputValue()).replace("жинаймыз", "жинап, ұпай есептейміз"));
  await kept(page);
  await page.getByRole("button", { name: s("look-compare") }).click();
  const langs = page.getByRole("group", { name: s("preview-lang") }).first();
  await expect(langs.getByRole("button")).toHaveText([s("lang-kk"), s("lang-ru")]);
  await langs.getByRole("button", { name: s("lang-ru") }).click();
  await expect(page.locator("ins")).toHaveText([" и копить баллы"]);
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: s("look-beside") }).click();
  await expect(page.getByText(s("beside-uneven"))).toHaveCount(0);
  await page.getByRole("button", { name: s("publish") }).click();
  await page.getByRole("button", { name: s("sure-act"), exact: true }).click();
  await expect(page.getByText(s("replaced"))).toBeVisible();

  // The branch sees who is still on the old version, and records an objection.
  await page.reload();
  await enter(page, house.host, house.staff.consultant);
  await page.getByRole("button", { name: t("rooms-consents"), exact: true }).click();
  await page.getByRole("button", { name: t("texts-holders") }).click();
  await expect(page.getByText(t("texts-standing-reconsent"))).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByText("Оспанова").last().click();
  await page.getByRole("radio", { name: t("texts-channel-letter") }).check();
  await page.getByRole("button", { name: t("texts-record-object") }).click();
  await expect(page.getByText(t("texts-standing-objected")).first()).toBeVisible();
  await expect(page.getByText(t("texts-objected-on", { day: "14.12.2026" }))).toBeVisible();

  // From there a new consent begins, and settles it.
  await page.getByText("Оспанова").last().click();
  await page.getByRole("complementary").getByRole("button", { name: t("texts-ask-now") }).click();
  await expect(page.getByRole("heading", { name: /Оспанова/ })).toBeVisible();
  expect(heard).toEqual([]);
});

/** A consent of a made-up person, taken on paper. */
async function consentOnPaper(id: number, purposes: { id: number }[]): Promise<void> {
  const visit = await act<{ rev: number; line: { id: number } }>("consultant", "consents.open_visit", { text: id, tablet: null });
  await act("consultant", "consents.save_visit", {
    visit: visit.line.id,
    rev: visit.rev,
    original_seen: true,
    lang: "ru",
    answers: purposes.map((purpose) => ({ purpose: purpose.id, yes: true })),
    person: { surname: "Оспанова", given: "Мадина", phone: "+77015550102" },
    document: { kind: "id_card", number: "045123678", issuer: "ҚР ІІМ", issued: "2021-03-04" },
  });
}

test("of two clerks on one draft the second is told, and nothing is written over", async ({ page }) => {
  const draft = await act<{ id: number; rev: number; form: object }>("administrator", "consents.begin_draft", { from: null });
  await enter(page, house.host, house.staff.administrator);
  await library(page);
  await page.getByText(s("untitled")).click();
  await side(page, "title", "ru").fill("Первая");
  await kept(page);
  const now = await act<{ rev: number; form: { title: object } }>("administrator", "consents.draft", { draft: draft.id });
  await act("administrator", "consents.save_draft", {
    draft: draft.id,
    rev: now.rev,
    form: { ...now.form, title: { kk: "", ru: "Вторая" } },
  });
  await side(page, "title", "ru").fill("Третья");
  await expect(page.getByText(t("error-consents-draft-moved"))).toBeVisible();
  await expect(side(page, "title", "ru")).toHaveValue("Третья");
  await page.getByRole("button", { name: s("reload") }).click();
  await expect(side(page, "title", "ru")).toHaveValue("Вторая");
});

test("an own document is brought in, and what can't be read is refused by name", async ({ page }) => {
  const dir = mkdtempSync(join(tmpdir(), "kelisim-texts-"));
  const good = join(dir, "согласие.md");
  const bad = join(dir, "скан.pdf");
  writeFileSync(good, "# Согласие\n\nСобираем **данные**:\n\n- имя\n- телефон\n");
  writeFileSync(bad, "%PDF-1.7 не файл");
  await picking(page, bad, good);
  await enter(page, house.host, house.staff.administrator);
  await library(page);
  await page.getByRole("button", { name: s("new") }).first().click();
  await page.getByRole("button", { name: s("bring"), exact: true }).click();
  await page.getByRole("button", { name: s("bring-pick") }).click();
  await expect(page.getByText(t("error-consents-file-broken"))).toBeVisible();
  await page.getByRole("button", { name: s("bring-pick") }).click();
  await expect(page.getByText("согласие.md")).toBeVisible();
  await page.getByRole("button", { name: s("bring-act") }).click();
  await expect(side(page, "body", "ru")).toHaveValue("# Согласие\n\nСобираем данные:\n\n– имя\n– телефон");
  await kept(page);
});
