//! The goal of an assessment and what its plan goes by: the member `plan`.
//!
//! Invariant: what stood here before the member had a meaning is kept: in place of a goal, and inside of one as
//! `unread`.

use super::decode::soft_word;
use super::encode::Out;
use super::{SHORT, later, members};
use crate::domain::Text;
use crate::domain::assessment::Kept;
use crate::domain::number::Decimal;
use crate::domain::plan::{Aim, By};
use crate::domain::problem::Kind;
use crate::domain::rubric::MAX_INDICATORS;
use crate::domain::wanted::{Wanted, effort};
use crate::format::json::{Json, shown};
use crate::format::rubric::STEP_KINDS;
use crate::format::shape::{Fields, Found, as_decimal, as_text};

/// Name of the member.
pub const NAME: &str = "plan";
const AIMS: &[(&str, Aim)] = &[("point", Aim::Point), ("low", Aim::Low)];
const BYS: &[(&str, By)] = &[("count", By::Count), ("effort", By::Effort)];

/// The goal, where there is one.
pub fn read(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> Option<Wanted> {
    later::one(fields, NAME, kept, found, &wanted)
}

fn wanted(fields: &Fields<'_>, found: &mut Found) -> Wanted {
    let mut kept = fields.kept(members::PLAN, &["unread"], found);
    let mut wanted = Wanted {
        target: fields.text_or_empty("target", SHORT, found),
        aim: soft_word(fields, "aim", AIMS, &mut kept, found),
        by: soft_word(fields, "by", BYS, &mut kept, found),
        each: fields.flag("each", false, found),
        locked: texts(fields, "locked", found),
        visit: fields.text_or_empty("visit", SHORT, found),
        kept,
        ..Wanted::default()
    };
    for word in texts(fields, "kinds", found) {
        match STEP_KINDS.iter().find(|(own, _)| *own == &*word) {
            Some((_, kind)) => wanted.kinds.push(*kind),
            None => fields.refuse("kinds", Kind::UnknownWord(shown(&word)), found),
        }
    }
    for (id, json, path) in each(fields, "ceilings", found) {
        if let Some(level) = as_decimal(json, &path, found) {
            wanted.ceilings.insert(id.into(), level);
        }
    }
    for (id, json, path) in each(fields, "efforts", found) {
        let typed = match json {
            Json::Number(number) => {
                let plain = Decimal::parse(number).ok().map(|number| number.to_string());
                let plain = plain.filter(|plain| effort(plain).is_some());
                if plain.is_none() {
                    found.take(&path, Kind::NumberOutOfRange);
                }
                Some(plain.as_ref().unwrap_or(number).as_str().into())
            }
            other => as_text(other, &path, SHORT, found),
        };
        if let Some(typed) = typed {
            wanted.efforts.insert(id.into(), typed);
        }
    }
    wanted
}

/// The texts of a list, at most one an indicator.
fn texts(fields: &Fields<'_>, name: &str, found: &mut Found) -> Vec<Text> {
    if fields.member(name).is_some_and(|list| list.items().len() > MAX_INDICATORS) {
        fields.refuse(name, Kind::TooMany(MAX_INDICATORS), found);
        return Vec::new();
    }
    fields.texts(name, SHORT, found)
}

/// The members of an object by indicator id, each with its path.
fn each<'a>(fields: &Fields<'a>, name: &str, found: &mut Found) -> Vec<(&'a str, &'a Json, String)> {
    let Some(all) = fields.object_or_none(name, found) else { return Vec::new() };
    // Counted first: each that is read looks for its place among those before it.
    if all.members().len() > MAX_INDICATORS {
        fields.refuse(name, Kind::TooMany(MAX_INDICATORS), found);
        return Vec::new();
    }
    all.members().iter().map(|(id, json)| (id.as_str(), json, all.path(id))).collect()
}

/// The goal as it is written, with what stood in its place and could not be read.
pub fn written(wanted: &Wanted, unread: Option<Json>) -> Json {
    let mut out = Out::new(&wanted.kept);
    out.text("target", &wanted.target);
    plain(&mut out, "aim", AIMS, wanted.aim);
    plain(&mut out, "by", BYS, wanted.by);
    out.put_if(wanted.each, "each", Json::Bool(true));
    let kind = |kind| STEP_KINDS.iter().find(|(_, own)| own == kind).map(|(word, _)| Json::text(word));
    let kinds = wanted.kinds.iter().filter_map(kind).collect();
    out.put_if(!wanted.kinds.is_empty(), "kinds", Json::List(kinds));
    let locked = wanted.locked.iter().map(|id| Json::text(id)).collect();
    out.put_if(!wanted.locked.is_empty(), "locked", Json::List(locked));
    let ceilings = wanted.ceilings.iter().map(|(id, level)| (id.to_string(), Json::number(*level))).collect();
    out.put_if(!wanted.ceilings.is_empty(), "ceilings", Json::Object(ceilings));
    let efforts = wanted.efforts.iter().map(|(id, typed)| (id.to_string(), number_or_text(typed))).collect();
    out.put_if(!wanted.efforts.is_empty(), "efforts", Json::Object(efforts));
    out.text("visit", &wanted.visit);
    if let Some(unread) = unread {
        out.put("unread", unread);
    }
    out.done()
}

/// A word, where it is not the plainest or stands in for a kept one.
fn plain<T: Copy + Default + PartialEq>(out: &mut Out<'_>, name: &str, words: &[(&str, T)], value: T) {
    if value != T::default() || out.kept(name).is_some() {
        out.word(name, words, value);
    }
}

/// An effort that can be read as a number, anything else as it was typed.
fn number_or_text(typed: &str) -> Json {
    match effort(typed) {
        Some(effort) if effort.to_string() == typed => Json::number(effort),
        _ => Json::text(typed),
    }
}
