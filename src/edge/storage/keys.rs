//! The keys this app stores under. Pure.
//!
//! Invariant: every key of ours begins with [`PREFIX`], and none that does not is ever written or removed.

/// Before every key.
pub const PREFIX: &str = "swanilai:";
/// The tab's own memory of *Komputer bersama*.
pub const SHARED: &str = "swanilai:1:shared";
/// The name of the channel between tabs.
pub const CHANNEL: &str = "swanilai:1";

const DOC: &str = "swanilai:1:doc:";
const BROKEN: &str = "swanilai:1:broken:";
const SETTING: &str = "swanilai:1:set:";

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

/// Where a slot is.
pub fn slot(id: &str, side: Side) -> String {
    format!("{DOC}{id}:{}", side.letter())
}

/// Where the `turn`th copy of a broken slot goes; the first has no number.
pub fn broken(id: &str, side: Side, turn: usize) -> String {
    let key = format!("{BROKEN}{id}:{}", side.letter());
    if turn == 0 { key } else { format!("{key}{}", turn + 1) }
}

/// Where a setting is.
pub fn setting(name: &str) -> String {
    format!("{SETTING}{name}")
}

/// The document a slot's key belongs to.
pub fn document_of(key: &str) -> Option<&str> {
    let (id, side) = key.strip_prefix(DOC)?.rsplit_once(':')?;
    matches!(side, "a" | "b").then_some(id)
}

/// The document a broken copy's key belongs to.
pub fn broken_of(key: &str) -> Option<&str> {
    Some(key.strip_prefix(BROKEN)?.rsplit_once(':')?.0)
}

#[cfg(test)]
mod tests {
    use super::{Side, broken, broken_of, document_of, setting, slot};

    #[test]
    fn keys_are_read_back_to_their_document_whatever_its_id() {
        for id in ["abc", "urn:x:a", "", ":a", "é"] {
            assert_eq!(document_of(&slot(id, Side::A)), Some(id));
            assert_eq!(document_of(&slot(id, Side::B)), Some(id));
            assert_eq!(broken_of(&broken(id, Side::A, 0)), Some(id));
            assert_eq!(broken_of(&broken(id, Side::B, 3)), Some(id));
        }
        assert_eq!(document_of(&setting("a")), None);
        assert_eq!(document_of("other:1:doc:x:a"), None);
    }

    #[test]
    fn the_first_copy_of_a_broken_slot_has_no_number() {
        assert_eq!(broken("x", Side::A, 0), "swanilai:1:broken:x:a");
        assert_eq!(broken("x", Side::A, 1), "swanilai:1:broken:x:a2");
    }
}
