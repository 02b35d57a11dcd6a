//! Where every number comes from: what each figure is the sum of, where each weight is put, how each answer counts.
//!
//! Invariant: one value for the page and the command line alike; nothing in it is rounded but what is shown of a
//! figure, and every figure follows from its products by the one rounding at the end.

use super::assessment::Assessment;
use super::extremes::Ratio;
use super::number::{Decimal, Range, Score};
use super::rubric::{Basis, Group, Rubric, Weight};
use super::scorecard::item::Values;
use super::scorecard::{Figure, Scorecard};
use super::workings::{self, Mean, Reading};

/// All there is to say of a result's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// One for each figure that is not the same as the one before it.
    pub accounts: Vec<Account>,
    /// The weights of the dimensions, in order.
    pub weights: Vec<Weighing>,
    /// The scored indicators of each dimension, in order.
    pub lines: Vec<Vec<Line>>,
}

/// One figure of the result, product by product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Which.
    pub reading: Reading,
    /// What is shown of it.
    pub shown: Score,
    /// The means of the dimensions, in order.
    pub dimensions: Vec<Mean>,
    /// The mean over the dimensions.
    pub whole: Mean,
    /// The same over some of them.
    pub parts: Vec<Part>,
}

/// Some dimensions of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// A subtotal, by its place: the others leave.
    Subtotal(usize),
    /// What lies in the hands of the office: the others count nought.
    Own,
    /// What users and central data decide: the others count nought.
    Outside,
}

/// A figure over some dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which dimensions.
    pub which: Which,
    /// What is shown of it.
    pub shown: Score,
    /// Its products.
    pub mean: Mean,
}

/// What a weight may be, as parts of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// Where it has no value of its own: what the valued ones leave, in percent, and among how many that is shared.
    pub shared: Option<(Decimal, usize)>,
    /// What it came with, where weights that the office entered beside it decide what it is.
    pub came: Option<Ratio>,
    /// The lowest that its bounds and those beside it allow.
    pub low: Ratio,
    /// What the point is reckoned with.
    pub working: Ratio,
    /// The highest that its bounds and those beside it allow.
    pub high: Ratio,
}

/// One indicator that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in its dimension.
    pub place: usize,
    /// Its weight in its dimension.
    pub weighing: Weighing,
    /// What is given for it.
    pub values: Values,
    /// What a full answer adds, in points.
    pub worth: Range,
}

impl Explanation {
    /// Explains a result, which is that of the assessment.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment, card: &Scorecard) -> Self {
        let outer: Vec<_> = rubric.dimensions.iter().map(|dimension| &dimension.weight).collect();
        let shipped = rubric.shipped();
        let weights = weighings([rubric.whole(), shipped.whole()], &outer);
        let mut lines = Vec::new();
        for (place, weighing) in weights.iter().enumerate() {
            lines.push(of_dimension([rubric, &shipped], assessment, place, weighing));
        }
        let accounts = readings(card).into_iter().map(|(reading, shown)| {
            let all = 0..rubric.dimensions.len();
            let means: Vec<_> = all.map(|at| workings::dimension(rubric, at, assessment, reading)).collect();
            let whole = workings::whole(rubric, &means, reading);
            Account {
                reading,
                shown,
                parts: parts(rubric, assessment, card, reading, &means),
                dimensions: means,
                whole,
            }
        });
        Self { accounts: accounts.collect(), weights, lines }
    }
}

/// The figure of a reading, where it has one of its own.
const fn pick(figure: &Figure, reading: Reading) -> Option<Score> {
    match reading {
        Reading::Point => figure.point,
        Reading::Supported => None,
        Reading::Low => Some(figure.answers.low),
        Reading::High => Some(figure.answers.high),
        Reading::Lowest => Some(figure.full.low),
        Reading::Highest => Some(figure.full.high),
    }
}

/// The figures that differ from those before them: the point, the ends, those with working weights, the supported.
fn readings(card: &Scorecard) -> Vec<(Reading, Score)> {
    let score = &card.score;
    let opens = |range: Range| range.low != range.high || score.point != Some(range.low);
    let mut readings = vec![Reading::Point];
    if opens(score.full) {
        readings.extend([Reading::Lowest, Reading::Highest]);
        if score.answers != score.full && opens(score.answers) {
            readings.extend([Reading::Low, Reading::High]);
        }
    }
    let mut found: Vec<_> =
        readings.into_iter().filter_map(|reading| Some((reading, pick(score, reading)?))).collect();
    if let Some(supported) = card.supported.filter(|supported| Some(*supported) != score.point) {
        found.push((Reading::Supported, supported));
    }
    found
}

