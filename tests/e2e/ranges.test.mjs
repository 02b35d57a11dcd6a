/** The number and what may be said of it: point, ranges, category, zone. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, card, eventually, filled, instrument, level, press, scoreboard, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");

/** The marks of zones on the scoreboard, by their word. */
const marks = (page) =>
  page.getByRole("region", { name: "Perkiraan nilai" }).locator(".standing .zone-mark").evaluateAll((all) => all.map((mark) => mark.dataset.zone));

const number = (text) => Number.parseFloat(text.replace(",", "."));
const range = (text) => text.split(" – ").map(number);

for (const rubric of [SAKIP, instrument("pekppp-2023-luring"), OMBUDSMAN]) {
  scenario(`a blank ${rubric.id} shows no point and no zone`, async ({ page, open }) => {
    await open();
    await begin(page, rubric.shortName);
    assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
    for (const name of ["Pengisian", "Hasil"]) {
      await view(page, name);
      const shown = await scoreboard(page);
      assert.equal(shown.point, "");
      assert.match(shown.standing, /^(Zona|Kategori|Predikat) belum dapat ditentukan: belum ada yang diisi/);
      assert.deepEqual(range(shown.full), [0, rubric.result.maximum]);
      assert.deepEqual(await marks(page), []);
      assert.match(shown.tally, /^0 dari \d+ terisi$/);
    }
  });
}

scenario("point, ranges and zone follow every answer", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await press(level(page, OMBUDSMAN, "IN01", -1));
  await eventually(async () => assert.equal((await scoreboard(page)).point, "100,00"));
  let before = await scoreboard(page);
  assert.equal(before.loud, before.full, "a number from almost nothing is not loud");
  assert.equal(before.standing, "Zona belum dapat ditentukan: antara merah dan hijau");
  assert.deepEqual(await marks(page), ["merah", "hijau"]);
  await press(level(page, OMBUDSMAN, "IN07", 0));
  await eventually(async () => assert.match((await scoreboard(page)).tally, /^2 dari 38/));
  for (const { id } of OMBUDSMAN.dimensions[0].indicators.slice(1)) {
    await press(level(page, OMBUDSMAN, id, 2));
    const shown = await eventually(async () => {
      const now = await scoreboard(page);
      assert.notDeepEqual(now, before);
      return now;
    });
    for (const which of ["full", "answers"]) {
      const [[low, high], [lowest, highest]] = [range(shown[which]), range(before[which])];
      if (id !== "IN07") assert.ok(low >= lowest && high <= highest, `${which} only shrinks at ${id}: ${shown[which]} after ${before[which]}`);
    }
    const [full, answers, point] = [range(shown.full), range(shown.answers), number(shown.point)];
    assert.ok(full[0] <= answers[0] && answers[0] <= point && point <= answers[1] && answers[1] <= full[1], `nested at ${id}`);
    before = shown;
  }
});

scenario("Hasil says how much of the range comes from blanks and how much from weights", async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values, at) => (at % 2 === 0 ? values[1] : undefined)));
  await view(page, "Hasil");
  const shown = await scoreboard(page);
  const wide = (text) => range(text)[1] - range(text)[0];
  const [full, answers] = [wide(shown.full), wide(shown.answers)];
  const said = [full, answers, full - answers].map((width) => width.toFixed(2).replace(".", ","));
  await page.getByText(`Lebar kisaran ${said[0]} poin: ${said[1]} karena yang belum diisi, ${said[2]} karena bobot yang tidak diumumkan.`).waitFor();
});

scenario("blanks stand in a row of their own, and the points add up to the total", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), answers: { ...binjai().answers, "4a": undefined, "4b": undefined, "4c": undefined } });
  await view(page, "Hasil");
  const table = page.getByRole("table", { name: "Menurut komponen" });
  const rows = await table.getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.equal(rows.find(([name]) => name.startsWith("Perencanaan"))[2], "24,60 poin", "weight times score, not scaled up");
  const blank = rows.find(([name]) => name.startsWith("Belum terisi"));
  assert.equal(blank[1], "25%");
  const points = rows.slice(0, -1).map((row) => number(row[2])).filter((one) => !Number.isNaN(one));
  const sum = points.reduce((one, other) => one + other, 0);
  assert.ok(Math.abs(sum - number(rows.at(-1)[2])) < 0.02, `${points} come to ${rows.at(-1)[2]}`);
});

