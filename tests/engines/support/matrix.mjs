/**
 * The flow in every place an engine can be put, and what must not happen meanwhile.
 *
 * Invariant: errors, policy violations and requests to other origins are faults in every engine, however it tells them.
 */

import assert from "node:assert/strict";
import { after } from "node:test";

import { walked } from "../../e2e/support/walked.mjs";
import { browserOf } from "./browsers.mjs";
import { smoke } from "./flow.mjs";
import { PLACES } from "./places.mjs";

/** @param {"chromium" | "firefox" | "webkit"} engine */
export function matrix(engine) {
  const { withStorage, close } = browserOf(engine);
  after(close);
  for (const place of PLACES.filter(({ engines }) => engines?.includes(engine) ?? true)) {
    // WebKitGTK under its driver, for one, does not hold the place that is read: a press may miss what a notice has moved.
    walked(`the smoke flow passes in ${engine} ${place.name}`, { timeout: 240_000, afresh: close }, async () => {
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
    });
  }
}
