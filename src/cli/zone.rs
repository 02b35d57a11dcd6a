//! `swanilai zone RUBRIC SCORE`
//!
//! Invariant: the score is rounded before it is read; nothing outside 0 to the maximum is read at all.

use std::io::{self, Read, Write};

use super::{Outcome, Streams, shipped};
use crate::domain::number::{Decimal, DecimalError, Score};
use crate::domain::zone::Subject;
use crate::format::json::{Json, shown};
use crate::format::number::{read_comma, show};

/// Prints category, name and zone of a score.
pub fn zone<I: Read, O: Write, E: Write>(
    id: &str,
    text: &str,
    subject: Subject,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let Some(Ok(rubric)) = shipped::rubric(id) else {
        let id = shown(id);
        writeln!(streams.err, "Instrumen “{id}” tidak ada. Lihat daftarnya: swanilai rubric list")?;
        return Ok(Outcome::BadCall);
    };
    let text = shown(text);
    let value = match read_comma(&text) {
        Ok(value) => value,
        Err(DecimalError::TooPrecise) => {
            writeln!(
                streams.err,
                "Nilai “{text}” memakai lebih dari empat angka di belakang koma. Bulatkan dahulu."
            )?;
            return Ok(Outcome::BadCall);
        }
        Err(_) => {
            writeln!(streams.err, "“{text}” tidak terbaca sebagai nilai. Tulis misalnya 78,34 atau 78.34.")?;
            return Ok(Outcome::BadCall);
        }
    };
    if value < Decimal::ZERO || value > rubric.maximum {
        let maximum = show(rubric.maximum);
        writeln!(
            streams.err,
            "Nilai {text} di luar 0 sampai {maximum} untuk instrumen ini. Periksa angkanya."
        )?;
        return Ok(Outcome::BadCall);
    }
    let Some(category) = rubric.categories.of(Score::rounded(value)) else { return Ok(Outcome::BadCall) };
    let line = Json::Object(vec![
        ("category".to_owned(), Json::text(&category.id)),
        ("name".to_owned(), Json::text(category.name(subject))),
        ("zone".to_owned(), category.zone.map_or(Json::Null, |zone| Json::text(zone.word()))),
    ]);
    writeln!(streams.out, "{}", line.compact())?;
    Ok(Outcome::Fine)
}
