//! What is typed in the boxes of a form and is no part of the assessment yet, as one text to be held.
//!
//! Invariant: what is written reads back the same; boxes are of one line.

use crate::domain::Text;
use crate::domain::map::Map;

/// The form of the official result.
pub const OFFICIAL: &str = "official";
/// The form of the survey.
pub const SURVEY: &str = "survey";
/// The form of a new share.
pub const SHARE: &str = "share";
/// All of them.
pub const FORMS: [&str; 3] = [OFFICIAL, SURVEY, SHARE];

/// A line a box: its id, then what is typed.
pub fn written(boxes: &Map<Text>) -> String {
    let mut text = String::new();
    for (id, typed) in boxes.iter() {
        for part in [id, "\t", typed, "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// The boxes of such a text.
pub fn read(text: &str) -> Map<Text> {
    let mut boxes = Map::new();
    for (id, typed) in text.lines().filter_map(|line| line.split_once('\t')) {
        boxes.insert(id.into(), typed.into());
    }
    boxes
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn boxes_read_back_as_they_were_typed_blank_ones_too() {
        let mut boxes = super::Map::new();
        for (id, typed) in [("skm-0", "83,19"), ("skm-2", "a\tb"), ("official-score", "")] {
            boxes.insert(id.into(), typed.into());
        }
        assert_eq!(read(&written(&boxes)), boxes);
        assert!(read("").is_empty());
    }
}
