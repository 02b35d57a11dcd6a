/** The app as an element of a page of someone else, whose site keeps the files itself. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, downloaded, eventually, file, instrument, kept, level, press, saved, scoreboard } from "./support/journey.mjs";
import { NEEDED, policy, visit, widget } from "./support/site.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OFFICE = { rubric: "sakip-2021", mode: "kantor" };

/** One of the elements of a page. */
const of = (page, instance) => page.locator(`swanilai-widget[instance="${instance}"]`);

/** From the first view of an element to its questions. */
async function begin(one, unit = "Dinas Uji") {
  await one.getByRole("textbox", { name: "Perangkat daerah" }).fill(unit);
  await one.getByRole("button", { name: "Mulai mengisi" }).click();
  await one.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}

async function view(one, name) {
  await one.getByRole("navigation", { name: "Tampilan" }).getByRole("link", { name, exact: true }).click();
}

/** The answers that an instance has on the device. */
async function answers(page, instance) {
  const found = Object.entries(await kept(page)).filter(([key]) => key.startsWith(`swanilai:1@${instance}:doc:`));
  const newest = found.map(([, raw]) => raw.split("\n")).sort(([one], [other]) => JSON.parse(other).seq - JSON.parse(one).seq);
  return newest.length === 0 ? undefined : JSON.parse(newest[0].slice(1).join("\n")).answers;
}

/** Has the page note each event of ours that reaches the document, with the element it came from. */
function listen(page) {
  return page.evaluate(() => {
    globalThis.heard = [];
    for (const type of ["ready", "progress", "zonechange", "result", "error"]) {
      document.addEventListener(`swanilai:${type}`, (event) =>
        globalThis.heard.push({ type, from: event.target.getAttribute("instance"), detail: event.detail }),
      );
    }
  });
}

scenario("three on one page keep answers, settings and events apart", async (stage) => {
  const { page } = stage;
  const three = ["a", "b", "c"].map((instance) => widget({ ...OFFICE, instance })).join("");
  await visit(stage, three);
  await listen(page);
  for (const [at, instance] of ["a", "b", "c"].entries()) {
    const one = of(page, instance);
    await begin(one, `Dinas ${instance}`);
    if (instance !== "c") await press(level(one, SAKIP, "1a", 2 + at));
    await saved(one);
  }
  const levels = SAKIP.scales[0].levels ?? [];
  assert.equal((await answers(page, "a"))["1a"].level, levels[2].value);
  assert.equal((await answers(page, "b"))["1a"].level, levels[3].value);
  assert.equal((await answers(page, "c"))["1a"], undefined);
  for (const instance of ["a", "b", "c"]) {
    assert.equal(await of(page, instance).getByText("Tab lain").count(), 0, "no one is told of another's saves");
    await of(page, instance).getByText(`Dinas ${instance} ·`).waitFor();
  }
  const heard = await page.evaluate(() => globalThis.heard.filter(({ type }) => type === "progress"));
  assert.deepEqual(heard.filter(({ from }) => from === "a").at(-1)?.detail, { answered: 1, total: 12 });
  assert.deepEqual(heard.filter(({ from }) => from === "c").at(-1)?.detail, { answered: 0, total: 12 });
  assert.ok(await page.evaluate(() => globalThis.heard.some(({ type, from }) => type === "zonechange" && from === "b")));

  await view(of(page, "a"), "Beranda");
  await of(page, "a").getByRole("button", { name: "Hapus semua data di sisipan ini" }).click();
  await of(page, "a").getByRole("button", { name: "Hapus semuanya" }).click();
  await of(page, "a").getByText("Hapus semuanya").waitFor({ state: "detached" });
  assert.equal(await answers(page, "a"), undefined);
  assert.ok(await answers(page, "b"), "what the others keep stays");
});

scenario("a name used twice is told apart, and an element without one works", async (stage) => {
  const { page } = stage;
  await visit(stage, widget({ ...OFFICE, instance: "a" }).repeat(2) + "<swanilai-widget></swanilai-widget>");
  await begin(of(page, "a").first(), "Dinas Satu");
  await begin(of(page, "a").last(), "Dinas Dua");
  await saved(of(page, "a").last());
  assert.ok(await answers(page, "a"));
  assert.ok(await answers(page, "a-2"));
  await page.locator("swanilai-widget:not([instance])").getByRole("heading", { name: "Perkirakan nilai" }).waitFor();
});

