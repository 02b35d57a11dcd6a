//! Files made to do harm: each is refused by name, none ends the program.

use swanilai::domain::assessment::Choice;
use swanilai::domain::edit::{AnswerEdit, Edit};
use swanilai::domain::number::Decimal;
use swanilai::format::document::{encode, open};
use swanilai::format::rubric::{decode, digest, is_meant, own};
use swanilai::format::wording::sentence;
use swanilai::state::Work;

use crate::dice::Dice;
use crate::documents::{STAMP, read};
use crate::mutation::mutate;
use crate::shipped::{rubric, text};

/// The problems of a file, taken or refused.
fn found(bytes: &[u8]) -> Vec<String> {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let problems = match open(bytes).and_then(|opened| opened.read(&rubric)) {
        Ok(decoded) => decoded.problems,
        Err(problems) => problems,
    };
    assert!(problems.iter().all(|problem| sentence(problem).len() > 30));
    problems.iter().map(ToString::to_string).collect()
}

fn document(rest: &str) -> String {
    format!(
        "{{\"format\":\"swanilai/assessment\",\"formatVersion\":\"1.0\",\"rubric\":{{\"id\":\"ombudsman-kepatuhan-2023\"}},{rest}}}"
    )
}

fn answered(answer: &str) -> String {
    document(&format!("\"answers\":{{\"IN01\":{answer}}}"))
}

#[test]
fn each_hostile_file_has_its_own_problem() {
    let sound = answered("{\"level\":3}");
    let padded = sound.clone() + &" ".repeat(1024 * 1024 + 1 - sound.len());
    let many = |count: usize| (0..count).map(|at| format!("\"Z{at}\":{{}}")).collect::<Vec<_>>().join(",");
    let deep = |open: &str, close: &str| {
        document(&format!("\"x\":{}1{}", open.repeat(100_000), close.repeat(100_000)))
    };
    for (bytes, expected) in [
        (padded.as_bytes(), ": tooLarge"),
        (b"", ": empty"),
        (b"\xef\xbb\xbf", ": empty"),
        (b"\xff\xfe{\x00}\x00", ": notUtf8"),
        (b"\xed\xa0\x80", ": notUtf8"),
        (b"PK\x03\x04\x14\x00\x00\x00", ": otherFile"),
        (b"%PDF-1.7", ": otherFile"),
        (b"<!doctype html><script>", ": otherFile"),
        (b"{\"a\":NaN}", ": notJson"),
        (b"[-Infinity]", ": notJson"),
        (b"{\"a\":01}", ": notJson"),
        (b"{\"a\":\"\\ud800\"}", ": notJson"),
        (b"{\"a\":\"\\ud800\\u002e\"}", ": notJson"),
        (b"{\"a\":\"\x00\"}", ": notJson"),
        (b"{'a':1}", ": notJson"),
        (b"{\"a\":1", ": notJson"),
        (b"{}{}", ": trailingData"),
        (b"{}\x00", ": trailingData"),
        (deep("[", "]").as_bytes(), ": tooDeep"),
        (deep("{\"a\":", "}").as_bytes(), ": tooDeep"),
        (b"null", ": wrongType"),
        (b"[]", ": wrongType"),
        (b"\"swanilai/assessment\"", ": wrongType"),
        (b"{}", "format: missing"),
        (b"{\"format\":1}", "format: wrongType"),
        (b"{\"format\":\"swanilai/rubric\"}", "format: wrongFormat"),
        (document("\"answers\":{},\"answers\":{}").as_bytes(), "answers: duplicateKey"),
        (answered("{\"level\":3,\"l\\u0065vel\":4}").as_bytes(), "answers.IN01.level: duplicateKey"),
        (
            document("\"answers\":{},\"x\":[{\"y\":[{\"a\":1,\"a\":2}]}]").as_bytes(),
            "x[0].y[0].a: duplicateKey",
        ),
        (document("\"answers\":{},\"x\":1e400").as_bytes(), "x: numberOutOfRange"),
        (document("\"answers\":{},\"x\":123456789012345678901234567890").as_bytes(), "x: numberOutOfRange"),
        (document("\"answers\":[]").as_bytes(), "answers: wrongType"),
        (document("\"answers\":null").as_bytes(), "answers: wrongType"),
        (answered("3").as_bytes(), "answers.IN01: wrongType"),
        (answered("{\"level\":null}").as_bytes(), "answers.IN01.level: wrongType"),
        (answered("{\"level\":[3]}").as_bytes(), "answers.IN01.level: wrongType"),
        (answered("{\"level\":2.5}").as_bytes(), "answers.IN01.level: outsideScale"),
        (answered("{\"level\":-1}").as_bytes(), "answers.IN01.level: outsideScale"),
        (answered("{\"level\":\"4\"}").as_bytes(), "answers.IN01.level: outsideScale"),
        (answered("{\"level\":3.00001}").as_bytes(), "answers.IN01.level: numberTooPrecise"),
        (answered("{\"note\":7}").as_bytes(), "answers.IN01.note: wrongType"),
        (answered("{\"evidence\":{}}").as_bytes(), "answers.IN01.evidence: wrongType"),
        (answered("{\"criteria\":{\"a\":\"maybe\"}}").as_bytes(), "answers.IN01.criteria.a: outsideScale"),
        (document(&format!("\"answers\":{{{}}}", many(80_000))).as_bytes(), "answers: tooMany"),
        (document("\"answers\":{},\"rubricCopy\":7").as_bytes(), "rubricCopy: wrongType"),
        (document("\"answers\":{},\"mode\":\"perCriterion\"").as_bytes(), "mode: unknownWord"),
        (document("\"answers\":{},\"results\":7").as_bytes(), "results: wrongType"),
        (document("\"answers\":{},\"digest\":\"x\"").as_bytes(), "digest: wrongType"),
        (document("\"answers\":{\"\\u202eIN01\":{}}").as_bytes(), "answers.\\u{202e}IN01: unknownIndicator"),
        (answered("{\"note\":\"\\u0000\"}").as_bytes(), "answers.IN01.note: hiddenCharacters"),
    ] {
        let found = found(bytes);
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(120)]);
        assert!(found.contains(&expected.to_owned()), "{shown}: {expected} not in {found:?}");
    }
}

