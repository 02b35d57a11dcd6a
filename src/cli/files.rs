//! Reading the files of a call.
//!
//! Invariant: never more than a file may hold is read into memory; `-` is standard input.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};

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

/// Why a file cannot be read, in words.
pub fn words(reason: &io::Error) -> String {
    match reason.kind() {
        ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
        ErrorKind::IsADirectory => "itu folder, bukan berkas".to_owned(),
        ErrorKind::InvalidInput => "bukan berkas biasa".to_owned(),
        _ => reason
            .raw_os_error()
            .map_or_else(|| "gangguan sistem".to_owned(), |code| format!("kode sistem {code}")),
    }
}
