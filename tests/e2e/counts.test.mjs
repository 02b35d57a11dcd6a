/** What happens how often: cards drawn, words said, files asked for. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { scenario, stageFile } from "./support/browser.mjs";
import { begin, card, eventually, indicators, instrument, level, press, saved, scoreboard, view } from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const PEKPPP = instrument("pekppp-2023-luring");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");

/** How often each card was drawn so far. */
const drawn = (page) =>
  page.getByRole("article").evaluateAll((all) => Object.fromEntries(all.map(({ id, dataset }) => [id, Number(dataset.drawn)])));

/** Which cards were drawn again between two counts, and how often. */
const again = (before, after) =>
  Object.fromEntries(Object.keys(after).map((id) => [id, after[id] - (before[id] ?? 0)]).filter(([, times]) => times !== 0));

for (const rubric of [SAKIP, PEKPPP, OMBUDSMAN]) {
  scenario(`one click draws one card of ${rubric.id} again`, async ({ page, open }) => {
    await open();
    await begin(page, rubric.shortName);
    const { id } = rubric.dimensions[0].indicators[1];
    await saved(page);
    for (const at of [1, 2, 2]) {
      const before = await drawn(page);
      const shown = await scoreboard(page);
      await press(level(page, rubric, id, at));
      await level(page, rubric, id, at).and(page.getByRole("radio", { checked: true })).waitFor();
      // The save and the announcement come later, and draw no card either.
      if ((await scoreboard(page)).tally !== shown.tally) await eventually(async () => assert.match(await page.locator("#announcement").textContent(), /terisi/));
      await saved(page);
      const counts = again(before, await drawn(page));
      assert.ok(Object.keys(counts).every((one) => one === `card-${id}`), JSON.stringify(counts));
      assert.ok((counts[`card-${id}`] ?? 0) <= 1, JSON.stringify(counts));
    }
  });
}

scenario("typing draws only the card that is typed in", async ({ page, open }) => {
  await open();
  await begin(page, PEKPPP.shortName);
  await card(page, "A01").getByText("Catatan A01").click();
  const before = await drawn(page);
  await card(page, "A01").getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).pressSequentially("sepuluh kata");
  await saved(page);
  const counts = again(before, await drawn(page));
  assert.deepEqual(Object.keys(counts), ["card-A01"]);
  assert.ok(counts["card-A01"] <= 12, JSON.stringify(counts));
});

scenario("undo draws one card again", async ({ page, open }) => {
  await open();
  await begin(page, PEKPPP.shortName);
  await press(level(page, PEKPPP, "A01", 2));
  await press(level(page, PEKPPP, "A02", 2));
  await saved(page);
  const before = await drawn(page);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await level(page, PEKPPP, "A02", 2).and(page.getByRole("radio", { checked: false })).waitFor();
  await saved(page);
  assert.deepEqual(again(before, await drawn(page)), { "card-A02": 1 });
});

scenario("ten quick answers are said at most twice, the last time in their final form", async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await page.locator("#announcement").evaluate((place) => {
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
  });
  const radios = OMBUDSMAN.dimensions[0].indicators.slice(0, 10).map(({ id }) => `a-${id}-3`);
  // Faster than any person: the page itself presses them, a tenth of a second apart.
  await page.evaluate(async (ids) => {
    for (const id of ids) {
      document.getElementById(id).click();
      await new Promise((done) => setTimeout(done, 100));
    }
  }, radios);
  await eventually(async () => assert.match(await page.locator("#announcement").textContent(), /10 dari 38 terisi\.$/));
  const said = await page.evaluate(() => globalThis.said);
  assert.ok(said.length <= 2, JSON.stringify(said));
  const { point, full, standing } = await scoreboard(page);
  assert.equal(said.at(-1), `Kisaran perkiraan ${full.replace(" – ", " sampai ")}, rata-rata yang terisi ${point}. ${standing}. 10 dari 38 terisi.`);
});

scenario("the place where things are said is there before anything is said", async ({ page, open }) => {
  await open();
  const place = page.locator("#announcement");
  assert.equal(await place.getAttribute("role"), "status");
  assert.equal(await place.textContent(), "");
  await begin(page, OMBUDSMAN.shortName);
  assert.equal(await place.textContent(), "", "a blank form says nothing");
});

scenario("choosing an instrument asks for one more file, and filling in for none", async ({ page, open, watched }) => {
  await open();
  await page.waitForLoadState("networkidle");
  const asked = () => watched.requests.filter((path) => path !== "/icon.svg");
  const first = asked().length;
  await begin(page, PEKPPP.shortName);
  const { instruments } = JSON.parse(readFileSync(join(ROOT, "dist/first-load.json"), "utf8"));
  assert.deepEqual(asked().slice(first), [`/${instruments["pekppp-2023-luring"].path}`]);
  for (const { id } of indicators(PEKPPP).slice(0, 5)) await press(level(page, PEKPPP, id, 3));
  await saved(page);
  for (const name of ["Cek", "Hasil", "Beranda", "Pengisian"]) await view(page, name);
  assert.equal(asked().length, first + 1, "what was fetched is not fetched again");
  // Tentang is drawn by the module of the further views, which comes once.
  for (const name of ["Tentang", "Beranda", "Tentang"]) {
    await view(page, name);
    await page.getByRole("heading", { level: 2, name: "Data Anda" }).waitFor({ state: name === "Tentang" ? "visible" : "detached" });
  }
  assert.deepEqual(asked().slice(first + 1).map((path) => path.replace(/\.[0-9a-f]{10}/, "")), ["/beyond.js", "/beyond.wasm"]);
});

scenario("an instrument that cannot be fetched is said, and nothing is lost", async ({ page, open, context, allow }) => {
  allow("request", /rubrics/);
  allow("console", /Failed to load resource|ERR_FAILED/);
  await open();
  await context.route("**/rubrics/**", (route) => route.abort());
  await page.getByRole("link", { name: `Mulai ${PEKPPP.shortName}` }).click();
  await page.getByText("Instrumen pekppp-2023-luring tidak dapat dimuat.").waitFor();
});

scenario("a card out of sight is not laid out, and is found and gone to all the same", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await begin(page, PEKPPP.shortName);
  const [{ id: dimension, indicators: own }] = PEKPPP.dimensions;
  const { id, question } = own.at(-1);
  const laidOut = () => page.locator(`#q-${id}`).evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
  await eventually(async () => assert.equal(await laidOut(), false));
  assert.equal(await page.getByRole("heading", { level: 3, name: question }).count(), 1, "it is read aloud");
  assert.equal(await page.evaluate((text) => globalThis.find(text), question), true, "the browser finds it");
  await eventually(async () => assert.equal(await laidOut(), true));
  // What is selected stays laid out, as found text is.
  await page.evaluate(() => (getSelection().removeAllRanges(), scrollTo(0, 0)));
  await eventually(async () => assert.equal(await laidOut(), false));
  await page.evaluate((hash) => (location.hash = hash), `#/isi/${dimension}/${id}`);
  await eventually(async () => {
    assert.equal(await laidOut(), true);
    const { y } = await page.locator(`#q-${id}`).boundingBox();
    assert.ok(y >= 0 && y < 800, `its question is in sight: ${y}`);
  });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.equal(await laidOut(), true));
});
