/** What a site around the page can say, however it says it; looks, barriers and storage inside its frame. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { scenario } from "./support/browser.mjs";
import { heard, hosting, inside, listening, practise, told } from "./support/embed.mjs";
import { eventually, instrument, level, press } from "./support/journey.mjs";

const host = hosting();
const SAKIP = instrument("sakip-2021");
const div = (more = "") => `<div id="kotak" data-swanilai data-rubric="sakip-2021" ${more}></div><script src="${host.loader}"></script>`;

async function ready(page) {
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ready"));
}
/** A property as it is worn inside the frame. */
const worn = (frame, name) => frame.locator("html").evaluate((root, name) => getComputedStyle(root).getPropertyValue(name).trim(), `--swanilai-${name}`);
const theme = (page, properties) =>
  page.evaluate((properties) => globalThis.kotak.swanilai.theme(Object.fromEntries(Object.entries(properties).map(([name, value]) => [`--swanilai-${name}`, value]))), properties);

scenario("malformed, foreign, huge and odd messages to the frame change nothing and raise nothing", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div('data-mode="kantor" data-allow-results'));
  await ready(page);
  const frame = inside(page);
  const before = await frame.locator("#app").innerHTML();
  const sent = await page.evaluate(() => {
    const target = globalThis.kotak.swanilai.frame.contentWindow;
    const good = { ns: "swanilai", v: 1, id: "kotak" };
    const circle = { ...good, type: "theme", properties: {} };
    circle.properties.self = circle;
    const odd = [
      null, undefined, 0, NaN, "", "init", [], {}, new Date(), new Map([["ns", "swanilai"]]), 1n, new ArrayBuffer(8),
      { ...good }, { ...good, type: null }, { ...good, type: {} }, { ...good, type: "toString" }, { ...good, type: "__proto__" },
      { ...good, type: "constructor" }, { ...good, v: 2, type: "getResult" }, { ...good, v: "1", type: "getResult" },
      { ...good, ns: "Swanilai", type: "getResult" }, { ...good, id: "lain", type: "getResult" }, { ...good, id: ["kotak"], type: "getResult" },
      { ...good, type: "theme" }, { ...good, type: "theme", properties: null }, { ...good, type: "theme", properties: NaN },
      { ...good, type: "theme", properties: { constructor: "x", toString: "red", ["__proto__"]: "#000000" } },
      JSON.parse('{"ns":"swanilai","v":1,"id":"kotak","type":"theme","properties":{"__proto__":{"--swanilai-brand":"#000"}}}'),
      circle,
      { ...good, type: "theme", properties: { "--swanilai-brand": "x".repeat(2_000_000) } },
      "x".repeat(3_000_000),
      { ...good, type: "resize", height: NaN }, { ...good, type: "result", document: {} }, { ...good, type: "progress", answered: -1 },
    ];
    for (const one of odd) target.postMessage(one, "*");
    return odd.length;
  });
  assert.ok(sent > 30);
  await page.waitForTimeout(400);
  assert.equal(await frame.locator("#app").innerHTML(), before);
  assert.equal(await frame.locator("html").evaluate((root) => root.style.length), 0);
  assert.equal(await frame.locator("#result-asked").isVisible(), false);
  assert.deepEqual(await told(page, "result"), []);
});

scenario("a site that writes its markup anew gets the frames back under the names they had, and so what they keep", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, `${div()}<div id="lain" data-swanilai></div>`);
  const there = () => inside(page).getByRole("button", { name: "Mulai latihan" }).waitFor();
  await there();
  const names = () => page.locator("iframe").evaluateAll((all) => all.map(({ dataset, src }) => [dataset.swanilaiFrame, new URL(src).searchParams.get("id")]));
  const before = await names();
  assert.deepEqual(before, [["kotak", "kotak"], ["lain", "lain"]]);
  // The copies of the frames carry the style of the old ones, which the site's own policy forbids as markup.
  stage.allow("console", /Applying inline style violates/);
  stage.allow("policy", /style-src-attr/);
  await page.evaluate(() => (document.body.innerHTML += "<p>berita</p>"));
  await page.waitForFunction(() => globalThis.kotak.swanilai && globalThis.lain.swanilai);
  assert.deepEqual(await names(), before);
  await there();
});

