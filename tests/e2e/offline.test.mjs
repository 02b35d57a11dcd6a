/** The page without a network: kept whole or not at all, replaced only when its user agrees, and taken back when it must be. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { booted, fillable, offline, scenario, stageFile } from "./support/browser.mjs";
import { built, rebuilt } from "./support/host.mjs";
import { begin, card, downloaded, eventually, instrument, level, newest, press, saved, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const FIRST_LOAD = JSON.parse(readFileSync(join(ROOT, "dist/first-load.json"), "utf8"));
const HOSTED = { host: true };

/** Waits until the page says that it can be used without a network. */
const ready = (page) => page.locator(":root[data-offline=ready]").waitFor({ state: "attached" });
const offer = (page) => page.getByRole("status").filter({ hasText: "Versi baru tersedia." });
const agree = (page) => offer(page).getByRole("button", { name: "Perbarui sekarang" });
const caches = (page) => page.evaluate(() => globalThis.caches.keys());
const answered = (page, id, at) => level(page, SAKIP, id, at).and(page.getByRole("radio", { checked: true }));
/** Hashed files of a build. */
const hashed = (build) => [...build.keys()].filter((path) => /\.[0-9a-f]{10}\./.test(path));
/** Fails unless everything the page has loaded belongs to one build. */
async function only(page, build) {
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)));
  const named = loaded.filter((path) => /\.[0-9a-f]{10}\./.test(path));
  assert.ok(named.length >= 4, "styles, boot, glue, module");
  for (const path of named) assert.ok(hashed(build).includes(path), `${path} is of another build`);
}
/** How often a page was loaded from now on. */
function loads(page) {
  const count = { times: 0 };
  page.on("domcontentloaded", () => (count.times += 1));
  return count;
}

scenario("visited once, the page does the whole job without a network", HOSTED, async ({ page, open, context, origin, host, allow }) => {
  allow("request", /carries a query: .*dari=surat|jalan\/yang\/tidak\/ada net::ERR_INTERNET_DISCONNECTED/);
  await context.addInitScript(() => (globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1)));
  await open();
  await ready(page);
  await host.stop();
  await offline(context);

  await begin(page, OMBUDSMAN.shortName, "Dinas Tanpa Sinyal");
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: `Lihat contoh ${instrument("pekppp-2023-luring").shortName}`, exact: true }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await view(page, "Beranda");
  await begin(page, SAKIP.shortName, "Dinas Tanpa Sinyal");
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  await page.reload();
  await booted(page);
  await answered(page, "1a", 5).waitFor();
  await view(page, "Hasil");
  const file = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas" }).first().click());
  assert.equal(file.json.answers["1a"].level, 80);
  await page.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
  await page.getByRole("button", { name: "Cetak" }).click();
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
  assert.ok((await page.pdf()).length > 10_000, "there is a sheet to print");
  await view(page, "Tentang");
  await page.getByText("Siap dipakai tanpa internet:").waitFor();
  assert.equal(await page.getByText("Belum siap dipakai tanpa internet").isVisible(), false);
  await assertAccessible(page);

  const other = await context.newPage();
  for (const path of ["/#/isi", "/index.html#/isi", "/?dari=surat#/isi", "/jalan/yang/tidak/ada#/isi"]) {
    await other.goto("about:blank");
    await other.goto(origin + path);
    await booted(other);
    await answered(other, "1a", 5).waitFor();
  }
});

