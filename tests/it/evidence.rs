//! What is noted beside answers: documents, ticks, and what they say of a level.
//!
//! Invariant: all of it proposes or warns; only documents enter a figure, and that one has a name of its own.

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, Met};
use swanilai::domain::date::Date;
use swanilai::domain::edit::{AnswerEdit, Edit, EvidenceField, carried_over};
use swanilai::domain::number::Decimal;
use swanilai::domain::proposal::{differing, too_high, unreasoned};
use swanilai::domain::rubric::{Indicator, Rubric};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::rubric::decode;

use crate::documents::{again, taken, words};
use crate::shipped::{rubric, rubrics, text};

fn indicator<'a>(rubric: &'a Rubric, id: &str) -> &'a Indicator {
    rubric.indicator(id).expect("an indicator").1
}

fn grade(value: i32) -> Choice {
    Choice::Level(Decimal::whole(value))
}

/// A sub-component of eight criteria of which so many are met, answered by this grade.
fn judged(met: usize, value: i32, note: &str) -> Answer {
    let rubric = rubric("sakip-2021");
    let criteria = indicator(&rubric, "1c").criteria.iter().enumerate();
    let criteria = criteria.map(|(at, one)| (one.id.clone(), if at < met { Met::Yes } else { Met::No }));
    Answer {
        choice: Some(grade(value)),
        criteria: criteria.collect(),
        note: note.into(),
        ..Answer::default()
    }
}

#[test]
fn a_grade_other_than_the_bands_point_to_asks_for_a_reason() {
    let rubric = rubric("sakip-2021");
    let own = indicator(&rubric, "1c");
    let scale = rubric.scale_of(own).expect("a scale");
    let asks = |answer: &Answer| differing(own, scale, answer).map(|level| level.code.to_string());
    for (met, value, expected) in [
        (0, 0, None),
        (0, 30, Some("E")),
        (2, 30, None),
        (4, 50, None),
        (4, 30, Some("C")),
        (5, 60, None),
        (6, 70, Some("CC")),
        (7, 70, None),
        (7, 90, Some("B")),
        (8, 80, None),
        (8, 70, Some("BB")),
    ] {
        assert_eq!(asks(&judged(met, value, "")).as_deref(), expected, "{met} of 8 and {value}");
        assert_eq!(asks(&judged(met, value, "sebab")), None, "a reason is all that is asked");
    }
    // What criteria never give asks for its own reason.
    let top = judged(8, 100, " ");
    assert_eq!((asks(&top), unreasoned(scale, &top)), (None, true));
    assert_eq!(asks(&Answer { choice: Some(grade(0)), ..Answer::default() }), None, "nothing is judged");
}

#[test]
fn a_pemanfaatan_above_its_kualitas_is_warned_of_and_an_equal_one_is_not() {
    let rubric = rubric("sakip-2021");
    let warned = |quality: Option<i32>, use_of: Option<i32>| {
        let mut assessment = Assessment::default();
        for (id, value) in [("1b", quality), ("1c", use_of)] {
            if let Some(value) = value {
                let answer = Answer { choice: Some(grade(value)), ..Answer::default() };
                assessment.answers.insert(id.into(), answer.into());
            }
        }
        too_high(&rubric, indicator(&rubric, "1c"), &assessment).map(|other| other.id.to_string())
    };
    assert_eq!(warned(Some(70), Some(80)).as_deref(), Some("1b"));
    for (quality, use_of) in [(Some(80), Some(80)), (Some(80), Some(70)), (None, Some(80)), (Some(70), None)]
    {
        assert_eq!(warned(quality, use_of), None, "{quality:?} {use_of:?}");
    }
    let named = rubric.indicators().filter(|(_, one)| !one.not_above.is_empty()).count();
    assert_eq!(named, 4, "one for each komponen");
}

#[test]
fn as_many_components_as_a_level_names_point_to_it() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let own = indicator(&rubric, "IN01");
    let scale = rubric.scale_of(own).expect("a scale");
    let level = |count: usize| {
        let ticks: Vec<Text> = own.components.items.iter().take(count).cloned().collect();
        own.by_components(scale, &ticks).map(|level| level.ten_thousandths() / 10_000)
    };
    let found: Vec<_> = (0..=14).filter_map(level).collect();
    assert_eq!(found, [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4]);
    assert_eq!(own.by_components(scale, &["lain".into()]), Some(Decimal::whole(0)));
}

