// A withdrawal that the client reads and signs: two pages, what it says and the signature. The words are those of the core, which
// hashes them.

import type { TabletWithdrawal, WithdrawalForm } from "../wire.ts";
import { button, h } from "./dom.ts";
import type { Desk, Screen } from "./main.ts";
import { ask, help } from "./screens.ts";
import { Signature } from "./signature.ts";

/** The page of a signing: reading, the signature, or the farewell. */
export type Page = "read" | "sign" | "done";

export const pageOf = (withdrawal: TabletWithdrawal): Page =>
  withdrawal.form === null ? "done" : withdrawal.state === "read" ? "sign" : "read";

function sheet(desk: Desk, page: Page, title: string, inside: Node[], onward: HTMLElement[]): HTMLElement {
  const decline = () =>
    ask(desk, "tablet-withdrawal-decline-sure", "tablet-withdrawal-decline-more", () => void desk.take("decline"));
  return h(
    "section",
    { class: `step withdrawal ${page}` },
    h("p", { class: "place" }, desk.t("tablet-step", { n: page === "read" ? "1" : "2", of: "2" })),
    h("h1", { tabindex: -1 }, title),
    ...inside,
    h(
      "footer",
      { class: "foot" },
      h("div", { class: "ways-out" }, help(desk, {}), button(desk.t("tablet-withdrawal-decline"), decline, "quiet")),
      h("div", { class: "onward" }, ...onward),
    ),
  );
}

/** What is withdrawn, by whom. */
function application(desk: Desk, form: WithdrawalForm): HTMLElement {
  return h(
    "div",
    { class: "application" },
    h(
      "p",
      { class: "whose" },
      h("span", {}, desk.t("tablet-withdrawal-who")),
      h("b", {}, form.name),
      form.acting !== null && h("span", {}, form.acting),
    ),
    ...form.application.map((line) => h("p", {}, line)),
  );
}

/** The application and what follows from it; a tick says that it was read. */
export function reading(desk: Desk, withdrawal: TabletWithdrawal, form: WithdrawalForm): Screen {
  const fault = h("p", { class: "fault", role: "alert" });
  const tick = h("input", { type: "checkbox", onchange: () => (fault.textContent = "") });
  const act = async () => {
    if (tick.checked) await desk.take("read", { sha256: withdrawal.sha256, read: true });
    else fault.textContent = desk.t("tablet-withdrawal-tick");
  };
  const inside = [
    h("p", { class: "lead" }, `${form.operator}, ${desk.t("tablet-about-bin", { bin: form.bin })}`),
    application(desk, form),
    h("h2", {}, form.heading),
    h("ul", { class: "follows" }, ...form.consequences.map((line) => h("li", {}, line))),
    h("p", { class: "effective" }, form.effective),
    h("label", { class: "radio" }, tick, form.understood),
    fault,
  ];
  return { node: sheet(desk, "read", form.title, inside, [button(desk.t("tablet-next"), () => void act(), "main")]) };
}

/** The signature, under what is signed. */
export function signing(desk: Desk, withdrawal: TabletWithdrawal, form: WithdrawalForm): Screen {
  const fault = h("p", { class: "fault", role: "alert" });
  const canvas = h("canvas", { class: "signature", role: "img", "aria-label": desk.t("tablet-sign") });
  const signature = new Signature(canvas, [], () => (fault.textContent = ""));
  const { sha256 } = withdrawal;
  const act = async () => {
    if (signature.isSigned) await desk.take("sign", { sha256, strokes: signature.strokes });
    else fault.textContent = desk.t("tablet-sign-empty");
  };
  const inside = [
    application(desk, form),
    h("p", { class: "lead" }, `${form.effective} ${form.statement}`),
    canvas,
    h(
      "div",
      { class: "tools" },
      button(desk.t("tablet-sign-undo"), () => signature.undo()),
      button(desk.t("tablet-sign-clear"), () => signature.clear()),
    ),
    fault,
  ];
  const onward = [
    button(desk.t("tablet-back"), () => void desk.take("read", { sha256, read: false })),
    button(desk.t("tablet-withdrawal-sign"), () => void act(), "main"),
  ];
  return { node: sheet(desk, "sign", desk.t("tablet-sign"), inside, onward) };
}
