// Codes on their way through a real gateway that goes away and comes back: each one arrives once.
import { expect, test } from "@playwright/test";
import { Client, type Delivery } from "../harness/client.ts";
import { type Call, Counter, opened } from "../harness/counter.ts";
import { Host, MONDAY_MORNING } from "../harness/host.ts";
import { found } from "../harness/house.ts";
import { Kannel } from "../harness/kannel.ts";
import { folder } from "../harness/processes.ts";
import { PHONE, begun, signed, typed } from "../harness/tablet.ts";
import { text } from "../harness/texts.ts";
import { pause } from "../harness/webdriver.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

/** Pauses between tries are of the house's clock, which stands still unless it is moved. */
async function until(host: Host, done: () => Promise<boolean>, seconds = 200): Promise<void> {
  for (let second = 0; second < seconds; second += 2) {
    if (await done()) return;
    await host.advance(2);
    await pause(150);
  }
  throw new Error(`not so within ${seconds} s of the house's clock`);
}

test("the gateway is down when the code is asked for: both sides wait, and it comes once", async ({ browser, page }) => {
  const counter = await Counter.open(browser, page);
  try {
    const { window, tablet, house } = counter;
    const kannel = counter.kannel as Kannel;
    await counter.begin();
    await begun(tablet, "ru");
    await typed(tablet);
    await signed(tablet, "ru");
    await kannel.down();
    await tablet.getByRole("button", { name: t("tablet-code-send"), exact: true }).click();
    await expect(tablet.getByText(t("tablet-sent-queued"))).toBeVisible();
    await expect(window.getByText(t("consents-cause-no-connection")).first()).toBeVisible();
    await kannel.up();
    await until(house.host, async () => kannel.messages().length > 0);
    await expect(tablet.getByText(t("tablet-sent-accepted"))).toBeVisible();
    await expect(window.getByText(t("consents-delivery-accepted"))).toBeVisible();
    await until(house.host, () => Promise.resolve(false), 60).catch(() => undefined);
    expect(kannel.messages()).toHaveLength(1);
    await tablet.locator("#code").fill(await kannel.code(PHONE));
    await tablet.getByRole("button", { name: t("tablet-code-confirm") }).click();
    await expect(tablet.getByRole("heading", { name: t("tablet-done") })).toBeVisible();
  } finally {
    await counter.close();
  }
});

/** Tablets at work, each with a client of its own number at the page of the code. */
async function clients(admin: Call, consultant: Call, kannel: Kannel, count: number): Promise<[Client, string][]> {
  const published = await opened(admin, kannel);
  const made: [Client, string][] = [];
  for (let n = 0; n < count; n += 1) {
    const client = await Client.paired(admin, `Планшет ${n + 1}`);
    const tablets = await consultant<{ id: number; name: string }[]>("tablets.list");
    const tablet = tablets.find((one) => one.name === `Планшет ${n + 1}`)?.id;
    await consultant("consents.open_visit", { text: published, tablet });
    const phone = `+7 701 555 ${String(1000 + n).replace(/(..)(..)/, "$1 $2")}`;
    await client.filled(phone);
    made.push([client, phone.replace(/\D/g, "")]);
  }
  return made;
}

/** How many messages each number got. */
const count = (kannel: Kannel, phone: string) => kannel.messagesTo(phone).length;

