//! Official weights that the office holds, in place of those nobody has published.
//!
//! Invariant: a group is taken whole, or in part where the others can share the rest within the bounds they came with,
//! or not at all; published weights are never replaced, and the instrument as it came is always at hand.

use std::borrow::Cow;

use super::Text;
use super::assessment::Kept;
use super::map::Map;
use super::number::Decimal;
use super::rubric::{Basis, Draft, Group, Rubric, Weight};

/// One hundred percent in ten-thousandths.
const HUNDRED: i64 = 1_000_000;
/// By how much each weight of a whole group may be off, in ten-thousandths: as rounding to hundredths leaves it.
const SLACK: i64 = 50;

/// Weights as they were typed, in percent of their group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeWeights {
    /// Of dimensions, by id.
    pub dimensions: Map<Text>,
    /// Of indicators, by id.
    pub indicators: Map<Text>,
    /// Unknown members.
    pub kept: Kept,
}

impl OfficeWeights {
    /// Whether no weight was entered.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.dimensions.is_empty() && self.indicators.is_empty()
    }
}

/// Whose weight is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightOf {
    /// A dimension's.
    Dimension,
    /// An indicator's.
    Indicator,
}

/// What came of the weights entered for a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// None was entered.
    Nothing,
    /// All are there; they are scaled to 100 where they differ from it by rounding.
    Whole,
    /// Some are there; the others share the rest in proportion, within the bounds they came with.
    Partly,
    /// All are there and their sum is too far from 100.
    Refused,
    /// They leave the others less than the sum of their lowest weights.
    TooMuch {
        /// What these come to in percent, rounded up to hundredths.
        least: Decimal,
    },
    /// They leave the others more than the sum of their highest weights.
    TooLittle {
        /// What these come to in percent, rounded down to hundredths.
        most: Decimal,
    },
    /// Something typed is no number above 0 and up to 100.
    Unreadable,
}

/// What was entered for one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Place of the dimension; none for the dimensions themselves.
    pub group: Option<usize>,
    /// What came of it.
    pub taken: Taken,
    /// The sum of what was entered and of what is published.
    pub sum: Decimal,
}

/// A weight as it was typed, with a comma or a point.
#[must_use]
pub fn read(typed: &str) -> Option<Decimal> {
    let value = Decimal::parse(&typed.trim().replace(',', ".")).ok()?;
    (1..=HUNDRED).contains(&value.ten_thousandths()).then_some(value)
}

/// Whether a part of a group is more than so many ten-thousandths of a percent.
fn exceeds(part: i64, percent: i64, group: &Group) -> bool {
    i128::from(part) * i128::from(HUNDRED) > i128::from(percent) * i128::from(group.total())
}

/// A part of a group in percent to hundredths, rounded up where `up` is 1, down where it is 0.
fn hundredths(part: i64, up: i128, group: &Group) -> Decimal {
    let total = i128::from(group.total().max(1));
    let hundredths = (i128::from(part) * 10_000 + up * (total - 1)).div_euclid(total);
    Decimal::from_ten_thousandths(i64::try_from(hundredths).unwrap_or(0) * 100)
}

