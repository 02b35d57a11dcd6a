//! What `Rubric::new` refuses: every kind of problem, by its path, on top of any sound instrument.
//!
//! Invariant: one row for each kind; the place named is the member that is wrong.

use proptest::prelude::*;
use swanilai::domain::number::Decimal;
use swanilai::domain::problem::{Kind, Problem};
use swanilai::domain::rubric::{Draft, MAX_DIMENSIONS, MAX_INDICATORS, MAX_SAMPLES, PemdaRule, Rubric};
use swanilai::domain::rubric::{Scale, Subtotal};
use swanilai::domain::zone::Zone;

use super::random::{SCALES, drafts};
use super::support::{
    continuous, criterion, decimal, dimension, draft, items, levels, ombudsman_bands, panel, per_criterion,
    published, unpublished,
};

/// A way to break a draft, and what must then be said.
type Break = (fn(&mut Draft), &'static str, Kind);

fn breaks() -> Vec<Break> {
    let text = |text: &str| text.to_owned();
    vec![
        (|d| d.maximum = Decimal::ZERO, "result.maximum", Kind::MaximumNotPositive),
        (|d| d.maximum = decimal("1000.0001"), "result.maximum", Kind::MaximumNotPositive),
        (|d| d.categories.items.clear(), "categories.items", Kind::CategoriesGap),
        (|d| bound(d, 0, 100_001), "categories.items[0].bound", Kind::CategoriesGap),
        (|d| bound(d, last_band(d), 1), "categories.items[4].bound", Kind::CategoriesGap),
        (|d| bound(d, 1, 9_900), "categories.items[1].bound", Kind::CategoriesOverlap),
        (|d| zone(d, 0, Some(Zone::Merah)), "categories.items[0].zone", Kind::ZonesFall),
        (|d| zone(d, 2, None), "categories.items[2].zone", Kind::ZonesIncomplete),
        (|d| d.id = "".into(), "id", Kind::BadId(text(""))),
        (|d| d.scales[1].id = "a b".into(), "scales[1].id", Kind::BadId(text("a b"))),
        (|d| d.scales[1].id = d.scales[0].id.clone(), "scales[1].id", Kind::DuplicateId(text("0-4"))),
        (|d| d.panels[1].id = d.panels[0].id.clone(), "panels[1].id", Kind::DuplicateId(text("produk"))),
        (|d| add_dimension(d, "d0"), "dimensions[1].id", Kind::DuplicateId(text("d0"))),
        (|d| first(d).id = "".into(), "dimensions[0].indicators[0].id", Kind::BadId(text(""))),
        (repeat, "dimensions[0].indicators[1].id", Kind::DuplicateId(text("d0i0"))),
        (
            |d| first(d).criteria = vec![criterion("k"), criterion("k")],
            "dimensions[0].indicators[0].criteria[1].id",
            Kind::DuplicateId(text("k")),
        ),
        (|d| d.scales.push(levels("x", &["0"])), "scales[6]", Kind::LevelsDoNotRise),
        (|d| d.scales.push(levels("x", &["0", "2", "1"])), "scales[6]", Kind::LevelsDoNotRise),
        (|d| d.scales.push(continuous("x", "-1", "5")), "scales[6]", Kind::LevelsDoNotRise),
        (|d| d.scales.push(continuous("x", "5", "5")), "scales[6]", Kind::LevelsDoNotRise),
        (|d| d.scales.push(continuous("x", "0", "1000000000")), "scales[6]", Kind::NumberOutOfRange),
        (|d| d.scales.push(continuous("x", "0", "999999999.9999")), "scales[6]", Kind::NumberOutOfRange),
        (|d| d.panels[2].count = 0, "panels[2].count", Kind::TooMany(MAX_SAMPLES)),
        (|d| d.panels[2].count = MAX_SAMPLES + 1, "panels[2].count", Kind::TooMany(MAX_SAMPLES)),
        (|d| d.dimensions[0].indicators.clear(), "dimensions[0].indicators", Kind::NothingToFill),
        (|d| d.dimensions.clear(), "dimensions", Kind::NothingToFill),
        (|d| value(d, "0"), "dimensions[0].indicators[0].weight.value", Kind::WeightNotPositive),
        (|d| value(d, "-1"), "dimensions[0].indicators[0].weight.value", Kind::WeightNotPositive),
        (|d| value(d, "100.5"), "dimensions[0].indicators[0].weight.value", Kind::NumberOutOfRange),
        (|d| inner_bounds(d, "0", "2"), "dimensions[0].indicators[0].weight.bounds", Kind::BoundsCannotHold),
        (
            |d| inner_bounds(d, "1.1", "2"),
            "dimensions[0].indicators[0].weight.bounds",
            Kind::BoundsCannotHold,
        ),
        (
            |d| inner_bounds(d, "0.5", "0.9"),
            "dimensions[0].indicators[0].weight.bounds",
            Kind::BoundsCannotHold,
        ),
        (
            |d| inner_bounds(d, "0.555", "2"),
            "dimensions[0].indicators[0].weight.bounds",
            Kind::BoundsCannotHold,
        ),
        (|d| only(d).weight = published("99.9999"), "dimensions", Kind::SumNotHundred(text("99.9999"))),
        (|d| only(d).indicators = with_rest(), "dimensions[0].indicators", Kind::SumNotHundred(text("100"))),
        (
            |d| first(d).scale = "?".into(),
            "dimensions[0].indicators[0].scale",
            Kind::UnknownReference(text("?")),
        ),
        (
            |d| first(d).panel = "?".into(),
            "dimensions[0].indicators[0].panel",
            Kind::UnknownReference(text("?")),
        ),
        (|d| d.rounding.sources = vec!["?".into()], "rounding.sources", Kind::UnknownReference(text("?"))),
        (
            |d| d.scales[3].provenance.sources = vec!["?".into()],
            "scales[3].sources",
            Kind::UnknownReference(text("?")),
        ),
        (pemda_source, "pemda.sources", Kind::UnknownReference(text("?"))),
        (mode_source, "modes[0].sources", Kind::UnknownReference(text("?"))),
        (weight_source, "dimensions[0].weight.sources", Kind::UnknownReference(text("?"))),
        (unknown_subtotal, "subtotals[0].dimensions", Kind::UnknownReference(text("?"))),
        (silent_levels, "dimensions[0].indicators[0].levels", Kind::LevelsMismatch),
        (|d| d.dimensions = many(MAX_DIMENSIONS + 1, 1), "dimensions", Kind::TooMany(MAX_DIMENSIONS)),
        (|d| d.dimensions = many(1, MAX_INDICATORS + 1), "dimensions", Kind::TooMany(MAX_INDICATORS)),
    ]
}

fn first(draft: &mut Draft) -> &mut swanilai::domain::rubric::Indicator {
    let indicator = &mut draft.dimensions[0].indicators[0];
    indicator.weight.get_or_insert_with(unpublished);
    indicator
}

fn only(draft: &mut Draft) -> &mut swanilai::domain::rubric::Dimension {
    draft.dimensions.truncate(1);
    draft.subtotals.clear();
    &mut draft.dimensions[0]
}

fn last_band(draft: &Draft) -> usize {
    draft.categories.items.len() - 1
}

fn bound(draft: &mut Draft, at: usize, hundredths: i64) {
    draft.categories.items[at].bound = swanilai::domain::number::Score::from_hundredths(hundredths);
}

fn zone(draft: &mut Draft, at: usize, zone: Option<Zone>) {
    draft.categories.items[at].zone = zone;
}

fn value(draft: &mut Draft, value: &str) {
    first(draft).weight = Some(published(value));
}

fn inner_bounds(draft: &mut Draft, low: &str, high: &str) {
    let weight = first(draft).weight.as_mut().expect("a weight");
    weight.bounds = Some((decimal(low), decimal(high)));
}

/// One firm weight of all there is, and one that shares the nothing left.
fn with_rest() -> Vec<swanilai::domain::rubric::Indicator> {
    let mut two = items("x", 2, "0-4");
    two[0].weight = Some(published("100"));
    two
}

fn repeat(draft: &mut Draft) {
    let twin = first(draft).clone();
    draft.dimensions[0].indicators.insert(1, twin);
}

fn add_dimension(draft: &mut Draft, id: &str) {
    draft.dimensions.insert(1, dimension(id, unpublished(), items("x", 1, "0-4")));
}

fn pemda_source(draft: &mut Draft) {
    let PemdaRule::SimpleMean(provenance) = &mut draft.pemda else { return };
    provenance.sources.push("?".into());
}

fn mode_source(draft: &mut Draft) {
    let mut mode = per_criterion();
    mode.provenance.sources.push("?".into());
    draft.modes = vec![mode];
}

fn weight_source(draft: &mut Draft) {
    draft.dimensions[0].weight.provenance.sources.push("?".into());
}

fn unknown_subtotal(draft: &mut Draft) {
    draft.subtotals = vec![Subtotal { id: "sub".into(), name: "".into(), dimensions: vec!["?".into()] }];
}

/// A scale whose levels nobody words, neither for all nor for the one indicator.
fn silent_levels(draft: &mut Draft) {
    let mut silent: Scale = levels("x", &["0", "1"]);
    if let swanilai::domain::rubric::ScaleKind::Levels(levels) = &mut silent.kind {
        levels[0].text = "".into();
    }
    draft.scales.push(silent);
    let indicator = first(draft);
    indicator.scale = "x".into();
    indicator.levels.clear();
}

fn many(dimensions: usize, each: usize) -> Vec<swanilai::domain::rubric::Dimension> {
    let one = |at: usize| dimension(&format!("d{at}"), unpublished(), items(&format!("d{at}i"), each, "0-4"));
    (0..dimensions).map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_broken_is_refused_by_its_path(
        mut draft in drafts(SCALES.len()),
        at in any::<prop::sample::Index>(),
    ) {
        draft.maximum = Decimal::whole(100);
        draft.categories = ombudsman_bands();
        prop_assert!(Rubric::new(draft.clone()).is_ok());
        let breaks = breaks();
        let (change, path, kind) = &breaks[at.index(breaks.len())];
        change(&mut draft);
        let found = Rubric::new(draft).expect_err("broken");
        prop_assert!(found.contains(&Problem::new(*path, kind.clone())), "{path} {kind:?} not in {found:?}");
    }
}

#[test]
fn every_way_to_break_a_sound_instrument_is_tried_at_least_once() {
    let sound = || {
        let mut made = draft(
            SCALES.map(|id| levels(id, &["0", "100"])).into(),
            vec![dimension("d0", published("100"), items("d0i", 3, "0-4"))],
        );
        made.dimensions[0].indicators[0].id = "d0i0".into();
        made.panels = ["produk", "petugas", "pengadu"]
            .map(|id| panel(id, swanilai::domain::rubric::SampleKind::Product))
            .into();
        made
    };
    assert_eq!(Rubric::new(sound()).err(), None);
    for (change, path, kind) in breaks() {
        let mut broken = sound();
        change(&mut broken);
        let found = Rubric::new(broken).expect_err(path);
        assert!(found.contains(&Problem::new(path, kind.clone())), "{path} {kind:?} not in {found:?}");
    }
}

#[test]
fn every_problem_is_told_at_once() {
    let mut made = draft(vec![levels("0-4", &["0", "4"])], vec![]);
    made.dimensions = vec![dimension("d e", published("90"), items("a", 1, "0-5"))];
    made.maximum = Decimal::ZERO;
    let found = Rubric::new(made).expect_err("broken");
    let paths: Vec<_> = found.iter().map(|problem| problem.path.as_str()).collect();
    for path in ["result.maximum", "dimensions[0].id", "dimensions", "dimensions[0].indicators[0].scale"] {
        assert!(paths.contains(&path), "{path} not in {paths:?}");
    }
}

#[test]
fn scales_of_any_kind_may_stand_side_by_side() {
    let scales =
        vec![levels("0-3", &["0", "3"]), continuous("persen", "0", "100"), levels("0-7", &["0", "7"])];
    let made = draft(scales, vec![dimension("d", published("100"), items("a", 1, "0-3"))]);
    assert_eq!(Rubric::new(made).err(), None);
}
