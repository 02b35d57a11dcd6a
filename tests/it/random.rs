//! Random instruments and assessments, small enough for the oracle.
//!
//! Invariant: every instrument made here passes `Rubric::new`; assessments may hold anything at all.

use proptest::collection::vec;
use proptest::prelude::*;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Evidence, EvidenceState, Met};
use swanilai::domain::number::Decimal;
use swanilai::domain::rubric::{Draft, Indicator, Mode, SampleKind, Subtotal, Weight};

use super::support::{
    bands, continuous, criterion, dimension, draft, edit, item, levels, ombudsman_bands, panel,
    per_criterion, provenance, sakip_bands, sample,
};

/// Scales from nought, then two that start above it.
pub const SCALES: [&str; 6] = ["0-4", "predikat", "0-5", "persen", "1-4", "25-100"];
/// How many of them begin at nought.
pub const FROM_NOUGHT: usize = 4;
const PANELS: [&str; 4] = ["", "produk", "petugas", "pengadu"];
const SAMPLES: [(&str, SampleKind, &str); 6] = [
    ("s0", SampleKind::Product, "produk"),
    ("s1", SampleKind::Product, ""),
    ("s2", SampleKind::Respondent, "petugas"),
    ("s3", SampleKind::Respondent, ""),
    ("s4", SampleKind::Respondent, "pengadu"),
    ("s5", SampleKind::Product, "pengadu"),
];

/// How a weight is drawn: its part of the group, its kind, and bounds in hundredths.
pub type WeightSeed = (i64, u8, i64, i64);
/// How an indicator is drawn: scale, panel, criteria, evidence; whether it may leave, is always assumed, is unscored.
pub type IndicatorSeed = (usize, usize, usize, usize, (bool, bool, bool));
/// How an instrument is drawn: dimensions, reading, whether it offers criteria, subtotals.
pub type DraftSeed = (Vec<(WeightSeed, Vec<(IndicatorSeed, WeightSeed)>)>, u8, bool, Vec<Vec<bool>>);
/// How answers are drawn: one for each indicator, where it is there; samples; two switches.
pub type AnswersSeed = (Vec<(bool, Seeds)>, Vec<bool>, bool, bool);

fn weight_seed() -> impl Strategy<Value = WeightSeed> {
    (1_i64..1_000, 0_u8..5, 1_i64..=100, prop_oneof![3 => 100_i64..=300, 1 => 100_i64..=10_000])
}

/// Weights that sum to 100: valued ones get their part of the whole, the others share the rest.
fn weights(seeds: &[WeightSeed]) -> Vec<Weight> {
    let is_valued = |kind: u8| kind < 2;
    let all: i64 = seeds.iter().map(|(part, ..)| part).sum();
    let mut left = 1_000_000;
    let lone = seeds.iter().all(|(_, kind, ..)| is_valued(*kind));
    let last = seeds.len() - 1;
    let each = |(at, (part, kind, low, high)): (usize, &WeightSeed)| {
        let mut value = 1_000_000 * part / all;
        if lone && at == last {
            value = left;
        }
        left -= value;
        let bounds = match kind {
            0 | 4 => None,
            2 => Some((50, 200)),
            _ => Some((*low, *high)),
        };
        Weight {
            value: is_valued(*kind).then(|| Decimal::from_ten_thousandths(value)),
            bounds: bounds.map(|(low, high)| {
                (Decimal::from_ten_thousandths(low * 100), Decimal::from_ten_thousandths(high * 100))
            }),
            provenance: provenance(),
        }
    };
    seeds.iter().enumerate().map(each).collect()
}

/// An indicator without its weight and id.
fn indicator(seed: IndicatorSeed) -> Indicator {
    let (scale, panel, criteria, evidence, (may_leave, always_assumed, unscored)) = seed;
    let weight = Weight { value: None, bounds: None, provenance: provenance() };
    let mut indicator = item("", weight, SCALES[scale % SCALES.len()]);
    indicator.weight = indicator.weight.filter(|_| !unscored);
    indicator.panel = PANELS[panel % PANELS.len()].into();
    indicator.criteria = (0..criteria).map(|at| criterion(&format!("k{at}"))).collect();
    indicator.evidence = (0..evidence).map(|at| format!("dokumen {at}").into()).collect();
    indicator.not_applicable = may_leave;
    indicator.always_assumed = always_assumed;
    indicator
}

