/** Views that are loaded when they are first asked for: by a module of their own, inside the page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { scenario, stageFile } from "./support/browser.mjs";
import { eventually } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";
import { visit, widget } from "./support/site.mjs";

stageFile();

const FIRST_LOAD = JSON.parse(readFileSync(join(ROOT, "dist/first-load.json"), "utf8"));
const FILES = readFileSync(join(ROOT, "dist/index.html"), "utf8").match(/swanilai:module:recap" content="(.*?)" data-wasm="(.*?)"/).slice(1);

scenario("nothing of a module is in the first load, and it comes once when its view is first shown", async ({ open, page, watched: { requests } }) => {
  const asked = () => requests.filter((path) => FILES.includes(path.slice(1)));
  await open();
  assert.equal(FIRST_LOAD.files.some(({ path }) => FILES.includes(path)), false);
  assert.deepEqual(asked(), []);
  await page.evaluate(() => (location.hash = "#/rekap"));
  await eventually(async () => assert.equal(await page.locator("#main > div:not([class]) h1").innerText(), "Rekap"));
  assert.deepEqual(asked(), FILES.map((path) => `/${path}`));
  assert.equal(await page.evaluate(() => document.activeElement.id), "view-title", "the heading has the focus");
  assert.equal(await page.locator("#view-title").count(), 1);
  await page.evaluate(() => (location.hash = "#/tentang"));
  await page.getByRole("heading", { level: 1, name: "Tentang" }).waitFor();
  await page.evaluate(() => (location.hash = "#/rekap"));
  await page.getByRole("heading", { level: 1, name: "Rekap" }).waitFor();
  assert.equal(asked().length, FILES.length, "both are kept");
});

scenario("a module that does not come is told of, and comes when it is asked for again", async ({ open, page, watched }) => {
  watched.allow("request", /recap.*ERR_FAILED/);
  watched.allow("console", /ERR_FAILED/);
  await open();
  const refuse = (route) => route.abort();
  await page.route(`**/${FILES[1]}`, refuse);
  await page.evaluate(() => (location.hash = "#/rekap"));
  const told = page.getByRole("alert").filter({ hasText: "Bagian ini tidak dapat dimuat." });
  await told.waitFor();
  await page.unroute(`**/${FILES[1]}`, refuse);
  await told.getByRole("button", { name: "Coba lagi" }).click();
  await page.locator("#main > div:not([class]) h1").waitFor();
  assert.equal(await told.count(), 0);
});

scenario("elements of one page share a module and each draw their own view", async (stage) => {
  const { page } = stage;
  await visit(stage, ["a", "b"].map((instance) => widget({ rubric: "sakip-2021", mode: "kantor", instance })).join(""));
  for (const instance of ["a", "b"]) {
    const one = page.locator(`swanilai-widget[instance="${instance}"]`);
    await one.getByRole("link", { name: "Swanilai" }).evaluate((link) => link.setAttribute("href", "#/rekap"));
    await one.getByRole("link", { name: "Swanilai" }).click();
    await one.getByRole("heading", { name: "Rekap" }).waitFor();
  }
});
