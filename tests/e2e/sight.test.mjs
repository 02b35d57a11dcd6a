/** What was in sight of the form stands there before the app does: what it shows, what may be pressed, and when it is not drawn. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { VIEWPORTS, held, scenario, stageFile } from "./support/browser.mjs";
import { begin, eventually, indicators, instrument, kept, levelNames, newest, saved } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const [FIRST, SECOND] = indicators(SAKIP);
const KEY = "swanilai:1:sight";

/** A form that was begun and left; its page is elsewhere now. */
async function left({ page, open }) {
  await open();
  await begin(page, SAKIP.shortName);
  await saved(page);
  await page.goto("about:blank");
}

/** Comes back to it while the modules are held; gives what lets them come. */
async function back({ page, context, origin }, address = "/#/isi") {
  const release = await held(context);
  await page.goto(origin + address, { waitUntil: "commit" });
  return release;
}

const sight = (page) => page.locator(".sight");
const ahead = (page, indicator, at) =>
  sight(page).locator(`#card-${indicator.id}`).getByRole("radio", { name: levelNames(SAKIP, indicator).at(at), exact: true });
const own = (page, indicator, at) =>
  page.locator(`#app #card-${indicator.id}`).getByRole("radio", { name: levelNames(SAKIP, indicator).at(at), exact: true });
const loading = (page) => page.getByText("Sedang dimuat");
const gone = (page) => sight(page).waitFor({ state: "detached" });

for (const viewport of Object.keys(VIEWPORTS)) {
  scenario(`the form stands there before the app has come, without a score, on a ${viewport} screen`, { viewport }, async (stage) => {
    const { page } = stage;
    await left(stage);
    const release = await back(stage);
    await sight(page).getByText(FIRST.question).waitFor();
    await loading(page).waitFor();
    assert.doesNotMatch(await sight(page).locator(".scoreboard").innerText(), /\d/, "no score before it is reckoned");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nobody has to scroll sideways");
    await assertAccessible(page);
    release();
    await gone(page);
    await page.locator("#app").getByText(FIRST.question).waitFor();
    assert.equal(await page.locator(`#card-${FIRST.id}`).count(), 1);
  });
}

scenario("levels pressed before the app has come are answered, the last of each question, and the focus stays", { context: { viewport: { width: 1366, height: 2400 } } }, async (stage) => {
  const { page } = stage;
  await left(stage);
  const release = await back(stage);
  await ahead(page, FIRST, 1).click();
  await ahead(page, FIRST, 3).click();
  await ahead(page, SECOND, 2).click();
  const at = (await ahead(page, SECOND, 2).boundingBox()).y;
  release();
  await gone(page);
  await eventually(async () => assert.deepEqual([await own(page, FIRST, 3).isChecked(), await own(page, SECOND, 2).isChecked()], [true, true]));
  assert.ok(await own(page, SECOND, 2).evaluate((one) => one === document.activeElement), "the focus is on what was pressed");
  assert.ok(Math.abs((await own(page, SECOND, 2).boundingBox()).y - at) < 3, "and where it was");
  await eventually(async () => {
    const { answers } = await newest(page);
    const scale = SAKIP.scales.find(({ id }) => id === FIRST.scale).levels.map(({ value }) => value);
    assert.deepEqual([answers[FIRST.id]?.level, answers[SECOND.id]?.level], [scale[3], scale[2]]);
  });
  assert.ok(await page.locator("#unheard").isHidden());
});

scenario("a level chosen by the keyboard before the app has come is answered", async (stage) => {
  const { page } = stage;
  await left(stage);
  const release = await back(stage);
  await ahead(page, FIRST, 0).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  release();
  await gone(page);
  await eventually(async () => assert.ok(await own(page, FIRST, 1).isChecked()));
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.ok(await own(page, FIRST, 2).isChecked(), "and it goes on from there"));
});

