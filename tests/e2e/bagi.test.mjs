/** Shares: one goes out, is filled in on another phone, comes back and is merged; by keyboard, and kept over a reload. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stage, stageFile } from "./support/browser.mjs";
import { card, choose, downloaded, eventually, file, filled, instrument, level, newest, press, saved, take, view } from "./support/journey.mjs";

stageFile();

const ID = "ombudsman-kepatuhan-2023";
const OMBUDSMAN = instrument(ID);
const [INPUT] = OMBUDSMAN.dimensions;
const [FIRST, SECOND, THIRD] = INPUT.indicators;

/** The coordinator's assessment: one answer of the second indicator. */
const begun = (more = {}) => ({ ...filled(ID, (values, at) => (at === 1 ? values[1] : undefined)), ...more });

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Goes to Bagi tugas by its link in Cek. */
async function bagi(page) {
  await view(page, "Cek");
  await page.getByRole("link", { name: "Bagi tugas", exact: true }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bagi tugas" }).waitFor();
}

/** Adds a share by keyboard: a post, and its indicators by their labels. */
async function share(page, by, names) {
  const box = page.getByRole("textbox", { name: "Jabatan", exact: true }).last();
  await box.fill(by);
  await box.press("Enter");
  const own = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: by, exact: true }) });
  for (const name of names) await own.getByRole("checkbox", { name, exact: true }).press("Space");
  return own;
}

const labelled = ({ id, name }) => `${id} ${name}`;

/** The file of a share, as the coordinator saves it. */
async function part(page, own) {
  const got = await downloaded(page, () => own.getByRole("button", { name: /^Simpan bagian/ }).press("Enter"));
  assert.match(got.name, /^bagian_[a-z-]+_dinas-uji_ombudsman-kepatuhan-2023_[\d-]+\.json$/);
  return got;
}

scenario("a share goes out, is filled in on another phone, comes back and merges; a choice holds over a reload", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, begun());
  await bagi(page);
  const umum = await share(page, "Kasubag Umum", [labelled(FIRST), labelled(SECOND)]);
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the page sideways");
  const loket = await share(page, "Petugas loket", [labelled(FIRST), labelled(THIRD)]);
  const sent = await part(page, umum);
  const other = await part(page, loket);
  assert.deepEqual(Object.keys(sent.json.answers), [SECOND.id]);
  assert.deepEqual(Object.keys(sent.json.results), ["progress"]);
  await page.getByText(`Berkas ${other.name} diserahkan ke peramban.`).waitFor();
  await umum.getByText(/1 dari 2 indikator terisi · dikirim .+, belum kembali/).waitFor();
  await saved(page);

  const back = [];
  for (const [given, at, by, third] of [[sent, 2, "Kasubag Umum"], [other, 4, "Petugas loket", THIRD]]) {
    const staff = await stage({ viewport: "phone" });
    await staff.open();
    await choose(staff.page, given.text, "bagian.swanilai.txt");
    await staff.page.getByText(new RegExp(`: Bagian ${by} · Dinas Uji`)).waitFor();
    await staff.page.getByRole("button", { name: "Ambil" }).press("Enter");
    await staff.page.getByRole("heading", { level: 1, name: "Bagian saya" }).waitFor();
    assert.equal(await staff.page.getByRole("article").count(), 2, "its own indicators alone");
    await press(level(staff.page, OMBUDSMAN, FIRST.id, at));
    await card(staff.page, FIRST.id).locator("summary", { hasText: "Catatan" }).press("Enter");
    await card(staff.page, FIRST.id).getByRole("textbox", { name: /^Catatan/ }).fill(`catatan ${by}`);
    if (third) await press(level(staff.page, OMBUDSMAN, third.id, 3));
    await staff.page.getByText("2 dari 2 indikator terisi").waitFor();
    await saved(staff.page);
    await staff.page.reload();
    await staff.page.getByText("2 dari 2 indikator terisi").waitFor();
    assert.equal(await staff.page.getByText(/Perkiraan nilai|Zona |Kategori /).count(), 0, "no score of anything");
    assert.ok(!(await staff.page.getByRole("navigation", { name: "Tampilan" }).textContent()).includes("Hasil"));
    for (const hash of ["#/hasil", "#/perbaikan", "#/angka"]) {
      await staff.page.goto(staff.page.url().split("#")[0] + hash);
      await staff.page.getByRole("heading", { level: 1, name: "Bagian saya" }).waitFor();
    }
    await assertAccessible(staff.page);
    assert.ok(await fits(staff.page), "nothing runs out of the share sideways");
    await staff.page.addInitScript(() => {
      navigator.canShare = ({ files: [file] }) => file.type === "text/plain";
      navigator.share = async ({ files: [file] }) => (globalThis.shared = [file.name, await file.text()]);
    });
    await staff.page.reload();
    await staff.page.getByRole("button", { name: "Kirim kembali" }).first().press("Enter");
    const [name, text] = await eventually(async () => (await staff.page.evaluate(() => globalThis.shared)) ?? assert.fail("nothing shared"));
    assert.match(name, /^bagian_.+\.swanilai\.txt$/);
    back.push({ name, text });
    assert.deepEqual(staff.watched.faults, []);
    await staff.context.close();
  }

  const files = back.map(({ name, text }) => ({ ...file(text, name), mimeType: "text/plain" }));
  await page.getByLabel("Buka bagian yang kembali").setInputFiles(files);
  await page.getByRole("heading", { level: 1, name: "Periksa sebelum menggabung" }).waitFor();
  await page.getByRole("heading", { name: /^Berbeda: Anda yang memilih/ }).waitFor();
  assert.ok((await page.getByRole("listitem").allTextContents()).includes(labelled(FIRST)));
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the preview sideways");
  assert.equal((await newest(page)).conflicts, undefined, "nothing was merged yet");
  await page.getByRole("button", { name: "Gabung" }).press("Enter");
  const side = page.getByRole("article").filter({ hasText: FIRST.id });
  await side.getByText("catatan Petugas loket").waitFor();
  await side.getByText("catatan Kasubag Umum").waitFor();
  await saved(page);
  await page.reload();
  await side.getByText("catatan Petugas loket").waitFor();
  assert.deepEqual(Object.keys((await newest(page)).answers).sort(), [SECOND.id, THIRD.id].sort(), "what waits counts for nothing");
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the choice sideways");
  await side.getByRole("button", { name: new RegExp(`^Pakai jawaban ini ${FIRST.id} Petugas loket`) }).press("Enter");
  await page.getByRole("heading", { name: /^Perlu Anda pilih/ }).waitFor({ state: "detached" });
  await saved(page);
  await page.reload();
  await umum.getByText(/2 dari 2 indikator terisi · kembali, diubah /).waitFor();
  const chosen = (await newest(page)).answers[FIRST.id];
  assert.equal(chosen.level, 4);
  assert.equal(chosen.note, "catatan Petugas loket\nKasubag Umum: catatan Kasubag Umum");
  assert.equal(chosen.by, "Petugas loket");
  // Dropped once more, nothing is new.
  await page.getByLabel("Buka bagian yang kembali").setInputFiles(files);
  await page.getByText("Tidak ada yang baru di berkas ini").waitFor();
});

