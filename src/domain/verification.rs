//! What a verifier found in the answers of an office: a level of their own, a finding and a note to each.
//!
//! Invariant: nothing here changes an answer of the office; a verified result is that of the office's answers with
//! the verified ones in their place.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Kept};
use super::edit::{AnswerEdit, change, set};
use super::map::Map;
use super::rubric::{Indicator, Mode, Rubric};
use super::scorecard::Scorecard;
use super::scorecard::item::{Item, Values};

/// What a verifier says of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// *Sesuai.*
    Agree,
    /// *Perbaiki.*
    Improve,
    /// *Bukti tidak sesuai.*
    Mismatch,
}

impl Finding {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Improve, Self::Mismatch];
}

/// Everything that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Who verifies: a post, never a name.
    pub by: Text,
    /// When it was last changed, as a time with offset.
    pub at: Text,
    /// By indicator id: the verified answer, and the note that goes with it.
    pub answers: Map<Rc<Answer>>,
    /// By indicator id: what is said of the office's answer.
    pub findings: Map<Finding>,
    /// By indicator id: the time of the office's answer that it is said of; empty where that had none.
    pub of: Map<Text>,
    /// Unknown members, and what could not be read.
    pub kept: Kept,
}

/// One change to a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerificationEdit {
    /// Say who verifies.
    By(Text),
    /// Change the verified answer to the indicator with this id, or its note.
    Answer(Text, AnswerEdit),
    /// Say something of the answer to the indicator with this id; none takes it back.
    Find(Text, Option<Finding>),
}

/// How many indicators that count have a verified answer, and how many there are.
pub type Count = (usize, usize);

impl Verification {
    /// The verified answer to an indicator, where one was given.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.get(id).map(Rc::as_ref).filter(|answer| is_given(answer))
    }

    /// What is written beside it.
    #[must_use]
    pub fn note(&self, id: &str) -> Text {
        self.answers.get(id).map(|answer| answer.note.clone()).unwrap_or_default()
    }

    /// Whether anything was said of an indicator.
    #[must_use]
    pub fn says(&self, id: &str) -> bool {
        self.findings.contains_key(id) || self.answers.contains_key(id)
    }
}

impl VerificationEdit {
    pub(super) fn apply(&self, assessment: &mut Assessment, at: &Text) {
        let mut held = assessment.verification.take().unwrap_or_default();
        match self {
            Self::By(by) => held.by = by.clone(),
            Self::Answer(id, edit) => {
                // One level stands for all products, persons and criteria; none takes back what was said of each.
                if matches!(edit, AnswerEdit::Choose(_) | AnswerEdit::Clear) {
                    held.put(id, None, assessment.mode, at);
                }
                change(&mut held.answers, id, edit, at);
                if !matches!(edit, AnswerEdit::Write(..)) {
                    held.settle(id, assessment);
                }
            }
            Self::Find(id, finding) => {
                let copied = held.findings.get(id) == Some(&Finding::Agree);
                set(&mut held.findings, id, *finding);
                if *finding == Some(Finding::Agree) {
                    held.put(id, assessment.answer(id), assessment.mode, at);
                } else if copied {
                    // What was only the office's own is none of the verifier's once they no longer agree.
                    held.put(id, None, assessment.mode, at);
                }
            }
        }
        if let Self::Answer(id, _) | Self::Find(id, _) = self {
            let of = held.says(id).then(|| time_of(assessment, id));
            set(&mut held.of, id, of);
        }
        held.at = at.clone();
        if held != (Verification { at: at.clone(), ..Verification::default() }) {
            assessment.verification = Some(held);
        }
    }

    /// Whether this change continues the typing of `earlier`.
    pub(super) fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::By(_), Self::By(_)) => true,
            (Self::Answer(id, new), Self::Answer(other, old)) => id == other && new.continues(old),
            _ => false,
        }
    }
}

impl Verification {
    /// Keeps the finding true to the verified answer: the same as the office's is agreed with, another is not.
    fn settle(&mut self, id: &Text, assessment: &Assessment) {
        let finding = self.findings.get(id).copied();
        if matches!(finding, Some(Finding::Improve | Finding::Mismatch)) {
            return;
        }
        let mut own = Answer::default();
        counts(&mut own, assessment.answer(id), assessment.mode);
        let settled = self.answer(id).map(|verified| {
            let same = (verified.choice, &verified.samples, &verified.criteria)
                == (own.choice, &own.samples, &own.criteria);
            if same { Finding::Agree } else { Finding::Improve }
        });
        set(&mut self.findings, id, settled);
    }

