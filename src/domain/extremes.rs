//! Weighted means and their exact ends while weights move inside their bounds.
//!
//! Invariant: every value is a ratio of whole numbers of any size; nothing here rounds or overflows.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;

use super::rubric::Group;

/// An exact ratio with a positive denominator, not reduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub num: BigInt,
    /// Below the line, above nought.
    pub den: BigInt,
}

impl Ratio {
    /// Compares by value.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        if self.den == other.den {
            return self.num.cmp(&other.num);
        }
        (&self.num * &other.den).cmp(&(&other.num * &self.den))
    }

    /// The product of two ratios.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self { num: &self.num * &other.num, den: &self.den * &other.den }
    }
}

/// Scores of the members of a group over one denominator; a member without score leaves the group.
#[derive(Clone, Debug)]
pub struct Scores {
    den: BigInt,
    nums: Vec<Option<BigInt>>,
}

impl Scores {
    /// Scores given as whole numbers over one positive denominator.
    #[must_use]
    pub const fn over(den: BigInt, nums: Vec<Option<BigInt>>) -> Self {
        Self { den, nums }
    }

    /// Brings ratios over one denominator.
    #[must_use]
    pub fn of(ratios: Vec<Option<Ratio>>) -> Self {
        let mut den = BigInt::from(1);
        for ratio in ratios.iter().flatten() {
            if !den.is_multiple_of(&ratio.den) {
                den = den.lcm(&ratio.den);
            }
        }
        let nums = ratios
            .into_iter()
            .map(|ratio| {
                ratio.map(|ratio| if ratio.den == den { ratio.num } else { ratio.num * (&den / ratio.den) })
            })
            .collect();
        Self { den, nums }
    }

    /// The mean with these weights, given as pairs of member and weight; none where they weigh nothing.
    fn mean(&self, weights: &[(usize, i64)]) -> Option<Ratio> {
        let mut num = BigInt::ZERO;
        let mut weight = 0_i64;
        for (member, share) in weights {
            if let Some(Some(score)) = self.nums.get(*member) {
                num += score * *share;
                weight += share;
            }
        }
        (weight > 0).then(|| Ratio { num, den: &self.den * weight })
    }
}

/// Which end of a range is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lowest mean.
    Low,
    /// The highest mean.
    High,
}

/// The mean with working weights over the members that stay; none where all leave.
#[must_use]
pub fn working(group: &Group, scores: &Scores) -> Option<Ratio> {
    let weights: Vec<_> = group.shares().iter().map(|share| share.working).enumerate().collect();
    scores.mean(&weights)
}

/// The lowest or highest mean over the staying members, weights moving inside their bounds with the
/// sum of *all* members held at the total; none where all leave.
///
/// The mean is a ratio of two linear functions of the weights, so an end lies at a corner of the
/// weights' polytope, and a corner is reached by filling greedily in some order. Among staying members
/// the order of their scores is best; the leaving members matter only by their sum, so they move as
/// one block, tried at each place of that order.
#[must_use]
pub fn extreme(group: &Group, scores: &Scores, end: End) -> Option<Ratio> {
    if group.is_fixed() {
        return working(group, scores);
    }
    let shares = group.shares();
    let (mut order, leaving): (Vec<usize>, Vec<usize>) =
        (0..shares.len()).partition(|member| matches!(scores.nums.get(*member), Some(Some(_))));
    order.sort_by(|a, b| {
        let upward = scores.nums.get(*a).cmp(&scores.nums.get(*b));
        if end == End::Low { upward } else { upward.reverse() }
    });
    let room = |member: &usize| shares.get(*member).map_or(0, |share| share.high - share.low);
    let block: i64 = leaving.iter().map(room).sum();
    let spare = group.total() - shares.iter().map(|share| share.low).sum::<i64>();
    let places = if leaving.is_empty() { 1 } else { order.len() + 1 };
    let mut best: Option<Ratio> = None;
    for place in 0..places {
        let mut left = spare;
        let mut weights = Vec::with_capacity(order.len());
        for (at, member) in order.iter().enumerate() {
            if at == place {
                left -= left.min(block);
            }
            let taken = left.min(room(member));
            left -= taken;
            weights.push((*member, shares.get(*member).map_or(0, |share| share.low) + taken));
        }
        let Some(mean) = scores.mean(&weights) else { continue };
        let better = best.as_ref().is_none_or(|best| match end {
            End::Low => mean.order(best) == Ordering::Less,
            End::High => mean.order(best) == Ordering::Greater,
        });
        if better {
            best = Some(mean);
        }
    }
    best
}

/// The lowest or highest part that `member` has in the weight of those that stay.
#[must_use]
pub fn part(group: &Group, stays: &[bool], member: usize, end: End) -> Option<Ratio> {
    let nums = stays
        .iter()
        .enumerate()
        .map(|(at, stays)| stays.then(|| BigInt::from(u8::from(at == member))))
        .collect();
    extreme(group, &Scores::over(BigInt::from(1), nums), end)
}
