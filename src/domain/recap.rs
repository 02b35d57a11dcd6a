//! From unit scores to the score of a local government.
//!
//! Invariant: only scores already rounded to hundredths are averaged; a rubric that states no rule is never averaged.

use super::Text;
use super::number::Score;
use super::rubric::{PemdaRule, Rubric};
use super::whole::Whole;

/// Why a local government's score is not reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPemdaScore {
    /// The instrument states no rule: its reason.
    Refused(Text),
    /// There is no unit.
    NoUnits,
}

/// The score of a local government by the instrument's own rule.
///
/// # Errors
/// [`NoPemdaScore`] where the rubric refuses to average or no unit is given.
pub fn pemda_score(rubric: &Rubric, units: &[Score]) -> Result<Score, NoPemdaScore> {
    match &rubric.pemda {
        PemdaRule::Refused { reason, .. } => Err(NoPemdaScore::Refused(reason.clone())),
        PemdaRule::SimpleMean(_) if units.is_empty() => Err(NoPemdaScore::NoUnits),
        PemdaRule::SimpleMean(_) => {
            let mut sum = Whole::default();
            for unit in units {
                sum = &sum + &unit.hundredths().into();
            }
            let count = u64::try_from(units.len()).unwrap_or(u64::MAX);
            Ok(Score::from_ratio(&sum, &(&Whole::from(count) * &Whole::from(100_u64))))
        }
    }
}
