//! What must be there before a build or a browser test, and how it gets there.
//!
//! Invariant: nothing is installed globally but browsers and what the tests run in, by apt-get, and only as root.

pub mod hosts;
pub mod programs;
pub mod python;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::build::names;
use crate::project::{Project, WASM, ask};
use crate::step::{run, step};

/// Makes sure that rustc can build for the page's target.
pub fn wasm_target() -> Result<()> {
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    step("install the wasm target", || {
        run(Command::new("rustup").args(["target", "add", WASM])).with_context(|| {
            format!(
                "rustc has no standard library for {WASM} and rustup could not add it. Run \
                 `rustup target add {WASM}` where its server can be reached, and once more here; \
                 without rustup, install your system's package of that library, of the same \
                 version as rustc (Fedora: rust-std-static-{WASM})"
            )
        })
    })
}

/// Makes sure that the npm packages are there. `false` where they cannot be, which is said plainly.
pub fn node_packages(project: &Project) -> bool {
    match require_node_packages(project) {
        Ok(()) => true,
        Err(error) => {
            println!(
                "NOTE {error:#}\n     wasm-opt and minifying are SKIPPED: the page works and is larger. \
                 Install Node 20 or newer with npm for the small one."
            );
            false
        }
    }
}

/// Makes sure that the npm packages of package-lock.json are there.
pub fn require_node_packages(project: &Project) -> Result<()> {
    ask(Command::new("node").arg("--version")).context("Node is not installed")?;
    let lock = fs::read(project.path("package-lock.json")).context("cannot read package-lock.json")?;
    let wanted = names::hex(&Sha256::digest(&lock));
    // npm empties node_modules first, so the stamp is there only after a complete install.
    let stamp = project.path("node_modules/.installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("install the npm packages", || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        run(Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(&project.root))?;
        fs::write(&stamp, &wanted).context("cannot mark node_modules as complete")
    })
}
