//! Doing what is asked: the one place where state, files and the browser meet.
//!
//! Invariant: every outcome, good or bad, becomes an action; nothing fails in silence.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::shelf;
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::milestone::MilestoneEdit;
use crate::domain::rubric::Rubric;
use crate::edge::boot::Boot;
use crate::edge::files::{self};
use crate::edge::root::Root;
use crate::edge::storage::{Drafts, StorageState, Why};
use crate::edge::{fetch, focus, page};
use crate::format::document::{self, Stamp};
use crate::format::message::Message;
use crate::state::{Action, Asked, Notice, Route, SaveStatus, State};
use crate::ui::intent::Intent;
use crate::ui::text::transfer as words;

#[cfg(not(feature = "whole"))]
mod afar;
mod carried;
mod copies;
mod keeping;
mod opening;
mod parts;
mod place;
mod rubrics;
mod site;
mod tables;
mod transfer;

/// Setting that remembers which assessment was open.
const OPEN: &str = "open";

/// Everything effects need, shared by all callbacks.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    drafts: Drafts,
    boot: Rc<Boot>,
    root: Root,
    dispatch: Callback<Action>,
    latest: RefCell<Rc<State>>,
    /// What went out as a file last, as it was then.
    copied: RefCell<Option<Rc<Assessment>>>,
    /// An instrument of the office's own that waits for consent, with its text.
    waiting: RefCell<Option<(Rubric, String)>>,
    turn: Cell<u32>,
    saves: Cell<u32>,
    told: RefCell<Rc<Vec<Message>>>,
    arrived: Cell<bool>,
    #[cfg(not(feature = "whole"))]
    afar: afar::Afar,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// A desk for this page.
    pub fn open(boot: Rc<Boot>, root: Root, dispatch: Callback<Action>) -> Self {
        let latest = RefCell::new(Rc::new(State::default()));
        let (drafts, copied, turn) = (Drafts::open(&boot.instance), RefCell::default(), Cell::default());
        let (saves, told, arrived) = (Cell::default(), RefCell::default(), Cell::default());
        let waiting = RefCell::default();
        Self(Rc::new(Inner {
            drafts,
            boot,
            root,
            dispatch,
            latest,
            copied,
            waiting,
            turn,
            saves,
            told,
            arrived,
            #[cfg(not(feature = "whole"))]
            afar: afar::Afar::default(),
        }))
    }

    /// What the browser told at the start.
    pub fn boot(&self) -> &Rc<Boot> {
        &self.0.boot
    }

    /// What the app stands in.
    pub fn root(&self) -> &Root {
        &self.0.root
    }

    /// The callback that tells the state what happened.
    pub fn dispatch(&self) -> Callback<Action> {
        self.0.dispatch.clone()
    }

    /// Takes note of the state as drawn.
    pub fn see(&self, state: Rc<State>) {
        self.tell_site(&state);
        self.0.latest.replace(state);
    }

    /// Whether leaving now would lose changes that are nowhere else.
    pub fn is_at_risk(&self, state: &State) -> bool {
        let changed = state.work.as_ref().is_some_and(|work| !self.is_copied(&work.assessment));
        // What waits is saved when the page is hidden, unless another tab has the word.
        changed && state.save.is_at_risk() && (state.overtaken || state.save != SaveStatus::Pending)
    }

    /// Watches for other tabs that write the same assessment.
    pub fn watch_tabs(&self) -> page::Watch {
        let dispatch = self.dispatch();
        self.0.drafts.watch(move |id| dispatch.emit(Action::OtherTabWrote(id.into())))
    }

    /// Shows a view: fetches what it needs, and opens what was open before where the page was reloaded.
    pub fn arrive(&self, route: Route) {
        let (state, turn) = (self.state(), self.turn());
        if self.shows_carried(&route) {
            let route = if route == Route::Beranda { Route::Hasil } else { route };
            // At once: the view that comes late is then still the first, and leaves the top of the page in sight.
            self.0.root.replace_hash(&route.hash());
            return self.perform(Intent::Look(Some(route)));
        }
        if route.needs_work() && state.work.is_none() {
            match self.0.drafts.setting(OPEN).filter(|id| shelf::opened(&self.0.drafts, id).is_some()) {
                Some(id) => {
                    let desk = self.clone();
                    spawn(async move {
                        desk.open_saved(&id, turn).await;
                    });
                }
                None => return self.go_home(),
            }
        }
        let route = self.led(route, &state);
        if matches!(route, Route::Beranda | Route::Tentang(_)) {
            self.save_if_pending();
            self.list();
        }
        if let Route::Mulai(id) | Route::Formulir(id) | Route::Tentang(id) = &route
            && !id.is_empty()
            && (!state.library.contains_key(id) || self.0.drafts.rubrics().contains_key(id))
        {
            self.perform(Intent::Fetch(id.clone()));
        }
        self.tell(Action::Navigated(route));
    }

    /// Does what is asked. One future for all of it, because each of its own is a kilobyte.
    pub fn perform(&self, intent: Intent) {
        let desk = self.clone();
        spawn(async move { desk.serve(intent).await });
    }

    async fn serve(&self, intent: Intent) {
        match intent {
            Intent::Fetch(id) => {
                let missed = self.rubric(&id).await.is_none();
                if missed && matches!(Route::read(&self.0.root.hash()), Route::Mulai(_) | Route::Formulir(_))
                {
                    self.go_home();
                }
            }
            Intent::Begin(id, unit, year) => self.begin(&id, unit, year).await,
            Intent::ShowExample(id) => self.show_example(&id).await,
            Intent::OpenSaved(id) => {
                if self.open_saved(&id, self.turn()).await {
                    self.show_questions();
                }
            }
            Intent::Duplicate(id) => self.duplicate(&id).await,
            Intent::CarryOver(id) => self.carry_over(&id).await,
            Intent::DownloadSaved(id) => self.download_saved(&id),
            Intent::DownloadRubric(id) => self.download_rubric(&id).await,
            Intent::DropRubric(id) => self.drop_rubric(&id),
            Intent::ReplaceRubric => {
                if let Some((rubric, text)) = self.0.waiting.take() {
                    self.keep_rubric(rubric, &text);
                }
            }
            Intent::Download => self.download(),
            Intent::DownloadTable(id, ending) => self.download_table(&id, ending).await,
            Intent::DownloadPage => self.download_page().await,
            Intent::Send => self.send().await,
            Intent::Share(send) => self.share(send).await,
            Intent::HandOut(id, send) => self.hand_out_part(&id, send).await,
            Intent::Merge => self.merge().await,
            Intent::OpenPart => self.open_part().await,
            Intent::Look(route) => self.look(route).await,
            Intent::Remove(id) => self.remove(&id),
            Intent::BringBack => self.bring_back(),
            Intent::ClearDevice => self.clear_device(),
            Intent::SetShared(shared) => self.set_shared(shared),
            Intent::Take(files) => self.take(files).await,
            Intent::Fingerprint(id, asked, file) => self.fingerprint(id, asked, &file).await,
            Intent::Open(text) => self.weigh(words::FROM_RECAP.into(), Ok(text.into_bytes())).await,
            Intent::Prefill(text) => self.weigh(words::FROM_SITE.into(), Ok(text.into_bytes())).await,
            Intent::Accept => {
                self.save_if_pending();
                let leads = self.state().incoming.as_ref().map(|incoming| {
                    self.note_copy(&incoming.assessment);
                    incoming.leads_to()
                });
                self.tell(Action::ImportAccepted);
                self.0.root.set_hash(&leads.unwrap_or_default().hash());
            }
            Intent::ReloadNewest => {
                let id = self.state().work.as_ref().map(|work| work.assessment.kept_under());
                if let Some(id) = id {
                    self.open_saved(&id, self.turn()).await;
                }
            }
            Intent::SaveAgain => self.save(),
            Intent::KeepPage(name, page) => drop(self.hand_out_as(&name, "text/html", &page)),
            Intent::Print => {
                page::print();
                if page::is_framed() {
                    self.tell(Action::Noticed(Some(Notice::PrintedInFrame)));
                }
            }
            Intent::Hold(form, text) => {
                if let Some(work) = &self.state().work {
                    self.0.drafts.set_setting(&keeping::held(form, &work.assessment.id), &text);
                }
            }
            Intent::Freeze(name) => self.freeze(Edit::Milestone(MilestoneEdit::Freeze(name))),
            Intent::Stand(edit) => self.freeze(Edit::Status(edit)),
            Intent::ReadUnder(id) => self.read_under(&id),
            Intent::Copy(text) => {
                let copied = files::copy(&self.0.root, &text).await.is_ok();
                let notice = if copied { Notice::Copied } else { Notice::CopyBlocked(text.into()) };
                self.tell(Action::Noticed(Some(notice)));
            }
            Intent::Go(id) => {
                let _ = focus::give(&self.0.root, &id);
            }
        }
    }

    /// Shows the first page in place of a view that cannot be shown.
    fn go_home(&self) {
        self.0.root.replace_hash(&Route::Beranda.hash());
        self.save_if_pending();
        self.list();
        self.tell(Action::SentHome);
    }

    /// A new turn: what was asked for in an earlier one and comes late is no longer wanted.
    fn turn(&self) -> u32 {
        let turn = self.0.turn.get().wrapping_add(1);
        self.0.turn.set(turn);
        turn
    }

    fn state(&self) -> Rc<State> {
        self.0.latest.borrow().clone()
    }

    fn tell(&self, action: Action) {
        self.0.dispatch.emit(action);
    }

    fn list(&self) {
        self.tell(Action::Asked(Asked::Nothing));
        self.tell(Action::SharedChosen(self.0.drafts.state() == StorageState::Memory(Why::Shared)));
        let (own, unread) = self.own();
        self.tell(Action::Listed(Rc::new(shelf::listed(&self.0.drafts)), Rc::new(own), Rc::new(unread)));
    }

    fn encoded(&self, assessment: &Assessment, rubric: &Rubric, at: &str) -> String {
        let stamp = Stamp { app_version: self.0.boot.version, saved_at: at };
        document::encode(assessment, rubric, &stamp)
    }

    /// One of this build's own files, by the id of what is in it.
    async fn shipped(&self, list: &[(String, String)], id: &str) -> Option<String> {
        let (_, address) = list.iter().find(|(known, _)| known == id)?;
        String::from_utf8(fetch::bytes_ahead(&self.0.root, address).await.ok()?).ok()
    }

    /// Gives the focus to what a view was gone to for.
    pub fn lead(&self, target: &str) {
        let _ = focus::give(&self.0.root, target);
        #[cfg(not(feature = "whole"))]
        self.lead_afar(target);
    }

    /// Gives the heading the focus once the page is drawn again, where what had the focus is gone by then.
    fn lead_to_title(&self) {
        let root = self.0.root.clone();
        Timeout::new(0, move || {
            let _ = focus::give(&root, "view-title");
        })
        .forget();
    }

    /// Goes to the questions of the open assessment.
    fn show_questions(&self) {
        self.0.root.set_hash(&Route::Pengisian(Text::default(), Text::default()).hash());
    }
}

/// Lets something go on by itself.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
