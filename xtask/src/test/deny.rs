//! Licences, bans and sources of every crate, by cargo-deny under `deny.toml`.
//!
//! Invariant: the version that checks is the one named here, installed inside the checkout if it is
//! nowhere else; a failed install fails the check.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::{Project, ask};
use crate::step::{run, step};

/// The one version, so that the same checkout gives the same answer everywhere.
const VERSION: &str = "0.20.2";
const PROGRAM: &str = "cargo-deny";
/// What is checked. Advisories are not: their database is fetched from elsewhere, and a check that
/// passes only with that network would be no check here. SECURITY.md says how to run them.
const CHECKS: [&str; 4] = ["check", "licenses", "bans", "sources"];

/// Every crate of the lock file is licensed, allowed and from crates.io.
pub fn check(project: &Project) -> Result<()> {
    let mut deny = Command::new(program(project)?);
    // Warnings tell of double versions that Yew brings; they are for who asks, not for each run.
    deny.args(["--log-level", "error", "--workspace", "--all-features", "--locked"]);
    run(deny.args(CHECKS).current_dir(&project.root))
}

/// cargo-deny of the right version: on the path, from an earlier run, or installed now.
fn program(project: &Project) -> Result<PathBuf> {
    let tools = project.work().join("tools");
    let own = tools.join("bin").join(PROGRAM).with_extension(std::env::consts::EXE_EXTENSION);
    for found in [PathBuf::from(PROGRAM), own.clone()] {
        if ask(Command::new(&found).arg("--version")).is_ok_and(|said| is_wanted(&said)) {
            return Ok(found);
        }
    }
    step("install cargo-deny", || {
        let mut install = project.cargo(["install", "--locked", "--version", VERSION, "--root"]);
        run(install.arg(&tools).arg(PROGRAM)).with_context(|| {
            format!(
                "licences and sources cannot be checked without it. Run \
                 `cargo install --locked --version {VERSION} {PROGRAM}` where crates.io can be reached"
            )
        })
    })?;
    Ok(own)
}

/// Whether `cargo-deny --version` names the one version.
fn is_wanted(said: &str) -> bool {
    said.split_whitespace().last() == Some(VERSION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_version_is_taken() {
        assert!(is_wanted("cargo-deny 0.20.2"));
        assert!(!is_wanted("cargo-deny 0.20.20"));
        assert!(!is_wanted(""));
    }
}
