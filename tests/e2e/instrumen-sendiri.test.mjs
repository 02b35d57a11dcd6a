/** Instrumen sendiri: a rubric file is opened, kept here, used like a shipped one, and travels with its answers. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { begin, card, choose, downloaded, eventually, instrument, kept, level, press, saved, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OWN = { ...SAKIP, id: "lke-daerah", shortName: "LKE Daerah", name: "Lembar kerja evaluasi daerah" };
const own = (page) => page.getByRole("region", { name: "Instrumen sendiri" });
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Opens an instrument's file on Beranda, until it is listed. */
async function keep(page, rubric = OWN) {
  await choose(page, rubric);
  await page.getByText(`Instrumen ${rubric.shortName} tersimpan di perangkat ini`).waitFor();
  await own(page).getByRole("heading", { name: rubric.shortName }).waitFor();
}

for (const viewport of ["phone", "laptop"]) {
  scenario(`an instrument of one's own is opened, kept, filled in and travels with its answers (${viewport})`, { viewport }, async ({ page, open, context }) => {
    await open();
    await keep(page);
    assert.ok(await fits(page), "nothing runs out of the page sideways");
    await assertAccessible(page);
    assert.ok(Object.keys(await kept(page)).includes("swanilai:1:rubric:lke-daerah"));
    await page.reload();
    await begin(page, OWN.shortName);
    await press(level(page, OWN, "1a", 6));
    await saved(page);
    const { json } = await downloaded(page, async () => {
      await view(page, "Hasil");
      await page.locator("#download").click();
    });
    assert.equal(json.rubric.id, "lke-daerah");
    assert.deepEqual(json.rubricCopy, OWN, "the copy is the file, member for member");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Hasil" }).waitFor();
    await view(page, "Beranda");
    await page.getByRole("button", { name: /^Salin untuk tahun baru/ }).press("Enter");
    await page.getByText("belum dikonfirmasi", { exact: true }).first().waitFor();
    await saved(page);
    await page.reload();
    await card(page, "1a").waitFor();
    const elsewhere = await context.browser().newContext();
    const other = await elsewhere.newPage();
    await other.goto(page.url().split("#")[0]);
    await take(other, json);
    await card(other, "1a").waitFor();
    await elsewhere.close();
  });
}

scenario("removing asks first, says what uses it, and leaves what was made with it", async ({ page, open }) => {
  await open();
  await keep(page);
  await begin(page, OWN.shortName);
  await press(level(page, OWN, "1a", 2));
  await saved(page);
  await view(page, "Beranda");
  await own(page).locator("summary", { hasText: "Hapus" }).press("Enter");
  await own(page).getByText("1 penilaian di perangkat ini memakainya").waitFor();
  await own(page).getByRole("button", { name: "Hapus instrumen LKE Daerah" }).press("Enter");
  await eventually(async () => assert.equal(await own(page).count(), 0));
  assert.ok(!Object.keys(await kept(page)).some((key) => key.includes(":rubric:")));
  await page.getByRole("button", { name: /^Lanjutkan/ }).click();
  await card(page, "1a").waitFor();
});

scenario("everything removed from the device takes instruments along", async ({ page, open }) => {
  await open();
  await keep(page);
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await eventually(async () => assert.deepEqual(Object.keys(await kept(page)).filter((key) => key.startsWith("swanilai:") && key.includes("rubric")), []));
  await eventually(async () => assert.equal(await own(page).count(), 0));
});

scenario("a shared computer keeps none of it, and gives it back to the device when it is no longer shared", async ({ page, open }) => {
  await open();
  await keep(page);
  const there = async () => Object.keys(await kept(page)).includes("swanilai:1:rubric:lke-daerah");
  await page.getByRole("checkbox", { name: /^Komputer bersama/ }).click();
  await page.getByRole("button", { name: "Hapus dan nyalakan" }).click();
  await eventually(async () => assert.equal(await there(), false));
  await own(page).getByRole("heading", { name: OWN.shortName }).waitFor();
  await page.getByRole("checkbox", { name: /^Komputer bersama/ }).click();
  await eventually(async () => assert.equal(await there(), true));
});

scenario("where nothing can be kept, the page says so and uses it all the same", { blockedStorage: true }, async ({ page, open }) => {
  await open();
  await choose(page, OWN);
  await page.getByText("Instrumen LKE Daerah ada selama halaman ini terbuka").waitFor();
  await begin(page, OWN.shortName);
  await card(page, "1a").waitFor();
});

