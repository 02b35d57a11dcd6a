//! Books and grids as bytes, for the way from one module of the page to another. No file holds them.
//!
//! A list of texts, each behind its length; counts are texts too, and a cell begins with a letter that says its kind.
//!
//! Invariant: what is packed is unpacked as the same; bytes that are none give none.

use super::trouble::{NOT_A_BOOK, TOO_LARGE, Trouble};
use super::{Book, Cell, Column, Grid, Line, List, Sheet};
use crate::domain::Text;
use crate::domain::date::Date;
use crate::domain::number::{Decimal, Score};

/// How the bytes of grids begin.
const GRIDS: &str = "swanilai-grids";

/// A book as bytes.
#[must_use]
pub fn pack(book: &Book) -> Vec<u8> {
    let mut out = Vec::new();
    text(&mut out, &book.title);
    text(&mut out, &book.at);
    count(&mut out, book.sheets.len());
    for sheet in &book.sheets {
        text(&mut out, &sheet.name);
        count(&mut out, sheet.frozen);
        count(&mut out, sheet.columns.len());
        for column in &sheet.columns {
            text(&mut out, &column.title);
            count(&mut out, column.width.into());
            count(&mut out, usize::from(column.is_read) + 2 * usize::from(column.is_day));
        }
        count(&mut out, sheet.lines.len());
        for line in &sheet.lines {
            cells(&mut out, &line.cells);
            let (column, list) = line.choices.map_or((0, 0), |(column, list)| (column + 1, list));
            count(&mut out, column);
            count(&mut out, list);
        }
    }
    count(&mut out, book.lists.len());
    for list in &book.lists {
        text(&mut out, &list.title);
        cells(&mut out, &list.items);
    }
    out
}

/// The book that was packed.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Book> {
    let mut from = Rest(bytes);
    let mut book = Book { title: from.text()?.into(), at: from.text()?.into(), ..Book::default() };
    for _ in 0..from.count()? {
        let (name, frozen) = (Text::from(from.text()?), from.count()?);
        let mut sheet = Sheet { name, columns: Vec::new(), lines: Vec::new(), frozen };
        for _ in 0..from.count()? {
            let (title, width) = (Text::from(from.text()?), u8::try_from(from.count()?).ok()?);
            let marks = from.count()?;
            let column = Column { title, width, is_read: marks & 1 != 0, is_day: marks & 2 != 0 };
            sheet.columns.push(column);
        }
        for _ in 0..from.count()? {
            let cells = from.cells()?;
            let (column, list) = (from.count()?, from.count()?);
            let choices = column.checked_sub(1).map(|column| (column, list));
            sheet.lines.push(Line { cells, choices });
        }
        book.sheets.push(sheet);
    }
    for _ in 0..from.count()? {
        let title = Text::from(from.text()?);
        book.lists.push(List { title, items: from.cells()? });
    }
    from.0.is_empty().then_some(book)
}

/// What came of reading a workbook, as bytes.
#[must_use]
pub fn pack_read(read: &Result<Vec<Grid>, Trouble>) -> Vec<u8> {
    let mut out = Vec::new();
    text(&mut out, GRIDS);
    let grids = match read {
        Ok(grids) => grids,
        Err(trouble) => {
            text(&mut out, if *trouble == Trouble::File(TOO_LARGE) { TOO_LARGE } else { NOT_A_BOOK });
            return out;
        }
    };
    text(&mut out, "");
    count(&mut out, grids.len());
    for grid in grids {
        text(&mut out, &grid.name);
        count(&mut out, grid.cells.len());
        for (row, column, held) in &grid.cells {
            count(&mut out, usize::try_from(*row).unwrap_or_default());
            count(&mut out, usize::try_from(*column).unwrap_or_default());
            cell(&mut out, held);
        }
    }
    out
}

