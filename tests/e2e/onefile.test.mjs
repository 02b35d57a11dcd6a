/** The whole page as one HTML file, opened from the device; and the same file with an assessment inside. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { booted, scenario, stageFile, UNBOOTED } from "./support/browser.mjs";
import {
  begin, choose, downloaded, eventually, filled, instrument, kept, level, newest, press, saved, scoreboard, take, view,
} from "./support/journey.mjs";
import { ROOT } from "./support/serve.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const BYTES = readFileSync(join(ROOT, "dist/swanilai.html"));
const OPEN = '<script type="application/json" id="assessment">';
const CLOSE = "</script>";

// A name as people give it: spaces, brackets, letters beyond ASCII.
const FOLDER = mkdtempSync(join(tmpdir(), "swanilai-"));
mkdirSync(join(FOLDER, "Évaluasi OPD (2026)"));
after(() => rmSync(FOLDER, { recursive: true }));

let turn = 0;
/** A file of its own on the device, with this content. */
function onDevice(bytes) {
  const path = join(FOLDER, "Évaluasi OPD (2026)", `swanilai ${++turn}.html`);
  writeFileSync(path, bytes);
  return path;
}
const FILE = onDevice(BYTES);

/** The document inside, and the file without it. */
function parted(bytes) {
  const text = bytes.toString("latin1");
  const begin = text.lastIndexOf(OPEN) + OPEN.length;
  const end = text.indexOf(CLOSE, begin);
  return { document: text.slice(begin, end), rest: Buffer.from(text.slice(0, begin) + text.slice(end), "latin1") };
}

