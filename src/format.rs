//! The room that knows files: instruments, documents, names and sentences about them.
//!
//! Invariant: pure, and the only room that knows how files are written; whatever is read is either refused whole with its
//! problems, or kept to the last member.

use sha2::{Digest, Sha256};

pub mod carried;
pub mod catalog;
pub mod document;
pub mod explain;
pub mod json;
pub mod line;
pub mod message;
pub mod names;
pub mod number;
pub mod recap;
pub mod rubric;
pub mod shape;
pub mod sheet;
pub mod wording;
pub mod zip;

/// SHA-256 in the making, over pieces in their order.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Takes the next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// What all pieces come to, in hex.
    #[must_use]
    pub fn hex(self) -> String {
        let mut out = String::with_capacity(64);
        for byte in self.0.finalize() {
            for half in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        out
    }
}

/// SHA-256 of a text, in hex.
pub(crate) fn sha256(text: &str) -> String {
    let mut all = Fingerprint::default();
    all.add(text.as_bytes());
    all.hex()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_to_what_the_whole_comes_to() {
        let published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), published);
        let mut pieces = Fingerprint::default();
        for piece in ["a", "", "bc"] {
            pieces.add(piece.as_bytes());
        }
        assert_eq!(pieces.hex(), published);
    }
}
