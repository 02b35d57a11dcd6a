//! The pure room: instruments, answers, and what they come to.
//!
//! Invariant: std and exact arithmetic only; no float, no clock, no I/O, and nothing here can fail
//! except [`rubric::Rubric::new`].

use std::rc::Rc;

pub mod action;
pub mod assessment;
pub mod bare;
pub mod catalog;
pub mod date;
pub mod edit;
pub mod edition;
pub mod explain;
pub mod extremes;
pub mod history;
pub mod influence;
pub mod map;
pub mod merge;
pub mod milestone;
pub mod number;
pub mod office_weights;
pub mod official;
pub mod order;
pub mod oversight;
pub mod part;
pub mod plan;
pub mod privacy;
pub mod problem;
pub mod proposal;
pub mod recap;
pub mod returned;
pub mod rubric;
pub mod sampling;
pub mod scorecard;
pub mod sensitivity;
pub mod simulation;
pub mod skm;
pub mod standing;
pub mod status;
pub mod verification;
pub mod wanted;
pub mod whole;
pub mod workings;
pub mod zone;

/// A text that is shared, not copied, on its way from a file to the page.
pub type Text = Rc<str>;
