//! The strongest statement about category and zone that the ranges allow.
//!
//! Invariant: a zone is named as one only where both ends of the range it rests on agree; a form with
//! nothing answered never has one.

use super::number::Range;
use super::rubric::Rubric;
use super::scorecard::Figure;
use super::zone::Zone;

/// What a range reads as: one thing, or everything between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<T> {
    /// Both ends agree.
    One(T),
    /// They do not: low end, high end.
    Between(T, T),
}

impl<T: PartialEq + Copy> Span<T> {
    /// The span from a low to a high reading.
    #[must_use]
    pub fn of(low: T, high: T) -> Self {
        if low == high { Self::One(low) } else { Self::Between(low, high) }
    }

    /// The one reading, where both ends agree.
    #[must_use]
    pub const fn one(self) -> Option<T> {
        match self {
            Self::One(reading) => Some(reading),
            Self::Between(..) => None,
        }
    }

    /// Low and high reading.
    #[must_use]
    pub const fn ends(self) -> (T, T) {
        match self {
            Self::One(reading) => (reading, reading),
            Self::Between(low, high) => (low, high),
        }
    }
}

/// What the statement holds over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resting {
    /// Over everything: blanks and unpublished weights.
    Full,
    /// Over the blanks, with working weights only.
    Answers,
    /// It cannot be told yet.
    Neither,
}

/// What can be said of category and zone. As an answer rises, no full reading falls; the statement can,
/// where the range it rested on comes to straddle a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Places in the rubric's categories (0 is the highest): over the range the statement rests on.
    pub category: Span<usize>,
    /// The zone, where the instrument has zones and something is answered.
    pub zone: Option<Span<Zone>>,
    /// Categories over the full range, whatever the statement rests on.
    pub full_category: Span<usize>,
    /// Zones over the full range.
    pub full_zone: Option<Span<Zone>>,
    /// What the statement holds over.
    pub resting: Resting,
    /// How many assumptions it stands on.
    pub assumed: usize,
    /// How many items were left out as *tidak relevan*.
    pub not_relevant: usize,
    /// Places of dimensions that rest on items left out (over a quarter of their weight).
    pub rests_on: Vec<usize>,
}

impl Standing {
    /// Reads the ranges of a figure.
    #[must_use]
    pub fn of(
        rubric: &Rubric,
        figure: &Figure,
        assumed: usize,
        not_relevant: usize,
        rests_on: Vec<usize>,
    ) -> Self {
        let category =
            |range: Range| Span::of(rubric.categories.place(range.low), rubric.categories.place(range.high));
        let zone = |range: Range| zones(rubric, range);
        let agrees = |range: Range| match zone(range) {
            Some(span) => span.one().is_some(),
            None => category(range).one().is_some(),
        };
        let resting = if figure.point.is_none() {
            Resting::Neither
        } else if agrees(figure.full) {
            Resting::Full
        } else if agrees(figure.answers) {
            Resting::Answers
        } else {
            Resting::Neither
        };
        let range = if resting == Resting::Answers { figure.answers } else { figure.full };
        Self {
            category: category(range),
            zone: zone(range).filter(|_| figure.point.is_some()),
            full_category: category(figure.full),
            full_zone: zone(figure.full),
            resting,
            assumed,
            not_relevant,
            rests_on,
        }
    }
}

/// The zones at both ends of a range, where the instrument has zones.
#[must_use]
pub fn zones(rubric: &Rubric, range: Range) -> Option<Span<Zone>> {
    let low = rubric.categories.of(range.low)?.zone?;
    let high = rubric.categories.of(range.high)?.zone?;
    Some(Span::of(low, high))
}
