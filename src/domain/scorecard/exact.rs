//! The figures of a group before they are rounded.
//!
//! Invariant: one denominator for all scores of a group; nothing is rounded but by [`Ratio::points`].

use super::Figure;
use super::item::{Item, Part};
use crate::domain::extremes::{End, Ratio, extreme, ones, working};
use crate::domain::number::{Range, Score};
use crate::domain::rubric::{Group, Rubric};
use crate::domain::whole::Whole;

/// A figure before rounding. `None` where every member leaves.
#[derive(Clone, Debug, Default)]
pub struct Exact {
    /// Over what is answered, working weights.
    pub point: Option<Ratio>,
    /// The same with unsupported claims at their lowest.
    pub supported: Option<Ratio>,
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
    /// The figure of one dimension from its items, as answered and with unsupported claims at their lowest.
    pub fn of(group: &Group, items: &[Item], supported: &[Item]) -> Self {
        let parts = items.iter().chain(supported);
        let common =
            Common::of(parts.flat_map(|item| [Some(item.low), Some(item.high), item.point]).flatten());
        let scores = |items: &[Item], pick: fn(&Item) -> Option<Part>| -> Vec<Option<Ratio>> {
            let over = |item: &Item| pick(item).filter(|_| !item.leaves).and_then(|part| common.over(part));
            items.iter().map(over).collect()
        };
        let low = scores(items, |item| Some(item.low));
        let high = scores(items, |item| Some(item.high));
        Self {
            point: working(group, &scores(items, |item| item.point)),
            supported: working(group, &scores(supported, |item| item.point)),
            lowest: extreme(group, &low, End::Low),
            highest: extreme(group, &high, End::High),
            low: working(group, &low),
            high: working(group, &high),
        }
    }

    /// The weighted figure over dimensions for which `inside` holds.
    pub fn over(group: &Group, dimensions: &[Self], inside: &dyn Fn(usize) -> bool) -> Self {
        Self::weighted(group, dimensions, |d| &d.point, &|at, ratio| inside(at).then(|| ratio.clone()))
    }

    /// What the dimensions for which `inside` holds add to the whole: the others count nought but keep their
    /// weight, and so does in the point what nothing is answered of, at its lowest.
    pub fn added(group: &Group, dimensions: &[Self], inside: &dyn Fn(usize) -> bool) -> Self {
        let point: fn(&Self) -> &Option<Ratio> = |d| if d.point.is_some() { &d.point } else { &d.low };
        Self::weighted(group, dimensions, point, &|at, ratio| {
            Some(if inside(at) { ratio.clone() } else { Ratio::one_if(false) })
        })
    }

    /// The weighted figure over what `taken` makes of each dimension's, by its place; `point` says what stands
    /// for the point of one.
    fn weighted(
        group: &Group,
        dimensions: &[Self],
        point: fn(&Self) -> &Option<Ratio>,
        taken: &dyn Fn(usize, &Ratio) -> Option<Ratio>,
    ) -> Self {
        let pick = |which: fn(&Self) -> &Option<Ratio>| -> Vec<Option<Ratio>> {
            let each = dimensions.iter().enumerate();
            each.map(|(at, dimension)| which(dimension).as_ref().and_then(|ratio| taken(at, ratio))).collect()
        };
        Self {
            point: working(group, &pick(point)),
            supported: working(group, &pick(|d| &d.supported)),
            low: working(group, &pick(|d| &d.low)),
            high: working(group, &pick(|d| &d.high)),
            lowest: extreme(group, &pick(|d| &d.lowest), End::Low),
            highest: extreme(group, &pick(|d| &d.highest), End::High),
        }
    }

    /// The most that the dimensions for which `inside` holds can add, were every answer the highest.
    pub fn most(group: &Group, dimensions: &[Self], inside: &dyn Fn(usize) -> bool) -> Option<Ratio> {
        let stays: Vec<bool> = dimensions.iter().map(|dimension| dimension.low.is_some()).collect();
        extreme(group, &ones(&stays, inside), End::High)
    }

    /// Rounds each number once; where every member leaves, the ranges are the whole scale.
    pub fn rounded(&self, rubric: &Rubric) -> Figure {
        let maximum = Score::rounded(rubric.maximum);
        let range = |low: &Option<Ratio>, high: &Option<Ratio>| Range {
            low: low.as_ref().map_or(Score::default(), |ratio| ratio.points(rubric.maximum)),
            high: high.as_ref().map_or(maximum, |ratio| ratio.points(rubric.maximum)),
        };
        Figure {
            point: self.point.as_ref().map(|ratio| ratio.points(rubric.maximum)),
            answers: range(&self.low, &self.high),
            full: range(&self.lowest, &self.highest),
        }
    }
}

/// One denominator for all parts of a dimension, and by what each of theirs falls short of it.
pub struct Common {
    den: Whole,
    factors: Vec<(u64, Whole)>,
}

impl Common {
    /// For these parts.
    pub fn of(parts: impl Iterator<Item = Part>) -> Self {
        let mut dens: Vec<u64> = Vec::new();
        // Their product is a multiple of every denominator: each adds what those before it do not hold.
        let mut bases: Vec<u64> = Vec::new();
        for part in parts {
            if !dens.contains(&part.den) {
                let rest = bases.iter().fold(part.den, |rest, base| rest / gcd(rest, *base));
                dens.push(part.den);
                bases.push(rest);
            }
        }
        // What is left of the product when a denominator is divided out, base by base.
        let without = |den: u64| {
            let mut rest = den;
            let mut product = Whole::from(1_u64);
            for base in &bases {
                let shared = gcd(rest, *base);
                rest /= shared;
                product = &product * &Whole::from(base / shared);
            }
            product
        };
        Self { den: without(1), factors: dens.iter().map(|den| (*den, without(*den))).collect() }
    }

    /// A part over it; none for a part that it was not made for.
    pub fn over(&self, part: Part) -> Option<Ratio> {
        let (_, factor) = self.factors.iter().find(|(den, _)| *den == part.den)?;
        Some(Ratio { num: factor * &Whole::from(part.num), den: self.den.clone() })
    }
    /// It, so many times.
    pub fn times(&self, weight: i64) -> Whole {
        &self.den * &Whole::from(weight)
    }
}

/// The greatest common divisor of two numbers above nought.
const fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
