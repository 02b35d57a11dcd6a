/**
 * nginx and Apache under the files of `integrations/`, each on a free port of this computer, for as long as a test needs.
 *
 * Invariant: of a shipped file only the lines it calls to be changed are changed, each exactly as often as said here.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "../../e2e/support/serve.mjs";

const DIST = join(ROOT, "dist");
const MODULES = "/usr/lib/apache2/modules";

/**
 * @typedef {object} Running
 * @property {string} origin Without a slash at the end.
 * @property {number} port
 * @property {string} folder A folder of its own, removed at the end.
 * @property {() => Promise<void>} stop
 */

/** A port nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** `text` with each pattern replaced; all of them have to be there. */
export function changed(text, changes) {
  return changes.reduce((before, [pattern, value]) => {
    assert.match(before, pattern, `the shipped file has no ${pattern}`);
    return before.replace(pattern, () => value);
  }, text);
}

/**
 * Runs `$@` in a group of its own that ends when standard input closes, and so with the test process however that ends;
 * should the program end by itself, so does all.
 */
const KEEPER = '("$@" </dev/null; kill -KILL 0) & read -r _; trap "" TERM; kill -TERM 0; wait';

/**
 * Runs a server in the foreground until it answers on its port.
 * @returns {Promise<Running>}
 */
export async function running(program, flags, port, folder, options = {}) {
  const child = spawn("sh", ["-c", KEEPER, "sh", program, ...flags], { stdio: "pipe", detached: true, ...options });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  child.stdin.on("error", () => {}); // it has ended already
  let over = false;
  const ended = new Promise((done) => child.once("close", () => done((over = true))));
  const answers = () =>
    new Promise((done) => {
      const socket = connect(port, "127.0.0.1", () => done(socket.end() && true)).once("error", () => done(false));
    });
  const stop = async () => {
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let turn = 0; !(await answers()); turn += 1) {
    if (over || turn > 400) {
      const log = join(folder, "error.log");
      const more = existsSync(log) ? readFileSync(log, "utf8") : "";
      await stop();
      throw new Error(`${program} does not serve; cargo xtask test says how to install it\n${said}${more}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { origin: `http://127.0.0.1:${port}`, port, folder, stop };
}

/** A folder under the system's own for such things. */
export const ownFolder = () => mkdtempSync(join(tmpdir(), "swanilai-"));

/**
 * nginx with this inside `http { }`.
 * @param {(port: number, folder: string) => string} inside
 */
export async function nginxOf(inside) {
  const folder = ownFolder();
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn; events {}
     http { access_log off; ${temporary.join(" ")} ${inside(port, folder)} }`,
  );
  return running("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], port, folder);
}

/**
 * nginx under `integrations/nginx/swanilai.conf`.
 * @param {string} [hosts] Who may show Swanilai in a frame; nobody unless told.
 * @param {{cert: string, key: string}} [tls] With these files it speaks TLS, as shipped; else plain http.
 */
export function nginx(hosts, tls) {
  const shipped = readFileSync(join(ROOT, "integrations/nginx/swanilai.conf"), "utf8");
  const more = hosts ? [[/default "'none'";/, `default "${hosts}";`]] : [];
  return nginxOf((port) =>
    changed(shipped, [
      [/listen 443 ssl;/, `listen 127.0.0.1:${port}${tls ? " ssl" : ""};`],
      [/^ *ssl_certificate .*$/m, tls ? `ssl_certificate ${tls.cert};` : ""],
      [/^ *ssl_certificate_key .*$/m, tls ? `ssl_certificate_key ${tls.key};` : ""],
      [/root \/srv\/swanilai\/dist;/, `root ${DIST};`],
      ...more,
    ]),
  );
}

/** What Debian loads by itself, and what `a2enmod headers rewrite` adds. */
const LOADED = ["mpm_event", "authz_core", "mime", "env", "setenvif", "dir", "filter", "deflate", "headers", "rewrite"];

/**
 * Apache with this site. The compression and the refusal of .ht* are Debian's.
 * @param {(port: number, folder: string) => string} site
 */
export async function apacheOf(site) {
  const folder = ownFolder();
  const port = await freePort();
  const modules = LOADED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join("\n");
  writeFileSync(
    join(folder, "apache.conf"),
    `ServerRoot ${folder}
     ServerName 127.0.0.1
     Listen 127.0.0.1:${port}
     PidFile ${folder}/pid
     Mutex pthread
     ErrorLog ${folder}/error.log
     ${modules}
     TypesConfig /dev/null
     AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm image/svg+xml
     <Directory />
       Require all denied
     </Directory>
     <FilesMatch "^\\.ht">
       Require all denied
     </FilesMatch>
     ${site(port, folder)}\n`,
  );
  const flags = ["-DFOREGROUND", "-DONE_PROCESS", "-f", join(folder, "apache.conf")];
  return running("/usr/sbin/apache2", flags, port, folder);
}

/** What panels and server-wide settings like to add, and Swanilai's files have to stand. */
const MEDDLING = `
  Header set X-Frame-Options SAMEORIGIN
  Header always set X-Frame-Options SAMEORIGIN
  Header set Content-Security-Policy "upgrade-insecure-requests"
  Header set Cache-Control "max-age=600"`;

/**
 * Apache under `integrations/apache/`: a server of one's own ("server"), or shared hosting ("htaccess").
 * @param {"server" | "htaccess"} kind
 * @param {string} [hosts]
 */
export function apache(kind, hosts) {
  const read = (name) => readFileSync(join(ROOT, "integrations/apache", name), "utf8");
  const htaccess = hosts ? changed(read("htaccess"), [[/"'none'"/, `"${hosts}"`]]) : read("htaccess");
  return apacheOf((port, folder) => {
    const dist = join(folder, "dist");
    cpSync(DIST, dist, { recursive: true });
    if (kind === "htaccess") {
      writeFileSync(join(dist, ".htaccess"), htaccess);
      return `${MEDDLING}
        DocumentRoot ${dist}
        <Directory ${dist}>
          Require all granted
          Options FollowSymLinks
          AllowOverride FileInfo
        </Directory>`;
    }
    writeFileSync(join(folder, "included"), htaccess);
    const site = changed(read("swanilai.conf"), [
      [/\*:443/, `127.0.0.1:${port}`],
      [/^ *SSLEngine on$/m, ""],
      [/^ *SSLCertificateFile .*$/m, ""],
      [/^ *SSLCertificateKeyFile .*$/m, ""],
      [/DocumentRoot \/srv\/swanilai\/dist/, `DocumentRoot ${dist}`],
      [/<Directory \/srv\/swanilai\/dist>/, `<Directory ${dist}>`],
      [/Include \/etc\/apache2\/swanilai-htaccess/, `Include ${folder}/included`],
    ]);
    return MEDDLING + "\n" + site;
  });
}