fn indicator_seed(scales: usize) -> impl Strategy<Value = IndicatorSeed> {
    let flags = (prop::bool::weighted(0.8), prop::bool::weighted(0.15), prop::bool::weighted(0.1));
    (0..scales, 0..PANELS.len(), 0_usize..3, 0_usize..3, flags)
}

/// An instrument of one to four dimensions with one to five indicators each.
pub fn drafts(scales: usize) -> impl Strategy<Value = Draft> {
    let inner = vec((indicator_seed(scales), weight_seed()), 1..=5);
    (vec((weight_seed(), inner), 1..=4), 0_u8..3, any::<bool>(), vec(vec(any::<bool>(), 4), 0..3))
        .prop_map(drawn)
}

/// The instrument that a seed stands for.
pub fn drawn((groups, reading, offers_criteria, subtotals): DraftSeed) -> Draft {
    let outer = weights(&groups.iter().map(|(seed, _)| *seed).collect::<Vec<_>>());
    let mut dimensions = Vec::new();
    for (place, ((_, inner), outer)) in groups.into_iter().zip(outer).enumerate() {
        let (drawn, seeds): (Vec<_>, Vec<_>) = inner.into_iter().unzip();
        let mut indicators: Vec<Indicator> = drawn.into_iter().map(indicator).collect();
        if !indicators.iter().any(Indicator::is_scored) {
            indicators[0].weight = Some(outer.clone());
        }
        let scored = indicators.iter().map(Indicator::is_scored).collect::<Vec<_>>();
        let seeds: Vec<_> = seeds.into_iter().zip(scored).filter(|(_, s)| *s).map(|(s, _)| s).collect();
        let mut inner = weights(&seeds).into_iter();
        for (at, indicator) in indicators.iter_mut().enumerate() {
            indicator.id = format!("d{place}i{at}").into();
            indicator.weight = indicator.weight.as_ref().and_then(|_| inner.next());
        }
        dimensions.push(dimension(&format!("d{place}"), outer, indicators));
    }
    let mut made = draft(scales_of(), dimensions);
    made.panels = vec![
        panel("produk", SampleKind::Product),
        panel("petugas", SampleKind::Respondent),
        panel("pengadu", SampleKind::Respondent),
    ];
    if offers_criteria {
        made.modes = vec![per_criterion()];
    }
    let ids: Vec<_> = made.dimensions.iter().map(|d| d.id.clone()).collect();
    let subtotal = |(at, inside): (usize, Vec<bool>)| Subtotal {
        id: format!("s{at}").into(),
        name: "".into(),
        dimensions: ids.iter().zip(inside).filter(|(_, inside)| *inside).map(|(id, _)| id.clone()).collect(),
    };
    made.subtotals = subtotals.into_iter().enumerate().map(subtotal).collect();
    match reading {
        0 => made.categories = ombudsman_bands(),
        1 => made.categories = sakip_bands(),
        _ => {
            made.maximum = Decimal::whole(5);
            made.categories =
                bands(made.categories.comparison, &[("A", 451, None), ("B", 351, None), ("F", 0, None)]);
        }
    }
    made
}

fn scales_of() -> Vec<swanilai::domain::rubric::Scale> {
    vec![
        levels(SCALES[0], &["0", "1", "2", "3", "4"]),
        levels(SCALES[1], &["0", "30", "50", "60", "70", "80", "90", "100"]),
        continuous(SCALES[2], "0", "5"),
        continuous(SCALES[3], "0", "100"),
        levels(SCALES[4], &["1", "2.5", "4"]),
        continuous(SCALES[5], "25", "100"),
    ]
}

/// A number on the scale, as the answer it takes.
pub fn on_scale(scale: &str, seed: i64) -> Choice {
    let whole = |number: i32| Choice::Level(Decimal::whole(number));
    let pick = |numbers: &[i32]| whole(numbers[usize::try_from(seed).unwrap_or(0) % numbers.len()]);
    let between = |low: i64, high: i64| {
        Choice::Value(Decimal::from_ten_thousandths(low + seed * 7_919 % (high - low + 1)))
    };
    match scale {
        "0-4" => pick(&[0, 1, 2, 3, 4]),
        "predikat" => pick(&[0, 30, 50, 60, 70, 80, 90, 100]),
        "0-5" => between(0, 50_000),
        "persen" => between(0, 1_000_000),
        "1-4" => [whole(1), Choice::Level(Decimal::from_ten_thousandths(25_000)), whole(4)]
            [usize::try_from(seed).unwrap_or(0) % 3],
        _ => between(250_000, 1_000_000),
    }
}

