import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Two pages from one house: the window, and the client's tablet (`--mode tablet`).
export default defineConfig(({ mode }) => {
  const tablet = mode === "tablet";
  return {
    root: here(tablet ? "src/tablet" : "."),
    base: "./",
    publicDir: false,
    plugins: [svelte({ configFile: here("svelte.config.js") })],
    build: {
      // The tablet's page lies inside the window's, so that one folder is built into the program: it is built second.
      outDir: here(tablet ? "dist/tablet" : "dist"),
      emptyOutDir: true,
      target: "safari17",
      // The content policy lets nothing in that isn't a file of ours: fonts and pictures stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
    },
    server: { proxy: { "/call": hostUrl(), "/events": hostUrl() } },
    test: { root: here("."), testTimeout: 60_000, include: ["tests/**/*.test.ts", "src/**/*.test.ts"] },
  };
});

function hostUrl() {
  return process.env.KELISIM_HOST ?? "http://127.0.0.1:7200";
}
