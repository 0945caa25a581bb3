// Files that aren't what they say, or are far too much: each is answered with what is wrong and what to do, nothing lands,
// and the program's memory stays bounded.
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { type Page, expect, test } from "@playwright/test";
import { picking } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { enter, troubles } from "../harness/page.ts";
import { DATA } from "../harness/processes.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);
const HEAD = "ИИН;Фамилия;Имя;Телефон\n";
const MB = 1 << 20;

let house: House;
test.beforeAll(async () => {
  house = await found(await Host.start());
});
test.afterAll(async () => house.host.stop());
test.afterEach(async () => {
  // Whatever was tried: nobody landed, and the program took a bounded amount of memory.
  const { count } = await house.host.call<{ count: number }>("clients.recent", {}, house.staff.manager.token);
  expect(count).toBe(0);
  expect(house.host.memory()).toBeLessThan(400);
});

/** The screen of imports, where the next files to be picked are these. */
async function importing(page: Page, files: string[]): Promise<void> {
  await picking(page, ...files);
  await enter(page, house.host, house.staff.manager);
  await page.getByRole("button", { name: t("clients-import"), exact: true }).click();
}
const pick = (page: Page) => page.getByRole("button", { name: t("clients-import-pick") }).first().click();

function made(name: string, bytes: Buffer | string): string {
  const path = join(house.host.data, name);
  writeFileSync(path, bytes);
  return path;
}
/** A file of that size that begins like this and holds nothing more: it costs no room on the disk. */
function hollow(name: string, begin: string, size: number): string {
  const path = join(house.host.data, name);
  const file = openSync(path, "w");
  writeSync(file, begin);
  ftruncateSync(file, size);
  closeSync(file);
  return path;
}

