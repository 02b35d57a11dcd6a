//! What the view holds, and every change to it.
//!
//! Invariant: a change is total and reads no clock; whatever follows from files, ticks and instrument is reckoned anew
//! with each of them.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::copies::{Carried, Copies};
use super::worked::Newer;
use crate::domain::Text;
use crate::domain::map::Map;
use crate::domain::recap::units::{Sent, UnitList, UnitsEdit};
use crate::domain::recap::{
    Chosen, Collection, Entry, Heat, Lacking, Measure, NoPemdaScore, Priorities, Recap, heat, lacking,
    priorities,
};
use crate::domain::rubric::Rubric;
use crate::papers::offices::Typed;

/// How many changes to the list can be undone.
const UNDOABLE: usize = 50;

/// One of the two collections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The one that is looked at.
    #[default]
    Now,
    /// The one it is compared with.
    Before,
}

impl Which {
    /// The one of two.
    pub const fn of<T>(self, two: &[T; 2]) -> &T {
        let [now, before] = two;
        match self {
            Self::Now => now,
            Self::Before => before,
        }
    }

    /// The one of two, to be changed.
    pub const fn of_mut<T>(self, two: &mut [T; 2]) -> &mut T {
        let [now, before] = two;
        match self {
            Self::Now => now,
            Self::Before => before,
        }
    }
}

/// Where the list is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// On this device.
    #[default]
    Device,
    /// In this tab alone: the browser keeps nothing.
    Tab,
    /// In this tab alone: *Komputer bersama*.
    Shared,
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where the files go.
    pub into: Which,
    /// How many have been read.
    pub done: usize,
    /// How many there are, as far as is known.
    pub total: usize,
}

/// How the last reading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Where the files went.
    pub into: Which,
    /// How many were read.
    pub done: usize,
    /// How many there were.
    pub total: usize,
    /// How many of them were here already, word for word.
    pub same: usize,
}

/// What a table is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Name of the office.
    #[default]
    Name,
    /// Estimate.
    Point,
    /// Low end of the full range.
    Low,
    /// Category, by its lowest reading.
    Category,
    /// As far as documents support it.
    Supported,
    /// How much is filled in.
    Progress,
    /// Assumptions.
    Assumed,
    /// *Tidak relevan*.
    NotRelevant,
    /// Where it stands.
    Status,
    /// Last change.
    Date,
    /// Problems.
    Troubles,
    /// Verified.
    Verified,
    /// Published.
    Official,
}

/// How a table is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// By what.
    pub column: Column,
    /// From the greatest down.
    pub down: bool,
    /// Words that have to be in it.
    pub find: Text,
    /// The kind of office; empty for all.
    pub kind: Text,
    /// Whether offices of one kind stand together.
    pub grouped: bool,
    /// Which page of the table.
    pub page: usize,
    /// Which offices of the heat map.
    pub heat: usize,
    /// By which figure offices are ranked.
    pub measure: Measure,
    /// Which page of the ranking.
    pub rank: usize,
    /// Which page of the improvements.
    pub steps: usize,
    /// Whether everything that offices lack is listed.
    pub all_lacking: bool,
    /// Which page of the list of units.
    pub units: usize,
    /// Which page of the comparison.
    pub compared: usize,
    /// Which page of the reminders.
    pub reminders: usize,
}

/// What a collection comes to with an instrument.
#[derive(Debug, PartialEq)]
pub struct Picture {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The files.
    pub collection: Rc<Collection>,
    /// What they come to.
    pub recap: Recap,
    /// The digest of the instrument, where only files carry it.
    pub carried: Option<Text>,
    heat: OnceCell<Vec<Heat>>,
    lacking: OnceCell<Vec<Lacking>>,
    priorities: OnceCell<Result<Priorities, NoPemdaScore>>,
}

impl Picture {
    /// The indicators over all offices, the weakest first; reckoned when it is first asked for.
    pub fn heat(&self) -> &[Heat] {
        self.heat.get_or_init(|| heat(&self.rubric, &self.collection, &self.recap))
    }

