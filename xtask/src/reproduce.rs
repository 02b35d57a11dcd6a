//! The page built once more from nothing, in another folder: the bytes have to be the same.
//!
//! Invariant: a copy is built from the sources alone; it has neither the checkout's `target/` nor its `dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::build::{Mode, SUMS, build_with};
use crate::headers::Ancestors;
use crate::project::Project;
use crate::step::step;

/// What of a checkout is no source.
const LEFT_OUT: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Builds twice, each time from nothing, in two folders, and compares.
pub fn reproduce(project: &Project, node: bool) -> Result<()> {
    let one = step("build from nothing", || afresh(project, "one", node))?;
    let other = step("build from nothing, elsewhere", || afresh(project, "another/place", node))?;
    compare(&one, &other)
}

/// Builds from nothing in another folder and compares with `dist/`.
pub fn same_as_dist(project: &Project) -> Result<()> {
    let dist = fs::read_to_string(project.dist().join(SUMS)).context("dist/ holds no sums")?;
    compare(&dist, &afresh(project, "another/place", true)?)
}

/// The sums of a build from nothing. What it took is removed afterwards: dependencies fill hundreds of megabytes.
fn afresh(project: &Project, name: &str, node: bool) -> Result<String> {
    let folder = project.work().join("afresh").join(name);
    let copy = Project { root: folder.join("sources"), target: Some(folder.join("built")) };
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy_sources(&project.root, &copy.root, &LEFT_OUT)?;
    if node {
        link(&project.path("node_modules"), &copy.path("node_modules"))?;
    }
    build_with(&copy, Mode::Web, node, &Ancestors::default())?;
    let sums = fs::read_to_string(copy.dist().join(SUMS)).context("the build left no sums")?;
    fs::remove_dir_all(&folder)?;
    Ok(sums)
}

fn copy_sources(from: &Path, to: &Path, left_out: &[&str]) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if left_out.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.path().is_dir() {
            copy_sources(&entry.path(), &to.join(name), &[])?;
        } else {
            fs::copy(entry.path(), to.join(name)).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}

/// The npm packages are the same in every copy: package-lock.json fixes each by its own sum.
fn link(from: &Path, to: &Path) -> Result<()> {
    #[cfg(unix)]
    std::os::unix::fs::symlink(from, to)?;
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(from, to)?;
    Ok(())
}

fn compare(one: &str, other: &str) -> Result<()> {
    let only = |here: &str, there: &str| {
        let lines = here.lines().filter(|line| !there.lines().any(|found| found == *line));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let differing = [only(one, other), only(other, one)].concat();
    ensure!(differing.is_empty(), "two builds differ:\n{}", differing.join("\n"));
    ensure!(!one.is_empty(), "nothing was compared");
    println!("     {} files are the same in both", one.lines().count());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_an_added_file_show() {
        assert!(compare("1  a\n2  b\n", "1  a\n2  b\n").is_ok());
        for other in ["1  a\n3  b\n", "1  a\n", "1  a\n2  b\n3  c\n"] {
            assert!(compare("1  a\n2  b\n", other).is_err(), "{other}");
        }
        assert!(compare("", "").is_err());
    }
}
