//! Shares: handing them out, and taking back what was made of them.
//!
//! Invariant: a share that fits no assessment here is never merged, and nothing is merged before it was asked for.

use std::rc::Rc;

use super::Desk;
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::merge::{MAX_HELD, Misfit, merge};
use crate::domain::part::{Part, PartEdit, cut_out};
use crate::domain::problem::{Kind, Problem};
use crate::edge::clock;
use crate::edge::files::{self, SendFailure};
use crate::format::document;
use crate::format::{carried, names};
use crate::state::{Action, Incoming, Refused, Returned, Route, State};
use crate::ui::text::transfer;

/// The name of a file, and its bytes, or why it has none.
type Named = (Text, Result<Vec<u8>, Kind>);

impl Desk {
    /// Hands out the document of a share, and notes when.
    pub(super) async fn hand_out_part(&self, id: &str, send: bool) {
        let (state, now) = (self.state(), clock::now());
        let Some(work) = state.work.as_ref().filter(|work| !work.is_part()) else { return };
        let Some(part) = work.assessment.parts.iter().find(|part| *part.id == *id) else { return };
        let part = Part { sent: now.iso.as_str().into(), ..part.clone() };
        let document = cut_out(&work.rubric, &work.assessment, &part);
        let text = self.encoded(&document, &work.rubric, &now.iso);
        let name = names::part(&part.id, &part.by, &document.unit.name, &work.rubric.id, &now.day);
        let sent = if send { files::send(&name, &text).await } else { Err(SendFailure::Absent) };
        if sent == Err(SendFailure::Cancelled) {
            return;
        }
        // Noted first: an edit takes away what was told before it.
        self.tell(Action::Edited(Edit::Part(PartEdit::Send(part.id)), now.iso.into()));
        if sent.is_err() {
            self.hand_out(&name, &text);
        }
    }

    /// What came of files among which are shares of an assessment that is open or kept here; none where there are none such.
    pub(super) async fn returned_parts(&self, files: &[Named]) -> Option<Action> {
        let mut ids = Vec::new();
        for (_, read) in files {
            let Ok(bytes) = read else { continue };
            let opened = document::open(carried::taken(bytes).unwrap_or(bytes)).ok();
            let opened = opened.filter(|opened| !opened.part().is_empty());
            ids.extend(opened.map(|opened| Text::from(opened.id())));
        }
        let first = ids.first()?;
        let state = self.state();
        let open = state.work.as_ref().filter(|work| state.copy.is_none() && !work.is_part());
        let open = open.map(|work| work.assessment.clone());
        let into = match open.filter(|open| state.route == Route::Bagi || ids.contains(&open.id)) {
            Some(open) => open,
            None => self.kept_as(first).await??,
        };
        let rubric = state.library.get(&into.rubric.id).cloned();
        let mut trial = (*into).clone();
        let (mut parts, mut refused, mut noticed, mut by) = (Vec::new(), Vec::new(), Vec::new(), rubric);
        for (name, read) in files {
            let read = match read {
                Ok(bytes) => self.incoming(name, carried::taken(bytes).unwrap_or(bytes)).await,
                Err(kind) => Err(vec![Problem::new("", kind.clone())]),
            };
            match read.and_then(|read| fitting(&mut trial, read)) {
                Ok(read) => {
                    by.get_or_insert(read.rubric);
                    // That it is a share is what it is merged for.
                    let remarks =
                        read.problems.iter().filter(|problem| !matches!(problem.kind, Kind::Share(_)));
                    let problems: Vec<Problem> = remarks.cloned().collect();
                    if !problems.is_empty() {
                        noticed.push(Refused { name: name.clone(), problems: Rc::new(problems) });
                    }
                    parts.push(read.assessment);
                }
                Err(problems) => refused.push(Refused { name: name.clone(), problems: Rc::new(problems) }),
            }
        }
        match by.filter(|_| !parts.is_empty()) {
            Some(rubric) => {
                Some(Action::PartsRead(Rc::new(Returned { rubric, into, parts, refused, noticed })))
            }
            None => refused.pop().map(|refused| Action::FileRefused(Rc::new(refused))),
        }
    }

    /// Merges what waits into its assessment, which is opened where it is not.
    pub(super) async fn merge(&self) {
        let state = self.state();
        let Some(returned) = &state.returned else { return };
        let is_open = |state: &State| {
            let work = state.work.as_ref().filter(|_| !state.is_locked());
            work.is_some_and(|work| work.assessment.kept_under() == returned.into.kept_under())
        };
        if !is_open(&state) && !self.open_saved(&returned.into.kept_under(), self.turn()).await {
            return;
        }
        let edit = Edit::Part(PartEdit::Merge(returned.parts.clone()));
        self.tell(Action::Edited(edit, clock::now().iso.into()));
        self.tell(Action::ImportDismissed);
        self.0.root.set_hash(&Route::Bagi.hash());
        self.tell(Action::Navigated(Route::Bagi));
        self.lead_to_title();
    }

    /// Asks whether to take the first of the shares that wait as one to be filled in here.
    pub(super) async fn open_part(&self) {
        let state = self.state();
        let Some(part) = state.returned.as_ref().and_then(|returned| returned.parts.first().cloned()) else {
            return;
        };
        let Some(rubric) = self.rubric(&part.rubric.id).await else { return };
        let text = self.encoded(&part, &rubric, &clock::now().iso);
        self.weigh(transfer::UNTITLED.into(), Ok(text.into_bytes())).await;
    }
}

/// What was read, where it is a share of this assessment and there is room for what it says.
fn fitting(into: &mut Assessment, read: Incoming) -> Result<Incoming, Vec<Problem>> {
    let (path, kind) = match merge(into, &read.assessment) {
        Ok(()) => return Ok(read),
        Err(Misfit::Whole) => ("", Kind::SeveralFiles),
        Err(Misfit::OtherAssessment) => ("id", Kind::OtherAssessment(read.assessment.id.to_string())),
        Err(Misfit::OtherRubric) => ("rubric.id", Kind::OtherRubric(read.assessment.rubric.id.to_string())),
        Err(Misfit::Full) => ("conflicts", Kind::TooMany(MAX_HELD.1)),
    };
    Err(vec![Problem::new(path, kind)])
}