scenario("a prefill that cannot be a document is told as an error, whatever it is", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div());
  await ready(page);
  const offer = (make) => page.evaluate(`globalThis.kotak.swanilai.prefill(${make})`);
  for (const make of ["NaN", "undefined", "(() => { const a = {}; a.a = a; return a; })()", "1n", "'x'.repeat(1048577)", "new Map()", "'{'"]) {
    const count = (await told(page, "error")).length;
    await offer(make);
    if (make === "new Map()" || make === "'{'" || make === "NaN") {
      // JSON after all, and no document: refused in words.
      await inside(page).getByRole("heading", { level: 1, name: "Buka berkas" }).waitFor();
      await inside(page).getByRole("button", { name: "Kembali ke Beranda" }).click();
    } else {
      await eventually(async () => assert.equal((await told(page, "error")).length, count + 1, make));
    }
  }
  await inside(page).getByRole("button", { name: "Mulai latihan" }).waitFor();
});

scenario("messages from another frame of the site, and from a window of another origin, are not heard", async (stage) => {
  const { page, allow } = stage;
  allow("request", /./);
  await listening(page);
  await host.open(stage, `${div('data-mode="kantor" data-allow-results')}<iframe id="lain" title="lain" src="/"></iframe>`, { policy: { "frame-src": "ORIGIN 'self'" } });
  await ready(page);
  // The site's own other frame: the right origin, the wrong window.
  const other = page.frames().find((one) => one !== page.mainFrame() && one.url() === `${host.origin}/`);
  await other.evaluate(() => parent.frames[0].postMessage({ ns: "swanilai", v: 1, id: "kotak", type: "getResult" }, "*"));
  // And to the site: a forged result from that frame.
  await page.evaluate(() => {
    const forged = { ns: "swanilai", v: 1, id: "kotak", type: "result", document: {} };
    window.postMessage(forged, "*");
    dispatchEvent(new MessageEvent("message", { data: forged, origin: globalThis.kotak.swanilai.frame.src.slice(0, 22), source: window }));
  });
  await page.waitForTimeout(300);
  assert.equal(await inside(page).locator("#result-asked").isVisible(), false);
  assert.deepEqual(await told(page, "result"), []);
});

scenario("the site sets colours, radius, font and space by attributes and messages, within the grammar", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div('data-theme-brand="#7a1f3d" data-theme-radius="0px" data-theme-font="Georgia, serif" data-theme-space="0.75"'));
  await ready(page);
  const frame = inside(page);
  await eventually(async () => assert.equal(await worn(frame, "brand"), "#7a1f3d"));
  assert.equal(await worn(frame, "radius"), "0px");
  assert.equal(await worn(frame, "font"), "Georgia, serif");
  assert.equal(await frame.locator("body").evaluate((body) => getComputedStyle(body).fontFamily), "Georgia, serif");
  await theme(page, {
    brand: "url(https://x.example/a.png)",
    ground: "red;background:url(x)",
    ink: "var(--x)",
    radius: "99px",
    space: "3",
    font: "url(x), serif",
    "text-1": "80px",
  });
  await eventually(async () => assert.equal(await worn(frame, "radius"), "6px"));
  assert.equal(await frame.locator("html").evaluate((root) => root.style.length), 0);
  await theme(page, { ground: "#fdf6e3", surface: "#ffffff", ink: "#002b36" });
  await eventually(async () => assert.equal(await worn(frame, "ground"), "#fdf6e3"));
  await assertContrast(frame);
});

/** The links and words of the masthead, as they are drawn, against their ground. */
async function assertContrast(frame) {
  const worst = await frame.locator("html").evaluate(() => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = light(getComputedStyle(document.querySelector(".masthead")).backgroundColor);
    return Math.min(
      ...[...document.querySelectorAll(".masthead a")].map((link) => {
        const [low, high] = [light(getComputedStyle(link).color), ground].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      }),
    );
  });
  assert.ok(worst >= 4.5, `${worst}`);
}

for (const [what, properties, falls] of [
  ["ink like its ground", { ink: "#e0e0e0" }, ["ink", "#1c2024"]],
  ["a pale brand", { brand: "#ffd000" }, ["brand", "#0b4f8a"]],
  ["a dark surface under dark words", { surface: "#101010" }, ["surface", "#ffffff"]],
  ["a surface on which fields have no edge", { surface: "#d8d8d8" }, ["surface", "#ffffff"]],
  ["a ground on which hints cannot be read", { ground: "#9a9a9a" }, ["ground", "#f6f5f1"]],
]) {
  scenario(`${what} falls back to our own colour, and stays away when asked again`, async (stage) => {
    const { page } = stage;
    await listening(page);
    await host.open(stage, div());
    await ready(page);
    const frame = inside(page);
    await theme(page, { radius: "3px", ...properties });
    await eventually(async () => assert.equal(await worn(frame, "radius"), "3px"));
    assert.equal(await worn(frame, falls[0]), falls[1]);
    await assertContrast(frame);
  });
}

