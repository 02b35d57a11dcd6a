//! Every number of a result follows from what *Dari mana angka ini?* prints of it.
//!
//! Invariant: only printed text is reckoned with here, exactly, and by a library of its own.

use num_bigint::BigUint;
use proptest::prelude::*;
use serde_json::Value;
use swanilai::domain::assessment::Assessment;
use swanilai::domain::explain::Explanation;
use swanilai::domain::office_weights::applied;
use swanilai::domain::rubric::Rubric;
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::explain::line;

use super::documents::read;
use super::random::{SCALES, cases};
use super::shipped::{golden, text};
use super::support::rubric;

/// A printed figure: above and below the line.
type Figure = (BigUint, BigUint);

fn figure(text: &str) -> Figure {
    let whole = |text: &str| text.parse::<BigUint>().unwrap_or_else(|_| panic!("{text} is no number"));
    if let Some((num, den)) = text.split_once('/') {
        return (whole(num), whole(den));
    }
    let (front, places) = text.split_once('.').unwrap_or((text, ""));
    (whole(&format!("{front}{places}")), BigUint::from(10_u32).pow(places.len().try_into().unwrap()))
}

fn of(value: &Value) -> Option<Figure> {
    match value {
        Value::String(text) => Some(figure(text)),
        Value::Number(number) => Some(figure(&number.to_string())),
        _ => None,
    }
}

fn sum(figures: impl Iterator<Item = Figure>) -> Figure {
    let none = (BigUint::ZERO, BigUint::from(1_u32));
    figures.fold(none, |(num, den), (more, under)| (num * &under + more * &den, den * under))
}

fn times(one: &Figure, other: &Figure) -> Figure {
    (&one.0 * &other.0, &one.1 * &other.1)
}

fn equal(one: &Figure, other: &Figure) -> bool {
    &one.0 * &other.1 == &other.0 * &one.1
}

