/**
 * One visit to one app: a browser profile of its own, nothing cached, under a profile of processor and network.
 *
 * Invariant: what is timed is timed inside the page, by its own clock; a visit that shows another score fails.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { VIEWPORTS } from "../../tests/e2e/support/browser.mjs";
import { begin, saved } from "../../tests/e2e/support/journey.mjs";
import { ROOT } from "../../tests/e2e/support/serve.mjs";
import { first } from "./instrument.mjs";

const PROBE = readFileSync(join(ROOT, "benches/web/probe.js"), "utf8");

/** What DevTools calls Slow 4G: a tenth less than 1.6 Mbit/s, 3.75 times 150 ms. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (0.75e6 * 0.9) / 8 };

export const PROFILES = {
  none: { label: "none", slower: 1, clicks: true },
  cpu: { label: "4x CPU", slower: 4, clicks: true },
  slow: { label: "4x CPU + Slow 4G", slower: 4, network: SLOW_4G, clicks: false },
};

/** Milliseconds between presses: a quick person's, with time for what an app puts off. */
const APART = 50;
/** Until a dimension is drawn, and until what was put off, such as saving, is done. */
const DRAWN = 200;
const SETTLED = 600;

const STAGE = { viewport: VIEWPORTS.phone, locale: "id-ID", timezoneId: "Asia/Jakarta", serviceWorkers: "block" };

/**
 * What Swanilai keeps of a form that was begun, not yet filled in, and left: the form is where the others begin as well. Of a
 * `bare` one no more than the assessment.
 */
export async function begun(browser, { bare }, { origin }, rubric) {
  const context = await browser.newContext(STAGE);
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await begin(page, rubric.shortName);
  await saved(page);
  // Left, it keeps what was in sight.
  await page.goto("about:blank");
  const state = await context.storageState();
  await context.close();
  const kept = ({ localStorage, ...more }) => ({ ...more, localStorage: localStorage.filter(({ name }) => !bare || !name.endsWith(":sight")) });
  return { ...state, origins: state.origins.map(kept) };
}

/** Bytes that scripts hold after a collection, memory of wasm included. */
async function held(client) {
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const { result } = await client.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await client.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const sum = "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }";
  const wasm = await client.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
  return metrics.find(({ name }) => name === "JSHeapUsedSize").value + wasm.result.value;
}

/** The longest visit there is; one that takes longer is given up, and the report says so. */
const LONGEST = 180_000;

/** @returns {Promise<Record<string, number | number[]>>} Milliseconds and bytes. */
export function visit(browser, app, ...given) {
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(() => done({ late: 1 }), LONGEST);
  });
  const visit = visited(browser, app, ...given);
  // Given up, it may fail when its browser closes; that is told already.
  visit.catch(() => {});
  return Promise.race([visit, late]).finally(() => clearTimeout(timer));
}

/** A browser profile with a page in it, the probe before its scripts, slowed down as told. */
export async function stage(browser, app, rubric, profile, state, more = {}) {
  const context = await browser.newContext({ ...STAGE, storageState: state, ...more });
  const page = await context.newPage();
  const begin = first(rubric);
  const names = { board: app.board, question: app.question.replaceAll("ID", begin), radio: app.radio, card: app.card, first: begin, levels: [1, 2, 3] };
  await context.addInitScript(`${PROBE}; globalThis.probe = bench(${JSON.stringify(names)});`);
  const client = await context.newCDPSession(page);
  await client.send("Performance.enable");
  if (profile.slower > 1) await client.send("Emulation.setCPUThrottlingRate", { rate: profile.slower });
  if (profile.network) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", profile.network);
  }
  return { context, page, client };
}

async function visited(browser, app, { origin }, rubric, plan, profile, state) {
  const { context, page, client } = await stage(browser, app, rubric, profile, state);
  try {
    const faults = [];
    page.on("pageerror", (error) => faults.push(error));
    await page.goto(origin + app.path, { waitUntil: "commit", timeout: 120_000 });
    const start = await page.evaluate(() => globalThis.probe.started());
    const seen = { painted: start.painted, counted: start.counted, bytes: start.bytes };
    if (profile.clicks) {
      const times = [];
      let busy = 0;
      const worked = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
      for (const { dimension, presses } of plan) {
        await page.evaluate(app.turn, dimension);
        await page.waitForTimeout(DRAWN * profile.slower);
        const before = await worked();
        times.push(...(await page.evaluate(([all, apart]) => globalThis.probe.press(all, apart), [presses, APART])));
        await page.waitForTimeout(SETTLED);
        busy += (await worked()) - before;
      }
      seen.document = times.map((one) => one.document);
      seen.frame = times.map((one) => one.frame);
      seen.busy = (busy * 1_000) / times.length;
      if (profile.slower === 1) seen.heap = await held(client);
    }
    if (faults.length > 0) throw faults[0];
    return seen;
  } finally {
    await context.close();
  }
}
