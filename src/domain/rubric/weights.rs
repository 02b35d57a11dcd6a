//! Weights of one group as whole numbers over one common total.
//!
//! Invariant: the working weights of a group sum to its total exactly, and so does every choice of
//! weights within the bounds that the ranges are taken over. A total stays below 2^38.

use super::Weight;
use crate::domain::number::{Decimal, Score};

/// The weight of one member: lowest, working and highest, in parts of [`Group::total`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Lowest within the bounds.
    pub low: i64,
    /// The value the point is reckoned with.
    pub working: i64,
    /// Highest within the bounds.
    pub high: i64,
}

/// The weights of a dimension's scored indicators, or of an instrument's dimensions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    total: i64,
    shares: Vec<Share>,
}

/// One hundred percent in ten-thousandths.
const HUNDRED: i64 = 1_000_000;
/// Hundredths in the multiple 1 of a bound.
const ONE: i64 = 100;
/// What every total stays below.
const MOST: i64 = 1 << 38;

impl Group {
    /// Brings weights over one total. Equal shares take what valued weights leave.
    pub fn of(weights: &[&Weight]) -> Self {
        if weights.is_empty() {
            return Self::default();
        }
        let valued: i64 = weights.iter().filter_map(|w| w.value).map(Decimal::ten_thousandths).sum();
        let sharing = weights.iter().filter(|w| w.value.is_none()).count();
        let parts = i64::try_from(sharing.max(1)).unwrap_or(1);
        let rest = HUNDRED - valued;
        // Weights that an office entered may miss one hundred by what rounding left: their own sum is the whole.
        let whole = if sharing == 0 { valued } else { HUNDRED };
        let shares = weights
            .iter()
            .map(|weight| {
                // In units of 1 / (parts * ONE) of a ten-thousandth, so that rest / parts is whole.
                let base = weight.value.map_or(rest, |value| value.ten_thousandths() * parts);
                let (low, high) = weight.bounds.unwrap_or((Decimal::whole(1), Decimal::whole(1)));
                Share {
                    low: base * low.ten_thousandths() / ONE,
                    working: base * ONE,
                    high: base * high.ten_thousandths() / ONE,
                }
            })
            .collect();
        Self { total: whole * parts * ONE, shares }
    }

    /// What all weights sum to.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.total
    }

    /// The members, in order.
    #[must_use]
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }

    /// Whether no weight can move.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.shares.iter().all(|share| share.low == share.working && share.high == share.working)
    }

    /// The same weights held at their working values.
    #[must_use]
    pub(in crate::domain) fn settled(&self) -> Self {
        self.held(&self.shares.iter().map(|share| share.working).collect::<Vec<_>>())
    }

    /// The same group with each member held at one weight.
    #[must_use]
    pub(in crate::domain) fn held(&self, weights: &[i64]) -> Self {
        let held = |weight: &i64| Share { low: *weight, working: *weight, high: *weight };
        Self { total: self.total, shares: weights.iter().map(held).collect() }
    }

    /// The same group with members held at these percents. What that takes from the others or leaves them, each takes by
    /// the same part of its way to that bound: in the proportion of their weights where they may move by the same
    /// multiples.
    #[must_use]
    pub(in crate::domain) fn around(&self, held: &[Option<Decimal>]) -> Self {
        let others = i64::try_from(held.iter().filter(|own| own.is_none()).count()).unwrap_or(1);
        // So that those which are equal stay so, and what the others have is else off by less than one part.
        let times = if self.total.saturating_mul(others) < MOST { others } else { 1 };
        let total = self.total * times;
        let mut rest = total;
        let mut shares = Vec::with_capacity(held.len());
        for (share, own) in self.shares.iter().zip(held) {
            let part = |own: i64| own * times;
            let [low, working, high] = match own {
                Some(own) => [own.ten_thousandths() * (total / HUNDRED); 3],
                None => [share.low, share.working, share.high].map(part),
            };
            rest -= working;
            shares.push(Share { low, working, high });
        }
        let way = |share: &Share| if rest < 0 { share.low } else { share.high } - share.working;
        let all: i64 = shares.iter().map(way).sum();
        let (mut gone, mut given) = (0, 0);
        for share in &mut shares {
            gone += way(share);
            let now = (i128::from(rest) * i128::from(gone)).checked_div(all.into()).unwrap_or(0);
            let now = i64::try_from(now).unwrap_or(0);
            share.working += now - given;
            given = now;
        }
        Self { total, shares }
    }

    /// Whether some choice within the bounds sums to the total.
    #[must_use]
    pub fn can_hold(&self) -> bool {
        let low: i64 = self.shares.iter().map(|share| share.low).sum();
        let high: i64 = self.shares.iter().map(|share| share.high).sum();
        low <= self.total && self.total <= high
    }

    /// The working weight of member `place` in percent of the group, rounded to hundredths half up.
    #[must_use]
    pub fn percent(&self, place: usize) -> Score {
        let working = self.shares.get(place).map_or(0, |share| share.working);
        Score::from_ratio(&(working * 100).into(), &self.total.into())
    }
}
