//! A recapitulation as one JSON object, for programs that go on with it: the same from the page and from the command line.
//!
//! Invariant: its members are always the same, in the same order; every file is in it once, under `units` or under
//! `notCounted`.

use super::flat;
use crate::domain::number::{Range, Score};
use crate::domain::recap::{Collection, Entry, Line, Mean, Reason, Recap, Row, Unread};
use crate::domain::rubric::Rubric;
use crate::format::document::results::{figure, object, score};
use crate::format::json::Json;
use crate::format::wording::sentence;

/// Columns of the table of units that the object does not repeat.
const SAID: &[&str] = &["rubric", "counted", "reason"];

/// The object piece by piece: what begins it, every unit, what stands between, every file that does not count, its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Object {
    is_going_on: bool,
}

/// What a local government comes to over the files that count: the figure over the full range, by the offices themselves
/// and verified, and the published score.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pemda {
    /// By the offices themselves.
    pub own: Option<(Range, Option<Score>)>,
    /// Verified.
    pub verified: Option<(Range, Option<Score>)>,
    /// Published.
    pub official: Option<Score>,
}

impl Pemda {
    /// That of a recapitulation.
    #[must_use]
    pub fn of(recap: &Recap) -> Self {
        let Ok(sides) = &recap.all.sides else { return Self::default() };
        let whole = |mean: &Mean| (mean.figure.full, mean.figure.point);
        Self {
            own: sides.own.as_ref().map(whole),
            verified: sides.verified.as_ref().map(whole),
            official: sides.official.as_ref().and_then(|mean| mean.figure.point),
        }
    }
}

impl Object {
    /// Begins it.
    #[must_use]
    pub fn begin(rubric: Option<&Rubric>) -> String {
        let rubric = rubric.map_or(Json::Null, |rubric| {
            object(vec![("id", Json::text(&rubric.id)), ("version", Json::text(&rubric.version))])
        });
        format!("{{\"rubric\":{},\"units\":[", rubric.compact())
    }

    /// A unit that counts.
    #[must_use]
    pub fn unit(&mut self, row: &Row, rubric: &Rubric, line: &Line) -> String {
        let values = flat::unit(row, Some(rubric), Some(line));
        let members = flat::UNIT.iter().zip(&values).filter(|(column, _)| !SAID.contains(&column.name));
        let members = members.map(|(column, value)| (column.name.to_owned(), value.json()));
        self.item(&Json::Object(members.collect()))
    }

    /// What stands between what counts and what does not.
    #[must_use]
    pub fn between(&mut self, pemda: &Pemda) -> String {
        self.is_going_on = false;
        let side = |side: Option<(Range, Option<Score>)>| match side {
            Some((full, point)) => figure(full, point),
            None => object(vec![("low", Json::Null), ("point", Json::Null), ("high", Json::Null)]),
        };
        let members = vec![
            ("own", side(pemda.own)),
            ("verified", side(pemda.verified)),
            ("official", score(pemda.official)),
        ];
        format!("],\"pemda\":{},\"notCounted\":[", object(members).compact())
    }

    /// A file that does not count.
    #[must_use]
    pub fn not_counted(&mut self, file: &str, reason: &str) -> String {
        self.item(&object(vec![("file", Json::text(file)), ("reason", Json::text(reason))]))
    }

    /// Ends it.
    #[must_use]
    pub const fn end() -> &'static str {
        "]}\n"
    }

    fn item(&mut self, json: &Json) -> String {
        let text = json.compact();
        if std::mem::replace(&mut self.is_going_on, true) { format!(",{text}") } else { text }
    }
}

/// The object, where all files are at hand.
#[must_use]
pub fn encoded(rubric: &Rubric, collection: &Collection, recap: &Recap) -> String {
    let mut object = Object::default();
    let mut text = Object::begin(Some(rubric));
    let all = || collection.entries().iter().zip(&recap.lines);
    for (entry, line) in all() {
        if let (Entry::Row(row), None) = (entry, &line.reason) {
            text.push_str(&object.unit(row, rubric, line));
        }
    }
    text.push_str(&object.between(&Pemda::of(recap)));
    for (entry, line) in all() {
        let reason = match (entry, &line.reason) {
            (Entry::Unread(unread), _) => self::unread(unread),
            (Entry::Row(_), Some(reason)) => why(reason),
            (Entry::Row(_), None) => continue,
        };
        text.push_str(&object.not_counted(entry.file(), &reason));
    }
    text + Object::end()
}

/// Why a file cannot be read, in a sentence.
#[must_use]
pub fn unread(unread: &Unread) -> String {
    unread.problems.first().map(sentence).unwrap_or_default()
}

/// Why a file does not count, in a sentence.
#[must_use]
pub fn why(reason: &Reason) -> String {
    match reason {
        Reason::Unreadable => "Berkas tidak terbaca.".to_owned(),
        Reason::OlderFormat(version) => format!("Format {version} sudah tidak dibaca lagi."),
        Reason::NewerFormat(version) => format!("Format {version} lebih baru daripada yang dibaca di sini."),
        Reason::Part => "Bagian dari satu penilaian: gabungkan dahulu.".to_owned(),
        Reason::Example => "Berkas contoh.".to_owned(),
        Reason::Practice => "Berkas latihan; tidak mewakili unit mana pun.".to_owned(),
        Reason::OtherInstrument(id) => format!("Diisi dengan instrumen lain: {id}."),
        Reason::CarriedRubric => {
            "Instrumennya dibawa berkas itu sendiri; rekap dengan --rubric dan berkas instrumennya."
                .to_owned()
        }
        Reason::OtherFile(file) => format!("Dari unit ini yang dihitung berkas lain: {file}."),
        Reason::UnknownInstrument(id) => format!("Instrumen {id} tidak ada di sini."),
        Reason::OtherCopy => "Instrumen yang dibawanya lain, walau namanya sama.".to_owned(),
        Reason::NotChosen => "Unit ini tidak dipilih.".to_owned(),
    }
}
