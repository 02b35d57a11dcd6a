//! Counting what passed and what failed.
//!
//! Invariant: a suite that fails without naming a failed test counts one.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::step::step;

/// How many tests of a suite passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// The count of a suite that has ended, well or not: a bad end is never free, and neither is a
    /// suite without tests.
    pub fn ended(self, well: bool) -> Self {
        let unexplained = self.failed == 0 && (!well || self.passed == 0);
        Self { failed: self.failed + usize::from(unexplained), ..self }
    }
}

/// The count over all steps, and a line for each.
pub struct Tally {
    total: Count,
    lines: Vec<String>,
    start: Instant,
}

impl Default for Tally {
    fn default() -> Self {
        Self { total: Count::default(), lines: Vec::new(), start: Instant::now() }
    }
}

impl Tally {
    /// A step that passes or fails as one.
    pub fn gate(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let mut passed = false;
        self.suite(name, || {
            let result = work();
            passed = result.is_ok();
            result.map(|()| Count { passed: 1, failed: 0 })
        });
        passed
    }

    /// A step that counts its own tests.
    pub fn suite(&mut self, name: &str, work: impl FnOnce() -> Result<Count>) {
        let start = Instant::now();
        let result = step(name, || {
            let count = work()?;
            anyhow::ensure!(count.failed == 0, Failed(count));
            Ok(count)
        });
        let count = result.unwrap_or_else(|error| {
            if let Some(Failed(count)) = error.downcast_ref() {
                return *count;
            }
            println!("     {error:#}");
            Count { passed: 0, failed: 1 }
        });
        self.note(name, count, &format!("{:.1} s", start.elapsed().as_secs_f64()));
    }

    /// A step that could not run because an earlier one failed.
    pub fn not_run(&mut self, name: &str) {
        self.note(name, Count { passed: 0, failed: 1 }, "not run");
    }

    fn note(&mut self, name: &str, count: Count, time: &str) {
        self.total.passed += count.passed;
        self.total.failed += count.failed;
        let verdict = if count.failed == 0 { "ok  " } else { "FAIL" };
        let Count { passed, failed } = count;
        self.lines.push(format!("{verdict} {name:<16} {passed:>5} passed {failed:>3} failed  {time:>9}"));
    }

    /// Prints the lines and the closing one.
    pub fn close(self) -> ExitCode {
        println!();
        for line in &self.lines {
            println!("{line}");
        }
        println!("     {:<38}  {:>7.1} s", "all", self.start.elapsed().as_secs_f64());
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
        if self.total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// A suite that ran and has failed tests.
#[derive(Debug)]
struct Failed(Count);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} failed", self.0.failed)
    }
}

impl std::error::Error for Failed {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_that_breaks_off_has_a_failure() {
        let count = Count { passed: 3, failed: 0 };
        assert_eq!(count.ended(true).failed, 0);
        assert_eq!(count.ended(false).failed, 1);
        assert_eq!(Count { passed: 3, failed: 2 }.ended(false).failed, 2);
    }

    #[test]
    fn a_suite_without_tests_has_a_failure() {
        assert_eq!(Count::default().ended(true).failed, 1);
    }

    #[test]
    fn gates_and_suites_add_up() {
        let mut tally = Tally::default();
        assert!(tally.gate("good", || Ok(())));
        assert!(!tally.gate("bad", || anyhow::bail!("because")));
        tally.suite("suite", || Ok(Count { passed: 5, failed: 2 }));
        tally.not_run("later");
        assert_eq!(tally.total, Count { passed: 6, failed: 4 });
    }
}
