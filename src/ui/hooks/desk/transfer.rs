//! Files in and out.
//!
//! Invariant: a file changes nothing here until it is accepted; one that cannot be handed out is shown as text.

use std::rc::Rc;

use web_sys::File;

use super::Desk;
use super::tables::is_table;
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::bare::restore;
use crate::domain::edit::{AnswerEdit, Edit, EvidenceField};
use crate::domain::office_weights::applied;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::is_same_name;
use crate::domain::recap::units::{kept_own, taken_over};
use crate::domain::scorecard::Scorecard;
use crate::domain::verification::is_newest;
use crate::edge::files::{self, ReadFailure};
use crate::edge::storage::Stored;
use crate::edge::{clock, ids, page};
use crate::format::recap::units;
use crate::format::wording::seen;
use crate::format::{Fingerprint, carried, document, names, rubric as rubric_file};
use crate::state::{Action, Incoming, Notice, Refused, Work};
use crate::ui::hooks::shelf;
use crate::ui::text::{common, transfer};

/// Most files that are read at a time: one of each share.
const MOST_FILES: usize = 100;

impl Desk {
    pub(super) fn download(&self) {
        let Some((name, text, assessment)) = self.file("json") else { return };
        if self.hand_out(&name, &text) {
            self.note_copy(&assessment);
        }
    }

    /// The name of a file of the open assessment, its document, and the assessment as it is in it.
    pub(super) fn file(&self, ending: &str) -> Option<(String, String, Rc<Assessment>)> {
        let state = self.state();
        let work = state.work.as_ref()?;
        let now = clock::now();
        let text = self.encoded(&work.assessment, &work.rubric, &now.iso);
        let (unit, rubric) = (&work.assessment.unit.name, &work.rubric.id);
        let name = match work.assessment.share() {
            Some(share) => names::part(&share.id, &share.by, unit, rubric, &now.day),
            None if is_newest(&work.assessment) => names::verification(unit, rubric, &now.day, ending),
            None => names::assessment(unit, rubric, &now.day, ending),
        };
        Some((name, text, work.assessment.clone()))
    }

    pub(super) fn download_saved(&self, id: &str) {
        let Some(stored) = shelf::stored(&self.0.drafts, id) else { return };
        let saved = shelf::saved(&stored);
        let name = names::assessment(&saved.unit, &saved.rubric, &clock::now().day, "json");
        self.hand_out(&name, &whole(stored));
    }

    /// Notes the fingerprint of a file, which goes nowhere itself, beside a document of the open assessment.
    pub(super) async fn fingerprint(&self, indicator: Text, asked: Text, file: &File) {
        let open = || self.state().work.as_ref().map(|work| work.assessment.id.clone());
        let before = open();
        let mut print = Fingerprint::default();
        let mut from = 0.0;
        while from < file.size() {
            let Ok(piece) = files::piece(file, from).await else {
                return self.tell(Action::Noticed(Some(Notice::FileUnreadable)));
            };
            from += f64::from(u32::try_from(piece.len()).unwrap_or(u32::MAX));
            print.add(&piece);
        }
        if before == open() && !self.state().is_locked() {
            let edit = AnswerEdit::Describe(asked, EvidenceField::Sha256, print.hex().into());
            self.tell(Action::Edited(Edit::Answer(indicator, edit), clock::now().iso.into()));
        }
    }

    /// Hands a file to the browser, or shows its text; whether it surely went as a file.
    pub(super) fn hand_out(&self, name: &str, text: &str) -> bool {
        self.hand_out_as(name, "application/json", text)
    }

    /// The same for a text of any kind.
    pub(super) fn hand_out_as(&self, name: &str, mime: &str, text: &str) -> bool {
        let sent = files::download(&self.0.root, name, mime, text.as_bytes()).is_ok();
        // A frame may block downloads without a word to the page in it.
        let sure = sent && !page::is_framed();
        let notice = if sent {
            Notice::Downloaded(name.into(), if sure { Text::default() } else { text.into() })
        } else {
            Notice::DownloadBlocked(text.into())
        };
        self.tell(Action::Noticed(Some(notice)));
        sure
    }

    pub(super) async fn take(&self, chosen: Vec<File>) {
        let mut files = Vec::new();
        for file in chosen.iter().take(MOST_FILES) {
            let read = files::read(file).await.map_err(|failure| match failure {
                ReadFailure::TooLarge(_) => Kind::TooLarge(files::LIMIT),
                ReadFailure::Unreadable => Kind::Unreadable(String::new()),
            });
            files.push((Text::from(seen(&file.name())), read));
        }
        if let Some(files) = self.returned_parts(&files).await {
            return self.tell(files);
        }
        let alone = files.len() < 2;
        let Some((name, read)) = files.into_iter().next() else { return };
        match read {
            _ if !alone => self.weigh(name, Err(Kind::SeveralFiles)).await,
            Ok(bytes) if rubric_file::is_meant(&bytes) => self.take_rubric(name, &bytes),
            Ok(bytes) if units::is_meant(&bytes) => self.take_values(name, &bytes),
            Ok(bytes) if is_table(&bytes) => {
                let read = self.of_table(&name, bytes).await;
                self.weighed(name, read);
            }
            read => self.weigh(name, read).await,
        }
    }

