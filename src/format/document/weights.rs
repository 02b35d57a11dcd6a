//! Official weights that the office holds: the member `weights`.
//!
//! Invariant: what stood here before the member had a meaning is kept: in place of weights, and inside of them as
//! `unread`.

use super::encode::Out;
use super::{SHORT, later, members};
use crate::domain::Text;
use crate::domain::assessment::Kept;
use crate::domain::map::Map;
use crate::domain::number::Decimal;
use crate::domain::office_weights::{self, OfficeWeights, Reading, Taken, readings};
use crate::domain::problem::Kind;
use crate::domain::rubric::{MAX_INDICATORS, Rubric};
use crate::format::json::{Json, step};
use crate::format::shape::{Fields, Found, as_text};

/// Name of the member.
const NAME: &str = "weights";

/// The weights; none where the member is not there or holds something else.
pub fn read(fields: &Fields<'_>, kept: &mut Kept, found: &mut Found) -> OfficeWeights {
    let read = later::one(fields, NAME, kept, found, &|weights, found| {
        if weights.member("dimensions").is_none() && weights.member("indicators").is_none() {
            weights.refuse("indicators", Kind::Missing("indicators"), found);
        }
        OfficeWeights {
            dimensions: each(weights, "dimensions", found),
            indicators: each(weights, "indicators", found),
            kept: weights.kept(members::WEIGHTS, &[later::UNREAD], found),
        }
    });
    read.unwrap_or_default()
}

/// Weights by id, as they were typed.
fn each(fields: &Fields<'_>, name: &str, found: &mut Found) -> Map<Text> {
    let mut weights = Map::new();
    let Some(all) = fields.object_or_none(name, found) else { return weights };
    // Counted first: each that is read looks for its place among those before it.
    if all.members().len() > MAX_INDICATORS {
        fields.refuse(name, Kind::TooMany(MAX_INDICATORS), found);
        return weights;
    }
    for (id, json) in all.members() {
        let typed = match json {
            Json::Number(number) => Some(number.as_str().into()),
            other => as_text(other, &all.path(id), SHORT, found),
        };
        if let Some(typed) = typed {
            if office_weights::read(&typed).is_none() {
                let sound = Decimal::parse(&typed).is_ok();
                all.take(id, if sound { Kind::NumberOutOfRange } else { Kind::WrongType("number") }, found);
            }
            weights.insert(id.as_str().into(), typed);
        }
    }
    weights
}

/// Says that the result rests on weights of the office, and names the groups of them that it does not rest on.
pub fn name(weights: &OfficeWeights, rubric: &Rubric, found: &mut Found) {
    if weights.is_empty() {
        return;
    }
    let mut own = false;
    for Reading { group, taken, sum } in readings(rubric, weights) {
        match taken {
            // What cannot be read was named where it stands.
            Taken::Nothing | Taken::Unreadable => {}
            Taken::Whole | Taken::Partly => own = true,
            Taken::Refused | Taken::TooMuch { .. } | Taken::TooLittle { .. } => {
                let dimension = group.and_then(|place| rubric.dimensions.get(place));
                let path = dimension.map_or(NAME.to_owned(), |dimension| step(NAME, &dimension.id));
                found.take(&path, Kind::SumNotHundred(sum.to_string()));
            }
        }
    }
    if own {
        found.take(NAME, Kind::OwnWeights);
    }
}

/// Writes the weights, with what stood in their place and could not be read.
pub fn put(out: &mut Out<'_>, weights: &OfficeWeights) {
    if weights.is_empty() && weights.kept.is_empty() {
        return out.later(NAME);
    }
    let mut own = Out::new(&weights.kept);
    for (name, typed) in [("dimensions", &weights.dimensions), ("indicators", &weights.indicators)] {
        let typed = typed.iter().map(|(id, typed)| (id.to_string(), number_or_text(typed))).collect();
        own.put(name, Json::Object(typed));
    }
    if let Some(unread) = out.kept(NAME) {
        own.put(later::UNREAD, unread);
    }
    let own = own.done();
    out.put(NAME, own);
}

/// A number where it reads back as the same text, anything else as it was typed.
fn number_or_text(typed: &str) -> Json {
    match Decimal::parse(typed) {
        Ok(number) if number.to_string() == typed => Json::number(number),
        _ => Json::text(typed),
    }
}
