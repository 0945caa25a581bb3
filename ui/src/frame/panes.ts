// F6 walks the panes: top, rail, list, detail, side panel, bottom. Each gives the focus to where it was last, or to its first control.

const last = new WeakMap<Element, HTMLElement>();

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.offsetParent !== null);
}

/** Remembers where the focus was in its pane. */
export function notePane(event: FocusEvent): void {
  if (!(event.target instanceof HTMLElement)) return;
  const pane = event.target.closest("[data-pane]");
  if (pane && pane !== event.target) last.set(pane, event.target);
}

const REACHABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next pane, or the one before. */
export function nextPane(step: 1 | -1): void {
  const all = panes();
  const here = all.findLastIndex((pane) => pane.contains(document.activeElement));
  const pane = all[(here + step + all.length) % all.length];
  if (!pane) return;
  const remembered = last.get(pane);
  const target = remembered?.isConnected ? remembered : pane.querySelector<HTMLElement>(REACHABLE);
  (target ?? pane).focus();
}
