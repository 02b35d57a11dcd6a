//! The rules of a rubric file: result, bands, panels, modes and scales.
//!
//! Invariant: only rules the domain can hold come through; any other rule is a problem, never a guess.

use super::{LONGEST, members, optional, text};
use crate::domain::map::Map;
use crate::domain::number::{Decimal, Score};
use crate::domain::problem::Kind;
use crate::domain::rubric::{
    Basis, Correspondence, MAX_SAMPLES, Mode, ModeText, Panel, PemdaRule, Provenance, SampleKind, Scale,
    ScaleKind, ScaleLevel,
};
use crate::domain::zone::{Categories, Category, Comparison, Zone};
use crate::format::shape::{Fields, Found, as_text};

const BASES: &[(&str, Basis)] =
    &[("published", Basis::Published), ("inferred", Basis::Inferred), ("unpublished", Basis::Unpublished)];
const ZONES: &[(&str, Zone)] = &[("hijau", Zone::Hijau), ("kuning", Zone::Kuning), ("merah", Zone::Merah)];

/// The words of a kind of sample, in rubrics and documents alike.
pub(crate) const KINDS: &[(&str, SampleKind)] =
    &[("product", SampleKind::Product), ("respondent", SampleKind::Respondent)];
/// The words of a mode, in rubrics and documents alike.
pub(crate) const MODES: &[(&str, Mode)] =
    &[("perLevel", Mode::PerLevel), ("perCriterion", Mode::PerCriterion)];

/// A basis that must be there.
pub fn basis(fields: &Fields<'_>, found: &mut Found) -> Basis {
    fields.need_word("basis", BASES, Basis::Unpublished, found)
}

/// A basis that stands for `absent` where it is not there.
pub fn basis_or(fields: &Fields<'_>, absent: Basis, found: &mut Found) -> Basis {
    fields.word("basis", BASES, found).unwrap_or(absent)
}

/// Basis and sources.
pub fn provenance(fields: &Fields<'_>, found: &mut Found) -> Provenance {
    Provenance { basis: basis(fields, found), sources: fields.texts("sources", LONGEST, found) }
}

/// The highest result.
pub fn result(fields: &Fields<'_>, found: &mut Found) -> (Decimal, Provenance) {
    let result = fields.object("result", found);
    result.note_unknown(members::RESULT, found);
    (result.need_decimal("maximum", found), provenance(&result, found))
}

/// Two places, half up: the only rule there is.
pub fn rounding(fields: &Fields<'_>, found: &mut Found) -> Provenance {
    let rounding = fields.object("rounding", found);
    rounding.note_unknown(members::ROUNDING, found);
    rounding.need_word("rule", &[("halfUp", ())], (), found);
    let decimals = rounding.need_decimal("decimals", found);
    if decimals != Decimal::whole(2) {
        rounding.refuse("decimals", Kind::OutsideScale(decimals.to_string()), found);
    }
    provenance(&rounding, found)
}

/// From units to a local government.
pub fn pemda(fields: &Fields<'_>, found: &mut Found) -> PemdaRule {
    let pemda = fields.object("pemda", found);
    pemda.note_unknown(members::PEMDA, found);
    let means = pemda.need_word("rule", &[("simpleMean", true), ("refused", false)], false, found);
    let provenance = provenance(&pemda, found);
    if means {
        PemdaRule::SimpleMean(provenance)
    } else {
        PemdaRule::Refused { reason: text(&pemda, "reason", found), provenance }
    }
}

/// The bands of the result.
pub fn categories(fields: &Fields<'_>, found: &mut Found) -> Categories {
    let categories = fields.object("categories", found);
    categories.note_unknown(members::CATEGORIES, found);
    let words = [("atLeast", Comparison::AtLeast), ("above", Comparison::Above)];
    let comparison = categories.need_word("comparison", &words, Comparison::AtLeast, found);
    let provenance = provenance(&categories, found);
    let mut items = Vec::new();
    categories.each("items", found, &mut |item, found| {
        item.note_unknown(members::CATEGORY, found);
        let names = item.object("names", found);
        names.note_unknown(members::NAMES, found);
        items.push(Category {
            id: text(item, "id", found),
            bound: bound(item, found),
            zone: item.word("zone", ZONES, found),
            unit_name: text(&names, "unit", found),
            pemda_name: text(&names, "pemda", found),
            meaning: optional(item, "meaning", found),
            basis: basis_or(item, provenance.basis, found),
        });
    });
    Categories { comparison, provenance, items }
}

