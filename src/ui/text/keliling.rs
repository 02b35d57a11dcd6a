//! Words of the walk through the place of service.
//!
//! Invariant: what is ticked was seen by whoever ticks it; nothing is taken over without a press.

pub const LEAD: &str = "Berjalanlah seperti warga yang baru datang. Centang hanya yang Anda lihat sendiri; jawabannya baru berubah bila Anda tekan Pakai.";
pub const NONE: &str = "Instrumen ini tidak memuat butir yang dapat dilihat sambil berkeliling.";
pub const PLACES: &str = "Tempat";
pub const PRODUCTS: &str = "Produk layanan";
/// The places, in the order of `rubric::PLACES`.
pub const NAMES: [&str; 4] = ["Loket", "Ruang tunggu", "Situs", "Media sosial"];
pub const FACILITIES: &str = "Sarana";
pub const PRINTED: &str = "ada fisik";
pub const ONLINE: &str = "ada elektronik";
pub const AS_DECIDED: &str = "isi sesuai SK";
pub const LEGIBLE: &str = "terbaca";

/// What everything seen points to.
pub fn seen(level: &str) -> String {
    format!("Dari semua tempat, mengarah ke “{level}”")
}

/// How many were found, and what that points to.
pub fn found(count: usize, total: usize, level: &str) -> String {
    format!("Terlihat {count} dari {total}: mengarah ke “{level}”")
}
