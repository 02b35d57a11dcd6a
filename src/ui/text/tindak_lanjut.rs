//! Words of Tindak lanjut, of its sheet, and of the sheet of questions.
//!
//! Invariant: an office is asked for posts, never for names of persons.

use crate::domain::action::{Headway, Part, Source};
use crate::domain::oversight::{Kind, Part as Point};

use super::cek::List;

pub const SHEET: &str = "Rencana aksi tindak lanjut (RATL)";
pub const LEAD: &str = "Catat apa yang akan dilakukan, oleh jabatan apa, dan sampai kapan. Nilai tidak berubah karena daftar ini; jawaban hanya berubah di kartunya.";
pub const NONE: &str = "Belum ada tindak lanjut.";
pub const ADD: &str = "Tambah tindak lanjut";
pub const TAKE: &str = "Ambil dari rencana perbaikan";
pub const PRINT: &str = "Cetak RATL";
pub const REMOVE: &str = "Hapus";
pub const UNNAMED: &str = "Tindak lanjut baru";
pub const SOURCE: &str = "Sumber temuan";
pub const HEADWAY: &str = "Status";
pub const REASON_MISSING: &str = "Tulis alasannya. Tanpa alasan, tindak lanjut ini tercatat di Cek.";
pub const DATE_HINT: &str = "Misalnya 31-12-2026 atau 31 Desember 2026";
pub const DATE_PROBLEM: &str =
    "Tanggal ini belum terbaca; yang Anda tulis tetap disimpan. Tulis misalnya 31-12-2026.";
pub const INDICATOR_PROBLEM: &str = "Kode ini tidak ada di instrumen ini.";
pub const RAISE: &str = "Sudah selesai? Periksa apakah jawabannya kini dapat dinaikkan.";
pub const OVERSIGHT: &str = "Produk pengawasan";
pub const OVERSIGHT_LEAD: &str = "LAHP (laporan akhir hasil pemeriksaan), tindakan korektif, atau saran dari pengawas. Tidak pernah ikut dihitung; selama belum selesai, satu baris mengingatkan di atas nilai.";
pub const OVERSIGHT_ADD: &str = "Tambah produk pengawasan";
pub const OVERSIGHT_KIND: &str = "Jenis produk";
pub const OVERSIGHT_LINK: &str = "Lihat produk pengawasan";
pub const EMPTY_PLAN: &str =
    "Rencana tidak memuat langkah: kategori berikutnya sudah tercapai atau belum terjangkau.";
pub const ALL_TAKEN: &str = "Semua langkah rencana sudah ada di daftar ini.";
pub const QUESTIONS_LEAD: &str =
    "Hanya indikator yang Anda tandai di kartunya. Cetak, bawa ke pendampingan, dan tulis jawabannya.";
pub const QUESTIONS_NONE: &str =
    "Belum ada indikator yang ditandai. Tandai lewat Tanya pendamping di bawah kartunya.";
pub const QUESTIONS_PRINT: &str = "Cetak lembar pendampingan";
pub const PRESENT: &str = "Jawaban sekarang";

/// Heads of the printed table.
pub const COLUMNS: [&str; 7] =
    ["Temuan", "Tindak lanjut", "Keluaran", "Penanggung jawab", "Batas waktu", "Bukti", "Status"];
/// Heads of the printed table of products of oversight.
pub const OVERSIGHT_COLUMNS: [&str; 5] = ["Produk", "Tanggal", "Batas waktu", "Status", "Catatan"];

/// The sources, in the order of `Source::ALL`.
pub const SOURCES: [&str; Source::ALL.len()] = [
    "Penilaian mandiri",
    "Verifikasi",
    "Hasil resmi",
    "LHE (laporan hasil evaluasi)",
    "Survei kepuasan (SKM)",
];
/// The states, in the order of `Headway::ALL`.
pub const HEADWAYS: [&str; Headway::ALL.len()] =
    ["Belum ditindaklanjuti", "Dalam proses", "Selesai", "Tidak dapat ditindaklanjuti"];
/// The products, in the order of `Kind::ALL`.
pub const KINDS: [&str; Kind::ALL.len()] = ["LAHP", "Tindakan korektif", "Saran"];

/// The texts of a follow-up: name of the field, what it is for, how to fill it in.
pub const FIELDS: [(Part, &str, &str); 7] = [
    (Part::Finding, "Temuan", ""),
    (Part::Action, "Tindak lanjut", "Apa yang akan dilakukan"),
    (Part::Output, "Keluaran", "Apa yang ada sesudahnya"),
    (Part::Responsible, "Penanggung jawab", "Jabatan, bukan nama orang"),
    (Part::Due, "Batas waktu", DATE_HINT),
    (Part::Evidence, "Bukti penyelesaian", "Dokumen atau foto, dan tempatnya disimpan"),
    (Part::Indicator, "Kode indikator", "Boleh kosong"),
];
pub const REASON: &str = "Alasan tidak dapat ditindaklanjuti";
/// The texts of a product of oversight, likewise.
pub const POINTS: [(Point, &str, &str); 4] = [
    (Point::Number, "Nomor", ""),
    (Point::Date, "Tanggal produk", DATE_HINT),
    (Point::Due, "Batas waktu", DATE_HINT),
    (Point::Note, "Catatan", ""),
];

/// The lists of Cek about what is to be done.
pub const LISTS: [List; 4] = [
    List {
        title: "Lewat batas waktu",
        hint: "Tindak lanjut dan produk pengawasan yang belum selesai.",
        calm: "",
    },
    List { title: "Tanpa batas waktu atau penanggung jawab", hint: "", calm: "" },
    List { title: "Tidak dapat ditindaklanjuti tanpa alasan", hint: "", calm: "" },
    List {
        title: "Tindak lanjut yang mungkin memuat data pribadi",
        hint: "Hapus NIK, nomor telepon, atau nama warga sebelum berkas dibagikan.",
        calm: "",
    },
];

/// How far its end is off.
pub fn left(days: i64) -> String {
    match days {
        0 => "batas waktu hari ini".to_owned(),
        late if late < 0 => format!("lewat {} hari", -late),
        days => format!("{days} hari lagi"),
    }
}

/// What came of taking steps over.
pub fn taken(count: usize) -> String {
    format!("{count} langkah rencana ditambahkan. Urungkan untuk membatalkannya.")
}

/// Open products of oversight, above the score.
pub fn open(count: usize) -> String {
    format!("{count} produk pengawasan belum selesai; tidak ikut dihitung dalam nilai. ")
}

/// How many of them are past their end.
pub fn late(count: usize) -> String {
    format!("{count} lewat batas waktu")
}

/// The way to the card of an indicator.
pub fn to_card(id: &str) -> String {
    format!("Buka kartu {id}")
}

/// What a step of the plan finds: the indicator and how it is now.
pub fn finding(id: &str, now: &str) -> String {
    format!("{id}: {now}")
}

/// What is to be done where the instrument does not say it as a task.
pub fn improve(name: &str) -> String {
    format!("Perbaiki: {name}")
}

/// How many criteria are met.
pub fn met(percent: &str) -> String {
    format!("kriteria terpenuhi {percent}%")
}

/// The way to the sheet of questions.
pub fn questions(count: usize) -> String {
    format!("Lembar pertanyaan untuk pendamping ({count})")
}
