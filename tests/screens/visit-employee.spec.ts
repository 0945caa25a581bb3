// An operator whose employees don't become clients: said in the settings, seen at the counter, refused where it would be saved.
import { type Page, expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { axe, enter } from "../harness/page.ts";
import { PHONE, filled } from "../harness/tablet.ts";
import { type Lang, text } from "../harness/texts.ts";

const IIN = "880309400008";

/** The administrator's panel of that name. */
async function panel(page: Page, lang: Lang, name: string): Promise<void> {
  await page.getByRole("button", { name: text(lang, "rooms-settings") }).first().click();
  await page.getByRole("row", { name: text(lang, `settings-panel-${name}`), exact: true }).click();
}

for (const lang of ["ru", "kk"] as const)
  test(`an employee at the tablet: the rule is set, the counter is told, nothing is saved (${lang})`, async ({ browser, page }) => {
    const t = (key: string) => text(lang, key);
    const counter = await Counter.open(browser, page);
    const office = await browser.newContext();
    try {
      const { window, tablet, house } = counter;
      const admin = await office.newPage();
      await enter(admin, house.host, house.staff.administrator);
      await admin.getByRole("button", { name: t("frame-language-short"), exact: true }).click();
      await panel(admin, lang, "loyalty");
      await admin.getByRole("button", { name: t("loyalty-employees-save") }).click();
      await admin.getByLabel(t("loyalty-employees-list")).fill(`${IIN}\n`);
      await admin.keyboard.press("Control+Enter");
      await expect(admin.getByText(t("loyalty-employees-saved"))).toBeVisible();
      expect(await admin.locator("body").innerText()).not.toContain(IIN);
      await panel(admin, lang, "operators");
      await expect(admin.getByText(t("settings-employees-too"))).toBeVisible();
      await admin.getByRole("button", { name: t("settings-change") }).click();
      await admin.getByRole("checkbox", { name: t("settings-no-employees") }).check();
      expect(await axe(admin)).toEqual([]);
      await admin.screenshot({ path: `results/employee-rule-${lang}.png` });
      await admin.keyboard.press("Control+Enter");
      await expect(admin.getByText(t("settings-employees-too"))).toBeHidden();

      await window.getByRole("button", { name: t("frame-language-short"), exact: true }).click();
      const visit = await counter.consultant<{ line: { id: number } }>("consents.open_visit", {
        text: counter.text,
        tablet: (await counter.consultant<{ id: number }[]>("tablets.list"))[0]?.id,
      });
      await window.keyboard.press("Control+2");
      await window.getByRole("grid").getByText("Планшет 1").click();
      await filled(tablet, lang);
      // The client's tablet says nothing of it: the list of employees is not theirs to see.
      await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
      await tablet.locator("#code").fill((await counter.kannel?.code(PHONE)) ?? "");
      await tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
      await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
      await expect(window.getByText(t("visits-employee"), { exact: true })).toBeVisible();
      await window.getByLabel(t("consents-document-number"), { exact: true }).fill("045123678");
      await window.getByLabel(t("consents-document-issued"), { exact: true }).fill("04032021");
      await window.getByRole("button", { name: t("consents-document-usual") }).click();
      await window.getByRole("checkbox", { name: t("consents-original-seen") }).check();
      await window.getByRole("button", { name: t("consents-complete") }).click();
      await expect(window.getByText(t("error-consents-employee")).first()).toBeVisible();
      expect(await axe(window)).toEqual([]);
      await window.screenshot({ path: `results/employee-visit-${lang}.png` });
      expect(await counter.consents()).toBe(0);

      // The rule is lifted: the same visit goes through, with what was typed.
      await panel(admin, lang, "operators");
      await admin.getByRole("button", { name: t("settings-change") }).click();
      await admin.getByRole("checkbox", { name: t("settings-no-employees") }).uncheck();
      await admin.keyboard.press("Control+Enter");
      await expect(admin.getByText(t("settings-employees-too"))).toBeVisible();
      await window.getByRole("button", { name: t("consents-complete") }).click();
      await expect(window.getByText(t("consents-intact"))).toBeVisible();
      expect((await counter.visits()).find((one) => one.id === visit.line.id)?.state).toBe("saved");
    } finally {
      await office.close();
      await counter.close();
    }
  });