/** The one file with a document inside, as the app makes it. */
function carrying(document) {
  const json = JSON.stringify(document).replace(/[<\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const { rest } = parted(BYTES);
  const at = rest.lastIndexOf(OPEN) + OPEN.length;
  return Buffer.concat([rest.subarray(0, at), Buffer.from(json), rest.subarray(at)]);
}

const SAVE = "Simpan sebagai berkas HTML (bisa dibuka tanpa internet)";
const READING = "Anda membaca salinan di dalam berkas ini.";

/** What Hasil's button saves. */
async function savedPage(page) {
  await view(page, "Hasil");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: SAVE }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

scenario("one file fills in, restores, exports, imports and prints, and asks for nothing but itself", { file: FILE }, async ({ page, open, watched, context }) => {
  await context.setOffline(true);
  await page.addInitScript(() => {
    globalThis.prints = 0;
    globalThis.print = () => (globalThis.prints += 1);
  });
  await open();
  await begin(page, SAKIP.shortName, "Dinas Sosial");
  await press(level(page, SAKIP, "1a", 5));
  await saved(page);
  await page.reload();
  await booted(page);
  await level(page, SAKIP, "1a", 5).and(page.locator(":checked")).waitFor();
  const before = await scoreboard(page);

  await view(page, "Hasil");
  const file = await downloaded(page, () => page.getByRole("button", { name: "Unduh berkas" }).click());
  assert.equal(file.json.unit.name, "Dinas Sosial");
  await page.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
  await page.getByRole("button", { name: "Cetak" }).click();
  assert.equal(await page.evaluate(() => globalThis.prints), 1);
  const paper = await page.pdf();
  assert.ok(paper.length > 10_000, "the sheet has something on it");

  await view(page, "Beranda");
  await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
  await page.getByRole("button", { name: "Hapus semuanya" }).click();
  await page.getByText("1 penilaian dihapus dari perangkat ini.").waitFor();
  await take(page, file.text);
  assert.deepEqual(await scoreboard(page), before);
  assert.deepEqual([...new Set(watched.requests)], [new URL(page.url()).pathname], "requests");
});

scenario("every instrument and example is inside the file", { file: FILE }, async ({ page, open, watched }) => {
  await open();
  const examples = readdirSync(join(ROOT, "rubrics/examples")).map((name) => name.replace(".json", ""));
  for (const id of examples) {
    await view(page, "Beranda");
    await page.getByRole("button", { name: `Lihat contoh ${instrument(id).shortName}` }).click();
    await page.getByText("Contoh terisi: unit dan jawabannya dikarang").waitFor();
  }
  const ids = readdirSync(join(ROOT, "rubrics")).filter((name) => name.endsWith(".json") && name !== "catalog.json");
  for (const name of ids) {
    const id = name.replace(".json", "");
    await page.evaluate((hash) => (location.hash = hash), `#/tentang/${id}`);
    await page.getByText(`${id} versi`).first().waitFor();
  }
  assert.equal(watched.requests.length, 1, "requests");
});

scenario("the recapitulation works inside the file: files dropped, the table, a set of ticks", { file: FILE }, async ({ page, open, watched }) => {
  await open();
  await page.evaluate(() => (location.hash = "#/rekap/unit"));
  await page.getByRole("textbox", { name: "Tambah unit" }).fill("Dinas A\nDinas B");
  await page.getByRole("button", { name: "Tambahkan", exact: true }).press("Enter");
  await page.getByRole("checkbox", { name: "Lokus: Dinas A" }).press("Space");
  await page.getByRole("textbox", { name: "Nama skenario" }).fill("bila Dinas A");
  await page.keyboard.press("Enter");
  await page.getByText("bila Dinas A (1 unit)").waitFor();
  const office = (name, at) => JSON.stringify(filled("ombudsman-kepatuhan-2023", (values) => values.at(at), { id: name, unit: { name, pemda: "Kab. Uji" } }));
  const dropped = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    all.forEach((text, at) => data.items.add(new File([text], `${at}.json`)));
    return data;
  }, [office("Dinas A", -1), office("Dinas B", 0), "{"]);
  await page.locator(".recap").dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByText(/^3 berkas dibaca/).waitFor();
  await page.evaluate(() => (location.hash = "#/rekap/pemda"));
  const scores = page.locator('table[aria-labelledby="recap-if"] tbody tr');
  await eventually(async () => assert.equal(await scores.count(), 3));
  const own = await scores.evaluateAll((all) => all.map((row) => row.cells[2].innerText.trim()));
  assert.ok(own[0] === own[1] && own[1] !== own[2], own.join(" "));
  await page.getByRole("button", { name: "Semua unit" }).press("Enter");
  await page.evaluate(() => (location.hash = "#/rekap/tabel"));
  await eventually(async () => assert.equal(await page.locator('table[aria-labelledby="recap-units"] tbody tr').count(), 2));
  await page.evaluate(() => (location.hash = "#/rekap/masalah"));
  await page.getByText("Tidak dapat dibaca (1)").waitFor();
  assert.deepEqual([...new Set(watched.requests)], [new URL(page.url()).pathname], "requests");
});

scenario("the terms of others' work travel in the file", { file: FILE }, async ({ page, context, open }) => {
  await open();
  await page.getByRole("navigation").getByRole("link", { name: "Tentang" }).click();
  const arrives = context.waitForEvent("page");
  await page.getByRole("link", { name: "Lihat semua lisensi" }).click();
  const licences = await arrives;
  await licences.getByRole("heading", { level: 1, name: "Lisensi" }).waitFor();
  assert.ok((await licences.getByRole("listitem").count()) > 10);
  assert.equal(await licences.getByRole("link", { name: "Kembali ke Swanilai" }).count(), 0, "there is nothing to go back to");
});

scenario("the file's own policy lets nothing out and nothing foreign in", { file: FILE }, async ({ page, open, allow }) => {
  allow("policy", /^(connect-src|script-src-elem|style-src-elem|img-src|require-trusted-types-for) blocked/);
  allow("console", /Content Security Policy|TrustedScript/);
  // Reported, though they never leave.
  allow("request", /https:\/\/example\.org/);
  await open();
  const blocked = await page.evaluate(async () => {
    const seen = new Set();
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.add(effectiveDirective));
    const request = new XMLHttpRequest();
    request.open("GET", "https://example.org/");
    await new Promise((done) => {
      request.onerror = done;
      request.send();
    });
    new Image().src = "https://example.org/x.png";
    document.head.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
    try {
      document.head.append(Object.assign(document.createElement("script"), { textContent: "globalThis.foreign = 1" }));
    } catch {
      seen.add("refused");
    }
    await new Promise((done) => setTimeout(done, 200));
    return { seen: [...seen].sort(), foreign: globalThis.foreign, foundless: (await fetch("https://example.org/")).status };
  });
  assert.deepEqual(blocked.seen, ["connect-src", "img-src", "refused", "require-trusted-types-for", "style-src-elem"]);
  assert.deepEqual([blocked.foreign, blocked.foundless], [undefined, 404]);
});

