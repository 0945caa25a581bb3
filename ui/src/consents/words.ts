// How visits and consents are told in words: looks of states, the pages of a visit, a text in the reader's language.

import type { ChipLook } from "../parts/StatusChip.svelte";
import { lang, t } from "../texts.ts";
import type {
  ConsentLine,
  ConsentState,
  Field,
  TabletLine,
  TextPair,
  VisitShown,
  VisitState,
  VisitStep,
} from "../wire.ts";

/** The words in the reader's language; who reads English gets Russian where there is no English. */
export function words(pair: TextPair): string {
  const reader = lang();
  return reader === "kk" ? pair.kk : (reader === "en" && pair.en) || pair.ru;
}

/** The client's pages, in their order. */
export const STEPS: readonly VisitStep[] = [
  "language",
  "about",
  "person",
  "contacts",
  "choices",
  "check",
  "sign",
  "code",
];

export const isOver = (state: VisitState) => ["saved", "refused", "abandoned", "failed"].includes(state);

export const lookOf: Record<VisitState, ChipLook> = {
  opened: "waiting",
  text_shown: "waiting",
  filled: "waiting",
  code_sent: "waiting",
  confirmed: "today",
  saved: "good",
  refused: "plain",
  abandoned: "plain",
  failed: "plain",
};

export const consentLook: Record<ConsentState, ChipLook> = {
  given: "good",
  renewed: "good",
  refused: "plain",
  withdrawn: "hold",
  expired: "plain",
  terminated: "plain",
};

/** A consent in one word: what holds of it today. */
export function wholeState(line: ConsentLine): { look: ChipLook; text: string } {
  const holding = line.items.filter((item) => item.state === "given" || item.state === "renewed").length;
  if (line.items.some((item) => item.expiring)) return { look: "today", text: t("register-soon") };
  if (holding === line.items.length) return { look: "good", text: t("consents-whole-holds") };
  if (holding > 0) return { look: "good", text: t("consents-whole-part", { n: holding, of: line.items.length }) };
  const ended = line.items.find((item) => item.state !== "refused");
  return { look: ended ? consentLook[ended.state] : "plain", text: t.of("consents-state", ended?.state ?? "refused") };
}

/** Fields of the page with phone and addresses; the others stand on the page of the person. */
export const onContacts = (field: Field) => field === "phone" || field === "email" || field === "residence_address";

/** How far a page of the visit is: what it asks for is complete, the client is on it, or neither. */
export function stepState(visit: VisitShown, step: VisitStep): "done" | "now" | "later" {
  if (visit.line.step === step && visit.line.state !== "confirmed") return "now";
  const at = STEPS.indexOf(visit.line.step);
  const passed = at > STEPS.indexOf(step) || visit.line.step === "done";
  const page = (contacts: boolean) =>
    visit.fields.filter((field) => onContacts(field.field) === contacts && field.required).every((field) => field.done);
  const complete: Partial<Record<VisitStep, boolean>> = {
    language: visit.lang !== null,
    person: page(false),
    contacts: page(true),
    choices: visit.answered === visit.text.purposes.length,
    sign: visit.signed,
    code: visit.line.state === "confirmed" && !visit.paper,
  };
  return (complete[step] ?? passed) ? "done" : "later";
}

/** A tablet that was heard of within this many seconds is there: it asks for news at least every half a minute. */
const ONLINE = 75;

/** Whether the tablet is there, in words. */
export function presence(tablet: TabletLine): { online: boolean; look: ChipLook; text: string } {
  if (tablet.revoked) return { online: false, look: "plain", text: t("tablets-revoked") };
  if (tablet.silent <= ONLINE)
    return { online: true, look: "good", text: t(tablet.busy ? "tablets-busy" : "tablets-online") };
  const minutes = Math.round(tablet.silent / 60);
  if (minutes < 60)
    return { online: false, look: "plain", text: t("tablets-silent-minutes", { minutes: Math.max(1, minutes) }) };
  const hours = Math.round(minutes / 60);
  if (hours < 24) return { online: false, look: "plain", text: t("tablets-silent-hours", { hours }) };
  return { online: false, look: "plain", text: t("tablets-silent-days", { days: Math.round(hours / 24) }) };
}

/** Identity documents, the commonest first; the core's own names. */
export const DOCUMENT_KINDS = [
  "id_card",
  "passport",
  "residence_permit",
  "foreign_passport",
  "stateless_id",
  "birth_certificate",
  "diplomatic_passport",
  "service_passport",
  "refugee_id",
  "seafarer_id",
  "return_certificate",
] as const;
