//! Days, as offices write them.
//!
//! Invariant: a value is a day of the calendar; what is none is not read, and no clock is asked here.

/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Short forms that do not begin their month.
const SHORT: [(&str, u16); 3] = [("Agt", 8), ("Ags", 8), ("Nop", 11)];

/// A day, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2026-12-31`, `31-12-2026`, `31/12/2026`, `31 Desember 2026` or `31 Des 2026`; of a time such as
    /// `2026-12-31T10:42:00+07:00` the day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let day = match text.trim().split_once('T') {
            Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => day,
            _ => text.trim(),
        };
        let mut parts = day.split(['-', '/', ' ']).filter(|part| !part.is_empty());
        let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        let year = number(year).filter(|found| year.len() == 4 && *found > 0)?;
        let month = number(month).or_else(|| named(month))?;
        let date = Self {
            year,
            month: u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?,
            day: u8::try_from(number(day)?).ok()?,
        };
        (1..=date.month_length()).contains(&date.day).then_some(date)
    }

    /// How many days this one lies after the other; below nought where it lies before.
    #[must_use]
    pub fn days_from(self, other: Self) -> i64 {
        self.number() - other.number()
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week: 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn day_of_week(self) -> u8 {
        // The first of January of the year 1, a Monday, has the number 307: 306 days lie before it from March on.
        u8::try_from((self.number() - 307).rem_euclid(7)).unwrap_or_default()
    }

    const fn is_leap(self) -> bool {
        self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400))
    }

    const fn month_length(self) -> u8 {
        match self.month {
            2 if self.is_leap() => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Days since the last of February of the year 0: years are counted from March, so that the leap day ends one.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i64::from(self.day)
    }
}

/// A month by its name, or by its beginning of at least three letters.
fn named(month: &str) -> Option<u16> {
    let begins = |name: &&str| {
        let head = name.get(..month.len());
        month.len() >= 3 && head.is_some_and(|head| head.eq_ignore_ascii_case(month))
    };
    let short = SHORT.iter().find(|(short, _)| short.eq_ignore_ascii_case(month)).map(|(_, at)| *at);
    (1..).zip(MONTHS).find(|(_, name)| begins(name)).map(|(at, _)| at).or(short)
}

/// One to four digits.
fn number(digits: &str) -> Option<u16> {
    let plain = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// Whether a time is surely after another: both are written the same way and in the same zone.
#[must_use]
pub fn is_later(one: &str, other: &str) -> bool {
    let zone = |time: &str| time.get(19..).map(str::to_owned);
    one.len() == other.len() && zone(one) == zone(other) && one > other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::read(text).unwrap()
    }

    #[test]
    fn the_ways_offices_write_a_day_are_one_day() {
        let last = date("2026-12-31");
        assert_eq!((last.year(), last.month(), last.day()), (2026, 12, 31));
        for text in [
            "31-12-2026",
            "31/12/2026",
            "31 Desember 2026",
            " 31  desember 2026 ",
            "31 Des 2026",
            "2026-12-31T23:59:00+07:00",
        ] {
            assert_eq!(date(text), last, "{text}");
        }
        assert_eq!(date("1/2/2026"), date("2026-02-01"), "the day comes before the month");
        assert_eq!(date("9 nop 2026"), date("9 November 2026"));
        assert_eq!(date("9 Agt 2026"), date("9 Agustus 2026"));
        assert_eq!(Date::read("9 De 2026"), None, "two letters are no month");
        for (at, name) in MONTHS.iter().enumerate() {
            assert_eq!(date(&format!("9 {name} 2026")), date(&format!("2026-{:02}-09", at + 1)));
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "besok",
            "2026",
            "12-2026",
            "31-12-26",
            "2026-13-01",
            "2026-00-10",
            "2026-02-29",
            "31-04-2026",
            "0-1-2026",
            "0000-01-01",
            "1 Jn 2026",
            "+1-1-2026",
            "2026-12-31-1",
            "T",
            "31-12-20266",
        ] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        assert_eq!(
            (date("2024-02-29").day(), Date::read("1900-02-29"), date("2000-02-29").day()),
            (29, None, 29)
        );
    }

    #[test]
    fn days_are_counted_one_by_one_over_four_hundred_years() {
        let mut before = date("1999-12-31");
        let mut count = 0;
        for year in 2000..2400 {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(now) = Date::read(&format!("{year:04}-{month:02}-{day:02}")) {
                        assert_eq!(now.days_from(before), 1, "{now:?}");
                        assert!(now > before);
                        (before, count) = (now, count + 1);
                    }
                }
            }
        }
        assert_eq!(count, 146_097);
        assert_eq!(date("2026-11-21").days_from(date("2026-12-31")), -40);
    }
}
