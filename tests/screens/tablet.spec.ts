// A client at the counter tablet: a real page from the real station, the code from a real gateway.
import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { Kannel } from "../harness/kannel.ts";
import { axe, troubles } from "../harness/page.ts";
import { PHONE, TEXT, filled } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

// The tablet is taught to trust the branch authority; this browser wasn't.
test.use({ ignoreHTTPSErrors: true, viewport: { width: 768, height: 1024 }, hasTouch: true });

let house: House;
let kannel: Kannel | undefined;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => {
  await house.host.stop();
  await kannel?.stop();
  kannel = undefined;
});

const admin = <T>(command: string, args: object) =>
  house.host.call<T>(command, args, house.staff.administrator.token);
const consultant = <T>(command: string, args: object) =>
  house.host.call<T>(command, args, house.staff.consultant.token);

interface Shown {
  rev: number;
  line: { id: number; state: string; step: string };
  text: { purposes: { id: number }[] };
}

/** The gateway is chosen, the station runs, a text is published, the page is paired. */
async function paired(page: Page): Promise<{ text: number; tablet: number }> {
  kannel = await Kannel.start();
  const { url, username, password } = kannel;
  await admin("messages.set_gateway", { gateway: { kind: "kannel", url, user: username, password, sender: "KELISIM" } });
  await admin("station.set", { settings: { on: true, port: 0, names: ["127.0.0.1"] } });
  const { id } = await admin<{ id: number }>("consents.publish_text", { text: TEXT });
  await expect.poll(async () => (await admin<{ running: string | null }>("station.show", {})).running).toBeTruthy();
  const pairing = await admin<{ url: string; digits: string }>("tablets.pair", { name: "Планшет 1" });
  await page.goto(pairing.url);
  await page.locator("#digits").fill(pairing.digits);
  await page.getByRole("button", { name: text("kk", "tablet-pair-do") }).click();
  await expect(page.getByRole("heading", { name: text("kk", "tablet-waiting") })).toBeVisible();
  const [tablet] = await consultant<{ id: number }[]>("tablets.list", {});
  return { text: id, tablet: tablet?.id ?? 0 };
}

for (const lang of ["ru", "kk"] as const)
  test(`a consent is given at the tablet in ${lang}, with a code from the gateway`, async ({ page }) => {
    const t = (key: string, values = {}) => text(lang, `tablet-${key}`, values);
    const heard = troubles(page);
    const known = await paired(page);
    const visit = await consultant<Shown>("consents.open_visit", { text: known.text, tablet: known.tablet });
    await filled(page, lang);
    await page.getByRole("button", { name: t("code-send"), exact: true }).click();
    await expect(page.getByText(t("sent-accepted"))).toBeVisible();
    const code = (await kannel?.code(PHONE)) ?? "";
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: `results/tablet-code-${lang}.png` });
    await page.locator("#code").fill(code === "111111" ? "222222" : "111111");
    await page.getByRole("button", { name: t("code-confirm") }).click();
    await expect(page.getByText(t("code-wrong", { left: 4 }))).toBeVisible();
    // A tablet that restarts goes on where it was; nothing typed lay in the browser.
    await page.reload();
    await expect(page.locator("#code")).toBeVisible();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.locator("#code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole("button", { name: t("code-confirm") }).click();
    await expect(page.getByRole("heading", { name: t("done") })).toBeVisible();
    expect(await page.locator("body").innerText()).not.toContain("Оспанова");
    const seen = await consultant<Shown>("consents.visit", { visit: visit.line.id });
    expect(seen.line.state).toBe("confirmed");
    const person = {
      surname: "Оспанова",
      given: "Мадина",
      iin: "880309400008",
      birth_date: "1988-03-09",
      phone: PHONE,
    };
    const document = { kind: "id_card", number: "045123678", issuer: "МВД РК", issued: "2021-03-04" };
    const saved = await consultant<{ client: number }>("consents.save_visit", {
      visit: visit.line.id,
      rev: seen.rev,
      person,
      document,
      original_seen: true,
    });
    await expect(page.getByRole("heading", { name: t("waiting") })).toBeVisible();
    const consents = await consultant<{ items: { state: string }[] }[]>("consents.of_client", { client: saved.client });
    expect(consents[0]?.items.map((item) => item.state)).toEqual(["given", "refused"]);
    // A tablet that isn't paired yet is told so, and a page that reloads lets its waiting go: both are heard, neither is a fault.
    expect(heard.filter((line) => line.startsWith("error:") || line.includes("Security Policy"))).toEqual([]);
  });

test("the language changes at any moment and what is typed stays; a refusal wipes the page", async ({ page }) => {
  const known = await paired(page);
  const visit = await consultant<Shown>("consents.open_visit", { text: known.text, tablet: known.tablet });
  await page.locator(".langs button").first().click();
  await page.getByRole("button", { name: text("kk", "tablet-next"), exact: true }).click();
  await page.locator("#field-surname").fill("Оспанова");
  await page.locator("#field-iin").fill("123");
  await page.locator("#field-surname").focus();
  await expect(page.getByText(/ЖСН 12/)).toBeVisible();
  await page.getByRole("button", { name: text("ru", "tablet-lang-ru") }).click();
  await expect(page.getByRole("heading", { name: text("ru", "tablet-person"), exact: true })).toBeVisible();
  await expect(page.locator("#field-surname")).toHaveValue("Оспанова");
  await page.getByRole("button", { name: text("ru", "tablet-help"), exact: true }).click();
  await expect(page.getByText(text("ru", "tablet-help-called"))).toBeVisible();
  await page.getByRole("button", { name: text("ru", "tablet-refuse"), exact: true }).click();
  await page.getByRole("button", { name: text("ru", "tablet-refuse-yes") }).click();
  await expect(page.getByRole("heading", { name: text("ru", "tablet-refused") })).toBeVisible();
  expect((await consultant<Shown>("consents.visit", { visit: visit.line.id })).line.state).toBe("refused");
});

test("the page fits a wide tablet and letters of twice the size", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const known = await paired(page);
  await consultant<Shown>("consents.open_visit", { text: known.text, tablet: known.tablet });
  await page.locator(".langs button").nth(1).click();
  await expect(page.locator(".seven")).toBeVisible();
  await page.screenshot({ path: "results/tablet-about-wide.png" });
  for (const width of [1280, 768, 640, 384]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, String(width)).toBeLessThanOrEqual(0);
  }
});
