//! What the first view costs on the wire.
//!
//! Invariant: `first-load.json` lists exactly the files a browser asks for before the first click: `files` for the first
//! view, then, where a page of its own keeps itself for use without a network, `later` and `kept`. A browser test compares
//! them with what is asked for. `modules` are what is loaded when it is first asked for.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::build::bundle::Weight;
use crate::build::page::Addresses;
use crate::build::worker;

/// Where the figures are, inside `dist/`.
pub const FILE: &str = "first-load.json";
/// Asked for by the page's own head, when it is there.
const ICON: &str = "icon.svg";

/// The figures.
pub struct Report {
    first: Vec<(String, Weight)>,
    later: Vec<(String, Weight)>,
    kept: Vec<(String, Weight)>,
    instruments: BTreeMap<String, (String, Weight)>,
    modules: BTreeMap<String, Vec<(String, Weight)>>,
}

/// Picks the files of the first view, the instruments, and what is `kept` on the device.
pub fn report(weights: &BTreeMap<String, Weight>, addresses: &Addresses, kept: &[String]) -> Result<Report> {
    let weigh = |path: &str| {
        let weight = weights.get(path).copied();
        weight.with_context(|| format!("{path} was not weighed"))
    };
    let Addresses { css, sight, boot, glue, wasm, offline, .. } = addresses;
    let mut first = Vec::new();
    for path in ["index.html", css, sight, boot, glue, wasm] {
        first.push((path.to_owned(), weigh(path)?));
    }
    if let Ok(weight) = weigh(ICON) {
        first.push((ICON.to_owned(), weight));
    }
    let mut later = Vec::new();
    for path in [offline, worker::WORKER] {
        later.push((path.to_owned(), weigh(path)?));
    }
    let kept = kept.iter().map(|path| Ok((path.clone(), weigh(path)?))).collect::<Result<_>>()?;
    let mut instruments = BTreeMap::new();
    for (id, path) in &addresses.rubrics {
        instruments.insert(id.clone(), (path.clone(), weigh(path)?));
    }
    let mut modules = BTreeMap::new();
    for (name, (glue, wasm)) in &addresses.modules {
        modules.insert(name.clone(), vec![(glue.clone(), weigh(glue)?), (wasm.clone(), weigh(wasm)?)]);
    }
    Ok(Report { first, later, kept, instruments, modules })
}

impl Report {
    /// The figures for programs.
    pub fn to_json(&self) -> Result<Vec<u8>> {
        let list = |files: &[(String, Weight)]| -> Vec<Value> {
            files.iter().map(|(path, weight)| entry(path, *weight)).collect()
        };
        let instruments: BTreeMap<&String, Value> =
            self.instruments.iter().map(|(id, (path, weight))| (id, entry(path, *weight))).collect();
        let modules: BTreeMap<&String, Vec<Value>> =
            self.modules.iter().map(|(name, files)| (name, list(files))).collect();
        let report = json!({
            "files": list(&self.first),
            "later": list(&self.later),
            "kept": list(&self.kept),
            "instruments": instruments,
            "modules": modules,
        });
        let mut text = serde_json::to_vec_pretty(&report)?;
        text.push(b'\n');
        Ok(text)
    }

    /// The figures for people.
    pub fn line(&self) -> String {
        let total: usize = self.first.iter().map(|(_, weight)| weight.brotli).sum();
        let parts: Vec<String> =
            self.first.iter().map(|(path, weight)| format!("{path} {}", weight.brotli)).collect();
        let kept: usize = self.kept.iter().map(|(_, weight)| weight.brotli).sum();
        let files = self.kept.len();
        let modules: Vec<String> = self
            .modules
            .iter()
            .map(|(name, files)| {
                let all: usize = files.iter().map(|(_, weight)| weight.brotli).sum();
                format!("; {name} {all} B")
            })
            .collect();
        format!(
            "first load {total} B brotli: {}{}; kept for use offline: {kept} B in {files} files",
            parts.join(", "),
            modules.concat()
        )
    }
}

fn entry(path: &str, weight: Weight) -> Value {
    json!({ "path": path, "bytes": weight.bytes, "brotli": weight.brotli })
}
