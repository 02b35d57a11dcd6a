//! JSON as text: compact, and laid out for people.
//!
//! Invariant: the same tree always gives the same bytes, and reading them gives the same tree.

use super::Json;

impl Json {
    /// The value on one line, without spaces.
    #[must_use]
    pub fn compact(&self) -> String {
        let mut out = String::new();
        write(self, &mut out, None);
        out
    }

    /// The value over many lines, two spaces a step, without a line end at the end.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        write(self, &mut out, Some(0));
        out
    }
}

/// Writes a value; `indent` is how many steps it stands in, none for compact.
fn write(json: &Json, out: &mut String, indent: Option<usize>) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(text) => out.push_str(text),
        Json::Text(text) => quoted(text, out),
        Json::List(items) => {
            let inner = indent.map(|steps| steps + 1);
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                separate(at, out, inner);
                write(item, out, inner);
            }
            close(']', items.is_empty(), out, indent);
        }
        Json::Object(members) => {
            let inner = indent.map(|steps| steps + 1);
            out.push('{');
            for (at, (name, value)) in members.iter().enumerate() {
                separate(at, out, inner);
                quoted(name, out);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                write(value, out, inner);
            }
            close('}', members.is_empty(), out, indent);
        }
    }
}

fn separate(at: usize, out: &mut String, indent: Option<usize>) {
    if at > 0 {
        out.push(',');
    }
    line(out, indent);
}

fn close(bracket: char, empty: bool, out: &mut String, indent: Option<usize>) {
    if !empty {
        line(out, indent);
    }
    out.push(bracket);
}

fn line(out: &mut String, indent: Option<usize>) {
    if let Some(steps) = indent {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", steps));
    }
}

/// A text in quotes, escaped as RFC 8785 asks.
pub(super) fn quoted(text: &str, out: &mut String) {
    out.push('"');
    // All of the letters that are escaped are ASCII: what stands between them is whole.
    let mut rest = text;
    let escaped = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    while let Some((plain, behind)) = rest.bytes().position(escaped).and_then(|at| rest.split_at_checked(at))
    {
        out.push_str(plain);
        let mut letters = behind.chars();
        let letter = letters.next().unwrap_or_default();
        rest = letters.as_str();
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                let code = u32::from(letter);
                out.extend([code >> 4, code & 15].into_iter().filter_map(|half| char::from_digit(half, 16)));
            }
            _ => out.push(letter),
        }
    }
    out.push_str(rest);
    out.push('"');
}
