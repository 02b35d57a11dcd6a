/** The page as it is served: how it starts, what it asks for, under which headers. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { VIEWPORTS, held, scenario, stageFile } from "./support/browser.mjs";
import { begin, eventually, instrument, saved } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

const DIST = join(ROOT, "dist");
const FIRST_LOAD = JSON.parse(readFileSync(join(DIST, "first-load.json"), "utf8"));

stageFile();

for (const viewport of Object.keys(VIEWPORTS)) {
  scenario(`starts under the production policy on a ${viewport} screen`, { viewport }, async ({ page, open }) => {
    await open();
    assert.equal(await page.title(), "Beranda - Swanilai");
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(sideways, false, "nobody has to scroll sideways");
    await assertAccessible(page);
  });
}

scenario("starts where storage is blocked", { blockedStorage: true }, async ({ open }) => {
  await open();
});

scenario("shows text before the app is there", async ({ page, origin, context }) => {
  let release = () => {};
  const held = new Promise((resolve) => (release = resolve));
  await context.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(origin, { waitUntil: "commit" });
  await page.getByRole("heading", { name: "Swanilai" }).waitFor();
  await page.getByText("Sedang dimuat").waitFor();
  await assertAccessible(page);
  release();
  await page.locator(".boot-status").waitFor({ state: "detached" });
});

scenario("says so when the app cannot be loaded", async ({ page, origin, context, allow }) => {
  allow("request", /\.wasm/);
  allow("console", /Failed to load resource|net::ERR_FAILED/);
  allow("page", /fetch/);
  await context.route("**/*.wasm", (route) => route.abort());
  await page.goto(origin);
  await page.getByRole("alert").getByRole("heading", { name: "Swanilai tidak dapat dibuka" }).waitFor();
  await assertAccessible(page);
});

scenario("can be read without JavaScript", { context: { javaScriptEnabled: false } }, async ({ page, origin, allow }) => {
  allow("request", /\.js csp$/); // the script the browser leaves alone
  await page.goto(origin);
  await page.locator("noscript p").filter({ hasText: "memerlukan JavaScript" }).waitFor();
});

scenario("asks for exactly the files that first-load.json counts", async ({ open, page, log, watched }) => {
  const from = log.length;
  await open();
  // Without its worker, which is kept out here; what that asks for is in offline.test.mjs.
  const files = [...FIRST_LOAD.files, FIRST_LOAD.later[0]];
  const listed = files.map(({ path }) => (path === "index.html" ? "/" : `/${path}`)).sort();
  const seen = () => log.slice(from).map(({ path }) => path).sort();
  // The browser fetches the icon when it has nothing better to do, and hides that from the page.
  for (let turn = 0; turn < 50 && seen().length < listed.length; turn += 1) await page.waitForTimeout(100);
  assert.deepEqual(seen(), listed);
  assert.equal(watched.requests.length, new Set(watched.requests).size, "nothing is asked for twice");
  for (const { path, brotli } of [...files, ...FIRST_LOAD.later, ...FIRST_LOAD.kept]) {
    const companion = existsSync(join(DIST, `${path}.br`)) ? `${path}.br` : path;
    assert.equal(readFileSync(join(DIST, companion)).length, brotli, path);
  }
});

const SAKIP = instrument("sakip-2021");
const PATH = `/${FIRST_LOAD.instruments[SAKIP.id].path}`;
const unit = (page) => page.getByRole("textbox", { name: "Perangkat daerah" });
const questions = (page) => page.getByRole("searchbox", { name: "Cari indikator" });

for (const [what, address, shown] of [
  ["of the open assessment", "/#/isi", questions],
  ["in the address", `/#/mulai/${SAKIP.id}`, unit],
]) {
  scenario(`the instrument ${what} is asked for beside the app, and once`, async ({ page, open, context, origin, log }) => {
    await open();
    await begin(page, SAKIP.shortName);
    await saved(page);
    await page.goto("about:blank");
    const release = await held(context);
    const from = log.length;
    const asked = () => log.slice(from).filter(({ path }) => path.startsWith("/rubrics/")).map(({ path }) => path);
    await page.goto(origin + address, { waitUntil: "commit" });
    await eventually(() => assert.deepEqual(asked(), [PATH]));
    await page.getByText("Sedang dimuat").waitFor();
    release();
    await shown(page).waitFor();
    assert.deepEqual(asked(), [PATH], "handed over, and not asked for again");
  });
}

