//! Putting returned shares back together, indicator by indicator.
//!
//! Invariant: of answers that contradict each other none counts until one is chosen, and none is lost when one is; merging
//! in any order, or twice, comes to the same.
//!
//! Answers are ordered by what they say ([`covers`]): one that says all of another and more takes its place, and a blank
//! says nothing. Of one post only what it said last is held, where nobody has chosen or changed anything since. All that
//! is held and not shown stays [`Conflict::beneath`], because what covers it may itself be corrected. So what is held is
//! a union of what was ever said, what is shown is a view of that, and neither asks who came first.

mod covers;

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, EvidenceState, Kept};
use super::date::is_later;
use super::map::Map;
use super::order::sorted;

pub use covers::{covers, is_emptied};

/// Most indicators of which something is held, and most answers to one of them of each kind.
pub const MAX_HELD: (usize, usize) = (2_000, 100);

/// What was offered for one indicator and contradicts what else was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Answers side by side, at least two; none once one was chosen.
    pub answers: Vec<Rc<Answer>>,
    /// Those that were not chosen.
    pub aside: Vec<Rc<Answer>>,
    /// Those of which what is shown says all and more.
    pub beneath: Vec<Rc<Answer>>,
    /// What was last heard of each post.
    pub heard: Vec<Heard>,
    /// Unknown members.
    pub kept: Kept,
}

impl Conflict {
    /// Of answers side by side the one that was chosen before the others came; none where none was, or it cannot be told.
    #[must_use]
    pub fn chosen_before(&self) -> Option<&Rc<Answer>> {
        let chosen = !self.aside.is_empty() || self.heard.iter().any(|one| one.settled);
        let is_news =
            |own: &Answer| self.heard.iter().any(|one| !one.settled && one.by == own.by && one.at == own.at);
        let mut stood =
            self.answers.iter().filter(|own| !own.at.is_empty() && !is_emptied(own) && !is_news(own));
        let first = stood.next().filter(|_| chosen);
        first.filter(|_| stood.next().is_none())
    }
}

/// When a post last answered, so that its next answer takes the place of that one, and an older one says nothing new.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heard {
    /// The post; empty for what nobody signed.
    pub by: Text,
    /// When it answered.
    pub at: Text,
    /// Whether a choice was made since: what it had said by then is the coordinator's to change.
    pub settled: bool,
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
    /// There would be more than a file can hold.
    Full,
}

/// What merging does to one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It gets an answer, or one that says more.
    Taken,
    /// What a post answered before gives way to what it answers now.
    Corrected,
    /// Answers contradict each other: one is to be chosen.
    Open,
    /// It is another answer than what stands there, and older than what its post said since.
    Late,
    /// Nothing that is not there already.
    Same,
}

/// Merges a returned share.
///
/// # Errors
/// [`Misfit`]; nothing has changed then.
pub fn merge(into: &mut Assessment, part: &Assessment) -> Result<(), Misfit> {
    fits(into, part)?;
    let mut after = into.clone();
    for (id, answer) in part.answers.iter() {
        join(&mut after, id, &signed(into, part, answer));
    }
    for own in after.parts.iter_mut().filter(|own| own.id == part.part) {
        // As texts: of two times the greater, whichever came first.
        if own.returned < part.updated_at {
            own.returned = part.updated_at.clone();
        }
    }
    if is_full(&after) {
        return Err(Misfit::Full);
    }
    *into = after;
    Ok(())
}

/// An answer as its share offers it: what was given there is its post's, where it names nobody or another post that has
/// a share of its own. So no share corrects what another one said.
fn signed(into: &Assessment, part: &Assessment, answer: &Rc<Answer>) -> Rc<Answer> {
    let mut offered = answer.clone();
    let another = |by: &Text| into.parts.iter().any(|own| own.by == *by && own.id != part.part);
    let given = part.share().filter(|share| share.gave(answer));
    if let Some(share) = given.filter(|_| answer.by.is_empty() || another(&answer.by)) {
        Rc::make_mut(&mut offered).by = share.by.clone();
    }
    offered
}

/// Whether it holds more than a file can.
fn is_full(assessment: &Assessment) -> bool {
    let (indicators, each) = MAX_HELD;
    assessment.answers.len().max(assessment.conflicts.len()) > indicators
        || assessment.conflicts.values().any(|held| {
            [held.answers.len(), held.aside.len(), held.beneath.len(), held.heard.len()]
                .iter()
                .any(|most| *most > each)
        })
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
        // Another answer of its post took its place, perhaps one that came along with it.
        let late = parts.iter().any(|part| is_late(before, &after, part, id));
        let fate = if after.is_open(id) && waits(before) != waits(&after) {
            Fate::Open
        } else if covers(then, now) {
            if late { Fate::Late } else { Fate::Same }
        } else if covers(now, then) && !late {
            Fate::Taken
        } else {
            Fate::Corrected
        };
        fates.push((id.clone(), fate));
    }
    fates
}

/// Whether a share gave an answer that was never heard and is nowhere in what the shares came to.
fn is_late(before: &Assessment, after: &Assessment, part: &Assessment, id: &Text) -> bool {
    let Some((share, given)) = part.share().zip(part.answers.get(id)) else { return false };
    let given = &signed(before, part, given);
    let known = |held: &Conflict| held.heard.iter().any(|one| one.by == given.by && one.at == given.at);
    let blank = given.is_empty() || is_emptied(given);
    if blank || !share.gave(given) || before.conflicts.get(id).is_some_and(known) {
        return false;
    }
    let held = after.conflicts.get(id);
    let mut all = held.iter().flat_map(|held| [&held.answers, &held.aside, &held.beneath]).flatten();
    !all.any(|one| covers(one, given)) && !after.answers.get(id).is_some_and(|one| covers(one, given))
}

