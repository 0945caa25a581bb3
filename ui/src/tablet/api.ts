// The station's few doors: pairing, waiting for news, the steps of one visit.

// In the second window of the workstation there is no wire: the same doors are commands of the shell.

import { invoke } from "@tauri-apps/api/core";
import type { CodeChecked, Refusal, TabletView } from "../wire.ts";
import { inShell } from "./place.ts";

/** What can come back beside an answer. */
export type Trouble = "unpaired" | "shut" | "offline";
export type Answer<T> = { ok: T } | { error: Refusal } | { trouble: Trouble };
export type Pairing = { kind: "paired" } | { kind: "wrong"; left: number } | { kind: "over" };

async function told<T>(command: string, args: Record<string, unknown>): Promise<Answer<T>> {
  try {
    return await invoke<Answer<T>>(command, args);
  } catch {
    return { trouble: "offline" };
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { cache: "no-store", credentials: "same-origin", ...init });
    if (response.status === 401) return { trouble: "unpaired" };
    if (response.status === 503) return { trouble: "shut" };
    if (!response.ok && response.status !== 409) return { trouble: "offline" };
    return (await response.json()) as Answer<T>;
  } catch {
    return { trouble: "offline" };
  }
}

const body = (value: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

/** Answers when there is something else to show, after a while in any case, and when it is given up. */
export const wait = (rev: number, lang: string, givenUp: AbortSignal): Promise<Answer<TabletView>> =>
  inShell ? told("client_wait", { rev, lang }) : ask(`wait?rev=${String(rev)}&lang=${lang}`, { signal: givenUp });

/** A step of the client. What was typed goes in the body, never in the address. */
export const step = (verb: string, args: object, lang: string): Promise<Answer<TabletView>> =>
  inShell ? told("client_step", { verb, args, lang }) : ask(`step/${verb}?lang=${lang}`, body(args));

/** The typed code. */
export const check = (args: object, lang: string): Promise<Answer<CodeChecked>> =>
  inShell ? told("client_step", { verb: "check_code", args, lang }) : ask(`step/check_code?lang=${lang}`, body(args));

/** The word of the QR code and six digits for a place at the counter. */
export async function pair(token: string, digits: string): Promise<Pairing | { trouble: Trouble }> {
  try {
    const response = await fetch("pair", body({ token, digits }));
    if (!response.ok) return { trouble: response.status === 503 ? "shut" : "offline" };
    return (await response.json()) as Pairing;
  } catch {
    return { trouble: "offline" };
  }
}
