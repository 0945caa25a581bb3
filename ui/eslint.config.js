import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** What is shown never comes from the engine's own idea of Kazakh dates, numbers and order. */
const shown = [
  { name: "Intl", message: "Dates, numbers and order are ours: dates.ts, numbers.ts, or the core." },
  { name: "Date", message: "The core sends civil dates and times: dates.ts shows them." },
  { name: "localStorage", message: "Nothing about people or sessions stays in the web view." },
  { name: "sessionStorage", message: "Nothing about people or sessions stays in the web view." },
];

export default ts.config(
  { ignores: ["dist", "screenshots", "src/wire.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-restricted-globals": ["error", ...shown],
      "no-console": "error",
      eqeqeq: "error",
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // svelte-check knows which warnings are real; the content policy on styles is watched by a test.
      "svelte/no-unused-svelte-ignore": "off",
      // A snippet named children reads as what it is, with arguments or without.
      "svelte/no-useless-children-snippet": "off",
      "svelte/require-each-key": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["src/**/*.{ts,svelte}"],
    ignores: ["src/platform.ts", "src/tablet/api.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@tauri-apps/*"],
              message: "Only platform.ts, and api.ts of the tablet, know which house it is in.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["tests/**", "*.config.*", "scripts/**"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "no-console": "off", "no-restricted-globals": "off" },
  },
);
