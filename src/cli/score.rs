//! `swanilai score FILE...`
//!
//! Invariant: one line for every file, in the order given; a bad file never keeps the others from being read.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};

use super::{Outcome, Streams, files, shipped};
use crate::domain::office_weights::applied;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::format::document::{Decoded, open};
use crate::format::json::shown;
use crate::format::line;

/// Instruments already read in this call.
pub type Known = BTreeMap<String, Rubric>;

/// Scores files.
pub fn score<I: Read, O: Write, E: Write>(
    names: &[OsString],
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Fine;
    let mut known = Known::new();
    for name in names {
        let bytes = files::read(name, &mut streams.input);
        let name = name.to_string_lossy();
        let line = match bytes.map_err(|problem| vec![problem]).and_then(|bytes| decode(&bytes, &mut known)) {
            Ok((rubric, decoded)) => line::taken(&name, &rubric, &decoded),
            Err(problems) => {
                outcome = Outcome::BadFile;
                line::refused(&name, &problems)
            }
        };
        writeln!(streams.out, "{line}")?;
    }
    Ok(outcome)
}

/// Reads a document with its instrument: the shipped one, or else the copy inside.
pub fn decode(bytes: &[u8], known: &mut Known) -> Result<(Rubric, Decoded), Vec<Problem>> {
    let opened = open(bytes)?;
    let id = opened.rubric().id.to_string();
    let mut own = false;
    let rubric = match known.get(&id) {
        Some(rubric) => rubric.clone(),
        None => match shipped::rubric(&id) {
            Some(rubric) => {
                let rubric = rubric?;
                known.insert(id, rubric.clone());
                rubric
            }
            None => match opened.rubric_copy() {
                Some(copy) => {
                    own = true;
                    copy?
                }
                None => return Err(vec![Problem::new("rubric.id", Kind::UnknownRubric(shown(&id)))]),
            },
        },
    };
    let mut decoded = opened.read(&rubric)?;
    if own {
        decoded.problems.insert(0, Problem::new("rubricCopy", Kind::OwnRubric));
    }
    Ok((applied(&rubric, &decoded.assessment.weights).into_owned(), decoded))
}
