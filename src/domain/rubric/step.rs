//! What it takes to raise an answer by one level.
//!
//! Invariant: nothing here enters a score.

use super::{Assessed, Indicator};
use crate::domain::Text;

/// What a step needs before it can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// *Tata usaha*: papers, lists, briefings, things the office does by itself.
    Administrative,
    /// *SK*: a decision signed by the head or above.
    Decree,
    /// *Fisik*: something put up, cleaned, moved or installed.
    Physical,
    /// *Anggaran*: money that has to be planned.
    Budget,
}

/// What a file says of the steps of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What it needs. Where the file does not say, its effort is that of office work, but nothing is promised of it.
    pub kind: Option<StepKind>,
    /// Effort of one step; by the kind where the file does not say.
    pub effort: Option<u16>,
    /// Whether it adds to the score though users may not feel it: a vision on the wall, a motto.
    pub paper_only: bool,
    /// What citizens gain, as a task; empty where `why` says it well enough.
    pub gain: Text,
}

/// *Ringan.*
pub const LIGHT: u16 = 1;
/// *Sedang.*
pub const MEDIUM: u16 = 3;
/// *Berat.*
pub const HEAVY: u16 = 8;

impl Indicator {
    /// What a step of this indicator needs, office work where the file does not say.
    #[must_use]
    pub fn step_kind(&self) -> StepKind {
        self.step.kind.unwrap_or(StepKind::Administrative)
    }

    /// The effort of one step.
    #[must_use]
    pub fn step_effort(&self) -> u16 {
        let by_kind = match self.step_kind() {
            StepKind::Administrative => LIGHT,
            StepKind::Decree | StepKind::Physical => MEDIUM,
            StepKind::Budget => HEAVY,
        };
        self.step.effort.unwrap_or(by_kind)
    }

    /// Whether the office can raise the answer by its own work: what users, central data or the local government
    /// decide is never proposed.
    #[must_use]
    pub const fn is_in_hand(&self) -> bool {
        let outside = matches!(self.assessed, Assessed::Survey | Assessed::Secondary);
        self.is_scored() && !outside && !self.always_assumed && !self.of_pemda
    }
}
