//! From unit scores to the score of a local government.
//!
//! Invariant: only scores already rounded to hundredths are averaged; a rubric that states no rule is never averaged.

use num_bigint::BigInt;

use super::Text;
use super::number::Score;
use super::rubric::{PemdaRule, Rubric};

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
            let sum: BigInt = units.iter().map(|unit| BigInt::from(unit.hundredths())).sum();
            Ok(Score::from_ratio(&sum, &BigInt::from(units.len() * 100)))
        }
    }
}
