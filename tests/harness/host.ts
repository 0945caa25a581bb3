// The host for tests: the whole command list on loopback, with a clock that the test moves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Program, ROOT, built, folder } from "./processes.ts";

export const WEDNESDAY_MORNING = "2026-12-09T09:05+05:00";
export const MONDAY_MORNING = "2026-12-14T09:05+05:00";

export class Refused extends Error {
  constructor(
    readonly error: { kind: string; code: string; text: string; id?: string; field?: string },
    command: string,
  ) {
    super(`${command}: ${error.code} (${error.kind}): ${error.text}`);
  }
}

export class Host {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly program: Program,
    private readonly clean: () => void,
  ) {}

  static async start(options: { clock?: string; data?: string; ui?: boolean } = {}): Promise<Host> {
    const own = options.data === undefined ? folder("host") : undefined;
    const data = options.data ?? own?.path ?? "";
    const program = new Program("host", built("kelisim-host"), [
      "serve",
      "--data",
      data,
      "--clock",
      options.clock ?? MONDAY_MORNING,
      "--port",
      "0",
      "--ui",
      join(ROOT, "ui/dist"),
      "--tablet-ui",
      join(ROOT, "ui/dist/tablet"),
      // Passwords that are quick to check: a run of the tests logs in some hundred times.
      "--quick-keys",
    ]);
    const [, address] = await program.line(/^listening (\S+)$/);
    return new Host(`http://${address}`, data, program, () => own?.remove());
  }

  async stop(): Promise<void> {
    await this.program.stop();
    this.clean();
  }

  /** The most memory that the program ever had, in megabytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.program.child.pid ?? 0}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  kill(): Promise<void> {
    return this.program.stop("SIGKILL");
  }

  /** Calls a command as a script would; the token comes from `logIn`. */
  async call<T = unknown>(command: string, args: object = {}, token?: string, lang = "ru"): Promise<T> {
    const reply = await fetch(`${this.url}/call`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ command, args, lang }),
    });
    const answer = (await reply.json()) as { ok?: T; error?: Refused["error"] };
    if (answer.error) throw new Refused(answer.error, command);
    return answer.ok as T;
  }

  async logIn(login: string, password: string): Promise<string> {
    const { token } = await this.call<{ token: string }>("staff.log_in", { login, password });
    return token;
  }

  advance(seconds: number): Promise<unknown> {
    return this.call("clock.advance", { seconds });
  }
  setClock(at: string): Promise<unknown> {
    return this.call("clock.set", { at });
  }
}
