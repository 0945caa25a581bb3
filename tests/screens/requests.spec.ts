import { type Page, expect, test } from "@playwright/test";
import { Host } from "../harness/host.ts";
import { type House, found } from "../harness/house.ts";
import { axe, enter, troubles } from "../harness/page.ts";
import { text } from "../harness/texts.ts";

const t = (key: string, values: Record<string, string | number> = {}) => text("ru", key, values);

let house: House;
test.beforeEach(async () => {
  house = await found(await Host.start());
});
test.afterEach(async () => house.host.stop());

const SHOWN = { number: "012345678", issued: "2019-05-14", issuer: "МВД РК", signed: true };

interface Registered {
  id: number;
  number: string;
  rights: { id: number; version: number; kind: string }[];
}

/** An application of a person who isn't in the base, who proved who they are. */
function registered(rights: object[], more: object = {}): Promise<Registered> {
  const args = {
    applicant: { name: "Оспанова Жанар", contact: "+7 701 000 11 22" },
    channel: "visit",
    text: "Прошу ответить",
    lang: "ru",
    shown: SHOWN,
    proof: "document_seen",
    rights,
    ...more,
  };
  return house.host.call<Registered>("requests.register", args, house.staff.agent.token);
}

async function client(): Promise<number> {
  const args = {
    kind: "client",
    values: { surname: "Ким", given: "Виктория", phone: "+77021234567" },
    authority: null,
  };
  const card = await house.host.call<{ client: number }>("clients.register", args, house.staff.agent.token);
  return card.client;
}

async function openQueue(page: Page, view: string): Promise<void> {
  await page
    .getByRole("button", { name: t("rooms-requests") })
    .first()
    .click();
  await page.getByRole("button", { name: new RegExp(`^${t(`requests-view-${view}`)}`) }).click();
}

test("an application is registered by keys alone, and its dates are told before it is saved", async ({ page }) => {
  const heard = troubles(page);
  await enter(page, house.host, house.staff.agent);
  await page.keyboard.press("Control+n");
  await expect(page.getByRole("heading", { name: t("requests-reg-title") })).toBeVisible();
  await page.keyboard.type("Оспанова Жанар");
  await page.getByLabel(t("requests-reg-date")).fill("14122026");
  await page.getByLabel(t("requests-reg-time")).fill("0900");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: t("requests-reg-kinds-missing") })).toBeVisible();
  await page.getByLabel(t("requests-channel-phone")).press("Space");
  await page.getByLabel(t("requests-reg-text")).fill("Откуда у вас мой номер?");
  await page.getByLabel(t("requests-kind-information")).press("Space");
  await page.getByLabel(t("requests-kind-destroy")).press("Space");
  // Three working days from Monday the 14th, with Independence Day on the 16th; one for a destruction.
  await expect(page.getByText("пт, 18.12.2026")).toBeVisible();
  await expect(page.getByText("вт, 15.12.2026")).toBeVisible();
  await expect(page.getByText(t("calendar-holiday-independence"))).toBeVisible();
  // However narrow the place is (the side panel leaves 380 px), no day's words stand out of its box.
  const strip = page.getByRole("list", { name: t("requests-term-strip") }).first();
  const cut = await strip.evaluate((list) =>
    ["", "380px", "330px"].flatMap((width) => {
      list.style.width = width;
      const out = [...list.querySelectorAll("li")].filter((day) => day.scrollWidth > day.clientWidth);
      return out.map((day) => `${width}: ${day.innerText}`);
    }),
  );
  expect(cut).toEqual([]);
  await strip.evaluate((list) => list.style.removeProperty("width"));
  await page.getByLabel(t("requests-lang-ru"), { exact: true }).press("Space");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: t("requests-reg-open") }).click();
  await expect(page.getByRole("heading", { level: 1, name: /2026-00001/ })).toBeVisible();
  await expect(page.getByText(t("requests-lack-document-number"))).toBeVisible();
  expect(heard).toEqual([]);
});

test("the most urgent is taken by one key, a note can be taken back, and the count explains itself", async ({
  page,
}) => {
  await registered([{ kind: "information" }, { kind: "destroy" }]);
  await enter(page, house.host, house.staff.agent);
  await page
    .getByRole("button", { name: t("rooms-requests") })
    .first()
    .click();
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(t("requests-kind-destroy")) })).toBeVisible();
  await page.keyboard.press("y");
  await expect(page.getByText(t("requests-term-end"))).toBeVisible();
  await page.keyboard.press("o");
  await page.keyboard.type("Перезвонить");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Перезвонить")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Перезвонить")).toBeHidden();
  expect(await axe(page)).toEqual([]);
});

test("a panel that is opened while the one before is still being sent stays open", async ({ page }) => {
  await registered([{ kind: "information" }], { take: true, proof: null });
  await enter(page, house.host, house.staff.agent);
  await openQueue(page, "mine");
  await page.getByRole("row").last().click();
  await page.getByRole("button", { name: t("requests-prove"), exact: true }).click();
  await page.getByRole("radio", { name: t("requests-proof-document-seen"), exact: true }).check();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes("requests.identity_proved")) await held;
    await route.continue();
  });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: t("requests-reply"), exact: true }).click();
  await expect(page.getByRole("radio", { name: t("requests-decision-granted"), exact: true })).toBeVisible();
  answer();
  await expect(page.getByText(t("requests-prove-done", { number: "2026-00001" }))).toBeVisible();
  await expect(page.getByText(t("requests-proof-document-seen"), { exact: true })).toBeVisible();
  await expect(page.getByRole("radio", { name: t("requests-decision-granted"), exact: true })).toBeVisible();
});

