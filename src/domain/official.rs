//! What the assessors published of this year, and where the office had judged itself more kindly.
//!
//! Invariant: published numbers never enter the score of the office; they are only held beside it.

use super::Text;
use super::assessment::{Assessment, Kept};
use super::map::Map;
use super::number::{Decimal, Score};
use super::order::sorted;
use super::rubric::{Dimension, Indicator, Rubric};
use super::scorecard::Scorecard;
use super::scorecard::item::Item;

/// A result published by the assessors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Official {
    /// The score.
    pub score: Option<Score>,
    /// Scores of dimensions by their ids, on the result scale.
    pub dimensions: Map<Decimal>,
    /// Answers to indicators by their ids, each on its own scale; means of several lie between its levels.
    pub indicators: Map<Decimal>,
    /// Unknown members, and what could not be read.
    pub kept: Kept,
}

/// Which published number is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// The score.
    Score,
    /// That of the dimension with this id.
    Dimension(Text),
    /// That of the indicator with this id.
    Indicator(Text),
}

/// Notes a published number, or forgets it.
pub(super) fn publish(assessment: &mut Assessment, what: &Published, number: Option<Decimal>) {
    let official = assessment.official.get_or_insert_with(Official::default);
    let (map, id) = match what {
        Published::Score => {
            official.score = number.map(Score::rounded);
            (None, None)
        }
        Published::Dimension(id) => (Some(&mut official.dimensions), Some(id)),
        Published::Indicator(id) => (Some(&mut official.indicators), Some(id)),
    };
    if let (Some(map), Some(id)) = (map, id) {
        match number {
            Some(number) => drop(map.insert(id.clone(), number)),
            None => drop(map.remove(id)),
        }
    }
    if *official == Official::default() {
        assessment.official = None;
    }
}

/// One number of the office beside the published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Places of the dimension and, where it is about one, of the indicator.
    pub at: (usize, Option<usize>),
    /// What the office gave itself; its mean over samples or criteria to four places.
    pub own: Decimal,
    /// What was published.
    pub official: Decimal,
    /// How much more the office gave itself, in ten-thousandths of the scale; below nought where it gave less.
    pub by: i64,
}

impl Gap {
    /// What it is about.
    #[must_use]
    pub fn places<'a>(&self, rubric: &'a Rubric) -> Option<(&'a Dimension, Option<&'a Indicator>)> {
        let dimension = rubric.dimensions.get(self.at.0)?;
        Some((dimension, self.at.1.and_then(|at| dimension.indicators.get(at))))
    }
}

/// The dimensions and indicators with a published number and one of the office's own, each list from the
/// most too kind to the most too strict.
#[must_use]
pub fn gaps(rubric: &Rubric, own: &Assessment, official: &Official) -> (Vec<Gap>, Vec<Gap>) {
    let card = Scorecard::of(rubric, own);
    let (mut dimensions, mut indicators) = (Vec::new(), Vec::new());
    for (place, (dimension, result)) in rubric.dimensions.iter().zip(&card.dimensions).enumerate() {
        if let (Some(published), Some(point)) = (official.dimensions.get(&dimension.id), result.score.point) {
            dimensions.push(gap((place, None), point.decimal(), *published, rubric.maximum));
        }
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            let Some(published) = official.indicators.get(&indicator.id) else { continue };
            let Some(scale) = rubric.scale_at(place, at) else { continue };
            let Some(part) = Item::of(rubric, indicator, scale, own).point else { continue };
            // Wide enough for any scale: both factors have at most 64 bits.
            let units = u128::try_from(scale.maximum().ten_thousandths()).unwrap_or_default();
            let (num, den) = (u128::from(part.num), u128::from(part.den.max(1)));
            let mean = num.saturating_mul(units).saturating_add(den / 2) / den;
            let mean = Decimal::from_ten_thousandths(i64::try_from(mean).unwrap_or_default());
            indicators.push(gap((place, Some(at)), mean, *published, scale.maximum()));
        }
    }
    let kindest =
        |all: &[Gap]| sorted(all, |one, other| other.by.cmp(&one.by)).into_iter().copied().collect();
    (kindest(&dimensions), kindest(&indicators))
}

/// The score as a whole, where both sides have one; its places are those of no dimension.
#[must_use]
pub fn gap_of_score(rubric: &Rubric, own: &Assessment, official: &Official) -> Option<Gap> {
    let (own, published) = (Scorecard::of(rubric, own).score.point?, official.score?);
    Some(gap((usize::MAX, None), own.decimal(), published.decimal(), rubric.maximum))
}

fn gap(at: (usize, Option<usize>), own: Decimal, official: Decimal, maximum: Decimal) -> Gap {
    let more = own.ten_thousandths() - official.ten_thousandths();
    let by = more.saturating_mul(10_000) / maximum.ten_thousandths().max(1);
    Gap { at, own, official, by }
}
