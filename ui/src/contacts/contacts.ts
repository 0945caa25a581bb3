// Contacts told in words.

import { moment } from "../dates.ts";
import type { ChipLook } from "../parts/StatusChip.svelte";
import { t } from "../texts.ts";
import type { ContactChannel, ContactVerdict } from "../wire.ts";

export const CHANNELS: readonly ContactChannel[] = ["sms", "email", "call", "post", "messenger", "app"];

export const verdictLook = (of: ContactVerdict): ChipLook =>
  of.allowed ? "good" : of.reason === "outside_hours" ? "waiting" : of.reason === "blocked" ? "block" : "plain";

/** Why, by which consent or block, and when it changes. */
export function reasonWords(of: ContactVerdict): string {
  return [
    t.of("contacts-reason", of.reason),
    ...(of.number === null ? [] : [t("contacts-by-number", { number: of.number })]),
    ...(of.until === null
      ? []
      : [t(of.allowed ? "contacts-until-yes" : "contacts-until-no", { at: moment(of.until) })]),
  ].join(" · ");
}
