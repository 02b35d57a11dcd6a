//! Every target over its corpus, and over changes to it that fall the same way every time.

use std::fs;
use std::path::{Path, PathBuf};

use swanilai_fuzz::it::dice::Dice;
use swanilai_fuzz::it::mutation::mutate;
use swanilai_fuzz::targets::{TARGETS, Target, import, json, message, number, rubric, score};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder, in order; those of `fuzz/corpus` first.
fn files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = root().join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|reason| panic!("{}: {reason}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    files(&format!("fuzz/corpus/{name}"))
}

/// Tries `rounds` changed files, each changed up to four times.
fn over_changes(target: Target, seeds: &[(PathBuf, Vec<u8>)], rounds: usize) {
    let mut dice = Dice::new(u64::try_from(rounds).unwrap());
    for round in 0..rounds {
        let (path, mut bytes) = seeds[round % seeds.len()].clone();
        for _ in 0..=dice.throw(4) {
            mutate(&mut bytes, &mut dice);
        }
        let held = std::panic::catch_unwind(|| target(&bytes));
        assert!(held.is_ok(), "{} changed into {:?}", path.display(), String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn every_target_holds_over_its_whole_corpus() {
    for (name, target) in TARGETS {
        for (path, bytes) in corpus(name) {
            let held = std::panic::catch_unwind(|| target(&bytes));
            assert!(held.is_ok(), "{}", path.display());
        }
    }
}

#[test]
fn every_target_has_its_program_for_the_long_run() {
    for (name, _) in TARGETS {
        assert!(root().join(format!("fuzz/fuzz_targets/{name}.rs")).is_file(), "{name}");
    }
}

#[test]
fn files_that_are_sent_hold_over_changes() {
    over_changes(import, &[corpus("import"), files("tests/fixtures")].concat(), 3_000);
}

#[test]
fn json_holds_over_changes() {
    over_changes(json, &corpus("json"), 20_000);
}

#[test]
fn messages_hold_over_changes() {
    over_changes(message, &corpus("message"), 5_000);
}

#[test]
fn numbers_hold_over_changes() {
    over_changes(number, &corpus("number"), 50_000);
}

#[test]
fn instruments_hold_over_changes() {
    over_changes(rubric, &corpus("rubric"), 1_000);
    over_changes(rubric, &files("rubrics"), 100);
}

#[test]
fn results_hold_over_changes() {
    over_changes(score, &corpus("score"), 200);
}
