//! The draft beside the answers: it moves nothing, and what it promises is what taking it over brings.

use std::rc::Rc;

use proptest::prelude::*;
use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Sample};
use swanilai::domain::edit::{AnswerEdit, Edit};
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::simulation::{Simulation, applied, changes, edits, is_tried};
use swanilai::format::document::{encode, members};
use swanilai::format::json::{Json, read_text};

use super::documents::{STAMP, again, taken, words};
use super::random::{cases, on_scale};
use super::shipped::text;
use super::support::{answered, item, level, levels, published, rubric};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The same assessment with other answers tried beside it.
fn drafted(rubric: &Rubric, assessment: &Assessment, seeds: &[i64]) -> Assessment {
    let mut drafted = assessment.clone();
    for ((_, indicator), seed) in rubric.indicators().zip(seeds).filter(|(_, seed)| **seed >= 0) {
        let edit = AnswerEdit::Choose(on_scale(&indicator.scale, *seed));
        drafted = Edit::Simulate(indicator.id.clone(), edit).apply(&drafted, &assessment.updated_at);
    }
    drafted
}

fn results(assessment: &Assessment, rubric: &Rubric) -> Json {
    let written = read_text(&encode(assessment, rubric, &STAMP)).unwrap();
    written.member("results").cloned().unwrap()
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_draft_moves_no_answer_no_score_and_no_result(
        (made, assessment) in cases(6),
        seeds in prop::collection::vec(-3_i64..100_000, 20),
    ) {
        let rubric = rubric(made);
        let drafted = drafted(&rubric, &assessment, &seeds);
        prop_assert_eq!(&drafted.answers, &assessment.answers);
        prop_assert_eq!(Scorecard::of(&rubric, &drafted), Scorecard::of(&rubric, &assessment));
        prop_assert_eq!(results(&drafted, &rubric), results(&assessment, &rubric));
        let dropped = Edit::EndSimulation.apply(&drafted, &assessment.updated_at);
        prop_assert_eq!(dropped, assessment);
    }

    #[test]
    fn taking_a_draft_over_brings_what_it_promised_and_empties_it(
        (made, assessment) in cases(6),
        seeds in prop::collection::vec(-3_i64..100_000, 20),
    ) {
        let rubric = rubric(made);
        let drafted = drafted(&rubric, &assessment, &seeds);
        let promised = Scorecard::of(&rubric, &applied(&rubric, &drafted));
        let after = Edit::Several(edits(&rubric, &drafted)).apply(&drafted, &assessment.updated_at);
        prop_assert_eq!(Scorecard::of(&rubric, &after), promised);
        for change in changes(&rubric, &drafted) {
            let id = &change.indicator.id;
            let answer = after.answer(id).unwrap();
            let all = answer.choice == Some(change.to) || answer.samples.values().any(|given| *given == change.to);
            prop_assert!(all, "{id}");
            prop_assert!(after.simulation.answers.get(id).is_none());
        }
        prop_assert!(changes(&rubric, &after).is_empty());
        for (id, answer) in assessment.answers.iter() {
            if !drafted.simulation.answers.contains_key(id) {
                prop_assert_eq!(Some(&**answer), after.answer(id));
            }
        }
    }
}

#[test]
fn each_change_says_what_it_alone_would_move() {
    let items = vec![item("a1", published("25"), "0-4"), item("a2", published("75"), "0-4")];
    let dimension = super::support::dimension("a", published("100"), items);
    let rubric =
        rubric(super::support::draft(vec![levels("0-4", &["0", "1", "2", "3", "4"])], vec![dimension]));
    let mut assessment = answered(&[("a1", level("2")), ("a2", level("2"))]);
    for (id, to) in [("a1", "4"), ("a2", "1"), ("a1", "3")] {
        let edit = AnswerEdit::Choose(level(to));
        assessment = Edit::Simulate(id.into(), edit).apply(&assessment, &"".into());
    }
    let found = changes(&rubric, &assessment);
    let moved: Vec<_> = found.iter().map(|change| (&*change.indicator.id, change.points)).collect();
    assert_eq!(moved, [("a1", Some(625)), ("a2", Some(-1875))]);
}

#[test]
fn a_draft_that_is_the_present_answer_is_not_tried() {
    let item = item("a1", published("100"), "0-4");
    let dimension = super::support::dimension("a", published("100"), vec![item]);
    let rubric = rubric(super::support::draft(vec![levels("0-4", &["0", "2", "4"])], vec![dimension]));
    let indicator = rubric.indicators().next().unwrap().1;
    let assessment = answered(&[("a1", level("2"))]);
    let tried = |assessment: &Assessment, to: &str| {
        Edit::Simulate("a1".into(), AnswerEdit::Choose(level(to))).apply(assessment, &"".into())
    };
    let other = tried(&assessment, "4");
    assert!(is_tried(&rubric, &other, indicator));
    let same = tried(&other, "2");
    assert!(!is_tried(&rubric, &same, indicator) && changes(&rubric, &same).is_empty());
    // An answer that came to what was tried leaves nothing to try either.
    let answered = Edit::Answer("a1".into(), AnswerEdit::Choose(level("4"))).apply(&other, &"".into());
    assert!(!is_tried(&rubric, &answered, indicator));
    let after = Edit::Several(edits(&rubric, &same)).apply(&same, &"".into());
    assert_eq!(after.simulation, Simulation::default());
    assert_eq!(after.answer("a1"), assessment.answer("a1"));
}

