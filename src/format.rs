//! The room that knows files: instruments, documents, names and sentences about them.
//!
//! Invariant: pure, and the only room that knows how files are written; whatever is read is either refused whole with its
//! problems, or kept to the last member.

use sha2::{Digest, Sha256};

pub mod carried;
pub mod catalog;
pub mod document;
pub mod json;
pub mod line;
pub mod message;
pub mod names;
pub mod number;
pub mod rubric;
pub mod shape;
pub mod wording;

/// SHA-256 of a text, in hex.
pub(crate) fn sha256(text: &str) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    out
}
