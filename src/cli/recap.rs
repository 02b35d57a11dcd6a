//! `swanilai recap PATH...`
//!
//! Invariant: a file that cannot be read ends nothing but itself and is named with its reason; neither the order of the
//! arguments nor how folders list their files changes what is written. What stays in memory does not grow with the number
//! of files.

use std::ffi::OsString;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::{Outcome, Streams, files, shipped};
use crate::domain::problem::Problem;
use crate::domain::recap::Entry;
use crate::domain::rubric::Rubric;
use crate::format::recap::{Instrument, Reader, flat};
use crate::format::rubric;
use crate::format::wording::sentence;

mod gather;
mod object;
#[cfg(feature = "parquet")]
mod parquet;
mod sort;
mod sources;
mod table;
mod words;

use gather::{Files, Found};
use table::Table;

/// What was asked for.
#[derive(Debug, clap::Args)]
pub struct Wanted {
    /// Berkas penilaian, folder (sampai ke dalam), atau NDJSON (.ndjson, satu dokumen tiap baris); - untuk NDJSON dari
    /// masukan standar.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// Instrumen yang direkap: kode bawaan atau berkas instrumen; tanpa ini yang terbanyak dipakai.
    #[arg(long, value_name = "RUBRIC")]
    rubric: Option<String>,
    /// Periksa pula sidik tiap berkas; lebih lama.
    #[arg(long)]
    verify: bool,
    /// Tulis satu baris tiap unit ke berkas ini: .ndjson, .csv, atau .parquet.
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,
    /// Tulis satu baris tiap jawaban ke berkas ini: .ndjson, .csv, atau .parquet.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
}

/// Why a call ends before anything is read.
struct Refused(String);

/// Recapitulates files.
pub fn recap<I: Read, O: Write, E: Write>(
    wanted: &Wanted,
    streams: &mut Streams<I, O, E>,
) -> io::Result<Outcome> {
    let begun = reader(wanted).and_then(|reader| {
        refuse_outputs(wanted)?;
        let table = |path: &Option<PathBuf>, columns| {
            let begun = |path: &PathBuf| {
                let begun = kind(path).map(|kind| Table::begin(kind, path, columns));
                begun.map_err(|words| named(path, &words))?.map_err(|reason| Refused(files::words(&reason)))
            };
            path.as_ref().map(begun).transpose()
        };
        Ok((reader, table(&wanted.units, flat::UNIT)?, table(&wanted.answers, flat::ANSWER)?))
    });
    let (reader, units, mut answers) = match begun {
        Ok(begun) => begun,
        Err(Refused(words)) => {
            writeln!(streams.err, "{words}")?;
            return Ok(Outcome::BadCall);
        }
    };
    let mut files = Files::new(sort::ROOM);
    let mut bad = false;
    sources::each(&wanted.paths, &mut streams.input, &mut |name, bytes| {
        let entry = match bytes {
            Ok(bytes) => reader.entry(name, bytes),
            Err(problem) => sources::unread(name, problem),
        };
        match (&entry, &mut answers) {
            (Entry::Unread(_), _) => bad = true,
            (Entry::Row(row), Some(table)) => {
                let instrument = reader.instrument(&row.rubric);
                for row in instrument.map(|own| flat::answers(&own.rubric, row)).unwrap_or_default() {
                    table.row(row)?;
                }
            }
            _ => {}
        }
        files.add(entry)
    })?;
    if let Some(table) = answers {
        table.close()?;
    }
    let rubric = chosen(wanted, &reader, &files);
    let told = files.told(rubric)?;
    if let Some(mut table) = units {
        told.each(&mut |found| {
            table.row(match found {
                Found::Row(row, line) => flat::unit(&row, rubric, line.as_ref()),
                Found::Unread(file, _, reason) => flat::unread(&file, &reason),
            })
        })?;
        table.close()?;
    }
    if wanted.units.is_none() && wanted.answers.is_none() {
        let mut out = BufWriter::new(&mut streams.out);
        object::write(&told, rubric, &mut out)?;
        out.flush()?;
    }
    if let Some(words) = rubric.and_then(words::refusal) {
        writeln!(streams.err, "{words}")?;
    }
    Ok(if bad { Outcome::BadFile } else { Outcome::Fine })
}

/// The instruments at hand, with the one of the office's own that was named.
fn reader(wanted: &Wanted) -> Result<Reader, Refused> {
    let first = |problems: Vec<Problem>| Refused(problems.first().map(sentence).unwrap_or_default());
    let mut rubrics: Vec<Rubric> = Vec::new();
    for (_, text) in shipped::TEXTS {
        rubrics.push(rubric::decode(text).map_err(first)?);
    }
    let mut reader = Reader::new(rubrics, wanted.verify);
    let Some(named) = wanted.rubric.as_deref().filter(|named| reader.instrument(named).is_none()) else {
        return Ok(reader);
    };
    let bytes = files::read(named.as_ref(), &mut io::empty()).map_err(|problem| {
        Refused(format!("Instrumen “{named}” tidak ada, dan berkasnya tidak terbaca: {}", sentence(&problem)))
    })?;
    let text = String::from_utf8_lossy(&bytes);
    let own = rubric::decode(&text).map_err(first)?;
    if reader.instrument(&own.id).is_none() {
        reader.instruments.push(Instrument::of(own));
    }
    Ok(reader)
}

/// The instrument that is recapitulated: the one that was named, else the one of most files that is at hand.
fn chosen<'a>(wanted: &Wanted, reader: &'a Reader, files: &Files) -> Option<&'a Rubric> {
    let at_hand = |id: &str| reader.instrument(id).map(|instrument| &instrument.rubric);
    match &wanted.rubric {
        // One that is read from a file stands last.
        Some(named) => at_hand(named).or_else(|| reader.instruments.last().map(|own| &own.rubric)),
        None => files.most_used().and_then(|id| at_hand(id)),
    }
}

/// Refuses tables that would be written over each other or over what is read, before anything is written.
fn refuse_outputs(wanted: &Wanted) -> Result<(), Refused> {
    let outputs: Vec<&PathBuf> = [&wanted.units, &wanted.answers].into_iter().flatten().collect();
    // One that is not there yet is told by its folder.
    let real = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let made = || Some(std::fs::canonicalize(folder).ok()?.join(path.file_name()?));
        std::fs::canonicalize(path).ok().or_else(made)
    };
    for (at, path) in outputs.iter().enumerate() {
        kind(path).map_err(|words| named(path, &words))?;
        let own = real(path);
        let twice =
            outputs.iter().skip(at + 1).any(|other| other == path || (own.is_some() && real(other) == own));
        let read = own.as_ref().is_some_and(|own| {
            wanted.paths.iter().filter_map(|input| real(input.as_ref())).any(|input| own.starts_with(input))
        });
        if twice || read {
            return Err(named(path, words::OUTPUT));
        }
    }
    Ok(())
}

fn kind(path: &Path) -> Result<table::Kind, String> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    table::Kind::of(ending).ok_or_else(|| words::ENDINGS.to_owned())
}

fn named(path: &Path, words: &str) -> Refused {
    Refused(format!("{}: {words}", path.display()))
}