fn parts(
    rubric: &Rubric,
    assessment: &Assessment,
    card: &Scorecard,
    reading: Reading,
    means: &[Mean],
) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, (subtotal, figure)) in rubric.subtotals.iter().zip(&card.subtotals).enumerate() {
        let scores = means.iter().zip(&rubric.dimensions).map(|(mean, dimension)| {
            mean.sum.clone().filter(|_| subtotal.dimensions.contains(&dimension.id))
        });
        if let Some(shown) = pick(figure, reading) {
            let mean = workings::mean(rubric.whole(), scores.collect(), reading);
            parts.push(Part { which: Which::Subtotal(at), shown, mean });
        }
    }
    for (which, side) in [(Which::Own, &card.own), (Which::Outside, &card.outside)] {
        let is_all = side.dimensions.is_empty() || side.dimensions.len() == means.len();
        let Some(shown) = pick(&side.figure, reading).filter(|_| !is_all) else { continue };
        let scores = means.iter().enumerate().map(|(at, mean)| {
            // In the point, a dimension of which nothing is answered keeps its weight, at its lowest.
            let low = || workings::dimension(rubric, at, assessment, Reading::Low).sum;
            let sum = mean.sum.clone().or_else(low)?;
            Some(if side.dimensions.contains(&at) { sum } else { Ratio::one_if(false) })
        });
        let mean = workings::mean(rubric.whole(), scores.collect(), reading);
        parts.push(Part { which, shown, mean });
    }
    parts
}

/// The indicators of a dimension of the instrument, as it is and as it came; its own weight in the whole is `outer`.
fn of_dimension(
    [rubric, shipped]: [&Rubric; 2],
    assessment: &Assessment,
    place: usize,
    outer: &Weighing,
) -> Vec<Line> {
    let groups = rubric.group(place).zip(shipped.group(place));
    let Some((dimension, (group, came))) = rubric.dimensions.get(place).zip(groups) else {
        return Vec::new();
    };
    let inner: Vec<_> = dimension.indicators.iter().filter_map(|i| i.weight.as_ref()).collect();
    let scored = dimension.indicators.iter().enumerate().filter(|(_, indicator)| indicator.is_scored());
    let lines = scored.zip(weighings([group, came], &inner)).filter_map(|((at, indicator), weighing)| {
        let scale = rubric.scale_at(place, at)?;
        let worth = Range {
            low: weighing.low.times(&outer.low).points(rubric.maximum),
            high: weighing.high.times(&outer.high).points(rubric.maximum),
        };
        Some(Line { place: at, weighing, values: Values::of(rubric, indicator, scale, assessment), worth })
    });
    lines.collect()
}

/// The weights of a group as it is, and as it came with the instrument.
fn weighings([group, came]: [&Group; 2], weights: &[&Weight]) -> Vec<Weighing> {
    let shares = group.shares();
    let total = group.total();
    let lows: i64 = shares.iter().map(|share| share.low).sum();
    let highs: i64 = shares.iter().map(|share| share.high).sum();
    let valued: i64 = weights.iter().filter_map(|weight| weight.value).map(Decimal::ten_thousandths).sum();
    let rest = Decimal::from_ten_thousandths(Decimal::whole(100).ten_thousandths() - valued);
    let sharing = weights.iter().filter(|weight| weight.value.is_none()).count();
    let entered = weights.iter().any(|weight| weight.provenance.basis == Basis::Entered);
    let part = |weight: i64, total: i64| Ratio { num: weight.into(), den: total.into() };
    let each = shares.iter().zip(came.shares()).zip(weights).map(|((share, came_share), weight)| {
        let moves = entered && (weight.value.is_none() || weight.bounds.is_some());
        Weighing {
            shared: (weight.value.is_none() && !moves).then_some((rest, sharing)),
            came: moves.then(|| part(came_share.working, came.total()).reduced()),
            low: part(share.low.max(total - (highs - share.high)), total),
            working: part(share.working, total),
            high: part(share.high.min(total - (lows - share.low)), total),
        }
    });
    each.collect()
}
