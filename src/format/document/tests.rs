use super::*;
use crate::domain::assessment::Choice;
use crate::domain::number::Score;
use crate::format::json::read_text;

const STAMP: Stamp<'_> = Stamp { app_version: "0.1.0", saved_at: "2026-11-21T10:42:00+07:00" };

fn rubric(id: &str) -> Rubric {
    let path = format!("{}/rubrics/{id}.json", env!("CARGO_MANIFEST_DIR"));
    rubric_file::decode(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn kepatuhan(rest: &str) -> String {
    format!(
        "{{\"format\":\"swanilai/assessment\",\"formatVersion\":\"1.0\",\"rubric\":{{\"id\":\"ombudsman-kepatuhan-2023\"}},{rest}}}"
    )
}

fn take(text: &str) -> Result<Decoded, Vec<String>> {
    let opened = open(text.as_bytes()).map_err(|problems| words(&problems))?;
    let rubric = rubric(&opened.rubric().id);
    opened.read(&rubric).map_err(|problems| words(&problems))
}

fn words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Problems of a file that is taken.
fn taken(rest: &str) -> Vec<String> {
    words(&take(&kepatuhan(rest)).unwrap().problems)
}

/// Problems of a file that is refused.
fn refuses(rest: &str) -> Vec<String> {
    take(&kepatuhan(rest)).unwrap_err()
}

fn again(text: &str) -> String {
    let decoded = take(text).unwrap();
    encode(&decoded.assessment, &rubric(&decoded.assessment.rubric.id), &STAMP)
}

#[test]
fn the_smallest_file_is_taken_without_a_word() {
    assert_eq!(taken("\"answers\":{}"), [""; 0]);
    assert_eq!(refuses("\"unit\":{}"), ["answers: missing"]);
    let only_official = take(&kepatuhan("\"answers\":{},\"official\":{\"score\":78.340}")).unwrap();
    assert_eq!(only_official.problems, []);
    let score = only_official.assessment.official.and_then(|official| official.score);
    assert_eq!(score.map(Score::hundredths), Some(7834));
}

#[test]
fn what_the_scale_does_not_have_refuses_the_file() {
    assert_eq!(refuses("\"answers\":{\"IN01\":{\"level\":5}}"), ["answers.IN01.level: outsideScale"]);
    assert_eq!(refuses("\"answers\":{\"IN01\":{\"level\":\"BB\"}}"), ["answers.IN01.level: outsideScale"]);
    assert_eq!(refuses("\"answers\":{\"IN01\":{\"level\":true}}"), ["answers.IN01.level: wrongType"]);
    assert_eq!(refuses("\"answers\":{\"IN01\":{\"value\":3}}"), ["answers.IN01.value: outsideScale"]);
    assert_eq!(refuses("\"answers\":{\"OU01\":{\"level\":3}}"), ["answers.OU01.level: outsideScale"]);
    assert_eq!(refuses("\"answers\":{\"OU01\":{\"value\":100.01}}"), ["answers.OU01.value: outsideScale"]);
    assert_eq!(
        refuses("\"answers\":{\"OU01\":{\"value\":1.00001}}"),
        ["answers.OU01.value: numberTooPrecise"]
    );
    assert_eq!(
        refuses("\"answers\":{\"IN01\":{\"notApplicable\":true}}"),
        ["answers.IN01.notApplicable: notApplicableRefused"]
    );
    assert_eq!(
        refuses("\"answers\":{\"OU06\":{\"notApplicable\":true,\"value\":3}}"),
        ["answers.OU06.notApplicable: wrongType"]
    );
    assert_eq!(refuses("\"answers\":{},\"official\":{\"score\":100.5}"), ["official.score: outsideScale"]);
}

#[test]
fn levels_read_alike_however_they_are_written() {
    let text = "{\"format\":\"swanilai/assessment\",\"formatVersion\":\"1.0\",\"rubric\":{\"id\":\"sakip-2021\"},\"answers\":{\"1a\":{\"level\":80.0},\"1b\":{\"level\":\"BB\"},\"1c\":{\"level\":8e1}}}";
    let decoded = take(text).unwrap();
    assert_eq!(decoded.problems, []);
    for id in ["1a", "1b", "1c"] {
        let choice = decoded.assessment.answer(id).and_then(|answer| answer.choice);
        assert_eq!(choice.and_then(Choice::number).map(|n| n.to_string()).as_deref(), Some("80"));
    }
}

#[test]
fn what_is_unknown_is_named_kept_and_written_back_in_place() {
    let rest = concat!(
        "\"x\":{\"n\":1.50},\"weights\":{\"input\":20},\"parts\":[1],\"status\":\"arsip\",",
        "\"unit\":{\"name\":\"Dinas\",\"y\":[]},\"samples\":[{\"id\":\"p1\",\"kind\":\"product\",\"z\":null}],",
        "\"answers\":{\"ZZ\":{\"level\":9,\"q\":1},\"PR01\":{\"samples\":{\"p1\":{\"level\":3,\"r\":1},\"p9\":2,\"p8\":{\"s\":1}},",
        "\"evidence\":[{\"asked\":\"A\",\"state\":\"lama\",\"t\":1}],\"u\":1},\"IN01\":{\"criteria\":{\"c1\":\"yes\"}}},",
        "\"results\":{\"score\":1,\"spread\":2,\"dimensions\":[{\"id\":\"proses\",\"v\":3}]},",
        "\"app\":{\"version\":\"9\",\"w\":1},\"official\":{\"dimensions\":{\"a\":1},\"b\":2}"
    );
    let problems = taken(rest);
    for expected in [
        "x: unknownMember",
        "status: unknownWord",
        "unit.y: unknownMember",
        "samples[0].z: unknownMember",
        "answers.ZZ: unknownIndicator",
        "answers.PR01.u: unknownMember",
        "answers.PR01.samples.p1.r: unknownMember",
        "answers.PR01.samples.p9: unknownSample",
        "answers.PR01.evidence[0].state: unknownWord",
        "answers.PR01.evidence[0].t: unknownMember",
        "answers.IN01.criteria.c1: unknownCriterion",
        "results.score: resultDiffers",
        "results.spread: unknownMember",
        "results.dimensions.proses.v: unknownMember",
        "app.w: unknownMember",
        "official.b: unknownMember",
    ] {
        assert!(problems.contains(&expected.to_owned()), "{expected} in {problems:?}");
    }
    let text = again(&kepatuhan(rest));
    let json = read_text(&text).unwrap();
    let at = |path: &[&str]| path.iter().try_fold(&json, |json, name| json.member(name)).map(Json::compact);
    assert_eq!(at(&["x"]).as_deref(), Some("{\"n\":1.50}"));
    assert_eq!(at(&["status"]).as_deref(), Some("\"arsip\""));
    assert_eq!(at(&["unit"]).as_deref(), Some("{\"name\":\"Dinas\",\"y\":[]}"));
    assert_eq!(at(&["answers", "ZZ"]).as_deref(), Some("{\"level\":9,\"q\":1}"));
    assert_eq!(
        at(&["answers", "PR01"]).as_deref(),
        Some(concat!(
            "{\"samples\":{\"p1\":{\"level\":3,\"r\":1},\"p9\":2,\"p8\":{\"s\":1}},",
            "\"evidence\":[{\"asked\":\"A\",\"state\":\"lama\",\"t\":1}],\"u\":1}"
        ))
    );
    assert_eq!(at(&["results", "spread"]).as_deref(), Some("2"));
    assert_eq!(at(&["app"]).as_deref(), Some("{\"version\":\"0.1.0\",\"w\":1}"));
    assert_eq!(at(&["official"]).as_deref(), Some("{\"dimensions\":{\"a\":1},\"b\":2}"));
    assert!(text.contains("\"v\": 3"));
    let names: Vec<&str> = json.members().iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "format",
        "formatVersion",
        "$schema",
        "revision",
        "status",
        "rubric",
        "unit",
        "samples",
        "parts",
        "answers",
        "weights",
        "official",
        "results",
        "savedAt",
        "app",
        "x",
        "digest",
    ];
    assert_eq!(names, expected);
    assert_eq!(again(&text), text);
}

#[test]
fn our_own_files_come_back_without_a_word_and_a_touched_one_is_noticed() {
    let text = again(&kepatuhan("\"answers\":{\"IN01\":{\"level\":3}}"));
    assert_eq!(take(&text).unwrap().problems, []);
    let touched = text.replacen("\"level\": 3", "\"level\": 4", 1);
    let problems = words(&take(&touched).unwrap().problems);
    assert!(problems.contains(&"digest: wrongDigest".to_owned()));
    assert!(problems.contains(&"results.score: resultDiffers".to_owned()));
}

#[test]
fn versions_of_format_and_instrument_are_told_apart() {
    let with = |version: &str| kepatuhan("\"answers\":{}").replacen("1.0", version, 1);
    assert_eq!(words(&take(&with("1.7")).unwrap().problems), ["formatVersion: newerMinor"]);
    assert_eq!(take(&with("2.0")).unwrap_err(), ["formatVersion: newerFormat"]);
    for odd in ["0.9", "1", "1.", "01.0", "1.x", "-1.0", "1.0.0"] {
        assert_eq!(take(&with(odd)).unwrap_err(), ["formatVersion: unknownWord"], "{odd}");
    }
    let other = kepatuhan("\"answers\":{}").replacen("2023\"}", "2023\",\"version\":\"0.9.0\"}", 1);
    assert_eq!(words(&take(&other).unwrap().problems), ["rubric.version: otherRubricVersion"]);
    let same_rules = other.replacen(
        "0.9.0\"",
        &format!("0.9.0\",\"sha256\":\"{}\"", rubric_file::digest(&rubric("ombudsman-kepatuhan-2023"))),
        1,
    );
    assert_eq!(take(&same_rules).unwrap().problems, []);
    let other_rules = other.replacen("0.9.0\"", "1.0.0\",\"sha256\":\"00\"", 1);
    assert_eq!(words(&take(&other_rules).unwrap().problems), ["rubric.sha256: otherRubricDigest"]);
    let unversioned = other.replacen("\"version\":\"0.9.0\"", "\"sha256\":\"00\"", 1);
    assert_eq!(words(&take(&unversioned).unwrap().problems), ["rubric.sha256: otherRubricDigest"]);
}

#[test]
fn hidden_characters_are_noted_wherever_they_stand() {
    let rest = "\"unit\":{\"name\":\"a\\u202eb\",\"kind\":\"a\\tb\"},\"answers\":{\"IN01\":{\"note\":\"a\\n\\tb\",\"by\":\"a\\u0000\"}},\"k\\u0007\":1";
    let found: Vec<_> =
        taken(rest).into_iter().filter(|problem| problem.ends_with("hiddenCharacters")).collect();
    let expected = ["unit.name", "unit.kind", "answers.IN01.by", "k\\u{7}"];
    assert_eq!(found, expected.map(|path| format!("{path}: hiddenCharacters")));
}

#[test]
fn limits_hold() {
    let long = |name: &str, count: usize| {
        format!("\"answers\":{{\"IN01\":{{\"{name}\":\"{}\"}}}}", "é".repeat(count))
    };
    assert_eq!(taken(&long("note", 4_000)), [""; 0]);
    assert_eq!(taken(&long("note", 4_001)), ["answers.IN01.note: tooLong"], "taken whole, and named");
    assert!(again(&kepatuhan(&long("note", 4_001))).contains(&"é".repeat(4_001)));
    assert_eq!(taken(&long("by", 501)), ["answers.IN01.by: tooLong"]);
    let many: Vec<String> = (0..2_001).map(|at| format!("\"Z{at}\":{{}}")).collect();
    assert_eq!(refuses(&format!("\"answers\":{{{}}}", many.join(","))), ["answers: tooMany"]);
    let samples: Vec<String> =
        (0..51).map(|at| format!("{{\"id\":\"p{at}\",\"kind\":\"product\"}}")).collect();
    assert_eq!(
        refuses(&format!("\"samples\":[{}],\"answers\":{{}}", samples.join(","))),
        ["samples: tooMany"]
    );
    let evidence = vec!["{}"; 101].join(",");
    assert_eq!(
        refuses(&format!("\"answers\":{{\"IN01\":{{\"evidence\":[{evidence}]}}}}")),
        ["answers.IN01.evidence: tooMany"]
    );
    assert_eq!(refuses("\"revision\":-1,\"answers\":{}"), ["revision: numberOutOfRange"]);
    assert_eq!(refuses("\"assessmentYear\":2026.5,\"answers\":{}"), ["assessmentYear: numberOutOfRange"]);
    assert_eq!(
        refuses(
            "\"samples\":[{\"id\":\"p\",\"kind\":\"product\"},{\"id\":\"p\",\"kind\":\"product\"}],\"answers\":{}"
        ),
        ["samples[1].id: duplicateId"]
    );
}

#[test]
fn the_examples_are_read_without_a_word() {
    for id in ["sakip-2021", "pekppp-2023-luring", "ombudsman-kepatuhan-2023"] {
        let path = format!("{}/rubrics/examples/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let decoded = take(&text).unwrap();
        assert_eq!(words(&decoded.problems), [""; 0], "{id}");
    }
}
