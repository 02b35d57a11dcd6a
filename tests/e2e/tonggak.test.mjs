/** States kept by name, compared, and the official result: by keyboard, kept over a reload, on a phone. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { downloaded, eventually, filled, instrument, newest, saved, slots, take, view } from "./support/journey.mjs";

stageFile();

const ID = "ombudsman-kepatuhan-2023";
const OMBUDSMAN = instrument(ID);
const [INPUT] = OMBUDSMAN.dimensions;
const [FIRST, SECOND] = INPUT.indicators.filter(({ scale }) => scale === "0-4");

/** Every answer at its second lowest level. */
const low = () => filled(ID, (values) => values[1]);

/** Goes to Tonggak by the masthead and the tabs of Perbaikan. */
async function milestones(page) {
  await view(page, "Perbaikan");
  await page.getByRole("navigation", { name: "Bagian perbaikan" }).getByRole("link", { name: "Tonggak" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Tonggak" }).waitFor();
}

/** Keeps the present state under a name, by keyboard alone. */
async function freeze(page, name) {
  const box = page.getByRole("textbox", { name: "Nama tonggak baru" });
  await box.fill(name);
  await box.press("Enter");
}

/** What a table says, a line a row. */
const lines = (page, id) =>
  page.locator(`table[aria-labelledby="${id}"] tbody tr`).evaluateAll((rows) => rows.map((row) => row.textContent.replace(/\s+/g, " ").trim()));

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Answers an indicator with a level, by keyboard. */
async function answer(page, indicator, at) {
  await page.goto(`${page.url().split("#")[0]}#/isi/${INPUT.id}/${indicator.id}`);
  const card = page.getByRole("article").filter({ has: page.getByText(new RegExp(`^${indicator.id} · `)) });
  await card.getByRole("radio").nth(at).press("Space");
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`a state is kept, answers change, and each change says what it was worth (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, low());
    await milestones(page);
    await freeze(page, "Sebelum pendampingan");
    await eventually(async () => assert.equal((await lines(page, "milestones")).length, 2));
    await answer(page, FIRST, 4);
    await answer(page, SECOND, 3);
    await milestones(page);
    await eventually(async () => {
      const changes = await lines(page, "changes");
      assert.equal(changes.length, 4);
      assert.ok(changes[0].startsWith(`${FIRST.id} · `) && /\+\d+,\d\d$/.test(changes[0]), changes[0]);
    });
    const points = (await lines(page, "changes")).map((line) => Number(line.match(/[+−]?\d+,\d\d$/)[0].replace("−", "-").replace(",", ".")));
    const [one, other, together, total] = points;
    assert.equal((one + other + together).toFixed(2), total.toFixed(2), "the sums shown add up");
    const [before, now, between] = await lines(page, "compare-sums");
    assert.match(before, /^Sebelum pendampingan .*Zona merah/);
    assert.match(now, /^Sekarang /);
    assert.ok(between.endsWith(`+${total.toFixed(2).replace(".", ",")}`), between);
    const chart = page.getByRole("img", { name: /^Perkiraan nilai dari tonggak ke tonggak/ });
    assert.equal(await chart.locator(".point").count(), 2);
    await assertAccessible(page);
    assert.ok(await fits(page), "nothing runs out of the page sideways");
    await saved(page);
    await page.reload();
    await eventually(async () => assert.equal((await lines(page, "milestones")).length, 2));
    const frozen = (await newest(page)).milestones;
    assert.deepEqual(frozen.map(({ id, name }) => [id, name]), [["m1", "Sebelum pendampingan"]]);
    assert.equal(frozen[0].answers[FIRST.id].level, 1);
  });
}

scenario("a milestone is renamed and removed, and undo brings it back", async ({ page, open }) => {
  await open();
  await take(page, low());
  await milestones(page);
  await freeze(page, "");
  await page.locator("summary", { hasText: "Ubah" }).press("Enter");
  const name = page.getByRole("textbox", { name: "Nama tonggak", exact: true });
  await name.fill("Diajukan");
  await page.getByRole("button", { name: "Simpan nama" }).press("Enter");
  await eventually(async () => assert.match((await lines(page, "milestones"))[0], /^1\. Diajukan /));
  await page.getByRole("button", { name: "Hapus tonggak Diajukan" }).press("Enter");
  await page.getByText("Belum ada tonggak.").waitFor();
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await eventually(async () => assert.match((await lines(page, "milestones"))[0], /^1\. Diajukan /));
});

for (const viewport of ["phone", "laptop"]) {
  scenario(`the official result says where the office was too kind, and goes with the answers into the next year (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    const high = filled(ID, (values) => values.at(-1));
    await take(page, { ...high, assessmentYear: 2025, answers: { ...high.answers, [FIRST.id]: { level: 4, note: "Milik kantor" } } });
    await milestones(page);
    await page.getByRole("textbox", { name: "Nilai resmi", exact: true }).fill("78,34");
    await page.locator("summary", { hasText: "Per dimensi" }).press("Enter");
    await page.getByRole("textbox", { name: INPUT.name, exact: true }).fill("24,3/30");
    await page.locator("summary", { hasText: "Per indikator" }).press("Enter");
    await page.getByRole("textbox", { name: new RegExp(`^${FIRST.id} · `) }).fill("1,5");
    await page.getByRole("textbox", { name: new RegExp(`^${SECOND.id} · `) }).fill("5");
    await page.getByRole("button", { name: "Simpan hasil resmi" }).press("Enter");
    await page.getByText("Tulis angka 0 sampai 4.").waitFor();
    assert.equal(await page.getByRole("textbox", { name: new RegExp(`^${SECOND.id} · `) }).inputValue(), "5", "what cannot be read stays");
    await page.getByRole("textbox", { name: new RegExp(`^${SECOND.id} · `) }).fill("4");
    await page.getByRole("button", { name: "Simpan hasil resmi" }).press("Enter");
    await eventually(async () => {
      const [whole, input] = await lines(page, "official-parts");
      assert.match(whole, /^Nilai keseluruhan.*21,66 lebih tinggi daripada hasil resmi.*100,00.*78,34$/);
      assert.match(input, /19,00 lebih tinggi daripada hasil resmi.*100,00.*81,00$/);
      const [kind, same] = await lines(page, "official-items");
      assert.ok(kind.startsWith(FIRST.id) && kind.includes("2,5 lebih tinggi"), kind);
      assert.ok(same.startsWith(SECOND.id) && same.includes("sama dengan hasil resmi"), same);
    });
    await assertAccessible(page);
    assert.ok(await fits(page), "nothing runs out of the page sideways");
    await saved(page);
    const document = await newest(page);
    assert.deepEqual(document.official, { score: 78.34, dimensions: { [INPUT.id]: 81 }, indicators: { [FIRST.id]: 1.5, [SECOND.id]: 4 } });
    await view(page, "Beranda");
    await page.getByRole("button", { name: /^Salin untuk tahun baru/ }).first().click();
    await eventually(async () => {
      const [next] = (await slots(page)).map((slot) => slot.document).filter((one) => one.assessmentYear === 2026);
      assert.equal(next?.answers[FIRST.id].note, "Milik kantor\nNilai resmi 2025: 1,5; nilai mandiri: 4.");
      assert.equal(next.answers[SECOND.id].note, undefined);
      assert.deepEqual(next.history, [{ year: 2025, rubric: ID, score: 78.34 }]);
    });
  });
}

scenario("PEKPPP answers are read under the other form, with what does not correspond, and become an assessment of their own", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, filled("pekppp-2023-luring", (values) => values[3] ?? 4));
  await milestones(page);
  await page.getByRole("button", { name: /^Baca dengan / }).press("Enter");
  await page.getByText("20 dari 32 jawaban Anda ada padanannya. 11 dari 30 indikator di sana masih kosong.").waitFor();
  await page.locator("summary", { hasText: "Jawaban yang tidak ikut (12)" }).press("Enter");
  await page.getByRole("listitem").filter({ hasText: /^A10 · / }).waitFor();
  await assertAccessible(page);
  assert.ok(await fits(page), "nothing runs out of the page sideways");
  await page.getByRole("button", { name: /^Buat penilaian / }).press("Enter");
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await saved(page);
  const made = await newest(page);
  assert.equal(made.rubric.id, "pekppp-2023-daring");
  assert.deepEqual([made.answers.B01.level, made.answers.B01.unconfirmed, made.answers.B09], [3, true, undefined]);
  assert.equal(Object.keys(made.answers).length, 20);
});

