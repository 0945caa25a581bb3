// Half-written replies. They live as long as the program runs and belong to whoever wrote them: the lock keeps them, another person
// who logs in doesn't see them.

import type { Decision, RefusalGround, RightId } from "../wire.ts";

export interface Draft {
  decision: Decision | null;
  ground: RefusalGround | null;
  text: string;
}

const drafts = new Map<string, Draft>();
const keyOf = (staff: number, right: RightId) => `${staff}/${right}`;

/** What this person left half-written for this right. */
export function draftOf(staff: number, right: RightId): Draft | undefined {
  return drafts.get(keyOf(staff, right));
}

/** Keeps it; an empty one is forgotten. */
export function keepDraft(staff: number, right: RightId, draft: Draft): void {
  if (draft.text.trim() === "" && draft.decision === null) drafts.delete(keyOf(staff, right));
  else drafts.set(keyOf(staff, right), draft);
}

export function dropDraft(staff: number, right: RightId): void {
  drafts.delete(keyOf(staff, right));
}
