/** Tindak lanjut, what supervisors demand, and the sheet of questions: written, kept, overdue in words, on paper. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { begin, card, downloaded, eventually, filled, instrument, saved, take, view } from "./support/journey.mjs";
import { printed } from "./support/paper.mjs";

stageFile();

const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const entries = (page) => page.locator("article.entry");
const titles = (page) => page.locator("section:not(:has(h2)) .entry-title").allTextContents();

/** Goes to the list by the tabs. */
async function toList(page) {
  await view(page, "Perbaikan");
  await page.getByRole("navigation", { name: "Bagian perbaikan" }).getByRole("link", { name: "Tindak lanjut" }).click();
  await page.getByRole("heading", { level: 1, name: "Tindak lanjut" }).waitFor();
}

/** Writes into what has the focus, then goes on by Tab. */
async function type(page, ...texts) {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
}

async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `nothing runs out of the page sideways: ${wide}`);
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`a follow-up is written by keyboard alone, stands out once overdue, and is kept (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await begin(page, OMBUDSMAN.shortName);
    await toList(page);
    await page.getByRole("button", { name: "Tambah tindak lanjut" }).press("Enter");
    await page.getByRole("textbox", { name: "Temuan" }).and(page.locator(":focus")).waitFor();
    await type(page, "Standar belum dipampang", "Memasang standar pelayanan", "Papan standar", "Sekretaris 081234567890", "31 Desember 2020", "Foto", "XX9");
    await page.getByText("Kode ini tidak ada di instrumen ini.").waitFor();
    await page.getByText(/data pribadi|NIK/).first().waitFor();
    const entry = entries(page).first();
    await entry.getByText(/^lewat \d+ hari$/).waitFor();
    assert.equal(await entry.getAttribute("data-state"), "late");
    const due = page.getByRole("textbox", { name: "Batas waktu" });
    await due.fill("akhir tahun");
    await page.getByText("Tanggal ini belum terbaca; yang Anda tulis tetap disimpan.").waitFor();
    await due.fill("31/12/2020");
    await page.getByRole("textbox", { name: "Kode indikator" }).fill("IN03");
    await assertAccessible(page);
    await fits(page);
    // What is due sooner is written later: the one in hand stays where it is, and the order comes with the next visit.
    await page.getByRole("button", { name: "Tambah tindak lanjut" }).press("Enter");
    await page.getByRole("textbox", { name: "Temuan" }).and(page.locator(":focus")).waitFor();
    await type(page, "Lebih dulu");
    const isOpen = await entries(page).first().locator("details").evaluate((details) => details.open);
    assert.ok(isOpen, "what is open stays open beside what is added");
    const second = entries(page).nth(1);
    await second.getByRole("textbox", { name: "Batas waktu" }).fill("1-2-2020");
    assert.deepEqual(await titles(page), ["Memasang standar pelayanan", "Lebih dulu"]);
    await saved(page);
    await page.reload();
    await eventually(async () => assert.deepEqual(await titles(page), ["Lebih dulu", "Memasang standar pelayanan"]));
    await fits(page);
    await page.locator("summary", { hasText: "Memasang standar" }).press("Enter");
    await page.getByRole("combobox", { name: "Status" }).selectOption("Selesai");
    await page.getByRole("link", { name: "Buka kartu IN03" }).press("Enter");
    await card(page, "IN03").waitFor();
    await page.goBack();
    await page.locator("summary", { hasText: "Lebih dulu" }).press("Enter");
    await page.getByRole("button", { name: "Hapus Lebih dulu" }).press("Enter");
    await eventually(async () => assert.deepEqual(await titles(page), ["Memasang standar pelayanan"]));
    await page.getByRole("button", { name: "Urungkan" }).press("Enter");
    await eventually(async () => assert.equal((await titles(page)).length, 2));
    await view(page, "Hasil");
    const { json } = await downloaded(page, () => page.locator("#download").click());
    assert.deepEqual(json.actions.map(({ due: end, status, indicator }) => [end, status, indicator]), [
      ["31/12/2020", "done", "IN03"],
      ["1-2-2020", "open", undefined],
    ]);
  });
}

scenario("the steps of the plan are taken over once, as one change, and never raise an answer", async ({ page, open }) => {
  await open();
  await take(page, filled("sakip-2021", (values) => values[2]));
  await toList(page);
  const button = page.getByRole("button", { name: "Ambil dari rencana perbaikan" });
  await button.press("Enter");
  await page.getByText(/^\d+ langkah rencana ditambahkan\./).waitFor();
  const count = await entries(page).count();
  assert.ok(count > 0);
  assert.match(await page.locator("summary .code").first().textContent(), /^[1-4][a-c]$/, "the code stands below the title");
  await button.press("Enter");
  await page.getByText("Semua langkah rencana sudah ada di daftar ini.").waitFor();
  assert.equal(await entries(page).count(), count);
  await page.locator("summary").first().press("Enter");
  for (const name of ["Temuan", "Tindak lanjut", "Keluaran", "Bukti penyelesaian", "Kode indikator"]) {
    assert.notEqual(await page.getByRole("textbox", { name, exact: true }).first().inputValue(), "", name);
  }
  await assertAccessible(page);
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await page.getByText("Belum ada tindak lanjut.").first().waitFor();
});

scenario("an open product of oversight stands above the score and leaves it alone", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, filled("sakip-2021", (values) => values[2]));
  const before = await page.locator(".score").textContent();
  await toList(page);
  await page.getByRole("button", { name: "Tambah produk pengawasan" }).press("Enter");
  await page.getByRole("combobox", { name: "Jenis produk" }).and(page.locator(":focus")).waitFor();
  await page.getByRole("combobox", { name: "Jenis produk" }).selectOption("Tindakan korektif");
  await page.getByRole("textbox", { name: "Nomor" }).fill("0123/LM/2026");
  await page.getByRole("textbox", { name: "Batas waktu" }).fill("2020-01-31");
  await assertAccessible(page);
  await fits(page);
  await view(page, "Hasil");
  const line = page.locator(".scoreboard").getByText("1 produk pengawasan belum selesai; tidak ikut dihitung dalam nilai.");
  await line.waitFor();
  await page.locator(".scoreboard").getByText("1 lewat batas waktu").waitFor();
  assert.equal(await page.locator(".score").textContent(), before);
  await view(page, "Pengisian");
  assert.equal(await line.count(), 1);
  await view(page, "Cek");
  await page.getByRole("heading", { name: "Lewat batas waktu 1" }).waitFor();
  await page.getByRole("link", { name: "Tindakan korektif 0123/LM/2026" }).click();
  await page.locator("summary", { hasText: "0123/LM/2026" }).click();
  await page.getByRole("combobox", { name: "Status" }).selectOption("Selesai");
  await view(page, "Hasil");
  await eventually(async () => assert.equal(await line.count(), 0));
});

scenario("Cek lists what lacks an end, someone to see to it, or a reason", async ({ page, open }) => {
  await open();
  const actions = [
    { id: "1", action: "Tanpa batas", responsible: "Sekretaris" },
    { id: "2", action: "Tanpa jabatan", due: "31-12-2099" },
    { id: "3", action: "Tidak bisa", status: "barred" },
    { id: "4", action: "Beres", status: "done" },
    { id: "5", action: "Hubungi 081234567890", due: "31-12-2099", responsible: "Sekretaris" },
  ];
  await take(page, { ...filled("sakip-2021", (values) => values[2]), actions });
  await view(page, "Cek");
  const list = (title) => page.locator("section").filter({ has: page.getByRole("heading", { name: title }) }).getByRole("link").allTextContents();
  assert.deepEqual(await list("Tanpa batas waktu atau penanggung jawab 2"), ["Tanpa batas", "Tanpa jabatan"]);
  assert.deepEqual(await list("Tidak dapat ditindaklanjuti tanpa alasan 1"), ["Tidak bisa"]);
  assert.deepEqual(await list("Tindak lanjut yang mungkin memuat data pribadi 1"), ["Hubungi 081234567890"]);
  await assertAccessible(page);
});

scenario("what is marked for a companion makes a sheet of its own", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  const document = filled("ombudsman-kepatuhan-2023", (values) => values.at(-1));
  Object.assign(document.answers.IN03, { ask: true, note: "Apakah brosur cukup?", evidence: [{ asked: "Brosur", state: "good", sha256: "ab".repeat(32) }] });
  await take(page, document);
  await view(page, "Cek");
  await page.getByRole("link", { name: "Lembar pertanyaan untuk pendamping (1)" }).press("Enter");
  const sheet = page.getByRole("article");
  await sheet.getByText("Apakah brosur cukup?").waitFor();
  assert.equal(await sheet.count(), 1);
  assert.doesNotMatch(await sheet.textContent(), /abab|SHA/, "no fingerprint on a sheet to talk about");
  await assertAccessible(page);
  await fits(page);
  await page.getByRole("link", { name: "Cetak lembar pendampingan" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Lembar pendampingan" }).waitFor();
  const text = await printed(page);
  assert.ok(text.includes("Apakah brosur cukup?") && !/abab|SHA/.test(text));
  assert.equal(text.match(/IN\d\d · /g).length, 1, "only what is marked");
});

scenario("the sheet on paper lies, names the office, and says what is overdue", async ({ page, open }) => {
  await open();
  const actions = [{ id: "1", finding: "Temuan lama", action: "Memasang papan", due: "31-12-2020", source: "lhe" }];
  await take(page, { ...filled("sakip-2021", (values) => values[2]), actions });
  await toList(page);
  await page.getByRole("link", { name: "Cetak RATL" }).click();
  await page.getByRole("heading", { level: 1, name: "Lembar rencana perbaikan" }).waitFor();
  const text = await printed(page);
  for (const part of ["Rencana aksi tindak lanjut (RATL)", "Penilaian mandiri, bukan hasil resmi.", "DINAS UJI", "Temuan lama", "LHE", "31-12-2020 lewat"])
    assert.ok(text.includes(part), part);
  assert.ok(!text.includes("Ambil dari rencana"), "no buttons on paper");
});

scenario("an exercise has no sheet, neither of what is to be done nor of questions", async ({ page, open }) => {
  await open();
  const document = filled("sakip-2021", (values) => values[2], { practice: true });
  document.answers["1a"] = { level: 70, ask: true };
  await take(page, { ...document, actions: [{ id: "1", action: "Menyusun SOP" }] });
  await toList(page);
  assert.deepEqual(await titles(page), ["Menyusun SOP"]);
  assert.equal(await page.getByRole("link", { name: /^Cetak/ }).count(), 0);
  assert.equal(await page.locator("#main table").count(), 0);
  await view(page, "Cek");
  await page.getByRole("link", { name: /^Lembar pertanyaan/ }).click();
  await page.getByRole("article").waitFor();
  assert.equal(await page.getByRole("link", { name: /^Cetak/ }).count(), 0);
});