scenario("what is kept is what first-load.json lists, asked for after the first view, and nothing of it twice", HOSTED, async ({ page, open, host }) => {
  await open();
  await ready(page);
  const kept = await page.evaluate(async () => {
    const [name] = await globalThis.caches.keys();
    const requests = await (await globalThis.caches.open(name)).keys();
    return { name, paths: requests.map(({ url }) => new URL(url).pathname.slice(1)) };
  });
  assert.match(kept.name, /^swanilai-\/#[0-9a-f]{10}$/);
  assert.deepEqual(kept.paths.map((path) => path || "index.html").sort(), FIRST_LOAD.kept.map(({ path }) => path).sort());
  const first = FIRST_LOAD.files.map(({ path }) => (path === "index.html" ? "/" : `/${path}`)).filter((path) => path !== "/icon.svg");
  assert.deepEqual(host.log.slice(0, first.length).sort(), first.sort(), "the first view comes first");
  assert.deepEqual(
    FIRST_LOAD.later.map(({ path }) => host.log.indexOf(`/${path}`) >= first.length),
    [true, true],
  );
  const large = host.log.filter((path) => /\.[0-9a-f]{10}\./.test(path));
  assert.equal(large.length, new Set(large).size, "what the page has loaded is not loaded again to be kept");
});

scenario("a newer build waits until its user agrees; then every tab has it, once, with nothing lost or mixed", HOSTED, async ({ page, open, context, origin, host }) => {
  const [old, next] = [host.build, rebuilt(host.build)];
  await open();
  await ready(page);
  await page.evaluate(() => Promise.all(["lain-1", "swanilai-/lain/#1", "swanilai"].map((name) => globalThis.caches.open(name))));
  const theirs = ["lain-1", "swanilai", "swanilai-/lain/#1"];
  await begin(page, SAKIP.shortName);
  await saved(page);
  host.build = next;
  const other = await context.newPage();
  await other.goto(`${origin}/#/tentang`);
  await booted(other);
  await offer(page).waitFor();
  await offer(other).waitFor();
  await assertAccessible(other);
  await only(page, old);
  await only(other, old);
  await other.reload();
  await booted(other);
  await offer(other).waitFor();
  await only(other, old);
  assert.equal((await caches(page)).length, 2 + theirs.length, "both builds are kept, each whole");

  const [own, others] = [loads(page), loads(other)];
  await press(level(page, SAKIP, "1b", 4));
  await agree(page).click();
  await eventually(async () => assert.deepEqual([own.times, others.times], [1, 1]));
  await answered(page, "1b", 4).waitFor();
  await booted(other);
  await only(page, next);
  await only(other, next);
  await eventually(async () => assert.deepEqual((await caches(page)).filter((name) => !theirs.includes(name)).length, 1));
  assert.deepEqual((await caches(page)).filter((name) => theirs.includes(name)).sort(), theirs, "what others keep stays");
  assert.equal(await offer(page).isVisible(), false);
  await page.waitForTimeout(500);
  assert.deepEqual([own.times, others.times], [1, 1], "no tab is loaded twice");
});

scenario("put off, a newer build is there once every tab has been closed", HOSTED, async ({ page, open, context, origin, host }) => {
  const next = rebuilt(host.build);
  await open();
  await ready(page);
  host.build = next;
  await page.reload();
  await offer(page).getByRole("button", { name: "Nanti" }).click();
  await offer(page).waitFor({ state: "hidden" });
  await page.goto("about:blank");
  await eventually(async () => {
    const again = await context.newPage();
    await again.goto(origin);
    await booted(again);
    try {
      await only(again, next);
    } finally {
      await again.close();
    }
  });
});

scenario("work that is nowhere but in a tab keeps the newer build waiting until it is taken away", HOSTED, async ({ page, open, host, context }) => {
  const next = rebuilt(host.build);
  await open();
  await ready(page);
  await press(page.getByRole("checkbox", { name: /^Komputer bersama/ }));
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await page.getByText("Komputer bersama: tidak disimpan").waitFor();
  host.build = next;
  const other = await context.newPage();
  await other.goto(host.origin);
  await offer(page).waitFor();
  const own = loads(page);
  await agree(page).click();
  await offer(page).getByText("Jawaban di tab ini belum tersimpan di perangkat.").waitFor();
  await assertAccessible(page);
  assert.equal(await offer(other).isVisible(), true, "the newer build still waits");

  // Agreed to elsewhere, this tab is left as it is, and told.
  await offer(page).getByRole("button", { name: "Nanti" }).click();
  await agree(other).click();
  await eventually(async () => only(other, next));
  await offer(page).getByText("Jawaban di tab ini belum tersimpan di perangkat.").waitFor();
  assert.equal(own.times, 0);
  await answered(page, "1a", 5).waitFor();
  await view(page, "Hasil");
  const file = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas" }).first().click());
  assert.equal(file.json.answers["1a"].level, 80);
  await agree(page).click();
  await eventually(async () => assert.equal(own.times, 1));
  await booted(page);
  await only(page, next);
});

scenario("a change that finds the device full at the last moment keeps its tab, too", HOSTED, async ({ page, open, context, host }) => {
  await context.addInitScript(fillable);
  await open();
  await ready(page);
  await begin(page, SAKIP.shortName);
  await saved(page);
  host.build = rebuilt(host.build);
  await page.reload();
  await offer(page).waitFor();
  await level(page, SAKIP, "1a", 5).waitFor();
  const own = loads(page);
  // In one go, so that nothing has been saved in between.
  await level(page, SAKIP, "1a", 5).evaluate((radio) => {
    globalThis.deviceIsFull = true;
    radio.click();
    document.getElementById("update-now").click();
  });
  await offer(page).getByText("Jawaban di tab ini belum tersimpan di perangkat.").waitFor();
  await answered(page, "1a", 5).waitFor();
  assert.equal(own.times, 0);
});

/** How a file may fail to arrive. */
const FAULTS = {
  "is missing": () => undefined,
  "is cut short": (bytes) => bytes.subarray(0, bytes.length / 2),
  "is replaced by something else": () => Buffer.from("<!doctype html><title>Masuk jaringan</title>"),
};

for (const [fault, act] of Object.entries(FAULTS)) {
  scenario(`where one file of a newer build ${fault}, the older one goes on working`, HOSTED, async ({ page, open, context, host, allow }) => {
    allow("request", /\.json/);
    allow("console", /404/);
    const [old, next] = [host.build, rebuilt(host.build)];
    await open();
    await ready(page);
    const before = await caches(page);
    const instruments = hashed(next).filter((path) => path.startsWith("rubrics/"));
    host.build = next;
    host.faults.set(instruments.at(-1), act);
    await page.reload();
    await booted(page);
    await eventually(() => assert.ok(host.log.includes(`/${instruments.at(-1)}`)));
    await eventually(async () => assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).installing), null));
    assert.deepEqual(await caches(page), before, "nothing of the newer build is kept");
    assert.equal(await offer(page).isVisible(), false);
    await host.stop();
    await offline(context);
    await page.reload();
    await booted(page);
    await only(page, old);
    await begin(page, OMBUDSMAN.shortName);
    await only(page, old);

    host.faults.clear();
    await offline(context, false);
    await host.start();
    await page.reload();
    await offer(page).waitFor();
  });
}

