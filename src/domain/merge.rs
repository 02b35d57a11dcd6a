//! Putting returned shares back together, indicator by indicator.
//!
//! Invariant: of answers that contradict each other none counts until one is chosen, and none is lost when one is; merging
//! in any order, or twice, comes to the same.
//!
//! Answers are ordered by what they say: one that says all of another and more takes its place, and a blank says
//! nothing. What is kept of an indicator is always the answers that no other takes the place of. That is a join, and a
//! join does not ask who came first. One such answer is the answer; several are a [`Conflict`].

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Evidence, EvidenceState, Kept};
use super::map::Map;
use super::order::sorted;

/// What was offered for one indicator and contradicts what else was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Answers side by side, at least two; none once one was chosen.
    pub answers: Vec<Rc<Answer>>,
    /// Those that were not chosen.
    pub aside: Vec<Rc<Answer>>,
    /// Unknown members.
    pub kept: Kept,
}

/// Why a share cannot be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It is no share.
    Whole,
    /// It is a share of another assessment.
    OtherAssessment,
    /// It answers another instrument.
    OtherRubric,
}

/// What merging does to one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It gets an answer, or one that says more.
    Taken,
    /// Answers contradict each other: one is to be chosen.
    Open,
    /// Nothing that is not there already.
    Same,
}

/// Merges a returned share.
///
/// # Errors
/// [`Misfit`]; nothing has changed then.
pub fn merge(into: &mut Assessment, part: &Assessment) -> Result<(), Misfit> {
    fits(into, part)?;
    for (id, answer) in part.answers.iter() {
        let mut offered = answer.clone();
        if let Some(share) = part.share().filter(|share| share.gave(answer) && answer.by.is_empty()) {
            Rc::make_mut(&mut offered).by = share.by.clone();
        }
        join(into, id, offered);
    }
    for own in into.parts.iter_mut().filter(|own| own.id == part.part) {
        // As texts: of two times the greater, whichever came first.
        if own.returned < part.updated_at {
            own.returned = part.updated_at.clone();
        }
    }
    Ok(())
}

/// Whether a share belongs to an assessment.
///
/// # Errors
/// [`Misfit`].
pub fn fits(into: &Assessment, part: &Assessment) -> Result<(), Misfit> {
    if !part.is_part() || into.is_part() {
        Err(Misfit::Whole)
    } else if into.id != part.id {
        Err(Misfit::OtherAssessment)
    } else if into.rubric.id != part.rubric.id {
        Err(Misfit::OtherRubric)
    } else {
        Ok(())
    }
}

/// What merging these shares, all of which fit, does to each indicator answered in any of them.
#[must_use]
pub fn fates(before: &Assessment, parts: &[Rc<Assessment>]) -> Vec<(Text, Fate)> {
    let mut after = before.clone();
    let mut touched = Map::new();
    for part in parts.iter().filter(|part| merge(&mut after, part).is_ok()) {
        for id in part.answers.keys() {
            touched.insert(id.clone(), ());
        }
    }
    let none = Answer::default();
    let mut fates = Vec::new();
    for id in touched.keys() {
        let (then, now) = (before.answer(id).unwrap_or(&none), after.answer(id).unwrap_or(&none));
        let waits = |state: &Assessment| state.conflicts.get(id).map(|conflict| conflict.answers.clone());
        let fate = if after.is_open(id) && waits(before) != waits(&after) {
            Fate::Open
        } else if covers(then, now) {
            Fate::Same
        } else {
            Fate::Taken
        };
        fates.push((id.clone(), fate));
    }
    fates
}

/// Adds an answer to what is held for an indicator, unless it was put aside before.
fn join(into: &mut Assessment, id: &Text, offered: Rc<Answer>) {
    let mut conflict = into.conflicts.get(id).cloned().unwrap_or_default();
    if conflict.aside.iter().any(|aside| covers(aside, &offered)) {
        return;
    }
    let mut all = std::mem::take(&mut conflict.answers);
    all.extend(into.answers.get(id).cloned());
    all.push(offered);
    let mut left = strongest(&all);
    if let [_] = left.as_slice()
        && let Some(one) = left.pop()
    {
        into.answers.insert(id.clone(), one);
    } else {
        into.answers.remove(id);
        conflict.answers = left;
    }
    put(into, id, conflict);
}

/// Takes one of the answers side by side, or one put aside, as the answer; the others are put aside. Notes, documents and
/// ticks of those side by side with it join it where they contradict nothing.
pub(super) fn decide(assessment: &mut Assessment, id: &Text, chosen: &Rc<Answer>) {
    let mut conflict = assessment.conflicts.get(id).cloned().unwrap_or_default();
    let was_open = !conflict.answers.is_empty();
    let mut others = std::mem::take(&mut conflict.answers);
    others.extend(assessment.answers.get(id).cloned());
    others.retain(|other| other != chosen);
    let mut answer = (**chosen).clone();
    if was_open {
        for other in &others {
            absorb(&mut answer, other);
        }
    }
    others.append(&mut conflict.aside);
    others.retain(|other| other != chosen);
    conflict.aside = strongest(&others);
    assessment.answers.insert(id.clone(), answer.into());
    put(assessment, id, conflict);
}

