/**
 * Takes the pictures in docs/screenshots/: `cargo xtask screenshots`.
 *
 * A picture is a name, a screen and the way there; animations are off, so that two runs look alike.
 */

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { stage, start, stop } from "./support/browser.mjs";
import { ROOT } from "./support/serve.mjs";

/** @type {{name: string, options?: import("./support/browser.mjs").Options, act?: (stage: import("./support/browser.mjs").Stage) => Promise<void>}[]} */
const PICTURES = [
  { name: "beranda", options: { viewport: "laptop" } },
  { name: "beranda-gelap", options: { viewport: "laptop", context: { colorScheme: "dark" } } },
  { name: "beranda-ponsel", options: { viewport: "phone" } },
];

const FOLDER = join(ROOT, "docs/screenshots");

await mkdir(FOLDER, { recursive: true });
await start();
try {
  for (const { name, options = {}, act } of PICTURES) {
    const set = await stage({ ...options, context: { reducedMotion: "reduce", ...options.context } });
    await set.open();
    await act?.(set);
    await set.page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
    await set.context.close();
    assert.deepEqual(set.watched.faults, [], name);
    console.log(`docs/screenshots/${name}.png`);
  }
} finally {
  await stop();
}
