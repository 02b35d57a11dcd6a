//! Many files as one picture: what counts, what it comes to, and that their order never matters.
//!
//! Invariant: files are written and read as offices write and read them.

use proptest::prelude::*;
use swanilai::domain::Text;
use swanilai::domain::assessment::{Assessment, Choice, Evidence, EvidenceState, RubricRef, Unit};
use swanilai::domain::number::Score;
use swanilai::domain::official::Official;
use swanilai::domain::part::Part;
use swanilai::domain::plan::lowest;
use swanilai::domain::problem::Kind;
use swanilai::domain::recap::units::{Listed, Sent, UnitList, UnitsEdit, Value, kept_own, taken_over};
use swanilai::domain::recap::{
    Cell, Chosen, Collection, Entry, Measure, Meta, NoPemdaScore, OfficeKey, Own, Reason, Recap, Row, Sides,
    Trouble, asked, compare, heat, lacking, pemda_score, priorities, ranking, scored,
};
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::encode;
use swanilai::format::recap::packed::{pack, unpack};
use swanilai::format::recap::{Reader, units};
use swanilai::format::rubric::digest;

use crate::anything;
use crate::dice::Dice;
use crate::documents::STAMP;
use crate::random::cases;
use crate::shipped::{rubric, rubrics};
use crate::support::{self, edit};

pub const PEKPPP: &str = "pekppp-2023-luring";
const OMBUDSMAN: &str = "ombudsman-kepatuhan-2023";

pub fn reader() -> Reader {
    Reader::new(rubrics(), true)
}

pub fn chosen(rubric: &Rubric) -> Chosen<'_> {
    Chosen { rubric, carried: None, offices: None }
}

/// An assessment of an office, blank.
pub fn blank(rubric: &Rubric, pemda: &str, name: &str) -> Assessment {
    Assessment {
        id: format!("id {pemda} {name}").into(),
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            sha256: digest(rubric).into(),
            kept: Vec::new(),
        },
        unit: Unit { pemda: pemda.into(), name: name.into(), ..Unit::default() },
        assessment_year: Some(2026),
        updated_at: "2026-11-21T10:42:00+07:00".into(),
        ..Assessment::default()
    }
}

/// An assessment of an office, every level thrown.
pub fn filled(rubric: &Rubric, pemda: &str, name: &str, dice: &mut Dice) -> Assessment {
    let mut made = blank(rubric, pemda, name);
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        for (at, indicator) in dimension.indicators.iter().enumerate().filter(|(_, i)| i.is_scored()) {
            let choice = match &rubric.scale_at(place, at).unwrap().kind {
                ScaleKind::Levels(levels) => Choice::Level(levels[dice.throw(levels.len())].value),
                ScaleKind::Continuous { maximum, .. } => Choice::Value(*maximum),
            };
            edit(&mut made, &indicator.id, |answer| {
                answer.choice = Some(choice);
                for asked in indicator.evidence.iter().filter(|_| dice.once_in(2)) {
                    let (asked, state) = (asked.clone(), EvidenceState::Good);
                    answer.evidence.push(Evidence { asked, state, ..Evidence::default() });
                }
            });
        }
    }
    made
}

/// An office with nothing but its published score.
fn published(rubric: &Rubric, pemda: &str, name: &str, score: &str) -> Assessment {
    let score = Some(Score::rounded(support::decimal(score)));
    Assessment { official: Some(Official { score, ..Official::default() }), ..blank(rubric, pemda, name) }
}

pub fn file(rubric: &Rubric, assessment: &Assessment) -> String {
    encode(assessment, rubric, &STAMP)
}

pub fn entry(rubric: &Rubric, name: &str, assessment: &Assessment) -> Entry {
    reader().entry(name, file(rubric, assessment).as_bytes())
}

pub fn of_published(id: &str, pemda: &str, units: &[(&str, &str)]) -> (Rubric, Collection) {
    let rubric = rubric(id);
    let reader = reader();
    let entry = |(name, score): &(&str, &str)| {
        let text = file(&rubric, &published(&rubric, pemda, name, score));
        reader.entry(&format!("{name}.json"), text.as_bytes())
    };
    let entries = units.iter().map(entry).collect();
    (rubric, Collection::of(entries))
}

fn official(id: &str, pemda: &str, units: &[(&str, &str)]) -> Result<Option<String>, NoPemdaScore> {
    let (rubric, collection) = of_published(id, pemda, units);
    let recap = Recap::of(&collection, &chosen(&rubric));
    assert_eq!(recap.counted.len(), units.len());
    assert_eq!(recap.pemdas, std::slice::from_ref(&recap.all));
    let score =
        |sides: Sides| sides.official.and_then(|mean| mean.whole(units.len())).map(|score| score.to_string());
    recap.all.sides.map(score)
}

#[test]
fn files_with_the_published_scores_of_units_give_the_published_score_of_the_local_government() {
    let pemalang = [
        ("Dinas Kesehatan", "99.03"),
        ("Disdukcapil", "98.99"),
        ("DPMPTSP", "98.63"),
        ("Dinas Sosial", "98.56"),
        ("Puskesmas Mulyoharjo", "98.24"),
        ("Dinas Pendidikan", "98.11"),
    ];
    assert_eq!(official(OMBUDSMAN, "Kabupaten Pemalang", &pemalang), Ok(Some("98.59".to_owned())));
    let diy =
        [("A", "92.36"), ("B", "90.16"), ("C", "83.63"), ("D", "83.58"), ("E", "84.73"), ("F", "81.53")];
    assert_eq!(official("ombudsman-opini-2025", "DIY", &diy), Ok(Some("86".to_owned())));
    let magelang = [("DPMPTSP", "100"), ("Disdukcapil", "100"), ("Dinkes", "80.19"), ("Disdikbud", "92.92")];
    assert_eq!(
        official("ombudsman-kepatuhan-2022", "Kota Magelang", &magelang),
        Ok(Some("93.28".to_owned()))
    );
}

