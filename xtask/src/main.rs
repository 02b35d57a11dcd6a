//! The project's commands: `cargo xtask build | serve | test | reproduce | fuzz | floor | screenshots`.
//!
//! Code map: [`project`] where things are · [`step`] running programs without silence ·
//! [`setup`] what must be installed · [`build`] source to `dist/` · [`reproduce`] whether it comes
//! out the same elsewhere · [`headers`] the production headers · [`serve`] `dist/` under those
//! headers · [`test`] every check, counted · [`fuzz`] the long run of the fuzz targets.
//!
//! Invariant: nothing is downloaded but through rustup, cargo, npm and apt-get.

mod build;
mod fuzz;
mod headers;
mod project;
mod reproduce;
mod serve;
mod setup;
mod step;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::build::Mode;
use crate::headers::Ancestors;
use crate::project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, serve and test Swanilai")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page into dist/
    Build {
        /// Build quickly, unoptimised
        #[arg(long)]
        dev: bool,
        /// Origins of the sites that may show the page in a frame, apart by spaces; none unless told
        #[arg(long, value_name = "ORIGINS", default_value = "")]
        frame_ancestors: Ancestors,
    },
    /// Build, then serve dist/ on this computer under the production headers
    Serve(serve::Options),
    /// Build twice from nothing in two folders and compare every byte
    Reproduce,
    /// Try the fuzz targets for long, by what each input reaches (docs/fuzzing.md)
    Fuzz(fuzz::Options),
    /// Run every check; the last line reads "N passed, N failed"
    Test {
        /// Leave the browser tests out
        #[arg(long)]
        quick: bool,
    },
    /// Weigh what lies under every page of ours: Yew, and the core without a view
    Floor,
    /// Build, then take the pictures in docs/screenshots/
    Screenshots,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    let project = Project::locate()?;
    match command {
        Command::Build { dev, frame_ancestors } => {
            build::build(&project, Mode::of(dev), &frame_ancestors)?;
        }
        Command::Serve(options) => {
            if !options.no_build {
                build::build(&project, Mode::of(options.dev), &options.frame_ancestors)?;
            }
            serve::serve(&project, &options)?;
        }
        Command::Reproduce => {
            setup::wasm_target()?;
            reproduce::reproduce(&project, setup::node_packages(&project))?;
        }
        Command::Fuzz(options) => fuzz::fuzz(&project, &options)?,
        Command::Test { quick } => return Ok(test::test(&project, quick)),
        Command::Floor => build::floor(&project)?,
        Command::Screenshots => {
            build::build(&project, Mode::Web, &Ancestors::default())?;
            test::browsers::screenshots(&project)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