#[test]
fn every_question_asked_of_people_can_be_ticked_and_no_part_is_named_twice() {
    for rubric in rubrics() {
        for (_, own) in rubric.indicators() {
            let items = &own.components.items;
            let asked = own.assessed == swanilai::domain::rubric::Assessed::Interview;
            assert!(!asked || !items.is_empty(), "{} {}", rubric.id, own.id);
            assert!(items.iter().enumerate().all(|(at, item)| !items[..at].contains(item)), "{}", own.id);
        }
    }
}

#[test]
fn ticks_change_no_answer_go_with_their_sample_and_stay_behind_in_a_new_year() {
    let at: Text = "2026-11-21T10:42:00+07:00".into();
    let tick = |sample: &str, what: &str, on| {
        Edit::Answer("IN01".into(), AnswerEdit::Tick(sample.into(), what.into(), on))
    };
    let mut held = Assessment::default();
    for edit in [
        tick("b", "x", true),
        tick("", "y", true),
        tick("a", "z", true),
        tick("", "w", true),
        tick("b", "x", true),
    ] {
        held = edit.apply(&held, &at);
    }
    let pairs = |held: &Assessment| -> Vec<String> {
        let own = held.answer("IN01").into_iter().flat_map(|answer| &answer.ticks);
        own.map(|(sample, what)| format!("{sample}:{what}")).collect()
    };
    assert_eq!(pairs(&held), [":y", ":w", "a:z", "b:x"]);
    assert_eq!(held.answer("IN01").and_then(|answer| answer.choice), None);
    assert_eq!(pairs(&Edit::RemoveSample("a".into()).apply(&held, &at)), [":y", ":w", "b:x"]);
    let new = carried_over(&rubric("sakip-2021"), &held, "baru".into(), Some(2027), &at, &|_| String::new());
    assert_eq!(pairs(&new), [""; 0]);
    for edit in [tick("b", "x", false), tick("", "y", false), tick("", "w", false), tick("a", "z", false)] {
        held = edit.apply(&held, &at);
    }
    assert_eq!(held.answers.len(), 0, "nothing is left of it");
}

#[test]
fn ticks_of_another_shape_are_named_kept_and_refuse_nothing() {
    let with = |ticks: &str| {
        let smallest = text("tests/fixtures/minimal-1.0.json");
        smallest.replace("\"answers\": {}", &format!("\"answers\": {{\"IN01\": {{\"ticks\": {ticks}}}}}"))
    };
    for odd in ["7", "[\"a\"]", "{\"\": \"a\"}", "{\"\": [\"a\", 1]}", "{\"p1\": null}"] {
        let file = with(odd);
        assert_ne!(file, text("tests/fixtures/minimal-1.0.json"));
        assert_eq!(words(&taken(&file).1.problems), ["answers.IN01.ticks: wrongType"], "{odd}");
        let written = again(&file);
        assert!(
            written
                .split_whitespace()
                .collect::<String>()
                .contains(&format!("\"ticks\":{}", odd.replace(' ', ""))),
            "{written}"
        );
        assert_eq!(again(&written), written);
    }
    // So many would take minutes if each were held against all before it.
    let many: Vec<String> = (0..50_000).map(|at| format!("\"{at}\"")).collect();
    let (_, crowded) = taken(&with(&format!("{{\"\": [{}]}}", many.join(","))));
    assert_eq!(words(&crowded.problems), ["answers.IN01.ticks: wrongType"]);
    let (_, sound) = taken(&with("{\"b\": [\"x\"], \"\": [\"y\", \"w\"], \"c\": []}"));
    assert_eq!(words(&sound.problems), [""; 0]);
    assert_eq!(sound.assessment.answer("IN01").map(|answer| answer.ticks.len()), Some(3));
}

#[test]
fn a_fingerprint_is_an_undo_of_its_own_and_typing_is_one() {
    let describe = |field, text: &str| {
        Edit::Answer("IN01".into(), AnswerEdit::Describe("SK".into(), field, text.into()))
    };
    let joins = |field| describe(field, "ab").continues(&describe(field, "a"));
    assert!(joins(EvidenceField::ValidUntil) && !joins(EvidenceField::Sha256));
}

