// The station in settings: switched on, trusted by the tablets through its authority or through the organisation's own
// certificate, its tablets paired, named, paired anew and revoked.
import { X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { type Page, expect, test } from "@playwright/test";
import { type Pem, certificate, pem } from "../harness/certificates.ts";
import { tabletPage } from "../harness/counter.ts";
import { picking, saved } from "../harness/dialogs.ts";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { freePort } from "../harness/processes.ts";
import { type Lang, text } from "../harness/texts.ts";

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

const admin = <T>(command: string, args: object = {}) => house.host.call<T>(command, args, house.staff.administrator.token);

/** The panel of tablets and the station. */
async function opened(page: Page, lang: Lang): Promise<void> {
  await enter(page, house.host, house.staff.administrator);
  await page.getByRole("button", { name: text(lang, "frame-language-short"), exact: true }).click();
  await page.getByRole("button", { name: text(lang, "rooms-settings") }).first().click();
  await page.getByRole("row", { name: text(lang, "settings-panel-tablets") }).click();
  await expect(page.getByRole("heading", { name: text(lang, "settings-station"), exact: true })).toBeVisible();
}

/** Switches the station on, at a free port, for this computer's own address. */
async function on(page: Page, lang: Lang, port: number): Promise<void> {
  await page.getByRole("button", { name: text(lang, "settings-station-change") }).click();
  await page.getByLabel(text(lang, "settings-station-port"), { exact: true }).fill(String(port));
  await page.getByLabel(text(lang, "settings-station-names")).fill("127.0.0.1");
  await page.getByRole("button", { name: text(lang, "settings-station-on"), exact: true }).click();
  await expect(page.getByText(text(lang, "settings-station-running"), { exact: true })).toBeVisible({ timeout: 15_000 });
}

/** Both lights: everyone can use the screen; a picture of each. */
async function looked(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await axe(page), `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: `results/station-${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Presses what saves a text file; what the dialog was given. */
async function written(page: Page, words: string): Promise<{ name: string; text: string }> {
  const { name, bytes } = await saved(page, () => page.getByRole("button", { name: words }).click());
  return { name, text: bytes.toString("utf8") };
}

/** The certificate that the station shows. */
function served(port: number): Promise<X509Certificate | undefined> {
  return new Promise((settle, fail) => {
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      settle(socket.getPeerX509Certificate());
      socket.end();
    });
    socket.on("error", fail);
  });
}

const plain = (fingerprint: string) => fingerprint.replace(/[\s:]/g, "").toLowerCase();

for (const lang of ["ru", "kk"] as const)
  test(`the station is switched on, and its authority goes to the tablets with steps for each kind (${lang})`, async ({ page }) => {
    const t = (key: string, values = {}) => text(lang, `settings-station-${key}`, values);
    const heard = troubles(page);
    await opened(page, lang);
    await expect(page.getByText(t("off-text"))).toBeVisible();
    // Without a station there is nothing that a tablet could be paired with, and the button says so.
    await expect(page.getByRole("button", { name: new RegExp(`^${text(lang, "settings-tablets-pair")}`) })).toHaveAttribute("aria-disabled", "true");
    await looked(page, `off-${lang}`);
    const port = await freePort();
    await page.getByRole("button", { name: t("change") }).click();
    await looked(page, `change-${lang}`);
    await page.getByRole("button", { name: text(lang, "parts-cancel") }).click();
    await on(page, lang, port);
    await expect(page.getByText(`https://127.0.0.1:${port}`, { exact: false }).first()).toBeVisible();

    const authority = await written(page, t("save"));
    expect(authority.name).toBe("kelisim-tablets.crt");
    const root = new X509Certificate(authority.text);
    expect(root.ca).toBe(true);
    // What is shown for comparing is the authority's own fingerprint, and the station's certificate stands under it.
    const { fingerprint } = await admin<{ fingerprint: string }>("station.show");
    expect(plain(fingerprint)).toBe(plain(root.fingerprint256));
    await expect(page.getByText(fingerprint.slice(0, 4), { exact: false }).first()).toBeVisible();
    // The tests' clock isn't the computer's: the signature is checked, not the dates.
    const leaf = await served(port);
    expect(leaf?.verify(root.publicKey)).toBe(true);
    expect(leaf?.checkIP("127.0.0.1")).toBe("127.0.0.1");
    const profile = await written(page, t("save-profile"));
    expect(profile.name).toBe("kelisim-tablets.mobileconfig");
    expect(profile.text.replace(/\s/g, "")).toContain(root.raw.toString("base64"));

    for (const kind of ["android", "ipad"]) {
      await page.getByText(t(`trust-${kind}`), { exact: true }).click();
      for (const step of [1, 2, 3, 4]) await expect(page.getByText(t(`${kind}-${step}`))).toBeVisible();
    }
    await looked(page, `steps-${lang}`);
    expect(heard).toEqual([]);
  });

for (const lang of ["ru", "kk"] as const)
  test(`a port that another program has is said, with what to do (${lang})`, async ({ page }) => {
    const t = (key: string, values = {}) => text(lang, `settings-station-${key}`, values);
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as AddressInfo;
    await opened(page, lang);
    await page.getByRole("button", { name: t("change") }).click();
    await page.getByLabel(t("port"), { exact: true }).fill(String(port));
    await page.getByLabel(t("names")).fill("127.0.0.1");
    await page.getByRole("button", { name: t("on"), exact: true }).click();
    await expect(page.getByText(t("fault-port-taken"), { exact: true })).toBeVisible();
    await expect(page.getByText(t("down"), { exact: true })).toBeVisible();
    await looked(page, `taken-${lang}`);
    // Once the port is free, the same settings are enough.
    await new Promise((closed) => other.close(closed));
    await page.getByRole("button", { name: t("change") }).click();
    await page.getByRole("button", { name: t("apply"), exact: true }).click();
    await expect(page.getByText(t("running"), { exact: true })).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(t("fault-port-taken"), { exact: true })).toBeHidden();
  });

