//! The long run of the fuzz targets, driven by what each input reaches.
//!
//! Invariant: it needs no nightly compiler: the passes that count what is reached are part of stable rustc.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::project::{Project, ask};
use crate::step::{run, step};

/// What to fuzz, and for how long.
#[derive(Args)]
pub struct Options {
    /// One of `fuzz/fuzz_targets`; all of them, one after the other, where left out
    target: Option<String>,
    /// Seconds for each target
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Counters at each edge, and comparisons told to libFuzzer: what `cargo fuzz --sanitizer none` sets too.
/// Memory needs no watching where the code forbids `unsafe`.
const FLAGS: [&str; 8] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebuginfo=line-tables-only",
];
const PACKAGE: &str = "swanilai-fuzz";

/// Builds the targets and runs each for its seconds. Ends with an error at the first input that breaks one; libFuzzer
/// leaves that input in `target/xtask/fuzz/<target>/`.
pub fn fuzz(project: &Project, options: &Options) -> Result<()> {
    let names = targets(project)?;
    if let Some(name) = &options.target {
        ensure!(names.contains(name), "there is no target {name}; there are {}", names.join(", "));
    }
    let version = ask(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let built = project.work().join("fuzz-built");
    step("build the targets", || {
        // Named, so that macros and build scripts are left as they are.
        let mut cargo =
            project.cargo(["build", "--locked", "--release", "--package", PACKAGE, "--target", host]);
        cargo.args(["--features", "libfuzzer", "--bins"]).env("CARGO_TARGET_DIR", &built);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
        // Sums that overflow are findings as well.
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
        cargo.env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
        run(&mut cargo).context("the targets need a C++ compiler, for libFuzzer")
    })?;
    let programs = built.join(host).join("release");
    for name in names.iter().filter(|name| options.target.as_ref().is_none_or(|only| only == *name)) {
        step(&format!("fuzz {name}"), || one(project, &programs, name, options.seconds))?;
    }
    Ok(())
}

fn one(project: &Project, programs: &Path, name: &str, seconds: u32) -> Result<()> {
    let found = project.work().join("fuzz").join(name);
    fs::create_dir_all(found.join("corpus"))?;
    let mut fuzzer = Command::new(programs.join(name));
    fuzzer.arg(format!("-max_total_time={seconds}"));
    fuzzer.args(["-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=0"]);
    fuzzer.arg(format!("-artifact_prefix={}/", found.display()));
    let words = project.path(&format!("fuzz/dictionaries/{name}.dict"));
    if words.is_file() {
        fuzzer.arg(format!("-dict={}", words.display()));
    }
    // What is new goes into the first folder; the committed corpus is only read.
    fuzzer.arg(found.join("corpus")).arg(project.path(&format!("fuzz/corpus/{name}")));
    run(fuzzer.current_dir(&project.root))
        .context("an input breaks this target; it lies where libFuzzer says")
}

/// Every target, by the name of its file.
fn targets(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project.path("fuzz/fuzz_targets"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".rs").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}
