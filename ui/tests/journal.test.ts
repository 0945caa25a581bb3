// Every command that can stand in the journal has words for it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const UI = join(import.meta.dirname, "..");

it("names every command in words", () => {
  const wire = readFileSync(join(UI, "src/wire.ts"), "utf8");
  const words = readFileSync(join(UI, "texts/ru/journal.ftl"), "utf8");
  const commands = [...wire.slice(wire.indexOf("interface Commands")).matchAll(/^ {2}"([a-z_.]+)":/gm)].map(
    ([, name]) => name as string,
  );
  expect(commands.length).toBeGreaterThan(30);
  const wordless = commands.filter((name) => !words.includes(`journal-act-${name.replace(/[._]/g, "-")} =`));
  expect(wordless).toEqual([]);
});
