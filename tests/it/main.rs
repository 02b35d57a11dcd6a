//! One native binary for every test that needs no browser.
//!
//! Invariant: test titles are sentences; nothing here reads a clock.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails loudly, also in what tests share")]

mod law;
mod limits;
mod oracle;
mod properties;
mod random;
mod refusals;
mod rubrics;
mod scoring;
mod shipped;
mod support;
