//! Weighted means and their exact ends while weights move inside their bounds.
//!
//! Invariant: every value is a ratio of whole numbers of any size; nothing here rounds or overflows.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;

use super::order::places;
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
/// With no member leaving the denominator is the total, and filling the bounds in the order of the scores
/// is best. Leaving members matter only by their sum: they move as one block, and its best place in that
/// order is where the scores pass the mean sought. So a mean is taken, the block put where the scores pass
/// it, and so on until the mean no longer improves: then no choice of weights does better (Dinkelbach).
#[must_use]
pub fn extreme(group: &Group, scores: &Scores, end: End) -> Option<Ratio> {
    if group.is_fixed() {
        return working(group, scores);
    }
    let ahead = match end {
        End::Low => Ordering::Less,
        End::High => Ordering::Greater,
    };
    let shares = group.shares();
    let score = |member: &usize| scores.nums.get(*member).and_then(Option::as_ref);
    let by_score = |a: usize, b: usize| {
        let rising = score(&a).cmp(&score(&b));
        if end == End::Low { rising } else { rising.reverse() }
    };
    let (order, leaving): (Vec<usize>, Vec<usize>) =
        places(shares.len(), &by_score).into_iter().partition(|member| score(member).is_some());
    let room = |member: &usize| shares.get(*member).map_or(0, |share| share.high - share.low);
    let block: i64 = leaving.iter().map(room).sum();
    let spare = group.total() - shares.iter().map(|share| share.low).sum::<i64>();
    let filled = |place: usize| {
        let mut left = spare;
        let weights = order.iter().enumerate().map(|(at, member)| {
            if at == place {
                left -= left.min(block);
            }
            let taken = left.min(room(member));
            left -= taken;
            (*member, shares.get(*member).map_or(0, |share| share.low) + taken)
        });
        scores.mean(&weights.collect::<Vec<_>>())
    };
    if leaving.is_empty() {
        return filled(0);
    }
    let mut best = working(group, scores)?;
    loop {
        let is_ahead = |member: &usize| {
            score(member).is_some_and(|score| (score * &best.den).cmp(&(&best.num * &scores.den)) == ahead)
        };
        let mean = filled(order.partition_point(is_ahead))?;
        if mean.order(&best) != ahead {
            return Some(best);
        }
        best = mean;
    }
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
