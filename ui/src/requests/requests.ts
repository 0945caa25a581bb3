// The closed lists of requests, in the order in which people look for them.

import type { Channel, Decision, ReplyDelivery, LateCause, ProofMethod, RefusalGround, RightKind } from "../wire.ts";

export const CHANNELS: readonly Channel[] = ["visit", "letter", "email", "phone", "chat", "social", "app"];

export const KINDS: readonly RightKind[] = [
  "information",
  "copy",
  "rectify",
  "block",
  "destroy",
  "withdraw",
  "complaint",
  "objection",
  "suspected_access",
  "code_word",
  "state_demand",
];

/** Kinds whose registration blocks the disputed fields at once (D1). */
export const DISPUTES: readonly RightKind[] = ["rectify", "complaint"];

export const DECISIONS: readonly Decision[] = ["granted", "partly", "refused"];

export const REFUSALS: readonly RefusalGround[] = [
  "not_identified",
  "no_authority",
  "law_keeps",
  "obligation",
  "others_data",
  "no_data",
  "not_confirmed",
  "repeated",
  "other_law",
];

export const CAUSES: readonly LateCause[] = [
  "identity",
  "applicant",
  "third_party",
  "approval",
  "workload",
  "technical",
  "registration",
  "other",
];

export const DELIVERIES: readonly ReplyDelivery[] = ["in_hand", "email", "post", "app", "chat", "phone"];

export const METHODS: readonly ProofMethod[] = [
  "document_seen",
  "authority_seen",
  "eds",
  "signature_compared",
  "sms_code",
  "code_word",
  "questions",
];
