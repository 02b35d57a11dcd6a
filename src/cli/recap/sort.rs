//! Any number of records in their order, with memory that does not grow with their number: what exceeds a bound is
//! sorted in runs on the disk, and the runs are merged.
//!
//! Invariant: records come out in the order of their bytes, every one as often as it went in, whatever the bound; what
//! lies on the disk has no name there, or loses it with the last use.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

use crate::cli::files::unwritten;

/// Bytes that are held before they are written out as a run.
pub const ROOM: usize = 4 * 1024 * 1024;
/// What a record takes beside its bytes.
const EACH: usize = 48;
/// Runs of one size that are merged to one of the next.
const WAYS: usize = 16;
/// Bytes that are read of a run at a time.
const BLOCK: usize = 16 * 1024;

/// Records on their way into order.
pub struct Sorter {
    room: usize,
    held: Vec<Vec<u8>>,
    bytes: usize,
    levels: Vec<Vec<Run>>,
}

/// Sorted records on the disk.
#[derive(Clone)]
struct Run {
    file: Rc<RefCell<File>>,
    length: u64,
}

/// Records in their order.
pub struct Sorted {
    held: Vec<Vec<u8>>,
    runs: Vec<Run>,
}

impl Sorter {
    /// One that holds as many bytes in memory.
    pub const fn new(room: usize) -> Self {
        Self { room, held: Vec::new(), bytes: 0, levels: Vec::new() }
    }

    /// Adds a record.
    pub fn push(&mut self, record: Vec<u8>) -> io::Result<()> {
        self.bytes += record.len() + EACH;
        self.held.push(record);
        if self.bytes < self.room {
            return Ok(());
        }
        self.held.sort_unstable();
        self.bytes = 0;
        let run = written(self.held.drain(..).map(Ok))?;
        self.keep(run, 0)
    }

    /// All records in their order.
    pub fn sorted(mut self) -> Sorted {
        self.held.sort_unstable();
        Sorted { held: self.held, runs: self.levels.into_iter().flatten().collect() }
    }

    fn keep(&mut self, run: Run, level: usize) -> io::Result<()> {
        if self.levels.len() == level {
            self.levels.push(Vec::new());
        }
        let Some(runs) = self.levels.get_mut(level) else { return Ok(()) };
        runs.push(run);
        if runs.len() < WAYS {
            return Ok(());
        }
        let full = Sorted { held: Vec::new(), runs: std::mem::take(runs) };
        let run = written(full.records())?;
        self.keep(run, level + 1)
    }
}

impl Sorted {
    /// The records from the first to the last; may be asked for again.
    pub fn records(&self) -> Records<'_> {
        let runs = self.runs.iter().map(|run| Stretch::Run(Reading::of(run)));
        let stretches = runs.chain([Stretch::Held(self.held.iter())]).collect();
        Records { stretches, next: BinaryHeap::new(), begun: false }
    }
}

/// Records being read in their order.
pub struct Records<'a> {
    stretches: Vec<Stretch<'a>>,
    next: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
    begun: bool,
}

enum Stretch<'a> {
    Run(Reading),
    Held(std::slice::Iter<'a, Vec<u8>>),
}

impl Stretch<'_> {
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        match self {
            Self::Run(reading) => reading.record(),
            Self::Held(held) => Ok(held.next().cloned()),
        }
    }
}

impl Records<'_> {
    fn advance(&mut self, at: usize) -> io::Result<()> {
        if let Some(record) = self.stretches.get_mut(at).map_or(Ok(None), Stretch::next)? {
            self.next.push(Reverse((record, at)));
        }
        Ok(())
    }
}

impl Iterator for Records<'_> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        if !self.begun {
            self.begun = true;
            for at in 0..self.stretches.len() {
                if let Err(reason) = self.advance(at) {
                    return Some(Err(reason));
                }
            }
        }
        let Reverse((record, at)) = self.next.pop()?;
        Some(self.advance(at).map(|()| record))
    }
}

/// Writes sorted records as a run, each with its length before it.
fn written(records: impl Iterator<Item = io::Result<Vec<u8>>>) -> io::Result<Run> {
    let named = |reason: io::Error| unwritten(&std::env::temp_dir(), &reason);
    let file = Rc::new(RefCell::new(tempfile::tempfile().map_err(named)?));
    let mut length = 0_u64;
    {
        let mut own = file.borrow_mut();
        let mut out = BufWriter::with_capacity(BLOCK, &mut *own);
        for record in records {
            let record = record?;
            let size = u32::try_from(record.len()).map_err(io::Error::other)?;
            out.write_all(&size.to_le_bytes()).map_err(named)?;
            out.write_all(&record).map_err(named)?;
            length += 4 + u64::from(size);
        }
        out.flush().map_err(named)?;
    }
    Ok(Run { file, length })
}

/// A run being read: readers share its file, so each goes to its own place first.
struct Reading {
    run: Run,
    place: u64,
    block: Vec<u8>,
    at: usize,
}

