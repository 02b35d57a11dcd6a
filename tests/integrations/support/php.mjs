/**
 * The PHP of `integrations/`, run by php-cli.
 *
 * Invariant: what comes back is what PHP printed; anything on its standard error is a failure.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../../e2e/support/serve.mjs";
import { ownFolder } from "./servers.mjs";
import { THERE } from "./sites.mjs";

const HERE = join(ROOT, "tests/integrations/support/php");

/** @returns {string} */
export function php(file, flags = [], input = "") {
  const strict = ["-d", "display_errors=stderr", "-d", "error_reporting=-1"];
  const { status, stdout, stderr, error } = spawnSync("php", [...strict, join(HERE, file), ...flags], { input, encoding: "utf8" });
  if (error) throw new Error(`php does not run (${error.message}); cargo xtask test says how to install it`);
  assert.equal(stderr, "", file);
  assert.equal(status, 0, file);
  return stdout;
}

/** An article as the Joomla plugin leaves it, with the script tags Joomla would write into the head. */
export const joomla = ({ params = { address: THERE }, text, named = false }) => php("joomla.php", [], JSON.stringify({ params, text, named }));

/** A Blade view that includes the shipped one, rendered by Laravel's own view library. */
export function blade(view) {
  const folder = ownFolder();
  try {
    for (const name of ["views", "cache"]) mkdirSync(join(folder, name));
    cpSync(join(ROOT, "integrations/laravel/swanilai.blade.php"), join(folder, "views/swanilai.blade.php"));
    return php("blade.php", [join(folder, "views"), join(folder, "cache")], view);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