scenario("a file with faults is refused with every one of them, and one under a shipped id says how to go on", async ({ page, open }) => {
  await open();
  const faulty = structuredClone(OWN);
  faulty.dimensions[0].weight.value += 1;
  faulty.categories.items[0].bound = 400;
  faulty.dimensions[1].id = "a/b";
  await choose(page, faulty);
  const list = page.locator("#problems li");
  await eventually(async () => assert.ok((await list.count()) >= 3, `${await list.count()} problems`));
  await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
  await choose(page, SAKIP);
  await page.getByText("Kode “sakip-2021” sudah dipakai instrumen bawaan").waitFor();
  await page.getByRole("button", { name: "Kembali ke Beranda" }).click();
  for (const id of ["__proto__", "constructor"]) await keep(page, { ...OWN, id, shortName: `Uji ${id.replaceAll("_", "")}` });
  await begin(page, "Uji proto");
  await card(page, "1a").waitFor();
  assert.equal(await page.evaluate(() => ({}).name), undefined);
});

scenario("texts of an instrument stay texts: nothing in them runs or is fetched", async ({ page, open }) => {
  await open();
  const markup = '<img src=x onerror="globalThis.ran=1"><a href="javascript:globalThis.ran=1">x</a>';
  const hostile = { ...OWN, name: markup, use: markup, known: [markup] };
  hostile.sources = OWN.sources.map((source) => ({ ...source, title: markup, address: "javascript:globalThis.ran=1" }));
  await keep(page, hostile);
  await page.evaluate(() => (location.hash = "#/tentang/lke-daerah"));
  await page.getByRole("heading", { level: 3, name: "<img" }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.equal(await page.locator('a[href^="javascript"], img').count(), 0);
});

scenario("a shipped instrument is saved as a file to start from", async ({ page, open }) => {
  await open();
  await page.evaluate(() => (location.hash = "#/tentang/sakip-2021"));
  const { json, name } = await downloaded(page, () => page.getByRole("button", { name: "Simpan sebagai berkas instrumen" }).press("Enter"));
  assert.deepEqual(json, SAKIP);
  assert.equal(name, "instrumen_sakip-2021.json");
});

scenario("a file with the id of one that is kept asks with both versions before it replaces", async ({ page, open }) => {
  await open();
  await keep(page);
  const newer = { ...OWN, shortName: "LKE Daerah baru", version: "2.0.0" };
  const notice = page.locator("#notice");
  const version = async () => JSON.parse((await kept(page))["swanilai:1:rubric:lke-daerah"]).version;
  await choose(page, newer);
  await notice.getByText(`Di perangkat ini sudah ada LKE Daerah versi ${OWN.version} dengan id yang sama. Ganti dengan LKE Daerah baru versi 2.0.0`).waitFor();
  await assertAccessible(page);
  await notice.getByRole("button", { name: "Batal" }).click();
  assert.equal(await version(), OWN.version);
  await choose(page, newer);
  await notice.getByRole("button", { name: "Ganti instrumen" }).click();
  await own(page).getByRole("heading", { name: "LKE Daerah baru" }).waitFor();
  assert.equal(await version(), "2.0.0");
  await choose(page, newer);
  await page.getByText("Instrumen LKE Daerah baru tersimpan di perangkat ini").waitFor();
});

scenario("one that can no longer be read is named, and can be downloaded and removed", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await page.evaluate(() => (localStorage["swanilai:1:rubric:lke-lama"] = "{rusak"));
  await page.reload();
  await own(page).getByRole("heading", { name: "lke-lama" }).waitFor();
  await own(page).getByText("tidak dapat dibaca").waitFor();
  await assertAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), own(page).getByRole("button", { name: "Unduh lke-lama" }).click()]);
  assert.equal(readFileSync(await download.path(), "utf8"), "{rusak");
  await own(page).locator("summary", { hasText: "Hapus" }).press("Enter");
  await own(page).getByRole("button", { name: "Hapus instrumen lke-lama" }).press("Enter");
  await eventually(async () => assert.equal(await own(page).count(), 0));
  assert.equal((await kept(page))["swanilai:1:rubric:lke-lama"], undefined);
});

scenario("at the foot, an instrument of one's own comes from its file and not from open sources", async ({ page, open }) => {
  await open();
  await keep(page);
  const foot = page.getByRole("contentinfo");
  await foot.getByText("Disusun dari sumber terbuka").waitFor();
  await begin(page, OWN.shortName);
  await foot.getByText("Instrumennya berasal dari berkas, bukan dari Swanilai.").waitFor();
  assert.equal(await foot.getByText("Disusun dari sumber terbuka").count(), 0);
});
