//! The figure of a whole in numbers of the machine, for reckoning many files.
//!
//! Invariant: what is given is what [`Exact`](super::exact::Exact) gives; where a number could become too long, or members
//! leave a group whose weights move, nothing is given.

use super::item::{Item, Part};
use super::{CountedPart, Figure};
use crate::domain::extremes::End;
use crate::domain::number::{Range, Score};
use crate::domain::rubric::{Group, Rubric, Share};

/// Above and below the line.
type Fraction = (u128, u128);

/// Why nothing is given.
struct TooLong;

/// The six readings of a group: point, supported, low, high, lowest, highest. None where every member leaves.
type Readings = [Option<Fraction>; 6];

/// The figure and the supported score, where no number becomes too long.
pub fn figure(rubric: &Rubric, parts: &[CountedPart]) -> Option<(Figure, Option<Score>)> {
    read(rubric, parts).ok()
}

fn read(rubric: &Rubric, parts: &[CountedPart]) -> Result<(Figure, Option<Score>), TooLong> {
    let mut all: [Vec<Option<Fraction>>; 6] = Default::default();
    for (place, part) in parts.iter().enumerate() {
        let group = rubric.group(place).ok_or(TooLong)?;
        for (column, reading) in all.iter_mut().zip(dimension(group, part)?) {
            column.push(reading);
        }
    }
    let weights = Weights::of(rubric.whole());
    let [point, supported, low, high, lowest, highest] = all;
    let mean = |scores: &[Option<Fraction>], end| match weights.mean(scores, end)? {
        Some(fraction) => points(fraction, rubric).map(Some).ok_or(TooLong),
        None => Ok(None),
    };
    let zero = Score::default();
    let most = Score::rounded(rubric.maximum);
    let figure = Figure {
        point: mean(&point, None)?,
        answers: Range { low: mean(&low, None)?.unwrap_or(zero), high: mean(&high, None)?.unwrap_or(most) },
        full: Range {
            low: mean(&lowest, Some(End::Low))?.unwrap_or(zero),
            high: mean(&highest, Some(End::High))?.unwrap_or(most),
        },
    };
    Ok((figure, mean(&supported, None)?))
}

fn dimension(group: &Group, part: &CountedPart) -> Result<Readings, TooLong> {
    let weights = Weights::of(group);
    let read = |items: &[Item], pick: fn(&Item) -> Option<Part>, end| {
        let each = |item: &Item| pick(item).filter(|_| !item.leaves).map(|p| (p.num.into(), p.den.into()));
        weights.mean(&items.iter().map(each).collect::<Vec<_>>(), end)
    };
    Ok([
        read(&part.items, |item| item.point, None)?,
        read(&part.supported, |item| item.point, None)?,
        read(&part.items, |item| Some(item.low), None)?,
        read(&part.items, |item| Some(item.high), None)?,
        read(&part.items, |item| Some(item.low), Some(End::Low))?,
        read(&part.items, |item| Some(item.high), Some(End::High))?,
    ])
}

/// The weights of a group in lowest terms.
struct Weights {
    total: u64,
    shares: Vec<[u64; 3]>,
    is_fixed: bool,
}

impl Weights {
    fn of(group: &Group) -> Self {
        let number = |part: i64| u64::try_from(part).unwrap_or(0);
        let all = |share: &Share| [number(share.low), number(share.working), number(share.high)];
        let mut shares: Vec<[u64; 3]> = group.shares().iter().map(all).collect();
        let common = shares.iter().flatten().fold(number(group.total()), |common, part| gcd(common, *part));
        for part in shares.iter_mut().flatten() {
            *part /= common.max(1);
        }
        Self { total: number(group.total()) / common.max(1), shares, is_fixed: group.is_fixed() }
    }

    /// The mean with working weights, or at an end while weights move; none inside where all leave.
    fn mean(&self, scores: &[Option<Fraction>], end: Option<End>) -> Result<Option<Fraction>, TooLong> {
        if scores.iter().all(Option::is_none) {
            return Ok(None);
        }
        let den = common(scores).ok_or(TooLong)?;
        let mut over: Vec<Option<u128>> = Vec::with_capacity(scores.len());
        for score in scores {
            over.push(match score {
                Some((num, own)) => {
                    let times = den.checked_div(*own).and_then(|times| num.checked_mul(times));
                    Some(times.ok_or(TooLong)?)
                }
                None => None,
            });
        }
        let weights: Vec<u64> = match end.filter(|_| !self.is_fixed) {
            None => self.shares.iter().map(|[_, working, _]| *working).collect(),
            Some(_) if over.contains(&None) => return Err(TooLong),
            Some(end) => self.moved(&over, end),
        };
        let (mut num, mut sum) = (0_u128, 0_u128);
        for (weight, score) in weights.iter().zip(&over) {
            if let Some(score) = score {
                let part = score.checked_mul((*weight).into());
                num = part.and_then(|part| num.checked_add(part)).ok_or(TooLong)?;
                sum += u128::from(*weight);
            }
        }
        let den = den.checked_mul(sum).ok_or(TooLong)?;
        Ok((sum > 0).then_some((num, den)))
    }

    /// Weights at their lowest, and what is left given in the order of the scores.
    fn moved(&self, scores: &[Option<u128>], end: End) -> Vec<u64> {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_unstable_by(|one, other| match end {
            End::Low => scores.get(*one).cmp(&scores.get(*other)),
            End::High => scores.get(*other).cmp(&scores.get(*one)),
        });
        let mut weights: Vec<u64> = self.shares.iter().map(|[low, ..]| *low).collect();
        let mut left = self.total.saturating_sub(weights.iter().sum());
        for member in order {
            if let (Some(weight), Some([low, _, high])) = (weights.get_mut(member), self.shares.get(member)) {
                let taken = left.min(high.saturating_sub(*low));
                left -= taken;
                *weight += taken;
            }
        }
        weights
    }
}

/// A common denominator, where it stays short.
fn common(scores: &[Option<Fraction>]) -> Option<u128> {
    let (mut all, mut last) = (1_u128, 1);
    for (_, den) in scores.iter().flatten().filter(|(_, den)| *den > 0) {
        if *den != last {
            // The remainder fits 64 bits where the denominator does.
            let shared = gcd(u64::try_from(all % den).ok()?, u64::try_from(*den).ok()?);
            all = all.checked_mul(den / u128::from(shared))?;
            last = *den;
        }
    }
    Some(all)
}

/// A part of the result scale in rounded points, half up.
fn points((num, den): Fraction, rubric: &Rubric) -> Option<Score> {
    let maximum = u128::try_from(rubric.maximum.ten_thousandths()).ok()?;
    // num / den points of maximum / 10 000, in hundredths.
    let den = den.checked_mul(100)?;
    let doubled = num.checked_mul(maximum)?.checked_mul(2)?.checked_add(den)?;
    i64::try_from(doubled / den.checked_mul(2)?).ok().map(Score::from_hundredths)
}

/// The greatest common divisor; the other where one is nought.
const fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
