//! Words of the answers read under another edition.
//!
//! Invariant: what is not carried is always said with what is.

use super::{common, number, standing};
use crate::domain::edition::Reading;
use crate::domain::rubric::{Correspondence, Rubric};
use crate::domain::scorecard::Scorecard;

pub const TITLE: &str = "Baca dengan edisi lain";
pub const BEHIND: &str = "Jawaban yang tidak ikut";
pub const OPEN: &str = "Yang masih kosong di sana";

/// Asks for the other edition.
pub fn read(name: &str) -> String {
    format!("Baca dengan {name}")
}

/// Makes an assessment of its own of it.
pub fn begin(name: &str) -> String {
    format!("Buat penilaian {name} dari jawaban ini")
}

/// What to know before relying on it, and how firm it is.
pub fn note(map: &Correspondence) -> String {
    format!("{} (padanan {})", map.note, common::basis(map.provenance.basis))
}

/// How much of both sides corresponds.
pub fn share(reading: &Reading, other: &Rubric) -> String {
    let total = other.indicators().filter(|(_, indicator)| indicator.is_scored()).count();
    format!(
        "{} dari {} jawaban Anda ada padanannya. {} dari {total} indikator di sana masih kosong.",
        reading.carried,
        reading.carried + reading.behind.len(),
        reading.open.len(),
    )
}

/// What it comes to there.
pub fn result(other: &Rubric, card: &Scorecard) -> String {
    format!("Kisaran di sana: {}. {}.", number::range(card.score.full), standing::sentence(other, card))
}
