//! Weighted means and their exact ends while weights move inside their bounds.
//!
//! Invariant: every value is a ratio of whole numbers of any size; nothing here rounds or overflows.

use std::cmp::Ordering;

use super::number::{Decimal, Score};
use super::order::sorted;
use super::rubric::Group;
use super::whole::Whole;

/// An exact ratio from nought up with a denominator above nought, not reduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub num: Whole,
    /// Below the line, above nought.
    pub den: Whole,
}

/// Most bytes of a denominator that is brought to lowest terms.
const LONGEST: usize = 512;

impl Ratio {
    /// One where it `holds`, else nought.
    #[must_use]
    pub fn one_if(holds: bool) -> Self {
        Self { num: Whole::from(u64::from(holds)), den: Whole::from(1_u64) }
    }

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

    /// The ratio as a part of the result scale, in rounded points.
    #[must_use]
    pub fn points(&self, maximum: Decimal) -> Score {
        let num = &self.num * &maximum.ten_thousandths().into();
        Score::from_ratio(&num, &(&self.den * &Whole::from(10_000_u64)))
    }

    /// The same in lowest terms, by its continued fraction; as it is where its terms are beyond all measure.
    #[must_use]
    pub fn reduced(&self) -> Self {
        let one = Whole::from(1_u64);
        let (mut left, mut right) = (self.num.clone(), self.den.clone());
        let (mut before, mut now) = ((Whole::default(), one.clone()), (one, Whole::default()));
        while right != Whole::default() {
            let times = if right.size() > LONGEST { None } else { left.times_of(&right) };
            let Some(times) = times.map(Whole::from) else { return self.clone() };
            let next = (&(&now.0 * &times) + &before.0, &(&now.1 * &times) + &before.1);
            (before, now) = (now, next);
            let rest = left.less(&(&right * &times));
            (left, right) = (right, rest);
        }
        Self { num: now.0, den: now.1 }
    }

    /// The sum of two ratios.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let num = &(&self.num * &other.den) + &(&other.num * &self.den);
        Self { num, den: &self.den * &other.den }
    }
}

/// Scores of the members of a group; a member without score leaves the group.
pub type Scores = [Option<Ratio>];

/// The mean with these weights, one for each member; none where they weigh nothing.
pub(super) fn mean(scores: &Scores, weights: &[i64]) -> Option<Ratio> {
    // One sum for each denominator: most members share theirs, and a product with another makes numbers long.
    let mut sums: Vec<Ratio> = Vec::new();
    let mut weight = 0_i64;
    for (share, score) in weights.iter().zip(scores) {
        if let Some(score) = score {
            let num = &score.num * &Whole::from(*share);
            match sums.iter_mut().find(|sum| sum.den == score.den) {
                Some(sum) => sum.num = &sum.num + &num,
                None => sums.push(Ratio { num, den: score.den.clone() }),
            }
            weight += share;
        }
    }
    let sum = sums.into_iter().reduce(|sum, other| sum.plus(&other))?;
    (weight > 0).then(|| Ratio { den: &sum.den * &Whole::from(weight), num: sum.num })
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
    mean(scores, &working_weights(group))
}

/// The working weights, in order.
#[must_use]
pub fn working_weights(group: &Group) -> Vec<i64> {
    group.shares().iter().map(|share| share.working).collect()
}

/// The lowest or highest mean over the staying members; see [`placed`].
#[must_use]
pub fn extreme(group: &Group, scores: &Scores, end: End) -> Option<Ratio> {
    placed(group, scores, end).map(|(_, mean)| mean)
}

/// The weights that give the lowest or highest mean over the staying members, and that mean: weights move inside
/// their bounds with the sum of *all* members held at the total; none where all leave.
///
/// With no member leaving the denominator is the total, and filling the bounds in the order of the scores
/// is best. Leaving members matter only by their sum: they move as one block, and its best place in that
/// order is where the scores pass the mean sought. So a mean is taken, the block put where the scores pass
/// it, and so on until the mean no longer improves: then no choice of weights does better (Dinkelbach).
#[must_use]
pub fn placed(group: &Group, scores: &Scores, end: End) -> Option<(Vec<i64>, Ratio)> {
    let with = |weights: Vec<i64>| mean(scores, &weights).map(|mean| (weights, mean));
    if group.is_fixed() {
        return with(working_weights(group));
    }
    let ahead = match end {
        End::Low => Ordering::Less,
        End::High => Ordering::Greater,
    };
    let shares = group.shares();
    let score = |member: &usize| scores.get(*member).and_then(Option::as_ref);
    let (staying, leaving): (Vec<usize>, Vec<usize>) =
        (0..shares.len()).partition(|member| score(member).is_some());
    let order = sorted(&staying, |one, other| match (score(one), score(other)) {
        (Some(one), Some(other)) if end == End::Low => one.order(other),
        (Some(one), Some(other)) => other.order(one),
        _ => Ordering::Equal,
    });
    let spare = group.total() - shares.iter().map(|share| share.low).sum::<i64>();
    let filled = |place: usize| {
        let mut left = spare;
        let mut weights: Vec<i64> = shares.iter().map(|share| share.low).collect();
        let (first, then) = order.split_at_checked(place).unwrap_or((&order, &[]));
        for member in first.iter().copied().chain(&leaving).chain(then.iter().copied()) {
            if let (Some(weight), Some(share)) = (weights.get_mut(*member), shares.get(*member)) {
                let taken = left.min(share.high - share.low);
                left -= taken;
                *weight += taken;
            }
        }
        with(weights)
    };
    if leaving.is_empty() {
        return filled(0);
    }
    let mut best = with(working_weights(group))?;
    loop {
        let is_ahead = |member: &&usize| score(member).is_some_and(|score| score.order(&best.1) == ahead);
        let found = filled(order.partition_point(is_ahead))?;
        if found.1.order(&best.1) != ahead {
            return Some(best);
        }
        best = found;
    }
}

/// The lowest or highest part that `member` has in the weight of those that stay.
#[must_use]
pub fn part(group: &Group, stays: &[bool], member: usize, end: End) -> Option<Ratio> {
    extreme(group, &ones(stays, |at| at == member), end)
}

/// One for the staying members for which `counts` holds, nought for the others that stay.
pub fn ones(stays: &[bool], counts: impl Fn(usize) -> bool) -> Vec<Option<Ratio>> {
    let stays = stays.iter().enumerate();
    stays.map(|(at, stays)| stays.then(|| Ratio::one_if(counts(at)))).collect()
}
