//! The largest instruments that `Rubric::new` takes.
//!
//! Invariant: nothing panics, overflows or takes long; what the oracle can reckon of them is equal.

use swanilai::domain::assessment::{Assessment, Choice};
use swanilai::domain::influence::widening;
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::rubric::{Draft, Indicator, MAX_DIMENSIONS, MAX_INDICATORS, MAX_SAMPLES, SampleKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::workings::{self, Reading};

use super::oracle;
use super::support::{
    answered, continuous, dimension, draft, edit, items, level, levels, panel, published, rubric, sample,
    unpublished, weight,
};

/// Four places everywhere: some weights valued, others sharing, scales without a common measure.
fn worst() -> Draft {
    let scales = vec![
        levels("0-4", &["0", "4"]),
        continuous("a", "0", "99.9991"),
        continuous("b", "0", "999999.9999"),
    ];
    let dimensions = (0..MAX_DIMENSIONS).map(|place| {
        let mut inner = items(&format!("d{place}i"), MAX_INDICATORS / MAX_DIMENSIONS, "0-4");
        for (at, indicator) in inner.iter_mut().enumerate() {
            indicator.scale = ["0-4", "a", "b"][at % 3].into();
            indicator.panel = "produk".into();
            if at % 2 == 0 {
                indicator.weight = Some(weight(Some(&format!("1.{at:04}")), Some(("0.01", "100"))));
            }
        }
        let outer = if place % 2 == 0 { published(&format!("1.{place:04}")) } else { unpublished() };
        dimension(&format!("d{place}"), outer, inner)
    });
    let mut made = draft(scales, dimensions.collect());
    made.maximum = Decimal::whole(1_000);
    made.panels = vec![panel("produk", SampleKind::Product)];
    made
}

/// Another number of samples answered for each item, so that no two means share a denominator.
fn uneven(draft: &Draft) -> Assessment {
    let mut assessment = Assessment::default();
    for at in 0..MAX_SAMPLES {
        assessment.samples.push(sample(&format!("s{at}"), SampleKind::Product, ""));
    }
    for (place, indicator) in draft.dimensions.iter().flat_map(|d| &d.indicators).enumerate() {
        let below = |top: i64, by: usize| {
            Choice::Value(Decimal::from_ten_thousandths(top - i64::try_from(by).expect("a small number")))
        };
        let value = |at: usize| match &*indicator.scale {
            "0-4" => level(["0", "4"][at % 2]),
            "a" => below(999_991, at),
            _ => below(9_999_999_999, at * place),
        };
        edit(&mut assessment, &indicator.id, |answer| {
            for at in 0..place % (MAX_SAMPLES + 1) {
                answer.samples.insert(format!("s{at}").into(), value(at));
            }
            if place % 7 == 0 {
                answer.choice = Some(Choice::NotApplicable);
            }
        });
    }
    assessment
}

#[test]
fn the_largest_instrument_is_reckoned_exactly() {
    let draft = worst();
    let assessment = uneven(&draft);
    let expected = oracle::simple(&draft, &assessment);
    let made = rubric(draft);
    let found = Scorecard::of(&made, &assessment);
    assert_eq!((found.score.point, found.score.answers), (expected.score.point, expected.score.answers));
    assert_eq!((found.supported, found.progress), (expected.supported, expected.progress));
    for (found, expected) in found.dimensions.iter().zip(&expected.dimensions) {
        assert_eq!((found.score.point, found.point), (expected.score.point, expected.point));
        assert_eq!(found.score.answers, expected.score.answers);
        assert!(found.score.full.low <= found.score.answers.low);
        assert!(found.score.full.high >= found.score.answers.high);
    }
    assert!(
        found.score.full.low < found.score.answers.low && found.score.answers.high < found.score.full.high
    );
    assert!(
        (0..MAX_DIMENSIONS)
            .all(|place| !workings::dimension(&made, place, &assessment, Reading::Point).rows.is_empty())
    );
}

/// One dimension of all the items there may be, weighing between a half and twice their share.
fn flat() -> Vec<Indicator> {
    items("i", MAX_INDICATORS, "0-4")
}

fn one(indicators: Vec<Indicator>) -> Draft {
    draft(vec![levels("0-4", &["0", "4"])], vec![dimension("d", published("100"), indicators)])
}

#[test]
fn two_thousand_items_in_one_dimension_have_the_ends_that_a_pencil_finds() {
    let made = rubric(one(flat()));
    let halves: Vec<_> = made.indicators().map(|(_, i)| i.id.clone()).collect();
    let give = |at: usize| level(["0", "4"][at % 2]);
    let given: Vec<_> = halves.iter().enumerate().map(|(at, id)| (&**id, give(at))).collect();
    let mut assessment = answered(&given);
    let full = Scorecard::of(&made, &assessment).score.full;
    // The one half weighs at least half its share: 25 of 100.
    assert_eq!((full.low, full.high), (Score::from_hundredths(2_500), Score::from_hundredths(7_500)));
    for id in &halves[..600] {
        edit(&mut assessment, id, |answer| answer.choice = Some(Choice::NotApplicable));
    }
    let full = Scorecard::of(&made, &assessment).score.full;
    // Of 2,000 shares the 600 leaving weigh at least 300, the lighter 700 at least 350; 1,350 stay for the
    // heavier 700: 350 / 1,700 and 1,350 / 1,700.
    assert_eq!((full.low, full.high), (Score::from_hundredths(2_059), Score::from_hundredths(7_941)));
}

#[test]
fn every_score_of_the_largest_instrument_stays_within_its_scale_at_both_extremes() {
    let draft = worst();
    for top in [false, true] {
        let choice = |indicator: &Indicator| match (&*indicator.scale, top) {
            ("0-4", false) => level("0"),
            ("0-4", true) => level("4"),
            (_, false) => Choice::Value(Decimal::ZERO),
            ("a", true) => Choice::Value(Decimal::from_ten_thousandths(999_991)),
            (_, true) => Choice::Value(Decimal::from_ten_thousandths(9_999_999_999)),
        };
        let ids = draft.dimensions.iter().flat_map(|d| &d.indicators);
        let given: Vec<_> = ids.map(|i| (&*i.id, choice(i))).collect();
        let score = Scorecard::of(&rubric(draft.clone()), &answered(&given)).score;
        let expected = Score::from_hundredths(if top { 100_000 } else { 0 });
        assert_eq!((score.point, score.full.low, score.full.high), (Some(expected), expected, expected));
    }
}

#[test]
fn a_form_of_the_largest_kind_tells_what_widens_it() {
    let made = rubric(one(items("i", 60, "0-4")));
    assert_eq!(widening(&made, &Assessment::default()).len(), 60);
}
