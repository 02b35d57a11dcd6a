//! Archives, sound and hostile.

use miniz_oxide::deflate::compress_to_vec;

use super::*;

/// What is put into an archive: name, method, packed bytes, size and checksum as stated.
struct Put {
    name: &'static str,
    method: u16,
    packed: Vec<u8>,
    size: u32,
    crc: u32,
    flags: u16,
}

fn put(name: &'static str, bytes: &[u8], method: u16) -> Put {
    let packed = if method == 8 { compress_to_vec(bytes, 6) } else { bytes.to_vec() };
    Put { name, method, packed, size: u32::try_from(bytes.len()).unwrap(), crc: checksum(bytes), flags: 0 }
}

fn packed_len(put: &Put) -> u32 {
    u32::try_from(put.packed.len()).unwrap()
}

fn archive(files: &[Put]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let start = u32::try_from(out.len()).unwrap();
        let name = u16::try_from(file.name.len()).unwrap();
        let common = |to: &mut Vec<u8>| {
            to.extend(20_u16.to_le_bytes());
            to.extend(file.flags.to_le_bytes());
            to.extend(file.method.to_le_bytes());
            to.extend([0; 4]);
            to.extend(file.crc.to_le_bytes());
            to.extend(packed_len(file).to_le_bytes());
            to.extend(file.size.to_le_bytes());
            to.extend(name.to_le_bytes());
        };
        out.extend(HEADER);
        common(&mut out);
        out.extend([0; 2]);
        out.extend(file.name.as_bytes());
        out.extend(&file.packed);
        directory.extend(ENTRY);
        directory.extend(20_u16.to_le_bytes());
        common(&mut directory);
        directory.extend([0; 12]);
        directory.extend(start.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap();
    out.extend(&directory);
    let count = u16::try_from(files.len()).unwrap();
    out.extend(CLOSING);
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn at(bytes: &[u8], start: u32, length: u32) -> &[u8] {
    let start = whole(start);
    bytes.get(start..start + whole(length)).unwrap_or_default()
}

fn opened(bytes: &[u8]) -> Result<Vec<Entry>, Fault> {
    let length = u32::try_from(bytes.len()).unwrap();
    let span = directory(bytes.get(bytes.len().saturating_sub(whole(TAIL))..).unwrap(), length)?;
    entries(at(bytes, span.start, span.length), span)
}

fn read(bytes: &[u8], entry: &Entry) -> Result<Vec<u8>, Fault> {
    entry.unpack(at(bytes, entry.start, entry.length))
}

#[test]
fn the_checksum_is_crc_32() {
    assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
}

#[test]
fn what_is_packed_or_stored_comes_out() {
    let text = "{\"a\":1}".repeat(500);
    let bytes = archive(&[
        put("folder/", b"", 0),
        put("a.json", text.as_bytes(), 8),
        put("folder/../../b.json", text.as_bytes(), 0),
        put("empty.json", b"", 8),
    ]);
    let entries = opened(&bytes).unwrap();
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["a.json", "folder/../../b.json", "empty.json"]);
    for (entry, expected) in entries.iter().zip([text.as_str(), text.as_str(), ""]) {
        assert_eq!(read(&bytes, entry), Ok(expected.as_bytes().to_vec()));
    }
}

#[test]
fn a_bomb_is_cut_at_what_it_claims() {
    let bomb = vec![0; 4 * 1024 * 1024];
    let honest = put("bomb.json", &bomb, 8);
    assert!(honest.packed.len() < 100_000);
    let liar = Put { size: 10, ..put("liar.json", &bomb, 8) };
    let shy = Put { size: 10, ..put("shy.json", b"12345", 8) };
    let wrong = Put { crc: 7, ..put("wrong.json", b"12345", 8) };
    let locked = Put { flags: 1, ..put("locked.json", b"12345", 8) };
    let other = Put { method: 14, ..put("lzma.json", b"12345", 0) };
    let bytes = archive(&[honest, liar, shy, wrong, locked, other]);
    let found: Vec<_> = opened(&bytes).unwrap().iter().map(|entry| read(&bytes, entry)).collect();
    let faults = [Fault::Large, Fault::Lies, Fault::Lies, Fault::Damaged, Fault::Locked, Fault::Method];
    assert_eq!(found, faults.map(Err));
}

#[test]
fn files_that_lie_over_one_another_refuse_the_archive() {
    let mut bytes = archive(&[put("a.json", &[1; 400], 0), put("b.json", &[2; 400], 0)]);
    let directory = bytes.windows(4).position(|part| part == ENTRY).unwrap();
    let second = directory + 46 + 6;
    assert_eq!(at(&bytes, u32::try_from(second).unwrap(), 4), ENTRY);
    bytes[second + 42..second + 46].copy_from_slice(&4_u32.to_le_bytes());
    assert_eq!(opened(&bytes), Err(Fault::Overlapping));
    bytes[second + 42..second + 46].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(opened(&bytes), Err(Fault::Overlapping));
}

#[test]
fn a_directory_that_lies_is_refused() {
    let sound = archive(&[put("a.json", b"{}", 8)]);
    let closing = sound.len() - 22;
    let with = |at: usize, new: &[u8]| {
        let mut bytes = sound.clone();
        bytes[closing + at..closing + at + new.len()].copy_from_slice(new);
        opened(&bytes)
    };
    assert_eq!(with(8, &[2, 0, 2, 0]), Err(Fault::Broken), "more files than there are");
    assert_eq!(with(8, &[0x20, 0x4e, 0x20, 0x4e]), Err(Fault::Broken), "20,000 files that are not there");
    assert_eq!(with(8, &[0x21, 0x4e, 0x21, 0x4e]), Err(Fault::TooMany));
    assert_eq!(with(8, &[0xff; 4]), Err(Fault::TooLarge), "the larger form of the format");
    assert_eq!(with(12, &[0, 0, 0, 0x10]), Err(Fault::TooMany));
    assert_eq!(with(16, &[0xff, 0xff, 0xff, 0x7f]), Err(Fault::Broken));
    assert_eq!(with(4, &[1]), Err(Fault::TooLarge), "one part of several");
}

#[test]
fn no_cut_and_no_changed_byte_panics_or_gives_another_file() {
    let file = "{\"answers\":{}}".repeat(20);
    let sound = archive(&[put("a.json", file.as_bytes(), 8), put("b.json", file.as_bytes(), 0)]);
    for end in 0..sound.len() {
        assert!(opened(&sound[..end]).is_err(), "{end}");
    }
    for place in 0..sound.len() {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x15;
        for entry in opened(&bytes).unwrap_or_default() {
            // A changed size of nought with a changed checksum would take two changes.
            assert!(read(&bytes, &entry).is_err() || read(&bytes, &entry) == Ok(file.as_bytes().to_vec()));
        }
    }
}
