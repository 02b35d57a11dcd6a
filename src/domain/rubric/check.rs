//! Every check a draft must pass before it is an instrument.
//!
//! Invariant: checks only look; each problem is reported with the path of the member in the file.

use super::weights::Group;
use super::{
    Draft, Indicator, MAX_DIMENSIONS, MAX_INDICATORS, MAX_RESULT, MAX_SAMPLES, PemdaRule, Provenance, Scale,
    ScaleKind, Weight,
};
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
    let mut check = Check { draft, found: Vec::new() };
    check.result();
    check.ids();
    check.scales();
    let indicators: Vec<&Indicator> = draft.dimensions.iter().flat_map(|d| &d.indicators).collect();
    if draft.fillable && !indicators.iter().any(|indicator| indicator.is_scored()) {
        check.note("dimensions", Kind::NothingToFill);
    }
    if draft.dimensions.len() > MAX_DIMENSIONS {
        check.note("dimensions", Kind::TooMany(MAX_DIMENSIONS));
    }
    if indicators.len() > MAX_INDICATORS {
        check.note("dimensions", Kind::TooMany(MAX_INDICATORS));
    }
    if !draft.dimensions.is_empty() {
        check.group("dimensions", draft.dimensions.iter().map(|d| Some(&d.weight)).collect());
    }
    for (at, dimension) in draft.dimensions.iter().enumerate() {
        let path = member(&item("dimensions", at), "indicators");
        if dimension.indicators.iter().any(Indicator::is_scored) {
            check.group(&path, dimension.indicators.iter().map(|i| i.weight.as_ref()).collect());
        } else {
            check.note(&path, Kind::NothingToFill);
        }
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            check.references(&item(&path, at), indicator);
        }
    }
    check.provenances();
    check.found
}

/// The path of an item of a list.
fn item(list: &str, at: usize) -> String {
    format!("{list}[{at}]")
}

/// The path of a member of an object.
fn member(object: &str, name: &str) -> String {
    format!("{object}.{name}")
}

