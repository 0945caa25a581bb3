// What people read. `t("clients-title")` for a key that stands in the source, `t.of("requests-kind", kind)` for the tail of a
// closed list. Switching the language redraws whatever asked.

import { createSubscriber } from "svelte/reactivity";
import { Catalogue, type Values } from "./fluent.ts";
import type { Lang } from "./wire.ts";

export const LANGS: readonly Lang[] = ["ru", "kk", "en"];

const FILES = import.meta.glob<string>("../texts/*/*.ftl", { eager: true, query: "?raw", import: "default" });

const catalogues = new Map<Lang, Catalogue>();

function catalogue(of: Lang): Catalogue {
  let found = catalogues.get(of);
  if (!found) {
    const sources = Object.entries(FILES).filter(([path]) => path.includes(`/${of}/`));
    found = new Catalogue(
      of,
      sources.map(([, source]) => source),
    );
    catalogues.set(of, found);
  }
  return found;
}

let now: Lang = "ru";
let changed = () => {};
const subscribe = createSubscriber((update) => {
  changed = update;
  return () => {
    changed = () => {};
  };
});

/** The language of the interface. */
export function lang(): Lang {
  subscribe();
  return now;
}

/** Switches the language at once, everywhere. */
export function speak(to: Lang): void {
  now = to;
  document.documentElement.lang = to;
  changed();
}

/** The sentence of a key in the language of the interface. */
export function t(key: string, values?: Values): string {
  return catalogue(lang()).text(key, values);
}

/** The sentence for one value of a closed list: `t.of("requests-kind", "access")` is `requests-kind-access`. */
t.of = (prefix: string, value: string | number, values?: Values): string => t(`${prefix}-${tail(value)}`, values);

/** The same sentence in a given language: quoted texts, the names of languages. */
t.in = (language: Lang, key: string, values?: Values): string => catalogue(language).text(key, values);

/** The key is in the catalogues. */
t.has = (key: string): boolean => catalogue(now).has(key);

function tail(value: string | number): string {
  return String(value).replace(/[._]/g, "-");
}
