// Elements in one line, and digits under any keyboard layout.

type Attributes = Record<string, string | number | boolean | ((event: never) => void) | undefined>;
export type Child = Node | string | false | null | undefined;

/** An element with attributes (`on…` are listeners, `false` leaves one out) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== false && child !== null && child !== undefined),
  );
  return element;
}

/** A button. */
export function button(text: string, act: () => void, kind = "", more: Attributes = {}): HTMLButtonElement {
  return h("button", { type: "button", class: kind, onclick: act, ...more }, text);
}

/** The Kazakh layout has no digits on its keys: the place of the key counts. */
export function takeDigits(input: HTMLInputElement): void {
  input.addEventListener("keydown", (event) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (!digit || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.key === digit) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = input;
    input.setRangeText(digit, selectionStart ?? input.value.length, selectionEnd ?? input.value.length, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
