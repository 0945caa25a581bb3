// The data that an operator may ask of a client, in the order in which people fill them in.

import type { Field } from "../wire.ts";

export const ALL_FIELDS = [
  "surname",
  "given",
  "patronymic",
  "former_name",
  "sex",
  "birth_date",
  "birth_place",
  "citizenship",
  "iin",
  "registration_address",
  "residence_address",
  "document",
  "phone",
  "email",
  "card",
  "bank_account",
  "family",
  "employer",
  "exposure",
] as const satisfies readonly Field[];