scenario("where no use is named it is practice, in a place of its own, and the page is told no zone", async (stage) => {
  const { page } = stage;
  await visit(stage, widget({ rubric: "sakip-2021", instance: "a" }));
  await listen(page);
  await of(page, "a").getByRole("button", { name: "Mulai latihan" }).click();
  await press(level(of(page, "a"), SAKIP, "1a", 3));
  await saved(of(page, "a"));
  assert.ok(await answers(page, "a~latihan"));
  assert.deepEqual(await page.evaluate(() => globalThis.heard.filter(({ type }) => type === "zonechange")), []);
  assert.ok(await page.evaluate(() => globalThis.heard.some(({ detail }) => detail.answered === 1)));
  await eventually(async () => assert.equal(await of(page, "a").locator(".widget").getAttribute("data-mode"), "latihan"));
  assert.equal(await of(page, "a").locator(".widget").getAttribute("data-instance"), "a~latihan");
});

scenario("moved in the page mid-fill it loses nothing, and the focus stays where it was", async (stage) => {
  const { page } = stage;
  await visit(stage, `${widget({ ...OFFICE, instance: "a" })}<div id="tempat"></div>`);
  const one = of(page, "a");
  await one.getByRole("textbox", { name: "Perangkat daerah" }).fill("Dinas Pindah");
  const moved = (how) =>
    page.evaluate((by) => document.getElementById("tempat")[by](document.querySelector("swanilai-widget"), null), how);
  await moved("insertBefore");
  const typed = one.getByRole("textbox", { name: "Perangkat daerah" });
  assert.equal(await typed.inputValue(), "Dinas Pindah");
  assert.equal(await typed.evaluate((input) => input.getRootNode().activeElement === input), true, "it has the focus again");
  await page.keyboard.type(" Lagi");
  await one.getByRole("button", { name: "Mulai mengisi" }).click();
  await press(level(one, SAKIP, "1a", 3));
  for (const how of ["insertBefore", "moveBefore", "insertBefore"]) await moved(how);
  await page.waitForTimeout(1_500);
  await level(one, SAKIP, "1a", 3).and(one.getByRole("radio", { checked: true })).waitFor();
  await press(level(one, SAKIP, "1a", 4));
  await one.getByText("Dinas Pindah Lagi ·").waitFor();
  await one.getByRole("button", { name: "Urungkan" }).click();
  await level(one, SAKIP, "1a", 3).and(one.getByRole("radio", { checked: true })).waitFor();
});

scenario("taken away at once it has kept the last answer, and goes on where it was when it is back", async (stage) => {
  const { page } = stage;
  await visit(stage, widget({ ...OFFICE, instance: "a" }));
  const one = of(page, "a");
  await begin(one);
  await saved(one);
  await press(level(one, SAKIP, "1a", 3));
  await page.evaluate(() => {
    globalThis.away = document.querySelector("swanilai-widget");
    globalThis.away.remove();
  });
  await eventually(async () => assert.equal((await answers(page, "a"))["1a"]?.level, SAKIP.scales[0].levels[3].value));
  await eventually(async () => assert.equal(await page.evaluate(() => globalThis.away.shadowRoot.childElementCount), 0));
  await page.evaluate(() => document.querySelector("main").append(globalThis.away));
  await level(one, SAKIP, "1a", 3).and(one.getByRole("radio", { checked: true })).waitFor();
  await press(level(one, SAKIP, "1a", 2));
  await saved(one);
});

scenario("what a framework puts in its place goes on where it was, under the same name", async (stage) => {
  const { page } = stage;
  await visit(stage, `<div id="tempat">${widget({ ...OFFICE, instance: "a" })}</div>`);
  const one = of(page, "a");
  await begin(one);
  await saved(one);
  await press(level(one, SAKIP, "1a", 3));
  for (let turn = 0; turn < 2; turn += 1) {
    await page.evaluate(() => {
      const slot = document.getElementById("tempat");
      slot.replaceChildren(slot.firstElementChild.cloneNode());
    });
    await level(one, SAKIP, "1a", 3).and(one.getByRole("radio", { checked: true })).waitFor();
    assert.equal(await one.locator(".widget").getAttribute("data-instance"), "a");
  }
  await page.waitForTimeout(1_200);
  await press(level(one, SAKIP, "1a", 4));
  await saved(one);
  assert.equal((await answers(page, "a"))["1a"].level, SAKIP.scales[0].levels[4].value);
});

