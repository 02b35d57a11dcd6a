//! The recapitulation as one JSON object, written file by file.
//!
//! Invariant: it is the object of [`told`]; what is held while it is written does not grow with the number of files.

use std::io::{self, Write};

use super::gather::{Found, Told};
use super::words;
use crate::domain::number::{Range, Score};
use crate::domain::recap::Sum;
use crate::domain::rubric::{PemdaRule, Rubric};
use crate::format::recap::told::{self, Object, Pemda};

/// Writes the object.
pub fn write(files: &Told<'_>, rubric: Option<&Rubric>, out: &mut impl Write) -> io::Result<()> {
    let mut object = Object::default();
    let [mut own, mut verified] = [Side::default(), Side::default()];
    let mut official = Sum::default();
    write!(out, "{}", Object::begin(rubric))?;
    files.each(&mut |found| {
        let (Found::Row(row, Some(line)), Some(rubric)) = (found, rubric) else { return Ok(()) };
        if line.reason.is_some() {
            return Ok(());
        }
        own.add(row.own.as_ref().map(|own| (own.figure.full, own.figure.point)));
        verified.add(row.verified.map(|figure| (figure.full, figure.point)));
        if let Some(score) = row.official {
            official.add(score);
        }
        write!(out, "{}", object.unit(&row, rubric, &line))
    })?;
    let is_averaged = rubric.is_some_and(|rubric| matches!(rubric.pemda, PemdaRule::SimpleMean(_)));
    let pemda = Pemda { own: own.mean(), verified: verified.mean(), official: official.mean() };
    write!(out, "{}", object.between(&if is_averaged { pemda } else { Pemda::default() }))?;
    files.each(&mut |found| {
        let (file, reason) = match &found {
            Found::Unread(file, reason, _) => (&**file, reason.clone()),
            Found::Row(row, None) => (&*row.file, words::NO_INSTRUMENT.to_owned()),
            Found::Row(row, Some(line)) => match &line.reason {
                Some(reason) => (&*row.file, told::why(reason)),
                None => return Ok(()),
            },
        };
        write!(out, "{}", object.not_counted(file, &reason))
    })?;
    write!(out, "{}", Object::end())
}

/// Figures that are averaged one by one: low ends, points and high ends each by themselves.
#[derive(Default)]
struct Side {
    low: Sum,
    point: Sum,
    high: Sum,
}

impl Side {
    fn add(&mut self, figure: Option<(Range, Option<Score>)>) {
        let Some((full, point)) = figure else { return };
        self.low.add(full.low);
        self.high.add(full.high);
        if let Some(point) = point {
            self.point.add(point);
        }
    }

    fn mean(&self) -> Option<(Range, Option<Score>)> {
        let full = Range { low: self.low.mean()?, high: self.high.mean()? };
        Some((full, self.point.mean()))
    }
}