scenario("a first visit that cannot be kept whole keeps nothing, and says that it is not ready", HOSTED, async ({ page, open, host, allow }) => {
  allow("console", /404/);
  allow("request", /404/);
  host.faults.set("icon-512.png", () => undefined);
  await open("/#/tentang");
  await page.getByText("Belum siap dipakai tanpa internet.").waitFor();
  await eventually(() => assert.ok(host.log.includes("/icon-512.png")));
  assert.equal(await page.getByText("Siap dipakai tanpa internet:").isVisible(), false);
  await eventually(async () => assert.deepEqual(await caches(page), []));
});

scenario("sw-off.js in the place of sw.js takes everything back", HOSTED, async ({ page, open, host, origin }) => {
  await open();
  await ready(page);
  await page.evaluate(() => globalThis.caches.open("lain-1"));
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  host.build = new Map(host.build).set("sw.js", host.build.get("sw-off.js"));
  const own = loads(page);
  await page.reload();
  await eventually(async () => assert.ok(own.times >= 2, "saved and loaded from the host again"));
  await eventually(async () => assert.deepEqual(await caches(page), ["lain-1"]));
  await answered(page, "1a", 5).waitFor();
  host.log.length = 0;
  await page.goto("about:blank");
  await page.goto(`${origin}/#/tentang`);
  await booted(page);
  assert.ok(host.log.includes("/"), "the page comes from the host");
  await page.getByText("Belum siap dipakai tanpa internet.").waitFor();
  await page.waitForTimeout(500);
  assert.deepEqual(await caches(page), ["lain-1"]);
});

scenario("removing everything from the device removes what is kept for use without a network too", HOSTED, async ({ page, open }) => {
  await open();
  await ready(page);
  await begin(page, SAKIP.shortName);
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await eventually(async () => {
    assert.deepEqual(await caches(page), []);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
  });
  await view(page, "Tentang");
  await page.getByText("Belum siap dipakai tanpa internet.").waitFor();
});

