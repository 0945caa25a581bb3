// The client's page: what the station says is on the screen, and nothing of it stays here.

import en from "../../texts/en/tablet.ftl?raw";
import kk from "../../texts/kk/tablet.ftl?raw";
import ru from "../../texts/ru/tablet.ftl?raw";
import { Catalogue, type Values } from "../fluent.ts";
import type { CodeCheck, TabletView, TabletVisit, TabletWithdrawal, TextLang } from "../wire.ts";
import { type Answer, type Trouble, check, pair, step, wait } from "./api.ts";
import { h, type Child } from "./dom.ts";
import { Idle } from "./idle.ts";
import { codeScreen, type Code } from "./code.ts";
import { here } from "./place.ts";
import * as screens from "./screens.ts";
import * as withdrawals from "./withdrawal.ts";
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
let view: TabletView = { rev: -1, visit: null, withdrawal: null };
let lang: TextLang = "kk";
let trouble: Trouble | undefined;
let farewell = 0;
/** What is said meanwhile: what the client ended. */
let parting: "tablet-refused" | "tablet-withdrawal-declined" = "tablet-refused";
let shown: Screen | undefined;
let shownAs = "";
let scale = 1;
/** What nobody answered for: nothing of it is shown any more, even while the station can't be told. */
let left: string | undefined;
/** The application of which the station was told that it is on the screen. */
let reported = "";
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
    const { visit, withdrawal } = view;
    if (!visit && !withdrawal) return false;
    busy += 1;
    // One step after another: an answer never overtakes the one before it.
    const mine = last.then(() => {
      if (visit) return taken(verb, { visit: visit.id, ...args });
      return taken(`withdrawal_${verb}`, { signing: withdrawal?.id, ...args });
    });
    last = mine;
    const answer = await mine;
    busy -= 1;
    if ((verb === "refuse" || verb === "decline") && "ok" in answer) {
      parting = verb === "refuse" ? "tablet-refused" : "tablet-withdrawal-declined";
      farewell = performance.now() + FAREWELL;
    }
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
  const older = atWork(next) !== undefined && atWork(next) === atWork(view) && next.rev < view.rev;
  if (!older) view = next;
  if (view.visit?.lang) lang = view.visit.lang;
  else if (view.withdrawal) lang = view.withdrawal.lang;
  render();
  return true;
}

/** What the client is at: the visit or the withdrawal that was sent here. */
function atWork({ visit, withdrawal }: TabletView): string | undefined {
  return visit ? `visit ${String(visit.id)}` : withdrawal ? `withdrawal ${String(withdrawal.id)}` : undefined;
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
    left = atWork(view);
    void desk.take("leave");
    render();
  },
  (asks) => void desk.take("idle", { asks }),
);

function build(): [string, () => Screen] {
  const { visit, withdrawal } = view;
  const nobody = !visit && !withdrawal;
  if (token && nobody) return [`pair ${lang}`, () => screens.pairing(desk, join)];
  if (trouble === "unpaired")
    return [`unpaired ${lang}`, () => screens.plain(desk, "tablet-unpaired", "tablet-unpaired-more")];
  if (trouble === "shut") return [`shut ${lang}`, () => screens.plain(desk, "tablet-shut", "tablet-shut-more")];
  if (nobody && performance.now() < farewell) return [`${parting} ${lang}`, () => screens.plain(desk, parting)];
  if (nobody) return [`waiting ${lang}`, () => screens.plain(desk, "tablet-waiting", "tablet-waiting-more")];
  if (atWork(view) === left) return [`left ${lang}`, () => screens.plain(desk, "tablet-left", "tablet-waiting-more")];
  if (withdrawal) return buildWithdrawal(withdrawal);
  if (!visit) throw new Error("nobody is at the tablet");
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

function buildWithdrawal(withdrawal: TabletWithdrawal): [string, () => Screen] {
  const page = withdrawals.pageOf(withdrawal);
  const as = `withdrawal ${String(withdrawal.id)} ${page} ${withdrawal.sha256}`;
  const { form } = withdrawal;
  if (form === null) return [as, () => screens.plain(desk, "tablet-done")];
  const make = page === "sign" ? withdrawals.signing : withdrawals.reading;
  return [as, () => make(desk, withdrawal, form)];
}

/** Once it is on the screen, the application counts as shown. Other words that took its place are named. */
function report(withdrawal: TabletWithdrawal): void {
  if (withdrawal.state !== "opened" || trouble || document.hidden) return;
  const { id, lang: read, sha256 } = withdrawal;
  const of = `${String(id)} ${read} `;
  if (reported === of + sha256) return;
  if (reported.startsWith(of)) speak(t("tablet-withdrawal-changed"));
  reported = of + sha256;
  void desk.take("shown", { sha256 });
}

let known: { work: string | undefined; stay: number } = { work: undefined, stay: 0 };

function render(): void {
  const { visit, withdrawal } = view;
  const work = atWork(view);
  document.documentElement.lang = lang;
  document.documentElement.classList.toggle("offline", trouble === "offline");
  const open =
    work !== left &&
    (visit
      ? !visit.blank && !visit.paper && visit.step !== "done" && visit.step !== "language"
      : withdrawal && withdrawal.form !== null);
  idle.watch(Boolean(open));
  const stay = (visit ?? withdrawal)?.stay ?? 0;
  if (work !== known.work) {
    // Another client: letters and language begin anew, nothing said to the one before stays.
    known = { work, stay };
    if (work) {
      left = undefined;
      farewell = 0;
    }
    reported = "";
    delete desk.code.said;
    resize(1);
  } else if (stay !== known.stay) {
    known.stay = stay;
    idle.prolong();
  }
  const [as, make] = build();
  if (as === shownAs && shown) {
    if (visit) shown.follow?.(visit);
    else if (withdrawal && open) report(withdrawal);
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
  if (withdrawal && open) report(withdrawal);
}

/** What stands around every screen: who asks, the size of letters, the language, help. */
function frame(node: HTMLElement): HTMLElement[] {
  const { visit, withdrawal } = view;
  const here = atWork(view) !== left;
  const open =
    here && (visit ? visit.step !== "done" && !visit.blank && !visit.paper : withdrawal && withdrawal.form !== null);
  const whose = here && (visit && !visit.blank ? visit.operator : withdrawal?.operator);
  const parts: Child[] = [h("p", { class: "who" }, whose || t("tablet-title"))];
  if (open) {
    const size = (by: number, key: string, sign: string) =>
      h("button", { type: "button", class: "small", "aria-label": `${sign} ${t(key)}`, onclick: () => grow(by) }, sign);
    parts.push(size(-1, "tablet-smaller", "A−"), size(1, "tablet-larger", "A+"));
  }
  // A text is shown in the languages that it has; a page without one, in all three.
  for (const other of LANGS.filter((one) => !open || !visit || visit.langs.includes(one))) {
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
  const { visit, withdrawal } = view;
  lang = other;
  // On the first page the big buttons choose; later a change is a step: the text in it counts as shown.
  if (withdrawal && withdrawal.form !== null) void desk.take("language", { lang: other });
  else if (visit?.lang && visit.step !== "done" && !visit.blank) void desk.take("language", { lang: other });
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
  // What came while nobody could see it is on the screen only now.
  if (!document.hidden) render();
});
addEventListener("contextmenu", (event) => event.preventDefault());

render();
void follow();
