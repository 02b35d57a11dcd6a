//! What stays on this device: saving the open assessment, and taking away what is kept.
//!
//! Invariant: where something is after each of these is told as an action, and what is removed stays at hand.

use std::rc::Rc;

use super::{Desk, OPEN, transfer};
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::milestone::MAX_MILESTONES;
use crate::domain::rubric::Rubric;
use crate::edge::storage::{SaveFailure, StorageState, Why};
use crate::edge::{clock, files, page};
use crate::state::{Action, Notice, Removed, SaveStatus, Work};
use crate::ui::components::boxes;
use crate::ui::hooks::shelf;

/// The setting that holds what is typed in a form and is no part of the assessment yet.
pub(super) fn held(form: &str, id: &str) -> String {
    [form, ":", id].concat()
}

impl Desk {
    /// What is typed in a form of the open assessment, held over reloads until it is kept there or emptied.
    pub fn typed(&self, form: &str, work: &Work) -> String {
        self.0.drafts.setting(&held(form, &work.assessment.id)).unwrap_or_default()
    }

    /// Saves the open assessment if it waits to be saved.
    pub fn save_if_pending(&self) {
        if self.state().save == SaveStatus::Pending {
            self.save();
        }
    }

    /// How often the open assessment was saved.
    pub fn saves(&self) -> u32 {
        self.0.saves.get()
    }

    /// Saves the open assessment now.
    pub fn save(&self) {
        let state = self.state();
        let Some(work) = state.work.as_ref().filter(|_| !state.is_locked()) else { return };
        self.0.saves.set(self.saves().wrapping_add(1));
        let status = self.store(&work.assessment, &work.rubric);
        if status != SaveStatus::TooLarge {
            self.0.drafts.set_setting(OPEN, &work.assessment.kept_under());
            self.note_place(work);
        }
        if matches!(status, SaveStatus::Kept(_)) {
            self.note_change(&work.assessment);
            page::announce("swanilai:kept");
        }
        self.tell(Action::Stored(work.assessment.clone(), status));
    }

    /// Makes a change that keeps the present answers, unless no file could hold them any more.
    pub(super) fn freeze(&self, edit: Edit) {
        let (state, now) = (self.state(), clock::now());
        let Some(work) = &state.work else { return };
        let at = Text::from(now.iso.as_str());
        let after = edit.apply(&work.assessment, &at);
        let fits = after.milestones.len() <= MAX_MILESTONES
            && self.encoded(&after, &work.rubric, &now.iso).len() <= files::LIMIT;
        self.tell(if fits {
            Action::Edited(edit, at)
        } else {
            Action::Noticed(Some(Notice::MilestoneTooLarge))
        });
    }

    /// Keeps an assessment; where it is then. One that could not be read again is not written.
    pub(super) fn store(&self, assessment: &Assessment, rubric: &Rubric) -> SaveStatus {
        let now = clock::now();
        let text = self.encoded(assessment, rubric, &now.iso);
        if text.len() > files::LIMIT {
            return SaveStatus::TooLarge;
        }
        self.settled(self.0.drafts.save(&assessment.kept_under(), &text, &now.iso), now.clock.into())
    }

    /// Where something is that was handed to storage at this time of day.
    pub(super) fn settled(&self, saved: Result<(), SaveFailure>, clock: Text) -> SaveStatus {
        match (saved, self.0.drafts.state()) {
            (Err(SaveFailure::Full), _) => SaveStatus::Full,
            (Err(SaveFailure::Corrupt), _) => SaveStatus::Corrupt,
            (Ok(()), StorageState::Kept) => SaveStatus::Kept(clock),
            (Ok(()), StorageState::Memory(Why::Shared)) => SaveStatus::Shared,
            (Ok(()) | Err(SaveFailure::Denied), _) => SaveStatus::MemoryOnly,
        }
    }

    /// Removes what is kept under an id; it stays at hand for bringing back.
    pub(super) fn remove(&self, id: &str) {
        let Some(stored) = shelf::stored(&self.0.drafts, id) else { return };
        let saved = shelf::saved(&stored);
        self.0.drafts.remove(id);
        self.forget_change(id);
        for form in boxes::FORMS {
            self.0.drafts.set_setting(&held(form, id), "");
        }
        if self.state().work.as_ref().is_some_and(|work| *work.assessment.kept_under() == *id) {
            self.tell(Action::Closed);
            self.tell(Action::SaveSettled(SaveStatus::Idle));
        }
        let text = Text::from(transfer::whole(stored));
        self.tell(Action::Removed(Some(Rc::new(Removed { saved, text }))));
        self.list();
        self.lead_to_title();
    }

    pub(super) fn bring_back(&self) {
        let Some(removed) = self.state().removed.clone() else { return };
        let Removed { saved, text } = &*removed;
        // Where the device refuses, this tab holds it all the same, and the list shows it.
        if let Err(failure) = self.0.drafts.save(&saved.id, text, &saved.at) {
            self.tell(Action::SaveSettled(self.settled(Err(failure), Text::default())));
        }
        self.tell(Action::Removed(None));
        self.list();
        self.lead_to_title();
    }

    pub(super) fn clear_device(&self) {
        let count = self.0.drafts.clear_all();
        page::announce("swanilai:cleared");
        self.tell(Action::Closed);
        self.tell(Action::SaveSettled(SaveStatus::Idle));
        self.tell(Action::Removed(None));
        self.list();
        self.tell(Action::Noticed(Some(Notice::Cleared(count, self.boot().is_apart()))));
        self.lead_to_title();
    }

    pub(super) fn set_shared(&self, shared: bool) {
        self.0.drafts.set_shared(shared);
        if self.state().work.is_some() {
            self.save();
        }
        self.list();
    }
}
