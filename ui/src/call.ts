// Asking the core. Everything that a screen knows comes through `call`.

import { platform } from "./platform.ts";
import { lang } from "./texts.ts";
import type { Commands, FieldRefusal, Kind, Refusal as WireRefusal } from "./wire.ts";

/** Why the core did not do what it was asked, in the reader's language. */
export class Refusal extends Error {
  readonly kind: Kind;
  readonly code: string;
  /** Leads to the log, where the fault is ours. */
  readonly id: string | null;
  readonly field: string | null;
  readonly fields: FieldRefusal[];

  constructor(wire: WireRefusal) {
    super(wire.text);
    this.kind = wire.kind;
    this.code = wire.code;
    this.id = wire.id;
    this.field = wire.field;
    this.fields =
      wire.fields.length > 0 || wire.field === null
        ? wire.fields
        : [{ field: wire.field, code: wire.code, text: wire.text }];
  }

  /** A rule, a role, a block: nothing is broken, and trying again changes nothing. */
  get byRule(): boolean {
    return this.kind === "blocked" || this.kind === "forbidden" || this.kind === "refused";
  }
}

type Name = keyof Commands;

const watchers = new Set<(refusal: Refusal) => void>();

/** Hears every refusal: the frame locks itself when the session is over. Returns how to stop. */
export function onRefusal(hear: (refusal: Refusal) => void): () => void {
  watchers.add(hear);
  return () => watchers.delete(hear);
}

/** Asks the core. Throws a {@link Refusal}. */
export async function call<N extends Name>(
  command: N,
  args: Commands[N]["args"],
  how: { quiet?: boolean } = {},
): Promise<Commands[N]["output"]> {
  const reply = await platform.send({
    command: String(command),
    args,
    lang: lang(),
    ...(how.quiet ? { quiet: true } : {}),
  });
  if ("ok" in reply) return reply.ok as Commands[N]["output"];
  const refusal = new Refusal(reply.error);
  for (const hear of watchers) hear(refusal);
  throw refusal;
}

const topics = new Set<{ topic: string; hear: () => void }>();
let listening: (() => void) | undefined;

/** Calls back when something of that topic changed. Returns how to stop. */
export function onNews(topic: string, hear: () => void): () => void {
  listening ??= platform.onNews((news) => {
    const said = topicOf(news);
    for (const one of topics) if (said === null || one.topic === said) one.hear();
  });
  const entry = { topic, hear };
  topics.add(entry);
  return () => topics.delete(entry);
}

/** News is a topic's name, alone or in a record; anything else counts for everybody. */
function topicOf(news: unknown): string | null {
  if (typeof news === "string") return news;
  const topic = typeof news === "object" && news !== null && "topic" in news ? news.topic : null;
  return typeof topic === "string" ? topic : null;
}
