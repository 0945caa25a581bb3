// Consents that were ticked on a site: their list is read, brought in, and each says what it lacks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { picking } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { TEXT } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
  await house.host.call("consents.publish_text", { text: TEXT }, house.staff.administrator.token);
});
test.afterEach(async () => {
  await house.host.stop();
});

for (const lang of ["ru", "kk"] as const)
  test(`a site's list becomes consents with their gaps said (${lang})`, async ({ page }) => {
    const heard = troubles(page);
    const t = (key: string, values = {}) => text(lang, `consents-site-${key}`, values);
    const ticks = TEXT.purposes.map((purpose) => purpose.name.ru);
    const yes = TEXT.purposes.map(() => "да");
    const rows = [
      ["ФИО", "ИИН", "Время", "IP", "Устройство", "Версия", ...ticks],
      ["Нұрғалиева Айгүл Серікқызы", "850615499005", "14.12.2026 08:30:05", "91.185.20.7", "Firefox 146", "1", ...yes],
      ["Ахметов Болат", "850615499006", "14.12.2026 08:31:00", "91.185.20.8", "Chrome", "1", ...yes],
    ];
    const list = join(house.host.data, "site.csv");
    writeFileSync(list, rows.map((row) => row.join(";")).join("\n"));
    await enter(page, house.host, house.staff.manager);
    if (lang === "kk") await page.getByRole("button", { name: "ҚАЗ" }).or(page.getByText("ҚАЗ", { exact: true })).first().click();
    await picking(page, list);
    await page.getByRole("link", { name: text(lang, "rooms-consents") }).or(page.getByRole("button", { name: text(lang, "rooms-consents") })).first().click();
    await page.getByRole("button", { name: t("open") }).click();
    await page.getByRole("button", { name: t("pick") }).click();
    await expect(page.getByText(t("flaw-iin")).first()).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: `results/site-preview-${lang}.png` });
    await page.getByRole("button", { name: t("run") }).click();
    await expect(page.getByText(t("finished"), { exact: true })).toBeVisible();
    await page.screenshot({ path: `results/site-done-${lang}.png` });
    await page.getByRole("button", { name: t("done") }).click();
    await page.getByText("Нұрғалиева").first().click();
    await expect(page.getByText(text(lang, "consents-gap-site"))).toBeVisible();
    await expect(page.getByText("91.185.20.7")).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: `results/site-consent-${lang}.png`, fullPage: true });
    expect(heard).toEqual([]);
  });
