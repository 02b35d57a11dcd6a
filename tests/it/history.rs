//! Published results of other years: each read by its own rule, none ever lost.

use swanilai::domain::history::{Past, by_year, is_comparable};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::zone::Subject;

use crate::documents::{again, but_for_supported, taken, words};
use crate::shipped::{rubric, text};

/// Year, instrument, published score.
fn past(year: u16, rubric: &str, score: &str) -> Past {
    let score = Score::rounded(Decimal::parse(score).unwrap());
    Past { year, rubric: rubric.into(), score, ..Past::default() }
}

/// Year, score and zone as they are read, oldest first.
fn readings(history: &[Past]) -> Vec<String> {
    let reading = |past: &Past| {
        let rule = rubric(&past.rubric);
        let category = past.category(&rule).unwrap();
        format!("{} {} {}", past.year, past.score, category.zone.unwrap().word())
    };
    by_year(history).into_iter().map(|(_, past)| reading(past)).collect()
}

#[test]
fn the_years_of_solok_selatan_and_mukomuko_read_as_they_were_published() {
    let history = [
        past(2024, "ombudsman-kepatuhan-2023", "87.06"),
        past(2019, "ombudsman-kepatuhan-2021", "40"),
        past(2022, "ombudsman-kepatuhan-2022", "78.34"),
        past(2021, "ombudsman-kepatuhan-2021", "64.81"),
    ];
    assert_eq!(
        readings(&history),
        ["2019 40 merah", "2021 64.81 kuning", "2022 78.34 hijau", "2024 87.06 hijau"]
    );
    let history =
        [past(2023, "ombudsman-kepatuhan-2023", "90.02"), past(2024, "ombudsman-kepatuhan-2023", "90.64")];
    assert_eq!(readings(&history), ["2023 90.02 hijau", "2024 90.64 hijau"]);
    assert!(is_comparable(&history[0], &history[1]));
}

#[test]
fn every_published_zone_is_the_one_that_history_reads() {
    let rows = text("tests/fixtures/published-results.csv");
    let mut read = 0;
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [_, _, year, score, zone, ..] = cells.as_slice() else { panic!("{row}") };
        let rule = match *year {
            "2019" | "2021" => "ombudsman-kepatuhan-2021",
            "2022" => "ombudsman-kepatuhan-2022",
            "2023" | "2024" => "ombudsman-kepatuhan-2023",
            _ => continue,
        };
        if zone.is_empty() || score.is_empty() {
            continue;
        }
        assert_eq!(
            readings(&[past(year.parse().unwrap(), rule, score)])[0].rsplit(' ').next(),
            Some(*zone),
            "{row}"
        );
        read += 1;
    }
    assert!(read > 20, "{read}");
}

#[test]
fn a_score_beyond_the_rule_or_of_another_rule_has_no_category() {
    let rule = rubric("pekppp-2023-luring");
    assert_eq!(past(2023, "pekppp-2023-luring", "78.34").category(&rule), None);
    assert_eq!(past(2023, "sakip-2021", "4").category(&rule), None);
    let category = past(2023, "pekppp-2023-luring", "4.2");
    assert_eq!(category.category(&rule).map(|c| &*c.id), Some("A-"));
    assert!(!category.category(&rule).unwrap().name(Subject::Unit).is_empty());
}

#[test]
fn a_file_made_before_history_had_a_meaning_opens_and_is_written_unchanged() {
    let held = text("tests/fixtures/before-history-1.0.json");
    let (_, decoded) = taken(&held);
    assert_eq!(decoded.assessment.history, []);
    assert_eq!(words(&decoded.problems).iter().filter(|w| w.starts_with("history")).count(), 1);
    assert_eq!(but_for_supported(&again(&held)), but_for_supported(&held));
}

/// The smallest file with this history.
fn with(history: &str) -> String {
    let smallest = text("tests/fixtures/minimal-1.0.json");
    let open = smallest.trim_end().strip_suffix('}').unwrap().trim_end();
    format!("{open}, \"history\": {history}}}")
}

#[test]
fn items_that_are_no_results_are_named_and_kept_behind_those_that_are() {
    let file = with(
        r#"[7, {"year": 2022, "rubric": "a", "score": 78.34, "baru": 1}, {"year": 2021, "rubric": "a"},
            {"year": 20210, "rubric": "a", "score": 1}, {"year": 2020, "rubric": "a", "score": -1},
            {"year": 2020, "rubric": "", "score": 1}, {"year": "2020", "rubric": "a", "score": 1}]"#,
    );
    let (rubric, decoded) = taken(&file);
    assert_eq!(decoded.assessment.history.len(), 1);
    let found = words(&decoded.problems);
    for problem in [
        "history[0]: wrongType",
        "history[1].baru: unknownMember",
        "history[2].score: missing",
        "history[3].year: numberOutOfRange",
        "history[4].score: outsideScale",
        "history[5].rubric: missing",
        "history[6].year: wrongType",
    ] {
        assert!(found.contains(&problem.to_owned()), "{problem} in {found:?}");
    }
    let written = again(&file);
    assert_eq!(again(&written), written);
    assert_eq!(written.matches("\"year\"").count(), 6, "{written}");
    assert_eq!(rubric.id, decoded.assessment.rubric.id);
}

#[test]
fn a_result_noted_beside_something_unreadable_leaves_it_in_the_file() {
    let (rubric, mut decoded) = taken(&with("{\"a\": 1.50}"));
    decoded.assessment.history.push(past(2021, "a", "64.81"));
    let written = swanilai::format::document::encode(&decoded.assessment, &rubric, &crate::documents::STAMP);
    let (_, again) = taken(&written);
    assert_eq!(again.assessment.history, decoded.assessment.history);
    assert!(written.contains("\"a\": 1.5"), "{written}");
}
