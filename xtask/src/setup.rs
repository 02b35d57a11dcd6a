//! What must be there before a build or a browser test, and how it gets there.
//!
//! Invariant: nothing is installed globally but Chromium and what the tests run in, by apt-get, and only as root.

pub mod hosts;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::build::names;
use crate::project::{Project, WASM, ask};
use crate::step::{run, step};

/// Names a Chromium other than the usual one.
pub const CHROMIUM: &str = "SWANILAI_CHROMIUM";
/// Where a Chromium usually is.
const CHROMIUMS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

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

/// The Chromium the browser tests run in, installed first where that is possible.
pub fn chromium() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os(CHROMIUM).map(PathBuf::from) {
        ensure!(chosen.is_file(), "{CHROMIUM} names {}, which is not there", chosen.display());
        return Ok(chosen);
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    let root = ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let apt = ask(Command::new("apt-get").arg("--version")).is_ok();
    if !(root && apt) {
        bail!(
            "the browser tests need Chromium: install it (Debian and Ubuntu: \
             `apt-get install chromium`) or set {CHROMIUM} to its path"
        );
    }
    step("install Chromium", || {
        let mut update = Command::new("apt-get");
        run(update.args(["update", "-qq"]))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes", "-qq", "--no-install-recommends"]);
        run(install.args(["chromium", "fonts-noto-core"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
        find_chromium().context("apt-get installed no Chromium")
    })
}

/// The Chromium that is there.
fn find_chromium() -> Option<PathBuf> {
    let mut usual = CHROMIUMS.iter().map(PathBuf::from);
    usual.find(|path| path.is_file())
}
