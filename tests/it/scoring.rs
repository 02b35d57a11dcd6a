//! Scores and means that were published, and the bounds of categories.
//!
//! Invariant: every number here was printed by the assessors or follows from a printed rule.

use swanilai::domain::assessment::Assessment;
use swanilai::domain::extremes::Ratio;
use swanilai::domain::number::Score;
use swanilai::domain::recap::{self, Meta, NoPemdaScore, pemda_score};
use swanilai::domain::rubric::{Draft, PemdaRule};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::standing::{Resting, Span};
use swanilai::domain::workings::{self, Reading, Row, percent, places};
use swanilai::domain::zone::{Categories, Zone};
use swanilai::format::document::results;
use swanilai::format::recap::flat::unit;

use super::support::{
    answered, continuous, decimal, dimension, draft, item, level, levels, ombudsman_bands, provenance,
    published, rubric, sakip_bands, value,
};

const BINJAI: [(&str, &str, [&str; 3]); 4] = [
    ("1", "30", ["90", "80", "80"]),
    ("2", "30", ["80", "80", "90"]),
    ("3", "15", ["80", "90", "100"]),
    ("4", "25", ["90", "90", "100"]),
];

fn sakip() -> Draft {
    let dimensions = BINJAI.map(|(id, percent, _)| {
        let parts = [("a", "20"), ("b", "30"), ("c", "50")];
        let parts = parts.map(|(part, percent)| item(&format!("{id}{part}"), published(percent), "predikat"));
        dimension(id, published(percent), parts.into())
    });
    let predikat = levels("predikat", &["0", "30", "50", "60", "70", "80", "90", "100"]);
    Draft { categories: sakip_bands(), ..draft(vec![predikat], dimensions.into()) }
}

fn hundredths(text: &str) -> Score {
    Score::rounded(decimal(text))
}

#[test]
fn the_sheet_of_pa_binjai_comes_to_87_80_and_category_a() {
    let given = BINJAI.iter().flat_map(|(id, _, grades)| {
        grades.iter().zip(["a", "b", "c"]).map(move |(grade, part)| (format!("{id}{part}"), level(grade)))
    });
    let given: Vec<_> = given.collect();
    let given: Vec<_> = given.iter().map(|(id, choice)| (id.as_str(), *choice)).collect();
    let made = rubric(sakip());
    let result = Scorecard::of(&made, &answered(&given));
    let total = hundredths("87.8");
    let score = result.score;
    assert_eq!(score.point, Some(total));
    assert!([score.answers.low, score.answers.high, score.full.low, score.full.high] == [total; 4]);
    let category = score.category_of_point(&made, result.progress).map(|at| &*made.categories.items[at].id);
    assert_eq!(category, Some("A"));
    assert_eq!((result.standing.resting, result.standing.zone), (Resting::Full, None));
    let points: Vec<_> = result.dimensions.iter().filter_map(|dimension| dimension.point).collect();
    assert_eq!(points, ["24.6", "25.5", "13.95", "23.75"].map(hundredths));
    let scores: Vec<_> = result.dimensions.iter().filter_map(|dimension| dimension.score.point).collect();
    assert_eq!(scores, ["82", "85", "93", "95"].map(hundredths));
}

/// The rows of the first komponen as a calculator shows them: weight in percent, score, product.
fn sheet(given: &Assessment) -> (Vec<[String; 3]>, Option<String>) {
    let mean = workings::dimension(&rubric(sakip()), 0, given, Reading::Point);
    let shown = |value: &Option<Ratio>| value.as_ref().map_or_else(String::new, |v| places(v).to_string());
    let row = |row: &Row| [percent(&row.weight).to_string(), shown(&row.score), shown(&row.product)];
    (
        mean.rows.iter().chain(&mean.open).map(row).collect(),
        mean.sum.as_ref().map(|sum| places(sum).to_string()),
    )
}

#[test]
fn the_workings_of_the_first_komponen_are_those_of_the_sheet() {
    let given = answered(&[("1a", level("90")), ("1b", level("80")), ("1c", level("80"))]);
    let expected = [["20", "90", "18"], ["30", "80", "24"], ["50", "80", "40"]];
    assert_eq!(sheet(&given), (expected.map(|row| row.map(str::to_owned)).to_vec(), Some("82".to_owned())));
}

#[test]
fn what_is_open_counts_as_much_as_the_rest_on_average() {
    // (20 x 90 + 50 x 80) / 70 = 82.857142..., of which 30 % are 24.857142...
    let given = answered(&[("1a", level("90")), ("1c", level("80"))]);
    let expected = [["20", "90", "18"], ["30", "", ""], ["50", "80", "40"], ["30", "82.8571", "24.8571"]];
    let expected = expected.map(|row| row.map(str::to_owned)).to_vec();
    assert_eq!(sheet(&given), (expected, Some("82.8571".to_owned())));
}