/// Hundredths, half up.
fn rounded(figure: &Figure) -> BigUint {
    (&figure.0 * 200_u32 + &figure.1) / (&figure.1 * 2_u32)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Holds one mean: products of weight and score, all weight there is, the sum, and its one rounding.
fn follows(mean: &Value) {
    let hundred = figure("100");
    let rows: Vec<&Value> =
        list(&mean["rows"]).iter().chain((!mean["open"].is_null()).then(|| &mean["open"])).collect();
    let mut products = Vec::new();
    for row in &rows {
        let (weight, score, product) = (of(&row["weight"]), of(&row["score"]), of(&row["product"]));
        assert_eq!(score.is_some(), product.is_some(), "{row}");
        if let (Some(weight), Some(score), Some(product)) = (weight, score, product) {
            assert!(equal(&times(&weight, &score), &times(&product, &hundred)), "{row}");
            products.push(product);
        }
    }
    assert!(equal(&sum(list(&mean["rows"]).iter().filter_map(|row| of(&row["weight"]))), &hundred), "{mean}");
    let Some(total) = of(&mean["sum"]) else { return assert!(products.is_empty(), "{mean}") };
    assert!(equal(&sum(products.into_iter()), &total), "{mean}");
    if let Some(shown) = of(&mean["shown"]) {
        assert_eq!(rounded(&total), rounded(&shown), "{mean}");
    }
}

/// Holds that each weight stands where it is said to, within its own bounds.
fn stands(row: &Value, weight: &Value) {
    let (placed, working) = (of(&row["weight"]).unwrap(), of(&weight["working"]).unwrap());
    let base = weight.get("came").map_or_else(|| working.clone(), |came| of(came).unwrap());
    let bound = |name: &str| of(&weight["bounds"][name]).map(|bound| times(&bound, &base));
    let at = |end: &Figure| assert!(equal(&placed, end), "{row} {weight}");
    let apart = |low: &Figure, high: &Figure| &low.0 * &high.1 <= &high.0 * &low.1;
    match row["at"].as_str() {
        Some("fixed" | "working") => at(&working),
        Some("low") => at(&bound("low").unwrap()),
        Some("high") => at(&bound("high").unwrap()),
        _ => assert!(
            apart(&bound("low").unwrap(), &placed) && apart(&placed, &bound("high").unwrap()),
            "{row}"
        ),
    }
    assert!(
        apart(&of(&weight["low"]).unwrap(), &placed) && apart(&placed, &of(&weight["high"]).unwrap()),
        "{row}"
    );
}

/// The score of an indicator from its printed answers alone.
fn answered(item: &Value, blank_at: Option<&str>, maximum: &Figure) -> Option<Figure> {
    let known: Vec<_> = list(&item["answers"]).iter().filter_map(of).collect();
    let blank = blank_at.map_or(0, |_| item["blank"].as_u64().unwrap());
    let count = known.len() as u64 + blank;
    let filled = blank_at.and_then(|end| of(&item[end])).unwrap_or_else(|| figure("0"));
    let all = sum(known.into_iter().chain((0..blank).map(|_| filled.clone())));
    let most = times(&of(&item["maximum"]).unwrap(), &figure(&count.to_string()));
    (count > 0).then(|| times(&times(&all, &(most.1, most.0)), maximum))
}

fn holds(made: &Rubric, assessment: &Assessment) -> String {
    let card = Scorecard::of(made, assessment);
    let explanation = Explanation::of(made, assessment, &card);
    let text = line("-", made, &explanation) + "\n";
    let said: Value = serde_json::from_str(&text).unwrap();
    let maximum = of(&said["maximum"]).unwrap();
    let full = card.score.full;
    for account in list(&said["figures"]) {
        let shown = match account["figure"].as_str().unwrap() {
            "point" => card.score.point,
            "low" => Some(full.low),
            "high" => Some(full.high),
            "answersLow" => Some(card.score.answers.low),
            "answersHigh" => Some(card.score.answers.high),
            _ => card.supported,
        };
        assert_eq!(shown.map(|shown| shown.to_string()), Some(account["shown"].to_string()));
        follows(account);
        list(&account["parts"]).iter().for_each(follows);
        let dimensions = list(&account["dimensions"]).iter().zip(list(&said["dimensions"]));
        for ((own, weights), row) in dimensions.zip(list(&account["rows"])) {
            follows(own);
            assert_eq!(own["sum"], row["score"]);
            stands(row, &weights["weight"]);
            for (row, item) in list(&own["rows"]).iter().zip(list(&weights["indicators"])) {
                assert_eq!(row["id"], item["id"]);
                stands(row, &item["weight"]);
                let end = match account["figure"].as_str().unwrap() {
                    "low" | "answersLow" => "low",
                    "high" | "answersHigh" => "high",
                    "point" => "point",
                    _ => continue,
                };
                assert_eq!(row["score"], item[end], "{item}");
            }
        }
    }
    let ends = [("low", full.low), ("high", full.high)];
    for (end, shown) in ends.into_iter().filter(|_| card.score.point.is_some()) {
        // An end without an account of its own is the point.
        let own = list(&said["figures"]).iter().find(|account| account["figure"] == end);
        let point = list(&said["figures"]).iter().find(|account| account["figure"] == "point");
        assert_eq!(own.or(point).unwrap()["shown"].to_string(), shown.to_string());
    }
    for item in list(&said["dimensions"]).iter().flat_map(|dimension| list(&dimension["indicators"])) {
        for (said, blank_at) in [("low", Some("minimum")), ("point", None), ("high", Some("maximum"))] {
            match (of(&item[said]), answered(item, blank_at, &maximum)) {
                (Some(said), Some(own)) => assert!(equal(&said, &own), "{item}"),
                (said, own) => assert_eq!(said.is_some(), own.is_some(), "{item}"),
            }
        }
        let worth = made.worth(item["id"].as_str().unwrap()).unwrap();
        assert_eq!(item["worth"]["low"].to_string(), worth.low.to_string());
        assert_eq!(item["worth"]["high"].to_string(), worth.high.to_string());
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_of_a_random_result_is_the_rounded_sum_of_what_is_printed((draft, assessment) in cases(SCALES.len())) {
        holds(&rubric(draft), &assessment);
    }
}

#[test]
fn every_figure_of_the_examples_is_the_rounded_sum_of_what_is_printed() {
    for name in ["ombudsman-kepatuhan-2023", "pekppp-2023-daring", "pekppp-2023-luring", "sakip-2021"] {
        let document = text(&format!("rubrics/examples/{name}.json"));
        let opened = swanilai::format::document::open(document.as_bytes()).unwrap();
        let made = super::shipped::rubric(&opened.rubric().id);
        let said = holds(&made, &opened.read(&made).unwrap().assessment);
        // The page is held to the same file by its own test.
        if name != "pekppp-2023-daring" && name != "sakip-2021" {
            golden(&format!("tests/fixtures/explained-{name}.json"), &said);
        }
    }
}

#[test]
fn a_weight_beside_entered_ones_says_what_it_came_with() {
    let (made, decoded) = read(&text("rubrics/examples/ombudsman-kepatuhan-2023.json")).unwrap();
    let mut assessment = decoded.assessment;
    assessment.weights.indicators.insert("IN02".into(), "8".into());
    let said: Value =
        serde_json::from_str(&holds(&applied(&made, &assessment.weights), &assessment)).unwrap();
    let weight = |at: usize| said["dimensions"][0]["indicators"][at]["weight"].clone();
    let (first, entered, third) = (weight(0), weight(1), weight(2));
    let of = |weight: &Value, names: [&str; 3]| names.map(|name| weight[name].to_string());
    assert_eq!(of(&first, ["value", "came", "basis"]), ["12.22", "\"12.22\"", "\"inferred\""]);
    assert_eq!(of(&first, ["low", "high", "shared"]), ["\"6.11\"", "\"24.44\"", "null"]);
    assert_eq!(of(&entered, ["value", "working", "basis"]), ["8", "\"8\"", "\"entered\""]);
    assert!(entered.get("came").is_none());
    assert_eq!(of(&third, ["value", "shared", "came"]), ["null", "null", "\"6.27\""]);
}