/// How one question is answered: kind, and a seed for the number.
pub type AnswerSeed = (u8, i64);

fn answer_seed() -> impl Strategy<Value = AnswerSeed> {
    (prop_oneof![3 => Just(0_u8), 6 => Just(1_u8), 2 => Just(2_u8), 1 => Just(3_u8)], 0_i64..100_000)
}

fn choice(scale: &str, (kind, seed): AnswerSeed) -> Option<Choice> {
    match kind {
        0 => None,
        1 => Some(on_scale(scale, seed)),
        2 => Some(Choice::NotApplicable),
        _ => Some(Choice::Level(Decimal::from_ten_thousandths(seed * 13))),
    }
}

/// Everything answered for one indicator, by seeds.
pub type Seeds = ((AnswerSeed, bool), Vec<AnswerSeed>, Vec<u8>, (bool, Vec<u8>));

fn seeds() -> impl Strategy<Value = Seeds> {
    let alone = (answer_seed(), prop::bool::weighted(0.6));
    let evidence = (prop::bool::weighted(0.2), vec(0_u8..4, 3));
    (alone, vec(answer_seed(), SAMPLES.len()), vec(0_u8..5, 3), evidence)
}

fn write(answer: &mut Answer, indicator: &Indicator, seeds: &Seeds) {
    let ((alone, is_alone), samples, criteria, (assumed, evidence)) = seeds;
    answer.choice = choice(&indicator.scale, *alone).filter(|_| *is_alone);
    for ((id, ..), seed) in SAMPLES.iter().zip(samples) {
        if let Some(choice) = choice(&indicator.scale, *seed) {
            answer.samples.insert((*id).into(), choice);
        }
    }
    for (criterion, met) in indicator.criteria.iter().zip(criteria) {
        let met = match met {
            0 | 1 => Met::Yes,
            2 => Met::Partly,
            3 => Met::No,
            _ => continue,
        };
        answer.criteria.insert(criterion.id.clone(), met);
    }
    answer.assumed = *assumed;
    for (at, state) in evidence.iter().enumerate() {
        let valid_until = ["", "2026-11-21", "", "2026-11-20"][usize::from(*state)].into();
        let state = if *state == 2 { EvidenceState::Mismatch } else { EvidenceState::Good };
        let asked = format!("dokumen {at}").into();
        answer.evidence.push(Evidence { asked, state, valid_until, ..Evidence::default() });
    }
}

/// An instrument and answers to it, with scales numbered below `scales`.
pub fn cases(scales: usize) -> impl Strategy<Value = (Draft, Assessment)> {
    let answers = vec((prop::bool::weighted(0.85), seeds()), 20);
    let answers = (answers, vec(any::<bool>(), SAMPLES.len()), any::<bool>(), any::<bool>());
    (drafts(scales), answers).prop_map(|(draft, answers)| {
        let assessment = answered(&draft, answers);
        (draft, assessment)
    })
}

/// The answers that a seed stands for.
pub fn answered(draft: &Draft, (answers, samples, per_criterion, with_samples): AnswersSeed) -> Assessment {
    let updated_at = "2026-11-21T10:42:00+07:00".into();
    let mut assessment = Assessment { updated_at, ..Assessment::default() };
    if per_criterion {
        assessment.mode = Mode::PerCriterion;
    }
    for ((id, kind, panel), there) in SAMPLES.iter().zip(samples) {
        if there && with_samples {
            assessment.samples.push(sample(id, *kind, panel));
        }
    }
    let indicators = draft.dimensions.iter().flat_map(|dimension| &dimension.indicators);
    for (indicator, (there, seeds)) in indicators.zip(&answers) {
        if *there {
            edit(&mut assessment, &indicator.id, |answer| write(answer, indicator, seeds));
        }
    }
    assessment
}
