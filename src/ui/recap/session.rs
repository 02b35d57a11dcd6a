//! What lasts while the tab does: the view's state, the files behind it, and the list on the device.
//!
//! Invariant: the state outlives the view that shows it; the list reaches the device with every change, unless nothing is
//! to be kept there, and goes from here when everything is removed. A change is made to the list as the last tab left it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::Callback;

use super::state::{Act, Kept, Reading, View, Which};
use crate::domain::Text;
use crate::domain::recap::units::UnitList;
use crate::edge::boot::Boot;
use crate::edge::clock;
use crate::edge::intake::Source;
use crate::edge::page::{self, Watch};
use crate::edge::storage::{Drafts, StorageState, Why};
use crate::format::recap::units;
use crate::ui::text::{daftar as words, masuk};

/// The setting that holds the list.
const UNITS: &str = "units";

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Held {
    /// The name it came with.
    pub name: Text,
    /// Where it is; none where it could not even be opened.
    pub source: Option<Source>,
}

/// One app's session. Clones are one and the same.
#[derive(Clone)]
pub struct Session(Rc<Inner>);

struct Inner {
    boot: Rc<Boot>,
    view: RefCell<Rc<View>>,
    hears: RefCell<Option<Callback<()>>>,
    /// Counts the readings; one that is not the last is over.
    turn: Cell<u32>,
    /// The files themselves, by name, to be opened again.
    held: RefCell<[BTreeMap<Text, Held>; 2]>,
    /// The files that were opened, by the names they are shown under.
    opened: RefCell<BTreeSet<Text>>,
    /// The list as it was on the device when it was last looked at.
    there: RefCell<Option<String>>,
    watches: RefCell<Vec<Watch>>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

thread_local! {
    static ALL: RefCell<Vec<Session>> = const { RefCell::new(Vec::new()) };
}

impl Session {
    /// The session of an app, as it was left.
    pub fn of(boot: &Rc<Boot>) -> Self {
        let known = ALL.with(|all| {
            let all = all.try_borrow().ok()?;
            all.iter().find(|one| one.0.boot.instance == boot.instance).cloned()
        });
        let session = known.unwrap_or_else(|| {
            let session = Self(Rc::new(Inner {
                boot: boot.clone(),
                view: RefCell::default(),
                hears: RefCell::default(),
                turn: Cell::default(),
                held: RefCell::default(),
                opened: RefCell::default(),
                there: RefCell::default(),
                watches: RefCell::default(),
            }));
            let (own, other) = (session.clone(), session.clone());
            let watches = vec![
                page::on_cleared(move || own.clear()),
                session.drafts().watch_setting(UNITS, move || {
                    if other.look_up() {
                        other.redraw();
                    }
                }),
            ];
            drop(session.0.watches.replace(watches));
            ALL.with(|all| {
                if let Ok(mut all) = all.try_borrow_mut() {
                    all.push(session.clone());
                }
            });
            session
        });
        session.look_up();
        session
    }

    /// What the view shows.
    pub fn view(&self) -> Rc<View> {
        self.0.view.borrow().clone()
    }

    /// What the page said at the start.
    pub fn boot(&self) -> &Boot {
        &self.0.boot
    }

    /// Has the view that is shown draw after each change; none once it is gone.
    pub fn hear(&self, hears: Option<Callback<()>>) {
        self.0.hears.replace(hears);
    }

    /// Something happened.
    pub fn tell(&self, act: Act) {
        let is_of_list = matches!(act, Act::Units(_) | Act::Replaced(_) | Act::Undone);
        let moved = is_of_list && self.look_up();
        // What would be taken back is not what was looked at.
        if !(moved && matches!(act, Act::Undone)) {
            let (before, is_edit) = (self.view(), matches!(act, Act::Units(_)));
            let mut after = before.step(act);
            let is_other = !Rc::ptr_eq(&before.units, &after.units);
            if is_edit && is_other {
                // So that an older file is told from it.
                let now = clock::now().iso;
                after.units = Rc::new(UnitList { updated_at: now.into(), ..(*after.units).clone() });
            }
            self.0.view.replace(Rc::new(after));
            if is_other {
                self.keep();
            }
        }
        self.redraw();
    }

    fn redraw(&self) {
        let hears = self.0.hears.borrow().clone();
        if let Some(hears) = hears {
            hears.emit(());
        }
    }

    /// Begins a reading; what ran before is over.
    pub fn begin(&self) -> u32 {
        let turn = self.0.turn.get().wrapping_add(1);
        self.0.turn.set(turn);
        turn
    }

    /// Ends the reading; what it has read is kept.
    pub fn stop(&self) {
        self.begin();
        // While folders are looked through there is nothing to keep, and nobody waits for them any more.
        if self.view().reading.is_some_and(|reading| reading.total == 0) {
            self.tell(Act::Left);
            self.tell(Act::Told(masuk::STOPPED_EARLY.into()));
        }
    }

    /// Begins a piece of work on so many files of a collection, which nothing else changes until it ends. Where something
    /// is under way already that is said, and there is none.
    pub fn claim(&self, into: Which, total: usize) -> Option<u32> {
        if self.view().reading.is_some() {
            self.tell(Act::Told(masuk::BUSY.into()));
            return None;
        }
        let turn = self.begin();
        self.tell(Act::Read(Reading { into, done: 0, total }));
        Some(turn)
    }

