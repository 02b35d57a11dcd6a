/** What goes wrong among many offices' files: every trouble is named, nothing wins silently, and no order changes the picture. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { eventually, file, filled, instrument } from "./support/journey.mjs";

stageFile();

const OMBUDSMAN = "ombudsman-kepatuhan-2023";
const PEMDA = "Kabupaten Contoh";

const office = (name, pick = (values) => values.at(-1), more = {}) =>
  filled(OMBUDSMAN, pick, { id: `id-${name}`, unit: { name, pemda: PEMDA, kind: "dinas" }, updatedAt: "2026-11-01T08:00:00+07:00", ...more });

async function go(page, part = "") {
  await page.evaluate((hash) => (location.hash = hash), `#/rekap/${part}`.replace(/\/$/, ""));
  await page.locator(`nav[aria-label="Bagian rekap"] a[href="#/rekap${part && `/${part}`}"][aria-current]`).waitFor();
}

/** Chooses files, and waits for what is told when they have been read. */
async function choose(page, files, told = /^\d+ berkas dibaca/) {
  await page.locator("#recap-files").setInputFiles(files);
  await page.getByText(told).waitFor();
}

const names = (page) => page.locator('table[aria-labelledby="recap-units"] tbody th').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
const under = (page, title) => page.locator("details.recap-trouble", { has: page.locator("summary", { hasText: title }) });
const files = (page, title) => under(page, title).locator("li strong").allTextContents();

/** An instrument that only files carry, under one id; `turn` makes another of it. */
function carried(name, turn) {
  const rubric = instrument("pekppp-2023-luring");
  const { id } = rubric.dimensions[0].indicators[0];
  const text = JSON.stringify({ ...rubric, id: "milik-sendiri" });
  const copy = JSON.parse(turn ? text.replaceAll(`"${id}"`, `"${id}x"`) : text);
  const document = filled(rubric.id, (values) => values.at(-1), { id: `id-${name}`, unit: { name, pemda: PEMDA } });
  delete document.answers[id];
  return file({ ...document, rubric: { id: copy.id, version: copy.version }, rubricCopy: copy }, `${name}.json`);
}

scenario("two instruments under one name give the same picture in every order, the fewer files are named, and both go with the files", async ({ page, open }) => {
  await open();
  await go(page);
  const given = [carried("A", false), carried("B", true), carried("C", true)];
  for (const order of [given, [...given].reverse()]) {
    await choose(page, order);
    await go(page, "tabel");
    assert.deepEqual(await names(page), ["B", "C"]);
    await go(page, "masalah");
    assert.deepEqual(await files(page, "Instrumen lain dengan nama yang sama"), ["A.json"]);
    await go(page);
    await page.getByRole("button", { name: /^Kosongkan/ }).click();
  }
  await choose(page, given.slice(0, 1));
  await go(page, "tabel");
  assert.deepEqual(await names(page), ["A"]);
});

const unitList = (at, all) => ({ format: "swanilai/units", formatVersion: "1.0", units: all.map((name) => ({ id: name, name })), lokus: ["hilang"], updatedAt: at });

scenario("of several lists of units in one drop the latest is taken, and every other is named with its reason", async ({ page, open }) => {
  await open();
  await go(page);
  const given = [
    file(unitList("2026-02-01T08:00:00+07:00", ["Dinsos", "RSUD"]), "baru.json"),
    file(unitList("2026-01-01T08:00:00+07:00", ["Dindik"]), "lama.json"),
    file({ format: "swanilai/units", formatVersion: "9.0" }, "rusak.json"),
  ];
  for (const order of [given, [...given].reverse()]) {
    await choose(page, order, /Daftar unit dari berkas dipakai: 2 unit \(baru\.json\)/);
    await go(page, "masalah");
    const said = await page.getByRole("region", { name: "Daftar unit di antara berkas" }).innerText();
    for (const why of [/lama\.json: daftar unit ini tidak dipakai; yang dipakai baru\.json/, /rusak\.json: daftar unit ini tidak dipakai\. /, /baru\.json: .*hilang/]) assert.match(said, why);
    await assertAccessible(page);
    await go(page, "unit");
    await page.getByRole("heading", { name: "Lokus: 0 dari 2 unit dicentang" }).waitFor();
    await go(page);
  }
});

