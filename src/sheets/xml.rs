//! XML as a stream of what workbooks need of it.
//!
//! Invariant: nothing outside the text is looked up, no entity but those of XML itself is known, and nothing nests here.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::format::sheet::Trouble;
use crate::format::sheet::port::NOT_A_BOOK;

/// What comes next.
pub enum Piece<'a> {
    /// An element begins.
    Begin(Element<'a>),
    /// An element ends: its name.
    End(String),
    /// Text.
    Text(String),
}

/// The beginning of an element.
pub struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name, without a prefix.
    pub fn name(&self) -> String {
        text(self.0.local_name().as_ref())
    }

    /// An attribute by its name, without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all
            .with_checks(false)
            .flatten()
            .find(|attribute| text(attribute.key.local_name().as_ref()) == name)?;
        let raw = text(found.value.as_ref());
        Some(quick_xml::escape::unescape(&raw).map_or_else(|_| raw.clone(), Into::into))
    }
}

fn text(name: impl AsRef<str>) -> String {
    name.as_ref().to_owned()
}

/// Goes through a text piece by piece; an empty element begins and ends.
///
/// # Errors
/// That it is no XML, or what `each` says.
pub fn each(xml: &str, each: &mut dyn FnMut(Piece<'_>) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let damaged = || Trouble::File(NOT_A_BOOK);
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(start) => each(Piece::Begin(Element(start)))?,
            Event::Empty(start) => {
                let name = text(start.local_name().as_ref());
                each(Piece::Begin(Element(start)))?;
                each(Piece::End(name))?;
            }
            Event::End(end) => each(Piece::End(text(end.local_name().as_ref())))?,
            Event::Text(held) => each(Piece::Text(held.xml10_content().into_owned()))?,
            Event::CData(held) => each(Piece::Text(held.xml10_content().into_owned()))?,
            Event::GeneralRef(held) => {
                let letter = match held.resolve_char_ref().map_err(|_| damaged())? {
                    Some(letter) => letter,
                    None => match &*held.xml10_content() {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => return Err(damaged()),
                    },
                };
                each(Piece::Text(letter.to_string()))?;
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// A text with what spreadsheets write as `_x000D_` put back.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match letter {
            Some(letter) => {
                out.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_has_no_place_for_are_put_back() {
        for (text, said) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x12_", "_x12_"),
            ("_xé", "_xé"),
            ("_x0041", "_x0041"),
        ] {
            assert_eq!(plain(text), said);
        }
    }
}