/// A draft and what is found in it.
struct Check<'a> {
    draft: &'a Draft,
    found: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn note(&mut self, path: &str, kind: Kind) {
        self.found.push(Problem::new(path, kind));
    }

    fn note_member(&mut self, object: &str, name: &str, kind: Kind) {
        self.found.push(Problem::new(member(object, name), kind));
    }

    /// The maximum, the categories and their zones.
    fn result(&mut self) {
        let maximum = self.draft.maximum;
        if maximum <= Decimal::ZERO || maximum > Decimal::whole(MAX_RESULT) {
            self.note("result.maximum", Kind::MaximumNotPositive);
        }
        let items = &self.draft.categories.items;
        let path = |at: usize| item("categories.items", at);
        for (at, pair) in items.windows(2).enumerate() {
            let [higher, lower] = pair else { continue };
            if higher.bound <= lower.bound {
                self.note_member(&path(at + 1), "bound", Kind::CategoriesOverlap);
            }
            if higher.zone.is_some() != lower.zone.is_some() {
                self.note_member(&path(at + 1), "zone", Kind::ZonesIncomplete);
            } else if higher.zone < lower.zone {
                self.note_member(&path(at), "zone", Kind::ZonesFall);
            }
        }
        let Some((highest, lowest)) = items.first().zip(items.last()) else {
            self.note("categories.items", Kind::CategoriesGap);
            return;
        };
        if lowest.bound.hundredths() != 0 {
            self.note_member(&path(items.len() - 1), "bound", Kind::CategoriesGap);
        }
        let bound = highest.bound.decimal();
        let beyond = match self.draft.categories.comparison {
            Comparison::AtLeast => bound > maximum,
            Comparison::Above => bound >= maximum,
        };
        if beyond {
            self.note_member(&path(0), "bound", Kind::CategoriesGap);
        }
    }

    /// Ids that stand twice or cannot be ids.
    fn ids(&mut self) {
        let draft = self.draft;
        self.id("id", &draft.id, &mut Map::new());
        let lists: [(&str, Vec<&Text>); 6] = [
            ("sources", draft.sources.iter().map(|s| &s.id).collect()),
            ("categories.items", draft.categories.items.iter().map(|c| &c.id).collect()),
            ("subtotals", draft.subtotals.iter().map(|s| &s.id).collect()),
            ("panels", draft.panels.iter().map(|p| &p.id).collect()),
            ("scales", draft.scales.iter().map(|s| &s.id).collect()),
            ("dimensions", draft.dimensions.iter().map(|d| &d.id).collect()),
        ];
        for (list, ids) in lists {
            let mut seen = Map::new();
            for (at, id) in ids.into_iter().enumerate() {
                self.id(&member(&item(list, at), "id"), id, &mut seen);
            }
        }
        let mut seen = Map::new();
        for (at, dimension) in draft.dimensions.iter().enumerate() {
            let path = member(&item("dimensions", at), "indicators");
            for (at, indicator) in dimension.indicators.iter().enumerate() {
                let path = item(&path, at);
                self.id(&member(&path, "id"), &indicator.id, &mut seen);
                let mut criteria = Map::new();
                for (at, criterion) in indicator.criteria.iter().enumerate() {
                    let path = member(&item(&member(&path, "criteria"), at), "id");
                    self.id(&path, &criterion.id, &mut criteria);
                }
            }
        }
    }

    /// One id, and whether it was already among those `seen`.
    fn id(&mut self, path: &str, id: &Text, seen: &mut Map<()>) {
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-._+".contains(&byte);
        if id.is_empty() || id.len() > MAX_ID || !id.bytes().all(sound) {
            self.note(path, Kind::BadId(id.to_string()));
        }
        if seen.insert(id.clone(), ()).is_some() {
            self.note(path, Kind::DuplicateId(id.to_string()));
        }
    }

    /// Scales that rise from nought or more to a maximum above nought.
    fn scales(&mut self) {
        for (at, scale) in self.draft.scales.iter().enumerate() {
            if !rises(scale) || scale.minimum() < Decimal::ZERO {
                self.note(&item("scales", at), Kind::LevelsDoNotRise);
            } else if scale.maximum() > MAX_SCALE {
                self.note(&item("scales", at), Kind::NumberOutOfRange);
            }
        }
        for (at, panel) in self.draft.panels.iter().enumerate() {
            if panel.count == 0 || panel.count > MAX_SAMPLES {
                self.note_member(&item("panels", at), "count", Kind::TooMany(MAX_SAMPLES));
            }
        }
    }

    /// The weights of one group, each in its place: each sound, and together able to make 100.
    fn group(&mut self, path: &str, weights: Vec<Option<&'a Weight>>) {
        let before = self.found.len();
        let hundred = Decimal::whole(100);
        let mut sum = 0_i64;
        let mut sharing = false;
        for (at, weight) in weights.iter().enumerate() {
            let Some(weight) = weight else { continue };
            let path = member(&item(path, at), "weight");
            match weight.value {
                None => sharing = true,
                Some(value) if value <= Decimal::ZERO => {
                    self.note_member(&path, "value", Kind::WeightNotPositive);
                }
                Some(value) if value > hundred => self.note_member(&path, "value", Kind::NumberOutOfRange),
                Some(value) => sum += value.ten_thousandths(),
            }
            if let Some((low, high)) = weight.bounds {
                let one = Decimal::whole(1);
                let fine = |multiple: Decimal| multiple.ten_thousandths() % 100 == 0;
                let holds = Decimal::ZERO < low && low <= one && one <= high && high <= hundred;
                if !holds || !fine(low) || !fine(high) {
                    self.note_member(&path, "bounds", Kind::BoundsCannotHold);
                }
            }
            self.sources(&path, &weight.provenance);
        }
        let weights: Vec<&Weight> = weights.into_iter().flatten().collect();
        if self.found.len() > before || weights.len() > MAX_INDICATORS {
            return;
        }
        let full = hundred.ten_thousandths();
        if (sharing && sum >= full) || (!sharing && sum != full) {
            let sum = Decimal::from_ten_thousandths(sum).to_string();
            self.note(path, Kind::SumNotHundred(sum));
        } else if !Group::of(&weights).can_hold() {
            self.note(path, Kind::BoundsCannotHold);
        }
    }

    /// What an indicator refers to, and whether its levels are those of its scale.
    fn references(&mut self, path: &str, indicator: &Indicator) {
        let draft = self.draft;
        if !indicator.panel.is_empty() && !draft.panels.iter().any(|panel| panel.id == indicator.panel) {
            self.note_member(path, "panel", Kind::UnknownReference(indicator.panel.to_string()));
        }
        let Some(scale) = draft.scales.iter().find(|scale| scale.id == indicator.scale) else {
            self.note_member(path, "scale", Kind::UnknownReference(indicator.scale.to_string()));
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
            self.note_member(path, "levels", Kind::LevelsMismatch);
        }
        let other = &indicator.not_above;
        let mut all = draft.dimensions.iter().flat_map(|dimension| &dimension.indicators);
        if !other.is_empty() && !all.any(|one| one.id == *other) {
            self.note_member(path, "notAbove", Kind::UnknownReference(other.to_string()));
        }
        self.probes(path, indicator, scale);
    }

    /// Whether components and walks point to levels of the scale.
    fn probes(&mut self, path: &str, indicator: &Indicator, scale: &Scale) {
        let components = &indicator.components;
        if !components.items.is_empty() || !components.least.is_empty() {
            let levels = match &scale.kind {
                ScaleKind::Levels(levels) => levels.len(),
                ScaleKind::Continuous { .. } => 0,
            };
            let rises = components.least.windows(2).all(|pair| pair[0] < pair[1]);
            let reachable = components.least.last().is_some_and(|most| *most <= components.items.len());
            if components.least.len() != levels || !rises || !reachable {
                self.note_member(path, "components", Kind::LevelsMismatch);
            }
        }
        let level = |value: Decimal| !scale.is_continuous() && scale.takes(value);
        if indicator.walk.is_some_and(|walk| ![walk.flawed, walk.one, walk.both].into_iter().all(level)) {
            self.note_member(path, "walk", Kind::LevelsMismatch);
        }
    }

    /// Source ids outside weights, and the dimensions of subtotals.
    fn provenances(&mut self) {
        let draft = self.draft;
        self.sources("result", &draft.maximum_provenance);
        self.sources("rounding", &draft.rounding);
        self.sources("categories", &draft.categories.provenance);
        let (PemdaRule::SimpleMean(provenance) | PemdaRule::Refused { provenance, .. }) = &draft.pemda;
        self.sources("pemda", provenance);
        for (at, scale) in draft.scales.iter().enumerate() {
            self.sources(&item("scales", at), &scale.provenance);
        }
        for (at, panel) in draft.panels.iter().enumerate() {
            self.sources(&item("panels", at), &panel.provenance);
        }
        for (at, mode) in draft.modes.iter().enumerate() {
            self.sources(&item("modes", at), &mode.provenance);
        }
        self.maps();
        let dimensions: Vec<&Text> = draft.dimensions.iter().map(|dimension| &dimension.id).collect();
        for (at, subtotal) in draft.subtotals.iter().enumerate() {
            self.known(&item("subtotals", at), "dimensions", &subtotal.dimensions, &dimensions);
        }
    }

    /// Maps to other editions: each to one other, from indicators there are, to each of its own at most once.
    fn maps(&mut self) {
        let draft = self.draft;
        let own: Vec<&Text> = draft.dimensions.iter().flat_map(|d| &d.indicators).map(|i| &i.id).collect();
        let mut seen = Map::new();
        seen.insert(draft.id.clone(), ());
        for (at, map) in draft.maps.iter().enumerate() {
            let path = item("maps", at);
            self.id(&member(&path, "rubric"), &map.rubric, &mut seen);
            self.sources(&path, &map.provenance);
            let (path, mut seen) = (member(&path, "indicators"), Map::new());
            for (id, other) in map.indicators.iter() {
                if !own.contains(&id) {
                    self.note(&path, Kind::UnknownReference(id.to_string()));
                }
                self.id(&member(&path, id), other, &mut seen);
            }
        }
    }

    fn sources(&mut self, path: &str, provenance: &Provenance) {
        let known: Vec<&Text> = self.draft.sources.iter().map(|source| &source.id).collect();
        self.known(path, "sources", &provenance.sources, &known);
    }

    /// Ids that refer to none of those `known`.
    fn known(&mut self, path: &str, name: &str, ids: &[Text], known: &[&Text]) {
        for id in ids {
            if !known.contains(&id) {
                self.note_member(path, name, Kind::UnknownReference(id.to_string()));
            }
        }
    }
}

/// Whether there are at least two answers, each above the one before.
fn rises(scale: &Scale) -> bool {
    match &scale.kind {
        ScaleKind::Levels(levels) => {
            levels.len() > 1 && levels.windows(2).all(|pair| matches!(pair, [a, b] if a.value < b.value))
        }
        ScaleKind::Continuous { minimum, maximum, .. } => minimum < maximum,
    }
}
