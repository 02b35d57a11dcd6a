//! `swanilai explain FILE`
//!
//! Invariant: what is printed is what the page shows under *Dari mana angka ini?*: both write out one value.

use std::ffi::OsStr;
use std::io::{self, Read, Write};

use super::score::{Known, decode};
use super::{Outcome, Streams, files};
use crate::domain::explain::Explanation;
use crate::domain::scorecard::Scorecard;
use crate::format::{explain, line};

/// Prints where every number comes from.
pub fn explain<I: Read, O: Write, E: Write>(
    name: &OsStr,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let bytes = files::read(name, &mut streams.input).map_err(|problem| vec![problem]);
    let name = name.to_string_lossy();
    match bytes.and_then(|bytes| decode(&bytes, &mut Known::new())) {
        Ok((rubric, decoded)) => {
            let card = Scorecard::of(&rubric, &decoded.assessment);
            let explanation = Explanation::of(&rubric, &decoded.assessment, &card);
            writeln!(streams.out, "{}", explain::line(&name, &rubric, &explanation))?;
            Ok(Outcome::Fine)
        }
        Err(problems) => {
            writeln!(streams.out, "{}", line::refused(&name, &problems))?;
            Ok(Outcome::BadFile)
        }
    }
}
