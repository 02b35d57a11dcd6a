//! Changes to an assessment, one at a time.
//!
//! Invariant: an edit never refuses and never loses what it does not name; what cannot be read as a
//! number is kept as typed.

use std::rc::Rc;

use super::Text;
use super::action::{self, FollowUp, FollowUpEdit};
use super::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, Met, Sample};
use super::history::Past;
use super::map::Map;
use super::milestone::MilestoneEdit;
use super::number::Decimal;
use super::office_weights::WeightOf;
use super::official::{Gap, Official, Published, gaps, publish};
use super::oversight::{self, OversightEdit};
use super::rubric::{Mode, Rubric, SampleKind};
use super::wanted::{Wanted, WantedEdit};

/// Which text of an answer is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Why it is *tidak relevan*.
    Reason,
    /// What an assumption rests on.
    Ground,
    /// Free note.
    Note,
    /// Who answered, a post.
    By,
}

/// Which text about one's own document is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceField {
    /// Its title.
    Title,
    /// Where it is kept.
    Where,
    /// Its date.
    Date,
    /// Until when it holds.
    ValidUntil,
    /// Its SHA-256, in hex.
    Sha256,
}

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

/// What to change about the answer to one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerEdit {
    /// Answer it.
    Choose(Choice),
    /// Make it blank again.
    Clear,
    /// Keep what was typed though it is no number of the scale; the answer is blank meanwhile.
    Type(Text),
    /// Answer it for one sample; none makes that sample blank again.
    ChooseFor(Text, Option<Choice>),
    /// Give a sample the answer of another and mark it as copied: from, to.
    CopyFor(Text, Text),
    /// Answer a criterion; none makes it blank again.
    Meet(Text, Option<Met>),
    /// Tick something of a sample, or of the answer where the id is empty: sample, what, whether.
    Tick(Text, Text, bool),
    /// Set a text.
    Write(Field, Text),
    /// Say whether it is an assumption.
    Assume(bool),
    /// Say whether to ask a companion.
    Ask(bool),
    /// Say how far a document asked for is ready: the document, its state.
    Ready(Text, EvidenceState),
    /// Set a text about a document asked for.
    Describe(Text, EvidenceField, Text),
    /// Accept an answer copied from an older assessment.
    Confirm,
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
            Self::Answer(id, edit) => change(&mut after.answers, id, edit, at),
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
        }
        after
    }

    /// Whether this change continues the typing of `earlier`, so that one undo takes back both.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Answer(id, new), Self::Answer(other, old))
            | (Self::Simulate(id, new), Self::Simulate(other, old))
                if id == other =>
            {
                match (new, old) {
                    (AnswerEdit::Write(new, _), AnswerEdit::Write(old, _)) => new == old,
                    (AnswerEdit::Describe(asked, new, _), AnswerEdit::Describe(other, old, _)) => {
                        asked == other && new == old && *new != EvidenceField::Sha256
                    }
                    (
                        AnswerEdit::Type(_) | AnswerEdit::Choose(Choice::Value(_)),
                        AnswerEdit::Type(_) | AnswerEdit::Choose(Choice::Value(_)),
                    ) => true,
                    _ => false,
                }
            }
            (Self::Weigh(of, new, _), Self::Weigh(other, old, _)) => of == other && new == old,
            (Self::Unit(new, _), Self::Unit(old, _)) => new == old,
            (Self::NameSample(new, _), Self::NameSample(old, _)) => new == old,
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

impl AnswerEdit {
    fn apply(&self, answer: &mut Answer) {
        answer.unconfirmed = false;
        match self {
            Self::Choose(choice) => {
                answer.choice = Some(*choice);
                answer.typed = Text::default();
            }
            Self::Clear => {
                answer.choice = None;
                answer.typed = Text::default();
            }
            Self::Type(text) => {
                answer.choice = None;
                answer.typed = text.clone();
            }
            Self::ChooseFor(sample, choice) => {
                answer.choice = None;
                answer.copied.retain(|copied| copied != sample);
                set(&mut answer.samples, sample, *choice);
            }
            Self::CopyFor(from, to) => {
                answer.choice = None;
                let choice = answer.samples.get(from).copied();
                set(&mut answer.samples, to, choice);
                if choice.is_some() && !answer.copied.contains(to) {
                    answer.copied.push(to.clone());
                }
            }
            Self::Meet(criterion, met) => set(&mut answer.criteria, criterion, *met),
            Self::Tick(sample, what, ticked) => answer.tick(sample, what, *ticked),
            Self::Write(Field::Reason, text) => answer.reason = text.clone(),
            Self::Write(Field::Ground, text) => answer.ground = text.clone(),
            Self::Write(Field::Note, text) => answer.note = text.clone(),
            Self::Write(Field::By, text) => answer.by = text.clone(),
            Self::Assume(assumed) => answer.assumed = *assumed,
            Self::Ask(ask) => answer.ask = *ask,
            Self::Ready(asked, state) => document(answer, asked).state = *state,
            Self::Describe(asked, field, text) => {
                let evidence = document(answer, asked);
                let place = match field {
                    EvidenceField::Title => &mut evidence.title,
                    EvidenceField::Where => &mut evidence.where_kept,
                    EvidenceField::Date => &mut evidence.date,
                    EvidenceField::ValidUntil => &mut evidence.valid_until,
                    EvidenceField::Sha256 => &mut evidence.sha256,
                };
                *place = text.clone();
            }
            Self::Confirm => {}
        }
    }
}