#[test]
fn a_draft_that_every_product_already_has_is_not_tried() {
    let (rubric, _) = taken(&text("tests/fixtures/minimal-1.0.json"));
    let indicator =
        rubric.indicators().map(|(_, own)| own).find(|own| rubric.panel_of(own).is_some()).unwrap();
    let (panel, kind) = rubric.panel_of(indicator).map(|panel| (panel.id.clone(), panel.kind)).unwrap();
    let scale = rubric.scale_of(indicator).unwrap();
    let (low, high) = (Choice::Level(scale.minimum()), Choice::Level(scale.maximum()));
    let mut assessment = Assessment::default();
    for at in 0..2 {
        let id = Text::from(format!("s{at}"));
        assessment.samples.push(Sample {
            id: id.clone(),
            panel: panel.clone(),
            kind,
            name: Text::default(),
            kept: vec![],
        });
        let edit = AnswerEdit::ChooseFor(id, Some(high));
        assessment = Edit::Answer(indicator.id.clone(), edit).apply(&assessment, &"".into());
    }
    let tried =
        |to| Edit::Simulate(indicator.id.clone(), AnswerEdit::Choose(to)).apply(&assessment, &"".into());
    assert!(is_tried(&rubric, &tried(low), indicator));
    assert!(!is_tried(&rubric, &tried(high), indicator) && changes(&rubric, &tried(high)).is_empty());
}

#[test]
fn what_cannot_be_read_in_a_draft_stays_when_the_rest_is_taken_over() {
    let items = vec![item("a1", published("50"), "persen"), item("a2", published("50"), "persen")];
    let dimension = super::support::dimension("a", published("100"), items);
    let scale = super::support::continuous("persen", "0", "100");
    let rubric = rubric(super::support::draft(vec![scale], vec![dimension]));
    let mut assessment = Assessment::default();
    for (id, edit) in [
        ("a1", AnswerEdit::Type("tujuh puluh".into())),
        ("a2", AnswerEdit::Choose(super::support::value("70"))),
    ] {
        assessment = Edit::Simulate(id.into(), edit).apply(&assessment, &"".into());
    }
    let after = Edit::Several(edits(&rubric, &assessment)).apply(&assessment, &"".into());
    let left: Vec<_> = after.simulation.answers.iter().map(|(id, answer)| (&**id, &*answer.typed)).collect();
    assert_eq!(left, [("a1", "tujuh puluh")]);
    assert!(after.answer("a1").is_none());
    assert_eq!(after.answer("a2").and_then(|answer| answer.choice), Some(super::support::value("70")));
}

/// The smallest document with this draft.
fn with(simulation: &str) -> String {
    format!(
        r#"{{"format":"swanilai/assessment","formatVersion":"1.0","rubric":{{"id":"sakip-2021"}},"answers":{{}},"simulation":{simulation}}}"#
    )
}

#[test]
fn a_draft_that_is_none_is_named_kept_and_refuses_nothing() {
    let id = "1a";
    for odd in ["5", "null", "[1.50]", "{}", r#"{"answers":[]}"#, r#"{"answers":{"1a":{"level":33}},"x":1}"#]
    {
        let (rubric, decoded) = taken(&with(odd));
        let problems = words(&decoded.problems);
        assert!(problems.iter().any(|problem| problem.starts_with("simulation")), "{odd}: {problems:?}");
        assert_eq!(decoded.assessment.simulation, Simulation::default(), "{odd}");
        let written = encode(&decoded.assessment, &rubric, &STAMP);
        let kept = read_text(&written).unwrap().member("simulation").map(Json::compact);
        assert_eq!(kept.as_deref(), Some(odd));
        assert_eq!(again(&written), written);
        // A draft made beside it does not push it out.
        let mut assessment = decoded.assessment;
        let indicator = rubric.indicators().next().unwrap().1;
        let tried = Answer {
            choice: Some(Choice::Level(rubric.scale_of(indicator).unwrap().maximum())),
            ..Answer::default()
        };
        assessment.simulation.answers.insert(indicator.id.clone(), Rc::new(tried));
        let written = encode(&assessment, &rubric, &STAMP);
        assert!(written.contains("\"unread\""), "{written}");
        assert_eq!(again(&written), written, "{id}");
    }
    assert!(members::ROOT.contains(&"simulation"));
}
