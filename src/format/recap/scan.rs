//! Going through JSON without keeping it.
//!
//! Invariant: whatever is gone through is sound JSON as `format::json` reads it: its grammar, its names without doubles,
//! its numbers. What is rare is refused here and left to that reader: deep nesting, escapes in names, halves of letters,
//! long numbers, very many members.

/// Deepest nesting that is gone through.
const DEEPEST: usize = 24;
/// Most members of an object whose names are held against each other.
const MOST: usize = 64;

/// A text half gone through.
#[derive(Clone, Debug)]
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
}

/// A text in quotes.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    /// With its quotes, as it stands.
    pub whole: &'a str,
    /// Without them; what it says where it holds no escape.
    pub inside: &'a str,
    /// Whether it holds none.
    pub plain: bool,
}

impl<'a> Scan<'a> {
    /// Begins a text.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte that is no blank.
    pub fn peek(&mut self) -> Option<u8> {
        let rest = self.bytes();
        let blanks = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))?;
        self.at += blanks;
        rest.get(blanks).copied()
    }

    /// Steps over a byte that has to be the next.
    pub fn must(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// Whether nothing but blanks is left.
    pub fn is_done(&mut self) -> bool {
        self.peek().is_none()
    }

    /// The next text.
    pub fn quoted(&mut self) -> Option<Quoted<'a>> {
        self.must(b'"')?;
        let begin = self.at;
        let mut plain = true;
        loop {
            let rest = self.bytes();
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))?;
            match self.text.as_bytes().get(self.at)? {
                b'"' => break,
                b'\\' => {
                    plain = false;
                    self.at += self.escape()?;
                }
                _ => return None,
            }
        }
        let inside = self.text.get(begin..self.at)?;
        self.at += 1;
        Some(Quoted { whole: self.text.get(begin - 1..self.at)?, inside, plain })
    }

    /// How long the escape is that stands here.
    fn escape(&self) -> Option<usize> {
        match self.bytes() {
            [_, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => Some(2),
            [_, b'u', a, b, c, d, ..] => {
                let half = matches!(a, b'd' | b'D') && !b.is_ascii_digit()
                    || matches!((a, b), (b'd' | b'D', b'8' | b'9'));
                ([a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) && !half).then_some(6)
            }
            _ => None,
        }
    }

    /// The next number, as written.
    pub fn number(&mut self) -> Option<&'a str> {
        self.peek()?;
        let begin = self.at;
        let digits = |scan: &mut Self| {
            let count = scan.bytes().iter().take_while(|byte| byte.is_ascii_digit()).count();
            scan.at += count;
            (count > 0).then_some(count)
        };
        self.at += usize::from(self.bytes().first() == Some(&b'-'));
        let padded = self.bytes().first() == Some(&b'0');
        if digits(self)? > 1 && padded {
            return None;
        }
        if self.bytes().first() == Some(&b'.') {
            self.at += 1;
            digits(self)?;
        }
        if matches!(self.bytes().first(), Some(b'e' | b'E')) {
            return None;
        }
        // As short as this, every number can be carried.
        self.text.get(begin..self.at).filter(|number| number.len() <= 15)
    }

    /// Goes through a word.
    fn word(&mut self, word: &str) -> Option<()> {
        self.bytes().starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    /// True or false.
    pub fn flag(&mut self) -> Option<bool> {
        match self.peek()? {
            b't' => self.word("true").map(|()| true),
            b'f' => self.word("false").map(|()| false),
            _ => None,
        }
    }

    /// Null, where it is the next.
    pub fn null(&mut self) -> Option<()> {
        self.peek()?;
        self.word("null")
    }

    /// Goes through an object: `each` is told every name and has to go through its value.
    pub fn object(&mut self, each: &mut dyn FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.must(b'{')?;
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            let name = self.quoted().filter(|name| name.plain)?;
            self.must(b':')?;
            each(self, name.inside)?;
            match self.peek()? {
                b',' => self.at += 1,
                b'}' => break,
                _ => return None,
            }
        }
        self.must(b'}')
    }

    /// Goes through a list: `each` has to go through every item.
    pub fn list(&mut self, each: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.must(b'[')?;
        if self.peek()? == b']' {
            self.at += 1;
            return Some(());
        }
        loop {
            each(self)?;
            match self.peek()? {
                b',' => self.at += 1,
                b']' => break,
                _ => return None,
            }
        }
        self.must(b']')
    }

    /// Goes through a value of any kind; its text as it stands.
    pub fn skip(&mut self) -> Option<&'a str> {
        self.peek()?;
        let begin = self.at;
        self.value(0)?;
        self.text.get(begin..self.at)
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek()? {
            b'{' if depth < DEEPEST => {
                let mut names: Vec<&str> = Vec::new();
                self.object(&mut |scan, name| {
                    let fits = names.len() < MOST && !names.contains(&name);
                    names.push(name);
                    fits.then(|| scan.value(depth + 1))?
                })
            }
            b'[' if depth < DEEPEST => self.list(&mut |scan| scan.value(depth + 1)),
            b'"' => self.quoted().map(drop),
            b't' | b'f' => self.flag().map(drop),
            b'n' => self.null(),
            b'-' | b'0'..=b'9' => self.number().map(drop),
            _ => None,
        }
    }
}
