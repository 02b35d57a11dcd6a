//! What the assessors published of this year.
//!
//! Invariant: a score beyond the scale refuses the file, as it always has; dimensions and indicators got their
//! meaning later, so what cannot be read of them is named, kept as it is, and refuses nothing.

use super::encode::Out;
use super::{later, members};
use crate::domain::assessment::Kept;
use crate::domain::map::Map;
use crate::domain::number::{Decimal, Score};
use crate::domain::official::Official;
use crate::domain::problem::Kind;
use crate::domain::rubric::Rubric;
use crate::format::json::{Json, shown};
use crate::format::shape::{Fields, Found, as_decimal};

/// Lowest and highest number that may be given under an id, and that id as the instrument has it.
type Bounds<'a> = &'a dyn Fn(&str) -> Option<(Decimal, Decimal)>;

/// The published result, where the file has one.
pub fn read(fields: &Fields<'_>, rubric: &Rubric, found: &mut Found) -> Option<Official> {
    let official = fields.object_or_none("official", found)?;
    let score = official.decimal("score", found).map(|value| {
        let score = Score::rounded(value);
        if value < Decimal::ZERO || score.decimal() > rubric.maximum {
            official.refuse("score", Kind::OutsideScale(value.to_string()), found);
        } else if score.decimal() != value {
            official.take("score", Kind::NumberTooPrecise(2), found);
        }
        score
    });
    let mut kept = Kept::new();
    let of_dimension = |id: &str| {
        let known = rubric.dimensions.iter().any(|dimension| *dimension.id == *id);
        known.then_some((Decimal::ZERO, rubric.maximum))
    };
    let of_indicator = |id: &str| {
        let scale = rubric.indicator(id).and_then(|(_, indicator)| rubric.scale_of(indicator))?;
        Some((scale.minimum(), scale.maximum()))
    };
    let dimensions = numbers(&official, "dimensions", &of_dimension, &mut kept, found);
    let indicators = numbers(&official, "indicators", &of_indicator, &mut kept, found);
    kept.extend(official.kept(members::OFFICIAL, &[], found));
    Some(Official { score, dimensions, indicators, kept })
}

/// The numbers of an object by id. What is none is kept; where nothing is one, all of it as it stands.
fn numbers(
    fields: &Fields<'_>,
    name: &'static str,
    bounds: Bounds<'_>,
    kept: &mut Kept,
    found: &mut Found,
) -> Map<Decimal> {
    let mut numbers = Map::new();
    let Some(json) = fields.member(name) else { return numbers };
    let mut unread = Vec::new();
    let mut own = found.apart();
    let path = fields.path(name);
    let given = Fields::of(json, path.clone(), &mut own);
    for (id, json) in given.members() {
        let path = given.path(id);
        let number = match bounds(id) {
            None => {
                own.take(&path, Kind::UnknownMember(shown(id)));
                None
            }
            Some((low, high)) => {
                let number = as_decimal(json, &path, &mut own);
                let fits = number.filter(|number| (low..=high).contains(number));
                if let (Some(number), None) = (number, fits) {
                    own.take(&path, Kind::OutsideScale(number.to_string()));
                }
                fits
            }
        };
        match number {
            Some(number) => drop(numbers.insert(id.as_str().into(), number)),
            None => unread.push((id.clone(), json.clone())),
        }
    }
    for problem in own.refused.into_iter().chain(own.taken) {
        found.take(&problem.path, problem.kind);
    }
    if numbers.is_empty() {
        kept.push((name.into(), json.compact().into()));
    } else if !unread.is_empty() {
        kept.push((name.into(), Json::Object(unread).compact().into()));
    }
    numbers
}

/// The member of the file.
pub fn written(official: &Official, rubric: &Rubric) -> Json {
    let mut out = Out::new(&official.kept);
    if let Some(score) = official.score {
        out.put("score", Json::number(score));
    }
    let dimensions = rubric.dimensions.iter().map(|dimension| &*dimension.id).collect();
    put(&mut out, "dimensions", dimensions, &official.dimensions);
    let indicators = rubric.indicators().map(|(_, indicator)| &*indicator.id).collect();
    put(&mut out, "indicators", indicators, &official.indicators);
    out.done()
}

/// Numbers in the order of the form, then what could not be read.
fn put(out: &mut Out<'_>, name: &str, ids: Vec<&str>, numbers: &Map<Decimal>) {
    if numbers.is_empty() {
        return out.later(name);
    }
    let mut members = Vec::new();
    for id in ids {
        if let Some(number) = numbers.get(id) {
            members.push((id.to_owned(), Json::number(*number)));
        }
    }
    match out.kept(name) {
        Some(Json::Object(unread)) => {
            members.extend(unread.into_iter().filter(|(id, _)| !numbers.contains_key(id)));
        }
        // It was no object: it goes on under a name that no instrument can have.
        Some(unread) => members.push((String::new(), later::within(3, unread))),
        None => {}
    }
    out.put(name, Json::Object(members));
}
