/**
 * Starts the project's own server on the page as built, on a free port.
 *
 * Invariant: the server ends with the test process, however that ends: it watches its standard input.
 */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * @typedef {object} Served
 * @property {string} origin Where the page is, without a slash at the end.
 * @property {{method: string, path: string, status: number}[]} log Every request so far, as the server saw it.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} [ancestors] Origins that may frame the page, apart by spaces.
 * @returns {Promise<Served>}
 */
export async function serve(ancestors = "") {
  // `cargo xtask test` names its own program; by hand, cargo finds it.
  const own = process.env.SWANILAI_XTASK;
  const flags = ["serve", "--no-build", "--port", "0", "--log", "--until-eof", "--frame-ancestors", ancestors];
  const child = own
    ? spawn(own, flags, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] })
    : spawn("cargo", ["xtask", ...flags], { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));

  const log = [];
  const origin = await new Promise((resolve, reject) => {
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const address = /^Swanilai: (http:\/\/[\d.:]+)\//.exec(line);
        if (address) resolve(address[1]);
        const request = /^([A-Z]+) (\S+) (\d{3})$/.exec(line);
        if (request) log.push({ method: request[1], path: request[2], status: Number(request[3]) });
      }
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended at once (${code})`)));
  });

  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { origin, log, stop };
}
