/** The secretariat's papers on paper: every unit, finding and note in the text of the PDF, and one page that stays one. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { eventually, file, filled, indicators, instrument, take } from "./support/journey.mjs";
import { pages as printed } from "./support/paper.mjs";

stageFile();

const ID = "ombudsman-kepatuhan-2023";
const OMBUDSMAN = instrument(ID);
const NOT_OFFICIAL = "Bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi.";
const LONG = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana";

/** The file of an office; `at` says how well it does, and every fifth answer of some is missing. */
const office = (name, at, more = {}) =>
  filled(
    ID,
    (values, place) => (at % 2 === 1 && place % 5 === 0 ? undefined : { level: values[(at + place) % values.length], assumed: place % 11 === 3 ? true : undefined }),
    { id: `id-${at}`, unit: { name, pemda: "Kabupaten Contoh", kind: "dinas" }, updatedAt: "2026-11-01T08:00:00+07:00", ...more },
  );

/** A number given where the scale takes one is no level. */
const mended = (document) => {
  for (const indicator of indicators(OMBUDSMAN)) {
    const answer = document.answers[indicator.id];
    const scale = OMBUDSMAN.scales.find(({ id }) => id === indicator.scale);
    if (answer && !scale.levels) {
      answer.value = answer.level;
      delete answer.level;
    }
  }
  return document;
};

const offices = (count, name = (at) => `Dinas ${at}`) =>
  Array.from({ length: count }, (_, at) => file(mended(office(name(at), at)), `unit-${at}.json`));

const fits = async (page) =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "nothing runs out of the page sideways");

async function go(page, part) {
  await page.evaluate((hash) => (location.hash = hash), `#/rekap${part && `/${part}`}`);
  await page.locator(`nav[aria-label="Bagian rekap"] a[href="#/rekap${part && `/${part}`}"][aria-current]`).waitFor();
}

/** Chooses files, and waits until they have been read. */
async function choose(page, files) {
  await go(page, "");
  await page.locator("#recap-files").setInputFiles(files);
  await page.getByText(/^\d+ berkas dibaca/).waitFor();
  await page.getByRole("button", { name: "Tutup" }).click();
}

/** A list of these units, all of them assessed. */
async function list(page, names) {
  await go(page, "unit");
  await page.getByLabel("Nama pemerintah daerah").fill("Kabupaten Contoh");
  await page.getByLabel("Tambah unit").fill(names.join("\n"));
  await page.getByRole("button", { name: "Tambahkan", exact: true }).click();
  await page.getByRole("button", { name: "Centang semua" }).click();
}

/** Text as it can be found again: where lines break, blanks and hyphens differ. */
const squeezed = (text) => text.replace(/\s+/g, "");

/** Everything that would stand beside the paper and must not. */
const nothingElse = (pages) => {
  for (const text of pages) assert.doesNotMatch(text, /Cetak atau simpan PDF|Kertas yang dibuat|Lewati ke isi|Bagian rekap/);
};