fn put(into: &mut Assessment, id: &Text, conflict: Conflict) {
    if conflict == Conflict::default() {
        into.conflicts.remove(id);
    } else {
        into.conflicts.insert(id.clone(), conflict);
    }
}

/// Those that no other takes the place of, in an order of their own.
fn strongest(all: &[Rc<Answer>]) -> Vec<Rc<Answer>> {
    let mut left: Vec<Rc<Answer>> = Vec::new();
    for one in sorted(all, Ord::cmp) {
        // Where two say the same, the later in this order stands for both.
        let yields = |held: &Answer| covers(one, held);
        left.retain(|held| !yields(held));
        if !left.iter().any(|held| covers(held, one)) {
            left.push(one.clone());
        }
    }
    left
}

/// Whether one answer says all that another says. Who answered and when says nothing by itself.
#[must_use]
pub fn covers(wide: &Answer, narrow: &Answer) -> bool {
    let longer = |wide: &Text, narrow: &Text| wide.starts_with(&**narrow);
    let documents = || narrow.evidence.iter().all(|one| wide.evidence.iter().any(|other| shows(other, one)));
    longer(&wide.note, &narrow.note)
        && (wide.ask || !narrow.ask)
        && within(&wide.ticks, &narrow.ticks)
        && within(&wide.kept, &narrow.kept)
        && longer(&wide.reason, &narrow.reason)
        && longer(&wide.ground, &narrow.ground)
        && documents()
        && (is_bare(narrow) || is_given_anew(wide, narrow) || answers_as(wide, narrow))
}

/// Whether nothing is answered yet.
fn is_bare(answer: &Answer) -> bool {
    answer.choice.is_none()
        && answer.typed.is_empty()
        && answer.samples.is_empty()
        && answer.criteria.is_empty()
}

/// An answer copied from an older assessment gives way to one that someone gave.
fn is_given_anew(wide: &Answer, narrow: &Answer) -> bool {
    narrow.unconfirmed && !wide.unconfirmed && !is_bare(wide)
}

/// Whether what `narrow` answers is what `wide` answers, as far as it does.
fn answers_as(wide: &Answer, narrow: &Answer) -> bool {
    // An answer as a whole takes the place of those per sample: it is another one.
    let opens = narrow.choice.is_none() && narrow.samples.is_empty();
    (wide.choice == narrow.choice || opens)
        && (narrow.typed.is_empty() || wide.typed == narrow.typed)
        && narrow.samples.iter().all(|(id, choice)| wide.samples.get(id) == Some(choice))
        && narrow.criteria.iter().all(|(id, met)| wide.criteria.get(id) == Some(met))
        && wide.assumed == narrow.assumed
        && (narrow.unconfirmed || !wide.unconfirmed)
}

/// Whether one entry says all that another says of the same document.
fn shows(wide: &Evidence, narrow: &Evidence) -> bool {
    let same = |wide: &Text, narrow: &Text| narrow.is_empty() || wide == narrow;
    wide.asked == narrow.asked
        && same(&wide.title, &narrow.title)
        && same(&wide.where_kept, &narrow.where_kept)
        && same(&wide.date, &narrow.date)
        && same(&wide.valid_until, &narrow.valid_until)
        && same(&wide.sha256, &narrow.sha256)
        && (narrow.state == EvidenceState::None || wide.state == narrow.state)
        && within(&wide.kept, &narrow.kept)
}

fn within(wide: &Kept, narrow: &Kept) -> bool {
    narrow.iter().all(|one| wide.contains(one))
}

/// Adds what another says beside its answer.
fn absorb(answer: &mut Answer, other: &Answer) {
    if !answer.note.contains(&*other.note) {
        let (between, colon) =
            (if answer.note.is_empty() { "" } else { "\n" }, if other.by.is_empty() { "" } else { ": " });
        answer.note = [&*answer.note, between, &other.by, colon, &other.note].concat().into();
    }
    answer.ask |= other.ask;
    for (sample, what) in &other.ticks {
        answer.tick(sample, what, true);
    }
    for (into, from) in [(&mut answer.reason, &other.reason), (&mut answer.ground, &other.ground)] {
        fill(into, from);
    }
    for one in &other.evidence {
        match answer.evidence.iter_mut().find(|held| held.asked == one.asked) {
            Some(held) => {
                for (into, from) in [
                    (&mut held.title, &one.title),
                    (&mut held.where_kept, &one.where_kept),
                    (&mut held.date, &one.date),
                    (&mut held.valid_until, &one.valid_until),
                    (&mut held.sha256, &one.sha256),
                ] {
                    fill(into, from);
                }
                if held.state == EvidenceState::None {
                    held.state = one.state;
                }
            }
            None => answer.evidence.push(one.clone()),
        }
    }
}

fn fill(into: &mut Text, from: &Text) {
    if into.is_empty() {
        *into = from.clone();
    }
}
