//! When two files are of one office.
//!
//! Invariant: names decide, however they are written; the id of a document decides only where it bears no name. One
//! form sent out to many offices has one id in all of them, so an id alone never makes two named offices one.

use crate::domain::Text;

/// What an office is told by. Keys of one office are equal however its names are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeKey {
    /// The local government, in the plain form of [`plain`]; empty where none is named.
    pub pemda: Text,
    /// The office, in the plain form, without the name of its local government at the end; empty where none is named.
    pub name: Text,
    /// The id of the document; given only where no name is.
    pub id: Text,
}

impl OfficeKey {
    /// The key of an office by its names as written, and the id of its document.
    #[must_use]
    pub fn of(pemda: &str, name: &str, id: &str) -> Self {
        let (pemda, name) = (plain(pemda), plain(name));
        let name = name.strip_suffix(&*pemda).and_then(|rest| rest.strip_suffix(' ')).unwrap_or(&name);
        let id = if name.is_empty() { Text::from(id) } else { Text::default() };
        Self { pemda: pemda.into(), name: name.into(), id }
    }

    /// Whether it bears a name.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Words that are written in two ways, or that add nothing to a name.
const WORDS: &[(&str, &str)] = &[
    ("kab", "kabupaten"),
    ("prov", "provinsi"),
    ("propinsi", "provinsi"),
    ("pemerintah", ""),
    ("pemda", ""),
];
/// Words that stand for two.
const JOINED: &[(&str, &str)] = &[("pemkab", "kabupaten"), ("pemkot", "kota"), ("pemprov", "provinsi")];

/// A name as it is compared: letters and digits in words one blank apart, small, with `kab.` and `kabupaten` alike.
#[must_use]
pub fn plain(name: &str) -> String {
    plainly(name, char::is_alphanumeric, str::to_lowercase)
}

/// Whether two local governments, or two offices, are the same, as far as their names tell. They are written in plain
/// letters, so no table of all others is needed: those weigh as much as a view.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    let plain = |name| plainly(name, |letter| letter.is_ascii_alphanumeric(), str::to_ascii_lowercase);
    plain(one) == plain(other)
}

#[inline]
fn plainly(name: &str, is_letter: fn(char) -> bool, small: fn(&str) -> String) -> String {
    let mut out = String::new();
    for word in name.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty()) {
        let word = small(word);
        let known = WORDS.iter().chain(JOINED).find(|(own, _)| *own == word);
        let word = known.map_or(&*word, |(_, plain)| plain);
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_office_however_it_is_written_has_one_key() {
        let key = OfficeKey::of("Kabupaten Pemalang", "Dinas Sosial", "");
        for (pemda, name) in [
            ("kab. pemalang", "DINAS SOSIAL"),
            ("Pemkab Pemalang", "Dinas  Sosial."),
            ("Pemerintah Kabupaten Pemalang", "Dinas Sosial Kab. Pemalang"),
            (" KABUPATEN PEMALANG ", "Dinas-Sosial"),
        ] {
            assert_eq!(OfficeKey::of(pemda, name, "lain"), key, "{pemda} {name}");
        }
        assert_ne!(OfficeKey::of("Kota Pemalang", "Dinas Sosial", ""), key);
        assert!(is_same_name("KAB. Pemalang", "Pemkab  pemalang"));
        assert!(!is_same_name("Kota Pemalang", "Kab. Pemalang"));
        assert_ne!(OfficeKey::of("Kab. Pemalang", "Dinas Sosial 2", ""), key);
    }

    #[test]
    fn without_a_name_the_id_tells_offices_apart() {
        let key = |name, id| OfficeKey::of("Kab. Pemalang", name, id);
        assert_ne!(key("", "a"), key("", "b"));
        assert_eq!(key(" . ", "a"), key("", "a"));
        assert_eq!(key("Dinsos", "a"), key("Dinsos", "b"));
        assert_eq!(OfficeKey::of("", "", ""), OfficeKey::default());
    }
}
