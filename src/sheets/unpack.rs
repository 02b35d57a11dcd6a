//! The parts of a workbook, unpacked as far as that is no danger.
//!
//! Invariant: no more than [`MOST`] bytes are ever unpacked of one file, whatever it says of its sizes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::format::sheet::Trouble;
use crate::format::sheet::port::{NOT_A_BOOK, TOO_LARGE};

/// Most bytes of a file.
const LARGEST: usize = 2 * 1024 * 1024;
/// Most bytes of all its parts that are looked at.
const MOST: u64 = 24 * 1024 * 1024;
/// Most parts.
const MANY: usize = 2_000;

/// A workbook as it is packed.
pub struct Packed<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Packed<'a> {
    /// Opens one.
    ///
    /// # Errors
    /// That it is none, or too large.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        if bytes.len() > LARGEST {
            return Err(Trouble::File(TOO_LARGE));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::File(NOT_A_BOOK))?;
        if archive.len() > MANY {
            return Err(Trouble::File(TOO_LARGE));
        }
        Ok(Self { archive, left: MOST })
    }

    /// A part by its path; none where there is no such part.
    ///
    /// # Errors
    /// That it is damaged, locked, no text, or too large.
    pub fn part(&mut self, path: &str) -> Result<Option<String>, Trouble> {
        let Some(at) = self.archive.index_for_name(path) else { return Ok(None) };
        let damaged = || Trouble::File(NOT_A_BOOK);
        let entry = self.archive.by_index(at).map_err(|_| damaged())?;
        // What says itself that it is too large need not be unpacked to be believed; what says less is counted below.
        if entry.size() > self.left {
            return Err(Trouble::File(TOO_LARGE));
        }
        let mut bytes = Vec::new();
        entry.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size).ok_or(Trouble::File(TOO_LARGE))?;
        String::from_utf8(bytes).map(Some).map_err(|_| damaged())
    }
}
