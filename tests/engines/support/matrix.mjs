/**
 * The flow in every place an engine can be put, and what must not happen meanwhile.
 *
 * Invariant: errors, policy violations and requests to other origins are faults in every engine, however it tells them.
 */

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { browserOf } from "./browsers.mjs";
import { smoke } from "./flow.mjs";
import { PLACES } from "./places.mjs";

/**
 * WebKitGTK under its driver goes wrong now and then where nothing is wrong with the page: the process behind it ends, a
 * file that a frame hands out is dropped, a press misses what a notice has moved, for this engine does not hold the place
 * that is read. A flow that went wrong there is walked once more, from its beginning, in a new browser, and what went wrong
 * is told.
 */
const TWICE = ["webkit"];

/** @param {"chromium" | "firefox" | "webkit"} engine */
export function matrix(engine) {
  const { withStorage, close } = browserOf(engine);
  after(close);
  for (const place of PLACES.filter(({ engines }) => engines?.includes(engine) ?? true)) {
    const flow = async () => {
      const browser = await withStorage(place.storage);
      const stand = await place.stand(engine);
      browser.faults.length = 0;
      browser.requests.length = 0;
      try {
        await smoke(browser, place, stand);
        await place.proof?.(browser, stand);
        // Leaves the place, so that what it still has to tell is told.
        await browser.open("about:blank");
      } finally {
        await stand.leave();
      }
      const told = [...browser.faults, ...stand.faults].map(({ kind, text }) => `${kind}: ${text}`);
      const strange = browser.requests.filter((url) => /^https?:/.test(url) && !stand.origins.includes(new URL(url).origin));
      assert.deepEqual([...told, ...strange], [], "the page did what it must not do");
    };
    test(`the smoke flow passes in ${engine} ${place.name}`, { timeout: 240_000 }, async (context) => {
      try {
        await flow();
      } catch (cause) {
        if (!TWICE.includes(engine)) throw cause;
        context.diagnostic(`walked twice: ${cause.message}`);
        await close();
        await flow();
      }
    });
  }
}