scenario("a milestone that would make the file too large is refused in words, and nothing is lost", async ({ page, open }) => {
  await open();
  const all = Array.from({ length: 50 }, (_, at) => ({ id: `m${at + 1}`, name: `Tonggak ${at + 1}`, answers: {} }));
  await take(page, { ...low(), milestones: all });
  await milestones(page);
  await freeze(page, "Satu lagi");
  await page.getByText(/^Tonggak tidak ditambahkan: .*1 MiB/).waitFor();
  assert.equal((await lines(page, "milestones")).length, 51);
  await view(page, "Hasil");
  const { json } = await downloaded(page, () => page.locator("#download").click());
  assert.equal(json.milestones.length, 50);
});

scenario("half an official result is there again after another view and after a reload, until it is kept", async ({ page, open }) => {
  await open();
  await take(page, low());
  await milestones(page);
  const whole = page.getByRole("textbox", { name: "Nilai resmi", exact: true });
  await whole.fill("78,");
  await page.locator("summary", { hasText: "Per dimensi" }).press("Enter");
  const part = page.getByRole("textbox", { name: INPUT.name, exact: true });
  await part.fill("24,3/30");
  await view(page, "Hasil");
  await milestones(page);
  assert.equal(await whole.inputValue(), "78,");
  await page.reload();
  await eventually(async () => assert.equal(await whole.inputValue(), "78,"));
  assert.equal(await part.inputValue(), "24,3/30");
  assert.equal((await newest(page)).official, undefined, "nothing is noted before it is kept");
  await whole.fill("78,34");
  await page.getByRole("button", { name: "Simpan hasil resmi" }).click();
  const notice = page.locator("#notice");
  await notice.getByText("Hasil resmi disimpan: 2 angka.").waitFor();
  await saved(page);
  assert.deepEqual((await newest(page)).official, { score: 78.34, dimensions: { [INPUT.id]: 81 } });
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await eventually(async () => assert.equal((await newest(page)).official, undefined));
  await whole.fill("78,34");
  await part.fill("81");
  await page.getByRole("button", { name: "Simpan hasil resmi" }).click();
  await saved(page);
  await page.reload();
  await page.locator("summary", { hasText: "Per dimensi" }).press("Enter");
  assert.equal(await part.inputValue(), "81");
  await view(page, "Hasil");
  await page.getByText(/^Nilai resmi 2026 yang Anda catat: 78,34 \(B · Kualitas Tinggi · zona hijau\)\./).waitFor();
  await page.getByRole("link", { name: "Bandingkan di Tonggak" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Tonggak" }).waitFor();
});
