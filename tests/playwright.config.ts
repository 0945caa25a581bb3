import { defineConfig } from "@playwright/test";

// Debian's Chromium: Playwright's own browsers can't be had everywhere.
const chromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  outputDir: "results/playwright",
  reporter: [["list"]],
  forbidOnly: true,
  workers: 1,
  use: { ...chromium, viewport: { width: 1440, height: 900 }, locale: "ru-RU", timezoneId: "America/New_York" },
  projects: [
    { name: "screens", testDir: "screens", timeout: 60_000 },
    { name: "window", testDir: "window", timeout: 300_000 },
    { name: "screenshots", testDir: "screenshots", timeout: 300_000 },
  ],
});
