//! What a survey of public satisfaction (SKM) lets an office assume.
//!
//! Invariant: no mapping from it to any instrument is published, so everything here is a proposal with a wide
//! interval; nothing is rounded but the ends shown, and those outwards.

use super::number::Decimal;
use super::rubric::Scale;

/// How many *unsur* the survey has.
pub const ELEMENTS: usize = 9;
/// The lowest index there is; the highest is 100.
const LOWEST: i64 = 250_000;
/// The highest index, in ten-thousandths.
const HIGHEST: i64 = 1_000_000;

/// What the index of a survey proposes for an answer on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The answer, rounded to hundredths.
    pub value: Decimal,
    /// The lowest and the highest that it may well stand for, on the same scale.
    pub within: (Decimal, Decimal),
}

/// An index from 25 to 100.
#[must_use]
pub fn index(value: Decimal) -> Option<Decimal> {
    (LOWEST..=HIGHEST).contains(&value.ten_thousandths()).then_some(value)
}

/// One *unsur* as an index: an answer from 1 to 4 counts 25 a step, one from 25 to 100 as it is.
#[must_use]
pub fn element(value: Decimal) -> Option<Decimal> {
    let units = value.ten_thousandths();
    if (10_000..=40_000).contains(&units) {
        return Some(Decimal::from_ten_thousandths(units * 25));
    }
    index(value)
}

/// The index of the nine *unsur*, which weigh alike, rounded to hundredths half up.
#[must_use]
pub fn of_elements(elements: &[Decimal]) -> Option<Decimal> {
    let mut sum = 0;
    for value in elements {
        sum += element(*value)?.ten_thousandths();
    }
    let count = i64::try_from(elements.len()).ok().filter(|_| elements.len() == ELEMENTS)?;
    Some(hundredths(sum + 50 * count, 100 * count))
}

/// `num / den` hundredths, rounded down.
const fn hundredths(num: i64, den: i64) -> Decimal {
    Decimal::from_ten_thousandths(num.div_euclid(den) * 100)
}

/// How many answered, as written: `1200`, or `1.200` with points every three digits. `1,200` could mean two numbers and
/// `1.20` none, so neither is read.
#[must_use]
pub fn respondents(typed: &str) -> Option<u32> {
    let mut groups = typed.trim().split('.');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|count| sound && *count > 0)
}

/// What an index proposes: the same share of the scale. The interval begins where the lowest index, 25, is read
/// as nought, and is as much wider at both ends as so few answers can be off at most (95%, the widest spread).
#[must_use]
pub fn proposal(index: Decimal, respondents: u32, scale: &Scale) -> Proposal {
    let (low, high) = (scale.minimum().ten_thousandths(), scale.maximum().ten_thousandths());
    let given = index.ten_thousandths().clamp(LOWEST, HIGHEST);
    // 1,96 times the widest standard deviation there is between 25 and 100, squared, over the answers.
    let margin = i64::try_from((735_000_u64 * 735_000 / u64::from(respondents.max(1))).isqrt() + 1);
    let margin = margin.unwrap_or(HIGHEST);
    let stretched = (given - LOWEST) * 4 / 3;
    let on_scale = |share: i64, up: i64| {
        let part = share.clamp(0, HIGHEST).saturating_mul(high).saturating_add(up);
        let value = hundredths(part, HIGHEST * 100).ten_thousandths();
        Decimal::from_ten_thousandths(value.clamp(low, high))
    };
    Proposal {
        value: on_scale(given, HIGHEST * 50),
        within: (on_scale(stretched - margin, 0), on_scale(given + margin, HIGHEST * 100 - 1)),
    }
}
