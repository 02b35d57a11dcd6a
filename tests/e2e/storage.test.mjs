/** Nothing is lost: saving on the device, and what happens where that fails. */

import assert from "node:assert/strict";

import { booted, fillable, scenario, stageFile } from "./support/browser.mjs";
import {
  begin, binjai, card, choose, downloaded, eventually, filled, instrument, kept, level, newest, press, saved, scoreboard, slots, take, view,
} from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const pressed = (page, id, at) => press(level(page, SAKIP, id, at));
const alertOf = (page, text) => page.getByRole("alert").filter({ hasText: text });

scenario("every answer is on the device within half a second and survives a reload", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  const at = Date.now();
  await eventually(async () => assert.deepEqual((await newest(page)).answers["1a"].level, 80));
  assert.ok(Date.now() - at < 1_500, "soon after the change");
  await saved(page);
  await card(page, "1b").getByText("Catatan 1b").click();
  await card(page, "1b").getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).fill("di lemari dua");
  await eventually(async () => assert.equal((await newest(page)).answers["1b"].note, "di lemari dua"));
  const before = await scoreboard(page);
  await page.reload();
  await level(page, SAKIP, "1a", 5).and(page.getByRole("radio", { checked: true })).waitFor();
  assert.equal(await card(page, "1b").getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).inputValue(), "di lemari dua");
  assert.deepEqual(await scoreboard(page), before);
  await saved(page);
});

scenario("a change made while the page still shows that it saved the one before is saved as well", async ({ page, open, context }) => {
  // A slow machine: drawing rests at every turn, as it does after 16 ms, and what happened meanwhile comes first.
  await context.addInitScript(() => {
    const { now } = Date;
    let ahead = 0;
    Date.now = () => now() + (ahead += 20);
  });
  await open();
  await begin(page, SAKIP.shortName);
  await saved(page);
  const next = await level(page, SAKIP, "1b", 4).getAttribute("id");
  await page.evaluate((id) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      if (!key.includes(":doc:")) return;
      Storage.prototype.setItem = setItem;
      setTimeout(() => document.getElementById(id).click());
    };
  }, next);
  await pressed(page, "1a", 5);
  await eventually(async () => assert.equal((await newest(page)).answers["1b"]?.level, 70));
  await saved(page);
});

scenario("a page closed right after a change has saved it when it was hidden", async ({ page, open, context, origin }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  await pressed(page, "1b", 4);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(`${origin}/#/isi`);
  await booted(again);
  await level(again, SAKIP, "1b", 4).and(again.getByRole("radio", { checked: true })).waitFor();
});

