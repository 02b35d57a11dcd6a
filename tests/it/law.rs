//! Sentences of the law that a random instrument seldom puts to the test.
//!
//! Invariant: each test is one sentence of ARCHITECTURE, on the smallest instrument that shows it.

use swanilai::domain::assessment::{Assessment, Choice, Evidence, EvidenceState, Met};
use swanilai::domain::influence::{Influence, Mover, lowering, widening};
use swanilai::domain::number::Score;
use swanilai::domain::proposal::meant_for_others;
use swanilai::domain::rubric::{Dimension, Draft, Indicator, Mode, Rubric, SampleKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::standing::{Resting, Span};
use swanilai::domain::zone::Zone;

use super::support::{
    answered, continuous, criterion, dimension, draft, edit, item, items, level, levels, panel,
    per_criterion, published, rubric, sample, unpublished, value,
};

fn one_dimension(indicators: Vec<Indicator>) -> Vec<Dimension> {
    vec![dimension("d", published("100"), indicators)]
}

/// Two items of equal, unpublished weight on the scale 0-4.
fn pair() -> Draft {
    draft(vec![levels("0-4", &["0", "1", "2", "3", "4"])], one_dimension(items("a", 2, "0-4")))
}

fn hundredths(hundredths: i64) -> Score {
    Score::from_hundredths(hundredths)
}

#[test]
fn a_blank_form_has_no_zone_even_where_every_answer_would_be_green() {
    let made = draft(vec![levels("9-10", &["9", "10"])], one_dimension(items("a", 2, "9-10")));
    let result = Scorecard::of(&rubric(made), &Assessment::default());
    assert_eq!(result.score.full.low, hundredths(9_000));
    assert_eq!((result.score.point, result.standing.zone), (None, None));
}

#[test]
fn tidak_relevan_counts_as_blank_where_the_instrument_does_not_allow_it() {
    let mut made = pair();
    made.dimensions[0].indicators[1].not_applicable = false;
    let result =
        Scorecard::of(&rubric(made), &answered(&[("a1", level("4")), ("a2", Choice::NotApplicable)]));
    assert_eq!((result.not_applicable, result.progress.answered), (0, 1));
    assert_eq!(result.score.answers.low, hundredths(5_000));
}

#[test]
fn a_sample_that_is_tidak_relevan_counts_as_blank_where_the_instrument_does_not_allow_it() {
    let mut made = pair();
    made.panels = vec![panel("produk", SampleKind::Product)];
    made.dimensions[0].indicators[1].not_applicable = false;
    made.dimensions[0].indicators[1].panel = "produk".into();
    let mut assessment = answered(&[("a1", level("4"))]);
    assessment.samples = vec![sample("s1", SampleKind::Product, "")];
    edit(&mut assessment, "a2", |answer| answer.samples.insert("s1".into(), Choice::NotApplicable));
    let result = Scorecard::of(&rubric(made), &assessment);
    assert_eq!((result.not_applicable, result.score.answers.low), (0, hundredths(5_000)));
}

#[test]
fn criteria_count_only_where_the_instrument_offers_to_count_them() {
    let mut made = pair();
    made.dimensions[0].indicators[0].criteria = vec![criterion("k1")];
    let mut assessment = answered(&[("a1", level("4")), ("a2", level("4"))]);
    assessment.mode = Mode::PerCriterion;
    edit(&mut assessment, "a1", |answer| answer.criteria.insert("k1".into(), Met::No));
    let point = |made: &Draft| Scorecard::of(&rubric(made.clone()), &assessment).score.point;
    assert_eq!(point(&made), Some(hundredths(10_000)));
    made.modes = vec![per_criterion()];
    assert_eq!(point(&made), Some(hundredths(5_000)));
}

#[test]
fn a_criterion_without_evidence_counts_nothing_whatever_the_scale_begins_at() {
    let mut made = draft(vec![levels("2-4", &["2", "4"])], one_dimension(items("a", 1, "2-4")));
    made.modes = vec![per_criterion()];
    made.dimensions[0].indicators[0].criteria = vec![criterion("k1")];
    made.dimensions[0].indicators[0].evidence = vec!["SK".into()];
    let mut assessment = Assessment { mode: Mode::PerCriterion, ..Assessment::default() };
    edit(&mut assessment, "a1", |answer| answer.criteria.insert("k1".into(), Met::Yes));
    let result = Scorecard::of(&rubric(made), &assessment);
    assert_eq!((result.score.point, result.supported), (Some(hundredths(10_000)), Some(hundredths(0))));
}

#[test]
fn an_expired_document_supports_nothing_from_the_day_after_and_no_clock_is_asked() {
    let mut made = draft(vec![levels("0-4", &["0", "4"])], one_dimension(items("a", 1, "0-4")));
    made.dimensions[0].indicators[0].evidence = vec!["SK".into()];
    let made = rubric(made);
    let mut assessment = Assessment::default();
    edit(&mut assessment, "a1", |answer| {
        answer.choice = Some(level("4"));
        let document = Evidence { asked: "SK".into(), state: EvidenceState::Good, ..Evidence::default() };
        answer.evidence.push(Evidence { valid_until: "31 Desember 2026".into(), ..document });
    });
    for (changed, supported) in
        [("", 0), ("2026-12-31T23:59:59+07:00", 10_000), ("2027-01-01T00:00:00+07:00", 0), ("kemarin", 0)]
    {
        assessment.updated_at = changed.into();
        let result = Scorecard::of(&made, &assessment);
        assert_eq!(result.supported, Some(hundredths(supported)), "{changed}");
        assert_eq!(result.supported_answers, usize::from(supported > 0));
        assert_eq!(result.score.point, Some(hundredths(10_000)));
    }
}

#[test]
fn criteria_and_samples_of_any_number_are_averaged_without_overflow() {
    let primes: Vec<usize> = (2..300).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
    let mut made = draft(vec![levels("0-4", &["0", "4"])], one_dimension(items("a", primes.len(), "0-4")));
    made.modes = vec![per_criterion()];
    let mut assessment = Assessment { mode: Mode::PerCriterion, ..Assessment::default() };
    for (indicator, count) in made.dimensions[0].indicators.iter_mut().zip(primes) {
        indicator.criteria = (0..count).map(|at| criterion(&format!("k{at}"))).collect();
        edit(&mut assessment, &indicator.id, |answer| {
            answer.criteria = indicator.criteria.iter().map(|k| (k.id.clone(), Met::Partly)).collect();
        });
    }
    assert_eq!(Scorecard::of(&rubric(made), &assessment).score.point, Some(hundredths(5_000)));
}

#[test]
fn an_item_is_never_worth_more_than_the_weights_beside_it_leave() {
    let range =
        |made: &Rubric, id| made.worth(id).map(|worth| (worth.low.hundredths(), worth.high.hundredths()));
    let lone = draft(vec![levels("0-4", &["0", "4"])], one_dimension(items("a", 1, "0-4")));
    assert_eq!(range(&rubric(lone), "a1"), Some((10_000, 10_000)));
    assert_eq!(range(&rubric(pair()), "a1"), Some((2_500, 7_500)));
}

fn by(found: &[Influence], mover: Mover) -> Option<i64> {
    found.iter().find(|influence| influence.mover == mover).map(|influence| influence.by.hundredths())
}

#[test]
fn only_what_is_answered_lowers_the_score() {
    let mut made = pair();
    made.dimensions[0].indicators[1].criteria = vec![criterion("k1")];
    let mut assessment = answered(&[("a1", level("2"))]);
    edit(&mut assessment, "a2", |answer| answer.criteria.insert("k1".into(), Met::No));
    let found = lowering(&rubric(made), &assessment);
    assert_eq!(by(&found, Mover::Indicator(0, 0)), Some(5_000));
    assert_eq!(by(&found, Mover::Indicator(0, 1)), None);
}

#[test]
fn only_what_is_blank_widens_the_range_also_by_criteria_and_samples() {
    let mut made = pair();
    made.modes = vec![per_criterion()];
    made.panels = vec![panel("produk", SampleKind::Product)];
    made.dimensions[0].indicators[0].criteria = vec![criterion("k1")];
    made.dimensions[0].indicators[1].panel = "produk".into();
    let mut assessment = Assessment { mode: Mode::PerCriterion, ..Assessment::default() };
    assessment.samples = ["s1", "s2"].map(|id| sample(id, SampleKind::Product, "")).to_vec();
    edit(&mut assessment, "a1", |answer| answer.criteria.insert("k1".into(), Met::Partly));
    edit(&mut assessment, "a2", |answer| answer.samples.insert("s1".into(), level("4")));
    let found = widening(&rubric(made), &assessment);
    assert_eq!(by(&found, Mover::Indicator(0, 0)), None, "answered");
    // a1 counts 50, a2 between 50 and 100, each weighing between 25 and 75: from 50 up to 87,50.
    assert_eq!(by(&found, Mover::Indicator(0, 1)), Some(3_750), "one of two samples is blank");
}

#[test]
fn what_unpublished_weights_widen_is_what_publishing_them_would_close() {
    let mut made = pair();
    made.dimensions.push(dimension("e", unpublished(), items("b", 1, "0-4")));
    made.dimensions[0].weight = unpublished();
    let assessment = answered(&[("a1", level("4")), ("a2", level("0")), ("b1", level("0"))]);
    let found = widening(&rubric(made), &assessment);
    // Dimension d is between 25 and 75 and weighs between 25 and 75: from 6,25 to 56,25.
    // Its own weights published: 50, so from 12,50 to 37,50; those of the whole: from 12,50 to 37,50.
    assert_eq!(by(&found, Mover::WeightsOf(0)), Some(2_500));
    assert_eq!(by(&found, Mover::WeightsOfWhole), Some(2_500));
    assert_eq!(by(&found, Mover::WeightsOf(1)), None);
}

#[test]
fn a_scale_that_begins_above_nought_can_put_the_point_below_the_low_end() {
    let scales = vec![levels("0-4", &["0", "4"]), levels("1-4", &["1", "4"])];
    let both = vec![item("a1", unpublished(), "0-4"), item("a2", unpublished(), "1-4")];
    let result = Scorecard::of(&rubric(draft(scales, one_dimension(both))), &answered(&[("a1", level("0"))]));
    assert_eq!((result.score.point, result.score.answers.low), (Some(hundredths(0)), hundredths(1_250)));
}

#[test]
fn raising_an_answer_can_weaken_the_statement_though_no_figure_falls() {
    let firm = item("a3", published("20"), "persen");
    let three = [items("a", 2, "persen"), vec![firm]].concat();
    let made = rubric(draft(vec![continuous("persen", "0", "100")], one_dimension(three)));
    let result =
        |second| Scorecard::of(&made, &answered(&[("a1", value("100")), ("a2", value(second))])).standing;
    let (before, after) = (result("40"), result("46"));
    assert_eq!((before.resting, before.zone), (Resting::Answers, Some(Span::One(Zone::Kuning))));
    assert_eq!(
        (after.resting, after.zone),
        (Resting::Neither, Some(Span::Between(Zone::Merah, Zone::Hijau)))
    );
}

#[test]
fn an_indicator_is_for_others_only_where_the_kind_of_office_is_known_and_not_named() {
    let mut indicator = item("a1", unpublished(), "0-4");
    assert!(!meant_for_others(&indicator, "Dinas urusan sosial"));
    indicator.applies_to = vec!["sosial".into(), "pekerjaan umum dan penataan ruang".into()];
    for kind in ["", " ", "Dinas urusan Sosial", "Dinas urusan pekerjaan umum"] {
        assert!(!meant_for_others(&indicator, kind), "{kind}");
    }
    assert!(meant_for_others(&indicator, "Dinas kependudukan dan pencatatan sipil"));
}
