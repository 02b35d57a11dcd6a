//! What was ticked in interviews and on walks.
//!
//! Invariant: what does not have this shape is kept as it is and refuses nothing: the member came later.

use super::SHORT;
use super::answers::MAX_PARTS;
use crate::domain::Text;
use crate::domain::assessment::Kept;
use crate::domain::map::Map;
use crate::domain::problem::Kind;
use crate::format::json::Json;
use crate::format::shape::{Fields, Found};

/// The ticks of an answer by sample id, empty for the answer as a whole.
pub fn ticks(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Map<Vec<Text>> {
    let Some(json) = fields.member("ticks") else { return Map::new() };
    if let Some(ticks) = read(json) {
        return ticks;
    }
    fields.take("ticks", Kind::WrongType("object"), found);
    kept.push(("ticks".into(), json.compact().into()));
    Map::new()
}

fn read(json: &Json) -> Option<Map<Vec<Text>>> {
    let Json::Object(members) = json else { return None };
    let mut ticks = Map::new();
    for (sample, list) in members {
        let Json::List(list) = list else { return None };
        let texts: Vec<Text> =
            list.iter().map(|item| item.as_text().map(Text::from)).collect::<Option<_>>()?;
        if texts.len() > MAX_PARTS || texts.iter().any(|text| text.chars().count() > SHORT) {
            return None;
        }
        ticks.insert(sample.as_str().into(), texts);
    }
    (ticks.len() <= MAX_PARTS).then_some(ticks)
}

/// The same as a file has it.
pub fn written(ticks: &Map<Vec<Text>>) -> Json {
    let list = |texts: &Vec<Text>| Json::List(texts.iter().map(|text| Json::text(text)).collect());
    Json::Object(ticks.iter().map(|(sample, texts)| (sample.to_string(), list(texts))).collect())
}
