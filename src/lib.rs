//! Swanilai: self-assessment of public service, wholly in the browser.
//!
//! | room | what it is |
//! |---|---|
//! | [`domain`] | pure: instruments, answers, exact results |
//! | [`format`] | pure: the only room that knows files |
//! | [`state`] | pure: every transition of the app |
//! | [`papers`] | pure: what is printed and handed out to be edited, with the feature `app` |
//! | `cli` | the command line over the same core, with the feature `cli` |
//! | `sheets` | workbooks for Excel, with the feature `sheets` |
//! | `edge` | the page's effects, with the feature `app` |
//! | `ui` | the view, with the feature `app` |
//!
//! `ARCHITECTURE.md` says who may name whom and why.

#[cfg(feature = "cli")]
pub mod cli;
pub mod domain;
#[cfg(feature = "app")]
pub mod edge;
pub mod format;
#[cfg(feature = "app")]
pub mod papers;
#[cfg(feature = "sheets")]
pub mod sheets;
pub mod state;
#[cfg(feature = "app")]
pub mod ui;
