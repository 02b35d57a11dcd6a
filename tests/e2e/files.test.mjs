/** Files out and in: what is exported, what is shown before anything is taken over, what survives. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";

import { scenario, stageFile } from "./support/browser.mjs";
import {
  begin, binjai, card, choose, downloaded, eventually, filled, instrument, kept, level, newest, press, saved, scoreboard, take, view,
} from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const SAKIP = instrument("sakip-2021");
const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(JSON.parse(read("rubrics/schema/assessment-1.json")));

/** Hasil's file, held against the published schema. */
async function exported(page) {
  await view(page, "Hasil");
  const file = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas" }).click());
  assert.ok(validate(file.json), JSON.stringify(validate.errors, null, 1));
  return file;
}

scenario("a blank assessment is exported under a plain name and by the schema", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName, "Dinas Sosial, Kab. \"X\" / éà");
  const { name, json } = await exported(page);
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  assert.equal(name, `penilaian-mandiri_dinas-sosial-kab-x-ea_sakip-2021_${today}.json`);
  await page.getByRole("status").getByText(`Berkas ${name} diserahkan ke peramban.`).waitFor();
  assert.equal(json.format, "swanilai/assessment");
  assert.equal(json.formatVersion, "1.0");
  assert.equal(json.$schema, "urn:swanilai:schema:assessment:1");
  assert.equal(json.rubric.id, "sakip-2021");
  assert.match(json.rubric.sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual(json.answers, {});
  assert.equal(json.results.score, null);
});

for (const id of ["sakip-2021", "pekppp-2023-luring", "ombudsman-kepatuhan-2023"]) {
  scenario(`the filled example of ${id} is exported by the schema and read back the same`, async ({ page, open }) => {
    const { shortName } = instrument(id);
    await open();
    await page.getByRole("button", { name: `Lihat contoh ${shortName}` }).click();
    await page.getByText("Contoh terisi: unit dan jawabannya dikarang").waitFor();
    const file = await exported(page);
    const shown = await scoreboard(page);
    await view(page, "Beranda");
    await choose(page, file.text);
    await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
    await page.getByRole("button", { name: "Ambil" }).click();
    await view(page, "Hasil");
    assert.deepEqual(await scoreboard(page), shown);
    const again = await exported(page);
    const timeless = ({ json }) => ({ ...json, updatedAt: 0, savedAt: 0, exportedAt: 0, digest: 0 });
    assert.deepEqual(timeless(again), timeless(file), "the same state gives the same file");
  });
}

scenario("a file with the same answers and other plans is not called the same", async ({ page, open }) => {
  await open();
  const own = { ...binjai(), id: "sama-1" };
  await take(page, own);
  await saved(page);
  await view(page, "Beranda");
  await choose(page, { ...own, actions: [{ id: "1", finding: "Temuan", action: "Menyusun SOP" }] });
  await page.getByText(/^Jawabannya sama dengan yang di perangkat ini, tetapi bagian lain berbeda/).waitFor();
  assert.equal(await page.getByText("Isinya sama dengan yang ada di perangkat ini.").count(), 0);
  await page.getByRole("button", { name: "Batal" }).click();
  await choose(page, own);
  await page.getByText("Isinya sama dengan yang ada di perangkat ini.").waitFor();
});

scenario("every change to an assessment makes its revision count up", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  const before = (await newest(page)).revision;
  await press(level(page, SAKIP, "1b", 5));
  await eventually(async () => assert.ok((await newest(page)).revision > before, `${(await newest(page)).revision} after ${before}`));
});

