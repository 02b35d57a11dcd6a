//! What the first page says of an instrument before it is fetched.
//!
//! Invariant: an entry says nothing that the instrument itself does not say.

use super::Text;
use super::number::Decimal;
use super::rubric::{Rubric, RubricStatus};

/// One instrument on the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: Text,
    /// Its version.
    pub version: Text,
    /// Its full name.
    pub name: Text,
    /// Its name for narrow places.
    pub short_name: Text,
    /// Who assesses.
    pub issuer: Text,
    /// First year.
    pub year_from: u16,
    /// Last year; none while in use.
    pub year_to: Option<u16>,
    /// In use, historical or draft.
    pub status: RubricStatus,
    /// Whether it can be filled in.
    pub fillable: bool,
    /// What it is good for now.
    pub use_note: Text,
    /// What is published.
    pub known: Vec<Text>,
    /// What is not.
    pub unknown: Vec<Text>,
    /// How many indicators count.
    pub indicators: usize,
    /// Highest result.
    pub maximum: Decimal,
    /// Whether results have zones.
    pub has_zones: bool,
}

impl From<&Rubric> for Entry {
    fn from(rubric: &Rubric) -> Self {
        Self {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            name: rubric.name.clone(),
            short_name: rubric.short_name.clone(),
            issuer: rubric.issuer.clone(),
            year_from: rubric.year_from,
            year_to: rubric.year_to,
            status: rubric.status,
            fillable: rubric.fillable,
            use_note: rubric.use_note.clone(),
            known: rubric.known.clone(),
            unknown: rubric.unknown.clone(),
            indicators: rubric.indicators().filter(|(_, indicator)| indicator.is_scored()).count(),
            maximum: rubric.maximum,
            has_zones: rubric.categories.have_zones(),
        }
    }
}
