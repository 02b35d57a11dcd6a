//! File names that change with their content, so that caches may keep them for good.
//!
//! Invariant: [`is_hashed`] holds for exactly the names [`hashed`] makes.

use sha2::{Digest, Sha256};

/// Hexadecimal digits of the hash in a file name.
const DIGITS: usize = 10;

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The first digits of the SHA-256 of `bytes`.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut digits = hex(&Sha256::digest(bytes));
    digits.truncate(DIGITS);
    digits
}

/// `app.css` with the hash of its content: `app.0123456789.css`.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = short_hash(bytes);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

/// Whether a path names its content, so that it may be cached for good.
pub fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    let mut parts = file.rsplit('.').skip(1);
    let (Some(hash), Some(_stem)) = (parts.next(), parts.next()) else {
        return false;
    };
    hash.len() == DIGITS && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_name_follows_its_content_and_is_recognised() {
        let name = hashed("rubrics/sakip-2021.json", b"{}");
        assert_eq!(name, "rubrics/sakip-2021.44136fa355.json");
        assert!(is_hashed(&name));
        assert_ne!(name, hashed("rubrics/sakip-2021.json", b"[]"));
    }

    #[test]
    fn plain_names_are_not_taken_for_hashed_ones() {
        for name in ["index.html", "sw.js", "icon.svg", "_headers", "0123456789.js", "a.01234567.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
