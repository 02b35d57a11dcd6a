//! An assessment inside the one HTML file.
//!
//! Invariant: what is put in stays data: it is ASCII, and no text in it can end the element it stands in.

/// How the element begins; `xtask` holds `single/page.html` to it.
const OPEN: &[u8] = br#"<script type="application/json" id="assessment">"#;
/// How it ends.
const CLOSE: &[u8] = b"</script>";
/// The longest document that is put in, in bytes as it stands there: longer ones are not read.
pub const LIMIT: usize = 1024 * 1024;

/// The file with a document of ours in it, in place of any that was there. None where it is no such file, or the
/// document is too long.
#[must_use]
pub fn put(file: &[u8], document: &str) -> Option<Vec<u8>> {
    let (begin, end) = place(file)?;
    let mut made = file.get(..begin)?.to_vec();
    for letter in document.chars() {
        if letter.is_ascii() && letter != '<' {
            made.push(u8::try_from(letter).ok()?);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                made.extend(b"\\u");
                for shift in [12, 8, 4, 0] {
                    made.push(*b"0123456789abcdef".get(usize::from(*unit >> shift) % 16)?);
                }
            }
        }
    }
    if made.len() - begin > LIMIT {
        return None;
    }
    made.extend(file.get(end..)?);
    Some(made)
}

/// The document in such a file; none where it is no such file.
#[must_use]
pub fn taken(file: &[u8]) -> Option<&[u8]> {
    let (begin, end) = place(file)?;
    file.get(begin..end)
}

/// From where to where the document stands: the last such element counts, the app's own scripts come before it.
fn place(file: &[u8]) -> Option<(usize, usize)> {
    // A document by itself is by far the most usual, and going through all of it takes as long as reading it.
    if file.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let begin = file.windows(OPEN.len()).rposition(|part| part == OPEN)? + OPEN.len();
    let length = file.get(begin..)?.windows(CLOSE.len()).position(|part| part == CLOSE)?;
    Some((begin, begin + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] =
        b"<script>\x80\xff</script>\n<script type=\"application/json\" id=\"assessment\"></script>\n</html>";

    #[test]
    fn a_document_goes_in_and_comes_out_and_the_rest_stays_as_it_was() {
        let once = put(FILE, "{\"a\":\"x\"}").unwrap();
        assert_eq!(taken(&once), Some(&b"{\"a\":\"x\"}"[..]));
        let twice = put(&once, "{\"a\":\"longer than before\"}").unwrap();
        assert_eq!(put(&twice, "{\"a\":\"x\"}").unwrap(), once, "a copy of a copy differs in nothing else");
        assert_eq!(put(&once, "").unwrap(), FILE);
        assert_eq!(taken(FILE), Some(&b""[..]));
    }

    #[test]
    fn no_text_can_end_the_element_or_depend_on_the_encoding() {
        let hostile = r#"{"note":"</script><script>alert(1)</script><!-- <SCRIPT \\< é 😀 \" ﻿"}"#;
        let file = put(FILE, hostile).unwrap();
        let inside = taken(&file).unwrap();
        assert!(inside.is_ascii() && !inside.contains(&b'<'));
        let read = |bytes: &[u8]| crate::format::json::read(bytes).unwrap();
        assert_eq!(read(inside), read(hostile.as_bytes()));
    }

    #[test]
    fn what_could_not_be_read_again_is_not_written() {
        let fits = "é".repeat(LIMIT / 6);
        assert!(put(FILE, &fits).is_some());
        assert!(put(FILE, &format!("{fits}é")).is_none());
    }

    #[test]
    fn other_files_are_left_alone() {
        assert_eq!(put(b"<html></html>", "{}"), None);
        assert_eq!(taken(OPEN), None, "cut off");
        assert_eq!(
            taken(br#"{"note":"<script type=\"application/json\" id=\"assessment\"></script>"}"#),
            None
        );
    }
}
