//! Two copies of one assessment that meet again: answers of one, with what verifiers found in either.
//!
//! Invariant: no answer of the office changes, and nothing found in either copy is lost but what was found anew.

use super::Text;
use super::assessment::{Assessment, Status};
use super::milestone::MAX_MILESTONES;
use super::status::{StatusChange, same_answers};
use super::verification::Verification;

/// Whether a copy says anything of a verification that the other does not.
#[must_use]
pub fn brings(copy: &Assessment, other: &Assessment) -> bool {
    copy.verification.as_ref().is_some_and(|own| other.verification.as_ref() != Some(own))
}

/// One copy with what was found in the other, and with the steps of its life. It comes to stand where the other does
/// only where both have the same answers: what was verified or approved there is what stands here.
#[must_use]
pub fn joined(here: &Assessment, other: &Assessment) -> Assessment {
    let mut joined = here.clone();
    joined.verification = union(here.verification.as_ref(), other.verification.as_ref());
    joined.official = here.official.clone().or_else(|| other.official.clone());
    let same = same_answers(here, other);
    let went_on = here.statuses.iter().any(|step| !knows(&other.statuses, step));
    let new: Vec<&StatusChange> = other.statuses.iter().filter(|step| !knows(&here.statuses, step)).collect();
    for step in &new {
        let milestone = kept_too(&mut joined, other, &step.milestone);
        joined.statuses.push(StatusChange { milestone, ..(*step).clone() });
    }
    let moved = !new.is_empty() || (here.statuses.is_empty() && here.status == Status::Draft);
    if same && !went_on && moved {
        joined.status = other.status;
    }
    joined
}

/// Whether a step is on a list, whatever its milestone is called there.
fn knows(steps: &[StatusChange], step: &StatusChange) -> bool {
    steps.iter().any(|own| own.status == step.status && own.by == step.by && own.at == step.at)
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

/// What was found in either; of the same indicator, what was found later.
fn union(here: Option<&Verification>, other: Option<&Verification>) -> Option<Verification> {
    let (Some(here), Some(other)) = (here, other) else { return here.or(other).cloned() };
    let (first, second) = if is_later(&here.at, &other.at) { (other, here) } else { (here, other) };
    let mut both = second.clone();
    for id in first.answers.keys().chain(first.findings.keys()) {
        let at = |one: &Verification| one.answers.get(id).map(|answer| answer.at.clone());
        let kept = match (at(first), at(second)) {
            (Some(old), Some(new)) => is_later(&old, &new),
            (old, new) => new.is_none() && (old.is_some() || !second.findings.contains_key(id)),
        };
        if kept {
            if let Some(answer) = first.answers.get(id) {
                both.answers.insert(id.clone(), answer.clone());
            }
            if let Some(finding) = first.findings.get(id) {
                both.findings.insert(id.clone(), *finding);
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

/// Whether a time is surely after another: both are written the same way and in the same zone.
fn is_later(one: &str, other: &str) -> bool {
    let zone = |time: &str| time.get(19..).map(str::to_owned);
    one.len() == other.len() && zone(one) == zone(other) && one > other
}