scenario("the page for frames keeps nothing and names no manifest", HOSTED, async ({ page, host }) => {
  await page.goto(`${host.origin}/embed.html`);
  await booted(page);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.equal(await page.locator("link[rel=manifest]").count(), 0);
  assert.deepEqual(host.log.filter((path) => /sw\.js|offline|manifest/.test(path)), []);
});

scenario("the worker leaves other methods and other files to the host", HOSTED, async ({ page, open, host, allow }) => {
  allow("request", /not a GET|404|405|carries a query/);
  allow("console", /404/);
  await open();
  await ready(page);
  const asked = (path, init) => page.evaluate(async ([path, init]) => (await fetch(path, init)).status, [path, init]);
  host.log.length = 0;
  await asked("./", { method: "POST" });
  await asked("./tidak-ada.json");
  await asked("./first-load.json");
  await asked("./icon.svg");
  await asked("./icon.svg?lain");
  assert.deepEqual(host.log, ["/", "/tidak-ada.json", "/first-load.json", "/icon.svg"], "only what is listed, as it is listed, is answered by the worker");
});

for (const [granted, said] of [[true, "Peramban berjanji tidak menghapus jawaban Anda sendiri."], [false, "Peramban dapat menghapus jawaban Anda bila tempatnya habis."]]) {
  scenario(`lasting storage is asked for after the first save only, and that it was ${granted ? "granted" : "refused"} is said`, HOSTED, async ({ page, open, context }) => {
    await context.addInitScript((granted) => {
      globalThis.asked = 0;
      StorageManager.prototype.persist = async () => ((globalThis.asked += 1), granted);
      StorageManager.prototype.persisted = async () => granted && globalThis.asked > 0;
    }, granted);
    const asked = () => page.evaluate(() => globalThis.asked);
    await open("/#/tentang");
    await ready(page);
    assert.equal(await page.getByText(said).isVisible(), false);
    await view(page, "Beranda");
    await begin(page, SAKIP.shortName);
    if (granted) await page.waitForTimeout(200);
    await saved(page);
    await eventually(async () => assert.equal(await asked(), 1));
    await press(level(page, SAKIP, "1a", 5));
    await eventually(async () => assert.equal((await newest(page)).answers["1a"]?.level, 80));
    assert.equal(await asked(), 1, "not with every save");
    await view(page, "Tentang");
    await page.getByText(said).waitFor();
    await page.reload();
    await booted(page);
    await ready(page);
    assert.equal(await asked(), 0, "nor with every visit");
  });
}

scenario("where a browser has no service workers and no lasting storage, the page works and does not claim either", HOSTED, async ({ page, open, context }) => {
  await context.addInitScript(() => {
    delete Navigator.prototype.serviceWorker;
    delete Navigator.prototype.storage;
  });
  await open("/#/tentang");
  await page.getByText("Belum siap dipakai tanpa internet.").waitFor();
  await view(page, "Beranda");
  await begin(page, SAKIP.shortName);
  await saved(page);
});

test("the manifest says what an installed page needs, and every icon has the size it claims", () => {
  const build = built();
  const manifest = JSON.parse(build.get("manifest.webmanifest").toString());
  const { id, name, short_name: short, lang, start_url: start, scope, display, icons } = manifest;
  assert.deepEqual({ id, short, lang, start, scope, display }, { id: "swanilai", short: "Swanilai", lang: "id", start: "./", scope: "./", display: "standalone" });
  assert.match(name, /^Swanilai/);
  for (const colour of [manifest.theme_color, manifest.background_color]) assert.match(colour, /^#[0-9a-f]{6}$/);
  assert.deepEqual(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`), ["192x192 any", "512x512 any", "512x512 maskable"]);
  const size = (path) => [build.get(path).readUInt32BE(16), build.get(path).readUInt32BE(20)].join("x");
  for (const { src, sizes, type } of icons) {
    assert.equal(type, "image/png");
    assert.equal(size(src), sizes, src);
  }
  assert.equal(size("icon-180.png"), "180x180");
  const page = build.get("index.html").toString();
  assert.match(page, /<link rel="manifest" href="manifest\.webmanifest">/);
  assert.match(page, /<link rel="apple-touch-icon" href="icon-180\.png">/);
});
