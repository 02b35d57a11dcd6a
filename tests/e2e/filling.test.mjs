/** Pengisian as a place to work: what is in sight, what stays in reach, where one comes back to. */

import assert from "node:assert/strict";

import { VIEWPORTS, booted, scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, card, eventually, filled, indicators, instrument, level, press, saved, scoreboard, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const PEKPPP = instrument("pekppp-2023-luring");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const OPINI = instrument("ombudsman-opini-2025");
const bar = (page) => page.getByRole("button", { name: /^Rincian perkiraan nilai/ });

for (const rubric of [SAKIP, PEKPPP, OMBUDSMAN]) {
  scenario(`the first question of ${rubric.id} stands on the first screen of a phone`, { viewport: "phone" }, async ({ page, open }) => {
    await open();
    await begin(page, rubric.shortName);
    await page.evaluate(() => scrollTo(0, 0));
    const [first] = indicators(rubric);
    const question = await page.getByRole("heading", { level: 3, name: first.question }).boundingBox();
    const foot = await bar(page).boundingBox();
    assert.ok(question.y + question.height < foot.y, `${question.y + question.height} above ${foot.y}`);
  });
}

/** What the bar at the foot says, and whether all of it is seen. */
async function shown(page) {
  const said = bar(page).locator(".bar-standing");
  const whole = await said.evaluate((one) => one.scrollWidth <= one.clientWidth && one.getBoundingClientRect().right <= innerWidth);
  assert.equal(whole, true, "nothing is cut");
  return (await said.textContent()).replace(/\s+/g, " ").trim();
}

scenario("the bar at the foot says the range and the letters, and what they hold under", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  assert.equal(await shown(page), "0 dari 12 terisi");
  await press(level(page, SAKIP, "1a", 6));
  await eventually(async () => assert.equal(await shown(page), "antara D dan AA"));
  assert.equal((await bar(page).locator(".bar-score").textContent()).trim(), (await scoreboard(page)).full);
  await press(card(page, "1a").getByRole("checkbox", { name: "Nilai asumsi (bukan data resmi)" }));
  await eventually(async () => assert.equal(await shown(page), "antara D dan AA bila 1 asumsi benar"));
});

scenario("a zone in the bar never stands without its condition", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values.at(-1)));
  assert.equal(await shown(page), "zona hijau bila 6 asumsi benar");
  await page.getByText("Menurut jawaban Anda sendiri. 0 dari 38 didukung bukti; 6 asumsi.").first().waitFor({ state: "attached" });
});

scenario("a copied year shows how much is to be confirmed instead of its category", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  assert.equal(await shown(page), "predikat A");
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Salin untuk tahun baru/ }).click();
  await page.getByText("belum dikonfirmasi", { exact: true }).first().waitFor();
  assert.equal(await shown(page), "12 belum dikonfirmasi");
  assert.match((await scoreboard(page)).standing, /, bila 12 jawaban lama benar$/);
});

scenario("draft weights never show a point loud", async ({ page, open }) => {
  await open();
  await take(page, filled(OPINI.id, (values) => values.at(-1)));
  assert.match((await scoreboard(page)).loud, / – /);
});

for (const viewport of Object.keys(VIEWPORTS)) {
  scenario(`undo stays in sight on a ${viewport} screen, however far one has scrolled`, { viewport }, async ({ page, open }) => {
    await open();
    await begin(page, SAKIP.shortName);
    await press(level(page, SAKIP, "1c", 3));
    const undo = page.getByRole("button", { name: "Urungkan" });
    await eventually(async () => assert.equal(await undo.isEnabled(), true));
    const { y, height } = await undo.boundingBox();
    assert.ok(y >= 0 && y + height <= VIEWPORTS[viewport].height, `${y}`);
    await undo.click();
    await page.getByText("Diurungkan: jawaban 1c kembali ke belum diisi.").waitFor();
  });
}

scenario("an undone answer is named by its letter", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await press(level(page, SAKIP, "1a", 6));
  await page.getByRole("button", { name: "Urungkan" }).click();
  await page.getByText("Diurungkan: jawaban 1a kembali ke BB.").waitFor();
});

scenario("Pengisian comes back to the dimension it was left at, after a reload too", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await page.getByRole("link", { name: /^Pelaporan Kinerja/ }).click();
  const there = page.getByRole("heading", { level: 1, name: "Pelaporan Kinerja" });
  await there.waitFor();
  await saved(page);
  await view(page, "Hasil");
  await view(page, "Pengisian");
  await there.waitFor();
  await view(page, "Beranda");
  await page.waitForLoadState("networkidle");
  await page.reload();
  await booted(page);
  await page.getByRole("button", { name: /^Lanjutkan/ }).click();
  await there.waitFor();
  await view(page, "Beranda");
  await page.getByRole("link", { name: `Mulai ${PEKPPP.shortName}`, exact: true }).click();
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByRole("heading", { level: 1, name: PEKPPP.dimensions[0].name }).waitFor();
});

