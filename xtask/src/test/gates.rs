//! Checks that pass or fail as one: purity, lock files, sizes.
//!
//! Invariant: the limits are constants here, so that raising one is a change people see.

use std::fs;
use std::io::Write as _;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::build::{single, sizes};
use crate::project::{PACKAGE, Project, SHEETS, WORKBOOK, ask};
use crate::step::run;

/// Brotli bytes of the first view plus the largest instrument: what was reached; each rise is told in docs/performance.md.
/// The mark is 130,000, the aim 105,000.
const FIRST_LOAD: u64 = 314_500;
/// Brotli bytes of the module with the views beyond filling in and its result: what was reached.
const BEYOND: (&str, u64) = ("beyond", 302_000);
/// Brotli bytes of the modules that read and write workbooks, which nobody loads who does not ask for one. The writer's
/// mark is 260,000.
const TABLES: [(&str, u64); 2] = [(SHEETS, 115_000), (WORKBOOK, 228_000)];
/// Brotli bytes of all scripts, those that come after the first view included: what was reached. The mark is 10,000.
const SCRIPTS: u64 = 10_700;
/// Gzip bytes of the style sheet.
const STYLES: usize = 12_000;
/// Gzip bytes of the script that other sites include.
const LOADER: usize = 3_000;
/// Gzip bytes of the script that only frames load.
const FRAME: usize = 4_000;
/// Bytes of the one HTML file, as it lies on a stick: what was reached. The mark is 320,000.
const ONE_FILE: u64 = 629_000;
/// Earlier totals, one `name bytes` a line, oldest first.
const HISTORY: &str = "docs/sizes.txt";
/// Crates that would tie the pure rooms to a browser.
const IMPURE: [&str; 5] = ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];
/// The only source of crates.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The library without features builds, and no browser crate is in its tree on any target.
pub fn purity(project: &Project) -> Result<()> {
    let pure = ["--locked", "--package", PACKAGE, "--no-default-features"];
    run(project.cargo(["check", "--lib"]).args(pure))?;
    let mut tree = project.cargo(["tree"]);
    tree.args(pure).args(["--edges", "normal", "--target", "all", "--prefix", "none"]);
    let tree = ask(&mut tree)?;
    let found = impure(&tree);
    ensure!(found.is_empty(), "the pure rooms depend on {}", found.join(", "));
    Ok(())
}

/// The browser crates in `cargo tree`'s list.
fn impure(tree: &str) -> Vec<&str> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.filter(|name| IMPURE.contains(name)).collect()
}

/// Everything comes from crates.io, and no lock file names a mirror.
pub fn lock_files(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.path("Cargo.lock")).context("Cargo.lock")?;
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = "));
    for source in sources {
        ensure!(source.trim_matches('"') == CRATES_IO, "Cargo.lock: {source} is not crates.io");
    }
    for path in ["package-lock.json", "benches/web/package-lock.json"] {
        let lock = fs::read_to_string(project.path(path)).context(path)?;
        ensure!(
            !lock.contains("\"resolved\""),
            "{path} names a registry's address; install again with the project's .npmrc"
        );
    }
    Ok(())
}

