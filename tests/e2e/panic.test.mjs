/** The screen that stays when the app cannot go on: it offers what was last saved, wherever that was. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { booted, scenario, stageFile } from "./support/browser.mjs";
import { begin, downloaded, instrument, level, press, saved, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");

/** Tears the page apart as some extensions do: what is drawn next has no place to go. */
async function breakPage(page, allow) {
  allow("console", /swanilai: stopped by an internal error|insert|panicked|JavaScript Error/);
  allow("page", /unreachable|RuntimeError/);
  await view(page, "Beranda");
  await page.locator(".troubles").evaluate((element) => element.remove());
  await page.getByRole("button", { name: /^Lanjutkan / }).click();
  await page.getByRole("heading", { level: 1, name: "Swanilai berhenti karena masalah di dalam aplikasi" }).waitFor();
  assert.equal(await page.locator("#app").isHidden(), true);
}

/** An assessment with one answer. */
async function filledIn(page) {
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
}

const rescued = (page) => downloaded(page, () => page.getByRole("button", { name: "Unduh berkas terakhir" }).click());

scenario("after a panic the last saved file can be taken, and a reload goes on with it", async ({ page, open, allow }) => {
  await open();
  await filledIn(page);
  await saved(page);
  await breakPage(page, allow);
  await assertAccessible(page);
  const { name, json } = await rescued(page);
  assert.match(name, /^penilaian-mandiri_pulihan_\d{4}-\d\d-\d\d\.json$/);
  assert.equal(json.answers["1a"].level, 80);
  await page.getByRole("button", { name: "Muat ulang" }).click();
  await booted(page);
  await level(page, SAKIP, "1a", 5).and(page.getByRole("radio", { checked: true })).waitFor();
});

scenario("after a panic what only this tab held can be taken", { blockedStorage: true }, async ({ page, open, allow }) => {
  await open();
  await filledIn(page);
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  await page.waitForTimeout(600);
  await breakPage(page, allow);
  assert.equal((await rescued(page)).json.answers["1a"].level, 80);
});
