//! What lies in the hands of the office, and what users and central data decide.
//!
//! Invariant: each dimension is counted once, on the side of all its indicators or, where they differ, on the
//! office's; what a side adds is exact, weights moving together.

use super::Figure;
use super::exact::Exact;
use crate::domain::number::Score;
use crate::domain::rubric::{Dimension, Rubric};

/// One side's part of the result, in points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Places of its dimensions.
    pub dimensions: Vec<usize>,
    /// What it adds to the result.
    pub figure: Figure,
    /// What it could add at most.
    pub maximum: Score,
}

impl Side {
    /// The office's side and the side of users and central data.
    pub(super) fn both(rubric: &Rubric, exact: &[Exact]) -> (Self, Self) {
        let outside = |at: usize| rubric.dimensions.get(at).is_some_and(is_outside);
        (Self::of(rubric, exact, &|at| !outside(at)), Self::of(rubric, exact, &outside))
    }

    fn of(rubric: &Rubric, exact: &[Exact], inside: &dyn Fn(usize) -> bool) -> Self {
        let most = Exact::most(rubric.whole(), exact, inside);
        Self {
            dimensions: (0..exact.len()).filter(|at| inside(*at)).collect(),
            figure: Exact::added(rubric.whole(), exact, inside).rounded(rubric),
            maximum: most.map_or(Score::default(), |ratio| ratio.points(rubric.maximum)),
        }
    }
}

/// Whether every indicator that counts is answered by users or central data.
fn is_outside(dimension: &Dimension) -> bool {
    dimension
        .indicators
        .iter()
        .filter(|indicator| indicator.is_scored())
        .all(|indicator| indicator.assessed.is_outside())
}
