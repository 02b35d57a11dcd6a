/** Many offices' files as one picture: what counts, what does not and why, by file, folder and archive. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { assertAccessible } from "./support/axe.mjs";
import { fillable, scenario, stageFile } from "./support/browser.mjs";
import { downloaded, eventually, file, filled, kept, saved, take, view } from "./support/journey.mjs";
import { tabTo } from "./support/keyboard.mjs";
import { pages } from "./support/paper.mjs";
import { zip } from "./support/zip.mjs";

stageFile();

const OMBUDSMAN = "ombudsman-kepatuhan-2023";
const PEMDA = "Kabupaten Contoh";

/** The file of an office, every answer at the level that `pick` takes. */
const office = (name, pick = (values) => values.at(-1), more = {}) =>
  filled(OMBUDSMAN, pick, { id: `id-${name}`, unit: { name, pemda: PEMDA, kind: "dinas" }, updatedAt: "2024-11-01T08:00:00+07:00", ...more });

/** Goes to a part of the view. */
async function go(page, part = "") {
  await page.evaluate((hash) => (location.hash = hash), `#/rekap/${part}`.replace(/\/$/, ""));
  await page.locator(".recap").waitFor();
  await page.locator(`nav[aria-label="Bagian rekap"] a[href="#/rekap${part && `/${part}`}"][aria-current]`).waitFor();
}

/** Chooses files, and waits until they have been read. */
async function choose(page, files) {
  await page.locator("#recap-files").setInputFiles(files);
  await page.getByText(/^\d+ berkas dibaca/).waitFor();
}

/** What a table says, a line a row, its cells apart. */
const rows = (page, table) =>
  table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));

const units = (page) => rows(page, page.getByRole("region", { name: "Unit yang dihitung." }).locator("table"));

/** Everything under *Masalah*: name of the trouble, and its files. */
const troubles = (page) =>
  page.locator("details.recap-trouble").evaluateAll((all) =>
    Object.fromEntries(all.map((one) => [one.querySelector("summary").textContent, [...one.querySelectorAll("li strong")].map((name) => name.textContent).sort()])),
  );

const fits = async (page) =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "nothing runs out of the page sideways");

