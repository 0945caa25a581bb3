// Keys by position, so that they work under Kazakh and Russian layouts: `event.key` under those is a Cyrillic letter, and in the
// window's engine `keyCode` is 0.

const PUNCTUATION: Record<string, string> = {
  Period: ".",
  Comma: ",",
  Slash: "/",
  BracketLeft: "[",
  BracketRight: "]",
};

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/** What stands on the key's Latin cap: `K`, `2`, `.`, `F6`, `Enter`. */
export function cap(event: Pick<KeyboardEvent, "key" | "code">): string {
  const { key, code } = event;
  if (key.length > 1 && key !== "Dead" && key !== "Unidentified" && key !== "Process") return key;
  // Latin layouts keep their own order of letters; digits and marks go by position always.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code);
  return place?.[1] ?? place?.[2] ?? PUNCTUATION[code] ?? key;
}

/** `Ctrl+K`, `Shift+F6`, `T`: all modifiers exactly. */
export function chord(event: Pressed): string {
  const main = cap(event);
  const held = [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", event.metaKey && "Meta"];
  return [...held.filter(Boolean), main].join("+");
}

/** A press that may mean an act: not part of composing a letter, not AltGr, not answered already, not held down. */
export function usable(event: KeyboardEvent): boolean {
  return !event.isComposing && !event.defaultPrevented && !event.repeat && !event.getModifierState("AltGraph");
}

/** What an act is, everywhere in the program, and its one key. A letter has one meaning on all screens. */
export const KEYS = {
  search: "Ctrl+K",
  filter: "Ctrl+F",
  register: "Ctrl+N",
  draft: "Ctrl+S",
  print: "Ctrl+P",
  export: "Ctrl+E",
  lock: "Ctrl+L",
  submit: "Ctrl+Enter",
  undo: "Ctrl+Z",
  insert: "Ctrl+J",
  "previous-case": "Ctrl+ArrowUp",
  "next-case": "Ctrl+ArrowDown",
  "side-kazakh": "Ctrl+]",
  "side-russian": "Ctrl+[",
  "room-1": "Ctrl+1",
  "room-2": "Ctrl+2",
  "room-3": "Ctrl+3",
  "room-4": "Ctrl+4",
  "room-5": "Ctrl+5",
  "room-6": "Ctrl+6",
  "room-7": "Ctrl+7",
  "room-8": "Ctrl+8",
  back: "Alt+ArrowLeft",
  forward: "Alt+ArrowRight",
  help: "F1",
  "edit-value": "F2",
  "next-pane": "F6",
  "previous-pane": "Shift+F6",
  check: "F7",
  recent: "F8",
  blank: "F9",
  "view-1": "1",
  "view-2": "2",
  "view-3": "3",
  "view-4": "4",
  "view-5": "5",
  "view-6": "6",
  take: "T",
  assign: "A",
  note: "O",
  wait: "W",
  duplicate: "D",
  reply: "R",
  state: "S",
  block: "B",
  lift: "U",
  hold: "H",
  consent: "C",
  withdraw: "X",
  edit: "E",
  identity: "I",
  codeword: "K",
  log: "L",
  compared: "M",
  next: "N",
  paper: "P",
  verify: "V",
  why: "Y",
  copy: ".",
  close: "Escape",
} as const;

export type Verb = keyof typeof KEYS;

/** Why a chord can't be ours, or `null`. The layouts of this country switch by Ctrl+Shift and Alt+Shift; Ctrl+Alt is AltGr. */
export function forbidden(keys: string): string | null {
  const parts = keys.split("+");
  const main = parts.pop() ?? "";
  const held = new Set(parts);
  if (held.has("Meta")) return "Meta";
  if (held.has("Ctrl") && held.has("Alt")) return "Ctrl+Alt";
  if (held.has("Shift") && (held.has("Ctrl") || held.has("Alt"))) return "Shift with Ctrl or Alt";
  if (held.has("Alt") && !/^Arrow(Left|Right)$/.test(main)) return "Alt with a letter";
  if (held.has("Shift") && /^[A-Z]$/.test(main)) return "Shift with a letter";
  if (/^(Insert|CapsLock|ContextMenu)$/.test(main)) return main;
  if (held.size > 0 && /^(Tab| |Escape)$/.test(main)) return `a modifier with ${main}`;
  return null;
}

/** A key as people read it. */
export function shown(keys: string): string {
  return keys
    .replace("ArrowLeft", "←")
    .replace("ArrowRight", "→")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replace("Escape", "Esc");
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", "Control");
}

/** The element takes text: plain letters belong to it. */
export function takesText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file|range|color)$/.test(target.type);
}

