//! Words of Hasil.
//!
//! Invariant: every figure is named with what it rests on.

use crate::domain::number::{Range, Score};
use crate::domain::rubric::Terms;

use super::number;

pub const TITLE: &str = "Hasil";
pub const SHEET: &str = "Lembar Hasil Penilaian Mandiri";
pub const WHO: &str = "Siapa yang menentukan";
pub const OWN: &str = "Dalam kendali perangkat daerah";
pub const OUTSIDE: &str = "Dinilai masyarakat dan data pusat";
pub const WEIGHT: &str = "Bobot";
pub const ADDS: &str = "Menambah";
pub const SUM: &str = "Jumlah";
pub const DECISIVE: &str = "Yang paling menentukan";
pub const WIDENS: &str = "Yang memperlebar kisaran";
pub const LOWERS: &str = "Yang menurunkan perkiraan";
pub const NOTHING_WIDENS: &str = "Tidak ada: semua terisi dan semua bobot diumumkan.";
pub const NOTHING_LOWERS: &str = "Tidak ada: semua yang terisi sudah di tingkat tertinggi.";
pub const WORKINGS: &str = "Lihat perhitungannya";
pub const WORKINGS_NOTE: &str =
    "Setiap baris dibulatkan untuk ditampilkan; jumlahnya dihitung dari angka yang belum dibulatkan.";
pub const IN_DIMENSION: &str = "Bobot di antara yang terisi";
pub const ANSWER: &str = "Nilai jawaban";
pub const NOTHING_ANSWERED: &str = "Belum ada yang diisi.";
pub const LIMITS: &str = "Yang tidak tercakup kisaran";
pub const PRINT: &str = "Cetak Lembar Hasil";
pub const SUMMARY: &str = "Salin ringkasan";
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
        Some(point) => format!("{} · kisaran {}", number::score(point), number::range(full)),
        None => format!("kisaran {}", number::range(full)),
    }
}

/// Progress of a dimension.
pub fn filled(answered: usize, total: usize) -> String {
    format!("{answered} dari {total} terisi")
}

/// What a share has of what it could have.
pub fn of_points(maximum: Score) -> String {
    format!(" dari {} poin", number::score(maximum))
}

/// How much a mover lowers the point.
pub fn lowers(by: Score) -> String {
    format!("menurunkan {} poin", number::score(by))
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
pub fn workings(name: &str, weight: Score, score: Option<Score>) -> String {
    let score = score.map_or_else(|| NOTHING_ANSWERED.to_owned(), number::score);
    format!("{name}: bobot {}%, nilai {score}", number::score(weight))
}

/// A plain-text summary to paste elsewhere.
pub fn summary(
    heading: &str,
    rubric: &str,
    point: Option<Score>,
    full: Range,
    standing: &str,
    tally: &str,
) -> String {
    let point = point.map_or_else(|| "belum ada".to_owned(), number::score);
    format!(
        "{heading}\n{rubric}\nPerkiraan nilai: {point} (kisaran {})\n{standing}.\n{tally}.\nPenilaian mandiri, bukan hasil resmi; tidak untuk dikutip sebagai nilai atau zona resmi.",
        number::range(full)
    )
}

/// The line at the top of the printed sheet.
pub fn printed(rubric: &str, version: &str, date: &str) -> String {
    format!("{SHEET} · instrumen {rubric} versi {version} · diubah terakhir {date}")
}
