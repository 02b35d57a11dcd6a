//! Dimensions and indicators of a rubric file.
//!
//! Invariant: the order of the file is the order of the form.

use super::rules::{basis, basis_or, provenance};
use super::{LONGEST, members, optional, text};
use crate::domain::number::Decimal;
use crate::domain::problem::Kind;
use crate::domain::rubric::{
    Assessed, Basis, Components, CriterionText, Dimension, HEAVY, Indicator, LIGHT, Level, LevelsBasis,
    MEDIUM, Provenance, Step, StepKind, Walk, Weight,
};
use crate::format::json::item;
use crate::format::shape::{Fields, Found, as_decimal};

const ASSESSED: &[(&str, Assessed)] = &[
    ("interview", Assessed::Interview),
    ("observation", Assessed::Observation),
    ("document", Assessed::Document),
    ("survey", Assessed::Survey),
    ("secondary", Assessed::Secondary),
];
pub(crate) const STEP_KINDS: &[(&str, StepKind)] = &[
    ("administrative", StepKind::Administrative),
    ("decree", StepKind::Decree),
    ("physical", StepKind::Physical),
    ("budget", StepKind::Budget),
];
const EFFORTS: &[(&str, u16)] = &[("light", LIGHT), ("medium", MEDIUM), ("heavy", HEAVY)];
const LEVELS_BASES: &[(&str, LevelsBasis)] =
    &[("official", LevelsBasis::Official), ("own", LevelsBasis::Own), ("shared", LevelsBasis::Shared)];

/// The weighted parts.
pub fn dimensions(fields: &Fields<'_>, found: &mut Found) -> Vec<Dimension> {
    let mut dimensions = Vec::new();
    fields.each("dimensions", found, &mut |dimension, found| {
        dimension.note_unknown(members::DIMENSION, found);
        let mut indicators = Vec::new();
        dimension.each("indicators", found, &mut |each, found| {
            indicators.push(indicator(each, found));
        });
        dimensions.push(Dimension {
            id: text(dimension, "id", found),
            name: text(dimension, "name", found),
            weight: weight(dimension, found),
            indicators,
        });
    });
    dimensions
}

fn indicator(fields: &Fields<'_>, found: &mut Found) -> Indicator {
    fields.note_unknown(members::INDICATOR, found);
    let levels = levels(fields, found);
    // Only worded levels have to say who worded them.
    let levels_basis = if levels.is_empty() {
        fields.word("levelsBasis", LEVELS_BASES, found).unwrap_or(LevelsBasis::Shared)
    } else {
        fields.need_word("levelsBasis", LEVELS_BASES, LevelsBasis::Own, found)
    };
    Indicator {
        id: text(fields, "id", found),
        name: text(fields, "name", found),
        variable: optional(fields, "variable", found),
        weight: fields.flag("scored", true, found).then(|| weight(fields, found)),
        scale: text(fields, "scale", found),
        question: text(fields, "question", found),
        hint: optional(fields, "hint", found),
        why: text(fields, "why", found),
        assessed: fields.need_word("assessed", ASSESSED, Assessed::Document, found),
        levels,
        levels_basis,
        evidence: fields.texts("evidence", LONGEST, found),
        criteria: criteria(fields, found),
        not_applicable: fields.flag("notApplicable", false, found),
        panel: optional(fields, "panel", found),
        always_assumed: fields.flag("assumed", false, found),
        of_pemda: fields.word("level", &[("unit", false), ("pemda", true)], found).unwrap_or(false),
        applies_to: fields.texts("appliesTo", LONGEST, found),
        basis: basis_or(fields, Basis::Published, found),
        note: optional(fields, "note", found),
        step: step(fields, found),
        components: components(fields, found),
        walk: walk(fields, found),
        not_above: optional(fields, "notAbove", found),
    }
}

/// What it takes to raise the answer.
fn step(fields: &Fields<'_>, found: &mut Found) -> Step {
    let Some(step) = fields.object_or_none("step", found) else { return Step::default() };
    step.note_unknown(members::STEP, found);
    Step {
        kind: step.word("kind", STEP_KINDS, found),
        effort: step.word("effort", EFFORTS, found),
        paper_only: step.flag("paperOnly", false, found),
        gain: optional(&step, "gain", found),
    }
}

/// Parts to be named or found, and how many each level asks.
fn components(fields: &Fields<'_>, found: &mut Found) -> Components {
    let Some(own) = fields.object_or_none("components", found) else { return Components::default() };
    own.note_unknown(members::COMPONENTS, found);
    let path = own.path("least");
    let mut least = Vec::new();
    for (at, json) in own.list("least", found).iter().enumerate() {
        let count = as_decimal(json, &item(&path, at), found).map(Decimal::ten_thousandths);
        match count.filter(|count| count % 10_000 == 0).and_then(|count| usize::try_from(count / 10_000).ok())
        {
            Some(count) => least.push(count),
            None => found.refuse(&item(&path, at), Kind::NumberOutOfRange),
        }
    }
    Components { items: own.texts("items", LONGEST, found), least }
}

/// The levels that seeing it published points to.
fn walk(fields: &Fields<'_>, found: &mut Found) -> Option<Walk> {
    let own = fields.object_or_none("walk", found)?;
    own.note_unknown(members::WALK, found);
    Some(Walk {
        flawed: own.need_decimal("flawed", found),
        one: own.need_decimal("one", found),
        both: own.need_decimal("both", found),
    })
}

fn levels(fields: &Fields<'_>, found: &mut Found) -> Vec<Level> {
    let mut levels = Vec::new();
    fields.each("levels", found, &mut |level, found| {
        level.note_unknown(members::LEVEL, found);
        levels.push(Level { value: level.need_decimal("value", found), text: text(level, "text", found) });
    });
    levels
}

fn criteria(fields: &Fields<'_>, found: &mut Found) -> Vec<CriterionText> {
    let mut criteria = Vec::new();
    fields.each("criteria", found, &mut |criterion, found| {
        criterion.note_unknown(members::CRITERION, found);
        criteria.push(CriterionText {
            id: text(criterion, "id", found),
            text: text(criterion, "text", found),
            evidence: criterion.texts("evidence", LONGEST, found),
            basis: basis(criterion, found),
        });
    });
    criteria
}

/// A weight: fixed, moving about a value, or a share of the rest.
fn weight(fields: &Fields<'_>, found: &mut Found) -> Weight {
    if fields.member("weight").is_none() {
        fields.refuse("weight", Kind::Missing("weight"), found);
        let provenance = Provenance { basis: Basis::Unpublished, sources: Vec::new() };
        return Weight { value: None, bounds: None, provenance };
    }
    let weight = fields.object("weight", found);
    weight.note_unknown(members::WEIGHT, found);
    let bounds = match weight.list("bounds", found) {
        [] => None,
        [low, high] => {
            let path = weight.path("bounds");
            let low = as_decimal(low, &item(&path, 0), found);
            let high = as_decimal(high, &item(&path, 1), found);
            low.zip(high)
        }
        _ => {
            weight.refuse("bounds", Kind::BoundsCannotHold, found);
            None
        }
    };
    Weight { value: weight.decimal("value", found), bounds, provenance: provenance(&weight, found) }
}
