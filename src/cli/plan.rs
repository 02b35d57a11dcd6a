//! `swanilai plan FILE [--target CATEGORY] [--low] [--by count|effort] [--each] [--ignore-plan]`
//!
//! Invariant: the plan that a file holds is the one printed, but for what the call says; one line, also where the target is out of reach; an unproved plan says so and how far it may be off.

use std::ffi::OsStr;
use std::io::{self, Read, Write};

use super::score::{Known, decode};
use super::{Outcome, Streams, files};
use crate::domain::plan::{Aim, By, Plan};
use crate::format::json::shown;
use crate::format::line;

/// What the call says; the rest is as the file has it.
#[derive(Debug)]
pub struct Asked {
    /// Id of the category.
    pub target: Option<String>,
    /// Whether the low end has to reach it.
    pub low: bool,
    /// What is made least.
    pub by: Option<By>,
    /// Whether samples may rise by themselves.
    pub each: bool,
    /// Whether the plan of the file is left aside.
    pub ignoring: bool,
}

/// Prints the least plan.
pub fn plan<I: Read, O: Write, E: Write>(
    name: &OsStr,
    asked: &Asked,
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
    let held = decoded.assessment.wanted.as_ref().filter(|_| !asked.ignoring);
    let mut goal = held.map(|wanted| wanted.goal(&rubric)).unwrap_or_default();
    goal.by = asked.by.unwrap_or(goal.by);
    goal.each |= asked.each;
    if asked.low {
        goal.aim = Aim::Low;
    }
    if let Some(word) = asked.target.as_deref() {
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