/// The category and zone that a result of exactly this many points reads as, scored rather than looked up.
fn reads(categories: Categories, points: &str) -> (Score, String, Option<Zone>) {
    let lone = dimension("d", published("100"), vec![item("i", published("100"), "persen")]);
    let made = rubric(Draft { categories, ..draft(vec![continuous("persen", "0", "100")], vec![lone]) });
    let result = Scorecard::of(&made, &answered(&[("i", value(points))]));
    let place = result.standing.category.one().expect("one category");
    let zone = result.standing.zone.and_then(Span::one);
    (result.score.point.expect("a point"), made.categories.items[place].id.to_string(), zone)
}

#[test]
fn sakip_categories_begin_just_above_their_bound() {
    for (points, category) in [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90.005", "AA"),
        ("90.0049", "A"),
        ("90", "A"),
        ("80", "BB"),
        ("70", "B"),
        ("60", "CC"),
        ("50", "C"),
        ("30", "D"),
        ("30.01", "C"),
        ("0", "D"),
    ] {
        assert_eq!(reads(sakip_bands(), points).1, category, "{points}");
    }
}

#[test]
fn ombudsman_categories_begin_at_their_bound_on_the_rounded_score() {
    for (points, rounded, category, zone) in [
        ("88", "88", "A", Zone::Hijau),
        ("87.99", "87.99", "B", Zone::Hijau),
        ("78", "78", "B", Zone::Hijau),
        ("77.995", "78", "B", Zone::Hijau),
        ("77.9949", "77.99", "C", Zone::Kuning),
        ("77.99", "77.99", "C", Zone::Kuning),
        ("54", "54", "C", Zone::Kuning),
        ("53.99", "53.99", "D", Zone::Merah),
        ("31.99", "31.99", "E", Zone::Merah),
        ("0", "0", "E", Zone::Merah),
    ] {
        let expected = (hundredths(rounded), category.to_owned(), Some(zone));
        assert_eq!(reads(ombudsman_bands(), points), expected, "{points}");
    }
}

#[test]
fn the_mean_of_units_is_the_published_score_of_the_local_government() {
    let made = rubric(sakip());
    for (units, published) in [
        (&["99.03", "98.99", "98.63", "98.56", "98.24", "98.11"][..], "98.59"),
        (&["92.36", "90.16", "83.63", "83.58", "84.73", "81.53"], "86"),
        (&["100", "100", "80.19", "92.92"], "93.28"),
    ] {
        let units: Vec<_> = units.iter().map(|unit| hundredths(unit)).collect();
        assert_eq!(pemda_score(&made, &units), Ok(hundredths(published)));
    }
    assert_eq!(pemda_score(&made, &[]), Err(NoPemdaScore::NoUnits));
}

#[test]
fn the_rule_of_2021_refuses_to_average() {
    let reason = "bobot unit tidak diumumkan";
    let pemda = PemdaRule::Refused { reason: reason.into(), provenance: provenance() };
    let made = rubric(Draft { pemda, ..sakip() });
    let units = ["87.95", "75.58", "62.17", "23.15"].map(hundredths);
    assert_eq!(pemda_score(&made, &units), Err(NoPemdaScore::Refused(reason.into())));
}

#[test]
fn a_blank_form_has_no_category_and_no_zone_in_the_data_though_its_scale_begins_high() {
    let lone = dimension("d", published("100"), vec![item("i", published("100"), "tinggi")]);
    let made = rubric(draft(vec![levels("tinggi", &["95", "100"])], vec![lone]));
    let words = |given: &Assessment| {
        let json = results::of(&made, given);
        let row = unit(&recap::Row::of(&made, given, Meta::default()), Some(&made), None);
        let cells: Vec<String> = row[18..24].iter().map(|cell| cell.json().compact()).collect();
        let members = ["category", "zone"].map(|name| json.member(name).unwrap().compact());
        (members.concat(), cells.join(" "))
    };
    let (members, cells) = words(&Assessment::default());
    assert_eq!(members, r#"{"low":null,"point":null,"high":null}{"low":null,"point":null,"high":null}"#);
    assert_eq!(cells, "null null null null null null");
    let (members, cells) = words(&answered(&[("i", level("95"))]));
    assert_eq!(
        members,
        r#"{"low":"A","point":"A","high":"A"}{"low":"hijau","point":"hijau","high":"hijau"}"#
    );
    assert_eq!(cells, r#""A" "A" "A" "hijau" "hijau" "hijau""#);
}
