//! Words of the published results of other years.
//!
//! Invariant: a result is named with its year and its rule; results of different rules are never compared.

use std::cmp::Ordering;

use crate::domain::assessment::Assessment;
use crate::domain::history::{Past, before, is_comparable, rival};
use crate::domain::number::Score;
use crate::domain::zone::{Category, Subject};

use super::number;

pub const TITLE: &str = "Riwayat hasil resmi";
pub const LEAD: &str = "Catat hasil yang sudah diumumkan. Kategori dan zonanya dibaca dengan aturan instrumen tahun itu, tidak dengan aturan sekarang. Hasil dengan aturan yang berbeda tidak dibandingkan.";
pub const CHART: &str = "Tren hasil resmi. Angkanya ada di tabel di bawah ini.";
pub const YEAR_AND_READING: &str = "Tahun, instrumen, kategori";
pub const SCORE: &str = "Nilai resmi";
pub const CHANGE: &str = "Dibanding sebelumnya";
pub const OUTSIDE_YEARS: &str = "di luar tahun berlakunya instrumen ini; kategorinya perkiraan";
pub const BEYOND: &str = "di luar skala instrumen ini";
pub const RULE_AWAY: &str = "aturannya belum termuat";
pub const RULE_UNKNOWN: &str = "instrumen ini tidak dikenal aplikasi ini";
pub const FORGET: &str = "Hapus";
pub const NOTE: &str = "Catat hasil";
pub const KEEP: &str = "Masukkan ke riwayat";
pub const YEAR: &str = "Tahun hasil";
pub const RULE: &str = "Instrumen yang dipakai tahun itu";
pub const RULE_NONE: &str = "Pilih instrumen";
pub const YEAR_PROBLEM: &str = "Tulis tahun yang sudah tiba dengan empat angka, misalnya 2022.";
pub const RULE_PROBLEM: &str = "Pilih instrumen yang dipakai untuk hasil itu.";

/// Which result a button forgets, for those who hear the page.
pub fn which(past: &Past) -> String {
    format!(" hasil {} tahun {}", number::score(past.score), past.year)
}

/// What is wrong with a score, with the highest there is where the instrument is chosen.
pub fn score_problem(maximum: Option<Score>) -> String {
    match maximum {
        Some(maximum) => {
            format!("Tulis angka dari 0 sampai {}, paling banyak dua desimal.", number::decimal(maximum))
        }
        None => "Tulis angkanya, misalnya 78,34.".to_owned(),
    }
}

/// A category with its zone: `B · Kualitas Tinggi · zona hijau`; no code where the name says it already.
pub fn reading(category: &Category, subject: Subject) -> String {
    let name = category.name(subject);
    let code = if name.ends_with(&*category.id) { String::new() } else { format!("{} · ", category.id) };
    let zone = category.zone.map(|zone| format!(" · zona {}", zone.word())).unwrap_or_default();
    format!("{code}{name}{zone}")
}

/// How a result stands to the one before it of its series, in order of years; and that there is another number for
/// the same year, where there is.
pub fn change(assessment: &Assessment, results: &[(usize, &Past)], past: &Past) -> String {
    if let Some(other) = rival(assessment, past) {
        return ["berbeda dari ", &number::score(other), " untuk tahun yang sama"].concat();
    }
    let Some((_, before)) = before(results, past) else { return "–".to_owned() };
    if !is_comparable(before, past) {
        return "aturan berganti".to_owned();
    }
    let mut by =
        number::score(Score::from_hundredths((past.score.hundredths() - before.score.hundredths()).abs()));
    let way = match past.score.cmp(&before.score) {
        Ordering::Less => "turun ",
        Ordering::Equal => {
            by.clear();
            "tetap"
        }
        Ordering::Greater => "naik ",
    };
    [way, &by, " sejak ", &before.year.to_string()].concat()
}
