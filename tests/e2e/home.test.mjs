/** Beranda: what is kept here at a glance, and each way in. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, choose, eventually, filled, instrument, kept, level, press, saved, scoreboard, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const titles = (page) => page.getByRole("listitem").getByRole("heading", { level: 2 }).allTextContents();

scenario("the list says of each assessment what Pengisian says", async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values, at) => (at % 3 === 0 ? undefined : values.at(-1))));
  await saved(page);
  const { full, tally } = await scoreboard(page);
  const count = /\d+ dari \d+ terisi/.exec(tally)[0];
  await view(page, "Beranda");
  await page.getByRole("listitem").getByText(`${count} · ${full}`, { exact: true }).waitFor();
});

scenario("a blank assessment is listed as blank", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("listitem").getByText("belum ada yang terisi", { exact: true }).waitFor();
});

scenario("a copy and an example are told apart", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Gandakan PA Binjai/ }).click();
  await eventually(async () => assert.deepEqual((await titles(page)).map((title) => title.trim()).sort(), ["PA Binjai", "PA Binjai (salinan)"]));
  await page.getByRole("button", { name: `Lihat contoh ${OMBUDSMAN.shortName}` }).click();
  await page.getByRole("region", { name: "Penilaian yang dibuka" }).getByText("Contoh terisi").waitFor();
  await saved(page);
  await view(page, "Beranda");
  assert.equal(await page.getByRole("listitem").getByText("contoh", { exact: true }).count(), 1);
});

scenario("deleting is the last of an assessment's actions, and its way back survives a walk through the page", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await press(level(page, SAKIP, "1a", 2));
  await saved(page);
  await view(page, "Beranda");
  const names = await page.getByRole("listitem").getByRole("button").allInnerTexts();
  assert.match(names.at(-1), /^Hapus/);
  const before = await page.getByRole("listitem").getByText(/ terisi · /).innerText();
  await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
  await page.getByRole("status").getByText("Dapat dikembalikan selama halaman ini terbuka").waitFor();
  assert.deepEqual(Object.keys(await kept(page)).filter((key) => key.includes(":doc:")), []);
  await begin(page, OMBUDSMAN.shortName, "Dinas Lain");
  await saved(page);
  await view(page, "Beranda");
  await page.getByRole("button", { name: "Kembalikan" }).click();
  await eventually(async () => assert.equal((await titles(page)).length, 2));
  await page.getByRole("button", { name: /PA Binjai/ }).first().click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "85,40"));
  assert.match(before, /85,40$/);
});

for (const viewport of ["phone", "laptop"]) {
  scenario(`one long word nowhere widens the page on a ${viewport} screen`, { viewport }, async ({ page, open }) => {
    const word = "DINASKEPENDUDUKANDANPENCATATANSIPIL".repeat(2);
    await open();
    const document_ = filled("sakip-2021", (values) => ({ level: values[3], note: word, by: word, assumed: true, ground: word }), { unit: { name: word, pemda: word, kind: word }, [word]: 1 });
    const fits = async (where) => {
      const { width, wide } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth - innerWidth,
        wide: [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll, svg, .visually-hidden")).map((one) => `${one.tagName}.${one.className}`).slice(0, 5),
      }));
      assert.ok(width <= 0 && wide.length === 0, `${where}: ${width} px; ${wide.join(" ")}`);
    };
    await choose(page, document_, `${word}.json`);
    await page.getByRole("button", { name: "Ambil" }).waitFor();
    await fits("preview");
    await page.getByRole("button", { name: "Ambil" }).click();
    await saved(page);
    for (const name of ["Pengisian", "Cek", "Hasil", "Perbaikan", "Beranda"]) {
      await view(page, name);
      await fits(name);
    }
    await page.getByRole("button", { name: /^Hapus DINAS/ }).click();
    await page.getByRole("button", { name: "Kembalikan" }).waitFor();
    await fits("what was removed");
    await choose(page, "{", `${word}.json`);
    await page.getByRole("alert").waitFor();
    await fits("refusal");
  });
}

scenario("one of several pages in others says that its own data go, not the device's", async ({ page, open }) => {
  await page.addInitScript(() =>
    document.addEventListener("readystatechange", () => Object.assign(document.documentElement.dataset, { place: "", instance: "a" })),
  );
  await open();
  await take(page, binjai());
  await eventually(async () => assert.ok(Object.keys(await kept(page)).some((key) => key.startsWith("swanilai:1@a:doc:"))));
  await view(page, "Beranda");
  await page.getByRole("button", { name: "Hapus semua data di sisipan ini" }).click();
  await page.getByRole("alert").getByText("Semua penilaian dan instrumen sendiri di sisipan ini akan hilang").waitFor();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await page.getByRole("status").getByText("1 penilaian dihapus dari sisipan ini.").waitFor();
});

scenario("on a phone the first card is within two screens, and Komputer bersama before it", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  const top = async (locator) => (await locator.boundingBox()).y;
  const shared = await top(page.getByText(/^Komputer bersama/).first());
  const first = await top(page.getByRole("link", { name: `Mulai ${SAKIP.shortName}` }));
  assert.ok(shared < first, "Komputer bersama is asked before anything is begun");
  assert.ok(first < 2 * 800, `${first} px down`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 3_000, `${height} px high`);
  assert.equal(await page.getByText(/^Disusun dari sumber terbuka/).count(), 1, "the disclaimer is said once");
});

scenario("a refused file leaves another to be chosen by a button of ours", async ({ page, open }) => {
  await open();
  await choose(page, "{");
  const box = await page.locator("label", { hasText: "Pilih berkas lain" }).boundingBox();
  assert.ok(box.height >= 44);
  assert.equal(await page.locator("input[type=file]:not(.visually-hidden)").count(), 0);
  await page.getByLabel("Pilih berkas lain").setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(binjai())) });
  await page.getByRole("button", { name: "Ambil" }).waitFor();
});

scenario("in forced colours the main button's word can be read", { context: { forcedColors: "active" } }, async ({ page, open }) => {
  await open();
  const word = page.getByRole("button", { name: "Mulai penilaian baru" });
  const { adjusted, same } = await word.evaluate((button) => {
    const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(button);
    return { adjusted: forcedColorAdjust, same: color === backgroundColor };
  });
  assert.deepEqual({ adjusted, same }, { adjusted: "none", same: false });
});
