//! Building again whenever a source file changes.
//!
//! Invariant: a build that fails leaves the last good page in place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::project::Project;

/// What a build reads.
const SOURCES: [&str; 7] = ["src", "styles", "assets", "rubrics", "index.html", "Cargo.toml", "Cargo.lock"];
/// How often the files are looked at: a few hundred of them, so it costs next to nothing.
const PAUSE: Duration = Duration::from_millis(400);

/// When each file was last changed.
type Snapshot = BTreeMap<PathBuf, Option<SystemTime>>;

/// Calls `build` after every change, for ever.
pub fn rebuild(project: &Project, mut build: impl FnMut() -> Result<()>) -> Result<()> {
    println!("Watching {} ...", SOURCES.join(", "));
    let mut seen = snapshot(project);
    loop {
        thread::sleep(PAUSE);
        let mut now = snapshot(project);
        if now == seen {
            continue;
        }
        // Editors write several files, or one in several steps: wait until it is quiet.
        loop {
            thread::sleep(PAUSE);
            let later = snapshot(project);
            if later == now {
                break;
            }
            now = later;
        }
        seen = now;
        match build() {
            Ok(()) => println!("Built: reload the page.\n"),
            Err(error) => println!("Not built, the last page stays: {error:#}\n"),
        }
    }
}

fn snapshot(project: &Project) -> Snapshot {
    let mut files = Snapshot::new();
    for source in SOURCES {
        add(&mut files, &project.path(source));
    }
    files
}

/// Adds a file or a folder; what vanishes meanwhile is left out.
fn add(files: &mut Snapshot, path: &Path) {
    let Ok(entries) = fs::read_dir(path) else {
        if let Ok(metadata) = fs::metadata(path) {
            files.insert(path.to_path_buf(), metadata.modified().ok());
        }
        return;
    };
    for entry in entries.flatten() {
        add(files, &entry.path());
    }
}
