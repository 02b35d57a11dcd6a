//! The files of a recapitulation told to their offices, with memory that does not grow with their number.
//!
//! A file's line depends on files that come much later: another of the same office, the only local government that has an
//! office of that name. So what is kept of each is put in order three times over: by names, by ids, by offices.
//!
//! Invariant: each file has the line, and all have the order, that [`Recap::of`](crate::domain::recap::Recap::of) and
//! [`Collection`](crate::domain::recap::Collection) give them.

use std::collections::BTreeMap;
use std::io;

use super::sort::{Sorted, Sorter, put_text};
use crate::domain::Text;
use crate::domain::office_weights::OfficeWeights;
use crate::domain::recap::{Chosen, Entry, Line, Others, Reason, Row, Trouble, alone};
use crate::domain::rubric::Rubric;
use crate::format::recap::{packed, told};

mod groups;

use groups::{broken, byte, in_groups, text};

/// Flags before a packed row.
const CARRIED: u8 = 1;
const OWN_WEIGHTS: u8 = 2;
/// No part, no example, no exercise; with the instrument at hand that it was made with.
const PLAIN: u8 = 4;
/// Plain, and of the instrument that is recapitulated.
const WHOLE: u8 = 8;
const PART: u8 = 16;
const SHARED_ID: u8 = 32;
const PART_OF_SEVERAL: u8 = 64;

/// Files on their way to their offices.
pub struct Files {
    room: usize,
    by_name: Sorter,
    unread: Sorter,
    instruments: Vec<Used>,
}

/// How many plain files an instrument has, and of which years.
struct Used {
    rubric: Text,
    files: usize,
    years: BTreeMap<u16, usize>,
}

/// Files told to their offices.
pub struct Told<'a> {
    rubric: Option<&'a Rubric>,
    year: Option<u16>,
    by_office: Sorted,
    unread: Sorted,
}

/// One file.
pub enum Found {
    /// What it says, and what is to be said about it; no line where no instrument is at hand.
    Row(Box<Row>, Option<Line>),
    /// Its name, why it cannot be read in a sentence, and the word for it.
    Unread(String, String, String),
}

/// What is done with a file.
type Each<'a> = dyn FnMut(Found) -> io::Result<()> + 'a;

impl Files {
    /// None yet; holds as many bytes in memory at each step.
    pub const fn new(room: usize) -> Self {
        Self { room, by_name: Sorter::new(room), unread: Sorter::new(room), instruments: Vec::new() }
    }

    /// Adds a file.
    pub fn add(&mut self, entry: Entry) -> io::Result<()> {
        let mut record = Vec::with_capacity(512);
        let mut row = match entry {
            Entry::Row(row) => row,
            Entry::Unread(unread) => {
                for text in [&*unread.file, &told::unread(&unread), unread.reason().code()] {
                    put_text(&mut record, text.as_bytes());
                }
                return self.unread.push(record);
            }
        };
        let is_plain = !(row.part || row.example || row.practice || row.carried);
        if is_plain {
            self.count(&row);
        }
        let key = row.key();
        put_text(&mut record, key.name.as_bytes());
        // Where a local government is named comes first: it tells whose the others are.
        record.push(u8::from(key.pemda.is_empty()));
        for text in [&key.pemda, &row.id, &row.file, &row.rubric] {
            put_text(&mut record, text.as_bytes());
        }
        let flag = |set: bool, flag: u8| if set { flag } else { 0 };
        record.push(
            flag(row.carried, CARRIED)
                | flag(!row.weights.is_empty(), OWN_WEIGHTS)
                | flag(row.part, PART)
                | flag(is_plain, PLAIN),
        );
        slim(&mut row);
        record.extend(packed::pack(&row).ok_or_else(broken)?);
        self.by_name.push(record)
    }

    fn count(&mut self, row: &Row) {
        let place = self.instruments.iter().position(|own| own.rubric == row.rubric);
        let place = place.unwrap_or_else(|| {
            self.instruments.push(Used { rubric: row.rubric.clone(), files: 0, years: BTreeMap::new() });
            self.instruments.len() - 1
        });
        let Some(used) = self.instruments.get_mut(place) else { return };
        used.files += 1;
        if let Some(year) = row.year {
            *used.years.entry(year).or_default() += 1;
        }
    }

    /// The instrument at hand that most files are made with; of as many the first id.
    pub fn most_used(&self) -> Option<&Text> {
        let most = |one: &&Used, other: &&Used| {
            one.files.cmp(&other.files).then_with(|| other.rubric.cmp(&one.rubric))
        };
        self.instruments.iter().max_by(most).map(|used| &used.rubric)
    }

