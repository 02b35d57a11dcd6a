//! Exact numbers and days as workbooks hold them, and back.
//!
//! Invariant: a number of at most four places comes back as it was.

use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::format::sheet::Cell;

/// Days from the day a workbook counts from to the first of March of the year 0.
const EPOCH: i64 = 693_899;
/// How much later workbooks of old Macintoshes begin to count.
const MACINTOSH: i64 = 1_462;

/// The number that comes nearest. Both terms are exact, and a quotient is rounded once.
#[expect(clippy::cast_precision_loss, reason = "a decimal has at most 10^13 of its parts")]
pub fn float(number: Decimal) -> f64 {
    number.ten_thousandths() as f64 / 10_000.0
}

/// The number of a day.
#[expect(clippy::cast_precision_loss, reason = "days of ten thousand years")]
pub fn serial(day: Date) -> f64 {
    Date::read("1899-12-30").map_or(0, |first| day.days_from(first)) as f64
}

/// A number as it stands in a workbook: to fifteen digits, as spreadsheets show it; as a text where it is none of ours.
pub fn number(text: &str) -> Cell {
    let Some(float) = text.trim().parse::<f64>().ok().filter(|float| float.is_finite()) else {
        return Cell::text(text);
    };
    let exact = Decimal::parse(&format!("{float:.14e}"));
    exact.map_or_else(|_| Cell::text(&float.to_string().replace('.', ",")), Cell::Number)
}

/// The day that a number stands for; the number itself where that is none.
pub fn day(text: &str, macintosh: bool) -> Cell {
    let whole = text.trim().split(['.', 'e', 'E']).next().and_then(|days| days.parse::<i64>().ok());
    let days = whole.filter(|days| (1..3_000_000).contains(days) && !text.contains(['e', 'E']));
    let day = days.and_then(|days| date(days + EPOCH + if macintosh { MACINTOSH } else { 0 }));
    day.map_or_else(|| number(text), Cell::Day)
}

/// The day that lies so many days after the first of March of the year 0. Years are counted from March.
fn date(days: i64) -> Option<Date> {
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Date::read(&format!("{:04}-{month:02}-{day:02}", era * 400 + year + next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_there_and_back() {
        for text in ["1901-01-01", "1999-12-31", "2000-02-29", "2026-11-22", "2100-03-01", "9999-12-31"] {
            let there = serial(Date::read(text).unwrap());
            assert_eq!(day(&there.to_string(), false), Cell::day(text), "{text}");
        }
        assert_eq!(day("46348.75", false), Cell::day("2026-11-22"), "the time of day is left out");
        assert_eq!(day("44886", true), Cell::day("2026-11-22"), "old Macintoshes count from 1904");
        assert_eq!(day("-3", false), Cell::Number(Decimal::whole(-3)));
        assert_eq!(day("1e300", false), number("1e300"));
    }

    #[test]
    fn numbers_are_read_to_what_spreadsheets_show() {
        let four = |units| Cell::Number(Decimal::from_ten_thousandths(units));
        for (text, read) in [
            ("9.1999999999999993", four(92_000)),
            ("0.30000000000000004", four(3_000)),
            ("6.0E1", four(600_000)),
            ("-0", four(0)),
            ("0.33333333333333331", Cell::text("0,3333333333333333")),
            ("812345678901", Cell::text("812345678901")),
            ("NaN", Cell::text("NaN")),
            ("", Cell::Empty),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
        for units in [1, 25_000, 9_999_999, -12_345] {
            assert_eq!(number(&float(Decimal::from_ten_thousandths(units)).to_string()), four(units));
        }
    }
}