for (const viewport of ["phone", "laptop"]) {
  scenario(`the papers of many offices print whole and alone, each page with its strip (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    const names = (at) => (at % 7 === 0 ? `${LONG} ${at}` : `Dinas ${at}`);
    await choose(page, [...offices(60, names), file("{ rusak", "rusak sekali.json")]);
    await list(page, [...Array.from({ length: 60 }, (_, at) => names(at)), "Kecamatan Hilang"]);
    await go(page, "kertas");
    await page.getByRole("heading", { level: 1, name: "Rekapitulasi Penilaian Mandiri" }).waitFor();
    await assertAccessible(page);
    await fits(page);
    await page.getByText("Kop surat, jabatan, dan tanggal").click();
    await page.getByLabel("Kop surat").fill("PEMERINTAH KABUPATEN CONTOH\nSEKRETARIAT DAERAH");
    await page.getByLabel("Tempat", { exact: true }).fill("Contoh");
    await page.getByLabel("Tanggal", { exact: true }).fill("2026-11-23");
    await page.getByText("Contoh, 23 November 2026").waitFor();
    const pages = await printed(page);
    const all = squeezed(pages.join(" "));
    for (let at = 0; at < 60; at += 1) {
      // By its number before it: `Dinas 1` stands in `Dinas 10` as well.
      assert.match(all, new RegExp(`\\d\\.${squeezed(names(at))}\\d\\d,\\d\\d`), names(at));
    }
    for (const text of ["rusak sekali.json", "Kecamatan Hilang", "PEMERINTAH KABUPATEN CONTOH", "Sekretaris Daerah Kabupaten Contoh", "Kepala Bagian Organisasi"]) {
      assert.ok(all.includes(squeezed(text)), text);
    }
    for (const [at, text] of pages.entries()) {
      assert.ok(text.includes(NOT_OFFICIAL), `page ${at + 1} carries the strip`);
      assert.ok(text.includes(`Halaman ${at + 1} dari ${pages.length}`), `page ${at + 1} has its number`);
    }
    nothingElse(pages);
    const tabled = pages.filter((text) => /\d+\. (Dinas|Dinas Pemberdayaan)/.test(text));
    assert.ok(tabled.length > 2, "the table goes over several pages");
    for (const text of tabled) assert.match(text, /Perkiraan nilai.*Kisaran penuh.*Status/, "each with its heads");
  });
}

scenario("the note to the secretary is one page with 60 long names, and names posts only", async ({ page, open }) => {
  await open();
  const names = (at) => `${LONG} ${LONG} ${at}`;
  const practice = mended(office(`${LONG} Hilang 0`, 60, { practice: true }));
  await choose(page, [...offices(60, names), file(practice, "latihan.json")]);
  await list(page, [...Array.from({ length: 60 }, (_, at) => names(at)), ...Array.from({ length: 40 }, (_, at) => `${LONG} Hilang ${at}`)]);
  await go(page, "kertas");
  await page.getByLabel("Kertas yang dibuat").selectOption("Nota ringkas untuk Sekda");
  await page.getByRole("heading", { level: 1, name: "Nota Ringkas" }).waitFor();
  await page.getByText("Kop surat, jabatan, dan tanggal").click();
  await page.getByLabel("Kop surat").fill(`${LONG}\n`.repeat(9));
  for (const label of ["Jabatan yang dituju", "Jabatan yang menyusun", "Tempat", "Tanggal", "Nomor surat"]) await page.getByLabel(label, { exact: true }).fill(LONG.repeat(2));
  await assertAccessible(page);
  await fits(page);
  const pages = await printed(page);
  assert.equal(pages.length, 1, "one page");
  const [text] = pages;
  for (const words of [NOT_OFFICIAL, "Siapa yang sudah mengirim", "Sudah mengirim dan dihitung, 60 dari 100 unit", "Belum mengirim, 39 unit", "58 lainnya", "37 lainnya", "Berkasnya belum dapat dihitung, 1 unit", "Siapa yang lemah", "Untuk diperintahkan minggu ini", "37 lainnya", "Mengirim ulang berkas yang dapat dihitung"]) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
  for (let at = 1; at <= 5; at += 1) assert.ok(text.includes(`${at}. `), `order ${at}`);
  nothingElse(pages);
  assert.ok((await page.getByRole("button", { name: "Unduh versi yang dapat disunting (Word)" }).count()) === 1);
});

/** Every answer at the lowest that can be given, no document, and a name of the widest letters there are. */
const widest = (id, at) =>
  filled(id, (values, place) => (place % 3 ? values[0] : undefined), { id: `${id}-${at}`, unit: { name: `${"W".repeat(90)} ${"M".repeat(90)} ${at}`, pemda: "W".repeat(90) }, updatedAt: "2026-11-01T08:00:00+07:00" });

for (const id of ["sakip-2021", "pekppp-2023-luring", "ombudsman-opini-2025"]) {
  scenario(`the note is one page with the widest names and nothing in order (${id})`, async ({ page, open }) => {
    await open();
    await choose(page, [...Array.from({ length: 12 }, (_, at) => file(widest(id, at), `${at}.json`)), file("{ rusak", "rusak.json")]);
    await list(page, [...Array.from({ length: 30 }, (_, at) => `${"W".repeat(90)} ${at}`)]);
    await go(page, "unit");
    await page.getByRole("button", { name: "Hapus semua centang" }).click();
    await go(page, "kertas");
    await page.getByLabel("Kertas yang dibuat").selectOption("Nota ringkas untuk Sekda");
    await page.getByText("Kop surat, jabatan, dan tanggal").click();
    await page.getByLabel("Kop surat").fill(`${"W".repeat(200)}\n`.repeat(9));
    for (const label of ["Jabatan yang dituju", "Jabatan yang menyusun", "Tempat", "Tanggal", "Nomor surat"]) await page.getByLabel(label, { exact: true }).fill("W".repeat(200));
    const pages = await printed(page);
    assert.equal(pages.length, 1, pages.map((text) => text.slice(-300)).join("\n---\n"));
    for (const words of [/ 5\. /, /Disposisi/, /NIP/, NOT_OFFICIAL, "12 unit di luar daftar"]) assert.ok(pages[0].search(words) >= 0, `${words} in ${pages[0]}`);
  });
}

scenario("each office has a reminder of its own gaps to copy, and all can be copied at once", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await choose(page, offices(3));
  await list(page, ["Dinas 0", "Dinas 1", "Dinas 2", "Dinas Hilang"]);
  await go(page, "kertas");
  await page.getByLabel("Kertas yang dibuat").selectOption("Pengingat tiap unit");
  const own = page.getByRole("region", { name: "Dinas 1", exact: true });
  await assertAccessible(page);
  await fits(page);
  await page.evaluate(() => (navigator.clipboard.writeText = async (text) => (globalThis.copied = text)));
  await own.getByRole("button", { name: "Salin Dinas 1" }).click();
  await page.getByText("Disalin. Tempel di pesan Anda.").waitFor();
  const copied = () => page.evaluate(() => globalThis.copied);
  const one = await copied();
  const blank = indicators(OMBUDSMAN).filter((_, at) => at % 5 === 0);
  for (const { id, name } of blank) assert.ok(one.includes(`- ${id} ${name}`), id);
  assert.ok(one.includes(`Belum diisi atau baru sebagian (${blank.length}):`), one);
  assert.doesNotMatch(one, /Dinas [02]|\d+,\d\d/);
  await page.getByRole("button", { name: "Salin semua pengingat" }).click();
  await eventually(async () => assert.ok((await copied()).includes("Yth. Pimpinan Dinas Hilang")));
  assert.ok((await copied()).includes(one), "each stands whole in the text of all");
});

scenario("reminders print as letters, each from the top of a sheet of its own with the strip", async ({ page, open }) => {
  await open();
  await choose(page, [...offices(3), file("{ rusak", "Dinas Rusak.json")]);
  await list(page, ["Dinas 0", "Dinas 1", "Dinas 2", "Dinas Rusak", "Dinas Hilang"]);
  await go(page, "kertas");
  await page.getByLabel("Kertas yang dibuat").selectOption("Pengingat tiap unit");
  await page.getByText("Untuk mencetak, pakai menu cetak peramban").waitFor();
  const told = await page.locator(".recap-papers > section .typed").allInnerTexts();
  const pages = await printed(page);
  nothingElse(pages);
  for (const text of pages) {
    assert.ok(text.includes(NOT_OFFICIAL), "the strip stands on each page");
    assert.doesNotMatch(text, /Salin|Untuk mencetak/);
  }
  const letters = pages.filter((text) => text.includes("Yth. Pimpinan"));
  assert.equal(letters.length, told.length, "each begins a page");
  const all = squeezed(pages.join(" ").replaceAll(/PENILAIAN MANDIRI - .*?zona resmi\.|Swanilai\. Penilaian mandiri, bukan hasil resmi\.|Halaman \d+ dari \d+/g, " "));
  for (const text of told) for (const line of text.split("\n").filter(Boolean)) assert.ok(all.includes(squeezed(line)) || NOT_OFFICIAL.includes(line) || line.includes("bukan hasil penilaian resmi"), line);
  assert.ok(letters.some((text) => /Dinas Rusak\.json, kami terima tetapi belum dapat dihitung\. Sebabnya: Tidak dapat dibaca: \S/.test(text)), "why a file does not count is said whole");
});

scenario("the editable recapitulation is a page of its own that holds every unit and loads nothing", async ({ page, open }) => {
  await open();
  await choose(page, offices(3));
  await go(page, "kertas");
  const button = page.getByRole("button", { name: "Unduh versi yang dapat disunting (Word)" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const [name, text] = [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
  assert.match(name, /^lembar-rekapitulasi_kabupaten-contoh_ombudsman-kepatuhan-2023_\d{4}-\d\d-\d\d\.html$/);
  for (const words of ["Dinas 0", "Dinas 1", "Dinas 2", NOT_OFFICIAL]) assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /<script|src=|href=/);
});

scenario("the minutes of a verification print every indicator, finding and note for three to sign", async ({ page, open }) => {
  await open();
  const all = indicators(OMBUDSMAN);
  const note = (at) => `Catatan ke-${at}: papan maklumat belum terpasang di loket, dan dokumen yang ditunjukkan bertanggal tahun lalu. `.repeat(at % 9 === 0 ? 12 : 1).trim();
  const finding = (at) => ["agree", "improve", "mismatch"][at % 3];
  const answers = {};
  for (const [at, indicator] of all.entries()) {
    if (at % 4 === 3) continue;
    const scale = OMBUDSMAN.scales.find(({ id }) => id === indicator.scale);
    answers[indicator.id] = { finding: finding(at), note: note(at), ...(scale.levels ? { level: scale.levels[1].value } : {}) };
  }
  await take(page, mended(office(LONG, 2, { verification: { by: "Kepala Bagian Organisasi", at: "2026-11-23T09:00:00+07:00", answers } })));
  await page.goto(`${page.url().split("#")[0]}#/verifikasi`);
  await page.getByRole("link", { name: "Cetak berita acara" }).click();
  await page.getByRole("heading", { level: 1, name: "Berita Acara Verifikasi Penilaian Mandiri" }).waitFor();
  await assertAccessible(page);
  const pages = await printed(page);
  const text = squeezed(pages.join(" ").replaceAll(new RegExp(`PENILAIAN MANDIRI - .*?${NOT_OFFICIAL.replace(/\./g, "\\.")}`, "g"), " "));
  for (const [at, { id, name }] of all.entries()) {
    assert.ok(text.includes(squeezed(`${id} · ${name}`)), id);
    if (at % 4 !== 3 && at % 9 !== 0) assert.ok(text.includes(squeezed(note(at))), `the note of ${id}`);
  }
  assert.ok(text.split(squeezed("Catatan ke-9:")).length === 13, "a long note is whole");
  for (const words of ["Pada hari ini Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam", "PIHAK PERTAMA", "PIHAK KEDUA", "Mengetahui", "Yang tidak diperiksa", "Kisaran penuh"]) {
    assert.ok(text.includes(squeezed(words)), words);
  }
  for (const one of pages) assert.ok(one.includes(NOT_OFFICIAL), "the strip stands on every page");
  nothingElse(pages);
});
