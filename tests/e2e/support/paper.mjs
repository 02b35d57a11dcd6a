/**
 * What stands on paper.
 *
 * Invariant: it is read from the PDF that the browser prints.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The pages of the printed sheet as texts of one line each; one page where poppler's tools are missing. */
export async function pages(page) {
  // What stands in for a view has its heading, and nothing to print.
  await page.getByText("Memuat bagian ini").waitFor({ state: "detached" });
  const folder = mkdtempSync(join(tmpdir(), "swanilai-"));
  try {
    const path = join(folder, "sheet.pdf");
    await page.pdf({ path, preferCSSPageSize: true });
    const made = spawnSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    const joined = (text) => text.replace(/\s+/g, " ");
    if (made.status === 0) return made.stdout.split("\f").slice(0, -1).map(joined);
    await page.emulateMedia({ media: "print" });
    return [joined(await page.locator("body").innerText())];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All of it as one line. */
export const printed = async (page) => (await pages(page)).join(" ");

/** Without anything but letters and digits: lines on paper break where they fit. */
export const letters = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
