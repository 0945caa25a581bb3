// Loyalty told in words.

import { day } from "../dates.ts";
import type { ChipLook } from "../parts/StatusChip.svelte";
import { t } from "../texts.ts";
import type { DeclineReason, EndReason, MembershipState, ProgrammeShown } from "../wire.ts";

export const REASONS: readonly DeclineReason[] = [
  "not_regular",
  "under_age",
  "employee",
  "no_consent",
  "clients_wish",
  "other",
];

/** What ends a participation by hand; a withdrawal does by itself. */
export const ENDS: readonly EndReason[] = ["clients_wish", "breach"];

export const membershipLook: Record<MembershipState, ChipLook> = {
  applied: "waiting",
  accepted: "good",
  declined: "plain",
  ended: "hold",
};

export const datesWords = (one: ProgrammeShown): string =>
  `${day(one.since)} – ${one.until === null ? t("loyalty-no-end") : day(one.until)}`;
