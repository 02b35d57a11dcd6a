//! What was ticked in interviews and on walks.
//!
//! Invariant: what does not have this shape is kept as it is and refuses nothing: the member came later.

use super::SHORT;
use super::answers::MAX_PARTS;
use crate::domain::assessment::{Answer, Kept, Ticks};
use crate::domain::problem::Kind;
use crate::format::json::Json;
use crate::format::shape::{Fields, Found};

/// The ticks of an answer.
pub fn ticks(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Ticks {
    let Some(json) = fields.member("ticks") else { return Ticks::new() };
    if let Some(ticks) = read(json) {
        return ticks;
    }
    fields.take("ticks", Kind::WrongType("object"), found);
    kept.push(("ticks".into(), json.compact().into()));
    Ticks::new()
}

fn read(json: &Json) -> Option<Ticks> {
    let Json::Object(members) = json else { return None };
    // Counted first: each tick looks through those before it.
    if members.iter().map(|(_, list)| list.items().len()).sum::<usize>() > MAX_PARTS {
        return None;
    }
    let mut answer = Answer::default();
    for (sample, list) in members {
        let Json::List(list) = list else { return None };
        for item in list {
            let text = item.as_text().filter(|text| text.chars().count() <= SHORT)?;
            answer.tick(&sample.as_str().into(), &text.into(), true);
        }
    }
    Some(answer.ticks)
}

/// The same as a file has it: lists by sample id.
pub fn written(ticks: &Ticks) -> Json {
    let mut members: Vec<(String, Json)> = Vec::new();
    for (sample, what) in ticks {
        match members.last_mut() {
            Some((last, Json::List(list))) if **last == **sample => list.push(Json::text(what)),
            _ => members.push((sample.to_string(), Json::List(vec![Json::text(what)]))),
        }
    }
    Json::Object(members)
}
