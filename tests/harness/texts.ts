// The words of the interface, from the same catalogues: a test finds a button by its key, whatever it is called today.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./processes.ts";

export type Lang = "ru" | "kk" | "en";

const catalogues = new Map<Lang, Map<string, string>>();

/** The plain text of a key. Texts with a choice of forms aren't for finding things by. */
export function text(lang: Lang, key: string, values: Record<string, string | number> = {}): string {
  const found = catalogue(lang).get(key);
  if (found === undefined) throw new Error(`no text ${key} in ${lang}`);
  return found.replace(/\{\s*(?:\$([\w-]+)|([\w-]+))\s*\}/g, (_, name: string | undefined, other: string | undefined) =>
    other !== undefined ? text(lang, other) : String(values[name ?? ""] ?? ""),
  );
}

function catalogue(lang: Lang): Map<string, string> {
  let found = catalogues.get(lang);
  if (!found) {
    found = new Map();
    const folder = join(ROOT, "ui/texts", lang);
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
      for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
        const match = /^([a-z][\w-]*) = (.+)$/.exec(line);
        if (match?.[1] && match[2]) found.set(match[1], match[2].trim());
      }
    }
    catalogues.set(lang, found);
  }
  return found;
}
