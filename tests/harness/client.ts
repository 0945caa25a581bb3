// A tablet without a screen: the station's doors as the page uses them, for many clients at once.
import { request } from "node:https";
import type { Call } from "./counter.ts";

interface View {
  visit: { id: number; step: string; text: { purposes: { id: number }[] }; code: { delivery: Delivery | null } | null } | null;
}
/** Where a message stands, and why it isn't further. */
export interface Delivery {
  state: string;
  cause: string | null;
}
interface Answer {
  ok?: View;
  error?: { code: string; text: string };
}

export class Client {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** Pairs a tablet of that name. */
  static async paired(admin: Call, name: string): Promise<Client> {
    const { url, digits } = await admin<{ url: string; digits: string }>("tablets.pair", { name });
    const { origin, hash } = new URL(url);
    const { headers } = await send(origin, "", "/pair", { token: hash.replace("#pair=", ""), digits });
    const cookie = headers["set-cookie"]?.[0]?.split(";")[0];
    if (!cookie) throw new Error("the tablet wasn't paired");
    return new Client(origin, cookie);
  }

  async look(): Promise<View> {
    const { body } = await send(this.origin, this.cookie, "/wait?rev=-1&lang=ru");
    return (JSON.parse(body) as Answer).ok ?? { visit: null };
  }

  async step(verb: string, args: object): Promise<Answer> {
    const { body } = await send(this.origin, this.cookie, `/step/${verb}?lang=ru`, args);
    return JSON.parse(body) as Answer;
  }

  /** Everything up to the page of the code, for a person with this number. */
  async filled(phone: string): Promise<void> {
    const { visit } = await this.look();
    if (!visit) throw new Error("no visit at the tablet");
    const done = async (verb: string, args: object) => {
      const answer = await this.step(verb, { visit: visit.id, ...args });
      if (answer.error) throw new Error(`${verb}: ${answer.error.code}`);
    };
    await done("language", { lang: "ru" });
    for (const [field, value] of [
      ["surname", "Оспанова"],
      ["given", "Мадина"],
      ["iin", "880309400008"],
      ["birth_date", "1988-03-09"],
      ["phone", phone],
    ])
      await done("field", { field, value });
    for (const { id } of visit.text.purposes) await done("answer", { purpose: id, yes: true });
    await done("sign", { strokes: [[[0.1, 0.2, 0, 0.5], [0.3, 0.6, 30, 0.5], [0.6, 0.3, 60, 0.5], [0.8, 0.7, 90, 0.5]]] });
    await done("turn", { step: "code" });
  }

  /** Asks for a code. */
  async ask(): Promise<Answer> {
    const { visit } = await this.look();
    return this.step("ask_code", { visit: visit?.id });
  }

  /** Where the newest code's message stands. */
  async delivery(): Promise<Delivery | null> {
    return (await this.look()).visit?.code?.delivery ?? null;
  }
}

function send(
  origin: string,
  cookie: string,
  path: string,
  body?: object,
): Promise<{ headers: Record<string, string[] | undefined>; body: string }> {
  return new Promise((settle, fail) => {
    const call = request(
      origin + path,
      {
        method: body ? "POST" : "GET",
        // The branch authority's certificate: a tablet is taught to trust it.
        rejectUnauthorized: false,
        headers: { "content-type": "application/json", origin, cookie },
      },
      (reply) => {
        let text = "";
        reply.setEncoding("utf8");
        reply.on("data", (piece: string) => (text += piece));
        reply.on("end", () => settle({ headers: reply.headersDistinct, body: text }));
      },
    );
    call.on("error", fail);
    call.end(body ? JSON.stringify(body) : undefined);
  });
}
