//! Two copies of one assessment that meet again: answers of one, with what verifiers found in either.
//!
//! Invariant: no answer of the office changes, and nothing found in either copy is lost but what was found anew.

use super::Text;
use super::assessment::{Assessment, Status};
use super::date::{Date, is_later};
use super::milestone::MAX_MILESTONES;
use super::status::{MAX_STEPS, StatusChange, same_answers};
use super::verification::{Verification, time_of};

/// Whether a copy says anything of a verification that the other does not.
#[must_use]
pub fn brings(copy: &Assessment, other: &Assessment) -> bool {
    copy.verification.as_ref().is_some_and(|own| other.verification.as_ref() != Some(own))
}

/// One copy with what was found in the other, and with the steps of its life. It comes to stand where the other does
/// only where both have the same answers: what was verified or approved there is what stands here. Else its steps are
/// marked as said of other answers, and so is what was found of an answer that is another here. A time here that is
/// after `today` comes of a wrong clock: what the other says of the same then stands.
#[must_use]
pub fn joined(here: &Assessment, other: &Assessment, today: Option<Date>) -> Assessment {
    let mut joined = here.clone();
    joined.verification = union(here.verification.as_ref(), timed(other).as_ref(), today);
    joined.official = here.official.clone().or_else(|| other.official.clone());
    let same = same_answers(here, other);
    let went_on = here.statuses.iter().any(|step| !step.other && !knows(&other.statuses, step));
    // A step said of other answers is news once the answers are the same.
    joined
        .statuses
        .retain(|step| !(same && step.other && other.statuses.iter().any(|own| own.is(step) && !own.other)));
    let mut new = false;
    for step in &other.statuses {
        // One more than a file can hold could not be read again.
        if knows(&joined.statuses, step) || joined.statuses.len() >= MAX_STEPS {
            continue;
        }
        let milestone = kept_too(&mut joined, other, &step.milestone);
        joined.statuses.push(StatusChange { milestone, other: step.other || !same, ..step.clone() });
        new = true;
    }
    let moved = new || (here.statuses.is_empty() && here.status == Status::Draft);
    if same && !went_on && moved {
        joined.status = other.status;
    }
    joined
}

/// Whether a step is on a list, whatever its milestone is called there.
fn knows(steps: &[StatusChange], step: &StatusChange) -> bool {
    steps.iter().any(|own| own.is(step))
}

/// What was found in a copy, each with the time of the answer it was found of.
fn timed(copy: &Assessment) -> Option<Verification> {
    let mut own = copy.verification.clone()?;
    let said: Vec<Text> = own.answers.keys().chain(own.findings.keys()).cloned().collect();
    for id in said {
        if !own.of.contains_key(&id) {
            own.of.insert(id.clone(), time_of(copy, &id));
        }
    }
    Some(own)
}

/// Takes over the milestone of an approval; its id here.
fn kept_too(joined: &mut Assessment, other: &Assessment, id: &Text) -> Text {
    let Some(milestone) = other.milestones.iter().find(|own| own.id == *id) else { return id.clone() };
    if joined.milestones.contains(milestone) || joined.milestones.len() >= MAX_MILESTONES {
        return id.clone();
    }
    let mut milestone = milestone.clone();
    let taken = |id: &Text| joined.milestones.iter().any(|own| own.id == *id);
    let mut number = joined.milestones.len() + 1;
    while taken(&milestone.id) {
        milestone.id = format!("m{number}").into();
        number += 1;
    }
    let id = milestone.id.clone();
    joined.milestones.push(milestone);
    id
}

/// The indicators of which a copy says something that a joined one does not: what was found here stands for them.
#[must_use]
pub fn left_out(joined: &Assessment, other: &Assessment) -> Vec<Text> {
    let (Some(both), Some(own)) = (&joined.verification, &other.verification) else { return Vec::new() };
    let mut ids: Vec<Text> = own.answers.keys().chain(own.findings.keys()).cloned().collect();
    ids.retain(|id| {
        own.answers.get(id) != both.answers.get(id) || own.findings.get(id) != both.findings.get(id)
    });
    ids.sort();
    ids.dedup();
    ids
}

/// Whether a time is after a day.
fn is_ahead(time: &str, day: Option<Date>) -> bool {
    day.zip(Date::read(time)).is_some_and(|(day, of)| of > day)
}

/// What was found in either; of the same indicator, what was found later.
fn union(
    here: Option<&Verification>,
    other: Option<&Verification>,
    today: Option<Date>,
) -> Option<Verification> {
    let (Some(here), Some(other)) = (here, other) else { return here.or(other).cloned() };
    let stays = |own: &Text, others: &Text| is_later(own, others) && !is_ahead(own, today);
    let is_base = stays(&here.at, &other.at);
    let (first, second) = if is_base { (other, here) } else { (here, other) };
    let mut both = second.clone();
    for id in first.answers.keys().chain(first.findings.keys()) {
        let at = |one: &Verification| one.answers.get(id).map(|answer| answer.at.clone());
        let kept = match (at(first), at(second)) {
            (Some(old), Some(new)) if is_base => is_later(&old, &new) || is_ahead(&new, today),
            (Some(old), Some(new)) => stays(&old, &new),
            (old, new) => new.is_none() && (old.is_some() || !second.findings.contains_key(id)),
        };
        if kept {
            if let Some(answer) = first.answers.get(id) {
                both.answers.insert(id.clone(), answer.clone());
            }
            if let Some(finding) = first.findings.get(id) {
                both.findings.insert(id.clone(), *finding);
            }
            if let Some(of) = first.of.get(id) {
                both.of.insert(id.clone(), of.clone());
            }
        }
    }
    for (name, text) in &first.kept {
        if both.kept.iter().all(|(own, _)| own != name) {
            both.kept.push((name.clone(), text.clone()));
        }
    }
    Some(both)
}