scenario("a page that is killed loses at most its last half second", async ({ page, open, context, origin }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  await pressed(page, "1b", 4);
  const crash = await context.newCDPSession(page);
  page.on("crash", () => {});
  await Promise.race([crash.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
  await page.close();
  const again = await context.newPage();
  await again.goto(`${origin}/#/isi`);
  await booted(again);
  await level(again, SAKIP, "1a", 5).and(again.getByRole("radio", { checked: true })).waitFor();
});

scenario("no slot stays the newest whatever is saved after it", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  await view(page, "Beranda");
  await page.evaluate(() => {
    for (const [key, raw] of Object.entries(localStorage)) {
      if (key.includes(":doc:")) localStorage.setItem(key, raw.replace(/"seq":\d+,"at":"\d+/, '"seq":18446744073709551615,"at":"2999'));
    }
    // One that can be trusted beside it, as an older save.
    const [key, raw] = Object.entries(localStorage).find(([name]) => name.endsWith(":a"));
    localStorage.setItem(key.replace(/a$/, "b"), raw.replace(/"seq":\d+,"at":"\d+/, '"seq":1,"at":"2026'));
  });
  await open("/#/isi");
  await pressed(page, "1a", 2);
  await saved(page);
  await page.reload();
  await booted(page);
  await level(page, SAKIP, "1a", 2).and(page.getByRole("radio", { checked: true })).waitFor();
});

scenario("where storage is blocked this is said, the form works, and the file can be taken away", { blockedStorage: true }, async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await alertOf(page, "Peramban ini tidak mengizinkan penyimpanan.").waitFor();
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await pressed(page, "1a", 7);
  await eventually(async () => assert.equal((await scoreboard(page)).point, "100,00"));
  const file = await downloaded(page, () => page.getByRole("alert").getByRole("button", { name: "Unduh berkas" }).click());
  assert.equal(file.json.answers["1a"].level, 100);
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Lanjutkan / }).waitFor();
});

scenario("leaving is asked about while changes are nowhere but in the page", { blockedStorage: true }, async ({ page, open }) => {
  const asked = async () => {
    const dialog = page.waitForEvent("dialog", { timeout: 2_000 }).catch(() => undefined);
    await page.evaluate(() => setTimeout(() => location.reload()));
    const shown = await dialog;
    await shown?.dismiss();
    return shown?.type();
  };
  await open();
  await begin(page, SAKIP.shortName);
  await alertOf(page, "tidak mengizinkan penyimpanan").waitFor();
  await pressed(page, "1a", 7);
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  assert.equal(await asked(), "beforeunload");
});

scenario("a full device is told, and saving goes on once there is room", async ({ page, open, context }) => {
  await context.addInitScript(fillable);
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  await page.evaluate(() => (globalThis.deviceIsFull = true));
  await pressed(page, "1a", 6);
  const trouble = alertOf(page, "Tempat penyimpanan peramban penuh.");
  await trouble.waitFor();
  assert.equal((await newest(page)).answers["1a"].level, 80, "what was there stays");
  const file = await downloaded(page, () => trouble.getByRole("button", { name: "Unduh berkas" }).click());
  assert.equal(file.json.answers["1a"].level, 90);
  await page.evaluate(() => (globalThis.deviceIsFull = false));
  await trouble.getByRole("button", { name: "Coba simpan lagi" }).click();
  await saved(page);
  await trouble.waitFor({ state: "detached" });
  assert.equal((await newest(page)).answers["1a"].level, 90);
});

scenario("a broken slot gives way to the other, and is kept aside", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  await pressed(page, "1a", 6);
  await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 90));
  const [last, former] = (await slots(page)).sort((one, other) => other.seq - one.seq);
  assert.notEqual(last.key, former.key);
  const broken = last.raw.slice(0, -20);
  await page.evaluate(([key, raw]) => localStorage.setItem(key, raw), [last.key, broken]);
  await page.reload();
  await level(page, SAKIP, "1a", 5).and(page.getByRole("radio", { checked: true })).waitFor();
  assert.equal((await kept(page))[last.key], broken, "nothing is touched by reading");
  await pressed(page, "1a", 4);
  await eventually(async () => assert.equal((await kept(page))[last.key.replace(":doc:", ":broken:")], broken));
  await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 70));
});

scenario("an assessment that cannot be read at all is listed, left as it is, and can be downloaded", async ({ page, open }) => {
  await open();
  await page.evaluate(() => localStorage.setItem("swanilai:1:doc:rusak:a", "bukan penilaian"));
  await page.reload();
  await page.getByText("Isi yang tersimpan tidak dapat dibaca.").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Unduh/ }).click()]);
  assert.match(download.suggestedFilename(), /^penilaian-mandiri_.*\.json$/);
  assert.deepEqual(await kept(page), { "swanilai:1:doc:rusak:a": "bukan penilaian" });
});

