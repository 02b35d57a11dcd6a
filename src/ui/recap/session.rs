//! What lasts while the tab does: the view's state, the files behind it, and the list on the device.
//!
//! Invariant: the state outlives the view that shows it; the list reaches the device with every change, unless nothing is
//! to be kept there, and goes from here when everything is removed.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::Callback;

use super::state::{Act, Kept, View, Which};
use crate::domain::Text;
use crate::domain::recap::units::UnitList;
use crate::edge::boot::Boot;
use crate::edge::intake::Source;
use crate::edge::page::{self, Watch};
use crate::edge::storage::{Drafts, StorageState, Why};
use crate::format::recap::units;

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
    /// Whether the list was on the device when it was last looked at.
    stored: Cell<bool>,
    clearing: RefCell<Watch>,
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
                stored: Cell::default(),
                clearing: RefCell::default(),
            }));
            let own = session.clone();
            drop(session.0.clearing.replace(page::on_cleared(move || own.clear())));
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
        let before = self.view();
        let after = Rc::new(before.step(act));
        self.0.view.replace(after.clone());
        if !Rc::ptr_eq(&before.units, &after.units) {
            self.keep();
        }
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
        let text = if is_blank(&list) { String::new() } else { units::encode(&list) };
        // What could not be read again would be lost without a word: what was kept before stays then.
        let readable = text.is_empty() || units::decode(text.as_bytes()).is_ok();
        if readable {
            drafts.set_setting(UNITS, &text);
        }
        let held = readable && drafts.setting(UNITS).unwrap_or_default() == text;
        self.note(&drafts, held);
    }

    /// Notes where the list is kept; `held` says that what is kept is this list and not an earlier one.
    fn note(&self, drafts: &Drafts, held: bool) {
        let empty = is_blank(&self.view().units);
        let lies = drafts.is_kept(UNITS) && held;
        self.0.stored.set(drafts.is_kept(UNITS));
        let kept = match drafts.state() {
            StorageState::Memory(Why::Shared) => Kept::Shared,
            StorageState::Kept if lies || empty => Kept::Device,
            _ => Kept::Tab,
        };
        if self.view().kept != kept {
            let next = self.view().step(Act::Kept(kept));
            self.0.view.replace(Rc::new(next));
        }
    }

    /// Looks at what is on the device: it may have been removed, or written by another tab, since the view was left.
    fn look_up(&self) {
        let drafts = self.drafts();
        let known = !is_blank(&self.view().units);
        let kept = drafts.setting(UNITS).map(|text| units::decode(text.as_bytes()));
        let held = matches!(kept, Some(Ok(_)));
        match kept {
            Some(Ok((list, _))) if list != *self.view().units => {
                self.0.view.replace(Rc::new(self.view().step(Act::Found(list))));
            }
            Some(_) if known && drafts.state() == StorageState::Kept && !drafts.is_kept(UNITS) => {
                return self.keep();
            }
            None if known && self.0.stored.get() && drafts.state() == StorageState::Kept => self.clear(),
            None if known => return self.keep(),
            _ => {}
        }
        self.note(&drafts, held);
    }

    /// Everything goes.
    fn clear(&self) {
        self.begin();
        self.0.view.replace(Rc::default());
        self.0.held.replace(Default::default());
        self.0.opened.replace(BTreeSet::new());
        self.0.stored.set(false);
    }
}

/// Whether nothing was entered.
fn is_blank(list: &UnitList) -> bool {
    *list == UnitList::default()
}
