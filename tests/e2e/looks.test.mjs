/** Focus, titles, Back, and the page under other conditions: forced colours, no motion, large text, paper. */

import assert from "node:assert/strict";

import { booted, scenario, stageFile } from "./support/browser.mjs";
import { begin, binjai, card, eventually, filled, indicators, instrument, level, press, saved, take, view } from "./support/journey.mjs";
import { focused, tabTo } from "./support/keyboard.mjs";
import { printed } from "./support/paper.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");
const onHeading = (page, name) => page.getByRole("heading", { level: 1, name }).and(page.locator(":focus")).waitFor();

scenario("each view has its title, and its heading has the focus; Back returns in the same way", async ({ page, open }) => {
  await open();
  assert.equal((await focused(page)).tag, "body", "nothing takes the focus on the first load");
  await begin(page, SAKIP.shortName);
  const views = [["Pengisian", "Perencanaan Kinerja"], ["Cek", "Cek kelengkapan"], ["Hasil", "Hasil"], ["Tentang", "Tentang dan sumber"], ["Beranda", "Penilaian di perangkat ini"]];
  await onHeading(page, "Perencanaan Kinerja");
  for (const [name, heading] of views.slice(1)) {
    await view(page, name);
    await onHeading(page, heading);
    assert.equal(await page.title(), `${name} - Swanilai`);
    assert.equal(await page.getByRole("link", { name, exact: true }).getAttribute("aria-current"), "page");
  }
  for (const [name, heading] of views.slice(0, -1).reverse()) {
    await page.goBack();
    await onHeading(page, heading);
    assert.equal(await page.title(), `${name} - Swanilai`);
  }
});

for (const name of ["Pengisian", "Hasil", "Beranda"]) {
  scenario(`nothing takes the focus when ${name} is loaded again`, async ({ page, open }) => {
    await open();
    await begin(page, SAKIP.shortName);
    await saved(page);
    await view(page, name);
    await page.reload();
    await booted(page);
    await page.waitForFunction((title) => document.title.startsWith(title), `${name} - `);
    assert.equal((await focused(page)).tag, "body");
  });
}

scenario("the skip link leads to the content", async ({ page, open }) => {
  await open();
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).name, "Langsung ke isi");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).id, "main");
  assert.equal(await page.evaluate(() => location.hash), "", "and no further");
});

/** Buttons that go away when pressed, and how to get there. */
const VANISHING = {
  "Kosongkan jawaban": async (page) => {
    await begin(page, SAKIP.shortName);
    await press(level(page, SAKIP, "1a", 3));
    return card(page, "1a").getByRole("button", { name: "Kosongkan jawaban" });
  },
  "Pakai": async (page) => {
    await begin(page, SAKIP.shortName);
    await press(card(page, "1a").getByRole("group", { name: /^1a\.1 / }).getByRole("radio", { name: "Ya" }));
    return card(page, "1a").getByRole("button", { name: /^Pakai/ });
  },
  "Masih benar": async (page) => {
    await take(page, binjai());
    await view(page, "Beranda");
    await page.getByRole("button", { name: /^Salin untuk tahun baru/ }).click();
    return card(page, "1a").getByRole("button", { name: "Masih benar" });
  },
  "Urungkan, when nothing is left": async (page) => {
    await begin(page, SAKIP.shortName);
    await press(level(page, SAKIP, "1a", 3));
    return page.getByRole("button", { name: "Urungkan" });
  },
  "Tutup": async (page) => {
    await begin(page, SAKIP.shortName);
    await view(page, "Hasil");
    await page.getByRole("button", { name: "Unduh berkas" }).click();
    return page.getByRole("button", { name: "Tutup" });
  },
  "Batal, of a question": async (page) => {
    await take(page, binjai());
    await view(page, "Beranda");
    await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
    return page.getByRole("button", { name: "Batal" });
  },
};

for (const [name, way] of Object.entries(VANISHING)) {
  scenario(`the focus is not lost with a button that goes away: ${name}`, async ({ page, open }) => {
    await open();
    const button = await way(page);
    await button.focus();
    const handle = await button.elementHandle();
    await page.keyboard.press("Enter");
    await page.waitForFunction((one) => !one.isConnected || one.disabled || one.ariaDisabled === "true", handle);
    await eventually(async () => assert.notEqual((await focused(page)).tag, "body"), { within: 1_000 });
  });
}

