// Numbers as Kazakhstan writes them in all three languages: groups by a no-break space, a comma before parts, U+2212 for minus.

const NBSP = "\u00a0";

/** `1234567.5` → `1 234 567,5`. Four figures are grouped too, so that columns line up. */
export function number(value: number): string {
  const [whole = "0", part] = Math.abs(value).toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const sign = value < 0 ? "\u2212" : "";
  return sign + grouped + (part === undefined ? "" : "," + part);
}

/** A share from 0 to 1, with at most one figure after the comma: `98,2 %`; Kazakh sets the sign close. */
export function percent(share: number, lang: string): string {
  const shown = number(Math.round(share * 1000) / 10);
  return lang === "ru" ? `${shown}${NBSP}%` : `${shown}%`;
}

/** Bytes, in kilobytes and megabytes that people know from their file manager. */
export function bytes(size: number): { value: string; unit: "kb" | "mb" } {
  return size < 1_000_000
    ? { value: number(Math.max(1, Math.round(size / 1000))), unit: "kb" }
    : { value: number(Math.round(size / 100_000) / 10), unit: "mb" };
}

/** A sum in thousandths, as gateways count them, to the tiyn: `16500` → `16,50`. */
export function sum(thousandths: number): string {
  const tiyn = Math.round(thousandths / 10);
  return `${number(Math.trunc(tiyn / 100))},${String(tiyn % 100).padStart(2, "0")}`;
}
