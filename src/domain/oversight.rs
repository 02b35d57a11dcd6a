//! What supervisors demand of an office: reports of an inquiry, corrective measures, advice.
//!
//! Invariant: nothing here enters a score; what is not done stays open, whatever else is said of it.

use super::Text;
use super::action::{Headway, days_left, fresh, in_order};
use super::assessment::Kept;
use super::date::Date;

/// What kind of product it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// *LAHP*, the final report of an inquiry.
    #[default]
    Report,
    /// *Tindakan korektif.*
    Corrective,
    /// *Saran.*
    Advice,
}

impl Kind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Report, Self::Corrective, Self::Advice];
}

/// One product of oversight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Oversight {
    /// Unique within the assessment.
    pub id: Text,
    /// What it is.
    pub kind: Kind,
    /// Its number.
    pub number: Text,
    /// Its date, as typed.
    pub date: Text,
    /// Until when it has to be answered, as typed.
    pub due: Text,
    /// How far the office has come with it.
    pub headway: Headway,
    /// Free note.
    pub note: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// Which text of a product is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its number.
    Number,
    /// Its date.
    Date,
    /// Until when it has to be answered.
    Due,
    /// Free note.
    Note,
}

/// What to change about a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OversightEdit {
    /// Say what it is.
    Be(Kind),
    /// Say how far the office has come.
    Come(Headway),
    /// Set a text.
    Write(Part, Text),
    /// Take it off the list.
    Remove,
}

impl Oversight {
    /// Whether the supervisor still waits for something: only what is done is settled.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.headway != Headway::Done
    }

    /// Days from today to its end, less than nought once that has passed; none where it is settled or the end
    /// cannot be read.
    #[must_use]
    pub fn days_left(&self, today: Option<Date>) -> Option<i64> {
        days_left(self.is_open(), &self.due, today)
    }
}

/// Adds a blank product.
pub fn add(list: &mut Vec<Oversight>) {
    list.push(Oversight { id: fresh(&ids(list)), ..Oversight::default() });
}

/// Changes the product of this id.
pub fn change(list: &mut Vec<Oversight>, id: &Text, edit: &OversightEdit) {
    let Some(place) = list.iter().position(|one| one.id == *id) else { return };
    let Some(one) = list.get_mut(place) else { return };
    match edit {
        OversightEdit::Be(kind) => one.kind = *kind,
        OversightEdit::Come(headway) => one.headway = *headway,
        OversightEdit::Write(Part::Number, text) => one.number = text.clone(),
        OversightEdit::Write(Part::Date, text) => one.date = text.clone(),
        OversightEdit::Write(Part::Due, text) => one.due = text.clone(),
        OversightEdit::Write(Part::Note, text) => one.note = text.clone(),
        OversightEdit::Remove => drop(list.remove(place)),
    }
}

/// Their ids.
#[must_use]
pub fn ids(list: &[Oversight]) -> Vec<Text> {
    list.iter().map(|one| one.id.clone()).collect()
}

/// How many are still open.
#[must_use]
pub fn open(list: &[Oversight]) -> usize {
    list.iter().filter(|one| one.is_open()).count()
}

/// How many of those are past their end on that day.
#[must_use]
pub fn late(list: &[Oversight], today: Option<Date>) -> usize {
    list.iter().filter(|one| one.days_left(today).is_some_and(|days| days < 0)).count()
}

/// The places of the products: open ones by their end, undated last, then the settled.
#[must_use]
pub fn by_due(list: &[Oversight]) -> Vec<usize> {
    let ends: Vec<_> = list.iter().map(|one| (one.is_open(), Date::read(&one.due))).collect();
    in_order(&ends)
}
