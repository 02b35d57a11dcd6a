/**
 * Every view in every state worth looking at, and the way there.
 *
 * Invariant: each way begins on an opened page and ends where the heading of the first level stands.
 */

import { begin, binjai, card, choose, file, filled, instrument, level, press, saved, take, view } from "./journey.mjs";

const SAKIP = instrument("sakip-2021");
const OMBUDSMAN = instrument("ombudsman-kepatuhan-2023");

/** Half an Ombudsman's form, with everything a card can hold. */
const partly = () => {
  const document = filled("ombudsman-kepatuhan-2023", (values, at) => (at % 2 === 0 ? values[at % values.length] : undefined));
  document.samples = [1, 2].map((at) => ({ id: `p${at}`, kind: "product", panel: "produk", name: `Produk layanan ${at}` }));
  document.answers.PR01 = { samples: { p1: { level: 3 } } };
  document.answers.PR11 = { notApplicable: true };
  document.answers.OU02 = { typed: "banyak" };
  document.answers.IN08 = { level: 2, assumed: true, note: "telepon 081234567890", evidence: [{ asked: OMBUDSMAN.dimensions[0].indicators[7].evidence[0], state: "good", validUntil: "31-12-2020", date: "kemarin", sha256: "ab".repeat(32) }] };
  return document;
};

/** The same with what follows the score: a goal, a draft, what is to be done, an earlier state, an official result. */
const decided = () => {
  const document = partly();
  const answers = { ...document.answers };
  document.answers.IN02 = { ...document.answers.IN02, level: 1, ask: true, note: "Apa contoh jawabannya?" };
  return {
    ...document,
    plan: { target: "B", by: "effort", visit: "15 Desember 2026", locked: ["IN01"] },
    simulation: { answers: { IN02: { level: 4 }, OU03: { typed: "banyak" } } },
    actions: [
      { id: "t1", source: "official", finding: "Maklumat tidak terpampang", action: "Memasang maklumat di ruang tunggu", responsible: "Sekretaris", due: "1 Januari 2026", status: "underway", indicator: "IN01" },
      { id: "t2", source: "self", action: "Menyusun SOP pengaduan", due: "besok", status: "barred" },
    ],
    oversight: [{ id: "p1", kind: "corrective", number: "0123/LM/2026", due: "2026-01-31", status: "open" }],
    milestones: [{ id: "m1", name: "Sebelum pendampingan", at: "2026-06-01T08:00:00+07:00", samples: document.samples, answers }],
    official: { score: 61.2, indicators: { IN02: 0 } },
  };
};

/** Shares of it: one is out, one came back and contradicts what was there. */
const divided = () => ({
  ...partly(),
  parts: [
    { id: "1", by: "Kasubag Umum dan Kepegawaian", indicators: ["IN01", "IN02"], sent: "2026-06-01T08:00:00+07:00" },
    { id: "2", by: "Petugas loket", indicators: ["IN03"], sent: "2026-06-01T08:00:00+07:00", returned: "2026-06-02T08:00:00+07:00" },
  ],
  conflicts: [
    {
      indicator: "IN03",
      answers: [
        { level: 2, note: "Belum pernah diuji", by: "Sekretaris", at: "2026-06-01T08:00:00+07:00" },
        { level: 4, by: "Petugas loket", at: "2026-06-02T08:00:00+07:00" },
      ],
    },
    { indicator: "IN01", aside: [{ level: 1, by: "Sekretaris" }] },
  ],
});

/** The same as it comes back from the secretariat. */
const verified = () => ({
  ...decided(),
  status: "diverifikasi",
  statuses: [
    { status: "diajukan", by: "Sekretaris", at: "2026-06-02T08:00:00+07:00" },
    { status: "diverifikasi", by: "Kepala Bagian Organisasi", at: "2026-06-04T08:00:00+07:00" },
  ],
  verification: {
    by: "Kepala Bagian Organisasi",
    at: "2026-06-04T08:00:00+07:00",
    answers: { IN02: { level: 0, finding: "improve", note: "Papan belum terpasang di loket" }, IN04: { finding: "mismatch" }, IN06: { finding: "agree" } },
  },
});

