//! `swanilai rubric check FILE` and `swanilai rubric list`
//!
//! Invariant: an unknown member is named but makes no instrument bad.

use std::ffi::OsStr;
use std::io::{self, Read, Write};

use super::{Outcome, Streams, files, shipped};
use crate::domain::problem::{Kind, Problem};
use crate::format::json::{Json, MAX_BYTES};
use crate::format::line;
use crate::format::rubric::{check as problems_of, decode, status_word};

/// Checks one rubric file.
pub fn check<I: Read, O: Write, E: Write>(
    name: &OsStr,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let whole = |kind| vec![Problem::new("", kind)];
    let problems = match files::read(name, &mut streams.input) {
        Err(problem) => vec![problem],
        Ok(bytes) if bytes.len() > MAX_BYTES => whole(Kind::TooLarge(MAX_BYTES)),
        Ok(bytes) => std::str::from_utf8(&bytes).map_or_else(|_| whole(Kind::NotUtf8), problems_of),
    };
    let ok = problems.iter().all(|problem| matches!(problem.kind, Kind::UnknownMember(_)));
    let line = Json::Object(vec![
        ("file".to_owned(), Json::text(&name.to_string_lossy())),
        ("ok".to_owned(), Json::Bool(ok)),
        ("problems".to_owned(), line::problems(&problems)),
    ]);
    writeln!(streams.out, "{}", line.compact())?;
    Ok(if ok { Outcome::Fine } else { Outcome::BadFile })
}

/// Lists the shipped instruments.
pub fn list<I: Read, O: Write, E: Write>(streams: &mut Streams<I, O, E>) -> io::Result<Outcome> {
    for (_, text) in shipped::TEXTS {
        let Ok(rubric) = decode(text) else { continue };
        let line = Json::Object(vec![
            ("id".to_owned(), Json::text(&rubric.id)),
            ("version".to_owned(), Json::text(&rubric.version)),
            ("name".to_owned(), Json::text(&rubric.name)),
            ("status".to_owned(), Json::text(status_word(rubric.status))),
            ("fillable".to_owned(), Json::Bool(rubric.fillable)),
        ]);
        writeln!(streams.out, "{}", line.compact())?;
    }
    Ok(Outcome::Fine)
}