for (const lang of ["ru", "kk"] as const)
  test(`the organisation's own certificate is checked before it is taken (${lang})`, async ({ page }) => {
    const t = (key: string, values = {}) => text(lang, `settings-station-${key}`, values);
    const fault = (key: string) => text(lang, `error-station-${key}`);
    const heard = troubles(page);
    const folder = house.host.data;
    const good = certificate(folder, "good", "127.0.0.1", "20270701");
    const other = certificate(folder, "other", "127.0.0.1", "20270701");
    const over = certificate(folder, "over", "127.0.0.1", "20261201");
    const elsewhere = certificate(folder, "elsewhere", "10.0.0.7", "20270701");
    const junk = join(folder, "junk.pem");
    writeFileSync(junk, "nothing of the kind");
    await opened(page, lang);
    const port = await freePort();
    await on(page, lang, port);

    const bring = async (one: Pem) => {
      await picking(page, one.certificate, one.key);
      const choose = page.getByRole("button", { name: t("own-choose") });
      await choose.nth(0).click();
      await choose.nth(1).click();
      await page.getByRole("button", { name: t("own-act") }).click();
    };
    const panel = page.getByRole("complementary").or(page.getByRole("dialog"));
    await page.getByRole("button", { name: t("own-bring") }).click();
    for (const [key, pair] of [
      ["not-certificate", { certificate: junk, key: good.key }],
      ["not-key", { certificate: good.certificate, key: junk }],
      ["key-mismatch", { certificate: good.certificate, key: other.key }],
      ["not-today", over],
    ] as const) {
      await bring(pair);
      await expect(panel.getByText(fault(key)).first()).toBeVisible();
    }
    await looked(page, `own-refused-${lang}`);
    // A certificate for other names is taken, but nothing is served with it, and why is said.
    await bring(elsewhere);
    await expect(page.getByText(t("own-other"), { exact: true })).toBeVisible();
    await expect(page.getByText(t("down"), { exact: true })).toBeVisible();
    await looked(page, `own-elsewhere-${lang}`);
    await page.getByRole("button", { name: t("own-renew") }).click();
    await bring(good);
    await expect(page.getByText(t("own-until", { day: "01.07.2027" }))).toBeVisible();
    await expect(page.getByText(t("own-other"), { exact: true })).toBeHidden();
    await expect(page.getByText(t("running"), { exact: true })).toBeVisible({ timeout: 15_000 });
    await expect.poll(async () => (await served(port))?.fingerprint256).toBe(new X509Certificate(pem(good.certificate)).fingerprint256);
    await looked(page, `own-${lang}`);
    // A month before its end it is said how many days are left.
    await house.host.setClock("2027-06-11T09:05+05:00");
    await opened(page, lang);
    await expect(page.getByText(t("own-soon", { days: 20 }))).toBeVisible();
    await looked(page, `own-ends-${lang}`);
    await page.getByRole("button", { name: t("own-drop") }).click();
    await expect(page.getByText(t("trust-text"))).toBeVisible();
    await expect(page.getByText(t("own-names"), { exact: true })).toBeHidden();
    expect(heard).toEqual([]);
  });