scenario("a list of units takes the place of no later one, and of none from what is compared with", async ({ page, open }) => {
  const plain = (at, all) => ({ ...unitList(at, all), lokus: [] });
  await open();
  await go(page);
  await choose(page, [file(plain("2026-02-01T08:00:00+07:00", ["Dinsos", "RSUD"]), "baru.json")], /Daftar unit dari berkas dipakai/);
  await go(page, "banding");
  await choose(page, [file(plain("2026-03-01T08:00:00+07:00", ["Dindik"]), "pembanding.json")], /pembanding\.json: daftar unit ini tidak dipakai; berkas pembanding tidak mengubah Daftar unit/);
  await go(page);
  await choose(page, [file(plain("2001-01-01T00:00:00Z", ["Dinas Jahat"]), "lama.json")], /lama\.json: daftar unit ini tidak dipakai; daftar yang ada diubah lebih akhir, 1 Februari 2026/);
  await go(page, "unit");
  await page.getByRole("heading", { name: "Lokus: 0 dari 2 unit dicentang" }).waitFor();
  // What is changed here is later than any file of before.
  await page.getByRole("checkbox", { name: "Lokus: RSUD" }).press("Space");
  await page.getByRole("heading", { name: "Lokus: 1 dari 2 unit dicentang" }).waitFor();
  await go(page);
  await choose(page, [file(plain("2026-02-01T08:00:00+07:00", ["Dinsos", "RSUD"]), "baru.json")], /baru\.json: daftar unit ini tidak dipakai; daftar yang ada diubah lebih akhir/);
  await go(page, "unit");
  await page.getByRole("heading", { name: "Lokus: 1 dari 2 unit dicentang" }).waitFor();
});

