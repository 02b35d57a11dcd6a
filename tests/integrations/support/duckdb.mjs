/**
 * DuckDB from PyPI, and the command line with Parquet.
 *
 * Invariant: what comes back is what they printed; whichever is missing ends the test with a word about how to get it.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** Every table that the statements leave last, as lists of texts, and nulls. */
const ASK = `
import sys, json, duckdb
rows = duckdb.connect().execute(sys.stdin.read()).fetchall()
print(json.dumps([[None if value is None else str(value) for value in row] for row in rows]))
`;

function tool(variable) {
  const path = process.env[variable];
  assert.ok(path, `${variable} is not set: cargo xtask test sets it, installing what it names first`);
  return path;
}

function ran(program, args, options) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (done.error) throw new Error(`${program} does not run: ${done.error.message}`);
  return done;
}

/**
 * @param {string} folder Where the files that the query names lie.
 * @param {string} query
 * @returns {(string | null)[][]}
 */
export function duckdb(folder, query) {
  const { status, stdout, stderr } = ran(tool("SWANILAI_PYTHON"), ["-c", ASK], { cwd: folder, input: query });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** What `swanilai recap` prints. */
export function recap(folder, ...args) {
  const { status, stdout, stderr } = ran(tool("SWANILAI_CLI"), ["recap", ...args], { cwd: folder });
  assert.equal(stderr, "");
  return { status, stdout };
}