scenario("the main job is done in it: fill in, reload, print, take the file away, bring it back", async (stage) => {
  const { page, context } = stage;
  await context.addInitScript(() => {
    globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1);
  });
  await visit(stage, widget({ ...OFFICE, instance: "a" }));
  const one = of(page, "a");
  await one.getByRole("link", { name: "Beranda" }).click();
  await one.getByLabel("Buka berkas").setInputFiles(file(binjai()));
  await one.getByRole("button", { name: "Ambil" }).click();
  await one.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await saved(one);
  await page.reload();
  await one.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "nothing took the focus");
  await view(one, "Hasil");
  await one.getByRole("heading", { name: "Hasil", exact: true }).waitFor();
  assert.equal((await scoreboard(one)).point, "87,80");
  await one.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
  await one.getByRole("button", { name: "Cetak" }).click();
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await one.locator(".letter").first().waitFor();
  assert.equal(await one.locator(".masthead").isVisible(), false);
  assert.equal(await one.locator("details:not([open])").count(), 0);
  assert.equal(await page.locator("body > main > h1").isVisible(), true, "what the site prints is the site's");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  await view(one, "Hasil");
  const taken = await downloaded(page, () => one.getByRole("button", { name: "Unduh berkas" }).click());
  assert.equal(taken.json.results.score, 87.8);
  await view(one, "Beranda");
  await one.getByRole("button", { name: "Hapus semua data di sisipan ini" }).click();
  await one.getByRole("button", { name: "Hapus semuanya" }).click();
  await one.getByLabel("Buka berkas").setInputFiles(file(taken.text, taken.name));
  await one.getByRole("button", { name: "Ambil" }).click();
  await view(one, "Hasil");
  await one.getByRole("heading", { name: "Hasil", exact: true }).waitFor();
  assert.equal((await scoreboard(one)).point, "87,80");
});

scenario("address, history, title and focus of the page stay the page's", async (stage) => {
  const { page, origin } = stage;
  await visit(stage, widget({ ...OFFICE, instance: "a" }));
  const one = of(page, "a");
  await one.getByRole("heading", { name: "Unit yang dinilai" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "nothing took the focus");
  const before = await page.evaluate(() => history.length);
  await begin(one);
  await view(one, "Cek");
  await one.getByRole("heading", { name: "Cek kelengkapan" }).waitFor();
  assert.equal(await one.getByRole("heading", { name: "Cek kelengkapan" }).evaluate((h) => h.getRootNode().activeElement === h), true);
  assert.equal(page.url(), `${origin}/situs`);
  assert.equal(await page.title(), "Dinas Contoh");
  assert.equal(await page.evaluate(() => history.length), before);
  await page.getByRole("link", { name: "Berita" }).click();
  assert.equal(page.url(), `${origin}/situs#berita`);
  await page.evaluate(() => (location.hash = "#/hasil"));
  await page.waitForTimeout(200);
  await one.getByRole("heading", { name: "Cek kelengkapan" }).waitFor();
  await page.goBack();
  assert.equal(page.url(), `${origin}/situs#berita`);
  await one.getByRole("heading", { name: "Cek kelengkapan" }).waitFor();
});

scenario("a page's own #app is left alone, and a file is taken only where it is dropped on the element", async (stage) => {
  const { page } = stage;
  await visit(stage, `<div id="app">Milik situs</div>${widget({ ...OFFICE, instance: "a" })}`);
  const one = of(page, "a");
  await one.getByRole("link", { name: "Beranda" }).click();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "a.json", { type: "application/json" }));
    return transfer;
  }, JSON.stringify(binjai()));
  await page.locator("body > main > h1").dispatchEvent("drop", { dataTransfer: data });
  await page.waitForTimeout(300);
  assert.equal(await one.getByRole("button", { name: "Ambil" }).count(), 0);
  await one.getByRole("heading", { name: "Perkirakan nilai" }).dispatchEvent("drop", { dataTransfer: data });
  await one.getByRole("button", { name: "Ambil" }).waitFor();
  assert.equal(await page.locator("body > main > #app").textContent(), "Milik situs");
});

/** What everything in the element looks like: place and size from its own corner, colour and type. */
function looks(page) {
  return page.evaluate(() => {
    const root = document.querySelector("swanilai-widget").shadowRoot;
    const box = root.querySelector(".widget").getBoundingClientRect();
    const seen = [...root.querySelectorAll(".widget, .widget *")].filter((element) => element.getClientRects().length > 0);
    return seen.map((element) => {
      const at = element.getBoundingClientRect();
      const { color, fontSize, fontFamily, lineHeight, display, textTransform, letterSpacing, visibility } = getComputedStyle(element);
      // The bar at the foot keeps to the screen.
      const y = element.closest("[data-kind=docked]") ? "" : Math.round(at.y - box.y);
      return [element.localName, element.className, Math.round(at.x - box.x), y, Math.round(at.width), Math.round(at.height),
        color, fontSize, fontFamily, lineHeight, display, textTransform, letterSpacing, visibility].join("|");
    });
  });
}