    /// All of them, told to their offices.
    pub fn told(self, rubric: Option<&Rubric>) -> io::Result<Told<'_>> {
        let used = self.instruments.iter().find(|used| rubric.is_some_and(|rubric| rubric.id == used.rubric));
        let year = used.and_then(|used| {
            used.years.iter().max_by_key(|(year, count)| (**count, **year)).map(|(year, _)| *year)
        });
        let by_id = named(&self.by_name.sorted(), self.room, rubric)?;
        let by_office = identified(&by_id, self.room)?;
        Ok(Told { rubric, year, by_office, unread: self.unread.sorted() })
    }
}

/// Lets go of what no line of the list shows.
fn slim(row: &mut Row) {
    if let Some(own) = &mut row.own {
        own.cells = Vec::new();
        own.missing = Vec::new();
    }
    row.carried = false;
    row.weights = OfficeWeights::default();
    row.troubles.retain(|trouble| *trouble != Trouble::OwnWeights);
}

/// From the order of names to that of ids. A file that names no local government is of the only one that has an office
/// of that name.
fn named(by_name: &Sorted, room: usize, rubric: Option<&Rubric>) -> io::Result<Sorted> {
    let mut by_id = Sorter::new(room);
    let mut last: Option<Vec<u8>> = None;
    let mut pemdas: (usize, Vec<u8>) = (0, Vec::new());
    for record in by_name.records() {
        let record = record?;
        let mut rest = record.as_slice();
        let name = text(&mut rest)?;
        let is_bare = byte(&mut rest)? == 1;
        let [mut pemda, id, file, made_with] =
            [text(&mut rest)?, text(&mut rest)?, text(&mut rest)?, text(&mut rest)?];
        let mut flags = byte(&mut rest)?;
        if last.as_ref() != Some(&name) {
            last = Some(name.clone());
            pemdas = (0, Vec::new());
        }
        if !is_bare && (pemdas.0 == 0 || pemdas.1 != pemda) {
            pemdas = (pemdas.0 + 1, pemda.clone());
        }
        if is_bare && !name.is_empty() && pemdas.0 == 1 {
            pemda.clone_from(&pemdas.1);
        }
        if flags & PLAIN != 0 && rubric.is_some_and(|rubric| rubric.id.as_bytes() == made_with) {
            flags |= WHOLE;
        }
        let mut out = Vec::with_capacity(record.len() + 8);
        put_text(&mut out, &id);
        // By office, so that the parts of one assessment come one after the other.
        put_text(&mut out, &made_with);
        out.push(u8::from(name.is_empty()));
        for text in [&pemda, &name, &file] {
            put_text(&mut out, text);
        }
        out.push(flags);
        out.extend(rest);
        by_id.push(out)?;
    }
    Ok(by_id.sorted())
}

/// A record in the order of ids.
struct Identified<'a> {
    id: Vec<u8>,
    rubric: Vec<u8>,
    pemda: Vec<u8>,
    name: Vec<u8>,
    file: Vec<u8>,
    flags: u8,
    packed: &'a [u8],
}

impl<'a> Identified<'a> {
    fn of(mut record: &'a [u8]) -> io::Result<Self> {
        let (id, rubric) = (text(&mut record)?, text(&mut record)?);
        byte(&mut record)?;
        let [pemda, name, file] = [text(&mut record)?, text(&mut record)?, text(&mut record)?];
        let flags = byte(&mut record)?;
        Ok(Self { id, rubric, pemda, name, file, flags, packed: record })
    }

    /// What its office is told by, where `only` is the one office that has its id.
    fn office(&self, only: Option<&Named>) -> [Vec<u8>; 3] {
        match only {
            _ if !self.name.is_empty() => [self.pemda.clone(), self.name.clone(), Vec::new()],
            // Nothing tells whose it is, so it is nobody else's.
            _ if self.id.is_empty() => [self.pemda.clone(), Vec::new(), self.file.clone()],
            Some((pemda, name)) => [pemda.clone(), name.clone(), Vec::new()],
            None => [self.pemda.clone(), Vec::new(), self.id.clone()],
        }
    }
}

/// A named office: its local government and its name.
type Named = (Vec<u8>, Vec<u8>);

/// What the files of one id have in common.
#[derive(Default)]
struct Shared {
    /// Named offices among them: how many at least, and the last.
    named: (usize, Option<Named>),
    /// The office of the first whole file, as far as it tells by itself.
    first: Option<[Vec<u8>; 3]>,
    is_mixed: bool,
}

impl Shared {
    fn add(&mut self, own: &Identified<'_>) {
        if !own.name.is_empty() {
            let office = Some((own.pemda.clone(), own.name.clone()));
            if self.named.1 != office {
                self.named = (self.named.0 + 1, office);
            }
        }
        if own.flags & WHOLE != 0 {
            let office = own.office(None);
            self.is_mixed |= self.first.as_ref().is_some_and(|first| *first != office);
            self.first.get_or_insert(office);
        }
    }

    /// The only named office: all files are of it then.
    fn only(&self) -> Option<&Named> {
        self.named.1.as_ref().filter(|_| self.named.0 == 1)
    }
}

