/**
 * The one flow: fill in, take the file away, reload, delete, bring the file back, print.
 *
 * Invariant: it is the same in every engine and place; a place says only whether answers outlive a reload and
 * whether the page prints itself.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { eventually, indicators, instrument, levelNames } from "../../e2e/support/journey.mjs";
import { countPrints, focused, keys, layOutForPaper, seek, written } from "./seek.mjs";

const SAKIP = instrument("sakip-2021");
const [FIRST, SECOND] = indicators(SAKIP);
const OFFICE = "Dinas Tiga Mesin";
const NOTE = "Menunggu SK – lihat “arsip”";
/** Where a busy machine gives up. */
const PATIENCE = { within: 15_000 };

/**
 * @param {import("./browsers.mjs").Browser} browser
 * @param {import("./places.mjs").Place} place
 * @param {import("./places.mjs").Stand} stand
 */
export async function smoke(browser, place, stand) {
  const { click, type, heads, reads, answered } = hands(browser);
  const enter = () => stand.frame && browser.enter(stand.frame);

  await browser.open(stand.url);
  await enter();
  await heads(place.begins);
  if (place.begins === "Perkirakan nilai") await click({ role: "link", name: `Mulai ${SAKIP.shortName}` });
  await type({ role: "textbox", name: "Perangkat daerah" }, OFFICE);
  await click({ role: "button", name: "Mulai mengisi" });
  await heads(SAKIP.dimensions[0].name);
  // A page in a frame takes no focus from the page around it, and Firefox without a screen has none to give.
  const mayTake = !stand.frame || (await browser.run(() => document.hasFocus()));
  if (mayTake) await eventually(async () => assert.match((await browser.run(focused)).tag, /^h[1-6]$/, "the heading has the focus"), PATIENCE);

  // One answer by the pointer, one by the keyboard, and words that no ASCII holds.
  await click({ role: "radio", card: FIRST.id, name: levelNames(SAKIP, FIRST)[5] });
  // Where nothing can be kept, a notice comes in above with the first change and moves what stands below.
  await reads(place.keeps ? /Tersimpan \d\d\.\d\d di perangkat ini/ : /Peramban ini tidak mengizinkan penyimpanan\./);
  await click({ role: "button", card: FIRST.id, name: "Catatan", partly: true });
  await type({ role: "textbox", card: FIRST.id, name: "Catatan untuk rekan satu kantor", partly: true }, NOTE);
  await click({ role: "radio", card: SECOND.id, name: levelNames(SAKIP, SECOND)[2] });
  await browser.press("ArrowDown");
  await reads(/2 dari 12 terisi/);
  await answered();
  if (place.keeps) await reads(/Tersimpan \d\d\.\d\d di perangkat ini/);
  assert.deepEqual((await browser.run(keys))?.some((key) => key.includes(":doc:")) ?? false, place.keeps, "what the storage holds");

  await click({ role: "link", name: "Hasil" });
  await heads("Hasil");
  const file = await downloaded(browser, () => click({ role: "button", name: "Unduh berkas" }));
  const { answers, unit } = file.json;
  assert.deepEqual([answers[FIRST.id].level, answers[SECOND.id].level], [80, 60], "levels in the file");
  assert.equal(answers[FIRST.id].note, NOTE);
  assert.equal(unit.name, OFFICE);

  await browser.reload();
  await enter();
  if (place.keeps) {
    if (place.comesBack) {
      await heads("Hasil");
    } else {
      await click({ role: "link", name: "Beranda" });
      await click({ role: "button", name: `Lanjutkan ${OFFICE}`, partly: true });
    }
    await click({ role: "link", name: "Pengisian" });
    await answered();
    await click({ role: "link", name: "Beranda" });
    await heads("Penilaian di perangkat ini");
    await click({ role: "button", name: `Hapus semua data di ${place.keptIn ?? "perangkat"} ini` });
    await click({ role: "button", name: "Hapus semuanya" });
    await heads("Perkirakan nilai");
  } else {
    await heads(place.begins);
    await click({ role: "link", name: "Beranda" });
  }
  assert.deepEqual(await browser.run(keys), place.keeps ? [] : null, "nothing is kept");

  const field = await eventually(async () => (await browser.find(seek, { role: "file" })) ?? assert.fail("no file field"), PATIENCE);
  await browser.choose(field, file.path);
  await heads("Periksa sebelum mengambil");
  await click({ role: "button", name: "Ambil" });
  await heads(SAKIP.dimensions[0].name);
  await answered();
  rmSync(file.path);

  await click({ role: "link", name: "Hasil" });
  await heads("Hasil");
  await click({ role: "link", name: "Cetak Lembar Hasil" });
  await heads("Lembar Hasil Penilaian Mandiri");
  if (place.prints) {
    await browser.run(countPrints);
    await click({ role: "button", name: "Cetak" });
    await eventually(async () => assert.equal(await browser.run(() => globalThis.prints), 1, "the button prints"), PATIENCE);
  }
  const sheet = await printed(browser, place);
  const missing = indicators(SAKIP).map(({ id }) => id).filter((id) => !sheet.includes(`${id} · `));
  assert.deepEqual(missing, [], "indicators on paper");
  for (const words of ["Lembar Hasil Penilaian Mandiri", OFFICE, NOTE, "Diperiksa oleh (jabatan)"]) assert.ok(sheet.includes(words), `on paper: ${words}`);
  for (const words of ["Unduh berkas", "Beranda"]) assert.ok(!sheet.includes(words), `not on paper: ${words}`);
}

