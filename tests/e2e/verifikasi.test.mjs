/** A file goes from an office to the secretariat and back: verified by keyboard, side by side, approved, opened again. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stage, stageFile } from "./support/browser.mjs";
import {
  choose, downloaded, eventually, filled, instrument, level, newest, press, saved, take, view,
} from "./support/journey.mjs";
import { enter, focused, pick, tabTo, type } from "./support/keyboard.mjs";

stageFile();

const ID = "ombudsman-kepatuhan-2023";
const OMBUDSMAN = instrument(ID);
const [INPUT] = OMBUDSMAN.dimensions;
const [FIRST, SECOND, THIRD] = INPUT.indicators.filter(({ scale }) => scale === "0-4");

/** Everything answered in the middle, with one published number. */
const office = () => filled(ID, (values) => values[Math.min(2, values.length - 1)], { official: { score: 81.34 } });

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const verification = (page, list = "") => page.goto(`${page.url().split("#")[0]}#/verifikasi${list}`);
const shown = async (page) => (await page.locator("article.verdict > h4").allTextContents()).map((name) => name.split(" ")[0]);

/** Moves the document on, in this post. */
async function stand(page, button) {
  await page.getByLabel("Jabatan yang mengubah status").fill("Sekretaris Daerah");
  await page.getByRole("button", { name: button }).click();
}

/** The file as the secretariat gives it back: two findings, and what it says of the document. */
async function verified(file, viewport) {
  const { page, context, open, watched } = await stage({ viewport });
  await open();
  await take(page, file);
  await saved(page);
  await view(page, "Cek");
  await enter(page, "Verifikasi dan status");
  await page.getByRole("heading", { level: 1, name: "Verifikasi", exact: true }).waitFor();
  await type(page, "Jabatan yang memverifikasi", "Kepala Bagian Organisasi");
  await pick(page, `verify-${FIRST.id}`, "Sesuai", 1);
  await tabTo(page, "the verified level", (at) => at.id === `verified-${FIRST.id}`);
  await page.keyboard.press("1");
  await type(page, "Catatan pemeriksa", "Papan belum terpasang di loket");
  await pick(page, `verify-${SECOND.id}`, "Sesuai", 0);
  await page.getByText("▼ lebih rendah daripada jawaban perangkat daerah").waitFor();
  await page.getByText("= sama dengan jawaban perangkat daerah").waitFor();
  await page.getByText(/^2 dari 38 diverifikasi/).waitFor();
  const verifiedColumn = page.locator(".columns .outcome").nth(1);
  await verifiedColumn.getByText(/^\d+,\d\d – \d+,\d\d$/).waitFor();
  assert.equal(await verifiedColumn.locator(".outcome-score").count(), 0, "no figure before all of it was looked at");
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the page sideways");
  await saved(page);
  await page.reload();
  const radio = page.locator(`#verify-${FIRST.id}`).getByRole("radio", { name: "Perbaiki" });
  await eventually(async () => assert.ok(await radio.isChecked()));
  const kept = (await newest(page)).verification;
  assert.equal(kept.by, "Kepala Bagian Organisasi");
  assert.deepEqual([kept.answers[FIRST.id].finding, kept.answers[FIRST.id].level], ["improve", 1]);
  assert.deepEqual([kept.answers[SECOND.id].finding, kept.answers[SECOND.id].level], ["agree", 2]);
  await stand(page, "Ajukan");
  assert.equal(await page.getByRole("button", { name: "Kirim ke Bagian Organisasi" }).count(), 0, "it is there already");
  await stand(page, "Nyatakan diverifikasi");
  const back = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas untuk dikembalikan" }).click());
  assert.match(back.name, /^verifikasi_dinas-uji_ombudsman-kepatuhan-2023_[\d-]+\.json$/);
  assert.deepEqual(watched.faults, []);
  await context.close();
  return back;
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`what a verifier found comes back beside newer answers of the office (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, office());
    await view(page, "Hasil");
    const { text } = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas" }).click());
    const back = await verified(text, viewport);
    assert.equal(back.json.answers[FIRST.id].level, 2, "the office's answer is what it was");

    // Meanwhile the office has gone on.
    await page.goto(`${page.url().split("#")[0]}#/isi/${INPUT.id}/${THIRD.id}`);
    await press(level(page, OMBUDSMAN, THIRD.id, 4));
    await press(level(page, OMBUDSMAN, FIRST.id, 3));
    await saved(page);
    await view(page, "Beranda");
    await choose(page, back.text, "dari-bagian-organisasi.json");
    await page.getByText("Berkas ini membawa verifikasi oleh Kepala Bagian Organisasi").waitFor();
    await page.getByText("Jawaban di berkas berbeda dari yang di perangkat ini.").waitFor();
    const changed = `1 temuan dibuat untuk jawaban yang sudah berubah sejak diperiksa: ${FIRST.id}.`;
    await page.getByText(changed).waitFor();
    await assertAccessible(page);
    assert.ok(await fits(page), "the preview fits");
    await page.getByRole("button", { name: "Ambil verifikasinya" }).press("Enter");
    await page.getByText("Berkas diambil. Tekan Urungkan").waitFor();
    const line = page.locator(`#card-${FIRST.id}`).getByText(/^Verifikasi Kepala Bagian Organisasi/);
    assert.match(await line.textContent(), /Perbaiki · .*Catatan: Papan belum terpasang di loket · jawabannya sudah berubah sejak diperiksa$/);
    await saved(page);
    const merged = await newest(page);
    assert.equal(merged.answers[THIRD.id].level, 4, "the newer answer stays");
    assert.equal(merged.verification.answers[FIRST.id].level, 1);
    assert.equal(merged.status, "draf", "other answers were not verified");

    await view(page, "Hasil");
    const block = page.locator(".columns .outcome");
    assert.deepEqual(await block.locator("h3").allTextContents(), ["Nilai mandiri", "Nilai verifikasi", "Nilai resmi"]);
    await block.nth(2).getByText("81,34").waitFor();
    await block.nth(1).getByText(/^2 dari 38 diverifikasi/).waitFor();
    const row = page.locator('table[aria-labelledby="columns"] tbody tr').first();
    assert.match((await row.textContent()).replace(/\s+/g, " "), new RegExp(`^${INPUT.name}.*\\d+,\\d\\d – \\d+,\\d\\d`));
    await page.getByText(changed).waitFor();
    await assertAccessible(page);
    assert.ok(await fits(page), "the three columns fit");
    await verification(page);
    await page.getByText(/^Diverifikasi · Sekretaris Daerah · .+ · untuk jawaban lain$/).waitFor();
  });
}

