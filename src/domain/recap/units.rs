//! The offices of a local government that deliver services, which of them are assessed, and values they share.
//!
//! Invariant: holds what was typed; ids of units are unique within a list, and a tick of one that is not there counts
//! nothing.

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
    /// Say whether an office is assessed.
    Tick(Text, bool),
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
                None => self.units.push(unit),
            },
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
            UnitsEdit::Save(id, name) => {
                let lokus = self.lokus.clone();
                match self.scenarios.iter_mut().find(|own| own.id == id) {
                    Some(own) => (own.name, own.lokus) = (name, lokus),
                    None => self.scenarios.push(Scenario { id, name, lokus, kept: Kept::new() }),
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

    /// What an office of the list is told by in a collection.
    #[must_use]
    pub fn key(&self, unit: &Listed) -> OfficeKey {
        OfficeKey::of(&self.pemda, &unit.name, &unit.id)
    }

    /// The offices that are ticked, as `Chosen` takes them, with what they are told by in this collection; none where
    /// nothing is ticked, which means all.
    #[must_use]
    pub fn chosen(&self, collection: &Collection) -> Option<Vec<OfficeKey>> {
        let ticked = self.units.iter().filter(|unit| self.lokus.contains(&unit.id));
        let keys: Vec<OfficeKey> = ticked.map(|unit| self.found(collection, unit)).collect();
        (!keys.is_empty()).then_some(keys)
    }

    /// The key of an office as the files give it: a list that names no local government takes the office of that name
    /// wherever it is, where it is in one only.
    fn found(&self, collection: &Collection, unit: &Listed) -> OfficeKey {
        let own = self.key(unit);
        if !plain(&self.pemda).is_empty() {
            return own;
        }
        let keys = (0..collection.entries().len()).filter_map(|at| collection.key(at));
        let mut named: Vec<&OfficeKey> = keys.filter(|key| key.name == own.name).collect();
        named.dedup();
        match named.as_slice() {
            [one] => (*one).clone(),
            _ => own,
        }
    }

    /// What has come from each office of the list, in its order.
    #[must_use]
    pub fn sent(&self, collection: &Collection, recap: &Recap) -> Vec<Sent> {
        let sent = |unit: &Listed| {
            let key = self.found(collection, unit);
            let mut there =
                (0..recap.lines.len()).filter(|at| collection.key(*at).is_some_and(|own| *own == key));
            let first = there.clone().next();
            let counted = there.find(|at| recap.lines.get(*at).is_some_and(|line| line.reason.is_none()));
            counted.map(Sent::Counted).or(first.map(Sent::NotCounted)).unwrap_or(Sent::Nothing)
        };
        self.units.iter().map(sent).collect()
    }

    /// Places of files that count although their office is not in the list.
    #[must_use]
    pub fn unlisted(&self, collection: &Collection, recap: &Recap) -> Vec<usize> {
        let listed: Vec<OfficeKey> = self.units.iter().map(|unit| self.found(collection, unit)).collect();
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
