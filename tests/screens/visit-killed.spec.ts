// The program is killed at every step of a visit and started again: nothing that the client did is lost, nothing happens twice.
import { expect, test } from "@playwright/test";
import { type Call, opened, paired, tabletPage } from "../harness/counter.ts";
import { Host, MONDAY_MORNING } from "../harness/host.ts";
import { found } from "../harness/house.ts";
import { Kannel } from "../harness/kannel.ts";
import { cutAtEveryStep, offline, online } from "../harness/network.ts";
import { folder, freePort } from "../harness/processes.ts";

interface Visit {
  line: { id: number; state: string };
  rev: number;
}

test("a visit goes through although the program is killed at every step", async ({ browser }) => {
  test.setTimeout(180_000);
  const data = folder("visit-killed");
  const kannel = await Kannel.start();
  const tablet = await tabletPage(browser);
  let host = await Host.start({ data: data.path });
  try {
    const { staff } = await found(host);
    const admin: Call = (command, args) => host.call(command, args, staff.administrator.token);
    // Asks whichever program is alive now.
    const consultant: Call = (command, args) => host.call(command, args, staff.consultant.token);
    const text = await opened(admin, kannel, await freePort());
    await paired(admin, tablet);
    const [line] = await consultant<{ id: number }[]>("tablets.list");
    const { line: visit } = await consultant<Visit>("consents.open_visit", { text, tablet: line?.id });
    let lives = 1;
    await cutAtEveryStep(tablet, "ru", kannel, async (what) => {
      await host.kill();
      await what();
      await offline(tablet);
      host = await Host.start({ data: data.path, clock: MONDAY_MORNING });
      staff.consultant.token = await host.logIn(staff.consultant.login, staff.consultant.password);
      lives += 1;
      await online(tablet);
    });
    expect(lives).toBeGreaterThan(8);
    expect(kannel.messages()).toHaveLength(1);
    const shown = await consultant<Visit & { text: { purposes: { id: number }[] } }>("consents.visit", { visit: visit.id });
    expect(shown.line.state).toBe("confirmed");
    await consultant("consents.save_visit", {
      visit: visit.id,
      rev: shown.rev,
      original_seen: true,
      answers: [],
      lang: null,
      person: { surname: "Оспанова", given: "Мадина", iin: "880309400008", birth_date: "1988-03-09", phone: "+7 701 555 01 02" },
      document: { kind: "id_card", number: "045123678", issuer: "ҚР ІІМ", issued: "2021-03-04" },
    });
    const { lines, total } = await consultant<{ lines: { items: { state: string }[] }[]; total: number }>("consents.list", { page: 0 });
    expect(total).toBe(1);
    expect(lines[0]?.items.map(({ state }) => state)).toEqual(["given", "refused"]);
    staff.administrator.token = await host.logIn(staff.administrator.login, staff.administrator.password);
    expect(await admin("journal.verify")).toMatchObject({ whole: true, first_broken: null });
  } finally {
    await tablet.context().close();
    await host.stop();
    await kannel.stop();
    data.remove();
  }
});
