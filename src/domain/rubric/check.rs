//! Every check a draft must pass before it is an instrument.
//!
//! Invariant: checks only look; each problem is reported with the path of the member in the file.

use super::weights::Group;
use super::{Draft, Indicator, MAX_DIMENSIONS, MAX_INDICATORS, MAX_SAMPLES, Provenance, ScaleKind, Weight};
use crate::domain::Text;
use crate::domain::map::Map;
use crate::domain::number::Decimal;
use crate::domain::problem::{Kind, Problem};
use crate::domain::zone::Comparison;

/// Longest id.
const MAX_ID: usize = 64;
/// Highest number a scale may count to.
const MAX_SCALE: Decimal = Decimal::whole(1_000_000);

/// All problems of a draft, in the order of the file.
pub(super) fn problems(draft: &Draft) -> Vec<Problem> {
    let mut found = Vec::new();
    result(draft, &mut found);
    ids(draft, &mut found);
    scales(draft, &mut found);
    if draft.fillable && !draft.indicators().any(Indicator::is_scored) {
        found.push(Problem::new("dimensions", Kind::NothingToFill));
    }
    if draft.dimensions.len() > MAX_DIMENSIONS {
        found.push(Problem::new("dimensions", Kind::TooMany(MAX_DIMENSIONS)));
    }
    if draft.indicators().count() > MAX_INDICATORS {
        found.push(Problem::new("dimensions", Kind::TooMany(MAX_INDICATORS)));
    }
    if !draft.dimensions.is_empty() {
        let weights = draft.dimensions.iter().enumerate();
        let weights = weights.map(|(at, d)| (format!("dimensions[{at}].weight"), &d.weight));
        group("dimensions", &weights.collect::<Vec<_>>(), draft, &mut found);
    }
    for (at, dimension) in draft.dimensions.iter().enumerate() {
        let path = format!("dimensions[{at}].indicators");
        let scored = dimension.indicators.iter().enumerate();
        let scored = scored.filter_map(|(at, i)| Some((format!("{path}[{at}].weight"), i.weight.as_ref()?)));
        let scored: Vec<_> = scored.collect();
        if scored.is_empty() {
            found.push(Problem::new(path.clone(), Kind::NothingToFill));
        } else {
            group(&path, &scored, draft, &mut found);
        }
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            references(&format!("{path}[{at}]"), indicator, draft, &mut found);
        }
    }
    provenances(draft, &mut found);
    found
}

impl Draft {
    fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.dimensions.iter().flat_map(|dimension| &dimension.indicators)
    }
}

/// The maximum, the categories and their zones.
fn result(draft: &Draft, found: &mut Vec<Problem>) {
    let maximum = draft.maximum;
    if maximum <= Decimal::ZERO || maximum > Decimal::whole(1_000) {
        found.push(Problem::new("result.maximum", Kind::MaximumNotPositive));
    }
    let items = &draft.categories.items;
    let path = |at: usize| format!("categories.items[{at}]");
    for (at, pair) in items.windows(2).enumerate() {
        if let [higher, lower] = pair {
            if higher.bound <= lower.bound {
                found.push(Problem::new(format!("{}.bound", path(at + 1)), Kind::CategoriesOverlap));
            }
            match (higher.zone, lower.zone) {
                (Some(up), Some(down)) if up < down => {
                    found.push(Problem::new(format!("{}.zone", path(at)), Kind::ZonesFall));
                }
                (Some(_), None) | (None, Some(_)) => {
                    found.push(Problem::new(format!("{}.zone", path(at + 1)), Kind::ZonesIncomplete));
                }
                _ => {}
            }
        }
    }
    match items.last() {
        None => found.push(Problem::new("categories.items", Kind::CategoriesGap)),
        Some(lowest) if lowest.bound.hundredths() != 0 => {
            found.push(Problem::new(format!("{}.bound", path(items.len() - 1)), Kind::CategoriesGap));
        }
        Some(_) => {}
    }
    let beyond = items.first().is_some_and(|highest| {
        let bound = highest.bound.decimal();
        match draft.categories.comparison {
            Comparison::AtLeast => bound > maximum,
            Comparison::Above => bound >= maximum,
        }
    });
    if beyond {
        found.push(Problem::new(format!("{}.bound", path(0)), Kind::CategoriesGap));
    }
}

