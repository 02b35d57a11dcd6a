//! Doing what is asked: the one place where state, files and the browser meet.
//!
//! Invariant: every outcome, good or bad, becomes an action; nothing fails in silence.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::{navigation::needs_work, shelf};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, RubricRef, Unit};
use crate::domain::edit::carried_over;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::edge::boot::Boot;
use crate::edge::files::{self, ReadFailure};
use crate::edge::storage::{Drafts, SaveFailure, StorageState, Why};
use crate::edge::{clock, fetch, ids, page};
use crate::format::document::{self, Opened, Stamp};
use crate::format::{names, rubric as rubric_file};
use crate::state::{Action, Incoming, Notice, Refused, Route, SaveStatus, State};
use crate::ui::intent::Intent;
use crate::ui::text::transfer;

/// Setting that remembers which assessment was open.
const OPEN: &str = "open";

/// Everything effects need, shared by all callbacks.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    drafts: Drafts,
    boot: Boot,
    dispatch: Callback<Action>,
    latest: RefCell<Rc<State>>,
    downloaded: Cell<u64>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// A desk for this page.
    pub fn open(boot: Boot, dispatch: Callback<Action>) -> Self {
        let latest = RefCell::new(Rc::new(State::default()));
        Self(Rc::new(Inner { drafts: Drafts::open(), boot, dispatch, latest, downloaded: Cell::new(0) }))
    }

    /// What the browser told at the start.
    pub fn boot(&self) -> &Boot {
        &self.0.boot
    }

    /// The callback that tells the state what happened.
    pub fn dispatch(&self) -> Callback<Action> {
        self.0.dispatch.clone()
    }

    /// Takes note of the state as drawn.
    pub fn see(&self, state: Rc<State>) {
        self.0.latest.replace(state);
    }

    /// Whether leaving now would lose changes that are nowhere else.
    pub fn is_at_risk(&self, state: &State) -> bool {
        let changed =
            state.work.as_ref().is_some_and(|work| work.assessment.revision > self.0.downloaded.get());
        changed && state.save.is_at_risk() && state.save != SaveStatus::Pending
    }

    /// Watches for other tabs that write the same assessment.
    pub fn watch_tabs(&self) -> page::Watch {
        let dispatch = self.dispatch();
        self.0.drafts.watch(move |id| dispatch.emit(Action::OtherTabWrote(id.into())))
    }

    /// Shows a view: fetches what it needs, and opens what was open before where the page was reloaded.
    pub fn arrive(&self, route: Route) {
        let state = self.state();
        if needs_work(&route) && state.work.is_none() {
            match self.0.drafts.setting(OPEN).filter(|id| shelf::opened(&self.0.drafts, id).is_some()) {
                Some(id) => {
                    let desk = self.clone();
                    spawn(async move { drop(desk.open_saved(&id).await) });
                }
                None => return page::replace_hash(&Route::Beranda.hash()),
            }
        }
        if route == Route::Beranda {
            self.save_if_pending();
            self.list();
        }
        if let Route::Mulai(id) | Route::Formulir(id) | Route::Tentang(id) = &route
            && !id.is_empty()
            && !state.library.contains_key(id)
        {
            self.perform(Intent::Fetch(id.clone()));
        }
        self.tell(Action::Navigated(route));
    }

    /// Does what is asked; at once, where nothing has to be waited for.
    pub fn perform(&self, intent: Intent) {
        match intent {
            Intent::DownloadSaved(id) => self.download_saved(&id),
            Intent::Download => self.download(),
            Intent::ClearDevice => self.clear_device(),
            Intent::SetShared(shared) => self.set_shared(shared),
            Intent::Accept => {
                self.tell(Action::ImportAccepted);
                show_questions();
            }
            Intent::SaveAgain => self.save(),
            Intent::Print => page::print(),
            Intent::Go(id) => {
                let _ = page::focus(&id);
            }
            waiting => {
                let desk = self.clone();
                spawn(async move { desk.serve(waiting).await });
            }
        }
    }

    /// Does what has to be waited for. One future for all of it, because each of its own is a kilobyte.
    async fn serve(&self, intent: Intent) {
        match intent {
            Intent::Fetch(id) => drop(self.rubric(&id).await),
            Intent::Begin(id, unit, year) => self.begin(&id, unit, year).await,
            Intent::ShowExample(id) => self.show_example(&id).await,
            Intent::OpenSaved(id) => {
                if self.open_saved(&id).await {
                    show_questions();
                }
            }
            Intent::Duplicate(id) => self.duplicate(&id).await,
            Intent::CarryOver(id) => self.carry_over(&id).await,
            Intent::Remove(id) => self.remove(&id).await,
            Intent::BringBack => self.bring_back().await,
            Intent::Take(files) => self.take(files).await,
            Intent::ReloadNewest => {
                let id = self.state().work.as_ref().map(|work| work.assessment.id.clone());
                if let Some(id) = id {
                    self.open_saved(&id).await;
                }
            }
            Intent::Copy(text) => {
                let copied = files::copy(&text).await.is_ok();
                let notice = if copied { Notice::Copied } else { Notice::DownloadBlocked(text.into()) };
                self.tell(Action::Noticed(Some(notice)));
            }
            // Done at once, by `perform`.
            Intent::DownloadSaved(_)
            | Intent::Download
            | Intent::ClearDevice
            | Intent::SetShared(_)
            | Intent::Accept
            | Intent::SaveAgain
            | Intent::Print
            | Intent::Go(_) => {}
        }
    }

    /// Saves the open assessment if it waits to be saved.
    pub fn save_if_pending(&self) {
        if self.state().save == SaveStatus::Pending {
            self.save();
        }
    }

    /// Saves the open assessment now.
    pub fn save(&self) {
        let state = self.state();
        let Some(work) = state.work.as_ref().filter(|_| !state.overtaken) else { return };
        let now = clock::now();
        let text = self.encoded(&work.assessment, &work.rubric, &now.iso);
        let drafts = &self.0.drafts;
        let status = match drafts.save(&work.assessment.id, &text, &now.iso) {
            Ok(()) => match drafts.state() {
                StorageState::Kept => SaveStatus::Kept(now.clock.into()),
                StorageState::Memory(Why::Shared) => SaveStatus::Shared,
                StorageState::Memory(_) => SaveStatus::MemoryOnly,
            },
            Err(SaveFailure::Full) => SaveStatus::Full,
            Err(SaveFailure::Denied) => SaveStatus::MemoryOnly,
            Err(SaveFailure::Corrupt) => SaveStatus::Corrupt,
        };
        drafts.set_setting(OPEN, &work.assessment.id);
        self.tell(Action::SaveSettled(status));
    }

    fn state(&self) -> Rc<State> {
        self.0.latest.borrow().clone()
    }

    fn tell(&self, action: Action) {
        self.0.dispatch.emit(action);
    }

    fn list(&self) {
        self.tell(Action::Listed(Rc::new(shelf::listed(&self.0.drafts))));
    }

    fn encoded(&self, assessment: &Assessment, rubric: &Rubric, at: &str) -> String {
        let stamp = Stamp { app_version: self.0.boot.version, saved_at: at };
        document::encode(assessment, rubric, &stamp)
    }

    /// An instrument, fetched once; tells where it cannot be had.
    async fn rubric(&self, id: &str) -> Option<Rc<Rubric>> {
        if let Some(rubric) = self.state().library.get(id) {
            return Some(rubric.clone());
        }
        let address =
            self.0.boot.rubrics.iter().find(|(known, _)| known == id).map(|(_, address)| address.clone());
        let text = match address {
            Some(address) => fetch::text(&address).await.ok(),
            None => None,
        };
        let Some(rubric) = text.and_then(|text| rubric_file::decode(&text).ok()) else {
            self.tell(Action::RubricMissed(id.into()));
            return None;
        };
        let rubric = Rc::new(rubric);
        self.tell(Action::RubricLoaded(rubric.clone()));
        Some(rubric)
    }

    async fn begin(&self, id: &str, unit: Unit, year: Option<u16>) {
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
    fn start(&self, rubric: Rc<Rubric>, assessment: Assessment) {
        self.tell(Action::Opened(rubric, Rc::new(assessment)));
        self.tell(Action::SaveSettled(SaveStatus::Pending));
        show_questions();
    }

    async fn show_example(&self, id: &str) {
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
    async fn read(&self, opened: Option<Opened>) -> Option<(Rc<Rubric>, Assessment)> {
        let opened = opened?;
        let rubric = self.rubric_for(&opened).await.ok()?;
        let decoded = opened.read(&rubric).ok()?;
        Some((rubric, decoded.assessment))
    }

    /// The instrument a document was made with: its own copy where it carries one and none is shipped.
    async fn rubric_for(&self, opened: &Opened) -> Result<Rc<Rubric>, Vec<Problem>> {
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
    async fn open_saved(&self, id: &str) -> bool {
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

    async fn duplicate(&self, id: &str) {
        let Some((rubric, assessment)) = self.read(shelf::opened(&self.0.drafts, id)).await else { return };
        let now = clock::now();
        let copy =
            Assessment { id: ids::fresh_id().into(), updated_at: now.iso.as_str().into(), ..assessment };
        self.keep(&copy, &rubric, &now.iso);
    }

    /// Keeps an assessment that is not open, and lists again.
    fn keep(&self, assessment: &Assessment, rubric: &Rubric, at: &str) {
        let text = self.encoded(assessment, rubric, at);
        if let Err(failure) = self.0.drafts.save(&assessment.id, &text, at) {
            let status = if failure == SaveFailure::Full { SaveStatus::Full } else { SaveStatus::MemoryOnly };
            self.tell(Action::SaveSettled(status));
        }
        self.list();
    }

    async fn carry_over(&self, id: &str) {
        let Some((rubric, old)) = self.read(shelf::opened(&self.0.drafts, id)).await else { return };
        let now = clock::now();
        let year = old.assessment_year.map(|year| year + 1).or(Some(now.year));
        let new = carried_over(&old, ids::fresh_id().into(), year, &now.iso.into());
        self.start(rubric, new);
    }

    fn download(&self) {
        let state = self.state();
        let Some(work) = &state.work else { return };
        let now = clock::now();
        let text = self.encoded(&work.assessment, &work.rubric, &now.iso);
        let name = names::assessment(&work.assessment.unit.name, &work.rubric.id, &now.day);
        if self.hand_out(&name, &text) {
            self.0.downloaded.set(work.assessment.revision);
        }
    }

    fn download_saved(&self, id: &str) {
        let Some(stored) = shelf::stored(&self.0.drafts, id) else { return };
        let text = if stored.text.is_empty() { stored.broken.unwrap_or_default() } else { stored.text };
        let opened = document::open(text.as_bytes()).ok();
        let (unit, rubric) = opened.map(|o| (o.summary().unit, o.rubric().id.clone())).unwrap_or_default();
        self.hand_out(&names::assessment(&unit, &rubric, &clock::now().day), &text);
    }

    /// Hands a file to the browser, or shows its text; whether it went as a file.
    fn hand_out(&self, name: &str, text: &str) -> bool {
        let sent = files::download(name, "application/json", text).is_ok();
        let notice =
            if sent { Notice::Downloaded(name.into()) } else { Notice::DownloadBlocked(text.into()) };
        self.tell(Action::Noticed(Some(notice)));
        sent
    }

    async fn remove(&self, id: &str) {
        let read = self.read(shelf::opened(&self.0.drafts, id)).await;
        self.0.drafts.remove(id);
        if self.state().work.as_ref().is_some_and(|work| *work.assessment.id == *id) {
            self.tell(Action::Closed);
            self.tell(Action::SaveSettled(SaveStatus::Idle));
        }
        self.list();
        if let Some((_, assessment)) = read {
            self.tell(Action::Noticed(Some(Notice::Removed(Rc::new(assessment)))));
        }
        let _ = page::focus("view-title");
    }

    async fn bring_back(&self) {
        let state = self.state();
        let Some(Notice::Removed(assessment)) = &state.notice else { return };
        let Some(rubric) = self.rubric(&assessment.rubric.id).await else { return };
        self.keep(assessment, &rubric, &clock::now().iso);
        self.tell(Action::Noticed(None));
    }

    fn clear_device(&self) {
        let count = self.0.drafts.clear_all();
        self.tell(Action::Closed);
        self.tell(Action::SaveSettled(SaveStatus::Idle));
        self.list();
        self.tell(Action::Noticed(Some(Notice::Cleared(count))));
    }

    fn set_shared(&self, shared: bool) {
        self.0.drafts.set_shared(shared);
        self.tell(Action::SharedChosen(shared));
        if self.state().work.is_some() {
            self.save();
        }
        self.list();
    }

    async fn take(&self, chosen: Vec<File>) {
        let Some(file) = chosen.first() else { return };
        let name = Text::from(file.name());
        let outcome = if chosen.len() > 1 {
            Err(vec![Problem::new("", Kind::TooMany(1))])
        } else {
            match files::read(file).await {
                Ok(bytes) => self.incoming(&name, &bytes).await,
                Err(ReadFailure::TooLarge(limit)) => Err(vec![Problem::new("", Kind::TooLarge(limit))]),
                Err(ReadFailure::Unreadable) => Err(vec![Problem::new("", Kind::Unreadable(String::new()))]),
            }
        };
        self.tell(match outcome {
            Ok(incoming) => Action::FileRead(Rc::new(incoming)),
            Err(problems) => Action::FileRefused(Rc::new(Refused { name, problems: Rc::new(problems) })),
        });
    }

    /// Reads a file as far as the question whether to take it over.
    async fn incoming(&self, name: &Text, bytes: &[u8]) -> Result<Incoming, Vec<Problem>> {
        let opened = document::open(bytes)?;
        let rubric = self.rubric_for(&opened).await?;
        let decoded = opened.read(&rubric)?;
        let mut assessment = decoded.assessment;
        if assessment.id.is_empty() {
            assessment.id = ids::fresh_id().into();
        }
        let open = self.state().work.as_ref().map(|work| work.assessment.clone());
        let replaces = match open.filter(|open| open.id == assessment.id) {
            Some(open) => Some(open),
            None => {
                self.read(shelf::opened(&self.0.drafts, &assessment.id)).await.map(|(_, kept)| Rc::new(kept))
            }
        };
        let name = if name.is_empty() { transfer::UNTITLED.into() } else { name.clone() };
        let scorecard = Rc::new(Scorecard::of(&rubric, &assessment));
        let problems = Rc::new(decoded.problems);
        Ok(Incoming { name, rubric, assessment: Rc::new(assessment), scorecard, problems, replaces })
    }
}

/// Lets something go on by itself.
fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Goes to the questions of the open assessment.
fn show_questions() {
    page::set_hash(&Route::Pengisian(Text::default(), Text::default()).hash());
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
