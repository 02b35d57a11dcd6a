//! How far the point hangs on what nobody has published: each assumed answer, each group of open weights.
//!
//! Invariant: each figure is a full weighted mean, rounded once; a break-even is the least value of its grid at
//! which the point reads as another category, and none is left out. What can be said at either end is what a full
//! reckoning says there.

use super::assessment::Assessment;
use super::extremes::{End, Ratio, extreme, placed, working};
use super::influence::Mover;
use super::number::{Decimal, Range, Score};
use super::order::places;
use super::rubric::{Group, Indicator, Rubric, Scale, ScaleKind};
use super::scorecard::Scorecard;
use super::scorecard::item::{Item, Part, units};
use super::simulation::is_by_criteria;
use super::standing::Standing;
use super::whole::Whole;
use super::workings::{self, Reading};

/// Of how many it is told what can be said at both ends.
pub const TOLD: usize = 50;

/// From this value on the point reads as this category, up to the next break-even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// The value: a level or a number of the scale, or the score of the dimension; for the weights of the whole
    /// the score itself.
    pub from: Decimal,
    /// Place of the category.
    pub category: usize,
}

/// One thing that is not certain, and what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// What.
    pub mover: Mover,
    /// The point with it at its lowest and at its highest, everything else as it is.
    pub point: Range,
    /// The value of the mover at both ends.
    pub over: (Decimal, Decimal),
    /// What can be said of category and zone at both ends; for the widest [`TOLD`] only, because each is two reckonings
    /// of everything.
    pub standing: Option<(Standing, Standing)>,
    /// Where the category changes in between, rising. For weights this is the score of their dimension; an
    /// answer reckoned from criteria has none, for no one value stands for it.
    pub flips: Vec<BreakEven>,
}

impl Sensitivity {
    /// How far it moves the point.
    #[must_use]
    pub const fn width(&self) -> Score {
        self.point.width()
    }
}

/// The scores behind the point, before rounding, by dimension.
struct Means<'a> {
    rubric: &'a Rubric,
    items: Vec<Vec<Option<Ratio>>>,
    dimensions: Vec<Option<Ratio>>,
}

impl<'a> Means<'a> {
    fn of(rubric: &'a Rubric, assessment: &Assessment) -> Self {
        let mut items = Vec::new();
        let mut dimensions = Vec::new();
        for place in 0..rubric.dimensions.len() {
            let mean = workings::dimension(rubric, place, assessment, Reading::Point);
            items.push(mean.rows.into_iter().map(|row| row.score).collect());
            dimensions.push(mean.sum);
        }
        Self { rubric, items, dimensions }
    }

    /// The point with the score of one dimension replaced.
    fn with_dimension(&self, place: usize, score: Option<Ratio>) -> Option<Score> {
        let mut dimensions = self.dimensions.clone();
        *dimensions.get_mut(place)? = score;
        Some(rounded(&working(self.rubric.whole(), &dimensions)?))
    }

    /// The point with the score of one item replaced; `at` counts the items that are scored.
    fn with_item(&self, place: usize, at: usize, score: Ratio) -> Option<Score> {
        let mut items = self.items.get(place)?.clone();
        *items.get_mut(at)? = Some(score);
        self.with_dimension(place, working(self.rubric.group(place)?, &items))
    }
}

fn rounded(ratio: &Ratio) -> Score {
    Score::from_ratio(&ratio.num, &ratio.den)
}

/// `part` of `whole` as a score on the result scale.
fn share(rubric: &Rubric, part: Decimal, whole: Decimal) -> Ratio {
    Ratio {
        num: &Whole::from(part.ten_thousandths()) * &rubric.maximum.ten_thousandths().into(),
        den: &Whole::from(whole.ten_thousandths().max(1)) * &Whole::from(10_000_u64),
    }
}

/// The break-evens over a rising grid of `count` values: where `point` of one value reads as another category
/// than that of the value before it. The point never falls along the grid.
fn flips(
    rubric: &Rubric,
    count: usize,
    value: &dyn Fn(usize) -> Decimal,
    point: &dyn Fn(Decimal) -> Option<Score>,
) -> Vec<BreakEven> {
    let place = |at: usize| point(value(at)).map(|point| rubric.categories.place(point));
    let mut flips = Vec::new();
    let Some(last) = count.checked_sub(1) else { return flips };
    let mut at = 0;
    while place(at) != place(last) {
        let here = place(at);
        let (mut same, mut other) = (at, last);
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if place(middle) == here { same = middle } else { other = middle }
        }
        let Some(category) = place(other) else { break };
        flips.push(BreakEven { from: value(other), category });
        at = other;
    }
    flips
}

/// The break-evens over hundredths from one decimal to another, the end included though it lie between two.
fn between(
    rubric: &Rubric,
    (from, to): (Decimal, Decimal),
    point: &dyn Fn(Decimal) -> Option<Score>,
) -> Vec<BreakEven> {
    let (low, high) = (from.ten_thousandths(), to.ten_thousandths());
    let count = usize::try_from((high - low + 99) / 100).unwrap_or(0) + 1;
    let value = |at: usize| {
        let step = i64::try_from(at).unwrap_or(i64::MAX / 100).saturating_mul(100);
        Decimal::from_ten_thousandths(low.saturating_add(step).min(high))
    };
    flips(rubric, count, &value, point)
}

