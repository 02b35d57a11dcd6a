//! What of the open assessment is nowhere but in this browser, and since when.
//!
//! Invariant: a copy is due only where changes have been nowhere else for a week.

use std::rc::Rc;

use super::Desk;
use crate::domain::assessment::Assessment;
use crate::edge::clock;
use crate::state::{SaveStatus, State};

/// How long changes may be in this browser alone, in milliseconds: a week.
const WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// The setting that says since when an assessment has such changes; empty where it has none.
fn since(id: &str) -> String {
    ["since:", id].concat()
}

impl Desk {
    /// Whether an assessment, as it is, went out as a file or came from one.
    pub(super) fn is_copied(&self, assessment: &Rc<Assessment>) -> bool {
        self.0.copied.borrow().as_ref().is_some_and(|copied| Rc::ptr_eq(copied, assessment))
    }

    /// Takes note that an assessment is elsewhere too.
    pub(super) fn note_copy(&self, assessment: &Rc<Assessment>) {
        self.0.copied.replace(Some(assessment.clone()));
        self.forget_change(&assessment.kept_under());
    }

    /// Takes note that an assessment was saved here; the first time counts.
    pub(super) fn note_change(&self, assessment: &Rc<Assessment>) {
        let since = since(&assessment.kept_under());
        if !self.is_copied(assessment) && self.0.drafts.setting(&since).unwrap_or_default().is_empty() {
            self.0.drafts.set_setting(&since, &clock::now().iso);
        }
    }

    pub(super) fn forget_change(&self, id: &str) {
        self.0.drafts.set_setting(&since(id), "");
    }

    /// Whether it is time for a copy of what is open. Of an example nobody needs one.
    pub fn is_copy_due(&self, state: &State) -> bool {
        let Some(work) = state.work.as_ref().filter(|work| !work.assessment.example) else { return false };
        let kept = matches!(state.save, SaveStatus::Idle | SaveStatus::Pending | SaveStatus::Kept(_));
        let since = self.0.drafts.setting(&since(&work.assessment.kept_under())).unwrap_or_default();
        kept && clock::parse(&since).is_some_and(|since| clock::now().millis >= since + WEEK)
    }
}
