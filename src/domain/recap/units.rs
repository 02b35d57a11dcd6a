//! The offices of a local government that deliver services, which of them are assessed, and values they share.
//!
//! Invariant: holds what was typed; ids of units are unique within a list, and a tick of one that is not there counts
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::office::{OfficeKey, plain};
use super::{Collection, Recap};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Choice, Kept};
use crate::domain::edit::{AnswerEdit, Edit, Field};
use crate::domain::number::Decimal;
use crate::domain::proposal::meant_for_others;
use crate::domain::rubric::{Indicator, Rubric};

/// Most units of a list.
pub const MAX_UNITS: usize = 5_000;
/// Most scenarios of a list.
pub const MAX_SCENARIOS: usize = 100;
/// Words of a file's name that an office is looked for in.
const MOST_WORDS: usize = 24;

/// One office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Unique within the list.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its kind, in the words of instruments: `kesehatan`, `puskesmas`.
    pub kind: Text,
    /// What it belongs to; empty for an office of its own.
    pub parent: Text,
    /// Its service products.
    pub products: Vec<Text>,
    /// Whether minimum service standards (SPM) hold for it; none where that was not said.
    pub spm: Option<bool>,
    /// Unknown members.
    pub kept: Kept,
}

/// A set of ticks kept by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// Unique within the list.
    pub id: Text,
    /// What it is called.
    pub name: Text,
    /// Ids of the units that are assessed.
    pub lokus: Vec<Text>,
    /// Unknown members.
    pub kept: Kept,
}

/// A value of the local government that an indicator takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// Id of the instrument.
    pub rubric: Text,
    /// Id of the indicator.
    pub indicator: Text,
    /// The value, on the scale of the indicator.
    pub value: Decimal,
    /// What it rests on.
    pub ground: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitList {
    /// The local government.
    pub pemda: Text,
    /// Its offices, in the order they were put.
    pub units: Vec<Listed>,
    /// Ids of the units that are assessed.
    pub lokus: Vec<Text>,
    /// Sets of ticks.
    pub scenarios: Vec<Scenario>,
    /// Values that offices share.
    pub values: Vec<Value>,
    /// When it was last changed.
    pub updated_at: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// One change to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitsEdit {
    /// Name the local government.
    Pemda(Text),
    /// Put an office in place of the one with its id, or at the end.
    Put(Listed),
    /// Take out the office with this id, also where it is ticked.
    Remove(Text),
    /// Put new offices at the end, as far as there is room.
    Add(Vec<Listed>),
    /// Say whether an office is assessed.
    Tick(Text, bool),
    /// Say whether all of them are.
    TickAll(bool),
    /// Keep the present ticks as a scenario of this id and name.
    Save(Text, Text),
    /// Tick what the scenario of this id ticks.
    Take(Text),
    /// Forget the scenario of this id.
    Forget(Text),
    /// Set a value.
    Value(Value),
    /// Take out the value of an indicator: instrument, indicator.
    DropValue(Text, Text),
}

/// What has come from an office of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The file at this place counts.
    Counted(usize),
    /// The file at this place came but does not count.
    NotCounted(usize),
    /// The file at this place bears its name and cannot be read.
    Unread(usize),
    /// Nothing.
    Nothing,
}

