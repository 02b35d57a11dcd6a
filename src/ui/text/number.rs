//! Numbers and dates as Indonesian readers write them: `78,34`, `21 November 2026`.
//!
//! Invariant: nothing here depends on the language or the time zone of the browser.

use crate::domain::date::{Date, MONTHS};
use crate::domain::extremes::Ratio;
use crate::domain::number::{Range, Score};
use crate::domain::workings;

use crate::format::wording::seen;

pub use crate::format::number::{show as decimal, show_places as score};

/// Both ends of a range: `57,98 – 93,40`; once where they are one.
pub fn range(range: Range) -> String {
    if range.low == range.high { score(range.low) } else { ends(range) }
}

/// Both ends of a range, also where they are one: so that it is never taken for a figure that is known.
pub fn ends(range: Range) -> String {
    format!("{} – {}", score(range.low), score(range.high))
}

/// All weight there is.
pub const ALL: &str = "100%";

/// An exact figure to four places, of which two always stand: `4,7025`, `75,00`.
pub fn exact(value: &Ratio) -> String {
    let value = workings::places(value);
    if value.ten_thousandths() % 100 == 0 { score(Score::rounded(value)) } else { decimal(value) }
}

/// A part of 1 in percent: `6,27%`.
pub fn percent(part: &Ratio) -> String {
    format!("{}%", decimal(workings::percent(part)))
}

/// A score as a place on a scale, in percent for an SVG attribute: `78.34%`.
pub fn place(at: Score, maximum: Score) -> String {
    let parts = at.hundredths().clamp(0, maximum.hundredths()) * 10_000 / maximum.hundredths().max(1);
    format!("{}.{:02}%", parts / 100, parts % 100)
}

/// The distance between two scores as a part of a scale, in percent for an SVG attribute.
pub fn stretch(low: Score, high: Score, maximum: Score) -> String {
    place(Score::from_hundredths((high.hundredths() - low.hundredths()).max(0)), maximum)
}

/// A day such as `2026-11-21`, or that of a time: `21 November 2026`. Anything else comes back as it may be
/// shown.
pub fn date(text: &str) -> String {
    match Date::read(text) {
        Some(date) => {
            let month = MONTHS.get(usize::from(date.month() - 1)).copied().unwrap_or_default();
            format!("{} {month} {}", date.day(), date.year())
        }
        None => seen(text),
    }
}

/// Hours and minutes of such a time: `10.42`.
pub fn clock(time: &str) -> String {
    time.get(11..16).unwrap_or_default().replace(':', ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_has_its_name_whatever_the_offset() {
        for (at, name) in MONTHS.iter().enumerate() {
            for offset in ["+07:00", "+08:00", "+09:00"] {
                let time = format!("2026-{:02}-21T23:59:00{offset}", at + 1);
                assert_eq!(date(&time), format!("21 {name} 2026"));
            }
        }
        assert_eq!(date("kemarin"), "kemarin");
        assert_eq!(date("besok\u{202e}"), "besok\\u{202e}");
    }
}
