//! Everything a rubric file says, before it is checked.
//!
//! Invariant: plain data; `Rubric::new` is the only way from here to an instrument.

use super::{Indicator, Panel, Provenance, Scale, Source, Weight};
use crate::domain::Text;
use crate::domain::map::Map;
use crate::domain::number::Decimal;
use crate::domain::zone::Categories;

/// A weighted part of the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Unique within the instrument.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its weight in the whole.
    pub weight: Weight,
    /// Its questions, in the order of the form.
    pub indicators: Vec<Indicator>,
}

/// Dimensions whose weighted mean is shown as a figure of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtotal {
    /// Unique within the instrument.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Ids of the dimensions.
    pub dimensions: Vec<Text>,
}

/// How the answers of an indicator with criteria are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The level chosen for the indicator counts.
    #[default]
    PerLevel,
    /// The mean of the criteria counts: yes 1, partly one half, no 0.
    PerCriterion,
}

/// A mode the instrument offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeText {
    /// Which.
    pub mode: Mode,
    /// What the page calls it.
    pub name: Text,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How unit scores become the score of a local government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PemdaRule {
    /// Mean of the unit scores, each rounded to hundredths.
    SimpleMean(Provenance),
    /// No rule can be stated.
    Refused {
        /// Why, in a sentence for the page.
        reason: Text,
        /// Where that is known from.
        provenance: Provenance,
    },
}

/// Which indicators of another edition ask the same on the same scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondence {
    /// Id of the other instrument.
    pub rubric: Text,
    /// What to know before relying on it, in a sentence for the page.
    pub note: Text,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Ids of the other's indicators by our own.
    pub indicators: Map<Text>,
}

/// Whether the instrument is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RubricStatus {
    /// In use.
    Current,
    /// No longer used.
    Historical,
    /// Not firm yet.
    Draft,
}

/// The instrument's own labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What a dimension is called.
    pub dimension: Text,
    /// What an indicator is called.
    pub indicator: Text,
    /// What a category is called; `Kategori` where the file does not say.
    pub category: Text,
    /// Label of the office's own column.
    pub own: Text,
    /// Label of the verified column.
    pub verified: Text,
    /// Label of the official column.
    pub official: Text,
}

/// Everything a rubric file says, not yet checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Stable id.
    pub id: Text,
    /// Version of the file, `major.minor.patch`.
    pub version: Text,
    /// Full name.
    pub name: Text,
    /// Name for narrow places.
    pub short_name: Text,
    /// Who assesses.
    pub issuer: Text,
    /// First year it holds for.
    pub year_from: u16,
    /// Last year it holds for; none while in use.
    pub year_to: Option<u16>,
    /// Regulation behind it.
    pub legal_basis: Text,
    /// In use, historical or draft.
    pub status: RubricStatus,
    /// Whether it can be filled in, or only reads old results.
    pub fillable: bool,
    /// What it is good for now.
    pub use_note: Text,
    /// What is published.
    pub known: Vec<Text>,
    /// What is not.
    pub unknown: Vec<Text>,
    /// What the range does not cover.
    pub limits: Vec<Text>,
    /// Its own labels.
    pub terms: Terms,
    /// Public sources.
    pub sources: Vec<Source>,
    /// Highest result: 100 or 5 points.
    pub maximum: Decimal,
    /// Where the maximum comes from.
    pub maximum_provenance: Provenance,
    /// Where the rounding rule (two places, half up) comes from.
    pub rounding: Provenance,
    /// From units to a local government.
    pub pemda: PemdaRule,
    /// Bands of the result.
    pub categories: Categories,
    /// Figures of their own.
    pub subtotals: Vec<Subtotal>,
    /// Products and persons.
    pub panels: Vec<Panel>,
    /// Ways of counting; empty means per level only.
    pub modes: Vec<ModeText>,
    /// Other editions that the answers can be read under.
    pub maps: Vec<Correspondence>,
    /// Scales.
    pub scales: Vec<Scale>,
    /// Weighted parts.
    pub dimensions: Vec<Dimension>,
}