/// The budgets hold.
pub fn sizes(project: &Project) -> Result<()> {
    let report = fs::read(project.dist().join(sizes::FILE)).context(sizes::FILE)?;
    let report: Value = serde_json::from_slice(&report)?;
    let files = report["files"].as_array().context("no files are listed")?;
    let brotli = |file: &Value| file["brotli"].as_u64().unwrap_or(u64::MAX);
    let path = |file: &Value| file["path"].as_str().unwrap_or_default().to_owned();

    let first: u64 = files.iter().map(brotli).sum();
    let instruments = report["instruments"].as_object().context("no instruments are listed")?;
    let largest = instruments.values().map(brotli).max().unwrap_or(0);
    let later = report["later"].as_array().context("no later files are listed")?;
    let scripts = files.iter().chain(later).filter(|file| ending(&path(file)) == "js");
    let scripts: u64 = scripts.map(brotli).sum();
    let styles = files.iter().map(path).find(|path| ending(path) == "css");
    let styles = gzip(&fs::read(project.dist().join(styles.context("no styles are listed")?))?)?;

    let one_file = fs::metadata(project.dist().join(single::FILE)).context(single::FILE)?.len();

    let total = first + largest;
    println!("     first load {first} B + largest instrument {largest} B = {total} of {FIRST_LOAD} B brotli");
    println!("     scripts {scripts} of {SCRIPTS} B brotli; styles {styles} of {STYLES} B gzip");
    println!("     {} {one_file} of {ONE_FILE} B", single::FILE);
    println!("     {}", trend(&fs::read_to_string(project.path(HISTORY)).unwrap_or_default(), total));
    ensure!(total <= FIRST_LOAD, "the first load is {} B over its budget", total - FIRST_LOAD);
    for (name, most) in TABLES.into_iter().chain([BEYOND]) {
        let parts =
            report["modules"][name].as_array().with_context(|| format!("no module {name} is listed"))?;
        let bytes: u64 = parts.iter().map(brotli).sum();
        let listed = files.iter().any(|file| path(file).starts_with(&format!("{name}.")));
        println!("     module {name} {bytes} of {most} B brotli");
        ensure!(!listed, "the module {name} is in the first load");
        ensure!(bytes <= most, "the module {name} is {} B over its budget", bytes - most);
    }
    ensure!(scripts <= SCRIPTS, "the scripts are {} B over their budget", scripts - SCRIPTS);
    ensure!(one_file <= ONE_FILE, "{} is {} B over its budget", single::FILE, one_file - ONE_FILE);
    ensure!(styles <= STYLES, "the styles are {} B over their budget", styles - STYLES);
    embedding(project)
}

/// What frames in other sites cost beside the page.
fn embedding(project: &Project) -> Result<()> {
    for (name, most) in [("embed", LOADER), ("frame", FRAME)] {
        let mut bytes = None;
        for entry in fs::read_dir(project.dist())? {
            let path = entry?.path();
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if file.split('.').next() == Some(name) && ending(&file) == "js" {
                bytes = Some(gzip(&fs::read(&path)?)?);
            }
        }
        let bytes = bytes.with_context(|| format!("{name}.js was not built"))?;
        println!("     {name}.js {bytes} of {most} B gzip");
        ensure!(bytes <= most, "{name}.js is {} B over its budget", bytes - most);
    }
    Ok(())
}

/// Earlier totals and what has changed since the last one.
fn trend(history: &str, total: u64) -> String {
    let entries: Vec<(&str, u64)> = history
        .lines()
        .filter_map(|line| line.trim().rsplit_once(' '))
        .filter_map(|(name, bytes)| Some((name, bytes.parse().ok()?)))
        .collect();
    let Some((_, last)) = entries.last() else {
        return format!("trend: none yet; begin {HISTORY} with a line `name {total}`");
    };
    let change = i128::from(total) - i128::from(*last);
    let steps: Vec<String> = entries.iter().map(|(name, bytes)| format!("{name} {bytes}")).collect();
    format!("trend: {} -> now {total} ({change:+} B)", steps.join(" -> "))
}

/// What follows a path's last dot.
fn ending(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_crate_in_the_tree_is_found_by_its_whole_name() {
        let tree = "swanilai v0.1.0 (/w)\nserde v1.0.0\nyew-like v1.0.0\nweb-sys v0.3.106\n";
        assert_eq!(impure(tree), ["web-sys"]);
    }

    #[test]
    fn the_trend_compares_with_the_last_entry() {
        assert_eq!(trend("first 100\nsecond 120\n", 115), "trend: first 100 -> second 120 -> now 115 (-5 B)");
        assert!(trend("", 5).contains("none yet"));
    }
}
