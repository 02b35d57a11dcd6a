/** Tables out and in: workbooks go through LibreOffice and come back, CSV opens as it should, nothing of it is loaded unasked. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assertAccessible } from "./support/axe.mjs";
import { offline, scenario, stageFile } from "./support/browser.mjs";
import { binjai, choose, eventually, file, filled, indicators, instrument, saved, scoreboard, take, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";
import { Spreadsheet } from "./support/spreadsheet.mjs";
import { zip } from "./support/zip.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const [FIRST, SECOND] = indicators(SAKIP);
const FIRST_LOAD = JSON.parse(readFileSync(join(ROOT, "dist/first-load.json"), "utf8"));
const INDEX = readFileSync(join(ROOT, "dist/index.html"), "utf8");
/** Script and module by their name. */
const files = (name) => new RegExp(`swanilai:module:${name}" content="(.*?)" data-wasm="(.*?)"`).exec(INDEX).slice(1);
const [WRITES, READS] = [files("workbook"), files("sheets")];
const MODULES = [...WRITES, ...READS];
const [, TABLES] = files("recap");
const NO_EXCEL = /^Berkas Excel tidak dapat dibuat\. Bila perangkat ini sedang tanpa internet, /;

/** What a button hands out. */
async function handed(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const of = (code) => (row) => row.Kode.text === code;

scenario("a workbook goes out, is edited and saved by LibreOffice, and comes back", async ({ page, open, watched: { requests } }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Hasil");
  const before = await scoreboard(page);
  assert.equal(FIRST_LOAD.files.some(({ path }) => MODULES.includes(path)), false);
  assert.equal(requests.some((path) => MODULES.includes(path.slice(1))), false, "nothing is loaded before it is asked for");
  const out = await handed(page, "Unduh Excel");
  assert.match(out.name, /^penilaian-mandiri_pa-binjai_sakip-2021_\d{4}-\d\d-\d\d\.xlsx$/);
  assert.deepEqual(requests.filter((path) => MODULES.includes(path.slice(1))), WRITES.map((path) => `/${path}`));
  await page.getByRole("status").getByText(`Berkas ${out.name} diserahkan ke peramban.`).waitFor();

  const book = Spreadsheet.workbook(out.bytes);
  assert.deepEqual(book.names, ["Ringkasan", "Jawaban", "Bukti dukung", "Pilihan"]);
  const [caveat] = book.rows("Ringkasan");
  assert.equal(caveat.Isi.text, "Penilaian mandiri, bukan hasil resmi");
  const point = book.rows("Ringkasan").find((row) => row.Hal.text === "Perkiraan nilai").Isi;
  assert.deepEqual([point.kind, point.value], ["float", "87.8"], "a number, not a text");
  const first = book.rows("Jawaban").find(of(FIRST.id));
  assert.deepEqual([first["Nilai usulan"].kind, first["Bobot (%)"].kind], ["float", "float"]);

  // As it came, it changes nothing.
  await view(page, "Beranda");
  await choose(page, book.saved(), "kembali.xlsx");
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
  await page.getByRole("button", { name: "Batal" }).click();

  book.type("Jawaban", of(FIRST.id), "Nilai usulan", 30);
  book.type("Jawaban", of(FIRST.id), "Catatan", "Dikoreksi di Excel");
  book.type("Bukti dukung", (row) => row.Kode.text === FIRST.id, "Tempat menyimpan", "Map 3");
  await choose(page, book.saved(), "kembali.xlsx");
  await page.getByText("Mengambil berkas mengganti 1 jawaban.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  await page.reload();
  await view(page, "Hasil");
  const after = await scoreboard(page);
  assert.notEqual(after.point, before.point);
  const again = Spreadsheet.workbook((await handed(page, "Unduh Excel")).bytes).rows("Jawaban").find(of(FIRST.id));
  assert.deepEqual([again["Nilai usulan"].value, again.Catatan.text], ["30", "Dikoreksi di Excel"]);
  assert.match(again.Eviden.text, /Map 3/);
});

scenario("a template that an office filled in becomes an assessment, and what cannot be read is named by its cell", async ({ page, open }) => {
  await open("#/formulir/sakip-2021");
  await page.getByRole("heading", { level: 1, name: /Lembar kosong/ }).waitFor();
  await assertAccessible(page);
  const out = await handed(page, "Templat Excel");
  assert.equal(out.name, "templat_sakip-2021.xlsx");
  const book = Spreadsheet.workbook(out.bytes);
  const fact = (title) => (row) => row.Hal.text === title;
  book.type("Ringkasan", fact("Perangkat daerah"), "Isi", "Dinas Perpustakaan");
  book.type("Ringkasan", fact("Tahun penilaian"), "Isi", 2026);
  book.type("Jawaban", of(FIRST.id), "Nilai usulan", 60);
  book.type("Jawaban", of(SECOND.id), "Nilai usulan", 9);
  await view(page, "Beranda");
  await choose(page, book.saved(), "templat terisi.xlsx");
  await page.getByText(/^Lembar Jawaban, sel H3: “9” bukan tingkat; pilihannya 0, 30, /).waitFor();
  await page.getByText(/Berkas templat terisi\.xlsx berisi penilaian Dinas Perpustakaan · 2026/).waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  await view(page, "Hasil");
  assert.match((await scoreboard(page)).tally, /^1 dari /);
});

scenario("CSV opens in the right columns where Indonesian settings hold, and comes back", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), updatedAt: "2026-11-21T10:42:00+07:00" });
  await saved(page);
  await view(page, "Hasil");
  const out = await handed(page, "Unduh CSV");
  assert.ok(out.bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), "Excel knows UTF-8 by its mark");
  const book = Spreadsheet.csv(out.bytes);
  const rows = book.rows(book.names[0]);
  const point = rows.find((row) => row.Hal.text === "Perkiraan nilai");
  assert.deepEqual([point.Lembar.text, point.Isi.kind, point.Isi.value], ["Ringkasan", "float", "87.8"]);
  const first = rows.find((row) => row.Lembar.text === "Jawaban" && row.Kode.text === FIRST.id);
  assert.equal(first[SAKIP.terms.indicator].text, FIRST.name);
  assert.deepEqual([first["Nilai usulan"].kind, first["Bobot (%)"].kind], ["float", "float"]);
  const changed = rows.find((row) => row.Hal.text === "Terakhir diubah");
  assert.equal(changed.Isi.kind, "date");
  await view(page, "Beranda");
  await choose(page, out.bytes, "kembali.csv");
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
});

