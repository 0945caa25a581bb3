// Withdrawals told in words: the closed lists in the order in which people look for them, what a scope takes back, how one stands.

import { dayWithWeekday } from "../dates.ts";
import { over } from "../over.svelte.ts";
import type { ChipLook } from "../parts/StatusChip.svelte";
import { lang, t } from "../texts.ts";
import type {
  ConsentId,
  ObligationKind,
  ShowingWay,
  SigningId,
  SigningState,
  WithdrawalShown,
  WithdrawalState,
  WithdrawScope,
} from "../wire.ts";
import Withdraw from "./Withdraw.svelte";
import { words } from "./words.ts";

export const WAYS: readonly ShowingWay[] = ["screen", "printed", "told", "sent"];

export const OBLIGATIONS: readonly ObligationKind[] = ["pledge_ticket", "microcredit", "contract"];

export const withdrawalLook: Record<WithdrawalState, ChipLook> = {
  asked: "waiting",
  running: "today",
  in_effect: "hold",
  refused: "plain",
  returned: "good",
};

export const signingLook: Record<SigningState, ChipLook> = {
  opened: "waiting",
  shown: "waiting",
  read: "waiting",
  signed: "today",
  saved: "good",
  declined: "plain",
  abandoned: "plain",
  cancelled: "plain",
};

/** Opens the panel at what the client is signing on a tablet. */
export function openSigningPanel(client: { id: number; name: string }, signing: SigningId): void {
  over.open(Withdraw, { client, signing });
}

/** Opens the panel that registers an application to withdraw: of everything, or of this consent. */
export function openWithdrawPanel(client: { id: number; name: string }, consent?: ConsentId): void {
  over.open(Withdraw, { client, consent });
}

/** Nothing chosen yet. */
export function emptyScope(): Required<WithdrawScope> {
  return {
    whole: false,
    purposes: [],
    channels: [],
    third_parties: false,
    cross_border: false,
    public_sources: false,
  };
}

/** What is taken back, part by part. */
export function scopeParts(of: WithdrawalShown): string[] {
  if (of.scope.whole) return [t("withdrawals-scope-whole")];
  return [
    ...of.purposes.map((name) => words(name)),
    ...(of.scope.channels ?? []).map((channel) => t("withdrawals-scope-channel", { channel: channelName(channel) })),
    ...(of.scope.third_parties ? [t("withdrawals-part-third-parties")] : []),
    ...(of.scope.cross_border ? [t("withdrawals-part-cross-border")] : []),
    ...(of.scope.public_sources ? [t("withdrawals-part-public-sources")] : []),
  ];
}

export const channelName = (channel: string) => t.of("withdrawals-channel", channel);

/** Its day, in words: from when it would count, counts, or counted. */
export function dayWords(of: WithdrawalShown): string {
  const day = dayWithWeekday(of.effective, lang());
  switch (of.state) {
    case "asked":
      return t("withdrawals-day-would", { day });
    case "running":
      return t("withdrawals-day-will", { day });
    case "in_effect":
    case "returned":
      return t("withdrawals-day-was", { day });
    case "refused":
      return t("withdrawals-day-none");
  }
}
