//! Documents: nothing is lost on the way out and in again, and every published version stays readable.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::action::{FollowUp, Headway, Source};
use swanilai::domain::assessment::{Answer, Assessment, Choice, Status};
use swanilai::domain::history::Past;
use swanilai::domain::map::Map;
use swanilai::domain::merge::{Conflict, Heard};
use swanilai::domain::milestone::Milestone;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::official::Official;
use swanilai::domain::oversight::{Kind as Product, Oversight};
use swanilai::domain::part::Part;
use swanilai::domain::plan::{Aim, By};
use swanilai::domain::problem::{Kind, Problem};
use swanilai::domain::rubric::{Rubric, StepKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::status::StatusChange;
use swanilai::domain::verification::{Finding, Verification};
use swanilai::domain::wanted::Wanted;
use swanilai::format::document::{Decoded, Stamp, encode, members, open};
use swanilai::format::json::{Json, read_text};

use crate::anything::assessment;
use crate::dice::Dice;
use crate::shipped::{golden, rubric, rubrics, text};

/// What tests sign their files with.
pub const STAMP: Stamp<'_> = Stamp { app_version: "0.1.0", saved_at: "2026-11-21T10:42:00+07:00" };

/// Reads a document with the shipped instrument it asks for.
pub fn read(text: &str) -> Result<(Rubric, Decoded), Vec<Problem>> {
    let opened = open(text.as_bytes())?;
    let rubric = rubric(&opened.rubric().id);
    let decoded = opened.read(&rubric)?;
    Ok((rubric, decoded))
}

pub fn taken(text: &str) -> (Rubric, Decoded) {
    read(text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub fn words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

pub fn again(text: &str) -> String {
    let (rubric, decoded) = taken(text);
    encode(&decoded.assessment, &rubric, &STAMP)
}

/// A value inside JSON, by member names and places.
fn at<'a>(json: &'a Json, path: &[&str]) -> Option<&'a Json> {
    path.iter().try_fold(json, |json, step| match step.parse::<usize>() {
        Ok(place) if !json.items().is_empty() => json.items().get(place),
        _ => json.member(step),
    })
}

#[test]
fn whatever_an_assessment_holds_comes_back_equal_and_writes_the_same_bytes() {
    let rubrics = rubrics();
    let mut dice = Dice::new(1);
    for round in 0..300 {
        let rubric = &rubrics[round % rubrics.len()];
        let made = assessment(rubric, &mut dice);
        let text = encode(&made, rubric, &STAMP);
        let decoded = open(text.as_bytes()).and_then(|opened| opened.read(rubric));
        let decoded = decoded.unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        assert_eq!(decoded.assessment, made, "{text}");
        assert_eq!(encode(&decoded.assessment, rubric, &STAMP), text);
        let odd = |problem: &&Problem| {
            !matches!(
                problem.kind,
                Kind::UnknownMember(_)
                    | Kind::UnknownIndicator(_)
                    | Kind::UnknownSample(_)
                    | Kind::HiddenCharacters
                    | Kind::NotFillable(_)
                    | Kind::Share(_)
            ) && !problem.path.starts_with("weights")
        };
        assert_eq!(decoded.problems.iter().find(odd), None, "{text}");
    }
}

#[test]
fn the_smallest_file_of_format_1_0_is_read() {
    let (rubric, decoded) = taken(&text("tests/fixtures/minimal-1.0.json"));
    assert_eq!(words(&decoded.problems), [""; 0]);
    assert_eq!(decoded.assessment.rubric.version, rubric.version);
    let expected = Assessment { rubric: decoded.assessment.rubric.clone(), ..Assessment::default() };
    assert_eq!(decoded.assessment, expected);
}

/// An assessment that has every member a document of this instrument can have.
fn full(rubric: &Rubric) -> Assessment {
    let mut made = assessment(rubric, &mut Dice::new(22));
    let names = members::ROOT_LATER.iter().filter(|name| **name != "rubricCopy").chain(&["x-1"]);
    made.kept = names.map(|name| ((*name).into(), "{\"a\":1.50}".into())).collect();
    made.weights.indicators.insert("IN01".into(), "12,22".into());
    let tried = Answer { choice: Some(Choice::NotApplicable), ..Answer::default() };
    made.simulation.answers.insert("OU06".into(), tried.into());
    made.official = Some(Official {
        score: Some(Score::from_hundredths(8134)),
        dimensions: [("input".into(), Decimal::from_ten_thousandths(812_500))].into_iter().collect(),
        indicators: Map::new(),
        kept: vec![("indicators".into(), "{}".into())],
    });
    made.milestones = vec![Milestone::of(&made, &"Diajukan".into(), &"2024-06-01".into())];
    made.history = vec![Past {
        year: 2022,
        rubric: rubric.id.clone(),
        score: Score::from_hundredths(7834),
        kept: vec![],
    }];
    made.wanted = Some(Wanted {
        target: "A".into(),
        aim: Aim::Low,
        by: By::Effort,
        each: true,
        kinds: vec![StepKind::Administrative, StepKind::Physical],
        locked: vec!["PR08".into()],
        visit: "15 Desember 2026".into(),
        kept: vec![("unread".into(), "[7]".into())],
        ..Wanted::default()
    });
    if let Some(wanted) = &mut made.wanted {
        wanted.ceilings.insert("IN01".into(), Decimal::whole(3));
        wanted.efforts.insert("IN02".into(), "5".into());
        wanted.efforts.insert("IN03".into(), "lima".into());
    }
    made.actions = vec![FollowUp {
        id: "1".into(),
        source: Source::Evaluation,
        finding: "Standar pelayanan belum dipampang".into(),
        action: "Memasang standar pelayanan di ruang tunggu".into(),
        output: "Papan standar pelayanan".into(),
        responsible: "Sekretaris".into(),
        due: "31 Desember 2026".into(),
        evidence: "Foto bertanggal".into(),
        headway: Headway::Barred,
        reason: "Ruang tunggu sedang dibangun".into(),
        indicator: "PR01".into(),
        level: Some(Decimal::whole(3)),
        kept: vec![],
    }];
    made.oversight = vec![Oversight {
        id: "1".into(),
        kind: Product::Corrective,
        number: "0123/LM/2026".into(),
        date: "2026-10-01".into(),
        due: "31/12/2026".into(),
        headway: Headway::Underway,
        note: "Dijawab sebagian".into(),
        kept: vec![],
    }];
    together(&mut made);
    made.id = "0192f0c1-1111-7000-8000-000000000001".into();
    made.unit.name = "Dinas Sosial".into();
    made.unit.pemda = "Kabupaten Contoh".into();
    made.unit.kind = "dinas".into();
    made.status = Status::Submitted;
    (made.assessment_year, made.data_year) = (Some(2024), Some(2023));
    (made.example, made.practice) = (true, true);
    (made.created_at, made.updated_at) = ("2024-06-01".into(), "2024-06-02".into());
    let leaves = Answer { choice: Some(Choice::NotApplicable), ..Answer::default() };
    made.answers.insert("OU06".into(), leaves.into());
    made
}

/// What others add to an assessment: who verified it, and who of the office prepared what.
fn together(made: &mut Assessment) {
    made.statuses = vec![StatusChange {
        status: Status::Submitted,
        by: "Sekretaris".into(),
        at: "2024-06-02".into(),
        milestone: "m1".into(),
        other: true,
        kept: vec![],
    }];
    let lower = Answer {
        choice: Some(Choice::Level(Decimal::whole(2))),
        note: "Papan belum terpasang".into(),
        at: "2024-06-03".into(),
        ..Answer::default()
    };
    made.verification = Some(Verification {
        by: "Kepala Bagian Organisasi".into(),
        at: "2024-06-03".into(),
        answers: [("PR01".into(), lower.into())].into_iter().collect(),
        findings: [("PR01".into(), Finding::Improve), ("PR02".into(), Finding::Mismatch)]
            .into_iter()
            .collect(),
        of: [("PR01".into(), "2024-06-02T16:30:00+07:00".into()), ("PR02".into(), Text::default())]
            .into_iter()
            .collect(),
        kept: vec![("unread".into(), "[7]".into())],
    });
    made.parts = vec![Part {
        id: "20240601080000".into(),
        by: "Kepala Subbagian Umum".into(),
        indicators: vec!["IN01".into(), "IN02".into()],
        sent: "2024-06-01T08:00:00+07:00".into(),
        returned: "2024-06-02T16:30:00+07:00".into(),
        kept: vec![],
    }];
    made.part = Text::default();
    let offered = |level, by: &str| {
        let choice = Some(Choice::Level(Decimal::whole(level)));
        Rc::new(Answer { choice, by: by.into(), note: "Papan sudah ada".into(), ..Answer::default() })
    };
    let answers = vec![offered(2, "Kepala Subbagian Umum"), offered(3, "Petugas loket")];
    let heard = |by: &str, settled| {
        let at = "2024-06-02T16:30:00+07:00".into();
        Heard { by: by.into(), at, settled, kept: vec![] }
    };
    let conflict = Conflict {
        answers,
        aside: vec![offered(1, "Sekretaris")],
        beneath: vec![offered(2, "")],
        heard: vec![heard("Petugas loket", false), heard("Sekretaris", true)],
        kept: vec![],
    };
    made.conflicts = [("IN02".into(), conflict)].into_iter().collect();
}

#[test]
fn a_file_made_before_plan_actions_and_milestones_had_a_meaning_is_written_unchanged() {
    let held = text("tests/fixtures/before-decisions-1.0.json");
    assert_eq!(but_for_supported(&again(&held)), but_for_supported(&held));
}

/// A document without the one figure that files lacked at first, and without the digest that moves with it.
pub fn but_for_supported(document: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = document.lines().collect();
    lines.retain(|line| !line.starts_with("    \"supported\": "));
    let digest = lines.iter().rposition(|line| line.starts_with("    \"value\": \"")).expect("a digest");
    lines.remove(digest);
    lines
}

#[test]
fn a_full_file_of_format_1_0_is_read_and_written_byte_by_byte() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let made = full(&rubric);
    golden("tests/fixtures/full-1.0.json", &encode(&made, &rubric, &STAMP));
    let held = text("tests/fixtures/full-1.0.json");
    let (_, decoded) = taken(&held);
    assert_eq!(decoded.assessment, made);
    assert_eq!(again(&held), held);
    let json = read_text(&held).unwrap();
    let lacks = |object: &[&str], known: &[&str]| {
        let there = |name: &&&str| {
            let objects = at(&json, object).into_iter();
            objects.flat_map(|json| [json].into_iter().chain(json.items())).all(|o| o.member(name).is_none())
        };
        known.iter().filter(there).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(lacks(&[], members::ROOT), ["rubricCopy", "mode", "withoutNotes", "part"]);
    assert_eq!(lacks(&["rubric"], members::RUBRIC), [""; 0]);
    assert_eq!(lacks(&["unit"], members::UNIT), [""; 0]);
    assert_eq!(lacks(&["samples"], members::SAMPLE), [""; 0]);
    assert_eq!(lacks(&["parts"], members::PART), [""; 0]);
    assert_eq!(lacks(&["conflicts"], members::CONFLICT), [""; 0]);
    assert_eq!(lacks(&["actions"], members::ACTION), [""; 0]);
    assert_eq!(lacks(&["oversight"], members::OVERSIGHT), [""; 0]);
    assert_eq!(lacks(&["history"], members::PAST), [""; 0]);
    assert_eq!(lacks(&["statuses"], members::STATUS), [""; 0]);
    assert_eq!(lacks(&["verification"], members::VERIFICATION), [""; 0]);
    assert_eq!(lacks(&["official"], members::OFFICIAL), [""; 0]);
    assert_eq!(lacks(&["results"], members::RESULTS), [""; 0]);
    let answers = at(&json, &["answers"]).map(Json::members).unwrap_or_default();
    let missing = |name: &&&str| answers.iter().all(|(_, answer)| answer.member(name).is_none());
    let missing: Vec<_> = members::ANSWER.iter().filter(missing).collect();
    assert_eq!(missing, [&"criteria"]);
}

#[test]
fn what_a_newer_minor_version_adds_survives_at_its_place() {
    let held = text("tests/fixtures/minor-1.7.json");
    let (_, decoded) = taken(&held);
    let found = words(&decoded.problems);
    assert!(found.contains(&"formatVersion: newerMinor".to_owned()), "{found:?}");
    let written = again(&held);
    assert_eq!(again(&written), written);
    let (old, new) = (read_text(&held).unwrap(), read_text(&written).unwrap());
    for path in [
        &["mood"][..],
        &["parts"],
        &["plan", "steps"],
        &["rubric", "edition"],
        &["unit", "address"],
        &["samples", "0", "floor"],
        &["answers", "PR01", "confidence"],
        &["answers", "PR01", "samples", "p1", "photo"],
        &["answers", "PR01", "evidence", "0", "pages"],
        &["answers", "PR99"],
        &["official", "letter"],
        &["results", "spread"],
        &["results", "category", "trend"],
        &["app", "engine"],
        &["digest", "signature"],
    ] {
        assert!(at(&old, path).is_some(), "{path:?}");
        assert_eq!(at(&new, path).map(Json::compact), at(&old, path).map(Json::compact), "{path:?}");
    }
}

#[test]
fn a_part_of_the_result_that_the_instrument_lacks_is_named_kept_and_holds_nothing_against_the_rest() {
    let smallest = text("tests/fixtures/minimal-1.0.json");
    let written = again(&smallest);
    let strange = r#"[7, {"score": 1}, {"id": "baru", "score": {"point": 4.50, "x": [1]}}, {"id": "baru"},"#;
    let file = written.replacen("\"dimensions\": [", &format!("\"dimensions\": {strange}"), 1);
    assert_ne!(file, written);
    let (_, decoded) = taken(&file);
    let found = words(&decoded.problems);
    assert!(found.contains(&"results.dimensions.baru: unknownMember".to_owned()), "{found:?}");
    assert!(!found.iter().any(|word| word.ends_with("resultDiffers")), "{found:?}");
    let kept = again(&file);
    assert_eq!(again(&kept), kept);
    let dimensions = |file: &str| {
        let json = read_text(file).unwrap();
        at(&json, &["results", "dimensions"]).unwrap().items().iter().map(Json::compact).collect::<Vec<_>>()
    };
    let (own, after) = (dimensions(&written), dimensions(&kept));
    assert_eq!(after[..own.len()], own[..]);
    let strangers =
        ["7", r#"{"score":1}"#, r#"{"id":"baru","score":{"point":4.50,"x":[1]}}"#, r#"{"id":"baru"}"#];
    assert_eq!(after[own.len()..], strangers);
}

#[test]
fn a_newer_major_version_is_refused_in_plain_words() {
    let problems = read(&text("tests/fixtures/major-2.0.json")).unwrap_err();
    assert_eq!(problems, [Problem::new("formatVersion", Kind::NewerFormat("2.0".to_owned()))]);
}

#[test]
fn the_sheet_of_pa_binjai_scores_as_published() {
    let (rubric, decoded) = taken(&text("tests/fixtures/binjai.json"));
    assert_eq!(words(&decoded.problems), [""; 0]);
    let card = Scorecard::of(&rubric, &decoded.assessment);
    assert_eq!(card.score.point.map(|score| score.to_string()).as_deref(), Some("87.8"));
    let points: Vec<_> = card.dimensions.iter().filter_map(|d| d.point).map(|p| p.to_string()).collect();
    assert_eq!(points, ["24.6", "25.5", "13.95", "23.75"]);
}

#[test]
fn the_examples_are_read_without_a_word_and_lose_nothing() {
    for id in ["sakip-2021", "pekppp-2023-luring", "pekppp-2023-daring", "ombudsman-kepatuhan-2023"] {
        let held = text(&format!("rubrics/examples/{id}.json"));
        let (_, decoded) = taken(&held);
        assert_eq!(words(&decoded.problems), [""; 0], "{id}");
        let (old, new) = (read_text(&held).unwrap(), read_text(&again(&held)).unwrap());
        let ids = |json: &Json| {
            let mut ids: Vec<_> = at(json, &["answers"]).map(Json::members).unwrap_or_default().to_vec();
            ids.sort_by(|(one, _), (other, _)| one.cmp(other));
            ids
        };
        assert_eq!(ids(&old).len(), ids(&new).len(), "{id}");
        for ((id, old), (_, new)) in ids(&old).iter().zip(&ids(&new)) {
            assert_eq!(old.members().len(), new.members().len(), "{id}");
        }
    }
}

#[test]
fn a_copy_of_the_instrument_travels_in_the_file() {
    let copy =
        text("rubrics/ombudsman-kepatuhan-2022.json").replace("ombudsman-kepatuhan-2022", "daerah-kita");
    let document = format!(
        "{{\"format\":\"swanilai/assessment\",\"formatVersion\":\"1.0\",\"rubric\":{{\"id\":\"daerah-kita\"}},\"rubricCopy\":{copy},\"answers\":{{}},\"official\":{{\"score\":78.34}}}}"
    );
    let opened = open(document.as_bytes()).unwrap();
    let rubric = opened.rubric_copy().unwrap().unwrap();
    assert_eq!(&*rubric.id, "daerah-kita");
    let decoded = opened.clone().read(&rubric).unwrap();
    assert_eq!(words(&decoded.problems), [""; 0]);
    let written = encode(&decoded.assessment, &rubric, &STAMP);
    assert_eq!(*open(written.as_bytes()).unwrap().rubric_copy().unwrap().unwrap(), *rubric);
    let other = crate::shipped::rubric("ombudsman-kepatuhan-2022");
    assert_eq!(words(&opened.read(&other).unwrap_err()), ["rubric.id: unknownRubric"]);
    let broken = document.replacen("\"bound\": 88", "\"bound\": 888", 1);
    let problems = open(broken.as_bytes()).unwrap().rubric_copy().unwrap().unwrap_err();
    assert_eq!(words(&problems), ["rubricCopy.categories.items[0].bound: categoriesGap"]);
}
