/** The page in frames of other sites: the snippet, what the site is told, and what it can never have. */

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";

import { scenario } from "./support/browser.mjs";
import { heard, hosting, inside, listening, practise, told } from "./support/embed.mjs";
import { binjai, downloaded, eventually, instrument, level, press, take, view } from "./support/journey.mjs";

const host = hosting();
const SAKIP = instrument("sakip-2021");

const tag = (more = "") => `<script src="${host.loader}" data-rubric="sakip-2021" ${more} async></script>`;
const div = (more = "") => `<div id="kotak" data-swanilai data-rubric="sakip-2021" ${more}></div><script src="${host.loader}"></script>`;

/** Takes a document over by the host's `prefill`, with the consent it needs. */
async function prefill(page, frame, document) {
  await page.evaluate((document) => globalThis.kotak.swanilai.prefill(document), document);
  await frame.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).waitFor();
  await frame.getByRole("button", { name: "Ambil" }).click();
  await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}

scenario("one script tag makes the sandboxed frame and shows a working exercise under the strictest policy", async (stage) => {
  const { page } = stage;
  await host.open(stage, tag());
  await practise(inside(page));
  const frame = page.locator("iframe");
  assert.deepEqual(
    await frame.evaluate((frame) => ({
      sandbox: frame.getAttribute("sandbox"),
      title: frame.title,
      loading: frame.loading,
      allow: frame.getAttribute("allow"),
      referrer: frame.referrerPolicy,
      srcdoc: frame.hasAttribute("srcdoc"),
      address: new URL(frame.src).pathname + new URL(frame.src).search,
    })),
    {
      sandbox: "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox",
      title: "Swanilai: penilaian mandiri pelayanan publik",
      loading: "lazy",
      allow: "",
      referrer: "strict-origin-when-cross-origin",
      srcdoc: false,
      address: `/embed.html?id=w1&rubric=sakip-2021&host=${encodeURIComponent(host.origin)}`,
    },
  );
  assert.equal(await page.title(), "Situs pemda");
});

for (const [what, policy] of [
  ["script-src", { "script-src": null }],
  ["frame-src", { "frame-src": null }],
]) {
  scenario(`without the documented line ${what} there is no widget`, async (stage) => {
    stage.allow("policy", /./);
    stage.allow("console", /Content.Security.Policy|violates/i);
    stage.allow("request", /failed:/);
    await host.open(stage, tag(), { policy });
    await stage.page.waitForTimeout(1_000);
    const shown = stage.page.frames().some((frame) => frame.url().includes("/embed.html"));
    assert.equal(shown, false);
  });
}

scenario("a host that enforces Trusted Types without any policy gets the widget", async (stage) => {
  await host.open(stage, tag(), { policy: { "require-trusted-types-for": "'script'", "trusted-types": "'none'" } });
  await practise(inside(stage.page));
});

scenario("a host that isolates itself by CORP can load the loader with integrity and CORS", async (stage) => {
  const text = await (await fetch(host.loader)).text();
  const digest = Buffer.from(await crypto.subtle.digest("SHA-384", Buffer.from(text))).toString("base64");
  await host.open(stage, tag(`integrity="sha384-${digest}" crossorigin="anonymous"`));
  await practise(inside(stage.page));
  assert.ok(gzipSync(text, { level: 9 }).length <= 3_000);
});

scenario("a site that is not on the list is refused by the browser", async (stage) => {
  stage.allow("console", /frame-ancestors|ancestor/i);
  stage.allow("request", /failed:/);
  const stranger = host.origin.replace("localhost", "127.0.0.1");
  await host.open(stage, tag(), { at: stranger, policy: { "frame-src": "*" } });
  await stage.page.waitForTimeout(1_500);
  assert.equal(await inside(stage.page).getByRole("button", { name: "Mulai latihan" }).count(), 0);
});

scenario("the frame is as tall as what it holds, with no bar inside, and fifty changes take few messages each", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div());
  const frame = inside(page);
  await practise(frame);
  const fits = async () => {
    const inner = await frame.locator("html").evaluate((root) => ({ content: Math.ceil(root.getBoundingClientRect().height), room: innerHeight }));
    assert.equal(inner.room, inner.content);
  };
  await eventually(fits);
  for (let turn = 0; turn < 50; turn += 1) {
    const before = (await heard(page)).filter((type) => type === "resize").length;
    await page.setViewportSize({ width: turn % 2 === 0 ? 700 : 1_200, height: 768 });
    await eventually(fits);
    await page.waitForTimeout(30);
    const after = (await heard(page)).filter((type) => type === "resize").length;
    assert.ok(after - before < 3, `turn ${turn}: ${after - before} messages`);
  }
});

