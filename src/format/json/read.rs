//! Reading JSON.
//!
//! Invariant: every byte is looked at once, no input can exhaust the stack, and the first fault ends the reading.

use super::{Json, MAX_DEPTH, item, number, shown, step};
use crate::domain::order::sorted;
use crate::domain::problem::{Kind, Problem};

/// Problems of one kind beyond this many are not listed one by one.
const MAX_LISTED: usize = 100;

/// What ends the reading.
pub enum Fault {
    /// The text is not JSON from this byte on.
    NotJson(usize),
    /// Something follows the value.
    Trailing,
    /// Lists and objects nest too deep.
    TooDeep,
}

/// A text half read, and what is found on the way.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Names that stand twice.
    pub doubled: Vec<Problem>,
    /// Numbers that cannot be carried.
    pub numbers: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Begins a text.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0, doubled: Vec::new(), numbers: Vec::new() }
    }

    /// The whole text as one value.
    pub fn whole(&mut self) -> Result<Json, Fault> {
        let json = self.value("", 0)?;
        self.blanks();
        if self.at < self.text.len() { Err(Fault::Trailing) } else { Ok(json) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte, if it is the next.
    fn skip(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn must(&mut self, byte: u8) -> Result<(), Fault> {
        if self.skip(byte) { Ok(()) } else { Err(Fault::NotJson(self.at)) }
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self, path: &str, depth: usize) -> Result<Json, Fault> {
        self.blanks();
        match self.peek() {
            Some(b'{' | b'[') if depth == MAX_DEPTH => Err(Fault::TooDeep),
            Some(b'{') => self.object(path, depth + 1),
            Some(b'[') => self.list(path, depth + 1),
            Some(b'"') => Ok(Json::Text(self.quoted()?)),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.number(path),
        }
    }

    fn word(&mut self, word: &str, json: Json) -> Result<Json, Fault> {
        for byte in word.bytes() {
            self.must(byte)?;
        }
        Ok(json)
    }

    fn list(&mut self, path: &str, depth: usize) -> Result<Json, Fault> {
        let mut items = Vec::new();
        self.at += 1;
        self.blanks();
        if self.skip(b']') {
            return Ok(Json::List(items));
        }
        loop {
            let value = self.value(&item(path, items.len()), depth)?;
            items.push(value);
            self.blanks();
            if self.skip(b']') {
                return Ok(Json::List(items));
            }
            self.must(b',')?;
        }
    }

    fn object(&mut self, path: &str, depth: usize) -> Result<Json, Fault> {
        let mut members = Vec::new();
        let outside = self.doubled.len();
        self.at += 1;
        self.blanks();
        if self.skip(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.blanks();
            let name = self.quoted()?;
            self.blanks();
            self.must(b':')?;
            let value = self.value(&step(path, &name), depth)?;
            members.push((name, value));
            self.blanks();
            if self.skip(b'}') {
                self.note_doubled(path, &members, outside);
                return Ok(Json::Object(members));
            }
            self.must(b',')?;
        }
    }

    /// Names every member that stands twice, before what was found inside the members.
    fn note_doubled(&mut self, path: &str, members: &[(String, Json)], mut place: usize) {
        let by_name = sorted(members, |(one, _), (other, _)| one.cmp(other));
        for pair in by_name.windows(2) {
            if let [(one, _), (other, _)] = pair
                && one == other
                && self.doubled.len() < MAX_LISTED
            {
                self.doubled.insert(place, Problem::new(step(path, one), Kind::DuplicateKey(shown(one))));
                place += 1;
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let before = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at > before { Ok(()) } else { Err(Fault::NotJson(self.at)) }
    }

    fn number(&mut self, path: &str) -> Result<Json, Fault> {
        let begin = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        } else if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(Fault::NotJson(self.at));
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        let text = self.text.get(begin..self.at).unwrap_or_default();
        if number(text).is_none() && self.numbers.len() < MAX_LISTED {
            self.numbers.push(Problem::new(path, Kind::NumberOutOfRange));
        }
        Ok(Json::Number(text.to_owned()))
    }

    fn quoted(&mut self) -> Result<String, Fault> {
        let begin = self.at;
        let mut out = String::new();
        self.must(b'"')?;
        loop {
            let plain = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            out.push_str(self.text.get(plain..self.at).unwrap_or_default());
            if self.skip(b'"') {
                return Ok(out);
            }
            self.must(b'\\')?;
            let letter = self.peek();
            self.at += 1;
            out.push(match letter {
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                Some(b'/') => '/',
                Some(b'b') => '\u{8}',
                Some(b'f') => '\u{c}',
                Some(b'n') => '\n',
                Some(b'r') => '\r',
                Some(b't') => '\t',
                Some(b'u') => self.escaped()?.ok_or(Fault::NotJson(begin))?,
                _ => return Err(Fault::NotJson(self.at - 1)),
            });
        }
    }

    /// The letter of `\uXXXX`, or of two of them in a row; none where they are half a letter.
    fn escaped(&mut self) -> Result<Option<char>, Fault> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) || self.text.as_bytes().get(self.at..self.at + 2) != Some(b"\\u")
        {
            return Ok(char::from_u32(high));
        }
        self.at += 2;
        let low = self.hex()?;
        if !(0xdc00..0xe000).contains(&low) {
            return Ok(None);
        }
        Ok(char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)))
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or(Fault::NotJson(self.at))?;
            self.at += 1;
        }
        Ok(code)
    }
}
