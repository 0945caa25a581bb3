// What an applicant showed, as a form holds it.

import type { Representative, ShownDocument } from "../wire.ts";

export interface Paper {
  shown: ShownDocument;
  represented: boolean;
  representative: Representative;
}

/** What is known already, or nothing. */
export function paperOf(shown?: ShownDocument, representative?: Representative | null): Paper {
  return {
    shown: { number: "", issued: "", issuer: "", signed: false, ...shown },
    represented: representative !== undefined && representative !== null,
    representative: { name: "", paper: "", from: "", until: "", ...representative },
  };
}
