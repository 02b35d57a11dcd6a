//! What lowers the score most, and what keeps its range wide.
//!
//! Invariant: each influence is the difference of two full reckonings, so it is exact and never a guess.

use super::assessment::Assessment;
use super::number::{Range, Score};
use super::order::sorted;
use super::rubric::Rubric;
use super::scorecard::Scorecard;
use super::scorecard::item::{Item, Part};

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
    let Some(base) = Scorecard::of(rubric, assessment).score.point else { return Vec::new() };
    largest_first(&each(rubric, assessment, &|place, at, item| {
        item.point.filter(|_| !item.leaves)?;
        let highest = |item: Item| Item { point: Some(Part { num: 1, den: 1 }), ..item };
        let raised = Scorecard::with(rubric, assessment, (place, at), highest).score.point?;
        influence(Mover::Indicator(place, at), raised.hundredths() - base.hundredths())
    }))
}

/// What keeps the full range wide, largest first. For indicators with blanks: how much of the range would
/// close if they were answered at their highest or at their lowest, whichever closes more. For weights that
/// can move: how much would close if their working values were published.
#[must_use]
pub fn widening(rubric: &Rubric, assessment: &Assessment) -> Vec<Influence> {
    let base = Scorecard::of(rubric, assessment).score.full;
    let closed = |full: Range| base.width().hundredths() - full.width().hundredths();
    let mut found = each(rubric, assessment, &|place, at, item| {
        if item.answered {
            return None;
        }
        let with = |change: fn(Item) -> Item| {
            closed(Scorecard::with(rubric, assessment, (place, at), change).score.full)
        };
        let highest = with(|item| Item { low: item.high, ..item });
        let lowest = with(|item| Item { high: item.low, ..item });
        influence(Mover::Indicator(place, at), highest.max(lowest))
    });
    let inside = (0..rubric.dimensions.len()).map(|place| (Mover::WeightsOf(place), rubric.group(place)));
    for (mover, group) in inside.chain([(Mover::WeightsOfWhole, Some(rubric.whole()))]) {
        if group.is_some_and(|group| !group.is_fixed()) {
            let place = if let Mover::WeightsOf(place) = mover { Some(place) } else { None };
            let settled = Scorecard::of(&rubric.settled(place), assessment).score.full;
            found.extend(influence(mover, closed(settled)));
        }
    }
    largest_first(&found)
}

/// Measures every indicator that counts, by the places of its dimension and itself.
fn each(
    rubric: &Rubric,
    assessment: &Assessment,
    measure: &dyn Fn(usize, usize, Item) -> Option<Influence>,
) -> Vec<Influence> {
    let mut found = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            if let Some(scale) = rubric.scale_at(place, at) {
                found.extend(measure(place, at, Item::of(rubric, indicator, scale, assessment)));
            }
        }
    }
    found
}

fn influence(mover: Mover, hundredths: i64) -> Option<Influence> {
    (hundredths > 0).then(|| Influence { mover, by: Score::from_hundredths(hundredths) })
}

fn largest_first(found: &[Influence]) -> Vec<Influence> {
    sorted(found, |one, other| other.by.cmp(&one.by)).into_iter().copied().collect()
}