scenario("two tabs never overwrite each other in silence", async ({ page, open, context, origin }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/isi`);
  await level(other, SAKIP, "1a", 5).and(other.getByRole("radio", { checked: true })).waitFor();
  await pressed(other, "1a", 6);
  await alertOf(page, "Penilaian ini juga diubah di tab lain.").waitFor();
  assert.equal(await level(page, SAKIP, "1a", 2).isDisabled(), true);
  await page.getByRole("button", { name: "Muat yang terbaru" }).click();
  await level(page, SAKIP, "1a", 6).and(page.getByRole("radio", { checked: true })).waitFor();
  await alertOf(page, "di tab lain").waitFor({ state: "detached" });

  await pressed(other, "1b", 1);
  await alertOf(page, "di tab lain").waitFor();
  await page.getByRole("button", { name: "Lanjutkan di tab ini" }).click();
  await pressed(page, "1a", 3);
  await alertOf(other, "di tab lain").waitFor();
  await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 60));
  assert.equal(await level(other, SAKIP, "1a", 2).isDisabled(), true);
});

scenario("a tab that can only be read offers nothing to change", async ({ page, open, context, origin }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/isi`);
  await pressed(other, "1a", 6);
  await alertOf(page, "di tab lain").waitFor();
  assert.equal(await page.getByRole("button", { name: "Urungkan" }).isDisabled(), true);
  const controls = page.getByRole("article").first().locator("input:enabled, select:enabled, textarea:enabled, button:enabled");
  assert.deepEqual(await controls.evaluateAll((all) => all.map(({ id }) => id)), [], "nothing in a card can be changed");
});

scenario("Komputer bersama leaves nothing on the device", async ({ page, open, context, origin }) => {
  await open();
  await press(page.getByRole("checkbox", { name: /^Komputer bersama/ }));
  await begin(page, SAKIP.shortName);
  await pressed(page, "1a", 5);
  await page.getByText("Komputer bersama: tidak disimpan di perangkat ini").waitFor();
  assert.deepEqual(await kept(page), {});
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Lanjutkan Dinas Uji/ }).waitFor();
  const other = await context.newPage();
  await other.goto(origin);
  await other.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
});

scenario("Komputer bersama stays on after a reload, and says so", async ({ page, open }) => {
  await open();
  await press(page.getByRole("checkbox", { name: /^Komputer bersama/ }));
  await page.reload();
  await booted(page);
  assert.equal(await page.getByRole("checkbox", { name: /^Komputer bersama/ }).isChecked(), true);
});

scenario("Komputer bersama asks before it removes what is kept", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Beranda");
  const box = page.getByRole("checkbox", { name: /^Komputer bersama/ });
  await press(box);
  await page.getByRole("button", { name: "Batal" }).click();
  assert.equal(await box.isChecked(), false);
  assert.equal((await newest(page)).unit.name, "PA Binjai");
  await press(box);
  await page.getByRole("button", { name: "Hapus dan nyalakan" }).click();
  await eventually(async () => assert.deepEqual(await kept(page), {}));
  assert.equal(await box.isChecked(), true);
});

scenario("removing everything leaves no key of ours and every key of others", async ({ page, open }) => {
  const theirs = { lain: "1", "swanilai-lain": "2", "x:swanilai:1:doc:a:a": "3" };
  await open();
  await page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), theirs);
  await take(page, binjai());
  await saved(page);
  await pressed(page, "1a", 2);
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Batal" }).click();
  assert.notDeepEqual(await kept(page), {});
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await eventually(async () => assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), theirs));
  await page.getByText("1 penilaian dihapus dari perangkat ini.").waitFor({ timeout: 2_000 });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
});

scenario("one assessment is removed alone, and can be brought back", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Beranda");
  await choose(page, filled("ombudsman-kepatuhan-2023", (values) => values[0]));
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
  const listed = page.getByRole("heading", { level: 2, name: /^PA Binjai/ });
  await listed.waitFor({ state: "detached" });
  await page.getByRole("status").getByText("Baru dihapus: PA Binjai").waitFor();
  assert.equal((await newest(page)).unit.name, "Dinas Uji");
  // It stays at hand while other views are looked at.
  for (const name of ["Tentang", "Beranda"]) await view(page, name);
  await page.getByRole("button", { name: "Kembalikan" }).click();
  await listed.waitFor();
  await page.getByRole("button", { name: "Kembalikan" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: /PA Binjai/ }).first().click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
});
