//! Many files, each told to its office.
//!
//! Invariant: the same files give the same collection, in whatever order they came.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::office::OfficeKey;
use super::row::{Entry, Row};
use crate::domain::Text;
use crate::domain::order::{places, sorted};

/// Files in an order of their own: by local government and office, then by name of the file; unread ones last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    entries: Vec<Entry>,
    keys: Vec<Option<OfficeKey>>,
}

impl Collection {
    /// The collection of these files.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let keys = told(&entries);
        let order = places(entries.len(), &|one, other| match (keys.get(one), keys.get(other)) {
            (Some(Some(own)), Some(Some(others))) => {
                own.cmp(others).then_with(|| by_file(entries.get(one), entries.get(other)))
            }
            (Some(Some(_)), _) => Ordering::Less,
            (_, Some(Some(_))) => Ordering::Greater,
            _ => by_file(entries.get(one), entries.get(other)),
        });
        let mut slots: Vec<Option<(Entry, Option<OfficeKey>)>> =
            entries.into_iter().zip(keys).map(Some).collect();
        let mut all = Self::default();
        for place in order {
            if let Some((entry, key)) = slots.get_mut(place).and_then(Option::take) {
                all.entries.push(entry);
                all.keys.push(key);
            }
        }
        all
    }

    /// All files.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What the file at a place says; none where it cannot be read.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        self.entries.get(place).and_then(Entry::row)
    }

    /// The office of the file at a place; none where it cannot be read.
    #[must_use]
    pub fn key(&self, place: usize) -> Option<&OfficeKey> {
        self.keys.get(place).and_then(Option::as_ref)
    }

    /// The instruments of the files that are no example, exercise or part, the one of most files first, each with
    /// their number; of as many the first id.
    #[must_use]
    pub fn instruments(&self) -> Vec<(Text, usize)> {
        let is_whole = |row: &Row| !(row.example || row.practice || row.part);
        self.most(&|row| is_whole(row).then(|| row.rubric.clone()))
    }

    /// The same, or where there are no such files the instruments of all: what there is says why it does not count.
    #[must_use]
    pub fn instruments_or_all(&self) -> Vec<(Text, usize)> {
        let found = self.instruments();
        if found.is_empty() { self.most(&|row| Some(row.rubric.clone())) } else { found }
    }

    /// The digests of the instruments of this id that files carry, the one of most files first, each with their number;
    /// of as many the first digest.
    #[must_use]
    pub fn copies(&self, id: &str) -> Vec<(Text, usize)> {
        self.most(&|row| (row.carried && *row.rubric == *id).then(|| row.copy.clone()))
    }

    /// What files say, what most say first.
    fn most(&self, said: &dyn Fn(&Row) -> Option<Text>) -> Vec<(Text, usize)> {
        let mut counts: BTreeMap<Text, usize> = BTreeMap::new();
        for text in self.entries.iter().filter_map(Entry::row).filter_map(said) {
            *counts.entry(text).or_default() += 1;
        }
        let found: Vec<(Text, usize)> = counts.into_iter().collect();
        sorted(&found, |one, other| other.1.cmp(&one.1)).into_iter().cloned().collect()
    }
}

fn by_file(one: Option<&Entry>, other: Option<&Entry>) -> Ordering {
    let (Some(one), Some(other)) = (one, other) else { return Ordering::Equal };
    one.file().cmp(other.file()).then_with(|| match (one, other) {
        (Entry::Row(one), Entry::Row(other)) => one.order(other),
        (Entry::Unread(one), Entry::Unread(other)) => {
            let words = |problems: &[crate::domain::problem::Problem]| format!("{problems:?}");
            words(&one.problems).cmp(&words(&other.problems))
        }
        _ => Ordering::Equal,
    })
}

/// The office of each file. A file that names no local government is of the only one that has an office of that name
/// here; one that names no office is of the only office that has a file of that id here.
fn told(entries: &[Entry]) -> Vec<Option<OfficeKey>> {
    let mut keys: Vec<Option<OfficeKey>> = entries.iter().map(|entry| entry.row().map(Row::key)).collect();
    let mut named: Vec<(Text, Text)> = Vec::new();
    for key in keys.iter().flatten().filter(|key| key.is_named() && !key.pemda.is_empty()) {
        named.push((key.name.clone(), key.pemda.clone()));
    }
    named.sort();
    named.dedup();
    for key in keys.iter_mut().flatten().filter(|key| key.is_named() && key.pemda.is_empty()) {
        if let Some(pemda) = only(&named, &key.name) {
            key.pemda = pemda.clone();
        }
    }
    let mut by_id: Vec<(Text, OfficeKey)> = Vec::new();
    for (entry, key) in entries.iter().zip(&keys) {
        if let (Some(row), Some(key)) = (entry.row(), key)
            && key.is_named()
            && !row.id.is_empty()
        {
            by_id.push((row.id.clone(), key.clone()));
        }
    }
    by_id.sort();
    by_id.dedup();
    for (entry, key) in entries.iter().zip(&mut keys) {
        let Some(key) = key.as_mut().filter(|key| !key.is_named()) else { continue };
        if let Some(office) = only(&by_id, &key.id) {
            *key = office.clone();
        } else if key.id.is_empty() {
            // Nothing tells whose it is, so it is nobody else's.
            key.id = entry.file().clone();
        }
    }
    keys
}

/// What stands beside `of` in a sorted list, where it is one thing.
fn only<'a, T>(list: &'a [(Text, T)], of: &Text) -> Option<&'a T> {
    let begin = list.partition_point(|(own, _)| own < of);
    let mut found = list.iter().skip(begin).take_while(|(own, _)| own == of);
    let first = found.next()?;
    found.next().is_none().then_some(&first.1)
}