/** Forty files: thirty that are sound, and ten or more kinds of trouble. */
function forty() {
  const files = Array.from({ length: 27 }, (_, at) => [`baik-${at}.json`, office(`Dinas ${at}`)]);
  const more = (name, document) => files.push([name, document]);
  more("bagian-1.json", office("Dinas Bagian", undefined, { id: "sama", part: {} }));
  more("bagian-2.json", office("Dinas Bagian", undefined, { id: "sama", part: {} }));
  more("ganda-lama.json", office("Dinas Ganda", undefined, { updatedAt: "2024-01-01T08:00:00+07:00" }));
  more("ganda-baru.json", office("DINAS  GANDA", undefined, { unit: { name: "DINAS  GANDA", pemda: "Kab. Contoh" } }));
  more("format-lama.json", { ...office("Dinas Lama"), formatVersion: "0.9" });
  more("format-baru.json", { ...office("Dinas Baru"), formatVersion: "2.0" });
  more("instrumen-lain.json", filled("sakip-2021", (values) => values[2], { unit: { name: "Setda" } }));
  more("disunting.json", office("Dinas Sunting", undefined, { digest: { algorithm: "sha256", value: "00".repeat(32) } }));
  more("nilai-beda.json", office("Dinas Beda", undefined, { results: { score: 12.34 } }));
  more("tahun-lalu.json", office("Dinas Lampau", undefined, { assessmentYear: 2025 }));
  more("tanpa-nama.json", office("", undefined, { id: "anonim" }));
  more("latihan.json", office("Dinas Latihan", undefined, { practice: true }));
  files.push(["rusak.json", "{ ini bukan JSON"]);
  assert.equal(files.length, 40);
  return files.map(([name, content]) => file(content, name));
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`forty files with many kinds of trouble give the right table, and every trouble is explained (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await page.getByRole("link", { name: "Untuk Bagian Organisasi: rekap banyak perangkat daerah" }).press("Enter");
    await page.getByRole("heading", { level: 2, name: "Jatuhkan atau pilih berkas" }).waitFor();
    await assertAccessible(page);
    await choose(page, forty());
    await go(page, "tabel");
    const table = await units(page);
    const sound = [...Array(27).keys()].map((at) => `Dinas ${at}`);
    const names = table.map(([name]) => name.replace(/ dinas$/, ""));
    assert.deepEqual([...names].sort(), [...sound, "DINAS GANDA", "Dinas Sunting", "Dinas Beda", "Dinas Lampau", "Unit tanpa nama"].sort());
    const best = table.find(([name]) => name.startsWith("Dinas 0"));
    assert.equal(best[1], "100,00");
    assert.match(best[3], /^A · hijau$/);
    await assertAccessible(page);
    await fits(page);
    await go(page, "masalah");
    const found = await troubles(page);
    const expected = {
      "Tidak dapat dibaca (1)": ["rusak.json"],
      "Format lama (1)": ["format-lama.json"],
      "Format lebih baru (1)": ["format-baru.json"],
      "Baru bagian dari penilaian (2)": ["bagian-1.json", "bagian-2.json"],
      "Latihan (1)": ["latihan.json"],
      "Instrumen lain (1)": ["instrumen-lain.json"],
      "Ada berkas lain dari unit yang sama (1)": ["ganda-lama.json"],
      "Beberapa bagian dari satu penilaian (2)": ["bagian-1.json", "bagian-2.json"],
      "Satu unit mengirim lebih dari satu berkas (2)": ["ganda-baru.json", "ganda-lama.json"],
      "Nama unit kosong (1)": ["tanpa-nama.json"],
      "Tahun penilaian lain (1)": ["tahun-lalu.json"],
      "Isi berubah di luar aplikasi (1)": ["disunting.json"],
      "Nilai di berkas berbeda dari hasil hitung (1)": ["nilai-beda.json"],
    };
    assert.deepEqual(found, expected);
    await page.getByRole("heading", { level: 2, name: "Gabungkan dulu" }).waitFor();
    await page.getByText("8 berkas tidak dihitung").waitFor();
    await assertAccessible(page);
    await fits(page);
    for (const part of ["pemda", "banding", "unit"]) {
      await go(page, part);
      await assertAccessible(page);
      await fits(page);
    }
  });
}

scenario("on a laptop every column of the table is in sight beside long names, and on paper each sheet has its heads", async ({ page, open }) => {
  await open();
  await go(page);
  const long = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana";
  const more = { status: "diverifikasi", official: { score: 81.34 } };
  await choose(page, Array.from({ length: 30 }, (_, at) => file(office(`${long} ${at}`, (values, turn) => (turn % 5 === 0 ? undefined : values[1]), more), `${at}.json`)));
  await go(page, "tabel");
  const region = page.getByRole("region", { name: "Unit yang dihitung." });
  const [inside, wide] = await region.evaluate((one) => [one.clientWidth, one.scrollWidth]);
  assert.ok(wide <= inside, `${wide} in ${inside}`);
  const sheets = (await pages(page)).filter((text) => text.includes("Keluarga Berencana"));
  assert.ok(sheets.length > 1, "the table goes over several sheets");
  for (const text of sheets) assert.match(text, /Perkiraan nilai.*Kisaran.*Kategori.*Terakhir diubah.*Catatan/);
});

/** Offices of which only the published score is known. */
const published = (rubricId, pemda, year, scores) =>
  Object.entries(scores).map(([name, score]) =>
    file({ ...filled(rubricId, () => undefined, { id: `${pemda}-${name}`, unit: { name, pemda }, assessmentYear: year }), official: { score } }, `${name}.json`),
  );

/** The line of *Nilai pemda* with this heading. */
const whole = async (page, name) => (await rows(page, page.getByRole("region", { name: "Nilai pemda" }).locator("table"))).find(([head]) => head === name);

scenario("published scores of offices come to the published score of their government, and those of 2021 to none", async ({ page, open }) => {
  await open();
  await go(page);
  await choose(page, published(OMBUDSMAN, "Kab Pemalang", 2024, { "Puskesmas Paduraksa": 99.03, "Dinsos KBPP": 98.99, "Puskesmas Banjardawa": 98.63, Dindikbud: 98.56, DPMPTSP: 98.24, Disdukcatpil: 98.11 }));
  await go(page, "pemda");
  assert.deepEqual((await whole(page, "Nilai resmi")).slice(1), ["98,59", "–", "A · hijau", "6 dari 6"]);
  await go(page);
  await page.getByRole("button", { name: "Kosongkan (6 berkas)" }).press("Enter");
  await choose(page, published("ombudsman-opini-2025", "Prov DI Yogyakarta", 2025, { "Dinas Sosial": 92.36, "RSJ Grhasia": 90.16, "Dinas Kesehatan": 83.63, "Dinas Dikpora": 83.58, "Balai Rehabilitasi Sosial": 84.73, "SMA Negeri 1": 81.53 }));
  await go(page, "pemda");
  assert.equal((await whole(page, "Nilai resmi"))[1], "86,00");
  await go(page);
  await page.getByRole("button", { name: "Kosongkan (6 berkas)" }).press("Enter");
  await choose(page, published("ombudsman-kepatuhan-2021", "Kota Magelang", 2021, { DPMPTSP: 87.95, "Dinas Pendidikan": 75.58, Disdukcapil: 62.17, "Dinas Kesehatan": 23.15 }));
  await go(page, "pemda");
  await page.getByText(/^Nilai pemda tidak dihitung: .*Kota Magelang 62,21 menurut rata-rata, 68,27 menurut Ombudsman/).waitFor();
  assert.equal(await page.getByText("62,21", { exact: true }).count(), 0);
  await go(page, "tabel");
  assert.deepEqual((await units(page)).map((row) => row[9]), ["23,15", "75,58", "62,17", "87,95"]);
});

scenario("an archive, a folder and a drop give what their files give, and what is hostile in them only speaks for itself", async ({ page, open }) => {
  await open();
  await go(page);
  const documents = ["A", "B", "C"].map((name) => office(`Dinas ${name}`));
  const text = (document) => JSON.stringify(document);
  const bomb = zip([{ name: "dalam.json", content: "{}" }]);
  const archive = zip([
    { name: "kiriman/a.json", content: text(documents[0]) },
    { name: "kiriman/dalam/b.json", content: text(documents[1]), stored: true },
    { name: "../../luar.json", content: text(documents[2]) },
    { name: "__MACOSX/._a.json", content: "x" },
    { name: "bohong.json", content: text(office("Dinas Bohong")), size: 40 },
    { name: "besar.json", content: Buffer.alloc(64 * 1024 * 1024) },
    { name: "dalam.zip", content: bomb, stored: true },
  ]);
  await choose(page, [file(archive, "kiriman.zip"), file(archive.subarray(0, archive.length - 30), "potong.zip")]);
  await go(page, "tabel");
  assert.deepEqual((await units(page)).map(([name]) => name), ["Dinas A dinas", "Dinas B dinas", "Dinas C dinas"]);
  await go(page, "masalah");
  assert.deepEqual(await troubles(page), {
    "Tidak dapat dibaca (4)": ["kiriman.zip/besar.json", "kiriman.zip/bohong.json", "kiriman.zip/dalam.zip", "potong.zip"],
  });
  const said = await page.locator("details.recap-trouble").innerText();
  for (const why of [/bohong\.json: .*ukurannya tidak sama/, /besar\.json: .*lebih besar dari 1 MiB/, /dalam\.zip: .*zip di dalam zip/, /potong\.zip: .*rusak atau terpotong/]) assert.match(said, why);

  await go(page);
  await page.getByRole("button", { name: /^Kosongkan/ }).click();
  const folder = mkdtempSync(join(tmpdir(), "rekap-"));
  try {
    mkdirSync(join(folder, "kiriman/dinas"), { recursive: true });
    writeFileSync(join(folder, "kiriman/a.json"), text(documents[0]));
    writeFileSync(join(folder, "kiriman/dinas/b.json"), text(documents[1]));
    await page.locator("#recap-folder").setInputFiles(join(folder, "kiriman"));
    await page.getByText("2 berkas dibaca.").waitFor();
  } finally {
    rmSync(folder, { recursive: true });
  }
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "c.json"));
    return data;
  }, text(documents[2]));
  await page.locator(".recap").dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByText("1 berkas dibaca.").waitFor();
  // The same once more is the same.
  await page.locator(".recap").dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByText("1 di antaranya sama persis").waitFor();
  await go(page, "tabel");
  assert.deepEqual((await units(page)).map(([name]) => name), ["Dinas A dinas", "Dinas B dinas", "Dinas C dinas"]);
  await page.getByRole("button", { name: "Buka Dinas C" }).press("Enter");
  await page.getByRole("button", { name: "Ambil" }).waitFor();
  await page.getByText("Dinas C").first().waitFor();
});

scenario("a long reading says how far it is, can be stopped, keeps what it read, and never holds up the page", async ({ page, open }) => {
  await open();
  await go(page);
  const document = JSON.stringify(office("Dinas Banyak"));
  const many = zip(Array.from({ length: 8_000 }, (_, at) => ({ name: `${at}.json`, content: document.replaceAll("Dinas Banyak", `Dinas ${at}`) })));
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    globalThis.beat = setInterval(() => {
      globalThis.longest = Math.max(globalThis.longest, performance.now() - last);
      last = performance.now();
    }, 10);
  });
  await page.locator("#recap-files").setInputFiles(file(many, "banyak.zip"));
  await eventually(async () => assert.match(await page.locator("label[for=recap-progress]").innerText(), /^Membaca [1-9]\d* dari 8000 berkas/), { within: 30_000 });
  const longest = await page.evaluate(() => (clearInterval(globalThis.beat), globalThis.longest));
  await page.getByRole("button", { name: "Hentikan" }).click();
  const told = await page.getByText(/^Dihentikan: baru \d+ dari 8000 berkas/).innerText();
  const read = Number(told.match(/baru (\d+)/)[1]);
  assert.ok(read > 0 && read < 8_000, told);
  assert.ok(longest < 2_000, `the page stood still for ${longest} ms`);
  await page.getByText(`${read} unit dihitung dari ${read} berkas.`).waitFor();
  await go(page, "tabel");
  assert.ok((await units(page)).length <= 50, "only a page of the table is drawn");
});

scenario("the table is sorted, searched and grouped by keyboard", async ({ page, open }) => {
  await open();
  await go(page);
  const level = (at) => (values) => values[at];
  await choose(page, [
    file(office("Dinas Sedang", level(2)), "sedang.json"),
    file(office("Dinas Kuat", level(4)), "kuat.json"),
    file(office("Puskesmas Lemah", level(1), { unit: { name: "Puskesmas Lemah", pemda: PEMDA, kind: "puskesmas" } }), "lemah.json"),
  ]);
  await go(page, "tabel");
  const names = async () => (await units(page)).filter((row) => row.length > 1).map(([name]) => name.split(" ")[1]);
  assert.deepEqual(await names(), ["Kuat", "Sedang", "Lemah"]);
  await page.getByRole("heading", { level: 1 }).focus();
  const sort = (at) => at.tag === "button" && at.name === "Perkiraan nilai";
  await tabTo(page, "the heading of the column", sort);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.deepEqual(await names(), ["Kuat", "Sedang", "Lemah"]));
  const head = page.getByRole("columnheader", { name: "Perkiraan nilai" });
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.deepEqual(await names(), ["Lemah", "Sedang", "Kuat"]));
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  await page.getByRole("button", { name: "Kelompokkan menurut jenis" }).press("Enter");
  await page.getByRole("rowheader", { name: /^puskesmas · 1 unit · rata-rata / }).waitFor();
  await page.getByRole("textbox", { name: "Cari unit" }).fill("lemah");
  await eventually(async () => assert.deepEqual(await names(), ["Lemah"]));
  await page.getByText("1 dari 3 unit.").waitFor();
  const { json, name } = await downloaded(page, () => page.getByRole("button", { name: "Unduh rekap (JSON)" }).press("Enter"));
  assert.match(name, /^rekap_\d{4}-\d\d-\d\d\.json$/);
  assert.deepEqual([json.rubric.id, json.units.length, json.notCounted], [OMBUDSMAN, 3, []]);
  assert.ok(json.pemda.own.low <= json.pemda.own.point && json.pemda.own.point <= json.pemda.own.high);
  await go(page, "banding");
  await page.locator("#recap-files").setInputFiles([file(office("Dinas Kuat", level(3), { updatedAt: "2023-11-01T08:00:00+07:00" }), "kuat-2025.json"), file(office("Dinas Bubar", level(3)), "bubar.json")]);
  await page.getByRole("heading", { level: 2, name: "Perubahan 1 unit" }).waitFor();
  const [[, before, now, change]] = await rows(page, page.locator('table[aria-labelledby="recap-compared"]'));
  assert.deepEqual([now, change[0]], ["100,00", "+"]);
  assert.notEqual(before, now);
  await page.getByText("Hanya di kumpulan pembanding: Dinas Bubar.").waitFor();
  await assertAccessible(page);
});

/** Puts units on the list by pasting them as a spreadsheet gives them. */
async function list(page, text) {
  await page.getByRole("textbox", { name: "Tambah unit" }).fill(text);
  await page.getByRole("button", { name: "Tambahkan", exact: true }).press("Enter");
}

scenario("the list of units is kept over a reload, says who has not sent a file, and what each scenario comes to", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await go(page, "unit");
  await list(page, "Nama\tInduk\tProduk\tSPM\nDinsos\t\tBantuan sosial\tya\nDindik\t\tIzin sekolah\ttidak\nRSUD\tDinkes\tRawat jalan\tya\ndinsos");
  await page.getByText("3 unit ditambahkan.").waitFor();
  await page.getByRole("textbox", { name: "Nama pemerintah daerah" }).fill(PEMDA);
  for (const name of ["Dinsos", "RSUD"]) await page.getByRole("checkbox", { name: `Lokus: ${name}` }).press("Space");
  await page.getByRole("textbox", { name: "Nama skenario" }).fill("bila lokus Dinsos, RSUD");
  await page.keyboard.press("Enter");
  await page.getByText("bila lokus Dinsos, RSUD (2 unit)").waitFor();
  await page.getByRole("textbox", { name: "Capaian Standar Pelayanan Minimal (SPM)" }).fill("87,5");
  await assertAccessible(page);
  await fits(page);
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Lokus: 2 dari 3 unit dicentang" }).waitFor();
  const values = await downloaded(page, () => page.getByRole("button", { name: "Unduh nilai untuk dibagikan" }).press("Enter"));
  assert.deepEqual(values.json.values.map(({ rubric, value }) => [rubric, value]), [[OMBUDSMAN, 87.5]]);
  await go(page);
  await choose(page, [file(office("Dinsos"), "dinsos.json"), file(office("Dindik", (all) => all[1]), "dindik.json")]);
  await go(page, "unit");
  await page.getByText("1 dari 2 unit lokus belum mengirim berkas").waitFor();
  await go(page, "pemda");
  assert.deepEqual((await whole(page, "Nilai mandiri")).slice(1, 2), ["100,00"]);
  await page.getByRole("button", { name: "Semua unit" }).press("Enter");
  await eventually(async () => assert.notEqual((await whole(page, "Nilai mandiri"))[1], "100,00"));
  const [scenarioLine] = await rows(page, page.locator('table[aria-labelledby="recap-if"]'));
  assert.deepEqual(scenarioLine.slice(0, 3), ["bila lokus Dinsos, RSUD", "1", "100,00"]);
  // The files are held while one looks elsewhere.
  await view(page, "Tentang");
  await go(page, "tabel");
  assert.equal((await units(page)).length, 2);
});

scenario("the list goes with everything else, and is undone, emptied and saved as a file where nothing is kept", { blockedStorage: true }, async ({ page, open }) => {
  await open();
  await go(page, "unit");
  await list(page, "Dinsos\nRSUD");
  await page.getByText(/^Peramban ini tidak menyimpan apa pun/).waitFor();
  const { text, json, name } = await downloaded(page, () => page.getByRole("button", { name: "Simpan daftar sebagai berkas" }).press("Enter"));
  assert.deepEqual([name, json.units.map((unit) => unit.name)], ["daftar-unit.json", ["Dinsos", "RSUD"]]);
  await page.reload();
  await go(page, "unit");
  assert.equal(await page.getByRole("checkbox").count(), 0);
  await go(page);
  await page.locator("#recap-files").setInputFiles([file(text, name)]);
  await page.getByText("Daftar unit dari berkas dipakai: 2 unit (daftar-unit.json).").waitFor();
  await go(page, "unit");
  assert.equal(await page.getByRole("checkbox").count(), 2);
  await page.getByRole("button", { name: "Kosongkan daftar" }).press("Enter");
  assert.equal(await page.getByRole("checkbox").count(), 0);
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await eventually(async () => assert.equal(await page.getByRole("checkbox").count(), 2));
});

scenario("removing everything from the device removes the list and what was read", async ({ page, open }) => {
  await open();
  await take(page, office("Dinas Uji"));
  await saved(page);
  await go(page, "unit");
  await list(page, "Dinsos");
  assert.ok((await kept(page))["swanilai:1:set:units"].includes("Dinsos"));
  await go(page);
  await choose(page, [file(office("Dinsos"), "dinsos.json")]);
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Hapus semua data/ }).click();
  await page.getByRole("alert").getByRole("button").first().click();
  await eventually(async () => assert.equal((await kept(page))["swanilai:1:set:units"], undefined));
  await go(page, "unit");
  assert.equal(await page.getByRole("checkbox").count(), 0);
  await go(page, "tabel");
  await page.getByText("Belum ada berkas.").waitFor();
});

const listed = async (page) => Object.entries(await kept(page)).filter(([key]) => key.endsWith(":set:units")).flatMap(([, text]) => JSON.parse(text).units.map((unit) => unit.name));
const ticks = (page) => page.getByRole("checkbox").evaluateAll((all) => all.length);

scenario("two tabs change one list, neither without the other; removed in one tab it is gone in both", async ({ page, context, origin, open }) => {
  await open();
  await take(page, office("Dinas Uji"));
  await saved(page);
  await go(page, "unit");
  await list(page, "Dinas Satu");
  const other = await context.newPage();
  await other.goto(`${origin}/#/rekap/unit`);
  await other.getByRole("checkbox", { name: "Lokus: Dinas Satu" }).waitFor();
  await list(other, "Dinas Dua");
  await page.getByText(/^Daftar unit diubah di tab lain/).waitFor();
  await page.getByRole("checkbox", { name: "Lokus: Dinas Dua" }).waitFor();
  await list(page, "Dinas Tiga");
  await eventually(async () => assert.deepEqual(await listed(page), ["Dinas Satu", "Dinas Dua", "Dinas Tiga"]));
  await other.getByRole("checkbox", { name: "Lokus: Dinas Tiga" }).waitFor();
  // A tab that hears nothing of the other reads the device before it writes.
  await page.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await list(other, "Dinas Empat");
  await eventually(async () => assert.equal((await listed(other)).length, 4));
  await list(page, "Dinas Lima");
  await eventually(async () => assert.deepEqual(await listed(page), ["Dinas Satu", "Dinas Dua", "Dinas Tiga", "Dinas Empat", "Dinas Lima"]));
  await page.getByRole("button", { name: "Kosongkan daftar" }).press("Enter");
  await eventually(async () => assert.equal(await ticks(other), 0));
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await eventually(async () => assert.equal(await ticks(other), 5));
  await view(other, "Beranda");
  await other.getByRole("button", { name: /^Hapus semua data/ }).click();
  await other.getByRole("alert").getByRole("button").first().click();
  await eventually(async () => assert.deepEqual(await listed(other), []));
  await list(page, "Dinas Baru");
  await eventually(async () => assert.deepEqual(await listed(page), ["Dinas Baru"]));
  await eventually(async () => assert.equal(await ticks(page), 1));
});

