//! What is said of files that do not count, and of instruments that are not averaged.
//!
//! Invariant: every reason has a sentence of its own that names the thing.

use crate::domain::recap::{Entry, Line, NoPemdaScore, Reason, Recap};
use crate::format::wording::sentence;

/// What is said where the name of a table ends in something else.
#[cfg(feature = "parquet")]
pub const ENDINGS: &str = "nama tabel harus berakhiran .ndjson, .csv, atau .parquet";
/// What is said where the name of a table ends in something else.
#[cfg(not(feature = "parquet"))]
pub const ENDINGS: &str =
    "nama tabel harus berakhiran .ndjson atau .csv (.parquet hanya bila program dibuat dengan fitur parquet)";

/// What is said where a table would be written over what is read, or over another.
pub const OUTPUT: &str = "nama ini sudah dipakai: tabel tidak boleh menimpa berkas yang dibaca atau tabel lain, dan tidak boleh berada di folder yang dibaca";

/// Why a file does not count; none where it does.
pub fn not_counted(entry: &Entry, line: Option<&Line>) -> Option<String> {
    if let Entry::Unread(unread) = entry {
        return Some(unread.problems.first().map(sentence).unwrap_or_default());
    }
    match line {
        Some(line) => line.reason.as_ref().map(why),
        None => Some("Tidak ada instrumen yang dapat direkap.".to_owned()),
    }
}

fn why(reason: &Reason) -> String {
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

/// Why there is no score of the local government; none where there is one.
pub fn refusal(recap: &Recap) -> Option<String> {
    match &recap.all.sides {
        Err(NoPemdaScore::Refused(reason)) => Some(format!("Nilai pemda tidak dihitung: {reason}")),
        _ => None,
    }
}