test("the gateway stops and starts while eight codes are being sent: what it took arrives once, what it didn't is sent later", async () => {
  test.setTimeout(180_000);
  const kannel = await Kannel.start();
  const house = await found(await Host.start());
  const { host, staff } = house;
  const admin: Call = (command, args) => host.call(command, args, staff.administrator.token);
  const consultant: Call = (command, args) => host.call(command, args, staff.consultant.token);
  try {
    const all = await clients(admin, consultant, kannel, 8);
    // The first ones leave while it stops; the others find it stopped.
    const asked = all.map(async ([client], n) => {
      await pause(n * 25);
      expect((await client.ask()).error).toBeUndefined();
    });
    await pause(60);
    await kannel.down();
    await Promise.all(asked);
    const waiting = await Promise.all(all.map(([client]) => client.delivery()));
    expect(waiting.filter((each) => each?.state === "queued").length).toBeGreaterThan(0);
    await kannel.up();
    await until(host, async () => {
      const states = await Promise.all(all.map(([client]) => client.delivery()));
      return states.every((each) => each?.state === "accepted" || each?.state === "uncertain");
    });
    await until(host, async () => Promise.resolve(false), 30).catch(() => undefined);
    for (const [client, phone] of all) {
      const state = (await client.delivery())?.state;
      // Uncertain: its line was cut while it was being handed over, and nobody can ask Kannel. The client is told.
      if (state === "uncertain") expect(count(kannel, phone)).toBeLessThanOrEqual(1);
      else expect([phone, count(kannel, phone)]).toEqual([phone, 1]);
    }
  } finally {
    await host.stop();
    await kannel.stop();
  }
});

/** A house whose tablets asked for codes while the gateway was away; it is killed when `ripe` says so, and started again. */
async function killed(ripe: (client: Client) => Promise<boolean>, check: (host: Host, kannel: Kannel, phones: string[], consultant: Call) => Promise<void>) {
  const data = folder("courier");
  const kannel = await Kannel.start();
  let host = await Host.start({ data: data.path });
  try {
    const { staff } = await found(host);
    const admin: Call = (command, args) => host.call(command, args, staff.administrator.token);
    // Asks whichever program is alive now.
    const consultant: Call = (command, args) => host.call(command, args, staff.consultant.token);
    const all = await clients(admin, consultant, kannel, 3);
    await kannel.down();
    for (const [client] of all) {
      expect((await client.ask()).error).toBeUndefined();
      await expect.poll(() => ripe(client)).toBe(true);
    }
    await host.kill();
    await kannel.up();
    host = await Host.start({ data: data.path, clock: MONDAY_MORNING });
    staff.consultant.token = await host.logIn(staff.consultant.login, staff.consultant.password);
    const phones = all.map(([, phone]) => phone);
    await check(host, kannel, phones, consultant);
  } finally {
    await host.stop();
    await kannel.stop();
    data.remove();
  }
}

test("the program is killed while codes wait for the gateway: started again, each leaves once", async () => {
  // Each was tried once and waits on the house's clock, which stands still: none is in hand when the program dies.
  const waits = async (client: Client) => (await client.delivery())?.cause === "no_connection";
  await killed(waits, async (host, kannel, phones) => {
    await until(host, async () => Promise.resolve(phones.every((phone) => count(kannel, phone) > 0)));
    await until(host, async () => Promise.resolve(false), 60).catch(() => undefined);
    expect(phones.map((phone) => count(kannel, phone))).toEqual([1, 1, 1]);
  });
});

test("the program is killed with a code perhaps in hand: none leaves twice, and the counter is told which may not have left", async () => {
  await killed(() => Promise.resolve(true), async (host, kannel, phones, consultant) => {
    const lines = await consultant<{ id: number }[]>("consents.visits");
    const deliveries = () =>
      Promise.all(
        lines.map(async ({ id }) => {
          const visit = await consultant<{ code: { phone: string; delivery: Delivery } }>("consents.visit", { visit: id });
          return { phone: phones.find((phone) => phone.endsWith(visit.code.phone.slice(-2))) ?? "", ...visit.code.delivery };
        }),
      );
    await until(host, async () => (await deliveries()).every(({ state }) => state === "accepted" || state === "uncertain"));
    const stand = await deliveries();
    expect(stand.map(({ phone }) => phone).sort()).toEqual(phones);
    for (const { phone, state } of stand) expect([phone, count(kannel, phone)]).toEqual([phone, state === "accepted" ? 1 : 0]);
  });
});