    /// Ends such a piece of work, of which this is to be told; nothing where everything was removed meanwhile.
    pub fn release(&self, told: String) {
        if self.view().reading.is_some() {
            self.tell(Act::Left);
            self.tell(Act::Told(told.into()));
        }
    }

    /// Whether a reading is still wanted.
    pub fn is_on(&self, turn: u32) -> bool {
        self.0.turn.get() == turn
    }

    /// Holds files by the names they are shown under.
    pub fn hold(&self, which: Which, more: Vec<(Text, Held)>) {
        which.of_mut(&mut self.0.held.borrow_mut()).extend(more);
    }

    /// All files of a collection, by the names they are shown under.
    pub fn held(&self, which: Which) -> BTreeMap<Text, Held> {
        which.of(&self.0.held.borrow()).clone()
    }

    /// The files of a collection go.
    pub fn empty(&self, which: Which) {
        self.begin();
        which.of_mut(&mut self.0.held.borrow_mut()).clear();
        self.tell(Act::Emptied(which));
    }

    /// Notes that the document in a file is opened.
    pub fn note_opened(&self, file: &Text) {
        self.0.opened.borrow_mut().insert(file.clone());
    }

    /// The files whose documents were opened.
    pub fn opened(&self) -> BTreeSet<Text> {
        self.0.opened.borrow().clone()
    }

    /// Where the file of this name is.
    pub fn source(&self, which: Which, name: &str) -> Option<Source> {
        which.of(&self.0.held.borrow()).get(name).and_then(|held| held.source.clone())
    }

    /// What is kept here under this app's keys.
    pub fn drafts(&self) -> Drafts {
        // Opened anew each time: *Komputer bersama* may have been switched meanwhile.
        Drafts::open(&self.0.boot.instance)
    }

    fn keep(&self) {
        let list = self.view().units.clone();
        let drafts = self.drafts();
        // One that was emptied is kept as it is: where there is none, everything was removed.
        let none = is_blank(&list) && self.0.there.borrow().is_none();
        let text = if none { String::new() } else { units::encode(&list) };
        // What could not be read again would be lost without a word: what was kept before stays then.
        if none || units::decode(text.as_bytes()).is_ok() {
            drafts.set_setting(UNITS, &text);
        }
        self.note(&drafts);
    }

    /// Notes where the list is kept: on the device only where what is there is this list and not an earlier one.
    fn note(&self, drafts: &Drafts) {
        let there = drafts.kept_setting(UNITS);
        let list = &self.view().units;
        let lies = there.as_deref().map_or_else(|| is_blank(list), |text| holds(text, list));
        self.0.there.replace(there);
        let kept = match drafts.state() {
            StorageState::Memory(Why::Shared) => Kept::Shared,
            StorageState::Kept if lies => Kept::Device,
            _ => Kept::Tab,
        };
        if self.view().kept != kept {
            self.step(Act::Kept(kept));
        }
    }

    /// Looks at what is on the device: another tab may have written the list, or removed everything, since it was last
    /// looked at. Whether another list stands here now.
    fn look_up(&self) -> bool {
        let drafts = self.drafts();
        let there = drafts.kept_setting(UNITS);
        let is_known = !is_blank(&self.view().units);
        let is_news = drafts.state() == StorageState::Kept && there != *self.0.there.borrow();
        let read = there.as_deref().and_then(|text| Some(units::decode(text.as_bytes()).ok()?.0));
        let mut moved = is_news;
        match (there, read) {
            (None, _) if is_news => {
                self.clear();
                self.step(Act::Told(words::GONE_ELSEWHERE.into()));
            }
            (Some(text), Some(list)) if is_news && list != *self.view().units => {
                // What could not be kept here gives way, and comes back by Urungkan.
                drafts.set_setting(UNITS, &text);
                self.step(Act::Found(list));
                if is_known {
                    self.step(Act::Told(words::CHANGED_ELSEWHERE.into()));
                }
            }
            (there, _) => {
                moved = false;
                let lies = there.is_some_and(|text| holds(&text, &self.view().units));
                if is_known && !lies && drafts.state() == StorageState::Kept {
                    self.keep();
                    return false;
                }
            }
        }
        self.note(&drafts);
        moved
    }

    /// A change that nobody is told of.
    fn step(&self, act: Act) {
        let next = self.view().step(act);
        self.0.view.replace(Rc::new(next));
    }

    /// Everything goes but the instruments of this build.
    fn clear(&self) {
        self.begin();
        let before = self.view();
        let mut view = View::default();
        view.missing.clone_from(&before.missing);
        for (id, _) in &self.0.boot.rubrics {
            if let Some((id, rubric)) = before.library.get_key_value(id) {
                view.library.insert(id.clone(), rubric.clone());
            }
        }
        self.0.view.replace(Rc::new(view));
        self.0.held.replace(Default::default());
        self.0.opened.replace(BTreeSet::new());
        self.0.there.replace(None);
    }
}

/// Whether a text as it is kept is this list.
fn holds(text: &str, list: &UnitList) -> bool {
    text == units::encode(list) || units::decode(text.as_bytes()).is_ok_and(|(own, _)| own == *list)
}

/// Whether nothing was entered.
fn is_blank(list: &UnitList) -> bool {
    *list == UnitList::default()
}
