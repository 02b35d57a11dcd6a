//! States of the answers kept by name, and what changed from one to another.
//!
//! Invariant: a milestone holds what counts of the answers and no word written about them, and is reckoned
//! by the rules at hand, as the answers themselves are.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Kept, Sample};
use super::map::Map;
use super::number::Score;
use super::order::sorted;
use super::rubric::{Mode, Rubric};
use super::scorecard::Scorecard;
use super::scorecard::alone::Alone;
use super::scorecard::item::Item;

/// Most milestones of one assessment: a document may not outgrow what can be opened again.
pub const MAX_MILESTONES: usize = 50;

/// The answers as they were at one time. Of each answer it holds what counts: the choice, the choices per
/// sample, the criteria, and whether it was an assumption; no note, ground, reason or evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Milestone {
    /// Unique within the assessment.
    pub id: Text,
    /// What the office calls it; may be empty.
    pub name: Text,
    /// When it was kept, as a time with offset.
    pub at: Text,
    /// How answers with criteria were counted.
    pub mode: Mode,
    /// Products and persons.
    pub samples: Vec<Sample>,
    /// Answers by indicator id.
    pub answers: Map<Rc<Answer>>,
    /// Unknown members.
    pub kept: Kept,
}

/// One change to the milestones of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MilestoneEdit {
    /// Keep the present answers under a name.
    Freeze(Text),
    /// Name the milestone with this id.
    Name(Text, Text),
    /// Remove the milestone with this id.
    Remove(Text),
}

impl MilestoneEdit {
    pub(super) fn apply(&self, assessment: &mut Assessment, at: &Text) {
        match self {
            Self::Freeze(name) => {
                let frozen = Milestone::of(assessment, name, at);
                assessment.milestones.push(frozen);
            }
            Self::Name(id, name) => {
                for milestone in assessment.milestones.iter_mut().filter(|own| own.id == *id) {
                    milestone.name = name.clone();
                }
            }
            Self::Remove(id) => assessment.milestones.retain(|own| own.id != *id),
        }
    }
}

impl Milestone {
    /// The present answers under a name, with an id that no other milestone has.
    #[must_use]
    pub fn of(assessment: &Assessment, name: &Text, at: &Text) -> Self {
        let mut number = assessment.milestones.len() + 1;
        let mut id = Text::from(format!("m{number}"));
        while assessment.milestones.iter().any(|own| own.id == id) {
            number += 1;
            id = format!("m{number}").into();
        }
        let mut answers = Map::new();
        for (id, held) in assessment.answers.iter() {
            let frozen = counted(held);
            if !frozen.is_empty() {
                answers.insert(id.clone(), Rc::new(frozen));
            }
        }
        let samples = assessment.samples.iter();
        let samples = samples.map(|sample| Sample { kept: Vec::new(), ..sample.clone() }).collect();
        Self {
            id,
            name: name.clone(),
            at: at.clone(),
            mode: assessment.mode,
            samples,
            answers,
            kept: Vec::new(),
        }
    }

    /// It as an assessment, to be reckoned.
    #[must_use]
    pub fn state(&self) -> Assessment {
        Assessment {
            mode: self.mode,
            samples: self.samples.clone(),
            answers: self.answers.clone(),
            ..Assessment::default()
        }
    }
}

/// What counts of an answer.
fn counted(answer: &Answer) -> Answer {
    Answer {
        choice: answer.choice,
        assumed: answer.assumed,
        samples: answer.samples.clone(),
        criteria: answer.criteria.clone(),
        ..Answer::default()
    }
}

/// One answer that comes to something else in another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Places of dimension and indicator.
    pub at: (usize, usize),
    /// How far this change alone moves the score of the earlier state; none where the indicator never counts.
    pub worth: Option<Score>,
}

/// What changed from one state to another. Scores are those with working weights and blanks counted at
/// their lowest, so that an answer given where there was none is worth something too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, those worth most first.
    pub changes: Vec<Change>,
    /// What the changes are worth beyond each alone: what they do to one another, and rounding.
    pub together: Score,
    /// How far the score moved: all of the above.
    pub total: Score,
}

/// Compares two states of the answers to one instrument.
#[must_use]
pub fn compare(rubric: &Rubric, from: &Assessment, to: &Assessment) -> Comparison {
    let low = |state: &Assessment| Scorecard::of(rubric, state).score.answers.low.hundredths();
    let before = low(from);
    let total = low(to) - before;
    let mut changes = Vec::new();
    let mut scored = Vec::new();
    // The changes that count, each with its place in the list, its place among what is scored, and what it came to.
    let mut counting = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        let mut items = Vec::new();
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            let Some(scale) = rubric.scale_at(place, at) else { continue };
            let (old, new) =
                (Item::of(rubric, indicator, scale, from), Item::of(rubric, indicator, scale, to));
            if old != new {
                if indicator.is_scored() {
                    counting.push((changes.len(), (place, items.len()), new));
                }
                changes.push(Change { at: (place, at), worth: None });
            }
            if indicator.is_scored() {
                items.push((old, new));
            }
        }
        scored.push(items);
    }
    let one = Alone::of(rubric, &scored);
    let mut alone = 0;
    for (change, at, item) in counting {
        let moved = one.with(at, item).hundredths() - before;
        alone += moved;
        if let Some(change) = changes.get_mut(change) {
            change.worth = Some(Score::from_hundredths(moved));
        }
    }
    let size = |change: &Change| change.worth.map_or(-1, |worth| worth.hundredths().abs());
    let changes = sorted(&changes, |one, other| size(other).cmp(&size(one))).into_iter().copied().collect();
    Comparison {
        changes,
        together: Score::from_hundredths(total - alone),
        total: Score::from_hundredths(total),
    }
}
