// Where the page stands: on a tablet that is handed over, or in the workstation's second window, which is nobody's to give back.

/** This page is the second window of the workstation. */
export const inShell = "__TAURI_INTERNALS__" in window;
/** The same, where the host for tests serves it. */
const inWindow = inShell || location.pathname.startsWith("/client/");

/** Words that speak of the tablet or of a finger, and what the window says instead. */
const INSTEAD: Record<string, string> = {
  "tablet-waiting": "tablet-waiting-window",
  "tablet-shut-more": "tablet-shut-more-window",
  "tablet-sign": "tablet-sign-window",
  "tablet-done": "tablet-done-window",
  "tablet-paper": "tablet-paper-window",
  "tablet-refused": "tablet-refused-window",
};

/** The key of what is said at this place. */
export const here = (key: string): string => (inWindow ? (INSTEAD[key] ?? key) : key);
