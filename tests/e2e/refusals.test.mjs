/** Files that cannot be taken, and files that are taken with something to be said. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, choose, eventually, kept, saved, scoreboard, take, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const GOOD = JSON.stringify(binjai());
const changed = (change) => {
  const document = binjai();
  change(document);
  return JSON.stringify(document);
};
const answers = (inner) => `{"format":"swanilai/assessment","formatVersion":"1.0","rubric":{"id":"sakip-2021"},"answers":${inner}}`;

/** What is refused, and the sentence that says so. */
const REFUSED = [
  ["is not UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "Berkas ini bukan teks UTF-8."],
  ["is UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le"), "Berkas ini bukan teks UTF-8."],
  ["is a spreadsheet", Buffer.from("PK\x03\x04\x14\0\0\0xl/workbook.xml"), "Berkas ini tidak terbaca sebagai lembar Excel. Simpan sebagai Buku Kerja Excel (.xlsx) tanpa kata sandi, lalu pilih lagi."],
  ["is an archive", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x80, 0x9f]), "Ini dokumen Word, OpenDocument (.ods), atau arsip. Pilih berkas .json dari Swanilai; lembar Excel disimpan dulu sebagai .xlsx tanpa kata sandi."],
  ["is an old document of Office", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "Ini dokumen Office lama (.xls, .doc) atau terkunci kata sandi. Pilih berkas .json dari Swanilai; lembar Excel disimpan dulu sebagai .xlsx tanpa kata sandi."],
  ["is a PDF", "%PDF-1.7\n", "Ini berkas PDF. Pilih berkas .json dari Swanilai."],
  ["is a photo", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "Ini gambar. Pilih berkas .json dari Swanilai."],
  ["is a picture of the screen", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "Ini gambar. Pilih berkas .json dari Swanilai."],
  ["is larger than 1 MiB", `${GOOD}${" ".repeat(1024 * 1024)}`, "Berkas ini lebih besar dari 1 MiB."],
  ["is empty", "", "Berkas ini belum berisi apa-apa."],
  ["is a page of HTML", "\ufeff\n<!doctype html><title>x</title>", "Ini halaman web lain, bukan berkas Swanilai."],
  ["is cut off", GOOD.slice(0, -5), "tidak terbaca sebagai JSON"],
  ["holds NaN", answers('{"1a":{"level":NaN}}'), "tidak terbaca sebagai JSON"],
  ["has something after its end", `${GOOD} {}`, "Ada isi lain sesudah data penilaian berakhir."],
  ["is nested a hundred thousand deep", "[".repeat(100_000) + "]".repeat(100_000), "bersusun lebih dari 64 tingkat."],
  ["says one thing twice", GOOD.replace('"1a"', '"1b"'), "Bagian “1b” tertulis dua kali"],
  ["says one thing twice at the top", GOOD.replace("{", '{"format":"swanilai/assessment",'), "Bagian “format” tertulis dua kali"],
  ["is of a newer major format", readFileSync(join(ROOT, "tests/fixtures/major-2.0.json")), "Berkas ini dibuat dengan format 2.0; aplikasi ini membaca sampai 1.x."],
  ["is of another kind", changed((one) => (one.format = "lain/berkas")), "di dalamnya tertulis “lain/berkas”"],
  ["is an instrument under the id of a shipped one", readFileSync(join(ROOT, "rubrics/sakip-2021.json")), "Kode “sakip-2021” sudah dipakai instrumen bawaan"],
  ["names an instrument nobody has", changed((one) => (one.rubric.id = "lke-2030")), "Instrumen “lke-2030” tidak ada di aplikasi ini"],
  ["has a level outside its scale", changed((one) => (one.answers["1a"] = { level: 95 })), "Isi “answers.1a.level”, yaitu 95, tidak ada pada skalanya."],
  ["has a list for a level", changed((one) => (one.answers["1a"] = { level: [90] })), "Isi “answers.1a.level” seharusnya"],
  ["has a number too large", answers('{"1a":{"level":1e400}}'), "terlalu besar"],
  ["has a number too precise", answers('{"1a":{"level":80.00001}}'), "terlalu banyak angka di belakang koma"],
  ["lacks its answers", changed((one) => delete one.answers), "Bagian “answers” belum ada"],
  ["has a list for its answers", answers("[]"), "seharusnya kumpulan data dalam kurung kurawal"],
  ["leaves out what may not be left out", answers('{"1a":{"notApplicable":true,"reason":"x"}}'), "tidak relevan"],
];

scenario("every file that cannot be taken is refused in its own words, and changes nothing", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Beranda");
  const before = await kept(page);
  const failures = [];
  for (const [what, content, sentence] of REFUSED) {
    await choose(page, content, "kiriman.json");
    const summary = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "Berkas tidak dapat dibuka: kiriman.json" }) });
    await summary.waitFor();
    const said = (await summary.getByRole("listitem").allTextContents()).join(" ");
    if (!said.includes(sentence)) failures.push(`a file that ${what}: ${said}`);
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "problems", what));
    assert.deepEqual(await kept(page), before, what);
    await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
    await page.getByRole("heading", { level: 1, name: "Penilaian di perangkat ini" }).waitFor();
  }
  assert.deepEqual(failures, []);
  await view(page, "Pengisian");
  assert.equal((await scoreboard(page)).point, "87,80");
});

scenario("a refusal names every problem at once and lets another file be chosen", async ({ page, open }) => {
  await open();
  await choose(page, answers('{"1a":{"level":95},"1b":{"level":81},"1c":{"level":12}}'));
  const list = page.getByRole("alert").getByRole("listitem");
  await list.first().waitFor();
  assert.equal(await list.count(), 3);
  await page.getByLabel("Pilih berkas lain").setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(GOOD) });
  await page.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).waitFor();
});