scenario("an instrument that does not come ahead of the app is asked for again by the app", async ({ page, open, context, origin, allow }) => {
  allow("request", /sakip-2021/);
  allow("console", /Failed to load resource|net::ERR_FAILED/);
  await open();
  await begin(page, SAKIP.shortName);
  await saved(page);
  await page.goto("about:blank");
  const release = await held(context);
  await context.route(`**${PATH}`, (route) => route.abort(), { times: 1 });
  const lost = context.waitForEvent("requestfailed");
  await page.goto(`${origin}/#/isi`, { waitUntil: "commit" });
  await lost;
  release();
  await questions(page).waitFor();
});

scenario("no instrument is asked for ahead of views that need none, nor of what cannot be read", async ({ page, open, log }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await saved(page);
  const none = async (address) => {
    await page.goto("about:blank");
    const from = log.length;
    await open(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(log.slice(from).map(({ path }) => path).filter((path) => path.startsWith("/rubrics/")), [], address);
  };
  await none("/");
  await none("/#/tentang");
  await none("/#/mulai/tidak-ada");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("swanilai:1:doc:"))) localStorage[key] = "rusak";
  });
  await none("/#/isi");
});

scenario("is served under the production headers", async ({ origin }) => {
  const head = async (path, headers = {}) => (await fetch(origin + path, { headers })).headers;
  const page = await head("/");
  assert.equal(
    page.get("content-security-policy"),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
      "form-action 'none'; object-src 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types swanilai",
  );
  assert.match(page.get("strict-transport-security"), /^max-age=\d{8}/);
  assert.equal(page.get("x-content-type-options"), "nosniff");
  assert.equal(page.get("referrer-policy"), "no-referrer");
  assert.equal(page.get("cross-origin-opener-policy"), "same-origin");
  assert.match(page.get("permissions-policy"), /camera=\(\).*geolocation=\(\)/);
  assert.equal(page.get("cache-control"), "no-cache");
  assert.equal(page.get("content-type"), "text/html; charset=utf-8");

  const wasm = FIRST_LOAD.files.map(({ path }) => path).find((path) => path.endsWith(".wasm"));
  const module = await head(`/${wasm}`, { "accept-encoding": "br" });
  assert.equal(module.get("content-type"), "application/wasm");
  assert.equal(module.get("content-encoding"), "br");
  assert.match(module.get("cache-control"), /immutable/);
  const plain = await head(`/${wasm}`, { "accept-encoding": "identity" });
  assert.equal(plain.get("content-encoding"), null);

  const again = await fetch(`${origin}/`, { headers: { "if-none-match": page.get("etag") } });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${origin}/`, { method: "POST" })).status, 405);
  for (const path of ["/..%2fCargo.toml", "/%2e%2e/Cargo.toml", "/no-such-file"]) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
});

test("nothing in the page is inline", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/i, "a script without an address");
  assert.doesNotMatch(html, /<style/i);
  assert.doesNotMatch(html, /\sstyle\s*=/i);
  assert.doesNotMatch(html, /\son[a-z]+\s*=/i);
  assert.doesNotMatch(html, /javascript:/i);
  for (const file of readdirSync(DIST).filter((name) => name.endsWith(".js"))) {
    assert.doesNotMatch(readFileSync(join(DIST, file), "utf8"), /\beval\(|new Function\(/, file);
  }
});

test("the page names an address for every instrument, and each is there", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const named = [...html.matchAll(/<meta name="swanilai:rubric:([a-z0-9-]+)" content="([^"]+)">/g)];
  assert.deepEqual(named.map(([, id]) => id).sort(), Object.keys(FIRST_LOAD.instruments).sort());
  for (const [, id, path] of named) {
    assert.equal(FIRST_LOAD.instruments[id].path, path);
    assert.equal(readFileSync(join(DIST, path)).length, FIRST_LOAD.instruments[id].bytes);
  }
});
