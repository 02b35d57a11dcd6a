/**
 * A page of another site around the page: `localhost` where the page itself is `127.0.0.1`, so that they share nothing.
 *
 *     const host = hosting();
 *     scenario("shows the frame", async (stage) => {
 *       await host.open(stage, `<script src="${host.loader}" data-rubric="sakip-2021"></script>`);
 *       await inside(stage.page).getByRole(...)
 *     });
 *
 * Invariant: the site forbids itself everything that a test does not name.
 */

import { createServer } from "node:http";
import { after, before } from "node:test";

import { start, stop } from "./browser.mjs";
import { eventually } from "./journey.mjs";

/** What a site has to allow, and nothing more; `policy` in `open` changes it. */
export const POLICY = {
  "default-src": "'none'",
  "script-src": "ORIGIN",
  "frame-src": "ORIGIN blob:",
};

/**
 * Call once at the top of a test file: a browser, the page, and a site that may frame it.
 * @param {{near?: boolean}} [options] Whether it is of one site with the page, on an origin of its own: then no browser keeps
 * the storage of the two apart, nor refuses it.
 */
export function hosting({ near = false } = {}) {
  let answer = { headers: {}, body: "" };
  const server = createServer((request, response) => {
    const plain = request.url === "/";
    response.writeHead(plain ? 200 : 404, plain ? answer.headers : {}).end(plain ? answer.body : "");
  });
  const host = {
    /** Where the site is. */
    origin: "",
    /** Where the page is. */
    widget: "",
    /** The address of the loader. */
    get loader() {
      return `${host.widget}/embed.js`;
    },
    /**
     * Opens a page of the site.
     * @param {import("./browser.mjs").Stage} stage
     * @param {string} body Markup. Scripts of the test itself run by `page.evaluate`, past the site's policy.
     * @param {{policy?: Record<string, string | null>, headers?: Record<string, string>, at?: string}} [options] `at`: another name of the same site.
     */
    async open({ page, allow }, body, { policy = {}, headers = {}, at = host.origin } = {}) {
      allow("request", /left the origin: GET http:\/\/(localhost|127\.0\.0\.1):\d+\/(favicon\.ico)?$/);
      allow("request", /carries a query: \S+\/embed\.html\?/);
      allow("request", /404: \S+favicon\.ico$/);
      allow("console", /404 \(Not Found\)/);
      const lines = Object.entries({ ...POLICY, ...policy }).filter(([, value]) => value !== null);
      const csp = lines.map(([name, value]) => `${name} ${value.replaceAll("ORIGIN", host.widget)}`).join("; ");
      answer = {
        headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": csp, ...headers },
        body: `<!doctype html><html lang="id"><title>Situs pemda</title><h1>Situs pemda</h1>${body}</html>`,
      };
      await page.goto(at);
    },
  };
  before(async () => {
    await new Promise((done) => server.listen(0, done));
    host.origin = `http://${near ? "127.0.0.1" : "localhost"}:${server.address().port}`;
    const { served } = await start(host.origin);
    host.widget = served.origin;
  });
  after(async () => {
    await stop();
    server.closeAllConnections();
    server.close();
  });
  return host;
}

/** The page inside the nth frame. */
export function inside(page, nth = 0) {
  return page.frameLocator("iframe").nth(nth);
}

/** Begins the exercise in a frame, up to its first question. */
export async function practise(frame) {
  const begin = frame.getByRole("button", { name: "Mulai latihan" });
  // Frames above that grow can move it away from under the pointer.
  await eventually(async () => {
    if (await begin.isVisible()) await begin.click();
    await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor({ timeout: 2_000 });
  }, { within: 15_000 });
  // It comes a moment later and moves what is to be pressed.
  await frame.getByText("Peramban ini tidak mengizinkan penyimpanan.").waitFor();
}

/** Writes down every event of the widgets and every message, from before the page's scripts run. */
export async function listening(page) {
  await page.addInitScript(() => {
    if (window !== top) return;
    globalThis.told = [];
    globalThis.messages = [];
    for (const name of ["ready", "progress", "zonechange", "result", "error", "dirty"]) {
      addEventListener(`swanilai:${name}`, ({ target, detail }) => globalThis.told.push({ name, on: target.id, detail }));
    }
    addEventListener("message", ({ data, origin }) => globalThis.messages.push({ ...data, origin }));
  });
}

/** The events of a name so far, each with the id of the container it was on. */
export function told(page, name) {
  return page.evaluate((name) => globalThis.told.filter((one) => one.name === name), name);
}

/** The types of the messages so far. */
export function heard(page) {
  return page.evaluate(() => globalThis.messages.map(({ type }) => type));
}
