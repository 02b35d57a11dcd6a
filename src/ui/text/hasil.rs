//! Words of Hasil.
//!
//! Invariant: every figure is named with what it rests on.

use std::fmt::Write;

use crate::domain::assessment::{Answer, Choice};
use crate::domain::number::{Range, Score};
use crate::domain::rubric::{Rubric, Terms};
use crate::domain::scorecard::Figure;

use super::{number, pengisian};

pub const TITLE: &str = "Hasil";
pub const WHO: &str = "Siapa yang menentukan";
pub const OWN: &str = "Dalam kendali perangkat daerah";
pub const WEIGHT: &str = "Bobot";
pub const ADDS: &str = "Menambah";
pub const SUM: &str = "Jumlah";
pub const DECISIVE: &str = "Yang paling menentukan";
pub const WIDENS: &str = "Yang memperlebar kisaran";
pub const LOWERS: &str = "Yang menurunkan perkiraan";
pub const NOTHING_WIDENS: &str = "Tidak ada: semua terisi dan semua bobot tetap.";
pub const NOTHING_LOWERS: &str = "Tidak ada: semua yang terisi sudah di tingkat tertinggi.";
pub const WORKINGS: &str = "Lihat perhitungannya";
pub const ANSWER: &str = "Nilai";
pub const PRODUCT: &str = "Hasil kali";
pub const ROUNDED: &str = "Dibulatkan ke dua desimal";
pub const NOT_APPLICABLE: &str = "tidak relevan";
pub const DERIVED: &str = "dihitung";
pub const TYPED: &str = "Tertulis, tidak terbaca sebagai angka";
pub const UNTIL: &str = "berlaku sampai ";
pub const INSTRUMENT: &str = "Instrumen";
pub const VERSION: &str = "Berkas instrumen";
pub const YES: &str = "ya";
/// What counts as much as the rest does on average.
pub const OPEN: &str = "Belum terisi atau tidak relevan, dihitung sama dengan rata-rata yang terisi";
pub const BASED_ON: &str = "Dasar hukum";
pub const CHANGED: &str = "Diubah terakhir";
pub const NOT_TO_QUOTE: &str = "Tidak untuk dikutip sebagai nilai, predikat, atau zona resmi.";
pub const LIMITS: &str = "Yang tidak tercakup kisaran";
pub const PRINT: &str = "Cetak Lembar Hasil";
pub const PAPERS: &str = "Lembar lain";
pub const PAGE: &str = "Simpan sebagai berkas HTML (bisa dibuka tanpa internet)";
pub const EXCEL: &str = "Unduh Excel";
pub const CSV: &str = "Unduh CSV";
/// The same where workbooks cannot be made.
pub const CSV_ONLY: &str = "Unduh CSV (Excel hanya di situs Swanilai)";
pub const SUMMARY: &str = "Salin ringkasan untuk WhatsApp";
pub const ANSWERS: &str = "Jawaban";
pub const POINTS: &str = "poin";

/// The heading over the dimensions.
pub fn by_dimension(terms: &Terms) -> String {
    format!("Menurut {}", terms.dimension.to_ascii_lowercase())
}

/// The head of the first column.
pub fn dimension_and_range(terms: &Terms, maximum: &str) -> String {
    format!("{} dan kisaran 0–{maximum}", terms.dimension)
}

/// A dimension's own score.
pub fn own_score(point: Option<Score>, full: Range) -> String {
    match point {
        Some(point) if full.low == full.high => number::score(point),
        Some(point) => format!("{} · kisaran {}", number::score(point), number::range(full)),
        None => format!("kisaran {}", number::range(full)),
    }
}

/// Progress of a dimension, and what its weight rests on.
pub fn filled(answered: usize, total: usize, basis: &str) -> String {
    format!("{answered} dari {total} terisi · bobot {basis}")
}

/// What a share has of what it could have, and between what it may move.
pub fn of_points(maximum: Score, full: Range) -> String {
    let most = format!(" dari {} poin", number::score(maximum));
    if full.low == full.high { most } else { format!("{most} · {}", pengisian::full_range(full)) }
}

/// Who decides what the office does not.
pub const fn outside(users: bool, figures: bool) -> &'static str {
    match (users, figures) {
        (true, true) => "Dinilai pengguna layanan dan data lembaga lain",
        (true, false) => "Dinilai pengguna layanan",
        _ => "Dari data lembaga lain",
    }
}

/// Why a row has no score.
pub fn without_score(answer: Option<&Answer>) -> &'static str {
    match answer {
        Some(answer) if answer.choice == Some(Choice::NotApplicable) => NOT_APPLICABLE,
        _ => pengisian::UNANSWERED,
    }
}

/// How much a mover lowers the point.
pub fn lowers(by: Score) -> String {
    format!("menurunkan {} poin", number::score(by))
}

/// What the width of the range is made of; empty where there is none.
pub fn width(figure: &Figure) -> String {
    let (full, blank) = (figure.full.width(), figure.answers.width());
    if full == Score::default() {
        return String::new();
    }
    let weights = Score::from_hundredths(full.hundredths() - blank.hundredths());
    let mut text = format!("Lebar kisaran {} poin: ", number::score(full));
    let parts = [(blank, "yang belum diisi"), (weights, "bobot yang tidak diumumkan")];
    for (at, (part, cause)) in parts.into_iter().filter(|(part, _)| *part > Score::default()).enumerate() {
        let between = if at == 0 { "" } else { ", " };
        let _ = write!(text, "{between}{} karena {cause}", number::score(part));
    }
    text.push('.');
    text
}

/// How much a mover widens the range.
pub fn widens(by: Score) -> String {
    format!("memperlebar {} poin", number::score(by))
}

/// Unpublished weights inside a dimension.
pub fn weights_of(name: &str) -> String {
    format!("Bobot di dalam {name} tidak diumumkan")
}

pub const WEIGHTS_OF_WHOLE: &str = "Bobot antardimensi tidak diumumkan";

/// The caption of the arithmetic of a dimension.
pub fn workings(name: &str, weight: Score) -> String {
    format!("{name}, bobot {}%", number::score(weight))
}

/// The caption of the last step.
pub fn whole(terms: &Terms) -> String {
    format!("Semua {}", terms.dimension.to_ascii_lowercase())
}

/// How to follow the arithmetic with a calculator.
pub fn workings_note(rubric: &Rubric) -> String {
    format!(
        "Hasil kali = bobot x nilai. Nilai = jawaban dibagi jawaban tertinggi, kali {}. Angka ditampilkan sampai empat desimal; yang dibulatkan hanya nilai akhir.",
        number::decimal(rubric.maximum)
    )
}

/// What is still open, for the summary.
pub fn open(blank: usize) -> String {
    if blank == 0 {
        String::new()
    } else {
        format!("\n{blank} belum terisi: dihitung dari terendah sampai tertinggi dalam kisaran")
    }
}

/// A plain-text summary to paste elsewhere: never the reading without its range, and what it rests on.
pub fn summary(
    heading: &str,
    rubric: &str,
    point: Option<Score>,
    full: Range,
    standing: &str,
    tally: &str,
    remark: &str,
) -> String {
    let between =
        if full.low == full.high { String::new() } else { format!(" ({})", pengisian::full_range(full)) };
    let point = point.map_or_else(|| "belum ada".to_owned(), number::score);
    format!(
        "{heading}\n{rubric}\nPerkiraan nilai: {point}{between}\n{standing}.\n{tally}.\nPenilaian mandiri, bukan hasil resmi; tidak untuk dikutip sebagai nilai atau zona resmi.\n{remark}"
    )
    .trim_end()
    .to_owned()
}
