//! The digest of the scoring rules of an instrument.
//!
//! Invariant: two instruments that give every assessment the same result have the same digest whatever
//! they say in words; ids, weights, bounds, scales and rules all enter it.

use super::rules::{KINDS, MODES};
use crate::domain::rubric::{Indicator, PemdaRule, Rubric, Scale, ScaleKind, Weight};
use crate::domain::zone::Comparison;
use crate::format::json::{Json, canonical};
use crate::format::sha256;

/// SHA-256, in hex, over the canonical form of everything that decides a score.
#[must_use]
pub fn digest(rubric: &Rubric) -> String {
    // Weights that an office has entered are its own: the instrument stays the one it is.
    rubric.digest(|rubric| sha256(&canonical(&scoring(&rubric.shipped()))).into()).to_string()
}

fn object(members: Vec<(&str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn word<T: PartialEq>(words: &[(&str, T)], value: &T) -> Json {
    Json::text(words.iter().find(|(_, own)| own == value).map_or("", |(word, _)| word))
}

fn scoring(rubric: &Rubric) -> Json {
    let bands = rubric.categories.items.iter().map(|category| {
        object(vec![
            ("id", Json::text(&category.id)),
            ("bound", Json::number(category.bound)),
            ("zone", category.zone.map_or(Json::Null, |zone| Json::text(zone.word()))),
        ])
    });
    let panels = rubric.panels.iter();
    let panels = panels.map(|p| object(vec![("id", Json::text(&p.id)), ("kind", word(KINDS, &p.kind))]));
    let modes = rubric.modes.iter().map(|offered| word(MODES, &offered.mode));
    let dimensions = rubric.dimensions.iter().map(|dimension| {
        let indicators = dimension.indicators.iter().map(|indicator| question(rubric, indicator));
        object(vec![
            ("id", Json::text(&dimension.id)),
            ("weight", weight(&dimension.weight)),
            ("indicators", Json::List(indicators.collect())),
        ])
    });
    object(vec![
        ("id", Json::text(&rubric.id)),
        ("maximum", Json::number(rubric.maximum)),
        (
            "comparison",
            Json::text(match rubric.categories.comparison {
                Comparison::AtLeast => "atLeast",
                Comparison::Above => "above",
            }),
        ),
        ("categories", Json::List(bands.collect())),
        (
            "pemda",
            Json::text(match rubric.pemda {
                PemdaRule::SimpleMean(_) => "simpleMean",
                PemdaRule::Refused { .. } => "refused",
            }),
        ),
        ("panels", Json::List(panels.collect())),
        ("modes", Json::List(modes.collect())),
        ("dimensions", Json::List(dimensions.collect())),
    ])
}

fn question(rubric: &Rubric, indicator: &Indicator) -> Json {
    let criteria = indicator.criteria.iter().map(|criterion| Json::text(&criterion.id));
    object(vec![
        ("id", Json::text(&indicator.id)),
        ("weight", indicator.weight.as_ref().map_or(Json::Null, weight)),
        ("scale", rubric.scale_of(indicator).map_or(Json::Null, scale)),
        ("notApplicable", Json::Bool(indicator.not_applicable)),
        ("panel", Json::text(&indicator.panel)),
        ("criteria", Json::List(criteria.collect())),
    ])
}

fn weight(weight: &Weight) -> Json {
    let bounds = weight.bounds.map(|(low, high)| Json::List(vec![Json::number(low), Json::number(high)]));
    object(vec![
        ("value", weight.value.map_or(Json::Null, Json::number)),
        ("bounds", bounds.unwrap_or(Json::Null)),
    ])
}

fn scale(scale: &Scale) -> Json {
    match &scale.kind {
        ScaleKind::Levels(levels) => {
            Json::List(levels.iter().map(|level| Json::number(level.value)).collect())
        }
        ScaleKind::Continuous { minimum, maximum, .. } => {
            object(vec![("minimum", Json::number(minimum)), ("maximum", Json::number(maximum))])
        }
    }
}
