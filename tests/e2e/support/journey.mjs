/**
 * The ways through the page that many tests share, by role and name.
 *
 * Invariant: what is read here is what the page shows or stores; what it should be is reckoned elsewhere.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./serve.mjs";

/** Tries until it holds; the last failure is told. */
export async function eventually(check, { within = 5_000 } = {}) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (cause) {
      if (Date.now() > end) throw cause;
      await new Promise((done) => setTimeout(done, 25));
    }
  }
}

/** An instrument as it is shipped. */
export function instrument(id) {
  return JSON.parse(readFileSync(join(ROOT, `rubrics/${id}.json`), "utf8"));
}

/** Every indicator of an instrument, in order. */
export function indicators(rubric) {
  return rubric.dimensions.flatMap((dimension) => dimension.indicators);
}

/** What the levels of an indicator are called on the page, lowest first; nothing where it takes a number. */
export function levelNames(rubric, indicator) {
  const scale = rubric.scales.find(({ id }) => id === indicator.scale);
  return (scale.levels ?? []).map(({ value, code, text }) => {
    const own = indicator.levels?.find((level) => level.value === value)?.text;
    return [code, own ?? text].filter(Boolean).join(" ");
  });
}

/**
 * A document whose every indicator is answered, the `at`th with what `pick` makes of its possible values.
 * @param {(values: number[], at: number, indicator: object) => object | undefined} pick
 */
export function filled(rubricId, pick, more = {}) {
  const rubric = instrument(rubricId);
  const answers = {};
  for (const [at, indicator] of indicators(rubric).entries()) {
    const scale = rubric.scales.find(({ id }) => id === indicator.scale);
    const values = scale.levels?.map(({ value }) => value) ?? [scale.minimum, scale.maximum];
    const answer = pick(values, at, indicator);
    if (answer !== undefined) answers[indicator.id] = typeof answer === "object" ? answer : { [scale.levels ? "level" : "value"]: answer };
  }
  return {
    format: "swanilai/assessment",
    formatVersion: "1.0",
    id: `uji-${rubricId}`,
    rubric: { id: rubricId },
    unit: { name: "Dinas Uji", pemda: "Kabupaten Contoh" },
    assessmentYear: 2026,
    answers,
    ...more,
  };
}

/** PA Binjai's SAKIP: 87,80, category A. */
export function binjai() {
  return JSON.parse(readFileSync(join(ROOT, "tests/fixtures/binjai.json"), "utf8"));
}

/** A file for a file input. */
export function file(content, name = "penilaian.json") {
  const text = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

/** Chooses a file on Beranda. */
export async function choose(page, content, name) {
  await page.getByLabel("Buka berkas").setInputFiles(file(content, name));
}

/** Opens a document by its file and takes it over, until it can be filled in. */
export async function take(page, content) {
  await choose(page, content);
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}

/** Begins with an instrument: its short name, the office. */
export async function begin(page, name, unit = "Dinas Uji") {
  await page.getByRole("link", { name: `Mulai ${name}`, exact: true }).click();
  await page.getByRole("textbox", { name: "Perangkat daerah" }).fill(unit);
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}

/** Goes to a view by the masthead. */
export async function view(page, name) {
  await page.getByRole("navigation", { name: "Tampilan" }).getByRole("link", { name, exact: true }).click();
  await page.waitForFunction((title) => document.title.startsWith(title), `${name} - `);
}

/** The card of an indicator, on a page or in a part of it. */
export function card(page, id) {
  // What a card has is looked for from the card on, not from the part.
  const whole = page.page?.() ?? page;
  return page.getByRole("article").filter({ has: whole.getByText(new RegExp(`^${id} · `)) });
}

/** The radio of a level in a card. */
export function level(page, rubric, id, at) {
  const indicator = indicators(rubric).find((one) => one.id === id);
  const name = levelNames(rubric, indicator).at(at);
  return card(page, id).getByRole("radio", { name, exact: true });
}

/** A row as a person presses it: its label. */
export async function press(radio) {
  await radio.locator("xpath=following-sibling::label").click();
}

/**
 * What the scoreboard says; no point where nothing is answered, no width where no range is shown. It stands folded
 * away on phones, so its text is read, not looked at.
 * @returns {Promise<{loud: string, point: string, full: string, answers: string, standing: string, tally: string}>}
 */
export async function scoreboard(page) {
  const texts = await page.getByRole("region", { name: "Perkiraan nilai" }).locator("p").allTextContents();
  const trimmed = texts.map((text) => text.replace(/\s+/g, " ").trim());
  const after = (start) => trimmed.find((text) => text.startsWith(start))?.slice(start.length) ?? "";
  const loud = trimmed[trimmed.findIndex((text) => /^(Perkiraan nilai|Kisaran perkiraan)$/.test(text)) + 1];
  const point = /^\d+,\d\d$/.test(loud) ? loud : after("rata-rata yang terisi ").split(" ")[0];
  const sure = after("nilai bila bobotnya sudah pasti: ");
  const full = loud.includes(" – ") ? loud : after("kisaran ") || `${point} – ${point}`;
  return {
    loud,
    point,
    full,
    answers: after("kisaran bila bobotnya sudah pasti: ") || (sure && `${sure} – ${sure}`) || full,
    standing: trimmed.find((text) => /^(Zona|Kategori|Predikat) /.test(text)) ?? "",
    tally: trimmed.find((text) => / dari \d+ terisi/.test(text)) ?? "",
  };
}

/** Waits until everything is on the device. */
export async function saved(page) {
  await page.getByText(/^Tersimpan \d\d\.\d\d di perangkat ini$/).waitFor();
}

/** What a download holds. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const text = readFileSync(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text, json: JSON.parse(text) };
}

/** Everything under this app's keys. */
export function kept(page) {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("swanilai:"))),
  );
}

/** The documents on the device, each slot's header and document. */
export async function slots(page) {
  const all = Object.entries(await kept(page)).filter(([key]) => key.startsWith("swanilai:1:doc:"));
  return all.map(([key, raw]) => {
    const [head, ...rest] = raw.split("\n");
    return { key, raw, seq: JSON.parse(head).seq, document: JSON.parse(rest.join("\n")) };
  });
}

/** The open assessment as it is on the device, in its newest slot. */
export async function newest(page) {
  const open = (await kept(page))["swanilai:1:set:open"];
  const own = (await slots(page)).filter(({ document }) => document.id === open);
  const [first] = own.sort((one, other) => other.seq - one.seq);
  assert.ok(first, "the open assessment is on the device");
  return first.document;
}