scenario("a file shows what it would change, and putting it aside changes nothing", async ({ page, open }) => {
  await open();
  const mine = filled("sakip-2021", (values, at) => (at < 11 ? values[4] : undefined));
  await take(page, mine);
  await saved(page);
  const before = { keys: await kept(page), shown: await scoreboard(page) };
  const theirs = structuredClone(mine);
  theirs.answers["1a"] = { level: 90 };
  theirs.answers["4c"] = { level: 30 };
  delete theirs.answers["2b"];
  await view(page, "Beranda");
  await choose(page, theirs, "dari-rekan.json");
  await page.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).waitFor();
  await page.getByText("Mengambil berkas mengosongkan 1 jawaban, mengganti 1, dan menambah 1.").waitFor();
  await page.getByText("Berkas dari-rekan.json berisi penilaian Dinas Uji · Kabupaten Contoh · 2026").waitFor();
  const table = page.getByRole("table", { name: /^Yang berubah/ });
  assert.deepEqual(await table.getByRole("rowheader").allTextContents(), ["1a", "2b", "4c"]);
  await table.getByRole("row", { name: "1a" }).getByRole("cell", { name: /^A · / }).waitFor();
  await table.getByRole("row", { name: "2b" }).getByRole("cell", { name: "belum diisi" }).waitFor();
  await page.getByRole("button", { name: "Batal" }).click();
  await page.getByRole("heading", { level: 1, name: "Penilaian di perangkat ini" }).waitFor();
  assert.deepEqual(await kept(page), before.keys);
  await view(page, "Pengisian");
  assert.deepEqual(await scoreboard(page), before.shown);
});

scenario("a file taken over can be undone", async ({ page, open }) => {
  await open();
  const mine = filled("sakip-2021", (values) => values[4]);
  await take(page, mine);
  await saved(page);
  await view(page, "Beranda");
  await choose(page, { ...mine, answers: { "1a": { level: 100 } } });
  await page.getByRole("button", { name: "Ambil" }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "100,00"));
  await page.locator("#notice").getByRole("button", { name: "Urungkan" }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "70,00"));
  await eventually(async () => assert.equal(Object.keys((await newest(page)).answers).length, 12));
});

scenario("the masthead leads away from a file that waits", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await view(page, "Beranda");
  await choose(page, filled("sakip-2021", (values) => values[1]));
  await page.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).waitFor();
  await view(page, "Hasil");
  await page.getByRole("heading", { level: 1, name: "Hasil" }).waitFor({ timeout: 2_000 });
  assert.equal((await scoreboard(page)).point, "87,80");
});

for (const where of ["Beranda", "Pengisian", "Hasil", "Tentang"]) {
  scenario(`a file can be dropped anywhere on ${where}`, async ({ page, open }) => {
    await open();
    await take(page, binjai());
    await saved(page);
    await view(page, where);
    const files = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "jatuh.json", { type: "application/json" }));
      return data;
    }, JSON.stringify(filled("sakip-2021", (values) => values[2])));
    await page.getByRole("contentinfo").dispatchEvent("dragover", { dataTransfer: files });
    await page.getByRole("contentinfo").dispatchEvent("drop", { dataTransfer: files });
    await page.getByText(/^Berkas jatuh\.json berisi penilaian/).waitFor();
    await page.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).and(page.locator(":focus")).waitFor();
    await page.getByRole("button", { name: "Ambil" }).click();
    await page.getByRole("heading", { level: 1, name: "Perencanaan Kinerja" }).waitFor();
    await eventually(async () => assert.equal((await scoreboard(page)).point, "50,00"));
  });
}

const OWN = "Instrumen ini dibawa oleh berkas, bukan bawaan Swanilai. Bobot dan batas kategorinya tidak kami periksa.";

scenario("an instrument that came with a file is called that wherever its score stands", async ({ page, open }) => {
  await open();
  await choose(page, { ...binjai(), rubric: { id: "lke-daerah" }, rubricCopy: { ...SAKIP, id: "lke-daerah" } });
  const accept = page.getByRole("button", { name: "Ambil" });
  const [said, taken] = await Promise.all([page.getByText(OWN, { exact: true }).boundingBox(), accept.boundingBox()]);
  assert.ok(said.y < taken.y, "before it is taken");
  await accept.click();
  await saved(page);
  await page.reload();
  for (const name of ["Pengisian", "Cek", "Perbaikan", "Hasil"]) {
    await view(page, name);
    await page.getByRole("region", { name: "Penilaian yang dibuka" }).getByText(OWN, { exact: true }).waitFor();
  }
  await page.evaluate(() => (navigator.clipboard.writeText = async (text) => (globalThis.copied = text)));
  await page.getByRole("button", { name: "Salin ringkasan" }).click();
  await eventually(async () => assert.ok((await page.evaluate(() => globalThis.copied)).includes(OWN)));
  await page.emulateMedia({ media: "print" });
  await page.locator(".paper").getByText(OWN, { exact: true }).waitFor();
  await page.emulateMedia({ media: "screen" });
  await view(page, "Beranda");
  await take(page, binjai());
  await view(page, "Hasil");
  assert.equal(await page.getByText(OWN).count(), 0);
});

