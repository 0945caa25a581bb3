// The catalogues: three languages alike, nothing missing, nothing unused, no text outside them, and a font that has all their letters.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parse, type Entry, type Message, type Pattern } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { Catalogue } from "../src/fluent.ts";

const UI = join(import.meta.dirname, "..");
const HOUSE = join(UI, "..");
const LANGS = ["ru", "kk", "en"] as const;

function files(folder: string, kinds: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules" || name === "target" || name === "gen") return [];
    if (statSync(path).isDirectory()) return files(path, kinds);
    return kinds.test(name) ? [path] : [];
  });
}

const read = (path: string) => readFileSync(path, "utf8");

/** Each message as it is written. */
function written(lang: string): Map<string, string> {
  return new Map(
    catalogues(lang).flatMap((path) => {
      const source = read(path);
      return parse(source, { withSpans: true }).body.flatMap((entry) =>
        entry.type === "Message" ? [[entry.id.name, source.slice(entry.span?.start, entry.span?.end)] as const] : [],
      );
    }),
  );
}

const catalogues = (lang: string) => files(join(UI, "texts", lang), /\.ftl$/);

function entries(lang: string): Entry[] {
  return catalogues(lang).flatMap((path) => parse(read(path), {}).body);
}

function messages(lang: string): Map<string, Message> {
  return new Map(entries(lang).flatMap((entry) => (entry.type === "Message" ? [[entry.id.name, entry] as const] : [])));
}

function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  if ((node as { type?: string }).type === "VariableReference") found.add((node as { id: { name: string } }).id.name);
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) part.forEach((one) => variables(one, found));
    else variables(part, found);
  }
  return found;
}

function choices(pattern: Pattern | null): { selector: unknown; keys: string[] }[] {
  return (pattern?.elements ?? []).flatMap((element) =>
    element.type === "Placeable" && element.expression.type === "SelectExpression"
      ? [
          {
            selector: element.expression.selector,
            keys: element.expression.variants.map((variant) =>
              String("name" in variant.key ? variant.key.name : variant.key.value),
            ),
          },
        ]
      : [],
  );
}

const sources = files(join(UI, "src"), /\.(ts|svelte)$/).filter((path) => !/\.test\.ts$|wire\.ts$/.test(path));
const rust = files(join(HOUSE, "src-tauri"), /\.rs$/);
const code = [...sources, ...rust].map((path) => withoutComments(read(path)));

/** Endings of case, possession and order, whose sound depends on the value. A whole word after a hyphen (`5-жол`) is fine. */
const GLUED = new RegExp(
  "\\}-?(?:" +
    "[қғкг][ае]|[дтн][ае]|н[дт][ае]|[дтн][ае]н|[дтн][ыі]ң|[дтн][ыі]|с?[ыі]|[ыі]?нш[ыі]|ш[ыі]|[мбп]ен|л[ае]р|д[ае]р|т[ае]р" +
    ")(?![а-яәғқңөұүһі])",
  "i",
);

