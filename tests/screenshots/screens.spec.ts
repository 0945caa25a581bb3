// Pictures of every screen, from made-up people at a fixed moment: `./dev screens`.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { ROOT, built, folder } from "../harness/processes.ts";
import { type Lang, text } from "../harness/texts.ts";

const CLOCK = "2026-12-14T11:20+05:00";
const PASSWORD = "kelisim demo 2026";
const PICTURES = join(ROOT, "ui/screenshots");

const data = folder("demo");
let host: Host;

test.beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  execFileSync(built("kelisim-host"), ["demo", "--data", data.path, "--clock", CLOCK]);
  host = await Host.start({ data: data.path, clock: CLOCK });
});
test.afterAll(async () => {
  await host.stop();
  data.remove();
});

async function speak(page: Page, lang: Lang): Promise<void> {
  await page.getByRole("button", { name: text(lang, "frame-language-short"), exact: true }).click();
}

async function enter(page: Page, login: string, lang: Lang): Promise<void> {
  await page.goto(host.url);
  await speak(page, lang);
  await page.getByLabel(text(lang, "start-login"), { exact: true }).fill(login);
  await page.getByLabel(text(lang, "start-password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: text(lang, "start-enter") }).click();
  await expect(page.getByRole("combobox").first()).toBeVisible();
  await speak(page, lang);
}

/** The rooms of the rail by their numbers. */
const ROOMS: [login: string, rooms: string[]][] = [
  ["manager", ["clients", "consents", "requests", "blocks", "loyalty", "board", "journal", "settings"]],
  ["admin", ["journal-administrator", "settings-administrator"]],
];

for (const lang of ["ru", "kk"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    const save = async (page: Page, name: string) => {
      await page.waitForTimeout(350);
      await page.screenshot({ path: join(PICTURES, `${name}-${lang}-${colorScheme}.png`) });
    };

    test(`pictures, ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(host.url);
      await speak(page, lang);
      await save(page, "log-in");
      for (const [login, rooms] of ROOMS) {
        await enter(page, login, lang);
        for (const [at, room] of rooms.entries()) {
          await page.keyboard.press(`Control+${at + 1}`);
          // The fifth view of the queue shows them all.
          if (room === "requests") await page.getByRole("button", { name: text(lang, "requests-view-all") }).click();
          await save(page, room);
          const row = page.locator("main [role=rowheader], main th[scope=row]").first();
          if (["consents", "requests", "blocks"].includes(room) && (await row.isVisible())) {
            await row.click();
            await page.keyboard.press("Enter");
            await save(page, `${room}-open`);
          }
        }
        if (login !== "manager") continue;
        await page.keyboard.press("Control+1");
        await page.keyboard.press("Control+k");
        await page.keyboard.type("нургалиева");
        await save(page, "search");
        await page.keyboard.press("Enter");
        await save(page, "card");
        await page.keyboard.press("Control+l");
        await save(page, "locked");
      }
    });
  }
}
