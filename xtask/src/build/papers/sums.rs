//! Sums of every file, for `sha256sum -c`, and integrity values for those who load one from elsewhere.
//!
//! Invariant: `SHA256SUMS` names every file but itself, so that whatever is changed, missing or added shows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::build::names;

/// The lines that `sha256sum -c SHA256SUMS` reads inside `dist/`.
pub fn sums(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut text = String::new();
    for (path, bytes) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}  {path}", names::hex(&Sha256::digest(bytes)));
    }
    text.into_bytes()
}

/// `integrity` values by path, for what an element can name with one. Compressed companions are left out:
/// browsers compare what they have unpacked.
pub fn integrity(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let values: BTreeMap<&String, String> = files
        .iter()
        .filter(|(path, _)| matches!(path.rsplit('.').next(), Some("js" | "css" | "wasm" | "json" | "html")))
        .map(|(path, bytes)| (path, format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))))
        .collect();
    let mut text = serde_json::to_vec_pretty(&values)?;
    text.push(b'\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("app.js".to_owned(), b"abc".to_vec()), ("app.js.br".to_owned(), Vec::new())])
    }

    #[test]
    fn sums_are_the_published_ones_of_the_same_bytes() {
        let text = String::from_utf8(sums(&files())).unwrap();
        assert_eq!(
            text.lines().next().unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  app.js"
        );
        assert_eq!(text.lines().count(), 2);
    }

    #[test]
    fn integrity_values_are_the_published_ones_of_the_same_bytes() {
        let text = String::from_utf8(integrity(&files()).unwrap()).unwrap();
        let sha384 = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(text, format!("{{\n  \"app.js\": \"{sha384}\"\n}}\n"));
    }
}