scenario("an assumption is said with the zone that rests on it", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await press(level(page, OMBUDSMAN, "IN07", 4));
  const box = card(page, "IN07").getByRole("checkbox", { name: "Nilai asumsi (bukan data resmi)" });
  await press(box);
  await eventually(async () => assert.match((await scoreboard(page)).standing, /, bila 1 asumsi benar$/));
  await card(page, "IN07").getByRole("textbox", { name: "Dasar asumsi" }).fill("Survei 2025");
  await press(box);
  await eventually(async () => assert.doesNotMatch((await scoreboard(page)).standing, /asumsi/));
});

scenario("answers given by the public count as assumptions from the start", async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values.at(-1)));
  const shown = await scoreboard(page);
  assert.equal(shown.point, "100,00");
  assert.equal(shown.full, "100,00 – 100,00");
  assert.equal(shown.standing, "Zona hijau, kategori A (Kualitas Tertinggi), bila 6 asumsi benar");
  assert.deepEqual(await marks(page), ["hijau"]);
});

scenario("a zone that rests on working weights says so", async ({ page, open }) => {
  await open();
  const some = (values, at) => (values.length === 2 ? 82 : at % 3 === 0 ? 2 : 4);
  await take(page, filled("ombudsman-kepatuhan-2023", some));
  assert.match(
    (await scoreboard(page)).standing,
    /^Zona (kuning|hijau), kategori .*, dengan bobot perkiraan; bobot resmi tidak diumumkan, bisa kuning sampai hijau, bila 6 asumsi benar$/,
  );
});

scenario("the simulation of PEKPPP shows F-02 on its own scale too", async ({ page, open }) => {
  await open();
  await take(page, filled("pekppp-2023-luring", (values, _at, { id }) => (id === "F03" ? undefined : values.at(-1))));
  const region = page.getByRole("region", { name: "Perkiraan nilai" });
  await region.getByText(/^Nilai F-02: 5,00$/).waitFor();
  assert.equal((await scoreboard(page)).full, "3,75 – 5,00");
  assert.doesNotMatch((await scoreboard(page)).standing, /^Zona/);
});

scenario("PA Binjai's SAKIP, clicked in, shows 87,80 and predikat A", async ({ page, open }) => {
  const { answers } = binjai();
  const { levels } = SAKIP.scales[0];
  await open();
  await begin(page, SAKIP.shortName, "PA Binjai");
  for (const [at, dimension] of SAKIP.dimensions.entries()) {
    for (const { id } of dimension.indicators) {
      await press(level(page, SAKIP, id, levels.findIndex(({ value }) => value === answers[id].level)));
    }
    await page.getByRole("link", { name: at < 3 ? /^Komponen berikutnya: / : "Cek kelengkapan" }).click();
    await page.getByRole("heading", { level: 1, name: at < 3 ? SAKIP.dimensions[at + 1].name : "Cek kelengkapan" }).waitFor();
  }
  await view(page, "Hasil");
  assert.deepEqual(await scoreboard(page), {
    loud: "87,80",
    point: "87,80",
    full: "87,80 – 87,80",
    answers: "87,80 – 87,80",
    standing: "Predikat A (Memuaskan)",
    tally: "12 dari 12 terisi",
  });
  const table = page.getByRole("table", { name: "Menurut komponen" });
  for (const [name, adds] of [["Perencanaan", "24,60"], ["Pengukuran", "25,50"], ["Pelaporan", "13,95"], ["Evaluasi", "23,75"], ["Jumlah", "87,80"]]) {
    await table.getByRole("row", { name }).getByRole("cell", { name: `${adds} poin` }).waitFor();
  }
});
