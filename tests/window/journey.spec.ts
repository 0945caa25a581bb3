// The main job, in the built window: from the wizard to a journal that verifies.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { confirmRecoveryKey, foundPeople, logIn, lookUp, ownPassword, setUp } from "../harness/clerk.ts";
import { BRANCH } from "../harness/house.ts";
import { DATA } from "../harness/processes.ts";
import { text } from "../harness/texts.ts";
import { Key } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

// A Wednesday; Thursday 7 May is a holiday, and so is Monday 11 May, in place of Saturday 9 May.
const CLOCK = "2026-05-06T09:05+05:00";
const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);

test.describe.configure({ mode: "serial" });

let window: Window;
const passwords: Record<string, string> = {};

test.beforeAll(async () => {
  window = await Window.start("journey", { clock: CLOCK });
});
test.afterAll(async () => window.stop());
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await window.picture("failed").catch(() => undefined);
});

test("first start: the wizard founds the house, and the recovery key is kept in a file", async () => {
  const { session } = window;
  await window.picture("wizard");
  const key = await setUp(session, BRANCH);
  await window.picture("recovery-key");
  const file = join(window.data, "recovery.txt");
  window.nextDialog(file);
  await session.press(t("start-recovery-save"));
  await session.see(t("start-recovery-kept"));
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toContain(key);
  await confirmRecoveryKey(session, key);
  await session.get("[role=combobox]");
  await window.picture("frame");
});

test("staff are invited and set passwords of their own", async () => {
  const { session } = window;
  const branches = await window.call<{ id: number }[]>("operators.branches");
  const branch = branches[0]?.id;
  for (const [login, name, role] of [
    ["dana", "Дана Омарова", "consultant"],
    ["timur", "Тимур Ли", "agent"],
    ["saule", "Сәуле Ахметова", "manager"],
  ] as const) {
    const invited = await window.call<{ first_password: string }>("staff.invite", { login, name, role, branch, lang: "ru" });
    passwords[login] = invited.first_password;
  }
  for (const login of ["dana", "timur", "saule"]) {
    await window.call("staff.log_out");
    await session.send("POST", "/refresh", {});
    await logIn(session, login, passwords[login] ?? "");
    await ownPassword(session);
    await session.get("[role=combobox]");
    await window.picture(login);
  }
});

/** Different people who are right in the sample base. */
const PEOPLE = 4853;

test("the manager brings in the client base from a spreadsheet", async () => {
  const { session } = window;
  await session.press(t("clients-import"));
  window.nextDialog(join(DATA, "clients.xlsx"));
  await session.press(t("clients-import-pick"));
  await session.see(t("clients-import-merging"), 30_000);
  await window.picture("import-preview");
  await session.press(t("clients-import-run"));
  await session.see(t("clients-import-finished"), 120_000);
  await window.picture("import-done");
  const { count } = await window.call<{ count: number }>("clients.recent");
  expect(count).toBe(PEOPLE);
});

// Row 5 of the sheet: Жақсыбекова Ботагөз Муратовна.
for (const [how, query] of [
  ["the IIN", "790209499103"],
  ["the tail of a phone", "367 7779"],
  ["the loyalty card", "2968503030331"],
  ["the identity document", "081446356"],
  ["parts of the name in another order and in Russian letters", "ботагоз жаксыбек муратовна"],
  ["Latin letters", "Zhaksybekova Botagoz"],
  ["a misprint", "жаксыбекава ботагоз муратовна"],
]) {
  test(`a person is found by ${how}`, async () => {
    await lookUp(window.session, query ?? "");
    await foundPeople(window.session, "Ботагөз");
  });
}

test("the card opens from the search box, and the look is on record", async () => {
  const { session } = window;
  await lookUp(session, "790209499103");
  await foundPeople(session, "Ботагөз");
  await window.picture("search");
  await session.keys(Key.Enter);
  await session.see(t("clients-looks"));
  await session.see("Муратовна");
  await window.picture("card");
});

test("nobody found: the way to a new card is offered", async () => {
  await lookUp(window.session, "Ғайыпов Жоқжан");
  await window.session.see(t("clients-nobody"));
  await window.picture("nobody");
});

interface Card {
  client: number;
  version: number;
}

/** The person whom the journey is about. */
async function person(): Promise<number> {
  const found = await window.call<{ people: { client: number }[] }>("clients.find", { query: "790209499103", page: 0 });
  return found.people[0]?.client ?? 0;
}

test("a disputed phone is blocked from the card: hidden, and not to be edited", async () => {
  const { session } = window;
  await lookUp(session, "790209499103");
  await foundPeople(session, "Ботагөз");
  await session.keys(Key.Enter);
  await session.see(t("clients-looks"));
  await session.click("h1, h2");
  await session.keys("b");
  await session.see(t("blocks-set-title"));
  await session.press(t("blocks-ground-accuracy-disputed"));
  await session.press(t("blocks-set-scope-fields"));
  await session.press(t("clients-field-phone"));
  await session.keys(Key.Control, Key.Enter);
  await session.see(t("clients-blocked-value"));
  await window.picture("blocked");

  await session.press(t("clients-edit-short"));
  await session.see(t("clients-edit-blocked"));
  await window.picture("edit-blocked");
  await session.keys(Key.Escape);

  const client = await person();
  const { version } = await window.call<Card>("clients.open", { client });
  const edit = window.call("clients.update", {
    client,
    version,
    ground: "application",
    paper: "№ 1",
    changes: { phone: "+77010000000" },
  });
  await expect(edit).rejects.toThrow(/blocked/);
});

test("an application that came on the Wednesday before a holiday is due on the right day, count by count", async () => {
  const { session } = window;
  // 8 May first, 12 second, 13 third.
  await session.keys(Key.Control, "3");
  await session.press(t("requests-register"));
  await session.write(t("requests-reg-applicant"), "Жақсыбекова Ботагөз");
  await session.press(t("requests-channel-visit"));
  await session.write(t("requests-reg-text"), "Прошу сообщить, какие данные обо мне хранятся.");
  await session.press(t("requests-kind-information"));
  await session.press(t("requests-lang-ru"));
  await session.write(t("requests-reg-document-number"), "081446356");
  await session.press(t("requests-reg-take"));
  await window.picture("register");
  await session.keys(Key.Control, Key.Enter);
  await session.see(t("requests-reg-open"));
  await session.see("13.05.2026");
  await window.picture("registered");
  await session.press(t("requests-reg-open"));
});
