// The plug is pulled (-9) in the middle of work; the window is started again on the same folder.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { confirmRecoveryKey, logIn, ownPassword, setUp } from "../harness/clerk.ts";
import { BRANCH, PASSWORD } from "../harness/house.ts";
import { DATA, folder } from "../harness/processes.ts";
import { text } from "../harness/texts.ts";
import { pause } from "../harness/webdriver.ts";
import { Window } from "../harness/window.ts";

const CLOCK = "2026-05-06T09:05+05:00";
const PEOPLE = 4853;
const CHUNK = 2000;
const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);

async function importFrom(window: Window): Promise<void> {
  const { session } = window;
  await session.press(t("clients-import"));
  window.nextDialog(join(DATA, "clients.xlsx"));
  await session.press(t("clients-import-pick"));
  await session.see(t("clients-import-merging"), 30_000);
  await session.press(t("clients-import-run"));
}

test("killed in the middle of an import: what was acknowledged is there, nothing half-saved, no doubles after repeating", async () => {
  const data = folder("kill");
  let window = await Window.start("kill-import", { clock: CLOCK, data: data.path });
  try {
    const key = await setUp(window.session, BRANCH);
    await confirmRecoveryKey(window.session, key);
    await window.session.get("[role=combobox]");
    const [branch] = await window.call<{ id: number }[]>("operators.branches");
    const invited = await window.call<{ first_password: string }>("staff.invite", {
      login: "saule",
      name: "Сәуле Ахметова",
      role: "manager",
      branch: branch?.id,
      lang: "ru",
    });
    await window.call("staff.log_out");
    await window.session.send("POST", "/refresh", {});
    await logIn(window.session, "saule", invited.first_password);
    await ownPassword(window.session);
    await window.session.get("[role=combobox]");
    await importFrom(window);
    let acknowledged = 0;
    while (acknowledged === 0) {
      const [line] = await window.call<{ tally: { landed: number } }[]>("clients.imports");
      acknowledged = line?.tally.landed ?? 0;
      await pause(20);
    }
    await window.kill();

    window = await Window.start("kill-import-again", { clock: CLOCK, data: data.path });
    await logIn(window.session, "saule", PASSWORD);
    await window.session.get("[role=combobox]");
    const [line] = await window.call<{ tally: { landed: number; rows: number } }[]>("clients.imports");
    const { count } = await window.call<{ count: number }>("clients.recent");
    // Whole chunks: the tally of the import and the cards were saved together.
    expect(count).toBe(line?.tally.landed);
    expect(count).toBeGreaterThanOrEqual(acknowledged);
    expect(count).toBeLessThan(PEOPLE);
    expect((line?.tally.rows ?? 1) % CHUNK).toBe(0);

    await importFrom(window);
    await window.session.see(t("clients-import-finished"), 120_000);
    await window.picture("repeated");
    expect((await window.call<{ count: number }>("clients.recent")).count).toBe(PEOPLE);
    expect(await window.call("journal.verify")).toMatchObject({ whole: true });
  } finally {
    await window.stop();
    data.remove();
  }
});
