// A WebDriver client as small as the journeys need: https://www.w3.org/TR/webdriver2/
// (selenium-webdriver asks for a newer Node than the one that builds the interface).

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** The keys that a journey presses, in WebDriver's private-use letters. */
export const Key = {
  Enter: "\uE007",
  Tab: "\uE004",
  Escape: "\uE00C",
  Backspace: "\uE003",
  Control: "\uE009",
  Shift: "\uE008",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  F8: "\uE038",
} as const;

class WebDriverError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

export class Element {
  constructor(
    private readonly session: Session,
    readonly id: string,
  ) {}

  click(): Promise<void> {
    return this.post("click", {});
  }
  /** Types after what is there. */
  type(text: string): Promise<void> {
    return this.post("value", { text });
  }
  clear(): Promise<void> {
    return this.post("clear", {});
  }
  text(): Promise<string> {
    return this.session.send("GET", `/element/${this.id}/text`);
  }
  property<T = string>(name: string): Promise<T> {
    return this.session.send("GET", `/element/${this.id}/property/${name}`);
  }
  attribute(name: string): Promise<string | null> {
    return this.session.send("GET", `/element/${this.id}/attribute/${name}`);
  }
  isEnabled(): Promise<boolean> {
    return this.session.send("GET", `/element/${this.id}/enabled`);
  }
  private post(what: string, body: object): Promise<void> {
    return this.session.send("POST", `/element/${this.id}/${what}`, body);
  }
}

export class Session {
  private constructor(
    private readonly driver: string,
    private readonly id: string,
  ) {}

  static async open(driver: string, application: string, args: string[] = []): Promise<Session> {
    const reply = await request<{ sessionId: string }>("POST", `${driver}/session`, {
      capabilities: {
        alwaysMatch: { browserName: "wry", "tauri:options": { application, args } },
        firstMatch: [{}],
      },
    });
    return new Session(driver, reply.sessionId);
  }

  async close(): Promise<void> {
    await request("DELETE", `${this.driver}/session/${this.id}`).catch(() => undefined);
  }

  send<T>(method: string, path: string, body?: object): Promise<T> {
    return request<T>(method, `${this.driver}/session/${this.id}${path}`, body);
  }

  title(): Promise<string> {
    return this.send("GET", "/title");
  }
  url(): Promise<string> {
    return this.send("GET", "/url");
  }

  async findAll(css: string): Promise<Element[]> {
    const found = await this.send<Record<string, string>[]>("POST", "/elements", {
      using: "css selector",
      value: css,
    });
    return found.map((each) => new Element(this, each[ELEMENT] ?? ""));
  }

