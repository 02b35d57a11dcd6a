//! The app: compiled, bound to JavaScript, optimised.
//!
//! Invariant: the same sources give the same bytes in any folder on any machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::build::{Mode, imports};
use crate::project::{PACKAGE, Project, WASM, ask};
use crate::step::{Stream, follow, run, step};

/// One of the page's modules.
#[derive(Clone, Copy)]
pub struct Program {
    /// The bin.
    pub bin: &'static str,
    /// The feature it is built with.
    pub feature: &'static str,
    /// Whether it has to be fast rather than small.
    pub swift: bool,
}

/// Passes for what has to be fast.
const SWIFT: [&str; 2] = ["-O3", "-O3"];

/// Passes for what has to be small. They were chosen by what brotli makes of their result: flat
/// code, laid out anew, then made small thrice; large functions stay apart, though called only once. Nothing lives in the lowest kilobyte: rustc puts the
/// stack there, and it grows down from a mebibyte.
const SMALL_PASSES: [&str; 7] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=50",
];

/// What rustc's target has by default, and nothing more: `--all-features` makes a module that browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Smaller forms that crates offer by a cfg: SHA-256 as a loop, not unrolled.
const SMALL: [&str; 1] = ["--cfg=sha2_backend_soft=\"compact\""];

/// A module and the script that calls it.
pub struct Bound {
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// Compiles one of the programs of the page, with a feature of the page, and gives the path of the module.
fn compile(project: &Project, mode: Mode, program: Program) -> Result<PathBuf> {
    let Program { bin, feature, swift } = program;
    let mut cargo = project.cargo(["build", "--locked", "--package", PACKAGE, "--bin", bin]);
    cargo.args(["--no-default-features", "--features", feature, "--target", WASM]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    match mode {
        Mode::Web => {
            cargo.args(["--profile", if swift { "swift" } else { "web" }]);
            // Not for development: there a path that can be clicked is worth more.
            cargo.env("CARGO_ENCODED_RUSTFLAGS", flags_for_web(project, if swift { &[] } else { &SMALL })?);
            if env::var_os("SOURCE_DATE_EPOCH").is_none() {
                cargo.env("SOURCE_DATE_EPOCH", last_change(project));
            }
        }
        Mode::Dev => {
            cargo.args(["--profile", "dev"]);
        }
    }
    let mut module = None;
    let status = follow(&mut cargo, |stream, line| match stream {
        Stream::Err => println!("     {line}"),
        Stream::Out => module = built_module(line, bin).or(module.take()),
    })?;
    ensure!(status.success(), "the app does not compile");
    module.context("cargo names no module")
}

/// The module in one of cargo's messages, if it is the one that announces it.
fn built_module(message: &str, bin: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != bin {
        return None;
    }
    let files = message["filenames"].as_array()?;
    let paths = files.iter().filter_map(Value::as_str).map(PathBuf::from);
    paths.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
}

/// Makes the script that loads the module, and the module it expects.
fn bind(module: &Path, name: &str) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // boot.js always says where the module is.
        .omit_default_module_path(true)
        .generate_output()?;
    ensure!(
        !output.js().contains("./snippets/"),
        "a dependency brings JavaScript of its own; xtask would have to ship it"
    );
    let wasm = output.wasm_mut().emit_wasm();
    let (glue, wasm) = imports::shorten(output.js(), &wasm)?;
    Ok(Bound { glue, wasm })
}

/// Makes the module small.
fn optimise(project: &Project, wasm: &[u8], passes: &[&str]) -> Result<Vec<u8>> {
    fs::create_dir_all(project.work())?;
    let input = project.work().join("bound.wasm");
    let output = project.work().join("optimised.wasm");
    fs::write(&input, wasm)?;
    let mut command = project.node("node_modules/binaryen/bin/wasm-opt");
    run(command.arg(&input).arg("-o").arg(&output).args(passes).args(FEATURES))?;
    fs::read(&output).context("wasm-opt wrote nothing")
}

/// One of the programs of the page: compiled, bound, and made small where `node` says that the tool for it is there.
pub fn made(project: &Project, mode: Mode, node: bool, program: Program) -> Result<Bound> {
    let Program { bin, feature, swift } = program;
    let compiled = step(&format!("compile {bin} ({feature}) to wasm"), || compile(project, mode, program))?;
    let mut bound = step("bind it to JavaScript (wasm-bindgen)", || bind(&compiled, bin))?;
    if node {
        bound.wasm = step("optimise it (wasm-opt)", || {
            optimise(project, &bound.wasm, if swift { &SWIFT } else { &SMALL_PASSES })
        })?;
    }
    if mode == Mode::Web {
        refuse_machine_paths(project, &bound.wasm)?;
    }
    Ok(bound)
}

/// Fails where the module tells on which machine it was built.
fn refuse_machine_paths(project: &Project, wasm: &[u8]) -> Result<()> {
    for (path, _) in machine_paths(project)? {
        let path = path.display().to_string();
        let needle = path.as_bytes();
        if wasm.windows(needle.len()).any(|window| window == needle) {
            bail!("the module contains the path {path}: remapping missed it");
        }
    }
    Ok(())
}

/// Paths of this machine, and what stands for them in panic messages. rustc takes the last match.
fn machine_paths(project: &Project) -> Result<Vec<(PathBuf, String)>> {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(home?.join(".cargo")))
        .context("neither CARGO_HOME nor HOME is set")?;
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = ask(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let metadata: Value = serde_json::from_str(&ask(&mut project.cargo([
        "metadata",
        "--locked",
        "--no-deps",
        "--format-version",
        "1",
    ]))?)?;
    let target = metadata["target_directory"].as_str().context("cargo names no target directory")?;
    let mut paths = vec![(cargo_home.clone(), "/cargo".to_owned())];
    // The folder's name tells which registry or mirror was used.
    for registry in fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten() {
        paths.push((registry?.path(), "/cargo".to_owned()));
    }
    paths.extend([
        // The name the standard library has where its sources are not installed.
        (Path::new(&sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{}", commit.unwrap_or("unknown"))),
        (project.root.clone(), "/swanilai".to_owned()),
        (PathBuf::from(target), "/target".to_owned()),
    ]);
    Ok(paths)
}

/// rustc flags for visitors, after those the caller has set: no path of this machine, small forms.
fn flags_for_web(project: &Project, forms: &[&str]) -> Result<String> {
    let mut flags: Vec<String> = match (env::var("CARGO_ENCODED_RUSTFLAGS"), env::var("RUSTFLAGS")) {
        (Ok(flags), _) => flags.split('\x1f').map(str::to_owned).collect(),
        (_, Ok(flags)) => flags.split_whitespace().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    flags.extend(forms.iter().map(|form| (*form).to_owned()));
    for (path, name) in machine_paths(project)? {
        flags.push(format!("--remap-path-prefix={}={name}", path.display()));
    }
    Ok(flags.join("\x1f"))
}

/// Seconds of the last commit, for tools that would otherwise look at the clock.
fn last_change(project: &Project) -> String {
    let mut git = Command::new("git");
    git.args(["log", "-1", "--format=%ct"]).current_dir(&project.root);
    ask(&mut git).unwrap_or_else(|_| "0".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_found_among_cargos_messages() {
        let message = r#"{"reason":"compiler-artifact","target":{"name":"app"},"filenames":["/t/app.js","/t/app.wasm"]}"#;
        assert_eq!(built_module(message, "app"), Some(PathBuf::from("/t/app.wasm")));
        assert_eq!(built_module(r#"{"reason":"build-finished","success":true}"#, "app"), None);
        assert_eq!(built_module(message, "recap"), None);
        assert_eq!(built_module("not JSON", "app"), None);
    }

    #[test]
    fn no_blanket_feature_flag_is_passed_to_wasm_opt() {
        assert!(![&SMALL_PASSES[..], &SWIFT, &FEATURES].concat().contains(&"--all-features"));
    }
}
