// Nobody touched the tablet for a while: asks, and then wipes.

import { button, h } from "./dom.ts";
import type { Values } from "../fluent.ts";

/** Without a touch for so long, it asks. */
const QUIET = 90;
/** Without an answer for so long, it wipes. */
const LAST = 30;

export class Idle {
  #quiet = 0;
  #on = false;
  #dialog: HTMLDialogElement | undefined;
  readonly #text: () => (key: string, values?: Values) => string;
  readonly #leave: () => void;
  readonly #asks: (asks: boolean) => void;

  /** `asks` tells the consultant that the last half a minute runs, and that it was answered. */
  constructor(text: () => (key: string, values?: Values) => string, leave: () => void, asks: (asks: boolean) => void) {
    this.#text = text;
    this.#leave = leave;
    this.#asks = asks;
    for (const touch of ["pointerdown", "keydown", "input"]) addEventListener(touch, () => this.#touched(), true);
    setInterval(() => this.#tick(), 1000);
  }

  /** A client may be there; or nobody is expected. */
  watch(on: boolean): void {
    if (on !== this.#on) this.#quiet = 0;
    this.#on = on;
    if (!on) this.#close();
  }

  /** The consultant gave more time. */
  prolong(): void {
    this.#close();
  }

  #stayed(): void {
    this.#close();
    this.#asks(false);
  }

  #touched(): void {
    if (!this.#dialog) this.#quiet = 0;
  }

  #close(): void {
    this.#dialog?.remove();
    this.#dialog = undefined;
    this.#quiet = 0;
  }

  #tick(): void {
    if (!this.#on) return;
    this.#quiet += 1;
    if (this.#quiet >= QUIET + LAST) {
      this.#close();
      this.#leave();
    } else if (this.#quiet >= QUIET) {
      this.#ask(QUIET + LAST - this.#quiet);
    }
  }

  #ask(seconds: number): void {
    const t = this.#text();
    if (!this.#dialog) {
      const more = h("p", { class: "countdown" });
      const stay = button(t("tablet-idle-stay"), () => this.#stayed(), "main");
      this.#dialog = h(
        "dialog",
        { class: "sheet", "aria-labelledby": "idle" },
        h("h2", { id: "idle" }, t("tablet-idle")),
        more,
        stay,
      );
      this.#dialog.addEventListener("cancel", () => this.#stayed());
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      this.#asks(true);
    }
    const more = this.#dialog.querySelector(".countdown");
    if (more) more.textContent = t("tablet-idle-more", { seconds: String(seconds) });
  }
}