scenario("what is no workbook of ours is refused by name, and nothing changes", async ({ page, open }) => {
  await open();
  for (const [content, said] of [
    [Buffer.from("PK\x03\x04\x14\0\0\0xl/workbook.xml"), /^Berkas ini tidak terbaca sebagai lembar Excel\./],
    ["Lembar;Kode\r\nRingkasan;\r\n", /^Lembar Jawaban dengan kolom Kode tidak ada di berkas ini\./],
    ["Lembar;Hal;Isi;Kode\r\nRingkasan;Kode instrumen;lain-1;\r\nJawaban;;;A\r\n", /^Instrumen “lain-1” tidak ada di aplikasi ini/],
  ]) {
    await choose(page, content, "lain.xlsx");
    await page.getByText(said).waitFor();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
  }
});

scenario("a workbook that grows without end is refused by its name, as too large, and the next one is read", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Hasil");
  const { bytes } = await handed(page, "Unduh Excel");
  const parts = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="Jawaban" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  const cells = '<c t="s"><v>0</v></c>'.repeat(280_000);
  const bombs = {
    // Every cell names one text of eight million letters.
    "teks.xlsx": { "xl/sharedStrings.xml": `<sst><si><t>${"a".repeat(8 << 20)}</t></si></sst>`, "xl/worksheets/sheet1.xml": `<worksheet>${cells}</worksheet>` },
    "kosong.xlsx": { "xl/worksheets/sheet1.xml": " ".repeat(60 << 20) },
  };
  await view(page, "Beranda");
  for (const [name, more] of Object.entries(bombs)) {
    const bomb = zip(Object.entries({ ...parts, ...more }).map(([name, content]) => ({ name, content })));
    assert.ok(bomb.length < 100_000, `${bomb.length}`);
    await choose(page, bomb, name);
    await page.getByRole("heading", { name: `Berkas tidak dapat dibuka: ${name}` }).waitFor();
    await page.getByText("Isi berkas ini terlalu besar setelah dibuka.").waitFor();
    await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
  }
  await choose(page, bytes, "kembali.xlsx");
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
});

scenario("a module for tables that does not come is told of, and can be asked for again", async ({ page, open, watched }) => {
  watched.allow("request", /(recap|workbook).*ERR_FAILED/);
  watched.allow("console", /ERR_FAILED/);
  await open("#/formulir/sakip-2021");
  const refuse = (route) => route.abort();
  for (const [module, ending, name, said] of [
    [TABLES, "csv", "Templat CSV", "Berkas tabel tidak dapat dibuat atau dibaca."],
    [WRITES[1], "xlsx", "Templat Excel", NO_EXCEL],
  ]) {
    await page.route(`**/${module}`, refuse);
    await page.getByRole("button", { name }).click();
    await page.getByRole("status").getByText(said).waitFor();
    await page.unroute(`**/${module}`, refuse);
    assert.equal((await handed(page, name)).name, `templat_sakip-2021.${ending}`);
  }
});