scenario("a theme made for light screens gives way on dark ones, where its pairs could not be read", { context: { colorScheme: "dark" } }, async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div('data-theme-brand="#7a1f3d"'));
  await ready(page);
  const frame = inside(page);
  assert.equal(await worn(frame, "brand"), "#8fc1f0");
  await page.emulateMedia({ colorScheme: "light" });
  await eventually(async () => assert.equal(await worn(frame, "brand"), "#7a1f3d"));
});

for (const [colorScheme, path] of [["light", []], ["dark", []], ["light", ["fill"]]]) {
  scenario(`no barrier in the frame, ${colorScheme} ${path.join(" ")}, and its headings begin where the site says`, { viewport: "phone", context: { colorScheme } }, async (stage) => {
    const { page } = stage;
    await listening(page);
    await host.open(stage, div('data-heading-level="3"'));
    await ready(page);
    const frame = inside(page);
    if (path.includes("fill")) await practise(frame);
    await frame.locator("#view-title[aria-level='3']").waitFor();
    const levels = await frame.locator("#app :is(h1, h2, h3, h4)").evaluateAll((all) => all.map((title) => Number(title.getAttribute("aria-level")) - Number(title.localName[1])));
    assert.deepEqual([...new Set(levels)], [2]);
    const inner = page.frames().find((one) => one.url().includes("/embed.html"));
    await assertAccessible({ context: () => ({ newCDPSession: () => page.context().newCDPSession(inner) }) }, ["page-has-heading-one"]);
    const wide = await frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(wide, 0);
  });
}

scenario("nothing takes the focus while the frame loads, and the site may lead it in", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, `<button id="sini" autofocus>Sini</button>${div()}`);
  await ready(page);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.activeElement.id), "sini");
  await page.evaluate(() => globalThis.kotak.swanilai.focus());
  await eventually(async () => assert.equal(await inside(page).locator("#view-title").evaluate((title) => title === document.activeElement), true));
});

scenario("a new view is brought into sight though the frame itself never scrolls", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, `<p style="height: 600px">Kata pengantar</p>${div()}`, { policy: { "style-src": "'unsafe-inline'" } });
  const frame = inside(page);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await practise(frame);
  await eventually(async () => assert.ok((await page.locator("iframe").boundingBox()).height > 1_500));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await frame.getByRole("link", { name: / berikutnya: / }).first().click();
  await eventually(async () => {
    const box = await frame.locator("#view-title").boundingBox();
    // The browser scrolls by parts of a pixel.
    assert.ok(box.y > -1 && box.y < 768, `${box.y}`);
  });
});

scenario("where storage is refused in the frame it says so, offers a tab of its own, and the site learns that leaving loses work", { blockedStorage: true }, async (stage) => {
  const { page, context } = stage;
  await listening(page);
  await host.open(stage, div());
  const frame = inside(page);
  await practise(frame);
  await press(level(frame, SAKIP, "1a", 5));
  await frame.getByRole("alert").getByText("Peramban ini tidak mengizinkan penyimpanan.").waitFor();
  await eventually(async () => assert.deepEqual((await told(page, "dirty")).at(-1).detail, { dirty: true }));
  const [tab] = await Promise.all([context.waitForEvent("page"), frame.getByRole("link", { name: "Buka di tab baru" }).click()]);
  await tab.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
  assert.equal(await tab.evaluate(() => document.documentElement.dataset.place), undefined);
});

scenario("a plain frame without any script of ours works, and registers nothing", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, `<iframe title="Swanilai" src="${host.widget}/embed.html?rubric=sakip-2021" width="360" height="640"></iframe>`, { policy: { "script-src": null } });
  await practise(inside(page));
  assert.deepEqual([...new Set(await heard(page))].sort(), ["ready", "resize"]);
  const inner = page.frames().find((one) => one.url().includes("/embed.html"));
  assert.equal(await inner.evaluate(() => navigator.serviceWorker.getRegistrations().then((found) => found.length, () => 0)), 0);
  assert.deepEqual(await inner.evaluate(() => Object.keys(globalThis.swanilai)), ["module", "ahead"], "no script runs beside it");
});
