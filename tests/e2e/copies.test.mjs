/** When a copy outside the browser is due, and when leaving is asked about. */

import assert from "node:assert/strict";

import { booted, scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, choose, downloaded, eventually, filled, instrument, kept, level, newest, press, saved, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const DAY = 24 * 60 * 60 * 1000;
const START = new Date("2026-11-21T10:42:00+07:00");
const due = (page) => page.getByRole("region", { name: "Penilaian yang dibuka" }).getByText("Sudah seminggu perubahan Anda hanya ada di peramban ini.");
const days = (page, count) => page.clock.setFixedTime(new Date(START.getTime() + count * DAY));
const since = async (page) => Object.keys(await kept(page)).filter((key) => key.startsWith("swanilai:1:set:since:"));

/** What the browser asks when the page is left. */
async function asked(page) {
  const dialog = page.waitForEvent("dialog", { timeout: 1_500 }).catch(() => undefined);
  await page.evaluate(() => setTimeout(() => location.reload()));
  const shown = await dialog;
  await shown?.dismiss();
  return shown?.type();
}

scenario("changes that were nowhere else for a week ask quietly for a copy, until there is one", async ({ page, open }) => {
  await days(page, 0);
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  await days(page, 6.9);
  await page.reload();
  await press(level(page, SAKIP, "1b", 5));
  await eventually(async () => assert.equal((await newest(page)).answers["1b"].level, 80));
  assert.equal(await due(page).count(), 0);
  await days(page, 7);
  await page.reload();
  await booted(page);
  await due(page).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  await downloaded(page, () => page.locator("#copy-due").getByRole("button", { name: "Unduh berkas" }).click());
  await due(page).waitFor({ state: "detached" });
  assert.deepEqual(await since(page), []);
  await page.reload();
  await booted(page);
  await press(level(page, SAKIP, "1b", 4));
  await saved(page);
  assert.equal((await since(page)).length, 1);
  assert.equal(await due(page).count(), 0);
  await days(page, 14);
  await page.reload();
  await due(page).waitFor();
});

scenario("what came from a file needs no copy until it is changed, and an example never", async ({ page, open }) => {
  await days(page, 0);
  await open();
  await take(page, binjai());
  await saved(page);
  assert.deepEqual(await since(page), []);
  await press(level(page, SAKIP, "1a", 2));
  await eventually(async () => assert.equal((await since(page)).length, 1));
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
  await eventually(async () => assert.deepEqual(await since(page), [], "nothing of it stays when it is removed"));
  await page.getByRole("button", { name: `Lihat contoh ${SAKIP.shortName}`, exact: true }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await press(level(page, SAKIP, "1a", 2));
  await saved(page);
  await days(page, 30);
  await page.reload();
  await booted(page);
  await saved(page).catch(() => {});
  assert.equal(await due(page).count(), 0);
});

scenario("leaving is not asked about where nothing would be lost", { blockedStorage: true }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  assert.equal(await asked(page), undefined, "it is all in the file it came from");
});

scenario("a copy of one assessment does not stand for another", { blockedStorage: true }, async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), revision: 900 });
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await view(page, "Beranda");
  await choose(page, filled("ombudsman-kepatuhan-2023", (values) => values[0]));
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await page.getByRole("article").first().getByRole("radio").last().locator("xpath=following-sibling::label").click();
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await page.waitForTimeout(600);
  assert.equal(await asked(page), "beforeunload");
});
