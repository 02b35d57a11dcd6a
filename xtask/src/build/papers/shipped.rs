//! Which crates are in the page, whose they are, and under which licences.
//!
//! Invariant: what runs only while building (macros, build scripts, tests) is not listed; everything that
//! is compiled into the module is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::project::{BIN, PACKAGE, Project, SHEETS, WASM, ask};

/// Name and version: what a crate is known by.
pub type Key = (String, String);

/// The crates compiled into the page.
pub struct Shipped {
    /// All but our own, in order.
    pub crates: BTreeMap<Key, Crate>,
    /// Our own crate, and what it uses itself.
    pub page: (Key, BTreeSet<Key>),
    /// Version of rustc, whose standard library is in the page too.
    pub rust: String,
}

/// One crate.
pub struct Crate {
    /// The licence in SPDX's form.
    pub licence: String,
    pub authors: String,
    pub repository: String,
    /// Where its sources lie on this machine; never written out.
    pub folder: PathBuf,
    /// SHA-256 of the package, as in Cargo.lock.
    pub checksum: String,
    /// The crates it uses.
    pub uses: BTreeSet<Key>,
}

impl Shipped {
    /// Asks cargo.
    pub fn of(project: &Project) -> Result<Self> {
        let mut tree = project.cargo(["tree", "--locked", "--package", PACKAGE, "--no-default-features"]);
        tree.args([
            "--features",
            &[BIN, SHEETS].join(","),
            "--target",
            WASM,
            "--edges",
            "normal,no-proc-macro",
        ]);
        tree.args(["--prefix", "depth", "--format", " {p}"]);
        let mut graph = graph(&ask(&mut tree)?)?;
        let root =
            graph.keys().find(|(name, _)| name == PACKAGE).cloned().context("the page is not in its tree")?;
        let page = graph.remove(&root).unwrap_or_default();

        let mut metadata = project.cargo(["metadata", "--locked", "--all-features", "--format-version", "1"]);
        let metadata: Value = serde_json::from_str(&ask(&mut metadata)?)?;
        let checksums = checksums(&fs::read_to_string(project.path("Cargo.lock"))?);
        let mut crates = BTreeMap::new();
        for package in metadata["packages"].as_array().context("cargo names no packages")? {
            let key = (text(&package["name"]), text(&package["version"]));
            let Some(uses) = graph.remove(&key) else { continue };
            let licence = text(&package["license"]).replace(" / ", "/").replace('/', " OR ");
            ensure!(!licence.is_empty(), "{} {} states no licence", key.0, key.1);
            let manifest = text(&package["manifest_path"]);
            let authors = package["authors"].as_array().into_iter().flatten().map(text).collect::<Vec<_>>();
            let found = Crate {
                licence,
                authors: authors.join(", "),
                repository: text(&package["repository"]),
                folder: Path::new(&manifest).parent().context("a manifest without folder")?.to_path_buf(),
                checksum: checksums.get(&key).cloned().with_context(|| format!("{key:?} has no checksum"))?,
                uses,
            };
            crates.insert(key, found);
        }
        ensure!(graph.is_empty(), "cargo tells nothing of {:?}", graph.keys());
        let version = ask(Command::new("rustc").arg("-vV"))?;
        let release = version.lines().find_map(|line| line.strip_prefix("release: "));
        Ok(Self { crates, page: (root, page), rust: release.context("rustc tells no release")?.to_owned() })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Who uses whom, from `cargo tree`'s lines `<depth> <name> v<version>`. A crate is written out once; where it comes
/// again, its own part is left out.
fn graph(tree: &str) -> Result<BTreeMap<Key, BTreeSet<Key>>> {
    let mut graph: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    let mut above: Vec<Key> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split(' ');
        let (Some(depth), Some(name), Some(version)) = (words.next(), words.next(), words.next()) else {
            bail!("cargo tree says `{line}`");
        };
        let depth: usize = depth.parse().with_context(|| format!("cargo tree says `{line}`"))?;
        let key = (name.to_owned(), version.trim_start_matches('v').to_owned());
        above.truncate(depth);
        if let Some(user) = above.last() {
            graph.entry(user.clone()).or_default().insert(key.clone());
        }
        graph.entry(key.clone()).or_default();
        above.push(key);
    }
    Ok(graph)
}

/// The checksums in Cargo.lock.
fn checksums(lock: &str) -> BTreeMap<Key, String> {
    let value = |part: &str, name: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
        line.and_then(|line| line.strip_suffix('"')).unwrap_or_default().to_owned()
    };
    let parts = lock.split("[[package]]");
    parts.map(|part| ((value(part, "name"), value(part, "version")), value(part, "checksum"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        (name.to_owned(), "1.0.0".to_owned())
    }

    #[test]
    fn the_tree_says_who_uses_whom() {
        let graph = graph("0 a v1.0.0 (/w)\n1 b v1.0.0\n2 c v1.0.0\n1 d v1.0.0\n2 b v1.0.0 (*)\n").unwrap();
        assert_eq!(graph[&key("a")], BTreeSet::from([key("b"), key("d")]));
        assert_eq!(graph[&key("b")], BTreeSet::from([key("c")]));
        assert_eq!(graph[&key("d")], BTreeSet::from([key("b")]));
        assert_eq!(graph[&key("c")], BTreeSet::new());
    }

    #[test]
    fn a_line_that_is_no_crate_is_an_error() {
        assert!(graph("a v1.0.0").is_err());
    }

    #[test]
    fn checksums_are_read_by_name_and_version() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\n";
        assert_eq!(checksums(lock)[&key("a")], "ff");
        assert_eq!(checksums(lock)[&key("b")], "");
    }
}
