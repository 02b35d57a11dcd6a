/**
 * One browser and one server a file, one context a test, and a watch over each.
 *
 *     scenario("fills in the form", async ({ page, open }) => {
 *       await open();
 *       await page.getByRole("button", { name: "Mulai" }).click();
 *     });
 *
 * Invariant: a scenario passes only if its page did nothing that watch.mjs calls a fault.
 */

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

import { host as office } from "./host.mjs";
import { serve } from "./serve.mjs";
import { walked } from "./walked.mjs";
import { watch } from "./watch.mjs";

/** For `open`: the page is not expected to come as far as the app. */
export const UNBOOTED = "";

/** The screens the page is made for. */
export const VIEWPORTS = {
  phone: { width: 360, height: 800 },
  small: { width: 320, height: 568 },
  laptop: { width: 1366, height: 768 },
};

/** The Chromium that the tests run in. */
export const EXECUTABLE = process.env.SWANILAI_CHROMIUM ?? "/usr/bin/chromium";

/** No sandbox: the tests also run as root. The rest keeps the browser itself off the network. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./serve.mjs").Served} */
let served;

/** Starts a browser and a server that lets these origins frame the page; for scripts that are no tests. */
export async function start(ancestors) {
  served = await serve(ancestors);
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  return { browser, served };
}

/** Ends both. */
export async function stop() {
  await browser?.close();
  await served?.stop();
}

/**
 * @typedef {object} Options
 * @property {keyof typeof VIEWPORTS} [viewport] "laptop" unless told.
 * @property {string} [file] A page on the device, opened by its path in place of the one that is served.
 * @property {boolean} [blockedStorage] localStorage and sessionStorage throw, as in a sandboxed frame.
 * @property {boolean} [slow] Drawing is interrupted at every step, as on a slow device.
 * @property {boolean} [worker] The service worker may run. It is kept out otherwise, so that each test starts from the host.
 * @property {boolean} [host] A host of its own, with a worker; see host.mjs.
 * @property {import("playwright-core").BrowserContextOptions} [context] More for Playwright: locale, colour scheme ...
 */

/**
 * @typedef {object} Stage
 * @property {import("playwright-core").Page} page
 * @property {import("playwright-core").BrowserContext} context
 * @property {string} origin
 * @property {import("./serve.mjs").Served["log"]} log What the server saw, from this file's start.
 * @property {import("./watch.mjs").Watch} watched
 * @property {(path?: string) => Promise<void>} open Opens the page and waits until the app has replaced the static shell.
 * @property {import("./watch.mjs").Watch["allow"]} allow
 * @property {import("./host.mjs").Host} [host]
 */

/**
 * A context with its page, watched; for scripts that are no tests.
 * @param {Options} [options]
 * @returns {Promise<Stage>}
 */
export async function stage({ viewport = "laptop", file, blockedStorage = false, slow = false, worker, host: own, context: more = {} } = {}) {
  const host = own ? await office() : undefined;
  const { origin, log } = host ?? served;
  const context = await browser.newContext({
    viewport: VIEWPORTS[viewport],
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    serviceWorkers: worker || own ? "allow" : "block",
    ...more,
  });
  context.setDefaultTimeout(15_000);
  // Browsers give a file on the device no origin of its own.
  const watched = await watch(context, file ? "null" : origin);
  if (blockedStorage) await context.addInitScript(blockStorage);
  if (slow) await context.addInitScript(hurryClock);
  const page = await context.newPage();
  for (const way of ["goto", "reload"]) {
    const go = page[way].bind(page);
    page[way] = async (...given) => {
      const answer = await go(...given);
      if (given.at(-1)?.waitUntil !== "commit") await taken(page);
      return answer;
    };
  }
  const open = async (path = "/") => {
    await page.goto(file ? pathToFileURL(file).href : origin + path);
    if (path !== UNBOOTED) await booted(page);
  };
  return { page, context, origin, log, watched, open, allow: watched.allow, host };
}

/**
 * A test with a page of its own.
 * @param {string} name
 * @param {Options | ((stage: Stage) => Promise<void>)} options
 * @param {(stage: Stage) => Promise<void>} [play]
 */
export function scenario(name, options, play) {
  const [given, act] = typeof options === "function" ? [{}, options] : [options, play];
  walked(name, { timeout: 120_000 }, async () => {
    const set = await stage(given);
    try {
      await act(set);
      // What the last action set off has had its turn; without scripts there is nothing to wait for.
      if (given.context?.javaScriptEnabled !== false && !set.page.isClosed()) await set.page.evaluate(settled);
    } finally {
      await set.context.close();
      await set.host?.stop();
    }
    const faults = set.watched.faults.map(({ kind, text }) => `${kind}: ${text}`);
    assert.deepEqual(faults, [], "the page did what it must not do");
  });
}

/** Call once at the top of a test file: a browser and a server for its scenarios. */
export function stageFile() {
  before(() => start());
  after(stop);
}

/** Waits until the app has taken the place of the static shell. */
export async function booted(page) {
  await page.locator(".boot-status").waitFor({ state: "detached" });
}

/** Waits until the app has taken the place of what it drew of the form ahead, where it did; see assets/sight.js. */
export async function taken(page) {
  await page.locator(".sight").waitFor({ state: "detached" });
}

/** Has every module wait until it is released. */
export async function held(context) {
  let release = () => {};
  const released = new Promise((resolve) => (release = resolve));
  await context.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Cuts the page off from everything, as in a room without network, and back. */
export async function offline(context, off = true) {
  await context.setOffline(off);
}

/** Runs in the page: the next frame, and what it has set off. */
function settled() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Runs in the page before its scripts: its clock runs fast, so that Yew gives way to the browser after each of its steps. */
function hurryClock() {
  const now = Date.now;
  let ahead = 0;
  Date.now = () => now() + (ahead += 17);
}

/** Runs in the page before its scripts: touching storage throws, as the standard has it. */
function blockStorage() {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

/** Runs in the page before its scripts: the device is full while `globalThis.deviceIsFull` holds. */
export function fillable() {
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...given) {
    if (globalThis.deviceIsFull) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  };
}
