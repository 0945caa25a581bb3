// The built window, on a display of its own, driven by WebDriver; its file dialogs answered from a file.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Program, RESULTS, built, folder, freePort } from "./processes.ts";
import { Session, pause } from "./webdriver.ts";

/** Pictures, in the order in which they were taken. */
const PICTURES = join(RESULTS, "window");

export interface Answered<T> {
  ok?: T;
  error?: { kind: string; code: string; text: string };
}

export class Window {
  private pictures = 0;

  private constructor(
    readonly name: string,
    readonly data: string,
    readonly display: string,
    readonly session: Session,
    private readonly answers: string,
    private readonly programs: Program[],
    private readonly clean: () => void,
  ) {}

  /** Starts the built window on a data folder (a fresh one unless told otherwise), at a fixed moment. */
  static async start(name: string, options: { clock: string; data?: string; env?: Record<string, string> }): Promise<Window> {
    const own = options.data === undefined ? folder(name) : undefined;
    const data = options.data ?? own?.path ?? "";
    const answers = join(data, "answers.txt");
    mkdirSync(data, { recursive: true });
    writeFileSync(answers, "");
    const { display, xvfb } = await openDisplay();
    const [port, native] = [await freePort(), await freePort()];
    const driver = new Program("tauri-driver", "tauri-driver", ["--port", String(port), "--native-port", String(native)], {
      env: {
        DISPLAY: display,
        KELISIM_DATA: data,
        KELISIM_CLOCK: options.clock,
        KELISIM_DIALOG_ANSWERS: answers,
        TZ: "America/New_York",
        LANG: "C.UTF-8",
        NO_AT_BRIDGE: "1",
        ...options.env,
      },
    });
    const url = `http://127.0.0.1:${port}`;
    const programs = [driver, xvfb];
    try {
      await listening(url);
      const session = await Session.open(url, built("kelisim"));
      return new Window(name, data, display, session, answers, programs, () => own?.remove());
    } catch (error) {
      for (const program of programs) await program.stop();
      throw error;
    }
  }

  /** The next file dialog is answered with this path; `undefined` closes it without a choice. */
  nextDialog(path?: string): void {
    appendFileSync(this.answers, `${path ?? ""}\n`);
  }

  /** Calls the door from the page, as the interface does: to move the clock, and to look behind the screens. */
  async call<T>(command: string, args: object = {}): Promise<T> {
    const answer = await this.session.send<Answered<T>>("POST", "/execute/async", {
      script: `const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke("call", { request: { command: arguments[0], args: arguments[1], lang: "ru" } })
          .then(done, (error) => done({ error: { kind: "internal", code: "shell", text: String(error) } }));`,
      args: [command, args],
    });
    if (answer.error) throw new Error(`${command}: ${answer.error.code}: ${answer.error.text}`);
    return answer.ok as T;
  }

  advance(seconds: number): Promise<unknown> {
    return this.call("clock.advance", { seconds });
  }
  setClock(at: string): Promise<unknown> {
    return this.call("clock.set", { at });
  }

  async picture(what: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    this.pictures += 1;
    const file = `${this.name}-${String(this.pictures).padStart(2, "0")}-${what}.png`;
    writeFileSync(join(PICTURES, file), await this.session.screenshot());
  }

  log(): string {
    const path = join(this.data, "kelisim.log");
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  /** Runs a program on the window's display: xdotool, setxkbmap. */
  onDisplay(program: string, ...args: string[]): string {
    return execFileSync(program, args, { env: { ...process.env, DISPLAY: this.display } }).toString();
  }

  /** The process id of the window itself. */
  pid(): number {
    for (const pid of execFileSync("pgrep", ["-x", "kelisim"]).toString().trim().split("\n")) {
      const env = readFileSync(`/proc/${pid}/environ`, "utf8");
      if (env.split("\0").includes(`KELISIM_DATA=${this.data}`)) return Number(pid);
    }
    throw new Error("the window doesn't run");
  }

  /** Pulls the plug. */
  async kill(): Promise<void> {
    process.kill(this.pid(), "SIGKILL");
    await this.shut();
  }

  async stop(): Promise<void> {
    await this.session.close();
    await this.shut();
    this.clean();
  }

  private async shut(): Promise<void> {
    for (const program of this.programs) await program.stop();
  }
}

async function openDisplay(): Promise<{ display: string; xvfb: Program }> {
  for (let number = 173; number < 200; number += 1) {
    if (existsSync(`/tmp/.X${number}-lock`)) continue;
    const display = `:${number}`;
    const xvfb = new Program("xvfb", "Xvfb", [display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]);
    for (let tries = 0; tries < 100; tries += 1) {
      if (existsSync(`/tmp/.X11-unix/X${number}`)) return { display, xvfb };
      await pause(50);
    }
    await xvfb.stop();
  }
  throw new Error("no display could be opened");
}

async function listening(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      await fetch(`${url}/status`);
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error(`nobody listens on ${url}`);
}