/// Changes the answer to one indicator, made where there is none yet and removed once it is empty.
fn change(answers: &mut Map<Rc<Answer>>, id: &Text, edit: &AnswerEdit, at: &Text) {
    let mut answer = answers.get(id).map_or_else(Answer::default, |held| (**held).clone());
    edit.apply(&mut answer);
    answer.at = Text::default();
    if answer.is_empty() {
        answers.remove(id);
    } else {
        answer.at = at.clone();
        answers.insert(id.clone(), Rc::new(answer));
    }
}

/// Sets or removes a member of a map.
fn set<V>(map: &mut Map<V>, key: &Text, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key.clone(), value)),
        None => drop(map.remove(key)),
    }
}

/// The entry for a document asked for, made where there is none yet.
fn document<'a>(answer: &'a mut Answer, asked: &Text) -> &'a mut Evidence {
    let place = answer.evidence.iter().position(|evidence| evidence.asked == *asked).unwrap_or_else(|| {
        answer.evidence.push(Evidence { asked: asked.clone(), ..Evidence::default() });
        answer.evidence.len() - 1
    });
    &mut answer.evidence[place]
}

fn remove_sample(assessment: &mut Assessment, id: &Text) {
    assessment.samples.retain(|sample| sample.id != *id);
    for held in assessment
        .answers
        .values_mut()
        .filter(|held| held.samples.contains_key(id) || held.ticks.iter().any(|(of, _)| of == id))
    {
        let answer = Rc::make_mut(held);
        answer.samples.remove(id);
        answer.ticks.retain(|(of, _)| of != id);
        answer.copied.retain(|copied| copied != id);
    }
}

/// A new year's assessment begun from an older one: every answer copied and marked unconfirmed, and what is still
/// to be done; results, status, milestones and what was ticked stay behind. Where the published answer was below the
/// own one, what `say` says of it stands behind the note. The published score joins the results of other years.
#[must_use]
pub fn carried_over(
    rubric: &Rubric,
    old: &Assessment,
    id: Text,
    year: Option<u16>,
    at: &Text,
    say: &dyn Fn(&Gap) -> String,
) -> Assessment {
    let mut answers: Map<Rc<Answer>> = old
        .answers
        .iter()
        .map(|(id, held)| {
            let answer = Answer { unconfirmed: true, ticks: Vec::new(), ..(**held).clone() };
            (id.clone(), Rc::new(answer))
        })
        .collect();
    let none = Official::default();
    let official = old.official.as_ref().unwrap_or(&none);
    for gap in gaps(rubric, old, official).1.iter().filter(|gap| gap.by > 0) {
        let Some((_, indicator)) = gap.places(rubric) else { continue };
        let Some(held) = indicator.and_then(|indicator| answers.get_mut(&indicator.id)) else { continue };
        let answer = Rc::make_mut(held);
        let between = if answer.note.is_empty() { "" } else { "\n" };
        answer.note = format!("{}{between}{}", answer.note, say(gap)).into();
    }
    let mut history = old.history.clone();
    if let (Some(year), Some(score)) = (old.assessment_year, official.score) {
        let past = Past { year, rubric: old.rubric.id.clone(), score, ..Past::default() };
        if !history.contains(&past) {
            history.push(past);
        }
    }
    Assessment {
        id,
        rubric: old.rubric.clone(),
        unit: old.unit.clone(),
        assessment_year: year,
        mode: old.mode,
        samples: old.samples.clone(),
        actions: old.actions.iter().filter(|one| one.headway.is_open()).cloned().collect(),
        oversight: old.oversight.iter().filter(|one| one.is_open()).cloned().collect(),
        practice: old.practice,
        answers,
        history,
        created_at: at.clone(),
        updated_at: at.clone(),
        ..Assessment::default()
    }
}
