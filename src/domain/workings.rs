//! The arithmetic behind the point, product by product.
//!
//! Invariant: only the point is explained, with working weights; every figure is rounded for showing and
//! none of them is reckoned with again.

use num_bigint::BigInt;

use super::assessment::Assessment;
use super::number::Score;
use super::rubric::Rubric;
use super::scorecard::item::Item;

/// One answered indicator in the mean of its dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Place of the indicator in its dimension.
    pub indicator: usize,
    /// Its weight among the answered indicators, in hundredths of a percent.
    pub weight: Score,
    /// Its score on the result scale.
    pub score: Score,
    /// Weight times score: what it adds to the dimension's score.
    pub product: Score,
}

/// The rows of one dimension, answered indicators only, in order.
#[must_use]
pub fn rows(rubric: &Rubric, place: usize, assessment: &Assessment) -> Vec<Row> {
    let (Some(dimension), Some(group)) = (rubric.dimensions.get(place), rubric.group(place)) else {
        return Vec::new();
    };
    let scored = dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored());
    let answered: Vec<_> = scored
        .zip(group.shares())
        .filter_map(|((at, indicator), share)| {
            let item = Item::of(rubric, indicator, rubric.scale_at(place, at)?, assessment);
            let part = item.point.filter(|_| !item.leaves)?;
            Some((at, share.working, part))
        })
        .collect();
    let sum: i64 = answered.iter().map(|(_, weight, _)| weight).sum();
    answered
        .into_iter()
        .map(|(indicator, weight, part)| {
            let points = BigInt::from(part.num) * rubric.maximum.ten_thousandths();
            let den = BigInt::from(part.den) * 10_000;
            Row {
                indicator,
                weight: Score::from_ratio(&(BigInt::from(weight) * 100), &BigInt::from(sum)),
                score: Score::from_ratio(&points, &den),
                product: Score::from_ratio(&(points * weight), &(den * sum)),
            }
        })
        .collect()
}
