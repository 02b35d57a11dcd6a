/**
 * Firefox, by puppeteer-core over WebDriver BiDi.
 *
 * Invariant: preferences are those people have, but for storage of other sites, which is what is tried.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const EXECUTABLE = process.env.SWANILAI_FIREFOX ?? "/usr/bin/firefox-esr";

/** Of other sites' storage: kept as if they were visited, kept apart by site (what Firefox does), or refused. */
const STORAGE = {
  allowed: { "network.cookie.cookieBehavior": 0, "privacy.partition.always_partition_third_party_non_cookie_storage": false },
  partitioned: { "network.cookie.cookieBehavior": 5 },
  blocked: { "network.cookie.cookieBehavior": 1, "privacy.partition.always_partition_third_party_non_cookie_storage": false },
};

/** @type {import("./browsers.mjs").Launch} */
export async function launch({ folder, storage, viewport }) {
  const downloads = join(folder, "downloads");
  const profile = join(folder, "profile");
  for (const made of [downloads, profile]) mkdirSync(made);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless: true,
    userDataDir: profile,
    args: ["--width", "1366", "--height", "900"],
    env: { ...process.env, TZ: "Asia/Jakarta", HOME: folder },
    defaultViewport: viewport,
    extraPrefsFirefox: {
      ...STORAGE[storage],
      "security.fileuri.strict_origin_policy": true,
      "intl.accept_languages": "id-ID, id",
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.useDownloadDir": true,
      "browser.download.alwaysOpenPanel": false,
      "dom.disable_beforeunload": false,
    },
  });
  const faults = [];
  const requests = [];
  const [page] = await browser.pages();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (message.type() === "error") faults.push({ kind: "console", text: message.text() });
  });
  page.on("pageerror", (error) => faults.push({ kind: "page", text: String(error) }));
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => dialog.accept());

  let frame = page.mainFrame();
  return {
    name: "Firefox",
    version: await browser.version(),
    faults,
    requests,
    downloads,
    open: async (url) => {
      await page.goto(url);
      frame = page.mainFrame();
    },
    reload: async () => {
      await page.reload();
      frame = page.mainFrame();
    },
    enter: async (selector) => {
      const element = await page.waitForSelector(selector);
      frame = await element.contentFrame();
    },
    run: (work, ...given) => frame.evaluate(`(${work})(...${JSON.stringify(given)})`),
    find: async (work, ...given) => (await frame.evaluateHandle(`(${work})(...${JSON.stringify(given)})`)).asElement(),
    click: (element) => element.click(),
    type: (element, text) => element.type(text),
    press: (key) => page.keyboard.press(key),
    choose: (element, path) => element.uploadFile(path),
    paper: async () => Buffer.from(await page.pdf({ preferCSSPageSize: true })),
    picture: async () => Buffer.from(await page.screenshot()),
    resize: (width, height) => page.setViewport({ width, height }),
    close: () => browser.close(),
  };
}
