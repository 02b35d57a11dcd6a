/**
 * Chromium, by Playwright.
 *
 * Invariant: a profile of its own, because only there third-party storage can be allowed.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.SWANILAI_CHROMIUM ?? "/usr/bin/chromium";

/** What Playwright turns off among other features, in one argument. */
const UNPARTITIONED = "ThirdPartyStoragePartitioning";

/** @type {import("./browsers.mjs").Launch} */
export async function launch({ folder, storage, viewport }) {
  const profile = join(folder, "profile");
  const downloads = join(folder, "downloads");
  mkdirSync(join(profile, "Default"), { recursive: true });
  mkdirSync(downloads);
  writeFileSync(
    join(profile, "Default/Preferences"),
    JSON.stringify({ profile: { cookie_controls_mode: storage === "blocked" ? 1 : 0 } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: storage === "partitioned" ? unhindered(folder) : EXECUTABLE,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    viewport,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
  });
  const faults = [];
  const requests = [];
  const page = context.pages()[0];
  context.setDefaultTimeout(15_000);
  context.on("console", (message) => {
    if (message.type() === "error") faults.push({ kind: "console", text: message.text() });
  });
  context.on("weberror", (error) => faults.push({ kind: "page", text: String(error.error()) }));
  context.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => dialog.accept());
  page.on("download", (download) => download.saveAs(join(downloads, download.suggestedFilename())));

  let frame = page.mainFrame();
  return {
    name: "Chromium",
    version: context.browser()?.version() ?? "",
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
    choose: (element, path) => element.setInputFiles(path),
    paper: () => page.pdf({ preferCSSPageSize: true }),
    picture: () => page.screenshot(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    close: () => context.close(),
  };
}

/** A program that starts Chromium with partitioning as people have it. */
function unhindered(folder) {
  const path = join(folder, "chromium.sh");
  writeFileSync(
    path,
    `#!/bin/sh
for one in "$@"; do
  shift
  case $one in --disable-features=*) one=$(printf %s "$one" | sed s/${UNPARTITIONED},//) ;; esac
  set -- "$@" "$one"
done
exec "${EXECUTABLE}" "$@"
`,
    { mode: 0o755 },
  );
  return path;
}
