//! The draft beside the answers.
//!
//! Invariant: what is no such draft is kept as it is, and refuses nothing.

use super::decode::read_answers;
use super::{MAX_ANSWERS, later, members};
use crate::domain::assessment::Assessment;
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::domain::simulation::Simulation;
use crate::format::shape::{Fields, Found};

/// Name of the member.
pub const NAME: &str = "simulation";

/// The draft; where it cannot be read, it is left to `assessment` as it is.
pub fn read(
    fields: &Fields<'_>,
    rubric: &Rubric,
    assessment: &mut Assessment,
    found: &mut Found,
) -> Simulation {
    let mut kept = Vec::new();
    let read = later::one(fields, NAME, &mut kept, found, &|draft, found| {
        let given = draft.object("answers", found);
        if given.members().len() > MAX_ANSWERS {
            draft.refuse("answers", Kind::TooMany(MAX_ANSWERS), found);
            return Simulation::default();
        }
        Simulation {
            answers: read_answers(&given, rubric, assessment, found),
            kept: draft.kept(members::SIMULATION, &[later::UNREAD], found),
        }
    });
    assessment.kept.append(&mut kept);
    read.unwrap_or_default()
}
