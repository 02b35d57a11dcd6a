/**
 * Where the page is met, and what is to be expected of each place.
 *
 * Invariant: adding a place is adding an entry; the flow asks nothing but what stands here.
 */

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { eventually } from "../../e2e/support/journey.mjs";
import { ROOT } from "../../e2e/support/serve.mjs";
import { policy } from "../../e2e/support/site.mjs";
import { keys } from "./seek.mjs";
import { otherSite, ourSite } from "./site.mjs";

/**
 * What a site says that forbids itself everything but the widget. To Firefox and WebKit a file that a frame hands out
 * is a frame as well: without `blob:` they drop it in silence.
 */
const STRICT = (own) => `default-src 'none'; script-src ${own}; frame-src ${own} blob:; img-src data:`;
/** A sandbox that leaves the page no origin, so that every engine refuses it storage. */
const NO_ORIGIN = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/**
 * @typedef {object} Stand
 * @property {string} url
 * @property {string} [frame] Which frame of that page is ours.
 * @property {string[]} origins That requests may go to.
 * @property {{kind: string, text: string}[]} faults What the sites noticed.
 * @property {() => Promise<void>} leave
 */

/**
 * @typedef {object} Place
 * @property {string} name Ends the sentence "the smoke flow passes ...".
 * @property {import("./browsers.mjs").Storage} storage
 * @property {boolean} keeps Whether answers outlive a reload.
 * @property {string} begins The heading of the view it opens with.
 * @property {boolean} comesBack Whether a reload comes back to the same view: that is kept in a page's own address.
 * @property {string} [keptIn] What it calls the place where answers are kept, where that is not all of the device.
 * @property {boolean} prints Whether the page prints itself; a frame's sandbox does not let it.
 * @property {string[]} [engines] Where not all can be put there.
 * @property {(engine: string) => Promise<Stand>} stand
 * @property {(browser: import("./browsers.mjs").Browser, stand: Stand) => Promise<void>} [proof] That the place was what it is called.
 */

/** What all places share where another site's page is around ours. */
const GUEST = { begins: "Unit yang dinilai", comesBack: false, keptIn: "sisipan" };

/** @type {Place[]} */
export const PLACES = [
  { name: "on a page of its own", storage: "partitioned", keeps: true, begins: "Perkirakan nilai", comesBack: true, prints: true, stand: alone },
  { ...framed(), name: "in a frame whose storage is kept apart", storage: "partitioned", keeps: true, proof: elsewhere(false) },
  // WebKitGTK keeps the storage of frames apart, whatever it is told.
  { ...framed(), name: "in a frame whose storage is allowed", storage: "allowed", keeps: true, proof: elsewhere(true), engines: ["chromium", "firefox"] },
  { ...framed(), name: "in a frame whose storage is blocked", storage: "blocked", keeps: false },
  // To WebKit a page without an origin has no 'self' either: its policy lets it in only by its address.
  { ...framed(NO_ORIGIN), name: "in a frame without an origin", storage: "partitioned", keeps: false },
  { ...GUEST, name: "as an element of a page", storage: "partitioned", keeps: true, prints: true, stand: element },
  { name: "as one file", storage: "partitioned", keeps: true, begins: "Perkirakan nilai", comesBack: true, prints: true, stand: file },
];

async function alone(engine) {
  const site = await ourSite({ witness: engine === "webkit" });
  return { url: `${site.origin}/`, origins: [site.origin], faults: site.faults, leave: site.stop };
}

/** The snippet's frame on a page of another site; with a sandbox of one's own, a frame without the snippet. */
function framed(sandbox) {
  const stand = async (engine) => {
    const site = await ourSite({ framed: true, named: sandbox !== undefined, witness: engine === "webkit" });
    const snippet = `<div data-swanilai data-rubric="sakip-2021" data-mode="kantor"></div><script src="${site.origin}/embed.js"></script>`;
    const plain = `<iframe title="Swanilai" sandbox="${sandbox}" src="${site.origin}/embed.html?rubric=sakip-2021&amp;mode=kantor" width="1200" height="640"></iframe>`;
    const html = `<!doctype html><title>Portal</title><link rel="icon" href="data:,"><h1>Portal</h1>${sandbox ? plain : snippet}`;
    const host = await otherSite(html, { "content-security-policy": STRICT(site.origin) });
    const leave = async () => {
      await host.stop();
      await site.stop();
    };
    return { url: `${host.origin}/`, frame: "iframe", origins: [site.origin, host.origin], faults: site.faults, leave };
  };
  return { ...GUEST, prints: false, stand };
}

/** The element on a page of the site that keeps its files, under the policy that docs/embedding-element.md names. */
async function element(engine) {
  const html = `<!doctype html><html lang="id"><head><title>Dinas Contoh</title><link rel="icon" href="/icon.svg"><script type="module" src="/element.js"></script></head>
<body><h1>Layanan kami</h1><swanilai-widget instance="a" rubric="sakip-2021" mode="kantor"></swanilai-widget></body></html>`;
  const site = await ourSite({ pages: { "/layanan": { policy: `${policy()}; img-src 'self'`, html } }, witness: engine === "webkit" });
  return { url: `${site.origin}/layanan`, origins: [site.origin], faults: site.faults, leave: site.stop };
}

/** The one file, alone in a folder as it comes by a stick: no server, and no request at all. */
async function file() {
  const folder = mkdtempSync(join(tmpdir(), "swanilai-"));
  const path = join(folder, "swanilai.html");
  copyFileSync(join(ROOT, "dist/swanilai.html"), path);
  return { url: pathToFileURL(path).href, origins: [], faults: [], leave: async () => rmSync(folder, { recursive: true }) };
}

/** Whether what is kept in the frame is there when the same site is visited. */
function elsewhere(seen) {
  return async (browser, { origins: [own] }) => {
    // Chromium hands what was written in one process to another when it finds time.
    await eventually(async () => {
      await browser.open(`${own}/icon.svg`);
      assert.equal((await browser.run(keys)).length > 0, seen, "what a visit to the site itself finds");
    });
  };
}