const MIDDLE = BYTES.length >> 1;
const DAMAGES = {
  "one bit changed": () => Buffer.from(BYTES.map((byte, at) => (at === MIDDLE ? byte ^ 4 : byte))),
  "cut off half way": () => BYTES.subarray(0, MIDDLE),
  "a piece missing": () => Buffer.concat([BYTES.subarray(0, MIDDLE), BYTES.subarray(MIDDLE + 1024)]),
  "its last kilobyte missing": () => BYTES.subarray(0, BYTES.length - 1024),
  "saved anew as UTF-8": () => Buffer.from(new TextDecoder("windows-1252").decode(BYTES).replace('charset="windows-1252"', 'charset="utf-8"')),
  "what is no UTF-8 replaced": () => Buffer.from(BYTES.toString("utf8")),
};
for (const [how, damage] of Object.entries(DAMAGES)) {
  scenario(`says that the file is damaged: ${how}`, { file: onDevice(damage()) }, async ({ page, open, allow }) => {
    allow("page", /./);
    await open(UNBOOTED);
    await page.getByRole("alert").getByText("Berkas ini rusak: isinya terpotong atau berubah di perjalanan. Minta kirim ulang").waitFor();
  });
}

const WINDOWS = Buffer.from(BYTES.toString("latin1").replaceAll("\n", "\r\n"), "latin1");
scenario("opens all the same with the line ends of Windows", { file: onDevice(WINDOWS) }, async ({ open }) => {
  await open();
});

scenario("says what to do where even the start of the file is damaged", { file: onDevice(Buffer.from(BYTES.toString("latin1").replace("TextDecoder", "TextDecoded"), "latin1")) }, async ({ page, open, allow }) => {
  allow("policy", /^script-src-elem blocked inline/);
  allow("console", /Content Security Policy/);
  await open(UNBOOTED);
  await page.getByText("Sedang dibuka …").waitFor();
  await page.getByText("Berkas ini mungkin rusak di perjalanan: minta kirim ulang.").waitFor();
});

scenario("without storage the file says so until it is closed, and passes the answers on", { file: FILE, blockedStorage: true, viewport: "phone" }, async ({ page, open }) => {
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = async ({ files: [file] }) => {
      globalThis.shared = [file.name, await file.text()];
    };
  });
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  const alert = page.getByRole("alert");
  await alert.getByText("Di sini jawaban tidak tersimpan; ketuk Kirim sebelum menutup.").waitFor();
  await view(page, "Hasil");
  await alert.getByRole("button", { name: "Kirim" }).click();
  const [name, text] = await eventually(async () => (await page.evaluate(() => globalThis.shared)) ?? assert.fail("nothing shared"));
  assert.match(name, /^penilaian-mandiri_dinas-uji_sakip-2021_[\d-]+\.json$/);
  assert.deepEqual(Object.keys(JSON.parse(text).answers), ["1a"]);
  await page.evaluate(() => (navigator.canShare = undefined));
  const file = await downloaded(page, () => alert.getByRole("button", { name: "Kirim" }).click());
  assert.deepEqual(file.json.answers, JSON.parse(text).answers);
});

scenario("the page saves itself as one file with the assessment inside, and nothing else in it differs", async ({ page, open }) => {
  await open();
  await take(page, filled("sakip-2021", (values, at) => (at < 5 ? values[4] : undefined)));
  await saved(page);
  const { name, bytes } = await savedPage(page);
  assert.match(name, /^penilaian-mandiri_dinas-uji_sakip-2021_[\d-]+\.html$/);
  await page.getByRole("status").getByText(`Berkas ${name} diserahkan ke peramban.`).waitFor();
  const { document, rest } = parted(bytes);
  assert.ok(rest.equals(BYTES), "apart from the assessment");
  assert.equal(Object.keys(JSON.parse(document).answers).length, 5);
});

