//! Zip archives, as far as bundles of documents need them: a directory at the end, files stored or deflated.
//!
//! Invariant: nothing an archive says of itself is believed: each file has a stretch of the archive to itself, is
//! unpacked to no more than it claims and no more than [`MOST`], and counts only if its checksum holds.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::json::shown;

/// How far from the end the directory can be found: its closing record, and the longest comment.
pub const TAIL: u32 = 22 + 0xffff;
/// The largest file that is unpacked, in bytes.
pub const MOST: u32 = 2 * 1024 * 1024;
/// The most files of an archive.
pub const MOST_FILES: usize = 20_000;
/// The longest directory, in bytes.
const MOST_DIRECTORY: u32 = 8 * 1024 * 1024;
/// The longest header before a file's bytes: two texts of any length.
const LONGEST_HEADER: u32 = 30 + 2 * 0xffff;

const CLOSING: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const HEADER: &[u8] = b"PK\x03\x04";

/// Why an archive, or a file in it, is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has no directory, or one that cannot be followed.
    Broken,
    /// It has more files than [`MOST_FILES`], or a directory beyond any use.
    TooMany,
    /// It is larger than an archive of this kind can say, or in several parts.
    TooLarge,
    /// Files in it lie over one another.
    Overlapping,
    /// The file is locked with a password.
    Locked,
    /// The file is packed in a way that is not read here.
    Method,
    /// The file is larger than [`MOST`].
    Large,
    /// The file is not as long as the archive says.
    Lies,
    /// The file's bytes are damaged.
    Damaged,
}

/// Where the directory stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first byte in the archive.
    pub start: u32,
    /// How long it is.
    pub length: u32,
    files: usize,
}

/// One file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name with its folders; control characters are escaped. It is shown, and leads nowhere.
    pub name: String,
    /// Where its header begins.
    pub start: u32,
    /// How many bytes belong to it, at most.
    pub length: u32,
    flags: u16,
    method: u16,
    packed: u32,
    size: u32,
    crc: u32,
}

/// Whether these first bytes of a file are an archive's.
#[must_use]
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(HEADER) || head.starts_with(CLOSING)
}

/// Finds the directory in the last bytes of an archive that has `length` bytes.
///
/// # Errors
/// [`Fault`].
pub fn directory(tail: &[u8], length: u32) -> Result<Span, Fault> {
    let mut place = tail.len().checked_sub(22).ok_or(Fault::Broken)?;
    let closing = loop {
        let record = tail.get(place..).unwrap_or_default();
        let comment = usize::from(short(record, 20));
        if record.starts_with(CLOSING) && record.len() == 22 + comment {
            break record;
        }
        place = place.checked_sub(1).ok_or(Fault::Broken)?;
    };
    let [disk, first, here, files] = [4, 6, 8, 10].map(|at| short(closing, at));
    let (size, start) = (long(closing, 12), long(closing, 16));
    if files == u16::MAX || size == u32::MAX || start == u32::MAX || disk != 0 || first != 0 || here != files
    {
        return Err(Fault::TooLarge);
    }
    if usize::from(files) > MOST_FILES || size > MOST_DIRECTORY {
        return Err(Fault::TooMany);
    }
    let end = start.checked_add(size).ok_or(Fault::Broken)?;
    if end > length { Err(Fault::Broken) } else { Ok(Span { start, length: size, files: files.into() }) }
}

/// The files a directory lists, in the order in which they lie in the archive; folders are left out.
///
/// # Errors
/// [`Fault`].
pub fn entries(directory: &[u8], span: Span) -> Result<Vec<Entry>, Fault> {
    let mut found = Vec::new();
    let mut rest = directory;
    for _ in 0..span.files {
        if !rest.starts_with(ENTRY) {
            return Err(Fault::Broken);
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| usize::from(short(rest, at)));
        let end = 46 + name + extra + comment;
        let name = rest.get(46..46 + name).ok_or(Fault::Broken)?;
        if !name.ends_with(b"/") {
            found.push(Entry {
                name: shown(&String::from_utf8_lossy(name)),
                start: long(rest, 42),
                length: 0,
                flags: short(rest, 8),
                method: short(rest, 10),
                packed: long(rest, 20),
                size: long(rest, 24),
                crc: long(rest, 16),
            });
        }
        rest = rest.get(end..).ok_or(Fault::Broken)?;
    }
    let mut next = span.start;
    let by_place = |one, other| {
        let start = |at| found.get(at).map(|entry: &Entry| entry.start);
        start(one).cmp(&start(other))
    };
    let order = crate::domain::order::places(found.len(), &by_place);
    let mut sorted: Vec<Entry> = order.iter().filter_map(|at| found.get(*at).cloned()).collect();
    for entry in sorted.iter_mut().rev() {
        let room = next.checked_sub(entry.start).ok_or(Fault::Overlapping)?;
        if u64::from(entry.packed) + 30 > u64::from(room) {
            return Err(Fault::Overlapping);
        }
        entry.length = room.min(entry.packed.saturating_add(LONGEST_HEADER));
        next = entry.start;
    }
    Ok(sorted)
}

impl Entry {
    /// Why it need not be read at all, as far as the directory tells.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn check(&self) -> Result<(), Fault> {
        match self.method {
            _ if self.flags & 1 != 0 => Err(Fault::Locked),
            _ if self.size > MOST || self.packed > MOST => Err(Fault::Large),
            0 | 8 => Ok(()),
            _ => Err(Fault::Method),
        }
    }

    /// The file, from the bytes that belong to it.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn unpack(&self, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        self.check()?;
        if !bytes.starts_with(HEADER) {
            return Err(Fault::Broken);
        }
        let begin = 30 + usize::from(short(bytes, 26)) + usize::from(short(bytes, 28));
        let (packed, size) = (whole(self.packed), whole(self.size));
        let packed = bytes.get(begin..begin + packed).ok_or(Fault::Broken)?;
        let file = if self.method == 0 {
            packed.to_vec()
        } else {
            decompress_to_vec_with_limit(packed, size).map_err(|failure| match failure.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Fault::Lies,
                _ => Fault::Damaged,
            })?
        };
        match file {
            file if file.len() != size => Err(Fault::Lies),
            file if checksum(&file) != self.crc => Err(Fault::Damaged),
            file => Ok(file),
        }
    }
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number of two bytes; nought past the end.
fn short(bytes: &[u8], at: usize) -> u16 {
    let two = bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
    u16::from_le_bytes(two.unwrap_or_default())
}

/// A number of four bytes; nought past the end.
fn long(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_le_bytes(four.unwrap_or_default())
}

/// CRC-32, half a byte at a time.
fn checksum(bytes: &[u8]) -> u32 {
    const STEPS: [u32; 16] = {
        let mut steps = [0; 16];
        let mut at: u32 = 0;
        while at < 16 {
            let mut step = at;
            let mut bit = 0;
            while bit < 4 {
                step = if step & 1 == 1 { (step >> 1) ^ 0xedb8_8320 } else { step >> 1 };
                bit += 1;
            }
            steps[at as usize] = step;
            at += 1;
        }
        steps
    };
    let mut sum = u32::MAX;
    for byte in bytes {
        for half in [byte & 15, byte >> 4] {
            let step = STEPS.get(usize::try_from((sum ^ u32::from(half)) & 15).unwrap_or_default());
            sum = (sum >> 4) ^ step.copied().unwrap_or_default();
        }
    }
    !sum
}

#[cfg(test)]
mod tests;
