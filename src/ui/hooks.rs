//! Effects of the page, each in a hook or behind the desk.
//!
//! Invariant: a hook watches one slice of the state and removes what it set up.

mod announce;
mod autosave;
pub mod desk;
mod leaving;
mod navigation;
mod past_rules;
mod plan;
mod shelf;

pub use announce::use_announcement;
pub use autosave::use_autosave;
pub use leaving::use_leaving;
#[cfg(not(feature = "whole"))]
pub use navigation::heading;
pub use navigation::{title, use_navigation};
pub use past_rules::use_past_rules;
pub use plan::use_plan;
