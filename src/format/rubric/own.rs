//! Instruments of the office's own, as files and as kept.
//!
//! Invariant: one is taken only where nothing at all is wrong with it, and never under the id of a shipped one.

use super::{FORMAT, of_json};
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::format::document::hidden;
use crate::format::json::{Json, read};
use crate::format::shape::Found;

/// Most bytes of one: every assessment made with it carries a copy, and has to stay below the limit of a file.
pub const LIMIT: usize = 512 * 1024;

/// Whether a file is meant as an instrument, by what it says it is. Only what has that word in it is read to tell: the
/// slash before it may be written in two ways.
#[must_use]
pub fn is_meant(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|part| part == b"/rubric\"")
        && read(bytes).is_ok_and(|json| json.member("format").and_then(Json::as_text) == Some(FORMAT))
}

/// Reads the file of an instrument, which is none of those `shipped` says; with it, the text it is kept as.
///
/// # Errors
/// Everything that is wrong, with paths.
pub fn own(bytes: &[u8], shipped: &dyn Fn(&str) -> bool) -> Result<(Rubric, String), Vec<Problem>> {
    let json = read(bytes)?;
    let text = json.compact();
    let mut found = Found::default();
    hidden(&json, "", true, &mut found);
    let mut problems = found.taken;
    if text.len() > LIMIT {
        problems.push(Problem::new("", Kind::TooLarge(LIMIT)));
    }
    if let Some(id) = json.member("id").and_then(Json::as_text).filter(|id| shipped(id)) {
        problems.push(Problem::new("id", Kind::ShippedRubric(id.to_owned())));
    }
    match of_json(&json, "", &mut Vec::new()) {
        Ok(rubric) if problems.is_empty() => return Ok((rubric, text)),
        Ok(_) => {}
        Err(more) => problems.extend(more),
    }
    Err(problems)
}