/// From the order of ids to that of offices. A file that names no office is of the only one that has a file of its id.
fn identified(by_id: &Sorted, room: usize) -> io::Result<Sorted> {
    let mut by_office = Sorter::new(room);
    let key = |record: &[u8]| text(&mut &*record);
    in_groups(by_id, &key, &mut |group, again| {
        let mut shared = Shared::default();
        group(&mut |record| {
            shared.add(&Identified::of(record)?);
            Ok(())
        })?;
        let mut put = |part: Part| by_office.push(part.record);
        // The part before, which the next one may be of one assessment with.
        let mut last: Option<Part> = None;
        again(&mut |record| {
            let own = Identified::of(record)?;
            let mut flags = own.flags;
            if !own.id.is_empty() && shared.is_mixed && shared.only().is_none() && flags & WHOLE != 0 {
                flags |= SHARED_ID;
            }
            let office = own.office(shared.only());
            let mut out = Vec::with_capacity(record.len() + 8);
            for text in office.iter().chain([&own.file]) {
                put_text(&mut out, text);
            }
            let flags_at = out.len();
            out.push(flags);
            out.extend(own.packed);
            let mut part = Part { of: (own.rubric, office), flags_at, record: out };
            if own.id.is_empty() || flags & PART == 0 {
                return put(part);
            }
            if let Some(mut before) = last.take() {
                if before.of == part.of {
                    before.note_several();
                    part.note_several();
                }
                put(before)?;
            }
            last = Some(part);
            Ok(())
        })?;
        last.map_or(Ok(()), put)
    })?;
    Ok(by_office.sorted())
}

/// A record for the order of offices, with the instrument and the office that parts of one assessment have in common.
struct Part {
    of: (Vec<u8>, [Vec<u8>; 3]),
    flags_at: usize,
    record: Vec<u8>,
}

impl Part {
    fn note_several(&mut self) {
        if let Some(flags) = self.record.get_mut(self.flags_at) {
            *flags |= PART_OF_SEVERAL;
        }
    }
}

/// The office of a record in the order of offices.
fn office(mut record: &[u8]) -> io::Result<Vec<u8>> {
    let whole = record.len();
    let from = record;
    for _ in 0..3 {
        text(&mut record)?;
    }
    Ok(from.get(..whole - record.len()).unwrap_or_default().to_vec())
}

/// The row of such a record, and its flags.
fn row(mut record: &[u8]) -> io::Result<(Row, u8)> {
    for _ in 0..4 {
        text(&mut record)?;
    }
    let flags = byte(&mut record)?;
    let mut row = packed::unpack(record).ok_or_else(broken)?;
    row.carried = flags & CARRIED != 0;
    if flags & OWN_WEIGHTS != 0 {
        row.troubles.push(Trouble::OwnWeights);
    }
    Ok((row, flags))
}

/// Others of which only that they are there is said.
const SOME: Others = Others { count: 1, first: Vec::new() };

impl Told<'_> {
    /// Goes through all files, by local government and office, then by name of the file; unread ones last.
    pub fn each(&self, each: &mut Each<'_>) -> io::Result<()> {
        in_groups(&self.by_office, &office, &mut |first, again| {
            let (mut whole, mut best): (usize, Option<Row>) = (0, None);
            first(&mut |record| {
                let (row, flags) = row(record)?;
                if flags & WHOLE != 0 {
                    whole += 1;
                    if best.as_ref().is_none_or(|best| row.order(best).is_gt()) {
                        best = Some(row);
                    }
                }
                Ok(())
            })?;
            again(&mut |record| {
                let (row, flags) = row(record)?;
                let line = self.line(&row, flags, best.as_ref().filter(|_| whole > 1));
                each(Found::Row(Box::new(row), line))
            })
        })?;
        for record in self.unread.records() {
            let record = record?;
            let mut rest = record.as_slice();
            let mut own = || text(&mut rest).map(|text| String::from_utf8_lossy(&text).into_owned());
            each(Found::Unread(own()?, own()?, own()?))?;
        }
        Ok(())
    }

    /// The line of a file, where `best` counts of several of its office.
    fn line(&self, row: &Row, flags: u8, best: Option<&Row>) -> Option<Line> {
        let mut reason = alone(row, &Chosen { rubric: self.rubric?, carried: None, offices: None });
        let mut troubles = row.troubles.clone();
        if flags & PART_OF_SEVERAL != 0 {
            troubles.push(Trouble::Part(2));
        }
        if flags & SHARED_ID != 0 {
            troubles.push(Trouble::SharedId(SOME));
        }
        if flags & WHOLE != 0 {
            if let Some(best) = best {
                troubles.push(Trouble::SameOffice(SOME));
                reason = (best.file != row.file).then(|| Reason::OtherFile(best.file.clone()));
            }
            troubles.extend(
                self.year.filter(|year| row.year.is_some_and(|own| own != *year)).map(Trouble::OtherYear),
            );
        }
        troubles.sort();
        Some(Line { reason, troubles })
    }
}

#[cfg(test)]
mod tests;
