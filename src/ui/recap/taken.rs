//! Lists of units among the files.
//!
//! Invariant: of several lists the same one is taken in whatever order they came; what is not taken, and what is to be
//! said of the one that is, is noted under the name of its file.

use std::cmp::Ordering;

use super::state::{ListNote, Which};
use crate::domain::Text;
use crate::domain::problem::Problem;
use crate::domain::recap::Moment;
use crate::domain::recap::units::UnitList;
use crate::format::recap::units;
use crate::ui::text::{daftar as words, masalah};

/// Whether a file is a list of units. Only what names that format near its beginning is read through to tell.
pub fn is_list(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    head.windows(units::FORMAT.len()).any(|part| part == units::FORMAT.as_bytes()) && units::is_meant(bytes)
}

/// A list as it was read, with what is to be said of it, or why it is refused.
type Read = Result<(UnitList, Vec<Problem>), Vec<Problem>>;

/// The lists of one reading.
#[derive(Default)]
pub struct Lists(Vec<(Text, Read)>);

/// What becomes of them.
#[derive(Debug, PartialEq, Eq)]
pub struct Taken {
    /// The one that takes the place of the list.
    pub list: Option<UnitList>,
    /// The names of all files that are lists.
    pub files: Vec<Text>,
    /// What is to be said of them.
    pub notes: Vec<ListNote>,
    /// What is told at once.
    pub told: String,
}

impl Lists {
    /// Takes note of a file.
    pub fn note(&mut self, name: &str, bytes: &[u8]) {
        self.0.push((name.into(), units::decode(bytes)));
    }

    /// What becomes of them.
    pub fn taken(mut self, into: Which) -> Taken {
        self.0.sort_by(|one, other| later(one, other).reverse());
        let (mut list, mut notes): (Option<(Text, UnitList)>, Vec<ListNote>) = (None, Vec::new());
        let files = self.0.iter().map(|(name, _)| name.clone()).collect();
        for (file, read) in self.0 {
            let mut note =
                |said: String| notes.push(ListNote { into, file: file.clone(), said: said.into() });
            let (own, remarks) = match read {
                Err(problems) => {
                    note(words::list_refused(&masalah::problems(&problems)));
                    continue;
                }
                Ok(read) => read,
            };
            if !remarks.is_empty() {
                note(masalah::problems(&remarks));
            }
            // Values that were handed out lie among the files of offices: they take nothing's place.
            match &list {
                _ if own.units.is_empty() => note(words::VALUES_ONLY.to_owned()),
                None => list = Some((file.clone(), own)),
                Some((_, first)) if *first == own => {}
                Some((name, _)) => note(words::list_beside(name)),
            }
        }
        let mut told: Vec<String> = Vec::new();
        told.extend(list.as_ref().map(|(file, list)| words::list_taken(file, list.units.len())));
        match notes.as_slice() {
            [] => {}
            [one] => told.push(words::list_note(&one.file, &one.said)),
            several => told.push(words::list_notes(several.len())),
        }
        Taken { list: list.map(|(_, list)| list), files, notes, told: told.join(" ") }
    }
}

/// The list that counts is the greatest: the latest, then whatever tells them apart whichever came first.
fn later(one: &(Text, Read), other: &(Text, Read)) -> Ordering {
    let when = |read: &Read| {
        read.as_ref().ok().map(|(list, _)| (Moment::read(&list.updated_at), units::encode(list)))
    };
    when(&one.1).cmp(&when(&other.1)).then_with(|| other.0.cmp(&one.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(at: &str, names: &[&str]) -> String {
        let unit = |name: &&str| format!(r#"{{"id":"{name}","name":"{name}"}}"#);
        let units = names.iter().map(unit).collect::<Vec<_>>().join(",");
        format!(r#"{{"format":"swanilai/units","formatVersion":"1.0","units":[{units}],"updatedAt":"{at}"}}"#)
    }

    fn taken(files: &[(&str, String)]) -> Taken {
        let mut lists = Lists::default();
        for (name, text) in files {
            lists.note(name, text.as_bytes());
        }
        lists.taken(Which::Now)
    }

    #[test]
    fn of_several_lists_the_latest_is_taken_in_any_order_and_the_others_are_named() {
        let files = [
            ("lama.json", list("2026-01-01", &["A"])),
            ("baru.json", list("2026-02-01", &["B", "C"])),
            ("rusak.json", r#"{"format":"swanilai/units","formatVersion":"9.0"}"#.to_owned()),
            ("nilai.json", list("2026-03-01", &[])),
        ];
        let first = taken(&files);
        let mut turned = files.clone();
        turned.reverse();
        assert_eq!(first, taken(&turned));
        assert_eq!(first.list.as_ref().map(|list| list.units.len()), Some(2));
        let named: Vec<&str> = first.notes.iter().map(|note| &*note.file).collect();
        assert_eq!(named, ["nilai.json", "lama.json", "rusak.json"]);
        assert!(first.notes[1].said.contains("baru.json"), "{}", first.notes[1].said);
    }

    #[test]
    fn what_is_to_be_said_of_the_list_that_is_taken_is_noted() {
        let text = list("2026-01-01", &["A"]).replace(r#""units""#, r#""lokus":["tidak-ada"],"units""#);
        let taken = taken(&[("daftar.json", text)]);
        assert!(taken.list.is_some());
        assert!(taken.notes[0].said.contains("tidak-ada"), "{:?}", taken.notes);
    }
}
