//! Words about documents, what they support, and grades held against each other.
//!
//! Invariant: nothing here promises that a document convinces; it says what is missing and what to do.

pub const EXPIRED: &str = "kedaluwarsa";
pub const UNDATED: &str = "masa berlaku tidak terbaca";
pub const DATE_HINT: &str = "misalnya 31-12-2026 atau 31 Desember 2026";
pub const DATE_PROBLEM: &str = "Tulis tanggal lengkap seperti 31-12-2026. Tulisan Anda tetap disimpan, tetapi belum terbaca sebagai tanggal.";

/// What is said of a document that supports nothing because of its days.
pub const fn lapsed(expired: bool, undated: bool) -> &'static str {
    match (expired, undated) {
        (true, _) => EXPIRED,
        (false, true) => UNDATED,
        (false, false) => "",
    }
}

pub const DATE_AHEAD: &str = "Tanggal dokumen ini masih akan datang. Periksa lagi tanggal atau tahunnya.";
pub const UNTIL_BEFORE_DATE: &str =
    "Masa berlakunya habis sebelum tanggal dokumennya. Periksa lagi keduanya.";
pub const EMPTY_FILE: &str = "Ini sidik berkas kosong (0 bita). Periksa lagi berkas yang dipilih.";
pub const FINGERPRINT: &str = "Sidik berkas (SHA-256)";
pub const FINGERPRINT_HINT: &str = "Untuk menunjukkan kelak bahwa berkasnya tidak berubah. Dihitung di perangkat ini; berkasnya tidak disimpan dan tidak dikirim.";
pub const FINGERPRINT_TAKE: &str = "Pilih berkas untuk dihitung";
pub const FINGERPRINT_FORGET: &str = "Hapus sidik";
pub const UNREADABLE: &str =
    "Berkas itu tidak dapat dibaca. Periksa apakah masih ada di perangkat ini, lalu pilih lagi.";

pub const DIFFERS: &str = "Jawaban Anda berbeda dari yang ditunjuk kriteria: tulis alasannya di Catatan.";

/// An answer above the one it seldom passes.
pub fn too_high(id: &str, name: &str) -> String {
    format!(
        "Jawaban ini lebih tinggi daripada {id} ({name}), padahal biasanya tidak melampauinya. Periksa lagi keduanya."
    )
}

pub const TAKE: &str = "Pakai jawaban ini";
pub const TAKEN: &str = "Sudah menjadi jawaban.";

/// The answer there is now.
pub fn now(answer: &str) -> String {
    format!("Jawaban sekarang: {answer}")
}