/// A bound in hundredths, for that is what it is held against.
fn bound(item: &Fields<'_>, found: &mut Found) -> Score {
    let bound = item.need_decimal("bound", found);
    let score = Score::rounded(bound);
    if score.decimal() != bound {
        item.refuse("bound", Kind::NumberTooPrecise(2), found);
    }
    score
}

/// Products and persons.
pub fn panels(fields: &Fields<'_>, found: &mut Found) -> Vec<Panel> {
    let mut panels = Vec::new();
    fields.each("panels", found, &mut |panel, found| {
        panel.note_unknown(members::PANEL, found);
        let count = panel.need("count", found).and_then(|_| panel.whole("count", MAX_SAMPLES as u64, found));
        panels.push(Panel {
            id: text(panel, "id", found),
            kind: panel.need_word("kind", KINDS, SampleKind::Product, found),
            name: text(panel, "name", found),
            count: count.and_then(|count| usize::try_from(count).ok()).unwrap_or(1),
            provenance: provenance(panel, found),
        });
    });
    panels
}

/// Ways of counting. The values of criteria are fixed: 1, one half, 0.
pub fn modes(fields: &Fields<'_>, found: &mut Found) -> Vec<ModeText> {
    let mut modes = Vec::new();
    fields.each("modes", found, &mut |mode, found| {
        mode.note_unknown(members::MODE, found);
        if let Some(values) = mode.object_or_none("values", found) {
            values.note_unknown(members::VALUES, found);
            for (name, fixed) in [("yes", 10_000), ("partly", 5_000), ("no", 0)] {
                let value = values.need_decimal(name, found);
                if value != Decimal::from_ten_thousandths(fixed) {
                    values.refuse(name, Kind::OutsideScale(value.to_string()), found);
                }
            }
        }
        modes.push(ModeText {
            mode: mode.need_word("id", MODES, Mode::PerLevel, found),
            name: text(mode, "name", found),
            provenance: provenance(mode, found),
        });
    });
    modes
}

/// Other editions that the answers can be read under.
pub fn maps(fields: &Fields<'_>, found: &mut Found) -> Vec<Correspondence> {
    let mut maps = Vec::new();
    fields.each("maps", found, &mut |map, found| {
        map.note_unknown(members::MAP, found);
        let given = map.object("indicators", found);
        let mut indicators = Map::new();
        for (id, json) in given.members() {
            if let Some(other) = as_text(json, &given.path(id), LONGEST, found) {
                indicators.insert(id.as_str().into(), other);
            }
        }
        maps.push(Correspondence {
            rubric: text(map, "rubric", found),
            note: text(map, "note", found),
            provenance: provenance(map, found),
            indicators,
        });
    });
    maps
}

/// Scales.
pub fn scales(fields: &Fields<'_>, found: &mut Found) -> Vec<Scale> {
    let mut scales = Vec::new();
    fields.each("scales", found, &mut |scale, found| {
        scale.note_unknown(members::SCALE, found);
        let continuous = scale.need_word("kind", &[("levels", false), ("continuous", true)], false, found);
        let kind = if continuous {
            ScaleKind::Continuous {
                minimum: scale.need_decimal("minimum", found),
                maximum: scale.need_decimal("maximum", found),
                unit: optional(scale, "unit", found),
            }
        } else {
            ScaleKind::Levels(levels(scale, found))
        };
        scales.push(Scale { id: text(scale, "id", found), kind, provenance: provenance(scale, found) });
    });
    scales
}

fn levels(scale: &Fields<'_>, found: &mut Found) -> Vec<ScaleLevel> {
    let mut levels = Vec::new();
    scale.each("levels", found, &mut |level, found| {
        level.note_unknown(members::SCALE_LEVEL, found);
        levels.push(ScaleLevel {
            value: level.need_decimal("value", found),
            code: optional(level, "code", found),
            text: optional(level, "text", found),
            up_to: level.decimal("upTo", found),
        });
    });
    levels
}
