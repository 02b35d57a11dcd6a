//! An instrument: what is asked, what it weighs, and how the result is read.
//!
//! Invariant: a [`Rubric`] exists only after every check of [`Rubric::new`]; it never changes again.

use std::ops::Deref;

use super::Text;
use super::extremes::{End, part};
use super::number::{Decimal, Range, Score};
use super::problem::Problem;
use super::zone::Categories;

mod check;
mod weights;

pub use weights::{Group, Share};

/// Where a weight, scale, bound or rule comes from. Shown wherever the number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in a named public source.
    Published,
    /// Concluded from incomplete sources.
    Inferred,
    /// Published nowhere: a working value with bounds stands in.
    Unpublished,
    /// Given by the office from an official letter it holds.
    Entered,
}

/// Basis and the sources behind it (ids of [`Source`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How firm it is.
    pub basis: Basis,
    /// Ids of the sources.
    pub sources: Vec<Text>,
}

/// A public source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Unique within the instrument.
    pub id: Text,
    /// What it is.
    pub title: Text,
    /// Where it can be read; may be empty.
    pub address: Text,
    /// What to know of it; may be empty.
    pub note: Text,
}

/// A weight in percent of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The number; none where only a share of the rest is known.
    pub value: Option<Decimal>,
    /// Lowest and highest multiple of the working value; none where the weight is fixed.
    pub bounds: Option<(Decimal, Decimal)>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How answers to an indicator are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// One of a few levels, lowest first.
    Levels(Vec<ScaleLevel>),
    /// Any number between the ends, four places at most.
    Continuous {
        /// Lowest value.
        minimum: Decimal,
        /// Highest value.
        maximum: Decimal,
        /// What it is counted in; may be empty.
        unit: Text,
    },
}

/// One step of a scale of levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleLevel {
    /// What it counts, from 0 to the scale's maximum.
    pub value: Decimal,
    /// Its code where the instrument has one (`BB`); may be empty.
    pub code: Text,
    /// Its wording where all indicators share one; may be empty.
    pub text: Text,
    /// The highest percentage of criteria met at which this level is proposed; none where it never is.
    pub up_to: Option<Decimal>,
}

/// A scale that indicators refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Unique within the instrument.
    pub id: Text,
    /// Levels or a stretch of numbers.
    pub kind: ScaleKind,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Scale {
    /// The highest answer; an item scores answer / maximum.
    #[must_use]
    pub fn maximum(&self) -> Decimal {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.last().map_or(Decimal::ZERO, |level| level.value),
            ScaleKind::Continuous { maximum, .. } => *maximum,
        }
    }

    /// The lowest answer.
    #[must_use]
    pub fn minimum(&self) -> Decimal {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.first().map_or(Decimal::ZERO, |level| level.value),
            ScaleKind::Continuous { minimum, .. } => *minimum,
        }
    }

    /// Whether any number between the ends may be given.
    #[must_use]
    pub const fn is_continuous(&self) -> bool {
        matches!(self.kind, ScaleKind::Continuous { .. })
    }

    /// Whether `value` is an answer on this scale.
    #[must_use]
    pub fn takes(&self, value: Decimal) -> bool {
        match &self.kind {
            ScaleKind::Levels(levels) => levels.iter().any(|level| level.value == value),
            ScaleKind::Continuous { minimum, maximum, .. } => (*minimum..=*maximum).contains(&value),
        }
    }
}

/// What an item may be answered for, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SampleKind {
    /// A service product.
    Product,
    /// A person asked.
    Respondent,
}

/// The set of products or persons that some indicators are asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Unique within the instrument.
    pub id: Text,
    /// Products or persons.
    pub kind: SampleKind,
    /// What the page calls them.
    pub name: Text,
    /// How many the assessors ask; a proposal for the page.
    pub count: usize,
    /// Where that number comes from.
    pub provenance: Provenance,
}

/// How the levels of an indicator are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelsBasis {
    /// After the official form, in our words.
    Official,
    /// By Swanilai; no official wording is known.
    Own,
    /// One wording for the whole scale.
    Shared,
}

/// How the assessors look at an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessed {
    /// By asking staff.
    Interview,
    /// By looking at counters, rooms and pages.
    Observation,
    /// By reading documents.
    Document,
    /// By asking users.
    Survey,
    /// From figures of others.
    Secondary,
}

impl Assessed {
    /// Whether the answer lies in the hands of users or central data rather than of the office.
    #[must_use]
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Survey | Self::Secondary)
    }
}

/// The wording of one level of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The step of the scale.
    pub value: Decimal,
    /// What is true at this level.
    pub text: Text,
}

/// A probing question beneath an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionText {
    /// Unique within the indicator.
    pub id: Text,
    /// What is asked.
    pub text: Text,
    /// Documents that show it.
    pub evidence: Vec<Text>,
    /// How firm its place in the list is.
    pub basis: Basis,
}

