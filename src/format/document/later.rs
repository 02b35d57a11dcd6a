//! Members that got a meaning after the first files were written.
//!
//! Invariant: what cannot be read with that meaning is kept as it is, behind what can; none refuses the file,
//! because what stood here before the member had a meaning must still open.

use std::cell::RefCell;

use crate::domain::assessment::Kept;
use crate::domain::map::Map;
use crate::domain::problem::Kind;
use crate::format::json::{Json, read_text, shown};
use crate::format::shape::{Fields, Found};

/// Where inside an object stands what stood in its place before it had a meaning.
pub const UNREAD: &str = "unread";

/// The items of a list, at most so many, in the order of the file. Where `read` refuses one, it is kept unread.
pub fn items<T>(
    fields: &Fields<'_>,
    name: &str,
    most: usize,
    kept: &mut Kept,
    found: &mut Found,
    read: &dyn Fn(&Fields<'_>, &mut Found) -> T,
) -> Vec<T> {
    let mut all = Vec::new();
    let Some(json) = fields.member(name) else { return all };
    let path = fields.path(name);
    let unread = match json {
        Json::List(items) => {
            let mut unread = Vec::new();
            for (at, json) in items.iter().enumerate() {
                if all.len() == most {
                    found.take(&path, Kind::TooMany(most));
                    unread.extend(items.iter().skip(at).cloned());
                    break;
                }
                match sound(json, fields.item(name, at), found, read) {
                    Some(one) => all.push(one),
                    None => unread.push(json.clone()),
                }
            }
            if unread.is_empty() {
                return all;
            }
            Json::List(unread)
        }
        other => {
            found.take(&path, Kind::WrongType("list"));
            other.clone()
        }
    };
    kept.push((name.into(), unread.compact().into()));
    all
}

/// The items of a list as [`items`] reads them, each with an `id` that no item read before it has. What is refused
/// takes no id.
pub fn items_by_id<T>(
    fields: &Fields<'_>,
    name: &str,
    most: usize,
    kept: &mut Kept,
    found: &mut Found,
    read: &dyn Fn(&Fields<'_>, &mut Found) -> T,
) -> Vec<T> {
    let seen: RefCell<Map<()>> = RefCell::default();
    items(fields, name, most, kept, found, &|one, found| {
        let id = one.member("id").and_then(Json::as_text);
        if let Some(id) = id.filter(|id| seen.borrow().contains_key(id)) {
            one.refuse("id", Kind::DuplicateId(shown(id)), found);
        }
        let read = read(one, found);
        if let Some(id) = id.filter(|_| found.refused.is_empty()) {
            seen.borrow_mut().insert(id.into(), ());
        }
        read
    })
}

/// One object. Where `read` refuses it, it is kept unread.
pub fn one<T>(
    fields: &Fields<'_>,
    name: &str,
    kept: &mut Kept,
    found: &mut Found,
    read: &dyn Fn(&Fields<'_>, &mut Found) -> T,
) -> Option<T> {
    let json = fields.member(name)?;
    let one = sound(json, fields.path(name), found, read);
    if one.is_none() {
        kept.push((name.into(), json.compact().into()));
    }
    one
}

/// What was read, where nothing in it was refused; what is wrong with it is noted either way.
fn sound<T>(
    json: &Json,
    path: String,
    found: &mut Found,
    read: &dyn Fn(&Fields<'_>, &mut Found) -> T,
) -> Option<T> {
    let mut own = found.apart();
    let fields = Fields::of(json, path, &mut own);
    let one = read(&fields, &mut own);
    let sound = own.refused.is_empty();
    for problem in own.refused.into_iter().chain(own.taken) {
        found.take(&problem.path, problem.kind);
    }
    sound.then_some(one)
}

/// What could not be read, where it is to stand inside so many others and not where it came. What would nest deeper
/// there than a file may is kept as its text.
pub fn within(levels: usize, unread: Json) -> Json {
    let text = unread.compact();
    let there = ["[".repeat(levels), text.clone(), "]".repeat(levels)].concat();
    if read_text(&there).is_ok() { unread } else { Json::text(&text) }
}

/// A list as it is written: its items, then what could not be read; none where there is neither.
pub fn written(name: &str, items: Vec<Json>, kept: &Kept) -> Option<Json> {
    let unread = kept.iter().find(|(own, _)| &**own == name).and_then(|(_, text)| read_text(text).ok());
    match (items.is_empty(), unread) {
        (true, unread) => unread,
        (false, None) => Some(Json::List(items)),
        (false, Some(Json::List(unread))) => Some(Json::List(items.into_iter().chain(unread).collect())),
        (false, Some(unread)) => Some(Json::List(items.into_iter().chain([within(2, unread)]).collect())),
    }
}
