//! Where documents come from: files, folders, and texts of one document a line.
//!
//! Invariant: every path gives each of its documents once, in the order of their names; at most one document is in
//! memory, and never more of it than a file may hold.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::cli::files;
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Entry, Unread};
use crate::format::json::MAX_BYTES;

/// What is done with each document: its name, and its bytes or why there are none.
type Each<'a> = dyn FnMut(&str, Result<&[u8], Problem>) + 'a;

/// Reads every document of these paths.
pub fn each(paths: &[OsString], input: &mut impl Read, each: &mut Each<'_>) {
    let mut all: Vec<PathBuf> = Vec::new();
    let mut closed: Vec<(PathBuf, io::Error)> = Vec::new();
    for path in paths {
        gather(Path::new(path), &mut all, &mut closed);
    }
    for (path, reason) in closed {
        each(&path.to_string_lossy(), Err(problem(&reason)));
    }
    all.sort();
    all.dedup();
    let mut bytes = Vec::new();
    for path in all {
        let name = path.to_string_lossy();
        if path.as_os_str() == "-" {
            lines(&name, &mut BufReader::new(&mut *input), each);
            continue;
        }
        let in_lines = path.extension().is_some_and(|ending| ending == "ndjson" || ending == "jsonl");
        match File::open(&path) {
            Ok(file) if in_lines => lines(&name, &mut BufReader::new(file), each),
            Ok(file) => {
                bytes.clear();
                match file.take(limit()).read_to_end(&mut bytes) {
                    Ok(_) => each(&name, Ok(&bytes)),
                    Err(reason) => each(&name, Err(problem(&reason))),
                }
            }
            Err(reason) => each(&name, Err(problem(&reason))),
        }
    }
}

/// A document that cannot be read.
pub fn unread(name: &str, problem: Problem) -> Entry {
    Entry::Unread(Unread { file: Text::from(name), problems: vec![problem] })
}

/// One byte more than a file may hold.
fn limit() -> u64 {
    u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX)
}

fn problem(reason: &io::Error) -> Problem {
    Problem::new("", Kind::Unreadable(files::words(reason)))
}

/// The files of a path. What is hidden in a folder is left out, and no link to a folder is followed, for it may lead
/// back.
fn gather(path: &Path, all: &mut Vec<PathBuf>, closed: &mut Vec<(PathBuf, io::Error)>) {
    if path.as_os_str() == "-" || !path.is_dir() {
        all.push(path.to_owned());
        return;
    }
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let listed = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let listed = match listed {
            Ok(listed) => listed,
            Err(reason) => {
                closed.push((folder, reason));
                continue;
            }
        };
        for inside in listed {
            if is_hidden(&inside.file_name()) {
                continue;
            }
            match inside.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(inside.path()),
                Ok(kind) if kind.is_symlink() && inside.path().is_dir() => {}
                // A pipe or a device may never end.
                Ok(_) if inside.path().exists() && !inside.path().is_file() => {
                    closed.push((inside.path(), io::Error::from(io::ErrorKind::InvalidInput)));
                }
                _ => all.push(inside.path()),
            }
        }
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// The documents of a text, one a line. Empty lines are passed over.
fn lines(name: &str, from: &mut dyn BufRead, each: &mut Each<'_>) {
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        let name = format!("{name}:{number}");
        match from.take(limit()).read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(_) => {}
            Err(reason) => return each(&name, Err(problem(&reason))),
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() > MAX_BYTES
            && let Err(reason) = pass_over(from)
        {
            return each(&name, Err(problem(&reason)));
        }
        if !line.trim_ascii().is_empty() {
            each(&name, Ok(&line));
        }
    }
}

/// Leaves the rest of a line.
fn pass_over(from: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let held = from.fill_buf()?;
        let (end, length) = match held.iter().position(|byte| *byte == b'\n') {
            Some(at) => (true, at + 1),
            None => (held.is_empty(), held.len()),
        };
        from.consume(length);
        if end {
            return Ok(());
        }
    }
}