scenario("three instances keep their answers apart and tell only their own", async (stage) => {
  const { page } = stage;
  await listening(page);
  const three = ["a", "b", "c"].map((id) => `<div id="${id}" data-swanilai data-rubric="sakip-2021"></div>`).join("");
  await host.open(stage, `${three}<script src="${host.loader}"></script>`);
  for (const nth of [0, 1, 2]) {
    await page.locator("iframe").nth(nth).scrollIntoViewIfNeeded();
    await practise(inside(page, nth));
  }
  // Frames above that grow or shrink can move it away under the pointer.
  const top = level(inside(page, 1), SAKIP, "1a", 5);
  await eventually(async () => {
    await press(top);
    assert.ok(await top.isChecked());
  });
  // The others may tell of their nought later.
  const ofB = async () => (await told(page, "progress")).filter(({ on }) => on === "b").at(-1)?.detail.answered;
  await eventually(async () => assert.equal(await ofB(), 1));
  const last = Object.fromEntries((await told(page, "progress")).map(({ on, detail }) => [on, detail.answered]));
  assert.deepEqual(last, { a: 0, b: 1, c: 0 });
  for (const nth of [0, 2]) assert.equal(await level(inside(page, nth), SAKIP, "1a", 5).isChecked(), false);
});

scenario("in practice nothing is named, told or printed that could pass for a result", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div("data-allow-results"));
  const frame = inside(page);
  await frame.getByRole("banner").getByText("Mode latihan").waitFor();
  assert.equal(await frame.getByRole("textbox").count(), 0);
  await practise(frame);
  await press(level(frame, SAKIP, "1a", 5));
  await frame.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  await frame.getByText("Ini latihan, bukan penilaian kantor mana pun.").waitFor();
  assert.equal(await frame.getByRole("link", { name: /Cetak|Lembar/ }).count(), 0);
  const { json } = await downloaded(page, () => frame.locator("#download").click());
  assert.equal(json.practice, true);
  await page.evaluate(() => globalThis.kotak.swanilai.getResult());
  await eventually(async () => assert.deepEqual((await told(page, "error")).at(-1).detail, { reason: "practice" }));
  assert.deepEqual([...new Set(await heard(page))].filter((type) => ["zone", "result"].includes(type)), []);
  await page.emulateMedia({ media: "print" });
  assert.equal(await frame.locator(".paper").count(), 0);
  const shown = await frame.locator(".sheet > :visible").allTextContents();
  assert.equal(shown.length, 1);
  assert.match(shown[0], /Ini latihan/);
});

scenario("what is taken over in practice is an exercise from then on, on a page of its own too", async (stage) => {
  const { page, open } = stage;
  await listening(page);
  await host.open(stage, div());
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ready"));
  await prefill(page, inside(page), binjai());
  await inside(page).getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  const { json } = await downloaded(page, () => inside(page).locator("#download").click());
  assert.equal(json.practice, true);
  await open();
  await take(page, json);
  await page.getByText(/^Latihan · /).waitFor();
  await view(page, "Hasil");
  await page.getByText("Ini latihan, bukan penilaian kantor mana pun.").waitFor();
  assert.equal(await page.getByRole("link", { name: /Cetak|Lembar/ }).count(), 0);
});

scenario("an office's frame tells zone and category, and lets the result go only by the button that names the site", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div('data-mode="kantor" data-allow-results'));
  const frame = inside(page);
  await frame.getByRole("heading", { level: 1, name: "Unit yang dinilai" }).waitFor();
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ready"));
  await page.evaluate(() => globalThis.kotak.swanilai.getResult());
  await eventually(async () => assert.deepEqual((await told(page, "error")).at(-1)?.detail, { reason: "nothing" }));
  await prefill(page, frame, binjai());
  await eventually(async () => assert.deepEqual((await told(page, "zonechange")).at(-1)?.detail, { category: "A", zone: null }));
  const ask = () => page.evaluate(() => globalThis.kotak.swanilai.getResult());
  const send = frame.getByRole("button", { name: `Kirim hasil ke ${host.origin}`, exact: true });
  await ask();
  await send.waitFor();
  await frame.getByRole("button", { name: "Jangan kirim" }).click();
  await eventually(async () => assert.deepEqual((await told(page, "error")).at(-1).detail, { reason: "declined" }));
  assert.deepEqual(await told(page, "result"), []);
  await ask();
  await send.click();
  await eventually(async () => assert.equal((await told(page, "result")).length, 1));
  const [{ on, detail }] = await told(page, "result");
  assert.equal(on, "kotak");
  assert.equal(detail.document.results.score, 87.8);
  assert.equal(await send.isVisible(), false);
});

