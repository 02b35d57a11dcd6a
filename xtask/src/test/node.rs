//! The tests that Node runs, counted.
//!
//! Invariant: files run one after the other; what was cancelled or skipped has not passed, and a page that often needs a
//! second walk has failed.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::step::follow;
use crate::test::tally::Count;

/// How many tests of a suite may need the second walk of tests/e2e/support/walked.mjs: more of them is no accident.
const SECOND_WALKS: usize = 6;
/// What such a test says.
const SECOND_WALK: &str = "# walked twice: ";

/// Runs the `*.test.mjs` in a folder by `node`, a call of Node in the environment they need.
pub fn suite(project: &Project, mut node: Command, folder: &str) -> Result<Count> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.path(folder)).context(folder.to_owned())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    ensure!(!files.is_empty(), "{folder} holds no *.test.mjs");

    fs::create_dir_all(project.work())?;
    let tap = project.work().join("node.tap");
    // One report for people, one for counting.
    node.args(["--test", "--test-concurrency=1", "--test-timeout=1200000"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()))
        .args(&files)
        .current_dir(&project.root);
    let status = follow(&mut node, |_, line| println!("     {line}"))?;
    let report = fs::read_to_string(&tap).context("the tests left no report")?;
    let again = second_walks(&report);
    if again > 0 {
        println!("     {again} needed a second walk");
    }
    ensure!(again <= SECOND_WALKS, "{again} tests needed a second walk; at most {SECOND_WALKS} may");
    Ok(count(&report).ended(status.success()))
}

/// How many tests of a TAP report walked twice.
fn second_walks(report: &str) -> usize {
    report.lines().filter(|line| line.trim_start().starts_with(SECOND_WALK)).count()
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
    fn second_walks_are_counted_in_every_file() {
        let report =
            "ok 1 - boots\n# walked twice: it took too long\n    # walked twice: 0 !== 38\n# pass 2\n";
        assert_eq!(second_walks(report), 2);
    }

    #[test]
    fn a_report_without_an_end_counts_nothing() {
        assert_eq!(count("TAP version 13\n"), Count::default());
    }
}
