// A visit on an iPad, upright and lying: everything fits, everything can be hit with a finger, the signature is drawn by touch.
import { type Page, devices, expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { axe } from "../harness/page.ts";
import { PHONE } from "../harness/tablet.ts";
import { type Lang, text } from "../harness/texts.ts";

/** The smallest side of what a finger is to hit, in CSS pixels. */
const FINGER = 44;

let counter: Counter | undefined;
test.afterEach(async () => counter?.close());

/** What is too small for a finger, or stands beyond the edge. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate((finger) => {
    const faults: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`scrolls sideways by ${wide}`);
    const open = document.querySelector("dialog[open]") ?? document.body;
    for (const target of open.querySelectorAll<HTMLElement>("button, a[href], input, summary, label:has(input)")) {
      // A radio is hit by its row.
      const hit = target instanceof HTMLInputElement ? (target.closest("label") ?? target) : target;
      const { width, height, left, right } = hit.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      const name = `${target.tagName} ${target.getAttribute("aria-label") ?? target.innerText}`.replace(/\s+/g, " ").trim();
      if (Math.min(width, height) < finger) faults.push(`${name}: ${Math.round(width)} × ${Math.round(height)}`);
      if (left < -1 || right > innerWidth + 1) faults.push(`${name}: beyond the edge`);
    }
    return faults;
  }, FINGER);
}

/** Signs with a finger: real touches, as the browser gets them from the glass. */
async function signedByTouch(page: Page): Promise<void> {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  const glass = await page.context().newCDPSession(page);
  const at = (n: number) => [{ x: box.x + box.width * (0.1 + n * 0.04), y: box.y + box.height * (0.5 + 0.25 * Math.sin(n)) }];
  await glass.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let n = 1; n <= 20; n += 1) {
    await glass.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(n) });
    await page.waitForTimeout(16);
  }
  // A hand comes to rest before it is lifted; a finger torn off would be a fling, and the next touch would only stop it.
  await page.waitForTimeout(200);
  await glass.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

for (const [name, viewport] of [
  ["upright", { width: 810, height: 1080 }],
  ["lying", { width: 1080, height: 810 }],
] as const)
  for (const lang of ["ru", "kk"] as Lang[])
    test(`a visit on an iPad, ${name} (${lang})`, async ({ page, browser }) => {
      const { userAgent } = devices["iPad (gen 7)"] ?? {};
      const context = await browser.newContext({
        ...(userAgent ? { userAgent } : {}),
        viewport,
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
        ignoreHTTPSErrors: true,
      });
      const tablet = await context.newPage();
      const desk = await Counter.open(browser, page, { gateway: true, tablet });
      counter = desk;
      const t = (key: string, values = {}) => text(lang, `tablet-${key}`, values);
      const fits = async (step: string) => {
        expect(await misfits(tablet), step).toEqual([]);
        expect(await axe(tablet), step).toEqual([]);
        await tablet.screenshot({ path: `results/ipad-${name}-${lang}-${step}.png` });
      };
      const press = (key: string) => tablet.getByRole("button", { name: t(key), exact: true }).tap();
      const at = (key: string) => expect(tablet.getByRole("heading", { name: t(key), exact: true })).toBeVisible();
      await fits("waiting");
      await desk.begin();
      await expect(tablet.locator(".langs")).toBeVisible();
      await fits("language");
      await tablet.locator(".langs button", { hasText: t(`lang-${lang}`) }).tap();
      await at("about");
      await fits("about");
      await press("read");
      await expect(tablet.getByRole("dialog")).toBeVisible();
      await fits("text");
      await press("read-close");
      await press("next");
      await at("person");
      await fits("person");
      await press("next");
      // What is missing is said; the page still fits.
      await expect(tablet.locator(".fault").first()).not.toBeEmpty();
      await fits("person-wrong");
      await tablet.locator("#field-surname").fill("Оспанова");
      await tablet.locator("#field-given").fill("Мадина");
      await tablet.locator("#field-iin").fill("880309400008");
      for (const [n, part] of ["9", "3", "1988"].entries()) await tablet.locator(`#field-birth_date-${n}`).fill(part);
      await press("next");
      await at("contacts");
      await tablet.locator("#field-phone").fill(PHONE);
      await fits("contacts");
      await press("next");
      await at("choices");
      for (const [n, key] of [[0, "give"], [1, "give-not"]] as const)
        await tablet.locator(".choice").nth(n).getByText(t(key), { exact: true }).tap();
      await fits("choices");
      await press("next");
      await at("check");
      await fits("check");
      await press("next");
      await at("sign");
      await signedByTouch(tablet);
      await fits("sign");
      await press("sign-done");
      await at("code");
      await fits("code");
      await press("code-send");
      await expect(tablet.getByText(t("sent-accepted"))).toBeVisible();
      await tablet.locator("#code").fill((await desk.kannel?.code(PHONE)) ?? "");
      await fits("code-sent");
      await press("code-confirm");
      await at("done");
      await fits("done");
      const [visit] = await desk.visits();
      const whole = await desk.consultant<{ line: { state: string } }>("consents.visit", { visit: visit?.id });
      expect(whole.line.state).toBe("confirmed");
    });