scenario("a list that no longer fits on the device is never said to be kept there", async ({ page, context, open }) => {
  await context.addInitScript(fillable);
  await open();
  await go(page, "unit");
  await list(page, "Dinas Satu");
  await page.getByText("Daftar ini tersimpan di perangkat ini.").waitFor();
  await page.evaluate(() => (globalThis.deviceIsFull = true));
  await list(page, "Dinas Penuh");
  await page.getByText(/daftar ini hilang saat tab ditutup/).waitFor();
  assert.deepEqual(await listed(page), ["Dinas Satu"]);
  await page.evaluate(() => (globalThis.deviceIsFull = false));
  await list(page, "Dinas Muat");
  await page.getByText("Daftar ini tersimpan di perangkat ini.").waitFor();
  assert.deepEqual(await listed(page), ["Dinas Satu", "Dinas Penuh", "Dinas Muat"]);
});

scenario("many files are read by workers, and come to the same where there are none", async ({ page, context, open, watched }) => {
  watched.allow("console", /stands in for a worker/);
  watched.allow("page", /stands in for a worker/);
  const offices = [...Array(240).keys()].map((at) => file(office(`Dinas ${at}`), `${at}.json`));
  offices.push(file("{ ini bukan JSON", "rusak.json"));
  const tables = [];
  for (const way of ["workers", "no worker at its address", "none at all"]) {
    if (way === "no worker at its address") await context.route("**/worker.js", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "throw new Error('stands in for a worker')" }));
    if (way === "none at all") await page.addInitScript(() => delete globalThis.Worker);
    let started = 0;
    page.on("worker", () => (started += 1));
    await open();
    await page.evaluate(() => (location.hash = "#/rekap"));
    await page.getByRole("heading", { level: 2, name: "Jatuhkan atau pilih berkas" }).waitFor();
    await choose(page, offices);
    await page.getByText(/^241 berkas dibaca/).waitFor();
    assert.equal(started > 0, way !== "none at all", way);
    await go(page, "tabel");
    tables.push(await units(page));
    await page.goto("about:blank");
  }
  const [first, ...others] = tables;
  assert.equal(first.length, 50, "one page of the table");
  for (const other of others) assert.deepEqual(other, first);
});