/// Ids that stand twice or cannot be ids.
fn ids(draft: &Draft, found: &mut Vec<Problem>) {
    one_id("id", &draft.id, found);
    let listed = |name: &'static str, ids: Vec<&Text>, found: &mut Vec<Problem>| {
        let mut seen = Map::new();
        for (at, id) in ids.into_iter().enumerate() {
            let path = format!("{name}[{at}].id");
            one_id(&path, id, found);
            if seen.insert(id.clone(), ()).is_some() {
                found.push(Problem::new(path, Kind::DuplicateId(id.to_string())));
            }
        }
    };
    listed("sources", draft.sources.iter().map(|s| &s.id).collect(), found);
    listed("categories.items", draft.categories.items.iter().map(|c| &c.id).collect(), found);
    listed("subtotals", draft.subtotals.iter().map(|s| &s.id).collect(), found);
    listed("panels", draft.panels.iter().map(|p| &p.id).collect(), found);
    listed("scales", draft.scales.iter().map(|s| &s.id).collect(), found);
    listed("dimensions", draft.dimensions.iter().map(|d| &d.id).collect(), found);
    let mut seen = Map::new();
    for (at, dimension) in draft.dimensions.iter().enumerate() {
        for (inner, indicator) in dimension.indicators.iter().enumerate() {
            let path = format!("dimensions[{at}].indicators[{inner}]");
            one_id(&format!("{path}.id"), &indicator.id, found);
            if seen.insert(indicator.id.clone(), ()).is_some() {
                found.push(Problem::new(format!("{path}.id"), Kind::DuplicateId(indicator.id.to_string())));
            }
            let mut criteria = Map::new();
            for (place, criterion) in indicator.criteria.iter().enumerate() {
                let path = format!("{path}.criteria[{place}].id");
                one_id(&path, &criterion.id, found);
                if criteria.insert(criterion.id.clone(), ()).is_some() {
                    found.push(Problem::new(path, Kind::DuplicateId(criterion.id.to_string())));
                }
            }
        }
    }
}

fn one_id(path: &str, id: &str, found: &mut Vec<Problem>) {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+".contains(&byte);
    if id.is_empty() || id.len() > MAX_ID || !id.bytes().all(sound) {
        found.push(Problem::new(path, Kind::BadId(id.to_owned())));
    }
}

/// Scales that rise from nought or more to a maximum above nought.
fn scales(draft: &Draft, found: &mut Vec<Problem>) {
    for (at, scale) in draft.scales.iter().enumerate() {
        let path = format!("scales[{at}]");
        let rises = match &scale.kind {
            ScaleKind::Levels(levels) => {
                levels.len() > 1 && levels.windows(2).all(|pair| matches!(pair, [a, b] if a.value < b.value))
            }
            ScaleKind::Continuous { minimum, maximum, .. } => minimum < maximum,
        };
        if !rises || scale.minimum() < Decimal::ZERO {
            found.push(Problem::new(path, Kind::LevelsDoNotRise));
        } else if scale.maximum() > MAX_SCALE {
            found.push(Problem::new(path, Kind::NumberOutOfRange));
        }
    }
    for (at, panel) in draft.panels.iter().enumerate() {
        if panel.count == 0 || panel.count > MAX_SAMPLES {
            found.push(Problem::new(format!("panels[{at}].count"), Kind::TooMany(MAX_SAMPLES)));
        }
    }
}

