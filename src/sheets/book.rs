//! What a workbook says of itself: its sheets, texts and styles.
//!
//! Invariant: what is not there is as if it were empty; what is too much is refused.

use std::collections::BTreeMap;

use super::unpack::Packed;
use super::xml::{Piece, each, plain};
use crate::format::sheet::Trouble;
use crate::format::sheet::port::{NOT_A_BOOK, TOO_LARGE};

/// Most texts.
const TEXTS: usize = 200_000;
/// Most sheets: each that is known by name is compared with those before it.
const SHEETS: usize = 1_000;
/// Most styles.
const STYLES: usize = 100_000;

/// A workbook but for its cells.
#[derive(Default)]
pub struct Book {
    /// Name and path of each sheet.
    pub sheets: Vec<(String, String)>,
    /// Texts that cells name by their places.
    pub texts: Vec<String>,
    /// Whether numbers of each style are days.
    pub days: Vec<bool>,
    /// Whether days are counted as old Macintoshes do.
    pub macintosh: bool,
}

impl Book {
    /// Reads everything but cells.
    ///
    /// # Errors
    /// That it is no workbook, or too large.
    pub fn read(packed: &mut Packed<'_>) -> Result<Self, Trouble> {
        let workbook = packed.part("xl/workbook.xml")?.ok_or(Trouble::File(NOT_A_BOOK))?;
        let relations = packed.part("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
        let mut book = Self::default();
        let mut named = Vec::new();
        each(&workbook, &mut |piece| {
            if let Piece::Begin(element) = piece {
                match &*element.name() {
                    "workbookPr" => {
                        let said = element.attribute("date1904");
                        book.macintosh = matches!(said.as_deref(), Some("1" | "true"));
                    }
                    "sheet" if named.len() >= SHEETS => return Err(Trouble::File(TOO_LARGE)),
                    "sheet" => {
                        named.push(element.attribute("name").zip(element.attribute("id")));
                    }
                    _ => {}
                }
            }
            Ok(())
        })?;
        // By name: a hostile book has many of both.
        let mut paths = BTreeMap::new();
        each(&relations, &mut |piece| {
            if let Piece::Begin(element) = piece {
                paths.extend(element.attribute("Id").zip(element.attribute("Target")));
            }
            Ok(())
        })?;
        for (name, id) in named.into_iter().flatten() {
            if let Some(target) = paths.get(&id) {
                let path = target.strip_prefix('/').map_or_else(|| ["xl/", target].concat(), str::to_owned);
                book.sheets.push((name, path));
            }
        }
        book.texts = texts(&packed.part("xl/sharedStrings.xml")?.unwrap_or_default())?;
        book.days = days(&packed.part("xl/styles.xml")?.unwrap_or_default())?;
        Ok(book)
    }
}

/// The texts that cells share. What is said of their pronunciation is left out.
fn texts(xml: &str) -> Result<Vec<String>, Trouble> {
    let mut texts = Vec::new();
    let (mut text, mut within, mut beside) = (String::new(), false, false);
    each(xml, &mut |piece| {
        match piece {
            Piece::Begin(element) => match &*element.name() {
                "si" => text.clear(),
                "t" => within = !beside,
                "rPh" => beside = true,
                _ => {}
            },
            Piece::Text(more) if within => text.push_str(&more),
            Piece::Text(_) => {}
            Piece::End(name) => match &*name {
                "si" if texts.len() >= TEXTS => return Err(Trouble::File(TOO_LARGE)),
                "si" => texts.push(plain(&text)),
                "t" => within = false,
                "rPh" => beside = false,
                _ => {}
            },
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Whether numbers of each style are days.
fn days(xml: &str) -> Result<Vec<bool>, Trouble> {
    let mut formats: Vec<(String, bool)> = Vec::new();
    let (mut days, mut of_cells) = (Vec::new(), false);
    each(xml, &mut |piece| {
        match piece {
            Piece::Begin(element) => match &*element.name() {
                "numFmt" if formats.len() < 1_000 => {
                    let format = element.attribute("numFmtId").zip(element.attribute("formatCode"));
                    formats.extend(format.map(|(id, code)| (id, is_of_days(&code))));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    if days.len() >= STYLES {
                        return Err(Trouble::File(TOO_LARGE));
                    }
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    let own = formats.iter().find(|(own, _)| *own == id).map(|(_, is)| *is);
                    let known = matches!(id.parse(), Ok(14..=22_u16 | 27..=36 | 45..=47 | 50..=58));
                    days.push(own.unwrap_or(known));
                }
                _ => {}
            },
            Piece::End(name) if name == "cellXfs" => of_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(days)
}

/// Whether a format shows days or times: by its letters outside quotes and brackets.
fn is_of_days(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_one_of_days_by_its_letters_alone() {
        for (code, is) in [
            ("dd/mm/yyyy", true),
            ("[$-421]D MMMM YYYY;@", true),
            ("#,##0.00", false),
            ("General", false),
            ("0.00\" hari\"", false),
            ("[Red]0", false),
            ("0\\d", false),
            ("_-* #,##0_-", false),
        ] {
            assert_eq!(is_of_days(code), is, "{code}");
        }
    }

    #[test]
    fn texts_in_pieces_are_one_and_pronunciation_is_none() {
        let xml = "<sst><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b&amp;&#10;</t></r><rPh><t>x</t></rPh></si><si/></sst>";
        assert_eq!(texts(xml).unwrap(), ["a b&\n", ""]);
        let many = "<si/>".repeat(TEXTS + 1);
        assert_eq!(texts(&many), Err(Trouble::File(TOO_LARGE)));
    }
}
