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
  assert.match(got.name, /^bagian_[a-z0-9-]+_dinas-uji_ombudsman-kepatuhan-2023_[\d-]+\.json$/);
  return got;
}

scenario("shares go out, are filled in on phones of two widths, come back and merge; a choice holds over a reload", { viewport: "phone" }, async ({ page, open }) => {
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
  for (const [given, at, by, viewport, third] of [[sent, 2, "Kasubag Umum", "phone"], [other, 4, "Petugas loket", "small", THIRD]]) {
    const staff = await stage({ viewport });
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
  for (const own of [umum, loket]) await own.getByText(/^2 dari 2 indikator terisi, 1 di antaranya perlu Anda pilih · kembali, diubah /).waitFor();
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
  await page.getByRole("button", { name: "Kembali ke Bagi tugas" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bagi tugas" }).waitFor();
  await page.getByLabel("Buka bagian yang kembali").setInputFiles(file({ ...answered, rubric: { id: "sakip-2021", version: "1" }, answers: {} }));
  await page.getByText("Bagian ini menjawab instrumen lain").waitFor();
  await page.getByRole("button", { name: "Kembali ke Bagi tugas" }).press("Enter");
  await own.getByText(/belum kembali/).waitFor();
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

/** Before the page's scripts: a sheet that takes what `takes` lets through, and does with it what `then` says. */
const sheet = (page, then) =>
  page.addInitScript((then) => {
    globalThis.sheet = [];
    navigator.canShare = ({ files: [file] }) => file.type === "text/plain";
    navigator.share = async ({ files: [file] }) => {
      globalThis.sheet.push([file.name, await file.text()]);
      if (then) throw new DOMException("no", then);
    };
  }, then);
const handed = (page) => page.evaluate(() => globalThis.sheet);

scenario("a share goes out through the phone's sheet as text where it takes no JSON, and is noted as sent", { viewport: "phone" }, async ({ page, open }) => {
  await sheet(page, "");
  await open();
  await take(page, begun());
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [labelled(FIRST)]);
  await own.getByRole("button", { name: /^Kirim bagian/ }).press("Enter");
  await own.getByText(/0 dari 1 indikator terisi · dikirim .+, belum kembali/).waitFor();
  const [[name, text], ...more] = await handed(page);
  assert.deepEqual(more, []);
  assert.match(name, /^bagian_kasubag-umum_dinas-uji_.+\.swanilai\.txt$/);
  assert.deepEqual(JSON.parse(text).parts[0].indicators, [FIRST.id]);
  await own.locator("summary", { hasText: "Ubah jabatan" }).press("Enter");
  await own.getByText(/sudah dikirim\. Bila bagian ini dihapus/).waitFor();
  // Removed, and come back all the same.
  await own.getByRole("button", { name: /^Hapus bagian/ }).press("Enter");
  await page.getByText("Belum ada bagian.").waitFor();
  const back = { ...JSON.parse(text), answers: { [FIRST.id]: { level: 3, by: "Kasubag Umum", at: "2099-01-01T08:00:00+07:00" } } };
  await view(page, "Beranda");
  await choose(page, back);
  await page.getByRole("button", { name: "Gabung" }).press("Enter");
  await saved(page);
  assert.equal((await newest(page)).answers[FIRST.id].level, 3);
});

scenario("a share that was not sent after all is not said to be sent", { viewport: "phone" }, async ({ page, open }) => {
  await sheet(page, "AbortError");
  await open();
  await take(page, begun());
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [labelled(FIRST)]);
  await own.getByRole("button", { name: /^Kirim bagian/ }).press("Enter");
  await eventually(async () => assert.equal((await handed(page)).length, 1));
  await own.getByText("0 dari 1 indikator terisi · belum dikirim").waitFor();
  assert.equal(await page.getByText(/diserahkan ke peramban/).count(), 0);
});

scenario("a sheet that fails leaves the file to the browser, and says so", { viewport: "phone" }, async ({ page, open }) => {
  await sheet(page, "NotAllowedError");
  await open();
  await take(page, begun());
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [labelled(FIRST)]);
  const got = await downloaded(page, () => own.getByRole("button", { name: /^Kirim bagian/ }).press("Enter"));
  assert.match(got.name, /^bagian_kasubag-umum_.+\.json$/);
  await page.getByText(`Berkas ${got.name} diserahkan ke peramban.`).waitFor();
  await own.getByText(/, belum kembali/).waitFor();
});

scenario("a correction replaces the post's own answer, an emptied one is asked about, and both are marked where it is filled in", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, begun({ unit: { name: "Dinas Uji" } }));
  await bagi(page);
  const own = await share(page, "Kasubag Umum", [labelled(FIRST), labelled(SECOND)]);
  const { json } = await part(page, own);
  await saved(page);
  const at = (hour) => `2099-01-01T${hour}:00:00+07:00`;
  const back = (hour, level, more) => ({
    ...json, updatedAt: at(hour), answers: { [FIRST.id]: { level, by: "Kasubag Umum", at: at(hour) }, ...more },
  });
  const merge = async (content) => {
    await page.getByLabel("Buka bagian yang kembali").setInputFiles(file(content));
    await page.getByRole("heading", { level: 1, name: "Periksa sebelum menggabung" }).waitFor();
  };
  const gabung = async () => {
    await page.getByRole("button", { name: "Gabung" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Bagi tugas" }).waitFor();
  };
  await merge({ ...back("08", 2), unit: { name: "RSUD Lain" } });
  await page.getByText("Nama unit di berkas ini lain: RSUD Lain.").waitFor();
  await gabung();
  await merge(back("09", 3, { [SECOND.id]: { by: "Kasubag Umum", at: at("09") } }));
  assert.equal(await page.getByText("Nama unit di berkas ini lain").count(), 0);
  await page.getByRole("heading", { name: /^Pembaruan: menggantikan jawaban sebelumnya/ }).waitFor();
  await page.getByRole("heading", { name: /^Berbeda: Anda yang memilih/ }).waitFor();
  await assertAccessible(page);
  await gabung();
  const side = page.getByRole("article").filter({ hasText: SECOND.id });
  await side.getByText("Dikosongkan di bagian ini.").waitFor();
  await assertAccessible(page);
  await saved(page);
  assert.equal((await newest(page)).answers[FIRST.id].level, 3);
  await view(page, "Cek");
  await page.getByRole("heading", { name: /^Jawaban yang berbeda/ }).waitFor();
  await page.getByRole("link", { name: "Pilih di Bagi tugas" }).waitFor();
  await assertAccessible(page);
  await view(page, "Pengisian");
  const mark = page.locator(".card-place").filter({ has: page.locator(`#card-${SECOND.id}`) });
  await mark.getByRole("link", { name: /^Jawaban indikator ini berbeda-beda/ }).press("Enter");
  await side.getByRole("button", { name: /Kasubag Umum/ }).press("Enter");
  await page.getByRole("heading", { name: /^Perlu Anda pilih/ }).waitFor({ state: "detached" });
  await saved(page);
  assert.equal((await newest(page)).answers[SECOND.id], undefined);
});

scenario("a post that corrects itself after a choice is asked about with both marked: what was chosen, and what came since", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, begun());
  await bagi(page);
  const sent = [];
  for (const by of ["Kasubag Umum", "Petugas loket"]) sent.push((await part(page, await share(page, by, [labelled(FIRST)]))).json);
  const back = (at, by, hour, level) => {
    const when = `2099-01-01T${hour}:00:00+07:00`;
    return file({ ...sent[at], updatedAt: when, answers: { [FIRST.id]: { level, by, at: when } } }, `${at}.json`);
  };
  const merge = async (files) => {
    await page.getByLabel("Buka bagian yang kembali").setInputFiles(files);
    await page.getByRole("button", { name: "Gabung" }).press("Enter");
    await page.getByRole("heading", { name: /^Perlu Anda pilih/ }).waitFor();
  };
  const side = page.getByRole("article").filter({ hasText: FIRST.id });
  await merge([back(0, "Kasubag Umum", "08", 1), back(1, "Petugas loket", "08", 4)]);
  assert.equal(await page.getByText(/pilihan Anda sebelumnya/).count(), 0, "nothing was chosen yet");
  await side.getByRole("button", { name: /Petugas loket/ }).press("Enter");
  await page.getByRole("heading", { name: /^Perlu Anda pilih/ }).waitFor({ state: "detached" });
  await merge([back(1, "Petugas loket", "09", 3), back(0, "Kasubag Umum", "10", 2)]);
  const said = async () => (await side.getByRole("listitem").locator("p.hint").allTextContents()).filter((text) => text.includes("2099")).sort();
  await eventually(async () => assert.deepEqual((await said()).map((text) => text.split(" · ").filter((_, at) => at !== 1).join(" · ")), [
    "Kasubag Umum · datang sesudah Anda memilih",
    "Petugas loket · pilihan Anda sebelumnya",
    "Petugas loket · diperbaiki jabatan ini sesudah Anda memilih",
  ]));
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the choice sideways");
  await side.getByRole("button", { name: /diperbaiki jabatan ini/ }).press("Enter");
  await page.getByRole("heading", { name: /^Perlu Anda pilih/ }).waitFor({ state: "detached" });
  await saved(page);
  assert.equal((await newest(page)).answers[FIRST.id].level, 3);
});

