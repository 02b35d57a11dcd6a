//! What was agreed to be done about a finding, and how far it has come.
//!
//! Invariant: a follow-up never changes an answer or a score, and nothing typed into it is refused.

use std::cmp::Ordering;

use super::Text;
use super::assessment::Kept;
use super::date::Date;
use super::number::Decimal;
use super::order::places;

/// Where a finding comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// *Penilaian mandiri.*
    #[default]
    Own,
    /// *Verifikasi.*
    Verification,
    /// *Hasil resmi.*
    Official,
    /// *LHE*, the report of an evaluation.
    Evaluation,
    /// *SKM*, the survey of users.
    Survey,
}

impl Source {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Own, Self::Verification, Self::Official, Self::Evaluation, Self::Survey];
}

/// How far something has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headway {
    /// *Belum ditindaklanjuti.*
    #[default]
    None,
    /// *Dalam proses.*
    Underway,
    /// *Selesai.*
    Done,
    /// *Tidak dapat ditindaklanjuti.*
    Barred,
}

impl Headway {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::None, Self::Underway, Self::Done, Self::Barred];

    /// Whether there is still something to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::None | Self::Underway)
    }
}

/// One thing to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// Unique within the assessment.
    pub id: Text,
    /// Where the finding comes from.
    pub source: Source,
    /// What was found.
    pub finding: Text,
    /// What is to be done.
    pub action: Text,
    /// What there is afterwards.
    pub output: Text,
    /// Who sees to it: a post, never a name.
    pub responsible: Text,
    /// Until when, as typed.
    pub due: Text,
    /// What shows that it is done.
    pub evidence: Text,
    /// How far it has come.
    pub headway: Headway,
    /// Why it cannot be done.
    pub reason: Text,
    /// Id of the indicator it is about; may be empty.
    pub indicator: Text,
    /// The level it leads to, or the percentage of criteria met, where it is a step of the plan.
    pub level: Option<Decimal>,
    /// Unknown members.
    pub kept: Kept,
}

/// Which text of a follow-up is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was found.
    Finding,
    /// What is to be done.
    Action,
    /// What there is afterwards.
    Output,
    /// Who sees to it.
    Responsible,
    /// Until when.
    Due,
    /// What shows that it is done.
    Evidence,
    /// Why it cannot be done.
    Reason,
    /// The indicator it is about.
    Indicator,
}

/// What to change about a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowUpEdit {
    /// Say where the finding comes from.
    From(Source),
    /// Say how far it has come.
    Come(Headway),
    /// Set a text.
    Write(Part, Text),
    /// Take it off the list.
    Remove,
}

impl FollowUp {
    /// Its text of this kind.
    #[must_use]
    pub const fn text(&self, part: Part) -> &Text {
        match part {
            Part::Finding => &self.finding,
            Part::Action => &self.action,
            Part::Output => &self.output,
            Part::Responsible => &self.responsible,
            Part::Due => &self.due,
            Part::Evidence => &self.evidence,
            Part::Reason => &self.reason,
            Part::Indicator => &self.indicator,
        }
    }

    const fn place(&mut self, part: Part) -> &mut Text {
        match part {
            Part::Finding => &mut self.finding,
            Part::Action => &mut self.action,
            Part::Output => &mut self.output,
            Part::Responsible => &mut self.responsible,
            Part::Due => &mut self.due,
            Part::Evidence => &mut self.evidence,
            Part::Reason => &mut self.reason,
            Part::Indicator => &mut self.indicator,
        }
    }

    /// Days from today to its end, less than nought once that has passed; none where nothing is left to do or the
    /// end cannot be read.
    #[must_use]
    pub fn days_left(&self, today: Option<Date>) -> Option<i64> {
        days_left(self.headway.is_open(), &self.due, today)
    }
}

/// Days from today to a day that was typed, where that still matters.
pub(super) fn days_left(is_open: bool, due: &str, today: Option<Date>) -> Option<i64> {
    let due = Date::read(due).filter(|_| is_open)?;
    Some(due.days_from(today?))
}

/// Adds follow-ups; each without an id is given one.
pub fn add(list: &mut Vec<FollowUp>, new: &[FollowUp]) {
    for one in new {
        let id = if one.id.is_empty() { fresh(&ids(list)) } else { one.id.clone() };
        list.push(FollowUp { id, ..one.clone() });
    }
}

/// Changes the follow-up of this id.
pub fn change(list: &mut Vec<FollowUp>, id: &Text, edit: &FollowUpEdit) {
    let Some(place) = list.iter().position(|one| one.id == *id) else { return };
    match (edit, list.get_mut(place)) {
        (FollowUpEdit::From(source), Some(one)) => one.source = *source,
        (FollowUpEdit::Come(headway), Some(one)) => one.headway = *headway,
        (FollowUpEdit::Write(part, text), Some(one)) => {
            *one.place(*part) = text.clone();
            // The level was one of the indicator before.
            one.level = one.level.filter(|_| *part != Part::Indicator);
        }
        (FollowUpEdit::Remove, _) => drop(list.remove(place)),
        _ => {}
    }
}

/// Their ids.
#[must_use]
pub fn ids(list: &[FollowUp]) -> Vec<Text> {
    list.iter().map(|one| one.id.clone()).collect()
}

/// The smallest number that none of these ids is.
#[must_use]
pub fn fresh(taken: &[Text]) -> Text {
    let mut number = 1_usize;
    loop {
        let id = number.to_string();
        if taken.iter().all(|own| **own != *id) {
            return id.into();
        }
        number += 1;
    }
}

/// The places of the follow-ups: what is left to do by its end, undated last, then what is not.
#[must_use]
pub fn by_due(list: &[FollowUp]) -> Vec<usize> {
    let ends: Vec<_> = list.iter().map(|one| (one.headway.is_open(), Date::read(&one.due))).collect();
    in_order(&ends)
}

/// The places of things that are open or not and have an end or not.
pub(super) fn in_order(ends: &[(bool, Option<Date>)]) -> Vec<usize> {
    places(ends.len(), &|one, other| match (ends.get(one), ends.get(other)) {
        (Some((open, due)), Some((other_open, other_due))) => {
            other_open.cmp(open).then(due.is_none().cmp(&other_due.is_none())).then(due.cmp(other_due))
        }
        _ => Ordering::Equal,
    })
}

/// Those of `new` that are not on the list already: still open about the same indicator, or done up to the level
/// that they lead to. Where no level was noted, what there is afterwards tells.
#[must_use]
pub fn missing(list: &[FollowUp], new: Vec<FollowUp>) -> Vec<FollowUp> {
    let mut new = new;
    let is_done = |held: &FollowUp, step: &FollowUp| match held.level {
        Some(level) => step.level.is_some_and(|to| to <= level),
        None => held.output == step.output,
    };
    let is_there = |held: &FollowUp, step: &FollowUp| {
        held.indicator == step.indicator
            && (held.headway.is_open() || held.headway == Headway::Done && is_done(held, step))
    };
    new.retain(|step| !list.iter().any(|held| is_there(held, step)));
    new
}