/// The weights of one group: each sound, and together able to make 100.
fn group(path: &str, weights: &[(String, &Weight)], draft: &Draft, found: &mut Vec<Problem>) {
    let before = found.len();
    let hundred = Decimal::whole(100);
    let mut sum = 0_i64;
    for (path, weight) in weights {
        if let Some(value) = weight.value {
            if value <= Decimal::ZERO {
                found.push(Problem::new(format!("{path}.value"), Kind::WeightNotPositive));
            } else if value > hundred {
                found.push(Problem::new(format!("{path}.value"), Kind::NumberOutOfRange));
            } else {
                sum += value.ten_thousandths();
            }
        }
        if let Some((low, high)) = weight.bounds {
            let one = Decimal::whole(1);
            let fine = |multiple: Decimal| multiple.ten_thousandths() % 100 == 0;
            if low <= Decimal::ZERO || low > one || high < one || high > hundred || !fine(low) || !fine(high)
            {
                found.push(Problem::new(format!("{path}.bounds"), Kind::BoundsCannotHold));
            }
        }
        sources(path, &weight.provenance, draft, found);
    }
    if found.len() > before || weights.len() > MAX_INDICATORS {
        return;
    }
    let sharing = weights.iter().any(|(_, weight)| weight.value.is_none());
    let full = hundred.ten_thousandths();
    if (sharing && sum >= full) || (!sharing && sum != full) {
        let sum = Decimal::from_ten_thousandths(sum).to_string();
        found.push(Problem::new(path, Kind::SumNotHundred(sum)));
    } else if !Group::of(weights.iter().map(|(_, weight)| *weight)).can_hold() {
        found.push(Problem::new(path, Kind::BoundsCannotHold));
    }
}

/// What an indicator refers to, and whether its levels are those of its scale.
fn references(path: &str, indicator: &Indicator, draft: &Draft, found: &mut Vec<Problem>) {
    if !indicator.panel.is_empty() && !draft.panels.iter().any(|panel| panel.id == indicator.panel) {
        found
            .push(Problem::new(format!("{path}.panel"), Kind::UnknownReference(indicator.panel.to_string())));
    }
    let Some(scale) = draft.scales.iter().find(|scale| scale.id == indicator.scale) else {
        found
            .push(Problem::new(format!("{path}.scale"), Kind::UnknownReference(indicator.scale.to_string())));
        return;
    };
    let same = match &scale.kind {
        ScaleKind::Continuous { .. } => indicator.levels.is_empty(),
        ScaleKind::Levels(levels) if indicator.levels.is_empty() => {
            levels.iter().all(|level| !level.text.is_empty())
        }
        ScaleKind::Levels(levels) => {
            levels.iter().map(|l| l.value).eq(indicator.levels.iter().map(|l| l.value))
        }
    };
    if !same {
        found.push(Problem::new(format!("{path}.levels"), Kind::LevelsMismatch));
    }
}

/// Source ids outside weights, and the dimensions of subtotals.
fn provenances(draft: &Draft, found: &mut Vec<Problem>) {
    sources("result", &draft.maximum_provenance, draft, found);
    sources("rounding", &draft.rounding, draft, found);
    sources("categories", &draft.categories.provenance, draft, found);
    match &draft.pemda {
        super::PemdaRule::SimpleMean(provenance) | super::PemdaRule::Refused { provenance, .. } => {
            sources("pemda", provenance, draft, found);
        }
    }
    for (at, scale) in draft.scales.iter().enumerate() {
        sources(&format!("scales[{at}]"), &scale.provenance, draft, found);
    }
    for (at, panel) in draft.panels.iter().enumerate() {
        sources(&format!("panels[{at}]"), &panel.provenance, draft, found);
    }
    for (at, mode) in draft.modes.iter().enumerate() {
        sources(&format!("modes[{at}]"), &mode.provenance, draft, found);
    }
    for (at, subtotal) in draft.subtotals.iter().enumerate() {
        for id in &subtotal.dimensions {
            if !draft.dimensions.iter().any(|dimension| dimension.id == *id) {
                let path = format!("subtotals[{at}].dimensions");
                found.push(Problem::new(path, Kind::UnknownReference(id.to_string())));
            }
        }
    }
}

fn sources(path: &str, provenance: &Provenance, draft: &Draft, found: &mut Vec<Problem>) {
    for id in &provenance.sources {
        if !draft.sources.iter().any(|source| source.id == *id) {
            found.push(Problem::new(format!("{path}.sources"), Kind::UnknownReference(id.to_string())));
        }
    }
}