scenario("taking a file over says so, and speaks of undo only where there is something to go back to", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await page.getByRole("status").getByText("Berkas diambil.", { exact: true }).waitFor();
  await saved(page);
  const { id } = await newest(page);
  await view(page, "Beranda");
  await choose(page, { ...binjai(), id, answers: {} });
  await page.getByText("Mengambil berkas mengosongkan 12 jawaban.").waitFor();
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("status").getByText("Berkas diambil. Tekan Urungkan untuk kembali ke jawaban sebelumnya.").waitFor();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await page.locator("#notice").getByRole("button", { name: "Urungkan" }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
});

scenario("markup in every field stays text", async ({ page, open }) => {
  const evil = `<img src=x onerror="globalThis.struck=1">`;
  const asked = SAKIP.dimensions[0].indicators[0].evidence[0];
  const document_ = {
    ...binjai(),
    id: "uji-markup",
    unit: { name: evil, pemda: evil, kind: evil },
    [evil]: evil,
  };
  document_.answers = {
    ...document_.answers,
    "1a": {
      level: 90, assumed: true, ground: evil, note: evil, by: evil, reason: evil, typed: evil,
      evidence: [{ asked, title: evil, where: evil, date: evil, validUntil: evil, state: "good" }],
    },
    [evil]: { level: 1 },
  };
  await open();
  await choose(page, document_, `${evil}.json`.replaceAll("/", "_"));
  await page.getByRole("heading", { name: /^Yang perlu diketahui/ }).waitFor();
  const harmless = async () => {
    assert.equal(await page.locator("img, script:not([src])").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.struck), undefined);
    assert.ok((await page.locator("body").innerText()).includes(evil));
  };
  await harmless();
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  assert.equal(await card(page, "1a").getByRole("textbox", { name: "Dasar asumsi" }).inputValue(), evil);
  for (const name of ["Pengisian", "Cek", "Hasil", "Beranda"]) {
    await view(page, name);
    if (name !== "Cek") await harmless();
  }
  await choose(page, `{"rubric":{"id":${JSON.stringify(evil)}},"format":"swanilai/assessment","formatVersion":"1.0","answers":{}}`);
  await page.getByRole("alert").getByText(evil).waitFor();
  await harmless();
});

scenario("members nobody knows survive a round trip at every depth", async ({ page, open }) => {
  const given = JSON.parse(read("tests/fixtures/minor-1.7.json"));
  await open();
  await choose(page, read("tests/fixtures/minor-1.7.json"));
  await page.getByText("Berkas ini dibuat dengan format 1.7, lebih baru dari aplikasi ini.").waitFor();
  await page.getByRole("button", { name: "Ambil" }).click();
  // What was handed in is looked at by whoever verifies it.
  await page.getByRole("heading", { level: 1, name: "Verifikasi" }).waitFor();
  await view(page, "Pengisian");
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  const rubric = instrument("ombudsman-kepatuhan-2023");
  await press(level(page, rubric, "IN07", 2));
  const { json } = await exported(page);
  assert.deepEqual(json.mood, given.mood);
  assert.equal(json.status, "diajukan");
  assert.equal(json.rubric.edition, "kedua");
  assert.deepEqual(json.unit.address, { street: "Jalan 1" });
  assert.equal(json.samples[0].floor, 2);
  assert.deepEqual(json.parts, given.parts);
  assert.equal(json.answers.PR01.samples.p1.photo, "foto-1.jpg");
  assert.deepEqual(json.answers.PR01.evidence[0].pages, [1, 2]);
  assert.equal(json.answers.PR01.confidence, 0.8);
  assert.deepEqual(json.answers.PR99, given.answers.PR99);
  assert.deepEqual(json.official, given.official);
  assert.deepEqual(json.plan, given.plan);
  assert.equal(json.results.spread, 12.5);
  assert.equal(json.app.engine, "wasm");
  assert.equal(json.digest.signature, "belum");
  assert.equal(json.answers.IN07.level, 2);
});
