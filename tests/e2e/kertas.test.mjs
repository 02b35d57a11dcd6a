/** Papers of one office: nothing is lost on them, every page says what it is, and they can be edited and shared. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, choose, downloaded, eventually, filled, indicators, instrument, newest, saved, take, view } from "./support/journey.mjs";
import { letters, pages } from "./support/paper.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const STRIP = /PENILAIAN MANDIRI - diisi oleh .+, (belum|telah|baru \d+ dari \d+ telah) diverifikasi\. Bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi\./;
const example = (id) => JSON.parse(readFileSync(join(ROOT, `rubrics/examples/${id}.json`), "utf8"));
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
async function paper(page, which, name) {
  await page.evaluate((hash) => (location.hash = hash), `#/lembar/${which}`);
  await heading(page, name);
}

/** Everything an answer says in words. */
function said(answer) {
  const documents = (answer.evidence ?? []).flatMap(({ state, title, where }) => (state === "none" ? [] : [title, where]));
  return [answer.note, answer.ground, answer.reason, answer.by, ...documents].filter(Boolean);
}

/** What of these texts does not stand on these pages; of one that may go over several pages, each word by itself. */
function missing(texts, sheet) {
  const all = sheet.join(" ");
  const [joined, words] = [letters(all), new Set(all.split(/\s+/).map(letters))];
  const stands = (text) => (text.length > 500 ? text.split(/\s+/).every((word) => words.has(letters(word))) : joined.includes(letters(text)));
  return texts.filter((text) => !stands(text));
}

for (const id of ["ombudsman-kepatuhan-2023", "pekppp-2023-luring", "sakip-2021"]) {
  scenario(`the result sheet of the filled example of ${id} holds all of it, and every page the strip`, async ({ page, open }) => {
    await open();
    const document = example(id);
    await take(page, document);
    await view(page, "Hasil");
    await page.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
    await heading(page, "Lembar Hasil Penilaian Mandiri");
    const sheet = await pages(page);
    for (const [at, text] of sheet.entries()) {
      assert.match(text, STRIP, `page ${at + 1}`);
      assert.ok(text.includes(`Halaman ${at + 1} dari ${sheet.length}`), `the number of page ${at + 1}`);
    }
    const own = instrument(id);
    const words = indicators(own).map((one) => `${one.id} · ${one.name}`);
    assert.deepEqual(missing([...words, ...Object.values(document.answers).flatMap(said), own.name, own.legalBasis ?? ""], sheet), []);
    for (const part of ["Perkiraan nilai", "Kisaran lengkap", "Didukung bukti", "Nilai asumsi dan dasarnya", "Indikator tidak relevan dan alasannya", "Rencana perbaikan", "Sidik isi penilaian (SHA-256)", "4 x 4 cm"]) {
      assert.ok(sheet.join(" ").includes(part), part);
    }
    for (const word of ["Semua lembar", "Unduh versi", "Beranda"]) assert.ok(!sheet.join(" ").includes(word), `no ${word}`);
  });
}

scenario("each paper has a name of its own, by which its PDF is kept", async ({ page, open }) => {
  await open();
  const document = example("pekppp-2023-luring");
  document.answers[Object.keys(document.answers)[0]].ask = true;
  await take(page, document);
  const unit = document.unit.name;
  for (const [which, name] of [
    ["hasil", "Lembar Hasil Penilaian Mandiri"],
    ["hasil~tanpa", "Lembar Hasil Penilaian Mandiri"],
    ["pakta", "Pakta integritas"],
    ["rencana", "Lembar rencana perbaikan"],
    ["pendampingan", "Lembar pendampingan"],
    ["verifikasi", "Berita Acara Verifikasi Penilaian Mandiri"],
    ["kosong", "Lembar kosong untuk wawancara dan pengamatan"],
  ]) {
    await paper(page, which, name);
    await eventually(async () => assert.equal(await page.title(), `${name} - ${unit} - Swanilai`));
  }
  await paper(page, "", "Lembar untuk dicetak dan ditandatangani");
  await eventually(async () => assert.equal(await page.title(), "Lembar untuk dicetak dan ditandatangani - Swanilai"));
});

