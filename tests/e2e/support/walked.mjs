/**
 * A test that walks through a real browser, and walks once more where that goes wrong.
 *
 * On a busy machine a browser now and then drops a file that it was to hand out, ends a process, or presses what a notice has
 * just moved. What is wrong with the page is wrong in the second walk too.
 *
 * Invariant: a second walk is told in the report, and the runner (xtask/src/test/node.rs) lets only a few of them pass.
 */

import { test } from "node:test";

/**
 * @param {string} name
 * @param {{timeout: number, afresh?: () => Promise<void>}} options `timeout`: milliseconds for one walk; `afresh`: what comes
 * before the second one.
 * @param {() => Promise<void>} walk From its beginning, in a place of its own.
 */
export function walked(name, { timeout, afresh }, walk) {
  test(name, { timeout: 2 * timeout }, async (context) => {
    try {
      await walk();
    } catch (cause) {
      context.diagnostic(`walked twice: ${String(cause?.message ?? cause).replaceAll("\n", " ")}`);
      await afresh?.();
      await walk();
    }
  });
}
