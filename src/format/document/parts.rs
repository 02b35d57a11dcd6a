//! Shares, which share a document is, and answers that wait for a choice.
//!
//! Invariant: what is no such thing is kept as it is, and refuses nothing.

use std::cell::RefCell;
use std::rc::Rc;

use super::encode::{Out, answer};
use super::{MAX_ANSWERS, SHORT, answers, later, members};
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Kept};
use crate::domain::map::Map;
use crate::domain::merge::{Conflict, Heard, MAX_HELD};
use crate::domain::part::{MAX_PARTS, Part};
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::format::json::{Json, item, shown};
use crate::format::shape::{Fields, Found};

/// Name of the member that says which share a document is.
pub const PART: &str = "part";
/// Name of the member for the shares.
pub const PARTS: &str = "parts";
/// Name of the member for answers that wait for a choice.
pub const CONFLICTS: &str = "conflicts";
/// Most indicators of which something is held, and most answers to one of them that are read of one kind.
const MOST: (usize, usize) = MAX_HELD;

/// Which share it is; empty where it is the whole.
pub fn part(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Text {
    let Some(json) = fields.member(PART) else { return Text::default() };
    match json.as_text().filter(|text| !text.is_empty()) {
        Some(text) => text.into(),
        None => {
            fields.take(PART, Kind::WrongType("text"), found);
            kept.push((PART.into(), json.compact().into()));
            Text::default()
        }
    }
}

/// The shares, in the order of the file.
pub fn parts(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Vec<Part> {
    later::items_by_id(fields, PARTS, MAX_PARTS, kept, found, &|one, found| {
        if one.list("indicators", found).len() > MAX_ANSWERS {
            one.refuse("indicators", Kind::TooMany(MAX_ANSWERS), found);
        }
        Part {
            id: one.text("id", SHORT, found),
            by: one.text("by", SHORT, found),
            indicators: one.texts("indicators", SHORT, found),
            sent: one.text_or_empty("sent", SHORT, found),
            returned: one.text_or_empty("returned", SHORT, found),
            kept: one.kept(members::PART, &[], found),
        }
    })
}

/// What waits for a choice, by indicator id; at most one for each.
pub fn conflicts(
    fields: &Fields<'_>,
    rubric: &Rubric,
    assessment: &mut Assessment,
    found: &mut Found,
) -> Map<Conflict> {
    let mut kept = Vec::new();
    let seen = RefCell::<Map<()>>::default();
    let read = later::items(fields, CONFLICTS, MOST.0, &mut kept, found, &|one, found| {
        let id = one.text("indicator", SHORT, found);
        if seen.borrow().contains_key(&id) {
            one.refuse("indicator", Kind::DuplicateId(shown(&id)), found);
        }
        let mut list = |name: &str| given(one, name, &id, rubric, assessment, found);
        let (answers, aside, beneath) = (list("answers"), list("aside"), list("beneath"));
        let heard = heard(one, found);
        let conflict =
            Conflict { answers, aside, beneath, heard, kept: one.kept(members::CONFLICT, &[], found) };
        // What is refused takes no place.
        if found.refused.is_empty() {
            seen.borrow_mut().insert(id.clone(), ());
        }
        (id, conflict)
    });
    assessment.kept.append(&mut kept);
    read.into_iter().collect()
}

/// Answers to one indicator.
fn given(
    fields: &Fields<'_>,
    name: &str,
    id: &str,
    rubric: &Rubric,
    assessment: &Assessment,
    found: &mut Found,
) -> Vec<Rc<Answer>> {
    let items = fields.list(name, found);
    if items.len() > MOST.1 {
        fields.refuse(name, Kind::TooMany(MOST.1), found);
        return Vec::new();
    }
    let mut given = Vec::new();
    for (at, json) in items.iter().enumerate() {
        let one = Fields::of(json, item(&fields.path(name), at), found);
        let answer = match rubric.indicator(id) {
            Some((_, indicator)) => {
                answers::known(&one, rubric, indicator, assessment, members::ANSWER, found)
            }
            None => answers::unknown(&one, id, found),
        };
        given.push(Rc::new(answer));
    }
    given
}

/// When each post last answered.
fn heard(fields: &Fields<'_>, found: &mut Found) -> Vec<Heard> {
    let items = fields.list("heard", found);
    if items.len() > MOST.1 {
        fields.refuse("heard", Kind::TooMany(MOST.1), found);
    }
    let mut heard = Vec::new();
    for (at, json) in items.iter().enumerate() {
        let one = Fields::of(json, item(&fields.path("heard"), at), found);
        heard.push(Heard {
            by: one.text_or_empty("by", SHORT, found),
            at: one.text_or_empty("at", SHORT, found),
            settled: one.flag("settled", false, found),
            kept: one.kept(members::HEARD, &[], found),
        });
    }
    heard
}

/// A share, as it is written.
pub fn written(part: &Part) -> Json {
    let mut out = Out::new(&part.kept);
    out.put("id", Json::text(&part.id));
    out.put("by", Json::text(&part.by));
    out.put("indicators", Json::List(part.indicators.iter().map(|id| Json::text(id)).collect()));
    out.text("sent", &part.sent);
    out.text("returned", &part.returned);
    out.done()
}

/// What waits for a choice, as it is written.
pub fn conflict((id, conflict): (&Text, &Conflict)) -> Json {
    let mut out = Out::new(&conflict.kept);
    out.put("indicator", Json::text(id));
    let lists = [("answers", &conflict.answers), ("aside", &conflict.aside), ("beneath", &conflict.beneath)];
    for (name, list) in lists {
        let list: Vec<Json> = list.iter().map(|one| answer(one, Vec::new())).collect();
        out.put_if(!list.is_empty(), name, Json::List(list));
    }
    let heard: Vec<Json> = conflict.heard.iter().map(last).collect();
    out.put_if(!heard.is_empty(), "heard", Json::List(heard));
    out.done()
}

/// When a post last answered, as it is written.
fn last(heard: &Heard) -> Json {
    let mut out = Out::new(&heard.kept);
    out.text("by", &heard.by);
    out.text("at", &heard.at);
    out.put_if(heard.settled, "settled", Json::Bool(true));
    out.done()
}
