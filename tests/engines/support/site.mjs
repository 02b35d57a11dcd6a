/**
 * The sites a browser meets in these tests: ours, under the production headers, and one that is not ours.
 *
 * Invariant: the headers are those of production; changed are only where violations are reported and, for frames, who may
 * frame the page and that the policy names the site.
 */

import { createServer } from "node:http";

import { serve } from "../../e2e/support/serve.mjs";

/** Where a page tells what went wrong in it; nothing that is shipped has such a name. */
const REPORTS = "/~report";

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {{kind: string, text: string}[]} faults What browsers reported, and what they asked for in vain.
 * @property {() => Promise<void>} stop
 */

/** Answers requests on a port of its own until it is stopped. */
export async function answering(host, answer) {
  const server = createServer((request, response) => {
    answer(request, response).catch((cause) => response.writeHead(500).end(String(cause)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin: `http://${host}:${server.address().port}`, stop };
}

/**
 * The site with the page as built.
 * @param {{pages?: Record<string, {policy: string, html: string}>, framed?: boolean, named?: boolean, witness?: boolean}} [more]
 *   `pages`: what the site has of its own. `framed`: others may show the page in a frame. `named`: even where it has
 *   no origin there, so the policy names the site beside 'self' and the files are for everybody. `witness`: a script goes before all others and reports errors,
 *   for an engine that tells nobody.
 * @returns {Promise<Site>}
 */
export async function ourSite({ pages = {}, framed = false, named = false, witness = false } = {}) {
  const served = await serve();
  const faults = [];
  const site = await answering("127.0.0.1", async (request, response) => {
    if (request.url === REPORTS) {
      const text = await body(request);
      // A violation comes as JSON, a witness's account as it is.
      faults.push({ kind: request.headers["content-type"]?.includes("csp") ? "policy" : "page", text });
      response.writeHead(204).end();
      return;
    }
    if (witness && request.url === `${REPORTS}.js`) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(`(${testify})(${JSON.stringify(REPORTS)})`);
      return;
    }
    if (request.url === "/favicon.ico") {
      // Asked for beside a file that is looked at alone; a page names its own.
      response.writeHead(204).end();
      return;
    }
    const got = request.url in pages ? written(pages[request.url]) : await fetch(served.origin + request.url, { method: request.method });
    const bytes = Buffer.from(await got.arrayBuffer());
    if (request.method !== "GET") faults.push({ kind: "request", text: `not a GET: ${request.method} ${request.url}` });
    if (got.status >= 400) faults.push({ kind: "request", text: `${got.status}: ${request.url}` });
    const headers = Object.fromEntries(got.headers);
    for (const name of ["content-length", "content-encoding", "transfer-encoding", "connection"]) delete headers[name];
    if (headers["content-security-policy"]) headers["content-security-policy"] = policy(headers["content-security-policy"], { framed, named }, site.origin);
    // Without an origin a page asks for its own files as a stranger.
    if (named) Object.assign(headers, { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" });
    const html = witness && headers["content-type"]?.startsWith("text/html");
    response.writeHead(got.status, headers).end(html ? String(bytes).replace("<head>", `<head><script src="${REPORTS}.js"></script>`) : bytes);
  });
  const stop = async () => {
    await site.stop();
    await served.stop();
  };
  return { origin: site.origin, faults, stop };
}

/** Another site, with one page. Its name is no number, so that browsers take it for another site. */
export function otherSite(html, headers = {}) {
  return answering("localhost", async (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
  });
}

function written({ policy, html }) {
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy } });
}

function policy(production, { framed, named }, origin) {
  let own = production;
  if (framed) own = own.replace(/frame-ancestors [^;]*/, "frame-ancestors *");
  if (named) own = own.replaceAll("'self'", `'self' ${origin}`);
  return `${own}; report-uri ${REPORTS}`;
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Runs in the page before its scripts. */
function testify(address) {
  const tell = (text) => navigator.sendBeacon(address, text);
  addEventListener("error", (event) => tell(`error: ${event.message} at ${event.filename}:${event.lineno}`), true);
  addEventListener("unhandledrejection", (event) => tell(`rejection: ${event.reason}`));
  const before = console.error;
  console.error = (...what) => {
    tell(`console: ${what.join(" ")}`);
    before.apply(console, what);
  };
}
