//! Words of Cek.
//!
//! Invariant: each list says what is missing and why it matters.

use crate::domain::scorecard::Progress;

pub const TITLE: &str = "Cek kelengkapan";
pub const CRITERIA: &str = "kriteria";
/// The list that leads on to the sheet of questions.
pub const MARKED: &str = "Ditandai untuk pendamping";
pub const TO_RESULT: &str = "Lihat hasil";

/// One kind of thing to look after.
pub struct List {
    /// Its heading.
    pub title: &'static str,
    /// Why it matters; may be empty.
    pub hint: &'static str,
    /// What is in order where nothing stands on it; empty where that goes without saying.
    pub calm: &'static str,
}

/// Answers of several people, of which one is to be chosen.
pub const CHOOSE: List =
    list("Jawaban yang berbeda", "Belum dihitung sampai salah satu jawabannya dipilih.", "");
pub const TO_CHOOSE: &str = "Pilih di Bagi tugas";

/// The lists, in the order of `faults`.
pub const LISTS: [List; 12] = [
    list("Belum diisi", "", "isian"),
    list("Baru sebagian terisi", "", ""),
    list(
        "Berbeda dari kriterianya tanpa alasan",
        "Kriteria yang dinilai menunjuk ke jawaban lain; tulis alasannya di Catatan, atau periksa lagi keduanya.",
        "",
    ),
    list(
        "A atau AA tanpa alasan",
        "Kedua tingkat ini tidak pernah otomatis; tulis alasannya di Catatan.",
        "",
    ),
    list(
        "Pemanfaatan di atas kualitasnya",
        "Biasanya dokumen tidak dimanfaatkan lebih baik daripada kualitasnya; periksa lagi keduanya.",
        "",
    ),
    list("Asumsi tanpa dasar", "Tanpa dasar, pendamping tidak dapat memeriksa angkanya.", "dasar asumsi"),
    list("Belum didukung bukti", "Terisi, tetapi belum semua bukti dukungnya sesuai.", "bukti dukung"),
    list(
        "Bukti kedaluwarsa atau tanggalnya tidak terbaca",
        "Tidak dihitung sebagai bukti; perbarui dokumennya, atau betulkan tanggalnya.",
        "",
    ),
    list("Tidak relevan tanpa alasan", "", "alasan tidak relevan"),
    list("Belum dikonfirmasi", "Disalin dari penilaian lama dan belum dilihat lagi.", ""),
    list(MARKED, "", ""),
    list(
        "Mungkin memuat data pribadi",
        "Hapus NIK, nomor telepon, atau nama warga sebelum berkas dibagikan.",
        "data pribadi",
    ),
];

const fn list(title: &'static str, hint: &'static str, calm: &'static str) -> List {
    List { title, hint, calm }
}

/// How far filling in has come.
pub fn lead(progress: Progress) -> String {
    if progress.is_complete() {
        format!("Semua {} indikator terisi.", progress.total)
    } else {
        format!(
            "{} dari {} terisi. Pilih satu baris untuk langsung ke kartunya.",
            progress.answered, progress.total
        )
    }
}

/// How many products or persons have an answer.
pub fn partly(given: usize, total: usize, panel: &str) -> String {
    format!(" · baru {given} dari {total} {}", panel.to_ascii_lowercase())
}

/// What stands on no list.
pub fn calm(names: &[&str]) -> String {
    format!("Beres: {}.", names.join(", "))
}
