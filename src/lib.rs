//! Swanilai: self-assessment of public service, wholly in the browser.
//!
//! | room | what it is |
//! |---|---|
//! | [`domain`] | pure: instruments, answers, exact results |
//! | [`format`] | pure: the only room that knows files |
//! | [`state`] | pure: every transition of the app |
//!
//! `ARCHITECTURE.md` says who may name whom and why.

pub mod domain;
pub mod format;
