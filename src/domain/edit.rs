//! Changes to an assessment, one at a time.
//!
//! Invariant: an edit never refuses and never loses what it does not name; what cannot be read as a
//! number is kept as typed.

mod answer;
mod carried;

use std::rc::Rc;

use super::Text;
use super::action::{self, FollowUp, FollowUpEdit};
use super::assessment::{Answer, Assessment, Sample};
use super::history::Past;
use super::map::Map;
use super::milestone::MilestoneEdit;
use super::number::Decimal;
use super::office_weights::WeightOf;
use super::official::{Published, publish};
use super::oversight::{self, OversightEdit};
use super::part::{self, PartEdit};
use super::rubric::{Mode, SampleKind};
use super::status::{StatusEdit, reopen};
use super::verification::VerificationEdit;
use super::wanted::{Wanted, WantedEdit};

pub(super) use answer::change;
pub use answer::{AnswerEdit, EvidenceField, Field};
pub use carried::carried_over;

/// Which text about the office is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitField {
    /// Local government.
    Pemda,
    /// Name of the office.
    Name,
    /// Kind of office.
    Kind,
}

/// One change to an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Change the answer to the indicator with this id.
    Answer(Text, AnswerEdit),
    /// Set a text about the office.
    Unit(UnitField, Text),
    /// Set the year of assessment.
    Year(Option<u16>),
    /// Count criteria, or levels.
    Mode(Mode),
    /// Add a sample: id, kind, panel, name.
    AddSample(Text, SampleKind, Text, Text),
    /// Name a sample.
    NameSample(Text, Text),
    /// Remove a sample and the answers given for it.
    RemoveSample(Text),
    /// Note a published number of this year; none forgets it.
    Publish(Published, Option<Decimal>),
    /// Change the states kept by name.
    Milestone(MilestoneEdit),
    /// Change the shares, or what came back of them.
    Part(PartEdit),
    /// Change what is to be reached.
    Wanted(WantedEdit),
    /// Note a published result of another year.
    NotePast(Past),
    /// Forget the one at this place.
    ForgetPast(usize),
    /// Add things to be done.
    AddFollowUps(Vec<FollowUp>),
    /// Change the thing to be done with this id.
    FollowUp(Text, FollowUpEdit),
    /// Add a product of oversight, blank.
    AddOversight,
    /// Change the product of oversight with this id.
    Oversight(Text, OversightEdit),
    /// Change what the draft beside the answers says of the indicator with this id.
    Simulate(Text, AnswerEdit),
    /// Empty that draft.
    EndSimulation,
    /// Enter the weight of the dimension or indicator with this id, as typed; nothing typed takes it back.
    Weigh(WeightOf, Text, Text),
    /// Go back to the weights of the instrument.
    DropWeights,
    /// Change what a verifier found.
    Verify(VerificationEdit),
    /// Say where the document stands.
    Status(StatusEdit),
    /// Several changes as one, in order.
    Several(Vec<Self>),
}