scenario("without a network CSV goes out and in, and Excel from the first time it was asked for", { host: true }, async ({ page, open, context, host, allow }) => {
  allow("request", /(sheets|workbook).*(ERR_INTERNET_DISCONNECTED|ERR_FAILED)/);
  allow("console", /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await open();
  await page.locator(":root[data-offline=ready]").waitFor({ state: "attached" });
  assert.equal(FIRST_LOAD.kept.some(({ path }) => MODULES.includes(path)), false);
  assert.equal(host.log.some((path) => MODULES.includes(path.slice(1))), false, "neither comes unasked");
  await take(page, binjai());
  await saved(page);
  await view(page, "Hasil");
  await offline(context);
  const csv = await handed(page, "Unduh CSV");
  await page.getByRole("button", { name: "Unduh Excel" }).click();
  await page.getByRole("status").getByText(NO_EXCEL).waitFor();
  await assertAccessible(page);

  await offline(context, false);
  const { bytes } = await handed(page, "Unduh Excel");
  await offline(context);
  await page.reload();
  await view(page, "Hasil");
  assert.ok((await handed(page, "Unduh Excel")).bytes.equals(bytes), "kept since it was asked for");

  await view(page, "Beranda");
  await choose(page, bytes, "kembali.xlsx");
  await page.getByText(/^Berkas Excel tidak dapat dibaca\. Bila perangkat ini sedang tanpa internet, /).waitFor();
  await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
  await choose(page, csv.bytes, "kembali.csv");
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
});

scenario("the one file makes CSV and says where workbooks are made", { file: join(ROOT, "dist/swanilai.html") }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await view(page, "Hasil");
  assert.equal(await page.getByRole("button", { name: "Unduh Excel" }).count(), 0);
  const out = await handed(page, "Unduh CSV (Excel hanya di situs Swanilai)");
  assert.match(out.bytes.toString("utf8"), /^\ufeffLembar;Hal;Isi;Kode;/);
  await view(page, "Beranda");
  await choose(page, out.bytes, "kembali.csv");
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
});

scenario("buttons for tables fit a phone and are pressed by keyboard", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await view(page, "Hasil");
  const button = page.getByRole("button", { name: "Unduh Excel" });
  const { height } = await button.boundingBox();
  assert.ok(height >= 44, `${height}`);
  await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true));
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
});

/** Files of a few offices. */
const offices = (names) => names.map((name) => file(filled("sakip-2021", (values) => values.at(-2), { id: `id-${name}`, unit: { name, pemda: "Kabupaten Contoh", kind: "dinas" } }), `${name.replace(/\W/g, "")}.json`));

/** Has the recapitulation show them in its table. */
async function recapped(page, files) {
  await page.evaluate(() => (location.hash = "#/rekap"));
  await page.locator("#recap-files").setInputFiles(files);
  await page.getByText(/^\d+ berkas dibaca/).waitFor();
  await page.evaluate(() => (location.hash = "#/rekap/tabel"));
  await page.getByRole("button", { name: "Unduh rekap (Excel)" }).waitFor();
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`the recapitulation goes out as a workbook and as CSV, with offices and their answers (${viewport})`, { viewport }, async ({ page, open, watched: { requests } }) => {
    await open();
    await recapped(page, offices(["Dinas Sosial", "=Dinas Pasar"]));
    assert.equal(requests.some((path) => MODULES.includes(path.slice(1))), false, "nothing is loaded before it is asked for");
    await assertAccessible(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing runs out of the page sideways");
    const { height } = await page.getByRole("button", { name: "Unduh rekap (CSV)" }).boundingBox();
    assert.ok(height >= 44, `${height}`);
    const scored = indicators(SAKIP).length;
    for (const [name, ending] of [["Unduh rekap (Excel)", "xlsx"], ["Unduh rekap (CSV)", "csv"]]) {
      const out = await handed(page, name);
      assert.match(out.name, new RegExp(`^rekap_\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      await page.getByRole("status").getByText(`${out.name} diserahkan ke peramban untuk diunduh.`).waitFor();
      const book = ending === "csv" ? Spreadsheet.csv(out.bytes) : Spreadsheet.workbook(out.bytes);
      const all = ending === "csv" ? book.rows(book.names[0]) : undefined;
      const [units, answers] = ["Unit", "Jawaban unit"].map((sheet) => (all?.filter((row) => row.Lembar.text === sheet) ?? book.rows(sheet)).filter((row) => row["Perangkat daerah"].text));
      const written = (text) => (ending === "csv" ? `'${text}` : text);
      assert.deepEqual(units.map((row) => row["Perangkat daerah"].text).sort(), [written("=Dinas Pasar"), "Dinas Sosial"].sort());
      assert.equal(units[0]["Nilai usulan"].kind, "float", "a number, not a text");
      assert.equal(units[0].Keterangan.text, "Penilaian mandiri, bukan hasil resmi");
      assert.equal(answers.length, 2 * scored);
    }
  });
}
