//! Changes to one answer.
//!
//! Invariant: what is no number of the scale is kept as typed, and whatever is changed counts as looked at.

use std::rc::Rc;

use super::set;
use crate::domain::Text;
use crate::domain::assessment::{Answer, Choice, Evidence, EvidenceState, Met};
use crate::domain::map::Map;

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

impl AnswerEdit {
    /// Whether this change of an answer continues the typing of `earlier`.
    pub(in crate::domain) fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Write(new, _), Self::Write(old, _)) => new == old,
            (Self::Describe(asked, new, _), Self::Describe(other, old, _)) => {
                asked == other && new == old && *new != EvidenceField::Sha256
            }
            (
                Self::Type(_) | Self::Choose(Choice::Value(_)),
                Self::Type(_) | Self::Choose(Choice::Value(_)),
            ) => true,
            _ => false,
        }
    }

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
pub(in crate::domain) fn change(answers: &mut Map<Rc<Answer>>, id: &Text, edit: &AnswerEdit, at: &Text) {
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

/// The entry for a document asked for, made where there is none yet.
fn document<'a>(answer: &'a mut Answer, asked: &Text) -> &'a mut Evidence {
    let place = answer.evidence.iter().position(|evidence| evidence.asked == *asked).unwrap_or_else(|| {
        answer.evidence.push(Evidence { asked: asked.clone(), ..Evidence::default() });
        answer.evidence.len() - 1
    });
    &mut answer.evidence[place]
}