scenario("what a dropped folder does not open, or holds too deep, is named", async ({ page, open }) => {
  await open();
  await go(page);
  await page.evaluate((text) => {
    const folder = (fullPath, children) => ({
      isFile: false, isDirectory: true, fullPath,
      createReader: () => ({ left: children, readEntries(done, failed) { if (!this.left) return failed(new Error("closed")); const now = this.left; this.left = []; done(now); } }),
    });
    const leaf = (fullPath, content) => ({ isFile: true, isDirectory: false, fullPath, file: (done, failed) => (content ? done(new File([content], fullPath.split("/").at(-1))) : failed(new Error("closed"))) });
    let deep = folder("/d".repeat(18), [leaf(`${"/d".repeat(18)}/a.json`, text)]);
    for (let at = 17; at > 0; at -= 1) deep = folder("/d".repeat(at), [deep]);
    const root = folder("/kiriman", [leaf("/kiriman/baik.json", text), leaf("/kiriman/terkunci.json"), folder("/kiriman/tutup", null), leaf("/kiriman/.DS_Store", "x"), deep]);
    DataTransferItem.prototype.webkitGetAsEntry = () => root;
    const data = new DataTransfer();
    data.items.add(new File(["x"], "kiriman"));
    document.querySelector(".recap").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, JSON.stringify(office("Dinas A")));
  await page.getByText(/^4 berkas dibaca/).waitFor();
  await go(page, "masalah");
  const said = await under(page, "Tidak dapat dibaca").innerText();
  assert.match(said, /kiriman\/terkunci\.json: .*tidak dapat membukanya/);
  assert.match(said, /kiriman\/tutup: .*tidak dapat membukanya/);
  assert.match(said, /d\/d: .*lebih dalam dari 16 tingkat; 1 berkas di dalamnya tidak dibaca\. Pilih folder itu sendiri/);
  await go(page, "tabel");
  assert.deepEqual(await names(page), ["Dinas A"]);
});

scenario("a file that differs in nothing but a note is no copy, and it is said in what it differs", async ({ page, open }) => {
  await open();
  await go(page);
  const one = office("Dinas A");
  const [id] = Object.keys(one.answers);
  const other = structuredClone(one);
  other.answers[id].note = "SK terbit bulan depan";
  await choose(page, [file(one, "a.json")]);
  await choose(page, [file(other, "a.json")], /Nama berkasnya sudah ada, tetapi catatan, bukti, atau alasannya berbeda; dicantumkan sebagai a\.json \(2\)\./);
  await choose(page, [file(one, "a.json"), file(other, "a.json")], /2 di antaranya sama persis/);
  await go(page, "masalah");
  assert.deepEqual(await files(page, "Satu unit mengirim lebih dari satu berkas"), ["a.json", "a.json (2)"]);
});

/** The share of some indicators of an office's assessment that one form was sent out for. */
function share(name, part, own, pick) {
  const whole = office(name, pick);
  const at = "2026-11-02T08:00:00+07:00";
  return { ...whole, id: "satu-formulir", part, updatedAt: at, parts: [{ id: part, by: `Kasubag ${part}`, indicators: own }], answers: Object.fromEntries(own.map((id) => [id, { ...whole.answers[id], at }])) };
}

scenario("shares of two offices that one form was sent to are merged each into their own, and into no whole of the other", async ({ page, open }) => {
  await open();
  await go(page);
  const ids = Object.keys(office("Dinas A").answers);
  const low = (values) => values[0];
  await choose(page, [
    file(office("Dinas A", (values) => values.at(-1), { id: "satu-formulir" }), "a-utuh.json"),
    file(share("Dinas B", "p1", ids.slice(0, 19), low), "b1.json"),
    file(share("Dinas B", "p2", ids.slice(19), low), "b2.json"),
    file(share("Dinas C", "p2", ids.slice(19), low), "c2.json"),
  ]);
  await go(page, "masalah");
  const merge = page.getByRole("button", { name: /^Gabungkan dan hitung/ });
  assert.deepEqual(await merge.evaluateAll((all) => all.map((one) => one.textContent)), ["Gabungkan dan hitung Dinas B"]);
  await merge.press("Enter");
  await page.getByText(/^Digabung menjadi/).waitFor();
  await go(page, "tabel");
  await eventually(async () => assert.deepEqual(await names(page), ["Dinas A", "Dinas B"]));
  const points = page.locator('table[aria-labelledby="recap-units"] tbody tr td:nth-of-type(1)');
  assert.deepEqual((await points.allInnerTexts()).map((text) => text.trim()), ["100,00", "0,00"]);
});

scenario("of two merges asked for at once neither takes away what the other put in", async ({ page, open }) => {
  await open();
  await go(page);
  const ids = Object.keys(office("Dinas A").answers);
  const halves = (name) => [ids.slice(0, 19), ids.slice(19)].map((own, at) => file(share(name, `p${at}`, own), `${name}-${at}.json`));
  await choose(page, [...halves("Dinas B"), ...halves("Dinas C")]);
  await go(page, "masalah");
  const merge = page.getByRole("button", { name: /^Gabungkan dan hitung/ });
  await eventually(async () => assert.equal(await merge.count(), 2));
  await merge.evaluateAll((all) => all.forEach((one) => one.click()));
  await page.getByText(/^Digabung menjadi/).waitFor();
  await page.getByRole("button", { name: "Gabungkan dan hitung Dinas C" }).press("Enter");
  await go(page, "tabel");
  await eventually(async () => assert.deepEqual(await names(page), ["Dinas B", "Dinas C"]));
});

scenario("a folder that is still being looked through can be stopped, and nothing of it comes in", async ({ page, open }) => {
  await open();
  await go(page);
  await page.evaluate((text) => {
    const opened = new Promise((open) => (globalThis.openFolder = open));
    const leaf = { isFile: true, isDirectory: false, fullPath: "/k/lambat.json", file: (done) => opened.then(() => done(new File([text], "lambat.json"))) };
    const root = { isFile: false, isDirectory: true, fullPath: "/k", createReader: () => ({ left: [leaf], readEntries(done) { const now = this.left; this.left = []; done(now); } }) };
    DataTransferItem.prototype.webkitGetAsEntry = () => root;
    const data = new DataTransfer();
    data.items.add(new File(["x"], "k"));
    document.querySelector(".recap").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, JSON.stringify(office("Dinas Lambat")));
  await page.getByRole("button", { name: "Hentikan" }).press("Enter");
  await page.getByText("Dihentikan sebelum ada berkas yang dibaca.").waitFor();
  await page.evaluate(() => globalThis.openFolder());
  await choose(page, [file(office("Dinas A"), "a.json")]);
  await go(page, "tabel");
  assert.deepEqual(await names(page), ["Dinas A"]);
});

scenario("shares that nobody merged are merged here: contradictions stay side by side, and the result counts", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await go(page);
  const whole = office("Dinas Bagian");
  const ids = Object.keys(whole.answers);
  const share = (part, own, at) => ({
    ...whole, part, updatedAt: at,
    parts: [{ id: part, by: `Kasubag ${part}`, indicators: own, sent: "2026-10-01T08:00:00+07:00" }],
    answers: Object.fromEntries(own.map((id) => [id, { ...whole.answers[id], at, note: id === ids[3] ? `menurut ${part}` : undefined }])),
  });
  await choose(page, [
    file(share("p1", ids.slice(0, 4), "2026-11-02T08:00:00+07:00"), "bagian-1.json"),
    file(share("p2", ids.slice(3), "2026-11-03T08:00:00+07:00"), "bagian-2.json"),
  ]);
  await go(page, "masalah");
  assert.deepEqual(await files(page, "Baru bagian dari penilaian"), ["bagian-1.json", "bagian-2.json"]);
  await page.getByText("Instrumen: ").first().waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Gabungkan dan hitung Dinas Bagian" }).press("Enter");
  await page.getByText(/^Digabung menjadi penilaian-mandiri_dinas-bagian_.*\.json dan dimasukkan ke rekap\. 1 indikator punya lebih dari satu jawaban/).waitFor();
  await go(page, "tabel");
  assert.deepEqual(await names(page), ["Dinas Bagian"]);
  await go(page, "masalah");
  await page.getByRole("button", { name: "Gabungkan dan hitung Dinas Bagian" }).press("Enter");
  await page.getByText("Bagian-bagian itu tidak membawa hal baru").waitFor();
  await go(page, "tabel");
  await page.getByRole("button", { name: "Buka Dinas Bagian" }).press("Enter");
  await page.getByRole("button", { name: "Ambil" }).waitFor();
});

scenario("a lone share beside its whole is offered for merging too, and what it says anew counts", async ({ page, open }) => {
  await open();
  await go(page);
  const whole = office("Dinas Utuh");
  const [first, ...rest] = Object.keys(whole.answers);
  const at = "2026-11-02T08:00:00+07:00";
  const part = {
    ...whole, part: "p1", updatedAt: at, answers: { [first]: { ...whole.answers[first], by: "Kasubag Umum", at } },
    parts: [{ id: "p1", by: "Kasubag Umum", indicators: [first], sent: "2026-10-01T08:00:00+07:00" }],
  };
  await choose(page, [
    file({ ...whole, answers: Object.fromEntries(rest.map((id) => [id, whole.answers[id]])) }, "utuh.json"),
    // The same form was sent to another office, which saved it later.
    file({ ...whole, unit: { ...whole.unit, name: "Dinas Kembar" }, updatedAt: "2026-11-09T08:00:00+07:00" }, "kembar.json"),
    file(part, "bagian.json"),
    file({ ...part, id: "lain", unit: { ...part.unit, name: "Dinas Lain" } }, "bagian-lain.json"),
  ]);
  await go(page, "masalah");
  assert.deepEqual(await files(page, "Baru bagian dari penilaian"), ["bagian-lain.json", "bagian.json"]);
  await page.getByRole("heading", { name: "Dinas Utuh: satu bagian di samping berkas utuhnya" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Gabungkan dan hitung/ }).count(), 1, "nothing is to be merged with the other");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Gabungkan dan hitung Dinas Utuh" }).press("Enter");
  await page.getByText(/^Digabung menjadi penilaian-mandiri_dinas-utuh_.*\.json dan dimasukkan ke rekap\./).waitFor();
  await go(page, "tabel");
  const filledIn = page.locator('table[aria-labelledby="recap-units"] tbody tr').filter({ hasText: "Dinas Utuh" });
  await filledIn.getByText(`${rest.length + 1} dari ${rest.length + 1}`).waitFor();
});