/// Puts the weights entered in the place of open ones. Nothing is changed but where they are taken; where some are left
/// open, the group that they leave is given as well.
fn reweigh(members: &mut [(&Text, &mut Weight)], entered: &Map<Text>) -> (Taken, i64, Option<Group>) {
    let came = Group::of(&members.iter().map(|(_, weight)| &**weight).collect::<Vec<_>>());
    let (mut count, mut open, mut sum) = (0, 0, 0);
    // What the others can hold, over the total of the group.
    let (mut least, mut most) = (0, 0);
    let mut held = Vec::with_capacity(members.len());
    for ((id, weight), share) in members.iter().zip(came.shares()) {
        // What is published stands.
        let mut own = weight.value.filter(|_| weight.bounds.is_none());
        if let (None, Some(typed)) = (own, entered.get(id)) {
            own = read(typed);
            if own.is_none() {
                return (Taken::Unreadable, sum, None);
            }
            count += 1;
        }
        match own {
            Some(value) => sum += value.ten_thousandths(),
            None => {
                open += 1;
                least += share.low;
                most += share.high;
            }
        }
        held.push(own);
    }
    let slack = SLACK * i64::try_from(members.len()).unwrap_or(0);
    let taken = match open {
        _ if count == 0 => Taken::Nothing,
        0 if (sum - HUNDRED).abs() <= slack => Taken::Whole,
        0 => Taken::Refused,
        _ if exceeds(least, HUNDRED - sum, &came) => Taken::TooMuch { least: hundredths(least, 1, &came) },
        _ if exceeds(-most, sum - HUNDRED, &came) => Taken::TooLittle { most: hundredths(most, 0, &came) },
        _ => Taken::Partly,
    };
    if !matches!(taken, Taken::Whole | Taken::Partly) {
        return (taken, sum, None);
    }
    for ((_, weight), own) in members.iter_mut().zip(&held) {
        if own.is_some() && (weight.value.is_none() || weight.bounds.is_some()) {
            weight.value = *own;
            weight.bounds = None;
            weight.provenance.basis = Basis::Entered;
            weight.provenance.sources.clear();
        }
    }
    (taken, sum, (taken == Taken::Partly).then(|| came.around(&held)))
}

/// Puts the weights entered into a draft, group by group: what came of each, and the groups where some are left open.
fn put(draft: &mut Draft, weights: &OfficeWeights) -> (Vec<Reading>, Vec<(Option<usize>, Group)>) {
    let (mut readings, mut left) = (Vec::new(), Vec::new());
    let mut note = |group, (taken, sum, own): (Taken, i64, Option<Group>)| {
        readings.push(Reading { group, taken, sum: Decimal::from_ten_thousandths(sum) });
        left.extend(own.map(|own| (group, own)));
    };
    let mut whole: Vec<_> = draft.dimensions.iter_mut().map(|d| (&d.id, &mut d.weight)).collect();
    note(None, reweigh(&mut whole, &weights.dimensions));
    for (place, dimension) in draft.dimensions.iter_mut().enumerate() {
        let scored = dimension.indicators.iter_mut().filter_map(|i| Some((&i.id, i.weight.as_mut()?)));
        note(Some(place), reweigh(&mut scored.collect::<Vec<_>>(), &weights.indicators));
    }
    (readings, left)
}

/// The instrument as it is reckoned with these weights; as it came where none of them is taken. Borrowed where there
/// is nothing to do: every save and every reading asks.
#[must_use]
pub fn applied<'a>(rubric: &'a Rubric, weights: &OfficeWeights) -> Cow<'a, Rubric> {
    if weights.is_empty() && rubric.is_as_it_came() {
        return Cow::Borrowed(rubric);
    }
    let shipped = rubric.shipped();
    if weights.is_empty() {
        return Cow::Owned(shipped);
    }
    let mut draft = Draft::clone(&shipped);
    let (readings, left) = put(&mut draft, weights);
    if readings.iter().any(|reading| matches!(reading.taken, Taken::Whole | Taken::Partly)) {
        let made = shipped.reweighed(draft);
        return Cow::Owned(left.into_iter().fold(made, |made, (place, group)| made.with_group(place, group)));
    }
    Cow::Owned(shipped)
}

/// What came of the weights of each group that is open in the instrument as it came: the whole, then the dimensions.
#[must_use]
pub fn readings(rubric: &Rubric, weights: &OfficeWeights) -> Vec<Reading> {
    let shipped = rubric.shipped();
    let (mut readings, _) = put(&mut Draft::clone(&shipped), weights);
    let group = |group: Option<usize>| group.map_or(Some(shipped.whole()), |place| shipped.group(place));
    readings.retain(|reading| group(reading.group).is_some_and(|group| !Group::is_fixed(group)));
    readings
}
