// A real SMS gateway on loopback: Kannel's bearerbox and smsbox before its fake SMSC, whose log holds each message.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Program, folder, freePort, listening } from "./processes.ts";

const FAKE_SMSC = "/usr/lib/kannel/test/fakesmsc";

export interface Message {
  sender: string;
  receiver: string;
  text: string;
}

export class Kannel {
  private programs: Program[] = [];
  /** What the networks heard in earlier lives. */
  private earlier: string[] = [];

  private constructor(
    readonly url: string,
    readonly username: string,
    readonly password: string,
    private readonly folder: string,
    private readonly smsbox: number,
    private readonly smsc: number,
    private readonly clean: () => void,
  ) {}

  static async start(): Promise<Kannel> {
    const { path, remove } = folder("kannel");
    const [admin, smsbox, smsc, send] = [await freePort(), await freePort(), await freePort(), await freePort()];
    writeFileSync(
      join(path, "kannel.conf"),
      `group = core
admin-port = ${admin}
admin-password = admin
admin-interface = 127.0.0.1
smsbox-port = ${smsbox}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
store-type = file
store-location = ${join(path, "kannel.store")}
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = fake
port = ${smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${send}
sendsms-interface = 127.0.0.1
global-sender = 1414

group = sendsms-user
username = kelisim
password = gateway
concatenation = true
max-messages = 3

group = sms-service
keyword = default
text = "no service"
`,
    );
    const kannel = new Kannel(`http://127.0.0.1:${send}/cgi-bin/sendsms`, "kelisim", "gateway", path, smsbox, smsc, remove);
    await kannel.up();
    return kannel;
  }

  /** Starts every part of it: at first, and again after `down`. */
  async up(): Promise<void> {
    const [config, cwd] = [join(this.folder, "kannel.conf"), this.folder];
    const bearerbox = new Program("bearerbox", "/usr/sbin/bearerbox", ["-v", "1", config], { cwd });
    await bearerbox.line(/smsbox.*(listening|Starting)|Loading.*SMSC|MAIN: Start-up done/i);
    // It says that it starts before it listens, and a smsbox that finds nobody there gives up.
    await listening(this.smsbox);
    const box = new Program("smsbox", "/usr/sbin/smsbox", ["-v", "1", config], { cwd });
    await box.line(/Connected to bearerbox/i);
    const fake = new Program("fakesmsc", FAKE_SMSC, ["-r", String(this.smsc), "-i", "3600", "-m", "-1", "100 200 text nop"], {
      cwd,
    });
    this.programs = [fake, box, bearerbox];
    await bearerbox.line(/fake.*(connected|online)|Fake SMSC client connected/i);
  }

  /** Stops every part of it, in an orderly way: what it promised to deliver is kept in its store. */
  async down(): Promise<void> {
    // First the door for new messages, last the network: what was promised may still go out.
    for (const program of [this.programs[1], this.programs[2], this.programs[0]]) await program?.stop();
    this.earlier.push(...(this.programs[0]?.said() ?? []));
    this.programs = [];
  }

  /** Every message that reached the network, in order. */
  messages(): Message[] {
    return [...this.earlier, ...(this.programs[0]?.said() ?? [])].flatMap((line) => {
      const match = /<(\S+) (\S+) (ucs-2|text|data) ([^>]*)>/.exec(line);
      if (!match) return [];
      const [, sender = "", receiver = "", coding, body = ""] = match;
      if (receiver === "100") return []; // the answer to the message that fakesmsc itself sends on connecting
      return [{ sender, receiver, text: coding === "ucs-2" ? utf16be(body) : percent(body).toString("latin1") }];
    });
  }

  /** The messages to a number; its last nine digits suffice. */
  messagesTo(phone: string): Message[] {
    const tail = phone.replace(/\D/g, "").slice(-9);
    return this.messages().filter((each) => each.receiver.endsWith(tail));
  }

  /** The six digits of the newest message to a number ; waits for a message beyond `after`. */
  async code(to: string, after = 0, milliseconds = 20_000): Promise<string> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const mine = this.messagesTo(to);
      const code = mine.length > after ? /(?<!\d)\d{6}(?!\d)/.exec(mine.at(-1)?.text ?? "")?.[0] : undefined;
      if (code) return code;
      if (Date.now() > end) throw new Error(`no code for …${to.slice(-4)}; ${mine.length} messages came`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    for (const program of this.programs) await program.stop();
    this.clean();
  }
}

function percent(text: string): Buffer {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "%") {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 2;
    } else {
      bytes.push(text[i] === "+" ? 0x20 : text.charCodeAt(i));
    }
  }
  return Buffer.from(bytes);
}

function utf16be(text: string): string {
  const bytes = percent(text);
  return (bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1)).swap16().toString("utf16le");
}