/** The two cards that are answered, and what their levels are called. */
const cards = [FIRST, SECOND].map((indicator) => ({ id: indicator.id, names: levelNames(SAKIP, indicator) }));

/** What a person does, each tried until the page is ready for it. */
function hands(browser) {
  const click = (wanted) =>
    eventually(async () => {
      const element = await browser.find(seek, { ...wanted, still: true });
      assert.ok(element, `nothing in sight is ${JSON.stringify(wanted)}`);
      await browser.click(element);
    }, PATIENCE);
  const type = async (wanted, text) => {
    await click(wanted);
    await browser.type(await browser.find(seek, wanted), text);
  };
  const heads = (name) =>
    eventually(async () => assert.ok(await browser.find(seek, { role: "heading", name, partly: true }), `no heading “${name}”`), PATIENCE);
  const reads = (pattern) => eventually(async () => assert.match(await browser.run(written), pattern), PATIENCE);
  const answered = () => eventually(async () => assert.deepEqual(await browser.run(chosen, cards), [5, 3]), PATIENCE);
  return { click, type, heads, reads, answered };
}

/** Runs in the page: which level is chosen in each card, given what its levels are called, lowest first. */
function chosen(cards) {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const articles = roots.flatMap((root) => [...root.querySelectorAll("article")]);
  const squeezed = (text) => text.replace(/\s+/g, "");
  return cards.map(({ id, names }) => {
    const card = articles.find((article) => article.textContent.trim().startsWith(`${id} · `));
    const checked = [...(card?.querySelectorAll("input[type=radio]:checked") ?? [])];
    const called = checked.map((radio) => squeezed(radio.labels[0].textContent));
    return names.findIndex((name) => called.includes(squeezed(name)));
  });
}

/** The file an action saves, once it is whole. */
async function downloaded(browser, act) {
  const before = existsSync(browser.downloads) ? readdirSync(browser.downloads) : [];
  await act();
  return eventually(() => {
    const name = readdirSync(browser.downloads).find((one) => one.endsWith(".json") && !before.includes(one));
    assert.ok(name, `no file in ${browser.downloads}`);
    const path = join(browser.downloads, name);
    return { path, name, json: JSON.parse(readFileSync(path, "utf8")) };
  }, PATIENCE);
}

/** What stands on paper: from the PDF, else from the page laid out as for paper. */
async function printed(browser, { prints }) {
  const pdf = prints ? await browser.paper() : null;
  if (pdf) {
    const made = spawnSync(process.env.SWANILAI_PDFTOTEXT ?? "pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
    assert.equal(made.status, 0, `pdftotext: ${made.error ?? made.stderr}`);
    return made.stdout.replace(/\s+/g, " ");
  }
  await browser.run(layOutForPaper);
  return browser.run(written);
}