#[test]
fn a_rubric_whose_proposals_lead_nowhere_is_refused() {
    let sound = text("rubrics/ombudsman-kepatuhan-2023.json");
    let refused = |from: &str, to: &str| {
        assert!(sound.contains(from), "{from}");
        let problems = decode(&sound.replacen(from, to, 1)).expect_err("a problem");
        words(&problems)
    };
    let least = "\"least\": [\n              0,\n              1,\n              4,\n              7,\n              10\n            ]";
    let place = "dimensions[0].indicators[0].components: levelsMismatch";
    for bad in ["[0, 1, 4, 7]", "[0, 1, 4, 4, 10]", "[0, 1, 4, 7, 15]"] {
        assert_eq!(refused(least, &format!("\"least\": {bad}")), [place], "{bad}");
    }
    assert_eq!(
        refused(least, "\"least\": [0, 1, 4, 7, 10.5]")[0],
        "dimensions[0].indicators[0].components.least[4]: numberOutOfRange"
    );
    assert_eq!(refused("\"both\": 4", "\"both\": 5"), ["dimensions[1].indicators[0].walk: levelsMismatch"]);
    assert_eq!(
        refused("\"panel\": \"pelaksana\"", "\"panel\": \"pelaksana\", \"notAbove\": \"ZZ\""),
        ["dimensions[0].indicators[0].notAbove: unknownReference"]
    );
}

#[test]
fn a_date_ahead_an_end_before_it_and_the_fingerprint_of_nothing_are_noticed_and_change_no_state() {
    let day = Date::read("2026-11-22");
    let held = |date: &str, until: &str, print: &str| Evidence {
        date: date.into(),
        valid_until: until.into(),
        sha256: print.into(),
        state: EvidenceState::Good,
        ..Evidence::default()
    };
    assert!(held("23-11-2026", "", "").is_ahead(day));
    assert!(!held("22-11-2026", "", "").is_ahead(day) && !held("besok", "", "").is_ahead(day));
    assert!(!held("23-11-2026", "", "").is_ahead(None));
    assert!(held("2-1-2026", "1-1-2026", "").ends_before_date());
    assert!(
        !held("1-1-2026", "1-1-2026", "").ends_before_date() && !held("", "1-1-2026", "").ends_before_date()
    );
    let nothing = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";
    assert!(held("", "", nothing).is_of_nothing() && !held("", "", "").is_of_nothing());
    assert!(held("1-1-2099", "", nothing).is_complete(day), "remarked, never blocked");
}

#[test]
fn a_document_whose_end_cannot_be_read_supports_nothing_on_any_day() {
    let held = |until: &str| Evidence {
        valid_until: until.into(),
        state: EvidenceState::Good,
        ..Evidence::default()
    };
    for day in [None, Date::read("2026-11-22")] {
        for until in ["12/31/2099", "31/12/99", "2099", "Desember 2099", "31/11/2099", "seterusnya"] {
            assert!(held(until).is_undated() && !held(until).is_complete(day), "{until}");
            assert!(!held(until).is_expired(day), "not known to be over either: {until}");
        }
        for until in ["", " ", "-"] {
            assert!(!held(until).is_undated() && held(until).is_complete(day), "{until}");
        }
    }
    assert!(held("31-12-2099").is_complete(Date::read("2026-11-22")));
}

#[test]
fn a_document_that_ends_supports_nothing_where_no_day_says_whether_it_has() {
    let rubric = rubric("ombudsman-kepatuhan-2023");
    let file = |updated: &str, until: &str| {
        let evidence = indicator(&rubric, "IN01").evidence.iter().map(|asked| {
            format!("{{\"asked\": \"{asked}\", \"state\": \"good\", \"validUntil\": \"{until}\"}}")
        });
        let evidence = evidence.collect::<Vec<_>>().join(", ");
        format!(
            "{{\"format\": \"swanilai/assessment\", \"formatVersion\": \"1.0\", {updated} \"rubric\": {{\"id\": \"{}\"}}, \"answers\": {{\"IN01\": {{\"level\": 4, \"evidence\": [{evidence}]}}}}}}",
            rubric.id
        )
    };
    let supported = |updated: &str, until: &str| {
        Scorecard::of(&rubric, &taken(&file(updated, until)).1.assessment).supported_answers
    };
    let known = "\"updatedAt\": \"2026-11-22T10:00:00+07:00\",";
    assert_eq!((supported(known, "31-12-2099"), supported(known, "31-12-2019")), (1, 0));
    for unknown in ["", "\"updatedAt\": \"2026-11-22 10:00:00\",", "\"updatedAt\": \"kemarin\","] {
        assert_eq!((supported(unknown, "31-12-2019"), supported(unknown, "31-12-2099")), (0, 0), "{unknown}");
        assert_eq!(supported(unknown, "-"), 1, "{unknown}");
    }
}
