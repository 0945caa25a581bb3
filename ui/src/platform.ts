// The one place that knows which house the page stands in: the window (Tauri) or the host for tests and scripts (HTTP).
// Nothing else imports @tauri-apps.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Lang, Refusal } from "./wire.ts";

/** A call as it crosses the door. */
export interface Request {
  command: string;
  args: unknown;
  lang: Lang;
  /** A refresh that nobody asked for: doesn't put off the idle lock. */
  quiet?: boolean;
}

export type Reply = { ok: unknown } | { error: Refusal };

/** A file that a person picked. `path` is what a command names; `name` and `size` (bytes) are for showing. */
export interface Picked {
  path: string;
  name: string;
  size: number;
}

/** What a file dialog shows: a name for people, and endings without dots. */
export interface FileKind {
  name: string;
  endings: string[];
}

export interface Platform {
  send(request: Request): Promise<Reply>;
  /** The first screen is on the display: the log tells how long the start took. */
  drawn(): void;
  /** Calls back with what changed in the house, after each commit. Returns how to stop. */
  onNews(hear: (news: unknown) => void): () => void;
  /** The token of the session, where the page has to keep it (the window's shell keeps its own). */
  keepToken(token: string | null): void;
  /** A file to read; `null` if the person closed the dialog. */
  pickFile(title: string, kinds: FileKind[]): Promise<Picked | null>;
  /** Keeps bytes in a file; `null` if the person closed the dialog. */
  saveFile(title: string, name: string, bytes: Uint8Array, kinds?: FileKind[]): Promise<Picked | null>;
  /** Opens the second window, turned to the client, or brings it to the front; whether it is there. */
  showClient(): Promise<boolean>;
}

/** What a test puts into the page: paths that the next dialogs answer with, and what was saved by them. */
interface Seam {
  files: string[];
  saved?: { name: string; base64: string }[];
}

declare global {
  interface Window {
    __kelisim?: Seam;
    __TAURI_INTERNALS__?: unknown;
  }
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

class Shell implements Platform {
  async send(request: Request): Promise<Reply> {
    return await invoke<Reply>("call", { request });
  }

  drawn(): void {
    void this.send({ command: "shell.drawn", args: {}, lang: document.documentElement.lang as Lang });
  }

  onNews(hear: (news: unknown) => void): () => void {
    const stop = listen("news", (event) => hear(event.payload));
    return () => void stop.then((off) => off());
  }

  keepToken(): void {}

  async pickFile(title: string, kinds: FileKind[]): Promise<Picked | null> {
    return await this.#ask("shell.pick_file", { title, kinds });
  }

  async saveFile(title: string, name: string, bytes: Uint8Array, kinds: FileKind[] = []): Promise<Picked | null> {
    return await this.#ask("shell.save_file", { title, name, kinds, base64: base64(bytes) });
  }

  async showClient(): Promise<boolean> {
    return await this.#ask("shell.client_window", {});
  }

  async #ask<T>(command: string, args: unknown): Promise<T> {
    const reply = await this.send({ command, args, lang: document.documentElement.lang as Lang });
    if ("error" in reply) throw new Error(reply.error.text);
    return reply.ok as T;
  }
}

class Host implements Platform {
  #token: string | null = null;
  #restart = () => {};

  async send(request: Request): Promise<Reply> {
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (this.#token) headers["Authorization"] = `Bearer ${this.#token}`;
    const response = await fetch("/call", { method: "POST", headers, body: JSON.stringify(request) });
    return (await response.json()) as Reply;
  }

  drawn(): void {}

  onNews(hear: (news: unknown) => void): () => void {
    let source: EventSource | undefined;
    this.#restart = () => {
      source?.close();
      source = new EventSource("/events");
      source.onmessage = (event: MessageEvent<string>) => hear(parsed(event.data));
    };
    this.#restart();
    return () => source?.close();
  }

  keepToken(token: string | null): void {
    this.#token = token;
  }

  async pickFile(): Promise<Picked | null> {
    const path = window.__kelisim?.files.shift();
    return await Promise.resolve(path ? { path, name: path.split("/").at(-1) ?? path, size: 0 } : null);
  }

  async saveFile(_title: string, name: string, bytes: Uint8Array): Promise<Picked | null> {
    const seam = window.__kelisim;
    if (seam) {
      seam.saved = [...(seam.saved ?? []), { name, base64: base64(bytes) }];
    } else {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes.slice()]));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }
    return await Promise.resolve({ path: name, name, size: bytes.length });
  }

  async showClient(): Promise<boolean> {
    return await Promise.resolve(window.open("/client/", "client") !== null);
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** The house that this page stands in. */
export const platform: Platform = window.__TAURI_INTERNALS__ ? new Shell() : new Host();
