//! Unknown members and items inside what is reckoned anew: results, program, digest.
//!
//! Invariant: `merge(shape, residue(stored, shape))` holds every member and every item of `stored` that `shape` lacks,
//! and changes none that it has.

use crate::format::json::Json;

/// What `stored` has that `shape` has not; none where that is nothing. Items of lists are told by `id`: one that
/// `shape` lacks is there as it stands.
pub fn residue(stored: &Json, shape: &Json) -> Option<Json> {
    match (stored, shape) {
        (Json::Object(members), Json::Object(_)) => {
            let rest = members.iter().filter_map(|(name, value)| {
                let rest = match shape.member(name) {
                    Some(known) => residue(value, known)?,
                    None => value.clone(),
                };
                Some((name.clone(), rest))
            });
            some_object(rest.collect())
        }
        (Json::List(items), Json::List(known)) => {
            let rest = items.iter().filter_map(|item| {
                let Some(known) = same(known, item) else { return Some(item.clone()) };
                let Json::Object(mut rest) = residue(item, known)? else { return None };
                rest.insert(0, ("id".to_owned(), item.member("id")?.clone()));
                Some(Json::Object(rest))
            });
            let rest: Vec<_> = rest.collect();
            (!rest.is_empty()).then_some(Json::List(rest))
        }
        _ => None,
    }
}

/// Puts back what [`residue`] found.
pub fn merge(target: &mut Json, residue: &Json) {
    match (target, residue) {
        (Json::Object(members), Json::Object(rest)) => {
            let own = members.len();
            for (name, value) in rest {
                match members.iter_mut().take(own).find(|(known, _)| known == name) {
                    Some((_, known)) => merge(known, value),
                    None => members.push((name.clone(), value.clone())),
                }
            }
        }
        (Json::List(items), Json::List(rest)) => {
            let own = items.len();
            for each in rest {
                let id = each.member("id");
                let mut known = items.iter_mut().take(own);
                match known.find(|item| id.is_some() && item.member("id") == id) {
                    Some(item) => merge(item, each),
                    None => items.push(each.clone()),
                }
            }
        }
        _ => {}
    }
}

/// `stored` without what `shape` does not have.
pub fn known_part(stored: &Json, shape: &Json) -> Json {
    match (stored, shape) {
        (Json::Object(members), Json::Object(_)) => {
            let known = members
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), known_part(value, shape.member(name)?))));
            Json::Object(known.collect())
        }
        (Json::List(items), Json::List(known)) => {
            let each = items.iter().filter_map(|item| Some(known_part(item, same(known, item)?)));
            Json::List(each.collect())
        }
        _ => stored.clone(),
    }
}

/// The item with the same `id`.
fn same<'a>(known: &'a [Json], item: &Json) -> Option<&'a Json> {
    let id = item.member("id")?;
    known.iter().find(|own| own.member("id") == Some(id))
}

fn some_object(members: Vec<(String, Json)>) -> Option<Json> {
    (!members.is_empty()).then_some(Json::Object(members))
}
