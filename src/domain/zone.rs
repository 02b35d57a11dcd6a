//! Categories and zones: how a rounded score is read.
//!
//! Invariant: a category is read off a score already rounded; zones never fall as the score rises.

use super::Text;
use super::number::Score;
use super::rubric::{Basis, Provenance};

/// The colour of a result. Order follows worth: merah is below kuning, kuning below hijau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Red.
    Merah,
    /// Yellow.
    Kuning,
    /// Green.
    Hijau,
}

impl Zone {
    /// The word used in files, in style sheets and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Merah => "merah",
            Self::Kuning => "kuning",
            Self::Hijau => "hijau",
        }
    }
}

/// Whether a category begins at its bound or just above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `score >= bound`.
    AtLeast,
    /// `score > bound`; the lowest category also holds its own bound.
    Above,
}

/// Who is being judged: category names may differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// One office.
    #[default]
    Unit,
    /// A whole local government.
    Pemda,
}

/// One band of the instrument's own scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Short code, unique within the instrument.
    pub id: Text,
    /// Where the band begins, on the result scale.
    pub bound: Score,
    /// Its zone, where the instrument has zones.
    pub zone: Option<Zone>,
    /// Its name for one office.
    pub unit_name: Text,
    /// Its name for a local government.
    pub pemda_name: Text,
    /// What it means, in a sentence; may be empty.
    pub meaning: Text,
    /// How firm its bound is; the basis of all bands unless the file says otherwise.
    pub basis: Basis,
}

impl Category {
    /// The name for this kind of subject.
    #[must_use]
    pub const fn name(&self, subject: Subject) -> &Text {
        match subject {
            Subject::Unit => &self.unit_name,
            Subject::Pemda => &self.pemda_name,
        }
    }
}

/// The bands of one instrument, highest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Categories {
    /// How a score is held against a bound.
    pub comparison: Comparison,
    /// Where bounds and names come from.
    pub provenance: Provenance,
    /// The bands, highest first.
    pub items: Vec<Category>,
}

impl Categories {
    /// The place of the band that holds `score`; scores below every bound fall to the lowest.
    #[must_use]
    pub fn place(&self, score: Score) -> usize {
        let holds = |category: &Category| match self.comparison {
            Comparison::AtLeast => score >= category.bound,
            Comparison::Above => score > category.bound,
        };
        self.items.iter().position(holds).unwrap_or(self.items.len().saturating_sub(1))
    }

    /// The band that holds `score`; none only where the instrument has no bands.
    #[must_use]
    pub fn of(&self, score: Score) -> Option<&Category> {
        self.items.get(self.place(score))
    }

    /// Whether any band has a zone.
    #[must_use]
    pub fn have_zones(&self) -> bool {
        self.items.iter().any(|category| category.zone.is_some())
    }
}
