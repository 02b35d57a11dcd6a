/**
 * Makes the icons of an installed page in assets/ from assets/icon.svg: `node tests/e2e/icons.mjs`.
 *
 * A phone cuts a maskable icon to a shape of its own and keeps the middle four fifths; the mark stands inside them, and
 * the ground goes to the edges. iOS rounds the corners of its icon itself.
 *
 * Invariant: every icon shows the one drawing; nothing else is drawn here.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { ROOT } from "./support/serve.mjs";

const drawing = await readFile(join(ROOT, "assets/icon.svg"), "utf8");
const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(drawing)[1];
const square = drawing.replace(/ rx="\d+"/, "");

/** @type {[name: string, size: number, drawing: string, part: number][]} */
const ICONS = [
  ["icon-192", 192, drawing, 1],
  ["icon-512", 512, drawing, 1],
  ["icon-maskable-512", 512, square, 0.8],
  ["icon-180", 180, square, 0.9],
];

const browser = await chromium.launch({
  executablePath: process.env.SWANILAI_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const [name, size, svg, part] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html{height:100%;background:${part < 1 ? ground : "none"}}body{margin:0;height:100%;display:grid;place-items:center}svg{display:block;width:${part * 100}%}</style>${svg}`,
  );
  await page.screenshot({ omitBackground: true, path: join(ROOT, `assets/${name}.png`) });
}
await browser.close();
