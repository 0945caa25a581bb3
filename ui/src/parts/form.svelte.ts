// A form's faults, shared between its fields, its summary and its sender.

import { getContext, setContext } from "svelte";
import type { Refusal } from "../call.ts";

export interface FormFault {
  field: string;
  text: string;
}

export class FormState {
  /** Wrong fields, as the core named them or as the form found by itself. */
  faults = $state.raw<FormFault[]>([]);
  /** A refusal that isn't about a field. */
  refusal = $state.raw<Refusal | null>(null);
  busy = $state(false);
  /** Where each field stands, so that the summary leads there. */
  readonly places = new Map<string, string>();
  /** Fields whose text is too long, as each says by itself: such a form isn't sent. */
  readonly over = new Map<string, FormFault>();

  fault(field: string | undefined): string | undefined {
    return field === undefined ? undefined : this.faults.find((one) => one.field === field)?.text;
  }

  clear(): void {
    this.faults = [];
    this.refusal = null;
  }
}

const KEY = Symbol("form");

export function makeForm(): FormState {
  return setContext(KEY, new FormState());
}

/** The form that a field stands in, if any. */
export function inForm(): FormState | undefined {
  return getContext<FormState | undefined>(KEY);
}
