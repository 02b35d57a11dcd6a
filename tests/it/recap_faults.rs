//! What may go wrong among many files: two instruments under one name, shares that nobody merged, lists too long.
//!
//! Invariant: whatever goes wrong is told, and the same in every order of the files.

use std::rc::Rc;

use proptest::prelude::*;
use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment};
use swanilai::domain::date::Date;
use swanilai::domain::part::{Part, cut_out};
use swanilai::domain::recap::units::{Listed, MAX_SCENARIOS, MAX_UNITS, Sent, UnitList, UnitsEdit};
use swanilai::domain::recap::{Chosen, Collection, Entry, Reason, Recap, Trouble, Unread, together};
use swanilai::domain::rubric::Rubric;
use swanilai::domain::verification::{Finding, Verification};
use swanilai::format::recap::Reader;
use swanilai::format::recap::differ::{Differs, differs};
use swanilai::format::recap::packed::{pack, unpack};

use crate::dice::Dice;
use crate::recap::{carrying, chosen, entry, file, filled, reader};
use crate::shipped::{rubric, text};
use crate::support::edit;

const PEKPPP: &str = "pekppp-2023-luring";

/// A list with an office for each name, whose id is its name.
fn list(names: impl Iterator<Item = String>) -> UnitList {
    let unit = |name: String| Listed { id: name.as_str().into(), name: name.into(), ..Listed::default() };
    let mut list = UnitList::default();
    list.apply(UnitsEdit::Add(names.map(unit).collect()));
    list
}

fn unread(file: &str) -> Entry {
    Entry::Unread(Unread { file: file.into(), problems: Vec::new() })
}

fn shuffled<T>(items: &mut [T], dice: &mut Dice) {
    for at in (1..items.len()).rev() {
        items.swap(at, dice.throw(at + 1));
    }
}

/// Two instruments of one id, and three files that carry one or the other.
fn of_one_name() -> ([Rubric; 2], Vec<Entry>) {
    let one = text("rubrics/pekppp-2023-luring.json").replace("pekppp-2023-luring", "milik-sendiri");
    let other = one.replace(r#""A01""#, r#""A01x""#);
    assert_ne!(one, other);
    let texts = [one, other];
    let rubrics = [0, 1].map(|at| swanilai::format::rubric::decode(&texts[at]).unwrap());
    let file = |at: usize, name: &str| {
        entry(&rubrics[at], &format!("{name}.json"), &carrying(&rubrics[at], &texts[at], name))
    };
    let files = vec![file(0, "A"), file(1, "B"), file(1, "C")];
    (rubrics, files)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn of_two_instruments_under_one_name_that_of_most_files_counts_in_every_order(seed in any::<u64>()) {
        let (rubrics, mut files) = of_one_name();
        shuffled(&mut files, &mut Dice::new(seed));
        let collection = Collection::of(files);
        let copies = collection.copies("milik-sendiri");
        prop_assert_eq!(copies.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2, 1]);
        prop_assert_eq!(&*copies[0].0, swanilai::format::rubric::digest(&rubrics[1]));
        let recap = Recap::of(&collection, &Chosen { carried: Some(&copies[0].0), ..chosen(&rubrics[1]) });
        let reasons: Vec<_> = recap.lines.iter().map(|line| line.reason.clone()).collect();
        prop_assert_eq!(reasons, [Some(Reason::OtherCopy), None, None]);
    }

    #[test]
    fn shares_come_to_the_same_assessment_in_every_order_and_lose_nothing(seed in any::<u64>()) {
        let rubric = rubric(PEKPPP);
        let dice = &mut Dice::new(seed);
        let mut shares = shares(&rubric, dice);
        let (first, misfits) = together(None, &shares).unwrap();
        prop_assert!(misfits.is_empty());
        shuffled(&mut shares, dice);
        let (again, _) = together(None, &shares).unwrap();
        prop_assert_eq!(&first, &again);
        prop_assert_eq!(together(Some(&first), &shares).map(|(made, _)| made), Some(first.clone()));
        prop_assert!(!first.is_part());
        prop_assert_eq!(first.parts.len(), 2);
        for share in &shares {
            for (id, answer) in share.answers.iter() {
                let here = first.answers.get(id).is_some_and(|own| own.choice == answer.choice)
                    || first.conflicts.get(id).is_some_and(|all| all.answers.iter().any(|own| own.choice == answer.choice));
                prop_assert!(here, "{id}");
            }
        }
    }
}

