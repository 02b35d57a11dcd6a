/** Coming and going: slow networks, reloads while typing, Back and Forward, addresses nobody made. */

import assert from "node:assert/strict";

import { booted, scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, card, choose, eventually, filled, instrument, kept, level, newest, press, saved, scoreboard, slots, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const note = async (page, id) => {
  await card(page, id).getByText(`Catatan ${id}`).click();
  return card(page, id).getByRole("textbox", { name: "Catatan untuk rekan satu kantor" });
};

/** Holds every request for such a path until it is let go. */
async function held(context, pattern) {
  let release = () => {};
  const free = new Promise((resolve) => (release = resolve));
  await context.route(pattern, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

scenario("what comes late does not take the place of what is being typed", async ({ page, open, context }) => {
  await open();
  await begin(page, SAKIP.shortName, "Dinas Mengetik");
  await saved(page);
  await view(page, "Beranda");
  const release = await held(context, /ombudsman-kepatuhan-2023/);
  await page.getByRole("button", { name: `Lihat contoh ${OMBUDSMAN.shortName}` }).click();
  await page.getByRole("button", { name: /^Lanjutkan Dinas Mengetik/ }).click();
  await (await note(page, "1a")).pressSequentially("rapat hari Senin");
  release();
  await page.waitForTimeout(600);
  await page.getByText("Dinas Mengetik").first().waitFor();
  assert.equal((await newest(page)).answers["1a"].note, "rapat hari Senin");
  assert.equal((await slots(page)).every(({ document }) => document.rubric.id === "sakip-2021"), true);
});

scenario("of two that were asked for, the later is opened however slow the earlier is", async ({ page, open, context }) => {
  await open();
  await take(page, binjai());
  await view(page, "Beranda");
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values[0]));
  await saved(page);
  const release = await held(context, /ombudsman-kepatuhan-2023/);
  await page.goto("about:blank");
  await open("/#/");
  await page.getByRole("button", { name: /^(Lanjutkan|Buka) Dinas Uji/ }).click();
  await page.getByRole("button", { name: /^(Lanjutkan|Buka) PA Binjai/ }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  release();
  await page.waitForTimeout(600);
  assert.equal((await scoreboard(page)).point, "87,80");
});

scenario("who types without a pause is saved all the same", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  const box = await note(page, "1a");
  await saved(page);
  const typing = box.pressSequentially("x".repeat(40), { delay: 60 });
  await eventually(async () => assert.match((await newest(page)).answers["1a"]?.note ?? "", /^x{3,20}$/), { within: 2_000 });
  await typing;
});

scenario("a reload while typing keeps the last letter", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await (await note(page, "1b")).pressSequentially("di lemari dua");
  await page.reload();
  await booted(page);
  await eventually(async () => assert.equal((await newest(page)).answers["1b"].note, "di lemari dua"));
});

scenario("every view comes back after a reload, and Back and Forward go through all of them", async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  const views = [["Cek", "Cek kelengkapan"], ["Hasil", "Hasil"], ["Pengisian", "Perencanaan Kinerja"], ["Tentang", "Tentang dan sumber"], ["Beranda", "Penilaian di perangkat ini"]];
  for (const [name, title] of views) {
    await view(page, name);
    await heading(page, title).waitFor();
    await page.reload();
    await heading(page, title).waitFor();
  }
  for (const [, title] of views.slice(0, -1).reverse()) {
    await page.goBack();
    await heading(page, title).waitFor();
  }
  for (const [, title] of views.slice(1)) {
    await page.goForward();
    await heading(page, title).waitFor();
  }
  await page.getByRole("button", { name: /^Lanjutkan PA Binjai/ }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
});

/** Addresses that no link of ours makes, and the view they lead to. */
const ODD = [
  ["#/isi/%00", "Perencanaan Kinerja"],
  ["#/isi/%E0%A4%A/zz", "Perencanaan Kinerja"],
  ["#/isi/<img src=x onerror=alert(1)>", "Perencanaan Kinerja"],
  ["#/isi/2/tidak-ada", "Pengukuran Kinerja"],
  [`#/${"a".repeat(100_000)}`, "Penilaian di perangkat ini"],
  [`#/isi/${"a".repeat(100_000)}`, "Penilaian di perangkat ini"],
  ["#/mulai/__proto__", "Penilaian di perangkat ini"],
  ["#/mulai/", "Penilaian di perangkat ini"],
  ["#/formulir/tidak-ada", "Penilaian di perangkat ini"],
  ["#/mulai/ombudsman-kepatuhan-2022", "Tentang dan sumber"],
  ["#/formulir/ombudsman-kepatuhan-2021", "Tentang dan sumber"],
  ["#/tentang/tidak-ada", "Tentang dan sumber"],
  ["#//", "Penilaian di perangkat ini"],
  ["#/hasil?x=1", "Penilaian di perangkat ini"],
];

