/** nginx and Apache under the files we ship for them: every header is the one our own server sends. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { booted, start, stop } from "../e2e/support/browser.mjs";
import { ROOT } from "../e2e/support/serve.mjs";
import { walked } from "../e2e/support/walked.mjs";
import { watch } from "../e2e/support/watch.mjs";
import { blocks } from "./support/docs.mjs";
import { apache, apacheOf, nginx, nginxOf } from "./support/servers.mjs";

const DIST = join(ROOT, "dist");

/** What a server says of itself, of the connection and of the bytes: no header of ours. */
const ITS_OWN = ["accept-ranges", "connection", "content-length", "date", "etag", "keep-alive", "last-modified", "server", "transfer-encoding"];

/** Sites that may show the frame. */
const HOSTS = "https://www.example.go.id https://ppid.example.go.id";

/** Every path of the build that a browser may ask for. */
const PATHS = readdirSync(DIST, { recursive: true })
  .map(String)
  .filter((path) => statSync(join(DIST, path)).isFile() && !path.endsWith(".br"))
  .map((path) => `/${path}`)
  .concat("/")
  .sort();

/** @type {Awaited<ReturnType<typeof start>>} */
let stage;
before(async () => void (stage = await start(HOSTS)));
after(stop);

/** A plain request: `fetch` would unpack the answer and hide its coding. */
function ask(address, accepted, method = "GET") {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers: { "accept-encoding": accepted } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        // Doubled headers stay visible: rawHeaders, not the joined ones.
        const headers = {};
        for (let at = 0; at < answer.rawHeaders.length; at += 2) {
          const name = answer.rawHeaders[at].toLowerCase();
          if (!ITS_OWN.includes(name)) (headers[name] ??= []).push(answer.rawHeaders[at + 1]);
        }
        resolve({ status: answer.statusCode, headers, body: Buffer.concat(parts) });
      });
    });
    asked.once("error", reject).end();
  });
}

test("the guides print the lists of sites as they stand in the shipped files", () => {
  const compact = (text) => text.replace(/#.*$/gm, "").replace(/\s+/g, " ").trim();
  for (const [guide, path] of [["nginx", "nginx/swanilai.conf"], ["apache", "apache/htaccess"]]) {
    const printed = blocks(guide).hosts;
    assert.ok(printed.includes(`"${HOSTS}"`), guide);
    assert.ok(compact(readFileSync(join(ROOT, "integrations", path), "utf8")).includes(compact(printed.replace(HOSTS, "'none'"))), guide);
  }
});

test("a site behind nginx or Apache sends the policy that its guide gives for sites that show Swanilai", { timeout: 60_000 }, async () => {
  const policy = /"(default-src [^"]+)"/;
  const sites = {
    nginx: (line) => nginxOf((port) => `server { listen 127.0.0.1:${port}; ${line} return 200 ok; }`),
    apache: (line) => apacheOf((_port, folder) => `DocumentRoot ${folder}\n${line}`),
  };
  for (const [guide, run] of Object.entries(sites)) {
    const line = blocks(guide).host;
    const site = await run(line);
    try {
      assert.deepEqual((await ask(site.origin, "br")).headers["content-security-policy"], [policy.exec(line)[1]], guide);
    } finally {
      await site.stop();
    }
  }
});

test("the line of the nginx guide for proxies takes X-Frame-Options away and leaves the policy", { timeout: 60_000 }, async () => {
  const behind = await nginxOf((port) => `server { listen 127.0.0.1:${port}; add_header X-Frame-Options DENY; add_header Content-Security-Policy "frame-ancestors 'self'"; return 200 ok; }`);
  const through = (line) => nginxOf((port) => `server { listen 127.0.0.1:${port}; location / { proxy_pass ${behind.origin}; ${line} } }`);
  try {
    for (const [line, expected] of [["", ["DENY"]], [blocks("nginx").proxy, undefined]]) {
      const proxy = await through(line);
      const { headers } = await ask(proxy.origin, "br");
      await proxy.stop();
      assert.deepEqual(headers["x-frame-options"], expected);
      assert.deepEqual(headers["content-security-policy"], ["frame-ancestors 'self'"]);
    }
  } finally {
    await behind.stop();
  }
});

const SERVERS = {
  "nginx": nginx,
  "Apache with a site of its own": (hosts) => apache("server", hosts),
  "Apache on shared hosting (.htaccess)": (hosts) => apache("htaccess", hosts),
};

for (const [name, run] of Object.entries(SERVERS)) {
  test(`${name} sends every file under the headers of our own server`, { timeout: 120_000 }, async () => {
    const theirs = await run(HOSTS);
    try {
      for (const path of PATHS) {
        for (const accepted of ["br", "identity"]) {
          const [ours, found] = await Promise.all([ask(stage.served.origin + path, accepted), ask(theirs.origin + path, accepted)]);
          assert.equal(found.status, 200, path);
          assert.deepEqual(found.headers, ours.headers, `${path}, accepting ${accepted}`);
          assert.ok(found.body.equals(ours.body), `${path}, accepting ${accepted}: other bytes`);
        }
      }
    } finally {
      await theirs.stop();
    }
  });

  test(`${name} hands out nothing but the files of the page`, { timeout: 60_000 }, async () => {
    const theirs = await run();
    try {
      const compressed = readdirSync(DIST).filter((path) => path.endsWith(".br"));
      assert.notEqual(compressed.length, 0);
      for (const path of ["no-such-file", "rubrics/", "..%2fCargo.toml", ".htaccess", ...compressed]) {
        const { status, headers } = await ask(`${theirs.origin}/${path}`, "br");
        assert.ok([400, 403, 404].includes(status), `${path}: ${status}`);
        assert.notEqual(headers["content-encoding"]?.[0], "br", path);
      }
    } finally {
      await theirs.stop();
    }
  });

  test(`${name} compresses on the way only for those who do not take brotli`, { timeout: 60_000 }, async () => {
    const theirs = await run();
    try {
      const wasm = PATHS.find((path) => path.endsWith(".wasm"));
      const { headers, body } = await ask(theirs.origin + wasm, "gzip");
      assert.deepEqual(headers["content-encoding"], ["gzip"]);
      assert.ok(body.length * 2 < statSync(join(DIST, wasm)).size);
      const both = await ask(theirs.origin + wasm, "gzip, deflate, br");
      assert.deepEqual(both.headers["content-encoding"], ["br"]);
      assert.equal(both.body.length, statSync(join(DIST, `${wasm}.br`)).size, "compressed once, beforehand");
    } finally {
      await theirs.stop();
    }
  });

  test(`${name}, as shipped, lets nobody show the page in a frame`, { timeout: 60_000 }, async () => {
    const theirs = await run();
    try {
      for (const path of ["/", "/embed.html"]) {
        const { status, headers } = await ask(theirs.origin + path, "br");
        assert.equal(status, 200, path);
        assert.match(headers["content-security-policy"][0], /frame-ancestors 'none'/, path);
      }
    } finally {
      await theirs.stop();
    }
  });

  walked(`the page starts behind ${name} without a fault`, { timeout: 60_000 }, async () => {
    const theirs = await run();
    const context = await stage.browser.newContext({ locale: "id-ID" });
    try {
      const watched = await watch(context, theirs.origin);
      const page = await context.newPage();
      await page.goto(`${theirs.origin}/`);
      await booted(page);
      await page.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
      assert.deepEqual(watched.faults, []);
    } finally {
      await context.close();
      await theirs.stop();
    }
  });
}
