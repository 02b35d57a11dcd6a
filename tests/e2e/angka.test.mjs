/** Dari mana angka ini?: the way there from every number, and the same figures as the command line. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { begin, card, eventually, instrument, take, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const read = (name) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));
/** Waits for the view itself, not for what stands in for it while its module is loaded. */
const heading = (page) => page.locator("#main > div:not([class])").getByRole("heading", { level: 1, name: "Dari mana angka ini?" }).waitFor();
const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** A figure of the page as the command line writes it: the fraction where there is one. */
function exact(cell) {
  if (cell === "–") return null;
  const fraction = /\((\d+\/\d+)\)/.exec(cell);
  if (fraction) return fraction[1];
  const text = cell.replace("%", "").replace(",", ".");
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Every table of the page: its id, and of each row weight, score and product. */
const tables = (page) =>
  page.locator(".explained table").evaluateAll((all) =>
    all.map((table) => [
      table.getAttribute("aria-labelledby"),
      [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
    ]),
  );

/** The rows that a mean of the command line should have on the page. */
function rows(mean) {
  const all = [...mean.rows, ...(mean.open ? [mean.open] : [])].map(({ weight, score, product }) => [weight, score, product]);
  return [...all, ["100", null, mean.sum]];
}

for (const name of ["ombudsman-kepatuhan-2023", "pekppp-2023-luring"]) {
  scenario(`every figure of ${name} is that of swanilai explain`, { viewport: "phone" }, async ({ page, open }) => {
    const said = read(`tests/fixtures/explained-${name}.json`);
    await open();
    await take(page, read(`rubrics/examples/${name}.json`));
    await page.evaluate(() => (location.hash = "#/angka"));
    await heading(page);
    const shown = new Map(await tables(page));
    let compared = 0;
    const same = (id, mean) => {
      const expected = rows(mean);
      const found = shown.get(id).slice(0, expected.length).map((cells) => [cells[0], cells[2], cells[3]]);
      const told = found.map((cells, at) => (at === expected.length - 1 ? [exact(cells[0]), null, exact(cells[2])] : cells.map(exact)));
      assert.deepEqual(told, expected, id);
      compared += expected.length;
    };
    for (const [at, figure] of said.figures.entries()) {
      same(`figure-${at}`, figure);
      assert.equal(shown.get(`figure-${at}`).at(-1)[3], figure.shown.toFixed(2).replace(".", ","));
      figure.parts.forEach((part, place) => same(`part-${at}-${place}`, part));
      figure.dimensions.forEach((dimension, place) => same(`of-${place}-${at}`, dimension));
    }
    assert.equal(shown.size, said.figures.reduce((all, { parts, dimensions }) => all + 1 + parts.length + dimensions.length, 0));
    assert.ok(compared > 100, `${compared} rows were compared`);
    for (const dimension of said.dimensions)
      for (const { id, weight } of dimension.indicators) {
        const text = await page.locator(`#angka-${id}`).textContent();
        const basis = { published: "diumumkan", inferred: "disimpulkan", unpublished: "tidak diumumkan" }[weight.basis];
        assert.ok(text.includes(`Dasar: ${basis}`), text);
        weight.sources.forEach((source) => assert.ok(text.includes(source), text));
        assert.ok(text.includes(weight.working.includes("/") ? `(${weight.working})` : `Bobot ${weight.working.replace(".", ",")}%`), text);
      }
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    assert.ok(fits, "nothing runs out of the page sideways");
    for (const fold of await page.locator(".explained details").all()) await fold.evaluate((one) => (one.open = true));
    await assertAccessible(page);
  });
}

scenario("the keyboard leads from each number to where it comes from and back to the question", { viewport: "laptop" }, async ({ page, open }) => {
  await open();
  await take(page, read("rubrics/examples/ombudsman-kepatuhan-2023.json"));
  const first = instrument("ombudsman-kepatuhan-2023").dimensions[0];
  await card(page, first.indicators[0].id).getByRole("link", { name: /poin$/ }).press("Enter");
  await heading(page);
  await eventually(async () => assert.equal(await focused(page), `angka-${first.indicators[0].id}`));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page), `q-${first.indicators[0].id}`));
  await view(page, "Hasil");
  await page.getByRole("link", { name: `Dari mana angka ini? ${first.name}` }).press("Enter");
  await eventually(async () => assert.equal(await focused(page), `angka-${first.id}`));
  await view(page, "Hasil");
  await page.getByRole("region", { name: "Perkiraan nilai" }).getByRole("link", { name: "Dari mana angka ini?" }).press("Enter");
  await eventually(async () => assert.equal(await focused(page), "view-title"));
  await page.reload();
  await heading(page);
});

scenario("a blank form says that there is no estimate, and where both ends come from", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await begin(page, instrument("ombudsman-kepatuhan-2023").shortName);
  await page.evaluate(() => (location.hash = "#/angka/tidak-ada"));
  await heading(page);
  await page.getByText("Belum ada jawaban, jadi belum ada perkiraan nilai").waitFor();
  const titles = await page.getByRole("heading", { level: 2 }).allTextContents();
  assert.deepEqual(titles.slice(0, 2), ["Batas bawah kisaran: 0,00", "Batas atas kisaran: 100,00"]);
  await assertAccessible(page);
});

scenario("on a phone the product of every row is in sight, with the weight beneath the name", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, read("rubrics/examples/ombudsman-kepatuhan-2023.json"));
  await page.evaluate(() => (location.hash = "#/angka"));
  await heading(page);
  const wide = await page.evaluate(() => {
    for (const fold of document.querySelectorAll("#main details")) fold.open = true;
    return [...document.querySelectorAll(".explained .scroll")].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent.slice(0, 40));
  });
  assert.deepEqual(wide, []);
  const [first] = await page.locator(".explained tbody tr").all();
  await first.getByText(/^bobot 21,85%/).waitFor();
  assert.equal(await first.locator("td").first().isVisible(), false);
  assert.equal(await first.locator("td").last().isVisible(), true);
});
