//! `dist/` in memory.
//!
//! Invariant: a request finds a file by its exact path or not at all; nothing is read from disk
//! once the server runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::names;

/// Every file of a build, by its path.
pub struct Site {
    files: BTreeMap<String, File>,
}

/// A file, plain and compressed.
pub struct File {
    pub plain: Vec<u8>,
    pub brotli: Option<Vec<u8>>,
    /// Changes with the content.
    pub tag: String,
}

impl Site {
    /// Reads a build.
    pub fn read(dist: &Path) -> Result<Self> {
        super::require(dist.join("index.html").is_file())?;
        let mut contents = BTreeMap::new();
        read_into(&mut contents, dist, "")?;
        let mut files = BTreeMap::new();
        for (path, plain) in &contents {
            if path.strip_suffix(".br").is_some_and(|path| contents.contains_key(path)) {
                continue;
            }
            let file = File {
                tag: format!("\"{}\"", names::short_hash(plain)),
                brotli: contents.get(&format!("{path}.br")).cloned(),
                plain: plain.clone(),
            };
            files.insert(path.clone(), file);
        }
        Ok(Self { files })
    }

    /// The file a request names, with its path.
    pub fn find(&self, url: &str) -> Option<(&str, &File)> {
        let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
        let path = if path.is_empty() { "index.html" } else { path };
        let (path, file) = self.files.get_key_value(path)?;
        Some((path, file))
    }
}

fn read_into(contents: &mut BTreeMap<String, Vec<u8>>, folder: &Path, prefix: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read_into(contents, &entry.path(), &format!("{path}/"))?;
        } else {
            let bytes = fs::read(entry.path()).with_context(|| format!("cannot read {path}"))?;
            contents.insert(path, bytes);
        }
    }
    Ok(())
}

/// Whether an Accept-Encoding header lets brotli through.
pub fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let refused = parts.any(|part| {
            let weight = part.strip_prefix("q=").and_then(|weight| weight.parse().ok());
            weight.is_some_and(|weight: f32| weight <= 0.0)
        });
        name.eq_ignore_ascii_case("br") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let file = |plain: &[u8]| File { plain: plain.to_vec(), brotli: None, tag: String::new() };
        Site {
            files: BTreeMap::from([
                ("index.html".to_owned(), file(b"page")),
                ("rubrics/a.json".to_owned(), file(b"{}")),
            ]),
        }
    }

    #[test]
    fn the_root_is_the_page_and_a_query_changes_nothing() {
        assert_eq!(site().find("/").unwrap().0, "index.html");
        assert_eq!(site().find("/rubrics/a.json?x=1").unwrap().0, "rubrics/a.json");
    }

    #[test]
    fn no_request_leaves_the_list() {
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/rubrics/../index.html",
            "/rubrics",
            "",
            "*",
        ] {
            assert!(site().find(url).is_none(), "{url}");
        }
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        assert!(takes_brotli("gzip, deflate, br, zstd"));
        assert!(takes_brotli("br;q=0.5"));
        assert!(!takes_brotli("gzip"));
        assert!(!takes_brotli("br;q=0, gzip"));
    }

    #[test]
    fn a_folder_without_a_page_is_refused() {
        assert!(Site::read(Path::new(env!("CARGO_MANIFEST_DIR"))).is_err());
    }
}