scenario("on a slow device it stands until the app has drawn as much", { slow: true, viewport: "phone" }, async (stage) => {
  const { page, context } = stage;
  await left(stage);
  await context.addInitScript(() => {
    globalThis.bare = 0;
    const look = () => {
      const shows = document.querySelector(".sight .card") ?? document.querySelector("#app .card");
      if (globalThis.stood && !shows) globalThis.bare += 1;
      globalThis.stood ||= Boolean(shows);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const release = await back(stage);
  await ahead(page, FIRST, 2).click();
  release();
  await gone(page);
  await eventually(async () => assert.ok(await own(page, FIRST, 2).isChecked()));
  assert.equal(await page.evaluate(() => globalThis.bare), 0, "frames without a question");
});

scenario("a level that the app does not show any more is said to be not answered", async (stage) => {
  const { page } = stage;
  await left(stage);
  const release = await back(stage);
  await ahead(page, FIRST, 2).click();
  // As if another tab had removed it meanwhile.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("swanilai:1:doc:")) delete localStorage[key];
  });
  release();
  await gone(page);
  await page.getByRole("alert").getByText("belum tercatat").waitFor();
});

scenario("another address gives way to the app at once", async (stage) => {
  const { page } = stage;
  await left(stage);
  const release = await back(stage);
  await sight(page).getByRole("link", { name: "Tentang" }).click();
  await gone(page);
  await loading(page).waitFor();
  release();
  await page.getByRole("heading", { level: 1, name: "Tentang" }).waitFor();
});

scenario("where the app cannot be loaded, that is said in its place", async (stage) => {
  const { page, context, origin, allow } = stage;
  allow("request", /\.wasm/);
  allow("console", /./);
  allow("page", /fetch/);
  await left(stage);
  await context.route("**/*.wasm", (route) => route.abort());
  await page.goto(`${origin}/#/isi`, { waitUntil: "commit" });
  await page.getByRole("heading", { name: "Swanilai tidak dapat dibuka" }).waitFor();
  assert.equal(await sight(page).count(), 0);
});

/** What makes it not be drawn, and what the device holds then. */
const NOT_DRAWN = {
  "the assessment was changed since": () => {
    const key = Object.keys(localStorage).find((one) => one.startsWith("swanilai:1:doc:"));
    localStorage[key] = localStorage[key].replace(/"seq":\d+/, '"seq":77');
  },
  "another assessment is open": () => (localStorage["swanilai:1:set:open"] = "lain"),
  "it is of another build": () => (localStorage["swanilai:1:sight"] = localStorage["swanilai:1:sight"].replace(".wasm", "0.wasm")),
  "it is no JSON": () => (localStorage["swanilai:1:sight"] = "[".repeat(50_000)),
  "it nests without end": () => {
    const [about, hash] = JSON.parse(localStorage["swanilai:1:sight"]);
    const nodes = '["div",{},'.repeat(20_000) + '""' + "]".repeat(20_000);
    localStorage["swanilai:1:sight"] = `[${JSON.stringify(about)},${JSON.stringify(hash)},0,[${nodes}]]`;
  },
};

for (const [why, change] of Object.entries(NOT_DRAWN)) {
  scenario(`it is not drawn where ${why}`, async (stage) => {
    const { page, origin } = stage;
    await left(stage);
    await page.goto(`${origin}/licences.html`);
    assert.ok((await kept(page))[KEY], "something is kept");
    await page.evaluate(change);
    const release = await back(stage);
    await loading(page).waitFor();
    assert.equal(await sight(page).count(), 0);
    release();
    await loading(page).waitFor({ state: "detached" });
  });
}

scenario("what someone else has put in its place runs nothing and leads nowhere", async (stage) => {
  const { page, origin } = stage;
  await left(stage);
  await page.goto(`${origin}/licences.html`);
  await page.evaluate((key) => {
    const [about, hash, first, nodes] = JSON.parse(localStorage[key]);
    const hostile = [
      ["script", {}, "globalThis.harmed = true"],
      ["iframe", { src: "https://example.org/" }],
      ["img", { src: "https://example.org/a.png", onerror: "globalThis.harmed = true" }],
      ["a", { href: "javascript:globalThis.harmed=true", onclick: "globalThis.harmed=true", style: "position:fixed" }, "Tekan"],
      ["a", { href: "https://example.org/", id: "away" }, "Keluar"],
      ["form", { action: "https://example.org/" }, ["button", {}, "Kirim"]],
      ["svg", {}, ["script", {}, "globalThis.harmed = true"], ["use", { href: "https://example.org/#a" }]],
      ["div", { style: "position:fixed", onmouseover: "globalThis.harmed=true", srcdoc: "x" }, "Halo"],
    ];
    localStorage[key] = JSON.stringify([about, hash, first, [...hostile, ...nodes]]);
  }, KEY);
  const release = await back(stage);
  await sight(page).getByText("Halo").waitFor();
  const found = await sight(page).evaluate((all) => ({
    elements: [...all.querySelectorAll("script, iframe, img, form, use")].map(({ localName }) => localName),
    attributes: [...all.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()).filter((name) => /^(on|src|style|action)/.test(name)),
    links: [...all.querySelectorAll("a[href]")].map((one) => one.getAttribute("href")).filter((href) => !href.startsWith("#")),
  }));
  assert.deepEqual(found, { elements: [], attributes: [], links: [] });
  release();
  await gone(page);
  assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
});

scenario("it goes with what it was of, and nothing of it is kept in Komputer bersama", async (stage) => {
  const { page, open } = stage;
  await left(stage);
  await open("/#/");
  assert.ok((await kept(page))[KEY]);
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await eventually(async () => assert.deepEqual(await kept(page), {}));
  await page.getByRole("checkbox", { name: /^Komputer bersama/ }).check();
  await begin(page, SAKIP.shortName);
  await page.goto("about:blank");
  await open("/#/tentang");
  assert.equal((await kept(page))[KEY], undefined);
});

scenario("it makes room for a document on a full device", async (stage) => {
  const { page, open, context } = stage;
  await left(stage);
  await context.addInitScript(() => {
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.includes(":doc:") && this.getItem("swanilai:1:sight")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, key, value);
    };
  });
  await open("/#/isi");
  await own(page, FIRST, 2).click();
  await eventually(async () => assert.ok((await newest(page)).answers[FIRST.id]?.level));
  assert.equal((await kept(page))[KEY], undefined);
});

