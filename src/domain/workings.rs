//! The arithmetic behind the point, product by product.
//!
//! Invariant: only the point is explained, with working weights; the products of a mean sum to it exactly,
//! for what is left open counts as much as what is filled in does on average. Nothing is rounded here but by
//! [`places`], for showing.

use super::assessment::Assessment;
use super::extremes::{Ratio, working};
use super::number::{Decimal, Score};
use super::rubric::{Group, Rubric};
use super::scorecard::item::Item;
use super::whole::Whole;

/// One member of a weighted mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its working weight, as a part of 1.
    pub weight: Ratio,
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
    /// What the products come to; none where nothing is answered.
    pub sum: Option<Ratio>,
}

/// The mean of one dimension over its scored indicators.
#[must_use]
pub fn dimension(rubric: &Rubric, place: usize, assessment: &Assessment) -> Mean {
    let (Some(dimension), Some(group)) = (rubric.dimensions.get(place), rubric.group(place)) else {
        return Mean::default();
    };
    let scored = dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored());
    let scores = scored.map(|(at, indicator)| {
        let item = Item::of(rubric, indicator, rubric.scale_at(place, at)?, assessment);
        let part = item.point.filter(|_| !item.leaves)?;
        let num = &Whole::from(part.num) * &rubric.maximum.ten_thousandths().into();
        Some(Ratio { num, den: &Whole::from(part.den) * &Whole::from(10_000_u64) })
    });
    mean(group, scores.collect())
}

/// The mean of the dimensions.
#[must_use]
pub fn whole(rubric: &Rubric, dimensions: &[Mean]) -> Mean {
    mean(rubric.whole(), dimensions.iter().map(|dimension| dimension.sum.clone()).collect())
}

fn mean(group: &Group, scores: Vec<Option<Ratio>>) -> Mean {
    let sum = working(group, &scores);
    let row = |weight: i64, score: Option<Ratio>| {
        let weight = Ratio { num: weight.into(), den: group.total().into() };
        Row { product: score.as_ref().map(|score| weight.times(score)), weight, score }
    };
    let mut open = 0;
    let mut rows = Vec::with_capacity(scores.len());
    for (share, score) in group.shares().iter().zip(scores) {
        if score.is_none() {
            open += share.working;
        }
        rows.push(row(share.working, score));
    }
    Mean { rows, open: (open > 0).then(|| row(open, sum.clone())), sum }
}

/// A ratio to four places, half up, as a calculator shows it.
#[must_use]
pub fn places(ratio: &Ratio) -> Decimal {
    let hundredfold = &ratio.num * &Whole::from(100_u64);
    Decimal::from_ten_thousandths(Score::from_ratio(&hundredfold, &ratio.den).hundredths())
}

/// A part of 1 in percent, to four places.
#[must_use]
pub fn percent(ratio: &Ratio) -> Decimal {
    places(&Ratio { num: &ratio.num * &Whole::from(100_u64), den: ratio.den.clone() })
}
