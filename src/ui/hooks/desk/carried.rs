//! The one HTML file: making it with the open assessment inside, and looking at the assessment in it.
//!
//! Invariant: what a file carries is looked at and kept nowhere until it is taken over as any other file is.

use std::rc::Rc;

use super::{Desk, OPEN};
use crate::domain::Text;
use crate::domain::bare::bared;
use crate::domain::problem::{Kind, Problem};
use crate::edge::files::{self, SendFailure};
use crate::edge::{clock, fetch};
use crate::format::document::{self, Opened};
use crate::format::{carried, names};
use crate::state::{Action, Notice, Refused, Route};
use crate::ui::text::transfer;

/// The one file, as this build made it. Opened from a device, the page answers for it itself.
const FILE: &str = "swanilai.html";

impl Desk {
    /// Whether the page carries an assessment that is to be shown now: at the start, unless that one was taken over
    /// before and is being worked on.
    pub(super) fn shows_carried(&self, route: &Route) -> bool {
        let text = &self.0.boot.carried;
        if text.is_empty() || self.0.arrived.replace(true) {
            return false;
        }
        let opened = document::open(text.as_bytes()).ok();
        let worked_on = self.0.drafts.setting(OPEN).as_deref() == opened.as_ref().map(Opened::id);
        *route == Route::Beranda || (route.needs_work() && !worked_on)
    }

    /// Shows what the page carries, in this view; without one, asks whether to take it over, as of a file chosen now.
    pub(super) async fn look(&self, route: Option<Route>) {
        let text = self.0.boot.carried.as_bytes();
        let name = Text::from(transfer::THIS_FILE);
        let outcome = if text.len() > carried::LIMIT {
            Err(vec![Problem::new("", Kind::TooLarge(carried::LIMIT))])
        } else {
            self.incoming(&name, text).await
        };
        match (outcome, route) {
            (Ok(copy), None) => self.tell(Action::FileRead(Rc::new(copy))),
            (Ok(copy), Some(route)) => {
                self.tell(Action::CopyShown(Rc::new(copy)));
                self.tell(Action::Navigated(route));
            }
            (Err(problems), _) => {
                self.go_home();
                self.tell(Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })));
            }
        }
    }

    /// Hands out the one file with the open assessment inside.
    pub(super) async fn download_page(&self) {
        let Some((name, text, _)) = self.file("html") else { return };
        let file = fetch::bytes(FILE).await.ok().and_then(|file| carried::put(&file, &text));
        let sent = file.is_some_and(|file| files::download(&self.0.root, &name, "text/html", &file).is_ok());
        let notice = if sent { Notice::Downloaded(name.into(), "".into()) } else { Notice::PageMissing };
        self.tell(Action::Noticed(Some(notice)));
    }

    /// Hands the file of the open assessment to another app, or to the browser where that cannot be.
    /// Hands out a copy without notes and without where documents are kept. It is no copy to fall back on.
    pub(super) async fn share(&self, send: bool) {
        let state = self.state();
        let Some(work) = &state.work else { return };
        let now = clock::now();
        let text = self.encoded(&bared(&work.assessment), &work.rubric, &now.iso);
        let name =
            names::assessment(&work.assessment.unit.name, &work.rubric.id, &now.day, "tanpa-catatan.json");
        let sent = if send { files::send(&name, &text).await } else { Err(SendFailure::Absent) };
        if matches!(sent, Err(SendFailure::Absent | SendFailure::Blocked)) {
            self.hand_out(&name, &text);
        }
    }

    pub(super) async fn send(&self) {
        let Some((name, text, assessment)) = self.file("json") else { return };
        match files::send(&name, &text).await {
            Ok(()) => self.note_copy(&assessment),
            Err(SendFailure::Cancelled) => {}
            Err(_) => self.download(),
        }
    }
}
