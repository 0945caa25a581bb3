// What people paste into forms: nothing, ten thousand letters, emoji, right-to-left, marks that nobody sees, NUL, formulas.
// Each is taken as it is read or answered with what is wrong; nothing typed is lost, and nothing unseen is kept.
import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);
const LONG = "А".repeat(10_000);

let house: House;
test.beforeAll(async () => {
  house = await found(await Host.start());
});
test.afterAll(async () => house.host.stop());

/** Pastes, as a person would: a field's own limit counts. */
async function paste(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words);
}

async function newCard(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Ғайыпов Жоқжан");
  await page.getByRole("button", { name: t("clients-register") }).click();
  await expect(page.getByRole("heading", { name: t("clients-register") })).toBeVisible();
}
const save = (page: Page) => page.keyboard.press("Control+Enter");
const surname = () => t("clients-datum-surname");

for (const [name, words, fault] of [
  ["nothing", "   ", "clients-no-surname"],
  ["emoji", "🙂🙂", "clients-name-letters"],
  ["a formula", "=HYPERLINK(1)", "clients-name-letters"],
  ["marks alone that nobody sees", "\u202e\u200b\u2066", "clients-no-surname"],
  ["signs stacked on a letter", `Н${"\u0301".repeat(400)}`, "clients-too-long"],
] as const)
  test(`a new card with ${name} for a surname: said beside the field, and what was typed stays`, async ({ page }) => {
    const heard = troubles(page);
    await enter(page, house.host, house.staff.consultant);
    await newCard(page);
    await paste(page, surname(), words);
    await paste(page, t("clients-datum-given"), "Айгүл");
    await save(page);
    await expect(page.getByText(t(`error-${fault}`)).first()).toBeVisible();
    await expect(page.getByLabel(surname(), { exact: true })).toHaveValue(words);
    await expect(page.getByLabel(t("clients-datum-given"), { exact: true })).toHaveValue("Айгүл");
    const { count } = await house.host.call<{ count: number }>("clients.recent", {}, house.staff.manager.token);
    expect(count).toBe(0);
    expect(heard).toEqual([]);
  });

test("a new card with 10,000 letters for a surname: not cut without a word; said how many are too many", async ({ page }) => {
  await enter(page, house.host, house.staff.consultant);
  await newCard(page);
  await paste(page, surname(), LONG);
  await paste(page, t("clients-datum-given"), "Айгүл");
  await expect(page.getByText(t("parts-over", { n: 9500 }))).toBeVisible();
  await save(page);
  await expect(page.getByRole("link", { name: `${surname()}: ${t("parts-over", { n: 9500 })}` })).toBeVisible();
  await expect(page.getByLabel(surname(), { exact: true })).toHaveValue(LONG);
});

for (const [name, words, kept] of [
  ["right-to-left letters", "שלום", "שלום"],
  ["a mark that turns the line around", "Нұр\u202eғалиева", "Нұрғалиева"],
  ["NUL in the middle", "Жақ\0сыбекова", "Жақсыбекова"],
] as const)
  test(`a new card with ${name}: kept as it is read`, async ({ page }) => {
    await enter(page, house.host, house.staff.consultant);
    await newCard(page);
    await paste(page, surname(), words);
    await paste(page, t("clients-datum-given"), "Айгүл");
    await save(page);
    await expect(page.getByRole("heading", { level: 1, name: `${kept} Айгүл` })).toBeVisible();
    const { people } = await house.host.call<{ people: { name: string; client: number }[] }>(
      "clients.find",
      { query: kept, page: 0 },
      house.staff.consultant.token,
    );
    expect(people.map((one) => one.name)).toContain(`${kept} Айгүл`);
    // Out of the next test's way: nobody has this name any more.
    await house.host.stop();
    house = await found(await Host.start());
  });

test("an application with every such text in every field: taken as it is read, or the field is named", async ({ page }) => {
  test.setTimeout(120_000);
  const heard = troubles(page);
  await enter(page, house.host, house.staff.agent);
  const begin = async () => {
    await page.keyboard.press("Control+n");
    await expect(page.getByRole("heading", { name: t("requests-reg-title") })).toBeVisible();
    await page.getByLabel(t("requests-channel-visit")).check();
    await page.getByLabel(t("requests-kind-information")).check();
    await page.getByLabel(t("requests-lang-ru"), { exact: true }).check();
  };
  const who = () => page.getByLabel(t("requests-reg-applicant"), { exact: true });
  const what = () => page.getByLabel(t("requests-reg-text"), { exact: true });
  await begin();
  await who().fill(LONG);
  await what().fill(LONG);
  await save(page);
  await expect(page.getByText(t("parts-over", { n: 9800 })).first()).toBeVisible();
  await expect(who()).toHaveValue(LONG);
  await expect(what()).toHaveValue(LONG);
  await who().fill("   ");
  await what().fill("   ");
  await save(page);
  await expect(page.getByText(t("error-requests-no-applicant")).first()).toBeVisible();
  await expect(page.getByText(t("error-requests-no-text")).first()).toBeVisible();
  for (const [name, words, kept] of [
    ["Серік 🙂", LONG, LONG],
    ["שלום", "Прошу\u202e ответить", "Прошу ответить"],
    ["=1+1", "=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["Ли\u200bла", "А\0Б", "АБ"],
  ] as const) {
    await who().fill(name);
    await what().fill(words);
    await save(page);
    await page.getByRole("button", { name: t("requests-reg-open") }).click();
    await expect(page.getByText(kept.slice(0, 200)).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([name, overflow]).toEqual([name, 0]);
    expect(await page.locator("body").innerText()).not.toMatch(/[\u202e\u200b\0]/);
    await begin();
  }
  expect(heard).toEqual([]);
});

test("the search box answers whatever is pasted into it", async ({ page }) => {
  const heard = troubles(page);
  await enter(page, house.host, house.staff.consultant);
  for (const words of [LONG, "🙂", "שלום\u202e", "a\0b", "=1+1", "%_'\"--;", "*", "(", '"', " OR 1=1 --"]) {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").first().fill(words);
    await expect(page.getByText(t("clients-nobody")).first()).toBeVisible();
  }
  expect(heard).toEqual([]);
});
