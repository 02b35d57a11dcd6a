//! Reading members of JSON objects into typed values, gathering every problem with its path.
//!
//! Invariant: reading never stops early; what cannot be read becomes a problem and a plain default.

use std::rc::Rc;

use super::json::{Json, item, number, shown, step};
use crate::domain::Text;
use crate::domain::assessment::Kept;
use crate::domain::number::{Decimal, DecimalError};
use crate::domain::problem::{Kind, Problem};

/// Problems beyond this many are not listed.
const MAX_PROBLEMS: usize = 1_000;

/// What is found while reading.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Problems that refuse the file.
    pub refused: Vec<Problem>,
    /// Problems that come in with it.
    pub taken: Vec<Problem>,
    /// Whether this is a first look: no path is written out, and of what is found only that there is something counts.
    glance: bool,
    /// An empty text: most members are not there, and one shared costs nothing.
    empty: Text,
}

impl Found {
    /// What `read` makes of a file, of which hardly any has a problem: it looks once without writing out a path, and
    /// only where it finds something once more.
    pub fn twice<T>(&mut self, read: &mut dyn FnMut(&mut Self) -> T) -> T {
        let mut first = Self { glance: true, ..Self::default() };
        let made = read(&mut first);
        if first.refused.is_empty() && first.taken.is_empty() { made } else { read(self) }
    }

    /// An empty one, to see whether a part of the file has problems.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self { glance: self.glance, empty: self.empty.clone(), ..Self::default() }
    }

    /// Notes a problem that refuses the file.
    pub fn refuse(&mut self, path: &str, kind: Kind) {
        if self.refused.len() < MAX_PROBLEMS {
            self.refused.push(Problem::new(path, kind));
        }
    }

    /// Notes a problem that comes in with the file.
    pub fn take(&mut self, path: &str, kind: Kind) {
        if self.taken.len() < MAX_PROBLEMS {
            self.taken.push(Problem::new(path, kind));
        }
    }
}

/// The members of one object of a file.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    path: String,
    members: &'a [(String, Json)],
    /// Whether paths are left empty; see [`Found::twice`].
    glance: bool,
}

impl<'a> Fields<'a> {
    /// The members of `json`, which must be an object.
    pub fn of(json: &'a Json, path: String, found: &mut Found) -> Self {
        if !matches!(json, Json::Object(_)) {
            found.refuse(&path, Kind::WrongType("object"));
        }
        Self { path, members: json.members(), glance: found.glance }
    }

