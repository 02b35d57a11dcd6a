//! Official weights that an office holds: taken group by group, scaled from rounding, and always reversible.

use swanilai::domain::assessment::Assessment;
use swanilai::domain::edit::Edit;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::office_weights::{Taken, WeightOf, applied, readings};
use swanilai::domain::rubric::{Basis, Rubric, Weight};
use swanilai::domain::scorecard::Scorecard;
use swanilai::format::document::{encode, open};
use swanilai::format::json::{Json, read_text};
use swanilai::format::rubric::digest;
use swanilai::format::sheet::{Kind, book, csv};

use super::documents::{STAMP, again, taken, words};
use super::shipped::{rubric as shipped, text};
use super::support::{
    answered, decimal, dimension, draft, inferred, item, level, levels, published, rubric, unpublished,
    weight,
};

/// Four questions: one published, one inferred, two open; answered in full, half, nothing, in full.
fn made() -> (Rubric, Assessment) {
    let weights = [published("40"), inferred("20"), unpublished(), unpublished()];
    let items =
        weights.into_iter().enumerate().map(|(at, weight)| item(&format!("a{}", at + 1), weight, "0-4"));
    let whole = dimension("d", published("100"), items.collect());
    let made = rubric(draft(vec![levels("0-4", &["0", "2", "4"])], vec![whole]));
    (made, answered(&[("a1", level("4")), ("a2", level("2")), ("a3", level("0")), ("a4", level("4"))]))
}

fn with(assessment: &Assessment, typed: &[(&str, &str)]) -> Assessment {
    let mut with = assessment.clone();
    for (id, typed) in typed {
        with = Edit::Weigh(WeightOf::Indicator, (*id).into(), (*typed).into()).apply(&with, &"".into());
    }
    with
}

/// What is taken, and the point and ends that it brings, in hundredths.
fn outcome(typed: &[(&str, &str)]) -> (Taken, String, [i64; 3]) {
    let (made, assessment) = made();
    let assessment = with(&assessment, typed);
    let reading = readings(&made, &assessment.weights);
    assert_eq!(reading.len(), 1, "only open groups are read");
    let score = Scorecard::of(&applied(&made, &assessment.weights), &assessment).score;
    let [low, point, high] = [score.full.low, score.point.unwrap(), score.full.high].map(Score::hundredths);
    (reading[0].taken, reading[0].sum.to_string(), [low, point, high])
}

#[test]
fn a_group_is_taken_where_it_sums_to_one_hundred_within_rounding_and_scaled() {
    let exact = outcome(&[("a2", "30"), ("a3", "10"), ("a4", "20")]);
    assert_eq!(exact, (Taken::Whole, "100".into(), [7_500; 3]));
    // 99,99 of 100: (40 + 15 + 19,99) / 99,99.
    let rounded = outcome(&[("a2", "30"), ("a3", "10"), ("a4", "19,99")]);
    assert_eq!(rounded, (Taken::Whole, "99.99".into(), [7_500; 3]));
    let edge = outcome(&[("a2", "30"), ("a3", "10"), ("a4", "20,02")]);
    assert_eq!((edge.0, edge.1.as_str()), (Taken::Whole, "100.02"));
    let beyond = outcome(&[("a2", "30"), ("a3", "10"), ("a4", "20,0201")]);
    assert_eq!((beyond.0, beyond.1.as_str()), (Taken::Refused, "100.0201"));
    assert_eq!(beyond.2, outcome(&[]).2, "what is refused changes nothing");
}

#[test]
fn a_group_entered_in_part_leaves_the_others_a_bounded_share_of_the_rest() {
    let (taken, sum, [low, point, high]) = outcome(&[("a2", "30")]);
    assert_eq!((taken, sum.as_str()), (Taken::Partly, "70"));
    // 40 + 15 stand; 30 are shared, and each came with 10 at least, so that a4 has 10 to 20.
    assert_eq!([low, point, high], [6_500, 7_000, 7_500]);
}

