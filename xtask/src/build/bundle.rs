//! The finished page in memory, until it is whole.
//!
//! Invariant: paths are relative, use `/`, and appear once.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use anyhow::{Context, Result};

use crate::build::names;
use crate::project::Project;

/// Files smaller than this are not worth a second request header.
const WORTH_COMPRESSING: usize = 256;

/// Paths in `dist/` and their content.
#[derive(Default)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

/// What a file weighs, plain and on the wire.
#[derive(Clone, Copy)]
pub struct Weight {
    pub bytes: usize,
    pub brotli: usize,
}

impl Bundle {
    /// Adds a file under its own name.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Adds a file under a name that carries its hash, and gives that name.
    pub fn add_hashed(&mut self, path: &str, bytes: Vec<u8>) -> String {
        let path = names::hashed(path, &bytes);
        self.files.insert(path.clone(), bytes);
        path
    }

    /// A file added before.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every file so far, by its path, in order.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// Every path so far, in order.
    pub fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// Adds `<path>.br` for each file that gains by it, and says what each file weighs.
    pub fn compress(&mut self) -> Result<BTreeMap<String, Weight>> {
        let mut weights = BTreeMap::new();
        let mut compressed = Vec::new();
        for (path, bytes) in self.files.iter().filter(|(path, _)| *path != "_headers") {
            let small = brotli(bytes)?;
            // Pictures are compressed as they are; the little they gain is not worth a companion.
            let worth = bytes.len() >= WORTH_COMPRESSING && path.rsplit('.').next() != Some("png");
            let gains = worth && small.len() < bytes.len();
            let weight = Weight { bytes: bytes.len(), brotli: if gains { small.len() } else { bytes.len() } };
            weights.insert(path.clone(), weight);
            if gains {
                compressed.push((format!("{path}.br"), small));
            }
        }
        self.files.extend(compressed);
        Ok(weights)
    }

    /// Puts the files where `dist/` was.
    pub fn write(&self, project: &Project) -> Result<()> {
        let fresh = project.work().join("dist");
        remove(&fresh)?;
        for (path, bytes) in &self.files {
            let target = fresh.join(path);
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&target, bytes).with_context(|| format!("cannot write {path}"))?;
        }
        remove(&project.dist())?;
        fs::rename(&fresh, project.dist()).context("cannot put dist/ in its place")
    }
}

fn remove(folder: &std::path::Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// Brotli at its strongest.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_stay_plain_and_large_ones_get_a_companion() {
        let mut bundle = Bundle::default();
        bundle.add("small.json", b"{}".to_vec());
        bundle.add("large.json", vec![b' '; 10_000]);
        let weights = bundle.compress().unwrap();
        assert_eq!(bundle.paths(), ["large.json", "large.json.br", "small.json"]);
        assert_eq!(weights["small.json"].brotli, 2);
        assert!(weights["large.json"].brotli < 100);
    }
}
