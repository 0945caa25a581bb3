// What a column of a spreadsheet may mean, in the order of the list.

import type { Meaning } from "../../wire.ts";

export const MEANINGS: readonly Meaning[] = [
  "full_name",
  "surname",
  "given",
  "patronymic",
  "former_surname",
  "iin",
  "birth_date",
  "phone",
  "other_phones",
  "email",
  "residence_address",
  "registration_address",
  "id_card_number",
  "passport_number",
  "document_kind",
  "document_number",
  "document_issuer",
  "document_issued",
  "document_expires",
  "card",
  "card_state",
  "sex",
  "birth_place",
  "citizenship",
  "bank_card",
  "marital_status",
  "dependants",
  "employer",
];
