//! Exact numbers: decimals of four places as files write them, and scores in hundredths.
//!
//! Invariant: nothing here is a float, and nothing rounds except [`Score::from_ratio`], once, half up.

use std::fmt;

use super::whole::Whole;

/// A decimal of at most four places, held in ten-thousandths, between -1,000,000,000 and 1,000,000,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not a JSON number at all (`NaN`, `1.`, `0x2`, an empty text).
    NotANumber,
    /// More than four places that are not zero.
    TooPrecise,
    /// Beyond one thousand million either way.
    OutOfRange,
}

/// Ten-thousandths in one.
const UNIT: i64 = 10_000;
/// The largest whole number a [`Decimal`] takes.
const LARGEST: i64 = 1_000_000_000;

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self(0);

    /// The decimal that holds this many ten-thousandths.
    #[must_use]
    pub const fn from_ten_thousandths(units: i64) -> Self {
        Self(units)
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * UNIT)
    }

    /// The value in ten-thousandths.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// Reads a number written by the grammar of JSON, exactly; `90.0`, `90` and `9e1` are equal.
    ///
    /// # Errors
    /// [`DecimalError`] where the text is no number, needs more than four places, or is out of range.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let dangling = mantissa.contains('.') && places.is_empty();
        let padded = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || dangling || padded || !all_digits(whole) || !all_digits(places) {
            return Err(DecimalError::NotANumber);
        }
        let units = shifted(whole, places, exponent)?;
        Ok(Self(if negative { -units } else { units }))
    }
}

/// The exponent of a JSON number; what lies far outside is clamped, for it decides nothing further.
fn exponent_of(text: &str) -> Result<i32, DecimalError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DecimalError::NotANumber);
    }
    let size = digits.parse::<i32>().unwrap_or(i32::MAX).min(100_000);
    Ok(if text.starts_with('-') { -size } else { size })
}

/// `whole.places` times ten to the `exponent`, in ten-thousandths.
fn shifted(whole: &str, places: &str, exponent: i32) -> Result<i64, DecimalError> {
    let digits = format!("{whole}{places}");
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    // Where the decimal point of the ten-thousandths falls within `digits`.
    let point = i64::try_from(whole.len()).unwrap_or(i64::MAX) + i64::from(exponent) + 4;
    let leading = i64::try_from(digits.len() - significant.len()).unwrap_or(i64::MAX);
    let kept = point - leading;
    if kept > 14 {
        return Err(DecimalError::OutOfRange);
    }
    let kept = usize::try_from(kept.max(0)).unwrap_or(0);
    let (inside, outside) = significant.split_at_checked(kept).unwrap_or((significant, ""));
    if outside.bytes().any(|digit| digit != b'0') {
        return Err(DecimalError::TooPrecise);
    }
    let mut units: i64 = 0;
    for digit in inside.bytes() {
        units = units * 10 + i64::from(digit - b'0');
    }
    for _ in inside.len()..kept {
        units *= 10;
    }
    if units > LARGEST * UNIT {
        return Err(DecimalError::OutOfRange);
    }
    Ok(units)
}

impl fmt::Display for Decimal {
    /// Writes the shortest JSON number that reads back equal.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let (whole, places) = (size / UNIT.unsigned_abs(), size % UNIT.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        if places == 0 {
            return write!(out, "{sign}{whole}");
        }
        let text = format!("{places:04}");
        write!(out, "{sign}{whole}.{}", text.trim_end_matches('0'))
    }
}

/// A result in hundredths of a point, rounded once: 78,34 is `Score::from_hundredths(7834)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i64);

impl Score {
    /// The score that holds this many hundredths.
    #[must_use]
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// The value in hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Rounds a decimal to hundredths, half up (77,995 becomes 78,00).
    #[must_use]
    pub const fn rounded(value: Decimal) -> Self {
        Self((value.0 + 50).div_euclid(100))
    }

    /// Rounds `num / den` points to hundredths, half up. What goes beyond all measure, and a denominator of
    /// nought, gives 0.
    #[must_use]
    pub fn from_ratio(num: &Whole, den: &Whole) -> Self {
        let doubled = &(num * &Whole::from(200_u64)) + den;
        let hundredths = doubled.times_of(&(den + den));
        Self(hundredths.and_then(|hundredths| i64::try_from(hundredths).ok()).unwrap_or(0))
    }

    /// The same number as a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        Decimal(self.0 * 100)
    }
}

impl fmt::Display for Score {
    /// Writes the shortest JSON number: `87.8`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(out)
    }
}

/// Two ends of what a score may be, low at most high.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The lowest the score can be.
    pub low: Score,
    /// The highest the score can be.
    pub high: Score,
}

impl Range {
    /// Hundredths between the ends.
    #[must_use]
    pub const fn width(self) -> Score {
        Score(self.high.0 - self.low.0)
    }

    /// Whether `score` lies within the ends.
    #[must_use]
    pub fn contains(self, score: Score) -> bool {
        self.low <= score && score <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_written_differently_read_alike() {
        for text in ["90", "90.0", "90.0000", "9e1", "9.0E+1", "900e-1"] {
            assert_eq!(Decimal::parse(text), Ok(Decimal::whole(90)), "{text}");
        }
        assert_eq!(Decimal::parse("-0"), Ok(Decimal::ZERO));
        assert_eq!(Decimal::parse("0.0001").map(Decimal::ten_thousandths), Ok(1));
        assert_eq!(Decimal::parse("0.10000000"), Ok(Decimal(1_000)));
    }

    #[test]
    fn what_is_no_number_or_too_much_of_one_is_refused_by_name() {
        for text in ["", "NaN", "1.", ".5", "+1", "01", "1e", "0x1", "1,5", "--1"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::NotANumber), "{text}");
        }
        assert_eq!(Decimal::parse("1.00001"), Err(DecimalError::TooPrecise));
        assert_eq!(Decimal::parse("1e-5"), Err(DecimalError::TooPrecise));
        assert_eq!(Decimal::parse("1e400"), Err(DecimalError::OutOfRange));
        assert_eq!(Decimal::parse("1000000000.0001"), Err(DecimalError::OutOfRange));
        assert_eq!(Decimal::parse("0e99999999999"), Ok(Decimal::ZERO));
    }

    #[test]
    fn decimals_are_written_shortest() {
        for (units, text) in [(900_000, "90"), (187_500, "18.75"), (-1, "-0.0001"), (0, "0")] {
            assert_eq!(Decimal(units).to_string(), text);
        }
    }

    #[test]
    fn halves_round_up_and_once() {
        let rounded = |text: &str| Decimal::parse(text).map(Score::rounded).map(Score::hundredths);
        assert_eq!(rounded("77.995"), Ok(7800));
        assert_eq!(rounded("77.9949"), Ok(7799));
        let ratio = |num: i64, den: i64| Score::from_ratio(&num.into(), &den.into());
        assert_eq!(ratio(1, 200), Score(1));
        assert_eq!(ratio(1, 201), Score(0));
        assert_eq!(ratio(2, 3), Score(67));
    }
}