scenario("with nothing flagged there is no sheet for a companion, and it is said how to flag", async ({ page, open }) => {
  await open();
  const document = binjai();
  await take(page, document);
  await paper(page, "pendampingan", "Lembar pendampingan");
  await page.getByText("Belum ada indikator yang ditandai. Tandai lewat Tanya pendamping di bawah kartunya.").waitFor();
  await assertAccessible(page);
  assert.equal(await page.locator(".letter").count(), 0);
  assert.equal(await page.getByRole("button", { name: /Cetak|Unduh/ }).count(), 0);
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Semua lembar" }).waitFor();
  await main.getByRole("link", { name: "Pengisian" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  const { id, question } = indicators(instrument("sakip-2021"))[0];
  document.answers[id] = { ...document.answers[id], ask: true };
  await view(page, "Beranda");
  await choose(page, document);
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await paper(page, "pendampingan", "Lembar pendampingan");
  await page.getByRole("button", { name: /^Cetak/ }).waitFor();
  assert.deepEqual(missing([question], [await page.locator(".letter").innerText()]), []);
});

/** An example of which every third note is two thirds of a page long. */
function wordy() {
  const document = example("ombudsman-kepatuhan-2023");
  for (const [at, answer] of Object.values(document.answers).entries()) {
    answer.note = at % 3 ? `pendek${at}` : Array.from({ length: 220 }, (_, turn) => `kata${at}x${turn}`).join(" ");
  }
  return document;
}

scenario("long rows go on over the end of a page, short ones stay whole, and no page ends half empty", async ({ page, open }) => {
  await open();
  const document = wordy();
  await take(page, document);
  await paper(page, "hasil", "Lembar Hasil Penilaian Mandiri");
  const sheet = await pages(page);
  if (sheet.length === 1) return;
  assert.deepEqual(missing(Object.values(document.answers).flatMap(said), sheet), []);
  const rows = sheet.map((text) => text.match(/kata\d+x0 |pendek\d+/g) ?? []);
  const inside = sheet.slice(rows.findIndex((found) => found.length) + 1, rows.findLastIndex((found) => found.length));
  assert.ok(inside.length > 5, `${inside.length} pages within the answers`);
  for (const text of inside) assert.ok(text.includes("Indikator Jawaban Bobot Nilai"), `the heads stand on each: ${text.slice(0, 400)}`);
  const sizes = inside.map((text) => letters(text).length);
  assert.ok(Math.min(...sizes) > Math.max(...sizes) / 2, `no page is half empty: ${sizes}`);
  const own = indicators(instrument("ombudsman-kepatuhan-2023"));
  const short = own.filter(({ id }) => document.answers[id]?.note?.startsWith("pendek"));
  assert.ok(short.length > 20);
  for (const { id, name } of short) {
    const { note } = document.answers[id];
    const whole = sheet.filter((text) => missing([`${id} · ${name}`, note], [text]).length === 0);
    assert.ok(whole.length > 0, `the row of ${id} is whole on one page`);
  }
});

scenario("the PDF of a paper is tagged: its headings, and tables with heads", async ({ page, open }) => {
  await open();
  await take(page, example("ombudsman-kepatuhan-2023"));
  await paper(page, "hasil", "Lembar Hasil Penilaian Mandiri");
  const parts = await page.locator(".letter").evaluate((letter) => Object.fromEntries(["h1", "h2", "h3", "table"].map((tag) => [tag, letter.querySelectorAll(tag).length])));
  const text = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
  const tagged = (tag) => [...text.matchAll(new RegExp(`/S\\s*/${tag}\\b`, "g"))].length;
  assert.ok(parts.h2 > 5 && parts.h3 > 3 && parts.table > 5, JSON.stringify(parts));
  for (const tag of ["h1", "h2", "h3", "table"]) assert.equal(tagged(tag === "table" ? "Table" : tag.toUpperCase()), parts[tag], tag);
  const heads = await page.locator(".letter-table th").count();
  assert.equal(tagged("TH"), heads, "a head is one where its table begins, whatever pages repeat it");
});

/** An instrument of 240 indicators, and answers with the longest notes that a document holds. */
function hostile() {
  const sakip = instrument("ombudsman-kepatuhan-2023");
  const own = { ...sakip, id: "raksasa", shortName: "Raksasa", name: "Instrumen raksasa", correspondences: undefined };
  const [first] = own.dimensions;
  const model = first.indicators.find(({ weight, notAbove }) => weight && !notAbove);
  const extra = Array.from({ length: 240 - indicators(sakip).length }, (_, at) => {
    return { ...model, id: `X${at}`, name: `Indikator tambahan ${at}`, scored: false, weight: undefined, walk: undefined, panel: undefined };
  });
  own.dimensions = own.dimensions.map((one) => (one === first ? { ...one, indicators: [...one.indicators, ...extra] } : one));
  const long = (at) => Array.from({ length: 330 }, (_, turn) => `kata${at}x${turn}`).join(" ").slice(0, 3_990) + ` akhir${at}`;
  const answers = Object.fromEntries(indicators(own).map(({ id, evidence = [] }, at) => {
    const documents = evidence.slice(0, 1).map((asked) => ({ asked, state: "prepared", title: `Judul ${at}`, where: `Lemari${at} / <b>rak</b> & "map"` }));
    return [id, { note: at % 6 === 0 ? long(at) : `catatan pendek ${at}`, evidence: documents }];
  }));
  return { own, document: { ...filled("ombudsman-kepatuhan-2023", () => undefined), id: "raksasa-1", rubric: { id: "raksasa" }, answers } };
}

scenario("240 indicators with the longest notes paginate and lose nothing", async ({ page, open }) => {
  await open();
  const { own, document } = hostile();
  assert.equal(indicators(own).length, 240);
  await choose(page, own);
  await page.getByText("Instrumen Raksasa tersimpan di perangkat ini").waitFor();
  await take(page, document);
  await paper(page, "hasil", "Lembar Hasil Penilaian Mandiri");
  const sheet = await pages(page);
  assert.ok(sheet.length > 40, `${sheet.length} pages`);
  for (const [at, text] of sheet.entries()) assert.match(text, STRIP, `page ${at + 1}`);
  assert.deepEqual(missing(Object.values(document.answers).flatMap(said), sheet), []);
  assert.deepEqual(missing(indicators(own).map(({ id, name }) => `${id} · ${name}`), sheet), []);
});

scenario("the version to be edited holds the same, as tables, loads nothing and is named after the office", async ({ page, open }) => {
  await open();
  const document = example("ombudsman-kepatuhan-2023");
  await take(page, document);
  await paper(page, "hasil", "Lembar Hasil Penilaian Mandiri");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Unduh versi yang dapat disunting/ }).click()]);
  assert.match(file.suggestedFilename(), /^lembar-hasil_contoh-dinas-sosial-[a-z-]+_ombudsman-kepatuhan-2023_\d{4}-\d\d-\d\d\.html$/);
  const text = readFileSync(await file.path(), "utf8");
  assert.doesNotMatch(text, /<script|<link|<img|src=|https?:\/\/(?!www\.w3)/i, "it loads nothing");
  const other = await page.context().newPage();
  await other.setContent(text);
  const read = await other.evaluate(() => {
    const made = document;
    const ragged = [...made.querySelectorAll("table:has(thead)")].filter((one) => [...one.rows].some((row) => row.cells.length !== one.rows[0].cells.length));
    return { text: made.body.textContent, heads: made.querySelectorAll("thead").length, ragged: ragged.length };
  });
  assert.ok(read.heads > 5 && read.ragged === 0, "tables are whole");
  assert.match(read.text, STRIP);
  const words = indicators(instrument("ombudsman-kepatuhan-2023")).map((one) => `${one.id} · ${one.name}`);
  assert.deepEqual(missing([...words, ...Object.values(document.answers).flatMap(said)], [read.text]), []);
});

