//! One native binary for every test that needs no browser.
//!
//! Invariant: test titles are sentences; nothing here reads a clock.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, also in what tests share"
)]

mod actions;
mod afar;
mod anything;
mod bare;
#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod cli_recap;
#[cfg(feature = "cli")]
mod cli_recap_hostile;
mod dice;
mod documents;
mod editions;
mod evidence;
mod explain;
mod history;
mod hostile;
mod law;
mod limits;
mod milestones;
mod mutation;
mod oracle;
#[cfg(feature = "testing")]
mod papers_plan;
mod papers_secretariat;
mod parts;
mod plan;
mod properties;
mod random;
mod recap;
mod recap_faults;
mod refusals;
mod rubrics;
mod sampling;
mod schemas;
mod scoring;
mod security;
mod sheets;
mod sheets_faults;
mod shipped;
mod simulasi;
mod simulasi_bobot;
mod simulasi_kepekaan;
mod simulasi_skm;
mod support;
mod tidy;
mod verification;
mod wanted;
mod workings;
