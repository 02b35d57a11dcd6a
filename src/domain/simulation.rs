//! A draft beside the answers: what they could be, before any of them is changed.
//!
//! Invariant: a draft moves no answer and no result; what it would come to is reckoned by applying the very
//! edits that taking it over makes.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Choice, Kept};
use super::edit::{AnswerEdit, Edit};
use super::map::Map;
use super::rubric::{Indicator, Mode, Rubric};
use super::scorecard::Scorecard;

/// What is being tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simulation {
    /// Other answers, by indicator id: of each only the answer itself, or what was typed in its place.
    pub answers: Map<Rc<Answer>>,
    /// Unknown members.
    pub kept: Kept,
}

/// One answer that the draft would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What it would be.
    pub to: Choice,
    /// By how much the point would move, were it the only change, in hundredths; none while there is no point
    /// to move.
    pub points: Option<i64>,
}

/// Whether criteria alone decide what an indicator comes to, so that no level can be tried.
#[must_use]
pub fn is_by_criteria(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> bool {
    assessment.mode == Mode::PerCriterion
        && rubric.offers(Mode::PerCriterion)
        && !indicator.criteria.is_empty()
}

/// The edits that answer an indicator anew, none where it is answered so already. Where products or persons are
/// asked one by one, each is answered so.
#[must_use]
pub fn answered(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator, to: Choice) -> Vec<Edit> {
    let none = Answer::default();
    let given = assessment.answer(&indicator.id).unwrap_or(&none);
    let by_sample = to.number().is_some() && given.choice.is_none() && !given.samples.is_empty();
    let panel = rubric.panel_of(indicator).filter(|_| by_sample);
    let samples: Vec<&Text> = panel
        .map(|panel| assessment.samples_of(rubric, panel).map(|sample| &sample.id).collect())
        .unwrap_or_default();
    let mut edits = Vec::new();
    let mut edit = |edit| edits.push(Edit::Answer(indicator.id.clone(), edit));
    if samples.is_empty() && given.choice != Some(to) {
        edit(AnswerEdit::Choose(to));
    }
    for id in samples {
        if given.samples.get(id) != Some(&to) {
            edit(AnswerEdit::ChooseFor(id.clone(), Some(to)));
        }
    }
    edits
}

/// What the draft has for an indicator.
fn drafted(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<Choice> {
    let to = assessment.simulation.answers.get(&indicator.id).and_then(|answer| answer.choice);
    to.filter(|_| !is_by_criteria(rubric, assessment, indicator))
}

/// Whether the draft has something else for an indicator than its present answer.
#[must_use]
pub fn is_tried(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> bool {
    let to = drafted(rubric, assessment, indicator);
    to.is_some_and(|to| !answered(rubric, assessment, indicator, to).is_empty())
}

/// What taking the draft over changes; each answer leaves the draft with it. What could not be read stays there.
#[must_use]
pub fn edits(rubric: &Rubric, assessment: &Assessment) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (_, indicator) in rubric.indicators() {
        let Some(to) = drafted(rubric, assessment, indicator) else { continue };
        edits.extend(answered(rubric, assessment, indicator, to));
        edits.push(Edit::Simulate(indicator.id.clone(), AnswerEdit::Clear));
    }
    edits
}

/// The assessment as it would be once the draft is taken over.
#[must_use]
pub fn applied(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    Edit::Several(edits(rubric, assessment)).apply(assessment, &assessment.updated_at)
}

/// The answers that would change, each with what it alone would move.
#[must_use]
pub fn changes<'a>(rubric: &'a Rubric, assessment: &Assessment) -> Vec<Change<'a>> {
    let now = Scorecard::of(rubric, assessment).score.point;
    let mut changes = Vec::new();
    for (_, indicator) in rubric.indicators() {
        let Some(to) = drafted(rubric, assessment, indicator) else { continue };
        let alone = answered(rubric, assessment, indicator, to);
        if alone.is_empty() {
            continue;
        }
        let alone = Edit::Several(alone);
        let then = Scorecard::of(rubric, &alone.apply(assessment, &assessment.updated_at)).score.point;
        let points = now.zip(then).map(|(now, then)| then.hundredths() - now.hundredths());
        changes.push(Change { indicator, to, points });
    }
    changes
}
