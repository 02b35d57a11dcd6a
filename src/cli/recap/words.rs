//! What is said of tables that cannot be written, and of instruments that are not averaged.
//!
//! Invariant: every fault has a sentence of its own that names the thing.

use crate::domain::rubric::{PemdaRule, Rubric};

/// What is said where the name of a table ends in something else.
#[cfg(feature = "parquet")]
pub const ENDINGS: &str = "nama tabel harus berakhiran .ndjson, .csv, atau .parquet";
/// What is said where the name of a table ends in something else.
#[cfg(not(feature = "parquet"))]
pub const ENDINGS: &str =
    "nama tabel harus berakhiran .ndjson atau .csv (.parquet hanya bila program dibuat dengan fitur parquet)";

/// What is said where a table would be written over what is read, or over another.
pub const OUTPUT: &str = "nama ini sudah dipakai: tabel tidak boleh menimpa berkas yang dibaca atau tabel lain, dan tidak boleh berada di folder yang dibaca";

/// What is said of every file where no instrument of theirs is at hand.
pub const NO_INSTRUMENT: &str = "Tidak ada instrumen yang dapat direkap.";

/// Why there is no score of the local government; none where the instrument has a rule for it.
pub fn refusal(rubric: &Rubric) -> Option<String> {
    match &rubric.pemda {
        PemdaRule::Refused { reason, .. } => Some(format!("Nilai pemda tidak dihitung: {reason}")),
        PemdaRule::SimpleMean(_) => None,
    }
}
