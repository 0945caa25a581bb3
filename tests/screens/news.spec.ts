// A branch at work makes news faster than a slow disk answers: a screen follows all the same.
import { expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { enter } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string) => text("ru", key);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

test("a screen shows each answer in its turn, though the next news are there before it", async ({ page }) => {
  const { administrator } = house.staff;
  const admin = <T>(command: string, args: object = {}) => house.host.call<T>(command, args, administrator.token);
  const [operator] = await admin<{ id: number }[]>("operators.list");
  const named = (n: number) => ({ operator: operator?.id, name: { kk: `Карта ${n}`, ru: `Карта ${n}` }, since: "2026-12-01" });
  let one = await admin<{ id: number; version: number }>("loyalty.set_programme", named(0));
  await enter(page, house.host, administrator);
  await page.getByRole("button", { name: t("rooms-settings") }).first().click();
  await page.getByRole("row", { name: t("settings-panel-loyalty") }).click();
  await expect(page.getByRole("heading", { name: "Карта 0" })).toBeVisible();
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes("loyalty.programmes")) await new Promise((rested) => setTimeout(rested, 400));
    await route.continue();
  });
  let busy = true;
  const work = (async () => {
    for (let n = 1; busy; n += 1) {
      one = await admin("loyalty.set_programme", { ...named(n), id: one.id, version: one.version });
      await new Promise((rested) => setTimeout(rested, 100));
    }
  })();
  try {
    await expect(page.getByRole("heading", { name: /^Карта [1-9]/ })).toBeVisible({ timeout: 4_000 });
  } finally {
    busy = false;
    await work;
  }
});
