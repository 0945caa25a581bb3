// The gateway in settings: chosen, tried with its balance, each message with its delivery and its price.
import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { SmscKz } from "../harness/smsc.ts";
import { type Lang, text } from "../harness/texts.ts";

let house: House;
let smsc: SmscKz;
test.beforeEach(async () => {
  house = await found(await Host.start());
  smsc = await SmscKz.start();
});
test.afterEach(async () => {
  await house.host.stop();
  await smsc.stop();
});

async function settings(page: Page, lang: Lang, panel: string): Promise<void> {
  await enter(page, house.host, house.staff.administrator);
  if (lang === "kk") await page.getByRole("button", { name: "ҚАЗ" }).or(page.getByText("ҚАЗ", { exact: true })).first().click();
  await page.getByRole("link", { name: text(lang, "rooms-settings") }).or(page.getByRole("button", { name: text(lang, "rooms-settings") })).first().click();
  await page.getByText(text(lang, `settings-panel-${panel}`), { exact: true }).first().click();
}

for (const lang of ["ru", "kk"] as const)
  test(`SMSC.kz is chosen and tried, and tells its balance (${lang})`, async ({ page }) => {
    const heard = troubles(page);
    await settings(page, lang, "gateway");
    await page.getByRole("radio", { name: /SMSC\.kz/ }).check();
    await page.getByLabel(text(lang, "settings-gateway-login"), { exact: false }).fill(smsc.login);
    await page.getByLabel(text(lang, "settings-gateway-secret"), { exact: false }).fill("wrong");
    await page.getByLabel(text(lang, "settings-gateway-url"), { exact: false }).fill(smsc.url);
    await page.getByRole("button", { name: text(lang, "settings-gateway-save"), exact: true }).click();
    await page.getByRole("button", { name: text(lang, "settings-gateway-try") }).click();
    await expect(page.getByText(text(lang, "settings-gateway-cause-account"))).toBeVisible();
    await page.getByLabel(text(lang, "settings-gateway-secret"), { exact: false }).fill(smsc.password);
    await page.getByRole("button", { name: text(lang, "settings-gateway-save"), exact: true }).click();
    await page.getByRole("button", { name: text(lang, "settings-gateway-try") }).click();
    await expect(page.getByText(text(lang, "settings-gateway-balance", { balance: "1234.50 KZT" }), { exact: false })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: `results/gateway-smsc-${lang}.png`, fullPage: true });
    for (const line of smsc.heard) expect(line).toMatch(/^POST \/sys\/[a-z]+\.php$/);
    expect(heard).toEqual([]);
  });

test("the password is never shown and the screen keeps none", async ({ page }) => {
  await house.host.call(
    "messages.set_gateway",
    { gateway: { kind: "smsc", url: smsc.url, user: smsc.login, password: smsc.password, sender: "" } },
    house.staff.administrator.token,
  );
  await settings(page, "ru", "gateway");
  await expect(page.getByLabel(text("ru", "settings-gateway-secret"), { exact: false })).toHaveValue("");
  await expect(page.getByText(text("ru", "settings-gateway-password-kept"))).toBeVisible();
  expect(await page.content()).not.toContain(smsc.password);
});
