// Fluent catalogues as the core reads them too: no marks of isolation around values, numbers printed by us.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { number } from "./numbers.ts";

/** A value in a sentence. A number chooses the plural form and is shown in our own writing. */
export type Value = string | number;
export type Values = Record<string, Value>;

class Count extends FluentNumber {
  override toString(): string {
    return number(this.value);
  }
}

/** The catalogue of one language. */
export class Catalogue {
  readonly #bundle: FluentBundle;

  constructor(lang: string, sources: string[]) {
    this.#bundle = new FluentBundle(lang, { useIsolating: false });
    for (const source of sources) this.#bundle.addResource(new FluentResource(source));
  }

  has(key: string): boolean {
    return this.#bundle.hasMessage(key);
  }

  /** The sentence; the key itself where there is none, which a test of ours finds first. */
  text(key: string, values: Values = {}): string {
    const pattern = this.#bundle.getMessage(key)?.value;
    if (!pattern) return key;
    const args: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(values))
      args[name] = typeof value === "number" ? new Count(value) : value;
    return this.#bundle.formatPattern(pattern, args, []);
  }
}
