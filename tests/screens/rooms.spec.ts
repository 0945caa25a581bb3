import { expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, type Role, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";

let house: House;
test.beforeAll(async () => {
  house = await found(await Host.start());
});
test.afterAll(async () => house.host.stop());

for (const role of ["consultant", "agent", "manager", "administrator"] as Role[]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`every room opens for the ${role} in the ${colorScheme}, and everyone can use it`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const heard = troubles(page);
      await enter(page, house.host, house.staff[role]);
      const rooms = page.getByRole("navigation").first().getByRole("button");
      await expect(rooms.first()).toBeVisible();
      const faults: string[] = [];
      for (let room = 0; room < (await rooms.count()); room += 1) {
        await page.keyboard.press(`Control+${room + 1}`);
        await page.waitForTimeout(250);
        const name = (await rooms.nth(room).innerText()).trim();
        faults.push(...(await axe(page)).map((fault) => `${name}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(heard).toEqual([]);
    });
  }
}

test("the longest language and the largest text still fit: nothing is cut off sideways", async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 680 });
  await enter(page, house.host, house.staff.manager);
  const rooms = await page.getByRole("navigation").first().getByRole("button").count();
  for (let room = 1; room <= rooms; room += 1) {
    await page.keyboard.press(`Control+${room}`);
    await page.waitForTimeout(150);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([room, overflow]).toEqual([room, 0]);
  }
});
