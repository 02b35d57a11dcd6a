//! The keys this app stores under. Pure.
//!
//! Invariant: every key of ours begins with [`PREFIX`], and none that does not is ever written or removed; no key of one
//! instance reads as another's.

/// Before every key.
const PREFIX: &str = "swanilai:";
/// After the prefix: the layout of what is kept.
const VERSION: char = '1';

const DOC: &str = "doc:";
const BROKEN: &str = "broken:";
const SETTING: &str = "set:";
const RUBRIC: &str = "rubric:";

/// The two slots of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

impl Side {
    const fn letter(self) -> char {
        match self {
            Self::A => 'a',
            Self::B => 'b',
        }
    }
}

/// Whose keys: the page's own, `swanilai:1:...`, or those of one instance among several, `swanilai:1@<instance>:...`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(String);

impl Scope {
    /// The keys of an instance; of the page itself where it has no name.
    pub fn of(instance: &str) -> Self {
        let mut own = PREFIX.to_owned();
        own.push(VERSION);
        if !instance.is_empty() {
            own.push('@');
            // A colon would end the name early.
            own.extend(instance.chars().filter(|char| *char != ':'));
        }
        Self(own)
    }

    /// The name of the channel between tabs.
    pub fn channel(&self) -> &str {
        &self.0
    }

    fn key(&self, parts: &[&str]) -> String {
        let mut key = self.0.clone();
        key.push(':');
        for part in parts {
            key.push_str(part);
        }
        key
    }

    /// The tab's own memory of *Komputer bersama*.
    pub fn shared(&self) -> String {
        self.key(&["shared"])
    }

    /// What was in sight of the form, which assets/sight.js keeps and draws.
    pub fn sight(&self) -> String {
        self.key(&["sight"])
    }

    /// Where a slot is.
    pub fn slot(&self, id: &str, side: Side) -> String {
        let mut key = self.key(&[DOC, id, ":"]);
        key.push(side.letter());
        key
    }

    /// Where the `turn`th copy of a broken slot goes; the first has no number.
    pub fn broken(&self, id: &str, side: Side, turn: usize) -> String {
        let mut key = self.key(&[BROKEN, id, ":"]);
        key.push(side.letter());
        if turn > 0 {
            key.push_str(&(turn + 1).to_string());
        }
        key
    }

    /// Where a setting is.
    pub fn setting(&self, name: &str) -> String {
        self.key(&[SETTING, name])
    }

    /// Where an instrument of the office's own is.
    pub fn rubric(&self, id: &str) -> String {
        self.key(&[RUBRIC, id])
    }

    /// The instrument a key belongs to.
    pub fn rubric_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        self.rest(key)?.strip_prefix(RUBRIC)
    }

    /// Whether a key is of this scope.
    pub fn holds(&self, key: &str) -> bool {
        self.rest(key).is_some()
    }

    /// What follows the scope in a key of its own.
    fn rest<'a>(&self, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&*self.0)?.strip_prefix(':')
    }

    /// Whether a key goes when everything is removed: one of this scope; from the page itself, each of ours.
    pub fn clears(&self, key: &str) -> bool {
        let whole = self.0.len() == PREFIX.len() + 1;
        if whole { key.starts_with(PREFIX) } else { self.holds(key) }
    }

    /// The document a slot's key belongs to.
    pub fn document_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        let (id, side) = self.rest(key)?.strip_prefix(DOC)?.rsplit_once(':')?;
        matches!(side, "a" | "b").then_some(id)
    }

    /// The document a broken copy's key belongs to.
    pub fn broken_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        Some(self.rest(key)?.strip_prefix(BROKEN)?.rsplit_once(':')?.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, Side};

    #[test]
    fn keys_are_read_back_to_their_document_whatever_its_id() {
        for scope in [Scope::of(""), Scope::of("a")] {
            for id in ["abc", "urn:x:a", "", ":a", "é"] {
                assert_eq!(scope.document_of(&scope.slot(id, Side::A)), Some(id));
                assert_eq!(scope.document_of(&scope.slot(id, Side::B)), Some(id));
                assert_eq!(scope.broken_of(&scope.broken(id, Side::A, 0)), Some(id));
                assert_eq!(scope.broken_of(&scope.broken(id, Side::B, 3)), Some(id));
                assert_eq!(scope.rubric_of(&scope.rubric(id)), Some(id));
                assert_eq!(scope.document_of(&scope.rubric(id)), None);
            }
            assert_eq!(scope.document_of(&scope.setting("a")), None);
            assert_eq!(scope.document_of("other:1:doc:x:a"), None);
        }
    }

    #[test]
    fn the_first_copy_of_a_broken_slot_has_no_number() {
        assert_eq!(Scope::of("").broken("x", Side::A, 0), "swanilai:1:broken:x:a");
        assert_eq!(Scope::of("").broken("x", Side::A, 1), "swanilai:1:broken:x:a2");
    }

    #[test]
    fn no_instance_reads_or_clears_the_keys_of_another() {
        let names = ["", "a", "b", "a:doc", "doc"];
        for one in names {
            for other in names.into_iter().filter(|other| *other != one) {
                let (one, other) = (Scope::of(one), Scope::of(other));
                let key = one.slot("a:x", Side::A);
                assert_eq!(other.document_of(&key), None, "{other:?} reads {key}");
                assert!(one.holds(&key) && !other.holds(&key));
                assert_eq!(other.clears(&key), other == Scope::of(""), "{other:?} clears {key}");
                assert_ne!(one.shared(), other.shared());
            }
        }
        assert_eq!(Scope::of("a").setting("open"), "swanilai:1@a:set:open");
        assert!(!Scope::of("").clears("other"));
    }
}