    /// Puts what counts of an answer in the place of the verified one; its note stays.
    fn put(&mut self, id: &Text, from: Option<&Answer>, mode: Mode, at: &Text) {
        let mut verified = self.answers.get(id).map(|held| (**held).clone()).unwrap_or_default();
        counts(&mut verified, from, mode);
        verified.typed = Text::default();
        verified.at = Text::default();
        if verified.is_empty() {
            self.answers.remove(id);
        } else {
            verified.at = at.clone();
            self.answers.insert(id.clone(), Rc::new(verified));
        }
    }
}

/// When the office last changed its answer; empty where there is none, or it bears no time.
pub(super) fn time_of(assessment: &Assessment, id: &str) -> Text {
    assessment.answer(id).map(|answer| answer.at.clone()).unwrap_or_default()
}

/// Whether what was found of an indicator was found of another answer than the office's present one.
#[must_use]
pub fn is_outdated(assessment: &Assessment, id: &str) -> bool {
    let of = assessment.verification.as_ref().and_then(|own| own.of.get(id));
    of.is_some_and(|of| *of != time_of(assessment, id))
}

/// Whether a verifier had the last word: something was found since the office last changed an answer.
#[must_use]
pub fn is_newest(assessment: &Assessment) -> bool {
    let at = assessment.verification.as_ref().map(|own| &own.at);
    at.is_some_and(|at| assessment.answers.values().all(|answer| answer.at <= *at))
}

/// Everything of which that holds, by id.
#[must_use]
pub fn outdated(assessment: &Assessment) -> Vec<Text> {
    let of = assessment.verification.iter().flat_map(|own| own.of.keys());
    of.filter(|id| is_outdated(assessment, id)).cloned().collect()
}

/// Whether an answer says what an indicator comes to.
fn is_given(answer: &Answer) -> bool {
    answer.choice.is_some() || !answer.samples.is_empty() || !answer.criteria.is_empty()
}

/// Sets what counts of an answer, in the way it is counted: criteria, or the one answer, or those per sample.
fn counts(verified: &mut Answer, from: Option<&Answer>, mode: Mode) {
    let none = Answer::default();
    let from = from.unwrap_or(&none);
    let by_criteria = mode == Mode::PerCriterion
        && !from.criteria.is_empty()
        && from.choice.is_none_or(|choice| choice.number().is_some());
    verified.choice = from.choice.filter(|_| !by_criteria);
    let sampled = !by_criteria && from.choice.is_none();
    verified.samples = if sampled { from.samples.clone() } else { Map::new() };
    verified.criteria = if by_criteria { from.criteria.clone() } else { Map::new() };
}

