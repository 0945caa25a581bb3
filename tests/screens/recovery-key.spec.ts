// A new recovery key, for a house whose key nobody has.
import { expect, test } from "@playwright/test";
import { saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, PASSWORD, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

const recover = (key: string) =>
  house.host.call("staff.recover", { recovery_key: key, login: "admin", password: PASSWORD }).then(
    () => "opens",
    (error: Error) => error.message,
  );

test("an administrator makes a new recovery key, saves it, proves it; only then the old one stops", async ({ page }) => {
  const heard = troubles(page);
  await enter(page, house.host, house.staff.administrator);
  await page.getByRole("button", { name: t("rooms-settings") }).first().click();
  await page.getByRole("row", { name: t("settings-panel-house") }).click();
  const card = page.getByRole("region", { name: t("start-recovery-key") });
  await expect(card.getByText(t("settings-recovery-unproved"), { exact: true })).toBeVisible();
  await card.getByRole("button", { name: t("settings-recovery-new") }).click();
  await page.keyboard.type("не тот пароль совсем");
  await page.keyboard.press("Enter");
  await expect(card.getByText(t("error-keys-wrong"))).toBeVisible();
  await card.getByLabel(t("settings-password-present"), { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: t("settings-recovery-make") }).click();
  const shown = card.getByRole("group", { name: t("start-recovery-key") });
  await expect(shown).toBeVisible();
  const key = (await shown.innerText()).trim().split(/\s+/).join("-");
  expect(key).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  expect(await axe(page)).toEqual([]);
  const kept = await saved(page, () => card.getByRole("button", { name: t("start-recovery-save") }).click());
  await expect(card.getByText(t("start-recovery-kept"))).toBeVisible();
  expect(kept.bytes.toString("utf8")).toContain(key);
  expect(await recover(house.recoveryKey)).toBe("opens");
  await card.getByLabel(t("start-recovery-part"), { exact: true }).fill("0000");
  await card.getByRole("button", { name: t("settings-recovery-keep") }).click();
  await expect(card.getByText(t("start-recovery-differs")).first()).toBeVisible();
  await card.getByLabel(t("start-recovery-part"), { exact: true }).fill(key.split("-").at(-1)?.toLowerCase() ?? "");
  await card.getByRole("button", { name: t("settings-recovery-keep") }).click();
  await expect(card.getByText(t("settings-recovery-is-kept"), { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(key.slice(0, 9));
  expect(await recover(house.recoveryKey)).toContain("keys.wrong_recovery");
  expect(await recover(key)).toBe("opens");
  expect(heard).toEqual([]);
});

test("a key that was left unproved changes nothing: the old one still opens", async ({ page }) => {
  await enter(page, house.host, house.staff.administrator);
  await page.getByRole("button", { name: t("rooms-settings") }).first().click();
  await page.getByRole("row", { name: t("settings-panel-house") }).click();
  const card = page.getByRole("region", { name: t("start-recovery-key") });
  await card.getByRole("button", { name: t("settings-recovery-new") }).click();
  await card.getByLabel(t("settings-password-present"), { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(card.getByRole("group", { name: t("start-recovery-key") })).toBeVisible();
  await page.screenshot({ path: "results/recovery-key.png" });
  await card.getByRole("button", { name: t("settings-recovery-leave") }).click();
  await expect(card.getByText(t("settings-recovery-next"))).toBeVisible();
  expect(await recover(house.recoveryKey)).toBe("opens");
});