describe("catalogues", () => {
  it("are well formed", () => {
    for (const lang of LANGS) {
      const junk = entries(lang).filter((entry) => entry.type === "Junk");
      expect(junk.map((entry) => (entry as { content: string }).content)).toEqual([]);
      const names = entries(lang).flatMap((entry) => (entry.type === "Message" ? [entry.id.name] : []));
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it("have the same keys and values in the three languages", () => {
    const ru = messages("ru");
    for (const lang of LANGS) {
      const other = messages(lang);
      expect([...other.keys()].filter((key) => !ru.has(key))).toEqual([]);
      expect([...ru.keys()].filter((key) => !other.has(key))).toEqual([]);
      const differ = [...ru].filter(([key, message]) => {
        const here = [...variables(message)].sort().join();
        return [...variables(other.get(key))].sort().join() !== here;
      });
      expect(differ.map(([key]) => `${lang}: ${key}`)).toEqual([]);
    }
  });

  it("give every form that a number asks for", () => {
    const wanted: Record<string, string[]> = {
      ru: ["one", "few", "many", "other"],
      kk: ["one", "other"],
      en: ["one", "other"],
    };
    for (const lang of LANGS) {
      for (const [key, message] of messages(lang)) {
        for (const { keys } of choices(message.value)) {
          if (!keys.some((name) => ["one", "few", "many"].includes(name))) continue;
          expect(
            wanted[lang]?.filter((form) => !keys.includes(form)),
            `${lang}: ${key}`,
          ).toEqual([]);
        }
      }
    }
  });

  it("never glue an ending to a value in Kazakh", () => {
    const glued = [...written("kk")].filter(([, text]) => GLUED.test(text));
    expect(glued.map(([key]) => key)).toEqual([]);
  });

  it("read alike for every number", () => {
    const ru = new Catalogue("ru", catalogues("ru").map(read));
    const days = [0, 1, 2, 5, 11, 21, 22, 1234, 1.5].map((count) => ru.text("due-days", { count }));
    expect(days).toEqual([
      "Осталось 0 раб. дней",
      "Остался 1 раб. день",
      "Осталось 2 раб. дня",
      "Осталось 5 раб. дней",
      "Осталось 11 раб. дней",
      "Остался 21 раб. день",
      "Осталось 22 раб. дня",
      "Осталось 1\u00a0234 раб. дня",
      "Осталось 1,5 раб. дня",
    ]);
  });
});

describe("keys", () => {
  const known = messages("ru");
  const literal = new Set<string>();
  const prefixes = new Set<string>();
  for (const source of code) {
    for (const [, key] of source.matchAll(/\bt\(\s*"([a-z0-9-]+)"/g)) literal.add(key as string);
    for (const [, key] of source.matchAll(/\bt\.in\([^,]+,\s*"([a-z0-9-]+)"/g)) literal.add(key as string);
    for (const [, key] of source.matchAll(/\b(?:(?:t|words)\.of|known)\(\s*[`"]([a-z0-9-]+)[`"]/g))
      prefixes.add(key as string);
    for (const [, key] of source.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)-\$\{/g)) prefixes.add(key as string);
    // The core names keys too: in `texts.get(lang, "key", …)`, `Args::key(…, "key")` and lists of its own.
    for (const [, key] of source.matchAll(/"([a-z]+(?:-[a-z0-9]+)+)"/g))
      if (known.has(key as string)) literal.add(key as string);
    for (const [, key] of source.matchAll(/"([a-z]+(?:-[a-z0-9]+)*)-\{/g)) prefixes.add(key as string);
  }
  const codes = new Set<string>();
  for (const path of rust) {
    for (const [, name] of read(path).matchAll(/"([a-z]+(?:\.[a-z_0-9]+)+)"/g))
      codes.add(`error-${(name as string).replace(/[._]/g, "-")}`);
  }

  it("that are used are there", () => {
    const used = code.flatMap((source) =>
      [...source.matchAll(/\bt(?:\.in)?\((?:[a-z]+,\s*)?"([a-z0-9-]+)"/g)].map(([, key]) => key as string),
    );
    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([]);
  });

  it("that are there are used", () => {
    const unused = [...known.keys()].filter(
      (key) => !literal.has(key) && !codes.has(key) && ![...prefixes].some((prefix) => key.startsWith(`${prefix}-`)),
    );
    expect(unused).toEqual([]);
  });
});

describe("markup", () => {
  it("has no style attributes, which the content policy refuses", () => {
    const found = sources.filter((path) => /\sstyle="/.test(read(path)));
    expect(found).toEqual([]);
  });
});

describe("text for people", () => {
  // Tables of Kazakhstan's names, months and weekdays, and made-up people: facts and data, not sentences.
  const ALLOWED = [
    /crates\/kz\//,
    /crates\/sheets\//,
    // Styles and phrases that are looked for in people's own documents.
    /crates\/documents\//,
    /texts\/wording\.rs$/,
    // Made-up people and what they say, for showing and measuring.
    /crates\/host\//,
    /clients\/(import|find)\//,
    // Words that foreign files have, and phrases that are looked for in a text: to be recognised, never said.
    /crates\/documents\//,
    /consents\/site\/reading\.rs$/,
    /consents\/texts\/wording\.rs$/,
    // The letters that are heard alike.
    /codewords\/heard\.rs$/,
    /demo/,
    /sample/,
    /bench/,
    /tests?(\.rs|\/)/,
    /testing/,
    /ui\/src\/dates\.ts$/,
    /gallery/,
  ];

  it("stands in the catalogues and nowhere else", () => {
    const found = [...sources, ...rust]
      .filter((path) => !ALLOWED.some((allowed) => allowed.test(relative(HOUSE, path))))
      .flatMap((path) =>
        withoutComments(read(path).split("#[cfg(test)]")[0] as string)
          .split("\n")
          .filter((line) => /[\u0400-\u04ff]/.test(line))
          .map((line) => `${relative(HOUSE, path)}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s\/\/ .*$/gm, "");
}