scenario("an instrument that does not load is no fault of the sender, can be asked for again, and leaves nothing behind", async ({ page, context, open, watched }) => {
  watched.allow("console", /Failed to load resource/);
  watched.allow("request", /rubrics/);
  await open();
  await context.route("**/ombudsman-kepatuhan-2023*", (route) => route.abort());
  await go(page);
  await choose(page, [file(office("Dinas A", undefined, { updatedAt: "2025-01-01T08:00:00+07:00" }), "a.json")]);
  await page.getByText(/^Instrumen ini tidak dapat dimuat: ombudsman-kepatuhan-2023\. .*bukan kesalahan pengirimnya/).waitFor();
  await go(page, "masalah");
  assert.deepEqual(await files(page, "Instrumen belum termuat"), ["a.json"]);
  await assertAccessible(page);
  await context.unroute("**/ombudsman-kepatuhan-2023*");
  await page.getByRole("button", { name: "Coba muat lagi" }).press("Enter");
  await page.getByText("Semua instrumen sudah termuat.").waitFor();
  await page.getByText("Tidak ada masalah: semua berkas dihitung tanpa catatan.").waitFor();
  await go(page, "tabel");
  assert.deepEqual(await names(page), ["Dinas A"]);
});

scenario("a list takes five thousand units and says so of the next, and stays quick to type in", async ({ page, open }) => {
  await open();
  await go(page);
  const most = unitList("", Array.from({ length: 4_999 }, (_, at) => `Unit ${at}`));
  await choose(page, [file({ ...most, lokus: [] }, "daftar.json")]);
  await go(page, "unit");
  await page.getByRole("textbox", { name: "Tambah unit" }).fill("Unit A\nUnit 7\nUnit B\nUnit C");
  await page.getByRole("button", { name: "Tambahkan", exact: true }).press("Enter");
  await page.getByText("1 unit ditambahkan; 2 lainnya tidak, karena satu daftar memuat paling banyak 5000 unit.").waitFor();
  await page.getByRole("button", { name: "Centang semua" }).press("Enter");
  await page.getByRole("heading", { name: "Lokus: 5000 dari 5000 unit dicentang" }).waitFor();
  await go(page);
  await choose(page, [file(office("Unit 7"), "a.json"), file("{", "penilaian-mandiri_unit-8_x.json")]);
  await go(page, "unit");
  await page.getByText("1 unit sudah mengirim berkas yang tidak dapat dibaca, menurut nama berkasnya: Unit 8.").waitFor();
  const field = page.getByRole("textbox", { name: "Tambah unit" });
  const began = Date.now();
  await field.pressSequentially("dua puluh huruf saja");
  const took = Date.now() - began;
  assert.ok(took < 4_000, `twenty letters took ${took} ms`);
});

