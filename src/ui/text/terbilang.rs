//! Numbers, scores and days in Indonesian words, as minutes of a meeting write them.
//!
//! Invariant: every number and every day has exactly one wording, and no two share one.

use crate::domain::date::{Date, MONTHS};
use crate::domain::number::Score;

/// Numbers that have a word of their own.
const SMALL: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas",
];
/// Thousands, millions and so on, the greatest first.
const GREAT: [(u32, &str); 3] = [(1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")];
/// The days of the week, from Monday.
const DAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/// A number in words: `dua ribu dua puluh enam`.
#[must_use]
pub fn number(number: u32) -> String {
    if let Some(word) = small(number) {
        return word.to_owned();
    }
    for (one, name) in GREAT {
        if number >= one {
            let first = match (number / one, one) {
                (1, 1_000) => "seribu".to_owned(),
                (count, _) => format!("{} {name}", self::number(count)),
            };
            return followed(first, number % one);
        }
    }
    match number {
        12..=19 => format!("{} belas", self::number(number - 10)),
        100..=199 => followed("seratus".to_owned(), number - 100),
        200.. => followed(format!("{} ratus", self::number(number / 100)), number % 100),
        _ => followed(format!("{} puluh", self::number(number / 10)), number % 10),
    }
}

fn small(number: u32) -> Option<&'static str> {
    SMALL.get(usize::try_from(number).ok()?).copied()
}

/// Words with those of what is left, where anything is.
fn followed(first: String, rest: u32) -> String {
    if rest == 0 { first } else { format!("{first} {}", number(rest)) }
}

/// A score in words, digit by digit behind the comma as it is read aloud: `tujuh puluh delapan koma tiga empat`.
#[must_use]
pub fn score(score: Score) -> String {
    let size = score.hundredths().unsigned_abs();
    let sign = if score.hundredths() < 0 { "minus " } else { "" };
    let whole = u32::try_from(size / 100).map_or_else(|_| (size / 100).to_string(), number);
    let digit = |place: u64| SMALL.get(usize::try_from(size / place % 10).unwrap_or_default()).copied();
    let [tenths, hundredths] = [10, 1].map(|place| digit(place).unwrap_or_default());
    format!("{sign}{whole} koma {tenths} {hundredths}")
}

/// A day in words: `Senin, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam`.
#[must_use]
pub fn day(date: Date) -> String {
    let of_week = DAYS.get(usize::from(date.day_of_week())).copied().unwrap_or_default();
    let month = MONTHS.get(usize::from(date.month() - 1)).copied().unwrap_or_default();
    let (day, year) = (number(date.day().into()), number(date.year().into()));
    format!("{of_week}, tanggal {day} bulan {month} tahun {year}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn numbers_read_as_they_are_said() {
        for (given, said) in [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (99, "sembilan puluh sembilan"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_100, "seribu seratus"),
            (1_945, "seribu sembilan ratus empat puluh lima"),
            (2_026, "dua ribu dua puluh enam"),
            (10_000, "sepuluh ribu"),
            (11_000, "sebelas ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (
                4_294_967_295,
                "empat miliar dua ratus sembilan puluh empat juta sembilan ratus enam puluh tujuh ribu dua ratus sembilan puluh lima",
            ),
        ] {
            assert_eq!(number(given), said);
        }
    }

    #[test]
    fn no_two_numbers_read_alike_and_none_says_a_word_twice_over() {
        let mut seen = HashSet::new();
        for given in (0..20_000).chain((20_000..3_000_000).step_by(997)) {
            let said = number(given);
            assert!(!said.contains("  ") && said.trim() == said && !said.is_empty(), "{given}: {said}");
            assert!(given == 0 || !said.contains("nol"), "{given}: {said}");
            for wrong in ["satu ratus", "satu puluh", "satu belas"] {
                assert!(!said.contains(wrong), "{given}: {said}");
            }
            assert!(seen.insert(said), "{given}");
        }
    }

    #[test]
    fn scores_are_read_digit_by_digit_behind_the_comma() {
        let said = |hundredths| score(Score::from_hundredths(hundredths));
        assert_eq!(said(7834), "tujuh puluh delapan koma tiga empat");
        assert_eq!(said(10_000), "seratus koma nol nol");
        assert_eq!(said(5), "nol koma nol lima");
        assert_eq!(said(-120), "minus satu koma dua nol");
        assert_eq!(said(i64::MAX), "92233720368547758 koma nol tujuh");
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let said = |text: &str| day(Date::read(text).unwrap());
        assert_eq!(
            said("2026-11-23"),
            "Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam"
        );
        assert_eq!(
            said("2026-11-22"),
            "Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam"
        );
        assert_eq!(
            said("1945-08-17"),
            "Jumat, tanggal tujuh belas bulan Agustus tahun seribu sembilan ratus empat puluh lima"
        );
        assert_eq!(said("2000-02-29"), "Selasa, tanggal dua puluh sembilan bulan Februari tahun dua ribu");
        assert_eq!(said("0001-01-01"), "Senin, tanggal satu bulan Januari tahun satu");
        assert_eq!(
            said("9999-12-31"),
            "Jumat, tanggal tiga puluh satu bulan Desember tahun sembilan ribu sembilan ratus sembilan puluh sembilan"
        );
        let week: HashSet<String> = (23..30).map(|day| said(&format!("2026-11-{day}"))).collect();
        assert_eq!(week.len(), 7);
    }
}