#[test]
fn files_of_2021_are_listed_but_never_averaged() {
    let magelang = [("DPMPTSP", "87.95"), ("Dindik", "75.58"), ("Disdukcapil", "62.17"), ("Dinkes", "23.15")];
    let refused = official("ombudsman-kepatuhan-2021", "Kota Magelang", &magelang);
    assert!(matches!(refused, Err(NoPemdaScore::Refused(reason)) if reason.contains("Magelang")));
    let (rubric, collection) = of_published("ombudsman-kepatuhan-2021", "Kota Magelang", &magelang);
    let recap = Recap::of(&collection, &chosen(&rubric));
    assert!(collection.entries().iter().all(|entry| entry.row().is_some_and(|row| row.own.is_none())));
    let ranks: Vec<_> = ranking(&collection, &recap, Measure::Official).iter().map(|one| one.score).collect();
    assert_eq!(
        ranks,
        ["87.95", "75.58", "62.17", "23.15"].map(|text| Score::rounded(support::decimal(text)))
    );
    assert_eq!(recap.distribution.official, [1, 2, 1]);
    assert!(priorities(&rubric, &collection, &recap, None).is_err());
}

/// Files with every kind of trouble, each with its reason for not being counted, and its troubles.
pub fn troubled() -> Vec<(String, String, Option<&'static str>, &'static [&'static str])> {
    let rubric = &rubric(PEKPPP);
    let dice = &mut Dice::new(5);
    let pemda = "Kabupaten Pemalang";
    let mut files: Vec<(String, String, Option<&str>, &[&str])> = Vec::new();
    for at in 0..28 {
        let text = file(rubric, &filled(rubric, pemda, &format!("Dinas {at}"), dice));
        files.push((format!("{at:02}.json"), text, None, &[]));
    }
    let mut add = |name: &str, text: String, reason, troubles| {
        files.push((name.to_owned(), text, reason, troubles));
    };
    let sound = |name: &str, dice: &mut Dice| filled(rubric, pemda, name, dice);
    let with = |assessment: Assessment, from: &str, to: &str| {
        let text = file(rubric, &assessment);
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    };
    let mut older = sound("Dinas Sosial", dice);
    older.updated_at = "2026-11-20T23:00:00+07:00".into();
    let newer = Assessment { updated_at: "2026-11-20T17:00:00Z".into(), ..older.clone() };
    let mut newest = blank(rubric, "Kab. Pemalang", "DINAS SOSIAL");
    newest.updated_at = "2026-12-01T00:00:00Z".into();
    add("sosial-1.json", file(rubric, &older), Some("otherFile"), &["sameOffice"]);
    add("sosial-2.json", file(rubric, &newer), None, &["sameOffice"]);
    add("sosial-3.json", file(rubric, &newest), Some("otherFile"), &["blank", "sameOffice"]);
    let part = sound("Dinas Terbagi", dice);
    for at in 0..2 {
        let text = with(part.clone(), "\"revision\"", "\"part\": {}, \"revision\"");
        add(&format!("bagian-{at}.json"), text, Some("part"), &["part", "wrongDigest"]);
    }
    let example = Assessment { example: true, ..sound("Contoh", dice) };
    add("contoh.json", file(rubric, &example), Some("example"), &[]);
    let practice = Assessment { practice: true, ..sound("", dice) };
    add("latihan.json", file(rubric, &practice), Some("practice"), &["nameless"]);
    let other = crate::shipped::rubric(OMBUDSMAN);
    add("lain.json", file(&other, &filled(&other, pemda, "Dinas 1", dice)), Some("otherInstrument"), &[]);
    add("rusak.json", "{\"format\": \"swanilai/assess".to_owned(), Some("unreadable"), &[]);
    let lama = with(sound("Dinas Lama", dice), "\"formatVersion\": \"1.0\"", "\"formatVersion\": \"0.9\"");
    add("lama.json", lama, Some("olderFormat"), &[]);
    let baru = with(sound("Dinas Baru", dice), "\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\"");
    add("baru.json", baru, Some("newerFormat"), &[]);
    let version = format!("\"version\": \"{}\"", rubric.version);
    let mut text = with(sound("Dinas Versi", dice), &version, "\"version\": \"0.1.0\"");
    text = text.replace(&digest(rubric), &"0".repeat(64));
    add("versi.json", text, None, &["otherVersion", "wrongDigest"]);
    let ubah = sound("Dinas Ubah", dice);
    let revision = format!("\"revision\": {}", ubah.revision);
    add("ubah.json", with(ubah, &revision, "\"revision\": 77"), None, &["wrongDigest"]);
    let hasil = sound("Dinas Hasil", dice);
    let score = format!("\"score\": {}", Scorecard::of(rubric, &hasil).score.point.unwrap());
    let text = with(hasil, &format!("{score},\n    \"answers\""), "\"score\": 4.99,\n    \"answers\"");
    add("hasil.json", text, None, &["storedDiffers", "wrongDigest"]);
    files
}

pub fn read(files: &[(String, String, Option<&'static str>, &'static [&'static str])]) -> Collection {
    let reader = reader();
    Collection::of(files.iter().map(|(name, text, ..)| reader.entry(name, text.as_bytes())).collect())
}

#[test]
fn forty_files_with_every_kind_of_trouble_each_say_what_is_wrong_with_them() {
    let files = troubled();
    assert!(files.len() >= 40, "{}", files.len());
    let rubric = rubric(PEKPPP);
    let collection = read(&files);
    let recap = Recap::of(&collection, &chosen(&rubric));
    assert_eq!(recap.counted.len() + recap.not_counted(), files.len());
    let mut kinds: Vec<&str> = Vec::new();
    for (entry, line) in collection.entries().iter().zip(&recap.lines) {
        let (name, _, reason, troubles) = files.iter().find(|(name, ..)| **name == **entry.file()).unwrap();
        let found: Vec<&str> = line.troubles.iter().map(Trouble::code).collect();
        assert_eq!(
            (line.reason.as_ref().map(Reason::code), &*found),
            (
                *reason,
                {
                    let mut expected = troubles.to_vec();
                    expected.sort_by_key(|code| found.iter().position(|own| own == code));
                    expected
                }
                .as_slice()
            ),
            "{name}"
        );
        kinds.extend(reason.iter().chain(*troubles));
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() >= 10, "{kinds:?}");
    let counts = recap.lines.iter().find_map(|line| match &line.reason {
        Some(Reason::OtherFile(file)) => Some(file.to_string()),
        _ => None,
    });
    assert_eq!(counts.as_deref(), Some("sosial-2.json"), "an hour later in UTC, and all answered");
    assert_eq!(recap.parts.len(), 1);
}

#[test]
fn a_lone_part_beside_its_whole_is_offered_for_merging_and_one_of_another_office_is_not() {
    let rubric = rubric(PEKPPP);
    let dice = &mut Dice::new(7);
    let whole = Assessment { id: "satu".into(), ..filled(&rubric, "Kab. Pemalang", "Dinas Sosial", dice) };
    let mut part = Assessment { part: "b1".into(), ..whole.clone() };
    part.parts = vec![Part { id: "b1".into(), by: "Kasubbag".into(), ..Part::default() }];
    let mut elsewhere = part.clone();
    elsewhere.unit.name = "Dinas Lain".into();
    let offered = |files: &[(&str, &Assessment)]| {
        let all = files.iter().map(|(name, one)| entry(&rubric, name, one)).collect();
        let collection = Collection::of(all);
        let recap = Recap::of(&collection, &chosen(&rubric));
        let names = |places: &Vec<usize>| {
            places.iter().map(|at| collection.row(*at).unwrap().file.to_string()).collect::<Vec<_>>()
        };
        assert!(recap.lines.iter().flat_map(|line| &line.troubles).all(|own| own.code() != "part"));
        recap.parts.iter().map(names).collect::<Vec<_>>()
    };
    let none: Vec<Vec<String>> = Vec::new();
    assert_eq!(offered(&[("b.json", &part)]), none, "there is nothing to merge it with");
    assert_eq!(offered(&[("a.json", &whole), ("b.json", &part)]), [["b.json"]]);
    assert_eq!(offered(&[("b.json", &part), ("a.json", &whole)]), [["b.json"]]);
    assert_eq!(offered(&[("a.json", &whole), ("c.json", &elsewhere)]), none);
}

#[test]
fn whether_a_file_counts_hangs_on_no_other_office() {
    let files = troubled();
    let rubric = rubric(PEKPPP);
    let all = Recap::of(&read(&files), &chosen(&rubric));
    let sound: Vec<_> = files.iter().filter(|(_, _, reason, _)| reason.is_none()).cloned().collect();
    let alone = Recap::of(&read(&sound), &chosen(&rubric));
    assert_eq!(
        (alone.counted.len(), &alone.all),
        (all.counted.len(), &all.all),
        "bad files change no figure"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_file_gives_the_same_row_read_quickly_and_read_whole(
        seed in any::<u64>(),
        which in 0..7_usize,
        edits in proptest::collection::vec((0_usize..100_000, 0_usize..3, 0_usize..60), 0..3),
        verify in any::<bool>(),
        (version, rules) in (0_u8..4, 0_u8..4),
    ) {
        let rubric = rubric(crate::shipped::IDS[which]);
        let reader = Reader { verify, ..PLAIN.with(Clone::clone) };
        let mut made = anything::assessment(&rubric, &mut Dice::new(seed));
        if version < 2 {
            made.rubric.version = ["", "0.9.0"][usize::from(version)].into();
        }
        if rules < 2 {
            made.rubric.sha256 = ["", "ab12"][usize::from(rules)].into();
        }
        let text = file(&rubric, &made);
        let letters: Vec<char> = "{}[]\":,.+-eE0123456789tfnu\\/ \n\t\u{0}\u{7f}éabr😀".chars().collect();
        let mut text: Vec<char> = text.chars().collect();
        for (at, how, letter) in edits {
            let at = at % text.len();
            let letter = letters[letter % letters.len()];
            match how {
                0 => drop(text.remove(at)),
                1 => text[at] = letter,
                _ => text.insert(at, letter),
            }
        }
        let text: String = text.into_iter().collect();
        prop_assert_eq!(reader.entry("a", text.as_bytes()), reader.whole("a".into(), text.as_bytes()));
    }
}

thread_local! {
    /// Read once: reading instruments takes longer than a file.
    static PLAIN: Reader = Reader::new(rubrics(), false);
}

#[test]
fn a_file_as_the_page_writes_it_is_read_quickly() {
    let reader = Reader { verify: true, ..PLAIN.with(Clone::clone) };
    for id in [PEKPPP, OMBUDSMAN, "sakip-2021"] {
        let rubric = rubric(id);
        let mut made = filled(&rubric, "Kota", "Dinas \"Satu\"", &mut Dice::new(3));
        made.official = Some(Official { score: Some(Score::from_hundredths(417)), ..Official::default() });
        let text = file(&rubric, &made);
        let row = reader.usual(&"a".into(), text.as_bytes()).unwrap();
        assert_eq!(Entry::Row(Box::new(row)), reader.whole("a".into(), text.as_bytes()), "{id}");
        let example = crate::shipped::text(&format!("rubrics/examples/{id}.json"));
        assert!(reader.usual(&"a".into(), example.as_bytes()).is_some(), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_files_never_changes_the_result(seed in any::<u64>()) {
        let mut files = troubled();
        let rubric = rubric(PEKPPP);
        let first = read(&files);
        let dice = &mut Dice::new(seed);
        for at in (1..files.len()).rev() {
            files.swap(at, dice.throw(at + 1));
        }
        let again = read(&files);
        prop_assert_eq!(&first, &again);
        prop_assert_eq!(Recap::of(&first, &chosen(&rubric)), Recap::of(&again, &chosen(&rubric)));
    }

    #[test]
    fn of_several_files_of_one_office_the_same_one_counts_in_every_order(seed in any::<u64>()) {
        let rubric = rubric(PEKPPP);
        let dice = &mut Dice::new(seed);
        let mut rows: Vec<Entry> = (0..6).map(|at| {
            let mut made = anything::assessment(&rubric, dice);
            (made.unit.pemda, made.unit.name) = ("P".into(), "Dinas".into());
            (made.example, made.practice) = (false, false);
            made.updated_at = dice.pick(&["", "besok", "2026-01-01", "2026-01-01T00:00:00Z"]).into();
            made.revision = 1;
            Entry::Row(Box::new(Row::of(&rubric, &made, Meta {
                file: ["a", "a", "b"][at % 3].into(),
                ..Meta::default()
            })))
        }).collect();
        let first = Collection::of(rows.clone());
        rows.rotate_left(dice.throw(6));
        rows.swap(0, dice.throw(6));
        let again = Collection::of(rows);
        let recap = Recap::of(&first, &chosen(&rubric));
        prop_assert_eq!(recap.counted.len(), 1);
        prop_assert_eq!(&recap, &Recap::of(&again, &chosen(&rubric)));
        prop_assert_eq!(first, again);
    }

    #[test]
    fn a_row_says_what_the_scorecard_says((draft, assessment) in cases(6)) {
        let rubric = support::rubric(draft);
        let card = Scorecard::of(&rubric, &assessment);
        let own = Own::of(&rubric, &assessment);
        prop_assert_eq!(own.figure, card.score);
        prop_assert_eq!(own.supported, card.supported);
        prop_assert_eq!(own.progress, card.progress);
        prop_assert_eq!((own.assumed, own.not_relevant), (card.assumed, card.not_applicable));
        prop_assert_eq!(own.standing(&rubric), card.standing);
        prop_assert_eq!(own.cells.len(), scored(&rubric).len());
        let some = |is: fn(&Cell) -> bool| own.cells.iter().filter(|cell| is(cell)).count();
        prop_assert_eq!(some(|cell| cell.answered), own.progress.answered);
        prop_assert_eq!(some(|cell| cell.assumed), own.assumed);
        prop_assert!(own.missing.iter().all(|place| usize::from(*place) < asked(&rubric).len()));
    }
}

#[test]
fn a_form_sent_to_many_offices_keeps_them_apart_though_it_has_one_id() {
    let rubric = rubric(PEKPPP);
    let dice = &mut Dice::new(9);
    let mut entries = Vec::new();
    for at in 0..8 {
        let made = Assessment { id: "satu".into(), ..filled(&rubric, "Kota", &format!("Dinas {at}"), dice) };
        entries.push(entry(&rubric, &format!("{at}.json"), &made));
    }
    let recap = Recap::of(&Collection::of(entries), &chosen(&rubric));
    assert_eq!(recap.counted.len(), 8);
    for line in &recap.lines {
        assert!(
            matches!(&*line.troubles, [Trouble::SharedId(others)] if others.count == 7 && others.first.len() == 5)
        );
    }
}

#[test]
fn a_file_that_names_less_belongs_to_the_only_office_it_can_belong_to() {
    let rubric = rubric(PEKPPP);
    let dice = &mut Dice::new(2);
    let mut made = |file: &str, pemda: &str, name: &str, id: &str| {
        let made = Assessment { id: id.into(), ..filled(&rubric, pemda, name, dice) };
        entry(&rubric, file, &made)
    };
    let entries = vec![
        made("a", "Kota Magelang", "Dinsos", "1"),
        made("b", "", "Dinsos", "2"),
        made("c", "", "", "1"),
        made("d", "", "", ""),
        made("e", "", "", ""),
        made("f", "Kota Tegal", "Dinkes", "3"),
        made("g", "Kota Magelang", "Dinkes", "4"),
        made("h", "", "Dinkes", "5"),
    ];
    let collection = Collection::of(entries);
    let key = |file: &str| {
        let at = collection.entries().iter().position(|entry| &**entry.file() == file).unwrap();
        collection.key(at).unwrap().clone()
    };
    assert_eq!((key("b"), key("c")), (key("a"), key("a")));
    assert_ne!(key("d"), key("e"));
    assert_eq!(key("h"), OfficeKey::of("", "Dinkes", ""), "two local governments have one");
}

#[test]
fn only_chosen_offices_count_and_local_governments_are_told_apart() {
    let rubric = rubric(OMBUDSMAN);
    let (_, one) = of_published(OMBUDSMAN, "Kota Tegal", &[("Dinsos", "80"), ("Dinkes", "90")]);
    let (_, other) = of_published(OMBUDSMAN, "Kota Batu", &[("Dinsos", "70")]);
    let entries = one.entries().iter().chain(other.entries()).cloned().collect();
    let collection = Collection::of(entries);
    let recap = Recap::of(&collection, &chosen(&rubric));
    let official = |score: &swanilai::domain::recap::PemdaScore| {
        score.sides.clone().unwrap().official.unwrap().figure.point.unwrap().to_string()
    };
    let names: Vec<(String, String)> =
        recap.pemdas.iter().map(|p| (p.pemda.to_string(), official(p))).collect();
    let expected = [("Kota Batu", "70"), ("Kota Tegal", "85")];
    assert_eq!(names, expected.map(|(name, score)| (name.to_owned(), score.to_owned())));
    let offices = [OfficeKey::of("Kota Tegal", "Dinsos", "")];
    let recap = Recap::of(&collection, &Chosen { offices: Some(&offices), ..chosen(&rubric) });
    assert_eq!(official(&recap.all), "80");
    let reasons = recap.lines.iter().filter(|line| line.reason == Some(Reason::NotChosen)).count();
    assert_eq!((recap.counted.len(), reasons), (1, 2));
    let none = Recap::of(&collection, &Chosen { offices: Some(&[]), ..chosen(&rubric) });
    assert_eq!(none.all.sides, Err(NoPemdaScore::NoUnits));
}

/// An assessment of an office with its instrument in the file, from this text.
pub fn carrying(own: &Rubric, text: &str, name: &str) -> Assessment {
    let mut made = filled(own, "Kota", name, &mut Dice::new(1));
    let copy = swanilai::format::json::read_text(text).unwrap().compact();
    made.kept.push(("rubricCopy".into(), copy.into()));
    made
}

#[test]
fn an_instrument_that_came_with_its_file_is_never_counted_with_those_at_hand() {
    let rubric = rubric(PEKPPP);
    let other = crate::shipped::text("rubrics/pekppp-2023-luring.json")
        .replace("pekppp-2023-luring", "milik-sendiri");
    let own = swanilai::format::rubric::decode(&other).unwrap();
    let made = carrying(&own, &other, "Dinas");
    let collection = Collection::of(vec![entry(&own, "a.json", &made)]);
    assert!(collection.row(0).unwrap().carried);
    let reason = |chosen: &Chosen<'_>| Recap::of(&collection, chosen).lines[0].reason.clone();
    assert_eq!(reason(&chosen(&rubric)), Some(Reason::OtherInstrument("milik-sendiri".into())));
    assert_eq!(reason(&chosen(&own)), Some(Reason::CarriedRubric));
    assert_eq!(reason(&Chosen { carried: Some(&digest(&own)), ..chosen(&own) }), None);
}

#[test]
fn ranks_are_shared_and_the_weakest_indicator_comes_first() {
    let rubric = rubric(OMBUDSMAN);
    let units = [("A", "80"), ("B", "90"), ("C", "80"), ("D", "70")];
    let (_, collection) = of_published(OMBUDSMAN, "Kota", &units);
    let recap = Recap::of(&collection, &chosen(&rubric));
    let ranks: Vec<_> = ranking(&collection, &recap, Measure::Official).iter().map(|one| one.rank).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(2), Some(4)]);

    let rubric = crate::shipped::rubric(PEKPPP);
    let dice = &mut Dice::new(4);
    let entries = (0..5).map(|at| entry(&rubric, "x", &filled(&rubric, "Kota", &format!("D{at}"), dice)));
    let collection = Collection::of(entries.collect());
    let recap = Recap::of(&collection, &chosen(&rubric));
    let map = heat(&rubric, &collection, &recap);
    assert!(map.windows(2).all(|pair| pair[0].mean <= pair[1].mean));
    for one in &map {
        let cells: Vec<u32> =
            one.cells.iter().map(|cell| u32::from(cell.unwrap().share().unwrap())).collect();
        assert_eq!(
            cells.iter().sum::<u32>().div_ceil(5),
            u32::from(one.mean.unwrap()),
            "levels are whole fifths"
        );
    }
    let most = lacking(&rubric, &collection, &recap);
    assert!(most.windows(2).all(|pair| pair[0].units >= pair[1].units));
    let all: usize = most.iter().map(|one| one.units).sum();
    let rows = collection.entries().iter().filter_map(|entry| entry.row()?.own.as_ref());
    assert_eq!(all, rows.map(|own| own.missing.len()).sum::<usize>());
}

#[test]
fn two_years_are_compared_over_the_same_offices() {
    let rubric = rubric(OMBUDSMAN);
    let (_, before) = of_published(OMBUDSMAN, "Kota", &[("A", "60"), ("B", "70"), ("C", "10")]);
    let (_, after) = of_published(OMBUDSMAN, "KOTA", &[("B", "90"), ("a", "80"), ("D", "100")]);
    let (one, other) = (Recap::of(&before, &chosen(&rubric)), Recap::of(&after, &chosen(&rubric)));
    let found = compare(&rubric, (&before, &one), (&after, &other));
    let name = |collection: &Collection, at: usize| collection.row(at).unwrap().name.to_string();
    assert_eq!(found.both.iter().map(|one| name(&after, one.after)).collect::<Vec<_>>(), ["a", "B"]);
    assert_eq!(found.new.iter().map(|at| name(&after, *at)).collect::<Vec<_>>(), ["D"]);
    assert_eq!(found.gone.iter().map(|at| name(&before, *at)).collect::<Vec<_>>(), ["C"]);
    let mean = |score: &swanilai::domain::recap::PemdaScore| {
        score.sides.clone().unwrap().official.unwrap().figure.point.unwrap().to_string()
    };
    assert_eq!((mean(&found.before), mean(&found.after)), ("65".to_owned(), "85".to_owned()));
}

/// The mean after these indicators of these offices rose to their top, by the scorecard alone.
fn judged(rubric: &Rubric, offices: &[Assessment], raised: &[(usize, Text)]) -> Score {
    let scores: Vec<Score> = offices
        .iter()
        .enumerate()
        .map(|(at, office)| {
            let mut after = lowest(rubric, office);
            for (_, id) in raised.iter().filter(|(own, _)| *own == at) {
                let scale = rubric.scale_of(rubric.indicator(id).unwrap().1).unwrap();
                edit(&mut after, id, |answer| answer.choice = Some(Choice::Level(scale.maximum())));
            }
            Scorecard::of(rubric, &after).score.point.unwrap_or_default()
        })
        .collect();
    pemda_score(rubric, &scores).unwrap()
}

#[test]
fn priorities_are_the_fewest_improvements_that_lift_the_mean() {
    let levels = support::levels("0-4", &["0", "1", "2", "3", "4"]);
    let inside = |id: &str, count: usize| support::items(id, count, "0-4");
    let made = support::draft(
        vec![levels],
        vec![
            support::dimension("a", support::published("61"), inside("a", 2)),
            support::dimension("b", support::published("39"), inside("b", 2)),
        ],
    );
    let rubric = support::rubric(made);
    let ids = ["a1", "a2", "b1", "b2"];
    let dice = &mut Dice::new(11);
    let mut lifted = 0;
    for _ in 0..60 {
        let offices: Vec<Assessment> = (0..3)
            .map(|at| {
                let mut office = blank(&rubric, "Kota", &format!("D{at}"));
                for id in ids {
                    let level = support::level(&dice.throw(5).to_string());
                    let given = !dice.once_in(6);
                    edit(&mut office, id, |answer| answer.choice = given.then_some(level));
                }
                office
            })
            .collect();
        let rows = offices.iter().enumerate().map(|(at, office)| {
            let meta = Meta { file: format!("{at}").into(), ..Meta::default() };
            Entry::Row(Box::new(Row::of(&rubric, office, meta)))
        });
        let collection = Collection::of(rows.collect());
        let recap = Recap::of(&collection, &chosen(&rubric));
        let found = priorities(&rubric, &collection, &recap, None).unwrap();
        assert!(found.proved);
        assert_eq!(found.before, judged(&rubric, &offices, &[]));
        let id = |at: (usize, usize)| rubric.dimensions[at.0].indicators[at.1].id.clone();
        let raised: Vec<(usize, Text)> = found.steps.iter().map(|step| (step.place, id(step.at))).collect();
        assert_eq!(found.after, judged(&rubric, &offices, &raised));
        let reaches = |score: Score| rubric.categories.place(score) <= found.target;
        assert!(reaches(found.after));
        // Every choice of fewer improvements there is.
        let all: Vec<(usize, Text)> =
            (0..3).flat_map(|office| ids.iter().map(move |id| (office, Text::from(*id)))).collect();
        for mask in 0_u32..1 << all.len() {
            if usize::try_from(mask.count_ones()).unwrap() == found.steps.len().saturating_sub(1)
                && !found.steps.is_empty()
            {
                let few: Vec<_> = all
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| mask & (1 << at) != 0)
                    .map(|(_, one)| one.clone())
                    .collect();
                assert!(!reaches(judged(&rubric, &offices, &few)), "{few:?}");
            }
        }
        lifted += found.steps.len();
    }
    assert!(lifted > 60, "{lifted}");
}

#[test]
fn where_offices_are_too_many_to_prove_it_the_answer_says_what_is_needed_at_least() {
    let rubric = rubric(OMBUDSMAN);
    let dice = &mut Dice::new(6);
    let row = Row::of(&rubric, &filled(&rubric, "Kota", "Dinas", dice), Meta::default());
    let rows = |count: usize| {
        (0..count).map(|at| {
            let named = Row { name: format!("D{at}").into(), file: format!("{at}").into(), ..row.clone() };
            Entry::Row(Box::new(named))
        })
    };
    for (count, proved) in [(20, true), (900, false)] {
        let collection = Collection::of(rows(count).collect());
        let recap = Recap::of(&collection, &chosen(&rubric));
        let found = priorities(&rubric, &collection, &recap, Some(0)).unwrap();
        assert!(found.reachable && rubric.categories.place(found.after) == 0);
        assert_eq!(found.proved, proved, "{count} {} {}", found.bound, found.steps.len());
        assert!(
            found.bound <= found.steps.len() && found.bound * 10 >= found.steps.len() * 9,
            "{}",
            found.bound
        );
    }
}

#[test]
fn priorities_leave_out_what_an_office_cannot_raise() {
    let rubric = rubric(OMBUDSMAN);
    let offices: Vec<Assessment> = (0..2).map(|at| blank(&rubric, "Kota", &format!("D{at}"))).collect();
    let entries = offices.iter().enumerate().map(|(at, office)| entry(&rubric, &format!("{at}"), office));
    let collection = Collection::of(entries.collect());
    let recap = Recap::of(&collection, &chosen(&rubric));
    let found = priorities(&rubric, &collection, &recap, Some(2)).unwrap();
    assert!(found.reachable && found.proved && !found.steps.is_empty());
    for step in &found.steps {
        let indicator = &rubric.dimensions[step.at.0].indicators[step.at.1];
        assert!(indicator.is_in_hand(), "{}", indicator.id);
    }
    let top = priorities(&rubric, &collection, &recap, Some(0)).unwrap();
    assert!(!top.reachable && top.steps.is_empty(), "what users decide is out of hand");
}

/// A list with everything a list can hold.
pub fn listed() -> UnitList {
    let unit = |id: &str, name: &str| Listed { id: id.into(), name: name.into(), ..Listed::default() };
    let kept = vec![("baru".into(), "[1.50]".into())];
    let mut list = UnitList { pemda: "Kab. Pemalang".into(), kept: kept.clone(), ..UnitList::default() };
    for edit in [
        UnitsEdit::Put(Listed { spm: Some(true), products: vec!["KIS".into()], ..unit("1", "Dinas Sosial") }),
        UnitsEdit::Put(Listed {
            kept,
            kind: "rumah sakit".into(),
            parent: "Dinkes".into(),
            ..unit("2", "RSUD")
        }),
        UnitsEdit::Put(unit("3", "Dindik")),
        UnitsEdit::Tick("1".into(), true),
        UnitsEdit::Tick("3".into(), true),
        UnitsEdit::Save("s".into(), "bila lokus Dinsos dan Dindik".into()),
        UnitsEdit::Tick("2".into(), true),
        UnitsEdit::Value(Value {
            rubric: "ombudsman-opini-2025".into(),
            indicator: "OUT-01".into(),
            value: support::decimal("71.25"),
            ground: "BPS 2025".into(),
            kept: Vec::new(),
        }),
    ] {
        list.apply(edit);
    }
    list
}

#[test]
fn a_unit_list_comes_back_as_it_was_written_to_the_last_unknown_member() {
    let list = listed();
    let text = units::encode(&list);
    let (again, problems) = units::decode(text.as_bytes()).unwrap();
    assert_eq!((&again, units::encode(&again)), (&list, text.clone()));
    assert!(problems.iter().all(|problem| matches!(problem.kind, Kind::UnknownMember(_))), "{problems:?}");
    assert!(units::is_meant(text.as_bytes()) && !units::is_meant(b"{}"));
    assert!(
        units::is_meant(text.replace("swanilai/units", "swanilai\\/units").as_bytes()),
        "as other programs write it"
    );
    let handed = units::decode(units::handed_out(&list).as_bytes()).unwrap().0;
    assert_eq!((handed.values, handed.units.len(), handed.lokus.len()), (list.values, 0, 0));
}

#[test]
fn a_unit_list_is_refused_whole_with_its_reason() {
    let text = units::encode(&listed());
    for (from, to, path) in [
        ("swanilai/units", "swanilai/rubric", "format"),
        ("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\"", "formatVersion"),
        ("\"id\": \"2\"", "\"id\": \"1\"", "units[1].id"),
        ("71.25", "\"banyak\"", "values[0].value"),
        ("\"spm\": true", "\"spm\": \"ya\"", "units[0].spm"),
    ] {
        let problems = units::decode(text.replace(from, to).as_bytes()).unwrap_err();
        assert_eq!(problems.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), [path]);
    }
    let newer = text.replace("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"1.4\"");
    assert_eq!(units::decode(newer.as_bytes()).unwrap().0, listed());
}

#[test]
fn ticks_scenarios_and_what_is_missing_follow_the_list() {
    let mut list = listed();
    let rubric = rubric(OMBUDSMAN);
    let sent = [("DINAS SOSIAL", "80"), ("RSUD Kabupaten Pemalang", "90"), ("Dinas Lain", "10")];
    let (_, collection) = of_published(OMBUDSMAN, "Kabupaten Pemalang", &sent);
    let mean = |list: &UnitList| {
        let offices = list.chosen(&collection);
        let recap = Recap::of(&collection, &Chosen { offices: offices.as_deref(), ..chosen(&rubric) });
        let sent: Vec<char> = list
            .sent(&collection, &recap)
            .iter()
            .map(|sent| match sent {
                Sent::Counted(_) => 'c',
                Sent::NotCounted(_) => 'n',
                Sent::Unread(_) => 'u',
                Sent::Nothing => '-',
            })
            .collect();
        let point = recap.all.sides.clone().ok().and_then(|sides| sides.official?.figure.point);
        (
            point.map(|point| point.to_string()),
            sent.iter().collect::<String>(),
            list.unlisted(&collection, &recap).len(),
        )
    };
    assert_eq!(mean(&list), (Some("85".to_owned()), "cc-".to_owned(), 0));
    list.apply(UnitsEdit::Take("s".into()));
    assert_eq!(mean(&list), (Some("80".to_owned()), "cn-".to_owned(), 0));
    list.apply(UnitsEdit::Remove("1".into()));
    assert_eq!(mean(&list), (None, "n-".to_owned(), 0), "what is left of the scenario has sent nothing");
    list.apply(UnitsEdit::Tick("3".into(), false));
    assert_eq!(mean(&list), (Some("60".to_owned()), "c-".to_owned(), 2), "nothing ticked means all");
    assert_eq!(list.scenarios[0].lokus, [Text::from("3")]);
}

#[test]
fn an_office_takes_over_the_values_of_its_local_government_as_assumptions() {
    let rubric = rubric("ombudsman-opini-2025");
    let values = listed().values;
    let mut made = blank(&rubric, "Kab. Pemalang", "Dinsos");
    let edits = taken_over(&rubric, &made, &values);
    for edit in &edits {
        made = edit.apply(&made, &"2026-11-21T10:42:00+07:00".into());
    }
    let answer = made.answer("OUT-01").unwrap();
    assert_eq!(
        (answer.choice, answer.assumed, &*answer.ground),
        (Some(support::value("71.25")), true, "BPS 2025")
    );
    assert!(taken_over(&rubric, &made, &values).is_empty(), "once is enough");
    let beyond = Value { value: support::decimal("100.01"), ..values[0].clone() };
    let own = Value { indicator: "INP-01".into(), ..values[0].clone() };
    let others = Value { indicator: "OUT-02".into(), ..values[0].clone() };
    made.unit.kind = "dinas perhubungan".into();
    assert!(taken_over(&rubric, &made, &[beyond, own, others]).is_empty());
    made.unit.kind = Text::default();
    edit(&mut made, "OUT-01", |answer| (answer.choice, answer.assumed) = (Some(support::value("62")), false));
    assert!(taken_over(&rubric, &made, &values).is_empty(), "what the office answers itself stays");
    assert_eq!(kept_own(&rubric, &made, &values), [Text::from("OUT-01")]);
}

#[test]
fn a_row_survives_the_way_between_threads_and_bytes_that_are_none_give_none() {
    let (reader, rubric) = (reader(), rubric(PEKPPP));
    let mut packed = 0;
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let assessment = filled(&rubric, "Kota Contoh", &format!("Dinas {seed}"), &mut dice);
        let mut text = encode(&assessment, &rubric, &STAMP);
        if dice.once_in(3) {
            text = text.replace("Dinas", "Badan");
        }
        let entry = reader.entry("a/b.json", text.as_bytes());
        let row = entry.row().unwrap();
        let bytes = pack(row).unwrap();
        assert_eq!(unpack(&bytes).as_ref(), Some(row));
        packed += usize::from(!row.troubles.is_empty());
        for end in 0..bytes.len() {
            assert_eq!(unpack(&bytes[..end]), None, "cut at {end}");
        }
    }
    assert!(packed > 3, "some rows have troubles");
}

#[test]
fn a_form_half_filled_in_has_no_rank_by_what_is_filled_in() {
    let rubric = rubric(OMBUDSMAN);
    let dice = &mut Dice::new(4);
    let whole = filled(&rubric, "Kota", "Lengkap", dice);
    let mut half = blank(&rubric, "Kota", "Setengah");
    let best = rubric.scale_at(0, 0).unwrap().maximum();
    edit(&mut half, &rubric.dimensions[0].indicators[0].id, |answer| {
        answer.choice = Some(Choice::Level(best));
    });
    let collection = Collection::of(vec![entry(&rubric, "a", &half), entry(&rubric, "b", &whole)]);
    let recap = Recap::of(&collection, &chosen(&rubric));
    let ranks =
        |measure| ranking(&collection, &recap, measure).iter().map(|one| one.rank).collect::<Vec<_>>();
    assert_eq!(ranks(Measure::Own), [Some(1), None]);
    assert_eq!(ranks(Measure::Low), [Some(1), Some(2)], "the low end counts blanks at their lowest");
}

#[test]
fn a_share_as_it_is_saved_is_not_held_against_the_whole() {
    let rubric = rubric(OMBUDSMAN);
    let mut made = filled(&rubric, "Kota", "Dinas", &mut Dice::new(7));
    let ids: Vec<Text> = rubric.indicators().map(|(_, one)| one.id.clone()).take(3).collect();
    made.parts = vec![Part { id: "b1".into(), by: "Kasubbag".into(), indicators: ids, ..Part::default() }];
    made.part = "b1".into();
    let entry = reader().entry("bagian.json", encode(&made, &rubric, &STAMP).as_bytes());
    let row = entry.row().unwrap();
    assert!(row.part && !row.troubles.contains(&Trouble::StoredDiffers), "{:?}", row.troubles);
}
