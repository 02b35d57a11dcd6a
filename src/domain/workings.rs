//! The arithmetic behind every figure, product by product.
//!
//! Invariant: the products of a mean sum to it exactly, for what is left open counts as much as what counts does on
//! average. Nothing is rounded here but by [`places`], for showing.

use super::assessment::Assessment;
use super::extremes::{End, Ratio, placed, working_weights};
use super::number::{Decimal, Score};
use super::rubric::{Group, Rubric, Share};
use super::scorecard::item::{Item, Part, is_supported};
use super::whole::Whole;

/// Which figure of a result is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Over what is answered, working weights.
    Point,
    /// The same with answers that lack full evidence at their lowest.
    Supported,
    /// Blanks at their lowest, working weights.
    Low,
    /// Blanks at their highest, working weights.
    High,
    /// Blanks at their lowest, weights where they pull down the most.
    Lowest,
    /// Blanks at their highest, weights where they lift the most.
    Highest,
}

/// Where a weight is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// It cannot move.
    Fixed,
    /// At its working value.
    Working,
    /// At its lower bound.
    Low,
    /// At its upper bound.
    High,
    /// In between, so that all sum to the whole.
    Between,
}

/// One member of a weighted mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its weight, as a part of 1.
    pub weight: Ratio,
    /// Where that lies within its bounds; none for several members together.
    pub at: Option<At>,
    /// Its score on the result scale; none where it is blank or left out.
    pub score: Option<Ratio>,
    /// Weight times score: what it adds to the mean.
    pub product: Option<Ratio>,
}

/// A weighted mean with every product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// The members that count, in order.
    pub rows: Vec<Row>,
    /// All members without score together, at the mean of the others; none where every member has one.
    pub open: Option<Row>,
    /// What the products come to; none where nothing counts.
    pub sum: Option<Ratio>,
}

/// The mean of one dimension over its scored indicators.
#[must_use]
pub fn dimension(rubric: &Rubric, place: usize, assessment: &Assessment, reading: Reading) -> Mean {
    let (Some(dimension), Some(group)) = (rubric.dimensions.get(place), rubric.group(place)) else {
        return Mean::default();
    };
    let day = assessment.day();
    let scored = dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored());
    let scores = scored.map(|(at, indicator)| {
        let item = Item::of(rubric, indicator, rubric.scale_at(place, at)?, assessment);
        let part = match reading {
            Reading::Low | Reading::Lowest => Some(item.low),
            Reading::High | Reading::Highest => Some(item.high),
            Reading::Supported => {
                let given = assessment.answer(&indicator.id);
                let supported = given.is_some_and(|answer| is_supported(indicator, answer, day));
                if supported { item } else { item.unsupported() }.point
            }
            Reading::Point => item.point,
        };
        Some(on_scale(rubric, part.filter(|_| !item.leaves)?))
    });
    mean(group, scores.collect(), reading)
}

/// A part of a scale as points of the result.
#[must_use]
pub fn on_scale(rubric: &Rubric, part: Part) -> Ratio {
    let num = &Whole::from(part.num) * &rubric.maximum.ten_thousandths().into();
    Ratio { num, den: &Whole::from(part.den) * &Whole::from(10_000_u64) }
}

/// The mean of the dimensions.
#[must_use]
pub fn whole(rubric: &Rubric, dimensions: &[Mean], reading: Reading) -> Mean {
    mean(rubric.whole(), dimensions.iter().map(|dimension| dimension.sum.clone()).collect(), reading)
}

/// The mean of these scores with the weights that the reading asks for.
#[must_use]
pub fn mean(group: &Group, scores: Vec<Option<Ratio>>, reading: Reading) -> Mean {
    let held;
    let (weighing, end) = match reading {
        Reading::Lowest => (group, End::Low),
        Reading::Highest => (group, End::High),
        _ => {
            held = group.settled();
            (&held, End::Low)
        }
    };
    let (weights, sum) = match placed(weighing, &scores, end) {
        Some((weights, sum)) => (weights, Some(sum.reduced())),
        None => (working_weights(group), None),
    };
    let row = |weight: i64, at: Option<At>, score: Option<Ratio>| {
        let weight = Ratio { num: weight.into(), den: group.total().into() };
        Row { product: score.as_ref().map(|score| weight.times(score)), weight, at, score }
    };
    let mut open = 0;
    let mut rows = Vec::with_capacity(scores.len());
    for ((weight, share), score) in weights.into_iter().zip(group.shares()).zip(scores) {
        if score.is_none() {
            open += weight;
        }
        rows.push(row(weight, Some(At::of(weight, share)), score));
    }
    Mean { rows, open: (open > 0).then(|| row(open, None, sum.clone())), sum }
}

impl At {
    fn of(weight: i64, share: &Share) -> Self {
        if share.low == share.high {
            Self::Fixed
        } else if weight == share.working {
            Self::Working
        } else if weight == share.low {
            Self::Low
        } else if weight == share.high {
            Self::High
        } else {
            Self::Between
        }
    }
}

/// A ratio to four places, half up, as a calculator shows it.
#[must_use]
pub fn places(ratio: &Ratio) -> Decimal {
    let hundredfold = &ratio.num * &Whole::from(100_u64);
    Decimal::from_ten_thousandths(Score::from_ratio(&hundredfold, &ratio.den).hundredths())
}

/// The ratio in percent.
#[must_use]
pub fn hundredfold(ratio: &Ratio) -> Ratio {
    Ratio { num: &ratio.num * &Whole::from(100_u64), den: ratio.den.clone() }
}

/// A part of 1 in percent, to four places.
#[must_use]
pub fn percent(ratio: &Ratio) -> Decimal {
    places(&hundredfold(ratio))
}
