//! The tests and pictures made in real browsers, by Node.
//!
//! Invariant: tests run one after the other, each file against a server of its own.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::setup;
use crate::setup::programs::{self, Program};
use crate::step::{follow, run, step};
use crate::test::tally::Count;

/// Everything the page does, in Chromium.
pub const ITSELF: &str = "tests/e2e";
/// The page behind the servers and inside the systems of others.
pub const INSIDE_OTHERS: &str = "tests/integrations";
/// The smoke flow.
pub const IN_THREE_ENGINES: &str = "tests/engines";

/// Runs the `*.test.mjs` of a folder.
pub fn tests(project: &Project, folder: &str) -> Result<Count> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.path(folder)).with_context(|| folder.to_owned())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    ensure!(!files.is_empty(), "{folder} holds no *.test.mjs");

    fs::create_dir_all(project.work())?;
    let tap = project.work().join("browser.tap");
    let mut node = with_tools(project, &programs::ALL)?;
    // One report for people, one for counting.
    node.args(["--test", "--test-concurrency=1", "--test-timeout=1200000"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()))
        .args(&files);
    let status = follow(&mut node, |_, line| println!("     {line}"))?;
    let report = fs::read_to_string(&tap).context("the tests left no report")?;
    Ok(count(&report).ended(status.success()))
}

/// Takes the pictures in `docs/screenshots/`.
pub fn screenshots(project: &Project) -> Result<()> {
    setup::require_node_packages(project)?;
    let mut node = with_tools(project, &[programs::CHROMIUM])?;
    node.arg(format!("{ITSELF}/screenshots.mjs"));
    step("take the pictures", || run(&mut node))
}

/// Node, told which browsers to use and which program serves the page.
fn with_tools(project: &Project, needed: &[Program]) -> Result<Command> {
    let mut node = Command::new("node");
    node.current_dir(&project.root).env("SWANILAI_XTASK", env::current_exe()?);
    for (program, path) in needed.iter().zip(programs::ready(needed)?) {
        node.env(program.variable, path);
    }
    Ok(node)
}

/// The closing lines of a TAP report: `# pass 3`, `# fail 0`, `# cancelled 0`, `# skipped 0`.
/// What was cancelled or skipped has not passed.
fn count(report: &str) -> Count {
    let number = |word: &str| -> usize {
        let lines = report.lines().rev();
        let mut numbers =
            lines.filter_map(|line| line.strip_prefix("# ")?.strip_prefix(word)?.trim().parse().ok());
        numbers.next().unwrap_or(0)
    };
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled ") + number("skipped ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_a_report_are_counted() {
        let report =
            "# pass 99\nok 1 - boots\n# tests 7\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n";
        assert_eq!(count(report), Count { passed: 3, failed: 3 });
    }

    #[test]
    fn a_report_without_an_end_counts_nothing() {
        assert_eq!(count("TAP version 13\n"), Count::default());
    }
}
