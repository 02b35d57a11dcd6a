//! Answers read under another edition: only what the file maps, and what stays behind is named.

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, RubricRef};
use swanilai::domain::edit::carried_over;
use swanilai::domain::edition::read_under;
use swanilai::domain::map::Map;
use swanilai::domain::number::Decimal;
use swanilai::domain::rubric::{Correspondence, Indicator, Rubric};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::encode;
use swanilai::format::rubric::check;

use crate::documents::{STAMP, taken};
use crate::shipped::{rubric, rubrics, text};
use crate::support;

/// Every indicator answered with its highest.
fn highest(rubric: &Rubric) -> Assessment {
    let mut made = Assessment::default();
    for (_, indicator) in rubric.indicators() {
        let scale = rubric.scale_of(indicator).unwrap();
        let choice = if scale.is_continuous() { Choice::Value } else { Choice::Level };
        let answer =
            Answer { choice: Some(choice(scale.maximum())), note: "catatan".into(), ..Answer::default() };
        made.answers.insert(indicator.id.clone(), Rc::new(answer));
    }
    made
}

#[test]
fn every_shipped_map_joins_questions_of_one_name_and_scale_and_leads_back() {
    let mut joined = 0;
    for own in rubrics() {
        for map in &own.maps {
            let other = rubric(&map.rubric);
            let back = other.maps.iter().find(|back| back.rubric == own.id).unwrap();
            for (id, to) in map.indicators.iter() {
                let (_, one) = own.indicator(id).unwrap();
                let (_, same) = other.indicator(to).unwrap();
                assert_eq!(one.name, same.name);
                let kind = |rubric: &Rubric, of| rubric.scale_of(of).map(|scale| scale.kind.clone());
                assert_eq!(kind(&own, one), kind(&other, same), "{id}");
                assert_eq!(back.indicators.get(to), Some(id));
                joined += 1;
            }
        }
    }
    assert_eq!(joined, 40);
}

#[test]
fn pekppp_answers_are_read_under_the_other_form_and_nothing_goes_unsaid() {
    let (own, other) = (rubric("pekppp-2023-luring"), rubric("pekppp-2023-daring"));
    let made = highest(&own);
    let reading = read_under(&own.maps[0], &own, &other, &made);
    assert_eq!((reading.carried, reading.behind.len()), (20, 12));
    assert_eq!(reading.carried + reading.behind.len(), made.answers.len());
    assert!(reading.behind.contains(&Text::from("F03")), "a survey of other users is another number");
    assert!(
        reading.behind.contains(&Text::from("A10")),
        "opening hours are no times of an electronic service"
    );
    for (id, answer) in reading.assessment.answers.iter() {
        assert!(answer.unconfirmed && &*answer.note == "catatan", "{id}");
    }
    let scored = other.indicators().filter(|(_, one)| one.is_scored());
    let blank = scored.filter(|(_, one)| !reading.assessment.answers.contains_key(&one.id));
    assert_eq!(reading.open, blank.map(|(_, one)| one.id.clone()).collect::<Vec<_>>());
    let card = Scorecard::of(&other, &reading.assessment);
    assert!(!card.progress.is_complete() && card.score.full.low < card.score.full.high);
    assert_eq!(card.score.full.high, Scorecard::of(&other, &highest(&other)).score.full.high);
}

#[test]
fn invented_answers_stay_marked_in_a_new_year_and_under_another_edition() {
    let (own, other) = (rubric("pekppp-2023-luring"), rubric("pekppp-2023-daring"));
    for example in [true, false] {
        let made = Assessment { example, ..highest(&own) };
        let year = carried_over(&own, &made, "baru".into(), Some(2027), &Text::default(), &|_| String::new());
        assert_eq!(year.example, example);
        assert_eq!(read_under(&own.maps[0], &own, &other, &made).assessment.example, example);
    }
}

#[test]
fn an_answer_the_other_scale_does_not_take_stays_behind() {
    let (own, other) = (rubric("pekppp-2023-luring"), rubric("sakip-2021"));
    let ids: Map<Text> = [("A01", "1a"), ("A02", "1b"), ("A03", "tidak-ada")]
        .map(|(id, to)| (id.into(), to.into()))
        .into_iter()
        .collect();
    let map = Correspondence { indicators: ids, ..own.maps[0].clone() };
    let mut made = highest(&own);
    let zero = Answer { choice: Some(Choice::Level(Decimal::ZERO)), ..Answer::default() };
    made.answers.insert("A02".into(), Rc::new(zero));
    let reading = read_under(&map, &own, &other, &made);
    assert_eq!(reading.carried, 1, "nought is a level of both; five is none of SAKIP");
    assert!(reading.assessment.answers.contains_key("1b"));
    for id in ["A01", "A03"] {
        assert!(reading.behind.contains(&Text::from(id)), "{id}");
    }
}

#[test]
fn an_answer_goes_only_to_the_same_kind_of_scale_and_what_was_made_can_be_opened() {
    let own = support::rubric(support::draft(
        vec![support::levels("jenjang", &["0", "4"]), support::continuous("angka", "0", "100")],
        vec![support::dimension(
            "D",
            support::published("100"),
            ["jenjang", "jenjang", "angka"]
                .iter()
                .zip(["a", "b", "c"])
                .map(|(scale, id)| Indicator {
                    always_assumed: id == "b",
                    ..support::item(id, support::unpublished(), scale)
                })
                .collect(),
        )],
    ));
    let other = rubric("ombudsman-kepatuhan-2023");
    let continuous = |id| other.scale_of(other.indicator(id).unwrap().1).unwrap().is_continuous();
    assert!(continuous("OU01") && !continuous("IN01") && !continuous("IN02"));
    let ids = [("a", "OU01"), ("b", "IN01"), ("c", "IN02")].map(|(id, to)| (id.into(), to.into()));
    let map = rubric("pekppp-2023-luring").maps[0].clone();
    let map = Correspondence { indicators: ids.into_iter().collect(), ..map };
    let four = support::level("4");
    let made = support::answered(&[("a", four), ("b", four), ("c", support::value("4"))]);
    let reading = read_under(&map, &own, &other, &made);
    assert_eq!(reading.behind, ["a", "c"].map(Text::from));
    let carried = reading.assessment.answer("IN01").unwrap();
    assert_eq!(carried.choice, Some(four));
    assert!(carried.assumed, "what its instrument takes for an assumption stays one");
    let whole = Assessment {
        rubric: RubricRef { id: other.id.clone(), ..RubricRef::default() },
        ..reading.assessment
    };
    assert_eq!(taken(&encode(&whole, &other, &STAMP)).1.assessment.answers, whole.answers);
}

#[test]
fn a_map_from_nowhere_or_to_one_indicator_twice_is_named() {
    let sound = text("rubrics/pekppp-2023-luring.json");
    let problems = |from: &str, to: &str| {
        assert!(sound.contains(from), "{from}");
        let all = check(&sound.replacen(from, to, 1));
        all.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(problems("\"A01\": \"B01\"", "\"A99\": \"B01\""), ["maps[0].indicators: unknownReference"]);
    assert_eq!(problems("\"A02\": \"B02\"", "\"A02\": \"B01\""), ["maps[0].indicators.A02: duplicateId"]);
    assert_eq!(problems("\"A02\": \"B02\"", "\"A02\": \"B 02\""), ["maps[0].indicators.A02: badId"]);
    let itself = problems("\"rubric\": \"pekppp-2023-daring\"", "\"rubric\": \"pekppp-2023-luring\"");
    assert_eq!(itself, ["maps[0].rubric: duplicateId"]);
}
