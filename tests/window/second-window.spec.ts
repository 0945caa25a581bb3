// The window turned to the client, in the built application: a whole visit is taken in it, it reaches nothing of the staff's
// window, and nothing of the client stays on it.
import { expect, test } from "@playwright/test";
import { foundPeople, lookUp, seatConsultant } from "../harness/clerk.ts";
import { chosen } from "../harness/counter.ts";
import { Kannel } from "../harness/kannel.ts";
import { PHONE, TEXT } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";
import { Key, type Session } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

const CLOCK = "2026-05-06T09:05+05:00";
const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);

test.describe.configure({ mode: "serial" });

let kannel: Kannel;
let window: Window;
let session: Session;
let staff: string;
let client: string;

test.beforeAll(async () => {
  kannel = await Kannel.start();
  window = await Window.start("second-window", { clock: CLOCK });
  session = window.session;
  await seatConsultant(window, async (admin) => {
    await chosen(admin, kannel);
    await admin("consents.publish_text", { text: TEXT });
  });
});
test.afterAll(async () => {
  await window?.stop();
  await kannel?.stop();
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await window.picture("failed").catch(() => undefined);
});

/** A signature, as parts of the box. */
const wave = Array.from({ length: 20 }, (_, n) => [0.1 + n * 0.04, 0.5 + 0.2 * Math.sin(n)] as const);
/** What stands on the page. */
const page = () => session.run<string>("return document.body.innerText");
const next = () => session.press(t("tablet-next"));

test("the visit is opened for the second window, which has no session of anybody's", async () => {
  await session.keys(Key.Control, "2");
  await session.press(t("consents-new"));
  await session.see(t("consents-which-text"));
  await session.press(t("consents-second-window"));
  await window.picture("new");
  await session.press(t("visits-window-open"));
  const windows = await session.until("a second window", async () => {
    const open = await session.windows();
    return open.length === 2 ? open : undefined;
  });
  staff = await session.send<string>("GET", "/window");
  client = windows.find((one) => one !== staff) ?? "";
  await session.switchTo(client);
  await session.see(t("tablet-lang-ru"));
  await window.picture("client");
  // Neither the staff's command nor the events of their window are for this one.
  const refused = await session.send<string>("POST", "/execute/async", {
    script: `const done = arguments[arguments.length - 1];
      window.__TAURI_INTERNALS__.invoke("call", { request: { command: "consents.visits", args: {}, lang: "ru" } })
        .then(() => done("answered"), (error) => done("refused: " + error));`,
    args: [],
  });
  expect(refused).toMatch(/^refused: .*not allowed/);
});

test("the client does everything there, with the code from the gateway", async () => {
  await session.click(".langs button[lang=ru]");
  await session.see(t("tablet-about"));
  await next();
  await session.see(t("tablet-person"));
  await session.type("#field-surname", "Оспанова");
  await session.type("#field-given", "Мадина");
  await session.type("#field-iin", "880309400008");
  await session.type("#field-birth_date-0", "9");
  await session.type("#field-birth_date-1", "3");
  await session.type("#field-birth_date-2", "1988");
  await window.picture("person");
  await next();
  await session.see(t("tablet-contacts"));
  await session.type("#field-phone", PHONE);
  await next();
  await session.see(t("tablet-choices"));
  for (const [n, key] of [
    [0, "tablet-give"],
    [1, "tablet-give-not"],
  ] as const)
    await session.run(
      "[...document.querySelectorAll('.choice')[arguments[0]].querySelectorAll('label')].find((one) => one.innerText.trim() === arguments[1]).click()",
      n,
      t(key),
    );
  await window.picture("choices");
  await next();
  await session.see(t("tablet-check"));
  await window.picture("check");
  await next();
  await session.see(t("tablet-sign-window"));
  await session.draw("canvas", wave);
  await window.picture("signed");
  await session.press(t("tablet-sign-done"));
  await session.press(t("tablet-code-send"));
  await session.type("#code", await kannel.code(PHONE));
  await session.press(t("tablet-code-confirm"));
  await session.see(t("tablet-done-window"));
  expect(await page()).not.toContain("Оспанова");
});