/// Two shares of one assessment that both answer the first indicator, otherwise.
fn shares(rubric: &Rubric, dice: &mut Dice) -> Vec<Assessment> {
    let ids: Vec<Text> = rubric.indicators().map(|(_, indicator)| indicator.id.clone()).collect();
    let part = |id: &str, indicators: &[Text]| Part {
        id: id.into(),
        by: format!("Kasubag {id}").into(),
        indicators: indicators.to_vec(),
        ..Part::default()
    };
    let half = ids.len() / 2;
    let parts = [part("1", &ids[..=half]), part("2", &ids[half..])];
    let whole = filled(rubric, "Kab. A", "Dinas B", dice);
    parts
        .iter()
        .zip(["2026-11-20T10:00:00+07:00", "2026-11-21T10:00:00+07:00"])
        .map(|(part, at)| {
            let mut share = cut_out(rubric, &whole, part);
            share.updated_at = at.into();
            edit(&mut share, &ids[half], |answer| (answer.note, answer.at) = (part.by.clone(), at.into()));
            share
        })
        .collect()
}

#[test]
fn a_share_of_another_instrument_is_named_and_changes_nothing() {
    let rubric = rubric(PEKPPP);
    let mut shares = shares(&rubric, &mut Dice::new(3));
    let alone = together(None, &shares[..1]).unwrap().0;
    shares[1].rubric.id = "lain".into();
    let (made, misfits) = together(Some(&alone), &shares).unwrap();
    assert_eq!((made, misfits), (alone, vec![1]));
}

#[test]
fn shares_are_of_one_assessment_only_where_their_office_and_instrument_are_one() {
    let rubric = rubric(PEKPPP);
    let one = shares(&rubric, &mut Dice::new(3));
    let named = |name: &str| {
        let unit = |share: &Assessment| {
            let mut share = share.clone();
            share.unit.name = name.into();
            share
        };
        one.iter().map(unit).collect::<Vec<_>>()
    };
    let other = named("Dinas C");
    let files = |all: &[(&str, &Assessment)]| {
        Collection::of(all.iter().map(|(file, share)| entry(&rubric, file, share)).collect())
    };
    let parts = |collection: &Collection| {
        let recap = Recap::of(collection, &chosen(&rubric));
        let told = recap.lines.iter().filter(|line| line.troubles.contains(&Trouble::Part(2))).count();
        let name = |at: &usize| collection.entries()[*at].file().to_string();
        let groups: Vec<Vec<String>> =
            recap.parts.iter().map(|group| group.iter().map(name).collect()).collect();
        (groups, told)
    };
    let form_of_two = files(&[("b1.json", &one[0]), ("c2.json", &other[1])]);
    assert_eq!(parts(&form_of_two), (vec![], 0), "one form sent to two offices has one id");
    let four = [("b1.json", &one[0]), ("b2.json", &one[1]), ("c1.json", &other[0]), ("c2.json", &other[1])];
    let two = [["b1.json", "b2.json"], ["c1.json", "c2.json"]].map(|group| group.map(str::to_owned).to_vec());
    assert_eq!(parts(&files(&four)), (two.to_vec(), 4));
    let nameless = &named("");
    let joined = files(&[("b1.json", &one[0]), ("tanpa-nama.json", &nameless[1])]);
    assert_eq!(parts(&joined).1, 2, "a share that names no office is of the only one with its id");
    let mut lain = vec![entry(&rubric, "b1.json", &one[0]), entry(&rubric, "b2.json", &one[1])];
    for entry in &mut lain[1..] {
        let Entry::Row(row) = entry else { panic!("it can be read") };
        row.rubric = "lain".into();
    }
    assert_eq!(parts(&Collection::of(lain)), (vec![], 0), "two instruments are two assessments");
}