scenario("the same answers take over what was found and where the document stands", async ({ page, open }) => {
  await open();
  await take(page, office());
  await saved(page);
  const back = await verified(office(), "laptop");
  await view(page, "Beranda");
  await choose(page, back.text);
  await page.getByText("Jawaban di berkas sama dengan yang di perangkat ini.").waitFor();
  await page.getByRole("button", { name: "Ambil verifikasinya" }).click();
  await page.locator("#standing", { hasText: "Diverifikasi" }).waitFor();
  await view(page, "Hasil");
  await page.emulateMedia({ media: "print" });
  await page.getByText(/^telah diverifikasi oleh Kepala Bagian Organisasi, \d+ \S+ \d{4}: 2 dari 38/).waitFor();
  await page.getByText(/^Diverifikasi · Sekretaris Daerah · /).waitFor();
});

scenario("a list shows what is open or differs, and nothing vanishes from it while it is worked on", async ({ page, open }) => {
  await open();
  await take(page, filled(ID, (values) => values[1]));
  await verification(page, "/belum");
  await page.getByRole("heading", { level: 1, name: "Verifikasi", exact: true }).waitFor();
  // The heading stands there before its cards do.
  await eventually(async () => assert.equal((await shown(page)).length, 38));
  const all = await shown(page);
  assert.equal(await page.getByRole("link", { name: "Kembali ke rekap" }).count(), 0, "it came from no recapitulation");
  await page.locator(`#verify-${FIRST.id}`).getByRole("radio", { name: "Bukti tidak sesuai" }).check();
  await page.getByRole("link", { name: "Belum diperiksa (37)" }).waitFor();
  assert.deepEqual(await shown(page), all);
  assert.equal((await focused(page)).card, `verify-${FIRST.id}`);
  await page.getByRole("link", { name: "Berbeda (1)" }).click();
  await eventually(async () => assert.deepEqual(await shown(page), [FIRST.id]));
  await page.getByRole("link", { name: "Belum diperiksa (37)" }).click();
  await eventually(async () => assert.equal((await shown(page)).length, 37));
});

scenario("what is approved is kept, and the first change opens a new revision that can be taken back", async ({ page, open }) => {
  await open();
  await take(page, office());
  await verification(page);
  await page.getByRole("button", { name: "Ajukan" }).click();
  await page.getByText("Isi jabatan lebih dulu.").waitFor();
  assert.equal((await focused(page)).id, "status-by");
  await stand(page, "Ajukan");
  await page.getByText(/^Status ini hanya tercatat di berkas\./).waitFor();
  const { name } = await downloaded(page, () => page.getByRole("button", { name: "Kirim ke Bagian Organisasi" }).click());
  assert.match(name, /^penilaian-mandiri_/);
  for (const button of ["Nyatakan diverifikasi", "Sahkan"]) await stand(page, button);
  await page.getByRole("heading", { name: "Status: Disahkan" }).waitFor();
  await assertAccessible(page);
  await view(page, "Pengisian");
  await page.getByText(/^Penilaian ini sudah disahkan oleh Sekretaris Daerah, /).waitFor();
  await press(level(page, OMBUDSMAN, FIRST.id, 4));
  await page.getByText("Penilaian yang disahkan diubah: statusnya kini draf, revisi 2.").waitFor();
  await page.locator("#standing", { hasText: "Draf · revisi 2" }).waitFor();
  await assertAccessible(page);
  await saved(page);
  const opened = await newest(page);
  assert.deepEqual(opened.statuses.map(({ status }) => status), ["diajukan", "diverifikasi", "disahkan", "draf"]);
  assert.equal(opened.milestones.length, 1);
  assert.equal(opened.milestones[0].id, opened.statuses[2].milestone);
  assert.equal(opened.milestones[0].answers[FIRST.id].level, 2, "what was approved");
  await page.locator("#notice").getByRole("button", { name: "Urungkan" }).click();
  await page.locator("#standing", { hasText: "Disahkan" }).waitFor();
  await press(level(page, OMBUDSMAN, FIRST.id, 4));
  await page.locator("#standing", { hasText: "Draf · revisi 2" }).waitFor();
  await saved(page);
  await page.reload();
  await page.locator("#standing", { hasText: "Draf · revisi 2" }).waitFor();
  await view(page, "Perbaikan");
  await page.getByRole("navigation", { name: "Bagian perbaikan" }).getByRole("link", { name: "Tonggak" }).click();
  await page.getByRole("rowheader", { name: /^1\. Disahkan/ }).waitFor();
});
