/** Asking and looking: what is ticked proposes a level, and nothing is taken over without a press. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { begin, card, eventually, indicators, instrument, newest, saved, take, view } from "./support/journey.mjs";

stageFile();

const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const PEKPPP = instrument("pekppp-2023-luring");
const COMPONENTS = indicators(OMBUDSMAN).find(({ id }) => id === "IN01").components.items;
const takeOver = (within) => within.getByRole("button", { name: /^Pakai jawaban ini/ });
const answers = async (page) => (await newest(page)).answers;

/** What must hold on every screen. */
async function sound(page) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "nobody has to scroll sideways");
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".check > label, .place, main .button")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map((one) => one.textContent),
  );
  assert.deepEqual(small, [], "all of it can be hit with a thumb");
  await assertAccessible(page);
}

/** An Ombudsman sheet with two officers and two products, asked and looked at one by one. */
function apart() {
  const respondents = [1, 2].map((at) => ({ id: `w${at}`, kind: "respondent", panel: "pelaksana", name: `Petugas ${at}` }));
  const products = [1, 2].map((at) => ({ id: `p${at}`, kind: "product", panel: "produk", name: `Layanan ${at}` }));
  return { format: "swanilai/assessment", formatVersion: "1.0", id: "uji-keliling", rubric: { id: OMBUDSMAN.id }, samples: [...respondents, ...products], answers: {} };
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`an interview is held by keyboard, question by question, and one press takes its level over (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, apart());
    await page.getByRole("link", { name: /^Simulasi wawancara/ }).first().press("Enter");
    await page.getByRole("heading", { level: 1, name: "Simulasi wawancara" }).waitFor();
    await page.getByText("Wawancara menguji pemahaman; jangan dihafal.", { exact: true }).waitFor();
    await page.getByText("Petugas 1 · pertanyaan 1 dari 6").waitFor();
    assert.equal(await takeOver(page).count(), 0, "nothing ticked points to nothing");
    for (const name of COMPONENTS.slice(0, 4)) await page.getByRole("checkbox", { name, exact: true }).press("Space");
    await page.getByText(/^Disebut 4 dari 14: mengarah ke “.*4 sampai 6 dari 14 komponen/).waitFor();
    await sound(page);
    await eventually(async () => assert.deepEqual((await answers(page)).IN01, { ticks: { w1: COMPONENTS.slice(0, 4) }, at: (await answers(page)).IN01.at }));
    await takeOver(page).press("Enter");
    await page.getByText("Sudah menjadi jawaban.").waitFor();
    await eventually(async () => assert.deepEqual((await answers(page)).IN01.samples, { w1: 2 }));
    await page.getByRole("link", { name: "Berikutnya" }).press("Enter");
    await page.getByText("Petugas 1 · pertanyaan 2 dari 6").waitFor();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "asked", "the eye is led to the question"));
    await page.getByRole("link", { name: "Petugas 2", exact: true }).press("Enter");
    await page.getByText("Petugas 2 · pertanyaan 1 dari 6").waitFor();
    assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0, "what another named is not theirs");
    await page.getByText("Jawaban sekarang: belum diisi").waitFor();
    await page.getByRole("link", { name: "Petugas 1", exact: true }).click();
    await saved(page);
    await page.reload();
    await page.getByText("Petugas 1 · pertanyaan 1 dari 6").waitFor();
    assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 4);
    await page.getByRole("link", { name: "Buka kartunya IN01" }).click();
    await card(page, "IN01").waitFor();
  });

  scenario(`a walk goes place by place and product by product, and proposes without setting (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, apart());
    if (viewport === "phone") await page.getByRole("link", { name: /^Proses/ }).click();
    await page.getByRole("link", { name: /^Keliling layanan/ }).first().click();
    const own = page.getByRole("region", { name: /^PR01 / });
    const tick = async (...names) => {
      for (const name of names) await own.getByRole("checkbox", { name, exact: true }).press("Space");
    };
    await tick("ada fisik");
    await own.getByText(/^Dari semua tempat, mengarah ke “2 · /).waitFor();
    await tick("isi sesuai SK", "terbaca");
    await own.getByText(/^Dari semua tempat, mengarah ke “3 · /).waitFor();
    await sound(page);
    await page.getByRole("link", { name: "Situs", exact: true }).press("Enter");
    await tick("ada elektronik", "isi sesuai SK", "terbaca");
    await own.getByText(/^Dari semua tempat, mengarah ke “4 · /).waitFor();
    await eventually(async () => assert.equal((await answers(page)).PR01.samples, undefined, "nothing is set in silence"));
    await takeOver(own).press("Enter");
    await eventually(async () => assert.deepEqual((await answers(page)).PR01.samples, { p1: 4 }));
    await page.getByRole("link", { name: "Layanan 2", exact: true }).press("Enter");
    await own.getByText("Jawaban sekarang: belum diisi").waitFor();
    assert.equal(await own.getByRole("checkbox", { checked: true }).count(), 0);
    await saved(page);
    await page.reload();
    await page.getByRole("link", { name: "Layanan 1", exact: true }).click();
    await eventually(async () => assert.equal(await own.getByRole("checkbox", { checked: true }).count(), 3));
    await page.getByRole("link", { name: "Sarana", exact: true }).click();
    await page.getByRole("region", { name: /^IN10 / }).getByRole("checkbox", { name: "CCTV" }).press("Space");
    await page.getByText(/^Terlihat 1 dari 10: mengarah ke /).waitFor();
    await sound(page);
  });
}

scenario("an instrument that only counts has one place, and one that asks nobody says so", async ({ page, open }) => {
  await open();
  await begin(page, PEKPPP.shortName);
  assert.equal(await page.getByRole("link", { name: /^Simulasi wawancara/ }).count(), 0);
  await page.getByRole("link", { name: /^Keliling layanan/ }).first().click();
  await page.getByRole("region", { name: /^A15 / }).getByRole("checkbox", { name: "Karcis parkir" }).check();
  await page.getByText(/^Terlihat 1 dari 6: mengarah ke /).waitFor();
  assert.equal(await page.getByRole("link", { name: "Loket" }).count(), 0);
  await page.evaluate(() => (location.hash = "#/wawancara"));
  await page.getByText("Instrumen ini tidak memuat pertanyaan wawancara.").waitFor();
  await view(page, "Pengisian");
});

scenario("a walk that another tab goes on with can only be read", async ({ page, open, context, origin }) => {
  await open();
  await take(page, apart());
  await page.getByRole("link", { name: /^Keliling layanan/ }).first().click();
  const own = page.getByRole("region", { name: /^PR01 / });
  await own.getByRole("checkbox", { name: "ada fisik" }).check();
  await takeOver(own).waitFor();
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/keliling`);
  await other.getByRole("region", { name: /^PR02 / }).getByRole("checkbox", { name: "terbaca" }).check();
  await page.getByRole("alert").getByText("di tab lain").waitFor();
  assert.equal(await own.getByRole("checkbox", { name: "ada fisik" }).isDisabled(), true);
  assert.equal(await takeOver(own).count(), 0);
});
