//! `swanilai plan FILE [--target CATEGORY] [--low] [--by count|effort] [--each]`
//!
//! Invariant: one line, also where the target is out of reach; an unproved plan says so and how far it may be off.

use std::ffi::OsStr;
use std::io::{self, Read, Write};

use super::score::{Known, decode};
use super::{Outcome, Streams, files};
use crate::domain::plan::{Goal, Plan};
use crate::format::json::shown;
use crate::format::line;

/// Prints the least plan.
pub fn plan<I: Read, O: Write, E: Write>(
    name: &OsStr,
    target: Option<&str>,
    mut goal: Goal,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let bytes = files::read(name, &mut streams.input).map_err(|problem| vec![problem]);
    let (rubric, decoded) = match bytes.and_then(|bytes| decode(&bytes, &mut Known::new())) {
        Ok(read) => read,
        Err(problems) => {
            writeln!(streams.out, "{}", line::refused(&name.to_string_lossy(), &problems))?;
            return Ok(Outcome::BadFile);
        }
    };
    if let Some(word) = target {
        goal.target = rubric.categories.items.iter().position(|category| *category.id == *word);
        if goal.target.is_none() {
            let known: Vec<&str> = rubric.categories.items.iter().map(|category| &*category.id).collect();
            let (word, known) = (shown(word), known.join(", "));
            writeln!(streams.err, "Kategori “{word}” tidak ada. Yang ada: {known}.")?;
            return Ok(Outcome::BadCall);
        }
    }
    let plan = Plan::of(&rubric, &decoded.assessment, &goal);
    writeln!(streams.out, "{}", line::plan(&rubric, &plan, goal.by))?;
    Ok(Outcome::Fine)
}