const HOSTILE = "</script><script>globalThis.foreign=1</script><!-- <script> ]]> &lt; \\u003c \u2028 é – “kutip” 😀 \\";
const CARRIED = filled("sakip-2021", (values, at) => (at < 5 ? { level: values[4], note: HOSTILE } : undefined), { id: "titipan" });
CARRIED.unit.name = HOSTILE.replace("\u2028", "");

scenario("a file with an assessment inside is read first: nothing is kept, nothing can be changed", { file: onDevice(carrying(CARRIED)) }, async ({ page, open }) => {
  await open();
  await page.getByText(READING).waitFor();
  assert.match(page.url(), /#\/hasil$/);
  assert.equal(await page.evaluate(() => scrollY), 0, "the top of the page is in sight");
  assert.equal((await scoreboard(page)).tally.split(" ").slice(0, 4).join(" "), "5 dari 12 terisi");
  await view(page, "Pengisian");
  await page.getByText(HOSTILE.replace("\u2028", "").slice(0, 20)).first().waitFor();
  assert.ok(await level(page, SAKIP, "1a", 5).isDisabled());
  assert.equal(await page.evaluate(() => globalThis.foreign), undefined);
  await page.reload();
  await booted(page);
  await page.getByText(READING).waitFor();
  assert.deepEqual(Object.keys(await kept(page)).filter((key) => key.includes(":doc:") || key.includes(":open")), []);
});

scenario("it is taken over only after its preview, and then this browser's own counts", { file: onDevice(carrying(CARRIED)) }, async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByRole("heading", { name: "Periksa sebelum mengambil" }).waitFor();
  await page.getByText("Penilaian ini belum ada di perangkat ini dan akan ditambahkan.").waitFor();
  await page.getByRole("button", { name: "Batal" }).click();
  await page.getByText(READING).waitFor();
  assert.deepEqual(Object.keys(await kept(page)).filter((key) => key.includes(":doc:")), []);

  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await saved(page);
  await press(level(page, SAKIP, "1a", 0));
  await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 0));
  assert.equal((await newest(page)).answers["1a"].note, HOSTILE);
  await page.reload();
  await booted(page);
  await level(page, SAKIP, "1a", 0).and(page.locator(":checked")).waitFor();
  assert.equal(await page.getByText(READING).count(), 0);

  // Opened anew, the file is what it was; what is kept here is not touched, and the preview says what would change.
  await open();
  await page.getByText(READING).waitFor();
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByText("Penilaian yang sama ada di perangkat ini. Mengambil berkas mengganti 1 jawaban.").waitFor();
  await page.getByRole("button", { name: "Batal" }).click();
  assert.equal((await newest(page)).answers["1a"].level, 0);
});

scenario("a file opened again after more work in this browser leads back to that work", { file: onDevice(carrying({ ...CARRIED, revision: 3 })) }, async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await saved(page);
  await view(page, "Pengisian");
  await page.getByRole("link", { name: /^Pengukuran Kinerja/ }).click();
  await press(level(page, SAKIP, "2c", 3));
  await saved(page);
  await eventually(async () => assert.equal(Object.keys((await newest(page)).answers).length, 6));

  await open();
  const onward = page.getByRole("button", { name: "Lanjutkan yang di peramban ini" });
  await page.getByText(/^Penilaian ini ada juga di peramban ini: 6 terisi, diubah \d+ \p{L}+ \d{4} \d\d\.\d\d \(berkas: 5\)\.$/u).waitFor();
  assert.equal(await onward.getAttribute("data-kind"), "primary");
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByText("Yang di perangkat ini lebih baru daripada berkasnya.").waitFor();
  const kinds = () => Promise.all(["Batal", "Ambil"].map((name) => page.getByRole("button", { name, exact: true }).getAttribute("data-kind")));
  assert.deepEqual(await kinds(), ["primary", null], "the older does not push itself forward");
  await page.getByRole("button", { name: "Batal" }).click();
  await onward.click();
  await level(page, SAKIP, "2c", 3).and(page.locator(":checked:enabled")).waitFor();
  assert.equal(await page.getByText(READING).count(), 0);
});

