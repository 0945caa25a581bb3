import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, it } from "vitest";

const UI = join(import.meta.dirname, "..");

/** The characters of a WOFF2 font, from the table that maps them to glyphs (format 4 and 12). */
function characters(path: string): Set<number> {
  const file = readFileSync(path);
  const tables = file.readUInt16BE(12);
  const NAMES =
    "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill".split(
      " ",
    );
  let at = 48;
  const base128 = () => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80;) {
      byte = file[at++] as number;
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  let offset = 0;
  let cmap: [number, number] | undefined;
  for (let nth = 0; nth < tables; nth++) {
    const flags = file[at++] as number;
    let tag = NAMES[flags & 63] ?? "";
    if ((flags & 63) === 63) {
      tag = file.toString("latin1", at, at + 4);
      at += 4;
    }
    const length = base128();
    const transformed = tag === "glyf" || tag === "loca" ? flags >> 6 === 0 : flags >> 6 !== 0;
    const stored = transformed ? base128() : length;
    if (tag === "cmap") cmap = [offset, stored];
    offset += stored;
  }
  if (!cmap) throw new Error("no cmap");
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const table = data.subarray(cmap[0], cmap[0] + cmap[1]);
  const found = new Set<number>();
  for (let nth = 0; nth < table.readUInt16BE(2); nth++) {
    const sub = table.subarray(table.readUInt32BE(4 + nth * 8 + 4));
    if (sub.readUInt16BE(0) === 4) {
      const segments = sub.readUInt16BE(6);
      for (let s = 0; s < segments; s += 2) {
        const [end, start] = [sub.readUInt16BE(14 + s), sub.readUInt16BE(16 + segments + s)];
        for (let c = start; c <= end && c !== 0xffff; c++) found.add(c);
      }
    } else if (sub.readUInt16BE(0) === 12) {
      for (let g = 0; g < sub.readUInt32BE(12); g++) {
        for (let c = sub.readUInt32BE(16 + g * 12); c <= sub.readUInt32BE(20 + g * 12); c++) found.add(c);
      }
    }
  }
  return found;
}

const FONT = join(UI, "assets/fonts/inter-kz.woff2");

it("has every letter of the catalogues, of names and of what we print ourselves", () => {
  const texts = ["ru", "kk", "en"].flatMap((lang) =>
    readdirSync(join(UI, "texts", lang)).map((name) => readFileSync(join(UI, "texts", lang, name), "utf8")),
  );
  const names = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя";
  const ours = "0123456789\u00a0\u2212₸№«»–—•↑↓←→";
  const has = characters(FONT);
  const missing = [...new Set([...texts, names, ours].join(""))].filter(
    (letter) => letter !== "\n" && !has.has(letter.codePointAt(0) as number),
  );
  expect(missing).toEqual([]);
});

it("notices a letter that isn't there", () => {
  expect(characters(FONT).has("漢".codePointAt(0) as number)).toBe(false);
});