#[test]
fn where_there_are_only_shares_their_instrument_is_looked_at_and_each_says_why_it_does_not_count() {
    let rubric = rubric(PEKPPP);
    let shares = shares(&rubric, &mut Dice::new(5));
    let files = shares.iter().enumerate().map(|(at, share)| entry(&rubric, &format!("{at}.json"), share));
    let collection = Collection::of(files.collect());
    assert_eq!(collection.instruments_or_all(), [(PEKPPP.into(), 2)]);
    let recap = Recap::of(&collection, &chosen(&rubric));
    assert!(recap.lines.iter().all(|line| line.reason == Some(Reason::Part)));
}

#[test]
fn a_file_whose_instrument_is_not_at_hand_says_so_and_not_that_it_is_broken() {
    let rubric = rubric(PEKPPP);
    let made = filled(&rubric, "Kab. A", "Dinas B", &mut Dice::new(7));
    let bytes = file(&rubric, &made).replace(PEKPPP, "tidak-ada-di-sini");
    let Entry::Unread(unread) = reader().entry("a.json", bytes.as_bytes()) else {
        panic!("it cannot be read")
    };
    assert_eq!(unread.reason(), Reason::UnknownInstrument("tidak-ada-di-sini".into()));
}

#[test]
fn a_list_takes_no_unit_and_no_scenario_past_its_end() {
    let mut full = list((0..MAX_UNITS + 3).map(|at| format!("u{at}")));
    assert_eq!(full.units.len(), MAX_UNITS);
    full.apply(UnitsEdit::Put(Listed { id: "neu".into(), ..Listed::default() }));
    assert_eq!(full.units.len(), MAX_UNITS);
    full.apply(UnitsEdit::Put(Listed { id: "u0".into(), name: "Lain".into(), ..Listed::default() }));
    assert_eq!(&*full.units[0].name, "Lain");
    for at in 0..=MAX_SCENARIOS {
        full.apply(UnitsEdit::Save(format!("s{at}").into(), "x".into()));
    }
    assert_eq!(full.scenarios.len(), MAX_SCENARIOS);
    full.apply(UnitsEdit::Save("s0".into(), "y".into()));
    assert_eq!(&*full.scenarios[0].name, "y");
    let text = swanilai::format::recap::units::encode(&full);
    assert!(swanilai::format::recap::units::decode(text.as_bytes()).is_ok(), "what is made is read again");
}

#[test]
fn a_tick_of_a_unit_that_is_not_on_the_list_counts_nothing() {
    let mut list = list(["A", "B"].map(str::to_owned).into_iter());
    list.lokus = vec!["tidak-ada".into(), "B".into(), "B".into()];
    let names: Vec<&str> = list.ticked(&list.lokus).iter().map(|unit| &*unit.name).collect();
    assert_eq!(names, ["B"]);
    list.apply(UnitsEdit::TickAll(true));
    assert_eq!(list.lokus.len(), 2);
    list.apply(UnitsEdit::TickAll(false));
    assert_eq!(list.lokus.len(), 0);
}

