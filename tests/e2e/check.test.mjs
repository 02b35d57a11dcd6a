/** Cek: only what is missing, each thing on the list it belongs to, and what is in order in one line. */

import assert from "node:assert/strict";

import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, filled, indicators, instrument, take, view } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const headings = (page) => page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();

scenario("a grade above its criteria and an A without a reason stand on lists of their own", async ({ page, open }) => {
  await open();
  const criteria = Object.fromEntries(indicators(SAKIP)[0].criteria.map(({ id }, at) => [id, at === 0 ? "yes" : "no"]));
  const answers = { ...binjai().answers, "1a": { level: 70, criteria }, "2a": { level: 90, note: "" }, "2b": { level: 90, note: "sudah dua tahun" } };
  await take(page, { ...binjai(), answers });
  await view(page, "Cek");
  const list = (title) => page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
  await list("Berbeda dari kriterianya tanpa alasan 1").getByRole("link", { name: /^1a / }).waitFor();
  const reasonless = await list(/^A atau AA tanpa alasan/).getByRole("link").allTextContents();
  assert.ok(reasonless.some((text) => text.startsWith("2a")) && !reasonless.some((text) => text.startsWith("2b")));
});

scenario("what is partly answered is not called blank, and lists without lines are not shown", async ({ page, open }) => {
  await open();
  const document = filled("ombudsman-kepatuhan-2023", (values, _at, { id }) => (id === "IN03" ? undefined : values.at(-1)));
  document.samples = [1, 2, 3, 4].map((at) => ({ id: `w${at}`, kind: "respondent", panel: "pelaksana", name: `Petugas ${at}` }));
  document.answers.IN02 = { samples: { w1: { level: 4 }, w2: { level: 3 }, w3: { level: 4 } } };
  await take(page, document);
  await view(page, "Cek");
  await page.getByRole("link", { name: /^IN02 .* · baru 3 dari 4 petugas pelaksana$/ }).waitFor();
  const titles = (await headings(page)).map((title) => title.trim());
  assert.deepEqual(titles.slice(0, 2), ["Belum diisi 1", "Baru sebagian terisi 1"]);
  assert.ok(!titles.some((title) => /tanpa alasan|data pribadi/.test(title)), `nothing empty: ${titles}`);
  await page.getByText("Beres: alasan tidak relevan, data pribadi.").waitFor();
});