scenario("an address nobody made leads to a view with a heading, never to a blank page", async ({ page, open, origin }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  const before = await slots(page);
  for (const [hash, title] of ODD) {
    await page.evaluate((to) => (location.hash = to), hash);
    await heading(page, title).waitFor({ timeout: 3_000 }).catch(() => assert.fail(`going to ${hash.slice(0, 60)}`));
    await page.goto("about:blank");
    await page.goto(`${origin}/${hash}`);
    await heading(page, title).waitFor({ timeout: 3_000 }).catch(() => assert.fail(`beginning at ${hash.slice(0, 60)}`));
    assert.equal(await page.locator("#panic").isHidden(), true);
  }
  assert.deepEqual(await slots(page), before);
});

scenario("an instrument that cannot be had is told, on a page that is there", async ({ page, open, context, allow, origin }) => {
  allow("request", /rubrics/);
  allow("console", /Failed to load resource/);
  await open();
  await take(page, binjai());
  await saved(page);
  await context.route("**/rubrics/**", (route) => route.abort());
  for (const hash of ["#/isi", "#/mulai/sakip-2021", "#/formulir/sakip-2021"]) {
    await page.goto("about:blank");
    await page.goto(`${origin}/${hash}`);
    await heading(page, "Penilaian di perangkat ini").waitFor();
    await page.getByRole("status").getByText("Instrumen sakip-2021 tidak dapat dimuat.").waitFor();
  }
  await page.getByRole("button", { name: /^Lanjutkan PA Binjai/ }).click();
  await page.getByRole("status").getByText("Instrumen sakip-2021 tidak dapat dimuat.").waitFor();
  await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
  await page.getByRole("button", { name: "Kembalikan" }).click();
  await page.getByRole("heading", { level: 2, name: /^PA Binjai/ }).waitFor();
});

scenario("an assessment with an instrument of its own is brought back whole", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), rubric: { id: "lke-daerah" }, rubricCopy: { ...SAKIP, id: "lke-daerah" } });
  await saved(page);
  await page.reload();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
  assert.deepEqual(await slots(page), []);
  await page.getByRole("button", { name: "Kembalikan" }).click();
  await page.getByRole("button", { name: /^Lanjutkan PA Binjai/ }).click();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
});

scenario("a file with the id of an open assessment but another instrument is added beside it", async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName, "Dinas Pertama");
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  const { id } = await newest(page);
  await view(page, "Beranda");
  await choose(page, filled("ombudsman-kepatuhan-2023", (values) => values[0], { id }));
  await page.getByText("Penilaian ini belum ada di perangkat ini dan akan ditambahkan.").waitFor();
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Urungkan" }).isDisabled(), true);
  await saved(page);
  const now = await newest(page);
  assert.notEqual(now.id, id);
  assert.equal(now.rubric.id, "ombudsman-kepatuhan-2023");
  const first = (await slots(page)).filter(({ document }) => document.id === id);
  assert.deepEqual([...new Set(first.map(({ document }) => document.rubric.id))], ["sakip-2021"]);
});

scenario("a file that would grow past the limit says so, and is never kept in a form that cannot be read", async ({ page, open }) => {
  const large = { ...binjai(), padding: "" };
  large.padding = "z".repeat(1024 * 1024 - JSON.stringify(large).length);
  await open();
  await choose(page, JSON.stringify(large));
  await page.getByText("Isi berkas ini hampir 1 MiB.").waitFor();
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("alert").getByText("Isi penilaian ini lebih dari 1 MiB.").waitFor();
  assert.deepEqual(await kept(page), {});
  await page.reload();
  await heading(page, "Perkirakan nilai").waitFor();
});

scenario("a file just within the limit is kept and read again", async ({ page, open }) => {
  const large = { ...binjai(), padding: "" };
  large.padding = "z".repeat(1024 * 1024 - 8_000 - JSON.stringify(large).length);
  await open();
  await choose(page, JSON.stringify(large));
  await heading(page, "Periksa sebelum mengambil").waitFor();
  assert.equal(await page.getByText("Isi berkas ini hampir 1 MiB.").count(), 0);
  await page.getByRole("button", { name: "Ambil" }).click();
  await saved(page);
  await page.reload();
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
  await view(page, "Beranda");
  await page.getByRole("button", { name: /^Gandakan PA Binjai/ }).click();
  await page.getByRole("heading", { level: 2, name: "PA Binjai (salinan)" }).waitFor();
});

scenario("a tab whose assessment another tab removed waits for a word before it writes", async ({ page, open, context, origin }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  const other = await context.newPage();
  await other.goto(origin);
  await other.getByRole("button", { name: /^Hapus Dinas Uji/ }).click();
  await page.getByRole("alert").getByText("di tab lain").waitFor();
  assert.deepEqual(await slots(page), []);
  await page.getByRole("button", { name: "Lanjutkan di tab ini" }).click();
  await saved(page);
  assert.equal((await newest(page)).answers["1a"].level, 80);
});
