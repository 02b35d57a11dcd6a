/** Who is at work in a frame: what they answered is kept and found, all of it can be reached, and nothing comes between. */

import assert from "node:assert/strict";

import { scenario } from "./support/browser.mjs";
import { hosting, inside, listening, told } from "./support/embed.mjs";
import { begin, binjai, eventually, instrument, kept, level, newest, press, saved } from "./support/journey.mjs";

const host = hosting({ near: true });
const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const STYLED = { policy: { "style-src": "'unsafe-inline'" } };

const div = (more = 'data-rubric="sakip-2021"') => `<div id="kotak" data-swanilai ${more}></div><script src="${host.loader}"></script>`;
const OFFICE = 'data-rubric="sakip-2021" data-mode="kantor" data-allow-results';

/** From the first view in a frame to its questions. */
async function fill(frame) {
  await frame.getByRole("button", { name: /^Mulai (latihan|mengisi)$/ }).click();
  await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}
const ready = (page) => page.waitForFunction(() => globalThis.told.some(({ name }) => name === "ready"));
const call = (page, name, ...given) => page.evaluate(([name, given]) => globalThis.kotak.swanilai[name](...given), [name, given]);
/** What has the focus in the frame. */
const focused = (frame) => frame.locator("html").evaluate(() => document.activeElement.localName);

for (const mode of ["latihan", "kantor"]) {
  scenario(`a plain frame in mode ${mode} shares nothing with the page by itself, and clears nothing of it`, async (stage) => {
    const { page, open } = stage;
    await open();
    await begin(page, SAKIP.shortName, "Dinas Nyata");
    await saved(page);
    // What is in sight of the form is kept when the page is left, which it is twice here.
    const own = async () => ({ ...(await kept(page)), "swanilai:1:sight": undefined });
    const before = await own();
    await host.open(stage, `<iframe title="Swanilai" src="${host.widget}/embed.html?rubric=sakip-2021&amp;mode=${mode}" width="900" height="700"></iframe>`);
    const frame = inside(page);
    await frame.getByRole("link", { name: "Beranda" }).click();
    await frame.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
    assert.equal(await frame.getByText("Dinas Nyata").count(), 0);
    await frame.getByRole("link", { name: `Mulai ${SAKIP.shortName}`, exact: true }).click();
    await fill(frame);
    await saved(frame);
    await frame.getByRole("link", { name: "Beranda" }).click();
    await frame.getByRole("button", { name: "Hapus semua data di sisipan ini" }).click();
    await frame.getByRole("button", { name: "Hapus semuanya" }).click();
    await frame.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
    await open();
    assert.deepEqual(await own(), before);
    assert.equal((await newest(page)).practice, undefined);
  });
}

scenario("who comes back to a frame finds what was answered there, and a place for another instrument begins with that one", async (stage) => {
  const { page } = stage;
  await host.open(stage, div());
  const frame = inside(page);
  const answered = level(frame, SAKIP, "1a", 5).and(frame.getByRole("radio", { checked: true }));
  await fill(frame);
  await press(level(frame, SAKIP, "1a", 5));
  await saved(frame);
  await page.reload();
  await answered.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "nothing took the focus");
  await host.open(stage, div(`data-instance="kotak" data-rubric="${OMBUDSMAN.id}"`));
  await frame.getByText(OMBUDSMAN.shortName).first().waitFor();
  await fill(frame);
  await saved(frame);
  // It is no longer the one that was open last: then it is offered.
  await host.open(stage, div());
  await frame.getByRole("button", { name: /^(Lanjutkan|Buka) SAKIP/ }).click();
  await answered.waitFor();
});

/** Whether what is in the frame can be scrolled to its end, by wheel and finger as by script. */
const reach = (frame) =>
  frame.locator("html").evaluate((root) => {
    scrollTo(0, root.scrollHeight);
    return { end: Math.ceil(scrollY + innerHeight) >= Math.floor(root.getBoundingClientRect().height), scrolls: getComputedStyle(root).overflowY !== "hidden" };
  });

scenario("where the site holds the height of the frame, it scrolls inside", async (stage) => {
  const { page } = stage;
  await host.open(stage, `<style>iframe { height: 400px !important }</style>${div()}`, STYLED);
  const frame = inside(page);
  await fill(frame);
  await eventually(async () => assert.deepEqual(await reach(frame), { end: true, scrolls: true }));
});

scenario("what is longer than the frame may be is reached by scrolling inside, and shorter has no bar again", async (stage) => {
  const { page } = stage;
  await host.open(stage, div());
  const frame = inside(page);
  await fill(frame);
  const tall = (height) => frame.locator("#app").evaluate((app, height) => void (app.style.minHeight = height), height);
  await tall("24000px");
  await eventually(async () => assert.equal((await page.locator("iframe").boundingBox()).height, 20_000));
  await eventually(async () => assert.deepEqual(await reach(frame), { end: true, scrolls: true }));
  await tall("0");
  await eventually(async () => assert.deepEqual(await reach(frame), { end: true, scrolls: false }));
});