scenario("a share is merged from Beranda as well, where its assessment is not open, and one of another is refused", async ({ page, open }) => {
  await open();
  await take(page, begun());
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [`Semua di ${INPUT.name}`]);
  const { json } = await part(page, own);
  assert.equal(json.parts[0].indicators.length, INPUT.indicators.length);
  await page.getByText(`Belum dibagi: ${OMBUDSMAN.dimensions.flatMap(({ indicators }) => indicators).length - INPUT.indicators.length} indikator`).waitFor();
  await saved(page);
  const answered = { ...json, answers: { [FIRST.id]: { level: 3 } } };
  await page.getByLabel("Buka bagian yang kembali").setInputFiles(file({ ...answered, id: "lain" }));
  await page.getByText("Bagian ini bukan dari penilaian yang dibuka.").waitFor();
  await view(page, "Beranda");
  await take(page, filled("sakip-2021", () => undefined));
  await view(page, "Beranda");
  await choose(page, answered);
  await page.getByRole("heading", { name: /^Baru atau lebih lengkap/ }).waitFor();
  await page.getByRole("button", { name: "Gabung" }).press("Enter");
  await own.getByText(/kembali, diubah/).waitFor();
  await saved(page);
  assert.equal((await newest(page)).answers[FIRST.id].level, 3);
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await own.getByText(/belum kembali/).waitFor();
});

scenario("a share opened beside the whole takes nothing of its place, and several other files are refused", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, begun());
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [labelled(FIRST)]);
  const { json } = await part(page, own);
  await saved(page);
  await view(page, "Beranda");
  await choose(page, json);
  await page.getByRole("button", { name: "Isi sebagai bagian di peramban ini" }).press("Enter");
  await page.getByRole("button", { name: "Ambil" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bagian saya" }).waitFor();
  await saved(page);
  await page.getByRole("navigation", { name: "Tampilan" }).getByRole("link", { name: "Beranda" }).click();
  await page.getByRole("heading", { level: 2, name: "Dinas Uji · 2026", exact: true }).waitFor();
  await page.getByRole("heading", { level: 2, name: "Bagian Kasubag Umum · Dinas Uji · 2026", exact: true }).waitFor();
  await page.getByLabel("Buka berkas").setInputFiles([file(begun()), file(begun({ id: "b" }))]);
  await page.getByText("Berkas dibuka satu per satu; beberapa sekaligus hanya bagian-bagian dari satu penilaian.").waitFor();
});

scenario("in practice there are no shares and no summary to hand on", async ({ page, open }) => {
  await open();
  await take(page, begun({ practice: true }));
  assert.equal(await page.getByRole("link", { name: "Bagi tugas" }).count(), 0);
  await page.goto(`${page.url().split("#")[0]}#/bagi`);
  await page.getByText("Dalam mode latihan tidak ada berkas bagian.").waitFor();
  await view(page, "Hasil");
  assert.equal(await page.getByRole("button", { name: /ringkasan|Kirim/ }).count(), 0);
});

scenario("the summary for WhatsApp says estimate, range, what is blank and assumed, and that it is no official result", async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await open();
  await take(page, filled(ID, (values, at) => (at < 2 ? undefined : { [values.length > 2 ? "level" : "value"]: values.at(-1), ...(at < 5 && { assumed: true }) })));
  await view(page, "Hasil");
  await page.getByRole("button", { name: "Salin ringkasan untuk WhatsApp" }).press("Enter");
  const box = page.getByRole("textbox", { name: "Teks untuk disalin" });
  const text = await box.inputValue();
  assert.notEqual(await box.getAttribute("readonly"), null);
  assert.match(text, /^Perkiraan nilai: \d+,\d\d \(kisaran \d+,\d\d – \d+,\d\d\)$/m);
  assert.match(text, /36 dari 38 terisi · 9 nilai asumsi/);
  assert.match(text, /^2 belum terisi: dihitung dari terendah sampai tertinggi dalam kisaran\.$/m);
  assert.match(text, /Penilaian mandiri, bukan hasil resmi;/);
});