impl UnitList {
    /// Makes a change.
    pub fn apply(&mut self, edit: UnitsEdit) {
        match edit {
            UnitsEdit::Pemda(name) => self.pemda = name,
            UnitsEdit::Put(unit) => match self.units.iter_mut().find(|own| own.id == unit.id) {
                Some(own) => *own = unit,
                None => self.add(vec![unit]),
            },
            UnitsEdit::Add(units) => self.add(units),
            UnitsEdit::Remove(id) => {
                self.units.retain(|own| own.id != id);
                self.lokus.retain(|own| *own != id);
                for scenario in &mut self.scenarios {
                    scenario.lokus.retain(|own| *own != id);
                }
            }
            UnitsEdit::Tick(id, ticked) => {
                self.lokus.retain(|own| *own != id);
                if ticked && self.units.iter().any(|unit| unit.id == id) {
                    self.lokus.push(id);
                }
            }
            UnitsEdit::TickAll(ticked) => {
                self.lokus.clear();
                if ticked {
                    self.lokus.extend(self.units.iter().map(|unit| unit.id.clone()));
                }
            }
            UnitsEdit::Save(id, name) => {
                let (lokus, room) = (self.lokus.clone(), self.scenarios.len() < MAX_SCENARIOS);
                match self.scenarios.iter_mut().find(|own| own.id == id) {
                    Some(own) => (own.name, own.lokus) = (name, lokus),
                    None if room => self.scenarios.push(Scenario { id, name, lokus, kept: Kept::new() }),
                    None => {}
                }
            }
            UnitsEdit::Take(id) => {
                if let Some(scenario) = self.scenarios.iter().find(|own| own.id == id) {
                    self.lokus.clone_from(&scenario.lokus);
                }
            }
            UnitsEdit::Forget(id) => self.scenarios.retain(|own| own.id != id),
            UnitsEdit::Value(value) => {
                let same = |own: &&mut Value| own.rubric == value.rubric && own.indicator == value.indicator;
                match self.values.iter_mut().find(same) {
                    Some(own) => *own = value,
                    None => self.values.push(value),
                }
            }
            UnitsEdit::DropValue(rubric, indicator) => {
                self.values.retain(|own| own.rubric != rubric || own.indicator != indicator);
            }
        }
    }

    /// Puts offices at the end, each id once, as far as there is room.
    fn add(&mut self, units: Vec<Listed>) {
        let mut known: BTreeSet<Text> = self.units.iter().map(|unit| unit.id.clone()).collect();
        for unit in units {
            if self.units.len() < MAX_UNITS && known.insert(unit.id.clone()) {
                self.units.push(unit);
            }
        }
    }

    /// The offices among these ids that are on the list, in its order.
    #[must_use]
    pub fn ticked(&self, lokus: &[Text]) -> Vec<&Listed> {
        let wanted: BTreeSet<&Text> = lokus.iter().collect();
        self.units.iter().filter(|unit| wanted.contains(&unit.id)).collect()
    }

    /// What an office of the list is told by in a collection.
    #[must_use]
    pub fn key(&self, unit: &Listed) -> OfficeKey {
        OfficeKey::of(&self.pemda, &unit.name, &unit.id)
    }

    /// The offices that are ticked, as `Chosen` takes them, with what they are told by in this collection; none where
    /// nothing is ticked, which means all.
    #[must_use]
    pub fn chosen(&self, collection: &Collection) -> Option<Vec<OfficeKey>> {
        let keys = self.told(collection, &self.ticked(&self.lokus));
        (!keys.is_empty()).then_some(keys)
    }

    /// The keys of offices as the files give them: a list that names no local government takes the office of that name
    /// wherever it is, where it is in one only.
    #[must_use]
    pub fn told(&self, collection: &Collection, units: &[&Listed]) -> Vec<OfficeKey> {
        let mut named: Vec<&OfficeKey> = Vec::new();
        if plain(&self.pemda).is_empty() {
            named.extend((0..collection.entries().len()).filter_map(|at| collection.key(at)));
            named.sort_unstable_by(|one, other| one.name.cmp(&other.name).then_with(|| one.cmp(other)));
            named.dedup();
        }
        let found = |unit: &&Listed| {
            let own = self.key(unit);
            let begin = named.partition_point(|key| key.name < own.name);
            let mut same = named.iter().skip(begin).take_while(|key| key.name == own.name);
            match (same.next(), same.next()) {
                (Some(one), None) => (*one).clone(),
                _ => own,
            }
        };
        units.iter().map(found).collect()
    }

