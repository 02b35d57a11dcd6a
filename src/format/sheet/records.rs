//! Grids as lines under titles: which sheet a line is of, and which cell stands under which title.
//!
//! Invariant: a line keeps where it stands, so that whatever is said of it can name the place.

use super::column::{Col, Part};
use super::trouble::{Place, TOO_LARGE, Trouble};
use super::{Cell, Grid, csv, words};

/// Among how many rows the titles are looked for.
const HEAD: u32 = 30;

/// Among how many columns they are looked for.
const WIDEST: u32 = 200;
/// Most lines of all sheets.
const MOST: usize = 20_000;

/// What a table is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Id of the instrument.
    pub rubric: String,
    /// Version of it; may be empty.
    pub version: String,
    /// Id of the assessment; empty for a template.
    pub id: String,
    /// Whether criteria count.
    pub per_criterion: bool,
}

/// A line of a sheet.
pub struct Record<'a> {
    /// Which sheet.
    pub part: Part,
    /// The grid it stands in.
    grid: &'a Grid,
    /// Its row.
    row: u32,
    /// Titles of the grid, with their columns.
    titles: &'a [(u32, String)],
    cells: &'a [(u32, u32, Cell)],
}

impl Record<'_> {
    /// What stands under a title, where the grid has such a column.
    pub fn cell(&self, title: &str) -> Option<Cell> {
        let (column, _) = self.titles.iter().find(|(_, own)| own == title)?;
        let found = self.cells.iter().find(|(_, at, _)| at == column);
        Some(found.map(|(_, _, cell)| cell.clone()).unwrap_or_default())
    }

    /// The text under a title; empty where there is none.
    pub fn text(&self, title: &str) -> String {
        self.cell(title).map(|cell| cell.bare()).unwrap_or_default()
    }

    /// Where the cell under a title stands.
    pub fn place(&self, title: &str) -> Place {
        let column = self.titles.iter().find(|(_, own)| own == title).map_or(0, |(column, _)| *column);
        Place { sheet: self.grid.name.clone(), row: self.row, column }
    }
}

/// The titles of a grid and the row below them; nothing where it has none.
pub fn titles(grid: &Grid) -> (u32, Vec<(u32, String)>) {
    let keys = [Col::Code, Col::Subject].map(Col::title_alone);
    let is_key = |cell: &Cell| keys.contains(&&*cell.bare());
    let head = grid.cells.iter().find(|(row, _, cell)| *row < HEAD && is_key(cell)).map(|(row, ..)| *row);
    let Some(head) = head else { return (0, Vec::new()) };
    let titles = grid.cells.iter().filter(|(row, column, _)| *row == head && *column < WIDEST);
    (head.saturating_add(1), titles.map(|(_, column, cell)| (*column, cell.bare())).collect())
}

/// All lines of a grid that has these titles. A grid without a name says of each line which sheet it is of.
pub fn records<'a>(grid: &'a Grid, below: u32, titles: &'a [(u32, String)]) -> Vec<Record<'a>> {
    let named = |name: &str| Part::ALL.into_iter().find(|part| part.name().eq_ignore_ascii_case(name.trim()));
    let mut all = Vec::new();
    for cells in grid.cells.chunk_by(|one, other| one.0 == other.0) {
        let Some(row) = cells.first().map(|(row, ..)| *row).filter(|row| *row >= below && !titles.is_empty())
        else {
            continue;
        };
        let record = |part| Record { part, grid, row, titles, cells };
        let part = match named(&grid.name) {
            None if grid.name.is_empty() => named(&record(Part::Answers).text(csv::SHEET)),
            part => part,
        };
        all.extend(part.map(record));
    }
    all
}

/// What a table is about.
///
/// # Errors
/// That it holds no answers, or does not say of which instrument.
pub fn about(grids: &[Grid]) -> Result<About, Trouble> {
    let rows = |grid: &Grid| grid.cells.chunk_by(|one, other| one.0 == other.0).count();
    if grids.iter().map(rows).sum::<usize>() > MOST {
        return Err(Trouble::File(TOO_LARGE));
    }
    let mut about = About::default();
    let mut answers = false;
    let [subject, value] = [Col::Subject, Col::Value].map(Col::title_alone);
    for grid in grids {
        let (below, titles) = titles(grid);
        for record in records(grid, below, &titles) {
            answers |= record.part == Part::Answers && !record.text(Col::Code.title_alone()).is_empty();
            if record.part == Part::Summary {
                let text = record.text(value);
                match &*record.text(subject) {
                    words::RUBRIC => about.rubric = text,
                    words::VERSION => about.version = text,
                    words::NUMBER => about.id = text,
                    words::MODE => about.per_criterion = text == words::PER_CRITERION,
                    _ => {}
                }
            }
        }
    }
    match (answers, about.rubric.is_empty()) {
        (false, _) => Err(Trouble::NoAnswers),
        (_, true) => Err(Trouble::NoInstrument),
        _ => Ok(about),
    }
}