scenario("a paper without notes and places says so and holds neither, and its figures are the same", async ({ page, open }) => {
  await open();
  const document = example("pekppp-2023-luring");
  await take(page, document);
  await paper(page, "hasil", "Lembar Hasil Penilaian Mandiri");
  const [whole] = [await pages(page)];
  await page.getByRole("link", { name: "Tidak", exact: true }).click();
  await page.getByText("Salinan tanpa catatan dan tanpa lokasi bukti.").waitFor();
  const bare = await pages(page);
  const secret = Object.values(document.answers).flatMap(({ note, evidence = [] }) => [note, ...evidence.map(({ where }) => where)]).filter(Boolean);
  assert.ok(secret.length > 10);
  assert.equal(missing(secret, whole).length, 0);
  assert.deepEqual([...new Set(secret)].filter((text) => text.length > 12 && missing([text], bare).length === 0), []);
  const point = /Perkiraan nilai (\d+,\d\d)/;
  assert.equal(bare.join(" ").match(point)[1], whole.join(" ").match(point)[1]);
});

scenario("the pledge has target and plan attached, and signatures of 4 x 4 cm", async ({ page, open }) => {
  await open();
  await take(page, { ...example("pekppp-2023-luring"), actions: [{ id: "1", finding: "Temuan", action: "Menyusun SOP", due: "31-12-2020", responsible: "Sekretaris" }] });
  await paper(page, "pakta", "Pakta integritas");
  const sheet = (await pages(page)).join(" ");
  for (const part of ["Kategori yang dituju", "menyatakan:", "Lampiran pakta integritas", "Rencana perbaikan", "Menyusun SOP", "31-12-2020", "lewat", "Yang menyatakan"]) assert.deepEqual(missing([part], [sheet]), []);
  await page.emulateMedia({ media: "print" });
  const square = await page.locator(".letter-square").first().boundingBox();
  assert.deepEqual([square.width, square.height].map((one) => Math.round((one / 96) * 25.4)), [40, 40]);
});