scenario("a copy of a copy is the same file with the same answers", { file: onDevice(carrying(CARRIED)) }, async ({ page, open }) => {
  await open();
  const first = await savedPage(page);
  assert.ok(parted(first.bytes).rest.equals(BYTES), "apart from the assessment");
  await page.goto(pathToFileURL(onDevice(first.bytes)).href);
  await page.getByText(READING).waitFor();
  const second = await savedPage(page);
  assert.ok(parted(second.bytes).rest.equals(BYTES), "apart from the assessment");
  const [one, other] = [first, second].map(({ bytes }) => JSON.parse(parted(bytes).document));
  assert.deepEqual(other.answers, one.answers);
  assert.equal(one.answers["1a"].note, HOSTILE);
  assert.deepEqual(one.unit, CARRIED.unit);
});

scenario("the page reads such a file as it reads any other", async ({ page, open }) => {
  await open();
  await page.getByLabel("Buka berkas").setInputFiles({ name: "dari rekan.html", mimeType: "text/html", buffer: carrying(CARRIED) });
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await saved(page);
  assert.equal((await newest(page)).answers["1a"].note, HOSTILE);
});

scenario("a whole file larger than an assessment may be is read as long as the assessment in it may", async ({ page, open }) => {
  const buffer = carrying({ ...CARRIED, more: "x".repeat(900 * 1024) });
  assert.ok(buffer.length > 1024 * 1024);
  await open();
  await page.getByLabel("Buka berkas").setInputFiles({ name: "besar.html", mimeType: "text/html", buffer });
  await page.getByRole("button", { name: "Ambil", exact: true }).waitFor();
  const over = carrying({ ...CARRIED, more: "x".repeat(1024 * 1024) });
  await page.getByRole("button", { name: "Batal" }).click();
  await page.getByLabel("Buka berkas").setInputFiles({ name: "terlalu besar.html", mimeType: "text/html", buffer: over });
  await page.getByRole("alert").getByText("Berkas ini lebih besar dari 1 MiB.").waitFor();
});

scenario("what a file carries is held against its digest, and what cannot be read is refused in words", { file: onDevice(carrying({ ...CARRIED, digest: { algorithm: "sha256", value: "0".repeat(64) } })) }, async ({ page, open }) => {
  await open();
  await page.getByText(READING).waitFor();
  await page.getByText("Yang perlu diketahui").waitFor();
  await page.getByText("Isi berkas ini berubah sejak disimpan aplikasi.").waitFor();
  await page.goto(pathToFileURL(onDevice(carrying({ ...CARRIED, formatVersion: "2.0" }))).href);
  await page.getByRole("heading", { name: "Isi berkas ini tidak dapat dibaca", exact: true }).waitFor();
  await page.goto(pathToFileURL(onDevice(carrying({ ...CARRIED, more: "x".repeat(1024 * 1024) }))).href);
  await page.getByRole("heading", { name: "Isi berkas ini tidak dapat dibaca", exact: true }).waitFor();
});

scenario("an assessment that could not be read again is not put into a file", async ({ page, open }) => {
  await open();
  await choose(page, { ...CARRIED, more: "é".repeat(200_000) });
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await saved(page);
  await view(page, "Hasil");
  await page.getByRole("button", { name: SAVE }).click();
  await page.getByRole("status").getByText("Berkas HTML tidak dapat dibuat.").waitFor();
});

test("the file is plain ASCII but for its packed part, and holds no NUL and no lone return", () => {
  const text = BYTES.toString("latin1");
  const begin = text.lastIndexOf('id="packed">') + 'id="packed">'.length;
  const end = text.indexOf(CLOSE, begin);
  assert.ok(/^[\n\x20-\x7e]*$/.test(text.slice(0, begin) + text.slice(end)), "ASCII around it");
  assert.ok(!/[\0\r]|<[!/]/.test(text.slice(begin, end)), "nothing HTML would change or end it");
  assert.ok(text.indexOf('charset="windows-1252"') < 1024, "where browsers look for it");
});
