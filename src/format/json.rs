//! JSON as a tree that forgets nothing: members in order, numbers by their text.
//!
//! Invariant: no float is ever made, no member is ever lost or overwritten, and no input can exhaust the
//! stack: what is read nests at most [`MAX_DEPTH`] deep.

use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};

mod canonical;
mod read;
mod write;

use canonical::carried;
pub use canonical::{canonical, canonical_without, number};
use read::{Fault, Reader};

/// Most bytes of a file.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 64;
/// Longest piece of a path or of a quoted text, in characters.
const MAX_SHOWN: usize = 80;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(String),
    /// A text, unescaped. What is read from it shares it.
    Text(Text),
    /// A list.
    List(Vec<Json>),
    /// An object, members in order, names unique.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text value.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A number value, written as `number` displays itself.
    #[must_use]
    pub fn number(number: impl std::fmt::Display) -> Self {
        Self::Number(number.to_string())
    }

    /// The member of an object.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The members of an object; none for anything else.
    #[must_use]
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How files begin that people choose by mistake, and a word for each.
const OTHER_FILES: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "zip"),
    (b"\xD0\xCF\x11\xE0", "office"),
    (b"%PDF", "pdf"),
    (b"\xFF\xD8\xFF", "picture"),
    (b"\x89PNG", "picture"),
];

/// Reads a file: size, encoding, grammar, depth, names and numbers, in this order.
///
/// # Errors
/// What is wrong, each with its path; one problem for the file as a whole, or every doubled name, or
/// every number that cannot be carried.
pub fn read(bytes: &[u8]) -> Result<Json, Vec<Problem>> {
    read_noting(bytes).map(|(json, _)| json)
}

/// Reads a file; see [`read`]. Beside what it holds: whether some text in it may have hidden characters, line ends
/// among them.
///
/// # Errors
/// As [`read`].
pub fn read_noting(bytes: &[u8]) -> Result<(Json, bool), Vec<Problem>> {
    let whole = |kind| vec![Problem::new("", kind)];
    if bytes.len() > MAX_BYTES {
        return Err(whole(Kind::TooLarge(MAX_BYTES)));
    }
    if let Some((_, word)) = OTHER_FILES.iter().find(|(start, _)| bytes.starts_with(start)) {
        let excel = *word == "zip" && bytes.windows(3).any(|part| part == b"xl/");
        return Err(whole(Kind::OtherFile(if excel { "excel" } else { word })));
    }
    // Nothing else that people choose begins so; no JSON does.
    let begin = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    if begin.starts_with(b"<") {
        return Err(whole(Kind::OtherFile("page")));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Kind::NotUtf8))?;
    noting(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a text that is already at hand; see [`read`].
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Json, Vec<Problem>> {
    noting(text).map(|(json, _)| json)
}

fn noting(text: &str) -> Result<(Json, bool), Vec<Problem>> {
    let whole = |kind| vec![Problem::new("", kind)];
    if text.len() > MAX_BYTES {
        return Err(whole(Kind::TooLarge(MAX_BYTES)));
    }
    if text.trim().is_empty() {
        return Err(whole(Kind::Empty));
    }
    let mut reader = Reader::new(text);
    let json = reader.whole().map_err(|fault| {
        whole(match fault {
            Fault::NotJson(offset) => {
                let (line, column) = place(text, offset);
                Kind::NotJson(line, column)
            }
            Fault::Trailing => Kind::TrailingData,
            Fault::TooDeep => Kind::TooDeep(MAX_DEPTH),
        })
    })?;
    let Reader { doubled, numbers, hides, .. } = reader;
    if !doubled.is_empty() {
        return Err(doubled);
    }
    if numbers.is_empty() { Ok((json, hides)) } else { Err(numbers) }
}

/// Line and column of a byte, both from 1, columns in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for (_, letter) in text.char_indices().take_while(|(at, _)| *at < offset) {
        (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// A path with one more member; long names are cut and hidden characters escaped.
#[must_use]
pub fn step(path: &str, name: &str) -> String {
    let name = shown(name);
    if path.is_empty() { name } else { format!("{path}.{name}") }
}

/// A path with the place of an item.
#[must_use]
pub fn item(path: &str, at: usize) -> String {
    format!("{path}[{at}]")
}

/// A text as a problem may quote it: cut to a line's length, hidden characters escaped.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, letter) in text.chars().enumerate() {
        if count == MAX_SHOWN {
            out.push('…');
            break;
        }
        push_seen(&mut out, letter);
    }
    out
}

/// A whole text as a page may show it: hidden characters escaped, but for tabs and line ends.
#[must_use]
pub fn seen(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if matches!(letter, '\t' | '\n') {
            out.push(letter);
        } else {
            push_seen(&mut out, letter);
        }
    }
    out
}

fn push_seen(out: &mut String, letter: char) {
    if is_hidden(letter) {
        out.extend(letter.escape_unicode());
    } else {
        out.push(letter);
    }
}

/// Whether a character changes how a text looks, or what it is taken for, without being seen: control and
/// bidirectional characters and those of no width. Not the two that join letters or keep them apart (U+200C, U+200D):
/// scripts and emoji are written with them.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests;
