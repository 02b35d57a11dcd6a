//! Swanilai: self-assessment of public service, wholly in the browser.
//!
//! | room | what it is |
//! |---|---|
//! | [`domain`] | pure: instruments, answers, exact results |
//! | [`format`] | pure: the only room that knows files |
//! | `state` | pure: every transition of the app |
//! | `cli` | native: the command line over the same core |
//!
//! `ARCHITECTURE.md` says who may name whom and why.

#[cfg(feature = "cli")]
pub mod cli;
pub mod domain;
pub mod format;
