//! One native binary for every test that needs no browser.
//!
//! Invariant: test titles are sentences; nothing here reads a clock.

mod law;
mod oracle;
mod properties;
mod random;
mod refusals;
mod rubrics;
mod shipped;
mod support;
