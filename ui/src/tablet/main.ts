// The client's page: what the station says is on the screen, and nothing of it stays here.

import en from "../../texts/en/tablet.ftl?raw";
import kk from "../../texts/kk/tablet.ftl?raw";
import ru from "../../texts/ru/tablet.ftl?raw";
import { Catalogue, type Values } from "../fluent.ts";
import type { CodeCheck, TabletView, TabletVisit, TextLang } from "../wire.ts";
import { type Answer, type Trouble, check, pair, step, wait } from "./api.ts";
import { h, type Child } from "./dom.ts";
import { Idle } from "./idle.ts";
import { codeScreen, type Code } from "./code.ts";
import { here } from "./place.ts";
import * as screens from "./screens.ts";
import "./tablet.css";

const catalogues: Record<TextLang, Catalogue> = {
  kk: new Catalogue("kk", [kk]),
  ru: new Catalogue("ru", [ru]),
  en: new Catalogue("en", [en]),
};
const LANGS: readonly TextLang[] = ["kk", "ru", "en"];
/** Letters of one and a half times the size and a little more: 32 px. */
const LARGEST = 1.6;
const SMALLEST = 0.9;
/** How long «give the tablet back» stays after a refusal. */
const FAREWELL = 15_000;
/** Pause before the station is asked again after trouble. */
const PAUSE = 2000;
/** Steps that aren't taken again by themselves: a message more would leave, seconds would count twice. */
const ONCE = new Set(["ask_code", "read"]);

/** The words: of a whole key, or of a key that ends with a name of the core's. */
export interface Words {
  (key: string, values?: Values): string;
  of(prefix: string, name: string, values?: Values): string;
}

/** What every screen has at hand. */
export interface Desk {
  lang: TextLang;
  t: Words;
  /** Takes a step; says whether it went through. */
  take(verb: string, args?: object): Promise<boolean>;
  check(code: string): Promise<CodeCheck | undefined>;
  code: Code;
  /** Says something to a reader of the screen, and shows it. */
  say(words: string): void;
}

/** A screen: what it shows, and how it follows news without losing what is being typed. */
export interface Screen {
  node: HTMLElement;
  follow?(visit: TabletVisit): void;
  /** Sends what is still being typed, before another page takes this one's place. */
  flush?(): Promise<void>;
}

const page = document.getElementById("page") as HTMLElement;
const say = document.getElementById("say") as HTMLElement;
let view: TabletView = { rev: -1, visit: null };
let lang: TextLang = "kk";
let trouble: Trouble | undefined;
let farewell = 0;
let shown: Screen | undefined;
let shownAs = "";
let scale = 1;
/** The visit that nobody answered for: nothing of it is shown any more, even while the station can't be told. */
let left: number | undefined;
let busy = 0;
/** The question to the station that is on its way. */
let asking = new AbortController();
let last: Promise<unknown> = Promise.resolve();
let token = /^#pair=([\w-]{10,64})$/.exec(location.hash)?.[1];
if (token) history.replaceState(null, "", location.pathname);

const t: Words = Object.assign((key: string, values?: Values) => catalogues[lang].text(here(key), values), {
  of: (prefix: string, name: string, values?: Values) =>
    catalogues[lang].text(`${prefix}-${name.replaceAll("_", "-")}`, values),
});

const desk: Desk = {
  get lang() {
    return lang;
  },
  t,
  code: {},
  say: speak,
  async take(verb, args = {}) {
    if (verb === "turn" || verb === "language") await shown?.flush?.();
    const visit = view.visit;
    if (!visit) return false;
    busy += 1;
    // One step after another: an answer never overtakes the one before it.
    const mine = last.then(() => taken(verb, { visit: visit.id, ...args }));
    last = mine;
    const answer = await mine;
    busy -= 1;
    if (verb === "refuse" && "ok" in answer) farewell = performance.now() + FAREWELL;
    return heard(answer, (next) => next);
  },
  async check(code) {
    const visit = view.visit;
    if (!visit) return undefined;
    busy += 1;
    const answer = await check({ visit: visit.id, code }, lang);
    busy -= 1;
    heard(answer, (checked) => checked.view);
    return "ok" in answer ? answer.ok.check : undefined;
  },
};

