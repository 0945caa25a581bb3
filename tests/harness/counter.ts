// The counter of a branch: a gateway, a station on the branch network, a text, a paired tablet, a consultant at the window.
import { type Browser, type Page, expect } from "@playwright/test";
import { Host } from "./host.ts";
import { type House, found } from "./house.ts";
import { Kannel } from "./kannel.ts";
import { enter } from "./page.ts";
import { TEXT } from "./tablet.ts";
import { type Lang, text } from "./texts.ts";

/** Calls the door as an administrator. */
export type Call = <T>(command: string, args?: object) => Promise<T>;

/** Chooses the gateway (if there is one), starts the station, publishes a text: its number. */
export async function opened(admin: Call, kannel?: Kannel, port = 0): Promise<number> {
  if (kannel) await chosen(admin, kannel);
  await admin("station.set", { settings: { on: true, port, names: ["127.0.0.1"] } });
  const { id } = await admin<{ id: number }>("consents.publish_text", { text: TEXT });
  await expect.poll(async () => (await admin<{ running: string | null }>("station.show")).running).toBeTruthy();
  return id;
}

/** Chooses Kannel as the gateway. */
export async function chosen(admin: Call, { url, username, password }: Kannel): Promise<void> {
  await admin("messages.set_gateway", { gateway: { kind: "kannel", url, user: username, password, sender: "KELISIM" } });
}

/** Pairs the tablet that this page is. */
export async function paired(admin: Call, tablet: Page, name = "Планшет 1"): Promise<void> {
  const pairing = await admin<{ url: string; digits: string }>("tablets.pair", { name });
  await tablet.goto(pairing.url);
  await tablet.locator("#digits").fill(pairing.digits);
  await tablet.getByRole("button", { name: text("kk", "tablet-pair-do") }).click();
  await expect(tablet.getByRole("heading", { name: text("kk", "tablet-waiting") })).toBeVisible();
}

/** A tablet of its own: it is taught to trust the branch authority, a browser isn't. */
export async function tabletPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
  });
  return context.newPage();
}

interface VisitLine {
  id: number;
  state: string;
  step: string;
  consent: number | null;
}

/** A counter at work: the consultant's window, the client's tablet, the gateway between them. */
export class Counter {
  private constructor(
    readonly house: House,
    readonly kannel: Kannel | undefined,
    readonly window: Page,
    readonly tablet: Page,
    readonly text: number,
    private readonly lang: Lang,
  ) {}

  static async open(browser: Browser, window: Page, options: { gateway: boolean; lang?: Lang; tablet?: Page } = { gateway: true }): Promise<Counter> {
    const house = await found(await Host.start());
    const kannel = options.gateway ? await Kannel.start() : undefined;
    const lang = options.lang ?? "ru";
    const admin: Call = (command, args) => house.host.call(command, args, house.staff.administrator.token);
    const published = await opened(admin, kannel);
    const tablet = options.tablet ?? (await tabletPage(browser));
    await paired(admin, tablet);
    await enter(window, house.host, house.staff.consultant, lang);
    return new Counter(house, kannel, window, tablet, published, lang);
  }

  async close(): Promise<void> {
    await this.tablet.context().close();
    await this.house.host.stop();
    await this.kannel?.stop();
  }

  readonly admin: Call = (command, args) => this.house.host.call(command, args, this.house.staff.administrator.token);
  readonly consultant: Call = (command, args) => this.house.host.call(command, args, this.house.staff.consultant.token);

  /** The consultant sends a visit to the tablet, through the screen. */
  async begin(name = "Планшет 1"): Promise<void> {
    const t = (key: string) => text(this.lang, key);
    const { window } = this;
    await window.keyboard.press("Control+2");
    await window.getByRole("button", { name: t("consents-new") }).first().click();
    await window.getByRole("radio", { name: name }).check();
    await window.getByRole("button", { name: t("consents-send-to-tablet") }).click();
    await expect(window.getByRole("heading", { name: t("consents-client-at-tablet") })).toBeVisible();
  }

  /** Visits of today, as the consultant's list has them. */
  visits(): Promise<VisitLine[]> {
    return this.consultant<VisitLine[]>("consents.visits");
  }

  /** How many consents the register holds. */
  async consents(): Promise<number> {
    return (await this.consultant<{ total: number }>("consents.list", { page: 0 })).total;
  }
}
