//! Words of what the secretary is asked to order.
//!
//! Invariant: an order says what, and why, in one line each; to whom stands beside it.

use super::number;
use super::setda::cut;
use crate::domain::number::Score;

pub const SEND: &str = "Mengirim berkas penilaian mandiri yang lengkap";
pub const RESEND: &str = "Mengirim ulang berkas yang dapat dihitung";
pub const FILL: &str = "Melengkapi isian yang masih kosong";

/// The order to raise an indicator.
pub fn raise(id: &str, name: &str) -> String {
    format!("Menaikkan {id} {}", cut(name, 55))
}

/// The order to prepare a document.
pub fn prepare(document: &str, id: &str) -> String {
    format!("Menyiapkan bukti {id}: {}", cut(document, 52))
}

/// Why something is to be sent.
pub fn because_awaited(count: usize) -> String {
    format!("{count} unit belum mengirim")
}

/// Why files are to be sent again.
pub fn because_uncounted(count: usize) -> String {
    format!("{count} berkas belum dapat dihitung")
}

/// Why forms are to be filled in.
pub fn because_blank(blank: usize, units: usize) -> String {
    format!("{blank} jawaban kosong di {units} unit")
}

/// What raising an indicator brings, by the least and the most of the offices.
pub fn because_rises(least: Score, most: Score) -> String {
    if least == most {
        return format!("nilai unit naik {}", number::score(most));
    }
    format!("nilai unit naik {} sampai {}", number::score(least), number::score(most))
}

/// Why an indicator is weak.
pub fn because_weak(mean: &str) -> String {
    format!("rata-rata {mean} dari nilai penuh")
}

/// Why a document is to be prepared.
pub fn because_lacking(units: usize) -> String {
    format!("belum sesuai di {units} unit")
}
