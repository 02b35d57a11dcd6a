//! Numbers as people write and read them: with a decimal comma.
//!
//! Invariant: a text is read only where it can mean one number; `1.234,5` means two and is refused.

use crate::domain::extremes::Ratio;
use crate::domain::number::{Decimal, DecimalError, Score};
use crate::domain::whole::Whole;
use crate::domain::workings::places;

/// Most bytes of the lower term of a fraction that is written out.
const LONGEST: usize = 64;

/// Reads `78,34` or `78.34`; blanks around it do not matter.
///
/// # Errors
/// [`DecimalError`] where the text is no number, could be read in two ways, or cannot be held.
pub fn read_comma(text: &str) -> Result<Decimal, DecimalError> {
    let text = text.trim();
    let separators = text.bytes().filter(|byte| matches!(byte, b',' | b'.')).count();
    let sound = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-');
    if separators > 1 || !text.bytes().all(sound) {
        return Err(DecimalError::NotANumber);
    }
    Decimal::parse(&text.replace(',', "."))
}

/// A number as the page shows it: `78,34`.
#[must_use]
pub fn show(number: impl Into<Decimal>) -> String {
    number.into().to_string().replace('.', ",")
}

/// A score as tables show it, always with two places: `78,30`.
#[must_use]
pub fn show_places(score: Score) -> String {
    let (sign, size) = (if score.hundredths() < 0 { "-" } else { "" }, score.hundredths().unsigned_abs());
    format!("{sign}{},{:02}", size / 100, size % 100)
}

/// An exact figure to four places, half up, and where those do not say it whole, the fraction that does; empty where
/// that is beyond all measure.
#[must_use]
pub fn told(ratio: &Ratio) -> (Decimal, Option<String>) {
    let shown = places(ratio);
    let ratio = ratio.reduced();
    let units = Whole::from(shown.ten_thousandths());
    if &ratio.num * &Whole::from(10_000_u64) == &ratio.den * &units {
        return (shown, None);
    }
    let fits = ratio.den.size() <= LONGEST;
    (shown, Some(if fits { format!("{}/{}", ratio.num, ratio.den) } else { String::new() }))
}

/// An exact figure as files write it: `18.75` or `395/21`; a figure beyond all measure as `~18.8095`.
#[must_use]
pub fn exact(ratio: &Ratio) -> String {
    match told(ratio) {
        (shown, None) => shown.to_string(),
        (shown, Some(fraction)) if fraction.is_empty() => format!("~{shown}"),
        (_, Some(fraction)) => fraction,
    }
}

impl From<Score> for Decimal {
    fn from(score: Score) -> Self {
        score.decimal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comma_and_point_read_alike_and_two_of_them_not_at_all() {
        let read = |text: &str| read_comma(text).map(|number| number.to_string());
        assert_eq!(read("78,34").as_deref(), Ok("78.34"));
        assert_eq!(read(" 78.34 ").as_deref(), Ok("78.34"));
        assert_eq!(read("078").err(), Some(DecimalError::NotANumber));
        for text in ["1.234,5", "1,234.5", "1,2,3", "", "abc", "7e1", "78,", ",5", "7 8", "+1", "NaN"] {
            assert_eq!(read(text), Err(DecimalError::NotANumber), "{text}");
        }
        assert_eq!(read("1,00001"), Err(DecimalError::TooPrecise));
    }

    #[test]
    fn numbers_are_shown_with_a_comma() {
        assert_eq!(show(Score::from_hundredths(7834)), "78,34");
        assert_eq!(show(Decimal::whole(90)), "90");
        assert_eq!(show_places(Score::from_hundredths(8780)), "87,80");
        assert_eq!(show_places(Score::from_hundredths(-5)), "-0,05");
    }

    #[test]
    fn what_four_places_cannot_say_is_a_fraction_in_lowest_terms() {
        let said = |num: u64, den: u64| exact(&Ratio { num: num.into(), den: den.into() });
        assert_eq!(
            [said(75, 4), said(790, 42), said(0, 7), said(1, 10_001)],
            ["18.75", "395/21", "0", "1/10001"]
        );
        let long = (0..40).fold(Whole::from(1_u64), |long, _| &long * &Whole::from(4_294_967_291_u64));
        assert_eq!(exact(&Ratio { num: &long + &Whole::from(1_u64), den: long }), "~1");
    }
}