test("an answer goes to the applicant; a half-written one waits for its writer", async ({ page }) => {
  await registered([{ kind: "information" }], { take: true });
  await enter(page, house.host, house.staff.agent);
  await openQueue(page, "mine");
  await page.getByRole("row").last().click();
  await expect(page.getByRole("heading", { level: 1, name: /2026-00001/ })).toBeVisible();
  await page.keyboard.press("r");
  await page.getByLabel(t("requests-answer-text")).fill("Ваши данные получены от вас в филиале.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByLabel(t("requests-answer-text"))).toHaveValue(/получены от вас/);
  // Nothing but the vault remembers after the window was opened anew.
  await enter(page, house.host, house.staff.agent);
  await openQueue(page, "mine");
  await page.getByRole("row").last().click();
  await expect(page.getByRole("heading", { level: 1, name: /2026-00001/ })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByLabel(t("requests-answer-text"))).toHaveValue(/получены от вас/);
  await expect(page.getByText(t("requests-answer-draft-back"))).toBeVisible();
  await page.getByLabel(t("requests-decision-granted"), { exact: true }).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("requests-state-decided")).first()).toBeVisible();
  await page.keyboard.press("s");
  await page.getByLabel(t("requests-delivery-in-hand")).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("requests-empty-mine"))).toBeVisible();
});

test("a refusal names its ground and the right to complain, and waits for a second person", async ({ page }) => {
  await registered([{ kind: "copy" }], { take: true });
  await enter(page, house.host, house.staff.agent);
  await openQueue(page, "mine");
  await page.getByRole("row").last().click();
  await page.getByRole("button", { name: t("requests-reply") }).click();
  await page.getByLabel(t("requests-decision-refused"), { exact: true }).press("Space");
  await page.getByLabel(t("requests-answer-text")).fill("Таких данных у нас нет.");
  await expect(page.getByText(t("requests-answer-complaint"))).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: t("requests-answer-ground-missing") })).toBeVisible();
  await page.getByLabel(t("requests-answer-reasons")).selectOption("no_data");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("requests-state-for-approval")).first()).toBeVisible();
});

test("a late one asks for its cause once, and the board leads to it", async ({ page }) => {
  await registered([{ kind: "information" }], { received: { date: "2026-12-07", time: "10:00" } });
  await enter(page, house.host, house.staff.manager);
  await page
    .getByRole("button", { name: t("rooms-board") })
    .first()
    .click();
  await expect(page.getByText("Просрочено на 2 раб. дня")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole("rowheader", { name: /2026-00001/ }).focus();
  await page.keyboard.press("y");
  await page.getByLabel(t("requests-cause-workload")).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("gridcell", { name: t("requests-cause-workload") })).toBeVisible();
  await page.getByRole("rowheader", { name: /2026-00001/ }).focus();
  await page.keyboard.press("a");
  await page.getByLabel("Тимур Ли").press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("gridcell", { name: /Тимур Ли/ })).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^${t("board-tile-overdue")}`) }).click();
  await expect(page.getByRole("rowheader", { name: /2026-00001/ })).toBeVisible();
});

test("a disputed field is blocked at once, and a block is lifted with its outcome", async ({ page }) => {
  const person = await client();
  await house.host.call(
    "blocks.set",
    { client: person, ground: "compromise", scope: { what: "fields", fields: ["phone"] } },
    house.staff.agent.token,
  );
  await enter(page, house.host, house.staff.agent);
  await page
    .getByRole("button", { name: t("rooms-blocks") })
    .first()
    .click();
  await page.getByRole("rowheader", { name: /Ким/ }).click();
  await expect(page.getByText(t("blocks-stops-not-text"))).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("u");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: t("blocks-lift-outcome-missing") })).toBeVisible();
  await page.getByLabel(t("blocks-outcome-confirmed")).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(t("blocks-empty"), { exact: true })).toBeVisible();
});

test("a day off is previewed, entered with its source, and the moved date keeps the old one", async ({ page }) => {
  await registered([{ kind: "information" }], { take: true });
  await enter(page, house.host, house.staff.administrator);
  await page
    .getByRole("button", { name: t("rooms-settings") })
    .first()
    .click();
  await page.getByRole("rowheader", { name: t("settings-panel-calendar") }).click();
  await page.locator('[data-date="2026-12-17"]').click();
  await page.getByLabel(t("calendar-panel-source")).fill("Постановление Правительства № 812");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("cell", { name: `пн, 21.12.2026 ${t("calendar-moved-later")}` })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: t("calendar-result-title") })).toBeVisible();
  await expect(page.locator("s", { hasText: "пт, 18.12.2026" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await axe(page)).toEqual([]);

  const other = await page.context().newPage();
  await enter(other, house.host, house.staff.agent);
  await openQueue(other, "mine");
  await other.getByRole("row").last().click();
  await expect(other.getByText(t("requests-term-recounted"))).toBeVisible();
  await expect(other.locator("s", { hasText: "пт, 18.12.2026" })).toBeVisible();
});
