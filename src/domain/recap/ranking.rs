//! Offices from the best to the weakest.
//!
//! Invariant: equal scores share a rank, and the next rank counts all before it.

use super::row::Row;
use super::{Collection, Recap};
use crate::domain::number::Score;
use crate::domain::order::sorted;

/// Which figure offices are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// The office's own point.
    #[default]
    Own,
    /// The low end of the full range.
    Low,
    /// As far as documents support it.
    Supported,
    /// Verified.
    Verified,
    /// Published.
    Official,
}

impl Measure {
    /// The figure of a file; none where it has none.
    #[must_use]
    pub fn of(self, row: &Row) -> Option<Score> {
        let own = row.own.as_ref();
        match self {
            Self::Own => own?.figure.point,
            Self::Low => own.map(|own| own.figure.full.low),
            Self::Supported => own?.supported,
            Self::Verified => row.verified?.point,
            Self::Official => row.official,
        }
    }
}

/// One office in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its rank, from 1.
    pub rank: usize,
    /// The place of its file in the collection.
    pub place: usize,
    /// Its score.
    pub score: Score,
}

/// The offices that count and have the figure, the best first; of equal ones in the order of the collection.
#[must_use]
pub fn ranking(collection: &Collection, recap: &Recap, measure: Measure) -> Vec<Ranked> {
    let scored = recap.counted.iter().filter_map(|at| Some((*at, measure.of(collection.row(*at)?)?)));
    let scored: Vec<(usize, Score)> = scored.collect();
    let mut all: Vec<Ranked> = Vec::with_capacity(scored.len());
    for (before, (place, score)) in sorted(&scored, |one, other| other.1.cmp(&one.1)).into_iter().enumerate()
    {
        let tied = all.last().filter(|last| last.score == *score).map(|last| last.rank);
        all.push(Ranked { rank: tied.unwrap_or(before + 1), place: *place, score: *score });
    }
    all
}
