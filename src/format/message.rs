//! What the site around the page is told. `docs/embedding.md` describes each message.
//!
//! Invariant: no message but [`result`] holds an answer or a name.

use super::json::Json;

/// The name of an event, and what it says, as JSON.
pub type Message = (&'static str, String);

/// Whether leaving now would lose work.
#[must_use]
pub fn dirty(dirty: bool) -> Message {
    ("swanilai:dirty", ["{\"dirty\":", if dirty { "true" } else { "false" }, "}"].concat())
}

/// How many indicators are answered, and of how many.
#[must_use]
pub fn progress(answered: usize, total: usize) -> Message {
    let (answered, total) = (answered.to_string(), total.to_string());
    ("swanilai:progress", ["{\"answered\":", &answered, ",\"total\":", &total, "}"].concat())
}

/// What the result reads as, where that can be said: id of the category, word of the zone.
#[must_use]
pub fn zone(category: Option<&str>, zone: Option<&str>) -> Message {
    ("swanilai:zonechange", ["{\"category\":", &word(category), ",\"zone\":", &word(zone), "}"].concat())
}

/// Something did not work: one word.
#[must_use]
pub fn error(reason: &str) -> Message {
    ("swanilai:error", ["{\"reason\":", &word(Some(reason)), "}"].concat())
}

/// The document, because a person let it go; it is JSON already.
#[must_use]
pub fn result(document: &str) -> Message {
    ("swanilai:result", ["{\"document\":", document, "}"].concat())
}

fn word(word: Option<&str>) -> String {
    word.map_or(Json::Null, Json::text).compact()
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
