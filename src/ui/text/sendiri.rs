//! Words of *Instrumen sendiri*.
//!
//! Invariant: what removing one leaves is said before it is removed.

pub const TITLE: &str = "Instrumen sendiri";
pub const SAVE: &str = "Simpan sebagai berkas instrumen";
pub const SAVE_HINT: &str = "Untuk menyusun instrumen sendiri: ganti id, isinya, dan versinya di berkas itu, lalu buka lewat Buka berkas di Beranda.";
pub const REMOVE_SURE: &str = "Hapus instrumen";

/// What was done with a file.
pub fn taken(name: &str, kept: bool) -> String {
    let stays = if kept { "tersimpan di perangkat ini" } else { "ada selama halaman ini terbuka" };
    format!("Instrumen {name} {stays}; pilih di Beranda, di bawah {TITLE}.")
}

/// What removing leaves.
pub fn remove_warning(used: usize) -> String {
    if used == 0 {
        return "Tidak ada penilaian di perangkat ini yang memakainya. Berkas Anda sendiri tidak ikut terhapus.".to_owned();
    }
    format!(
        "{used} penilaian di perangkat ini memakainya. Penilaian itu membawa salinannya dan tetap dapat dibuka; yang baru tidak dapat dimulai lagi."
    )
}
