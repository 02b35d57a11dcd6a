//! The tests that run without a browser.
//!
//! Invariant: every test binary's result line is counted, doc tests included.

use anyhow::Result;

use crate::project::Project;
use crate::step::follow;
use crate::test::tally::Count;

/// Runs the workspace's tests.
pub fn tests(project: &Project, features: &str) -> Result<Count> {
    let mut cargo = project.cargo(["test", "--locked", "--workspace", "--no-fail-fast"]);
    cargo.args(["--features", features]);
    let mut count = Count::default();
    let status = follow(&mut cargo, |_, line| {
        println!("     {line}");
        if let Some(result) = result_line(line) {
            count.passed += result.passed;
            count.failed += result.failed;
        }
    })?;
    Ok(count.ended(status.success()))
}

/// The counts in `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
fn result_line(line: &str) -> Option<Count> {
    let (_, counts) = line.split_once("test result: ")?;
    let number = |word: &str| {
        counts.split(['.', ';']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(result_line(line), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(result_line("test scoring::blank ... ok"), None);
    }
}