scenario("an exercise has no papers, whatever the address says", async ({ page, open }) => {
  await open();
  await take(page, filled("sakip-2021", (values) => values[2], { practice: true }));
  for (const which of ["", "hasil", "pakta", "pendampingan"]) {
    await page.evaluate((hash) => (location.hash = hash), `#/lembar/${which}`);
    await heading(page, "Lembar untuk dicetak dan ditandatangani");
    await page.getByText("Latihan tidak mewakili perangkat daerah mana pun").waitFor();
    assert.equal(await page.locator(".letter").count(), 0);
    assert.equal(await page.getByRole("button", { name: /Cetak|Unduh/ }).count(), 0);
  }
});

scenario("a copy to be shared leaves notes and places out, and comes back without wiping those of its owner", async ({ page, open }) => {
  await open();
  const answers = { ...binjai().answers };
  answers["1a"] = { ...answers["1a"], note: "Rahasia kantor", evidence: [{ asked: "Dokumen", title: "SK", where: "Lemari besi", state: "good" }] };
  answers["1b"] = { note: "Hanya catatan" };
  await take(page, { ...binjai(), answers });
  await saved(page);
  await view(page, "Hasil");
  await page.locator("summary", { hasText: "Kirim" }).press("Enter");
  await page.getByText("Sertakan catatan dan lokasi bukti?").waitFor();
  const offered = await page.locator(".share button").allTextContents();
  assert.match(offered[0], /tanpa/, "without is offered first");
  const copy = await downloaded(page, () => page.getByRole("button", { name: "Unduh tanpa catatan dan lokasi" }).click());
  assert.match(copy.name, /tanpa-catatan\.json$/);
  assert.doesNotMatch(copy.text, /Rahasia kantor|Lemari besi|Hanya catatan/);
  assert.equal(copy.json.withoutNotes, true);
  assert.equal(copy.json.results.score, 88.06);
  copy.json.answers["1a"].level = 50;
  delete copy.json.digest;
  await view(page, "Beranda");
  await choose(page, copy.json);
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  const held = await newest(page);
  assert.equal(held.answers["1a"].level, 50, "what changed in the copy is taken");
  assert.equal(held.answers["1a"].note, "Rahasia kantor");
  assert.equal(held.answers["1a"].evidence[0].where, "Lemari besi");
  assert.equal(held.answers["1b"].note, "Hanya catatan");
  assert.equal(held.withoutNotes, undefined);
});

scenario("on a phone the sheet that shares is given the copy without notes", { viewport: "phone" }, async ({ page, open, context }) => {
  await context.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = async ({ files: [file] }) => (globalThis.shared = await file.text());
  });
  await open();
  await take(page, { ...binjai(), answers: { "1a": { level: 80, note: "Rahasia kantor" } } });
  await view(page, "Hasil");
  await page.locator("summary", { hasText: "Kirim" }).click();
  await page.getByRole("button", { name: "Kirim tanpa catatan dan lokasi" }).click();
  await page.waitForFunction(() => globalThis.shared);
  const text = await page.evaluate(() => globalThis.shared);
  assert.ok(text.includes("withoutNotes") && !text.includes("Rahasia"));
  await page.getByRole("button", { name: "Kirim dengan catatan dan lokasi" }).click();
  await page.waitForFunction(() => globalThis.shared.includes("Rahasia kantor"));
});
