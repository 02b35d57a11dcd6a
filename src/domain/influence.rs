//! What lowers the score most, and what keeps its range wide.
//!
//! Invariant: each influence is the difference of two full reckonings, so it is exact and never a guess.

use std::rc::Rc;

use super::assessment::{Answer, Assessment, Choice};
use super::number::Score;
use super::rubric::{Indicator, Mode, Rubric, Scale};
use super::scorecard::Scorecard;

/// What moves the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// An indicator: places of dimension and indicator.
    Indicator(usize, usize),
    /// The unpublished weights inside a dimension.
    WeightsOf(usize),
    /// The unpublished weights of the dimensions themselves.
    WeightsOfWhole,
}

/// One mover and how far it moves the result, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Influence {
    /// What.
    pub mover: Mover,
    /// By how much the result moves.
    pub by: Score,
}

/// The answered indicators by how much the point would rise if each were at its highest; largest first.
#[must_use]
pub fn lowering(rubric: &Rubric, assessment: &Assessment) -> Vec<Influence> {
    let base = Scorecard::of(rubric, assessment).score.point;
    let mut found = each(rubric, |place, at, indicator, scale| {
        let answer = assessment.answer(&indicator.id)?;
        let blank = answer.choice.is_none() && answer.samples.is_empty() && answer.criteria.is_empty();
        if blank || answer.choice == Some(Choice::NotApplicable) {
            return None;
        }
        let raised = with(assessment, indicator, scale.maximum(), scale.is_continuous());
        let gain = Scorecard::of(rubric, &raised).score.point?.hundredths() - base?.hundredths();
        influence(Mover::Indicator(place, at), gain)
    });
    found.sort_by_key(|influence| std::cmp::Reverse(influence.by));
    found
}

/// What keeps the full range wide: for blanks, the part of the range that answering at the lowest and at
/// the highest would each close; for unpublished weights, the part that publishing them would close. Largest first.
#[must_use]
pub fn widening(rubric: &Rubric, assessment: &Assessment) -> Vec<Influence> {
    let base = Scorecard::of(rubric, assessment);
    let mut found = each(rubric, |place, at, indicator, scale| {
        let lone = |choice: &Answer| choice.choice.is_some() || !choice.samples.is_empty();
        if assessment.mode == Mode::PerLevel && assessment.answer(&indicator.id).is_some_and(lone) {
            return None;
        }
        let at_end =
            |value| Scorecard::of(rubric, &with(assessment, indicator, value, scale.is_continuous()));
        let (worst, best) = (at_end(scale.minimum()), at_end(scale.maximum()));
        let closed = (best.score.full.low.hundredths() - worst.score.full.low.hundredths())
            .max(best.score.full.high.hundredths() - worst.score.full.high.hundredths());
        influence(Mover::Indicator(place, at), closed)
    });
    for (place, _) in rubric.dimensions.iter().enumerate() {
        if rubric.group(place).is_some_and(|group| !group.is_fixed()) {
            let Some(share) = rubric.whole().shares().get(place) else { continue };
            let Some(score) = base.dimensions.get(place).map(|d| d.score) else { continue };
            let extra = score.full.width().hundredths() - score.answers.width().hundredths();
            let extra = extra.max(0) * share.working / rubric.whole().total().max(1);
            found.extend(influence(Mover::WeightsOf(place), extra));
        }
    }
    if !rubric.whole().is_fixed() {
        let low = base.dimensions.iter().map(|d| d.score.full.low).min().unwrap_or_default();
        let high = base.dimensions.iter().map(|d| d.score.full.high).max().unwrap_or_default();
        let extra = base.score.full.width().hundredths() - base.score.answers.width().hundredths();
        if low < high {
            found.extend(influence(Mover::WeightsOfWhole, extra));
        }
    }
    found.sort_by_key(|influence| std::cmp::Reverse(influence.by));
    found
}

fn each(
    rubric: &Rubric,
    measure: impl Fn(usize, usize, &Indicator, &Scale) -> Option<Influence>,
) -> Vec<Influence> {
    let mut found = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            if let Some(scale) = rubric.scale_at(place, at) {
                found.extend(measure(place, at, indicator, scale));
            }
        }
    }
    found
}

fn influence(mover: Mover, hundredths: i64) -> Option<Influence> {
    (hundredths > 0).then(|| Influence { mover, by: Score::from_hundredths(hundredths) })
}

/// The assessment with one indicator answered at `value`, samples and criteria set aside.
fn with(
    assessment: &Assessment,
    indicator: &Indicator,
    value: super::number::Decimal,
    continuous: bool,
) -> Assessment {
    let choice = if continuous { Choice::Value(value) } else { Choice::Level(value) };
    let mut changed = assessment.clone();
    let answer = changed.answers.entry(indicator.id.clone()).or_default();
    let answer = Rc::make_mut(answer);
    answer.choice = Some(choice);
    let met = if value == super::number::Decimal::ZERO {
        super::assessment::Met::No
    } else {
        super::assessment::Met::Yes
    };
    answer.criteria = indicator.criteria.iter().map(|criterion| (criterion.id.clone(), met)).collect();
    changed
}