scenario("of files held against others, too, those that do not count say why", async ({ page, open }) => {
  await open();
  await go(page);
  await choose(page, [file(office("Dinas A"), "a.json")]);
  await go(page, "banding");
  await choose(page, [file(office("Dinas A", (all) => all[1]), "a-2025.json"), file("{", "rusak.json")]);
  await page.getByRole("heading", { name: "Perubahan 1 unit" }).waitFor();
  assert.deepEqual(await files(page, "Tidak dapat dibaca"), ["rusak.json"]);
  await assertAccessible(page);
});

scenario("what is opened from here opens for verification, and comes back with what was verified when that is asked for", async ({ page, open }) => {
  await open();
  await go(page);
  await choose(page, [file(office("Dinas A", (all) => all[2]), "a.json"), file(office("Dinas B"), "b.json")]);
  await go(page, "tabel");
  await page.getByRole("button", { name: "Buka Dinas A" }).press("Enter");
  await page.getByRole("button", { name: "Ambil" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Verifikasi" }).waitFor();
  await page.getByText("Kantor ini belum mengajukan").waitFor();
  await page.locator("#verifier").fill("Kepala Bagian Organisasi");
  await page.getByText(/^Tersimpan/).first().waitFor();
  await page.getByRole("link", { name: "Kembali ke rekap" }).press("Enter");
  await page.getByText("Dinas A sudah dikerjakan lagi di perangkat ini sejak dibuka dari a.json").waitFor();
  await page.getByRole("button", { name: "Masukkan ke rekap Dinas A" }).press("Enter");
  await page.getByText("Dimasukkan sebagai a.json (2). a.json tetap tercantum di Masalah").waitFor();
  assert.deepEqual(await names(page), ["Dinas A", "Dinas B"]);
  await go(page, "masalah");
  assert.deepEqual(await files(page, "Ada berkas lain dari unit yang sama"), ["a.json"]);
  // Loaded anew there are no files to go back to.
  await page.goto(`${page.url().split("#")[0]}#/verifikasi`);
  await page.getByRole("link", { name: "Kembali ke rekap" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Verifikasi" }).waitFor();
  await page.getByRole("heading", { level: 2, name: "Per indikator" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Kembali ke rekap" }).count(), 0);
});

scenario("on a phone every table but the heat map fits, each row by itself", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await go(page, "unit");
  await page.getByRole("textbox", { name: "Tambah unit" }).fill("Dinas Sosial\tSetda\tBantuan sosial, santunan\tya\nDinas Pendidikan");
  await page.getByRole("button", { name: "Tambahkan", exact: true }).press("Enter");
  await page.getByRole("checkbox", { name: "Lokus: Dinas Sosial" }).press("Space");
  await page.getByRole("textbox", { name: "Nama skenario" }).fill("bila Dinsos");
  await page.keyboard.press("Enter");
  await page.getByText("bila Dinsos (1 unit)").waitFor();
  await go(page);
  await choose(page, [file(office("Dinas Sosial", (all) => all[1]), "a.json"), file(office("Dinas Pendidikan", (all) => all[2]), "b.json")]);
  for (const part of ["unit", "tabel", "pemda"]) {
    await go(page, part);
    const wide = await page.locator(".recap .scroll").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.getAttribute("aria-labelledby")));
    assert.deepEqual(wide.filter((id) => id !== "recap-heat"), [], part);
    await assertAccessible(page);
  }
  await page.getByText(/^Nilai mandiri: satu kategori hanya bila kisaran jawabannya .* Tabel memakai kisaran penuh/).waitFor();
  await page.getByText("Atas 1 unit lokus yang berkasnya dihitung, dari 1 unit yang dicentang.").waitFor();
  const lines = await page.locator('table[aria-labelledby="recap-if"] tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.deepEqual(lines.map(([name, count]) => [name, count]), [["Centang sekarang", "1"], ["bila Dinsos", "1"], ["Semua unit", "2"]]);
  await eventually(() => assert.equal(lines[0][2], lines[1][2]));
  assert.notEqual(lines[0][2], lines[2][2]);
});