/** Two assessments with the same questions, the second open; gives their ids. */
async function two({ page, open }) {
  await open();
  const ids = [];
  for (const office of ["Dinas A", "Dinas B"]) {
    await begin(page, SAKIP.shortName, office);
    await saved(page);
    ids.push((await kept(page))["swanilai:1:set:open"]);
    if (ids.length === 1) await page.goto(`${page.url().split("#")[0]}#/`);
  }
  return ids;
}

scenario("of an assessment that another tab has taken over from as the open one, nothing is drawn", async (stage) => {
  const { page } = stage;
  const [first] = await two(stage);
  await page.evaluate((id) => (localStorage["swanilai:1:set:open"] = id), first);
  await page.goto("about:blank");
  const release = await back(stage);
  await loading(page).waitFor();
  assert.equal(await sight(page).count(), 0, "what was in sight is the other's");
  release();
  await page.locator("#app").getByText("Dinas A").first().waitFor();
});

scenario("a level pressed for one assessment is never answered in another that was opened meanwhile", async (stage) => {
  const { page } = stage;
  const [first] = await two(stage);
  await page.goto("about:blank");
  const release = await back(stage);
  await ahead(page, FIRST, 2).click();
  await page.evaluate((id) => (localStorage["swanilai:1:set:open"] = id), first);
  release();
  await gone(page);
  await page.getByRole("alert").getByText("belum tercatat").waitFor();
  await page.locator("#app").getByText("Dinas A").first().waitFor();
  assert.equal(await own(page, FIRST, 2).isChecked(), false);
  await own(page, FIRST, 1).click();
  await page.locator("#unheard").waitFor({ state: "hidden" });
});

scenario("a tab in Komputer bersama leaves nothing of its form, whatever other tabs keep", async (stage) => {
  const { page, open, context, origin } = stage;
  await open();
  await page.getByRole("checkbox", { name: /^Komputer bersama/ }).check();
  await begin(page, SAKIP.shortName, "Dinas Rahasia");
  const other = await context.newPage();
  await other.goto(origin);
  await begin(other, SAKIP.shortName, "Dinas B");
  await saved(other);
  await other.close();
  await page.goto("about:blank");
  await open("/#/tentang");
  assert.doesNotMatch((await kept(page))[KEY] ?? "", /Rahasia/);
});
