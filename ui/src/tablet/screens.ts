// The client's pages, one thing a page.

import type { FieldShown, PurposeShown, TabletVisit, VisitStep } from "../wire.ts";
import { button, type Child, h, takeDigits } from "./dom.ts";
import { Signature } from "./signature.ts";
import type { Desk, Screen } from "./main.ts";

/** A pause in typing, after which what stands there is saved. */
const PAUSE = 800;
const STEPS: VisitStep[] = ["about", "person", "contacts", "choices", "check", "sign", "code"];

const day = (iso: string): string => iso.split("-").reverse().join(".");

/** Title, place on the way, what is in between, and the two ways out at the foot. */
export function sheet(
  desk: Desk,
  step: VisitStep,
  title: string,
  inside: (Node | false)[],
  next?: { words: string; act: () => void },
): HTMLElement {
  const place = STEPS.indexOf(step);
  const before = STEPS[place - 1] ?? "language";
  const foot = h(
    "footer",
    { class: "foot" },
    h(
      "div",
      { class: "ways-out" },
      help(desk),
      button(desk.t("tablet-refuse"), () => refuse(desk), "quiet"),
    ),
    h(
      "div",
      { class: "onward" },
      button(desk.t("tablet-back"), () => void desk.take("turn", { step: before })),
      next && button(next.words, next.act, "main"),
    ),
  );
  return h(
    "section",
    { class: `step ${step}` },
    h("p", { class: "place" }, desk.t("tablet-step", { n: String(place + 1), of: String(STEPS.length) })),
    h("h1", { tabindex: -1 }, title),
    ...inside.filter((node): node is Node => node !== false),
    foot,
  );
}

/** Help stands in the same place on every page. */
export function help(desk: Desk, args: object = { paper: false }): HTMLButtonElement {
  const call = button(desk.t("tablet-help"), () => void called(desk, call, args), "quiet");
  return call;
}

async function called(desk: Desk, help: HTMLButtonElement, args: object): Promise<void> {
  if (await desk.take("call", args)) help.textContent = desk.t("tablet-help-called");
}

function refuse(desk: Desk): void {
  ask(desk, "tablet-refuse-sure", "tablet-refuse-more", () => void desk.take("refuse"));
}

