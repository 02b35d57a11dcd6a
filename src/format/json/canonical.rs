//! The canonical form of RFC 8785 (JCS), by text alone.
//!
//! Invariant: equal data give equal bytes. Numbers take the form ECMAScript gives them; those of more
//! than 15 significant digits keep their digits, which is the same for every number that a program
//! writing shortest doubles has written.

use super::Json;
use super::write::quoted;
use crate::domain::order::sorted;

/// The largest whole number that every reader of JSON holds exactly, 2^53.
const LARGEST: &str = "9007199254740992";

/// The canonical text of a value.
#[must_use]
pub fn canonical(json: &Json) -> String {
    let mut out = String::new();
    write(json, &mut out);
    out
}

fn write(json: &Json, out: &mut String) {
    match json {
        Json::Null | Json::Bool(_) => out.push_str(&json.compact()),
        Json::Number(text) => out.push_str(&number(text).unwrap_or_else(|| text.clone())),
        Json::Text(text) => quoted(text, out),
        Json::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Json::Object(members) => write_members(members, "", out),
    }
}

/// The canonical text of an object, as if it had no member of this name.
#[must_use]
pub fn canonical_without(name: &str, json: &Json) -> String {
    let mut out = String::new();
    write_members(json.members(), name, &mut out);
    out
}

fn write_members(members: &[(String, Json)], without: &str, out: &mut String) {
    let sorted = sorted(members, |(one, _), (other, _)| {
        // In ASCII both orders are the same.
        if one.is_ascii() && other.is_ascii() {
            return one.cmp(other);
        }
        one.encode_utf16().cmp(other.encode_utf16())
    });
    out.push('{');
    let begin = out.len();
    for (name, value) in sorted.into_iter().filter(|(name, _)| without.is_empty() || name != without) {
        if out.len() > begin {
            out.push(',');
        }
        quoted(name, out);
        out.push(':');
        write(value, out);
    }
    out.push('}');
}

/// Whether [`number`] gives a number a form. Most are short and whole or plain decimals, and are told by their length.
#[must_use]
pub fn carried(text: &str) -> bool {
    (text.len() <= 15 && !text.contains(['e', 'E'])) || number(text).is_some()
}

/// A JSON number in the form ECMAScript gives it; none where a double cannot carry it, or where whole
/// numbers are no longer exact (beyond 2^53).
#[must_use]
pub fn number(text: &str) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{places}");
    let significant = all.trim_start_matches('0');
    let leading = all.len() - significant.len();
    let digits = significant.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    // The value is 0.digits times ten to the point.
    let point = i64::try_from(whole.len()).ok()? - i64::try_from(leading).ok()?;
    let point = point.checked_add(exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?)?;
    if !(-306..=16).contains(&point) {
        return None;
    }
    let length = i64::try_from(digits.len()).ok()?;
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    // At 16 places before the point, texts of digits compare as numbers do; a fraction makes it larger.
    if point == 16 && (digits.to_owned() + &zeros(16 - length)).as_str() > LARGEST {
        return None;
    }
    let cut = |at: i64| digits.split_at_checked(usize::try_from(at).unwrap_or(0)).unwrap_or((digits, ""));
    Some(if length <= point {
        format!("{sign}{digits}{}", zeros(point - length))
    } else if point > 0 {
        let (whole, places) = cut(point);
        format!("{sign}{whole}.{places}")
    } else if point > -6 {
        format!("{sign}0.{}{digits}", zeros(-point))
    } else {
        let (first, rest) = cut(1);
        let dot = if rest.is_empty() { "" } else { "." };
        format!("{sign}{first}{dot}{rest}e{}", point - 1)
    })
}
