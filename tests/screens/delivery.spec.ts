// What became of a code: Kannel's own delivery report, from the network to the consultant's screen.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { axe } from "../harness/page.ts";
import { freePort } from "../harness/processes.ts";
import { PHONE, filled } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

test("a code that reached the phone is said to have, beside it and in the visit's trail", async () => {
  const { window, tablet, kannel } = counter;
  if (!kannel) throw new Error("no gateway");
  const { url, username, password } = kannel;
  const gateway = { kind: "kannel", url, user: username, password, sender: "KELISIM", report_port: await freePort() };
  await counter.admin("messages.set_gateway", { gateway });
  await counter.begin();
  await filled(tablet, "ru");
  await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await kannel.code(PHONE);
  await expect(window.getByText(t("consents-event-code-delivered", { n: 1 }))).toBeVisible({ timeout: 20_000 });
  await expect(window.getByText(t("consents-arrival-delivered"))).toBeVisible();
  expect(await axe(window)).toEqual([]);
  await window.screenshot({ path: "results/visit-delivered.png" });
});
