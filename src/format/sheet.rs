//! Assessments as tables, which offices know from Excel: what stands in which column, and how it is read back.
//!
//! One book is what both CSV and XLSX are written from; what either reads comes back as [`Grid`]s. `docs/sheets.md`
//! describes every column.
//!
//! Invariant: a book that is read back unchanged changes nothing; what cannot be read is named by sheet and address.

use super::number;
use crate::domain::Text;
use crate::domain::date::Date;
use crate::domain::number::{Decimal, Score};

mod advice;
mod cells;
mod column;
pub mod csv;
mod fill;
pub mod port;
mod records;
mod summary;
mod take;
mod trouble;
mod units;
pub mod wire;
mod words;

pub use column::{Col, Part};
pub use fill::{Kind, book};
pub use records::About;
pub use take::{Taken, take};
pub use trouble::{Place, Trouble, UNRECKONED, What};
pub use units::units;
pub use words::CAVEAT as NOT_OFFICIAL;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(Text),
    /// A number as it is.
    Number(Decimal),
    /// A figure of two places.
    Score(Score),
    /// A day.
    Day(Date),
}

impl Cell {
    /// A text; an empty one is nothing.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    /// A score, where there is one.
    #[must_use]
    pub fn score(score: Option<Score>) -> Self {
        score.map_or(Self::Empty, Self::Score)
    }

    /// A count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        i32::try_from(count).map_or(Self::Empty, |count| Self::Number(Decimal::whole(count)))
    }

    /// A day as it was typed: a real one where it can be read and every program can hold it.
    #[must_use]
    pub fn day(text: &str) -> Self {
        Date::read(text).filter(|day| day.year() > EARLIEST).map_or_else(|| Self::text(text), Self::Day)
    }

    /// As people write it.
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Number(number) => number::show(*number),
            Self::Score(score) => number::show_places(*score),
            Self::Day(day) => said_day(*day, '/'),
        }
    }

    /// What is left of it after a way through other programs: one kind of line end, nothing around it.
    fn bare(&self) -> String {
        self.said().replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
    }

    /// Whether it says the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let number = |cell: &Self| match cell {
            Self::Number(number) => Some(*number),
            Self::Score(score) => Some(score.decimal()),
            _ => None,
        };
        match (number(self), number(other)) {
            (Some(one), Some(other)) => one == other,
            _ => csv::held(&self.bare()) == csv::held(&other.bare()),
        }
    }
}

/// The last year before which spreadsheets disagree about days.
const EARLIEST: u16 = 1900;

/// `31-12-2026`, with what is to stand between.
fn said_day(day: Date, between: char) -> String {
    format!("{:02}{between}{:02}{between}{:04}", day.day(), day.month(), day.year())
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub title: Text,
    /// Its width in characters.
    pub width: u8,
    /// Whether it is read back; all others are there to be looked at.
    pub is_read: bool,
    /// Whether it holds days.
    pub is_day: bool,
}

/// A line of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// The column in which something is chosen, and the place of what there is to choose among [`Book::lists`].
    pub choices: Option<(usize, usize)>,
}

/// A sheet under a line of titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: Text,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// How many columns stay in sight.
    pub frozen: usize,
}

/// The sheet of what there is to choose from.
pub const LISTS: &str = "Pilihan";

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What it is called.
    pub title: Text,
    /// What can be chosen.
    pub items: Vec<Cell>,
}

/// Sheets that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// What it is about.
    pub title: Text,
    /// When its contents were last changed, as a time; empty where they were not.
    pub at: Text,
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// Lists to choose from.
    pub lists: Vec<List>,
}

/// A sheet as read: only cells that hold something, by their places from nought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its name; empty where the file has but one.
    pub name: String,
    /// Row, column, and what is there; rows rise, and columns within a row.
    pub cells: Vec<(u32, u32, Cell)>,
}

/// The name of a cell: `E17`.
#[must_use]
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    let mut out: String = letters.into_iter().rev().collect();
    out.push_str(&row.saturating_add(1).to_string());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (row, column, name) in
            [(0, 0, "A1"), (16, 4, "E17"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 701, "ZZ1")]
        {
            assert_eq!(address(row, column), name);
        }
        assert_eq!(address(1_048_575, 16_383), "XFD1048576");
    }

    #[test]
    fn a_cell_says_the_same_whatever_programs_do_to_line_ends_and_kinds() {
        let text = |text: &str| Cell::text(text);
        assert!(text("satu\r\ndua ").is_same(&text(" satu\ndua")));
        assert!(Cell::Number(Decimal::whole(60)).is_same(&Cell::Score(Score::from_hundredths(6000))));
        assert!(Cell::day("31 Desember 2026").is_same(&text("31/12/2026")));
        assert!(text("2,5").is_same(&Cell::Number(Decimal::from_ten_thousandths(25_000))));
        assert!(!text("2,5").is_same(&Cell::Empty));
        assert_eq!(Cell::day("1-1-1899"), text("1-1-1899"), "no spreadsheet holds that day");
    }
}
