//! Words about shares of one office.
//!
//! Invariant: plain Indonesian that fits a phone.

/// Title of the view.
pub const TITLE: &str = "Bagi tugas";