scenario("what came of a press at the foot of a long view is brought into sight", { viewport: "phone" }, async (stage) => {
  const { page } = stage;
  await host.open(stage, div());
  const frame = inside(page);
  await fill(frame);
  await frame.getByRole("navigation", { name: "Tampilan" }).getByRole("link", { name: "Hasil" }).click();
  const copy = frame.locator("#download");
  await copy.scrollIntoViewIfNeeded();
  await copy.click();
  await eventually(async () => {
    const { y } = await frame.locator("#notice").boundingBox();
    assert.ok(y >= 0 && y < 700, `${y}`);
  });
});

scenario("one tap at the wrong moment sends nothing, and who has refused twice is not asked again", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div(OFFICE));
  const frame = inside(page);
  await fill(frame);
  await ready(page);
  const [send, keep] = [frame.locator("#result-send"), frame.locator("#result-keep")];
  const last = async (reason) => eventually(async () => assert.deepEqual((await told(page, "error")).at(-1)?.detail, { reason }));
  await eventually(async () => {
    await call(page, "getResult");
    assert.equal(await send.isVisible(), true);
  });
  await send.evaluate((button) => button.click());
  await page.waitForTimeout(200);
  assert.deepEqual(await told(page, "result"), []);
  assert.equal(await send.isVisible(), true, "it is still asked");
  await keep.click();
  await last("declined");
  await call(page, "getResult");
  await keep.click();
  await eventually(async () => assert.equal((await told(page, "error")).filter(({ detail }) => detail.reason === "declined").length, 2));
  await call(page, "getResult");
  await eventually(async () => assert.equal((await told(page, "error")).filter(({ detail }) => detail.reason === "declined").length, 3));
  assert.equal(await send.isVisible(), false);
  assert.deepEqual(await told(page, "result"), []);
});

scenario("a document offered while someone fills in waits until it is looked at, and the focus stays where it is", async (stage) => {
  const { page } = stage;
  await listening(page);
  await host.open(stage, div());
  const frame = inside(page);
  await fill(frame);
  await frame.getByText("Catatan 1a").click();
  const note = frame.getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).first();
  await note.click();
  await page.keyboard.type("Rapat monev");
  await call(page, "prefill", binjai());
  await call(page, "prefill", { format: "lain" });
  await call(page, "prefill", binjai());
  await call(page, "focus");
  await frame.getByText("Situs ini menawarkan isian.").waitFor();
  assert.equal(await focused(frame), "textarea");
  await page.keyboard.type(" bulan Maret");
  assert.equal(await note.inputValue(), "Rapat monev bulan Maret");
  await frame.getByRole("button", { name: "Lihat isian" }).click();
  await frame.getByRole("heading", { level: 1, name: "Periksa sebelum mengambil" }).waitFor();
  assert.equal(await frame.getByText("Situs ini menawarkan isian.").isVisible(), false);
  // Nor is it changed under the finger that takes it.
  await call(page, "prefill", { ...binjai(), id: "lain", unit: { name: "Kantor lain" } });
  await frame.getByText("Situs ini menawarkan isian.").waitFor();
  await frame.getByRole("button", { name: "Ambil" }).click();
  await frame.getByText("PA Binjai ·").waitFor();
  await frame.getByRole("button", { name: "Abaikan" }).click();
  assert.equal(await frame.getByText("Situs ini menawarkan isian.").isVisible(), false);
  await frame.getByText("PA Binjai ·").waitFor();
});

scenario("on a phone, the result and the way back stand below the card answered last, and nothing moves under the hand", { viewport: "phone" }, async (stage) => {
  const { page } = stage;
  await host.open(stage, div(), STYLED);
  const frame = inside(page);
  await fill(frame);
  await press(level(frame, SAKIP, "1a", 5));
  const line = frame.locator(".here").filter({ has: frame.getByRole("button", { name: "Urungkan" }) });
  const stands = async (id) => eventually(async () => {
    assert.equal(await line.count(), 1);
    assert.equal(await line.locator("xpath=preceding-sibling::article").getAttribute("id"), `card-${id}`);
  });
  await stands("1a");
  const range = await line.locator("strong").textContent();
  const radio = level(frame, SAKIP, "1b", 2);
  await radio.scrollIntoViewIfNeeded();
  // The result under the heading may take a line more; the cards themselves do not move.
  const top = () => radio.evaluate((one) => one.getBoundingClientRect().top - document.querySelector(".cards").getBoundingClientRect().top);
  const before = await top();
  await press(radio);
  await stands("1b");
  assert.equal(await top(), before);
  assert.notEqual(await line.locator("strong").textContent(), range, "it follows the answers");
  await line.scrollIntoViewIfNeeded();
  const at = async () => [await page.evaluate(() => scrollY), await top()];
  const there = await at();
  await line.getByRole("button", { name: "Urungkan" }).click();
  await eventually(async () => assert.equal(await radio.isChecked(), false));
  await line.getByRole("button", { name: "Urungkan" }).waitFor();
  await frame.getByText("Diurungkan: jawaban 1b").waitFor({ state: "attached" });
  assert.deepEqual(await at(), there, "the page stays where it is");
});
