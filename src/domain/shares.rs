//! What lies in the hands of the office, and what users and central data decide.
//!
//! Invariant: each dimension is counted once, on the side of all its indicators or, where they differ, on the office's.

use super::number::{Range, Score};
use super::rubric::{Dimension, Rubric};
use super::scorecard::{Figure, Scorecard};

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

/// The office's side and the side of users and central data.
#[must_use]
pub fn sides(rubric: &Rubric, card: &Scorecard) -> (Side, Side) {
    let mut own = Side::default();
    let mut outside = Side::default();
    for (at, dimension) in rubric.dimensions.iter().enumerate() {
        let side = if is_outside(dimension) { &mut outside } else { &mut own };
        if let (Some(score), Some(share)) = (card.dimensions.get(at), rubric.whole().shares().get(at)) {
            side.take(at, score, share.working, rubric);
        }
    }
    (own, outside)
}

/// Whether every indicator that counts is answered by users or central data.
#[must_use]
pub fn is_outside(dimension: &Dimension) -> bool {
    dimension
        .indicators
        .iter()
        .filter(|indicator| indicator.is_scored())
        .all(|indicator| indicator.assessed.is_outside())
}

impl Side {
    fn take(&mut self, at: usize, score: &super::scorecard::DimensionScore, working: i64, rubric: &Rubric) {
        self.dimensions.push(at);
        let sum = |a: Score, b: Score| Score::from_hundredths(a.hundredths() + b.hundredths());
        let range = |a: Range, b: Range| Range { low: sum(a.low, b.low), high: sum(a.high, b.high) };
        self.figure = Figure {
            point: match (self.figure.point, score.point) {
                (Some(a), Some(b)) => Some(sum(a, b)),
                (a, b) => a.or(b),
            },
            answers: range(self.figure.answers, score.points),
            full: range(self.figure.full, score.points),
        };
        let num = num_bigint::BigInt::from(working) * rubric.maximum.ten_thousandths();
        let den = num_bigint::BigInt::from(rubric.whole().total()) * 10_000;
        self.maximum = sum(self.maximum, Score::from_ratio(&num, &den));
    }
}
