//! The device's clock, read once a call.
//!
//! Invariant: times go inward as values; no other room asks what time it is.

use js_sys::Date as Moment;

use crate::domain::date::Date;

/// One moment, in the forms the app needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// `2026-11-21T20:54:23+07:00`, local with its offset.
    pub iso: String,
    /// `2026-11-21`, local.
    pub day: String,
    /// `10.42`, local, as a clock is written in Indonesian.
    pub clock: String,
    /// The local year.
    pub year: u16,
    /// Milliseconds since 1970, UTC.
    pub millis: u64,
}

/// What the device's clock says.
#[must_use]
pub fn now() -> Now {
    let date = Moment::new_0();
    let (hours, minutes) = (date.get_hours(), date.get_minutes());
    let day = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    let offset = offset(date.get_timezone_offset());
    Now {
        iso: format!("{day}T{hours:02}:{minutes:02}:{:02}{offset}", date.get_seconds()),
        day,
        clock: format!("{hours:02}.{minutes:02}"),
        year: u16::try_from(date.get_full_year()).unwrap_or(u16::MAX),
        millis: whole(date.get_time()),
    }
}

/// The local day.
#[must_use]
pub fn today() -> Option<Date> {
    Date::read(&now().day)
}

/// When `text` was, in milliseconds since 1970; none where it is no time.
#[must_use]
pub fn parse(text: &str) -> Option<u64> {
    let millis = Moment::parse(text);
    (millis >= 0.0).then(|| whole(millis))
}

/// `+07:00` from what `getTimezoneOffset` says, minutes west of Greenwich.
fn offset(west: f64) -> String {
    let sign = if west > 0.0 { '-' } else { '+' };
    let minutes = whole(west.abs());
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Casts saturate, and nothing is below zero or past 2^53 here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates by definition")]
const fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn offsets_are_written_east_positive() {
        assert_eq!(offset(-420.0), "+07:00");
        assert_eq!(offset(0.0), "+00:00");
        assert_eq!(offset(210.0), "-03:30");
    }
}
