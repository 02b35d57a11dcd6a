//! The files of this repository that tests read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use swanilai::domain::rubric::Rubric;
use swanilai::format::rubric::decode;

/// Ids of the shipped instruments, in the order of the catalogue.
pub const IDS: [&str; 7] = [
    "sakip-2021",
    "pekppp-2023-luring",
    "pekppp-2023-daring",
    "ombudsman-kepatuhan-2023",
    "ombudsman-opini-2025",
    "ombudsman-kepatuhan-2022",
    "ombudsman-kepatuhan-2021",
];

/// A path within the repository.
pub fn path(name: &str) -> PathBuf {
    // The fuzz targets, one folder below, read them too.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("rubrics").is_dir()).unwrap_or(here).join(name)
}

/// The text of a file of the repository.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|reason| panic!("{name}: {reason}"))
}

thread_local! {
    static READ: RefCell<BTreeMap<String, Rubric>> = const { RefCell::new(BTreeMap::new()) };
}

/// A shipped instrument.
pub fn rubric(id: &str) -> Rubric {
    let decoded = || {
        let text = text(&format!("rubrics/{id}.json"));
        decode(&text).unwrap_or_else(|problems| panic!("{id}: {problems:?}"))
    };
    READ.with_borrow_mut(|read| read.entry(id.to_owned()).or_insert_with(decoded).clone())
}

/// All shipped instruments.
pub fn rubrics() -> Vec<Rubric> {
    IDS.iter().map(|id| rubric(id)).collect()
}

/// Writes `made` where `UPDATE` is set; otherwise the file must hold it already.
pub fn golden(name: &str, made: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path(name), made).unwrap_or_else(|reason| panic!("{name}: {reason}"));
    }
    let held = std::fs::read_to_string(path(name)).unwrap_or_default();
    assert!(held == made, "{name} is out of date; run the tests once with UPDATE=1");
}
