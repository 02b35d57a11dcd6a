/** Published results of other years: read by their own rule, drawn without joining what cannot be compared. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, downloaded, eventually, instrument, saved, take, view } from "./support/journey.mjs";

stageFile();

const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const SOLOK_SELATAN = [
  ["2022", "ombudsman-kepatuhan-2022", "78,34", "B · Kualitas Tinggi · zona hijau"],
  ["2019", "ombudsman-kepatuhan-2021", "40", "zona merah"],
  ["2024", "ombudsman-kepatuhan-2023", "87,06", "zona hijau"],
  ["2021", "ombudsman-kepatuhan-2021", "64.81", "zona kuning"],
];

/** Notes a result by keyboard alone. */
async function note(page, year, rule, score) {
  await page.getByRole("textbox", { name: "Tahun hasil" }).fill(year);
  await page.getByRole("combobox", { name: "Instrumen yang dipakai tahun itu" }).selectOption(rule);
  await page.getByRole("textbox", { name: "Nilai resmi" }).fill(score);
  await page.getByRole("button", { name: "Masukkan ke riwayat" }).press("Enter");
}

/** What the table says, a line a result. */
const lines = (page) =>
  page.locator('table[aria-labelledby="history"] tbody tr').evaluateAll((rows) => rows.map((row) => row.textContent.replace(/\s+/g, " ")));

for (const viewport of ["phone", "laptop"]) {
  scenario(`the results of Solok Selatan are noted, read by the rule of each year and kept (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await begin(page, OMBUDSMAN.shortName);
    await view(page, "Hasil");
    await page.locator("summary", { hasText: "Catat hasil" }).press("Enter");
    for (const [year, rule, score] of SOLOK_SELATAN) await note(page, year, rule, score);
    const years = ["2019", "2021", "2022", "2024"];
    await eventually(async () => {
      const shown = await lines(page);
      assert.deepEqual(shown.map((line) => line.slice(0, 4)), years);
      for (const [year, , score, reading] of SOLOK_SELATAN) {
        const line = shown[years.indexOf(year)];
        assert.ok(line.includes(reading), `${line} says ${reading}`);
        assert.ok(line.includes(score.replace(".", ",")), line);
      }
    });
    const [first, second, third] = await lines(page);
    assert.match(first, /di luar tahun berlakunya instrumen ini/);
    assert.match(second, /naik 24,81/);
    assert.match(third, /aturan berganti/);
    const chart = page.getByRole("img", { name: /^Tren hasil resmi/ });
    assert.equal(await chart.locator("g[data-zone]").count(), 4);
    assert.equal(await chart.locator(".trend").count(), 1, "only 2019 and 2021 follow one rule");
    assert.equal(await chart.locator(".break").count(), 2, "every change of rule is a visible break");
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    assert.ok(fits, "nothing runs out of the page sideways");
    await saved(page);
    await page.reload();
    await eventually(async () => assert.equal((await lines(page)).length, 4));
    const { json } = await downloaded(page, () => page.locator("#download").click());
    assert.deepEqual(json.history[1], { year: 2019, rubric: "ombudsman-kepatuhan-2021", score: 40 });
  });
}

scenario("a result that cannot be is named field by field and nothing typed is lost", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await view(page, "Hasil");
  await page.locator("summary", { hasText: "Catat hasil" }).click();
  await note(page, "22", "", "100,5");
  for (const problem of ["Tulis tahun yang sudah tiba dengan empat angka, misalnya 2022.", "Pilih instrumen yang dipakai untuk hasil itu."])
    await page.getByText(problem).waitFor();
  await note(page, "2022", "ombudsman-kepatuhan-2022", "100,5");
  await page.getByText("Tulis angka dari 0 sampai 100, paling banyak dua desimal.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Nilai resmi" }).inputValue(), "100,5");
  assert.deepEqual(await lines(page), []);
});

scenario("a year that is still to come is refused, and a second number for one is named", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await view(page, "Hasil");
  await page.locator("summary", { hasText: "Catat hasil" }).click();
  await note(page, String(new Date().getFullYear() + 2), OMBUDSMAN.id, "80");
  await page.getByText("Tulis tahun yang sudah tiba dengan empat angka").waitFor();
  assert.deepEqual(await lines(page), []);
  await note(page, "2023", OMBUDSMAN.id, "80");
  await eventually(async () => assert.equal((await lines(page)).length, 1));
  await note(page, "2023", OMBUDSMAN.id, "70");
  await eventually(async () => assert.equal((await lines(page)).length, 2));
  const [first, second] = await lines(page);
  assert.match(first, /berbeda dari 70,00 untuk tahun yang sama/);
  assert.match(second, /berbeda dari 80,00 untuk tahun yang sama/);
});

scenario("results of two instruments are each held against their own, and a contradiction is named", async ({ page, open }) => {
  const past = (year, rubric, score) => ({ year, rubric, score });
  const history = [
    past(2023, OMBUDSMAN.id, 70),
    past(2023, "sakip-2021", 61),
    past(2024, OMBUDSMAN.id, 80),
    past(2024, "sakip-2021", 65),
    past(2030, "sakip-2021", 70),
    past(2030, "sakip-2021", 71),
  ];
  await open();
  await take(page, { ...binjai(), history });
  await view(page, "Hasil");
  await eventually(async () => assert.equal((await lines(page)).length, 6));
  const said = await lines(page);
  assert.match(said[2], /naik 10,00 sejak 2023/);
  assert.match(said[3], /naik 4,00 sejak 2023/);
  assert.doesNotMatch(said.join("\n"), /aturan berganti/);
  assert.match(said[4], /di luar tahun berlakunya instrumen ini.*berbeda dari 71,00 untuk tahun yang sama/);
  assert.match(said[5], /berbeda dari 70,00 untuk tahun yang sama/);
  const chart = page.getByRole("img", { name: /^Tren hasil resmi/ });
  await eventually(async () => assert.equal(await chart.locator(".trend").count(), 4));
  assert.equal(await chart.locator(".break").count(), 0, "nothing changed its rule");
});

scenario("a noted result can be forgotten, and one of an unknown instrument stays and says so", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), history: [{ year: 2022, rubric: "sakip-2021", score: 71.5 }, { year: 2023, rubric: "tidak-ada", score: 3 }] });
  await view(page, "Hasil");
  await eventually(async () => assert.match((await lines(page))[0], /BB · .*71,50/));
  assert.match((await lines(page))[1], /instrumen ini tidak dikenal aplikasi ini/);
  await page.getByRole("button", { name: "Hapus hasil 71,50 tahun 2022" }).click();
  await eventually(async () => assert.equal((await lines(page)).length, 1));
});
