//! A row as bytes, for the way from one thread of this build to another. No file holds them.
//!
//! Numbers are written in groups of seven bits, lowest first; texts and lists with their length before them.
//!
//! Invariant: a row that can be packed is unpacked as the same row; bytes that are none give none.

use crate::domain::Text;
use crate::domain::assessment::Status;
use crate::domain::number::{Range, Score};
use crate::domain::office_weights::OfficeWeights;
use crate::domain::recap::{Cell, Own, Row, Trouble};
use crate::domain::scorecard::item::Part;
use crate::domain::scorecard::{Figure, Progress};

/// Where a document stands, by its place here.
const STATUSES: [Status; 4] = [Status::Draft, Status::Submitted, Status::Verified, Status::Approved];

/// The row as bytes; none where it holds what is rare enough to be read again by whoever wants it: weights of the office's
/// own, or an instrument that came with the file.
#[must_use]
pub fn pack(row: &Row) -> Option<Vec<u8>> {
    if row.carried || row.weights != OfficeWeights::default() {
        return None;
    }
    let mut out = Writer(Vec::with_capacity(512));
    for text in [
        &row.file,
        &row.id,
        &row.pemda,
        &row.name,
        &row.kind,
        &row.rubric,
        &row.version,
        &row.updated_at,
        &row.saved_at,
    ] {
        out.text(text);
    }
    out.some(row.year, |out, year| out.number(u64::from(year)));
    out.number(STATUSES.iter().position(|status| *status == row.status)? as u64);
    out.number(row.revision);
    for flag in [row.example, row.practice, row.part] {
        out.flag(flag);
    }
    out.some(row.own.as_ref(), Writer::own);
    out.some(row.verified.as_ref(), Writer::figure);
    out.some(row.official, Writer::score);
    out.number(row.troubles.len() as u64);
    for trouble in &row.troubles {
        out.trouble(trouble)?;
    }
    Some(out.0)
}

/// The row that was packed.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Row> {
    let mut from = Reader(bytes);
    let [file, id, pemda, name, kind, rubric, version, updated_at, saved_at] = from.texts()?;
    let row = Row {
        file,
        id,
        pemda,
        name,
        kind,
        rubric,
        version,
        updated_at,
        saved_at,
        carried: false,
        copy: Text::default(),
        year: from.some(|from| u16::try_from(from.number()?).ok())?,
        status: *STATUSES.get(from.size()?)?,
        revision: from.number()?,
        example: from.flag()?,
        practice: from.flag()?,
        part: from.flag()?,
        own: from.some(Reader::own)?,
        verified: from.some(Reader::figure)?,
        official: from.some(Reader::score)?,
        weights: OfficeWeights::default(),
        troubles: from.list(Reader::trouble)?,
    };
    from.0.is_empty().then_some(row)
}