#[test]
fn what_is_verified_has_a_range_over_all_offices_or_none() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let made = |name: &str, verified: usize| {
        let mut made = filled(&rubric, "Kab. A", name, &mut Dice::new(5));
        let mut found = Verification { by: "Bagian Organisasi".into(), ..Verification::default() };
        for (_, indicator) in rubric.indicators().filter(|(_, own)| own.is_scored()).take(verified) {
            found.findings.insert(indicator.id.clone(), Finding::Agree);
            found.answers.insert(indicator.id.clone(), made.answers.get(&indicator.id).unwrap().clone());
        }
        made.verification = (verified > 0).then_some(found);
        entry(&rubric, &format!("{name}.json"), &made)
    };
    let verified = |files: Vec<Entry>| {
        let recap = Recap::of(&Collection::of(files), &chosen(&rubric));
        (recap.all.units, recap.all.sides.unwrap().verified.unwrap())
    };
    let (units, mean) = verified(vec![made("Dinas A", 3), made("Dinas B", 5), made("Dinas C", 0)]);
    assert_eq!((units, mean.units, mean.ranged, mean.range(units)), (3, 0, 2, None));
    let (units, mean) = verified(vec![made("Dinas A", 3), made("Dinas B", 5)]);
    assert_eq!((units, mean.units, mean.range(units)), (2, 0, Some(mean.figure.full)));
    assert!(mean.figure.full.low < mean.figure.full.high);
}

#[test]
fn a_file_that_cannot_be_read_is_put_to_the_office_whose_name_it_bears() {
    let list = list(["Dinas Sosial", "Dinas", "RSUD"].map(str::to_owned).into_iter());
    let rubric = rubric(PEKPPP);
    let files = vec![unread("kiriman/penilaian-mandiri_dinas-sosial_2026.json"), unread("dinasty.json")];
    let collection = Collection::of(files);
    let recap = Recap::of(&collection, &chosen(&rubric));
    let sent = list.sent(&collection, &recap);
    let place = collection.entries().iter().position(|entry| entry.file().contains("sosial")).unwrap();
    assert_eq!(sent, [Sent::Unread(place), Sent::Nothing, Sent::Nothing]);
}

#[test]
fn files_of_one_name_say_in_what_they_differ() {
    let rubric = rubric(PEKPPP);
    let made = filled(&rubric, "Kab. A", "Dinas B", &mut Dice::new(11));
    let one = file(&rubric, &made);
    let id = rubric.indicators().find(|(_, one)| one.is_scored()).unwrap().1.id.clone();
    let changed = |change: &dyn Fn(&mut Assessment)| {
        let mut other = made.clone();
        change(&mut other);
        differs(one.as_bytes(), file(&rubric, &other).as_bytes())
    };
    assert_eq!(changed(&|other| edit(other, &id, |answer| answer.note = "lain".into())), Differs::Words);
    assert_eq!(changed(&|other| edit(other, &id, |answer| answer.choice = None)), Differs::Answers);
    assert_eq!(changed(&|other| other.unit.kind = "lain".into()), Differs::Beside);
    assert_eq!(differs(one.as_bytes(), one.replace("  ", " ").as_bytes()), Differs::Writing);
    assert_eq!(differs(one.as_bytes(), b"{"), Differs::Whole);
}

#[test]
fn one_verified_indicator_makes_no_verified_figure_and_findings_of_other_answers_are_named() {
    let rubric = rubric(PEKPPP);
    let mut made = filled(&rubric, "Kabupaten Contoh", "Dinas Sosial", &mut Dice::new(5));
    let (id, own) = made.answers.iter().next().map(|(id, own)| (id.clone(), own.clone())).unwrap();
    let own = Rc::new(Answer { at: "2026-11-02T08:00:00+07:00".into(), ..(*own).clone() });
    made.answers.insert(id.clone(), own.clone());
    let mut found = Verification { by: "Bagian Organisasi".into(), ..Verification::default() };
    found.answers.insert(id.clone(), own.clone());
    found.findings.insert(id.clone(), Finding::Agree);
    found.of.insert(id.clone(), own.at.clone());
    made.verification = Some(found);
    let row = entry(&rubric, "a.json", &made).row().cloned().unwrap();
    let verified = row.verified.unwrap();
    assert_eq!(verified.point, None);
    assert!(verified.full.low < verified.full.high);
    assert!(!row.troubles.contains(&Trouble::OldFindings));
    let mut changed = (*own).clone();
    changed.at = "2027-01-02T08:00:00+07:00".into();
    made.answers.insert(id, changed.into());
    let row = entry(&rubric, "a.json", &made).row().cloned().unwrap();
    assert!(row.troubles.contains(&Trouble::OldFindings));
}

