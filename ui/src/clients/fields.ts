// How a person's values are grouped on the card and in forms, and which of them are chosen from a list.

import type { Datum } from "../wire.ts";

export interface Group {
  name: "person" | "contacts" | "document" | "programme" | "more";
  data: readonly Datum[];
}

export const GROUPS: readonly Group[] = [
  {
    name: "person",
    data: [
      "surname",
      "given",
      "patronymic",
      "former_surname",
      "iin",
      "birth_date",
      "sex",
      "birth_place",
      "citizenship",
    ],
  },
  { name: "contacts", data: ["phone", "other_phones", "email", "residence_address", "registration_address"] },
  {
    name: "document",
    data: ["document_kind", "document_number", "document_issuer", "document_issued", "document_expires"],
  },
  { name: "programme", data: ["card", "card_state", "bank_card"] },
  { name: "more", data: ["employer", "marital_status", "dependants", "public_official", "beneficial_owner"] },
];

/** Values that are one of a few names. */
export const CHOICES: Partial<Record<Datum, readonly string[]>> = {
  sex: ["female", "male"],
  card_state: ["active", "blocked"],
  marital_status: ["single", "married", "divorced", "widowed"],
  public_official: ["no", "yes"],
  beneficial_owner: ["no", "yes"],
  document_kind: [
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
  ],
};

export const DATES: readonly Datum[] = ["birth_date", "document_issued", "document_expires"];

/** Typed by the digit row whatever the layout. */
export const DIGITS: readonly Datum[] = ["iin", "phone", "other_phones", "card", "bank_card", "dependants"];

/** Told apart letter by letter. */
export const CODES: readonly Datum[] = ["iin", "document_number", "card"];

/** Letters that are usually typed: a box isn't wider than what stands in it. */
export const WIDTHS: Partial<Record<Datum, number>> = {
  iin: 16,
  phone: 20,
  document_number: 16,
  card: 20,
  bank_card: 12,
  dependants: 4,
};

/** Changed by a document that was shown, never by the person's word alone. */
export const BY_DOCUMENT: readonly Datum[] = [
  "surname",
  "given",
  "patronymic",
  "former_surname",
  "iin",
  "birth_date",
  "sex",
  "birth_place",
  "citizenship",
  "document_kind",
  "document_number",
  "document_issuer",
  "document_issued",
  "document_expires",
];