for (const viewport of ["small", "phone"]) {
  scenario(`the bar at the foot never covers what has the focus on a ${viewport} screen`, { viewport }, async ({ page, open }) => {
    await open();
    await begin(page, SAKIP.shortName);
    const hidden = [];
    await tabTo(page, "the link onward", (at) => at.name.startsWith("Komponen berikutnya"), {
      each: async (at) => {
        const covered = await page.evaluate(() => {
          const one = document.activeElement;
          const bar = document.querySelector(".scoreboard-bar").getBoundingClientRect();
          const row = one.matches("[type=radio], [type=checkbox]") ? one.labels[0] : one;
          const { top, bottom } = row.getBoundingClientRect();
          if (one.closest(".scoreboard")) return false;
          return bottom > bar.top + 1 || bottom <= 0 || top < 0;
        });
        if (covered) hidden.push(`${at.tag} ${at.name.slice(0, 40)} ${at.id}`);
      },
    });
    assert.deepEqual(hidden, []);
  });
}

scenario("forced colours leave zones readable and borders visible", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await page.emulateMedia({ forcedColors: "active" });
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values.at(-1)));
  const edges = await card(page, "IN07").getByRole("radio").first().evaluate((radio) => {
    const label = getComputedStyle(radio.labels[0]);
    return { adjust: label.forcedColorAdjust, border: label.borderTopStyle, width: label.borderTopWidth, colour: label.borderTopColor, ground: label.backgroundColor };
  });
  assert.notEqual(edges.border, "none");
  assert.notEqual(edges.colour, edges.ground);
  const chosen = await card(page, "IN07").getByRole("radio", { checked: true }).boundingBox();
  assert.ok(chosen.width >= 12, "the chosen radio is seen as a radio");
  await view(page, "Hasil");
  await page.getByText("Zona hijau, kategori A (Kualitas Tertinggi)").first().waitFor();
  const mark = page.locator(".standing .zone-mark").first();
  const [fill, ground] = await mark.evaluate((one) => [getComputedStyle(one.firstElementChild), getComputedStyle(document.body)].map((style, at) => (at ? style.backgroundColor : `${style.fill} ${style.stroke}`)));
  assert.ok(!fill.split(/(?<=\)) /).every((part) => part === ground), `the mark stands out: ${fill} on ${ground}`);
  assert.ok((await page.screenshot()).length > 10_000);
});

scenario("with less motion nothing moves", { context: { reducedMotion: "reduce" } }, async ({ page, open }) => {
  await open();
  await begin(page, OMBUDSMAN.shortName);
  await press(level(page, OMBUDSMAN, "IN07", 4));
  const moving = await page.evaluate(() => {
    const moves = (style) => Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat)) > 0.01;
    return [...document.querySelectorAll("*")].filter((one) => moves(getComputedStyle(one))).map((one) => one.className).slice(0, 5);
  });
  assert.deepEqual(moving, []);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
});

