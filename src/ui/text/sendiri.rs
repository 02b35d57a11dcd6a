//! Words of *Instrumen sendiri*.
//!
//! Invariant: what removing or replacing one leaves is said before it is done.

use crate::domain::rubric::Rubric;
use crate::format::wording::seen;

pub const TITLE: &str = "Instrumen sendiri";
pub const SAVE: &str = "Simpan sebagai berkas instrumen";
pub const SAVE_HINT: &str = "Untuk menyusun instrumen sendiri: ganti id, isinya, dan versinya di berkas itu, lalu buka lewat Buka berkas di Beranda.";
pub const REMOVE_SURE: &str = "Hapus instrumen";

pub const REPLACE: &str = "Ganti instrumen";
pub const UNREAD: &str = "Instrumen yang tersimpan di bawah id ini tidak dapat dibaca. Isinya tidak diubah; unduh untuk memeriksanya.";
pub const SOURCE: &str = "Instrumennya berasal dari berkas, bukan dari Swanilai. Tidak berafiliasi, tidak disahkan, dan tidak menggantikan pendampingan.";

/// An instrument by name and version.
pub fn called(rubric: &Rubric) -> String {
    format!("{} versi {}", seen(&rubric.short_name), seen(&rubric.version))
}

/// One that cannot be read, by its id.
pub fn unread(id: &str) -> String {
    format!("{id}, yang tidak dapat dibaca,")
}

/// What taking a file would replace.
pub fn meets(before: &str, new: &str) -> String {
    format!(
        "Di perangkat ini sudah ada {before} dengan id yang sama. Ganti dengan {new} dari berkas ini? Penilaian yang sudah dimulai tetap memakai salinannya sendiri."
    )
}

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
