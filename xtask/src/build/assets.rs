//! Everything beside the wasm: styles, scripts, instruments, icons.
//!
//! Invariant: instruments are shipped byte for byte, so that their hashes are those of the sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::build::bundle::Bundle;
use crate::build::element;
use crate::build::worker::{READING, WORKER};
use crate::project::Project;

/// The style sheets, in the order in which they override each other; frames load one more.
pub const STYLES: [&str; 23] = [
    "tokens",
    "base",
    "layout",
    "blocks/frame",
    "blocks/controls",
    "blocks/home",
    "blocks/filling",
    "blocks/card",
    "blocks/scoreboard",
    "blocks/results",
    "blocks/plan",
    "blocks/simulation",
    "blocks/actions",
    "blocks/milestones",
    "blocks/evidence",
    "blocks/walk",
    "blocks/parts",
    "blocks/verification",
    "blocks/recap",
    "blocks/paper",
    "blocks/screens",
    "print",
    "form",
];
/// The oldest browsers the page is made for.
const BROWSERS: &str = "--target=chrome109,edge109,firefox115,safari15.4";
/// The files in `assets/` that are not shipped as they are: those the pages name get a hash, the element's the addresses,
/// the worker its list.
const CHANGED: [&str; 7] = ["boot.js", "sight.js", "element.js", "frame.js", "offline.js", WORKER, READING];

/// The project's files, and whether the npm tools may be used on them.
pub struct Assets<'a> {
    pub project: &'a Project,
    pub node: bool,
}

impl Assets<'_> {
    /// Styles as one sheet.
    pub fn sheet(&self, names: &[&str]) -> Result<Vec<u8>> {
        self.minified("css", self.styles(names)?)
    }

    /// The page's styles as an element in another page needs them.
    pub fn element_sheet(&self) -> Result<Vec<u8>> {
        let page = self.styles(&STYLES)? + &self.styles(&["element"])?;
        self.minified("css", element::sheet(&page)?)
    }

    fn styles(&self, names: &[&str]) -> Result<String> {
        let mut sheet = String::new();
        for name in names {
            let path = format!("styles/{name}.css");
            sheet += &self.text(&path)?;
            sheet.push('\n');
        }
        Ok(sheet)
    }

    /// A script of our own.
    pub fn script(&self, path: &str) -> Result<Vec<u8>> {
        self.minified("js", self.text(path)?)
    }

    /// A script of our own that is no module, with its names to itself.
    pub fn closed(&self, path: &str) -> Result<Vec<u8>> {
        self.minified("js", format!("(() => {{\n\"use strict\";\n{}}})();\n", self.text(path)?))
    }

    /// A file of ours, as it is.
    pub fn text(&self, path: &str) -> Result<String> {
        fs::read_to_string(self.project.path(path)).with_context(|| path.to_owned())
    }

    /// Text through esbuild, or as it is where Node is missing.
    pub fn minified(&self, loader: &str, text: String) -> Result<Vec<u8>> {
        if !self.node {
            return Ok(text.into_bytes());
        }
        // By file and not by pipe: nothing can then wait for the other end.
        let input = self.project.work().join(format!("minify.{loader}"));
        fs::create_dir_all(self.project.work())?;
        fs::write(&input, text)?;
        let output = esbuild(self.project)
            .args(["--minify", "--charset=utf8", "--legal-comments=none", BROWSERS])
            .arg(format!("--loader={loader}"))
            .stdin(fs::File::open(&input)?)
            .stderr(Stdio::inherit())
            .output()
            .context("cannot run esbuild")?;
        ensure!(output.status.success(), "esbuild refused the {loader}");
        Ok(output.stdout)
    }

    /// The JSON files of a folder under hashed names, by id.
    pub fn instruments(&self, bundle: &mut Bundle, folder: &str) -> Result<BTreeMap<String, String>> {
        let mut paths = BTreeMap::new();
        for file in files(&self.project.path(folder))? {
            // The catalogue is inside the module: the first view needs it.
            let Some(id) = stem(&file, "json").filter(|id| id != "catalog") else {
                continue;
            };
            let bytes = fs::read(&file)?;
            let json: Value =
                serde_json::from_slice(&bytes).with_context(|| format!("{folder}/{id}.json is not JSON"))?;
            if folder == "rubrics" && json["id"] != id {
                bail!("{folder}/{id}.json calls itself {}", json["id"]);
            }
            let path = bundle.add_hashed(&format!("{folder}/{id}.json"), bytes);
            paths.insert(id, path);
        }
        Ok(paths)
    }

    /// Icons, manifest, service worker: names that others know, so without hash.
    pub fn copy_static(&self, bundle: &mut Bundle) -> Result<()> {
        for file in files(&self.project.path("assets"))? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if CHANGED.contains(&name.as_str()) {
                continue;
            }
            let bytes = if stem(&file, "js").is_some() {
                self.script(&format!("assets/{name}"))?
            } else {
                fs::read(&file)?
            };
            bundle.add(&name, bytes);
        }
        Ok(())
    }
}

/// esbuild, through the script that finds its program for this system.
fn esbuild(project: &Project) -> Command {
    project.node("node_modules/esbuild/bin/esbuild")
}

/// The files directly in a folder, in order; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The name of a file without its extension, where that is the one asked for.
fn stem(file: &Path, extension: &str) -> Option<String> {
    if file.extension()? != extension {
        return None;
    }
    Some(file.file_stem()?.to_string_lossy().into_owned())
}
