/**
 * The three engines behind one small interface, each in a folder of its own that goes with it.
 *
 * Invariant: one browser at a time; another is started only where storage of other sites is to be treated otherwise.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import * as webkit from "./webkit.mjs";

const ENGINES = { chromium, firefox, webkit };

/**
 * How the storage of a site is treated in a frame of another: as if it were visited, kept apart, or refused.
 * @typedef {"allowed" | "partitioned" | "blocked"} Storage
 */

/**
 * A browser with one page. `find`, `run` and what follows work in the document that was opened or entered last.
 * @typedef {object} Browser
 * @property {string} name
 * @property {string} version
 * @property {{kind: string, text: string}[]} faults What the engine itself told of, so far.
 * @property {string[]} requests Addresses asked for so far, where the engine tells them.
 * @property {string} downloads The folder that files are saved to.
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload Of the page as a whole, asking nobody whether to leave it.
 * @property {(selector: string) => Promise<void>} enter Goes on in a frame of the page.
 * @property {(work: Function, ...given: unknown[]) => Promise<any>} run Calls a function in the page.
 * @property {(work: Function, ...given: unknown[]) => Promise<object | null>} find Calls one that returns an element.
 * @property {(element: object) => Promise<void>} click
 * @property {(element: object, text: string) => Promise<void>} type
 * @property {(key: "ArrowDown" | "Enter" | "Space" | "Tab") => Promise<void>} press
 * @property {(element: object, path: string) => Promise<void>} choose A file, for a field that takes one.
 * @property {() => Promise<Buffer | null>} paper The page as a PDF; nothing where the engine prints only for people.
 * @property {() => Promise<Buffer>} picture As a PNG.
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<void>} close
 */

/** @typedef {(given: {folder: string, storage: Storage, viewport: {width: number, height: number}}) => Promise<Browser>} Launch */

/** How often a folder is emptied again, and how long is waited before it, in milliseconds. */
const TIMES = 40;
const BETWEEN = 250;

/**
 * Removes a folder into which the last processes of a browser may still be writing. Each time it is listed anew: Node's
 * own `maxRetries` tries no more than the folder itself again, and a file made in between would stay in it for ever.
 */
export async function clear(folder) {
  for (let left = TIMES; ; left -= 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (left === 0 || !["ENOTEMPTY", "EBUSY"].includes(error.code)) throw error;
      await pause(BETWEEN);
    }
  }
}

/** Keeps at most one browser of an engine. */
export function browserOf(engine) {
  let kept;
  const close = async () => {
    const { browser, folder } = kept ?? {};
    kept = undefined;
    await browser?.close();
    if (folder) await clear(folder);
  };
  /** @param {Storage} storage */
  const withStorage = async (storage) => {
    if (kept?.storage === storage) return kept.browser;
    await close();
    const folder = mkdtempSync(join(tmpdir(), "swanilai-"));
    const browser = await ENGINES[engine].launch({ folder, storage, viewport: { width: 1366, height: 768 } });
    kept = { browser, folder, storage };
    return browser;
  };
  return { withStorage, close };
}
