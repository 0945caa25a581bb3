// Screens in Chromium, driven as a person would: by words, labels and keys.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Page, expect } from "@playwright/test";
import type { Host } from "./host.ts";
import type { Account } from "./house.ts";
import { type Lang, text } from "./texts.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Everything that went wrong in the page by itself: errors, and what the content policy refused. What the browser aborted isn't
 * among it: it does so where a page is left or reloaded, and never because of the server or the network.
 */
export function troubles(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") heard.push(`request: ${request.url()} ${why}`);
  });
  return heard;
}

/** Opens the interface and logs in. */
export async function enter(page: Page, host: Host, account: Account, lang: Lang = "ru"): Promise<void> {
  await page.goto(host.url);
  await page.getByLabel(text(lang, "start-login"), { exact: true }).fill(account.login);
  await page.getByLabel(text(lang, "start-password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: text(lang, "start-enter") }).click();
  await expect(page.getByRole("combobox").first()).toBeVisible();
}

/** What axe finds wrong, in short. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Found {
      violations: { id: string; impact: string | null; nodes: { target: string[] }[] }[];
    }
    const { axe } = window as unknown as { axe: { run(what: Document, how: object): Promise<Found> } };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map((each) => `${each.impact}: ${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join("; ")}`);
  });
}