/// An instrument of one dimension: a question for each weight.
fn of_weights(weights: Vec<Weight>) -> Rubric {
    let items =
        weights.into_iter().enumerate().map(|(at, own)| item(&format!("a{}", at + 1), own, "0-4")).collect();
    let whole = dimension("d", published("100"), items);
    rubric(draft(vec![levels("0-4", &["0", "4"])], vec![whole]))
}

/// Questions with these weights, each between those multiples of its own, and one entered for the first: what each may
/// be, in ten-thousandths of a percent.
fn moved(weights: &[Option<&str>], bounds: (&str, &str), typed: &str) -> Vec<[i64; 3]> {
    let made = of_weights(weights.iter().map(|own| weight(*own, Some(bounds))).collect());
    let entered = with(&Assessment::default(), &[("a1", typed)]);
    assert_eq!(readings(&made, &entered.weights)[0].taken, Taken::Partly);
    let made = applied(&made, &entered.weights);
    let group = made.group(0).unwrap();
    assert_eq!(group.shares().iter().map(|share| share.working).sum::<i64>(), group.total());
    let percent = |part: i64| part * 1_000 / (group.total() / 1_000);
    group.shares().iter().map(|share| [share.low, share.working, share.high].map(percent)).collect()
}

#[test]
fn the_others_share_the_rest_in_the_proportion_and_within_the_bounds_that_they_came_with() {
    let others = moved(&[Some("50"), Some("30"), Some("20")], ("0.9", "1.1"), "52")[1..].to_vec();
    assert_eq!(others, [[270_000, 288_000, 330_000], [180_000, 192_000, 220_000]]);
    let others = moved(&[Some("50"), Some("30"), Some("20")], ("0.5", "2"), "40")[1..].to_vec();
    assert_eq!(others, [[150_000, 360_000, 600_000], [100_000, 240_000, 400_000]]);
    // Beside one of 12,22 three are open: 29,26 each. Entering that much moves none of them.
    let three = [None, Some("12.22"), None, None];
    let others = moved(&three, ("0.5", "2"), "29,26")[1..].to_vec();
    assert_eq!(
        others,
        [[61_100, 122_200, 244_400], [146_300, 292_600, 585_200], [146_300, 292_600, 585_200]]
    );
    // Whatever is entered, each of equal ones has the same.
    let others = moved(&[None; 8], ("0.5", "2"), "8")[1..].to_vec();
    assert_eq!(others, [[62_500, 131_428, 250_000]; 7]);
    let up = moved(&[None; 8], ("0.5", "2"), "20,01")[1..].to_vec();
    assert_eq!(up, [[62_500, 114_271, 250_000]; 7]);
}

#[test]
fn each_of_the_others_goes_the_same_part_of_its_way_where_their_bounds_differ() {
    // One of 20 may lose 2 and gain nothing, one of 60 may lose 30 and gain 60.
    let made = of_weights(vec![unpublished(), weight(Some("20"), Some(("0.9", "1"))), inferred("60")]);
    let percents = |typed: &str| {
        let entered = with(&Assessment::default(), &[("a1", typed)]);
        let made = applied(&made, &entered.weights).into_owned();
        [0, 1, 2].map(|at| made.group(0).unwrap().percent(at).hundredths())
    };
    assert_eq!(percents("36"), [3_600, 1_900, 4_500]);
    assert_eq!(percents("10"), [1_000, 2_000, 7_000]);
}

