//! JSON as a tree that forgets nothing: members in order, numbers by their text.
//!
//! Invariant: no float is ever made, no member is ever lost or overwritten, and no input can exhaust the
//! stack: what is read nests at most [`MAX_DEPTH`] deep.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::domain::order::sorted;
use crate::domain::problem::{Kind, Problem};

mod canonical;
mod scan;
mod write;

pub use canonical::{canonical, number};
use scan::{depth, offset_of, place};

/// Most bytes of a file.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 64;
/// Problems of one kind beyond this many are not listed one by one.
const MAX_LISTED: usize = 100;
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
    /// A text, unescaped.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, members in order, names unique.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text value.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
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
    let whole = |kind| vec![Problem::new("", kind)];
    if bytes.len() > MAX_BYTES {
        return Err(whole(Kind::TooLarge(MAX_BYTES)));
    }
    if let Some((_, word)) = OTHER_FILES.iter().find(|(start, _)| bytes.starts_with(start)) {
        let excel = *word == "zip" && bytes.windows(3).any(|part| part == b"xl/");
        return Err(whole(Kind::OtherFile(if excel { "excel" } else { word })));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Kind::NotUtf8))?;
    read_text(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a text that is already at hand; see [`read`].
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Json, Vec<Problem>> {
    let whole = |kind| vec![Problem::new("", kind)];
    if text.len() > MAX_BYTES {
        return Err(whole(Kind::TooLarge(MAX_BYTES)));
    }
    if text.trim().is_empty() {
        return Err(whole(Kind::Empty));
    }
    let not_json = |error: &serde_json::Error| {
        let (line, column) = place(text, offset_of(text, error));
        whole(Kind::NotJson(line, column))
    };
    let mut tokens = serde_json::Deserializer::from_str(text);
    let raw = <&RawValue>::deserialize(&mut tokens).map_err(|error| not_json(&error))?;
    tokens.end().map_err(|_| whole(Kind::TrailingData))?;
    if depth(raw.get()) > MAX_DEPTH {
        return Err(whole(Kind::TooDeep(MAX_DEPTH)));
    }
    let mut tree = Tree { text, doubled: Vec::new(), numbers: Vec::new(), broken: None };
    let json = tree.value(raw.get(), "");
    if let Some(offset) = tree.broken {
        let (line, column) = place(text, offset);
        return Err(whole(Kind::NotJson(line, column)));
    }
    if !tree.doubled.is_empty() {
        return Err(tree.doubled);
    }
    if !tree.numbers.is_empty() {
        return Err(tree.numbers);
    }
    Ok(json)
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

/// Whether a character changes how a text looks without being seen: control and bidirectional characters.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The tree in the making, and what is found on the way.
struct Tree<'a> {
    text: &'a str,
    doubled: Vec<Problem>,
    numbers: Vec<Problem>,
    broken: Option<usize>,
}

impl<'a> Tree<'a> {
    /// One value, already known to be sound JSON but for lone surrogates.
    fn value(&mut self, raw: &'a str, path: &str) -> Json {
        match raw.as_bytes().first() {
            Some(b'{') => self.object(raw, path),
            Some(b'[') => match serde_json::from_str::<Vec<&'a RawValue>>(raw) {
                Ok(items) => {
                    let items = items.into_iter().enumerate();
                    Json::List(items.map(|(at, raw)| self.value(raw.get(), &item(path, at))).collect())
                }
                Err(_) => self.broken(raw),
            },
            Some(b'"') => match serde_json::from_str(raw) {
                Ok(text) => Json::Text(text),
                Err(_) => self.broken(raw),
            },
            Some(b't') => Json::Bool(true),
            Some(b'f') => Json::Bool(false),
            Some(b'n') => Json::Null,
            _ => {
                if number(raw).is_none() && self.numbers.len() < MAX_LISTED {
                    self.numbers.push(Problem::new(path, Kind::NumberOutOfRange));
                }
                Json::Number(raw.to_owned())
            }
        }
    }

    fn object(&mut self, raw: &'a str, path: &str) -> Json {
        let Ok(Members(members)) = serde_json::from_str::<Members<'a>>(raw) else {
            return self.broken(raw);
        };
        let by_name = sorted(&members, |(one, _), (other, _)| one.cmp(other));
        let twice = by_name.windows(2).filter_map(|pair| match pair {
            [(one, _), (other, _)] if one == other => Some(one),
            _ => None,
        });
        for name in twice {
            if self.doubled.len() < MAX_LISTED {
                self.doubled.push(Problem::new(step(path, name), Kind::DuplicateKey(shown(name))));
            }
        }
        let members = members.into_iter().map(|(name, value)| {
            let value = self.value(value.get(), &step(path, &name));
            (name, value)
        });
        Json::Object(members.collect())
    }

    /// Notes where the first unsound value stands.
    fn broken(&mut self, raw: &str) -> Json {
        let offset = (raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.broken = Some(self.broken.map_or(offset, |first| first.min(offset)));
        Json::Null
    }
}

/// The members of one object, in order, values unread.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(tokens: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        tokens.deserialize_map(Reader)
    }
}

#[cfg(test)]
mod tests;
