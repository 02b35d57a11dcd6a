/**
 * Takes the pictures in docs/screenshots/: `cargo xtask screenshots`.
 *
 * A picture is `<view>-<state>-<width>.png`. Animations are off and the clock stands still, so that two runs
 * look alike; what this list no longer names is removed.
 *
 *     node tests/e2e/screenshots.mjs cek hasil     only pictures whose name begins so
 *
 * Invariant: a picture is kept only of a page that did nothing watch.mjs calls a fault.
 */

import assert from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { stage, start, stop, VIEWPORTS } from "./support/browser.mjs";
import { begin, binjai, card, filled, instrument, take, view } from "./support/journey.mjs";
import { PLACES } from "./support/places.mjs";
import { shrink } from "./support/png.mjs";
import { ROOT } from "./support/serve.mjs";

/** When every picture is taken, as the page sees it. */
const NOW = new Date("2026-11-21T10:42:00+07:00");
/** A4 at 96 dots an inch, less the margins of print.css: as it stands, and as it lies. */
const PAPER = { width: 680, height: 994 };
const LYING = { width: 1009, height: 665 };
/** Whole pages are cut here: what follows looks like what is above. */
const LONGEST = 2400;

/** A way that views.test.mjs goes too. */
const place = (name) => {
  assert.ok(PLACES[name], `support/places.mjs has no “${name}”`);
  return PLACES[name];
};
const example = (id) => async (page) => {
  const { shortName } = instrument(id);
  await page.getByRole("button", { name: `Lihat contoh ${shortName}`, exact: true }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
};
const then = (...ways) => async (page) => {
  for (const way of ways) await way(page);
};
const at = (name) => (page) => view(page, name);
const cardOf = (id) => (page) => card(page, id);

const ready = (page) => page.locator(":root[data-offline=ready]").waitFor({ state: "attached" });
const partly = place("Pengisian, partly filled");
const finished = (page) => take(page, binjai());
const blank = (page) => begin(page, instrument("ombudsman-kepatuhan-2023").shortName);
const several = async (page) => {
  // Saved at the same moment, they stand in the order of their ids.
  for (const document of [{ ...binjai(), id: "uji-binjai" }, filled("pekppp-2023-luring", (values, turn) => (turn < 9 ? values[3] : undefined))]) {
    await take(page, document);
    await view(page, "Beranda");
  }
};

/**
 * @typedef {object} Picture
 * @property {string} name View and state.
 * @property {(page: import("playwright-core").Page) => Promise<unknown>} way From an opened page to the picture.
 * @property {boolean} [whole] The whole page, not just what the screen shows.
 * @property {(page: import("playwright-core").Page) => import("playwright-core").Locator} [top] What stands at the top; else the page is shown from its beginning.
 * @property {import("playwright-core").BrowserContextOptions} [context]
 * @property {import("playwright-core").ViewportSize} [paper] As printed on this sheet.
 */

/** @type {Picture[]} */
const PICTURES = [
  { name: "beranda-empty", way: place("Beranda, first visit"), whole: true },
  { name: "beranda-kept", way: several },
  { name: "beranda-clearing", way: place("Beranda, with assessments and questions"), top: (page) => page.getByRole("button", { name: "Hapus semuanya" }) },
  { name: "beranda-removed", way: place("Beranda, something removed") },
  { name: "mulai-empty", way: place("Mulai") },
  { name: "mulai-refused", way: place("Mulai, a year that is none") },
  { name: "pengisian-empty", way: blank },
  { name: "pengisian-partly", way: partly },
  { name: "pengisian-finished", way: finished },
  { name: "pengisian-example", way: example("ombudsman-kepatuhan-2023") },
  { name: "pengisian-open", way: place("Pengisian, folds and scoreboard open"), top: cardOf("IN08") },
  { name: "pengisian-samples", way: place("Pengisian, samples"), top: cardOf("PR01") },
  { name: "pengisian-number", way: place("Pengisian, a number that is none"), top: cardOf("OU02") },
  { name: "pengisian-criteria", way: place("Pengisian, criteria and proposal"), top: cardOf("1a") },
  { name: "pengisian-new-year", way: place("Pengisian, a new year"), top: cardOf("1a") },
  { name: "pengisian-update", way: place("Pengisian, a newer build and a copy that is due") },
  { name: "cek-empty", way: then(blank, at("Cek")) },
  { name: "cek-partly", way: place("Cek, partly filled"), whole: true },
  { name: "cek-finished", way: then(finished, at("Cek")) },
  { name: "hasil-empty", way: place("Hasil, blank") },
  { name: "hasil-partly", way: place("Hasil, partly filled"), whole: true },
  { name: "hasil-finished", way: then(finished, at("Hasil")), whole: true },
  { name: "hasil-workings", way: place("Hasil, finished, workings open"), top: (page) => page.getByText("Lihat perhitungannya") },
  { name: "hasil-example", way: then(example("ombudsman-kepatuhan-2023"), at("Hasil")) },
  { name: "hasil-green", way: place("Hasil, green") },
  { name: "hasil-red", way: place("Hasil, red") },
  { name: "perbaikan-empty", way: then(blank, at("Perbaikan")) },
  { name: "perbaikan-partly", way: place("Rencana perbaikan"), whole: true },
  { name: "perbaikan-example", way: then(example("ombudsman-kepatuhan-2023"), at("Perbaikan"), (page) => page.getByText(/^\d+ indikator, upaya/).first().waitFor()), whole: true },
  { name: "perbaikan-paper", way: place("Lembar rencana perbaikan"), paper: LYING },
  { name: "simulasi-partly", way: place("Simulasi"), whole: true },
  { name: "tindak-lanjut-partly", way: place("Tindak lanjut"), whole: true },
  { name: "tonggak-partly", way: place("Tonggak"), whole: true },
  { name: "bagi-partly", way: place("Bagi tugas"), whole: true },
  { name: "bagi-merging", way: place("Bagian yang kembali"), whole: true },
  { name: "bagian-saya", way: place("Bagian saya"), whole: true },
  { name: "verifikasi-partly", way: place("Verifikasi"), whole: true },
  { name: "hasil-verified", way: place("Hasil, verified"), whole: true },
  { name: "rekap-empty", way: place("Rekap, no files"), whole: true },
  { name: "rekap-tabel", way: place("Rekap, tabel"), whole: true },
  { name: "rekap-pemda", way: place("Rekap, pemda"), whole: true },
  { name: "rekap-masalah", way: place("Rekap, masalah"), whole: true },
  { name: "rekap-unit", way: place("Rekap, unit"), whole: true },
  { name: "rekap-banding", way: place("Rekap, bandingkan"), whole: true },
  { name: "rekap-nota", way: place("Rekap, nota"), whole: true },
  { name: "rekap-paper", way: place("Rekap, rekapitulasi"), paper: LYING },
  { name: "nota-paper", way: place("Rekap, nota"), paper: PAPER },
  { name: "angka-partly", way: place("Dari mana angka ini") },
  { name: "wawancara-partly", way: place("Simulasi wawancara") },
  { name: "keliling-partly", way: place("Keliling layanan") },
  { name: "tanya-partly", way: place("Lembar pertanyaan") },
  { name: "tentang", way: then(place("Tentang"), ready), whole: true, context: { serviceWorkers: "allow" } },
  { name: "tentang-instrument", way: place("Tentang, one instrument"), whole: true },
  { name: "file-preview", way: place("A file that waits"), whole: true },
  { name: "file-refused", way: place("A file that cannot be taken") },
  { name: "formulir", way: place("Lembar kosong") },
  { name: "formulir-paper", way: place("Lembar kosong"), paper: PAPER },
  { name: "lembar", way: place("Lembar, semua") },
  { name: "lembar-hasil", way: place("Lembar Hasil") },
  { name: "hasil-paper", way: place("Lembar Hasil"), paper: PAPER },
  { name: "pakta-paper", way: place("Pakta integritas"), paper: PAPER },
  { name: "acara-paper", way: place("Berita acara"), paper: PAPER },
  ...[
    ["dark", { colorScheme: "dark" }],
    ["forced", { forcedColors: "active" }],
  ].flatMap(([suffix, context]) => [
    { name: `beranda-empty-${suffix}`, way: place("Beranda, first visit"), context },
    { name: `pengisian-partly-${suffix}`, way: partly, context },
    { name: `hasil-partly-${suffix}`, way: place("Hasil, partly filled"), context },
    { name: `perbaikan-partly-${suffix}`, way: place("Rencana perbaikan"), context },
    { name: `hasil-green-${suffix}`, way: place("Hasil, green"), context },
  ]),
];

const FOLDER = join(ROOT, "docs/screenshots");

/** The screens of a picture; paper has one width. */
const screens = ({ paper }) => (paper ? [undefined] : ["phone", "laptop"]);
const file = ({ name }, screen) => `${name}-${screen ? VIEWPORTS[screen].width : "a4"}.png`;

/** These run in the page. */
const height = () => document.documentElement.scrollHeight;
const toTop = (element) => element.scrollIntoView({ block: "start" });
const toStart = () => scrollTo(0, 0);

async function photograph(picture, screen) {
  const set = await stage({ viewport: screen, context: { reducedMotion: "reduce", ...picture.context } });
  const { page } = set;
  await page.clock.setFixedTime(NOW);
  await set.open();
  await picture.way(page);
  await page.getByText("Menyimpan …").waitFor({ state: "hidden" });
  // In the middle of a whole page a notice would cover what it hovers over.
  const notice = page.locator("#notice").getByRole("button", { name: "Tutup", exact: true });
  if (picture.whole && (await notice.count()) > 0) await notice.click();
  // The pointer would leave its mark where the last press was.
  await page.mouse.move(0, 0);
  if (picture.paper) {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(picture.paper);
  }
  if (picture.top) await picture.top(page).evaluate(toTop);
  else await page.evaluate(toStart);
  const { width } = page.viewportSize();
  const clip = { x: 0, y: 0, width, height: Math.min(await page.evaluate(height), LONGEST) };
  const png = await page.screenshot({ animations: "disabled", ...(picture.whole && { clip, fullPage: true }) });
  await set.context.close();
  assert.deepEqual(set.watched.faults, [], file(picture, screen));
  await writeFile(join(FOLDER, file(picture, screen)), shrink(png));
  console.log(`docs/screenshots/${file(picture, screen)}`);
}

const asked = process.argv.slice(2);
const wanted = PICTURES.filter(({ name }) => asked.length === 0 || asked.some((word) => name.startsWith(word)));
assert.ok(wanted.length > 0, "no picture begins so");

await mkdir(FOLDER, { recursive: true });
await start();
try {
  for (const picture of wanted) {
    for (const screen of screens(picture)) await photograph(picture, screen);
  }
} finally {
  await stop();
}

const named = new Set(PICTURES.flatMap((picture) => screens(picture).map((screen) => file(picture, screen))));
for (const old of await readdir(FOLDER)) {
  if (!named.has(old)) await rm(join(FOLDER, old));
}
