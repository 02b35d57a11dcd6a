//! Instruments of the office's own: kept like settings, each under a key of its own.
//!
//! Invariant: one handed to [`Drafts::keep_rubric`] is there while the tab lives, whatever the browser refuses.

use super::Drafts;
use super::disk::Disk;
use crate::domain::map::Map;

impl Drafts {
    /// Every instrument of the office's own, by its id.
    #[must_use]
    pub fn rubrics(&self) -> Map<String> {
        let mut all = self.disk().map(Disk::rubrics).unwrap_or_default();
        for (id, text) in self.0.held.rubrics().iter() {
            all.insert(id.clone(), text.clone());
        }
        all
    }

    /// Keeps an instrument in place of the one of its id; whether on the device, rather than in this tab alone.
    #[expect(clippy::must_use_candidate, reason = "it is called for what it does")]
    pub fn keep_rubric(&self, id: &str, text: &str) -> bool {
        let kept = self.disk().is_some_and(|disk| disk.set_rubric(id, text).is_ok());
        self.0.held.set_rubric(id, (!kept).then_some(text));
        kept
    }

    /// Removes an instrument.
    pub fn drop_rubric(&self, id: &str) {
        self.0.held.set_rubric(id, None);
        if let Some(disk) = self.disk() {
            disk.drop_rubric(id);
        }
    }

    /// Holds in this tab what is about to leave the device.
    pub(super) fn hold_rubrics(&self) {
        for (id, text) in self.rubrics().iter() {
            self.0.held.set_rubric(id, Some(text));
        }
    }

    /// Brings to the device what this tab holds.
    pub(super) fn keep_held_rubrics(&self) {
        for (id, text) in self.0.held.rubrics().iter() {
            self.keep_rubric(id, text);
        }
    }
}