scenario("a post half typed is still there after another view and a reload, and a post that has a share is refused with the reason", async ({ page, open }) => {
  await open();
  await take(page, begun());
  await bagi(page);
  await share(page, "Kasubag Umum", [labelled(FIRST)]);
  const box = page.getByRole("textbox", { name: "Jabatan", exact: true }).last();
  const own = page.getByRole("heading", { level: 3 });
  assert.equal(await box.inputValue(), "");
  await box.fill("kasubag umum");
  await saved(page);
  await view(page, "Cek");
  await page.getByRole("link", { name: "Bagi tugas", exact: true }).press("Enter");
  await eventually(async () => assert.equal(await box.inputValue(), "kasubag umum"));
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Pembagian" }).waitFor();
  await eventually(async () => assert.equal(await box.inputValue(), "kasubag umum"));
  await box.press("Enter");
  await page.getByText(/Jabatan ini sudah punya bagian\./).waitFor();
  assert.equal(await box.getAttribute("aria-invalid"), "true");
  await assertAccessible(page);
  assert.deepEqual(await own.allTextContents(), ["Kasubag Umum"]);
  await box.fill("Kasubag Umum II");
  await page.getByText(/Jabatan ini sudah punya bagian\./).waitFor({ state: "detached" });
  await box.press("Enter");
  await own.getByText("Kasubag Umum II").waitFor();
  await saved(page);
  await page.reload();
  await own.getByText("Kasubag Umum II").waitFor();
  assert.equal(await box.inputValue(), "", "what was added is no longer held");
  const second = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: "Kasubag Umum II", exact: true }) });
  await second.locator("summary", { hasText: "Ubah jabatan" }).press("Enter");
  await second.getByRole("textbox", { name: "Jabatan", exact: true }).fill("Kasubag Umum");
  await second.getByRole("button", { name: "Simpan jabatan" }).press("Enter");
  await second.getByText(/Jabatan ini sudah punya bagian\./).waitFor();
  assert.deepEqual(await own.allTextContents(), ["Kasubag Umum", "Kasubag Umum II"]);
});

scenario("answers to an indicator that the instrument does not know are shown as they are, to be kept or left", async ({ page, open }) => {
  await open();
  const odd = (level, by) => ({ level, by });
  await take(page, begun({ conflicts: [{ indicator: "LAMA01", answers: [odd(1, "Sekretaris"), odd(2, "Kasubag")] }] }));
  await bagi(page);
  const side = page.getByRole("article").filter({ hasText: "LAMA01" });
  await side.getByText("by: \"Sekretaris\"").waitFor();
  await side.getByText("level: 2").waitFor();
  await assertAccessible(page);
  await side.getByRole("button", { name: "Jangan pakai satu pun" }).press("Enter");
  await page.getByText(/^Jawaban yang tidak dipilih/).waitFor();
  await saved(page);
  assert.equal((await newest(page)).conflicts[0].aside.length, 2, "nothing is lost");
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
