//! Times of change, so that one file can be said to be newer than another.
//!
//! Invariant: a value is a time of the calendar with its offset taken into account; what is none is not read.

use crate::domain::date::Date;

/// A time in seconds, counted from the first day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// Reads `2026-11-21T10:42:00+07:00`, also with parts of a second, with `Z`, or without seconds; a day alone is
    /// its beginning. Without offset it is taken as it stands.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let first = Date::read("0001-01-01")?;
        let day = Date::read(text)?.days_from(first) * 86_400;
        let Some((_, time)) = text.split_once('T') else { return Some(Self(day)) };
        let (clock, offset) = match time.find(['+', '-', 'Z']) {
            Some(at) => (time.get(..at)?, time.get(at..)?),
            None => (time, ""),
        };
        Some(Self(day + seconds(clock)? - shift(offset)?))
    }
}

/// Hours and minutes, and seconds where they are given, in seconds.
fn seconds(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let hours = below(parts.next()?, 24)? * 3_600;
    let minutes = below(parts.next()?, 60)? * 60;
    let seconds = parts.next().map_or(Some(0), |part| below(part.split('.').next().unwrap_or(part), 61))?;
    parts.next().is_none().then_some(hours + minutes + seconds)
}

/// What an offset such as `+07:00` adds, in seconds.
fn shift(offset: &str) -> Option<i64> {
    let (sign, rest) = match offset.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, offset.strip_prefix('+').unwrap_or("")),
    };
    if rest.is_empty() {
        return matches!(offset, "" | "Z").then_some(0);
    }
    let (hours, minutes) = rest.split_once(':').or_else(|| rest.split_at_checked(2))?;
    Some(sign * (below(hours, 24)? * 3_600 + below(minutes, 60)? * 60))
}

/// Two digits that stay below a limit.
fn below(digits: &str, limit: i64) -> Option<i64> {
    let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && *number < limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_time_in_two_zones_is_the_same_time_and_a_second_later_is_later() {
        let read = |text| Moment::read(text).unwrap();
        assert_eq!(read("2026-11-21T10:42:00+07:00"), read("2026-11-21T03:42:00Z"));
        assert_eq!(read("2026-11-21T10:42:00.123+07:00"), read("2026-11-21T12:42+09:00"));
        assert_eq!(read("2026-01-01T01:00:00+07:00"), read("2025-12-31T18:00:00-00:00"));
        assert!(read("2026-11-21T10:42:01+07:00") > read("2026-11-21T10:42:00+07:00"));
        assert!(read("2026-11-21T23:00:00-05:00") > read("2026-11-22T00:00:00+09:00"));
        assert_eq!(read("2026-11-21"), read("2026-11-21T00:00:00Z"));
    }

    #[test]
    fn what_is_no_time_is_not_read() {
        for text in [
            "",
            "besok",
            "2026-11-21T",
            "2026-11-21T25:00",
            "2026-11-21T1:00",
            "2026-11-21T10:42+7",
            "T10:00",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