/** Takes a step as often as it needs until the station has heard it: what was typed while the line was cut isn't lost. */
async function taken(verb: string, args: object): Promise<Answer<TabletView>> {
  for (;;) {
    const answer = await step(verb, args, lang);
    if (!("trouble" in answer) || answer.trouble === "unpaired" || ONCE.has(verb)) return answer;
    trouble = answer.trouble;
    render();
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** Takes an answer in: the next screen, or what is said about it. */
function heard<T>(answer: Answer<T>, of: (value: T) => TabletView): boolean {
  if ("trouble" in answer) {
    trouble = answer.trouble;
    // A question asked before the line was cut may hang for long: it is asked anew, and its answer tells that the line is back.
    asking.abort();
    render();
    return false;
  }
  trouble = undefined;
  if ("error" in answer) {
    // The visit ended meanwhile: the waiting answer brings the next screen.
    if (answer.error.kind !== "not_found") speak(answer.error.text);
    return false;
  }
  const note = document.querySelector<HTMLElement>(".note");
  if (note) note.textContent = "";
  const next = of(answer.ok);
  const older = next.visit && view.visit && next.visit.id === view.visit.id && next.rev < view.rev;
  if (!older) view = next;
  if (view.visit?.lang) lang = view.visit.lang;
  render();
  return true;
}

/** Says something to everybody: on the screen and to a reader of it. */
function speak(words: string): void {
  say.textContent = "";
  say.textContent = words;
  const note = document.querySelector<HTMLElement>(".note");
  if (note) note.textContent = words;
}

const idle = new Idle(
  () => t,
  () => {
    left = view.visit?.id;
    void desk.take("leave");
    render();
  },
  (asks) => void desk.take("idle", { asks }),
);

function build(): [string, () => Screen] {
  const visit = view.visit;
  if (token && !visit) return [`pair ${lang}`, () => screens.pairing(desk, join)];
  if (trouble === "unpaired")
    return [`unpaired ${lang}`, () => screens.plain(desk, "tablet-unpaired", "tablet-unpaired-more")];
  if (trouble === "shut") return [`shut ${lang}`, () => screens.plain(desk, "tablet-shut", "tablet-shut-more")];
  if (!visit && performance.now() < farewell) return [`refused ${lang}`, () => screens.plain(desk, "tablet-refused")];
  if (!visit) return [`waiting ${lang}`, () => screens.plain(desk, "tablet-waiting", "tablet-waiting-more")];
  if (visit.id === left) return [`left ${lang}`, () => screens.plain(desk, "tablet-left", "tablet-waiting-more")];
  if (visit.blank) return [`blank ${lang}`, () => screens.plain(desk, "tablet-blank")];
  if (visit.paper) return [`paper ${lang}`, () => screens.plain(desk, "tablet-paper", undefined, visit.number)];
  const as = `${String(visit.id)} ${visit.step} ${lang}`;
  switch (visit.step) {
    case "language":
      return [as, () => screens.language(desk, visit)];
    case "about":
      return [as, () => screens.about(desk, visit)];
    case "person":
    case "contacts":
      return [as, () => screens.fields(desk, visit, visit.step)];
    case "choices":
      return [as, () => screens.choices(desk, visit)];
    case "check":
      return [as, () => screens.review(desk, visit)];
    case "sign":
      return [as, () => screens.sign(desk, visit)];
    case "code":
      return [
        `${as} ${String(visit.code?.n ?? 0)} ${String((visit.code?.lives ?? 0) > 0)}`,
        () => codeScreen(desk, visit),
      ];
    case "done":
      return [as, () => screens.plain(desk, "tablet-done")];
  }
}

let known: { visit: number | undefined; stay: number } = { visit: undefined, stay: 0 };

function render(): void {
  const visit = view.visit;
  document.documentElement.lang = lang;
  document.documentElement.classList.toggle("offline", trouble === "offline");
  const open =
    visit && visit.id !== left && !visit.blank && !visit.paper && visit.step !== "done" && visit.step !== "language";
  idle.watch(Boolean(open));
  if (visit?.id !== known.visit) {
    // Another client: letters and language begin anew, nothing said to the one before stays.
    known = { visit: visit?.id, stay: visit?.stay ?? 0 };
    if (visit) left = undefined;
    delete desk.code.said;
    resize(1);
  } else if (visit && visit.stay !== known.stay) {
    known.stay = visit.stay;
    idle.prolong();
  }
  const [as, make] = build();
  if (as === shownAs && shown) {
    if (visit) shown.follow?.(visit);
    return;
  }
  // What is being typed goes on its way before a page that only says something takes this one's place.
  if (trouble) void shown?.flush?.();
  // What is being typed or drawn isn't lost when the consultant covers the screen.
  if (visit?.blank && shownAs.startsWith(`${String(visit.id)} `)) void shown?.flush?.();
  shownAs = as;
  shown = make();
  page.replaceChildren(...frame(shown.node));
  window.scrollTo(0, 0);
  page.querySelector<HTMLElement>("h1")?.focus();
}

/** What stands around every screen: who asks, the size of letters, the language, help. */
function frame(node: HTMLElement): HTMLElement[] {
  const visit = view.visit;
  const open = visit && visit.id !== left && visit.step !== "done" && !visit.blank && !visit.paper;
  const parts: Child[] = [
    h("p", { class: "who" }, visit && visit.id !== left && !visit.blank ? visit.operator : t("tablet-title")),
  ];
  if (open) {
    const size = (by: number, key: string, sign: string) =>
      h("button", { type: "button", class: "small", "aria-label": `${sign} ${t(key)}`, onclick: () => grow(by) }, sign);
    parts.push(size(-1, "tablet-smaller", "A−"), size(1, "tablet-larger", "A+"));
  }
  // A text is shown in the languages that it has; a page without one, in all three.
  for (const other of LANGS.filter((one) => !open || visit.langs.includes(one))) {
    const name = t.of("tablet-lang", other);
    const on = other === lang;
    parts.push(
      h(
        "button",
        { type: "button", class: "small", lang: other, "aria-pressed": String(on), onclick: () => speakIn(other) },
        name,
      ),
    );
  }
  const bar = h("header", { class: "bar" }, ...parts);
  const note = h("p", { class: "note", role: "alert" });
  const cut = h("p", { class: "cut" }, t("tablet-offline"));
  return [bar, cut, note, node];
}

function speakIn(other: TextLang): void {
  const visit = view.visit;
  lang = other;
  // On the first page the big buttons choose; later a change is a step: the text in it counts as shown.
  if (visit?.lang && visit.step !== "done" && !visit.blank) void desk.take("language", { lang: other });
  else render();
}

function grow(by: number): void {
  resize(Math.min(LARGEST, Math.max(SMALLEST, scale + by * 0.15)));
}

function resize(to: number): void {
  scale = to;
  document.documentElement.style.setProperty("--scale", String(scale));
}

async function join(digits: string): Promise<string | undefined> {
  const answer = await pair(token ?? "", digits);
  if ("trouble" in answer) return t("tablet-failed");
  if (answer.kind === "wrong") return t("tablet-code-wrong", { left: String(answer.left) });
  if (answer.kind === "over") return t("tablet-pair-over");
  token = undefined;
  trouble = undefined;
  render();
  return undefined;
}

/** The station is always being asked what to show. */
async function follow(): Promise<never> {
  for (;;) {
    const before = busy;
    asking = new AbortController();
    const answer = await wait(trouble ? -1 : view.rev, lang, asking.signal);
    // An answer that was on its way while a step was taken may be older than the step's own.
    if (before === 0 && busy === 0) heard(answer, (next) => next);
    if ("trouble" in answer || busy > 0 || (farewell > 0 && performance.now() < farewell))
      await new Promise((done) => setTimeout(done, PAUSE));
    if (farewell > 0 && performance.now() >= farewell) {
      farewell = 0;
      render();
    }
  }
}

// Another person may look at a screen that comes back from the background, or from the browser's memory of it.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
document.addEventListener("visibilitychange", () => {
  page.classList.toggle("covered", document.hidden);
});
addEventListener("contextmenu", (event) => event.preventDefault());

render();
void follow();
