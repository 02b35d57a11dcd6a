/** Taking back, copying, looking up: what makes a long form bearable. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, card, eventually, instrument, level, newest, press, saved, scoreboard, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const chosen = (page) => page.getByRole("radio", { checked: true });
const undo = (page) => page.getByRole("button", { name: "Urungkan" }).click();

scenario("undo takes back one edit after the other", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  assert.equal(await page.getByRole("button", { name: "Urungkan" }).isDisabled(), true);
  await press(level(page, OMBUDSMAN, "IN07", 1));
  await press(level(page, OMBUDSMAN, "IN07", 3));
  await press(level(page, OMBUDSMAN, "IN08", 2));
  await undo(page);
  await page.getByText("Diurungkan: jawaban IN08 kembali ke belum diisi.").waitFor();
  await page.getByRole("link", { name: "Lihat IN08" }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "q-IN08"));
  await eventually(async () => assert.equal(await card(page, "IN08").getByRole("radio", { checked: true }).count(), 0));
  await level(page, OMBUDSMAN, "IN07", 3).and(chosen(page)).waitFor();
  await undo(page);
  await level(page, OMBUDSMAN, "IN07", 1).and(chosen(page)).waitFor();
  await undo(page);
  await eventually(async () => assert.equal((await scoreboard(page)).point, ""));
  assert.equal(await page.getByRole("button", { name: "Urungkan" }).isDisabled(), true);
  await eventually(async () => assert.deepEqual((await newest(page)).answers, {}));
});

scenario("what was typed in one go is one undo", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await press(level(page, OMBUDSMAN, "IN07", 1));
  await card(page, "IN07").getByText("Catatan IN07").click();
  const note = card(page, "IN07").getByRole("textbox", { name: "Catatan untuk rekan satu kantor" });
  await note.pressSequentially("rapat Senin");
  await undo(page);
  await eventually(async () => assert.equal(await note.inputValue(), ""));
  await level(page, OMBUDSMAN, "IN07", 1).and(chosen(page)).waitFor();
});

scenario("a number is kept as typed, read with a comma or a point, and refused in words", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await page.getByRole("link", { name: /^Output/ }).click();
  const box = card(page, "OU01").getByRole("textbox", { name: "Nilai", exact: true });
  for (const [typed, held] of [["72,50", 72.5], ["72.5", 72.5], ["0", 0], ["100", 100]]) {
    await box.fill(typed);
    await eventually(async () => assert.equal((await newest(page)).answers.OU01?.value, held));
    assert.equal(await box.inputValue(), typed);
    assert.notEqual(await box.getAttribute("aria-invalid"), "true");
  }
  for (const typed of ["1.234,5", "101", "banyak", "-1"]) {
    await box.fill(typed);
    await card(page, "OU01").getByText(/Isi angka 0 sampai 100, misalnya/).waitFor();
    assert.equal(await box.inputValue(), typed);
    assert.equal(await box.getAttribute("aria-invalid"), "true");
    await eventually(async () => assert.equal((await scoreboard(page)).point, ""));
  }
});

scenario("answers per respondent are copied with a mark and come to their mean", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await page.getByRole("button", { name: "Isi per petugas pelaksana (4)" }).click();
  const group = (at) => card(page, "IN02").getByRole("group", { name: `Petugas pelaksana ${at}` });
  await press(group(1).getByRole("radio").nth(4));
  await press(group(2).getByRole("radio").nth(1));
  await card(page, "IN02").getByText("Rata-rata 2 jawaban: 2,50 dari 4.").waitFor();
  await group(3).getByRole("button", { name: /^Sama dengan Petugas pelaksana 1/ }).click();
  await group(3).getByText("disalin: Petugas pelaksana 1").waitFor();
  await card(page, "IN02").getByText("Rata-rata 3 jawaban: 3,00 dari 4.").waitFor();
  assert.equal(await group(2).getByRole("button").count(), 0, "an answer of its own is not offered to be replaced");
  await eventually(async () => assert.equal((await scoreboard(page)).point, "75,00"));
  await saved(page);
  const { answers, samples } = await newest(page);
  assert.equal(samples.length, 4);
  assert.deepEqual(Object.values(answers.IN02.samples).map((given) => given.level ?? given), [4, 1, 4]);
  await press(group(3).getByRole("radio").nth(3));
  await group(3).getByText(/^disalin/).waitFor({ state: "detached" });
  await page.reload();
  await card(page, "IN02").getByText("Rata-rata 3 jawaban: 2,67 dari 4.").waitFor();
  await page.getByRole("button", { name: "Kembali ke satu jawaban" }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, ""));
  const notice = page.locator("#notice");
  await notice.getByText("Jawaban yang berbeda-beda dihapus, kini belum diisi: IN02.").waitFor();
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await card(page, "IN02").getByText("Rata-rata 3 jawaban: 2,67 dari 4.").waitFor();
});

scenario("an answer for all becomes that of the first person, and one that all share comes back", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await page.getByText("Satu jawaban mewakili 4 petugas pelaksana.").waitFor();
  await press(level(page, OMBUDSMAN, "IN02", 3));
  await page.getByRole("button", { name: "Isi per petugas pelaksana (4)" }).click();
  const group = (at) => card(page, "IN02").getByRole("group", { name: `Petugas pelaksana ${at}` });
  assert.equal(await group(1).getByRole("radio").nth(3).isChecked(), true);
  await card(page, "IN02").getByText("Baru 1 dari 4 terisi.").waitFor();
  await group(2).getByRole("button", { name: /^Sama dengan/ }).click();
  await page.getByRole("button", { name: "Kembali ke satu jawaban" }).click();
  await level(page, OMBUDSMAN, "IN02", 3).and(chosen(page)).waitFor();
  assert.equal(await page.locator("#notice").count(), 0, "nothing was lost");
});

scenario("criteria point to a level that is taken only by a press", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  const first = SAKIP.dimensions[0].indicators[0];
  const criterion = (at) => card(page, "1a").getByRole("group", { name: new RegExp(`^1a\\.${at} `) });
  for (let at = 1; at <= 6; at += 1) await press(criterion(at).getByRole("radio", { name: at === 6 ? "Sebagian" : "Ya" }));
  await card(page, "1a").getByText(`Kriteria: 6 dari ${first.criteria.length} dinilai`).waitFor();
  await card(page, "1a").getByText("Kriteria terpenuhi 91,67%: mengarah ke B.").waitFor();
  assert.equal((await scoreboard(page)).point, "", "a proposal is no answer");
  await card(page, "1a").getByRole("button", { name: "Pakai B 1a" }).click();
  await level(page, SAKIP, "1a", 4).and(chosen(page)).waitFor();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "70,00"));
  await press(criterion(6).getByRole("radio", { name: "Ya" }));
  await card(page, "1a").getByText("Kriteria terpenuhi 100,00%: mengarah ke BB.").waitFor();
  await level(page, SAKIP, "1a", 4).and(chosen(page)).waitFor();
});

scenario("counting criteria is a mode of its own, recorded in the file", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await page.getByText("Cara menjawab: ").click();
  await press(page.getByRole("radio", { name: "Rata-rata kriteria (cara sebagian daerah)" }));
  const criterion = (at) => card(page, "1a").getByRole("group", { name: new RegExp(`^1a\\.${at} `) });
  await press(criterion(1).getByRole("radio", { name: "Ya" }));
  await press(criterion(2).getByRole("radio", { name: "Sebagian" }));
  await card(page, "1a").getByText("Rata-rata kriteria yang dinilai: 75,00%").waitFor();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "75,00"));
  await eventually(async () => assert.match(JSON.stringify(await newest(page)), /"perCriterion"/));
  await page.reload();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "75,00"));
});

scenario("a new year begins with last year's answers, each to be confirmed", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), assessmentYear: 2025, official: { score: 87.8 } });
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Salin untuk tahun baru PA Binjai/ }).click();
  await page.getByText("PA Binjai · 2026").waitFor();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
  assert.equal(await page.getByText("belum dikonfirmasi", { exact: true }).count(), 3);
  await card(page, "1a").getByRole("button", { name: "Masih benar" }).click();
  await eventually(async () => assert.equal(await page.getByText("belum dikonfirmasi", { exact: true }).count(), 2));
  await press(level(page, SAKIP, "1b", 2));
  await eventually(async () => assert.equal(await page.getByText("belum dikonfirmasi", { exact: true }).count(), 1));
  await saved(page);
  assert.equal((await newest(page)).official, undefined);
  await view(page, "Cek");
  await page.getByRole("heading", { name: "Belum dikonfirmasi 10" }).waitFor();
  await view(page, "Beranda");
  assert.equal(await page.getByRole("button", { name: /^Hapus PA Binjai/ }).count(), 2, "the old year stays");
});

scenario("indicators are found by word and by code", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  const box = page.getByRole("searchbox", { name: "Cari indikator" });
  const cards = async () => (await page.getByRole("article").evaluateAll((all) => all.map(({ id }) => id))).map((id) => id.replace("card-", ""));
  await box.fill("PR03");
  await eventually(async () => assert.deepEqual(await cards(), ["PR03"]));
  await page.getByRole("heading", { level: 1, name: "1 indikator cocok" }).waitFor();
  await press(level(page, OMBUDSMAN, "PR03", 2));
  await eventually(async () => assert.equal((await scoreboard(page)).point, "50,00"));
  await box.fill("maklumat");
  await eventually(async () => assert.ok((await cards()).length > 0 && !(await cards()).includes("PR03")));
  for (const text of await page.getByRole("article").allInnerTexts()) assert.match(text.toLowerCase(), /maklumat/);
  await box.fill("tidakadaindikatorini");
  await page.getByText("Tidak ada indikator yang cocok.").waitFor();
  await box.fill("");
  await eventually(async () => assert.equal((await cards()).length, 15));
  assert.equal(await box.evaluate((element) => element === document.activeElement), true, "the box keeps the focus");
});

scenario("every line of Cek lands on its card with the focus, and Back returns", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), answers: { "1a": { level: 90, assumed: true }, "2b": { level: 80, ask: true, note: "hubungi 081234567890" } } });
  await view(page, "Cek");
  await page.getByText("2 dari 12 terisi.").waitFor();
  for (const [title, id] of [["Belum diisi 10", "4c"], ["Asumsi tanpa dasar 1", "1a"], ["Belum didukung bukti 2", "2b"], ["Ditandai untuk pendamping 1", "2b"], ["Mungkin memuat data pribadi 1", "2b"]]) {
    const section = page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
    await section.getByRole("link", { name: new RegExp(`^${id} `) }).click();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.closest("article")?.id), `card-${id}`));
    assert.equal(await card(page, id).getByRole("heading", { level: 3 }).isVisible(), true);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Cek kelengkapan" }).and(page.locator(":focus")).waitFor();
  }
});