/// Bytes in the making.
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or_default());
    }

    fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    fn some<T>(&mut self, value: Option<T>, write: fn(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn score(&mut self, score: Score) {
        // Ends that lie below nought take all ten bytes, and are rare.
        self.number(u64::from_le_bytes(score.hundredths().to_le_bytes()));
    }

    fn figure(&mut self, figure: &Figure) {
        self.some(figure.point, Self::score);
        for end in [figure.answers.low, figure.answers.high, figure.full.low, figure.full.high] {
            self.score(end);
        }
    }

    fn places(&mut self, places: &[usize]) {
        self.number(places.len() as u64);
        for place in places {
            self.number(*place as u64);
        }
    }

    fn part(&mut self, part: Part) {
        self.number(part.num);
        self.number(part.den);
    }

    fn own(&mut self, own: &Own) {
        self.figure(&own.figure);
        self.some(own.supported, Self::score);
        for count in [own.progress.answered, own.progress.total, own.assumed, own.not_relevant] {
            self.number(count as u64);
        }
        self.places(&own.rests_on);
        self.number(own.cells.len() as u64);
        for cell in &own.cells {
            self.some(cell.point, Self::part);
            self.part(cell.low);
            self.part(cell.top);
            for flag in [cell.leaves, cell.answered, cell.assumed] {
                self.flag(flag);
            }
        }
        self.number(own.missing.len() as u64);
        for document in &own.missing {
            self.number(u64::from(*document));
        }
    }

    /// A trouble of the file itself; none for one that other files bring about.
    fn trouble(&mut self, trouble: &Trouble) -> Option<()> {
        match trouble {
            Trouble::Nameless => self.number(0),
            Trouble::OtherRules => self.number(1),
            Trouble::WrongDigest => self.number(2),
            Trouble::StoredDiffers => self.number(3),
            Trouble::Blank => self.number(4),
            Trouble::OldFindings => self.number(8),
            Trouble::Undated => self.number(10),
            Trouble::Ahead => self.number(11),
            Trouble::Unknown(count, first) => {
                self.number(9);
                self.number(*count as u64);
                self.text(first);
            }
            Trouble::NewerMinor(version) => {
                self.number(5);
                self.text(version);
            }
            Trouble::OtherVersion(version) => {
                self.number(6);
                self.text(version);
            }
            Trouble::RestsOnLeaving(places) => {
                self.number(7);
                self.places(places);
            }
            _ => return None,
        }
        Some(())
    }
}

/// What is left of the bytes.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..70).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn flag(&mut self) -> Option<bool> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        (*byte < 2).then_some(*byte == 1)
    }

    fn text(&mut self) -> Option<Text> {
        let size = self.size()?;
        let (text, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(std::str::from_utf8(text).ok()?.into())
    }

    fn texts<const N: usize>(&mut self) -> Option<[Text; N]> {
        let mut texts = std::array::from_fn(|_| Text::default());
        for text in &mut texts {
            *text = self.text()?;
        }
        Some(texts)
    }

    /// What may be there; the outer none stands for bytes that are no row.
    #[expect(clippy::option_option, reason = "what is not there is no fault of the bytes")]
    fn some<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { read(self).map(Some) } else { Some(None) }
    }

    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.size()?;
        // Nothing takes less than a byte: more than are left cannot be meant.
        if count > self.0.len() {
            return None;
        }
        (0..count).map(|_| read(self)).collect()
    }

    fn score(&mut self) -> Option<Score> {
        Some(Score::from_hundredths(i64::from_le_bytes(self.number()?.to_le_bytes())))
    }

    fn range(&mut self) -> Option<Range> {
        Some(Range { low: self.score()?, high: self.score()? })
    }

    fn figure(&mut self) -> Option<Figure> {
        Some(Figure { point: self.some(Self::score)?, answers: self.range()?, full: self.range()? })
    }

    fn part(&mut self) -> Option<Part> {
        Some(Part { num: self.number()?, den: self.number()? })
    }

    fn own(&mut self) -> Option<Own> {
        Some(Own {
            figure: self.figure()?,
            supported: self.some(Self::score)?,
            progress: Progress { answered: self.size()?, total: self.size()? },
            assumed: self.size()?,
            not_relevant: self.size()?,
            rests_on: self.list(Self::size)?,
            cells: self.list(|from| {
                Some(Cell {
                    point: from.some(Self::part)?,
                    low: from.part()?,
                    top: from.part()?,
                    leaves: from.flag()?,
                    answered: from.flag()?,
                    assumed: from.flag()?,
                })
            })?,
            missing: self.list(|from| u16::try_from(from.number()?).ok())?,
        })
    }

    fn trouble(&mut self) -> Option<Trouble> {
        Some(match self.number()? {
            0 => Trouble::Nameless,
            1 => Trouble::OtherRules,
            2 => Trouble::WrongDigest,
            3 => Trouble::StoredDiffers,
            4 => Trouble::Blank,
            5 => Trouble::NewerMinor(self.text()?),
            6 => Trouble::OtherVersion(self.text()?),
            7 => Trouble::RestsOnLeaving(self.list(Self::size)?),
            8 => Trouble::OldFindings,
            9 => Trouble::Unknown(self.size()?, self.text()?),
            10 => Trouble::Undated,
            11 => Trouble::Ahead,
            _ => return None,
        })
    }
}
