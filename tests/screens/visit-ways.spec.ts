// The ways of a visit beside the straight one: more time, the second window, a representative, the form found by its number,
// a possible duplicate, English, and what the page keeps of a hand and of a slip.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { Counter } from "../harness/counter.ts";
import { picking } from "../harness/dialogs.ts";
import { axe, troubles } from "../harness/page.ts";
import { PHONE, TEXT, begun, drawn, filled, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let counter: Counter;
test.beforeEach(async ({ browser, page }) => {
  counter = await Counter.open(browser, page);
});
test.afterEach(async () => counter.close());

async function documented(window: Page): Promise<void> {
  await window.getByLabel(t("consents-document-number"), { exact: true }).fill("045123678");
  await window.getByLabel(t("consents-document-issued"), { exact: true }).fill("04032021");
  await window.getByRole("button", { name: t("consents-document-usual") }).click();
  await window.getByRole("checkbox", { name: t("consents-original-seen") }).check();
}

/** The code that came, typed and confirmed. */
async function confirmed(client: Page, phone = PHONE, done = t("tablet-done")): Promise<void> {
  await client.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await expect(client.getByText(t("tablet-sent-accepted"))).toBeVisible();
  await client.locator("#code").fill((await counter.kannel?.code(phone)) ?? "");
  await client.getByRole("button", { name: t("tablet-code-confirm") }).click();
  await expect(client.getByRole("heading", { name: done })).toBeVisible();
}

async function fresh(): Promise<void> {
  const { window } = counter;
  await window.keyboard.press("Control+2");
  await window.getByRole("button", { name: t("consents-new") }).first().click();
}

test("nobody touches the tablet: the consultant is told and gives more time; then it wipes itself", async () => {
  const { window, tablet } = counter;
  await tablet.clock.install();
  await tablet.reload();
  await counter.begin();
  await begun(tablet, "ru");
  await tablet.locator("#field-surname").fill("Оспанова");
  await tablet.clock.runFor(91_000);
  await expect(tablet.getByRole("heading", { name: t("tablet-idle") })).toBeVisible();
  expect(await axe(tablet)).toEqual([]);
  await expect(window.getByText(t("visits-idle-title"))).toBeVisible();
  await window.screenshot({ path: "results/visit-last-call.png" });
  await window.getByRole("button", { name: t("visits-idle-prolong") }).click();
  await expect(window.getByText(t("visits-idle-title"))).toBeHidden();
  await expect(async () => {
    await tablet.clock.runFor(1000);
    await expect(tablet.getByRole("heading", { name: t("tablet-idle") })).toBeHidden({ timeout: 100 });
  }).toPass();
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  await tablet.clock.runFor(125_000);
  await expect(window.getByText(t("consents-over-abandoned"))).toBeVisible();
  await expect(async () => {
    await tablet.clock.runFor(3000);
    await expect(tablet.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible({ timeout: 200 });
  }).toPass();
  expect(await tablet.locator("body").innerText()).not.toContain("Оспанова");
});

test("a refusal has a record that can be shown and saved", async () => {
  const { window, tablet } = counter;
  await counter.begin();
  await begun(tablet, "ru");
  await typed(tablet);
  await tablet.getByRole("button", { name: t("tablet-refuse"), exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-refuse-yes") }).click();
  await expect(window.getByRole("heading", { name: t("visits-refusal-record") })).toBeVisible();
  await expect(window.getByText(t("visits-refusal-said-client"))).toBeVisible();
  await expect(window.getByText(t("visits-refusal-intact"))).toBeVisible();
  expect(await axe(window)).toEqual([]);
  await window.screenshot({ path: "results/visit-refusal.png" });
});

test("the second window takes a whole visit, and reaches nothing else", async () => {
  const { window } = counter;
  await fresh();
  await window.getByRole("radio", { name: t("consents-second-window") }).check();
  await window.screenshot({ path: "results/visit-new.png" });
  const opening = window.waitForEvent("popup");
  await window.getByRole("button", { name: t("visits-window-open") }).click();
  const client = await opening;
  const heard = troubles(client);
  await expect(client.locator(".langs")).toBeVisible();
  await filled(client, "ru");
  await confirmed(client, PHONE, t("tablet-done-window"));
  await expect(window.getByText(t("consents-confirmed-title"))).toBeVisible();
  await documented(window);
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  await expect(window.getByText(t("consents-way-window")).first()).toBeVisible();
  await expect(client.getByRole("heading", { name: t("tablet-waiting-window") })).toBeVisible();
  // The page holds no session: what the staff can ask, it can't.
  const kind = await client.evaluate(async () => {
    const body = JSON.stringify({ command: "consents.visits", args: {}, lang: "ru" });
    const reply = await fetch("/call", { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await reply.json()) as { error: { kind: string } }).error.kind;
  });
  expect(["locked", "forbidden"]).toContain(kind);
  const over = await client.evaluate(async () => {
    const body = JSON.stringify({ visit: 1, field: "surname", value: "Чужая" });
    const reply = await fetch("step/field?lang=ru", { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await reply.json()) as { error: { kind: string } }).error.kind;
  });
  expect(over).toBe("not_found");
  expect(heard.filter((line) => line.startsWith("error:") || line.includes("Security Policy"))).toEqual([]);
});

test("a representative: no date is refused, the client at the tablet is told for whom, the evidence names both", async () => {
  const { window, tablet } = counter;
  await fresh();
  await window.getByRole("radio", { name: "Планшет 1" }).check();
  await window.getByRole("checkbox", { name: t("visits-represented") }).check();
  await window.getByLabel(t("visits-representative-name")).fill("Ахметов Ерлан");
  await window.getByLabel(t("visits-representative-phone")).fill("8 702 555 01 03");
  await window.getByLabel(t("visits-authority-paper")).fill("Доверенность № 117");
  const send = window.getByRole("button", { name: t("consents-send-to-tablet") });
  await send.click();
  await expect(window.getByText(t("error-consents-authority-undated")).first()).toBeVisible();
  await window.getByLabel(t("visits-authority-issued"), { exact: true }).fill("01032026");
  await window.screenshot({ path: "results/visit-representative.png" });
  await send.click();
  await expect(window.getByText(t("visits-by-representative", { name: "Ахметов Ерлан" }))).toBeVisible();
  await expect(window.getByText("01.03.2027")).toBeVisible();
  await tablet.locator(".langs button", { hasText: t("tablet-lang-ru") }).click();
  await expect(tablet.getByText(t("tablet-acting", { name: "Ахметов Ерлан" }))).toBeVisible();
  expect(await axe(tablet)).toEqual([]);
  await tablet.screenshot({ path: "results/tablet-acting.png" });
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-person-other") })).toBeVisible();
  await typed(tablet);
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await tablet.locator("#field-phone").fill(PHONE);
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  for (const n of [0, 1]) await tablet.locator(".choice").nth(n).getByText(t("tablet-give"), { exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await tablet.getByRole("button", { name: t("tablet-next"), exact: true }).click();
  await drawn(tablet);
  await tablet.getByRole("button", { name: t("tablet-sign-done") }).click();
  await confirmed(tablet, "+7 702 555 01 03");
  await expect(window.getByText(t("visits-document-of-representative"))).toBeVisible();
  await documented(window);
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
  const [visit] = await counter.visits();
  const whole = await counter.consultant<{ evidence: string }>("consents.open", { consent: visit?.consent });
  expect(whole.evidence).toContain("Ахметов Ерлан");
  expect(whole.evidence).toContain("Оспанова Мадина");
});

test("a paper form is found by its number, under any layout, and the scan of what was signed is attached", async () => {
  const { window, house } = counter;
  const visit = await counter.consultant<{ line: { id: number; number: string } }>("consents.open_visit", { text: counter.text });
  const { number } = visit.line;
  const scan = join(house.host.data, "scan.png");
  writeFileSync(scan, Buffer.from("89504e470d0a1a0a", "hex"));
  await window.keyboard.press("Control+k");
  await window.getByRole("combobox").first().fill(number.toLowerCase().replaceAll("-", ""));
  await expect(window.getByText(t("visits-found-number", { number }))).toBeVisible();
  await window.keyboard.press("Enter");
  await expect(window.getByText(t("consents-paper-title"))).toBeVisible();
  await expect(window.getByText(t("visits-scan-none", { number }))).toBeVisible();
  await picking(window, scan);
  await window.getByRole("button", { name: t("visits-scan-attach") }).click();
  await expect(window.getByText(/PNG, 1 КБ/)).toBeVisible();
  await window.screenshot({ path: "results/visit-paper.png" });
});

test("a person who may be known already is settled on the consultant's screen", async () => {
  const { window, tablet } = counter;
  const values = { surname: "Аспанова", given: "Мадина", phone: PHONE };
  await counter.consultant("clients.register", { kind: "client", values });
  await counter.begin();
  await filled(tablet, "ru");
  await confirmed(tablet);
  await expect(window.getByText(t("visits-twins-title"))).toBeVisible();
  expect(await tablet.locator("body").innerText()).not.toContain("Аспанова");
  await documented(window);
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("visits-twins-decide", { name: "Аспанова Мадина" })).first()).toBeVisible();
  expect(await axe(window)).toEqual([]);
  await window.screenshot({ path: "results/visit-twins.png", fullPage: true });
  await window.getByRole("radio", { name: t("visits-twins-other") }).check();
  await window.getByRole("button", { name: t("consents-complete") }).click();
  await expect(window.getByText(t("consents-intact"))).toBeVisible();
});

test("English where the text has it; slips at the code have words of their own; a signature outlives a turn of the tablet", async () => {
  const { tablet } = counter;
  const english = (form: { kk: string; ru: string }, en: string) => ({ ...form, en });
  const { id } = await counter.admin<{ id: number }>("consents.publish_text", {
    text: {
      ...TEXT,
      code: "english",
      title: english(TEXT.title, "Golden card: consent to data processing"),
      body: english(TEXT.body, "# Why\n\nWe (BIN 991240990006) collect your data to keep the card."),
      purposes: TEXT.purposes.map((one) => ({
        ...one,
        name: english(one.name, one.kind === "service" ? "Keeping the card" : "Advertising by SMS"),
        note: english(one.note, "Explanation."),
      })),
    },
  });
  const [line] = await counter.consultant<{ id: number }[]>("tablets.list");
  await counter.consultant("consents.open_visit", { text: id, tablet: line?.id });
  await expect(tablet.locator(".langs button")).toHaveCount(3);
  await tablet.screenshot({ path: "results/tablet-language.png" });
  await begun(tablet, "en");
  await tablet.locator("#field-surname").fill("Ospanova");
  await tablet.getByRole("button", { name: text("kk", "tablet-lang-kk"), exact: true }).click();
  await expect(tablet.getByRole("heading", { name: text("kk", "tablet-person"), exact: true })).toBeVisible();
  await expect(tablet.locator("#field-surname")).toHaveValue("Ospanova");
  await tablet.getByRole("button", { name: text("en", "tablet-lang-en"), exact: true }).click();
  await typed(tablet);
  // The number hides itself after a while, and comes back when it is asked for.
  await expect(tablet.locator("#field-iin")).toHaveClass(/hidden/, { timeout: 6000 });
  const foot = await tablet.locator(".foot .onward button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(foot.map(Math.round)).size).toBe(1);
  await tablet.screenshot({ path: "results/tablet-person.png" });
  await signed(tablet, "en");
  await tablet.getByRole("button", { name: text("en", "tablet-code-send"), exact: true }).click();
  const tried = async (typedCode: string, key: string, values = {}) => {
    await tablet.locator("#code").fill(typedCode);
    await tablet.getByRole("button", { name: text("en", "tablet-code-confirm") }).click();
    await expect(tablet.getByText(text("en", key, values))).toBeVisible();
  };
  await tried("12345", "tablet-code-short", { typed: 5 });
  await tried("1234567", "tablet-code-long", { typed: 7 });
  await tried("12O456", "tablet-code-letters");
  expect(await axe(tablet)).toEqual([]);
  await tablet.screenshot({ path: "results/tablet-code-en.png" });
  // Back at the signature: turned twice, it is drawn from its points.
  await tablet.getByRole("button", { name: text("en", "tablet-back"), exact: true }).click();
  const inked = () =>
    tablet.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value) => value > 0);
    });
  for (const [width, height] of [
    [1024, 768],
    [1280, 800],
    [768, 1024],
    [384, 512],
  ] as const) {
    await tablet.setViewportSize({ width, height });
    await expect.poll(inked).toBe(true);
    const over = await tablet.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, String(width)).toBeLessThanOrEqual(0);
    await tablet.screenshot({ path: `results/tablet-sign-${String(width)}.png` });
  }
});