    /// Takes values of the local government over into the open assessment, as assumptions.
    fn take_values(&self, name: Text, bytes: &[u8]) {
        let (list, _) = match units::decode(bytes) {
            Ok(read) => read,
            Err(problems) => {
                return self
                    .tell(Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })));
            }
        };
        let state = self.state();
        let open = state.work.as_ref().filter(|work| !work.is_part() && !state.is_locked());
        let other = open
            .map(|work| &work.assessment.unit.pemda)
            .filter(|own| !own.is_empty() && !list.pemda.is_empty() && !is_same_name(own, &list.pemda));
        self.tell(Action::ImportDismissed);
        if let Some(own) = other {
            let notice = Notice::OtherPemda(seen(&list.pemda).into(), seen(own).into());
            return self.tell(Action::Noticed(Some(notice)));
        }
        let taken = open.map(|Work { rubric, assessment, .. }| {
            let edits = taken_over(rubric, assessment, &list.values);
            let assumed = |edit: &&Edit| matches!(edit, Edit::Answer(_, AnswerEdit::Assume(_)));
            let count = edits.iter().filter(assumed).count();
            if count > 0 {
                self.tell(Action::Edited(Edit::Several(edits), clock::now().iso.into()));
            }
            (common::heading(assessment).into(), count, kept_own(rubric, assessment, &list.values))
        });
        self.tell(Action::Noticed(Some(Notice::PemdaValues(taken))));
    }

    /// Asks whether to take over what was read, or says why it cannot be.
    pub(super) async fn weigh(&self, name: Text, read: Result<Vec<u8>, Kind>) {
        let outcome = match read {
            // The one file has it inside.
            Ok(bytes) => self.incoming(&name, carried::taken(&bytes).unwrap_or(&bytes)).await,
            Err(kind) => Err(vec![Problem::new("", kind)]),
        };
        self.weighed(name, outcome);
    }

    fn weighed(&self, name: Text, outcome: Result<Incoming, Vec<Problem>>) {
        self.tell(match outcome {
            Ok(incoming) => Action::FileRead(Rc::new(incoming)),
            Err(problems) => Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })),
        });
    }

    /// Reads a file as far as the question whether to take it over.
    pub(super) async fn incoming(&self, name: &Text, bytes: &[u8]) -> Result<Incoming, Vec<Problem>> {
        let opened = document::open(bytes)?;
        let rubric = self.rubric_for(&opened).await?;
        let decoded = opened.read(&rubric)?;
        let mut assessment = decoded.assessment;
        if assessment.id.is_empty() {
            assessment.id = ids::fresh_id().into();
        }
        let replaces = match self.kept_as(&assessment.kept_under()).await {
            // A share keeps its id, or it could not be merged.
            Some(kept)
                if !assessment.is_part()
                    && kept.as_ref().is_none_or(|kept| kept.rubric.id != assessment.rubric.id) =>
            {
                // What is kept under this id is something else: both stay.
                assessment.id = ids::fresh_id().into();
                None
            }
            kept => kept.flatten(),
        };
        if let Some(kept) = &replaces {
            restore(&mut assessment, kept);
        }
        let to_verify = &**name == transfer::FROM_RECAP;
        let name = if name.is_empty() { transfer::UNTITLED.into() } else { name.clone() };
        let scorecard = Rc::new(Scorecard::of(&applied(&rubric, &assessment.weights), &assessment));
        let problems = Rc::new(decoded.problems);
        let own = !self.ships(&rubric.id);
        let too_large = self.encoded(&assessment, &rubric, &clock::now().iso).len() > files::LIMIT;
        let assessment = Rc::new(assessment);
        Ok(Incoming { name, rubric, assessment, scorecard, problems, own, replaces, too_large, to_verify })
    }

    /// What is open or kept under an id; none inside where it cannot be read.
    pub(super) async fn kept_as(&self, id: &str) -> Option<Option<Rc<Assessment>>> {
        let state = self.state();
        // What is only looked at is not here.
        let open = state.work.as_ref().filter(|_| state.copy.is_none()).map(|work| work.assessment.clone());
        if let Some(open) = open.filter(|open| *open.kept_under() == *id) {
            return Some(Some(open));
        }
        let stored = shelf::stored(&self.0.drafts, id)?;
        Some(self.read(&stored.text).await.ok().map(|(_, kept)| Rc::new(kept)))
    }
}

/// A kept document; where nothing of it can be trusted, what was found.
pub fn whole(stored: Stored) -> String {
    if stored.text.is_empty() { stored.broken.unwrap_or_default() } else { stored.text }
}
