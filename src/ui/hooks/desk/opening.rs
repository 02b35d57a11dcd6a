//! Opening assessments: new, kept, example, next year's.
//!
//! Invariant: what was open is saved before anything else is opened.

use std::rc::Rc;

use super::{Desk, OPEN};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, RubricRef, Unit};
use crate::domain::edit::carried_over;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::edge::storage::{StorageState, Why};
use crate::edge::{clock, fetch, ids, page};
use crate::format::document::{self, Opened};
use crate::format::rubric as rubric_file;
use crate::state::{Action, Route, SaveStatus};
use crate::ui::hooks::shelf;

impl Desk {
    pub(super) async fn begin(&self, id: &str, unit: Unit, year: Option<u16>) {
        let Some(rubric) = self.rubric(id).await else { return };
        let now = Text::from(clock::now().iso);
        let assessment = Assessment {
            id: ids::fresh_id().into(),
            rubric: reference(&rubric),
            unit,
            assessment_year: year,
            created_at: now.clone(),
            updated_at: now,
            ..Assessment::default()
        };
        self.start(rubric, assessment);
    }

    /// Opens an assessment that is not kept yet, and keeps it.
    pub(super) fn start(&self, rubric: Rc<Rubric>, assessment: Assessment) {
        self.tell(Action::Opened(rubric, Rc::new(assessment)));
        self.tell(Action::SaveSettled(SaveStatus::Pending));
        page::set_hash(&Route::Pengisian(Text::default(), Text::default()).hash());
    }

    pub(super) async fn show_example(&self, id: &str) {
        let address =
            self.0.boot.examples.iter().find(|(known, _)| known == id).map(|(_, address)| address.clone());
        let text = match address {
            Some(address) => fetch::text(&address).await.ok(),
            None => None,
        };
        let opened = text.and_then(|text| document::open(text.as_bytes()).ok());
        let Some((rubric, assessment)) = self.read(opened).await else {
            return self.tell(Action::RubricMissed(id.into()));
        };
        let now = Text::from(clock::now().iso);
        let id = ids::fresh_id().into();
        self.start(
            rubric,
            Assessment { id, example: true, created_at: now.clone(), updated_at: now, ..assessment },
        );
    }

    /// The instrument and answers of an opened document; none where the instrument cannot be had.
    pub(super) async fn read(&self, opened: Option<Opened>) -> Option<(Rc<Rubric>, Assessment)> {
        let opened = opened?;
        let rubric = self.rubric_for(&opened).await.ok()?;
        let decoded = opened.read(&rubric).ok()?;
        Some((rubric, decoded.assessment))
    }

    /// The instrument a document was made with: its own copy where it carries one and none is shipped.
    pub(super) async fn rubric_for(&self, opened: &Opened) -> Result<Rc<Rubric>, Vec<Problem>> {
        let id = opened.rubric().id.clone();
        if self.0.boot.rubrics.iter().any(|(known, _)| **known == *id) {
            let unreachable = || vec![Problem::new("rubric.id", Kind::UnknownRubric(id.to_string()))];
            return self.rubric(&id).await.ok_or_else(unreachable);
        }
        match opened.rubric_copy() {
            Some(copy) => copy.map(Rc::new),
            None => Err(vec![Problem::new("rubric.id", Kind::UnknownRubric(id.to_string()))]),
        }
    }

    /// Opens an assessment kept here; whether it could.
    pub(super) async fn open_saved(&self, id: &str) -> bool {
        self.save_if_pending();
        let Some((rubric, assessment)) = self.read(shelf::opened(&self.0.drafts, id)).await else {
            page::replace_hash(&Route::Beranda.hash());
            return false;
        };
        self.0.drafts.set_setting(OPEN, id);
        let at = shelf::stored(&self.0.drafts, id).map(|stored| stored.at).unwrap_or_default();
        self.tell(Action::Opened(rubric, Rc::new(assessment)));
        let status = match self.0.drafts.state() {
            StorageState::Kept => SaveStatus::Kept(clock_of(&at)),
            StorageState::Memory(Why::Shared) => SaveStatus::Shared,
            StorageState::Memory(_) => SaveStatus::MemoryOnly,
        };
        self.tell(Action::SaveSettled(status));
        true
    }

    pub(super) async fn duplicate(&self, id: &str) {
        let Some((rubric, assessment)) = self.read(shelf::opened(&self.0.drafts, id)).await else { return };
        let now = clock::now();
        let copy =
            Assessment { id: ids::fresh_id().into(), updated_at: now.iso.as_str().into(), ..assessment };
        self.keep(&copy, &rubric, &now.iso);
    }

    pub(super) async fn carry_over(&self, id: &str) {
        let Some((rubric, old)) = self.read(shelf::opened(&self.0.drafts, id)).await else { return };
        let now = clock::now();
        let year = old.assessment_year.map(|year| year + 1).or(Some(now.year));
        let new = carried_over(&old, ids::fresh_id().into(), year, &now.iso.into());
        self.start(rubric, new);
    }
}

fn reference(rubric: &Rubric) -> RubricRef {
    RubricRef {
        id: rubric.id.clone(),
        version: rubric.version.clone(),
        sha256: rubric_file::digest(rubric).into(),
        ..RubricRef::default()
    }
}

/// Hours and minutes of a stored time, `10.42`.
fn clock_of(time: &str) -> Text {
    time.get(11..16).unwrap_or_default().replace(':', ".").into()
}
