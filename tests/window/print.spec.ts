// What leaves the built window as a file: each paper and list is asked for by its button, kept where the dialog says, and opens.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { logIn } from "../harness/clerk.ts";
import { built, folder } from "../harness/processes.ts";
import { text } from "../harness/texts.ts";
import { Key, type Session } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

const CLOCK = "2026-12-14T11:20+05:00";
/** Everyone's in the demonstration. */
const PASSWORD = "kelisim demo 2026";
const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);

test.describe.configure({ mode: "serial" });

const data = folder("print");
let window: Window;
let session: Session;

test.beforeAll(async () => {
  execFileSync(built("kelisim-host"), ["demo", "--data", data.path, "--clock", CLOCK]);
  window = await Window.start("print", { clock: CLOCK, data: data.path });
  session = window.session;
  await logIn(session, "manager", PASSWORD);
  await session.get("[role=combobox]");
  await session.keys(Key.Control, "2");
  await session.see(t("register-export"));
});
test.afterAll(async () => {
  await window?.stop();
  data.remove();
});
test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) await window.picture("failed").catch(() => undefined);
});

/** Presses what saves a file, and waits until the file is whole. */
async function saved(name: string, words: string): Promise<string> {
  const path = join(data.path, name);
  window.nextDialog(path);
  await session.press(words);
  await session.until(`the file ${name}`, async () => (existsSync(path) && statSync(path).size > 0) || undefined, 20_000);
  return path;
}

/** What a PDF says, and that it is one. */
function said(path: string): string {
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  const pages = /Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [path], { stdio: "pipe" }).toString())?.[1];
  expect(Number(pages)).toBeGreaterThan(0);
  return execFileSync("pdftotext", ["-layout", path, "-"], { stdio: "pipe" }).toString();
}

test("the register goes out as a workbook", async () => {
  const file = await saved("register.xlsx", t("register-export"));
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("xl/worksheets/sheet1.xml")).toBe(true);
});

test("the evidence sheet, the receipt and the sealed file are kept, and say whose they are", async () => {
  await session.click("[role=grid] tr.row th[scope=row]");
  await session.press(t("proof-give"));
  await session.see(t("proof-sheet-hint"));
  await window.picture("give");
  for (const lang of ["kk", "ru", "en"] as const) {
    const sheet = said(await saved(`sheet-${lang}.pdf`, t(`proof-sheet-lang-${lang}`)));
    expect(sheet).toContain(text(lang, "proof-title"));
    expect(sheet).toContain("SHA-256");
  }
  const sheet = said(join(data.path, "sheet-ru.pdf"));
  const receipt = said(await saved("receipt.pdf", t("proof-receipt-save")));
  // The same consent in each.
  const number = /\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sheet)?.[0] ?? "none";
  expect(receipt).toContain(number);
  const sealed = await saved("sealed.json", t("proof-file-save"));
  const verdict = spawnSync(built("kelisim-verify"), [sealed], { encoding: "utf8" });
  expect(verdict.status).toBe(0);
  expect(readFileSync(sealed, "utf8")).toContain(number);
  await window.picture("given");
  await session.keys(Key.Escape);
});

test("the form of a visit on paper is printed with the visit's number, and a closed dialog keeps nothing", async () => {
  await window.call("staff.log_out");
  await session.send("POST", "/refresh", {});
  await logIn(session, "aizhan", PASSWORD);
  await session.get("[role=combobox]");
  await session.press(text("ru", "frame-language-short"));
  await session.keys(Key.Control, "2");
  await session.press(t("consents-new"));
  await session.see(t("consents-which-text"));
  await session.press(t("consents-on-paper"));
  await window.picture("new");
  await session.press(t("consents-begin-paper"));
  await session.see(t("visits-scan-title"));
  window.nextDialog();
  await session.press(t("visits-paper-print"));
  const form = said(await saved("form.pdf", t("visits-paper-print")));
  const [visit] = await window.call<{ number: string }[]>("consents.visits");
  expect(form).toContain(visit?.number ?? "none");
  await session.see(t("visits-paper-printed", { name: "form.pdf" }));
  await window.picture("form");
});