scenario("text of twice the size and wider spacing fit", { viewport: "phone" }, async ({ page, open }) => {
  await open();
  await take(page, filled("ombudsman-kepatuhan-2023", (values) => values[1]));
  const size = await page.evaluateHandle(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 200% !important } * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }");
    document.adoptedStyleSheets = [sheet];
    return sheet;
  });
  assert.ok(size);
  for (const name of ["Pengisian", "Cek", "Hasil", "Tentang", "Beranda"]) {
    await view(page, name);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${name} scrolls sideways`);
  }
});

scenario("beside a long name the line of saving stays one line", async ({ page, open }) => {
  await open();
  const name = "Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak";
  for (const more of ["", " Kabupaten", " Kabupaten Contoh Utara dan Selatan"]) {
    await take(page, filled("ombudsman-kepatuhan-2023", (values) => values[1], { unit: { name: name + more, pemda: "Kabupaten Contoh" } }));
    await saved(page);
    const lines = await page.getByText(/^Tersimpan \d\d\.\d\d/).evaluate((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight));
    assert.ok(lines < 1.5, `${lines} lines`);
    await view(page, "Beranda");
  }
});

scenario("a browser set to English changes no number and no word", { context: { locale: "en-US", timezoneId: "Asia/Jayapura" } }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await view(page, "Hasil");
  await page.getByText("87,80", { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "id");
});

for (const [name, rubric, way] of [
  ["Lembar Hasil", OMBUDSMAN, async (page) => {
    await take(page, filled("ombudsman-kepatuhan-2023", (values, at) => ({ [values.length === 2 ? "value" : "level"]: values[1], note: `catatan ke-${at}` }), { updatedAt: "2026-01-20T09:00:00+07:00" }));
    await view(page, "Hasil");
    await page.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
    await onHeading(page, "Lembar Hasil Penilaian Mandiri");
  }],
  ["the blank form", SAKIP, async (page) => {
    await page.getByRole("link", { name: `Lembar kosong ${SAKIP.shortName}` }).click();
    await page.getByRole("heading", { level: 1, name: "Lembar kosong" }).waitFor();
  }],
]) {
  scenario(`${name} on paper holds every indicator and no button`, async ({ page, open }) => {
    await open();
    await way(page);
    const text = await printed(page);
    const missing = indicators(rubric).map(({ id }) => id).filter((id) => !text.includes(`${id} · `));
    assert.deepEqual(missing, [], "indicators on paper");
    assert.match(text, /Penilaian mandiri, bukan hasil resmi\./);
    assert.ok(text.includes(`${rubric.id} versi ${rubric.version}`));
    for (const word of ["Unduh berkas", "Salin ringkasan", "Cari indikator", "Beranda"]) assert.ok(!text.includes(word), word);
    if (name === "Lembar Hasil") {
      for (const words of ["Perkiraan nilai", "Kisaran", "catatan ke-0", "catatan ke-37", "Zona ", "Lembar Hasil Penilaian Mandiri"]) assert.ok(text.includes(words), words);
      assert.match(text, /Diubah terakhir 20 Januari 2026/);
      assert.ok(text.includes(rubric.name), "the instrument's full name");
      for (const words of ["Dinas Uji", "Disusun oleh (jabatan)", "Diperiksa oleh (jabatan)", "Hasil kali"]) assert.ok(text.includes(words), words);
      for (const words of ["Mengapa kisarannya lebar?", "Lihat perhitungannya"]) assert.ok(!text.includes(words), `no head of a fold: ${words}`);
    }
  });
}

scenario("a sheet of what was never changed prints no date, and criteria with their answers", async ({ page, open }) => {
  await open();
  const answers = { "1a": { level: 80, criteria: { "1a.1": "yes", "1a.2": "no" } }, "1b": { level: 70 } };
  await take(page, { ...binjai(), answers, updatedAt: undefined });
  await view(page, "Hasil");
  await page.getByRole("link", { name: "Cetak Lembar Hasil" }).click();
  await onHeading(page, "Lembar Hasil Penilaian Mandiri");
  const text = await printed(page);
  assert.doesNotMatch(text, /Diubah terakhir/);
  const [first, second] = indicators(SAKIP)[0].criteria;
  assert.ok(text.includes(`${first.id} ${first.text}: Ya`), "a criterion that is met");
  assert.ok(text.includes(`${second.id} ${second.text}: Belum`), "one that is not");
  assert.ok(text.includes("BB · "), "a level by its code");
});

scenario("the search has its whole border, and the button that sends no frame about it", { viewport: "laptop" }, async ({ page, open }) => {
  await open();
  await take(page, binjai());
  await view(page, "Pengisian");
  const find = page.getByRole("searchbox", { name: "Cari indikator" });
  await find.waitFor();
  const room = await find.evaluate((one) => one.closest(".navigator").getBoundingClientRect().bottom - one.getBoundingClientRect().bottom);
  assert.ok(room >= 1, `the navigator ends ${room} below it`);
  await view(page, "Hasil");
  const send = page.locator("details.share");
  await send.locator("summary", { hasText: "Kirim" }).waitFor();
  assert.equal(await send.evaluate((one) => getComputedStyle(one).borderTopWidth), "0px");
});
