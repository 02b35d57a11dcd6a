//! Every check, fast ones first, each counted.
//!
//! Invariant: nothing is skipped in silence. What could not run counts as failed, and the last line
//! is `N passed, N failed`.

pub mod browsers;
mod deny;
mod gates;
mod native;
mod node;
mod tally;

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::build::{self, Mode};
use crate::headers::Ancestors;
use crate::project::{BIN, MODULES, PACKAGE, Project, WASM, WHOLE};
use crate::reproduce;
use crate::setup::{self, programs};
use crate::step::run;
use tally::Tally;

/// The features of everything that runs outside a browser.
const NATIVE_FEATURES: &str = "swanilai/cli,swanilai/parquet,swanilai/testing";
/// Tests of what lies in `dist/`, without a browser.
const DIST_TESTS: &str = "tests/dist";

/// Runs the checks; the exit code says whether all passed.
pub fn test(project: &Project, quick: bool) -> ExitCode {
    let mut tally = Tally::default();
    tally.gate("set-up", || set_up(project, quick));
    tally.gate("format", || run(&mut project.cargo(["fmt", "--all", "--check"])));
    tally.gate("lock files", || gates::lock_files(project));
    tally.gate("licences", || deny::check(project));
    tally.gate("purity", || gates::purity(project));
    tally.gate("lints, native", || lints_native(project));
    tally.gate("lints, wasm", || lints_wasm(project));
    tally.suite("tests, native", || native::tests(project, NATIVE_FEATURES));
    let built = tally.gate("build", || build::build_with(project, Mode::Web, true, &Ancestors::default()));
    if built {
        tally.gate("sizes", || gates::sizes(project));
        tally.suite("tests, dist", || node::suite(project, Command::new("node"), DIST_TESTS));
    } else {
        tally.not_run("sizes");
        tally.not_run("tests, dist");
    }
    if !quick {
        if built {
            tally.gate("reproducible", || reproduce::same_as_dist(project));
        } else {
            tally.not_run("reproducible");
        }
        for (name, folder) in [
            ("tests, browser", browsers::ITSELF),
            ("tests, integrations", browsers::INSIDE_OTHERS),
            ("tests, engines", browsers::IN_THREE_ENGINES),
        ] {
            if built {
                tally.suite(name, || browsers::tests(project, folder));
            } else {
                tally.not_run(name);
            }
        }
    }
    tally.close()
}

fn set_up(project: &Project, quick: bool) -> Result<()> {
    setup::wasm_target()?;
    setup::require_node_packages(project)?;
    if !quick {
        for path in programs::ready(&programs::ALL)? {
            println!("     {}", path.display());
        }
        setup::hosts::ready()?;
        println!("     {}", setup::python::ready(project)?.display());
    }
    Ok(())
}

fn lints_native(project: &Project) -> Result<()> {
    run(project.cargo(["clippy", "--locked", "--workspace", "--all-targets"]).args([
        "--features",
        NATIVE_FEATURES,
        "--",
        "-D",
        "warnings",
    ]))
}

fn lints_wasm(project: &Project) -> Result<()> {
    for feature in [BIN, WHOLE] {
        run(project
            .cargo(["clippy", "--locked", "--package", PACKAGE, "--lib", "--bin", BIN])
            .args(MODULES.iter().flat_map(|bin| ["--bin", bin]))
            .args(["--no-default-features", "--features", feature, "--target", WASM])
            .args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}
