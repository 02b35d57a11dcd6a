//! The tests and pictures made in real browsers, by Node.
//!
//! Invariant: tests run one after the other, each file against a server of its own.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::{PACKAGE, Project, ask};
use crate::setup;
use crate::setup::programs::{self, Program};
use crate::setup::python;
use crate::step::{run, step};
use crate::test::node;
use crate::test::tally::Count;

/// Everything the page does, in Chromium.
pub const ITSELF: &str = "tests/e2e";
/// The page behind the servers and inside the systems of others.
pub const INSIDE_OTHERS: &str = "tests/integrations";
/// The smoke flow.
pub const IN_THREE_ENGINES: &str = "tests/engines";

/// The bin of the command line.
const COMMAND: &str = "swanilai";

/// Runs the `*.test.mjs` of a folder.
pub fn tests(project: &Project, folder: &str) -> Result<Count> {
    let mut node = with_tools(project, &programs::ALL)?;
    if folder == INSIDE_OTHERS {
        node.env(python::VARIABLE, python::ready(project)?).env("SWANILAI_CLI", command_line(project)?);
    }
    node::suite(project, node, folder)
}

/// The command line with everything that it can be built with: where cargo says that it lies.
fn command_line(project: &Project) -> Result<PathBuf> {
    let mut build = project.cargo(["build", "--locked", "--package", PACKAGE, "--bin", COMMAND]);
    build.args(["--features", "parquet", "--message-format", "json-render-diagnostics"]);
    let said = ask(&mut build)?;
    let mut lines = said.lines().rev().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let made = lines.find_map(|line| line["executable"].as_str().map(PathBuf::from));
    made.context("cargo built no command line")
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