/// What an indicator comes to by the verifier; none where no answer was verified.
#[must_use]
pub fn item(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<Item> {
    let verified = assessment.verification.as_ref()?.answer(&indicator.id)?;
    let scale = rubric.scale_of(indicator)?;
    let mut alone =
        Assessment { mode: assessment.mode, samples: assessment.samples.clone(), ..Assessment::default() };
    if verified.choice.is_some() || verified.criteria.is_empty() {
        // A verifier may say a level where the office goes by criteria.
        alone.mode = Mode::PerLevel;
    }
    alone.answers.insert(indicator.id.clone(), Rc::new(verified.clone()));
    Some(Item::of(rubric, indicator, scale, &alone))
}

/// The result with verified answers in the place of the office's own; none where nothing was verified.
#[must_use]
pub fn scorecard(rubric: &Rubric, assessment: &Assessment) -> Option<Scorecard> {
    let verification = assessment.verification.as_ref()?;
    if count(rubric, assessment).0 == 0 {
        return None;
    }
    let mut verified = assessment.clone();
    for (_, indicator) in rubric.indicators() {
        let Some(held) = verified.answers.get_mut(&indicator.id) else { continue };
        if verification.answer(&indicator.id).is_some() {
            let answer = Rc::make_mut(held);
            (answer.assumed, answer.unconfirmed) = (false, false);
        }
        if verification.findings.get(&indicator.id) == Some(&Finding::Mismatch) {
            Rc::make_mut(held).evidence.clear();
        }
    }
    Some(Scorecard::with_items(rubric, &verified, &|(place, at), own| {
        let indicator = rubric.dimensions.get(place).and_then(|dimension| dimension.indicators.get(at));
        indicator.and_then(|indicator| item(rubric, assessment, indicator)).unwrap_or(own)
    }))
}

/// The result as far as it was verified: what was not stands open from its lowest to its highest, so there is no one
/// figure, of the whole or of a dimension, before all of it was; none where nothing was verified.
#[must_use]
pub fn so_far(rubric: &Rubric, assessment: &Assessment) -> Option<Scorecard> {
    let held = assessment.verification.as_ref()?;
    let (done, all) = count(rubric, assessment);
    if done == 0 || done == all {
        return scorecard(rubric, assessment);
    }
    let mut checked = assessment.clone();
    let ids: Vec<Text> = checked.answers.keys().filter(|id| held.answer(id).is_none()).cloned().collect();
    for id in &ids {
        checked.answers.remove(id);
    }
    let mut card = scorecard(rubric, &checked)?;
    (card.score.point, card.supported) = (None, None);
    for dimension in &mut card.dimensions {
        if !dimension.progress.is_complete() {
            dimension.score.point = None;
        }
    }
    Some(card)
}

/// How far the verification has come.
#[must_use]
pub fn count(rubric: &Rubric, assessment: &Assessment) -> Count {
    let verified = |indicator: &Indicator| item(rubric, assessment, indicator).is_some();
    counted(rubric, &verified)
}

/// The result with published answers to indicators in the place of the office's own; none where none was noted.
#[must_use]
pub fn official_scorecard(rubric: &Rubric, assessment: &Assessment) -> Option<Scorecard> {
    if official_count(rubric, assessment).0 == 0 {
        return None;
    }
    Some(Scorecard::with_items(rubric, assessment, &|(place, at), own| {
        let indicator = rubric.dimensions.get(place).and_then(|dimension| dimension.indicators.get(at));
        indicator.and_then(|indicator| official_item(rubric, assessment, indicator)).unwrap_or(own)
    }))
}

/// How many indicators that count have a published answer, and how many there are.
#[must_use]
pub fn official_count(rubric: &Rubric, assessment: &Assessment) -> Count {
    counted(rubric, &|indicator| official_item(rubric, assessment, indicator).is_some())
}

/// What an indicator comes to by what was published of it.
#[must_use]
pub fn official_item(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<Item> {
    let published = *assessment.official.as_ref()?.indicators.get(&indicator.id)?;
    let scale = rubric.scale_of(indicator)?;
    Some(Values::exactly(scale, published).resolve())
}

/// How many indicators that count have a verified answer that was found of the office's present one, and how many there are.
#[must_use]
pub fn current(rubric: &Rubric, assessment: &Assessment) -> Count {
    counted(rubric, &|one| item(rubric, assessment, one).is_some() && !is_outdated(assessment, &one.id))
}

fn counted(rubric: &Rubric, holds: &dyn Fn(&Indicator) -> bool) -> Count {
    let scored = || rubric.indicators().map(|(_, indicator)| indicator).filter(|one| one.is_scored());
    (scored().filter(|one| holds(one)).count(), scored().count())
}

/// Where the verified answer stands beside the office's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It comes to the same.
    Same,
    /// It is lower.
    Lower,
    /// It is higher.
    Higher,
    /// They cannot be held against each other: one is *tidak relevan*, blank, or answered in part.
    Apart,
}

/// How the verified answer to an indicator stands beside the office's own; none where nothing was verified.
#[must_use]
pub fn beside(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator) -> Option<Beside> {
    let verified = item(rubric, assessment, indicator)?;
    let own = Item::of(rubric, indicator, rubric.scale_of(indicator)?, assessment);
    let alike = own.leaves == verified.leaves && own.answered == verified.answered;
    Some(match (own.point, verified.point) {
        // Parts of different wholes may be the same number.
        (Some(own), Some(verified)) if alike => {
            let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
            match product(verified.num, own.den).cmp(&product(own.num, verified.den)) {
                Ordering::Less => Beside::Lower,
                Ordering::Equal => Beside::Same,
                Ordering::Greater => Beside::Higher,
            }
        }
        (None, None) if alike => Beside::Same,
        _ => Beside::Apart,
    })
}
