//! The figures of a group before they are rounded.
//!
//! Invariant: one denominator for all scores of a group; nothing is rounded but by [`points`].

use num_bigint::BigInt;
use num_integer::Integer;

use super::Figure;
use super::item::{Item, Part};
use crate::domain::extremes::{End, Ratio, Scores, extreme, working};
use crate::domain::number::{Range, Score};
use crate::domain::rubric::{Group, Rubric};

/// A figure before rounding. `None` where every member leaves.
#[derive(Clone, Debug, Default)]
pub struct Exact {
    /// Over what is answered, working weights.
    pub point: Option<Ratio>,
    /// The same with unbacked claims at their lowest.
    pub evidenced: Option<Ratio>,
    /// Blanks at worst, working weights.
    pub low: Option<Ratio>,
    /// Blanks at best, working weights.
    pub high: Option<Ratio>,
    /// Blanks at worst, weights anywhere inside their bounds.
    pub lowest: Option<Ratio>,
    /// Blanks at best, weights anywhere inside their bounds.
    pub highest: Option<Ratio>,
}

impl Exact {
    /// The figure of one dimension from its items, as answered and with unbacked claims at their lowest.
    pub fn of(group: &Group, items: &[Item], backed: &[Item]) -> Self {
        let parts = items.iter().chain(backed);
        let parts = parts.flat_map(|item| [Some(item.low), Some(item.high), item.point]);
        let mut factors: Vec<(u64, BigInt)> = Vec::new();
        for part in parts.flatten() {
            if let Err(place) = factors.binary_search_by_key(&part.den, |(den, _)| *den) {
                factors.insert(place, (part.den, BigInt::ZERO));
            }
        }
        let common = factors.iter().fold(BigInt::from(1), |common, (den, _)| common.lcm(&BigInt::from(*den)));
        for (den, factor) in &mut factors {
            *factor = &common / *den;
        }
        let scores = |items: &[Item], pick: fn(&Item) -> Option<Part>| {
            let over = |part: Part| {
                let place = factors.binary_search_by_key(&part.den, |(den, _)| *den).ok()?;
                factors.get(place).map(|(_, factor)| factor * part.num)
            };
            let nums = items.iter().map(|item| pick(item).filter(|_| !item.leaves).and_then(over));
            Scores::over(common.clone(), nums.collect())
        };
        let low = scores(items, |item| Some(item.low));
        let high = scores(items, |item| Some(item.high));
        Self {
            point: working(group, &scores(items, |item| item.point)),
            evidenced: working(group, &scores(backed, |item| item.point)),
            lowest: extreme(group, &low, End::Low),
            highest: extreme(group, &high, End::High),
            low: working(group, &low),
            high: working(group, &high),
        }
    }

    /// The weighted figure over dimensions for which `inside` holds.
    pub fn over(group: &Group, dimensions: &[Self], inside: impl Fn(usize) -> bool) -> Self {
        let pick = |which: fn(&Self) -> &Option<Ratio>| {
            let inner = dimensions.iter().enumerate();
            Scores::of(inner.map(|(at, d)| which(d).clone().filter(|_| inside(at))).collect())
        };
        Self {
            point: working(group, &pick(|d| &d.point)),
            evidenced: working(group, &pick(|d| &d.evidenced)),
            low: working(group, &pick(|d| &d.low)),
            high: working(group, &pick(|d| &d.high)),
            lowest: extreme(group, &pick(|d| &d.lowest), End::Low),
            highest: extreme(group, &pick(|d| &d.highest), End::High),
        }
    }

    /// What the dimensions for which `inside` holds add to the whole: the others count nought but keep their
    /// weight, and so does in the point what nothing is answered of, at its lowest.
    pub fn added(group: &Group, dimensions: &[Self], inside: impl Fn(usize) -> bool) -> Self {
        let pick = |which: fn(&Self) -> &Option<Ratio>| {
            let inner = dimensions.iter().enumerate();
            let none = |ratio: Ratio| Ratio { num: BigInt::ZERO, ..ratio };
            Scores::of(
                inner.map(|(at, d)| which(d).clone().map(|r| if inside(at) { r } else { none(r) })).collect(),
            )
        };
        Self {
            point: working(group, &pick(|d| if d.point.is_some() { &d.point } else { &d.low })),
            evidenced: None,
            low: working(group, &pick(|d| &d.low)),
            high: working(group, &pick(|d| &d.high)),
            lowest: extreme(group, &pick(|d| &d.lowest), End::Low),
            highest: extreme(group, &pick(|d| &d.highest), End::High),
        }
    }

    /// The most that the dimensions for which `inside` holds can add, were every answer the highest.
    pub fn most(group: &Group, dimensions: &[Self], inside: impl Fn(usize) -> bool) -> Option<Ratio> {
        let full = |at: usize| BigInt::from(u8::from(inside(at)));
        let nums = dimensions.iter().enumerate().map(|(at, d)| d.low.as_ref().map(|_| full(at)));
        extreme(group, &Scores::over(BigInt::from(1), nums.collect()), End::High)
    }

    /// Rounds each number once; where every member leaves, the ranges are the whole scale.
    pub fn rounded(&self, rubric: &Rubric) -> Figure {
        let maximum = Score::rounded(rubric.maximum);
        let range = |low: &Option<Ratio>, high: &Option<Ratio>| Range {
            low: low.as_ref().map_or(Score::default(), |ratio| points(ratio, rubric)),
            high: high.as_ref().map_or(maximum, |ratio| points(ratio, rubric)),
        };
        Figure {
            point: self.point.as_ref().map(|ratio| points(ratio, rubric)),
            answers: range(&self.low, &self.high),
            full: range(&self.lowest, &self.highest),
        }
    }
}

/// A part of the whole as rounded points of the result scale.
pub fn points(ratio: &Ratio, rubric: &Rubric) -> Score {
    Score::from_ratio(&(&ratio.num * rubric.maximum.ten_thousandths()), &(&ratio.den * 10_000))
}