    /// The path of a member.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        if self.glance { String::new() } else { step(&self.path, name) }
    }

    /// The path of an item of a member.
    #[must_use]
    pub fn item(&self, name: &str, at: usize) -> String {
        if self.glance { String::new() } else { item(&self.path(name), at) }
    }

    /// The path of the object itself.
    #[must_use]
    pub fn own_path(&self) -> &str {
        &self.path
    }

    /// Notes a problem of a member that refuses the file.
    pub fn refuse(&self, name: &str, kind: Kind, found: &mut Found) {
        found.refuse(&self.path(name), kind);
    }

    /// Notes a problem of a member that comes in with the file.
    pub fn take(&self, name: &str, kind: Kind, found: &mut Found) {
        found.take(&self.path(name), kind);
    }

    /// All members.
    #[must_use]
    pub const fn members(&self) -> &'a [(String, Json)] {
        self.members
    }

    /// A member, where it is there.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&'a Json> {
        // Many names are of one length: the first letter tells most of them apart.
        let first = name.as_bytes().first();
        let is_own = |own: &str| own.as_bytes().first() == first && own == name;
        self.members.iter().find(|(own, _)| is_own(own)).map(|(_, value)| value)
    }

    /// A member that must be there.
    pub fn need(&self, name: &'static str, found: &mut Found) -> Option<&'a Json> {
        let member = self.member(name);
        if member.is_none() {
            self.refuse(name, Kind::Missing(name), found);
        }
        member
    }

    /// A text that must be there and say something.
    pub fn text(&self, name: &'static str, limit: usize, found: &mut Found) -> Text {
        let text = match self.need(name, found) {
            Some(json) => as_text(json, &self.path(name), limit, found),
            None => return Text::default(),
        };
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.refuse(name, Kind::Missing(name), found);
        }
        text.unwrap_or_default()
    }

    /// A text; empty where it is not there.
    pub fn text_or_empty(&self, name: &str, limit: usize, found: &mut Found) -> Text {
        let json = self.member(name);
        let text = json.and_then(|json| as_text(json, &self.path(name), limit, found));
        text.unwrap_or_else(|| found.empty.clone())
    }

    /// A list of texts; empty where it is not there.
    pub fn texts(&self, name: &str, limit: usize, found: &mut Found) -> Vec<Text> {
        let mut texts = Vec::new();
        for (at, json) in self.list(name, found).iter().enumerate() {
            texts.extend(as_text(json, &self.item(name, at), limit, found));
        }
        texts
    }

    /// A decimal, where it is there.
    pub fn decimal(&self, name: &str, found: &mut Found) -> Option<Decimal> {
        as_decimal(self.member(name)?, &self.path(name), found)
    }

    /// A decimal that must be there.
    pub fn need_decimal(&self, name: &'static str, found: &mut Found) -> Decimal {
        let json = self.need(name, found);
        json.and_then(|json| as_decimal(json, &self.path(name), found)).unwrap_or_default()
    }

    /// A whole number from nought to `most`, where it is there.
    pub fn whole(&self, name: &str, most: u64, found: &mut Found) -> Option<u64> {
        let json = self.member(name)?;
        let Json::Number(text) = json else {
            self.refuse(name, Kind::WrongType("number"), found);
            return None;
        };
        let whole = number(text).and_then(|text| text.parse().ok()).filter(|whole| *whole <= most);
        if whole.is_none() {
            self.refuse(name, Kind::NumberOutOfRange, found);
        }
        whole
    }

    /// True or false; `absent` where it is not there.
    pub fn flag(&self, name: &str, absent: bool, found: &mut Found) -> bool {
        match self.member(name) {
            None => absent,
            Some(Json::Bool(flag)) => *flag,
            Some(_) => {
                self.refuse(name, Kind::WrongType("boolean"), found);
                absent
            }
        }
    }

    /// The items of a list; none where it is not there.
    pub fn list(&self, name: &str, found: &mut Found) -> &'a [Json] {
        match self.member(name) {
            None => &[],
            Some(Json::List(items)) => items,
            Some(_) => {
                self.refuse(name, Kind::WrongType("list"), found);
                &[]
            }
        }
    }

    /// Reads the items of a list, each as an object; none where it is not there.
    pub fn each(&self, name: &str, found: &mut Found, read: &mut dyn FnMut(&Self, &mut Found)) {
        let items = self.list(name, found).iter().enumerate();
        // Every item that is no object is named before what is inside the others.
        let items: Vec<Self> = items.map(|(at, json)| Self::of(json, self.item(name, at), found)).collect();
        for fields in &items {
            read(fields, found);
        }
    }

    /// An object that must be there.
    #[must_use]
    pub fn object(&self, name: &'static str, found: &mut Found) -> Self {
        match self.need(name, found) {
            Some(json) => Self::of(json, self.path(name), found),
            None => Self { path: self.path(name), members: &[], glance: self.glance },
        }
    }

    /// An object, where it is there.
    pub fn object_or_none(&self, name: &str, found: &mut Found) -> Option<Self> {
        self.member(name).map(|json| Self::of(json, self.path(name), found))
    }

    /// One of a few words, where it is there; any other word refuses the file.
    pub fn word<T: Copy>(&self, name: &str, words: &[(&str, T)], found: &mut Found) -> Option<T> {
        let known = self.known_word(name, &mut words.iter().map(|(word, _)| *word), found)?;
        words.get(known).map(|(_, value)| *value)
    }

    /// The place of a word among those known.
    fn known_word(
        &self,
        name: &str,
        words: &mut dyn Iterator<Item = &str>,
        found: &mut Found,
    ) -> Option<usize> {
        let word = as_text(self.member(name)?, &self.path(name), usize::MAX, found)?;
        let known = words.enumerate().find(|(_, own)| *own == &*word).map(|(place, _)| place);
        if known.is_none() {
            self.refuse(name, Kind::UnknownWord(shown(&word)), found);
        }
        known
    }

    /// One of a few words that must be there; `absent` stands in after a problem.
    pub fn need_word<T: Copy>(
        &self,
        name: &'static str,
        words: &[(&str, T)],
        absent: T,
        found: &mut Found,
    ) -> T {
        if self.need(name, found).is_none() {
            return absent;
        }
        self.word(name, words, found).unwrap_or(absent)
    }

    /// Notes members that are none of `known`.
    pub fn note_unknown(&self, known: &[&str], found: &mut Found) {
        for (name, _) in self.members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            self.take(name, Kind::UnknownMember(shown(name)), found);
        }
    }

    /// What is kept verbatim: members of `later` pieces in that order, then the unknown ones, noted.
    pub fn kept(&self, known: &[&str], later: &[&str], found: &mut Found) -> Kept {
        let entry = |name: &str, value: &Json| (Rc::from(name), Rc::from(value.compact()));
        let of_later = later.iter().filter_map(|name| Some(entry(name, self.member(name)?)));
        let mut kept: Kept = of_later.collect();
        // Members stand in the order of the known, as a rule: each is looked for from where the last one was.
        let mut next = 0;
        for (name, value) in self.members {
            let (before, behind) = known.split_at_checked(next).unwrap_or((known, &[]));
            if let Some(place) = behind.iter().chain(before).position(|own| *own == &**name) {
                next = (next + place + 1) % known.len();
            } else if !later.contains(&name.as_str()) {
                self.take(name, Kind::UnknownMember(shown(name)), found);
                kept.push(entry(name, value));
            }
        }
        kept
    }
}

/// A text of at most `limit` characters.
pub fn as_text(json: &Json, path: &str, limit: usize, found: &mut Found) -> Option<Text> {
    let Json::Text(text) = json else {
        found.refuse(path, Kind::WrongType("text"));
        return None;
    };
    if text.len() > limit && text.chars().count() > limit {
        found.take(path, Kind::TooLong(limit));
    }
    Some(text.clone())
}

/// A number of at most four places.
pub fn as_decimal(json: &Json, path: &str, found: &mut Found) -> Option<Decimal> {
    let Json::Number(text) = json else {
        found.refuse(path, Kind::WrongType("number"));
        return None;
    };
    let kind = match Decimal::parse(text) {
        Ok(decimal) => return Some(decimal),
        Err(DecimalError::TooPrecise) => Kind::NumberTooPrecise(4),
        Err(DecimalError::OutOfRange) => Kind::NumberOutOfRange,
        Err(DecimalError::NotANumber) => Kind::WrongType("number"),
    };
    found.refuse(path, kind);
    None
}
