/**
 * One server for all: files from memory, packed by brotli at its best before anything is timed, each app under an
 * address of its own.
 *
 * Invariant: the same code answers for every app; what differs are the files and the headers that belong to them.
 */

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** Packed once a content, however many addresses serve it. */
const packed = new Map();
const pack = (bytes) => {
  const key = bytes.toString("latin1");
  if (!packed.has(key)) packed.set(key, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return packed.get(key);
};

/** Every file under a folder by its path. */
export function files(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    found
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !path.endsWith(".br"))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

/** Headers by path, as `_headers` in a folder has them. */
export function headers(text) {
  const all = {};
  let own;
  for (const row of text.split("\n")) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(row) ?? [];
    if (name) own[name] = value;
    else if (row) all[row.slice(1)] = own = {};
  }
  return all;
}

/**
 * @param {Map<string, Buffer>} all Files by path.
 * @param {Record<string, Record<string, string>>} [special] Headers by path.
 */
export async function site(all, special = {}) {
  const answers = new Map(
    [...all].map(([path, bytes]) => {
      const kind = KINDS[extname(path)] ?? "application/octet-stream";
      const small = kind.startsWith("image/png") ? undefined : pack(bytes);
      const head = { "Content-Type": kind, "Cache-Control": path === "index.html" ? "no-cache" : "public, max-age=31536000, immutable", ...special[path === "index.html" ? "" : path] };
      return [`/${path}`, { head: small ? { ...head, "Content-Encoding": "br" } : head, body: small ?? bytes }];
    }),
  );
  answers.set("/", answers.get("/index.html"));
  const server = createServer(({ url }, response) => {
    const found = answers.get(new URL(url, "http://host").pathname);
    if (found) response.writeHead(200, { ...found.head, "Content-Length": found.body.length }).end(found.body);
    else response.writeHead(404, { "Content-Type": "text/plain" }).end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}
