/**
 * docs/recap.md, word for word: DuckDB reads the tables of `swanilai recap` and comes to the same means.
 */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { ROOT } from "../e2e/support/serve.mjs";
import { blocks } from "./support/docs.mjs";
import { duckdb, recap } from "./support/duckdb.mjs";
import { ownFolder } from "./support/servers.mjs";

const GUIDE = blocks("../recap");
const FORMATS = ["parquet", "csv", "ndjson"];
const EXAMPLE = JSON.parse(readFileSync(join(ROOT, "rubrics/examples/ombudsman-kepatuhan-2023.json"), "utf8"));
const OFFICES = 40;
/** Offices whose names were made to hurt. */
const NAMES = ["=1+1", "'; DROP TABLE units; --", "\u0000nol\u0000", "\u202eterbalik 😀", "\r\n,;\"'\t", "NULL", "a".repeat(180)];

let folder, made;
before(() => {
  folder = ownFolder();
  mkdirSync(join(folder, "files"), { recursive: true });
  for (let number = 0; number < OFFICES; number += 1) {
    writeFileSync(join(folder, "files", `${number}.json`), JSON.stringify(office(number)));
  }
  writeFileSync(join(folder, "files", "rusak.json"), "{");
  writeFileSync(join(folder, "files", "latihan.json"), JSON.stringify({ ...office(1), practice: true }));
  made = JSON.parse(recap(folder, "files").stdout);
  for (const format of FORMATS) {
    const { status } = recap(folder, "files", "--units", `units.${format}`, "--answers", `answers.${format}`);
    assert.equal(status, 1, "one file cannot be read");
  }
});

/** The shipped example as the file of another office, some answers at another level, most with a published score. */
function office(number) {
  const { digest: _, results: __, ...document } = structuredClone(EXAMPLE);
  document.id = `kantor-${number}`;
  document.unit = { pemda: "Kabupaten Contoh", name: NAMES[number] ?? `Dinas "${number}", bagian\nsatu` };
  Object.values(document.answers).forEach((answer, at) => {
    if ("level" in answer && (at + number) % 4 === 0) answer.level = (at * 3 + number) % 5;
  });
  if (number % 5) document.official = { score: Number((60 + ((number * 137) % 3900) / 100).toFixed(2)) };
  return document;
}

/** The query for tables in another format. */
const read = (query, format) => query.replaceAll(".parquet'", `.${format}'`);
const number = (text) => (text === null ? null : Number(text));

for (const format of FORMATS) {
  test(`the means that DuckDB reads from ${format} are those of the recapitulation`, () => {
    assert.equal(made.units.length, OFFICES);
    assert.equal(made.notCounted.length, 2);
    const [row, ...others] = duckdb(folder, read(GUIDE.means, format));
    assert.deepEqual(others, []);
    const [rubric, units, low, point, high, verifiedLow, verified, verifiedHigh, official] = row;
    assert.equal(rubric, made.rubric.id);
    assert.equal(number(units), OFFICES);
    assert.deepEqual({ low, point, high }, each(made.pemda.own));
    assert.deepEqual({ low: verifiedLow, point: verified, high: verifiedHigh }, each(made.pemda.verified));
    assert.equal(number(official), made.pemda.official);
    assert.notEqual(made.pemda.official, null);
  });

  test(`the weakest indicators that DuckDB reads from ${format} are the same as from the others`, () => {
    const rows = duckdb(folder, read(GUIDE.weakest, format));
    assert.equal(rows.length, 10);
    const percents = rows.map(([, , , percent]) => number(percent));
    assert.deepEqual(percents, percents.toSorted((one, other) => one - other));
    assert.ok(rows.every(([, , answered]) => number(answered) <= OFFICES));
    assert.deepEqual(rows, duckdb(folder, read(GUIDE.weakest, FORMATS[0])));
  });
}

test("names that were made to hurt come out of each table as they went in", () => {
  const expected = made.units.map(({ file, unit }) => [file, unit]).toSorted();
  assert.ok(NAMES.every((name) => expected.some(([, unit]) => unit === name)));
  for (const format of FORMATS) {
    const rows = duckdb(folder, read("SELECT file, unit FROM 'units.parquet' WHERE counted", format));
    // Before what a spreadsheet would take for a formula, CSV has an apostrophe; nothing else differs.
    const plain = rows.map(([file, unit]) => [file, format === "csv" ? unit.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, "") : unit]);
    assert.deepEqual(plain.toSorted(), expected, format);
  }
});

/** Numbers as DuckDB prints decimals of two places. */
const each = (figure) => Object.fromEntries(Object.entries(figure).map(([name, value]) => [name, value === null ? null : value.toFixed(2)]));
