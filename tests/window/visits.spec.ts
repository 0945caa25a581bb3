// The counter in the built window, in Kazakh: every way that a visit can go, with the client's tablet in Chromium beside it.
import { type Page, expect, test } from "@playwright/test";
import { seatConsultant } from "../harness/clerk.ts";
import { opened, paired, tabletPage } from "../harness/counter.ts";
import { Kannel } from "../harness/kannel.ts";
import { cutAtEveryStep, lineCut } from "../harness/network.ts";
import { PHONE, begun, drawn, filled, signed, typed } from "../harness/tablet.ts";
import { type Lang, text } from "../harness/texts.ts";
import { Key, type Session } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

// A Wednesday.
const CLOCK = "2026-05-06T09:05+05:00";
const t = (key: string, values?: Record<string, string | number>) => text("kk", key, values);
const OTHER_PHONE = "+7 705 222 33 44";

let kannel: Kannel;
let window: Window;
let session: Session;
let first: Page;
let second: Page;

test.beforeAll(async ({ browser }) => {
  kannel = await Kannel.start();
  window = await Window.start("visits", { clock: CLOCK });
  session = window.session;
  [first, second] = [await tabletPage(browser), await tabletPage(browser)];
  const prepare: Parameters<typeof seatConsultant>[1] = async (admin) => {
    await opened(admin, kannel);
    await paired(admin, first, "Планшет 1");
    await paired(admin, second, "Планшет 2");
  };
  await seatConsultant(window, prepare, "kk");
});
test.afterAll(async () => {
  await window?.stop();
  await kannel?.stop();
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await window.picture("failed").catch(() => undefined);
});

/** The page of a new visit. */
async function fresh(): Promise<void> {
  await session.keys(Key.Control, "2");
  await session.press(t("consents-new"));
  await session.see(t("consents-which-text"));
}

/** The consultant sends a visit to a tablet. */
async function begin(tablet = "Планшет 1"): Promise<void> {
  await fresh();
  await session.press(tablet);
  await session.press(t("consents-send-to-tablet"));
  await session.see(t("consents-client-at-tablet"));
}

/** The client at the tablet, up to the page of the code. */
async function atCode(tablet: Page, lang: Lang): Promise<void> {
  await begun(tablet, lang);
  await typed(tablet);
  await signed(tablet, lang);
}

/** The tablet's words. */
const says = (tablet: Page, lang: Lang, key: string, values = {}) =>
  expect(tablet.getByText(text(lang, `tablet-${key}`, values)).first()).toBeVisible();
const presses = (tablet: Page, lang: Lang, key: string) =>
  tablet.getByRole("button", { name: text(lang, `tablet-${key}`), exact: true }).click();

/** The client types a code. */
async function tried(tablet: Page, lang: Lang, code: string): Promise<void> {
  await tablet.locator("#code").fill(code);
  await presses(tablet, lang, "code-confirm");
}

/** A code is sent and confirmed. */
async function confirmed(tablet: Page, lang: Lang, phone = PHONE): Promise<void> {
  const before = kannel.messagesTo(phone).length;
  await presses(tablet, lang, "code-send");
  await tried(tablet, lang, await kannel.code(phone, before));
  await expect(tablet.getByRole("heading", { name: text(lang, "tablet-done") })).toBeVisible();
}

/** The consultant copies the document and saves; the consent stands whole. */
async function saved(picture?: string): Promise<void> {
  await session.write(t("consents-document-number"), "045123678");
  await session.write(t("consents-document-issued"), "04032021");
  await session.press(t("consents-document-usual"));
  await session.press(t("consents-original-seen"));
  if (picture) await window.picture(picture);
  await session.press(t("consents-complete"));
  await session.see(t("consents-intact"));
}

interface Visit {
  id: number;
  state: string;
  number: string;
  consent: number | null;
}
const visits = () => window.call<Visit[]>("consents.visits");
const consents = async () => (await window.call<{ total: number }>("consents.list", { page: 0 })).total;

test("a refusal at the tablet: its record is in the window, and nobody is in the base", async () => {
  await begin();
  await begun(first, "kk");
  await typed(first);
  await presses(first, "kk", "refuse");
  await presses(first, "kk", "refuse-yes");
  await session.see(t("visits-refusal-record"));
  await session.see(t("visits-refusal-intact"));
  await window.picture("refused");
  expect(await consents()).toBe(0);
  expect((await window.call<{ count: number }>("clients.recent")).count).toBe(0);
  expect((await visits()).map((visit) => visit.state)).toEqual(["refused"]);
});

