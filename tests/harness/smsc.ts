// SMSC.kz on loopback, as far as its documentation says what it does: forms posted, JSON back; it keeps what it took.
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Taken {
  id: string;
  phone: string;
  text: string;
}

export class SmscKz {
  /** Every message, in order. */
  readonly taken: Taken[] = [];
  /** The first line of every request. */
  readonly heard: string[] = [];
  /** What came of the messages: 0 on its way, 1 delivered, 20 not. */
  status = 0;

  private constructor(
    private readonly server: Server,
    readonly login: string,
    readonly password: string,
  ) {}

  static async start(login = "kelisim", password = "geheim77"): Promise<SmscKz> {
    const server = createServer();
    const peer = new SmscKz(server, login, password);
    server.on("request", (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        peer.heard.push(`${request.method ?? ""} ${request.url ?? ""}`);
        const answer = peer.answer(request.url ?? "", new URLSearchParams(Buffer.concat(parts).toString("utf8")));
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return peer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(path: string, form: URLSearchParams): object {
    const of = (name: string) => form.get(name) ?? "";
    if (of("login") !== this.login || of("psw") !== this.password)
      return { error: "authorise error", error_code: 2 };
    if (path === "/sys/balance.php") return { balance: "1234.50", currency: "KZT" };
    if (path === "/sys/status.php") {
      const known = this.taken.some((one) => one.id === of("id") && one.phone === of("phone"));
      return { status: known ? this.status : -3, last_date: "14.12.2026 09:06:00", last_timestamp: 1_797_221_160 };
    }
    if (path !== "/sys/send.php" || of("phones") === "" || of("mes") === "" || of("charset") !== "utf-8")
      return { error: "parameters error", error_code: 1 };
    this.taken.push({ id: of("id"), phone: of("phones"), text: of("mes") });
    return { id: Number(of("id")), cnt: 1, cost: "16.5" };
  }
}
