//! Where a document stands in its life, who said so, and when.
//!
//! Invariant: what was approved is kept as a milestone, and no approved content changes without the document
//! becoming a draft again.

use super::Text;
use super::assessment::{Assessment, Kept, Status};
use super::milestone::{MAX_MILESTONES, Milestone};

/// Most steps in the life of a document.
pub const MAX_STEPS: usize = 500;

/// One step in the life of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusChange {
    /// What it became.
    pub status: Status,
    /// Who said so: a post, never a name; empty where the document became a draft by being changed.
    pub by: Text,
    /// When, as a time with offset.
    pub at: Text,
    /// Id of the milestone that holds what was approved; may be empty.
    pub milestone: Text,
    /// Whether it was said of other answers than those it stands beside: it came with a file that had them.
    pub other: bool,
    /// Unknown members.
    pub kept: Kept,
}

impl StatusChange {
    /// Whether it is the same step, whatever it is said of and its milestone is called.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.status == other.status && self.by == other.by && self.at == other.at
    }
}

/// Why a document cannot be moved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// It has been moved as often as a file can hold.
    Steps,
    /// There is no room for the milestone of an approval.
    Milestones,
}

/// What stands in the way of moving a document there, so that its file can be read again.
#[must_use]
pub fn in_the_way(assessment: &Assessment, to: Status) -> Option<Full> {
    // Room is left for what a change of an approved document adds by itself.
    if assessment.statuses.len() + 4 > MAX_STEPS {
        Some(Full::Steps)
    } else if to == Status::Approved && assessment.milestones.len() + 2 > MAX_MILESTONES {
        Some(Full::Milestones)
    } else {
        None
    }
}

/// How it came to stand where it stands: the last step said of these answers.
#[must_use]
pub fn last_step(assessment: &Assessment) -> Option<&StatusChange> {
    assessment.statuses.iter().rfind(|step| !step.other)
}

/// Says where a document stands from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEdit {
    /// What it becomes.
    pub to: Status,
    /// Who says so: a post.
    pub by: Text,
    /// Name of the milestone that an approval keeps.
    pub name: Text,
}

impl StatusEdit {
    pub(super) fn apply(&self, assessment: &mut Assessment, at: &Text) {
        if in_the_way(assessment, self.to).is_some() {
            return;
        }
        if assessment.status == Status::Approved && self.to != Status::Approved {
            remember(assessment);
        }
        let mut step =
            StatusChange { status: self.to, by: self.by.clone(), at: at.clone(), ..StatusChange::default() };
        if self.to == Status::Approved {
            let frozen = Milestone::of(assessment, &self.name, at);
            step.milestone = frozen.id.clone();
            assessment.milestones.push(frozen);
        }
        step_to(assessment, step);
    }
}

/// Makes an approved document a draft again where an edit changed what was approved.
pub(super) fn reopen(before: &Assessment, after: &mut Assessment, at: &Text) {
    if before.status != Status::Approved || after.status != Status::Approved || same_content(before, after) {
        return;
    }
    if !is_kept(before) {
        // It came as approved from elsewhere: what it was is kept now.
        let mut was = before.clone();
        remember(&mut was);
        (after.statuses, after.milestones) = (was.statuses, was.milestones);
    }
    step_to(after, StatusChange { at: at.clone(), ..StatusChange::default() });
}

/// Whether what stands as approved is kept as a milestone; that of an approval told by a file may have stayed behind.
#[must_use]
pub fn is_kept(assessment: &Assessment) -> bool {
    last_step(assessment).is_some_and(|last| last.status == Status::Approved && is_held(assessment, last))
}

/// Whether the milestone of what was approved is there.
fn is_held(assessment: &Assessment, step: &StatusChange) -> bool {
    assessment.milestones.iter().any(|own| own.id == step.milestone)
}

fn step_to(assessment: &mut Assessment, step: StatusChange) {
    assessment.status = step.status;
    // A word of a later version stands no longer for where the document is.
    assessment.kept.retain(|(name, _)| &**name != "status");
    assessment.statuses.push(step);
}

/// Sees to it that the present approval is on the list, with what was approved.
fn remember(assessment: &mut Assessment) {
    let at = assessment.updated_at.clone();
    let frozen = Milestone::of(assessment, &Text::default(), &at);
    let last = assessment.statuses.iter_mut().rfind(|step| !step.other);
    match last.filter(|last| last.status == Status::Approved) {
        Some(last) if assessment.milestones.iter().any(|own| own.id == last.milestone) => return,
        Some(last) => last.milestone = frozen.id.clone(),
        None => assessment.statuses.push(StatusChange {
            status: Status::Approved,
            at,
            milestone: frozen.id.clone(),
            ..StatusChange::default()
        }),
    }
    assessment.milestones.push(frozen);
}

/// Whether two states of a document say the same: whose it is, the answers, what they are reckoned with, and what the
/// verifier found. What follows from a result (plans, things to be done, official results) is no part of it.
#[must_use]
pub fn same_content(one: &Assessment, other: &Assessment) -> bool {
    same_answers(one, other)
        && one.unit == other.unit
        && one.assessment_year == other.assessment_year
        && one.verification == other.verification
}

/// Whether two states of a document have the same answers, reckoned alike.
#[must_use]
pub fn same_answers(one: &Assessment, other: &Assessment) -> bool {
    one.answers == other.answers
        && one.samples == other.samples
        && one.mode == other.mode
        && one.weights == other.weights
}

/// Which revision it is: one more than there were approvals before.
#[must_use]
pub fn revision(assessment: &Assessment) -> usize {
    let approved = assessment.statuses.iter().filter(|step| step.status == Status::Approved).count();
    approved + usize::from(assessment.status != Status::Approved || approved == 0)
}
