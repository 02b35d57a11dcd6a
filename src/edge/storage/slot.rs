//! One slot of a document: a header line, then the text. Pure.
//!
//! Invariant: a slot is trusted only if its text has the digest its header states, and its count can still rise.

use crate::format::sha256 as digest;

/// The highest count there is. No app comes to it in a thousand years of saving; what states more was made up, and
/// would outlast everything saved after it.
pub const MOST: u64 = 1 << 53;

/// A trusted slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Counts a document's saves up; the higher is the newer.
    pub seq: u64,
    /// When, as the caller said.
    pub at: String,
    /// The document.
    pub text: String,
}

/// What is found under a slot's key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    #[default]
    Empty,
    /// A slot to trust.
    Good(Slot),
    /// Something else, as it was found.
    Broken(String),
}

impl Slot {
    /// What is stored: `{"seq":12,"at":"...","sha256":"<of the text>"}`, a line end, the text.
    pub fn raw(&self) -> String {
        let at: String =
            self.at.chars().filter(|char| !matches!(char, '"' | '\\') && !char.is_control()).collect();
        format!(
            "{{\"seq\":{},\"at\":\"{at}\",\"sha256\":\"{}\"}}\n{}",
            self.seq,
            digest(&self.text),
            self.text
        )
    }
}

impl Found {
    /// Reads what is under a key.
    pub fn of(raw: Option<String>) -> Self {
        raw.map_or(Self::Empty, |raw| parse(&raw).map_or(Self::Broken(raw), Self::Good))
    }

    /// The count of a trusted slot.
    pub const fn seq(&self) -> Option<u64> {
        match self {
            Self::Good(slot) => Some(slot.seq),
            Self::Empty | Self::Broken(_) => None,
        }
    }

    /// The count and time a header states, of a broken slot too, to tell which of two is the newer.
    pub fn stated(&self) -> Option<(u64, String)> {
        match self {
            Self::Good(slot) => Some((slot.seq, slot.at.clone())),
            Self::Broken(raw) => stated(raw),
            Self::Empty => None,
        }
    }
}

/// The count and time the header of something stored states.
pub fn stated(raw: &str) -> Option<(u64, String)> {
    header(head(raw)).map(|(seq, at, _)| (seq, at.to_owned()))
}

/// The first line of what is stored.
pub fn head(raw: &str) -> &str {
    raw.split_once('\n').map_or(raw, |(head, _)| head)
}

fn parse(raw: &str) -> Option<Slot> {
    let (head, text) = raw.split_once('\n')?;
    let (seq, at, sha256) = header(head)?;
    (sha256 == digest(text)).then(|| Slot { seq, at: at.to_owned(), text: text.to_owned() })
}

/// Strictly what [`Slot::raw`] writes.
fn header(head: &str) -> Option<(u64, &str, &str)> {
    let rest = head.strip_prefix("{\"seq\":")?;
    let (seq, rest) = rest.split_once(',')?;
    let (at, rest) = rest.strip_prefix("\"at\":\"")?.split_once('"')?;
    let sha256 = rest.strip_prefix(",\"sha256\":\"")?.strip_suffix("\"}")?;
    Some((seq.parse().ok().filter(|seq| *seq <= MOST)?, at, sha256))
}

#[cfg(test)]
mod tests {
    use super::{Found, MOST, Slot, digest};

    fn slot(text: &str) -> Slot {
        Slot { seq: 12, at: "2026-11-21T20:54:23+07:00".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["", "{}", "a\nb\n", "\u{feff}\u{1f600}\0\r\n"] {
            assert_eq!(Found::of(Some(slot(text).raw())), Found::Good(slot(text)));
        }
    }

    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn the_header_is_as_documented() {
        let raw = slot("abc").raw();
        assert!(
            raw.starts_with("{\"seq\":12,\"at\":\"2026-11-21T20:54:23+07:00\",\"sha256\":\"ba7816bf"),
            "{raw}"
        );
        assert!(raw.ends_with("\"}\nabc"), "{raw}");
    }

    #[test]
    fn no_cut_and_no_changed_letter_is_trusted() {
        let raw = slot("{\"answers\":{}}").raw();
        for end in 0..raw.len() {
            let cut = raw.get(..end).unwrap_or_default().to_owned();
            assert_eq!(Found::of(Some(cut.clone())), Found::Broken(cut));
        }
        let changed = raw.replace("answers", "answerz");
        assert_eq!(Found::of(Some(changed.clone())), Found::Broken(changed));
    }

    #[test]
    fn a_time_cannot_break_the_header() {
        let odd = Slot { at: "\"},\n\\".to_owned(), ..slot("x") };
        assert_eq!(Found::of(Some(odd.raw())), Found::Good(Slot { at: "},".to_owned(), ..odd }));
    }

    #[test]
    fn no_slot_is_trusted_that_no_later_one_could_outdo() {
        for (seq, trusted) in [(MOST, true), (MOST + 1, false), (u64::MAX, false)] {
            let found = Found::of(Some(Slot { seq, ..slot("x") }.raw()));
            assert_eq!(found.seq().is_some(), trusted, "{seq}");
        }
    }

    #[test]
    fn a_broken_slot_still_states_its_count() {
        let cut = slot("abc").raw().replace("abc", "ab");
        assert_eq!(Found::of(Some(cut)).stated().map(|(seq, _)| seq), Some(12));
    }
}
