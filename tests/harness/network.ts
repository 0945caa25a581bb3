// The tablet's line to the station is cut and comes back.
import { type Page, expect } from "@playwright/test";
import type { Kannel } from "./kannel.ts";
import { PHONE, drawn, typed } from "./tablet.ts";
import { type Lang, text } from "./texts.ts";

// Before a language is chosen the tablet speaks Kazakh.
const notice = (tablet: Page) => tablet.getByText(text("ru", "tablet-offline")).or(tablet.getByText(text("kk", "tablet-offline")));
/** The tablet says that it has no line. */
export const offline = (tablet: Page) => expect(notice(tablet)).toBeVisible();
/** The tablet has its line again. */
export const online = (tablet: Page) => expect(notice(tablet)).toBeHidden({ timeout: 15_000 });

/** Does something at the tablet while it has no line. */
export type Cut = (what: () => Promise<void>) => Promise<void>;

/** The line is cut, and comes back. */
export function lineCut(tablet: Page): Cut {
  return async (what) => {
    await tablet.context().setOffline(true);
    await what();
    await offline(tablet);
    await tablet.context().setOffline(false);
    await online(tablet);
  };
}

/** A whole visit at the tablet, from the language to the confirmed code, interrupted at every step. */
export async function cutAtEveryStep(tablet: Page, lang: Lang, kannel: Kannel, cut: Cut, phone = PHONE): Promise<void> {
  const t = (key: string) => text(lang, `tablet-${key}`);
  const heading = (key: string) => expect(tablet.getByRole("heading", { name: t(key), exact: true })).toBeVisible({ timeout: 15_000 });
  const press = (key: string) => tablet.getByRole("button", { name: t(key), exact: true }).click();
  await expect(tablet.locator(".langs")).toBeVisible();
  await cut(() => tablet.locator(".langs button", { hasText: t(`lang-${lang}`) }).click());
  await heading("about");
  await cut(() => press("next"));
  await heading("person");
  await cut(async () => {
    await typed(tablet);
    await tablet.locator("#field-birth_date-2").blur();
  });
  await cut(() => press("next"));
  await heading("contacts");
  await cut(async () => {
    await tablet.locator("#field-phone").fill(phone);
    await press("next");
  });
  await heading("choices");
  await cut(async () => {
    for (const [n, key] of [
      [0, "give"],
      [1, "give-not"],
    ] as const)
      await tablet.locator(".choice").nth(n).getByText(t(key), { exact: true }).click();
  });
  await press("next");
  await heading("check");
  await expect(tablet.getByText("Оспанова")).toBeVisible();
  await expect(tablet.getByText("09.03.1988")).toBeVisible();
  await press("next");
  await heading("sign");
  await cut(async () => {
    await drawn(tablet);
    await press("sign-done");
  });
  await heading("code");
  // A message isn't asked for twice by itself: the client presses again.
  const before = kannel.messagesTo(phone).length;
  await cut(() => press("code-send"));
  await press("code-send");
  const code = await kannel.code(phone, before);
  await tablet.locator("#code").fill(code);
  await cut(() => press("code-confirm"));
  await expect(tablet.locator("#code")).toHaveValue(code);
  await press("code-confirm");
  await heading("done");
}