    /// What has come from each office of the list, in its order.
    #[must_use]
    pub fn sent(&self, collection: &Collection, recap: &Recap) -> Vec<Sent> {
        let mut there: BTreeMap<&OfficeKey, Sent> = BTreeMap::new();
        for (at, line) in recap.lines.iter().enumerate() {
            let Some(key) = collection.key(at) else { continue };
            let sent = there.entry(key).or_insert(Sent::NotCounted(at));
            if matches!(sent, Sent::NotCounted(_)) && line.reason.is_none() {
                *sent = Sent::Counted(at);
            }
        }
        let all: Vec<&Listed> = self.units.iter().collect();
        let keys = self.told(collection, &all);
        let sent = |key: &OfficeKey| there.get(key).copied().unwrap_or(Sent::Nothing);
        let mut sent: Vec<Sent> = keys.iter().map(sent).collect();
        self.unread(collection, &mut sent);
        sent
    }

    /// Puts a file that cannot be read to the office whose name stands in that of the file: its words, one after the other.
    fn unread(&self, collection: &Collection, sent: &mut [Sent]) {
        let awaited = self.units.iter().zip(0..).filter(|(_, at)| sent.get(*at) == Some(&Sent::Nothing));
        let mut names: BTreeMap<String, usize> = awaited.map(|(unit, at)| (plain(&unit.name), at)).collect();
        for (place, entry) in
            collection.entries().iter().enumerate().filter(|(_, entry)| entry.row().is_none())
        {
            let name = plain(entry.file());
            let words: Vec<&str> = name.split(' ').take(MOST_WORDS).collect();
            let windows = (1..=words.len()).rev().flat_map(|length| words.windows(length));
            if let Some(at) = windows.map(|window| window.join(" ")).find_map(|name| names.remove(&name))
                && let Some(own) = sent.get_mut(at)
            {
                *own = Sent::Unread(place);
            }
        }
    }

    /// Places of files that count although their office is not in the list.
    #[must_use]
    pub fn unlisted(&self, collection: &Collection, recap: &Recap) -> Vec<usize> {
        let all: Vec<&Listed> = self.units.iter().collect();
        let listed: BTreeSet<OfficeKey> = self.told(collection, &all).into_iter().collect();
        let is_new = |at: &usize| collection.key(*at).is_some_and(|key| !listed.contains(key));
        recap.counted.iter().copied().filter(is_new).collect()
    }
}

/// The indicators of an instrument whose value belongs to the local government.
pub fn of_pemda(rubric: &Rubric) -> impl Iterator<Item = &Indicator> {
    rubric.indicators().map(|(_, indicator)| indicator).filter(|indicator| indicator.of_pemda)
}

/// The edits by which an assessment takes over values of its local government, as assumptions with their ground.
/// What the office has answered itself, assumptions aside, stays as it is, and so do indicators meant for other kinds of
/// office; values beyond the scale are passed over, and so is what holds already.
#[must_use]
pub fn taken_over(rubric: &Rubric, assessment: &Assessment, values: &[Value]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for value in values.iter().filter(|value| value.rubric == rubric.id) {
        let Some((_, indicator)) = rubric.indicator(&value.indicator) else { continue };
        let Some(scale) = rubric.scale_of(indicator).filter(|scale| scale.takes(value.value)) else {
            continue;
        };
        if !indicator.of_pemda || meant_for_others(indicator, &assessment.unit.kind) {
            continue;
        }
        let choice = if scale.is_continuous() { Choice::Value } else { Choice::Level }(value.value);
        let held = assessment.answer(&indicator.id);
        if held
            .is_some_and(|held| is_own(held) || (held.choice == Some(choice) && held.ground == value.ground))
        {
            continue;
        }
        let mut edit = |edit| edits.push(Edit::Answer(indicator.id.clone(), edit));
        edit(AnswerEdit::Choose(choice));
        edit(AnswerEdit::Assume(true));
        edit(AnswerEdit::Write(Field::Ground, value.ground.clone()));
    }
    edits
}

/// Whether the office answers it otherwise than by an assumption.
fn is_own(held: &Answer) -> bool {
    held.choice.is_some() && !held.assumed
}

/// Ids of the indicators that such values are for and that the office has answered itself.
#[must_use]
pub fn kept_own(rubric: &Rubric, assessment: &Assessment, values: &[Value]) -> Vec<Text> {
    let meant = values.iter().filter(|value| value.rubric == rubric.id).map(|value| &value.indicator);
    meant.filter(|id| assessment.answer(id).is_some_and(is_own)).cloned().collect()
}