for (const lang of ["ru", "kk"] as const)
  test(`a tablet is paired, named, revoked and paired anew as the same one (${lang})`, async ({ page, browser }) => {
    const t = (key: string, values = {}) => text(lang, `settings-tablets-${key}`, values);
    const heard = troubles(page);
    await opened(page, lang);
    await on(page, lang, await freePort());
    const join = async (): Promise<Page> => {
      const url = await page.getByTestId("pair-url").innerText();
      const digits = await page.getByTestId("pair-digits").innerText();
      const tablet = await tabletPage(browser);
      await tablet.goto(url);
      await tablet.locator("#digits").fill(digits);
      await tablet.getByRole("button", { name: text("kk", "tablet-pair-do") }).click();
      await expect(tablet.getByRole("heading", { name: text("kk", "tablet-waiting") })).toBeVisible();
      return tablet;
    };
    await page.getByRole("button", { name: t("pair"), exact: true }).click();
    await page.getByRole("button", { name: t("pair-act") }).click();
    // A tablet has a name.
    await expect(page.getByText(text(lang, "error-consents-tablet-name")).first()).toBeVisible();
    await page.getByLabel(t("name"), { exact: true }).fill("Касса 1");
    await page.getByRole("button", { name: t("pair-act") }).click();
    await page.getByText(t("no-camera")).click();
    await looked(page, `pair-${lang}`);
    const first = await join();
    await expect(page.getByText(t("joined", { name: "Касса 1" }))).toBeVisible();
    await looked(page, `joined-${lang}`);
    await page.getByRole("complementary").last().getByRole("button", { name: text(lang, "parts-close") }).last().click();
    const row = page.getByRole("row", { name: /Касса/ });
    await row.getByRole("button", { name: t("rename") }).click();
    await page.getByLabel(t("name"), { exact: true }).fill("Касса у окна");
    await page.getByRole("button", { name: t("rename-act"), exact: true }).click();
    await expect(page.getByRole("rowheader", { name: "Касса у окна" })).toBeVisible();
    await looked(page, `list-${lang}`);

    await house.host.advance(180);
    await row.getByRole("button", { name: t("again") }).click();
    await page.getByRole("button", { name: t("pair-act") }).click();
    await page.getByText(t("no-camera")).click();
    const second = await join();
    await expect(page.getByText(t("joined", { name: "Касса у окна" }))).toBeVisible();
    await page.getByRole("complementary").last().getByRole("button", { name: text(lang, "parts-close") }).last().click();
    // One line, as before; what the first device carries opens nothing any more.
    await expect(page.getByRole("rowheader", { name: /Касса/ })).toHaveCount(1);
    await first.reload();
    await expect(first.getByRole("heading", { name: text("kk", "tablet-unpaired") })).toBeVisible();

    await row.getByRole("button", { name: t("revoke") }).click();
    await looked(page, `revoke-${lang}`);
    await page.getByRole("alertdialog").getByRole("button", { name: t("revoke") }).click();
    await expect(row.getByRole("button", { name: t("revoke") })).toHaveCount(0);
    await second.reload();
    await expect(second.getByRole("heading", { name: text("kk", "tablet-unpaired") })).toBeVisible();
    await looked(page, `revoked-${lang}`);
    await first.context().close();
    await second.context().close();
    expect(heard).toEqual([]);
  });