const NAMES = "Sosial Pendidikan Kesehatan Perizinan".split(" ").map((name) => `Dinas ${name}`);

/** Sound files of several offices; `better` says by how much. */
const sound = (better = 0, more = {}) =>
  NAMES.map((name, at) => {
    const unit = { name, pemda: "Kabupaten Contoh", kind: "dinas" };
    return filled("ombudsman-kepatuhan-2023", (values, turn) => values[(turn + at + better) % (values.length - (at % 2))], { id: `unit-${at}`, unit, updatedAt: "2026-06-01T08:00:00+07:00", ...more });
  });

/** The same and one that is none. */
const offices = () => [...sound(), "{ ini bukan JSON"];

/** The list of those offices and one that has sent nothing; all but one are ticked. */
const list = () => {
  const units = [...NAMES, "Kecamatan Contoh Utara"].map((name) => ({ id: name, name, parent: "Sekretariat Daerah", products: ["Rekomendasi"], spm: name === NAMES[0] }));
  return { format: "swanilai/units", formatVersion: "1.0", pemda: "Kabupaten Contoh", units, lokus: units.slice(1).map(({ id }) => id), updatedAt: "2026-06-01T08:00:00+07:00" };
};

/** The share of one post, as it comes back. */
const share = () => {
  const { parts: [part], conflicts, answers, ...rest } = divided();
  return { ...rest, part: part.id, parts: [part], answers: { IN01: { level: 4, at: "2026-06-03T08:00:00+07:00" } }, updatedAt: "2026-06-03T08:00:00+07:00" };
};

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const to = (id, name) => async (page) => {
  await page.evaluate((hash) => (location.hash = hash), id);
  await heading(page, name);
};
const after = (...ways) => async (page) => {
  for (const way of ways) await way(page);
};
const taken = (document) => (page) => take(page, document);
/** What comes back from the secretariat is shown where its findings are. */
async function back(page) {
  await choose(page, verified());
  await page.getByRole("button", { name: "Ambil" }).click();
  await heading(page, "Verifikasi");
}
/** Files for *Rekap*, named after whose they are, and what is told when they have been read. */
async function read(page, files, told = /^\d+ berkas dibaca/) {
  const called = (one) => (one.units ? "daftar-unit" : (one.unit?.name ?? "rusak"));
  await page.locator("#recap-files").setInputFiles(files.map((one) => file(one, `${called(one)}.json`)));
  await page.getByText(told).waitFor();
}
/** *Rekap* with the files of several offices. */
async function gathered(page) {
  await to("#/rekap", "Rekap")(page);
  await read(page, offices());
}
/** The same with a list of the offices. */
async function listed(page) {
  await gathered(page);
  await read(page, [list()], "Daftar unit dari berkas dipakai");
}
/** A paper of many offices: its name in the choice, and what is there when it stands. */
const onPaper = (name, found) => async (page) => {
  await listed(page);
  await to("#/rekap/kertas", "Rekapitulasi Penilaian Mandiri")(page);
  await page.getByLabel("Kertas yang dibuat").selectOption(name);
  await found(page).waitFor();
};
const title = (name) => (page) => page.getByRole("heading", { level: 1, name });
const at = (name) => (page) => view(page, name);