test("the consultant compares and saves; the client's window is blank for the next one", async () => {
  await session.switchTo(staff);
  await session.see(t("consents-compare"));
  await session.write(t("consents-document-number"), "045123678");
  await session.write(t("consents-document-issued"), "04032021");
  await session.press(t("consents-document-usual"));
  await session.press(t("consents-original-seen"));
  await session.press(t("consents-complete"));
  await session.see(t("consents-intact"));
  await session.see(t("consents-way-window"));
  await window.picture("saved");
  const { lines } = await window.call<{ lines: { items: { state: string }[] }[] }>("consents.list", { page: 0 });
  expect(lines[0]?.items.map((item) => item.state)).toEqual(["given", "refused"]);
  await session.switchTo(client);
  await session.see(t("tablet-waiting-window"));
  await window.picture("blank");
  expect(await page()).not.toContain("Оспанова");
  expect(await session.run<number>("return document.querySelectorAll('input').length")).toBe(0);
  expect(await session.run<number>("return localStorage.length + sessionStorage.length")).toBe(0);
  await session.switchTo(staff);
});

test("what a client was typing is gone from the window when the visit is ended", async () => {
  await session.keys(Key.Control, "2");
  await session.press(t("consents-new"));
  await session.press(t("consents-second-window"));
  await session.press(t("visits-window-open"));
  expect(await session.windows()).toHaveLength(2);
  await session.switchTo(client);
  await session.click(".langs button[lang=ru]");
  await next();
  await session.type("#field-surname", "Ахметова");
  await session.switchTo(staff);
  await session.press(t("consents-end"));
  await session.press(t("consents-end-why-left"));
  await window.picture("end");
  await session.press(t("consents-end-act"));
  await session.switchTo(client);
  await session.see(t("tablet-waiting-window"));
  expect(await page()).not.toContain("Ахметова");
  expect(await session.run<number>("return document.querySelectorAll('input').length")).toBe(0);
  await session.switchTo(staff);
});

test("a withdrawal is read and signed there, and registered with its signature", async () => {
  await lookUp(session, "880309400008");
  await foundPeople(session, "Оспанова");
  await session.keys(Key.Enter);
  await session.see(t("clients-looks"));
  await session.press(t("clients-act-withdraw"));
  await session.press(t("withdrawals-what-whole"));
  await session.press(t("requests-lang-ru"));
  await session.press(t("withdrawals-on-tablet"));
  await session.press(t("consents-second-window"));
  await window.picture("withdraw");
  await session.press(t("visits-window-open"));
  await session.see(t("withdrawals-signing-title"));
  await session.switchTo(client);
  await session.see(t("withdrawals-form-title"));
  await window.picture("read");
  await session.press(t("withdrawals-form-understood"));
  await next();
  await session.see(t("tablet-sign-window"));
  await session.draw("canvas", wave);
  await session.press(t("tablet-withdrawal-sign"));
  await session.see(t("tablet-done-window"));
  expect(await page()).not.toContain("Оспанова");
  await session.switchTo(staff);
  await session.see(t("withdrawals-signing-state-signed"));
  await session.write(t("requests-reg-document-number"), "045123678");
  await session.write(t("requests-reg-document-date"), "04032021");
  await session.write(t("requests-reg-document-issuer"), "МВД РК");
  await window.picture("register");
  await session.keys(Key.Control, Key.Enter);
  await session.press(t("requests-reg-open"));
  await session.see(t("withdrawals-way-tablet"));
  await session.see(t("withdrawals-signed"));
  await window.picture("registered");
  await session.switchTo(client);
  await session.see(t("tablet-waiting-window"));
  await session.switchTo(staff);
});
