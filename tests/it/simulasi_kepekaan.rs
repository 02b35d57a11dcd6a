//! What hangs on assumptions and open weights, against answering anew and against every corner of the weights.

use proptest::prelude::*;
use swanilai::domain::assessment::{Answer, Assessment, Choice};
use swanilai::domain::influence::Mover;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::rubric::{Draft, Indicator, Mode, Rubric, Scale, ScaleKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::sensitivity::{Sensitivity, TOLD, is_assumed, sensitivities};
use swanilai::domain::standing::{Resting, Span};

use super::oracle;
use super::random::{cases, on_scale};
use super::support::{
    answered, continuous, decimal, dimension, draft, edit, inferred, item, levels, published, rubric,
    unpublished, value,
};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The category at a value, as the break-evens have it.
fn category(rubric: &Rubric, found: &Sensitivity, at: Decimal) -> usize {
    let passed = found.flips.iter().rfind(|flip| flip.from <= at);
    passed.map_or_else(|| rubric.categories.place(found.point.low), |flip| flip.category)
}

/// Every level; or both sides of every break-even, the ends, and some values between.
fn tried(scale: Option<&Scale>, found: &Sensitivity) -> Vec<Decimal> {
    if let Some(ScaleKind::Levels(levels)) = scale.map(|scale| &scale.kind) {
        return levels.iter().map(|level| level.value).collect();
    }
    let (low, high) = (found.over.0.ten_thousandths(), found.over.1.ten_thousandths());
    let between = (0..=40).map(|at| low + (high - low) / 100 * at / 40 * 100);
    let sides = found.flips.iter().flat_map(|flip| {
        let from = flip.from.ten_thousandths();
        [from, low.max(from - 1 - (from - low - 1).rem_euclid(100))]
    });
    between.chain(sides).chain([low, high]).map(Decimal::from_ten_thousandths).collect()
}

fn point(rubric: &Rubric, assessment: &Assessment) -> Option<Score> {
    Scorecard::of(rubric, assessment).score.point
}

/// Everything answered once, and nothing left to say: what leaves stays out.
fn filled(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    let mut filled = assessment.clone();
    (filled.mode, filled.samples) = (Mode::PerLevel, Vec::new());
    for (at, (_, indicator)) in rubric.indicators().enumerate() {
        let leaves = |answer: &Answer| answer.choice == Some(Choice::NotApplicable);
        if !(indicator.not_applicable && assessment.answer(&indicator.id).is_some_and(leaves)) {
            let choice = on_scale(&indicator.scale, i64::try_from(at * 7_919).unwrap());
            edit(&mut filled, &indicator.id, |answer| answer.choice = Some(choice));
        }
    }
    filled
}

/// The same instrument with the weights of one group open only.
fn only(made: &Draft, group: Option<usize>) -> Draft {
    let mut only = made.clone();
    for (place, dimension) in only.dimensions.iter_mut().enumerate() {
        if group.is_some() {
            dimension.weight.bounds = None;
        }
        for weight in dimension.indicators.iter_mut().filter_map(|i| i.weight.as_mut()) {
            if group != Some(place) {
                weight.bounds = None;
            }
        }
    }
    only
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn an_assumption_moves_the_point_as_answering_it_anew_does((made, assessment) in cases(6)) {
        let rubric = rubric(made);
        let mut assessment = assessment;
        assessment.mode = Mode::PerLevel;
        let all = sensitivities(&rubric, &assessment);
        for found in &all {
            let Mover::Indicator(place, at) = found.mover else { continue };
            let indicator: &Indicator = &rubric.dimensions[place].indicators[at];
            prop_assert!(is_assumed(&assessment, indicator));
            let scale = rubric.scale_at(place, at).unwrap();
            let with = |given: Decimal| {
                let choice = if scale.is_continuous() { Choice::Value(given) } else { Choice::Level(given) };
                let mut with = assessment.clone();
                edit(&mut with, &indicator.id, |answer| answer.choice = Some(choice));
                point(&rubric, &with)
            };
            prop_assert_eq!(with(scale.minimum()), Some(found.point.low));
            prop_assert_eq!(with(scale.maximum()), Some(found.point.high));
            let (low, high) = found.standing.clone().unwrap();
            for (given, standing) in [(scale.minimum(), low), (scale.maximum(), high)] {
                let choice = if scale.is_continuous() { Choice::Value(given) } else { Choice::Level(given) };
                let mut with = assessment.clone();
                edit(&mut with, &indicator.id, |answer| answer.choice = Some(choice));
                prop_assert_eq!(standing, Scorecard::of(&rubric, &with).standing);
            }
            for given in tried(Some(scale), found) {
                let read = with(given).map(|point| rubric.categories.place(point));
                prop_assert_eq!(read, Some(category(&rubric, found, given)), "{} {}", indicator.id, given);
            }
        }
        prop_assert!(all.is_sorted_by(|one, other| one.width() >= other.width()));
    }

    #[test]
    fn open_weights_move_the_point_between_its_corners((made, assessment) in cases(6)) {
        let made_rubric = rubric(made.clone());
        let assessment = filled(&made_rubric, &assessment);
        let all = sensitivities(&made_rubric, &assessment);
        for group in (0..made.dimensions.len()).map(Some).chain([None]) {
            let expected = oracle::scorecard(&only(&made, group), &assessment).score;
            let mover = group.map_or(Mover::WeightsOfWhole, Mover::WeightsOf);
            let found = all.iter().find(|found| found.mover == mover);
            match (found, expected.point) {
                (Some(found), Some(_)) => {
                    prop_assert_eq!(found.point, expected.full);
                    // With every other group open as well, the statement covers the point at its end.
                    let (low, high) = found.standing.clone().unwrap();
                    for (standing, point) in [(low, found.point.low), (high, found.point.high)] {
                        let (worst, best) = standing.full_category.ends();
                        let place = made_rubric.categories.place(point);
                        prop_assert!(best <= place && place <= worst, "{standing:?} {point:?}");
                    }
                }
                (None, Some(_)) => prop_assert_eq!(expected.full.low, expected.full.high),
                (found, None) => prop_assert_eq!(found, None),
            }
        }
    }

    #[test]
    fn the_break_even_of_weights_is_the_score_of_their_dimension_at_which_the_category_flips(
        (made, assessment) in cases(6),
    ) {
        let made_rubric = rubric(made.clone());
        let assessment = filled(&made_rubric, &assessment);
        for found in sensitivities(&made_rubric, &assessment) {
            let Mover::WeightsOf(place) = found.mover else { continue };
            // The dimension as one question, answered by its score.
            let mut one = made.clone();
            one.scales.push(continuous("nilai", "0", &made.maximum.to_string()));
            one.dimensions[place].indicators = vec![item("satu", published("100"), "nilai")];
            let one = rubric(one);
            for score in tried(None, &found) {
                let mut with = assessment.clone();
                edit(&mut with, "satu", |answer| answer.choice = Some(Choice::Value(score)));
                let read = point(&one, &with).map(|point| one.categories.place(point));
                prop_assert_eq!(read, Some(category(&made_rubric, &found, score)), "{}", score);
            }
        }
    }
}

#[test]
fn the_break_even_of_a_survey_is_named_to_the_hundredth() {
    let mut survey = item("s1", published("40"), "persen");
    survey.always_assumed = true;
    let items = vec![survey, item("s2", published("60"), "0-4")];
    let scales = vec![continuous("persen", "0", "100"), levels("0-4", &["0", "4"])];
    let rubric = rubric(draft(scales, vec![dimension("d", published("100"), items)]));
    let assessment = answered(&[("s1", value("70")), ("s2", super::support::level("4"))]);
    let [found] = sensitivities(&rubric, &assessment).try_into().unwrap();
    assert_eq!(
        (found.point.low, found.point.high),
        (Score::from_hundredths(6000), Score::from_hundredths(10_000))
    );
    // At 60 and at 100 nothing else is open: the scoreboard says one category.
    let one = |score: i64| Span::One(rubric.categories.place(Score::from_hundredths(score)));
    let standing = found.standing.clone().unwrap();
    assert_eq!((standing.0.category, standing.1.category), (one(6_000), one(10_000)));
    assert_eq!((standing.0.resting, standing.1.resting), (Resting::Full, Resting::Full));
    // 60 + 0.4 x reads 78,00 from 77,995 on, and 88,00 from 87,995 on.
    let flips: Vec<_> = found.flips.iter().map(|flip| (flip.from, flip.category)).collect();
    assert_eq!(flips, [(decimal("44.99"), 1), (decimal("69.99"), 0)]);
}

#[test]
fn where_nothing_is_assumed_and_every_weight_is_published_nothing_is_listed() {
    let items = vec![item("a1", published("40"), "0-4"), item("a2", published("60"), "0-4")];
    let rubric =
        rubric(draft(vec![levels("0-4", &["0", "4"])], vec![dimension("d", published("100"), items)]));
    assert_eq!(sensitivities(&rubric, &answered(&[("a1", super::support::level("4"))])), []);
}

#[test]
fn weights_of_the_whole_flip_at_the_bounds_themselves() {
    let part = |id: &str, at: &str| dimension(id, inferred("50"), vec![item(at, published("100"), "persen")]);
    let rubric =
        rubric(draft(vec![continuous("persen", "0", "100")], vec![part("d", "a1"), part("e", "a2")]));
    let assessment = answered(&[("a1", value("100")), ("a2", value("60"))]);
    let [found] = sensitivities(&rubric, &assessment).try_into().unwrap();
    assert_eq!(found.mover, Mover::WeightsOfWhole);
    // With the weights put at either end none is left to move.
    let (low, high) = found.standing.clone().unwrap();
    assert_eq!(low.full_category, Span::One(rubric.categories.place(found.point.low)));
    assert_eq!(high.full_category, Span::One(rubric.categories.place(found.point.high)));
    let flips: Vec<_> = found.flips.iter().map(|flip| (flip.from, flip.category)).collect();
    assert_eq!(flips, [(decimal("78"), 1), (decimal("88"), 0)]);
}

#[test]
fn what_can_be_said_at_both_ends_is_told_of_the_widest_only() {
    let count = TOLD + 2;
    let mut items: Vec<_> = (0..count).map(|at| item(&format!("a{at}"), unpublished(), "0-4")).collect();
    for item in &mut items {
        item.always_assumed = true;
    }
    let rubric =
        rubric(draft(vec![levels("0-4", &["0", "4"])], vec![dimension("d", published("100"), items)]));
    let mut assessment = Assessment::default();
    for at in 0..count {
        edit(&mut assessment, &format!("a{at}"), |answer| answer.choice = Some(super::support::level("4")));
    }
    let found = sensitivities(&rubric, &assessment);
    assert!(found.len() >= count);
    assert!(found.iter().enumerate().all(|(at, found)| found.standing.is_some() == (at < TOLD)));
}