impl Edit {
    /// The assessment after this change, made at the time `at`.
    #[must_use]
    pub fn apply(&self, before: &Assessment, at: &Text) -> Assessment {
        let mut after = before.clone();
        after.updated_at = at.clone();
        match self {
            Self::Answer(id, edit) => {
                change(&mut after.answers, id, edit, at);
                part::sign(&mut after, before, id, edit);
            }
            Self::Part(edit) => edit.apply(&mut after, at),
            Self::Simulate(id, edit) => change(&mut after.simulation.answers, id, edit, &Text::default()),
            Self::EndSimulation => after.simulation.answers.clear(),
            Self::Weigh(of, id, typed) => {
                let typed = Some(typed.clone()).filter(|typed| !typed.trim().is_empty());
                match of {
                    WeightOf::Dimension => set(&mut after.weights.dimensions, id, typed),
                    WeightOf::Indicator => set(&mut after.weights.indicators, id, typed),
                }
            }
            Self::DropWeights => {
                after.weights.dimensions.clear();
                after.weights.indicators.clear();
            }
            Self::Unit(UnitField::Pemda, text) => after.unit.pemda = text.clone(),
            Self::Unit(UnitField::Name, text) => after.unit.name = text.clone(),
            Self::Unit(UnitField::Kind, text) => after.unit.kind = text.clone(),
            Self::Year(year) => after.assessment_year = *year,
            Self::Mode(mode) => after.mode = *mode,
            Self::AddSample(id, kind, panel, name) => after.samples.push(Sample {
                id: id.clone(),
                kind: *kind,
                panel: panel.clone(),
                name: name.clone(),
                kept: Vec::new(),
            }),
            Self::NameSample(id, name) => {
                for sample in after.samples.iter_mut().filter(|sample| sample.id == *id) {
                    sample.name = name.clone();
                }
            }
            Self::RemoveSample(id) => remove_sample(&mut after, id),
            Self::Several(edits) => {
                for edit in edits {
                    after = edit.apply(&after, at);
                }
            }
            Self::Wanted(edit) => edit.apply(after.wanted.get_or_insert_with(Wanted::default)),
            Self::NotePast(past) => after.history.push(past.clone()),
            Self::ForgetPast(place) => {
                if *place < after.history.len() {
                    after.history.remove(*place);
                }
            }
            Self::AddFollowUps(new) => action::add(&mut after.actions, new),
            Self::FollowUp(id, edit) => action::change(&mut after.actions, id, edit),
            Self::AddOversight => oversight::add(&mut after.oversight),
            Self::Oversight(id, edit) => oversight::change(&mut after.oversight, id, edit),
            Self::Publish(what, number) => publish(&mut after, what, *number),
            Self::Milestone(edit) => edit.apply(&mut after, at),
            Self::Verify(edit) => edit.apply(&mut after, at),
            Self::Status(edit) => edit.apply(&mut after, at),
        }
        reopen(before, &mut after, at);
        after
    }

    /// Whether this change continues the typing of `earlier`, so that one undo takes back both.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Answer(id, new), Self::Answer(other, old))
            | (Self::Simulate(id, new), Self::Simulate(other, old)) => id == other && new.continues(old),
            (Self::Verify(new), Self::Verify(old)) => new.continues(old),
            (Self::Weigh(of, new, _), Self::Weigh(other, old, _)) => of == other && new == old,
            (Self::Unit(new, _), Self::Unit(old, _)) => new == old,
            (Self::NameSample(new, _), Self::NameSample(old, _))
            | (Self::Part(PartEdit::Name(new, _)), Self::Part(PartEdit::Name(old, _))) => new == old,
            (Self::Wanted(new), Self::Wanted(old)) => new.continues(old),
            (
                Self::FollowUp(id, FollowUpEdit::Write(new, _)),
                Self::FollowUp(other, FollowUpEdit::Write(old, _)),
            ) => id == other && new == old,
            (
                Self::Oversight(id, OversightEdit::Write(new, _)),
                Self::Oversight(other, OversightEdit::Write(old, _)),
            ) => id == other && new == old,
            _ => false,
        }
    }
}

/// Sets or removes a member of a map.
pub(super) fn set<V>(map: &mut Map<V>, key: &Text, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key.clone(), value)),
        None => drop(map.remove(key)),
    }
}

fn remove_sample(assessment: &mut Assessment, id: &Text) {
    assessment.samples.retain(|sample| sample.id != *id);
    let verified = assessment.verification.iter_mut().flat_map(|own| own.answers.values_mut());
    let names = |held: &Answer| {
        held.samples.contains_key(id) || held.copied.contains(id) || held.ticks.iter().any(|(of, _)| of == id)
    };
    let waiting = assessment.conflicts.values_mut();
    let waiting =
        waiting.flat_map(|held| held.answers.iter_mut().chain(&mut held.aside).chain(&mut held.beneath));
    for held in assessment.answers.values_mut().chain(verified).chain(waiting).filter(|held| names(held)) {
        let answer = Rc::make_mut(held);
        answer.samples.remove(id);
        answer.ticks.retain(|(of, _)| of != id);
        answer.copied.retain(|copied| copied != id);
    }
}
