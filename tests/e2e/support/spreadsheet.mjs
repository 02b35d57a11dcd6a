/**
 * What a person does in a spreadsheet, by LibreOffice without its windows: files go through its own text form, in which
 * cells are looked up and typed into.
 *
 * Invariant: every file that comes out was opened and saved by LibreOffice.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.SWANILAI_SOFFICE ?? "/usr/bin/soffice";
/** How CSV is opened where Indonesian settings hold: `;`, quotes, UTF-8, from the first line, Indonesian, numbers and days told. */
const INDONESIAN = "CSV:59,34,76,1,,1057,false,true";

/** A file of one kind as a file of another. */
function converted(bytes, from, to, filter) {
  const folder = mkdtempSync(join(tmpdir(), "swanilai-sheet-"));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    const options = ["--headless", "--norestore", `-env:UserInstallation=file://${folder}/user`];
    if (filter) options.push(`--infilter=${filter}`);
    const made = spawnSync(PROGRAM, [...options, "--convert-to", to, "--outdir", join(folder, "out"), join(folder, `in.${from}`)], {
      encoding: "utf8",
      timeout: 120_000,
    });
    assert.equal(made.status, 0, made.stderr || String(made.error));
    return readFileSync(join(folder, "out", `in.${to}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const plain = (text) => text.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

/** The cells of a sheet, each with its kind, its value, its text and where it stands in the file. */
function cellsOf(flat, name) {
  const begin = flat.indexOf(`<table:table table:name="${name}"`);
  assert.notEqual(begin, -1, `no sheet ${name}`);
  const end = flat.indexOf("</table:table>", begin);
  const rows = [];
  for (const row of flat.slice(begin, end).matchAll(/<table:table-row\b([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs)) {
    const cells = [];
    const from = begin + row.index + row[0].indexOf(row[2] ?? "");
    for (const cell of (row[2] ?? "").matchAll(/<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)) {
      const attribute = (key) => new RegExp(` ${key}="([^"]*)"`).exec(cell[1])?.[1];
      const kind = attribute("office:value-type") ?? "";
      const text = [...(cell[2] ?? "").matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, said]) => plain(said ?? "")).join("\n");
      const value = attribute("office:value") ?? attribute("office:date-value") ?? text;
      const times = Math.min(Number(attribute("table:number-columns-repeated") ?? 1), 100);
      for (let at = 0; at < times; at += 1) cells.push({ kind, value, text, times, nth: at, from: from + cell.index, length: cell[0].length, style: attribute("table:style-name") });
    }
    const times = Math.min(Number(/ table:number-rows-repeated="(\d+)"/.exec(row[1])?.[1] ?? 1), 100);
    for (let at = 0; at < times; at += 1) rows.push(cells);
  }
  return rows;
}

/** A workbook or CSV, opened. */
export class Spreadsheet {
  /** @param {Buffer} bytes */
  static workbook(bytes) {
    return new Spreadsheet(converted(bytes, "xlsx", "fods").toString("utf8"));
  }

  /** @param {Buffer} bytes */
  static csv(bytes) {
    return new Spreadsheet(converted(bytes, "csv", "fods", INDONESIAN).toString("utf8"));
  }

  constructor(flat) {
    this.flat = flat;
  }

  /** Names of the sheets. */
  get names() {
    return [...this.flat.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name);
  }

  /** The rows of a sheet, each an object by the titles in its first row. */
  rows(name) {
    const [head, ...rows] = cellsOf(this.flat, name);
    const titles = head.map(({ text }) => text);
    return rows.map((cells) => Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? { kind: "", value: "", text: "" }])));
  }

  /** Types into the cell under a title in the first row that `is` finds. */
  type(name, is, title, value) {
    const cell = this.rows(name).find(is)?.[title];
    assert.ok(cell?.length, `no cell under ${title}`);
    const blank = (times) => (times > 0 ? `<table:table-cell${style} table:number-columns-repeated="${times}"/>` : "");
    const style = cell.style ? ` table:style-name="${cell.style}"` : "";
    const typed =
      typeof value === "number"
        ? `<table:table-cell${style} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
        : `<table:table-cell${style} office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    this.flat = this.flat.slice(0, cell.from) + blank(cell.nth) + typed + blank(cell.times - cell.nth - 1) + this.flat.slice(cell.from + cell.length);
  }

  /** As a workbook. */
  saved() {
    return converted(Buffer.from(this.flat), "fods", "xlsx");
  }
}
