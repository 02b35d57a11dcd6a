/**
 * A static host as an office has one: files under the headers that `_headers` names for them, replaced by a newer build,
 * broken or switched off while pages are open.
 *
 * Invariant: it keeps its address for as long as a test lasts, switched off or not, so that the origin stays the same.
 */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { ROOT } from "./serve.mjs";

/** @typedef {Map<string, Buffer>} Build Files by path, none of them compressed. */

/** The page as it was built. @returns {Build} */
export function built() {
  const folder = join(ROOT, "dist");
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !path.endsWith(".br"))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * The same page built from other sources: every file that has a hash in its name has other content and another name.
 * @param {Build} build
 * @returns {Build}
 */
export function rebuilt(build) {
  const more = { css: "\n/**/", js: "\n//", json: "\n", wasm: "\0\x02\x01x" }; // an empty section named x
  const next = new Map(build);
  const names = [];
  for (const [path, bytes] of build) {
    const [, stem, hash, ending] = /^(.+)\.([0-9a-f]{10})\.(\w+)$/.exec(path) ?? [];
    if (!hash) continue;
    const changed = Buffer.concat([bytes, Buffer.from(more[ending], "latin1")]);
    const name = `${stem}.${sha256(changed).slice(0, 10)}.${ending}`;
    next.delete(path);
    next.set(name, changed);
    names.push([path, name, sha256(bytes), sha256(changed)]);
  }
  const renamed = (text) => names.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const page = renamed(build.get("index.html").toString());
  next.set("index.html", Buffer.from(page));
  let worker = renamed(build.get("sw.js").toString());
  for (const [, , from, to] of [...names, ["", "", sha256(build.get("index.html")), sha256(page)]]) worker = worker.replaceAll(from, to);
  worker = worker.replace(/(VERSION\s*=\s*")[0-9a-f]{10}"/, (_, before) => `${before}${sha256(page).slice(0, 10)}"`);
  next.set("sw.js", Buffer.from(worker));
  return next;
}

/** What `_headers` says, by path. */
function headersOf(build) {
  const all = new Map();
  let own;
  for (const line of build.get("_headers").toString().split("\n")) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name) own[name] = value;
    else if (line) all.set(line.slice(1), (own = {}));
  }
  return all;
}

/**
 * @typedef {object} Host
 * @property {string} origin
 * @property {string[]} log Paths asked for so far.
 * @property {Build} build What it serves; replace it at will.
 * @property {Map<string, (bytes: Buffer) => Buffer | undefined>} faults What becomes of a path; nothing is 404.
 * @property {boolean} framed Whether other sites may frame it; its headers forbid that unless a list allows it.
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} start Once more, at the same address.
 */

/** @returns {Promise<Host>} */
export async function host() {
  const whole = built();
  const headers = headersOf(whole);
  const own = { log: [], build: whole, faults: new Map(), framed: false };
  const sentFor = (path, name) => {
    // What a newer build names anew is served as the build before served its namesake.
    const plain = (any) => any.replace(/\.[0-9a-f]{10}\./, ".");
    const found = headers.get(path) ?? headers.get([...headers.keys()].find((known) => plain(known) === plain(name)));
    if (!own.framed) return found;
    // A frame without an origin is a stranger to its own files.
    return {
      ...found,
      "Content-Security-Policy": found["Content-Security-Policy"].replace("frame-ancestors 'none'", "frame-ancestors *"),
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Access-Control-Allow-Origin": "*",
    };
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname.slice(1);
    own.log.push(`/${path}`);
    const name = path === "" ? "index.html" : path;
    const bytes = own.build.get(name);
    const sent = bytes && own.faults.has(name) ? own.faults.get(name)(bytes) : bytes;
    if (sent) response.writeHead(200, sentFor(path, name)).end(sent);
    else response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file\n");
  });
  const listen = (port) => new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address();
  return Object.assign(own, {
    origin: `http://127.0.0.1:${port}`,
    start: () => listen(port),
    stop: async () => {
      if (!server.listening) return;
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  });
}
