// Proofs of consent, as a stranger checks them: saved from the window, checked by a program that knows nothing of the house.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { type Saved, saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { built } from "../harness/processes.ts";
import { TEXT } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";

let house: House;
const folder = mkdtempSync(join(tmpdir(), "kelisim-proof-"));
let number: string;

test.beforeAll(async () => {
  house = await found(await Host.start());
  const admin = await house.host.logIn(house.staff.administrator.login, house.staff.administrator.password);
  const soon = structuredClone(TEXT) as { purposes: object[] };
  soon.purposes[1] = { ...soon.purposes[1], term: "until", term_until: "2027-01-05" };
  const { id } = await house.host.call<{ id: number }>("consents.publish_text", { text: soon }, admin);
  const clerk = await house.host.logIn(house.staff.consultant.login, house.staff.consultant.password);
  const visit = await house.host.call<{ line: { id: number; number: string }; rev: number; text: { purposes: { id: number }[] } }>(
    "consents.open_visit",
    { text: id },
    clerk,
  );
  number = visit.line.number;
  await house.host.call(
    "consents.save_visit",
    {
      visit: visit.line.id,
      rev: visit.rev,
      original_seen: true,
      lang: "ru",
      answers: visit.text.purposes.map((purpose) => ({ purpose: purpose.id, yes: true })),
      person: { surname: "Оспанова", given: "Мадина", birth_date: "1988-03-09", phone: "+77015550102", iin: "880309400008" },
      document: { kind: "id_card", number: "045123678", issuer: "ҚР ІІМ", issued: "2021-03-04" },
    },
    clerk,
  );
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.host.stop();
});

/** Presses what saves a file, and keeps what the dialog was given on the disk. */
async function kept(page: Page, press: () => Promise<void>): Promise<Saved & { path: string }> {
  const file = await saved(page, press);
  const path = join(folder, file.name);
  writeFileSync(path, file.bytes);
  return { ...file, path };
}

function checked(...words: string[]): { code: number | null; sound: boolean; fault: { part: string } | null; fingerprint: string } {
  const ran = spawnSync(built("kelisim-verify"), words, { encoding: "utf8" });
  return { code: ran.status, ...(JSON.parse(ran.stdout) as { sound: boolean; fault: { part: string } | null; fingerprint: string }) };
}

const words = (path: string) => spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout;

async function opened(page: Page): Promise<void> {
  await enter(page, house.host, house.staff.manager);
  await page
    .getByRole("button", { name: text("ru", "rooms-consents") })
    .first()
    .click();
  await page.getByRole("listbox").or(page.getByRole("grid")).getByText("Оспанова").first().click();
  await page.getByRole("button", { name: text("ru", "proof-give") }).first().click();
  await expect(page.getByRole("heading", { name: text("ru", "proof-give") })).toBeVisible();
}

test("the sealed file is checked without the application; one changed byte is refused, and its part named", async ({ page }) => {
  const heard = troubles(page);
  await opened(page);
  expect(await axe(page)).toEqual([]);
  const file = await kept(page, () => page.getByRole("button", { name: text("ru", "proof-file-save") }).click());
  expect(file.name).toBe(`${number}.json`);
  const verdict = checked(file.path);
  expect(verdict).toMatchObject({ code: 0, sound: true, fault: null });
  // The window shows the key's fingerprint; with it, the file says whose it is.
  await expect(page.getByText(verdict.fingerprint)).toBeVisible();
  expect(checked(file.path, "--key", verdict.fingerprint).code).toBe(0);
  expect(checked(file.path, "--key", "0000 1111")).toMatchObject({ code: 1, fault: { part: "key" } });

  const at = file.bytes.indexOf("Оспанова") + 1;
  const altered = Buffer.from(file.bytes);
  altered[at] = (altered[at] ?? 0) ^ 1;
  const other = join(folder, "altered.json");
  writeFileSync(other, altered);
  expect(checked(other)).toMatchObject({ code: 1, sound: false, fault: { part: "evidence" } });
  // The host's own `verify` says the same of both.
  expect(spawnSync(built("kelisim-host"), ["verify", file.path]).status).toBe(0);
  expect(spawnSync(built("kelisim-host"), ["verify", other]).status).toBe(1);
  expect(heard).toEqual([]);
});

test("the journal's verdict names the key that the file is checked against", async ({ page }) => {
  await opened(page);
  const file = await kept(page, () => page.getByRole("button", { name: text("ru", "proof-file-save") }).click());
  const { fingerprint } = checked(file.path);
  await enter(page, house.host, house.staff.administrator);
  await page
    .getByRole("button", { name: text("ru", "rooms-journal") })
    .first()
    .click();
  await page.getByRole("button", { name: text("ru", "journal-verify") }).click();
  const verdict = page.getByRole("status").filter({ hasText: text("ru", "journal-fingerprint") });
  await expect(verdict.getByText(fingerprint, { exact: true })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.screenshot({ path: "results/journal-verdict.png" });
});

for (const lang of ["kk", "ru", "en"] as const) {
  test(`the evidence sheet in ${lang} says what stands in the file, and masks what identifies`, async ({ page }) => {
    await opened(page);
    const file = await kept(page, () => page.getByRole("button", { name: text("ru", `proof-sheet-lang-${lang}`) }).click());
    expect(file.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const said = words(file.path);
    for (const key of ["proof-title", "proof-section-shown", "proof-section-chain", "proof-check-title"])
      expect(said).toContain(text(lang, key));
    expect(said).toContain("Оспанова Мадина");
    expect(said).toContain("SHA-256");
    expect(said).not.toContain("880309400008");
    expect(said.replace(/\s/g, "")).not.toContain("77015550102");
  });
}

test("the client's receipt is one page in the client's language", async ({ page }) => {
  await opened(page);
  const file = await kept(page, () => page.getByRole("button", { name: text("ru", "proof-receipt-save") }).click());
  const said = words(file.path);
  expect(said).toContain(text("ru", "proof-receipt-title"));
  expect(said.split("\f").filter((one) => one.trim() !== "")).toHaveLength(1);
});

test("the register is filtered by what ends soon, and given out as a workbook", async ({ page }) => {
  await enter(page, house.host, house.staff.manager);
  await page
    .getByRole("button", { name: text("ru", "rooms-board") })
    .first()
    .click();
  await page.getByRole("button", { name: text("ru", "board-tile-expiring") }).click();
  await expect(page.getByText("Оспанова").first()).toBeVisible();
  await page.getByLabel(text("ru", "register-state")).selectOption("withdrawn");
  await expect(page.getByText(text("ru", "register-none"))).toBeVisible();
  await page.getByRole("button", { name: text("ru", "register-clear") }).first().click();
  const file = await kept(page, () => page.getByRole("button", { name: text("ru", "register-export") }).click());
  expect(file.name).toMatch(/\.xlsx$/);
  expect(file.bytes.subarray(0, 2).toString()).toBe("PK");
});
