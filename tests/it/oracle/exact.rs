//! Reduced fractions, weights, and the ends of a weighted mean over every corner of its weights.
//!
//! Invariant: nothing is ordered, greedy or early here: all corners are tried.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use swanilai::domain::number::Decimal;
use swanilai::domain::rubric::Weight;

/// A reduced fraction with a positive denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frac(BigInt, BigInt);

impl Frac {
    pub fn new(num: impl Into<BigInt>, den: impl Into<BigInt>) -> Self {
        let (num, den) = (num.into(), den.into());
        let common = num.gcd(&den);
        if common == BigInt::from(1) { Self(num, den) } else { Self(num / &common, den / common) }
    }

    pub fn whole(number: i64) -> Self {
        Self(number.into(), 1.into())
    }

    pub fn of(decimal: Decimal) -> Self {
        Self::new(decimal.ten_thousandths(), 10_000)
    }

    /// Hundredths, a half going up: the floor of a hundredfold and a half.
    pub fn hundredths(&self) -> i64 {
        let lifted = self * &Self::whole(100) + Self::new(1, 2);
        i64::try_from(lifted.0.div_floor(&lifted.1)).expect("a score")
    }
}

impl Add for Frac {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(&self.0 * &other.1 + &other.0 * &self.1, self.1 * other.1)
    }
}

impl Sub for Frac {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(&self.0 * &other.1 - &other.0 * &self.1, self.1 * other.1)
    }
}

impl Mul for &Frac {
    type Output = Frac;
    fn mul(self, other: Self) -> Frac {
        Frac::new(&self.0 * &other.0, &self.1 * &other.1)
    }
}

impl Div for Frac {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }
}

impl PartialOrd for Frac {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (&self.0 * &other.1).partial_cmp(&(&other.0 * &self.1))
    }
}

pub fn sum(parts: impl IntoIterator<Item = Frac>) -> Frac {
    parts.into_iter().fold(Frac::whole(0), Add::add)
}

/// Lowest, working and highest weight of each member, in percent of the group.
pub struct Weights(Vec<[Frac; 3]>);

impl Weights {
    pub fn of<'a>(weights: impl Iterator<Item = &'a Weight>) -> Self {
        let weights: Vec<_> = weights.collect();
        let valued = sum(weights.iter().filter_map(|weight| weight.value).map(Frac::of));
        let sharing = weights.iter().filter(|weight| weight.value.is_none()).count();
        let each = |weight: &&Weight| {
            let rest = || (Frac::whole(100) - valued.clone()) / Frac::new(sharing, 1);
            let working = weight.value.map_or_else(rest, Frac::of);
            let (low, high) = weight.bounds.unwrap_or((Decimal::whole(1), Decimal::whole(1)));
            [&working * &Frac::of(low), working.clone(), &working * &Frac::of(high)]
        };
        Self(weights.iter().map(each).collect())
    }

    pub fn working(&self) -> Vec<Frac> {
        self.0.iter().map(|[_, working, _]| working.clone()).collect()
    }

    /// Every corner of { low <= w <= high, sum w = 100 }: all members but one at a bound.
    pub fn corners(&self) -> Vec<Vec<Frac>> {
        let mut corners = Vec::new();
        for free in 0..self.0.len() {
            let mut partial = vec![Vec::new()];
            for (member, [low, _, high]) in self.0.iter().enumerate() {
                let mut bounds = vec![low];
                if low != high {
                    bounds.push(high);
                }
                if member == free {
                    bounds.truncate(1); // A stand-in, set below.
                }
                let with =
                    |weights: &Vec<Frac>, bound: &Frac| [&weights[..], std::slice::from_ref(bound)].concat();
                partial = partial.iter().flat_map(|w| bounds.iter().map(move |b| with(w, b))).collect();
            }
            for mut corner in partial {
                let others = corner.iter().enumerate().filter(|(at, _)| *at != free).map(|(_, w)| w.clone());
                let left = Frac::whole(100) - sum(others);
                let [low, _, high] = &self.0[free];
                if *low <= left && left <= *high {
                    corner[free] = left;
                    corners.push(corner);
                }
            }
        }
        corners
    }
}

/// The mean of the members that stay; none where all leave.
pub fn mean(weights: &[Frac], scores: &[Option<Frac>]) -> Option<Frac> {
    let staying = || weights.iter().zip(scores).filter_map(|(weight, score)| Some((weight, score.as_ref()?)));
    staying().next()?;
    Some(
        sum(staying().map(|(weight, score)| weight * score))
            / sum(staying().map(|(weight, _)| weight.clone())),
    )
}

/// The lowest mean of `low` and the highest of `high` over every corner.
pub fn ends(corners: &[Vec<Frac>], low: &[Option<Frac>], high: &[Option<Frac>]) -> Option<(Frac, Frac)> {
    let means = |scores| corners.iter().filter_map(|corner| mean(corner, scores)).collect::<Vec<_>>();
    let lowest = means(low).into_iter().reduce(|a, b| if b < a { b } else { a })?;
    let highest = means(high).into_iter().reduce(|a, b| if b > a { b } else { a })?;
    Some((lowest, highest))
}