const HOSTILE = `html { font-size: 62.5% } * { color: red; font-size: 62.5%; text-transform: uppercase; letter-spacing: 3px; line-height: 3 }
  label, input, a { display: none } h1, p { margin: 40px; font-family: cursive } body { word-spacing: 9px; text-align: right; direction: rtl; cursor: wait }`;

scenario("nothing of a hostile style sheet comes in, and nothing of ours goes out", async (stage) => {
  const { page } = stage;
  const room = `<div class="room">${widget({ ...OFFICE, instance: "a" })}</div>`;
  const size = ".room { width: 700px; margin: 0; direction: ltr }";
  const shown = async (styles, path) => {
    await visit(stage, room, { styles: `${styles} ${size}`, path });
    await begin(of(page, "a"));
    await saved(of(page, "a"));
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.querySelector("swanilai-widget").shadowRoot.activeElement?.blur());
    return looks(page);
  };
  const plain = await shown("", "/1");
  const outside = () => page.locator("body > main > h1").evaluate((h1) => JSON.stringify(Object.entries(getComputedStyle(h1))));
  const before = await outside();
  await page.context().unroute("**/situs.css");
  await page.evaluate(() => localStorage.clear());
  const hostile = await shown(HOSTILE, "/2");
  assert.deepEqual(hostile, plain);
  await page.evaluate(() => localStorage.clear());
  await visit(stage, "", { styles: size, path: "/3" });
  assert.equal(await outside(), before, "the page looks as it does without the element");
});

for (const width of [360, 700, 1366]) {
  scenario(`nobody has to scroll sideways where it has ${width} pixels, whatever the screen`, async (stage) => {
    const { page } = stage;
    if (width === 360) await page.setViewportSize({ width, height: 800 });
    await visit(stage, `<div class="room">${widget({ ...OFFICE, instance: "a" })}</div>`, { styles: `body { margin: 0 } .room { max-width: ${width}px }` });
    await begin(of(page, "a"));
    const wide = await page.evaluate(() => {
      const root = document.querySelector("swanilai-widget").shadowRoot;
      const edge = root.querySelector(".widget").getBoundingClientRect().right;
      return [document.documentElement.scrollWidth > innerWidth, [...root.querySelectorAll(".card *")].some((one) => one.getBoundingClientRect().right > edge + 1)];
    });
    assert.deepEqual(wide, [false, false]);
  });
}

/** Waits for a heading, with the level it is said to have. */
async function leveled(one, name, at) {
  await one.getByRole("heading", { name }).and(one.locator(`[aria-level="${at}"]`)).waitFor();
}

scenario("barriers: none, with headings that fit in below those of the page", async (stage) => {
  const { page, allow } = stage;
  // axe reads the styles of a shadow root by a style element of its own.
  allow("policy", /^style-src-elem blocked inline/);
  allow("console", /^Applying inline style violates/);
  await visit(stage, widget({ ...OFFICE, instance: "a", "heading-level": "2" }));
  const one = of(page, "a");
  await leveled(one, "Unit yang dinilai", 2);
  await assertAccessible(page);
  await begin(one);
  await leveled(one, SAKIP.dimensions[0].name, 2);
  await assertAccessible(page);
  await view(one, "Hasil");
  await leveled(one, "Menurut komponen", 3);
  await assertAccessible(page);
});

scenario("by keyboard alone it is reached, filled in and left", { viewport: "phone" }, async (stage) => {
  const { page } = stage;
  await visit(stage, `${widget({ ...OFFICE, instance: "a" })}<button type="button">Sesudahnya</button>`);
  const one = of(page, "a");
  await one.getByRole("textbox", { name: "Perangkat daerah" }).waitFor();
  const active = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return { id: at.id, tag: at.localName, text: at.textContent.trim().slice(0, 40), type: at.type };
    });
  const tab = async (want) => {
    for (let turn = 0; turn < 80; turn += 1) {
      await page.keyboard.press("Tab");
      const at = await active();
      if (want(at)) return at;
    }
    throw new Error("never reached");
  };
  await tab(({ id }) => id === "unit-name");
  await page.keyboard.type("Dinas Papan Tombol");
  await page.keyboard.press("Enter");
  await one.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await eventually(async () => assert.equal((await active()).tag, "h1"));
  await tab(({ type }) => type === "radio");
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.ok(Object.keys((await answers(page, "a")) ?? {}).length === 1));
  await tab(({ tag, text }) => tag === "a" && text.startsWith("Komponen berikutnya"));
  await page.keyboard.press("Enter");
  await one.getByRole("heading", { name: SAKIP.dimensions[1].name }).waitFor();
  await eventually(async () => assert.equal((await active()).tag, "h1"));
  await tab(({ tag, text }) => tag === "button" && text === "Sesudahnya");
});

