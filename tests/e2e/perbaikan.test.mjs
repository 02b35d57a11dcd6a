/** The plan of improvement: reached from the filled example by keyboard and by touch, kept, limited, printed. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { begin, choose, downloaded, eventually, filled, instrument, newest, saved, take } from "./support/journey.mjs";
import { enter, focused, tabTo } from "./support/keyboard.mjs";
import { point } from "./support/oracle.mjs";
import { printed } from "./support/paper.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const EXAMPLE = "Lihat contoh Kepatuhan Ombudsman 2023-2024";
/** What a new user has. */
const TWO_MINUTES = 120_000;

const plan = (page) => page.getByRole("region", { name: /^Menuju / });
const steps = (page) => plan(page).getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
const names = (page) => steps(page).getByRole("heading").allTextContents();
const to = async (page, address = "#/perbaikan") => {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.getByRole("heading", { level: 1, name: "Rencana perbaikan" }).waitFor();
};
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** A number as the page writes it. */
const number = (text) => Number(text.replace(",", "."));

/** What a plan to the next category says of itself. */
async function isWritten(page) {
  await plan(page).getByText("4 indikator, upaya 10. Terbukti").waitFor();
  await plan(page).getByText("Sekarang: 69,91 (C · Kualitas Sedang · zona kuning)").waitFor();
  await plan(page).getByText("Sesudah rencana: 78,66 (B · Kualitas Tinggi · zona hijau)").waitFor();
  assert.equal((await names(page)).length, 4);
  const first = await steps(page).first().innerText();
  for (const part of ["Yang perlu dicapai: ", "Bukti yang diminta:", "tata usaha", "ringan"]) assert.ok(first.includes(part), `${part} in ${first}`);
  assert.doesNotMatch(await plan(page).innerText(), /naikkan/i);
}

scenario("a new user reaches a written plan from the filled example by keyboard within two minutes", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  const began = Date.now();
  await enter(page, EXAMPLE);
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await tabTo(page, "Perbaikan", (at) => at.tag === "a" && at.name === "Perbaikan", { back: true });
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Rencana perbaikan" }).waitFor();
  await isWritten(page);
  assert.ok(await fits(page), "nothing runs out of the page sideways");

  const [first] = await names(page);
  await enter(page, /^Tidak bisa tahun ini IN01$/);
  await eventually(async () => assert.ok(!(await names(page)).includes(first)));
  assert.notEqual((await focused(page)).tag, "body", "the focus stays near");
  await plan(page).getByRole("heading", { name: "Dikunci tahun ini" }).waitFor();
  await enter(page, /^Buka kunci IN01$/);
  await eventually(async () => assert.ok((await names(page)).includes(first)));
  await tabTo(page, "the lock of IN01", (at) => at.name === "Tidak bisa tahun ini IN01", { back: true });
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok(!(await names(page)).includes(first)));
  await tabTo(page, "the target", (at) => at.tag === "select" && at.name.startsWith("Kategori yang dituju"), { back: true });
  await page.keyboard.press("End");
  await plan(page).getByText("Kategori ini sudah tercapai").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("heading", { name: "Menuju A · Kualitas Tertinggi · zona hijau" }).waitFor();
  await eventually(async () => assert.ok((await names(page)).length > 4));
  assert.ok(Date.now() - began < TWO_MINUTES);
});

scenario("the next category is named with the one it is counted from, for the point and for the low end", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: EXAMPLE }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await to(page);
  await isWritten(page);
  const next = page.locator("#plan-target option").first();
  assert.equal(await next.textContent(), "Satu di atas perkiraan sekarang (C)");
  await page.locator("#plan-aim").selectOption("low");
  await eventually(async () => assert.match(await next.textContent(), /^Satu di atas perkiraan terendah \([A-E]\)$/));
  await plan(page).getByText(/Terbukti: dengan sasaran dan batas ini, tidak ada rencana lain/).waitFor();
  for (const step of await steps(page).all()) await step.getByText(/^\+\d+,\d\d poin pada perkiraan terendah$/).waitFor();
});

scenario("a step that leaves quality behind says so, and a week is promised no decree and no money", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, JSON.parse(readFileSync(join(ROOT, "rubrics/examples/sakip-2021.json"), "utf8")));
  await to(page);
  const step = steps(page).filter({ has: page.getByRole("heading", { name: /^2c · / }) });
  await step.getByText(/pemanfaatan di atas kualitasnya\. Biasanya keduanya naik bersama: benahi juga 2b · /).waitFor();
  await step.getByText("upaya 32, berat tiap tingkat").waitFor();
  await assertAccessible(page);
  await page.getByRole("combobox", { name: "Langkah yang masih sempat" }).selectOption("week");
  await plan(page).getByText("Belum terjangkau").waitFor();
  assert.equal(await steps(page).count(), 0);
  assert.ok(await fits(page));
});

