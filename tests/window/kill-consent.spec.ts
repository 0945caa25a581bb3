// The plug is pulled (-9) in the middle of a consent; the window is started again on the same folder, the consultant logs
// in, and the tablet goes on by itself.
import { type Page, expect, test } from "@playwright/test";
import { logIn, seatConsultant } from "../harness/clerk.ts";
import { opened, paired, tabletPage } from "../harness/counter.ts";
import { PASSWORD } from "../harness/house.ts";
import { Kannel } from "../harness/kannel.ts";
import { folder, freePort } from "../harness/processes.ts";
import { PHONE, begun, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";
import { Key } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

const CLOCK = "2026-05-06T09:05+05:00";
const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);
// The tablet asks again every few seconds, and the window needs some to start and to check a password.
const COMES_BACK = { timeout: 40_000 };

test.describe.configure({ mode: "serial" });

let data: ReturnType<typeof folder>;
let kannel: Kannel;
let window: Window;
let tablet: Page;
let lives = 0;

test.beforeAll(async ({ browser }) => {
  data = folder("kill-consent");
  kannel = await Kannel.start();
  window = await Window.start("kill-consent", { clock: CLOCK, data: data.path });
  tablet = await tabletPage(browser);
  await seatConsultant(window, async (admin) => {
    await opened(admin, kannel, await freePort());
    await paired(admin, tablet);
  });
});
test.afterAll(async () => {
  await window?.stop();
  await kannel?.stop();
  data?.remove();
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await window.picture("failed").catch(() => undefined);
});

/** Pulls the plug, starts the window again, and the consultant logs in; nothing is done at the tablet. */
async function killed(): Promise<void> {
  await window.kill();
  lives += 1;
  await expect(tablet.getByText(t("tablet-offline"))).toBeVisible(COMES_BACK);
  window = await Window.start(`kill-consent-${lives}`, { clock: CLOCK, data: data.path });
  await logIn(window.session, "dana", PASSWORD);
  await window.session.get("[role=combobox]");
  await window.session.keys(Key.Control, "2");
  await expect(tablet.getByText(t("tablet-offline"))).toBeHidden(COMES_BACK);
}

/** The one open visit, as the consultant's list has it. */
async function visits(): Promise<{ state: string; step: string }[]> {
  const lines = await window.call<{ state: string; step: string; number: string }[]>("consents.visits");
  return lines.map(({ state, step }) => ({ state, step }));
}

/** Opens the visit that is under way from the list of consents. */
async function goOn(): Promise<void> {
  await window.session.see(t("consents-group-now"));
  await window.session.click("[role=grid] tr.row th[scope=row]");
}

test("while the client types: the tablet comes back to the same page with what was typed", async () => {
  const { session } = window;
  await session.keys(Key.Control, "2");
  await session.press(t("consents-new"));
  await session.see(t("consents-which-text"));
  await session.press("Планшет 1");
  await session.press(t("consents-send-to-tablet"));
  await begun(tablet, "ru");
  await typed(tablet);
  await tablet.locator("#field-surname").focus();
  // What the station has acknowledged: each field is sent when it is left.
  await expect.poll(async () => (await visits())[0]?.step).toBe("person");
  await killed();
  await expect(tablet.getByRole("heading", { name: t("tablet-person"), exact: true })).toBeVisible(COMES_BACK);
  await expect(tablet.locator("#field-surname")).toHaveValue("Оспанова");
  await expect(tablet.locator("#field-given")).toHaveValue("Мадина");
  await expect(tablet.locator("#field-iin")).toHaveValue("880309400008");
  await expect(tablet.locator("#field-birth_date-2")).toHaveValue("1988");
  expect(await visits()).toHaveLength(1);
});

test("after the code was sent: it isn't sent again, and it is still good", async () => {
  await signed(tablet, "ru");
  await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  const code = await kannel.code(PHONE);
  await expect(tablet.getByText(t("tablet-sent-accepted"))).toBeVisible();
  await killed();
  await expect(tablet.locator("#code")).toBeVisible(COMES_BACK);
  await tablet.locator("#code").fill(code);
  await tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible(COMES_BACK);
  expect(kannel.messages()).toHaveLength(1);
});

test("after the code was confirmed: the consultant compares and saves as if nothing had been", async () => {
  await killed();
  const { session } = window;
  expect((await visits()).map((visit) => visit.state)).toEqual(["confirmed"]);
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible(COMES_BACK);
  await goOn();
  await session.see(t("consents-compare"));
  await session.write(t("consents-document-number"), "045123678");
  await session.write(t("consents-document-issued"), "04032021");
  await session.press(t("consents-document-usual"));
  await session.press(t("consents-original-seen"));
  await window.picture("compare");
  await session.press(t("consents-complete"));
  // The plug again, the moment the save is acknowledged.
  await session.see(t("consents-intact"));
  await killed();
});

test("after the save was acknowledged: one person, one consent, whole, and the tablet is free", async () => {
  await expect(tablet.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible(COMES_BACK);
  const { lines, total } = await window.call<{
    lines: { id: number; items: { state: string }[] }[];
    total: number;
  }>("consents.list", { page: 0 });
  expect(total).toBe(1);
  expect(lines[0]?.items.map((item) => item.state)).toEqual(["given", "refused"]);
  const shown = await window.call<{ intact: boolean; seal: object | null }>("consents.open", { consent: lines[0]?.id });
  expect(shown).toMatchObject({ intact: true });
  expect(shown.seal).not.toBeNull();
  expect((await window.call<{ count: number }>("clients.recent")).count).toBe(1);
  expect((await visits()).filter((visit) => visit.state !== "saved")).toEqual([]);
  expect(kannel.messages()).toHaveLength(1);
});

test("killed while the save is on its way: it is there whole, or the visit is still to be saved", async () => {
  const { session } = window;
  await session.press(t("consents-new"));
  await session.press("Планшет 1");
  await session.press(t("consents-send-to-tablet"));
  await begun(tablet, "ru");
  await typed(tablet);
  await signed(tablet, "ru");
  await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
  await tablet.locator("#code").fill(await kannel.code(PHONE, 1));
  await tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
  await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
  const compare = async (): Promise<void> => {
    await window.session.see(t("consents-compare"));
    await window.session.write(t("consents-document-number"), "045123678");
    await window.session.write(t("consents-document-issued"), "04032021");
    await window.session.press(t("consents-document-usual"));
    await window.session.press(t("consents-original-seen"));
    await window.session.press(t("consents-complete"));
  };
  await compare();
  await killed();
  const left = (await visits()).filter((visit) => visit.state !== "saved");
  if (left.length > 0) {
    expect(left.map((visit) => visit.state)).toEqual(["confirmed"]);
    await goOn();
    await compare();
    await window.session.see(t("consents-intact"));
  }
  const { total } = await window.call<{ total: number }>("consents.list", { page: 0 });
  expect(total).toBe(2);
  expect((await window.call<{ count: number }>("clients.recent")).count).toBe(1);
  await expect(tablet.getByRole("heading", { name: t("tablet-waiting") })).toBeVisible(COMES_BACK);
  // Verified by one who may.
  await window.call("staff.log_out");
  await window.session.send("POST", "/refresh", {});
  await logIn(window.session, "admin", PASSWORD);
  await window.session.get("[role=combobox]");
  expect(await window.call("journal.verify")).toMatchObject({ whole: true, first_broken: null });
});
