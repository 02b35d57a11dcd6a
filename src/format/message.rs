//! What the site around the page is told. `docs/embedding.md` describes each message.
//!
//! Invariant: no message but [`result`] holds an answer or a name.

use super::json::Json;

/// The name of an event, and what it says, as JSON.
pub type Message = (&'static str, String);

fn message(event: &'static str, members: Vec<(&str, Json)>) -> Message {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    (event, Json::Object(members).compact())
}

/// Whether leaving now would lose work.
#[must_use]
pub fn dirty(dirty: bool) -> Message {
    message("swanilai:dirty", vec![("dirty", Json::Bool(dirty))])
}

/// How many indicators are answered, and of how many.
#[must_use]
pub fn progress(answered: usize, total: usize) -> Message {
    let members = vec![("answered", Json::number(answered)), ("total", Json::number(total))];
    message("swanilai:progress", members)
}

/// What the result reads as, where that can be said: id of the category, word of the zone.
#[must_use]
pub fn zone(category: Option<&str>, zone: Option<&str>) -> Message {
    let word = |word: Option<&str>| word.map_or(Json::Null, Json::text);
    message("swanilai:zonechange", vec![("category", word(category)), ("zone", word(zone))])
}

/// Something did not work: one word.
#[must_use]
pub fn error(reason: &str) -> Message {
    message("swanilai:error", vec![("reason", Json::text(reason))])
}

/// The document, because a person let it go; it is JSON already.
#[must_use]
pub fn result(document: &str) -> Message {
    ("swanilai:result", ["{\"document\":", document, "}"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json::read_text;

    #[test]
    fn each_message_is_json_whatever_words_it_holds() {
        let said = [
            (dirty(true), r#"{"dirty":true}"#),
            (progress(3, 10), r#"{"answered":3,"total":10}"#),
            (zone(Some("A\"<"), None), r#"{"category":"A\"<","zone":null}"#),
            (error("refused"), r#"{"reason":"refused"}"#),
            (result("{\"a\": 1}\n"), "{\"document\":{\"a\": 1}\n}"),
        ];
        for ((event, detail), expected) in said {
            assert_eq!(detail, expected);
            assert!(read_text(&detail).is_ok(), "{detail}");
            assert!(event.starts_with("swanilai:"));
        }
    }
}