/// Adds an answer to what is held for an indicator, unless it was put aside before or its post has said something since.
fn join(into: &mut Assessment, id: &Text, offered: &Rc<Answer>) {
    let mut held = into.conflicts.get(id).cloned().unwrap_or_default();
    let mut all: Vec<Rc<Answer>> = std::mem::take(&mut held.answers);
    all.append(&mut held.beneath);
    // A blank of the coordinator's says nothing.
    all.extend(into.answers.get(id).filter(|own| !is_emptied(own)).cloned());
    if offered.is_empty()
        || all.contains(offered)
        || held.aside.iter().any(|aside| covers(aside, offered))
        || !hear(&mut held.heard, &mut all, offered)
    {
        return;
    }
    all.push(offered.clone());
    let (marks, said): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|one| is_emptied(one));
    let mut shown = strongest(&said);
    let stands = |mark: &Rc<Answer>| shown.iter().any(|one| !is_later(&one.at, &mark.at));
    let standing: Vec<_> = strongest(&marks).into_iter().filter(stands).collect();
    shown.extend(standing);
    let covered = |one: &&Rc<Answer>| !shown.contains(one);
    held.beneath = sorted(&all, Ord::cmp).into_iter().filter(covered).cloned().collect();
    held.beneath.dedup();
    show(into, id, held, shown);
}

/// Holds what is shown of an indicator: one is its answer, several wait for a choice.
fn show(into: &mut Assessment, id: &Text, mut held: Conflict, shown: Vec<Rc<Answer>>) {
    held.answers.clear();
    if let [one] = shown.as_slice() {
        into.answers.insert(id.clone(), one.clone());
    } else if !shown.is_empty() {
        into.answers.remove(id);
        held.answers = shown;
    }
    put(into, id, held);
}

/// Notes when a post answered, and takes out what it said before; whether what is offered is news.
fn hear(heard: &mut Vec<Heard>, all: &mut Vec<Rc<Answer>>, offered: &Answer) -> bool {
    let Answer { by, at, .. } = offered;
    if at.is_empty() {
        return true;
    }
    let outdated = |own: &Rc<Answer>| by.is_empty() && own.by.is_empty() && is_later(&own.at, at);
    let known = heard.iter().position(|one| one.by == *by && (one.at == *at || is_later(&one.at, at)));
    if all.iter().any(outdated) {
        // It came along with the share, and was changed here since.
        return false;
    }
    if let Some(one) = known.and_then(|known| heard.get(known)) {
        let again = one.at == *at && !one.settled;
        return again && (is_emptied(offered) || all.iter().any(|own| own.by == *by && own.at == *at));
    }
    if is_emptied(offered) {
        // An answer taken back stands beside what it was; it takes the place of nothing.
        return true;
    }
    let before = heard.iter().position(|one| one.by == *by && is_later(at, &one.at));
    let last = before.map(|before| heard.remove(before)).filter(|last| !last.settled);
    all.retain(|own| {
        let given = last.as_ref().is_some_and(|last| last.at == own.at);
        let taken_back = is_emptied(own) && is_later(at, &own.at);
        own.by != *by || !(given || taken_back)
    });
    let news = Heard { by: by.clone(), at: at.clone(), ..Heard::default() };
    let place = heard.iter().position(|one| *one > news).unwrap_or(heard.len());
    heard.insert(place, news);
    true
}

/// What the coordinator changes stands for all that it covered; an indicator made blank may be heard of anew.
pub(super) fn changed_here(into: &mut Assessment, id: &Text) {
    let Some(mut held) = into.conflicts.get(id).cloned() else { return };
    held.beneath.clear();
    if held.answers.is_empty() && into.answers.get(id).is_none_or(|own| covers::is_bare(own)) {
        held.heard.clear();
    }
    put(into, id, held);
}

/// Puts answers that came by another way than a share, and were not there `before`, beside those that wait for a choice:
/// of none of them there is an answer until one is chosen.
pub fn keep_open(assessment: &mut Assessment, before: &Assessment) {
    for (id, held) in before.conflicts.iter().filter(|(_, held)| !held.answers.is_empty()) {
        let came = assessment.answers.get(id).filter(|own| before.answers.get(id) != Some(own)).cloned();
        let (Some(own), Some(mut held)) = (came, assessment.conflicts.get(id).or(Some(held)).cloned()) else {
            continue;
        };
        held.answers.push(own);
        let shown = strongest(&held.answers);
        show(assessment, id, held, shown);
    }
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
    let blank = answer.is_empty() || is_emptied(&answer);
    if was_open && !blank {
        for other in &others {
            absorb(&mut answer, other);
        }
    }
    others.append(&mut conflict.aside);
    others.retain(|other| other != chosen);
    conflict.aside = strongest(&others);
    conflict.beneath.clear();
    for heard in &mut conflict.heard {
        heard.settled = true;
    }
    if blank {
        assessment.answers.remove(id);
    } else {
        assessment.answers.insert(id.clone(), answer.into());
    }
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