/** Asks before everything ends. */
export function ask(desk: Desk, sure: string, more: string, end: () => void): void {
  const dialog = h(
    "dialog",
    { class: "sheet", "aria-labelledby": "refuse" },
    h("h2", { id: "refuse" }, desk.t(sure)),
    h("p", {}, desk.t(more)),
    h(
      "div",
      { class: "pair" },
      button(desk.t("tablet-refuse-no"), () => dialog.remove()),
      button(desk.t("tablet-refuse-yes"), () => {
        dialog.remove();
        end();
      }),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** A page that only says something. */
export function plain(desk: Desk, key: string, more?: string, number?: string): Screen {
  const node = h(
    "section",
    { class: "plain" },
    h("h1", { tabindex: -1 }, desk.t(key)),
    more !== undefined && h("p", {}, desk.t(more)),
    number !== undefined && h("p", { class: "number" }, number),
  );
  return { node };
}

/** Six digits from the computer's screen. */
export function pairing(desk: Desk, join: (digits: string) => Promise<string | undefined>): Screen {
  const input = h("input", { id: "digits", class: "code", inputmode: "numeric", autocomplete: "off", maxlength: 12 });
  takeDigits(input);
  const fault = h("p", { class: "fault", role: "alert" });
  const act = async () => {
    fault.textContent = (await join(input.value)) ?? "";
  };
  const node = h(
    "section",
    { class: "plain" },
    h("h1", { tabindex: -1 }, desk.t("tablet-pair")),
    h("label", { for: "digits" }, desk.t("tablet-pair-digits")),
    input,
    fault,
    button(desk.t("tablet-pair-do"), () => void act(), "main"),
  );
  return { node };
}

/** The language, each in its own. */
export function language(desk: Desk, visit: TabletVisit): Screen {
  const choose = (lang: string) =>
    button(desk.t.of("tablet-lang", lang), () => void desk.take("language", { lang }), "big", { lang });
  const node = h(
    "section",
    { class: "plain" },
    h("h1", { tabindex: -1 }, visit.operator),
    h("div", { class: "langs" }, ...visit.langs.map(choose)),
    h("footer", { class: "foot" }, h("div", { class: "ways-out" }, help(desk))),
  );
  return { node };
}

/** Who asks and what for: the law's list in seven lines. */
export function about(desk: Desk, visit: TabletVisit): Screen {
  const { text } = visit;
  const line = (key: string, ...words: string[]) =>
    h("div", {}, h("dt", {}, desk.t(key)), h("dd", {}, words.join(" ")));
  const term = desk.t.of("tablet-term", text.term, { date: day(text.term_until ?? "") });
  const list = h(
    "dl",
    { class: "seven" },
    line("tablet-about-who", visit.operator + ",", desk.t("tablet-about-bin", { bin: visit.bin })),
    line("tablet-about-why", text.purposes.map((purpose) => purpose.name).join("; ")),
    line("tablet-about-data", text.data.map((field) => small(desk.t.of("tablet-field", field))).join(", ")),
    line("tablet-about-third", text.third_parties ?? desk.t("tablet-no")),
    line("tablet-about-abroad", text.cross_border ?? desk.t("tablet-no")),
    line("tablet-about-public", desk.t(text.public_sources ? "tablet-yes" : "tablet-no")),
    line("tablet-about-term", term, desk.t("tablet-withdraw")),
  );
  const next = { words: desk.t("tablet-next"), act: () => void desk.take("turn", { step: "person" }) };
  return { node: sheet(desk, "about", desk.t("tablet-about"), [acting(desk, visit), list, reader(desk, visit)], next) };
}

/** Who acts for another is told so, and by what document. */
function acting(desk: Desk, visit: TabletVisit): HTMLElement | false {
  if (!visit.acting) return false;
  const { name, paper } = visit.acting;
  return h(
    "div",
    { class: "acting" },
    h("p", {}, h("strong", {}, desk.t("tablet-acting", { name }))),
    h("p", {}, desk.t("tablet-acting-more", { paper })),
  );
}

/** The full text, one tap away: how long it was open is noted, nothing is demanded. */
function reader(desk: Desk, visit: TabletVisit): HTMLElement {
  const { text } = visit;
  const values = { minutes: String(text.minutes), version: String(text.version), date: day(text.published) };
  return h(
    "p",
    { class: "reader" },
    button(desk.t("tablet-read"), () => open(desk, visit), "link"),
    " ",
    h("span", {}, desk.t("tablet-read-about", values)),
  );
}

/** The paragraphs of a text, headings among them. */
export function paragraphs(body: string): HTMLElement[] {
  return body
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => (part.startsWith("# ") ? h("h3", {}, part.slice(2)) : h("p", {}, part)));
}

function open(desk: Desk, visit: TabletVisit): void {
  const begun = performance.now();
  let end = false;
  const last = h("div", { class: "end" });
  const body = h(
    "div",
    { class: "body", tabindex: 0, role: "document", "aria-label": visit.text.title },
    ...paragraphs(visit.text.body),
    last,
  );
  const close = () => {
    dialog.remove();
    const seconds = Math.round((performance.now() - begun) / 1000);
    void desk.take("read", { seconds, to_end: end });
  };
  const dialog = h(
    "dialog",
    { class: "sheet full", "aria-labelledby": "full" },
    h("h2", { id: "full" }, visit.text.title),
    body,
    button(desk.t("tablet-read-close"), close, "main"),
  );
  dialog.addEventListener("cancel", close);
  document.body.append(dialog);
  dialog.showModal();
  new IntersectionObserver((seen) => (end ||= seen.some((one) => one.isIntersecting)), { root: body }).observe(last);
}

/** A page of fields. */
export function fields(desk: Desk, visit: TabletVisit, step: VisitStep): Screen {
  const mine = visit.fields.filter((shown) => shown.page === step);
  const boxes = mine.map((shown) => new Box(desk, shown));
  const after: VisitStep = step === "person" ? "contacts" : visit.code ? "code" : "choices";
  const titles = visit.acting
    ? (["tablet-person-other", "tablet-contacts-other"] as const)
    : (["tablet-person", "tablet-contacts"] as const);
  const act = async () => {
    for (const box of boxes) await box.send(true);
    const wrong = boxes.find((box) => box.isWrong);
    if (wrong) wrong.input.focus();
    else await desk.take("turn", { step: after });
  };
  const node = sheet(
    desk,
    step,
    desk.t(titles[step === "person" ? 0 : 1]),
    [h("div", { class: "fields" }, ...boxes.map((box) => box.node))],
    {
      words: desk.t("tablet-next"),
      act: () => void act(),
    },
  );
  return {
    node,
    follow: (now) => boxes.forEach((box) => box.follow(now.fields)),
    async flush() {
      for (const box of boxes) await box.send(false);
    },
  };
}

/** One field: what it is for, what is wrong with it; a number hides itself again. */
class Box {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #inputs: HTMLInputElement[];
  readonly #fault: HTMLElement;
  readonly #reading: HTMLElement;
  readonly #desk: Desk;
  /** Nothing is said about what is still being typed. */
  #typing = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #shown: FieldShown;
  #sent: string;
  /** What was sent last, on its way: until it is answered nobody knows whether the field is right. */
  #going: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, shown: FieldShown) {
    this.#desk = desk;
    this.#shown = shown;
    this.#sent = shown.value;
    const id = `field-${shown.field}`;
    const date = shown.field === "birth_date";
    const why = ["surname", "iin", "phone", "email"].includes(shown.field) ? desk.t.of("tablet-why", shown.field) : "";
    this.#reading = h("p", { class: "reading" });
    this.#fault = h("p", { class: "fault", id: `${id}-fault`, role: "alert" }, shown.fault ?? "");
    const values = date ? (shown.value || "--").split("-").reverse() : [shown.value];
    this.#inputs = values.map((value, n) => this.#make(date ? `${id}-${String(n)}` : id, value, n));
    this.input = this.#inputs[0] as HTMLInputElement;
    const label = desk.t.of("tablet-field", shown.field);
    const head = shown.required ? label : `${label} — ${desk.t("tablet-optional")}`;
    this.node = date
      ? h(
          "fieldset",
          { class: "field" },
          h("legend", {}, head),
          h("div", { class: "date" }, ...this.#dated(id)),
          this.#fault,
        )
      : h(
          "div",
          { class: "field" },
          h("label", { for: id }, head),
          why !== "" && h("p", { class: "why", id: `${id}-why` }, why),
          h("div", { class: "line" }, this.input, this.#hides && this.#eye()),
          this.#reading,
          this.#fault,
        );
    this.#mark();
    if (this.#hides && shown.value !== "") this.#hide(true);
  }

  get #hides(): boolean {
    return this.#shown.field === "iin" || this.#shown.field === "phone";
  }

  get isWrong(): boolean {
    return this.#shown.fault !== null;
  }

  #make(id: string, value: string, n: number): HTMLInputElement {
    const { field } = this.#shown;
    const digits = field === "iin" || field === "birth_date";
    const mode = digits ? "numeric" : field === "phone" ? "tel" : field === "email" ? "email" : "text";
    const longest = field === "birth_date" ? (n === 2 ? 4 : 2) : field === "iin" ? 16 : 200;
    const input = h("input", {
      id,
      value,
      inputmode: mode,
      maxlength: longest,
      autocomplete: "off",
      autocapitalize: ["surname", "given", "patronymic"].includes(field) ? "words" : "off",
      autocorrect: "off",
      spellcheck: "false",
      "aria-describedby": `field-${field}-why field-${field}-fault`,
    });
    if (digits || field === "phone") takeDigits(input);
    // What was typed goes to the station at every pause: a tablet that dies loses no more than a word.
    input.addEventListener("input", () => {
      this.#typing = true;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#saved(), PAUSE);
    });
    input.addEventListener("blur", () => {
      this.#typing = false;
      // A date is one value in three boxes: it goes when the last one is left.
      setTimeout(() => {
        if (!this.#inputs.includes(document.activeElement as HTMLInputElement)) void this.send(false);
      });
      if (this.#hides) setTimeout(() => document.activeElement !== input && this.#hide(true), 3000);
    });
    input.addEventListener("focus", () => this.#hide(false));
    return input;
  }

  #dated(id: string): HTMLElement[] {
    return this.#inputs.map((input, n) =>
      h(
        "label",
        { for: `${id}-${String(n)}` },
        this.#desk.t(["tablet-day", "tablet-month", "tablet-year"][n] ?? ""),
        input,
      ),
    );
  }

  #eye(): HTMLElement {
    const eye = button(
      this.#desk.t("tablet-show"),
      () => this.#hide(!this.input.classList.contains("hidden")),
      "small",
    );
    this.#seen = (seen) => {
      eye.textContent = this.#desk.t(seen ? "tablet-hide" : "tablet-show");
      eye.setAttribute("aria-expanded", String(seen));
    };
    this.#seen(true);
    return eye;
  }

  #seen: (seen: boolean) => void = () => {};

  /** Bystanders read along: a number hides itself, and what it was read as with it. */
  #hide(hidden: boolean): void {
    if (!this.#hides) return;
    this.input.classList.toggle("hidden", hidden && this.input.value !== "");
    this.#reading.hidden = hidden;
    this.#seen(!this.input.classList.contains("hidden"));
  }

  async #saved(): Promise<void> {
    // A date is saved whole.
    if (this.#inputs.length === 1 || this.#inputs.every((input) => input.value.trim() !== "")) await this.send(false);
  }

  get #value(): string {
    if (this.#inputs.length === 1) return this.input.value.trim();
    const [d = "", m = "", y = ""] = this.#inputs.map((input) => input.value.trim());
    if (d + m + y === "") return "";
    return `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  }

  /** Sends what was typed, if it is new; an untouched field only when the page is left. */
  async send(always: boolean): Promise<void> {
    clearTimeout(this.#pause);
    if (always) this.#typing = false;
    const value = this.#value;
    if (value !== this.#sent || (always && this.#shown.fault === null && value === "")) {
      this.#sent = value;
      this.#going = this.#desk.take("field", { field: this.#shown.field, value });
    }
    await this.#going;
  }

  follow(all: FieldShown[]): void {
    const now = all.find((shown) => shown.field === this.#shown.field);
    if (!now) return;
    this.#shown = now;
    if (!this.#typing) this.#mark();
  }

  #mark(): void {
    this.#fault.textContent = this.#shown.fault ?? "";
    this.#reading.textContent = this.#shown.reading ?? "";
    for (const input of this.#inputs) input.setAttribute("aria-invalid", String(this.isWrong));
  }
}

/** Yes or no to each purpose, neither chosen, both of one weight. */
export function choices(desk: Desk, visit: TabletVisit): Screen {
  const fault = h("p", { class: "fault", role: "alert" });
  const list = visit.text.purposes.map((purpose) => choice(desk, visit, purpose));
  const act = async () => {
    const done = list.every((one) => one.querySelector("input:checked"));
    if (!done) fault.textContent = desk.t("tablet-choose");
    else await desk.take("turn", { step: "check" });
  };
  const inside = [h("p", { class: "lead" }, desk.t("tablet-choices-more")), ...list, reader(desk, visit), fault];
  return {
    node: sheet(desk, "choices", desk.t("tablet-choices"), inside, {
      words: desk.t("tablet-next"),
      act: () => void act(),
    }),
  };
}

function choice(desk: Desk, visit: TabletVisit, purpose: PurposeShown): HTMLElement {
  const kept = visit.answers.find((answer) => answer.purpose === purpose.id)?.yes;
  const radio = (yes: boolean) =>
    h(
      "label",
      { class: "radio" },
      h("input", {
        type: "radio",
        name: `purpose-${String(purpose.id)}`,
        checked: kept === yes,
        onchange: () => void desk.take("answer", { purpose: purpose.id, yes }),
      }),
      desk.t(yes ? "tablet-give" : "tablet-give-not"),
    );
  return h(
    "fieldset",
    { class: "choice" },
    h("legend", {}, purpose.name),
    h("p", {}, desk.t.of("tablet-kind", purpose.kind) + ". " + purpose.note),
    h("div", { class: "pair" }, radio(true), radio(false)),
  );
}

/** Everything once more. */
export function review(desk: Desk, visit: TabletVisit): Screen {
  const row = (words: string, value: Child, step: VisitStep) =>
    h(
      "div",
      {},
      h("dt", {}, words),
      h("dd", {}, value),
      h(
        "dd",
        { class: "act" },
        button(desk.t("tablet-change"), () => void desk.take("turn", { step }), "link", {
          "aria-label": `${desk.t("tablet-change")}: ${words}`,
        }),
      ),
    );
  const shown = (field: FieldShown): Child => {
    if (field.field === "iin" && field.value !== "") return hidden(desk, field.value);
    return (field.field === "birth_date" ? day(field.value) : field.value) || desk.t("tablet-empty");
  };
  const rows = visit.fields.map((field) => row(desk.t.of("tablet-field", field.field), shown(field), field.page));
  for (const purpose of visit.text.purposes) {
    const yes = visit.answers.find((answer) => answer.purpose === purpose.id)?.yes;
    rows.push(row(purpose.name, desk.t(yes ? "tablet-give" : "tablet-give-not"), "choices"));
  }
  const next = { words: desk.t("tablet-next"), act: () => void desk.take("turn", { step: "sign" }) };
  return { node: sheet(desk, "check", desk.t("tablet-check"), [h("dl", { class: "review" }, ...rows)], next) };
}

/** A number of which bystanders read no more than its end, until the client wants to see it. */
function hidden(desk: Desk, value: string): HTMLElement {
  const number = h("span", { class: "num" });
  let seen = false;
  const turn = (to: boolean) => {
    seen = to;
    const covered = [h("span", { "aria-hidden": "true" }, "•".repeat(Math.max(0, value.length - 4))), value.slice(-4)];
    number.replaceChildren(...(seen ? [value] : covered));
    eye.textContent = desk.t(seen ? "tablet-hide" : "tablet-show");
    eye.setAttribute("aria-expanded", String(seen));
  };
  const eye = button("", () => turn(!seen), "small");
  turn(false);
  return h("span", { class: "hides" }, number, eye);
}

/** The signature: what it means comes first. */
export function sign(desk: Desk, visit: TabletVisit): Screen {
  const fault = h("p", { class: "fault", role: "alert" });
  const canvas = h("canvas", { class: "signature", role: "img", "aria-label": desk.t("tablet-sign") });
  let drawn = false;
  const signature = new Signature(canvas, visit.strokes, () => {
    fault.textContent = "";
    drawn = true;
  });
  const send = async (): Promise<boolean> => {
    if (!drawn) return true;
    drawn = false;
    const taken = await desk.take("sign", { strokes: signature.strokes });
    drawn ||= !taken;
    return taken;
  };
  const act = async () => {
    if (!signature.isSigned) fault.textContent = desk.t("tablet-sign-empty");
    else if (await send()) await desk.take("turn", { step: "code" });
  };
  const tools = h(
    "div",
    { class: "tools" },
    button(desk.t("tablet-sign-undo"), () => signature.undo()),
    button(desk.t("tablet-sign-clear"), () => signature.clear()),
  );
  const inside = [h("p", { class: "lead" }, desk.t("tablet-sign-more")), canvas, tools, fault];
  return {
    async flush() {
      if (signature.isSigned) await send();
    },
    node: sheet(desk, "sign", desk.t("tablet-sign"), inside, {
      words: desk.t("tablet-sign-done"),
      act: () => void act(),
    }),
  };
}

/** As a word inside a sentence; abbreviations keep their capitals. */
function small(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