#[test]
fn a_weight_entered_within_its_bounds_never_widens_the_range() {
    let rubric = shipped("ombudsman-kepatuhan-2023");
    let (_, decoded) = taken(&text("rubrics/examples/ombudsman-kepatuhan-2023.json"));
    let assessment = decoded.assessment;
    let before = Scorecard::of(&rubric, &assessment).score;
    for (typed, same) in [("8", false), ("3,14", false), ("12,54", false), ("6,27", true)] {
        let entered = with(&assessment, &[("IN02", typed)]);
        let made = applied(&rubric, &entered.weights);
        let after = Scorecard::of(&made, &entered).score;
        assert!(
            before.full.low <= after.full.low && after.full.high <= before.full.high,
            "{typed}: {after:?}"
        );
        assert_eq!(after.point == before.point, same, "{typed}");
        let share = |rubric: &Rubric, at: usize| rubric.group(0).unwrap().percent(at).hundredths();
        let (first, third) = (share(&made, 0), share(&made, 2));
        assert!((first * 627 - third * 1_222).abs() < 2_000, "{typed}: {first} to {third} as 12,22 to 6,27");
    }
}

#[test]
fn what_leaves_the_others_less_or_more_than_their_bounds_hold_is_refused() {
    // a3 and a4 share 40 and move from half of that to twice: together they hold 20 to 80.
    let least = Taken::TooMuch { least: decimal("20") };
    assert_eq!(outcome(&[("a2", "40")]).0, Taken::Partly, "just within");
    let before = outcome(&[]).2;
    for (typed, sum) in [("40,01", "80.01"), ("60", "100"), ("99", "139")] {
        let (taken, said, score) = outcome(&[("a2", typed)]);
        assert_eq!((taken, said.as_str(), score), (least, sum, before), "{typed}");
    }
    // Of eleven, one at 99 leaves ten with a tenth of a part where each has at least half of an eleventh.
    let eleven = |id: &str, typed: &str| {
        let items = (1..=11).map(|at| item(&format!("a{at}"), unpublished(), "0-4")).collect();
        let made =
            rubric(draft(vec![levels("0-4", &["0", "4"])], vec![dimension("d", published("100"), items)]));
        let entered = with(&Assessment::default(), &[(id, typed)]);
        readings(&made, &entered.weights)[0].taken
    };
    assert_eq!(eleven("a1", "99"), Taken::TooMuch { least: decimal("45.46") });
    assert_eq!(eleven("a1", "54,55"), Taken::TooMuch { least: decimal("45.46") });
    assert_eq!(eleven("a1", "54,54"), Taken::Partly);
    // Two of three at next to nothing would leave the third more than it can hold.
    let typed = [("a2", "0,01"), ("a3", "0,01")];
    assert_eq!(outcome(&typed).0, Taken::TooLittle { most: decimal("40") });
}

#[test]
fn what_is_no_weight_and_what_is_published_change_nothing() {
    let nothing = outcome(&[]);
    assert_eq!(nothing.0, Taken::Nothing);
    for typed in ["0", "-3", "banyak", "100,01"] {
        let (taken, _, score) = outcome(&[("a2", typed)]);
        assert_eq!((taken, score), (Taken::Unreadable, nothing.2), "{typed}");
    }
    assert_eq!(outcome(&[("a1", "90")]).2, nothing.2);
}

#[test]
fn the_instrument_stays_itself_and_one_edit_goes_back_to_its_weights() {
    let rubric = shipped("ombudsman-kepatuhan-2023");
    let mut assessment = Assessment::default();
    let input = &rubric.dimensions[0].indicators;
    for (at, indicator) in input.iter().enumerate() {
        let typed = if at == 0 { "6,62" } else { "6,67" };
        assessment = Edit::Weigh(WeightOf::Indicator, indicator.id.clone(), typed.into())
            .apply(&assessment, &"".into());
    }
    let made = applied(&rubric, &assessment.weights);
    assert_eq!(readings(&rubric, &assessment.weights)[0].taken, Taken::Whole);
    let group = made.group(0).unwrap();
    assert!(group.is_fixed());
    assert_eq!(made.dimensions[0].indicators[3].weight.as_ref().unwrap().provenance.basis, Basis::Entered);
    assert_eq!(digest(&made), digest(&rubric));
    assert_eq!(
        applied(&made, &assessment.weights).group(0),
        made.group(0),
        "reckoned from the weights that came"
    );
    let back = Edit::DropWeights.apply(&assessment, &"".into());
    assert_eq!(applied(&made, &back.weights).group(0), rubric.group(0));
    // The file names the instrument that was shipped, and reads back as it was written.
    let written = encode(&assessment, &made, &STAMP);
    let decoded = open(written.as_bytes()).unwrap().read(&rubric).unwrap();
    assert_eq!(words(&decoded.problems), ["weights: ownWeights"]);
    assert_eq!(decoded.assessment.weights, assessment.weights);
    assert_eq!(encode(&decoded.assessment, &rubric, &STAMP), written);
}