scenario("the list of aspects names them without a share that is not of the index", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await begin(page, instrument("pekppp-2023-luring").shortName);
  const names = await page.getByRole("navigation", { name: "Aspek" }).getByRole("link").allTextContents();
  assert.equal(names.length, 7);
  assert.deepEqual(names.filter((name) => name.includes("%")), []);
});

scenario("the fields for those who are asked are told apart by number", async ({ page, open }) => {
  await open();
  await begin(page, instrument("ombudsman-kepatuhan-2023").shortName);
  await page.getByRole("button", { name: "Isi per petugas pelaksana (4)" }).click();
  for (const at of [1, 2, 3, 4]) await page.getByRole("textbox", { name: `Petugas pelaksana ${at}`, exact: true }).waitFor();
});

scenario("the states of documents are as easy to hit as anything else", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await begin(page, instrument("sakip-2021").shortName);
  const { height } = await page.getByRole("combobox").first().boundingBox();
  assert.ok(height >= 44, `${height} px`);
  await view(page, "Tentang");
  const link = await page.getByRole("link", { name: "Lihat semua lisensi" }).boundingBox();
  assert.ok(link.height >= 44, `${link.height} px`);
});

scenario("what is tidak relevan asks for its reason and nothing else", async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", () => undefined, { unit: { name: "Dinas Uji", kind: "Dinas kependudukan dan pencatatan sipil" } }));
  await page.getByRole("link", { name: /^Output/ }).click();
  const six = card(page, "OU06");
  await six.getByText("Biasanya hanya bagi unit urusan pendidikan, kesehatan,").waitFor();
  await six.getByRole("button", { name: "Pilih tidak relevan" }).click();
  const reason = six.getByRole("textbox", { name: "Alasan tidak relevan" });
  assert.match(await reason.inputValue(), /^Unit ini tidak menangani urusan pendidikan/);
  for (const gone of ["Nilai", "Dasar asumsi"]) assert.equal(await six.getByRole("textbox", { name: gone, exact: true }).count(), 0, gone);
  assert.equal(await six.getByRole("combobox").count(), 0, "no evidence");
  await page.getByRole("button", { name: "Urungkan" }).click();
  await six.getByRole("textbox", { name: "Nilai", exact: true }).waitFor();
});

scenario("a score on another scale is told how to be turned", async ({ page, open }) => {
  await open();
  await begin(page, PEKPPP.shortName);
  await page.getByRole("link", { name: /^Survei Pengguna/ }).click();
  await card(page, "F03").getByRole("textbox", { name: "Nilai", exact: true }).fill("88,5");
  await card(page, "F03").getByText("Bila angka Anda berskala 0–100: 88,5 menjadi 4,425.").waitFor();
});

for (const [device, options] of [["phone", { viewport: "phone" }], ["laptop", {}], ["slow phone", { viewport: "phone", slow: true }]]) {
  scenario(`who loads the page anew is back at the question answered last, and the next press of Tab stays there (${device})`, options, async ({ page, open }) => {
    await open();
    await take(page, filled(OMBUDSMAN.id, () => undefined));
    const ids = OMBUDSMAN.dimensions[0].indicators.map(({ id }) => id);
    await press(level(page, OMBUDSMAN, ids[6], 2));
    await saved(page);
    const back = (id) => eventually(async () => {
      assert.equal(await page.evaluate(() => document.activeElement?.id), `q-${id}`);
      const { top, bottom, room } = await page.evaluate(() => ({ ...document.activeElement.getBoundingClientRect().toJSON(), room: innerHeight }));
      assert.ok(top >= 0 && bottom <= room, `${top} to ${bottom} of ${room}`);
    });
    await page.reload();
    await booted(page);
    await back(ids[6]);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("article")?.id), `card-${ids[6]}`);
    // In a dimension where nothing was answered since it was opened: the first one open behind answered ones.
    await page.evaluate((id) => (location.hash = `#/isi/${id}`), OMBUDSMAN.dimensions[1].id);
    const next = OMBUDSMAN.dimensions[1].indicators.map(({ id }) => id);
    await card(page, next[0]).waitFor();
    await page.reload();
    await booted(page);
    await card(page, next[0]).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "a blank one begins at its top");
    await press(level(page, OMBUDSMAN, next[0], 1));
    await press(level(page, OMBUDSMAN, next[1], 1));
    await saved(page);
    await page.evaluate((id) => (location.hash = `#/isi/${id}`), OMBUDSMAN.dimensions[0].id);
    await card(page, ids[0]).waitFor();
    await page.evaluate((id) => (location.hash = `#/isi/${id}`), OMBUDSMAN.dimensions[1].id);
    await card(page, next[0]).waitFor();
    await page.reload();
    await back(next[2]);
  });
}