#[test]
fn numbers_written_in_odd_ways_that_mean_a_level_are_taken() {
    for number in ["3", "3.0", "3.0000", "30e-1", "0.3E1"] {
        assert_eq!(found(answered(&format!("{{\"level\":{number}}}")).as_bytes()), [""; 0], "{number}");
    }
    assert_eq!(found(answered("{\"level\":-0}").as_bytes()), [""; 0]);
    assert_eq!(found(("\u{feff}".to_owned() + &answered("{\"level\":3}")).as_bytes()), [""; 0]);
}

#[test]
fn a_file_of_a_hundred_thousand_strangers_is_answered_at_once() {
    let members: Vec<String> = (0..100_000).map(|at| format!("\"{at}\":0")).collect();
    let found = found(document(&format!("\"answers\":{{}},{}", members.join(","))).as_bytes());
    assert!(!found.is_empty() && found.len() <= 1_000);
}

#[test]
fn members_by_id_that_are_too_many_are_counted_and_not_read() {
    // Falling ids, each of which would push all before it aside, and none a weight, an effort or a level.
    let members: Vec<String> = (0..80_000).map(|at| format!("\"{:06}\":[]", 900_000 - at)).collect();
    let members = members.join(",");
    for (name, inside) in
        [("weights", "indicators"), ("weights", "dimensions"), ("plan", "ceilings"), ("plan", "efforts")]
    {
        let found = found(
            document(&format!("\"answers\":{{}},\"{name}\":{{\"{inside}\":{{{members}}}}}")).as_bytes(),
        );
        assert_eq!(found, [format!("{name}.{inside}: tooMany")]);
    }
    let locked = vec!["7"; 80_000].join(",");
    for inside in ["locked", "kinds"] {
        let found =
            found(document(&format!("\"answers\":{{}},\"plan\":{{\"{inside}\":[{locked}]}}")).as_bytes());
        assert_eq!(found, [format!("plan.{inside}: tooMany")]);
    }
}

#[test]
fn twenty_thousand_mutations_never_end_the_program() {
    let seeds = [
        text("tests/fixtures/minor-1.7.json"),
        text("tests/fixtures/binjai.json"),
        text("tests/fixtures/minimal-1.0.json"),
    ];
    let mut dice = Dice::new(7);
    let (mut taken, mut refused) = (0, 0);
    for round in 0..20_000 {
        let mut bytes = seeds[round % seeds.len()].clone().into_bytes();
        for _ in 0..=dice.throw(2) {
            mutate(&mut bytes, &mut dice);
        }
        let Ok(text) = std::str::from_utf8(&bytes) else {
            assert!(open(&bytes).is_err());
            continue;
        };
        // The instrument may have been mutated away; then opening is all there is.
        let known = open(&bytes).is_ok_and(|opened| text_of_id(&opened.rubric().id));
        match if known { read(text) } else { Err(Vec::new()) } {
            Ok((rubric, decoded)) => {
                taken += 1;
                let written = encode(&decoded.assessment, &rubric, &STAMP);
                let again = open(written.as_bytes()).and_then(|opened| opened.read(&rubric));
                let again = again.unwrap_or_else(|problems| panic!("{problems:?}\n{text}\n{written}"));
                assert_eq!(encode(&again.assessment, &rubric, &STAMP), written);
            }
            Err(problems) => {
                refused += 1;
                for problem in &problems {
                    assert!(!sentence(problem).is_empty());
                }
            }
        }
    }
    assert!(taken > 1_000 && refused > 1_000, "{taken} {refused}");
}

fn text_of_id(id: &str) -> bool {
    crate::shipped::IDS.contains(&id)
}

