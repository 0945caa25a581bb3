// The main job, in the built window: from the wizard to a journal that verifies.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { confirmRecoveryKey, logIn, ownPassword, setUp } from "../harness/clerk.ts";
import { BRANCH } from "../harness/house.ts";
import { text } from "../harness/texts.ts";
import { Window } from "../harness/window.ts";

// A Wednesday; Wednesday 16 December 2026 is Independence Day.
const CLOCK = "2026-12-09T09:05+05:00";
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
