//! Reading workbooks: the cells of the sheets that are known by name.
//!
//! Invariant: a formula is never reckoned; what a program left as its value counts.

use super::book::Book;
use super::numbers::{day, number};
use super::unpack::Packed;
use super::xml::{Element, Piece, each, plain};
use crate::format::sheet::port::{NOT_A_BOOK, TOO_LARGE};
use crate::format::sheet::{Cell, Grid, Part, Trouble, UNRECKONED};

/// Most cells that hold something.
const CELLS: usize = 300_000;
/// Most bytes of text in all of them: many cells may name one shared text, each of which would hold a copy of it.
const TEXT: usize = 24 * 1024 * 1024;

/// Reads a workbook.
///
/// # Errors
/// That it is none, or too large.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut packed = Packed::open(bytes)?;
    let book = Book::read(&mut packed)?;
    let mut grids: Vec<Grid> = Vec::new();
    let (mut left, mut room) = (CELLS, TEXT);
    for (name, path) in &book.sheets {
        let is_known = Part::ALL.iter().any(|part| part.name().eq_ignore_ascii_case(name.trim()));
        // Two sheets of one name are no workbook's; the first counts.
        if !is_known || grids.iter().any(|grid| grid.name == *name) {
            continue;
        }
        let Some(xml) = packed.part(path)? else { continue };
        let mut reading = Reading { book: &book, cells: Vec::new(), left, room, ..Reading::new(&book) };
        each(&xml, &mut |piece| reading.take(piece))?;
        (left, room) = (reading.left, reading.room);
        let mut cells = reading.cells;
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        cells.dedup_by_key(|(row, column, _)| (*row, *column));
        grids.push(Grid { name: name.clone(), cells });
    }
    Ok(grids)
}

/// A sheet on the way.
struct Reading<'a> {
    book: &'a Book,
    cells: Vec<(u32, u32, Cell)>,
    /// Cells that there is room for, and bytes of text in them.
    left: usize,
    room: usize,
    /// Where the next row and the next cell are, where they do not say.
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    text: String,
    within: bool,
    /// Whether the cell has a formula.
    reckoned: bool,
}

impl<'a> Reading<'a> {
    const fn new(book: &'a Book) -> Self {
        Self {
            book,
            cells: Vec::new(),
            left: 0,
            room: 0,
            row: 0,
            column: 0,
            kind: String::new(),
            style: 0,
            text: String::new(),
            within: false,
            reckoned: false,
        }
    }

    fn take(&mut self, piece: Piece<'_>) -> Result<(), Trouble> {
        match piece {
            Piece::Begin(element) => self.begin(&element)?,
            Piece::Text(more) if self.within => self.text.push_str(&more),
            Piece::Text(_) => {}
            Piece::End(name) => match &*name {
                "v" | "t" => self.within = false,
                "c" => {
                    let cell = self.cell();
                    if cell != Cell::Empty {
                        let more = if let Cell::Text(text) = &cell { text.len() } else { 0 };
                        self.left = self.left.checked_sub(1).ok_or(Trouble::File(TOO_LARGE))?;
                        self.room = self.room.checked_sub(more).ok_or(Trouble::File(TOO_LARGE))?;
                        self.cells.push((self.row, self.column, cell));
                    }
                    self.column = self.column.saturating_add(1);
                }
                "row" => self.row = self.row.saturating_add(1),
                _ => {}
            },
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element<'_>) -> Result<(), Trouble> {
        match &*element.name() {
            "row" => {
                let said = element.attribute("r").and_then(|row| row.parse::<u32>().ok());
                self.row = said.and_then(|row| row.checked_sub(1)).unwrap_or(self.row);
                self.column = 0;
            }
            "c" => {
                if let Some(address) = element.attribute("r") {
                    (self.row, self.column) = place(&address).ok_or(Trouble::File(NOT_A_BOOK))?;
                }
                self.kind = element.attribute("t").unwrap_or_default();
                self.style = element.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                self.text.clear();
                self.reckoned = false;
            }
            "f" => self.reckoned = true,
            "v" | "t" => self.within = true,
            _ => {}
        }
        Ok(())
    }

    /// What the cell that ends here holds.
    fn cell(&self) -> Cell {
        let text = &*self.text;
        match &*self.kind {
            // What a program says in the place of a result may be an empty text, but not nothing.
            "" | "n" if self.reckoned && text.trim().is_empty() => Cell::text(UNRECKONED),
            "s" => {
                let at = text.trim().parse::<usize>().ok();
                at.and_then(|at| self.book.texts.get(at)).map_or(Cell::Empty, |text| Cell::text(text))
            }
            "b" => Cell::text(if text.trim() == "1" { "TRUE" } else { "FALSE" }),
            "d" => Cell::day(text),
            "str" | "inlineStr" => Cell::text(&plain(text)),
            "e" => Cell::text(text.trim()),
            _ if self.book.days.get(self.style) == Some(&true) => day(text, self.book.macintosh),
            _ => number(text),
        }
    }
}

/// Row and column of an address, from nought: `E17`.
fn place(address: &str) -> Option<(u32, u32)> {
    let letters = address.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = address.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sheet::address;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for (row, column) in [(0, 0), (16, 4), (9, 26), (1_048_575, 16_383)] {
            assert_eq!(place(&address(row, column)), Some((row, column)));
        }
        for text in ["", "A", "17", "A0", "a1", "AAAA1", "A12345678", "A-1", "É1"] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
