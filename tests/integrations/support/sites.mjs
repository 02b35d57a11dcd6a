/**
 * The two sites of the guides, under the very addresses the guides print: an office's site, and the one that serves
 * Swanilai (nginx, as shipped). A browser of its own finds them on this computer.
 *
 * Invariant: no address, snippet or policy line of a guide is changed on its way into the browser.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:https";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE } from "../../e2e/support/browser.mjs";
import { nginx, ownFolder } from "./servers.mjs";

/** Where the guides have Swanilai, and where they have the office's own site. */
export const THERE = "https://swanilai.example.go.id";
export const HOST = "https://www.example.go.id";

/**
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {Record<string, string | string[]>} [headers]
 * @property {string | Buffer} body
 */

/**
 * @typedef {object} Sites
 * @property {import("playwright-core").Browser} browser
 * @property {(answer: (request: import("node:http").IncomingMessage) => Answer | Promise<Answer>) => void} onHost What the office's site answers from now on.
 * @property {() => Promise<void>} stop
 */

/** A server on a free port, until it is closed. */
async function listening(server) {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: server.address().port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {string} [hosts] Who may show Swanilai in a frame.
 * @param {(headers: import("node:http").IncomingHttpHeaders) => import("node:http").IncomingHttpHeaders} [between] What a proxy in front of Swanilai makes of its headers.
 * @returns {Promise<Sites>}
 */
export async function sites(hosts = HOST, between) {
  const folder = ownFolder();
  const tls = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  execFileSync("openssl", [
    ...["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
    ...["-subj", "/CN=example.go.id", "-keyout", tls.key, "-out", tls.cert],
  ], { stdio: "ignore" });
  const there = await nginx(hosts, tls);

  const keys = { cert: readFileSync(tls.cert), key: readFileSync(tls.key) };

  let answer = () => ({ status: 404, body: "" });
  const host = await listening(
    createServer(keys, async (asked, response) => {
      try {
        const { status = 200, headers, body } = await answer(asked);
        response.writeHead(status, headers).end(body);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    }),
  );
  const proxy =
    between &&
    (await listening(
      createServer(keys, ({ url, method, headers }, response) => {
        request({ host: "127.0.0.1", port: there.port, path: url, method, headers, rejectUnauthorized: false }, (answered) => {
          response.writeHead(answered.statusCode, between(answered.headers));
          answered.pipe(response);
        }).end();
      }),
    ));

  const rules = [`MAP swanilai.example.go.id 127.0.0.1:${(proxy ?? there).port}`, `MAP www.example.go.id 127.0.0.1:${host.port}`];
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: [...ARGUMENTS, "--ignore-certificate-errors", `--host-resolver-rules=${rules.join(",")}`],
  });
  const stop = async () => {
    await browser.close();
    host.close();
    proxy?.close();
    await there.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { browser, onHost: (next) => (answer = next), stop };
}

/** A page of the office's site that holds `body` and nothing else, under `policy`. */
export const page = (body, policy) => ({
  headers: { "content-type": "text/html; charset=utf-8", ...(policy ? { "content-security-policy": policy } : {}) },
  body: `<!doctype html><html lang="id"><head><title>Dinas Contoh</title></head><body><h1>Dinas Contoh</h1>${body}</body></html>`,
});

/** The policy the guides promise to be enough: nothing, and these lines. */
export const only = (lines) => ["default-src 'none'", ...lines].join("; ");

/**
 * Opens a page of the office's site and says what became of Swanilai in it.
 * @param {Sites} set
 * @param {(page: import("playwright-core").Page, frame: import("playwright-core").FrameLocator) => Promise<void>} [look] Looks closer once it works.
 * @param {{path?: string, patient?: (said: string[]) => string[]}} [options] `patient` leaves out complaints that are not of Swanilai.
 * @returns {Promise<{works: boolean, said: string[]}>} Whether it works, and what the browser complained of.
 */
export async function outcome(set, look, { path = "/", patient = (said) => said } = {}) {
  const context = await set.browser.newContext({ locale: "id-ID", viewport: { width: 1000, height: 900 } });
  context.setDefaultTimeout(20_000);
  const said = [];
  let refused;
  const complaint = new Promise((done) => (refused = done));
  try {
    const tab = await context.newPage();
    tab.on("console", (message) => {
      if (message.type() !== "error") return;
      said.push(message.text());
      if (patient([message.text()]).length > 0) refused();
    });
    await tab.goto(HOST + path);
    const frame = tab.frameLocator("iframe");
    // Not the heading: the page shows one before the app is there.
    const shown = frame.locator("#main").locator("button, a[href], input").first().waitFor().then(() => true, () => false);
    // A complaint decides nothing by itself: what it stops has its time to show all the same.
    const works = await Promise.race([shown, complaint.then(() => new Promise((done) => setTimeout(done, 2_500, false)))]);
    if (works && look) await look(tab, frame);
    return { works, said };
  } finally {
    await context.close();
  }
}
