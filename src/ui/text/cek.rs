//! Words of Cek.
//!
//! Invariant: each list says what is missing and why it matters.

use crate::domain::scorecard::Progress;

pub const TITLE: &str = "Cek kelengkapan";
pub const BLANK: &str = "Belum diisi";
pub const UNGROUNDED: &str = "Asumsi tanpa dasar";
pub const UNGROUNDED_HINT: &str = "Tanpa dasar, pendamping tidak dapat memeriksa angkanya.";
pub const UNBACKED: &str = "Tanpa bukti lengkap";
pub const UNBACKED_HINT: &str = "Terisi, tetapi belum semua bukti dukungnya sesuai.";
pub const UNREASONED: &str = "Tidak relevan tanpa alasan";
pub const UNCONFIRMED: &str = "Belum dikonfirmasi";
pub const UNCONFIRMED_HINT: &str = "Disalin dari penilaian lama dan belum dilihat lagi.";
pub const EXCEEDED: &str = "Jawaban lebih tinggi dari kriterianya";
pub const EXCEEDED_HINT: &str = "Kriteria yang dinilai menunjuk ke jawaban yang lebih rendah.";
pub const ASKED: &str = "Ditandai untuk pendamping";
pub const PERSONAL: &str = "Mungkin memuat data pribadi";
pub const PERSONAL_HINT: &str = "Hapus NIK, nomor telepon, atau nama warga sebelum berkas dibagikan.";
pub const NONE: &str = "Tidak ada.";
pub const TO_RESULT: &str = "Lihat hasil";

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
