//! Instruments: those of this build, and those of the office's own.
//!
//! Invariant: nothing in an instrument of the office's own is run, fetched or followed; it is read as any file is.

use std::rc::Rc;

use super::Desk;
use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::domain::rubric::Rubric;
use crate::format::{names, rubric as rubric_file};
use crate::state::{Action, Notice, Refused};

impl Desk {
    /// An instrument, fetched once; tells where it cannot be had. With it, where it is the office's own, the text that
    /// every assessment made with it carries.
    pub(super) async fn rubric_and_text(&self, id: &str) -> Option<(Rc<Rubric>, Option<String>)> {
        let (text, own) = if self.ships(id) {
            if let Some(rubric) = self.state().library.get(id) {
                return Some((rubric.clone(), None));
            }
            (self.shipped(&self.0.boot.rubrics, id).await, false)
        } else {
            (self.0.drafts.rubrics().remove(id), true)
        };
        let Some((rubric, text)) = text.and_then(|text| Some((rubric_file::decode(&text).ok()?, text)))
        else {
            self.tell(Action::RubricMissed(id.into()));
            return None;
        };
        let rubric = Rc::new(rubric);
        self.tell(Action::RubricLoaded(rubric.clone()));
        Some((rubric, own.then_some(text)))
    }

    /// An instrument, fetched once; tells where it cannot be had.
    pub(super) async fn rubric(&self, id: &str) -> Option<Rc<Rubric>> {
        self.rubric_and_text(id).await.map(|(rubric, _)| rubric)
    }

    /// What the first page says of the office's own. What can no longer be read is left out, and left as it is.
    pub(super) fn own(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (_, text) in self.0.drafts.rubrics().iter() {
            if let Ok(rubric) = rubric_file::decode(text) {
                entries.push(Entry::from(&rubric));
            }
        }
        entries
    }

    /// Takes the file of an instrument of the office's own, in place of what was kept under its id.
    pub(super) fn take_rubric(&self, name: Text, bytes: &[u8]) {
        match rubric_file::own(bytes, &|id| self.ships(id)) {
            Ok((rubric, text)) => {
                let kept = self.0.drafts.keep_rubric(&rubric.id, &text);
                let name = rubric.short_name.clone();
                self.tell(Action::RubricLoaded(Rc::new(rubric)));
                self.tell(Action::ImportDismissed);
                self.go_home();
                self.tell(Action::Noticed(Some(Notice::RubricTaken(name, kept))));
                self.lead_to_title();
            }
            Err(problems) => {
                self.tell(Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })));
            }
        }
    }

    /// Removes an instrument of the office's own. Assessments made with it carry their copy.
    pub(super) fn drop_rubric(&self, id: &str) {
        self.0.drafts.drop_rubric(id);
        self.list();
        self.lead_to_title();
    }

    /// Hands out the file of an instrument, to start one of the office's own from.
    pub(super) async fn download_rubric(&self, id: &str) {
        let text = match self.0.drafts.rubrics().remove(id) {
            Some(text) => Some(text),
            None => self.shipped(&self.0.boot.rubrics, id).await,
        };
        match text {
            Some(text) => drop(self.hand_out(&names::rubric(id), &text)),
            None => self.tell(Action::RubricMissed(id.into())),
        }
    }
}