scenario("its instrument is asked for beside the app, and once", async (stage) => {
  const { page, context, log } = stage;
  const from = log.length;
  const asked = () => log.slice(from).filter(({ path }) => path.startsWith("/rubrics/")).length;
  let release = () => {};
  const released = new Promise((resolve) => (release = resolve));
  await context.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await visit(stage, widget({ ...OFFICE, instance: "a" }));
  await eventually(() => assert.equal(asked(), 1));
  await of(page, "a").getByText("Swanilai sedang dimuat").waitFor();
  release();
  await begin(of(page, "a"));
  assert.equal(asked(), 1, "handed over, and not asked for again");
});

scenario("without script-src the page stays as it was", async (stage) => {
  const { page, allow } = stage;
  allow("policy", /script-src/);
  allow("console", /Content Security Policy/);
  allow("request", /failed/);
  await visit(stage, widget({ instance: "a" }), { csp: policy({ ...NEEDED, "script-src": "'none'" }) });
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => customElements.get("swanilai-widget")), undefined);
});

for (const [line, value, blocked] of [
  ["script-src", "'self'", /wasm|script-src/],
  ["style-src", "'none'", /style-src/],
  ["connect-src", "'none'", /connect-src/],
]) {
  scenario(`without ${line} ${NEEDED[line]} it says that it cannot be opened, and tells the page`, async (stage) => {
    const { page, allow } = stage;
    allow("policy", blocked);
    allow("console", /Content Security Policy|fetch|CSP|stylesheet|Failed to load/);
    allow("page", /CompileError|fetch|styles/);
    allow("request", /csp|failed/);
    await page.addInitScript(() => addEventListener("swanilai:error", (event) => (globalThis.failed = event.detail)));
    await visit(stage, widget({ instance: "a" }), { csp: policy({ ...NEEDED, [line]: value }) });
    await of(page, "a").getByRole("alert").getByRole("heading", { name: "Swanilai tidak dapat dibuka" }).waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.failed), { reason: "boot-failure" });
  });
}

scenario("where a file did not come it can be tried again", async (stage) => {
  const { page, context, allow } = stage;
  allow("request", /\.wasm/);
  allow("console", /Failed to load resource|net::ERR_FAILED/);
  allow("page", /fetch/);
  await context.route("**/*.wasm", (route) => route.abort());
  await visit(stage, widget({ ...OFFICE, instance: "a" }));
  await of(page, "a").getByRole("heading", { name: "Swanilai tidak dapat dibuka" }).waitFor();
  await context.unroute("**/*.wasm");
  await of(page, "a").getByRole("button", { name: "Coba lagi" }).click();
  await begin(of(page, "a"));
});

scenario("when the app cannot go on every element offers its own last file", async (stage) => {
  const { page, allow } = stage;
  allow("console", /swanilai: stopped by an internal error|insert|panicked|JavaScript Error/);
  allow("page", /unreachable|RuntimeError/);
  await visit(stage, ["a", "b"].map((instance) => widget({ ...OFFICE, instance })).join(""));
  await listen(page);
  for (const instance of ["a", "b"]) {
    await begin(of(page, instance), `Dinas ${instance}`);
    await saved(of(page, instance));
  }
  await view(of(page, "a"), "Beranda");
  const on = of(page, "a").getByRole("button", { name: /^Lanjutkan / });
  await on.waitFor();
  await of(page, "a").locator(".troubles").evaluate((element) => element.remove());
  await on.click();
  for (const instance of ["a", "b"]) {
    await of(page, instance).getByRole("heading", { name: "Swanilai berhenti" }).waitFor();
    const { json } = await downloaded(page, () => of(page, instance).getByRole("button", { name: "Unduh berkas terakhir" }).click());
    assert.equal(json.unit.name, `Dinas ${instance}`);
  }
  const heard = await page.evaluate(() => globalThis.heard.filter(({ type }) => type === "error"));
  assert.deepEqual(heard, ["a", "b"].map((from) => ({ type: "error", from, detail: { reason: "panic" } })));
});
