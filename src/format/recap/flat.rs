//! The flat rows of a recapitulation: one for each file, one for each answer.
//!
//! Invariant: the columns are those of docs/recap.md, in its order; what a column does not know is left empty, never
//! made up.

use crate::domain::assessment::Status;
use crate::domain::number::Score;
use crate::domain::recap::{Line, Own, Row, Trouble, asked, scored};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::scorecard::item::Part;
use crate::domain::whole::Whole;
use crate::format::json::Json;

/// A column: its name, and what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, the same in all formats.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Texts.
    Text,
    /// Numbers of two places.
    Score,
    /// Whole numbers.
    Whole,
    /// True or false.
    Flag,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    None,
    /// A text.
    Text(String),
    /// A number of two places.
    Score(Score),
    /// A whole number.
    Whole(u64),
    /// True or false.
    Flag(bool),
}

impl Value {
    /// A text; an empty one is nothing.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text.to_owned()) }
    }

    /// A score, where there is one.
    pub fn score(score: Option<Score>) -> Self {
        score.map_or(Self::None, Self::Score)
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        u64::try_from(count).map_or(Self::None, Self::Whole)
    }

    /// As JSON writes it.
    pub fn json(&self) -> Json {
        match self {
            Self::None => Json::Null,
            Self::Text(text) => Json::text(text),
            Self::Score(score) => Json::number(*score),
            Self::Whole(whole) => Json::number(*whole),
            Self::Flag(flag) => Json::Bool(*flag),
        }
    }
}

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

/// The rows of a file's answers: a value for each column of [`ANSWER`].
#[must_use]
pub fn answers(rubric: &Rubric, row: &Row) -> Vec<Vec<Value>> {
    let Some(own) = &row.own else { return Vec::new() };
    let asked = asked(rubric);
    let mut rows = Vec::with_capacity(own.cells.len());
    for ((at, indicator), cell) in scored(rubric).into_iter().zip(&own.cells) {
        let places = asked.iter().enumerate().filter(|(_, document)| document.at == at);
        let missing = places.filter(|(place, _)| own.missing.iter().any(|own| usize::from(*own) == *place));
        let dimension = rubric.dimensions.get(at.0).map(|dimension| &*dimension.id).unwrap_or_default();
        rows.push(vec![
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
        ]);
    }
    rows
}

/// A part of full in percent, rounded half up to hundredths.
fn percent(part: Part) -> Score {
    Score::from_ratio(&(&Whole::from(part.num) * &Whole::from(100_u64)), &Whole::from(part.den.max(1)))
}

/// The row of a file that cannot be read, by the word for why.
#[must_use]
pub fn unread(file: &str, reason: &str) -> Vec<Value> {
    let value = |column: &Column| match column.name {
        "file" => Value::text(file),
        "counted" => Value::Flag(false),
        "reason" => Value::text(reason),
        _ => Value::None,
    };
    UNIT.iter().map(value).collect()
}

/// The row of a file: a value for each column of [`UNIT`]. `line` is what is said of it beside other files, where an
/// instrument is recapitulated.
#[must_use]
pub fn unit(row: &Row, rubric: Option<&Rubric>, line: Option<&Line>) -> Vec<Value> {
    let reason = line.and_then(|line| line.reason.as_ref());
    let counted = Value::Flag(line.is_some() && reason.is_none());
    let why = reason.map_or(Value::None, |reason| Value::text(reason.code()));
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
    let ends = rubric.zip(figure).and_then(|(rubric, figure)| figure.ends(rubric));
    let (lowest, highest) = (ends.map(|ends| ends.low), ends.map(|ends| ends.high));
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
        category(lowest),
        category(complete),
        category(highest),
        zone(lowest),
        zone(complete),
        zone(highest),
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
