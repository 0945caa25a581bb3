// The closed lists of blocks, in the order in which people look for them.

import { t } from "../texts.ts";
import type { BlockGround, BlockOutcome, BlockScope, Field } from "../wire.ts";

export const GROUNDS: readonly BlockGround[] = [
  "accuracy_disputed",
  "rights_application",
  "withdrawal",
  "unlawful",
  "compromise",
  "authority_order",
  "other",
];

export const OUTCOMES: readonly BlockOutcome[] = [
  "confirmed",
  "corrected",
  "unfounded",
  "destroyed",
  "access_restored",
];

export const FIELDS: readonly Field[] = [
  "surname",
  "given",
  "patronymic",
  "former_name",
  "sex",
  "birth_date",
  "birth_place",
  "citizenship",
  "iin",
  "document",
  "registration_address",
  "residence_address",
  "phone",
  "email",
  "card",
  "bank_account",
  "family",
  "employer",
  "exposure",
];

/** What a block covers, in words. */
export function scopeWords(scope: BlockScope): string {
  if (scope.what === "everything") return t("blocks-everything");
  return scope.fields.map((field) => t.of("clients-field", field)).join(", ");
}