scenario("a new user reaches a written plan by touch, with the days until the visit, and prints it", { viewport: "phone", context: { hasTouch: true, isMobile: true } }, async ({ page, open }) => {
  await page.addInitScript(() => {
    globalThis.printed = 0;
    window.print = () => (globalThis.printed += 1);
  });
  await page.clock.setFixedTime("2026-11-22T10:00:00+07:00");
  await open();
  const began = Date.now();
  await page.getByRole("button", { name: EXAMPLE }).tap();
  await page.getByRole("navigation", { name: "Tampilan" }).getByRole("link", { name: "Perbaikan" }).tap();
  await isWritten(page);
  await page.getByRole("textbox", { name: "Tanggal kunjungan penilai" }).tap();
  await page.keyboard.type("besok");
  await page.getByText("Tanggal ini belum terbaca.").waitFor();
  await page.getByRole("textbox", { name: "Tanggal kunjungan penilai" }).fill("15 Desember 2062");
  await page.getByText("Lebih dari dua tahun dari sekarang. Periksa lagi tahunnya.").waitFor();
  await page.getByRole("textbox", { name: "Tanggal kunjungan penilai" }).fill("15 Desember 2026");
  await page.getByText("23 hari lagi sampai kunjungan.").waitFor();
  assert.equal(await page.getByText("Lebih dari dua tahun dari sekarang.").count(), 0);
  await page.getByRole("combobox", { name: "Langkah yang masih sempat" }).selectOption("week");
  await plan(page).getByText("Belum terjangkau").waitFor();
  await plan(page).getByRole("listitem").filter({ hasText: "PG05" }).getByText("langkahnya tidak termasuk yang masih sempat").waitFor();
  await page.getByRole("combobox", { name: "Langkah yang masih sempat" }).selectOption("decree");
  await plan(page).getByText(/Terbukti: dengan sasaran dan batas ini, tidak ada rencana lain/).waitFor();
  await eventually(async () => assert.deepEqual(await steps(page).getByText("anggaran", { exact: true }).count(), 0));
  const first = await steps(page).first().getByRole("heading").innerText();
  await page.getByRole("link", { name: "Cetak rencana" }).tap();
  await page.getByRole("heading", { level: 1, name: "Lembar rencana perbaikan" }).waitFor();
  await page.getByRole("button", { name: "Cetak" }).tap();
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
  assert.ok(Date.now() - began < TWO_MINUTES);

  const paper = await printed(page);
  for (const text of ["Bukan hasil penilaian resmi; tidak untuk dikutip", "Disusun 22 November 2026. Kunjungan penilai: 15 Desember 2026.", "Langkah yang masih sempat: Juga yang perlu SK, tanpa anggaran.", "dengan sasaran dan batas ini", first])
    assert.ok(paper.includes(text), text);
  for (const text of ["Kategori yang dituju", "Bagian perbaikan"]) assert.ok(!paper.includes(text), text);
});

scenario("the goal and what is set for indicators come back after a reload and from the file", async ({ page, open, context }) => {
  await open();
  await page.getByRole("button", { name: EXAMPLE }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await to(page);
  await page.getByRole("combobox", { name: "Kategori yang dituju" }).selectOption("B");
  await page.getByRole("combobox", { name: "Yang harus sampai di sana" }).selectOption("low");
  await page.getByRole("combobox", { name: "Yang dibuat sesedikit mungkin" }).selectOption("effort");
  await page.getByRole("combobox", { name: "Langkah yang masih sempat" }).selectOption("decree");
  await page.locator("summary", { hasText: "Input" }).click();
  const row = page.getByRole("group", { name: /^IN02 · / });
  await row.getByRole("checkbox", { name: "Kunci tahun ini" }).check();
  await row.getByRole("combobox", { name: "Paling tinggi" }).selectOption("3");
  await row.getByRole("textbox", { name: "Upaya satu tingkat" }).fill("lima");
  await row.getByText("Tulis angka bulat dari 1 sampai 1000.").waitFor();
  const other = page.getByRole("group", { name: /^IN03 · / }).getByRole("textbox", { name: "Upaya satu tingkat" });
  await other.pressSequentially("12");
  await page.getByText("upaya 12, berat").waitFor();
  await eventually(async () => assert.match(await plan(page).getByRole("status").innerText(), /upaya|terjangkau/));
  const shown = await plan(page).innerText();
  await saved(page);
  const expected = {
    target: "B", aim: "low", by: "effort", kinds: ["administrative", "physical", "decree"], locked: ["IN02"],
    ceilings: { IN02: 3 }, efforts: { IN02: "lima", IN03: 12 },
  };
  assert.deepEqual((await newest(page)).plan, expected);
  await assertAccessible(page);

  await page.reload();
  await eventually(async () => assert.equal(await plan(page).innerText(), shown));
  await page.evaluate(() => (location.hash = "#/hasil"));
  await page.getByText("Sasaran Anda: B, mulai 78,00.").waitFor();
  assert.equal(await page.locator(".scoreboard .band .goal").count(), 1);
  const { json, text } = await downloaded(page, () => page.locator("#download").click());
  assert.deepEqual(json.plan, expected);

  const elsewhere = await (await context.browser().newContext({ locale: "id-ID" })).newPage();
  await elsewhere.goto(page.url().split("#")[0]);
  await elsewhere.getByLabel("Buka berkas").waitFor({ state: "attached" });
  await take(elsewhere, text);
  await to(elsewhere);
  await eventually(async () => assert.equal(await plan(elsewhere).innerText(), shown));
  await elsewhere.context().close();
});

scenario("what is out of reach says by how much and what stands in the way, and is reached again once that is free", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values[0], { plan: { target: "A", locked: ["PR08", "IN01"] } }));
  await to(page);
  await plan(page).getByText(/Belum terjangkau: .* masih kurang \d+,\d\d poin\./).waitFor();
  await plan(page).getByRole("heading", { name: "Yang menghalangi" }).waitFor();
  await plan(page).getByText(/ditentukan pengguna, data pusat, atau pemerintah daerah/).first().waitFor();
  await assertAccessible(page);
  await page.getByRole("combobox", { name: "Kategori yang dituju" }).selectOption("");
  await eventually(async () => assert.ok((await names(page)).length > 0));
  assert.ok(await fits(page));
  assert.ok((await names(page)).every((name) => !/PR08|IN01|OU0/.test(name)));
});

