//! Offices from the best to the weakest.
//!
//! Invariant: equal scores share a rank, and the next rank counts all before it; an office that is not wholly filled in
//! has no rank by what is filled in.

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

    /// Whether the figure speaks of the whole form: of a form half filled in, point and supported figure do not.
    fn is_whole(self, row: &Row) -> bool {
        let whole = row.own.as_ref().is_none_or(|own| own.progress.is_complete());
        whole || !matches!(self, Self::Own | Self::Supported)
    }
}

/// One office in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its rank, from 1; none where the figure is only that of what is filled in so far.
    pub rank: Option<usize>,
    /// The place of its file in the collection.
    pub place: usize,
    /// Its score.
    pub score: Score,
}

/// The offices that count and have the figure, the best first; of equal ones in the order of the collection. Those without
/// a rank come last.
#[must_use]
pub fn ranking(collection: &Collection, recap: &Recap, measure: Measure) -> Vec<Ranked> {
    let scored = recap.counted.iter().filter_map(|at| {
        let row = collection.row(*at)?;
        Some((*at, measure.of(row)?, measure.is_whole(row)))
    });
    let scored: Vec<(usize, Score, bool)> = scored.collect();
    let mut all: Vec<Ranked> = Vec::with_capacity(scored.len());
    let order = sorted(&scored, |one, other| (other.2, other.1).cmp(&(one.2, one.1)));
    for (before, (place, score, whole)) in order.into_iter().enumerate() {
        let tied = all.last().filter(|last| last.score == *score).and_then(|last| last.rank);
        let rank = if *whole { tied.or(Some(before + 1)) } else { None };
        all.push(Ranked { rank, place: *place, score: *score });
    }
    all
}
