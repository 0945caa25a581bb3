// The evidence of a consent, as it was sealed: read from its JSON, and what a reader must know that it doesn't prove.

import type { ConsentShown, Field, TextLang } from "../wire.ts";

/** `kelisim-consent-evidence-1`. Moments in it are UTC; the core sends the local ones beside it. */
export interface Evidence {
  schema: string;
  number: string;
  way: "tablet" | "window" | "paper" | "site";
  operator: { name: string; bin: string };
  branch: string;
  tablet: number | null;
  text: {
    code: string;
    version: number;
    lang: TextLang;
    sha256: string;
    title: string;
    data: Field[];
    term: string;
    term_until: string | null;
    third_parties: string | null;
    cross_border: string | null;
    public_sources: boolean;
    read_seconds: number | null;
    read_to_end: boolean | null;
  };
  purposes: { id: number; name: string; kind: string; basis: string; channels: string[]; answer: "yes" | "no" }[];
  person: { full_name: string; typed: Field[]; corrected: Field[] };
  phone: { number: string; proved_by_code: boolean; codes: number; wrong_tries: number } | null;
  signature: { strokes: number; points: number; sha256: string } | null;
  document: { kind: string; number: string; issuer: string; issued: string } | null;
  original_seen: boolean;
  /** Of a consent from a site: what its list says. */
  site?: { ticked: string; ip: string | null; device: string | null; list_sha256: string; list_row: number };
  /** Of a consent from a site: what its list can't prove, as it was sealed. */
  gaps?: string[];
}

export function read(shown: ConsentShown): Evidence | null {
  try {
    return JSON.parse(shown.evidence) as Evidence;
  } catch {
    return null;
  }
}

/** What is missing or weaker than it might be: said openly, each by the tail of its key. */
export function gaps(shown: ConsentShown, evidence: Evidence): string[] {
  if (evidence.gaps) {
    return ["site", ...evidence.gaps.map((gap) => gap.replace(/_/g, "-")), ...(shown.seal === null ? ["no-seal"] : [])];
  }
  const happened = (kind: string) => shown.trail.some((event) => event.kind === kind);
  const paper = evidence.way === "paper";
  return [
    ...(paper ? ["paper", "no-code"] : ["number-only"]),
    ...(!paper && !happened("code_delivered") ? ["no-delivery"] : []),
    ...(!paper && happened("code_uncertain") ? ["uncertain"] : []),
    ...(evidence.signature === null ? ["no-signature"] : []),
    ...(!paper && !evidence.text.read_to_end ? ["not-read"] : []),
    ...(evidence.person.corrected.length > 0 ? ["corrected"] : []),
    ...(shown.seal === null ? ["no-seal"] : []),
  ];
}
