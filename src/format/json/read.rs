//! Reading JSON.
//!
//! Invariant: every byte is looked at once, no input can exhaust the stack, and the first fault ends the reading.

use std::borrow::Cow;

use super::{Json, MAX_DEPTH, carried, is_hidden, item, shown, step};
use crate::domain::Text;
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

/// Most members of an object whose names are held against each other as they stand: more are sorted first.
const FEW: usize = 8;

/// How many texts are held to be shared.
const SHARED: usize = 64;
/// Longest text that is.
const LONGEST_SHARED: usize = 40;

/// Where a value stands. It is written out only where there is something to say of it.
#[derive(Clone, Copy)]
enum Place<'p> {
    /// It is the whole text.
    Root,
    /// It is a member.
    Member(&'p Place<'p>, &'p str),
    /// It is an item.
    Item(&'p Place<'p>, usize),
}

impl Place<'_> {
    fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Member(before, name) => step(&before.path(), name),
            Self::Item(before, at) => item(&before.path(), *at),
        }
    }
}

/// A text half read, and what is found on the way.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Short texts met last, each in the place that its look gives it: most of a file's are words and times that it
    /// says again and again, and a text is shared more quickly than made.
    last: [Option<Text>; SHARED],
    /// Whether some text may have characters that cannot be seen, line ends among them.
    pub hides: bool,
    /// Names that stand twice.
    pub doubled: Vec<Problem>,
    /// Numbers that cannot be carried.
    pub numbers: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Begins a text.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            last: [const { None }; SHARED],
            hides: false,
            doubled: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// The whole text as one value.
    pub fn whole(&mut self) -> Result<Json, Fault> {
        let json = self.value(&Place::Root, 0)?;
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
        let mut rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        while let [b' ' | b'\n' | b'\r' | b'\t', behind @ ..] = rest {
            rest = behind;
            // Files are laid out for people: most blanks are the steps that a line stands in.
            while let [b' ', b' ', b' ', b' ', behind @ ..] = rest {
                rest = behind;
            }
        }
        self.at = self.text.len() - rest.len();
    }

    fn value(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, Fault> {
        self.blanks();
        match self.peek() {
            Some(b'{' | b'[') if depth == MAX_DEPTH => Err(Fault::TooDeep),
            Some(b'{') => self.object(place, depth + 1),
            Some(b'[') => self.list(place, depth + 1),
            Some(b'"') => Ok(Json::Text(self.shared()?)),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.number(place),
        }
    }

    fn word(&mut self, word: &str, json: Json) -> Result<Json, Fault> {
        for byte in word.bytes() {
            self.must(byte)?;
        }
        Ok(json)
    }

    fn list(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, Fault> {
        let mut items = Vec::new();
        self.at += 1;
        self.blanks();
        if self.skip(b']') {
            return Ok(Json::List(items));
        }
        loop {
            let value = self.value(&Place::Item(place, items.len()), depth)?;
            items.push(value);
            self.blanks();
            if self.skip(b']') {
                return Ok(Json::List(items));
            }
            self.must(b',')?;
        }
    }

    fn object(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, Fault> {
        // Room for what most objects have: growing moves what is there.
        let mut members = Vec::with_capacity(FEW);
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
            let value = self.value(&Place::Member(place, &name), depth)?;
            members.push((name.into_owned(), value));
            self.blanks();
            if self.skip(b'}') {
                self.note_doubled(place, &members, outside);
                return Ok(Json::Object(members));
            }
            self.must(b',')?;
        }
    }

    /// Names every member that stands twice, before what was found inside the members.
    fn note_doubled(&mut self, place: &Place<'_>, members: &[(String, Json)], mut outside: usize) {
        let mut few = members.iter().take(FEW).enumerate();
        let stands = |at: usize, name: &str| members.iter().take(at).any(|(own, _)| own == name);
        if members.len() <= FEW && !few.any(|(at, (name, _))| stands(at, name)) {
            return;
        }
        let by_name = sorted(members, |(one, _), (other, _)| one.cmp(other));
        for pair in by_name.windows(2) {
            if let [(one, _), (other, _)] = pair
                && one == other
                && self.doubled.len() < MAX_LISTED
            {
                let problem = Problem::new(step(&place.path(), one), Kind::DuplicateKey(shown(one)));
                self.doubled.insert(outside, problem);
                outside += 1;
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

    fn number(&mut self, place: &Place<'_>) -> Result<Json, Fault> {
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
        if !carried(text) && self.numbers.len() < MAX_LISTED {
            self.numbers.push(Problem::new(place.path(), Kind::NumberOutOfRange));
        }
        Ok(Json::Number(text.to_owned()))
    }

    /// A text as it stands between its quotes, borrowed where nothing in it is escaped.
    fn quoted(&mut self) -> Result<Cow<'a, str>, Fault> {
        let begin = self.at;
        self.must(b'"')?;
        let plain = self.plain();
        if self.skip(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut out = plain.to_owned();
        loop {
            self.must(b'\\')?;
            let letter = self.peek();
            self.at += 1;
            let letter = match letter {
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
            };
            self.hides |= is_hidden(letter);
            out.push(letter);
            out.push_str(self.plain());
            if self.skip(b'"') {
                return Ok(Cow::Owned(out));
            }
        }
    }

    /// A text as a value: one that was just met, where it is the same.
    fn shared(&mut self) -> Result<Text, Fault> {
        let text = self.quoted()?;
        let bytes = text.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return Ok(Text::default()) };
        let middle = bytes.get(bytes.len() / 2).unwrap_or(first);
        let look = bytes.len() + usize::from(*first) * 5 + usize::from(*middle) * 3 + usize::from(*last) * 7;
        let place = self.last.get_mut(look % SHARED).filter(|_| bytes.len() <= LONGEST_SHARED);
        let Some(place) = place else { return Ok(Text::from(&*text)) };
        match place {
            Some(met) if **met == *text => Ok(met.clone()),
            _ => Ok(place.insert(Text::from(&*text)).clone()),
        }
    }

    /// What stands here up to a quote, an escape, or what no text may hold.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let plain = self.text.get(self.at..self.at + length).unwrap_or_default();
        // Beyond the letters of ASCII each one is looked at.
        if plain.as_bytes().iter().any(|byte| *byte >= 0x7f) {
            self.hides |= plain.chars().any(is_hidden);
        }
        self.at += length;
        plain
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
