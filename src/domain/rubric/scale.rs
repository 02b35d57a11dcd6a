//! Basis, sources, weights and scales: what an instrument's numbers rest on.
//!
//! Invariant: plain data, unchecked; `Rubric::new` is where it is held to its rules.

use crate::domain::Text;
use crate::domain::number::Decimal;

/// Where a weight, scale, bound or rule comes from. Shown wherever the number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in a named public source.
    Published,
    /// Concluded from incomplete sources.
    Inferred,
    /// Published nowhere: a working value with bounds stands in.
    Unpublished,
    /// Given by the office from an official letter it holds.
    Entered,
}

/// Basis and the sources behind it (ids of [`Source`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How firm it is.
    pub basis: Basis,
    /// Ids of the sources.
    pub sources: Vec<Text>,
}

/// A public source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Unique within the instrument.
    pub id: Text,
    /// What it is.
    pub title: Text,
    /// Where it can be read; may be empty.
    pub address: Text,
    /// What to know of it; may be empty.
    pub note: Text,
}

/// A weight in percent of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The number; none where only a share of the rest is known.
    pub value: Option<Decimal>,
    /// Lowest and highest multiple of the working value; none where the weight is fixed.
    pub bounds: Option<(Decimal, Decimal)>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How answers to an indicator are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// One of a few levels, lowest first.
    Levels(Vec<ScaleLevel>),
    /// Any number between the ends, four places at most.
    Continuous {
        /// Lowest value.
        minimum: Decimal,
        /// Highest value.
        maximum: Decimal,
        /// What it is counted in; may be empty.
        unit: Text,
    },
}

/// One step of a scale of levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleLevel {
    /// What it counts, from 0 to the scale's maximum.
    pub value: Decimal,
    /// Its code where the instrument has one (`BB`); may be empty.
    pub code: Text,
    /// Its wording where all indicators share one; may be empty.
    pub text: Text,
    /// The highest percentage of criteria met at which this level is proposed; none where it never is.
    pub up_to: Option<Decimal>,
}

/// A scale that indicators refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Unique within the instrument.
    pub id: Text,
    /// Levels or a stretch of numbers.
    pub kind: ScaleKind,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Scale {
    /// The highest answer; an item scores answer / maximum.
    #[must_use]
    pub fn maximum(&self) -> Decimal {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.last().map_or(Decimal::ZERO, |level| level.value),
            ScaleKind::Continuous { maximum, .. } => *maximum,
        }
    }

    /// The lowest answer.
    #[must_use]
    pub fn minimum(&self) -> Decimal {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.first().map_or(Decimal::ZERO, |level| level.value),
            ScaleKind::Continuous { minimum, .. } => *minimum,
        }
    }

    /// Whether any number between the ends may be given.
    #[must_use]
    pub const fn is_continuous(&self) -> bool {
        matches!(self.kind, ScaleKind::Continuous { .. })
    }

    /// Whether `value` is an answer on this scale.
    #[must_use]
    pub fn takes(&self, value: Decimal) -> bool {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.iter().any(|level| level.value == value),
            ScaleKind::Continuous { minimum, maximum, .. } => (*minimum..=*maximum).contains(&value),
        }
    }
}
