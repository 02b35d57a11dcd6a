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
use crate::ui::text::sendiri;

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
        #[cfg(not(feature = "whole"))]
        self.note_text(&rubric.id, &text);
        let rubric = Rc::new(rubric);
        self.tell(Action::RubricLoaded(rubric.clone()));
        Some((rubric, own.then_some(text)))
    }

    /// An instrument, fetched once; tells where it cannot be had.
    pub(super) async fn rubric(&self, id: &str) -> Option<Rc<Rubric>> {
        self.rubric_and_text(id).await.map(|(rubric, _)| rubric)
    }

    /// What the first page says of the office's own, and the ids of those that can no longer be read.
    pub(super) fn own(&self) -> (Vec<Entry>, Vec<Text>) {
        let (mut entries, mut unread) = (Vec::new(), Vec::new());
        for (id, text) in self.0.drafts.rubrics().iter() {
            match rubric_file::decode(text) {
                Ok(rubric) => entries.push(Entry::from(&rubric)),
                Err(_) => unread.push(id.clone()),
            }
        }
        (entries, unread)
    }

    /// Takes the file of an instrument of the office's own; where another is kept under its id, asks first.
    pub(super) fn take_rubric(&self, name: Text, bytes: &[u8]) {
        match rubric_file::own(bytes, &|id| self.ships(id)) {
            Ok((rubric, text)) => match self.0.drafts.rubrics().remove(&rubric.id) {
                Some(other) if other != text => {
                    let before = rubric_file::decode(&other).ok();
                    let before =
                        before.map_or_else(|| sendiri::unread(&rubric.id), |own| sendiri::called(&own));
                    let meets = Notice::RubricMeets(before.into(), sendiri::called(&rubric).into());
                    self.0.waiting.replace(Some((rubric, text)));
                    self.tell(Action::ImportDismissed);
                    self.go_home();
                    self.tell(Action::Noticed(Some(meets)));
                }
                _ => self.keep_rubric(rubric, &text),
            },
            Err(problems) => {
                self.tell(Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })));
            }
        }
    }

    /// Keeps an instrument of the office's own, in place of what was kept under its id.
    pub(super) fn keep_rubric(&self, rubric: Rubric, text: &str) {
        let kept = self.0.drafts.keep_rubric(&rubric.id, text);
        let name = rubric.short_name.clone();
        #[cfg(not(feature = "whole"))]
        self.note_text(&rubric.id, text);
        self.tell(Action::RubricLoaded(Rc::new(rubric)));
        self.tell(Action::ImportDismissed);
        self.go_home();
        self.tell(Action::Noticed(Some(Notice::RubricTaken(name, kept))));
        self.lead_to_title();
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