    /// What offices lack; reckoned when it is first asked for.
    pub fn lacking(&self) -> &[Lacking] {
        self.lacking.get_or_init(|| lacking(&self.rubric, &self.collection, &self.recap))
    }

    /// What lifts the mean; reckoned when it is first asked for.
    pub fn priorities(&self) -> &Result<Priorities, NoPemdaScore> {
        self.priorities.get_or_init(|| priorities(&self.rubric, &self.collection, &self.recap, None))
    }
}

/// What became of a list of units that came as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListNote {
    /// With which files it came.
    pub into: Which,
    /// Its name.
    pub file: Text,
    /// What is to be said of it.
    pub said: Text,
}

/// What files of the collection are to the list of units.
#[derive(Debug, PartialEq, Eq)]
pub struct Come {
    /// What has come from each office of the list.
    pub sent: Vec<Sent>,
    /// Places of files whose office is not on the list.
    pub unlisted: Vec<usize>,
}

/// Everything the view holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The list of units.
    pub units: Rc<UnitList>,
    /// The lists before, for undo.
    pub past: Vec<Rc<UnitList>>,
    /// Where the list is kept.
    pub kept: Kept,
    /// The unit whose fields are open.
    pub opened: Text,
    /// The files of both collections.
    pub files: [Rc<Collection>; 2],
    /// What they come to.
    pub pictures: [Option<Rc<Picture>>; 2],
    come: Rc<OnceCell<Come>>,
    /// Instruments at hand, by id.
    pub library: Map<Rc<Rubric>>,
    /// Ids of instruments of this build that could not be loaded.
    pub missing: Vec<Text>,
    /// Instruments that only files carry.
    pub copies: Copies,
    /// Documents on the device that go beyond files here.
    pub newer: Vec<Newer>,
    /// What became of lists of units among the files.
    pub lists: Vec<ListNote>,
    /// The instrument that was chosen; empty for that of most files.
    pub instrument: Text,
    /// The reading under way.
    pub reading: Option<Reading>,
    /// How the last one ended.
    pub ended: Option<Ended>,
    /// How tables are looked at.
    pub look: Look,
    /// What was told last.
    pub told: Text,
    /// Units to be added, as typed.
    pub pasted: Text,
    /// The name of a scenario, as typed.
    pub scenario: Text,
    /// Values of the whole, as typed, by instrument and indicator.
    pub typed: Map<Text>,
    /// Which paper is shown.
    pub paper: usize,
    /// What is typed for papers.
    pub typed_on_paper: Typed,
}

/// Something that happened.
pub enum Act {
    /// The list was found on the device.
    Found(UnitList),
    /// The list changed.
    Units(Vec<UnitsEdit>),
    /// Another list takes its place.
    Replaced(UnitList),
    /// The last change to the list is taken back.
    Undone,
    /// Where the list is kept.
    Kept(Kept),
    /// The fields of a unit are opened; empty to close them.
    Opened(Text),
    /// Instruments came; those with these ids could not be loaded.
    Rubrics(Vec<Rc<Rubric>>, Vec<Text>),
    /// Files are being read.
    Read(Reading),
    /// Files were read: how it ended, what all files of the collection say, and instruments that came with them.
    Ended(Ended, Vec<Entry>, Vec<Carried>),
    /// What was under way came to nothing.
    Left,
    /// Lists of units came among the files with these names; what is to be said of them.
    Listed(Which, Vec<Text>, Vec<ListNote>),
    /// Documents on the device go beyond files here.
    Newer(Vec<Newer>),
    /// A collection is emptied.
    Emptied(Which),
    /// An instrument is chosen.
    Chosen(Text),
    /// A table is looked at otherwise.
    Looked(Look),
    /// Something is told.
    Told(Text),
    /// Units to be added are typed.
    Pasted(Text),
    /// The name of a scenario is typed.
    Named(Text),
    /// A value of the whole is typed.
    Typed(Text, Text),
    /// Another paper is shown.
    Paper(usize),
    /// Something is typed for papers.
    TypedOnPaper(Typed),
}

