//! Numbers as people write and read them: with a decimal comma.
//!
//! Invariant: a text is read only where it can mean one number; `1.234,5` means two and is refused.

use crate::domain::number::{Decimal, DecimalError, Score};

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
}