/// One question of the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Unique within the instrument.
    pub id: Text,
    /// The official short name.
    pub name: Text,
    /// The heading it stands under; may be empty.
    pub variable: Text,
    /// Its weight in the dimension; none where it is shown but never scored.
    pub weight: Option<Weight>,
    /// Id of its scale.
    pub scale: Text,
    /// The question put to the office.
    pub question: Text,
    /// How to answer; may be empty.
    pub hint: Text,
    /// Why it is asked.
    pub why: Text,
    /// How assessors look at it.
    pub assessed: Assessed,
    /// Wording of the levels; empty for continuous and shared scales.
    pub levels: Vec<Level>,
    /// Who worded them.
    pub levels_basis: LevelsBasis,
    /// Documents asked for.
    pub evidence: Vec<Text>,
    /// Checklist beneath; may be empty.
    pub criteria: Vec<CriterionText>,
    /// Whether *tidak relevan* may be chosen.
    pub not_applicable: bool,
    /// Id of the panel it may be answered for; may be empty.
    pub panel: Text,
    /// Whether an office can only ever assume the answer.
    pub always_assumed: bool,
    /// Whether the value belongs to the local government rather than the office.
    pub of_pemda: bool,
    /// Kinds of office it is meant for; empty means all.
    pub applies_to: Vec<Text>,
    /// How firm its name is.
    pub basis: Basis,
    /// Conflicts between sources and the like; may be empty.
    pub note: Text,
}

impl Indicator {
    /// Whether the indicator counts at all.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.weight.is_some()
    }
}

/// A weighted part of the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Unique within the instrument.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its weight in the whole.
    pub weight: Weight,
    /// Its questions, in the order of the form.
    pub indicators: Vec<Indicator>,
}

/// Dimensions whose weighted mean is shown as a figure of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtotal {
    /// Unique within the instrument.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Ids of the dimensions.
    pub dimensions: Vec<Text>,
}

/// How the answers of an indicator with criteria are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The level chosen for the indicator counts.
    #[default]
    PerLevel,
    /// The mean of the criteria counts: yes 1, partly one half, no 0.
    PerCriterion,
}

/// A mode the instrument offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeText {
    /// Which.
    pub mode: Mode,
    /// What the page calls it.
    pub name: Text,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How unit scores become the score of a local government.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PemdaRule {
    /// Mean of the unit scores, each rounded to hundredths.
    SimpleMean(Provenance),
    /// No rule can be stated.
    Refused {
        /// Why, in a sentence for the page.
        reason: Text,
        /// Where that is known from.
        provenance: Provenance,
    },
}

/// Whether the instrument is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RubricStatus {
    /// In use.
    Current,
    /// No longer used.
    Historical,
    /// Not firm yet.
    Draft,
}

/// The instrument's own labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What a dimension is called.
    pub dimension: Text,
    /// What an indicator is called.
    pub indicator: Text,
    /// Label of the office's own column.
    pub own: Text,
    /// Label of the verified column.
    pub verified: Text,
    /// Label of the official column.
    pub official: Text,
}

/// Everything a rubric file says, not yet checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Stable id.
    pub id: Text,
    /// Version of the file, `major.minor.patch`.
    pub version: Text,
    /// Full name.
    pub name: Text,
    /// Name for narrow places.
    pub short_name: Text,
    /// Who assesses.
    pub issuer: Text,
    /// First year it holds for.
    pub year_from: u16,
    /// Last year it holds for; none while in use.
    pub year_to: Option<u16>,
    /// Regulation behind it.
    pub legal_basis: Text,
    /// In use, historical or draft.
    pub status: RubricStatus,
    /// Whether it can be filled in, or only reads old results.
    pub fillable: bool,
    /// What it is good for now.
    pub use_note: Text,
    /// What is published.
    pub known: Vec<Text>,
    /// What is not.
    pub unknown: Vec<Text>,
    /// What the range does not cover.
    pub limits: Vec<Text>,
    /// Its own labels.
    pub terms: Terms,
    /// Public sources.
    pub sources: Vec<Source>,
    /// Highest result: 100 or 5 points.
    pub maximum: Decimal,
    /// Where the maximum comes from.
    pub maximum_provenance: Provenance,
    /// Where the rounding rule (two places, half up) comes from.
    pub rounding: Provenance,
    /// From units to a local government.
    pub pemda: PemdaRule,
    /// Bands of the result.
    pub categories: Categories,
    /// Figures of their own.
    pub subtotals: Vec<Subtotal>,
    /// Products and persons.
    pub panels: Vec<Panel>,
    /// Ways of counting; empty means per level only.
    pub modes: Vec<ModeText>,
    /// Scales.
    pub scales: Vec<Scale>,
    /// Weighted parts.
    pub dimensions: Vec<Dimension>,
}