scenario("what only adds to the score says so, and nothing is printed of an exercise", async ({ page, open }) => {
  // As little as leads to A, with what is only on paper.
  const paper = ["PR08", "PR09"];
  const document = filled(OMBUDSMAN.id, (values) => values.at(-1), { practice: true });
  const ids = Object.keys(document.answers).filter((id) => !paper.includes(id));
  for (const id of ids) {
    const held = document.answers[id];
    document.answers[id] = { ...held, ...("level" in held ? { level: held.level - 1 } : { value: held.value - 1 }) };
    if (number(point(OMBUDSMAN, document.answers)) < 88) document.answers[id] = held;
  }
  for (const id of paper) document.answers[id] = { level: OMBUDSMAN.scales[0].levels[0].value };
  document.plan = { target: "A", locked: ids };
  await open();
  await take(page, document);
  await to(page);
  await eventually(async () => assert.match(await plan(page).getByRole("status").innerText(), /indikator, upaya/));
  assert.ok((await names(page)).every((name) => paper.includes(name.slice(0, 4))));
  await plan(page).getByText("Menambah nilai, belum tentu dirasakan pengguna.").first().waitFor();
  await page.getByText("Ini latihan, bukan penilaian kantor mana pun.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Cetak rencana" }).count(), 0);
});

for (const id of ["pekppp-2023-luring", "sakip-2021"]) {
  scenario(`a blank form of ${id} has a plan for its low end, worked out without freezing the page`, async ({ page, open }) => {
    await open();
    await take(page, filled(id, () => undefined, { plan: { aim: "low" } }));
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: "longtask" });
    });
    await to(page);
    await eventually(async () => assert.ok((await names(page)).length > 0), { within: 15_000 });
    await page.getByText("Belum seluruhnya diisi; yang kosong dihitung pada tingkat terendah.").first().waitFor();
    assert.ok((await page.evaluate(() => globalThis.longest)) < 1_000, "no task of the page takes long");
  });
}

/** An instrument larger than any that ships: as many dimensions of twenty indicators each, all weights open. */
function large(dimensions) {
  const shipped = instrument("pekppp-2023-luring");
  const [model] = shipped.dimensions.flatMap(({ indicators }) => indicators).filter(({ scale }) => shipped.scales.find(({ id }) => id === scale).levels);
  const { components, walk, ...plain } = model;
  const made = (at) => ({
    ...shipped.dimensions[0],
    id: `d${at}`,
    name: `Aspek ${at}`,
    indicators: Array.from({ length: 20 }, (_, own) => ({ ...plain, id: `I${at}-${own}`, name: `Indikator ${at}.${own}`, weight: { basis: "unpublished" } })),
  });
  return {
    ...shipped,
    id: "instrumen-besar",
    shortName: "Instrumen besar",
    subtotals: undefined,
    maps: undefined,
    dimensions: Array.from({ length: dimensions }, (_, at) => ({ ...made(at), weight: { basis: "unpublished" } })),
  };
}

scenario("a search over more than a hundred indicators leaves the page at hand and can be ended, and says what is not proved", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  const rubric = large(12);
  await choose(page, rubric);
  await page.getByText(`Instrumen ${rubric.shortName} tersimpan di perangkat ini`).waitFor();
  await begin(page, rubric.shortName);
  await saved(page);
  await to(page);
  await page.getByRole("combobox", { name: "Kategori yang dituju" }).selectOption("C");
  await page.getByRole("combobox", { name: "Yang harus sampai di sana" }).selectOption("low");
  const end = page.getByRole("button", { name: "Cukup, tampilkan yang sudah ditemukan" });
  await end.press("Enter");
  await eventually(async () => assert.match(await plan(page).getByRole("status").innerText(), /Belum terbukti terpendek: mungkin ada rencana dengan \d+ indikator lebih sedikit\./));
  assert.equal(await end.count(), 0);
  assert.ok((await names(page)).length > 0, "the best so far is shown");
});
