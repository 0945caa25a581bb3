// A person found, read and changed at the counter; a client base brought in: by words, labels and keys.
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { picking, saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { DATA } from "../harness/processes.ts";
import { text } from "../harness/texts.ts";

const AIGUL = {
  surname: "Нұрғалиева",
  given: "Айгүл",
  patronymic: "Серікқызы",
  birth_date: "15.06.1985",
  iin: "850615499005",
  phone: "87011234418",
  document_kind: "id_card",
  document_number: "030446179",
  card: "2966300334365",
};
const NAME = "Нұрғалиева Айгүл Серікқызы";
const ru = (key: string) => text("ru", key);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

async function enterAigul(): Promise<number> {
  const { host, staff } = house;
  const card = await host.call<{ client: number }>("clients.register", { kind: "client", values: AIGUL }, staff.consultant.token);
  return card.client;
}
async function type(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(query);
}

test("a person is found by seven ways, and nothing of the numbers is shown until the card is open", async ({ page }) => {
  await enterAigul();
  const heard = troubles(page);
  await enter(page, house.host, house.staff.consultant);
  for (const query of ["850615499005", "4418", "8 701 123 44 18", "2966300334365", "030446179", "айгуль нургали", "Nurgalieva Aigul"]) {
    await type(page, query);
    const line = page.getByRole("option").first();
    await expect(line, query).toContainText(NAME);
    await expect(line).not.toContainText("850615");
    await expect(line).not.toContainText("123 44");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText("850615 499005")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  expect(heard).toEqual([]);
});

test("a card opened through the search is among the recent ones as soon as the search is over", async ({ page }) => {
  await enterAigul();
  await enter(page, house.host, house.staff.agent);
  await page.keyboard.press("Control+2");
  await type(page, "4418");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  const forget = page.getByRole("button", { name: new RegExp(ru("clients-forget-query")) });
  if (await forget.isVisible()) await forget.click();
  await expect(page.getByRole("heading", { name: ru("clients-recent") })).toBeVisible();
  await expect(page.getByRole("grid").getByText(NAME)).toBeVisible();
});

test("a change needs its ground, the former value stays, and the look is on record", async ({ page }) => {
  const client = await enterAigul();
  await enter(page, house.host, house.staff.consultant);
  await type(page, "айгүл");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await page.keyboard.press("e");
  const panel = page.getByRole("complementary").filter({ hasText: ru("clients-edit-ground") });
  await panel.getByLabel(ru("clients-datum-surname"), { exact: true }).fill("Омарова");
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText(ru("clients-edit-ground-missing")).first()).toBeVisible();
  await panel.getByRole("radio", { name: ru("clients-ground-document"), exact: true }).check();
  await panel.getByLabel(ru("clients-edit-paper")).fill("удостоверение 030446179");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Омарова Айгүл Серікқызы" })).toBeVisible();
  const former = await house.host.call<{ former: string }[]>("clients.history", { client }, house.staff.consultant.token);
  expect(former.map((one) => one.former)).toEqual(["Нұрғалиева"]);
  await page.keyboard.press("l");
  await expect(page.getByRole("complementary").getByText(ru("clients-look-open")).first()).toBeVisible();
});

test("nobody found offers a new card that begins with what was typed", async ({ page }) => {
  await enter(page, house.host, house.staff.consultant);
  await type(page, "990101 399002");
  await page.getByRole("button", { name: ru("clients-register") }).click();
  await expect(page.getByLabel(ru("clients-datum-iin"), { exact: true })).toHaveValue("990101399002");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(ru("error-clients-no-surname")).first()).toBeVisible();
  await page.getByLabel(ru("clients-datum-surname"), { exact: true }).fill("Цой");
  await page.getByLabel(ru("clients-datum-given"), { exact: true }).fill("Ян");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Цой Ян" })).toBeVisible();
});

test("blocked data stay in their place, hatched, with why and since when", async ({ page }) => {
  const client = await enterAigul();
  const { host, staff } = house;
  const scope = { what: "fields", fields: ["phone"] };
  await host.call("blocks.set", { client, scope, ground: "compromise" }, staff.consultant.token);
  await enter(page, host, staff.consultant);
  await type(page, "айгүл");
  await page.keyboard.press("Enter");
  await expect(page.getByText(ru("blocks-ground-compromise")).first()).toBeVisible();
  await expect(page.getByText("123 44 18")).toHaveCount(0);
  await page.keyboard.press("e");
  const panel = page.getByRole("complementary").filter({ hasText: ru("clients-edit-ground") });
  await expect(panel.getByLabel(ru("clients-datum-surname"), { exact: true })).toBeVisible();
  await expect(panel.getByLabel(ru("clients-datum-phone"), { exact: true })).toHaveCount(0);
});

test("a client base is previewed, brought in, and its bad rows are handed back", async ({ page }) => {
  const heard = troubles(page);
  await picking(page, join(DATA, "clients.utf8.csv"));
  await enter(page, house.host, house.staff.manager);
  await page.getByRole("button", { name: ru("clients-import"), exact: true }).click();
  await page.getByRole("button", { name: ru("clients-import-pick") }).first().click();
  await expect(page.getByText("clients.utf8.csv")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: ru("clients-import-run"), exact: true }).click();
  await expect(page.getByText(ru("clients-import-finished"))).toBeVisible({ timeout: 50_000 });
  await expect(page.getByText("4\u00a0853")).toBeVisible();
  const rows = await saved(page, () => page.getByRole("button", { name: /110/ }).click());
  expect(rows.name).toMatch(/\.xlsx$/);
  expect(heard).toEqual([]);
});
