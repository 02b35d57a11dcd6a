//! Lists of units among the files.
//!
//! Invariant: of several lists the same one is taken in whatever order they came, and none in the place of a later one;
//! what is not taken, and what is to be said of the one that is, is noted under the name of its file.

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

    /// What becomes of them where this list is the one at hand: what is older takes nothing's place, and neither does
    /// what came to be compared with.
    pub fn taken(mut self, into: Which, present: &UnitList) -> Taken {
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
                _ if into == Which::Before => note(words::LIST_COMPARED.to_owned()),
                None if is_older(&own, present) => note(words::list_older(&present.updated_at)),
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

/// Whether a list is older than one that holds something. One that says no time is older than any that does.
fn is_older(own: &UnitList, present: &UnitList) -> bool {
    !present.units.is_empty() && Moment::read(&own.updated_at) < Moment::read(&present.updated_at)
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
        beside(files, Which::Now, &UnitList::default())
    }

    fn beside(files: &[(&str, String)], into: Which, present: &UnitList) -> Taken {
        let mut lists = Lists::default();
        for (name, text) in files {
            lists.note(name, text.as_bytes());
        }
        lists.taken(into, present)
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
    fn no_list_takes_the_place_of_a_later_one_or_comes_in_to_be_compared_with() {
        let read = |at: &str| units::decode(list(at, &["A"]).as_bytes()).unwrap().0;
        let files = [("daftar.json", list("2026-02-01", &["B", "C"]))];
        let come = |into, present: &UnitList| {
            let taken = beside(&files, into, present);
            assert_ne!(taken.list.is_some(), taken.told.contains("tidak dipakai"), "{}", taken.told);
            taken.list.is_some()
        };
        assert!(come(Which::Now, &read("2026-01-31")));
        assert!(come(Which::Now, &read("2026-02-01")), "the same time again");
        assert!(come(Which::Now, &read("")), "nobody knows which is later");
        assert!(!come(Which::Now, &read("2026-02-02")));
        assert!(come(Which::Now, &UnitList { units: Vec::new(), ..read("2026-02-02") }), "nothing is lost");
        assert!(!come(Which::Before, &UnitList::default()));
        let undated = [("daftar.json", list("", &["B"]))];
        assert!(beside(&undated, Which::Now, &read("2026-02-02")).list.is_none());
    }

    #[test]
    fn what_is_to_be_said_of_the_list_that_is_taken_is_noted() {
        let text = list("2026-01-01", &["A"]).replace(r#""units""#, r#""lokus":["tidak-ada"],"units""#);
        let taken = taken(&[("daftar.json", text)]);
        assert!(taken.list.is_some());
        assert!(taken.notes[0].said.contains("tidak-ada"), "{:?}", taken.notes);
    }
}
