//! The recapitulation as one JSON object.
//!
//! Invariant: its members are always the same, in the same order; every file stands in `units` or in `notCounted`.

use std::io::{self, Write};

use super::{rows, words};
use crate::domain::recap::{Collection, Mean, Recap};
use crate::domain::rubric::Rubric;
use crate::format::document::results::{figure, object, score};
use crate::format::json::Json;

/// Columns of the table of units that the object does not repeat.
const SAID: &[&str] = &["rubric", "counted", "reason"];

/// Writes the object, unit by unit.
pub fn write(
    collection: &Collection,
    made: Option<&(&Rubric, Recap)>,
    out: &mut impl Write,
) -> io::Result<()> {
    let rubric = made.map_or(Json::Null, |(rubric, _)| {
        object(vec![("id", Json::text(&rubric.id)), ("version", Json::text(&rubric.version))])
    });
    write!(out, "{{\"rubric\":{},\"units\":[", rubric.compact())?;
    let mut not_counted = Vec::new();
    let mut first = true;
    for (at, entry) in collection.entries().iter().enumerate() {
        let line = made.and_then(|(_, recap)| recap.lines.get(at));
        if let Some(reason) = words::not_counted(entry, line) {
            not_counted.push((at, reason));
            continue;
        }
        let values = rows::unit(entry, made.map(|(rubric, _)| *rubric), line);
        let members = rows::UNIT.iter().zip(&values).filter(|(column, _)| !SAID.contains(&column.name));
        let unit =
            Json::Object(members.map(|(column, value)| (column.name.to_owned(), value.json())).collect());
        write!(out, "{}{}", if first { "" } else { "," }, unit.compact())?;
        first = false;
    }
    write!(out, "],\"pemda\":{},\"notCounted\":[", pemda(made.map(|(_, recap)| recap)).compact())?;
    for (place, (at, reason)) in not_counted.iter().enumerate() {
        let file = collection.entries().get(*at).map(|entry| &**entry.file()).unwrap_or_default();
        let line = object(vec![("file", Json::text(file)), ("reason", Json::text(reason))]);
        write!(out, "{}{}", if place == 0 { "" } else { "," }, line.compact())?;
    }
    writeln!(out, "]}}")
}

/// The score of the local government by the instrument's own rule, over the files that count.
fn pemda(recap: Option<&Recap>) -> Json {
    let sides = recap.and_then(|recap| recap.all.sides.as_ref().ok());
    let mean = |mean: Option<&Mean>| figure_of(mean);
    object(vec![
        ("own", mean(sides.and_then(|sides| sides.own.as_ref()))),
        ("verified", mean(sides.and_then(|sides| sides.verified.as_ref()))),
        (
            "official",
            score(sides.and_then(|sides| sides.official.as_ref()).and_then(|mean| mean.figure.point)),
        ),
    ])
}

/// Low, point and high; nulls where there is none.
fn figure_of(mean: Option<&Mean>) -> Json {
    match mean {
        Some(mean) => figure(mean.figure.full, mean.figure.point),
        None => object(vec![("low", Json::Null), ("point", Json::Null), ("high", Json::Null)]),
    }
}
