/** The main job, by keyboard alone on a phone: fill in, reload, see the result, take the file away, bring it back. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import {
  downloaded, eventually, file, indicators, instrument, kept, levelNames, newest, saved, scoreboard,
} from "./support/journey.mjs";
import { enter, focused, pick, tabTo, type } from "./support/keyboard.mjs";
import { point } from "./support/oracle.mjs";

stageFile();

/** Different levels, high and low; of numbers, one with a fraction. */
const place = (at, count) => (at * 2 + 1) % count;

for (const id of ["sakip-2021", "pekppp-2023-luring", "ombudsman-kepatuhan-2023"]) {
  const rubric = instrument(id);
  scenario(`the main job is done by keyboard alone with ${id}`, { viewport: "phone" }, async ({ page, open }) => {
    await open();
    await enter(page, "Mulai penilaian baru");
    await enter(page, `Mulai ${rubric.shortName}`);
    await headed(page, "Unit yang dinilai");
    await type(page, "Perangkat daerah", "Dinas Papan Tombol");
    await type(page, "Pemerintah daerah", "Kabupaten Contoh");
    await enter(page, "Mulai mengisi");

    const answers = {};
    for (const [at, dimension] of rubric.dimensions.entries()) {
      await headed(page, dimension.name);
      for (const indicator of dimension.indicators) {
        const before = (await scoreboard(page)).tally;
        answers[indicator.id] = await answer(page, rubric, indicator, Object.keys(answers).length);
        if (indicator.scored !== false) await eventually(async () => assert.notEqual((await scoreboard(page)).tally, before));
        assert.equal((await scoreboard(page)).point, point(rubric, answers), `after ${indicator.id}`);
      }
      const next = rubric.dimensions[at + 1];
      await enter(page, next ? `${rubric.terms.dimension} berikutnya: ${next.name}` : "Cek kelengkapan");
    }
    await headed(page, "Cek kelengkapan");
    const scored = indicators(rubric).filter((indicator) => indicator.scored !== false);
    await page.getByText(`Semua ${scored.length} indikator terisi.`).waitFor();
    await enter(page, "Lihat hasil");
    await headed(page, "Hasil");
    const shown = await scoreboard(page);
    assert.equal(shown.point, point(rubric, answers));

    await saved(page);
    const before = await newest(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Hasil" }).waitFor();
    assert.deepEqual(await scoreboard(page), shown, "the same after a reload");

    const taken = await downloaded(page, () => enter(page, "Unduh berkas"));
    assert.deepEqual(levelsOf(taken.json.answers), answers);
    assert.deepEqual(taken.json.answers, before.answers);
    assert.equal(taken.json.unit.name, "Dinas Papan Tombol");
    assert.equal(comma(taken.json.results.score), shown.point);
    assert.equal(ends(taken.json.results.full), shown.full);
    assert.equal(ends(taken.json.results.answers), shown.answers);

    await enter(page, "Beranda");
    await headed(page, "Penilaian di perangkat ini");
    await enter(page, "Hapus semua data di perangkat ini");
    await enter(page, "Hapus semuanya");
    await headed(page, "Perkirakan nilai kantor Anda sebelum dinilai");
    assert.deepEqual(await kept(page), {});

    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, "the file button", (at) => at.type === "file");
    await page.keyboard.press("Space");
    await (await chooser).setFiles(file(taken.text, taken.name));
    await headed(page, "Periksa sebelum mengambil");
    await enter(page, "Ambil");
    await headed(page, rubric.dimensions[0].name);
    await tabTo(page, "Hasil", (at) => at.tag === "a" && at.name === "Hasil", { back: true });
    await page.keyboard.press("Enter");
    await headed(page, "Hasil");
    assert.deepEqual(await scoreboard(page), shown, "the same after export, clearing and import");
  });
}

/** Waits for a heading of the first level that has the focus. */
async function headed(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await eventually(async () => assert.equal((await focused(page)).tag, "h1"));
}

/** Answers an indicator, and says with what. */
async function answer(page, rubric, indicator, at) {
  const names = levelNames(rubric, indicator);
  const scale = rubric.scales.find(({ id }) => id === indicator.scale);
  if (names.length === 0) {
    const value = scale.maximum * 0.725;
    await tabTo(page, `the number of ${indicator.id}`, ({ tag, card, name }) => tag === "input" && card === indicator.id && name === "Nilai");
    await page.keyboard.type(String(value).replace(".", ","));
    return { value };
  }
  const chosen = place(at, names.length);
  await pick(page, indicator.id, names[0], chosen);
  return { level: scale.levels[chosen].value };
}

function levelsOf(answers) {
  const bare = ({ level, value }) => (level === undefined ? { value } : { level });
  return Object.fromEntries(Object.entries(answers).map(([id, given]) => [id, bare(given)]));
}

const comma = (number) => number.toFixed(2).replace(".", ",");
const ends = ({ low, high }) => `${comma(low)} – ${comma(high)}`;
