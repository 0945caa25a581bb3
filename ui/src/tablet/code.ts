// The code: one field, numbered codes, a way out when nothing comes.

import type { CodeCheck, TabletVisit } from "../wire.ts";
import { button, h, takeDigits } from "./dom.ts";
import type { Desk, Screen } from "./main.ts";
import { sheet } from "./screens.ts";

/** What was said about the last typed code: it outlives a redrawing of the page. */
export interface Code {
  said?: string;
}

function verdict(desk: Desk, check: CodeCheck): string {
  switch (check.kind) {
    case "right":
      return "";
    case "not_six":
      return desk.t("tablet-code-short", { typed: String(check.typed) });
    case "wrong":
      return desk.t("tablet-code-wrong", { left: String(check.left) });
    case "spent":
      return desk.t("tablet-code-spent");
    case "expired":
      return desk.t("tablet-code-expired");
    case "none":
      return desk.t("tablet-code-none");
    case "too_many_today":
      return desk.t("tablet-code-today");
  }
}

export function codeScreen(desk: Desk, visit: TabletVisit): Screen {
  const live = visit.code !== null && visit.code.lives > 0;
  const fault = h("p", { class: "fault", role: "alert", id: "code-fault" }, desk.code.said ?? "");
  const state = h("p", { class: "sent", role: "status" });
  const lives = h("p", { class: "lives" });
  const again = button("", () => void ask(), live ? "" : "main");
  const phone = visit.acting?.phone ?? visit.fields.find((field) => field.field === "phone")?.value ?? "";
  const input = h("input", {
    id: "code",
    class: "code",
    type: "text",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    maxlength: 12,
    "aria-describedby": "code-fault",
  });
  takeDigits(input);
  let now = visit;
  let since = performance.now();
  let warned = false;

  const ask = async () => {
    delete desk.code.said;
    fault.textContent = "";
    await desk.take("ask_code");
  };
  const say = (words: string) => {
    desk.code.said = words;
    fault.textContent = words;
    input.focus();
    input.select();
  };
  const confirm = async () => {
    // What can't be six digits isn't sent: it costs no try, and each slip has its own words.
    const typed = input.value.replace(/[\s\-\u2010-\u2013]/g, "");
    if (/\D/.test(typed)) return say(desk.t("tablet-code-letters"));
    if (typed.length < 6) return say(desk.t("tablet-code-short", { typed: String(typed.length) }));
    if (typed.length > 6) return say(desk.t("tablet-code-long", { typed: String(typed.length) }));
    const check = await desk.check(input.value);
    if (!check) return;
    desk.code.said = verdict(desk, check);
    if (check.kind === "right") delete desk.code.said;
    for (const line of document.querySelectorAll("#code-fault")) line.textContent = desk.code.said ?? "";
    input.select();
  };
  const tick = () => {
    const passed = Math.floor((performance.now() - since) / 1000);
    const left = Math.max(0, (now.code?.lives ?? 0) - passed);
    lives.textContent = live && left > 0 ? desk.t("tablet-code-lives", { minutes: String(Math.ceil(left / 60)) }) : "";
    if (live && left <= 60 && left > 0 && !warned) {
      warned = true;
      lives.setAttribute("role", "status");
    }
    if (live && left === 0) fault.textContent = desk.t("tablet-code-expired");
    const { stop } = now;
    const wait = stop?.kind === "wait" ? stop.seconds - passed : 0;
    const words = {
      no_gateway: "tablet-code-no-gateway",
      too_many_in_visit: "tablet-code-visit",
      too_many_today: "tablet-code-today",
      branch_today: "tablet-code-branch",
    } as const;
    again.disabled = wait > 0 || (stop !== null && stop.kind !== "wait");
    again.textContent =
      wait > 0
        ? desk.t("tablet-code-again-in", { seconds: String(wait) })
        : desk.t(now.code ? "tablet-code-again" : "tablet-code-send");
    const closed = stop !== null && stop.kind !== "wait" ? desk.t(words[stop.kind]) : "";
    const delivery = now.code?.delivery?.state;
    const sent = delivery === "handing" ? "queued" : delivery;
    // A message that was dropped because its code died says nothing that the page doesn't.
    const told = live && sent ? desk.t.of("tablet-sent", sent) : "";
    state.textContent = closed !== "" && !live ? closed : told;
  };
  const timer = setInterval(
    () => (again.isConnected || performance.now() - since < 2000 ? tick() : clearInterval(timer)),
    1000,
  );
  tick();

  const ways = [
    again,
    // The number of who acts for another stands in the consultant's form.
    ...(visit.acting ? [] : [button(desk.t("tablet-code-number"), () => void desk.take("turn", { step: "contacts" }))]),
    button(desk.t("tablet-code-paper"), () => void desk.take("call", { paper: true })),
  ];
  const to = h("p", { class: "lead" }, desk.t("tablet-code-to"), " ", h("strong", {}, visit.code?.phone || phone));
  const inside = live
    ? [
        to,
        h(
          "p",
          { class: "numbered" },
          desk.t("tablet-code-n", { n: String(visit.code?.n ?? 1), time: visit.code?.sent.time ?? "" }),
        ),
        h("label", { for: "code" }, desk.t("tablet-code-label")),
        input,
        fault,
        state,
        lives,
        h("p", { class: "why" }, desk.t("tablet-code-secret")),
        h(
          "details",
          { class: "missing" },
          h("summary", {}, desk.t("tablet-code-missing")),
          h("div", { class: "ways" }, ...ways),
        ),
      ]
    : [to, fault, state, h("div", { class: "ways" }, ...ways)];
  const node = live
    ? sheet(desk, "code", desk.t("tablet-code"), inside, {
        words: desk.t("tablet-code-confirm"),
        act: () => void confirm(),
      })
    : sheet(desk, "code", desk.t("tablet-code"), inside);
  return {
    node,
    follow(next) {
      now = next;
      since = performance.now();
      tick();
    },
  };
}
