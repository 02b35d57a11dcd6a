//! A recapitulation as tables: one line an office, and one line an office and indicator.
//!
//! Invariant: every office that is given has its line, in the order given; nothing of it is read back.

use super::{Book, Cell, Column, Line, NOT_OFFICIAL, Sheet, words};
use crate::domain::Text;
use crate::domain::number::{Decimal, Score};
use crate::domain::recap::{Row, scored};
use crate::domain::rubric::Rubric;
use crate::domain::zone::Subject;
use crate::format::document::STATUSES;
use crate::format::wording::category_term;

/// The sheets *Unit* and *Jawaban unit* of the offices that count.
#[must_use]
pub fn units(rubric: &Rubric, rows: &[&Row]) -> Book {
    let (offices, answers) = (offices(rubric, rows), answers(rubric, rows));
    Book { title: rubric.name.clone(), sheets: vec![offices, answers], ..Book::default() }
}

fn sheet(name: &str, columns: &[(&str, u8)], lines: Vec<Vec<Cell>>, frozen: usize) -> Sheet {
    let column = |(title, width): &(&str, u8)| Column {
        title: Text::from(*title),
        width: *width,
        is_read: false,
        is_day: false,
    };
    let line = |cells| Line { cells, choices: None };
    Sheet {
        name: name.into(),
        columns: columns.iter().map(column).collect(),
        lines: lines.into_iter().map(line).collect(),
        frozen,
    }
}

fn offices(rubric: &Rubric, rows: &[&Row]) -> Sheet {
    let terms = &rubric.terms;
    let columns = [
        (words::PEMDA, 26),
        (words::UNIT, 34),
        (words::KIND, 16),
        (words::YEAR, 10),
        (&*terms.own, 13),
        (words::LOW, 13),
        (words::HIGH, 13),
        (category_term(rubric), 26),
        (words::SUPPORTED, 13),
        (words::ANSWERED, 13),
        (words::TOTAL, 13),
        (words::ASSUMED, 13),
        (words::LEAVING, 13),
        (&*terms.verified, 13),
        (&*terms.official, 13),
        (words::STATUS, 13),
        (words::CHANGED, 16),
        ("Berkas", 40),
        (words::REMARK, 40),
    ];
    let line = |row: &&Row| {
        let own = row.own.as_ref();
        let figure = own.map(|own| own.figure);
        let point = figure.and_then(|figure| figure.point);
        let count = |count: Option<usize>| count.map_or(Cell::Empty, Cell::count);
        let range = |end: Option<Score>| Cell::score(end);
        vec![
            Cell::text(&row.pemda),
            Cell::text(&row.name),
            Cell::text(&row.kind),
            row.year.map_or(Cell::Empty, |year| Cell::Number(Decimal::whole(year.into()))),
            Cell::score(point),
            range(figure.map(|figure| figure.full.low)),
            range(figure.map(|figure| figure.full.high)),
            Cell::text(&figure.filter(|_| point.is_some()).map_or_else(String::new, |figure| {
                let name =
                    |score| rubric.categories.of(score).map_or("", |one| one.name(Subject::Unit)).to_owned();
                let (low, high) = (name(figure.full.low), name(figure.full.high));
                if low == high { low } else { format!("antara {low} dan {high}") }
            })),
            Cell::score(own.and_then(|own| own.supported)),
            count(own.map(|own| own.progress.answered)),
            count(own.map(|own| own.progress.total)),
            count(own.map(|own| own.assumed)),
            count(own.map(|own| own.not_relevant)),
            Cell::score(row.verified.and_then(|figure| figure.point)),
            Cell::score(row.official),
            Cell::text(
                STATUSES.iter().find(|(_, status)| *status == row.status).map_or("", |(word, _)| word),
            ),
            Cell::day(&row.updated_at),
            Cell::text(&row.file),
            Cell::text(NOT_OFFICIAL),
        ]
    };
    sheet("Unit", &columns, rows.iter().map(line).collect(), 2)
}

fn answers(rubric: &Rubric, rows: &[&Row]) -> Sheet {
    let terms = &rubric.terms;
    let columns = [
        (words::PEMDA, 26),
        (words::UNIT, 34),
        ("Kode", 10),
        (&*terms.dimension, 22),
        (&*terms.indicator, 34),
        ("Persen dari nilai penuh", 16),
        (words::LEAVING, 13),
    ];
    let indicators = scored(rubric);
    let mut lines = Vec::new();
    for row in rows {
        let cells = row.own.iter().flat_map(|own| &own.cells);
        for (((place, _), indicator), cell) in indicators.iter().zip(cells) {
            let dimension = rubric.dimensions.get(*place).map_or("", |dimension| &*dimension.name);
            let share = cell.share().map(|share| Score::from_hundredths(share.into()));
            lines.push(vec![
                Cell::text(&row.pemda),
                Cell::text(&row.name),
                Cell::text(&indicator.id),
                Cell::text(dimension),
                Cell::text(&indicator.name),
                Cell::score(share),
                Cell::text(if cell.leaves { words::YES } else { "" }),
            ]);
        }
    }
    sheet("Jawaban unit", &columns, lines, 2)
}
