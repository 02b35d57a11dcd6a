/** Documents: dates, fingerprints and what they support; grades held against their criteria and against each other. */

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, card, downloaded, eventually, filled, indicators, instrument, kept, newest, saved, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const IN07 = indicators(OMBUDSMAN).find(({ id }) => id === "IN07");
const score = (number) => number.toFixed(2).replace(".", ",");

/** Every answer the best there is; only one has documents, all of them in order but for a date long past. */
function expired() {
  const document = filled("ombudsman-kepatuhan-2023", (values) => values.at(-1));
  document.answers.IN07.evidence = undefined;
  document.answers.IN07 = { level: 4, evidence: IN07.evidence.map((asked, at) => ({ asked, state: "good", validUntil: at === 0 ? "31-12-2020" : "" })) };
  return document;
}

/** What the scoreboard says of evidence. */
const supported = (page) =>
  page.getByRole("region", { name: "Perkiraan nilai" }).getByText(/^Didukung bukti: /).textContent();

const list = (page, title) => page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const viewport of ["phone", "laptop"]) {
  scenario(`an expired document is flagged, listed and supports nothing until its date is put right (${viewport})`, { viewport }, async ({ page, open }) => {
    await open();
    await take(page, expired());
    const own = card(page, "IN07");
    await own.getByText("Bukti dukung 2 dari 3").waitFor();
    assert.equal(await own.getByText("kedaluwarsa", { exact: true }).count(), 1);
    await assertAccessible(page);
    await view(page, "Cek");
    await list(page, "Bukti kedaluwarsa atau tanggalnya tidak terbaca 1").getByRole("link", { name: /^IN07 / }).press("Enter");
    await own.getByText("Rincian dokumen").first().press("Enter");
    const until = own.getByRole("textbox", { name: "Berlaku sampai" }).first();
    await until.fill("31 Desember");
    await own.getByText(/Tulis tanggal lengkap seperti 31-12-2026/).waitFor();
    await own.getByText("Bukti dukung 2 dari 3").waitFor();
    assert.equal(await own.getByText("masa berlaku tidak terbaca", { exact: true }).count(), 1);
    assert.equal(await until.inputValue(), "31 Desember", "what was typed stays");
    await until.fill("31 Desember 2099");
    await own.getByText("Bukti dukung 3 dari 3").waitFor();
    assert.equal(await own.getByText("kedaluwarsa", { exact: true }).count(), 0);
    assert.ok(await fits(page), "nobody has to scroll sideways");
    await assertAccessible(page);
    await saved(page);
    await page.reload();
    await own.getByText("Bukti dukung 3 dari 3").waitFor();
    const after = await supported(page);
    await own.getByText("Rincian dokumen").first().press("Enter");
    await until.fill("1/1/2021");
    await eventually(async () => assert.notEqual(await supported(page), after, "the score follows the date"));
    assert.match(await supported(page), /^Didukung bukti: 0,00 \(0 dari 38 indikator\)$/);
  });
}

scenario("the score that evidence supports is the same on the page, on paper and in the file", async ({ page, open }) => {
  await open();
  const document = expired();
  document.answers.IN07.evidence[0].validUntil = "2099-12-31";
  document.updatedAt = "2026-11-22T10:00:00+07:00";
  await take(page, document);
  await view(page, "Hasil");
  const shown = await supported(page);
  const { json } = await downloaded(page, () => page.locator("#download").click());
  assert.ok(json.results.supported > 0);
  assert.equal(shown, `Didukung bukti: ${score(json.results.supported)} (1 dari 38 indikator)`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText(shown, { exact: true }).isVisible(), true);
});

scenario("the fingerprint of a file of any size is noted and the file stays where it is", async ({ page, open }) => {
  await open();
  await take(page, expired());
  const own = card(page, "IN07");
  await own.getByText("Rincian dokumen").first().click();
  const buffer = randomBytes(2_500_000);
  await own.getByLabel(/^Pilih berkas untuk dihitung/).first().setInputFiles({ name: "SK rahasia.pdf", mimeType: "application/pdf", buffer });
  const expected = createHash("sha256").update(buffer).digest("hex");
  await own.getByText(expected).waitFor();
  await eventually(async () => assert.equal((await newest(page)).answers.IN07.evidence[0].sha256, expected));
  const device = JSON.stringify(await kept(page));
  assert.ok(!device.includes("rahasia") && device.length < 200_000, "neither name nor contents are kept");
  await assertAccessible(page);
  await own.getByRole("button", { name: "Hapus sidik" }).press("Enter");
  await eventually(async () => assert.equal((await newest(page)).answers.IN07.evidence[0].sha256, undefined));
  await page.getByRole("button", { name: "Urungkan" }).click();
  await own.getByText(expected).waitFor();
});

scenario("a grade that differs from its criteria asks for a reason and is listed until it has one", async ({ page, open }) => {
  await open();
  const criteria = Object.fromEntries(indicators(SAKIP)[0].criteria.map(({ id }) => [id, "yes"]));
  await take(page, { ...binjai(), answers: { ...binjai().answers, "1a": { level: 60, criteria } } });
  const own = card(page, "1a");
  const remark = own.getByText("Jawaban Anda berbeda dari yang ditunjuk kriteria: tulis alasannya di Catatan.");
  await remark.waitFor();
  await view(page, "Cek");
  await list(page, /^Berbeda dari kriterianya tanpa alasan/).getByRole("link", { name: /^1a / }).click();
  await own.getByText("Catatan 1a").click();
  await own.getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).fill("Pohon kinerja belum disahkan.");
  await remark.waitFor({ state: "detached" });
  await view(page, "Cek");
  assert.equal(await page.getByRole("heading", { name: /^Berbeda dari kriterianya/ }).count(), 0);
});

scenario("a pemanfaatan above its kualitas is warned of and still counts", async ({ page, open }) => {
  await open();
  await take(page, { ...binjai(), answers: { ...binjai().answers, "1b": { level: 60 }, "1c": { level: 80 } } });
  const warning = card(page, "1c").getByText(/^Jawaban ini lebih tinggi daripada 1b /);
  await warning.waitFor();
  assert.equal(await card(page, "1b").getByText(/^Jawaban ini lebih tinggi/).count(), 0);
  await view(page, "Cek");
  await list(page, /^Pemanfaatan di atas kualitasnya/).getByRole("link", { name: /^1c / }).waitFor();
  await view(page, "Hasil");
  const { json } = await downloaded(page, () => page.locator("#download").click());
  assert.equal(json.answers["1c"].level, 80);
  assert.equal(json.results.dimensions[0].score.point, 76, "the grade counts as it was given");
});

scenario("a date ahead, an end before it and an empty file get a remark, and are kept as they are", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, expired());
  const own = card(page, "IN07");
  await own.getByText("Rincian dokumen").first().press("Enter");
  await own.getByRole("textbox", { name: "Tanggal", exact: true }).first().fill("31-12-2099");
  await own.getByText("Tanggal dokumen ini masih akan datang.").waitFor();
  await own.getByText("Masa berlakunya habis sebelum tanggal dokumennya.").waitFor();
  await own.locator('input[type="file"]').first().setInputFiles({ name: "kosong.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) });
  await own.getByText("Ini sidik berkas kosong").waitFor();
  await assertAccessible(page);
  await saved(page);
  const [first] = (await newest(page)).answers.IN07.evidence;
  assert.deepEqual([first.date, first.state, first.sha256.slice(0, 8)], ["31-12-2099", "good", "e3b0c442"]);
});
