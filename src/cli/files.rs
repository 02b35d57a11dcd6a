//! Reading the files of a call, and words for what cannot be read or written.
//!
//! Invariant: never more than a file may hold is read into memory; `-` is standard input.

use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::domain::problem::{Kind, Problem};
use crate::format::json::MAX_BYTES;

/// The bytes of a file, one more than allowed at most.
pub fn read(name: &OsStr, input: &mut impl Read) -> Result<Vec<u8>, Problem> {
    let bytes = if name == "-" { all(input) } else { File::open(name).and_then(|mut file| all(&mut file)) };
    bytes.map_err(|reason| Problem::new("", Kind::Unreadable(words(&reason))))
}

fn all(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX);
    from.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Something other than the standard streams that cannot be written, in words that name it.
#[derive(Debug)]
pub struct Unwritten(String);

impl fmt::Display for Unwritten {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl Error for Unwritten {}

/// The same fault, told of the file that could not be written.
pub fn unwritten(name: &Path, reason: &io::Error) -> io::Error {
    io::Error::new(reason.kind(), Unwritten(format!("{}: {}", name.display(), words(reason))))
}

/// Why a file cannot be read or written, in words.
pub fn words(reason: &io::Error) -> String {
    if let Some(named) = reason.get_ref().filter(|inner| inner.is::<Unwritten>()) {
        return named.to_string();
    }
    match reason.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "tempat penyimpanan penuh".to_owned(),
        ErrorKind::BrokenPipe => "penerimanya sudah berhenti membaca".to_owned(),
        ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        ErrorKind::PermissionDenied => "tidak ada izin".to_owned(),
        ErrorKind::IsADirectory => "itu folder, bukan berkas".to_owned(),
        ErrorKind::InvalidInput => "bukan berkas biasa".to_owned(),
        _ => reason
            .raw_os_error()
            .map_or_else(|| "gangguan sistem".to_owned(), |code| format!("kode sistem {code}")),
    }
}
