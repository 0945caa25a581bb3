// The file dialogs of a page in Chromium: what they are answered with, and what was saved through them.
import { type Page, expect } from "@playwright/test";

interface Seam {
  __kelisim: { files: string[]; saved: { name: string; base64: string }[] };
}

/** What was given to a dialog to be saved. */
export interface Saved {
  name: string;
  bytes: Buffer;
}

/** The next dialogs that ask for a file are answered with these; also after the page is loaded anew. */
export async function picking(page: Page, ...files: string[]): Promise<void> {
  const set = (paths: string[]) => void ((window as unknown as Seam).__kelisim = { files: paths, saved: [] });
  await page.addInitScript(set, files);
  await page.evaluate(set, files);
}

/** Does what saves a file; what the dialog was given. */
export async function saved(page: Page, act: () => Promise<void>): Promise<Saved> {
  await picking(page);
  await act();
  const given = () => page.evaluate(() => (window as unknown as Seam).__kelisim.saved[0]);
  await expect.poll(given, { timeout: 20_000 }).toBeTruthy();
  const file = await given();
  return { name: file?.name ?? "", bytes: Buffer.from(file?.base64 ?? "", "base64") };
}