scenario("values of the local government that are handed out come in as assumptions at the office, and can be undone", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await page.evaluate(() => (location.hash = "#/rekap/unit"));
  await page.getByRole("textbox", { name: "Nama pemerintah daerah" }).fill(PEMDA);
  await page.getByRole("textbox", { name: "Capaian Standar Pelayanan Minimal (SPM)" }).fill("87,5");
  const { json } = await downloaded(page, () => page.getByRole("button", { name: "Unduh nilai untuk dibagikan" }).press("Enter"));
  const given = file(json, "nilai-pemda.json");
  await list(page, "No\tNama\tInduk\tProduk\tSPM\n1\tDinsos\t\tBantuan; santunan\tya\n2\t2. Dindik");
  await page.getByText("2 unit ditambahkan.").waitFor();
  await go(page);
  await page.locator("#recap-files").setInputFiles(given);
  await page.getByText("nilai-pemda.json: hanya berisi nilai tingkat pemda; daftar unit tidak berubah.").waitFor();
  await go(page, "unit");
  for (const name of ["Dinsos", "Dindik"]) await page.getByRole("checkbox", { name: `Lokus: ${name}`, exact: true }).waitFor();
  await page.getByText("Bantuan, santunan").waitFor();
  const field = page.locator("#main input[type=file]").first();
  const notice = page.locator("#notice");
  await view(page, "Beranda");
  await field.setInputFiles(given);
  await notice.getByText("Buka dulu penilaian kantor Anda").waitFor();
  await take(page, filled(OMBUDSMAN, () => undefined, { id: "kantor", unit: { name: "Dinsos", pemda: PEMDA } }));
  await saved(page);
  await view(page, "Beranda");
  await field.setInputFiles(given);
  await notice.getByText(/^1 nilai tingkat pemda diambil untuk Dinsos/).waitFor();
  const [{ indicator }] = json.values;
  const answer = async () => JSON.parse(Object.entries(await kept(page)).filter(([key]) => key.includes(":doc:kantor:")).map(([, raw]) => raw.split("\n")).sort(([one], [other]) => JSON.parse(other).seq - JSON.parse(one).seq)[0].slice(1).join("\n")).answers[indicator];
  await eventually(async () => assert.deepEqual([(await answer())?.value, (await answer())?.assumed], [87.5, true]));
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await eventually(async () => assert.equal(await answer(), undefined));
});
