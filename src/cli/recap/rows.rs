//! The flat rows: one for each unit, one for each answer.
//!
//! Invariant: the columns are those of docs/recap.md, in its order; what a column does not know is left empty, never
//! made up.

use std::io;

use super::table::{Column, Holds, Table, Value};
use crate::domain::assessment::Status;
use crate::domain::number::Score;
use crate::domain::recap::{Collection, Entry, Line, Own, Recap, Row, Trouble, asked, scored};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::scorecard::item::Part;
use crate::domain::whole::Whole;

macro_rules! columns {
    ($($name:literal $holds:ident)+) => {
        &[$(Column { name: $name, holds: Holds::$holds }),+]
    };
}

/// Columns of the table of units.
pub const UNIT: &[Column] = columns! {
    "file" Text
    "pemda" Text
    "unit" Text
    "kind" Text
    "id" Text
    "rubric" Text
    "rubricVersion" Text
    "year" Whole
    "status" Text
    "revision" Whole
    "updatedAt" Text
    "counted" Flag
    "reason" Text
    "low" Score
    "point" Score
    "high" Score
    "answersLow" Score
    "answersHigh" Score
    "categoryLow" Text
    "category" Text
    "categoryHigh" Text
    "zoneLow" Text
    "zone" Text
    "zoneHigh" Text
    "supported" Score
    "verifiedLow" Score
    "verified" Score
    "verifiedHigh" Score
    "official" Score
    "answered" Whole
    "total" Whole
    "assumed" Whole
    "notRelevant" Whole
    "problems" Text
};

/// Columns of the table of answers.
pub const ANSWER: &[Column] = columns! {
    "file" Text
    "pemda" Text
    "unit" Text
    "rubric" Text
    "year" Whole
    "dimension" Text
    "indicator" Text
    "percent" Score
    "lowestPercent" Score
    "notRelevant" Flag
    "documentsAsked" Whole
    "documentsMissing" Whole
};

/// Lets go of what only the table of answers needs: what is kept of a file must stay small.
pub fn slim(entry: &mut Entry) {
    match entry {
        Entry::Row(row) => {
            if let Some(own) = &mut row.own {
                own.cells = Vec::new();
                own.missing = Vec::new();
            }
        }
        Entry::Unread(unread) => {
            unread.problems.truncate(1);
            unread.problems.shrink_to_fit();
        }
    }
}

/// Writes the answers of a file.
pub fn answers(rubric: &Rubric, row: &Row, table: &mut Table) -> io::Result<()> {
    let Some(own) = &row.own else { return Ok(()) };
    let asked = asked(rubric);
    for ((at, indicator), cell) in scored(rubric).into_iter().zip(&own.cells) {
        let places = asked.iter().enumerate().filter(|(_, document)| document.at == at);
        let missing = places.filter(|(place, _)| own.missing.iter().any(|own| usize::from(*own) == *place));
        let dimension = rubric.dimensions.get(at.0).map(|dimension| &*dimension.id).unwrap_or_default();
        table.row(vec![
            Value::text(&row.file),
            Value::text(&row.pemda),
            Value::text(&row.name),
            Value::text(&row.rubric),
            row.year.map_or(Value::None, |year| Value::Whole(u64::from(year))),
            Value::text(dimension),
            Value::text(&indicator.id),
            Value::score(cell.point.filter(|_| !cell.leaves).map(percent)),
            Value::score((!cell.leaves).then(|| percent(cell.low))),
            Value::Flag(cell.leaves),
            Value::count(indicator.evidence.len()),
            Value::count(missing.count()),
        ])?;
    }
    Ok(())
}

/// A part of full in percent, rounded half up to hundredths.
fn percent(part: Part) -> Score {
    Score::from_ratio(&(&Whole::from(part.num) * &Whole::from(100_u64)), &Whole::from(part.den.max(1)))
}

/// Writes every file of the collection.
pub fn units(collection: &Collection, made: Option<&(&Rubric, Recap)>, table: &mut Table) -> io::Result<()> {
    for (at, entry) in collection.entries().iter().enumerate() {
        let line = made.and_then(|(_, recap)| recap.lines.get(at));
        table.row(unit(entry, made.map(|(rubric, _)| *rubric), line))?;
    }
    Ok(())
}

/// The row of a file: a value for each column of [`UNIT`].
pub fn unit(entry: &Entry, rubric: Option<&Rubric>, line: Option<&Line>) -> Vec<Value> {
    let reason = line.and_then(|line| line.reason.as_ref());
    let counted = Value::Flag(line.is_some() && reason.is_none());
    let why = reason.map_or(Value::None, |reason| Value::text(reason.code()));
    let Entry::Row(row) = entry else {
        let mut values = vec![Value::None; UNIT.len()];
        for (name, value) in [("file", Value::text(entry.file())), ("counted", counted), ("reason", why)] {
            let place = UNIT.iter().position(|column| column.name == name);
            if let Some(own) = place.and_then(|place| values.get_mut(place)) {
                *own = value;
            }
        }
        return values;
    };
    // Of another instrument the categories are not at hand here.
    let rubric = rubric.filter(|rubric| rubric.id == row.rubric && !row.carried);
    let own = row.own.as_ref();
    let figure = own.map(|own| own.figure);
    let complete = own.filter(|own| own.progress.is_complete()).and_then(|own| own.figure.point);
    let category = |score: Option<Score>| {
        let category = rubric.zip(score).and_then(|(rubric, score)| rubric.categories.of(score));
        category.map_or(Value::None, |category| Value::text(&category.id))
    };
    let zone = |score: Option<Score>| {
        let category = rubric.zip(score).and_then(|(rubric, score)| rubric.categories.of(score));
        category.and_then(|category| category.zone).map_or(Value::None, |zone| Value::text(zone.word()))
    };
    let low = |figure: Option<Figure>| figure.map(|figure| figure.full.low);
    let high = |figure: Option<Figure>| figure.map(|figure| figure.full.high);
    let count = |pick: fn(&Own) -> usize| own.map_or(Value::None, |own| Value::count(pick(own)));
    let troubles = line.map_or(&row.troubles, |line| &line.troubles);
    let troubles: Vec<&str> = troubles.iter().map(Trouble::code).collect();
    vec![
        Value::text(&row.file),
        Value::text(&row.pemda),
        Value::text(&row.name),
        Value::text(&row.kind),
        Value::text(&row.id),
        Value::text(&row.rubric),
        Value::text(&row.version),
        row.year.map_or(Value::None, |year| Value::Whole(u64::from(year))),
        Value::text(status(row.status)),
        Value::Whole(row.revision),
        Value::text(&row.updated_at),
        counted,
        why,
        Value::score(low(figure)),
        Value::score(figure.and_then(|figure| figure.point)),
        Value::score(high(figure)),
        Value::score(figure.map(|figure| figure.answers.low)),
        Value::score(figure.map(|figure| figure.answers.high)),
        category(low(figure)),
        category(complete),
        category(high(figure)),
        zone(low(figure)),
        zone(complete),
        zone(high(figure)),
        Value::score(own.and_then(|own| own.supported)),
        Value::score(low(row.verified)),
        Value::score(row.verified.and_then(|figure| figure.point)),
        Value::score(high(row.verified)),
        Value::score(row.official),
        count(|own| own.progress.answered),
        count(|own| own.progress.total),
        count(|own| own.assumed),
        count(|own| own.not_relevant),
        Value::text(&troubles.join(" ")),
    ]
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draf",
        Status::Submitted => "diajukan",
        Status::Verified => "diverifikasi",
        Status::Approved => "disahkan",
    }
}