scenario("where a frame may refuse to print in silence, the way to print is told", async (stage) => {
  const { page } = stage;
  stage.allow("console", /allow-modals/);
  await listening(page);
  await host.open(stage, div('data-mode="kantor"'));
  const frame = inside(page);
  await frame.getByRole("heading", { level: 1, name: "Unit yang dinilai" }).waitFor();
  await prefill(page, frame, binjai());
  await frame.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  await frame.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
  await frame.getByRole("button", { name: "Cetak" }).click();
  await frame.getByRole("status").getByText("dapat menolak pencetakan").waitFor();
});

scenario("without leave to ask for results nothing is offered and the site is told so", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div('data-mode="kantor"'));
  await page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ready"));
  await page.evaluate(() => globalThis.kotak.swanilai.getResult());
  await eventually(async () => assert.deepEqual((await told(page, "error")).at(-1).detail, { reason: "notAllowed" }));
  assert.equal(await inside(page).getByRole("button", { name: /Kirim hasil/ }).count(), 0);
});

scenario("a prefill that is no document is refused in words, changes nothing, and steals no focus", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, `<button id="sini">Sini</button>${div()}`);
  const frame = inside(page);
  await frame.getByRole("button", { name: "Mulai latihan" }).waitFor();
  await page.locator("#sini").focus();
  await page.evaluate(() => globalThis.kotak.swanilai.prefill({ format: "lain" }));
  await frame.getByRole("heading", { level: 1, name: "Buka berkas" }).waitFor();
  await eventually(async () => assert.deepEqual((await told(page, "error")).at(-1).detail, { reason: "refused" }));
  assert.equal(await page.evaluate(() => document.activeElement.id), "sini");
});

scenario("a page that lies about its address is told its height and nothing else", async (stage) => {
  const { page } = stage;
  await listening(page);
  const address = `${host.widget}/embed.html?id=x&rubric=sakip-2021&mode=kantor&results=1&host=${encodeURIComponent("https://pemda.go.id")}`;
  await host.open(stage, `<iframe title="Swanilai" src="${address}" width="900" height="700"></iframe>`);
  const frame = inside(page);
  await frame.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.evaluate(() => {
    for (const type of ["init", "getResult", "theme", "prefill", "focus"]) {
      document.querySelector("iframe").contentWindow.postMessage({ ns: "swanilai", v: 1, id: "x", type, document: {}, properties: { "--swanilai-radius": "20px" } }, "*");
    }
  });
  await press(level(frame, SAKIP, "1a", 5));
  await page.waitForTimeout(800);
  assert.deepEqual([...new Set(await heard(page))].sort(), ["ready", "resize"]);
  assert.equal(await frame.locator("html").evaluate((root) => root.style.length), 0);
});

scenario("the script may come before its place, twice, and with places that come later", async (stage) => {
  const { page } = stage;
  await host.open(stage, `<script src="${host.loader}"></script><script src="${host.loader}"></script><div data-swanilai data-rubric="sakip-2021"></div>`);
  await inside(page).getByRole("button", { name: "Mulai latihan" }).waitFor();
  await page.evaluate(() => {
    const later = document.createElement("div");
    later.dataset.swanilai = "";
    later.dataset.title = "Latihan SAKIP";
    document.body.prepend(later);
  });
  await page.locator("iframe[title='Latihan SAKIP']").waitFor();
  await inside(page, 0).getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
  assert.equal(await page.locator("iframe").count(), 2);
  const ids = await page.locator("iframe").evaluateAll((frames) => frames.map(({ dataset }) => dataset.swanilaiFrame));
  assert.equal(new Set(ids).size, 2);
});

scenario("two places that ask for one name get two", async (stage) => {
  const { page } = stage;
  const two = ["x", "y"].map((id) => `<div id="${id}" data-swanilai data-instance="kembar"></div>`).join("");
  await host.open(stage, `${two}<script src="${host.loader}"></script>`);
  for (const nth of [0, 1]) {
    await page.locator("iframe").nth(nth).scrollIntoViewIfNeeded();
    await inside(page, nth).getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
  }
  const frames = await page.locator("iframe").evaluateAll((all) => all.map((frame) => [frame.dataset.swanilaiFrame, new URL(frame.src).searchParams.get("id")]));
  assert.deepEqual(frames, [["kembar", "kembar"], ["kembar-2", "kembar-2"]]);
});

scenario("as a module it frames the page it came from, whatever else on the site is called embed.js", async (stage) => {
  const { page } = stage;
  // Of a type that no browser runs or fetches.
  const other = '<script type="text/plain" src="https://lain.example/alat/embed.js"></script>';
  await host.open(stage, `${other}<script type="module" src="${host.loader}" data-rubric="sakip-2021"></script>`);
  await practise(inside(page));
  assert.equal(await page.locator("iframe").evaluate((frame) => new URL(frame.src).origin), host.widget);
});
