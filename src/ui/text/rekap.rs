//! Words about the recapitulation.
//!
//! Invariant: plain Indonesian that fits a phone.

/// Title of the view.
pub const TITLE: &str = "Rekap";
