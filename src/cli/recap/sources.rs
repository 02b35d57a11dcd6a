//! Where documents come from: files, folders, and texts of one document a line.
//!
//! Invariant: every document is given once, whatever names lead to it, in the order of names; at most one document is in
//! memory, and never more of it than a file may hold. What is held of the names does not grow with their number.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::sort::{ROOM, Sorter, put_text, take_text};
use crate::cli::files;
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Entry, Unread};
use crate::format::json::MAX_BYTES;

/// What is done with each document: its name, and its bytes or why there are none.
type Each<'a> = dyn FnMut(&str, Result<&[u8], Problem>) -> io::Result<()> + 'a;

/// Reads every document of these paths. A file that several of them lead to is read once, under the shortest of its names.
///
/// # Errors
/// Where what was found cannot be kept, or `each` says so; no fault of a file is one.
pub fn each(paths: &[OsString], input: &mut impl Read, each: &mut Each<'_>) -> io::Result<()> {
    let mut found = Sorter::new(ROOM);
    for path in paths {
        gather(Path::new(path), &mut found)?;
    }
    let mut by_path = Sorter::new(ROOM);
    let mut last: Option<Vec<u8>> = None;
    for record in found.sorted().records() {
        let record = record?;
        let mut rest = record.as_slice();
        let file = take_text(&mut rest);
        if file != last {
            last = file;
            by_path.push(rest.get(4..).unwrap_or_default().to_vec())?;
        }
    }
    let mut bytes = Vec::new();
    for path in by_path.sorted().records() {
        let mut path = path?;
        let mark =
            path.split_off(path.len().saturating_sub(4)).try_into().map_or(NO_FILE, i32::from_be_bytes);
        let path = path_of(path);
        let name = path.to_string_lossy();
        if mark != READ {
            each(&name, Err(problem(&fault(mark))))?;
            continue;
        }
        if path.as_os_str() == "-" {
            lines(&name, &mut BufReader::new(&mut *input), each)?;
            continue;
        }
        let in_lines = path.extension().is_some_and(|ending| ending == "ndjson" || ending == "jsonl");
        match File::open(&path) {
            Ok(file) if in_lines => lines(&name, &mut BufReader::new(file), each)?,
            Ok(file) => {
                bytes.clear();
                match file.take(limit()).read_to_end(&mut bytes) {
                    Ok(_) => each(&name, Ok(&bytes))?,
                    Err(reason) => each(&name, Err(problem(&reason)))?,
                }
            }
            Err(reason) => each(&name, Err(problem(&reason)))?,
        }
    }
    Ok(())
}

/// Keeps a path behind what its file is told by; of several paths to one file the shortest comes first.
fn keep(path: &Path, code: i32, found: &mut Sorter) -> io::Result<()> {
    let own = path.as_os_str().as_encoded_bytes();
    let mut record = Vec::with_capacity(own.len() + 32);
    put_text(&mut record, &identity(path));
    record.extend(u32::try_from(own.len()).unwrap_or(u32::MAX).to_be_bytes());
    record.extend(own);
    record.extend(code.to_be_bytes());
    found.push(record)
}

/// What a file is told by, whatever it is called.
fn identity(path: &Path) -> Vec<u8> {
    if path.as_os_str() != "-" {
        #[cfg(unix)]
        if let Ok(file) = fs::metadata(path) {
            use std::os::unix::fs::MetadataExt;
            return [[1; 8], file.dev().to_be_bytes(), file.ino().to_be_bytes()].concat();
        }
        if let Ok(path) = fs::canonicalize(path) {
            return [&[2], path.as_os_str().as_encoded_bytes()].concat();
        }
    }
    [&[3], path.as_os_str().as_encoded_bytes()].concat()
}

/// The path of these bytes.
fn path_of(bytes: Vec<u8>) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes));
    #[cfg(not(unix))]
    return PathBuf::from(String::from_utf8_lossy(&bytes).into_owned());
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
fn gather(path: &Path, found: &mut Sorter) -> io::Result<()> {
    if path.as_os_str() == "-" || !path.is_dir() {
        return keep(path, READ, found);
    }
    // Folders on the way down to where it is.
    let mut open = Vec::new();
    let mut next = Some(path.to_owned());
    loop {
        if let Some(folder) = next.take() {
            match fs::read_dir(&folder) {
                Ok(listing) => open.push((folder, listing)),
                Err(reason) => keep(&folder, code(&reason), found)?,
            }
        }
        let Some((folder, listing)) = open.last_mut() else { return Ok(()) };
        match listing.next() {
            Some(Ok(inside)) if is_hidden(&inside.file_name()) => {}
            Some(Ok(inside)) => {
                let path = inside.path();
                match inside.file_type() {
                    Ok(kind) if kind.is_dir() => next = Some(path),
                    Ok(kind) if kind.is_file() => keep(&path, READ, found)?,
                    _ if path.is_dir() => {}
                    // A pipe or a device may never end.
                    _ if path.exists() && !path.is_file() => keep(&path, NO_FILE, found)?,
                    _ => keep(&path, READ, found)?,
                }
            }
            Some(Err(reason)) => {
                keep(folder, code(&reason), found)?;
                open.pop();
            }
            None => drop(open.pop()),
        }
    }
}

/// That a path is to be read, and that it leads to no file; all else is the system's number for why it is not read.
const READ: i32 = 0;
const NO_FILE: i32 = -1;

fn code(reason: &io::Error) -> i32 {
    reason.raw_os_error().unwrap_or(NO_FILE)
}

fn fault(code: i32) -> io::Error {
    if code == NO_FILE { io::ErrorKind::InvalidInput.into() } else { io::Error::from_raw_os_error(code) }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// The documents of a text, one a line. Empty lines are passed over.
fn lines(name: &str, from: &mut dyn BufRead, each: &mut Each<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        let name = format!("{name}:{number}");
        match from.take(limit()).read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
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
            each(&name, Ok(&line))?;
        }
    }
    Ok(())
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
