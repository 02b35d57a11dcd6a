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
pub const NOT_A_SIGNATURE: &str =
    "Sidik berkas menandai perubahan yang tidak disengaja; ia bukan tanda tangan.";
pub const TOO_LARGE: &str = "Isi berkas ini hampir 1 MiB. Setelah diambil, isinya melebihi batas itu dan tidak tersimpan di perangkat ini sampai catatannya dipendekkan. Simpan baik-baik berkas aslinya.";
pub const BACK: &str = "Kembali ke Beranda";
pub const OTHER_FILE: &str = "Pilih berkas lain";
pub const OTHER_DETAILS: &str = "catatan, bukti, atau keterangan lain";
pub const KEPT_HERE: &str = "penilaian yang tersimpan di perangkat ini";
pub const FROM_SITE: &str = "Isian dari situs ini";
pub const THIS_FILE: &str = "ini";
pub const UNTITLED: &str = "berkas tanpa nama";

/// What the file holds.
pub fn holds(file: &str, heading: &str, rubric: &str, answers: usize) -> String {
    format!("Berkas {file} berisi penilaian {heading} dengan {rubric}: {answers} jawaban.")
}

/// What it comes to.
pub fn comes_to(point: Option<Score>) -> String {
    point.map_or_else(
        || "Belum ada perkiraan nilai.".to_owned(),
        |point| format!("Perkiraan nilainya {}.", number::score(point)),
    )
}

/// Whether it replaces something.
pub fn replaces(changed: usize, added: usize, missing: usize) -> String {
    format!(
        "Penilaian yang sama ada di perangkat ini. Mengambil berkas mengganti {changed} jawaban, menambah {added}, dan mengosongkan {missing}. Anda dapat menekan Urungkan sesudahnya."
    )
}

pub const ADDS: &str =
    "Penilaian ini belum ada di perangkat ini dan akan ditambahkan. Yang lain tidak berubah.";
pub const SAME: &str = "Isinya sama dengan yang ada di perangkat ini.";