/// What the point hangs on, the widest first: assumed answers over their whole scale, and open weights between
/// the choices that are worst and best for the answers given. Nothing while nothing is answered.
#[must_use]
pub fn sensitivities(rubric: &Rubric, assessment: &Assessment) -> Vec<Sensitivity> {
    let means = Means::of(rubric, assessment);
    let mut found = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        let items = dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored());
        for (scored, (at, indicator)) in items.enumerate() {
            if is_assumed(assessment, indicator) {
                let scale = rubric.scale_at(place, at);
                let by_criteria = is_by_criteria(rubric, assessment, indicator);
                found.extend(scale.and_then(|s| of_answer(&means, (place, at, scored), s, by_criteria)));
            }
        }
        found.extend(rubric.group(place).and_then(|group| of_weights(&means, place, group)));
    }
    found.extend(of_whole(&means));
    let by = |at: usize| found.get(at).map(Sensitivity::width);
    let order = places(found.len(), &|one, other| by(other).cmp(&by(one)));
    let mut widest: Vec<Sensitivity> = order.into_iter().filter_map(|at| found.get(at).cloned()).collect();
    for found in widest.iter_mut().take(TOLD) {
        found.standing = standing(&means, assessment, found);
    }
    widest
}

/// What can be said of category and zone with a mover at its lowest and at its highest.
fn standing(means: &Means<'_>, assessment: &Assessment, found: &Sensitivity) -> Option<(Standing, Standing)> {
    let rubric = means.rubric;
    let (group, scores, place) = match found.mover {
        Mover::Indicator(place, at) => {
            let indicator = rubric.dimensions.get(place)?.indicators.get(at)?;
            let scale = rubric.scale_at(place, at)?;
            let item = Item::of(rubric, indicator, scale, assessment);
            let end = |value| {
                let part = Part { num: units(value), den: units(scale.maximum()).max(1) };
                let item = Item { low: part, high: part, point: Some(part), answered: true, ..item };
                Scorecard::with_item(rubric, assessment, (place, at), item).standing
            };
            return Some((end(found.over.0), end(found.over.1)));
        }
        Mover::WeightsOf(place) => (rubric.group(place)?, means.items.get(place)?, Some(place)),
        Mover::WeightsOfWhole => (rubric.whole(), &means.dimensions, None),
    };
    let end = |end| {
        let (weights, _) = placed(group, scores, end)?;
        Some(Scorecard::of(&rubric.with_group(place, group.held(&weights)), assessment).standing)
    };
    Some((end(End::Low)?, end(End::High)?))
}

/// Whether the answer counts as an assumption.
#[must_use]
pub fn is_assumed(assessment: &Assessment, indicator: &Indicator) -> bool {
    indicator.always_assumed || assessment.answer(&indicator.id).is_some_and(|answer| answer.assumed)
}

fn of_answer(
    means: &Means<'_>,
    (place, at, scored): (usize, usize, usize),
    scale: &Scale,
    by_criteria: bool,
) -> Option<Sensitivity> {
    means.items.get(place)?.get(scored)?.as_ref()?;
    let maximum = scale.maximum();
    let lowest = if by_criteria { Decimal::ZERO } else { scale.minimum() };
    let point = |value: Decimal| means.with_item(place, scored, share(means.rubric, value, maximum));
    let levels = match &scale.kind {
        ScaleKind::Levels(levels) => levels.as_slice(),
        ScaleKind::Continuous { .. } => &[],
    };
    let flips = if by_criteria {
        Vec::new()
    } else if levels.is_empty() {
        between(means.rubric, (lowest, maximum), &point)
    } else {
        let value = |at: usize| levels.get(at).map_or(maximum, |level| level.value);
        flips(means.rubric, levels.len(), &value, &point)
    };
    Some(Sensitivity {
        mover: Mover::Indicator(place, at),
        point: Range { low: point(lowest)?, high: point(maximum)? },
        over: (lowest, maximum),
        standing: None,
        flips,
    })
}

fn of_weights(means: &Means<'_>, place: usize, group: &Group) -> Option<Sensitivity> {
    let items = means.items.get(place).filter(|_| !group.is_fixed())?;
    let (low, high) = (extreme(group, items, End::Low)?, extreme(group, items, End::High)?);
    let point = |score: Decimal| {
        let one = Decimal::whole(1);
        let score = Ratio { num: score.ten_thousandths().into(), den: one.ten_thousandths().into() };
        means.with_dimension(place, Some(score))
    };
    let over = (rounded(&low).decimal(), rounded(&high).decimal());
    let flips = between(means.rubric, over, &point);
    let point = Range {
        low: means.with_dimension(place, Some(low))?,
        high: means.with_dimension(place, Some(high))?,
    };
    (point.low != point.high).then_some(Sensitivity {
        mover: Mover::WeightsOf(place),
        point,
        over,
        standing: None,
        flips,
    })
}

fn of_whole(means: &Means<'_>) -> Option<Sensitivity> {
    let group = Some(means.rubric.whole()).filter(|group| !group.is_fixed())?;
    let end = |end| extreme(group, &means.dimensions, end).map(|ratio| rounded(&ratio));
    let point = Range { low: end(End::Low)?, high: end(End::High)? };
    let over = (point.low.decimal(), point.high.decimal());
    let flips = between(means.rubric, over, &|score| Some(Score::rounded(score)));
    (point.low != point.high).then_some(Sensitivity {
        mover: Mover::WeightsOfWhole,
        point,
        over,
        standing: None,
        flips,
    })
}
