// Starting programs for a test, and ending them (and only them).
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const RESULTS = join(ROOT, "tests/results");
export const DATA = join(ROOT, "tests/data");
const TARGET = process.env["CARGO_TARGET_DIR"] ?? join(ROOT, "target");

/** A program that `cargo build` made (debug, as `./dev test` builds). */
export function built(name: string): string {
  return join(TARGET, "debug", name);
}

/** A folder that is there for one test. */
export function folder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `kelisim-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? settle(address.port) : fail(new Error("no port"))));
    });
  });
}

/** Waits until somebody answers at that port. */
export async function listening(port: number, milliseconds = 20_000): Promise<void> {
  const answers = () =>
    new Promise<boolean>((settle) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => settle(true)).once("error", () => settle(false));
      socket.once("connect", () => socket.destroy());
    });
  const end = Date.now() + milliseconds;
  while (!(await answers())) {
    if (Date.now() > end) throw new Error(`nobody listens at port ${port} after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export class Program {
  private lines: string[] = [];
  private watchers: (() => void)[] = [];
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(
    readonly name: string,
    command: string,
    args: string[],
    options: { env?: Record<string, string>; cwd?: string } = {},
  ) {
    mkdirSync(RESULTS, { recursive: true });
    const log = createWriteStream(join(RESULTS, `${name}.log`), { flags: "a" });
    this.child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
    });
    this.ended = new Promise((settle) => {
      this.child.on("exit", (code) => settle(code));
      this.child.on("error", (error) => {
        this.take(`could not start ${command}: ${error.message}\n`);
        settle(null);
      });
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        log.write(data);
        this.take(data.toString("utf8"));
      });
    }
  }

  private rest = "";
  private take(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    this.lines.push(...lines);
    for (const watcher of this.watchers) watcher();
  }

  /** Everything that the program said so far, line by line. */
  said(): readonly string[] {
    return this.lines;
  }

  /** The first line (from `since` on) that matches; waits for it. */
  async line(pattern: RegExp, milliseconds = 20_000, since = 0): Promise<RegExpMatchArray> {
    const look = () => this.lines.slice(since).map((line) => pattern.exec(line)).find((match) => match !== null);
    return new Promise((settle, fail) => {
      const check = () => {
        const match = look();
        if (!match) return;
        done();
        settle(match);
      };
      const done = () => {
        clearTimeout(timer);
        this.watchers = this.watchers.filter((each) => each !== check);
      };
      const timer = setTimeout(() => {
        done();
        fail(new Error(`${this.name} didn't say ${pattern} in ${milliseconds} ms:\n${this.lines.slice(-20).join("\n")}`));
      }, milliseconds);
      this.watchers.push(check);
      check();
    });
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill("SIGKILL"), 3_000);
    await this.ended;
    clearTimeout(late);
  }
}
