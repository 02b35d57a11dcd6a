//! Days of the calendar, and how far apart they are.
//!
//! Invariant: only a day that exists is read; nothing here asks what day it is.

/// A day of the years 1 to 9999, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

/// Months as they are written out. Shorter forms of at least three letters are read too.
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];
/// Short forms that do not begin their month.
const SHORT: [(&str, i32); 3] = [("agt", 8), ("ags", 8), ("nop", 11)];

impl Day {
    /// Reads `2026-12-15`, `15-12-2026`, `15/12/2026`, `15 Desember 2026`, `Selasa, 15 Des 2026`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let mut parts: Vec<&str> =
            lower.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        // The name of the day says nothing more.
        if parts.len() == 4 && parts.first().is_some_and(|part| part.chars().all(char::is_alphabetic)) {
            parts.remove(0);
        }
        let [first, second, third] = parts.as_slice() else { return None };
        let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
        if year.len() != 4 || day.len() > 2 {
            return None;
        }
        Self::of(whole(year)?, month(second)?, whole(day)?)
    }

    /// The day with this date, where there is one.
    #[must_use]
    pub fn of(year: i32, month: i32, day: i32) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = |month: i32| match month {
            2 => 28 + i32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=length(month)).contains(&day) {
            return None;
        }
        let past = year - 1;
        let months: i32 = (1..month).map(length).sum();
        Some(Self(past * 365 + past / 4 - past / 100 + past / 400 + months + day))
    }

    /// How many days this one comes after another.
    #[must_use]
    pub const fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

/// Digits alone.
fn whole(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A month by its number or its name, in small letters.
fn month(text: &str) -> Option<i32> {
    if text.len() <= 2 {
        return whole(text);
    }
    let named = MONTHS.iter().zip(1..).find(|(name, _)| text.len() >= 3 && name.starts_with(text));
    let short = || SHORT.iter().find(|(name, _)| *name == text).map(|(_, month)| *month);
    named.map(|(_, month)| month).or_else(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let expected = day("2026-12-05");
        for text in [
            "5-12-2026",
            "05/12/2026",
            " 5 Desember 2026 ",
            "5 DES 2026",
            "Sabtu, 5 Desember 2026",
            "5.12.2026",
        ] {
            assert_eq!(day(text), expected, "{text}");
        }
        assert_eq!(day("17 Agt 2026"), day("17 Agustus 2026"));
        assert_eq!(day("1 nop 2026"), day("1 November 2026"));
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in
            ["", "besok", "2026-02-29", "31 April 2026", "0-1-2026", "1-13-2026", "5 De 2026", "5-12-26"]
        {
            assert_eq!(Day::read(text), None, "{text}");
        }
        for text in ["1 Ma 2026", "12-2026", "+5-12-2026 x 1", "2026-2026-12", "99999-1-1", "日-1-2026"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_months_leap_years_and_centuries() {
        assert_eq!(day("2026-12-15").since(day("2026-11-22")), 23);
        assert_eq!(day("2028-03-01").since(day("2028-02-28")), 2);
        assert_eq!(day("2027-03-01").since(day("2027-02-28")), 1);
        assert_eq!(day("2100-03-01").since(day("2100-02-28")), 1);
        assert_eq!(day("2001-01-01").since(day("2000-01-01")), 366);
        assert_eq!(day("2026-11-21").since(day("2026-11-22")), -1);
    }
}
