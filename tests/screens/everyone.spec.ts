// Every room and every panel of settings, in every language, light and dark: everyone can use it, and no word is cut off.
import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, type Role, found } from "../harness/house.ts";
import { axe, enter } from "../harness/page.ts";
import { type Lang, text } from "../harness/texts.ts";

let house: House;
test.beforeAll(async () => {
  house = await found(await Host.start());
});
test.afterAll(async () => house.host.stop());

/** Words that don't fit the box that shows them. A long name in a list may end in dots; a word of ours may not. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("button, label, legend, h1, h2, h3, th, dt, a, p, [role=status]")) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // What is there for ears only is one pixel large on purpose.
      if (box.width <= 1 || box.height <= 1 || style.visibility === "hidden") continue;
      if (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) cut.push(element.innerText);
      if (box.right > innerWidth + 1) cut.push(`beyond the edge: ${element.innerText}`);
    }
    return cut;
  });
}

/** Looks at what is shown, in both lights. */
async function looked(page: Page, name: string): Promise<string[]> {
  const faults = (await cut(page)).map((words) => `${name}: cut off: ${words}`);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    faults.push(...(await axe(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
  }
  return faults;
}

for (const role of ["manager", "administrator"] as Role[])
  for (const lang of ["kk", "ru", "en"] as Lang[])
    test(`every room of the ${role} in ${lang}, light and dark, can be used and read by everyone`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width: 1280, height: 800 });
      await enter(page, house.host, house.staff[role]);
      await page.getByRole("button", { name: text(lang, "frame-language-short"), exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      const faults: string[] = [];
      const rooms = page.getByRole("navigation").first().getByRole("button");
      for (let room = 0; room < (await rooms.count()); room += 1) {
        await rooms.nth(room).click();
        await page.waitForTimeout(250);
        faults.push(...(await looked(page, (await rooms.nth(room).innerText()).trim())));
      }
      const panels = page.getByRole("grid", { name: text(lang, "rooms-settings") }).getByRole("rowheader");
      for (let panel = 0; panel < (await panels.count()); panel += 1) {
        await panels.nth(panel).click();
        await page.waitForTimeout(250);
        faults.push(...(await looked(page, (await panels.nth(panel).innerText()).trim())));
      }
      expect(faults).toEqual([]);
      await page.getByRole("button", { name: text("ru", "frame-language-short"), exact: true }).click();
    });