/** @type {Record<string, (page: import("playwright-core").Page) => Promise<unknown>>} */
export const PLACES = {
  "Beranda, first visit": (page) => heading(page, "Perkirakan nilai"),
  "Mulai": to("#/mulai/sakip-2021", "Unit yang dinilai"),
  "Mulai, a year that is none": async (page) => {
    await to("#/mulai/ombudsman-kepatuhan-2023", "Unit yang dinilai")(page);
    await page.getByRole("textbox", { name: "Tahun penilaian" }).fill("dua ribu");
    await page.getByRole("button", { name: "Mulai mengisi" }).click();
    await page.getByText("Isi tahun dengan empat angka").waitFor();
  },
  "Lembar kosong": to("#/formulir/sakip-2021", "Lembar kosong"),
  "Tentang": to("#/tentang", "Tentang dan sumber"),
  "Tentang, one instrument": to("#/tentang/ombudsman-kepatuhan-2023", "Tentang dan sumber"),
  "Pengisian, blank": (page) => begin(page, SAKIP.shortName),
  "Pengisian, partly filled": taken(partly()),
  "Pengisian, samples": after(taken(partly()), to("#/isi/proses", "Proses")),
  "Pengisian, a number that is none": after(taken(partly()), to("#/isi/output", "Output")),
  "Pengisian, nothing found": after(taken(partly()), (page) => page.getByRole("searchbox").fill("tidakada")),
  "Pengisian, folds and scoreboard open": after(taken(partly()), async (page) => {
    for (const fold of await card(page, "IN08").locator("summary").all()) await fold.click();
    const bar = page.getByRole("button", { name: /Rincian perkiraan nilai/ });
    if (await bar.isVisible()) await bar.click();
    else await page.getByText("Mengapa kisarannya lebar?").click();
  }),
  "Simulasi wawancara": after(taken(partly()), to("#/wawancara", "Simulasi wawancara")),
  "Keliling layanan": after(taken(partly()), to("#/keliling/site~2", "Keliling layanan")),
  "Pengisian, a new year": after(taken(binjai()), at("Beranda"), async (page) => {
    await page.getByRole("button", { name: /^Salin untuk tahun baru/ }).click();
    await page.getByText("belum dikonfirmasi", { exact: true }).first().waitFor();
  }),
  "Pengisian, criteria and proposal": async (page) => {
    await begin(page, SAKIP.shortName);
    await press(card(page, "1a").getByRole("group", { name: /^1a\.1 / }).getByRole("radio", { name: "Ya" }));
    await press(level(page, SAKIP, "1a", 7));
  },
  "Pengisian, a newer build and a copy that is due": after(taken(partly()), saved, async (page) => {
    await page.evaluate(() => {
      const open = localStorage.getItem("swanilai:1:set:open");
      localStorage.setItem(`swanilai:1:set:since:${open}`, "2026-01-05T09:00:00+07:00");
    });
    await page.reload();
    await page.getByText("Sudah seminggu perubahan Anda hanya ada di peramban ini.").waitFor();
    // Where the offer comes from is offline.test.mjs's.
    await page.evaluate(() => ["update", "update-unsaved"].forEach((id) => (document.getElementById(id).hidden = false)));
  }),
  "Cek, partly filled": after(taken(partly()), at("Cek")),
  "Hasil, blank": async (page) => {
    await begin(page, OMBUDSMAN.shortName);
    await view(page, "Hasil");
  },
  "Hasil, partly filled": after(taken(partly()), at("Hasil")),
  "Hasil, finished, workings open": after(taken(binjai()), at("Hasil"), (page) => page.getByText("Lihat perhitungannya").click()),
  "Hasil, green": after(taken(filled("ombudsman-kepatuhan-2023", (values) => values.at(-1))), at("Hasil")),
  "Hasil, red": after(taken(filled("ombudsman-kepatuhan-2023", (values) => values[0])), at("Hasil")),
  "Rencana perbaikan": after(taken(decided()), to("#/perbaikan", "Rencana perbaikan"), (page) => page.getByText(/^\d+ indikator, upaya \d+|^Belum terjangkau/).first().waitFor()),
  "Simulasi": after(taken(decided()), to("#/simulasi", "Simulasi")),
  "Tindak lanjut": after(taken(decided()), to("#/tindak-lanjut", "Tindak lanjut")),
  "Tonggak": after(taken(decided()), to("#/tonggak", "Tonggak")),
  "Bagi tugas, nothing divided": after(taken(partly()), to("#/bagi", "Bagi tugas")),
  "Bagi tugas": after(taken(divided()), to("#/bagi", "Bagi tugas")),
  "Bagian yang kembali": after(taken(divided()), at("Beranda"), async (page) => {
    await choose(page, share());
    await heading(page, "Periksa sebelum menggabung");
  }),
  "Bagian saya, before it is taken": async (page) => {
    await choose(page, share());
    await heading(page, "Periksa sebelum mengambil");
  },
  "Bagian saya": async (page) => {
    await choose(page, share());
    await page.getByRole("button", { name: "Ambil" }).click();
    await heading(page, "Bagian saya");
  },
  "Verifikasi": back,
  "Hasil, verified": after(back, at("Hasil")),
  "Rekap, no files": to("#/rekap", "Rekap"),
  "Rekap, tabel": after(gathered, to("#/rekap/tabel", "Rekap"), (page) => page.locator(".recap table").first().waitFor()),
  "Rekap, pemda": after(gathered, to("#/rekap/pemda", "Rekap"), (page) => page.locator(".recap table").first().waitFor()),
  "Rekap, masalah": after(gathered, to("#/rekap/masalah", "Rekap"), (page) => page.locator("details.recap-trouble").first().waitFor()),
  "Rekap, unit": after(listed, to("#/rekap/unit", "Rekap"), (page) => page.getByText("Lokus: 4 dari 5 unit dicentang").waitFor()),
  "Rekap, bandingkan": after(gathered, to("#/rekap/banding", "Rekap"), async (page) => {
    await read(page, sound(1, { assessmentYear: 2025 }).slice(1));
    await page.getByRole("heading", { name: "Perubahan 3 unit" }).waitFor();
  }),
  "Rekap, rekapitulasi": onPaper("Rekapitulasi", title("Rekapitulasi Penilaian Mandiri")),
  "Rekap, nota": onPaper("Nota ringkas untuk Sekda", title("Nota Ringkas")),
  "Rekap, pengingat": onPaper("Pengingat tiap unit", (page) => page.getByRole("button", { name: "Salin semua pengingat" })),
  "Dari mana angka ini": after(taken(decided()), to("#/angka", "Dari mana angka ini?")),
  "Lembar, semua": after(taken(decided()), to("#/lembar", "Lembar untuk dicetak dan ditandatangani")),
  "Lembar Hasil": after(back, to("#/lembar/hasil", "Lembar Hasil Penilaian Mandiri")),
  "Berita acara": after(back, to("#/lembar/verifikasi", "Berita Acara Verifikasi Penilaian Mandiri")),
  "Pakta integritas": after(taken(decided()), to("#/lembar/pakta", "Pakta integritas")),
  "Lembar rencana perbaikan": after(taken(decided()), to("#/lembar/rencana", "Lembar rencana perbaikan")),
  "Lembar pendampingan": after(taken(decided()), to("#/lembar/pendampingan", "Lembar pendampingan")),
  "Hasil, sharing": after(taken(partly()), at("Hasil"), (page) => page.locator("summary", { hasText: "Kirim" }).click()),
  "Lembar pertanyaan": after(taken(decided()), to("#/tanya", "Tanyakan saat pendampingan")),
  "Beranda, with assessments and questions": after(taken(binjai()), at("Beranda"), async (page) => {
    await page.getByRole("button", { name: "Hapus semua data di perangkat ini" }).click();
    await page.getByRole("button", { name: "Hapus semuanya" }).waitFor();
  }),
  "Beranda, something removed": after(taken(binjai()), at("Beranda"), async (page) => {
    await page.getByRole("button", { name: /^Hapus PA Binjai/ }).click();
    await page.getByRole("button", { name: "Kembalikan" }).waitFor();
  }),
  "A file that waits": after(taken(filled("sakip-2021", (values) => values[1])), at("Beranda"), async (page) => {
    await choose(page, { ...filled("sakip-2021", (values) => values[2]), extra: 1 });
    await heading(page, "Periksa sebelum mengambil");
  }),
  "A file that cannot be taken": async (page) => {
    await choose(page, "{");
    await heading(page, "Buka berkas");
  },
};