impl View {
    /// A collection.
    pub fn files(&self, which: Which) -> &Rc<Collection> {
        which.of(&self.files)
    }

    /// What a collection comes to; none where there are no files, or none that can be reckoned.
    pub fn picture(&self, which: Which) -> Option<&Rc<Picture>> {
        which.of(&self.pictures).as_ref()
    }

    /// What the files are to the list of units, reckoned once for both; none where there are no files.
    pub fn come(&self) -> Option<&Come> {
        let picture = self.picture(Which::Now)?;
        let (list, collection, recap) = (&self.units, &picture.collection, &picture.recap);
        Some(self.come.get_or_init(|| Come {
            sent: list.sent(collection, recap),
            unlisted: list.unlisted(collection, recap),
        }))
    }

    /// The view after something that happened.
    #[must_use]
    pub fn step(&self, act: Act) -> Self {
        let mut next = self.clone();
        match act {
            // Where another list stands here, that one comes back by undo.
            Act::Found(list) if *self.units == UnitList::default() => next.units = Rc::new(list),
            Act::Found(list) => next.put(list),
            Act::Units(edits) => {
                let mut list = (*self.units).clone();
                for edit in edits {
                    list.apply(edit);
                }
                next.put(list);
            }
            Act::Replaced(list) => {
                next.put(list);
                next.typed.clear();
            }
            Act::Undone => {
                if let Some(before) = next.past.pop() {
                    next.units = before;
                    next.typed.clear();
                }
            }
            Act::Kept(kept) => next.kept = kept,
            Act::Opened(id) => next.opened = id,
            Act::Rubrics(all, missing) => {
                for rubric in all {
                    next.library.insert(rubric.id.clone(), rubric);
                }
                next.missing = missing;
            }
            Act::Read(reading) => (next.reading, next.ended) = (Some(reading), None),
            Act::Ended(ended, all, carried) => {
                for one in carried {
                    next.copies.add(one);
                }
                next.set(ended.into, Collection::of(all));
                (next.reading, next.ended) = (None, Some(ended));
            }
            Act::Left => next.reading = None,
            Act::Emptied(which) => {
                next.set(which, Collection::default());
                next.lists.retain(|note| note.into != which);
                if which == Which::Now {
                    next.newer.clear();
                }
                (next.reading, next.ended) = (None, None);
            }
            Act::Newer(newer) => next.newer = newer,
            Act::Listed(which, files, notes) => {
                next.lists.retain(|note| note.into != which || !files.contains(&note.file));
                next.lists.extend(notes);
            }
            Act::Chosen(id) => (next.instrument, next.look) = (id, Look::default()),
            Act::Looked(look) => next.look = look,
            Act::Told(text) => next.told = text,
            Act::Pasted(text) => next.pasted = text,
            Act::Named(text) => next.scenario = text,
            Act::Typed(key, text) => drop(next.typed.insert(key, text)),
            Act::Paper(at) => next.paper = at,
            Act::TypedOnPaper(typed) => next.typed_on_paper = typed,
        }
        next.reckon(self);
        next
    }

    fn put(&mut self, list: UnitList) {
        if list != *self.units {
            self.past.push(std::mem::replace(&mut self.units, Rc::new(list)));
            if self.past.len() > UNDOABLE {
                self.past.remove(0);
            }
        }
    }

    fn set(&mut self, which: Which, files: Collection) {
        *which.of_mut(&mut self.files) = Rc::new(files);
        let files = self.files.clone();
        let rows = || files.iter().flat_map(|files| files.entries()).filter_map(Entry::row);
        let carried: BTreeSet<&Text> = rows().filter(|row| row.carried).map(|row| &row.copy).collect();
        self.copies.keep(&|digest| carried.contains(digest));
        self.look = Look::default();
    }

