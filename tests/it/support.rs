//! Instruments and answers in a few words.
//!
//! Invariant: what is not named by a caller is empty, published, and allowed.
#![allow(dead_code, clippy::expect_used, reason = "shared by tests and the benchmark; each uses a part")]

use std::rc::Rc;

use swanilai::domain::Text;
use swanilai::domain::assessment::{Answer, Assessment, Choice, Sample};
use swanilai::domain::number::{Decimal, Score};
use swanilai::domain::rubric::{
    Assessed, Basis, Components, CriterionText, Dimension, Draft, Indicator, LevelsBasis, Mode, ModeText,
    Panel, PemdaRule, Provenance, Rubric, RubricStatus, SampleKind, Scale, ScaleKind, ScaleLevel, Step,
    Terms, Weight,
};
use swanilai::domain::zone::{Categories, Category, Comparison, Zone};

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect("a decimal")
}

pub fn provenance() -> Provenance {
    Provenance { basis: Basis::Published, sources: Vec::new() }
}

pub fn weight(value: Option<&str>, bounds: Option<(&str, &str)>) -> Weight {
    let bounds = bounds.map(|(low, high)| (decimal(low), decimal(high)));
    Weight { value: value.map(decimal), bounds, provenance: provenance() }
}

pub fn published(value: &str) -> Weight {
    weight(Some(value), None)
}

pub fn inferred(value: &str) -> Weight {
    weight(Some(value), Some(("0.5", "2")))
}

pub fn unpublished() -> Weight {
    weight(None, Some(("0.5", "2")))
}

pub fn levels(id: &str, values: &[&str]) -> Scale {
    let level = |value: &&str| ScaleLevel {
        value: decimal(value),
        code: Text::default(),
        text: "ada".into(),
        up_to: None,
    };
    let kind = ScaleKind::Levels(values.iter().map(level).collect());
    Scale { id: id.into(), kind, provenance: provenance() }
}

pub fn continuous(id: &str, minimum: &str, maximum: &str) -> Scale {
    let (minimum, maximum) = (decimal(minimum), decimal(maximum));
    let kind = ScaleKind::Continuous { minimum, maximum, unit: Text::default() };
    Scale { id: id.into(), kind, provenance: provenance() }
}

/// An indicator that may be *tidak relevan*, without panel, criteria or evidence.
pub fn item(id: &str, weight: Weight, scale: &str) -> Indicator {
    Indicator {
        id: id.into(),
        name: id.into(),
        variable: Text::default(),
        weight: Some(weight),
        scale: scale.into(),
        question: Text::default(),
        hint: Text::default(),
        why: Text::default(),
        assessed: Assessed::Document,
        levels: Vec::new(),
        levels_basis: LevelsBasis::Shared,
        evidence: Vec::new(),
        criteria: Vec::new(),
        not_applicable: true,
        panel: Text::default(),
        always_assumed: false,
        of_pemda: false,
        applies_to: Vec::new(),
        basis: Basis::Published,
        note: Text::default(),
        step: Step::default(),
        components: Components::default(),
        walk: None,
        not_above: Text::default(),
    }
}

/// `count` indicators of unpublished weight: `a1`, `a2` ...
pub fn items(prefix: &str, count: usize, scale: &str) -> Vec<Indicator> {
    (1..=count).map(|at| item(&format!("{prefix}{at}"), unpublished(), scale)).collect()
}

pub fn criterion(id: &str) -> CriterionText {
    CriterionText { id: id.into(), text: id.into(), evidence: Vec::new(), basis: Basis::Published }
}

pub fn dimension(id: &str, weight: Weight, indicators: Vec<Indicator>) -> Dimension {
    Dimension { id: id.into(), name: id.into(), weight, indicators }
}

pub fn panel(id: &str, kind: SampleKind) -> Panel {
    Panel { id: id.into(), kind, name: id.into(), count: 2, provenance: provenance() }
}

pub fn sample(id: &str, kind: SampleKind, panel: &str) -> Sample {
    Sample { id: id.into(), kind, panel: panel.into(), name: id.into(), kept: Vec::new() }
}

pub fn per_criterion() -> ModeText {
    ModeText { mode: Mode::PerCriterion, name: "rata-rata".into(), provenance: provenance() }
}

/// Bands by id, lower bound in hundredths and zone, highest first.
pub fn bands(comparison: Comparison, items: &[(&str, i64, Option<Zone>)]) -> Categories {
    let band = |(id, bound, zone): &(&str, i64, Option<Zone>)| Category {
        id: (*id).into(),
        bound: Score::from_hundredths(*bound),
        zone: *zone,
        unit_name: Text::default(),
        pemda_name: Text::default(),
        meaning: Text::default(),
        basis: Basis::Published,
    };
    Categories { comparison, provenance: provenance(), items: items.iter().map(band).collect() }
}

pub fn ombudsman_bands() -> Categories {
    let (green, yellow, red) = (Some(Zone::Hijau), Some(Zone::Kuning), Some(Zone::Merah));
    let items =
        [("A", 8800, green), ("B", 7800, green), ("C", 5400, yellow), ("D", 3200, red), ("E", 0, red)];
    bands(Comparison::AtLeast, &items)
}

pub fn sakip_bands() -> Categories {
    let items = [("AA", 9000), ("A", 8000), ("BB", 7000), ("B", 6000), ("CC", 5000), ("C", 3000), ("D", 0)];
    bands(Comparison::Above, &items.map(|(id, bound)| (id, bound, None)))
}

/// An instrument of 100 points, read with the bands of the Ombudsman.
pub fn draft(scales: Vec<Scale>, dimensions: Vec<Dimension>) -> Draft {
    let empty = Text::default;
    let terms = Terms {
        dimension: empty(),
        indicator: empty(),
        category: empty(),
        own: empty(),
        verified: empty(),
        official: empty(),
    };
    Draft {
        id: "uji".into(),
        version: "1.0.0".into(),
        name: empty(),
        short_name: empty(),
        issuer: empty(),
        year_from: 2023,
        year_to: None,
        legal_basis: empty(),
        status: RubricStatus::Current,
        fillable: true,
        use_note: empty(),
        known: Vec::new(),
        unknown: Vec::new(),
        limits: Vec::new(),
        terms,
        sources: Vec::new(),
        maximum: Decimal::whole(100),
        maximum_provenance: provenance(),
        rounding: provenance(),
        pemda: PemdaRule::SimpleMean(provenance()),
        categories: ombudsman_bands(),
        subtotals: Vec::new(),
        panels: Vec::new(),
        modes: Vec::new(),
        maps: Vec::new(),
        scales,
        dimensions,
    }
}

pub fn rubric(draft: Draft) -> Rubric {
    Rubric::new(draft).expect("a sound rubric")
}

pub fn level(text: &str) -> Choice {
    Choice::Level(decimal(text))
}

pub fn value(text: &str) -> Choice {
    Choice::Value(decimal(text))
}

/// Changes the answer to one indicator and gives back what the change tells.
pub fn edit<T>(assessment: &mut Assessment, id: &str, change: impl FnOnce(&mut Answer) -> T) -> T {
    let mut answer = assessment.answers.remove(id).unwrap_or_default();
    let changed = change(Rc::make_mut(&mut answer));
    assessment.answers.insert(id.into(), answer);
    changed
}

pub fn answered(choices: &[(&str, Choice)]) -> Assessment {
    let mut assessment = Assessment::default();
    for (id, choice) in choices {
        edit(&mut assessment, id, |answer| answer.choice = Some(*choice));
    }
    assessment
}