/** A workbook of one sheet, packed by hand. */
function workbook(name: string, sheet: Buffer): string {
  const parts: [string, Buffer][] = [
    [
      "[Content_Types].xml",
      Buffer.from(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
      ),
    ],
    [
      "xl/workbook.xml",
      Buffer.from(
        `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    ],
    [
      "xl/_rels/workbook.xml.rels",
      Buffer.from(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    ],
    [
      "_rels/.rels",
      Buffer.from(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    ["xl/worksheets/sheet1.xml", sheet],
  ];
  return made(name, zip(parts));
}

function zip(parts: [string, Buffer][]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0); // version
    fixed.writeUInt16LE(8, 4); // deflate
    fixed.writeUInt32LE(crc(content), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(content.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fixed, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fixed, place, Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, list, Buffer.from("PK\x05\x06"), end]);
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const SHEET = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Name of the case, the file, and the key of what is said about it. */
const REFUSED: [string, () => string, string, Record<string, number>?][] = [
  ["an empty file", () => made("empty.csv", ""), "empty"],
  ["a file of blank lines", () => made("blank.csv", "\n;;;\n \n"), "empty"],
  ["a picture renamed .xlsx", () => made("picture.xlsx", PICTURE), "picture"],
  ["a PDF renamed .xlsx", () => made("paper.xlsx", "%PDF-1.7\n…"), "not-table"],
  ["a zip that is no workbook", () => made("zip.xlsx", zip([["readme.txt", Buffer.from("нет")]])), "not-table"],
  ["an Excel file of the old form", () => made("old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")), "old-or-locked"],
  ["half of a workbook", () => made("half.xlsx", readFileSync(join(DATA, "clients.xlsx")).subarray(0, 100_000)), "broken"],
  ["UTF-16 without its mark", () => made("wide.csv", Buffer.from(HEAD, "utf16le")), "nul", { row: 1 }],
  ["a NUL in the third row", () => made("nul.csv", `${HEAD}850615499005;А;Б;\n850615499005;А\0;Б;\n`), "nul", { row: 3 }],
  ["a quotation mark that isn't closed", () => made("quote.csv", `${HEAD}850615499005;"А;Б;\n`), "open-quote", { row: 2 }],
  ["a cell of 40,000 letters", () => made("cell.csv", `${HEAD}850615499005;${"А".repeat(40_000)};Б;\n`), "cell-too-long", { row: 2, most: 32 }],
  ["300 columns", () => made("columns.csv", `${"а;".repeat(299)}а\n`), "too-many-columns", { row: 1, most: 200 }],
  ["a text of 300 MB", () => hollow("large.csv", HEAD, 300 * MB), "too-large", { most: 100 }],
  ["a workbook of 300 MB", () => hollow("large.xlsx", "PK\x03\x04", 300 * MB), "too-large", { most: 100 }],
  ["a workbook that unpacks to 300 MB", () => workbook("bomb.xlsx", Buffer.alloc(300 * MB, SHEET("")[0])), "too-dense"],
  ["a file that is gone", () => join(house.host.data, "absent.csv"), "unreadable"],
  ["a folder", () => house.host.data, "unreadable"],
];

for (const [name, file, key, values] of REFUSED)
  test(`${name}: said what it is and what to do`, async ({ page }) => {
    const heard = troubles(page);
    await importing(page, [file(), join(DATA, "clients.csv")]);
    await pick(page);
    await expect(page.getByRole("group").filter({ hasText: t(`error-clients-sheet-${key}`, values) })).toBeVisible();
    // The way on is open: another file is picked at once.
    await pick(page);
    await expect(page.getByText("clients.csv")).toBeVisible({ timeout: 20_000 });
    expect(heard).toEqual([]);
  });

test("a large workbook of honest numbers is read within bounds, and says that it holds no people", async ({ page }) => {
  // Numbers hardly pack: 40 MB of them unpack to what a large branch exports.
  const rows: string[] = [];
  for (let row = 1; row <= 60_000; row += 1)
    rows.push(`<row r="${row}">${[..."ABCDEFGHIJ"].map((column, n) => `<c r="${column}${row}"><v>${((row * 7919 + n * 104_729) % 1e9) / 7}</v></c>`).join("")}</row>`);
  await importing(page, [workbook("honest.xlsx", Buffer.from(SHEET(rows.join(""))))]);
  await pick(page);
  await expect(page.getByText(t("clients-import-not-enough")).first()).toBeVisible({ timeout: 50_000 });
  await expect(page.getByRole("region", { name: /60\s000|^0 / })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("clients-import-finished"))).toBeHidden();
});

const ROWS: [string, string, string][] = [
  ["a name of 10,000 letters", `850615499005;${"А".repeat(10_000)};Айгүл;87011234418`, "too_long"],
  ["emoji for a name", "850615499005;🙂🙂;Айгүл;87011234418", "name_letters"],
  ["a formula for a name", '850615499005;"=HYPERLINK(""http://x.kz"")";Айгүл;87011234418', "formula"],
  ["a name that looks like a formula", "850615499005;@SUM(A1);Айгүл;87011234418", "name_letters"],
  ["signs stacked on a letter", `850615499005;Н${"\u0301".repeat(500)};Айгүл;87011234418`, "too_long"],
  ["an IIN of emoji", "🙂;Нұрғалиева;Айгүл;87011234418", "iin_form"],
];
for (const [name, row, reason] of ROWS)
  test(`${name}: the row is held back with its reason, and the file of bad rows gives it back as text`, async () => {
    const { host, staff } = house;
    const path = made("rows.csv", HEAD + row);
    const { import: id } = await host.call<{ import: number }>("clients.import_open", { path }, staff.manager.token);
    const done = await host.call<{ tally: { landed: number; bad: number; reasons: Record<string, number> } }>(
      "clients.import_step",
      { import: id, merging: "keep" },
      staff.manager.token,
    );
    expect(done.tally).toMatchObject({ landed: 0, bad: 1 });
    expect(Object.keys(done.tally.reasons)).toContain(reason);
    const bad = await host.call<{ bytes: string }>("clients.import_bad_rows", { import: id }, staff.manager.token);
    const book = Buffer.from(bad.bytes, "base64");
    expect(book.subarray(0, 2).toString()).toBe("PK");
    expect(book.includes("<f>")).toBe(false);
  });
