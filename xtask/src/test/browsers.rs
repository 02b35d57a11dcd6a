//! The tests and pictures made in real browsers, by Node.
//!
//! Invariant: tests run one after the other, each file against a server of its own.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::setup;
use crate::setup::programs::{self, Program};
use crate::step::{run, step};
use crate::test::node;
use crate::test::tally::Count;

/// Everything the page does, in Chromium.
pub const ITSELF: &str = "tests/e2e";
/// The page behind the servers and inside the systems of others.
pub const INSIDE_OTHERS: &str = "tests/integrations";
/// The smoke flow.
pub const IN_THREE_ENGINES: &str = "tests/engines";

/// Runs the `*.test.mjs` of a folder.
pub fn tests(project: &Project, folder: &str) -> Result<Count> {
    node::suite(project, with_tools(project, &programs::ALL)?, folder)
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
