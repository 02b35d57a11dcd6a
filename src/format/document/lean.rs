//! Reading a document without its answers, for those who read the answers by themselves.
//!
//! Invariant: what refuses a document gives nothing here.

use super::decode;
use crate::domain::assessment::Assessment;
use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;
use crate::format::json::Json;
use crate::format::shape::{Fields, Found};

pub use super::answers::{MET, STATES};

/// The assessment of a document whose answers have been taken out; none where anything refuses it, or comes in with it
/// that is to be told.
#[must_use]
pub fn lean(root: &Json, rubric: &Rubric, is_told: &dyn Fn(&Problem) -> bool) -> Option<Assessment> {
    let mut found = Found::default();
    let fields = Fields::of(root, String::new(), &mut found);
    let asked = decode::rubric_ref(&fields, &mut found);
    let mut assessment = decode::assessment(&fields, rubric, &mut found);
    assessment.rubric = asked;
    (found.refused.is_empty() && !found.taken.iter().any(is_told)).then_some(assessment)
}
