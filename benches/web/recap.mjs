/**
 * How long the recapitulation takes for many files of the size of a PEKPPP form, from `File` objects to the table, with
 * digests checked, and how much memory the tab has then: `node benches/web/recap.mjs [files]`, 10,000 unless told.
 *
 * The page is the one in `dist/`, served as tests are served. Read by workers first, then in slices on the page.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

import { start, stop } from "../../tests/e2e/support/browser.mjs";
import { ROOT } from "../../tests/e2e/support/serve.mjs";

const COUNTS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const EXAMPLE = JSON.parse(readFileSync(join(ROOT, "rubrics/examples/pekppp-2023-luring.json"), "utf8"));
const RUNS = 3;

/** RFC 8785, for documents without numbers that are written in more than one way. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
};

/** A document as the page writes it, of the office with this number. */
function numbered(template, at) {
  const { digest, ...rest } = { ...template, id: `kantor-${at}`, unit: { ...template.unit, name: `Dinas nomor ${at}` } };
  const value = createHash("sha256").update(canonical(rest)).digest("hex");
  return JSON.stringify({ ...rest, digest: { algorithm: "sha256", value } }, null, 2);
}

/** The processes of tabs, each with its highest mark forgotten. */
async function renderers() {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  const ids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  for (const id of ids) writeFileSync(`/proc/${id}/clear_refs`, "5");
  return ids;
}

/** Bytes that the largest of them held at most since, workers and wasm included. */
const resident = (ids) => Math.max(...ids.map((id) => Number(readFileSync(`/proc/${id}/status`, "utf8").match(/VmHWM:\s+(\d+) kB/)[1]) * 1024));

const { browser, served } = await start();
try {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${served.origin}/`);
  await page.getByRole("button", { name: /PEKPPP.*[Ll]uring|Lihat contoh/ }).first().waitFor();
  await page.locator("input[type=file]").first().setInputFiles({ name: "contoh.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(EXAMPLE)) });
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await page.getByRole("link", { name: "Hasil", exact: true }).first().click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Unduh berkas" }).first().click()]);
  const template = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(createHash("sha256").update(canonical((({ digest, ...rest }) => rest)(template))).digest("hex"), template.digest.value);
  await context.close();

  console.log(`${cpus().length} cores of ${cpus()[0].model}, Chromium ${browser.version()}`);
  for (const count of COUNTS) {
    const folder = mkdtempSync(join(tmpdir(), "swanilai-"));
    const paths = Array.from({ length: count }, (_, at) => {
      const path = join(folder, `${at}.json`);
      writeFileSync(path, numbered(template, at));
      return path;
    });
    for (const workers of [true, false]) {
      const times = [];
      let longest = 0;
      let memory = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const context = await browser.newContext();
        const page = await context.newPage();
        if (!workers) await page.addInitScript(() => delete globalThis.Worker);
        await page.goto(`${served.origin}/#/rekap`);
        const input = page.locator("#recap-files");
        await input.waitFor({ state: "attached" });
        // Chosen elsewhere first, so that what is measured begins with `File` objects and not with their paths.
        await page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "theirs", multiple: true })));
        await page.locator("#theirs").setInputFiles(paths);
        const tabs = await renderers();
        const measured = await input.evaluate(async (field) => {
          field.files = document.querySelector("#theirs").files;
          let [last, longest] = [performance.now(), 0];
          const beat = setInterval(() => {
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
          }, 5);
          const begun = performance.now();
          field.dispatchEvent(new Event("change", { bubbles: true }));
          const links = () => document.querySelector('#main a[href="#/rekap/tabel"]');
          const reading = () => document.querySelector("#recap-progress");
          while (reading() === null && performance.now() - begun < 1_000) await new Promise((done) => setTimeout(done, 1));
          while (reading() !== null || links() === null) await new Promise((done) => setTimeout(done, 5));
          location.hash = "#/rekap/tabel";
          while (document.querySelector("#main table tbody tr") === null) await new Promise((done) => setTimeout(done, 5));
          const took = performance.now() - begun;
          clearInterval(beat);
          return { took, longest };
        });
        times.push(measured.took);
        longest = Math.max(longest, measured.longest);
        assert.match(await page.locator("#main table").first().innerText(), /Dinas nomor/);
        memory = Math.max(memory, resident(tabs));
        await context.close();
      }
      times.sort((one, other) => one - other);
      const seconds = (milliseconds) => (milliseconds / 1_000).toFixed(2);
      console.log(
        `${count} files, ${workers ? "workers" : "slices on the page"}: ${seconds(times[Math.floor(RUNS / 2)])} s (${seconds(times[0])} to ${seconds(times.at(-1))}); ` +
          `longest wait of the page ${Math.round(longest)} ms; at most ${Math.round(memory / 1e6)} MB in the tab`,
      );
    }
    rmSync(folder, { recursive: true });
  }
} finally {
  await stop();
}
