/** Simulasi: a draft that touches nothing until it is taken over, what the estimate hangs on, and assumptions from a survey. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { eventually, filled, instrument, newest, saved, scoreboard, take, view } from "./support/journey.mjs";

stageFile();

const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");

/** Every question at its middle level, every survey at 70. */
const middling = () => filled(OMBUDSMAN.id, (values) => (values.length > 2 ? values[2] : 70));

/** By the navigation, as a person goes. */
async function simulate(page) {
  await view(page, "Perbaikan");
  await page.getByRole("navigation", { name: "Bagian perbaikan" }).getByRole("link", { name: "Simulasi" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Simulasi" }).waitFor();
}

/** Unfolds a dimension and chooses a level so many down the list, all by keys. */
async function choose(page, dimension, id, downs) {
  const list = page.getByRole("combobox", { name: new RegExp(`^${id} · `) });
  if (!(await list.isVisible())) await page.locator("summary", { hasText: dimension }).first().press("Enter");
  for (let down = 0; down < downs; down++) await list.press("ArrowDown");
}

const outcome = (page, title) => page.locator(".outcome", { has: page.getByRole("heading", { name: title, exact: true }) });
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const viewport of ["phone", "laptop"]) {
  scenario(`a draft is tried, kept over a reload, taken over and taken back by keyboard (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, middling());
    await view(page, "Hasil");
    const before = await scoreboard(page);
    await simulate(page);
    const now = await outcome(page, "Sekarang").textContent();
    await outcome(page, "Dalam simulasi").getByText("Belum ada yang dicoba").waitFor();
    await choose(page, "Input", "IN01", 5);
    await choose(page, "Proses", "PR02", 5);
    await page.getByRole("button", { name: "Terapkan 2 perubahan ke isian" }).waitFor();
    assert.equal(await outcome(page, "Sekarang").textContent(), now);
    assert.notEqual(await outcome(page, "Dalam simulasi").locator(".outcome-score").textContent(), await outcome(page, "Sekarang").locator(".outcome-score").textContent());
    const lines = await page.locator(".changes > li").allTextContents();
    assert.match(lines[0], /^IN01 · .*Dari: 2 · .*Ke: 4 · .*\+\d+,\d\d poin/);
    assert.ok(await fits(page), "nothing runs out of the page sideways");
    await assertAccessible(page);
    await saved(page);
    const document = await newest(page);
    assert.deepEqual(document.simulation, { answers: { IN01: { level: 4 }, PR02: { level: 4 } } });
    assert.equal(document.answers.IN01.level, 2);
    await page.reload();
    await page.locator(".changes > li").nth(1).waitFor();
    await view(page, "Hasil");
    assert.deepEqual(await scoreboard(page), before);
    await simulate(page);
    const promised = await outcome(page, "Dalam simulasi").locator(".hint").textContent();
    await page.getByRole("button", { name: /^Terapkan/ }).press("Enter");
    await outcome(page, "Dalam simulasi").getByText("Belum ada yang dicoba").waitFor();
    assert.equal(await outcome(page, "Sekarang").locator(".hint").textContent(), promised);
    await saved(page);
    const taken = await newest(page);
    assert.equal(taken.answers.IN01.level, 4);
    assert.equal(taken.simulation, undefined);
    await view(page, "Pengisian");
    await page.getByRole("button", { name: "Urungkan" }).press("Enter");
    await simulate(page);
    await page.getByRole("button", { name: "Terapkan 2 perubahan ke isian" }).waitFor();
    await saved(page);
    assert.equal((await newest(page)).answers.IN01.level, 2);
    await page.getByRole("button", { name: "Buang simulasi" }).press("Enter");
    await eventually(async () => assert.equal(await page.locator(".changes").count(), 0));
  });
}

scenario("what became of a draft is said with a way back, and the way back stays in sight", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, middling());
  await simulate(page);
  await choose(page, "Input", "IN01", 5);
  const dock = page.locator(".undo-dock").getByRole("button", { name: "Urungkan" });
  const inSight = () => dock.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight && one.getBoundingClientRect().top >= 0);
  assert.ok(await inSight());
  await page.evaluate(() => scrollTo(0, 0));
  assert.ok(await inSight(), "from the top of the page too");
  for (const [name, heading] of [["Kepekaan", "Kepekaan"], ["Isi dari SKM", "Isi dari SKM"], ["Bobot resmi yang Anda pegang", "Bobot resmi yang Anda pegang"], ["Coba jawaban lain", "Coba jawaban lain"]]) {
    await page.getByRole("navigation", { name: "Bagian simulasi" }).getByRole("link", { name }).press("Enter");
    await page.getByRole("heading", { level: 2, name: heading }).and(page.locator(":focus")).waitFor();
  }
  const notice = page.locator("#notice");
  await page.getByRole("button", { name: /^Terapkan/ }).click();
  await notice.getByText("1 jawaban di Pengisian diubah menurut simulasi.").waitFor();
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await page.getByRole("button", { name: "Buang simulasi" }).click();
  await notice.getByText("Simulasi dibuang; isian tidak berubah.").waitFor();
  await notice.getByRole("button", { name: "Urungkan" }).click();
  await page.getByRole("button", { name: "Buang simulasi" }).waitFor();
  await page.evaluate(() => (location.hash = "#/wawancara"));
  await page.getByRole("heading", { level: 1, name: "Simulasi wawancara" }).waitFor();
  assert.ok(await inSight());
});

for (const viewport of ["phone", "laptop"]) {
  scenario(`the result of a draft is in sight where it is chosen, and the choice stays where it is (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, middling());
    await simulate(page);
    await page.locator("summary", { hasText: "Input" }).first().press("Enter");
    const list = page.getByRole("combobox", { name: /^IN05 · / });
    await list.focus();
    const top = () => list.evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    await list.press("ArrowDown");
    const moves = page.locator("p.undo-dock");
    await moves.getByText(/^Sekarang \d.* → simulasi \d/).waitFor();
    const stays = async () => assert.ok(Math.abs((await top()) - before) < 40, `from ${before} to ${await top()}`);
    await eventually(stays);
    for (const seen of [moves, list, page.locator(".undo-dock").getByRole("button")])
      await eventually(async () => assert.ok(await seen.evaluate((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)));
    const said = await moves.textContent();
    await list.press("ArrowDown");
    await eventually(async () => assert.notEqual(await moves.textContent(), said));
    await eventually(stays);
    const [text, button] = await Promise.all([moves, page.locator(".undo-dock button")].map((one) => one.boundingBox()));
    assert.ok(text.x + text.width <= button.x, "neither lies on the other");
    assert.ok(await fits(page));
  });
}

scenario("a number that cannot be read stays in the draft as typed and is not taken over", async ({ page, open }) => {
  await open();
  await take(page, middling());
  await simulate(page);
  await page.locator("summary", { hasText: "Output" }).first().click();
  const box = page.getByRole("group", { name: /^OU01 · / }).getByRole("textbox");
  await box.fill("tujuh");
  await page.getByText("Perlu dibetulkan").waitFor();
  await choose(page, "Input", "IN01", 5);
  await page.getByRole("button", { name: "Terapkan 1 perubahan ke isian" }).click();
  await saved(page);
  await page.reload();
  await page.locator("summary", { hasText: "Output" }).first().click();
  assert.equal(await box.inputValue(), "tujuh");
  await box.fill("80,5");
  await page.locator(".changes > li", { hasText: "Ke: 80,5 %" }).waitFor();
});

scenario("what is not certain is listed, the widest first, with its break-even", async ({ page, open }) => {
  await open();
  await take(page, filled(OMBUDSMAN.id, (values) => (values.length > 2 ? values[3] : 80)));
  await simulate(page);
  const rows = await page.locator('table[aria-labelledby="sensitivity"] tbody tr').evaluateAll((all) =>
    all.map((row) => ({ text: row.textContent.replace(/\s+/g, " "), ends: row.cells[1].textContent.split(" – ").map((end) => Number(end.replace(",", "."))) })),
  );
  assert.equal(rows.filter(({ text }) => /^OU0\d · /.test(text)).length, 6, "every assumed answer");
  for (const { text } of rows) assert.match(text, /Papan nilai (tetap menulis (zona|antara) .+|menulis: bila terendah, (zona|antara) .+; bila tertinggi, (zona|antara) .+)\./);
  const widths = rows.map(({ ends: [low, high] }) => high - low);
  assert.deepEqual(widths, [...widths].sort((one, other) => other - one));
  // Every answer counts 75 or 80 of 100, in all 76,212. An answer of Output weighs 24,24 % / 6 = 4,04 %: 77,995 would
  // need 124,1 %, so the category stays. The score of Output needs (77,995 - 56,82) / 0,2424 = 87,36, beyond its weights.
  assert.match(rows.find(({ text }) => text.startsWith("OU01 · ")).text, /Sekarang 80 %\. Menurut jawaban ini, kategori tetap C\./);
});

scenario("a survey fills in assumptions with their ground, and what is missing is named", async ({ page, open }) => {
  await open();
  await take(page, middling());
  await simulate(page);
  const fill = page.getByRole("button", { name: "Isi sebagai nilai asumsi" });
  await fill.click();
  for (const problem of ["Tulis IKM dari 25 sampai 100", "Tulis jumlah responden", "Tulis periode survei", "Pilih sedikitnya satu"]) {
    await page.getByText(problem).first().waitFor();
  }
  await page.locator("summary", { hasText: "sembilan unsur" }).press("Enter");
  const elements = ["3,2", "3,1", "3,05", "4", "3,3", "3,25", "3,4", "3,9", "2,75"];
  for (const [at, text] of elements.entries()) await page.locator(`#skm-${at + 3}`).fill(text);
  await page.getByText("IKM dari sembilan unsur: 83,19").waitFor();
  const respondents = page.getByRole("textbox", { name: "Jumlah responden" });
  await respondents.fill("1,200");
  await page.getByText("Tulis jumlah responden sebagai 1200 atau 1.200.").waitFor();
  await respondents.fill("1.200");
  await eventually(async () => assert.equal(await page.getByText("Tulis jumlah responden sebagai").count(), 0));
  await respondents.fill("100");
  await page.getByRole("textbox", { name: "Periode survei" }).fill("Semester I 2026");
  // What is filled in here is no draft, so it is said before and after that an answer gives way.
  await page.getByText("Yang Anda pilih di sini langsung masuk ke isian").waitFor();
  await page.getByRole("checkbox", { name: /^OU02 · .*usulan 83,19 % \(.*\), menggantikan 70 %/ }).press("Space");
  await fill.press("Enter");
  await page.getByText("1 indikator diisi sebagai nilai asumsi, dengan dasarnya; jawaban yang sudah ada di situ diganti.").waitFor();
  await assertAccessible(page);
  await saved(page);
  const { OU01, OU02 } = (await newest(page)).answers;
  assert.deepEqual([OU01.value, OU02.value, OU02.assumed], [70, 83.19, true]);
  assert.equal(OU02.ground, "SKM Semester I 2026, 100 responden, IKM 83,19. Bukan rumus resmi: usulan 83,19 % (wajar antara 70,23 dan 90,55).");
  await view(page, "Cek");
  await page.getByText("OU01").first().waitFor();
  const without = page.locator("section", { has: page.getByRole("heading", { name: /^Asumsi tanpa dasar/ }) });
  assert.equal(await without.getByText("OU02").count(), 0, "a ground is there");
});

scenario("figures of a survey that were not filled in yet are there again after another view and after a reload", async ({ page, open }) => {
  await open();
  await take(page, middling());
  await simulate(page);
  const index = page.getByRole("textbox", { name: "Indeks Kepuasan Masyarakat" });
  const chosen = page.getByRole("checkbox", { name: /^OU02 · / });
  await index.fill("83,1");
  await chosen.press("Space");
  await view(page, "Hasil");
  await simulate(page);
  assert.equal(await index.inputValue(), "83,1");
  await page.reload();
  await eventually(async () => assert.equal(await index.inputValue(), "83,1"));
  assert.ok(await chosen.isChecked());
});

scenario("official weights are taken group by group, kept, and given back by one press", async ({ page, open }) => {
  await open();
  await take(page, middling());
  await simulate(page);
  const before = await outcome(page, "Sekarang").textContent();
  const group = page.locator("details", { has: page.locator("#weight-OU01") });
  await group.locator("summary").press("Enter");
  const box = (id) => page.locator(`#weight-${id}`);
  for (const id of ["OU01", "OU02", "OU03", "OU04", "OU05"]) await box(id).fill("16,67");
  await group.getByText("Dipakai sebagian: jumlahnya 83,35%").waitFor();
  await box("OU06").fill("enam");
  await group.getByText("Belum dipakai: ada yang bukan bobot.").waitFor();
  await box("OU06").fill("16,7");
  await group.getByText("Belum dipakai: jumlahnya 100,05%").waitFor();
  assert.equal(await outcome(page, "Sekarang").textContent(), before);
  await box("OU06").fill("16,66");
  await group.getByText("Dipakai: jumlahnya 100,01%, disetarakan menjadi 100%.").waitFor();
  await assertAccessible(page);
  await saved(page);
  const { weights, rubric } = await newest(page);
  assert.equal(weights.indicators.OU06, "16,66");
  await page.reload();
  await view(page, "Hasil");
  await page.locator(".standing", { hasText: ", dengan bobot diisi perangkat daerah" }).first().waitFor();
  await page.locator("summary", { hasText: "Lihat perhitungannya" }).click();
  await page.getByText("diisi perangkat daerah").first().waitFor();
  await simulate(page);
  await page.getByRole("button", { name: "Kembali ke bobot perkiraan" }).press("Enter");
  await eventually(async () => assert.equal(await outcome(page, "Sekarang").textContent(), before));
  await saved(page);
  const back = await newest(page);
  assert.deepEqual([back.weights, back.rubric], [undefined, rubric]);
});
