//! What a page asks of tables, by texts and bytes only, so that whoever answers may be another module.
//!
//! Invariant: whatever comes, something goes back: a file, a document, or a sentence that says why there is none.

use super::fill::{Kind, book};
use super::records::about;
use super::take::{Taken, take};
use super::trouble::Trouble;
pub use super::trouble::{NOT_A_BOOK, TOO_LARGE};
use super::{Book, Grid, csv, wire};
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::rubric::Rubric;
use crate::format::document::{self, RUBRIC_COPY, Stamp};
use crate::format::rubric as rubric_file;

/// Asked for the table of a document, or for a blank one: document or nothing, then its [`Rules`].
pub const CSV: &str = "csv";
/// The same as a book for the module that writes workbooks.
pub const XLSX: &str = "xlsx";
/// Asked what a file is about: the file, or what the module that reads workbooks made of it. Answered with the ids of
/// instrument and assessment, or with a sentence.
pub const ABOUT: &str = "about";
/// Asked for the document that a file makes: the same, [`Rules`], the document it is of or nothing, version of the
/// program, the time. Answered with the document and sentences about it; with an empty document and why.
pub const TAKE: &str = "take";

/// Does what is asked; nothing where it cannot be understood.
#[must_use]
pub fn serve(task: &str, given: &[Vec<u8>]) -> Vec<Vec<u8>> {
    match task {
        CSV => made(given, |book| csv::write(book).into_bytes()),
        XLSX => made(given, wire::pack),
        ABOUT => match grids(bytes(given, 0)).and_then(|grids| about(&grids)) {
            Ok(about) => vec![about.rubric.into_bytes(), about.id.into_bytes()],
            Err(trouble) => vec![Vec::new(), trouble.sentence().into_bytes()],
        },
        TAKE => {
            let (document, said) = taken(given);
            [document].into_iter().chain(said).map(String::into_bytes).collect()
        }
        _ => Vec::new(),
    }
}

/// The table that is asked for, as `write` writes it; nothing where that cannot be.
fn made(given: &[Vec<u8>], write: fn(&Book) -> Vec<u8>) -> Vec<Vec<u8>> {
    let made = source(bytes(given, 0), Rules::of(given)).map(|book| write(&book));
    made.into_iter().collect()
}

fn bytes(given: &[Vec<u8>], at: usize) -> &[u8] {
    given.get(at).map_or(&[], Vec::as_slice)
}

fn text(given: &[Vec<u8>], at: usize) -> &str {
    std::str::from_utf8(bytes(given, at)).unwrap_or_default()
}

/// Which instrument: the text of one, and whether it is the program's own, which no copy in a document can stand in for.
#[derive(Clone, Copy)]
struct Rules<'a> {
    text: &'a str,
    ours: bool,
}

impl<'a> Rules<'a> {
    /// The second and third of what is given.
    fn of(given: &'a [Vec<u8>]) -> Self {
        Self { text: text(given, 1), ours: !bytes(given, 2).is_empty() }
    }

    fn rubric(self, opened: Option<&document::Opened>) -> Option<Rubric> {
        let copy = opened.filter(|_| !self.ours).and_then(|opened| opened.rubric_copy()?.ok());
        copy.or_else(|| rubric_file::decode(self.text).ok())
    }
}

fn source(document: &[u8], rules: Rules<'_>) -> Option<Book> {
    if document.is_empty() {
        return Some(book(&rules.rubric(None)?, &Assessment::default(), Kind::Blank));
    }
    let opened = document::open(document).ok()?;
    let rubric = rules.rubric(Some(&opened))?;
    let assessment = opened.read(&rubric).ok()?.assessment;
    Some(book(&rubric, &assessment, Kind::Filled))
}

fn grids(file: &[u8]) -> Result<Vec<Grid>, Trouble> {
    if !csv::is_meant(file) {
        return wire::unpack_read(file);
    }
    if file.len() > csv::MAX_BYTES { Err(Trouble::File(TOO_LARGE)) } else { Ok(vec![csv::read(file)]) }
}

fn taken(given: &[Vec<u8>]) -> (String, Vec<String>) {
    let (rules, version, at) = (Rules::of(given), text(given, 4), Text::from(text(given, 5)));
    let refused = |trouble: &Trouble| (String::new(), vec![trouble.sentence()]);
    let opened = document::open(bytes(given, 3)).ok();
    let Some(rubric) = rules.rubric(opened.as_ref()) else { return refused(&Trouble::NoInstrument) };
    let base = opened.and_then(|opened| opened.read(&rubric).ok()).map(|decoded| decoded.assessment);
    let read = grids(bytes(given, 0)).and_then(|grids| take(&grids, &rubric, base.as_ref(), &at));
    let Taken { mut assessment, troubles } = match read {
        Ok(taken) => taken,
        Err(trouble) => return refused(&trouble),
    };
    if base.is_none() && !rules.ours {
        assessment.kept.push((RUBRIC_COPY.into(), rules.text.into()));
    }
    let stamp = Stamp { app_version: version, saved_at: &at };
    let document = document::encode(&assessment, &rubric, &stamp);
    (document, troubles.iter().map(Trouble::sentence).collect())
}
