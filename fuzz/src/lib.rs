//! What must hold of any bytes whatever, for libFuzzer and for the native tests alike.
//!
//! Invariant: a target ends the program only where something does not hold; it reads nothing but its bytes
//! and the shipped instruments.
#![forbid(unsafe_code)]

mod bytes;
pub mod targets;

/// What the native tests share.
#[path = "../../tests/it"]
#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "written for the tests, which use all of it"
)]
pub mod it {
    pub mod anything;
    pub mod dice;
    pub mod mutation;
    pub mod oracle;
    pub mod random;
    pub mod shipped;
    pub mod support;
}
