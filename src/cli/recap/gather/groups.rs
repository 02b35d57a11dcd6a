//! Records in their order, group by group.
//!
//! Invariant: every record is gone through twice, in its group, and a group is never held as a whole.

use std::cell::Cell;
use std::io;

use crate::cli::recap::sort::{Sorted, take_text};

/// Goes through the records of a group.
pub type Pass<'a> = dyn FnMut(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> + 'a;

/// Goes through records group by group, each group twice: first to see what its records have in common.
pub fn in_groups(
    sorted: &Sorted,
    key: &dyn Fn(&[u8]) -> io::Result<Vec<u8>>,
    each: &mut dyn FnMut(&mut Pass<'_>, &mut Pass<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let (mut ahead, mut behind) = (sorted.records(), sorted.records());
    let mut next = ahead.next().transpose()?;
    while let Some(begin) = &next {
        let own = key(begin)?;
        let count = Cell::new(0_usize);
        let mut first = |see: &mut dyn FnMut(&[u8]) -> io::Result<()>| {
            while let Some(record) = &next {
                if key(record)? != own {
                    break;
                }
                see(record)?;
                count.set(count.get() + 1);
                next = ahead.next().transpose()?;
            }
            Ok(())
        };
        let mut again = |see: &mut dyn FnMut(&[u8]) -> io::Result<()>| {
            for record in behind.by_ref().take(count.get()) {
                see(&record?)?;
            }
            Ok(())
        };
        each(&mut first, &mut again)?;
    }
    Ok(())
}

/// What was written cannot be read back.
pub fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Takes a text from the beginning of a record.
pub fn text(record: &mut &[u8]) -> io::Result<Vec<u8>> {
    take_text(record).ok_or_else(broken)
}

/// Takes a byte from the beginning of a record.
pub fn byte(record: &mut &[u8]) -> io::Result<u8> {
    let (byte, rest) = record.split_first().ok_or_else(broken)?;
    *record = rest;
    Ok(*byte)
}
