//! What keeps an indicator from rising.
//!
//! Invariant: what a block is worth is the difference of two full reckonings.

use std::rc::Rc;

use super::{Goal, aimed, rise};
use crate::domain::assessment::{Answer, Assessment, Choice, Met};
use crate::domain::number::Score;
use crate::domain::order::sorted;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;

/// Why an indicator does not rise, or no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Users, central data or the local government decide it, or it is always an assumption.
    NotInHand,
    /// Any number may be given, so there is no next level to name.
    NoLevels,
    /// Locked.
    Locked,
    /// Its steps need what does not fit.
    Kind,
    /// It is at its ceiling.
    Ceiling,
    /// It is *tidak relevan*, wholly or for some samples.
    Leaves,
}

/// An indicator that does not rise to its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Places of its dimension and itself.
    pub place: (usize, usize),
    /// Why.
    pub why: Why,
    /// By how much the figure would rise were it at its highest.
    pub worth: Score,
}

/// Why an indicator may not rise at all.
pub fn forbids(rubric: &Rubric, goal: &Goal, at: (usize, usize)) -> Option<Why> {
    let indicator = rubric.dimensions.get(at.0)?.indicators.get(at.1)?;
    if !indicator.is_in_hand() {
        Some(Why::NotInHand)
    } else if goal.locked.contains(&indicator.id) {
        Some(Why::Locked)
    } else if !goal.takes(indicator) {
        Some(Why::Kind)
    } else {
        None
    }
}

/// What stands in the way once everything that may rise has risen, the weightiest first.
pub fn blocks(rubric: &Rubric, goal: &Goal, most: &Assessment, reached: Score) -> Vec<Block> {
    let mut found = Vec::new();
    for (dimension, part) in rubric.dimensions.iter().enumerate() {
        for (at, indicator) in part.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            let place = (dimension, at);
            let Some(scale) = rubric.scale_at(dimension, at) else { continue };
            let held = most.answer(&indicator.id).cloned().unwrap_or_default();
            let leaves = matches!(rise::asked(rubric, most, indicator), rise::Asked::Leaves)
                || held.samples.values().any(|choice| *choice == Choice::NotApplicable);
            let top = if scale.is_continuous() { Choice::Value } else { Choice::Level }(scale.maximum());
            let mut answer = Answer { choice: Some(top), ..held };
            for criterion in &indicator.criteria {
                answer.criteria.insert(criterion.id.clone(), Met::Yes);
            }
            let mut highest = most.clone();
            highest.answers.insert(indicator.id.clone(), Rc::new(answer));
            let after = aimed(&Scorecard::of(rubric, &highest).score, goal.aim);
            let why = match forbids(rubric, goal, place) {
                Some(why) => why,
                None if leaves => Why::Leaves,
                None if scale.is_continuous() => Why::NoLevels,
                None => Why::Ceiling,
            };
            let worth = Score::from_hundredths(after.hundredths() - reached.hundredths());
            if worth > Score::default() {
                found.push(Block { place, why, worth });
            }
        }
    }
    sorted(&found, |one, other| other.worth.cmp(&one.worth)).into_iter().copied().collect()
}