/** Where an engine would act on plain letters by itself: fields, and lists of choices that jump to the letter typed. */
export function takesLetters(target: EventTarget | null): boolean {
  return takesText(target) || target instanceof HTMLSelectElement;
}

/** Puts text where the cursor stands, as if it were typed. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const end = field.value.length;
  field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
}

/** The digit that stands on the cap, where the layout gives a letter instead: the Kazakh layout has no digits at all. */
export function digitOf(event: Pressed): string | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (!digit || event.key.length > 1 || /^\d$/.test(event.key)) return null;
  return event.ctrlKey || event.altKey || event.metaKey || event.shiftKey ? null : digit;
}

/** An action for fields of digits: the physical digit row types digits under every layout. */
export function digits(field: HTMLInputElement, on = true): { update(on: boolean): void; destroy(): void } {
  let active = on;
  const press = (event: KeyboardEvent) => {
    const digit = active ? digitOf(event) : null;
    if (digit === null) return;
    event.preventDefault();
    if (field.maxLength < 0 || field.value.length < field.maxLength) typeInto(field, digit);
  };
  field.addEventListener("keydown", press);
  return {
    update: (next) => (active = next),
    destroy: () => field.removeEventListener("keydown", press),
  };
}

const CHROMIUM = typeof navigator !== "undefined" && navigator.userAgent.includes("Chrome/");

/** What Ctrl and a letter do in a text field, by position; `null` where the engine does it right by itself. */
export function textCommand(
  event: Pressed,
  chromium = CHROMIUM,
): "undo" | "redo" | "selectAll" | "cut" | "copy" | "paste" | null {
  if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  const latin = /^[a-z]$/i.test(event.key);
  switch (cap(event)) {
    case "Z":
      return "undo";
    case "Y":
      return "redo";
    case "A":
      return latin ? null : "selectAll";
    case "X":
      return latin ? null : "cut";
    case "C":
      return latin ? null : "copy";
    case "V":
      // A page may not read the clipboard in a browser; there the engine pastes by position itself.
      return latin || chromium ? null : "paste";
    default:
      return null;
  }
}

/** The bridge for text keys: the window's engine doesn't undo, and under a Cyrillic layout doesn't cut, copy or paste. */
export function bridgeTextKeys(event: KeyboardEvent): boolean {
  if (!takesText(event.target) || event.isComposing || event.defaultPrevented) return false;
  const command = textCommand(event);
  if (command === null) return false;
  if (command === "selectAll") event.target.select();
  else document.execCommand(command);
  event.preventDefault();
  return true;
}

/** Keys by which a browser would leave, reload, search or print the page: this is a program, and they mean something else or nothing. */
export function browserKey(event: Pressed, target: EventTarget | null): boolean {
  const keys = chord(event);
  if (keys === "Backspace") return !takesText(target);
  if (/^(F3|F5|F7|F11|Ctrl\+F5|Alt\+Arrow(Left|Right))$/.test(keys)) return true;
  return /^Ctrl\+(Shift\+)?[A-Z]$/.test(keys) && !/^Ctrl\+[ACVXYZ]$/.test(keys);
}