#[test]
fn what_is_not_known_or_not_read_in_a_file_is_told_in_its_row_however_it_is_read() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let made = filled(&rubric, "Kabupaten Contoh", "Dinas Sosial", &mut Dice::new(5));
    let sound = file(&rubric, &made);
    let first = rubric.indicators().next().unwrap().1.id.clone();
    let reader = Reader { verify: false, ..reader() };
    let told = |text: &str| {
        let entry = reader.entry("a.json", text.as_bytes());
        assert_eq!(entry, reader.whole("a.json".into(), text.as_bytes()));
        let row = entry.row().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(unpack(&pack(row).unwrap()).as_ref(), Some(row), "workers hand it on");
        row.troubles
            .iter()
            .filter(|one| matches!(one.code(), "unknown" | "undated"))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&sound), []);
    let into = |member: &str| sound.replacen("\"answers\": {", &format!("{member}\"answers\": {{"), 1);
    let answer = |more: &str| sound.replacen("\"answers\": {", &format!("\"answers\": {{ {more},"), 1);
    let within = |more: &str| {
        let head = format!("\"{first}\": {{");
        assert!(sound.contains(&head));
        sound.replacen(&head, &format!("{head} {more},"), 1)
    };
    let status = sound.replacen("\"status\": \"draf\"", "\"status\": \"hebat\"", 1);
    assert_ne!(status, sound);
    let found = format!("\"verification\": {{ \"answers\": {{ \"{first}\": {{ \"level\": 9 }} }} }},");
    for (text, word) in [
        (answer("\"ZZ99\": { \"level\": 1 }"), "ZZ99"),
        (answer("\"__proto__\": { \"level\": 1 }"), "__proto__"),
        (into(&found), "9"),
        (into("\"verification\": [],"), "verification"),
        (into("\"statuses\": [ { \"status\": \"hebat\" } ],"), "hebat"),
        (status, "hebat"),
        (within("\"samples\": { \"hantu\": 1 }"), "hantu"),
        (within("\"criteria\": { \"hantu\": \"yes\" }"), "hantu"),
    ] {
        assert_ne!(text, sound, "{word}");
        let all = told(&text);
        assert!(matches!(&*all, [Trouble::Unknown(_, said)] if said.contains(word)), "{word}: {all:?}");
    }
    let two = answer("\"ZZ99\": {}, \"ZZ98\": {}");
    assert!(matches!(&*told(&two), [Trouble::Unknown(2, said)] if said.contains("ZZ99")));
    // What bears on no figure and is read by nobody here is left to whoever opens the file.
    assert_eq!(told(&into("\"milestones\": [ 7 ], \"x-own\": 1,")), []);
    let undated = sound.replacen(&*made.updated_at, "2026-13-45", 1);
    assert_eq!(told(&undated), [Trouble::Undated]);
}

#[test]
fn a_change_on_a_day_that_has_not_come_is_told_where_the_day_is_known() {
    let rubric = rubric(PEKPPP);
    let mut made = filled(&rubric, "Kabupaten Contoh", "Dinas Sosial", &mut Dice::new(5));
    for (at, today, is_told) in [
        ("2099-01-01T00:00:00+07:00", "2026-11-22", true),
        ("2099-01-01T00:00:00+07:00", "", false),
        ("2026-11-23T00:30:00+09:00", "2026-11-22", false),
        ("2026-11-24T00:30:00+09:00", "2026-11-22", true),
        ("2026-11-22T08:00:00+07:00", "2026-11-22", false),
    ] {
        made.updated_at = at.into();
        let reader = Reader { today: Date::read(today), ..reader() };
        let entry = reader.entry("a.json", file(&rubric, &made).as_bytes());
        let row = entry.row().unwrap();
        assert_eq!(row.troubles.contains(&Trouble::Ahead), is_told, "{at} {today}");
        assert_eq!(unpack(&pack(row).unwrap()).as_ref(), Some(row));
    }
}
