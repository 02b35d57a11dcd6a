//! Panels, indicators and their criteria: what is asked.
//!
//! Invariant: plain data, unchecked; `Rubric::new` is where it is held to its rules.

use super::{Basis, Components, Provenance, Step, Walk, Weight};
use crate::domain::Text;
use crate::domain::number::Decimal;

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
    /// What it takes to raise the answer.
    pub step: Step,
    /// Parts to be named or found; may be empty.
    pub components: Components,
    /// What seeing it published points to.
    pub walk: Option<Walk>,
    /// Id of the indicator whose answer this one seldom passes; may be empty.
    pub not_above: Text,
}

impl Indicator {
    /// Whether the indicator counts at all.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.weight.is_some()
    }
}
