// Light or dark, and how large the text is.

export type Theme = "system" | "light" | "dark";

export const TEXT_SIZES = [12, 13, 14, 15, 16, 17, 18] as const;
const FIRST_SIZE = 13;

export const look = $state<{ theme: Theme; size: number }>({ theme: "system", size: FIRST_SIZE });

export function setTheme(theme: Theme): void {
  look.theme = theme;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function setTextSize(size: number): void {
  look.size = Math.max(TEXT_SIZES[0], Math.min(18, size));
  document.documentElement.style.setProperty("--base", `${look.size}px`);
}

/** One step larger or smaller; 0 goes back to the first size. */
export function changeTextSize(step: number): void {
  setTextSize(step === 0 ? FIRST_SIZE : look.size + step);
}
