/** Views that are loaded when they are first asked for: by a module of their own, inside the page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { booted, offline, scenario, stageFile } from "./support/browser.mjs";
import { begin, downloaded, eventually, instrument, kept, level, newest, press, saved, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";
import { visit, widget } from "./support/site.mjs";

stageFile();

const FIRST_LOAD = JSON.parse(readFileSync(join(ROOT, "dist/first-load.json"), "utf8"));
const PAGE = readFileSync(join(ROOT, "dist/index.html"), "utf8");
/** Script and wasm of each module, by its name. */
const MODULES = Object.fromEntries([...PAGE.matchAll(/swanilai:module:(.*?)" content="(.*?)" data-wasm="(.*?)"/g)].map(([, name, ...files]) => [name, files]));
const FILES = MODULES.recap;
const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");

/** Goes to an address of the page. */
const go = (page, hash) => page.evaluate((to) => (location.hash = to), hash);
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
/** A view as its module draws it, and not what stands in for it. */
const drawn = (page, name) => page.locator("#main > div:not([class]) h1").filter({ hasText: name });
const refuse = (route) => route.abort();
/** The follow-ups in what is stored. */
const actions = async (page) => (await newest(page)).actions ?? [];

/** Answers 1a, and writes a finding where what is to be done is listed, letter by letter. */
async function written(page) {
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await go(page, "#/tindak-lanjut");
  await drawn(page, "Tindak lanjut").waitFor();
  await page.getByRole("button", { name: "Tambah tindak lanjut" }).click();
  const finding = page.getByRole("textbox", { name: "Temuan" });
  await finding.pressSequentially("Standar belum dipampang");
  return finding;
}

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

scenario("what stands in for a view is gone before the view is in sight", { slow: true }, async ({ open, page }) => {
  await page.addInitScript(() => {
    globalThis.most = 0;
    const count = () => {
      const headings = [...document.querySelectorAll("#view-title")].filter((one) => one.checkVisibility());
      globalThis.most = Math.max(globalThis.most, headings.length);
    };
    new MutationObserver(count).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await open();
  const [recap, about] = [["#/rekap", "Rekap"], ["#/tentang", "Tentang dan sumber"]];
  // Once they have come, modules draw in no time.
  for (const [hash, name] of [recap, about, recap, about]) {
    await go(page, hash);
    await drawn(page, name).waitFor();
    await eventually(async () => assert.equal(await page.locator("#view-title").count(), 1));
  }
  assert.equal(await page.evaluate(() => globalThis.most), 1);
});

/** The box of that finding, in a list that is shown anew and so folded. */
async function unfolded(page) {
  await page.locator("article.entry summary").first().click();
  return page.getByRole("textbox", { name: "Temuan" });
}

for (const [module, hash, name] of [["recap", "#/rekap", "Rekap"], ["beyond", "#/simulasi", "Simulasi"]]) {
  scenario(`a module that does not come is told of, loses nothing, and comes when it is asked for again (${module})`, async ({ open, page, watched }) => {
    watched.allow("request", new RegExp(`${module}.*ERR_FAILED`));
    watched.allow("console", /ERR_FAILED/);
    await open();
    await begin(page, SAKIP.shortName);
    await press(level(page, SAKIP, "1a", 5));
    await page.route(`**/${MODULES[module][1]}`, refuse);
    await go(page, hash);
    const told = page.getByRole("alert").filter({ hasText: "Bagian ini tidak dapat dimuat." });
    await told.waitFor();
    await heading(page, name).waitFor();
    await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 80));
    await view(page, "Hasil");
    await go(page, hash);
    await told.waitFor();
    await page.unroute(`**/${MODULES[module][1]}`, refuse);
    await told.getByRole("button", { name: "Coba lagi" }).click();
    await drawn(page, name).waitFor();
    assert.equal(await told.count(), 0);
    assert.equal(await page.locator("#view-title").count(), 1);
  });
}

scenario("no view of filling in and its result asks for a module", async ({ open, page, watched: { requests } }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  for (const name of ["Cek", "Hasil", "Beranda"]) await view(page, name);
  assert.deepEqual(requests.filter((path) => MODULES.beyond.includes(path.slice(1))), []);
  await view(page, "Perbaikan");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "view-title", "the heading has the focus"));
  await drawn(page, "Perbaikan").waitFor();
  for (const name of ["Simulasi", "Tonggak"]) {
    await page.getByRole("navigation", { name: "Bagian perbaikan" }).getByRole("link", { name }).press("Enter");
    await drawn(page, name).and(page.locator(":focus")).waitFor();
  }
  assert.equal(await page.locator("#view-title").count(), 1);
});

scenario("what is changed in a module is saved, taken back by the page, and there after a reload", async ({ open, page }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await press(level(page, OMBUDSMAN, "IN07", 1));
  await go(page, "#/wawancara");
  await drawn(page, "Simulasi wawancara").waitFor();
  const boxes = page.getByRole("checkbox");
  await boxes.nth(0).press("Space");
  await boxes.nth(1).press("Space");
  await eventually(async () => assert.equal(Object.values((await newest(page)).answers.IN01.ticks)[0].length, 2));
  const undo = page.locator("#main").getByRole("button", { name: "Urungkan" });
  await undo.click();
  await eventually(async () => assert.deepEqual(await page.getByRole("checkbox", { checked: true }).count(), 1));
  await eventually(async () => assert.equal(Object.values((await newest(page)).answers.IN01.ticks)[0].length, 1));
  await boxes.nth(2).press("Space");
  await saved(page);
  await page.reload();
  await booted(page);
  await drawn(page, "Simulasi wawancara").waitFor();
  await eventually(async () => assert.deepEqual(await page.getByRole("checkbox", { checked: true }).count(), 2));
  const { answers, revision } = await newest(page);
  assert.equal(answers.IN07.level, 1, "what was answered before is as it was");
  assert.ok(revision >= 5, `each change counts: ${revision}`);
});

scenario("words typed in a module are one undo, and what came before it is the next", async ({ open, page }) => {
  await open();
  const finding = await written(page);
  await eventually(async () => assert.equal((await actions(page))[0].finding, "Standar belum dipampang"));
  const undo = page.getByRole("button", { name: "Urungkan" }).first();
  await undo.click();
  await eventually(async () => assert.equal(await finding.inputValue(), ""));
  await finding.pressSequentially("Lain");
  await eventually(async () => assert.equal((await actions(page))[0].finding, "Lain"));
  await undo.click();
  await eventually(async () => assert.equal(await finding.inputValue(), ""));
  await undo.click();
  await eventually(async () => assert.deepEqual(await actions(page), []));
  await undo.click();
  await eventually(async () => assert.deepEqual((await newest(page)).answers, {}));
});

scenario("a page left right after a letter was typed in a module has saved it", async ({ open, page, context, origin }) => {
  await open();
  const finding = await written(page);
  await saved(page);
  await finding.press("!");
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  assert.equal((await actions(page))[0].finding, "Standar belum dipampang!");
  const other = await context.newPage();
  await other.goto(`${origin}/#/tindak-lanjut`);
  assert.equal(await (await unfolded(other)).inputValue(), "Standar belum dipampang!");
});

scenario("another tab that writes the same assessment locks what a module shows", async ({ open, page, context, origin }) => {
  await open();
  await written(page);
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/tindak-lanjut`);
  await (await unfolded(other)).press("End");
  await other.keyboard.type(", belum");
  await saved(other);
  await page.getByRole("button", { name: "Muat yang terbaru" }).click();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Temuan" }).inputValue(), "Standar belum dipampang, belum"));
});

scenario("what is done in a module stays in the tab where nothing can be kept, after a panic in the module too", { blockedStorage: true }, async ({ open, page, allow }) => {
  allow("console", /swanilai: stopped by an internal error|insert|panicked|JavaScript Error/);
  allow("page", /unreachable|RuntimeError/);
  await open();
  await written(page);
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await view(page, "Hasil");
  await go(page, "#/tindak-lanjut");
  assert.equal(await (await unfolded(page)).inputValue(), "Standar belum dipampang");
  await page.waitForTimeout(600);
  // As where extensions tear a page apart: what the module draws next has no place to go.
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function (node, before) {
      if (this.closest?.("#main > div:not([class])")) throw new Error("insert");
      return insertBefore.call(this, node, before);
    };
  });
  await page.getByRole("button", { name: "Tambah tindak lanjut" }).click();
  await page.getByRole("heading", { level: 1, name: "Swanilai berhenti karena masalah di dalam aplikasi" }).waitFor();
  const rescued = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas terakhir" }).click());
  assert.equal(rescued.json.actions[0].finding, "Standar belum dipampang");
  assert.equal(rescued.json.answers["1a"].level, 80);
  assert.deepEqual(await kept(page).catch(() => []), []);
});

scenario("once the page can be used without a network, so can the views of its modules", { host: true }, async ({ open, page, context, host }) => {
  await open();
  await page.locator(":root[data-offline=ready]").waitFor({ state: "attached" });
  await host.stop();
  await offline(context);
  await written(page);
  await saved(page);
  await page.reload();
  await booted(page);
  await drawn(page, "Tindak lanjut").waitFor();
  assert.equal(await (await unfolded(page)).inputValue(), "Standar belum dipampang");
  await go(page, "#/rekap");
  await drawn(page, "Rekap").waitFor();
});

scenario("a module that stalls on its way holds up no other", async ({ open, page, watched }) => {
  watched.allow("request", /beyond/);
  await open();
  await begin(page, SAKIP.shortName);
  await page.route(`**/${MODULES.beyond[1]}`, () => {});
  await go(page, "#/simulasi");
  await page.getByText("Memuat bagian ini").waitFor();
  await go(page, "#/rekap");
  await drawn(page, "Rekap").waitFor();
});

scenario("views left before their module is there leave nothing behind", async ({ open, page }) => {
  await open();
  for (const hash of ["#/rekap", "#/tentang", "#/rekap", "#/", "#/tentang", "#/rekap", "#/tentang"]) await go(page, hash);
  await drawn(page, "Tentang dan sumber").waitFor();
  for (let times = 0; times < 10; times += 1) {
    for (const hash of ["#/rekap", "#/tentang"]) {
      await go(page, hash);
      await page.waitForTimeout(times * 4);
    }
  }
  await drawn(page, "Tentang dan sumber").waitFor();
  assert.equal(await page.locator("h1").count(), 1 + (await page.locator("h1:not(:visible)").count()));
});

scenario("elements of one page share a module and each draw their own view", async (stage) => {
  const { page } = stage;
  await visit(stage, ["a", "b"].map((instance) => widget({ rubric: "sakip-2021", mode: "kantor", instance })).join(""));
  for (const instance of ["a", "b"]) {
    const one = page.locator(`swanilai-widget[instance="${instance}"]`);
    await one.getByRole("link", { name: "Swanilai" }).evaluate((link) => link.setAttribute("href", "#/rekap"));
    await one.getByRole("link", { name: "Swanilai" }).click();
    await one.locator("#main > div:not([class]) h1").filter({ hasText: "Rekap" }).waitFor();
    await one.getByRole("link", { name: "Tentang" }).click();
    await one.locator("#main > div:not([class]) h1").filter({ hasText: "Tentang dan sumber" }).waitFor();
  }
});