impl Reading {
    fn of(run: &Run) -> Self {
        Self { run: run.clone(), place: 0, block: Vec::new(), at: 0 }
    }

    fn record(&mut self) -> io::Result<Option<Vec<u8>>> {
        if self.at == self.block.len() && self.place == self.run.length {
            return Ok(None);
        }
        let mut size = [0; 4];
        self.fill(&mut size)?;
        let mut record = vec![0; usize::try_from(u32::from_le_bytes(size)).map_err(io::Error::other)?];
        self.fill(&mut record)?;
        Ok(Some(record))
    }

    fn fill(&mut self, mut into: &mut [u8]) -> io::Result<()> {
        while !into.is_empty() {
            if self.at == self.block.len() {
                let rest = usize::try_from(self.run.length - self.place).unwrap_or(BLOCK);
                if rest == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                self.block.resize(rest.min(BLOCK), 0);
                let mut file = self.run.file.borrow_mut();
                file.seek(SeekFrom::Start(self.place))?;
                file.read_exact(&mut self.block)?;
                self.place += self.block.len() as u64;
                self.at = 0;
            }
            let held = self.block.get(self.at..).unwrap_or_default();
            let take = held.len().min(into.len());
            let (begin, rest) = into.split_at_mut(take);
            begin.copy_from_slice(held.get(..take).unwrap_or_default());
            self.at += take;
            into = rest;
        }
        Ok(())
    }
}

/// Adds a text so that longer keys still compare as the texts do: a nought is marked, and the end is lower than anything.
pub fn put_text(key: &mut Vec<u8>, text: &[u8]) {
    for byte in text {
        key.push(*byte);
        if *byte == 0 {
            key.push(0xff);
        }
    }
    key.extend([0, 0]);
}

/// Takes a text from the beginning of a key.
pub fn take_text(key: &mut &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    loop {
        let (byte, rest) = key.split_first()?;
        *key = rest;
        if *byte != 0 {
            text.push(*byte);
            continue;
        }
        let (mark, rest) = key.split_first()?;
        *key = rest;
        if *mark == 0 {
            return Some(text);
        }
        text.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(count: usize) -> Vec<Vec<u8>> {
        let record = |at: usize| {
            let mut record = (at * 7919 % 1000).to_be_bytes().to_vec();
            record.resize(8 + at * 37 % 90, u8::try_from(at % 251).unwrap());
            record
        };
        (0..count).map(record).collect()
    }

    #[test]
    fn whatever_the_bound_the_same_records_come_out_in_order_as_often_as_they_are_asked_for() {
        for count in [0, 1, 2, 500, 6000] {
            let mut expected = records(count);
            expected.sort();
            for room in [1, 300, 5000, ROOM] {
                let mut sorter = Sorter::new(room);
                for record in records(count) {
                    sorter.push(record).unwrap();
                }
                let sorted = sorter.sorted();
                let mut two = (sorted.records(), sorted.records());
                for expected in &expected {
                    assert_eq!(&two.0.next().unwrap().unwrap(), expected);
                    assert_eq!(&two.1.next().unwrap().unwrap(), expected);
                }
                assert!(two.0.next().is_none() && two.1.next().is_none());
                assert!(sorted.records().map(Result::unwrap).eq(expected.iter().cloned()), "{count} {room}");
            }
        }
    }

    #[test]
    fn a_record_longer_than_a_block_comes_back_whole() {
        let mut sorter = Sorter::new(10);
        for byte in [3, 1, 2] {
            sorter.push(vec![byte; BLOCK * 3 + 1]).unwrap();
        }
        let sizes: Vec<_> =
            sorter.sorted().records().map(Result::unwrap).map(|own| (own[0], own.len())).collect();
        assert_eq!(sizes, [1, 2, 3].map(|byte| (byte, BLOCK * 3 + 1)));
    }

    #[test]
    fn keys_compare_as_their_texts_do_and_give_them_back() {
        let texts = ["", "\0", "\0\0", "\0a", "a", "a\0", "a\0b", "aa", "b", "\u{ff}"];
        for one in texts {
            for other in texts {
                for (left, right) in [("z", "a"), ("a", "z"), ("", "\0")] {
                    let key = |text: &str, more: &str| {
                        let mut key = Vec::new();
                        put_text(&mut key, text.as_bytes());
                        put_text(&mut key, more.as_bytes());
                        key
                    };
                    assert_eq!(key(one, left).cmp(&key(other, right)), (one, left).cmp(&(other, right)));
                    let key = key(one, left);
                    let mut rest = key.as_slice();
                    assert_eq!(take_text(&mut rest), Some(one.as_bytes().to_vec()));
                    assert_eq!(take_text(&mut rest), Some(left.as_bytes().to_vec()));
                    assert_eq!(rest, b"");
                }
            }
        }
    }
}