#[test]
fn weights_of_the_dimensions_can_be_entered_too() {
    let part = |id: &str, at: &str| dimension(id, unpublished(), vec![item(at, published("100"), "0-4")]);
    let made = rubric(draft(vec![levels("0-4", &["0", "4"])], vec![part("d", "a1"), part("e", "a2")]));
    let mut assessment = answered(&[("a1", level("4")), ("a2", level("0"))]);
    for (id, typed) in [("d", "70"), ("e", "30")] {
        assessment = Edit::Weigh(WeightOf::Dimension, id.into(), typed.into()).apply(&assessment, &"".into());
    }
    let score = Scorecard::of(&applied(&made, &assessment.weights), &assessment).score;
    assert_eq!((score.point.map(Decimal::from), score.full.low), (Some(decimal("70")), score.full.high));
}

#[test]
fn what_stood_under_weights_before_is_named_kept_and_refuses_nothing() {
    for odd in ["5", "[1.50]", "{\"input\":20}", "{\"indicators\":[]}", "{\"a\":1.50}"] {
        let text = format!(
            r#"{{"format":"swanilai/assessment","formatVersion":"1.0","rubric":{{"id":"ombudsman-kepatuhan-2023"}},"answers":{{}},"weights":{odd}}}"#
        );
        let (rubric, decoded) = taken(&text);
        assert!(decoded.assessment.weights.is_empty(), "{odd}");
        let written = encode(&decoded.assessment, &rubric, &STAMP);
        assert_eq!(read_text(&written).unwrap().member("weights").map(Json::compact).as_deref(), Some(odd));
        assert_eq!(again(&written), written);
        let entered = Edit::Weigh(WeightOf::Indicator, "IN01".into(), "12,22".into())
            .apply(&decoded.assessment, &"".into());
        let written = encode(&entered, &rubric, &STAMP);
        assert!(written.contains("\"unread\""), "{written}");
        assert_eq!(again(&written), written);
    }
}

#[test]
fn that_a_result_rests_on_weights_of_the_office_is_said_where_it_does() {
    let (rubric, decoded) = taken(&text("rubrics/examples/ombudsman-kepatuhan-2023.json"));
    let told = |typed: &[(&str, &str)]| {
        let (_, read) = taken(&encode(&with(&decoded.assessment, typed), &rubric, &STAMP));
        let table = csv::write(&book(&rubric, &read.assessment, Kind::Filled));
        (words(&read.problems).join("; "), table.contains("dengan bobot diisi perangkat daerah"))
    };
    let own = "weights: ownWeights".to_owned();
    assert_eq!(told(&[("OU01", "20")]), (own, true));
    assert_eq!(told(&[]), (String::new(), false));
    // What is not taken is named, and nothing rests on it.
    let six =
        [("OU01", "50"), ("OU02", "10"), ("OU03", "10"), ("OU04", "10"), ("OU05", "10"), ("OU06", "10.0301")];
    assert_eq!(told(&six), ("weights.output: sumNotHundred".to_owned(), false));
    assert_eq!(told(&[("IN05", "abc")]), ("weights.indicators.IN05: wrongType".to_owned(), false));
    let mixed = told(&[("IN05", "0"), ("PR01", "99"), ("OU01", "20")]);
    let named =
        "weights.indicators.IN05: numberOutOfRange; weights.proses: sumNotHundred; weights: ownWeights";
    assert_eq!(mixed, (named.to_owned(), true));
}