  run<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.send("POST", "/execute/sync", { script, args });
  }

  /** Asks until the answer isn't `undefined`; the answer, or an error that says what was waited for. */
  async until<T>(what: string, ask: () => Promise<T | undefined>, milliseconds = 10_000): Promise<T> {
    const end = Date.now() + milliseconds;
    let last: unknown;
    while (Date.now() < end) {
      try {
        const answer = await ask();
        if (answer !== undefined) return answer;
      } catch (error) {
        last = error;
      }
      await pause(60);
    }
    const shown = await this.run<string>("return document.body.innerText").catch(() => "(no page)");
    throw new Error(`waited ${milliseconds} ms for ${what}; last error: ${String(last)}; on the page:\n${shown}`);
  }

  /** The first element that the selector finds and that can be seen. */
  get(css: string, milliseconds?: number): Promise<Element> {
    return this.until(
      css,
      async () => {
        for (const element of await this.findAll(css)) {
          const shown = await this.run<boolean>(
            "const r = arguments[0].getBoundingClientRect(); return r.width > 0 && r.height > 0;",
            { [ELEMENT]: element.id },
          );
          if (shown) return element;
        }
        return undefined;
      },
      milliseconds,
    );
  }

  async click(css: string): Promise<void> {
    await this.until(`a click on ${css}`, async () => {
      await (await this.get(css)).click();
      return true;
    });
  }

  async type(css: string, text: string): Promise<void> {
    await (await this.get(css)).type(text);
  }

  /** Replaces what the field holds. */
  async fill(css: string, text: string): Promise<void> {
    const field = await this.get(css);
    await field.clear();
    await field.type(text);
  }

  /** Clicks the control that a person would find by its words. */
  async press(words: string): Promise<void> {
    await this.until(`a button “${words}”`, async () => {
      const found = await this.run<Record<string, string> | null>(BY_WORDS, words);
      if (!found) return undefined;
      // The driver scrolls the page, not the part of it that scrolls.
      await this.run("arguments[0].scrollIntoView({ block: 'nearest' })", found);
      await new Element(this, found[ELEMENT] ?? "").click();
      return true;
    });
  }

  /** The field that a person would find by its label. */
  async field(label: string): Promise<Element> {
    const found = await this.until(`a field “${label}”`, async () => {
      return (await this.run<Record<string, string> | null>(BY_LABEL, label)) ?? undefined;
    });
    return new Element(this, found[ELEMENT] ?? "");
  }

  /** Fills that field. */
  async write(label: string, text: string): Promise<void> {
    const field = await this.field(label);
    await field.clear().catch(() => undefined);
    await field.type(text);
  }

  async see(words: string, milliseconds?: number): Promise<void> {
    await this.until(
      `the words “${words}”`,
      async () => {
        const text = await this.run<string>("return document.body.innerText");
        return text.replace(/\s+/g, " ").toLowerCase().includes(words.toLowerCase()) || undefined;
      },
      milliseconds,
    );
  }

  /** Presses keys as a person would: the last one while those before it are held. */
  async keys(...keys: string[]): Promise<void> {
    const actions = [
      ...keys.map((value) => ({ type: "keyDown", value })),
      ...[...keys].reverse().map((value) => ({ type: "keyUp", value })),
    ];
    await this.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    await this.send("DELETE", "/actions");
  }

  /** The windows of the application. */
  windows(): Promise<string[]> {
    return this.send("GET", "/window/handles");
  }
  /** Goes to another window: what follows is done there. */
  switchTo(handle: string): Promise<void> {
    return this.send("POST", "/window", { handle });
  }

  /** Draws a line over an element with the pointer: points as parts of its width and height. */
  async draw(css: string, points: readonly (readonly [x: number, y: number])[]): Promise<void> {
    await this.get(css);
    const box = await this.run<{ x: number; y: number; width: number; height: number }>(
      "arguments[0].scrollIntoView({ block: 'center' }); const { x, y, width, height } = arguments[0].getBoundingClientRect(); return { x, y, width, height };",
      { [ELEMENT]: (await this.findAll(css))[0]?.id },
    );
    const moves = points.map(([x, y], at) => ({
      type: "pointerMove",
      duration: at === 0 ? 0 : 20,
      x: Math.round(box.x + x * box.width),
      y: Math.round(box.y + y * box.height),
    }));
    const [first, ...rest] = moves;
    const actions = [first, { type: "pointerDown", button: 0 }, ...rest, { type: "pointerUp", button: 0 }];
    const pointer = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.send("POST", "/actions", { actions: [pointer] });
    await this.send("DELETE", "/actions");
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.send<string>("GET", "/screenshot"), "base64");
  }
}

const BY_WORDS = `
  const words = arguments[0].toLowerCase();
  const plain = (e) => (e.getAttribute("aria-label") || e.innerText || "").replace(/\\s+/g, " ").trim().toLowerCase();
  const seen = (e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  const all = [...document.querySelectorAll("button, a, [role=button], [role=tab], [role=option], [role=menuitem], label, summary")].filter(seen);
  return all.find((e) => plain(e) === words) || all.find((e) => plain(e).startsWith(words)) || null;`;

const BY_LABEL = `
  const words = arguments[0].toLowerCase();
  const plain = (t) => (t || "").replace(/\\s+/g, " ").trim().toLowerCase();
  const seen = (e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  const all = [...document.querySelectorAll("input, textarea, select, [role=combobox]")].filter(seen);
  const names = (e) => [e.getAttribute("aria-label"), ...[...(e.labels || [])].map((l) => l.innerText)].map(plain);
  return all.find((e) => names(e).includes(words)) || all.find((e) => names(e).some((n) => n.startsWith(words))) || null;`;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function request<T>(method: string, url: string, body?: object): Promise<T> {
  const reply = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    // A window that died never answers.
    signal: AbortSignal.timeout(45_000),
  });
  const { value } = (await reply.json()) as { value: T & { error?: string; message?: string } };
  if (!reply.ok) throw new WebDriverError(value?.error ?? String(reply.status), value?.message ?? "");
  return value;
}
