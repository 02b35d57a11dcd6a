//! Opening assessments: new, kept, example, next year's.
//!
//! Invariant: what was open is saved before anything else is opened.

use std::rc::Rc;

use super::{Desk, OPEN};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, RubricRef, Unit};
use crate::domain::edit::carried_over;
use crate::domain::edition::read_under;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::edge::{clock, ids};
use crate::format::document::{self, Opened, RUBRIC_COPY};
use crate::format::rubric as rubric_file;
use crate::state::{Action, Refused, SaveStatus};
use crate::ui::hooks::shelf;
use crate::ui::text::{home, number, resmi, transfer};

impl Desk {
    pub(super) async fn begin(&self, id: &str, unit: Unit, year: Option<u16>) {
        let turn = self.turn();
        let Some((rubric, own)) = self.rubric_and_text(id).await else { return };
        let now = Text::from(clock::now().iso);
        let copy = own.map(|text| (RUBRIC_COPY.into(), text.into()));
        let assessment = Assessment {
            id: ids::fresh_id().into(),
            rubric: reference(&rubric),
            unit,
            assessment_year: year,
            created_at: now.clone(),
            updated_at: now,
            kept: copy.into_iter().collect(),
            ..Assessment::default()
        };
        self.start(turn, rubric, assessment);
    }

    /// Opens an assessment that is not kept yet, and keeps it, unless something else was asked for since.
    fn start(&self, turn: u32, rubric: Rc<Rubric>, assessment: Assessment) {
        if turn != self.0.turn.get() {
            return;
        }
        self.save_if_pending();
        self.tell(Action::Opened(rubric, Rc::new(assessment)));
        self.tell(Action::SaveSettled(SaveStatus::Pending));
        self.show_questions();
    }

    pub(super) async fn show_example(&self, id: &str) {
        let turn = self.turn();
        let text = self.shipped(&self.0.boot.examples, id).await;
        let Ok((rubric, assessment)) = self.read(&text.unwrap_or_default()).await else {
            return self.tell(Action::RubricMissed(id.into()));
        };
        let now = Text::from(clock::now().iso);
        let id = ids::fresh_id().into();
        self.start(
            turn,
            rubric,
            Assessment { id, example: true, created_at: now.clone(), updated_at: now, ..assessment },
        );
    }

    /// The instrument and answers of a document.
    ///
    /// # Errors
    /// Why it cannot be read; nothing where that has been told already.
    pub(super) async fn read(&self, text: &str) -> Result<(Rc<Rubric>, Assessment), Vec<Problem>> {
        let opened = document::open(text.as_bytes())?;
        let rubric = self.rubric_for(&opened).await?;
        let decoded = opened.read(&rubric)?;
        Ok((rubric, decoded.assessment))
    }

    /// What is kept here under an id; tells where it cannot be read.
    pub(super) async fn kept(&self, id: &str) -> Option<(Rc<Rubric>, Assessment)> {
        let stored = shelf::stored(&self.0.drafts, id)?;
        match self.read(&stored.text).await {
            Ok(read) => Some(read),
            Err(problems) => {
                if !problems.is_empty() {
                    let name = transfer::KEPT_HERE.into();
                    self.tell(Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })));
                }
                None
            }
        }
    }

    /// The instrument a document was made with: the shipped one of its id, else its own copy, else one of the office's own.
    pub(super) async fn rubric_for(&self, opened: &Opened) -> Result<Rc<Rubric>, Vec<Problem>> {
        let id = opened.rubric().id.clone();
        if self.ships(&id) {
            return self.rubric(&id).await.ok_or_else(Vec::new);
        }
        match opened.rubric_copy() {
            Some(copy) => copy.map(Rc::new),
            None if self.0.drafts.rubrics().contains_key(&id) => self.rubric(&id).await.ok_or_else(Vec::new),
            None => Err(vec![Problem::new("rubric.id", Kind::UnknownRubric(id.to_string()))]),
        }
    }

    /// Whether an instrument is one of this build's own.
    pub(super) fn ships(&self, id: &str) -> bool {
        self.0.boot.rubrics.iter().any(|(known, _)| *known == *id)
    }

    /// Opens an assessment kept here; whether it could, and nothing else was asked for since.
    pub(super) async fn open_saved(&self, id: &str, turn: u32) -> bool {
        self.save_if_pending();
        let read = self.kept(id).await;
        if turn != self.0.turn.get() {
            return false;
        }
        let Some((rubric, assessment)) = read else {
            self.go_home();
            return false;
        };
        self.0.drafts.set_setting(OPEN, id);
        let at = shelf::stored(&self.0.drafts, id).map(|stored| stored.at).unwrap_or_default();
        self.tell(Action::Opened(rubric, Rc::new(assessment)));
        self.tell(Action::SaveSettled(self.settled(Ok(()), number::clock(&at).into())));
        true
    }

    pub(super) async fn duplicate(&self, id: &str) {
        let Some((rubric, mut copy)) = self.kept(id).await else { return };
        copy.id = ids::fresh_id().into();
        copy.unit.name = home::copy_of(&copy.unit.name).into();
        copy.updated_at = clock::now().iso.into();
        let status = self.store(&copy, &rubric);
        if matches!(status, SaveStatus::Full | SaveStatus::Corrupt | SaveStatus::TooLarge) {
            self.tell(Action::SaveSettled(status));
        }
        self.list();
    }

    /// Begins an assessment with another edition, as far as it corresponds. What is shown of it is at hand already.
    pub(super) fn read_under(&self, id: &str) {
        let (turn, state) = (self.turn(), self.state());
        let (Some(work), Some(other)) = (&state.work, state.library.get(id)) else { return };
        let Some(map) = work.rubric.maps.iter().find(|map| *map.rubric == *id) else { return };
        let now = Text::from(clock::now().iso);
        let reading = read_under(map, &work.rubric, other, &work.assessment);
        let assessment = Assessment {
            id: ids::fresh_id().into(),
            rubric: reference(other),
            created_at: now.clone(),
            updated_at: now,
            ..reading.assessment
        };
        self.start(turn, other.clone(), assessment);
    }

    pub(super) async fn carry_over(&self, id: &str) {
        let turn = self.turn();
        let Some((rubric, old)) = self.kept(id).await else { return };
        let now = clock::now();
        let year = old.assessment_year.map(|year| year + 1).or(Some(now.year));
        let mut new = carried_over(&rubric, &old, ids::fresh_id().into(), year, &now.iso.into(), &|gap| {
            resmi::lower(&rubric, old.assessment_year, gap)
        });
        new.kept = old.kept.into_iter().filter(|(name, _)| &**name == RUBRIC_COPY).collect();
        self.start(turn, rubric, new);
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
