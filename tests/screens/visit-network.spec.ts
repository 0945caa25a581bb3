// The tablet’s line is cut at each step and comes back: nothing that the client did is lost.
import { expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { PHONE, drawn } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

// Before a language is chosen the tablet speaks Kazakh.
const cutOff = () => counter.tablet.getByText(t("tablet-offline")).or(counter.tablet.getByText(text("kk", "tablet-offline")));
const offline = () => expect(cutOff()).toBeVisible();
const online = () => expect(cutOff()).toBeHidden({ timeout: 15_000 });
const heading = (key: string) =>
  expect(counter.tablet.getByRole("heading", { name: t(`tablet-${key}`), exact: true })).toBeVisible({ timeout: 15_000 });
const press = (key: string) => counter.tablet.getByRole("button", { name: t(`tablet-${key}`), exact: true }).click();

/** Does something while the line is cut; then the line comes back. */
async function cut(what: () => Promise<void>): Promise<void> {
  const context = counter.tablet.context();
  await context.setOffline(true);
  await what();
  await offline();
  await context.setOffline(false);
  await online();
}

test("a visit goes through although the line is cut at every step", async () => {
  test.setTimeout(120_000);
  const { window, tablet, kannel } = counter;
  await counter.begin();
  await expect(tablet.locator(".langs")).toBeVisible();
  await cut(() => tablet.locator(".langs button", { hasText: t("tablet-lang-ru") }).click());
  await heading("about");
  await cut(() => press("next"));
  await heading("person");
  await cut(async () => {
    await tablet.locator("#field-surname").fill("Оспанова");
    await tablet.locator("#field-given").fill("Мадина");
    await tablet.locator("#field-iin").fill("880309400008");
    await tablet.locator("#field-birth_date-0").fill("9");
    await tablet.locator("#field-birth_date-1").fill("3");
    await tablet.locator("#field-birth_date-2").fill("1988");
    await tablet.locator("#field-birth_date-2").blur();
  });
  await cut(() => press("next"));
  await heading("contacts");
  await cut(async () => {
    await tablet.locator("#field-phone").fill(PHONE);
    await press("next");
  });
  await heading("choices");
  await cut(async () => {
    for (const [n, key] of [
      [0, "give"],
      [1, "give-not"],
    ] as const)
      await tablet.locator(".choice").nth(n).getByText(t(`tablet-${key}`), { exact: true }).click();
  });
  await press("next");
  await heading("check");
  await expect(tablet.getByText("Оспанова")).toBeVisible();
  await expect(tablet.getByText("09.03.1988")).toBeVisible();
  await press("next");
  await heading("sign");
  await cut(async () => {
    await drawn(tablet);
    await press("sign-done");
  });
  await heading("code");
  // A message isn't asked for twice by itself: the client presses again.
  await cut(() => press("code-send"));
  await press("code-send");
  const code = (await kannel?.code(PHONE)) ?? "";
  await tablet.locator("#code").fill(code);
  await cut(() => press("code-confirm"));
  await expect(tablet.locator("#code")).toHaveValue(code);
  await press("code-confirm");
  await heading("done");
  expect(kannel?.messages()).toHaveLength(1);
  await expect(window.getByLabel(t("clients-field-surname"), { exact: true })).toHaveValue("Оспанова");
  await expect(window.getByLabel(t("clients-field-iin"), { exact: true })).toHaveValue(/880309\s?400008/);
});

test("the station stops and starts again: the tablet goes on where it was", async () => {
  const { tablet } = counter;
  await counter.begin();
  await tablet.locator(".langs button", { hasText: t("tablet-lang-ru") }).click();
  await press("next");
  await heading("person");
  const { settings } = await counter.admin<{ settings: { port: number } }>("station.show");
  const port = Number(new URL(tablet.url()).port);
  await counter.admin("station.set", { settings: { ...settings, on: false, port } });
  await tablet.locator("#field-surname").fill("Оспанова");
  await tablet.locator("#field-given").focus();
  await offline();
  await counter.admin("station.set", { settings: { ...settings, on: true, port } });
  await online();
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  await tablet.reload();
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
});
