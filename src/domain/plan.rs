//! What to improve first: the least that brings the result into a better category.
//!
//! Invariant: [`Scorecard::of`](super::scorecard::Scorecard::of) is the judge of every plan; a plan that says it is proved is the least there is,
//! and of the least ones the one that raises the earliest indicators of the form most. Blanks count at their
//! lowest here, and what users, central data or the local government decide is never raised.
//!
//! [`Search`] does the work in slices; [`Plan::of`] is one search run to its end.

use super::Text;
use super::assessment::Assessment;
use super::map::Map;
use super::number::{Decimal, Score};
use super::rubric::{Indicator, MEDIUM, Rubric, StepKind};
use super::scorecard::Figure;
use super::scorecard::item::Part;

mod block;
mod front;
mod judge;
mod rise;
mod search;
mod table;

pub use block::{Block, Why};
pub use rise::{MAX_EFFORT, Piece, Rise};
pub use search::{Progress, Search};

/// Which figure has to reach the target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// The point: working weights.
    #[default]
    Point,
    /// The low end of the full range: *aman pada perkiraan terendah*.
    Low,
}

/// What is made least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The number of indicators changed, then the effort.
    #[default]
    Count,
    /// The effort, then the number of indicators changed.
    Effort,
}

/// What is wanted, and what may be done for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// Place of the category wanted; none for the next one up.
    pub target: Option<usize>,
    /// The figure that has to reach it.
    pub aim: Aim,
    /// What is made least.
    pub by: By,
    /// Whether each sample of an indicator may rise by itself; else all of them rise to one level together.
    pub each: bool,
    /// What steps may need, the kinds that fit before a date; empty for any. Kinds that are all [`at_once`] take
    /// [less](Self::takes).
    pub kinds: Vec<StepKind>,
    /// Ids of indicators that stay as they are.
    pub locked: Vec<Text>,
    /// Highest level by indicator id, as far as it can rise this year.
    pub ceilings: Map<Decimal>,
    /// Effort of one step by indicator id, 1 to [`MAX_EFFORT`]; by the instrument where not given.
    pub efforts: Map<u16>,
}

/// Whether kinds name only what an office can do at once: neither what needs a decree nor what needs money.
#[must_use]
pub fn at_once(kinds: &[StepKind]) -> bool {
    !kinds.is_empty() && !kinds.iter().any(|kind| matches!(kind, StepKind::Decree | StepKind::Budget))
}

impl Goal {
    /// The effort of one step of an indicator.
    #[must_use]
    pub fn effort_of(&self, indicator: &Indicator) -> u16 {
        let own = self.efforts.get(&indicator.id).copied();
        own.unwrap_or_else(|| indicator.step_effort()).clamp(1, MAX_EFFORT)
    }

    /// Whether the steps of an indicator are of kinds that fit. What can be done at once is only what the instrument
    /// says to be so, and light: where it does not say, nothing may be promised.
    #[must_use]
    pub fn takes(&self, indicator: &Indicator) -> bool {
        if at_once(&self.kinds) {
            let stated = indicator.step.kind.is_some_and(|kind| self.kinds.contains(&kind));
            return stated && self.effort_of(indicator) < MEDIUM;
        }
        self.kinds.is_empty() || self.kinds.contains(&indicator.step_kind())
    }
}

/// One indicator that rises.
#[derive(Clone, Debug)]
pub struct Change {
    /// Places of its dimension and itself.
    pub place: (usize, usize),
    /// Whether it was not wholly answered, so that `from` rests on blanks at their lowest.
    pub was_blank: bool,
    /// From where to where, with the answer after it.
    pub rise: Rise,
    /// By how much the rounded figure rises when this one follows those before it in the plan: the points of all
    /// of them add up to the rise of the whole exactly.
    pub points: Score,
}

/// What came of a search.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Place of the category wanted.
    pub target: usize,
    /// The result as it is, blanks at their lowest.
    pub before: Figure,
    /// The result after all changes; where the target is out of reach, after everything that may rise.
    pub after: Figure,
    /// Whether the target can be reached.
    pub reachable: bool,
    /// What rises, in the order of the form; nothing where the target is out of reach or reached already.
    pub changes: Vec<Change>,
    /// Effort of all changes.
    pub effort: u64,
    /// Whether no smaller plan reaches the target.
    pub proved: bool,
    /// What every plan needs at least: indicators or effort, by what is made least.
    pub bound: u64,
    /// By how much it stays short of the target where that is out of reach, in points.
    pub short: Score,
    /// What stands in the way there, the weightiest first.
    pub blocks: Vec<Block>,
}

/// Work after which a plan is taken as it is: some ten seconds.
pub const BUDGET: u64 = 1_000_000_000;

impl Plan {
    /// The least plan, or the best one found within [`BUDGET`].
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment, goal: &Goal) -> Self {
        let mut search = Search::new(rubric, assessment, goal);
        search.advance(BUDGET);
        search.plan()
    }

    /// The assessment after all changes, blanks at their lowest.
    #[must_use]
    pub fn applied(&self, rubric: &Rubric, assessment: &Assessment) -> Assessment {
        let mut after = lowest(rubric, assessment);
        for change in &self.changes {
            let (dimension, indicator) = change.place;
            let indicator = rubric.dimensions.get(dimension).and_then(|d| d.indicators.get(indicator));
            if let Some(indicator) = indicator {
                after.answers.insert(indicator.id.clone(), change.rise.answer.clone());
            }
        }
        after
    }

    /// Indicators or effort that the plan may have too much, by what is made least.
    #[must_use]
    pub fn gap(&self, by: By) -> u64 {
        let own = match by {
            By::Count => self.changes.len() as u64,
            By::Effort => self.effort,
        };
        if self.proved { 0 } else { own.saturating_sub(self.bound) }
    }
}

/// The assessment with every blank at the lowest answer there is.
#[must_use]
pub fn lowest(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    rise::lowest(rubric, assessment)
}

/// How far an indicator may rise from `low`, its blanks at their lowest; `low` itself where it may not.
pub(super) fn top(
    rubric: &Rubric,
    assessment: &Assessment,
    goal: &Goal,
    at: (usize, usize),
    low: Part,
) -> Part {
    let indicator = rubric.dimensions.get(at.0).and_then(|dimension| dimension.indicators.get(at.1));
    let Some((indicator, scale)) = indicator.zip(rubric.scale_at(at.0, at.1)) else { return low };
    let by_level = || !matches!(rise::asked(rubric, assessment, indicator), rise::Asked::Criteria);
    if block::forbids(rubric, goal, at).is_some() || (scale.is_continuous() && by_level()) {
        return low;
    }
    if !goal.ceilings.contains_key(&indicator.id) {
        return Part { num: low.den, den: low.den };
    }
    // A ceiling is rare, and what it leaves depends on samples and criteria.
    let mut base = rise::lowest(rubric, assessment);
    let rises = rise::rises(rubric, indicator, scale, &base, goal);
    let last = rises.last().and_then(|rise| rise::counted(rubric, indicator, scale, &mut base, &rise.answer));
    last.unwrap_or(low)
}

/// The figure aimed at; what nothing counts in is nought.
fn aimed(score: &Figure, aim: Aim) -> Score {
    match aim {
        Aim::Point => score.point.unwrap_or_default(),
        Aim::Low => score.full.low,
    }
}
