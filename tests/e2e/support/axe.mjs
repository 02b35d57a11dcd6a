/**
 * Accessibility by axe-core.
 *
 * Invariant: no violation is tolerated; an exception would be named in the test that needs it.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What is checked. WCAG 2.2 is named because axe leaves its rules off by default. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails where axe finds something.
 * @param {import("playwright-core").Page} page
 * @param {string[]} [leave] Rules that cannot hold there.
 */
export async function assertAccessible(page, leave = []) {
  // Through the debugger: the page's policy forbids an added script, and must stay as it is.
  const session = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(`${SOURCE}; undefined`);
  // What is not laid out yet has no sizes: all of it is put in sight for the look, and let go again.
  const inSight = (value) => run(`document.querySelectorAll(".card-place").forEach((one) => (one.style.contentVisibility = "${value}"))`);
  await inSight("visible");
  const violations = await run(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] }).then((found) =>
      found.violations.filter(({ id }) => !${JSON.stringify(leave)}.includes(id)).map(({ id, help, nodes }) =>
        id + ": " + help + "\\n  " + nodes.map((node) => node.target.join(" ") + " " + (node.failureSummary ?? "")).join("\\n  ")))`,
  );
  await inSight("");
  await session.detach();
  assert.deepEqual(violations, [], "axe found barriers");
}