    /// The id of the instrument that is looked at: the chosen one while files here are of it, else that of most.
    pub fn shown(&self) -> Text {
        let now = self.files(Which::Now).instruments_or_all();
        let all = if now.is_empty() { self.files(Which::Before).instruments_or_all() } else { now };
        let mut ids = all.into_iter().map(|(id, _)| id);
        let first = ids.next().unwrap_or_default();
        if ids.any(|id| id == self.instrument) { self.instrument.clone() } else { first }
    }

    /// The instrument of this id with its digest where only files carry it: then the one that most files carry.
    pub fn rubric(&self, id: &str) -> Option<(&Rc<Rubric>, Option<Text>)> {
        if let Some(own) = self.library.get(id) {
            return Some((own, None));
        }
        let copies = |which: Which| self.files(which).copies(id);
        let digest = copies(Which::Now).into_iter().chain(copies(Which::Before)).next()?.0;
        Some((self.copies.get(&digest)?, Some(digest)))
    }

    fn reckon(&mut self, old: &Self) {
        let same = |which| Rc::ptr_eq(self.files(which), old.files(which));
        let lokus = self.units.lokus == old.units.lokus
            && (self.units.lokus.is_empty() || Rc::ptr_eq(&self.units, &old.units));
        let others = lokus && self.instrument == old.instrument && self.library.len() == old.library.len();
        if others && same(Which::Now) && same(Which::Before) {
            if !Rc::ptr_eq(&self.units, &old.units) {
                self.come = Rc::default();
            }
            return;
        }
        self.come = Rc::default();
        let id = self.shown();
        let picture = |which| {
            let collection = self.files(which);
            let (rubric, carried) = self.rubric(&id).filter(|_| !collection.entries().is_empty())?;
            let offices = self.units.chosen(collection);
            let chosen = Chosen { rubric, carried: carried.as_deref(), offices: offices.as_deref() };
            let recap = Recap::of(collection, &chosen);
            Some(Rc::new(Picture {
                rubric: rubric.clone(),
                collection: collection.clone(),
                recap,
                carried,
                heat: OnceCell::new(),
                lacking: OnceCell::new(),
                priorities: OnceCell::new(),
            }))
        };
        self.pictures = [picture(Which::Now), picture(Which::Before)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recap::Unread;

    fn unread(name: &str) -> Entry {
        Entry::Unread(Unread { file: name.into(), problems: Vec::new() })
    }

    fn names(view: &View, which: Which) -> Vec<&str> {
        view.files(which).entries().iter().map(|entry| &**entry.file()).collect()
    }

    #[test]
    fn every_change_to_the_list_can_be_taken_back() {
        let named = |view: &View, name: &str| view.step(Act::Units(vec![UnitsEdit::Pemda(name.into())]));
        let one = named(&View::default(), "Kab. A");
        let two = named(&one, "Kab. B");
        assert_eq!(two.step(Act::Replaced(UnitList::default())).step(Act::Undone).units, two.units);
        assert_eq!(two.step(Act::Undone).units, one.units);
        assert_eq!(two.step(Act::Undone).step(Act::Undone).units, View::default().units);
        assert_eq!(named(&two, "Kab. B").past, two.past, "what changes nothing is no change");
    }

    #[test]
    fn each_collection_is_filled_and_emptied_by_itself() {
        let ended = |into| Ended { into, done: 1, total: 2, same: 0 };
        let view = View::default()
            .step(Act::Read(Reading { into: Which::Now, done: 0, total: 2 }))
            .step(Act::Ended(ended(Which::Now), vec![unread("a.json"), unread("b.json")], Vec::new()))
            .step(Act::Ended(ended(Which::Before), vec![unread("lama.json")], Vec::new()));
        assert_eq!(names(&view, Which::Now), ["a.json", "b.json"]);
        assert_eq!((view.reading, view.ended), (None, Some(ended(Which::Before))));
        let emptied = view.step(Act::Emptied(Which::Now));
        assert_eq!(names(&emptied, Which::Now), [""; 0]);
        assert_eq!(names(&emptied, Which::Before), ["lama.json"]);
        assert_eq!(emptied.ended, None);
    }
}