test("five wrong codes lock the code; a new one comes; another number voids it; the third is right", async () => {
  await begin();
  await atCode(first, "kk");
  await presses(first, "kk", "code-send");
  const code = await kannel.code(PHONE);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  for (let left = 4; left > 0; left -= 1) {
    await tried(first, "kk", wrong);
    await says(first, "kk", "code-wrong", { left });
  }
  await tried(first, "kk", wrong);
  await says(first, "kk", "code-spent");
  await session.see(t("consents-code-over"));
  await window.picture("locked-out");
  await expect(first.locator("#code")).toBeHidden();

  await window.advance(61);
  await first.reload();
  await presses(first, "kk", "code-again");
  const resent = await kannel.code(PHONE, 1);
  await says(first, "kk", "sent-accepted");

  await first.getByText(text("kk", "tablet-code-missing")).click();
  await presses(first, "kk", "code-number");
  await first.locator("#field-phone").fill(OTHER_PHONE);
  await presses(first, "kk", "next");
  await expect(first.getByRole("heading", { name: text("kk", "tablet-code"), exact: true })).toBeVisible();
  await session.see(t("consents-event-code-void", { n: 2 }));
  await expect(first.locator("#code")).toBeHidden();
  await window.advance(121);
  await first.reload();
  await presses(first, "kk", "code-again");
  const right = await kannel.code(OTHER_PHONE);
  if (resent !== right) {
    await tried(first, "kk", resent);
    await says(first, "kk", "code-wrong", { left: 4 });
  }
  await tried(first, "kk", right);
  await expect(first.getByRole("heading", { name: text("kk", "tablet-done") })).toBeVisible();
  await session.see(t("consents-compare"));
  await saved("compare");
  await window.picture("saved");
  await expect(first.getByRole("heading", { name: text("kk", "tablet-waiting") })).toBeVisible();
  expect(await consents()).toBe(1);
});

test("the gateway is away: the window says why, and the visit goes on on paper with what the client typed", async () => {
  await kannel.down();
  await begin();
  await atCode(first, "kk");
  await presses(first, "kk", "code-send");
  await says(first, "kk", "sent-queued");
  await session.see(t("consents-cause-no-connection"));
  await session.press(t("consents-take-paper"));
  await session.see(t("consents-paper-title"));
  await expect(first.getByRole("heading", { name: text("kk", "tablet-paper") })).toBeVisible();
  expect(await (await session.field(t("clients-field-surname"))).property("value")).toBe("Оспанова");
  await saved("paper");
  expect(await consents()).toBe(2);
  const [visit] = await visits();
  expect(visit?.state).toBe("saved");
  // What was still queued for that visit's code never leaves.
  const heard = kannel.messages().length;
  await kannel.up();
  await window.advance(30);
  await session.press(t("consents-new"));
  expect(kannel.messages()).toHaveLength(heard);
});

test("a representative signs for the client: an undated paper is refused, the evidence names both", async () => {
  await fresh();
  await session.press("Планшет 1");
  await session.press(t("visits-represented"));
  await session.write(t("visits-representative-name"), "Ахметов Ерлан");
  await session.write(t("visits-representative-phone"), "8 702 555 01 03");
  await session.write(t("visits-authority-paper"), "Сенімхат № 117");
  await session.press(t("consents-send-to-tablet"));
  await session.see(t("error-consents-authority-undated"));
  await window.picture("undated");
  await session.write(t("visits-authority-issued"), "01032026");
  await session.press(t("consents-send-to-tablet"));
  await session.see("01.03.2027");
  await first.locator(".langs button", { hasText: text("kk", "tablet-lang-kk") }).click();
  await says(first, "kk", "acting", { name: "Ахметов Ерлан" });
  await presses(first, "kk", "next");
  await typed(first);
  await presses(first, "kk", "next");
  await first.locator("#field-phone").fill(PHONE);
  await presses(first, "kk", "next");
  for (const n of [0, 1]) await first.locator(".choice").nth(n).getByText(text("kk", "tablet-give"), { exact: true }).click();
  await presses(first, "kk", "next");
  await presses(first, "kk", "next");
  await drawn(first);
  await presses(first, "kk", "sign-done");
  await confirmed(first, "kk", "+7 702 555 01 03");
  await session.see(t("visits-document-of-representative"));
  await saved("representative");
  const [visit] = await visits();
  const { evidence } = await window.call<{ evidence: string }>("consents.open", { consent: visit?.consent });
  expect(evidence).toContain("Ахметов Ерлан");
  expect(evidence).toContain("Оспанова Мадина");
});

test("two tablets at once, one in Kazakh and one in Russian: each client has their own, and each is saved", async () => {
  const before = await consents();
  await begin("Планшет 1");
  await begun(first, "kk");
  await typed(first);
  await begin("Планшет 2");
  await filled(second, "ru");
  await confirmed(second, "ru");
  await expect(first.locator("#field-surname")).toHaveValue("Оспанова");
  await session.see(t("consents-compare"));
  await saved();
  await expect(second.getByRole("heading", { name: text("ru", "tablet-waiting") })).toBeVisible();
  expect((await visits()).map((visit) => visit.state).filter((state) => state !== "saved").sort()).toEqual(["refused", "text_shown"]);
  await signed(first, "kk");
  await confirmed(first, "kk");
  await session.keys(Key.Control, "2");
  await session.see(t("consents-group-now"));
  await session.click("[role=grid] tr.row th[scope=row]");
  await session.see(t("consents-compare"));
  await saved();
  expect(await consents()).toBe(before + 2);
});

test("the line is cut at every step: the visit is saved once", async () => {
  test.setTimeout(120_000);
  const before = await consents();
  await begin();
  // A number gets five codes a day, and the first has had them.
  await cutAtEveryStep(first, "kk", kannel, lineCut(first), OTHER_PHONE);
  await session.see(t("consents-compare"));
  await saved();
  expect(await consents()).toBe(before + 1);
  expect((await window.call<{ count: number }>("clients.recent")).count).toBe(1);
});
