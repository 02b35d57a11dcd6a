/**
 * Where the time of one app goes: `node benches/web/trace.mjs [Swanilai] [1000] [none|cpu|slow] [start|clicks]`.
 *
 * Milliseconds of the main thread by kind of work, from the browser's own trace, until the first click counts or for
 * twelve clicks; and the functions that took longest, by the sampling profiler.
 */

import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE } from "../../tests/e2e/support/browser.mjs";
import { APPS, served } from "./apps.mjs";
import { presses, sized } from "./instrument.mjs";
import { begun, PROFILES, stage } from "./visit.mjs";

const [name = "Swanilai", size = "1000", profile = "none", what = "clicks"] = process.argv.slice(2);
const app = APPS.find((one) => one.name.startsWith(name));
const rubric = sized(Number(size));
const [{ presses: first }] = presses(rubric, { each: 8, of: 1 });
const KINDS = {
  Layout: "layout",
  UpdateLayoutTree: "style",
  PrePaint: "paint",
  Paint: "paint",
  Layerize: "paint",
  Commit: "paint",
  FunctionCall: "scripts and wasm",
  EvaluateScript: "scripts and wasm",
  "v8.compile": "compiling",
  "v8.wasm.compileModule": "compiling",
  "v8.wasm.compileBaseline": "compiling",
  RunMicrotasks: "scripts and wasm",
  TimerFire: "scripts and wasm",
  EventDispatch: "scripts and wasm",
  FireAnimationFrame: "scripts and wasm",
  ParseHTML: "parsing HTML",
  MinorGC: "collection",
  MajorGC: "collection",
};

/** Own time by kind: what lies inside another is taken from it. */
function kinds(events) {
  // The page begins in the process of an empty one: its own is the one that works most.
  const total = new Map();
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const styled = new Set(events.filter(({ name }) => name === "UpdateLayoutTree").map(thread));
  for (const one of events) if (styled.has(thread(one)) && one.ph === "X") total.set(thread(one), (total.get(thread(one)) ?? 0) + one.dur);
  const [[busiest]] = [...total].sort(([, one], [, other]) => other - one);
  const own = events.filter((one) => one.ph === "X" && one.dur > 0 && thread(one) === busiest).sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const sums = {};
  const stack = [];
  const add = (kind, time) => (sums[kind] = (sums[kind] ?? 0) + time / 1_000);
  for (const { name, ts, dur } of own) {
    while (stack.length > 0 && stack.at(-1).end <= ts) stack.pop();
    const kind = KINDS[name] ?? stack.at(-1)?.kind ?? "other";
    if (stack.length > 0) add(stack.at(-1).kind, -dur);
    add(kind, dur);
    stack.push({ end: ts + dur, kind });
  }
  return sums;
}

/** Own time of functions, most first. */
function functions({ nodes, samples, timeDeltas }) {
  const times = new Map();
  samples.forEach((id, at) => times.set(id, (times.get(id) ?? 0) + timeDeltas[at] / 1_000));
  const sums = new Map();
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber } = callFrame;
    const key = `${functionName || `line ${lineNumber + 1}`} ${url.split("/").at(-1)}`;
    sums.set(key, (sums.get(key) ?? 0) + (times.get(id) ?? 0));
  }
  return [...sums].sort(([, one], [, other]) => other - one).slice(0, 25);
}

const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
const site = await served(app, rubric);
try {
  const state = app.folder ? undefined : await begun(browser, app, site, rubric);
  const { context, page, client } = await stage(browser, app, rubric, PROFILES[profile], state);
  const root = await browser.newBrowserCDPSession();
  const events = [];
  root.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await client.send("Profiler.enable");
  await client.send("Profiler.setSamplingInterval", { interval: 200 });
  const begin = async () => {
    await root.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "v8", "v8.wasm", "disabled-by-default-v8.wasm.detailed", "__metadata"] } });
    await client.send("Profiler.start");
  };
  const end = async () => {
    const { profile: sampled } = await client.send("Profiler.stop");
    const complete = new Promise((done) => root.once("Tracing.tracingComplete", done));
    await root.send("Tracing.end");
    await complete;
    return sampled;
  };
  if (what === "start") await begin();
  await page.goto(site.origin + app.path, { waitUntil: "commit" });
  const start = await page.evaluate(() => globalThis.probe.started());
  let count = 1;
  if (what !== "start") {
    await page.waitForTimeout(1_500);
    // The first press is the probe's own; what it answered is answered anew.
    await begin();
    count = (await page.evaluate((all) => globalThis.probe.press(all, 50), first)).length;
    await page.waitForTimeout(800);
  }
  const sampled = await end();
  console.log(Object.entries(start).filter(([, value]) => !Array.isArray(value)).map(([key, value]) => `${key} ${Math.round(value)}`).join(", "));
  for (const [kind, time] of Object.entries(kinds(events)).sort(([, one], [, other]) => other - one)) console.log(`${(time / count).toFixed(1).padStart(8)} ms ${kind}`);
  for (const [key, time] of functions(sampled)) console.log(`${(time / count).toFixed(2).padStart(8)} ms ${key}`);
  await context.close();
} finally {
  await browser.close();
  await site.stop();
}
