//! Where things are, and how to call cargo, npm and node.
//!
//! Invariant: every path used elsewhere starts at [`Project::root`], never at the current directory.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The package whose bin [`BIN`] is the page.
pub const PACKAGE: &str = "swanilai";
/// The bin that mounts the page; built with the feature of the same name.
pub const BIN: &str = "app";
/// The bins with the views that are loaded when they are first asked for.
pub const MODULES: [&str; 2] = ["beyond", "recap"];
/// What a worker reads files with; built with the feature of the same name.
pub const READER: &str = "reader";
/// The bin that reads workbooks, and the feature of those that know them.
pub const SHEETS: &str = "sheets";
/// The bin that writes workbooks.
pub const WORKBOOK: &str = "workbook";
/// The feature that puts all views into the one module of the page.
pub const WHOLE: &str = "whole";
/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A checkout of the project.
#[derive(Clone)]
pub struct Project {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Where cargo compiles to, if not where it would by itself.
    pub target: Option<PathBuf>,
}

impl Project {
    /// The checkout `cargo xtask` was called in.
    pub fn locate() -> Result<Self> {
        // Set by `cargo run`; asked at run time because checkouts may share a target directory.
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(xtask) => Path::new(&xtask).parent().map(Path::to_path_buf),
            None => env::current_dir().ok(),
        }
        .context("cannot tell which checkout to work in")?;
        ensure!(
            root.join("xtask/Cargo.toml").is_file(),
            "{} is not the project's folder; call `cargo xtask` inside it",
            root.display()
        );
        Ok(Self { root, target: None })
    }

    /// A path given from the project's folder.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The finished page.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A folder for files between two steps. Inside the checkout even where the target directory is
    /// shared, so that two checkouts never meet.
    pub fn work(&self) -> PathBuf {
        self.path("target/xtask")
    }

    /// A call of the cargo that runs this program.
    pub fn cargo<I, S>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).current_dir(&self.root);
        if let Some(target) = &self.target {
            command.env("CARGO_TARGET_DIR", target);
        }
        command
    }

    /// A call of node on a script given from the project's folder.
    pub fn node(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.path(script)).current_dir(&self.root);
        command
    }
}

/// Standard output of a short command, trimmed; an error when it cannot run or fails.
pub fn ask(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("cannot run `{name}`"))?;
    ensure!(output.status.success(), "`{name}` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