/// What came of reading a workbook.
///
/// # Errors
/// What reading it said; of bytes that are none, that they are no workbook.
pub fn unpack_read(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut from = Rest(bytes);
    let no_book = || Trouble::File(NOT_A_BOOK);
    if from.text() != Some(GRIDS) {
        return Err(no_book());
    }
    match from.text() {
        Some("") => from.grids().ok_or_else(no_book),
        Some(TOO_LARGE) => Err(Trouble::File(TOO_LARGE)),
        _ => Err(no_book()),
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    // No text of a table comes near four gigabytes.
    out.extend(u32::try_from(text.len()).unwrap_or_default().to_le_bytes());
    out.extend(text.as_bytes());
}

fn count(out: &mut Vec<u8>, count: usize) {
    text(out, &count.to_string());
}

fn cells(out: &mut Vec<u8>, all: &[Cell]) {
    count(out, all.len());
    for held in all {
        cell(out, held);
    }
}

fn cell(out: &mut Vec<u8>, cell: &Cell) {
    let (kind, held) = match cell {
        Cell::Empty => ("", String::new()),
        Cell::Text(text) => ("t", text.to_string()),
        Cell::Number(number) => ("n", number.ten_thousandths().to_string()),
        Cell::Score(score) => ("s", score.hundredths().to_string()),
        Cell::Day(day) => ("d", format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())),
    };
    text(out, &[kind, &held].concat());
}

/// What is left of the bytes.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn text(&mut self) -> Option<&'a str> {
        let (length, rest) = self.0.split_first_chunk()?;
        let (text, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    fn count(&mut self) -> Option<usize> {
        self.text()?.parse().ok()
    }

    fn place(&mut self) -> Option<u32> {
        self.text()?.parse().ok()
    }

    fn cell(&mut self) -> Option<Cell> {
        let held = self.text()?;
        let mut letters = held.chars();
        let kind = letters.next();
        let held = letters.as_str();
        Some(match kind {
            None => Cell::Empty,
            Some('t') => Cell::Text(held.into()),
            Some('n') => Cell::Number(Decimal::from_ten_thousandths(held.parse().ok()?)),
            Some('s') => Cell::Score(Score::from_hundredths(held.parse().ok()?)),
            Some('d') => Cell::Day(Date::read(held)?),
            Some(_) => return None,
        })
    }

    fn cells(&mut self) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        for _ in 0..self.count()? {
            cells.push(self.cell()?);
        }
        Some(cells)
    }

    fn grids(&mut self) -> Option<Vec<Grid>> {
        let mut grids = Vec::new();
        for _ in 0..self.count()? {
            let mut grid = Grid { name: self.text()?.to_owned(), cells: Vec::new() };
            for _ in 0..self.count()? {
                grid.cells.push((self.place()?, self.place()?, self.cell()?));
            }
            grids.push(grid);
        }
        self.0.is_empty().then_some(grids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Book {
        let column = |title: &str, is_read, is_day| Column { title: title.into(), width: 9, is_read, is_day };
        let cells = vec![
            Cell::Empty,
            Cell::text("=a;\"\n\u{1f}é🙂"),
            Cell::Number(Decimal::from_ten_thousandths(-12_345)),
            Cell::Score(Score::from_hundredths(7830)),
            Cell::day("31-12-2026"),
        ];
        let lines = vec![Line { cells: cells.clone(), choices: Some((0, 7)) }, Line::default()];
        let columns = vec![column("Kode", false, true), column("", true, false)];
        let sheet = Sheet { name: "Jawaban".into(), columns, lines, frozen: 2 };
        let lists = vec![List { title: "Pilihan".into(), items: cells }];
        Book { title: "Judul".into(), at: "2026-11-22".into(), sheets: vec![sheet], lists }
    }

    #[test]
    fn a_book_comes_back_as_it_was_and_no_part_of_one_does() {
        let packed = pack(&book());
        assert_eq!(unpack(&packed), Some(book()));
        for end in 0..packed.len() {
            assert_eq!(unpack(packed.get(..end).unwrap()), None, "{end}");
        }
        assert_eq!(unpack(&[packed, vec![0]].concat()), None);
        assert_eq!(unpack(&[255; 40]), None);
    }

    #[test]
    fn what_came_of_reading_comes_back_as_it_was() {
        let items = book().lists.into_iter().flat_map(|list| list.items);
        let cells = items.map(|cell| (1_048_575, 16_383, cell)).collect();
        let grids = Ok(vec![Grid { name: "Jawaban".to_owned(), cells }, Grid::default()]);
        for read in [grids, Err(Trouble::File(TOO_LARGE)), Err(Trouble::File(NOT_A_BOOK))] {
            let packed = pack_read(&read);
            assert_eq!(unpack_read(&packed), read);
            for end in 0..packed.len() {
                assert!(unpack_read(packed.get(..end).unwrap()).is_err(), "{end}");
            }
        }
        assert_eq!(unpack_read(b"PK\x03\x04 xl/"), Err(Trouble::File(NOT_A_BOOK)));
    }
}