scenario("several files at once are refused", async ({ page, open }) => {
  await open();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    for (const name of ["a.json", "b.json"]) transfer.items.add(new File([text], name));
    return transfer;
  }, GOOD);
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: data });
  await page.getByRole("alert").getByRole("heading", { name: /^Berkas tidak dapat dibuka/ }).waitFor();
  assert.doesNotMatch(await page.getByRole("alert").getByRole("listitem").innerText(), /Isi berkas ini lebih dari 1 butir/, "it says that files come one at a time");
});

/** What is taken all the same, and what is said of it. */
const TAKEN = [
  ["has an unknown indicator", changed((one) => (one.answers["9z"] = { level: 1 })), "Indikator “9z” tidak ada di instrumen ini."],
  ["has an unknown member", changed((one) => (one.catatanKami = 1)), "Bagian “catatanKami”"],
  ["has results that differ", changed((one) => (one.results = { score: 99 })), "(99) berbeda dari hitungan ulang (87,8"],
  ["has a wrong digest", changed((one) => (one.digest = { algorithm: "sha256", value: "0".repeat(64) })), "Isi berkas ini berubah sejak disimpan aplikasi."],
  ["is of another version of the instrument", changed((one) => (one.rubric.version = "0.9.0")), "instrumen versi 0.9.0; aplikasi ini memakai versi 1.0.0"],
  ["is of a newer minor format", changed((one) => (one.formatVersion = "1.9")), "format 1.9, lebih baru dari aplikasi ini"],
  ["hides characters", changed((one) => (one.unit.name = "Dinas \u202elaisoS")), "memuat karakter yang tidak terlihat"],
];

scenario("what is odd but no obstacle is named before the file is taken", async ({ page, open }) => {
  await open();
  const failures = [];
  for (const [what, content, sentence] of TAKEN) {
    await choose(page, content);
    await page.getByRole("heading", { name: /^Yang perlu diketahui/ }).waitFor();
    const said = (await page.getByRole("main").getByRole("listitem").allTextContents()).join(" ");
    if (!said.includes(sentence)) failures.push(`a file that ${what}: ${said}`);
    await page.getByText("Perkiraan nilainya 87,80.").waitFor();
    await page.getByRole("button", { name: "Batal" }).click();
    await page.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
  }
  assert.deepEqual(failures, []);
});

scenario("however much there is to be said of a file, the way on stands before it", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await choose(page, changed((one) => Object.assign(one, Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`asing${at}`, 1])))));
  const remarks = page.getByRole("main").getByRole("listitem");
  await page.getByText("dan 980 lagi", { exact: true }).waitFor();
  assert.equal(await remarks.filter({ hasText: "asing" }).count(), 20);
  const top = async (locator) => (await locator.boundingBox()).y;
  assert.ok((await top(page.getByRole("button", { name: "Batal" }))) < (await top(remarks.first())));
  await page.getByText("Yang perlu diketahui: 1000, di bawah.").waitFor();
});

scenario("answers the instrument does not ask for are counted apart", async ({ page, open }) => {
  await open();
  await choose(page, answers(`{${Array.from({ length: 1999 }, (_, at) => `"asing${at}":{"level":1}`).join(",")}}`));
  await page.getByText("0 jawaban dikenal, 1999 tidak.").waitFor();
  await page.getByRole("button", { name: "Batal" }).click();
  await choose(page, GOOD);
  await page.getByText(": 12 jawaban.").waitFor();
});

scenario("hidden characters are shown as codes", async ({ page, open }) => {
  await open();
  const clean = async (where) => assert.doesNotMatch(await page.locator("body").evaluate((body) => body.textContent), /[\u202e\u0007]/, `${where}: as codes, not as themselves`);
  const odd = changed((one) => {
    one.unit.name = "Dinas \u202elaisoS";
    one.rubric = { id: "lke-daerah" };
    one.rubricCopy = { ...JSON.parse(readFileSync(join(ROOT, "rubrics/sakip-2021.json"), "utf8")), id: "lke-daerah", shortName: "LKE \u202eharead" };
    one.rubricCopy.dimensions[0].name = "Perencanaan \u202ejrenik";
    one.rubricCopy.dimensions[0].indicators[0].question = "Sudahkah \u202eini?";
  });
  await choose(page, odd, "gaji\u202enosj.json");
  await page.getByRole("button", { name: "Ambil" }).waitFor();
  await clean("preview");
  await page.getByText(/Berkas gaji\\u\{202e\}nosj\.json berisi/).waitFor();
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  for (const name of ["Pengisian", "Hasil"]) {
    await view(page, name);
    await clean(name);
  }
  await view(page, "Beranda");
  await page.getByRole("heading", { level: 2, name: /^Dinas \\u\{202e\}laisoS/ }).waitFor();
  await clean("Beranda");
  await page.getByRole("button", { name: /^Hapus Dinas/ }).click();
  await page.getByRole("button", { name: "Kembalikan" }).waitFor();
  await clean("what was removed");
  await choose(page, "{", "gaji\u202enosj.json");
  await page.getByRole("heading", { name: /^Berkas tidak dapat dibuka: gaji\\u/ }).waitFor();
  await clean("refusal");
});

scenario("a byte order mark and 90.0 for 90 are as good", async ({ page, open }) => {
  await open();
  await choose(page, `\ufeff${GOOD.replaceAll('"level":90', '"level":90.0')}`);
  await page.getByText("Perkiraan nilainya 87,80.").waitFor();
  assert.equal(await page.getByRole("heading", { name: /^Yang perlu diketahui/ }).count(), 0);
});