/// The problems of an instrument of the office's own; none where it is taken, kept as text and read back.
fn own_problems(bytes: &[u8]) -> Vec<String> {
    let shipped = |id: &str| crate::shipped::IDS.contains(&id);
    match own(bytes, &shipped) {
        Ok((made, text)) => {
            assert_eq!(decode(&text).map(|again| digest(&again)), Ok(digest(&made)));
            Vec::new()
        }
        Err(problems) => {
            assert!(problems.iter().all(|problem| sentence(problem).len() > 30));
            problems.iter().map(ToString::to_string).collect()
        }
    }
}

/// A shipped instrument under another id, changed.
fn ours(id: &str, from: &str, to: &str) -> String {
    let shipped = text("rubrics/sakip-2021.json").replacen("\"sakip-2021\"", &format!("\"{id}\""), 1);
    assert!(from.is_empty() || shipped.contains(from));
    if from.is_empty() { shipped } else { shipped.replacen(from, to, 1) }
}

#[test]
fn an_instrument_of_ones_own_is_taken_whatever_sound_name_it_has() {
    for id in ["lke-daerah", "__proto__", "constructor", "toString", "A.b+c-1"] {
        assert_eq!(own_problems(ours(id, "", "").as_bytes()), [""; 0], "{id}");
    }
    let marked = format!("\u{feff}{}", ours("lke", "", ""));
    assert!(is_meant(marked.as_bytes()) && own_problems(marked.as_bytes()).is_empty());
}

#[test]
fn each_hostile_instrument_has_its_own_problem_and_all_are_named_at_once() {
    let deep = ours("lke", "{", &format!("{{\"x\":{}1{},", "[".repeat(70), "]".repeat(70)));
    let large = ours("lke", "{", &format!("{{\"x\":\"{}\",", "a".repeat(600 * 1024)));
    let huge = ours("lke", "{", &format!("{{\"x\":\"{}\",", "a".repeat(1024 * 1024)));
    let turned = ours("lke", "\"name\": \"", "\"name\": \"\u{202e}");
    for (file, expected) in [
        (ours("sakip-2021", "", ""), "id: shippedRubric"),
        (ours("../../x", "", ""), "id: badId"),
        (ours("a/b", "", ""), "id: badId"),
        (ours("a#b:c", "", ""), "id: badId"),
        (ours("\u{202e}a", "", ""), "id: badId"),
        (ours("", "", ""), "id: missing"),
        (ours(&"a".repeat(65), "", ""), "id: badId"),
        (turned, "name: hiddenCharacters"),
        (ours("lke", "{", "{\"id\":\"dua\","), ": duplicateKey"),
        (deep, ": tooDeep"),
        (large, ": tooLarge"),
        (huge, ": tooLarge"),
        (ours("lke", "\"swanilai/rubric\"", "\"swanilai/assessment\""), "format: wrongFormat"),
    ] {
        let found = own_problems(file.as_bytes());
        assert!(found.iter().any(|problem| problem.ends_with(expected)), "{expected}: {found:?}");
    }
    let both = ours("sakip-2021", "\"name\": \"", "\"name\": \"\u{202e}");
    let both = both.replacen("\"weight\": {\"value\": 30", "\"weight\": {\"value\": 31", 1);
    let found = own_problems(both.as_bytes());
    assert!(found.len() >= 2 && found.iter().any(|problem| problem.contains("shippedRubric")), "{found:?}");
}

#[test]
fn only_what_says_so_is_meant_as_an_instrument() {
    assert!(is_meant(text("rubrics/sakip-2021.json").as_bytes()));
    let other = text("rubrics/sakip-2021.json").replace("swanilai/rubric", "swanilai\\/rubric");
    assert!(is_meant(other.as_bytes()), "as other programs write it");
    for bytes in [&b""[..], b"[]", b"null", b"{\"format\":7}", b"\xff", document("\"answers\":{}").as_bytes()]
    {
        assert!(!is_meant(bytes));
    }
}

#[test]
fn cut_and_changed_instruments_never_end_the_program() {
    let sound = ours("lke-daerah", "", "");
    let mut dice = Dice::new(7);
    for _ in 0..300 {
        let mut bytes = sound.clone().into_bytes();
        mutate(&mut bytes, &mut dice);
        own_problems(&bytes);
    }
}

#[test]
fn work_on_a_file_with_the_highest_revision_can_be_opened_again() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let file = document("\"answers\":{},\"revision\":9007199254740992");
    let mut work = Work::on(rubric.clone().into(), read(&file).unwrap().1.assessment.into());
    for level in [1, 2] {
        let choice = AnswerEdit::Choose(Choice::Level(Decimal::whole(level)));
        let now = "2026-11-22T10:00:00+07:00".into();
        work = work.edited(Edit::Answer("IN01".into(), choice), &now).unwrap();
        let (_, again) = read(&encode(&work.assessment, &rubric, &STAMP)).unwrap();
        assert_eq!(again.assessment, *work.assessment);
    }
}