/// Most digits after the point of a bound multiple.
pub const BOUND_PLACES: u32 = 2;
/// Most dimensions of an instrument.
pub const MAX_DIMENSIONS: usize = 50;
/// Most indicators of an instrument.
pub const MAX_INDICATORS: usize = 2_000;
/// Most samples an item may be answered for.
pub const MAX_SAMPLES: usize = 50;

/// A checked instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    draft: Draft,
    groups: Vec<Group>,
    whole: Group,
    scales_of: Vec<Vec<usize>>,
}

impl Deref for Rubric {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

impl Rubric {
    /// Checks a draft.
    ///
    /// # Errors
    /// Every problem with its path, all at once: sums that are not 100, bounds that cannot hold,
    /// unknown references, gaps or overlaps of categories, zones that fall, duplicate ids, limits.
    pub fn new(draft: Draft) -> Result<Self, Vec<Problem>> {
        let problems = check::problems(&draft);
        if !problems.is_empty() {
            return Err(problems);
        }
        let groups = draft
            .dimensions
            .iter()
            .map(|dimension| Group::of(dimension.indicators.iter().filter_map(|i| i.weight.as_ref())))
            .collect();
        let whole = Group::of(draft.dimensions.iter().map(|dimension| &dimension.weight));
        let place = |id: &Text| draft.scales.iter().position(|scale| scale.id == *id).unwrap_or(0);
        let scales_of = draft
            .dimensions
            .iter()
            .map(|dimension| dimension.indicators.iter().map(|i| place(&i.scale)).collect())
            .collect();
        Ok(Self { draft, groups, whole, scales_of })
    }

    /// The weights inside dimension number `dimension`, scored indicators only, in order.
    #[must_use]
    pub fn group(&self, dimension: usize) -> Option<&Group> {
        self.groups.get(dimension)
    }

    /// The weights of the dimensions.
    #[must_use]
    pub const fn whole(&self) -> &Group {
        &self.whole
    }

    /// The same instrument, reckoned as if the working weights inside one dimension were published; with no
    /// dimension, those of the dimensions themselves.
    #[must_use]
    pub(super) fn settled(&self, dimension: Option<usize>) -> Self {
        let mut settled = self.clone();
        match dimension {
            None => settled.whole = self.whole.settled(),
            Some(place) => {
                if let Some(group) = settled.groups.get_mut(place) {
                    *group = group.settled();
                }
            }
        }
        settled
    }

    /// The scale of an indicator, by the places of its dimension and itself.
    #[must_use]
    pub fn scale_at(&self, dimension: usize, indicator: usize) -> Option<&Scale> {
        let place = *self.scales_of.get(dimension)?.get(indicator)?;
        self.draft.scales.get(place)
    }

    /// The scale of an indicator.
    #[must_use]
    pub fn scale_of(&self, indicator: &Indicator) -> Option<&Scale> {
        self.draft.scales.iter().find(|scale| scale.id == indicator.scale)
    }

    /// The panel an indicator may be answered for.
    #[must_use]
    pub fn panel_of(&self, indicator: &Indicator) -> Option<&Panel> {
        self.draft.panels.iter().find(|panel| panel.id == indicator.panel)
    }

    /// All indicators with the place of their dimension, in the order of the form.
    pub fn indicators(&self) -> impl Iterator<Item = (usize, &Indicator)> {
        self.draft
            .dimensions
            .iter()
            .enumerate()
            .flat_map(|(place, dimension)| dimension.indicators.iter().map(move |i| (place, i)))
    }

    /// The indicator with this id, and the place of its dimension.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<(usize, &Indicator)> {
        self.indicators().find(|(_, indicator)| &*indicator.id == id)
    }

    /// What a full answer to the indicator adds to the result, over the bounds of its weight as far as
    /// the weights beside it leave room, in points. None for indicators that never count.
    #[must_use]
    pub fn worth(&self, id: &str) -> Option<Range> {
        let (place, _) = self.indicator(id)?;
        let group = self.group(place)?;
        let mut scored = self.dimensions.get(place)?.indicators.iter().filter(|i| i.is_scored());
        let at = scored.position(|indicator| &*indicator.id == id)?;
        let points = |end| {
            let staying = |group: &Group| vec![true; group.shares().len()];
            let inner = part(group, &staying(group), at, end)?;
            let ratio = inner.times(&part(&self.whole, &staying(&self.whole), place, end)?);
            Some(Score::from_ratio(&(ratio.num * self.maximum.ten_thousandths()), &(ratio.den * 10_000)))
        };
        Some(Range { low: points(End::Low)?, high: points(End::High)? })
    }

    /// Whether the instrument offers this way of counting.
    #[must_use]
    pub fn offers(&self, mode: Mode) -> bool {
        mode == Mode::PerLevel || self.modes.iter().any(|offered| offered.mode == mode)
    }
}
