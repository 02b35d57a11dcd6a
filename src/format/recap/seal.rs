//! The digest of a file from its text, without its tree.
//!
//! Invariant: what is given is the digest that `document::digest_of` gives of the file without its own; whatever is
//! unusual gives none.

use super::scan::Scan;
use crate::format::Fingerprint;
use crate::format::json::{canonical, number, read_text};

/// SHA-256, in hex, over the canonical form of everything but the member `digest`.
pub fn digest(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut scan = Scan::new(text);
    value(&mut scan, &mut out, true)?;
    let mut seal = Fingerprint::default();
    seal.add(&out);
    scan.is_done().then(|| seal.hex())
}

/// Writes the canonical form of the next value.
fn value(scan: &mut Scan<'_>, out: &mut Vec<u8>, is_root: bool) -> Option<()> {
    match scan.peek()? {
        b'{' => object(scan, out, is_root),
        b'[' => {
            out.push(b'[');
            let begin = out.len();
            scan.list(&mut |scan| {
                if out.len() > begin {
                    out.push(b',');
                }
                value(scan, out, false)
            })?;
            out.push(b']');
            Some(())
        }
        b'"' => {
            let quoted = scan.quoted()?;
            if quoted.plain {
                out.extend_from_slice(quoted.whole.as_bytes());
            } else {
                out.extend_from_slice(canonical(&read_text(quoted.whole).ok()?).as_bytes());
            }
            Some(())
        }
        b'-' | b'0'..=b'9' => {
            let written = scan.number()?;
            if written.bytes().all(|byte| byte.is_ascii_digit()) {
                out.extend_from_slice(written.as_bytes());
            } else {
                out.extend_from_slice(number(written)?.as_bytes());
            }
            Some(())
        }
        _ => {
            out.extend_from_slice(scan.skip()?.as_bytes());
            Some(())
        }
    }
}

/// Writes an object, its members by their names.
fn object(scan: &mut Scan<'_>, out: &mut Vec<u8>, is_root: bool) -> Option<()> {
    out.push(b'{');
    let begin = out.len();
    let mut members: Vec<(&str, usize, usize)> = Vec::new();
    scan.object(&mut |scan, name| {
        if is_root && name == "digest" {
            return scan.skip().map(drop);
        }
        if out.len() > begin {
            out.push(b',');
        }
        let start = out.len();
        out.push(b'"');
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        value(scan, out, false)?;
        members.push((name, start, out.len()));
        // Other letters are ordered by their UTF-16.
        name.is_ascii().then_some(())
    })?;
    if !members.is_sorted_by(|one, other| one.0 < other.0) {
        members.sort_unstable_by(|one, other| one.0.cmp(other.0));
        let mut sorted = Vec::with_capacity(out.len() - begin);
        for (_, start, end) in members {
            if !sorted.is_empty() {
                sorted.push(b',');
            }
            sorted.extend_from_slice(out.get(start..end)?);
        }
        out.truncate(begin);
        out.append(&mut sorted);
    }
    out.push(b'}');
    Some(())
}
