//! Words of opening and taking over files.
//!
//! Invariant: what a file would replace is said before it replaces anything.

use crate::domain::number::Score;

use super::number;

pub const TITLE: &str = "Periksa sebelum mengambil";
pub const REFUSED_TITLE: &str = "Buka berkas";
pub const REFUSED: &str = "Berkas tidak dapat dibuka";
pub const UNCHANGED: &str = "Penilaian di perangkat ini tidak berubah.";
pub const TAKE: &str = "Ambil";
pub const CHANGES: &str = "Yang berubah";
pub const NOTICED: &str = "Yang perlu diketahui";
pub const INDICATOR: &str = "Kode";
pub const HERE: &str = "Di perangkat ini";
pub const IN_FILE: &str = "Di berkas";
pub const NO_TABLE: &str =
    "Berkas tabel tidak dapat dibuat atau dibaca. Periksa sambungan Anda, lalu coba lagi.";
pub const NO_WORKBOOK: &str = "Berkas Excel tidak dapat dibuat. Bila perangkat ini sedang tanpa internet, sambungkan sekali lalu coba lagi; CSV dapat dibuat tanpa internet.";
pub const NO_READER: &str = "Berkas Excel tidak dapat dibaca. Bila perangkat ini sedang tanpa internet, sambungkan sekali lalu coba lagi, atau simpan berkasnya sebagai CSV UTF-8.";
pub const NOT_A_SIGNATURE: &str =
    "Sidik berkas menandai perubahan yang tidak disengaja; ia bukan tanda tangan.";
pub const TOO_LARGE: &str = "Isi berkas ini hampir 1 MiB. Setelah diambil, isinya melebihi batas itu dan tidak tersimpan di perangkat ini sampai catatannya dipendekkan. Simpan baik-baik berkas aslinya.";
pub const OTHER_FILE: &str = "Pilih berkas lain";
pub const OTHER_DETAILS: &str = "catatan, bukti, atau keterangan lain";
pub const KEPT_HERE: &str = "penilaian yang tersimpan di perangkat ini";
pub const FROM_SITE: &str = "Isian dari situs ini";
/// What stands for a file's name where it comes from the recapitulation.
pub const FROM_RECAP: &str = "dari Rekap";
pub const THIS_FILE: &str = "ini";
pub const THIS_REFUSED: &str = "Isi berkas ini tidak dapat dibaca";
pub const UNTITLED: &str = "berkas tanpa nama";

/// Why there is no table whose name ends so.
pub fn no_table(ending: &str) -> &'static str {
    if ending == "xlsx" { NO_WORKBOOK } else { NO_TABLE }
}

/// What the file holds: how many answers the instrument asks for, and how many it does not.
pub fn holds(file: &str, heading: &str, rubric: &str, known: usize, unknown: usize) -> String {
    let answers = match unknown {
        0 => format!("{known} jawaban"),
        _ => format!("{known} jawaban dikenal, {unknown} tidak"),
    };
    format!("Berkas {file} berisi penilaian {heading} dengan {rubric}: {answers}.")
}

/// Leads back to the view that was left.
pub fn back(title: &str) -> String {
    format!("Kembali ke {title}")
}

/// That there is more to read below.
pub fn noticed_below(count: usize) -> String {
    format!("{NOTICED}: {count}, di bawah.")
}

/// What of a list is not shown.
pub fn more(count: usize) -> String {
    format!("dan {count} lagi")
}

/// What it comes to.
pub fn comes_to(point: Option<Score>) -> String {
    point.map_or_else(
        || "Belum ada perkiraan nilai.".to_owned(),
        |point| format!("Perkiraan nilainya {}.", number::score(point)),
    )
}

/// What it does to the one it replaces: the loss first, and nothing of what does not happen.
pub fn replaces(changed: usize, added: usize, missing: usize) -> String {
    let mut parts = Vec::new();
    for (does, count) in [("mengosongkan", missing), ("mengganti", changed), ("menambah", added)] {
        if count > 0 {
            let unit = if parts.is_empty() { " jawaban" } else { "" };
            parts.push(format!("{does} {count}{unit}"));
        }
    }
    let done = match parts.as_slice() {
        [one, two, three] => format!("{one}, {two}, dan {three}"),
        _ => parts.join(" dan "),
    };
    format!(
        "Penilaian yang sama ada di perangkat ini. Mengambil berkas {done}. Anda dapat menekan Urungkan sesudahnya."
    )
}

pub const ADDS: &str =
    "Penilaian ini belum ada di perangkat ini dan akan ditambahkan. Yang lain tidak berubah.";
pub const NEWER_HERE: &str = "Yang di perangkat ini lebih baru daripada berkasnya.";
pub const SAME_ANSWERS: &str = "Jawabannya sama dengan yang di perangkat ini, tetapi bagian lain berbeda, misalnya rencana, tindak lanjut, tonggak, pembagian tugas, atau verifikasi. Bila diambil, isi berkas menggantikan yang ada di sini.";
pub const SAME: &str = "Isinya sama dengan yang ada di perangkat ini.";
