/**
 * A real WordPress (Debian's) with our plugin, its database and PHP on this computer alone.
 *
 * Invariant: all of it lives in a folder of its own and ends with the test.
 */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../../e2e/support/serve.mjs";
import { freePort, ownFolder, running } from "./servers.mjs";

const HERE = join(ROOT, "tests/integrations/support/wordpress");
const SHIPPED = "/usr/share/wordpress";

/**
 * @typedef {object} WordPress
 * @property {(step: "option" | "write" | "uninstall", given: unknown) => any} run
 * @property {(request: import("node:http").IncomingMessage) => Promise<import("./sites.mjs").Answer>} answer What it answers to a request to the office's site.
 * @property {() => string[]} log What PHP and WordPress said of our plugin.
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<WordPress>} */
export async function wordpress() {
  assert.ok(existsSync(SHIPPED), "there is no WordPress; cargo xtask test says how to install it");
  const folder = ownFolder();
  const [site, data, socket] = ["site", "data", "socket"].map((name) => join(folder, name));
  const debug = join(folder, "debug.log");
  cpSync(SHIPPED, site, { recursive: true, dereference: true, filter: (path) => path !== join(SHIPPED, "wp-config.php") });
  cpSync(join(HERE, "wp-config.php"), join(site, "wp-config.php"));
  cpSync(join(HERE, "theme"), join(site, "wp-content/themes/uji"), { recursive: true });
  cpSync(join(ROOT, "integrations/wordpress/swanilai"), join(site, "wp-content/plugins/swanilai"), { recursive: true });

  mkdirSync(data);
  const owner = process.getuid?.() === 0 ? ["--user=root"] : [];
  execFileSync("mariadb-install-db", ["--no-defaults", ...owner, `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"], { stdio: "ignore" });
  const dbPort = await freePort();
  const small = ["--innodb-buffer-pool-size=16M", "--innodb-flush-method=fsync", "--skip-log-bin"];
  const database = await running("mariadbd", ["--no-defaults", ...owner, `--datadir=${data}`, `--socket=${socket}`, "--bind-address=127.0.0.1", `--port=${dbPort}`, ...small], dbPort, join(folder, "none"));
  execFileSync("mariadb", ["--no-defaults", "-uroot", `--socket=${socket}`, "-e", "CREATE DATABASE wordpress"]);

  const env = { ...process.env, SWANILAI_SOCKET: socket, SWANILAI_DEBUG_LOG: debug, PHP_CLI_SERVER_WORKERS: "4" };
  const run = (step, given) => {
    const { status, stdout, stderr } = spawnSync("php", [join(HERE, "run.php"), site, step], { input: JSON.stringify(given ?? null), encoding: "utf8", env });
    assert.equal(status, 0, `${step}: ${stdout}${stderr}`);
    return JSON.parse(stdout.trim().split("\n").at(-1));
  };
  run("install");

  const port = await freePort();
  const server = await running("php", ["-d", "opcache.enable_cli=1", "-S", `127.0.0.1:${port}`, "-t", site], port, folder, { env });
  const answer = async (request) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { host, connection, "content-length": length, ...headers } = request.headers;
    const body = parts.length > 0 ? Buffer.concat(parts) : undefined;
    const answered = await fetch(server.origin + request.url, { method: request.method, headers, body, redirect: "manual" });
    const passed = Object.fromEntries(["content-type", "location"].map((name) => [name, answered.headers.get(name)]).filter(([, value]) => value));
    return { status: answered.status, headers: { ...passed, "set-cookie": answered.headers.getSetCookie() }, body: Buffer.from(await answered.arrayBuffer()) };
  };
  const stop = async () => {
    await database.stop();
    await server.stop();
  };
  const log = () => (existsSync(debug) ? readFileSync(debug, "utf8") : "").split("\n").filter((line) => line.includes("/plugins/swanilai/"));
  return { run, answer, log, stop };
}
