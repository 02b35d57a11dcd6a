/**
 * The fenced blocks of the guides, so that what is tested is what is printed.
 *
 * Invariant: a block is found by its name (```html name=tag) or the test ends with a word about which one is missing.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../../e2e/support/serve.mjs";

/**
 * @param {string} guide
 * @returns {Record<string, string>} Each named block, by its name.
 */
export function blocks(guide) {
  const text = readFileSync(join(ROOT, "docs/embedding", `${guide}.md`), "utf8");
  const found = {};
  for (const [, name, body] of text.matchAll(/^```\w+ name=([a-z0-9-]+)\n([\s\S]*?)^```$/gm)) {
    if (name in found) throw new Error(`${guide}.md has two blocks named ${name}`);
    found[name] = body;
  }
  return new Proxy(found, {
    get(target, name) {
      if (typeof name === "string" && !(name in target)) throw new Error(`${guide}.md has no block named ${name}`);
      return target[name];
    },
  });
}

/** The lines of a policy block, such as `frame-src https://swanilai.example.go.id blob:`. */
export const lines = (block) => block.trim().split("\n").map((line) => line.trim().replace(/;$/, ""));
