//! Unit lists as files, format `swanilai/units` 1.x; with values alone, what a local government hands out to its offices.
//!
//! Invariant: a file is refused whole or taken whole; what is taken is written back to the last unknown member, and the
//! same list gives the same bytes.

use std::cell::RefCell;

use crate::domain::Text;
use crate::domain::assessment::Kept;
use crate::domain::map::Map;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::units::{Listed, MAX_SCENARIOS, MAX_UNITS, Scenario, UnitList, Value};
use crate::format::document::results::object;
use crate::format::document::{SHORT, format, hidden};
use crate::format::json::{Json, read, read_text, shown};
use crate::format::shape::{Fields, Found};

/// What a unit list says it is.
pub const FORMAT: &str = "swanilai/units";
/// The version this program writes; any `1.x` is read.
pub const FORMAT_VERSION: &str = "1.0";
/// The schema of unit lists.
pub const SCHEMA: &str = "urn:swanilai:schema:units:1";

/// Members of the file, in the order they are written.
pub const ROOT: &[&str] =
    &["format", "formatVersion", "$schema", "pemda", "units", "lokus", "scenarios", "values", "updatedAt"];
/// An office.
pub const UNIT: &[&str] = &["id", "name", "kind", "parent", "products", "spm"];
/// A set of ticks.
pub const SCENARIO: &[&str] = &["id", "name", "lokus"];
/// A value of the local government.
pub const VALUE: &[&str] = &["rubric", "indicator", "value", "ground"];
/// Every kind of object by its name in the schema; the file itself first.
pub const ALL: &[(&str, &[&str])] = &[("", ROOT), ("unit", UNIT), ("scenario", SCENARIO), ("value", VALUE)];
/// Most products of an office, and most values.
const MAX_INSIDE: usize = 500;

/// Whether a file is meant as a unit list, by what it says it is. Only what has that word in it is read to tell: the slash
/// before it may be written in two ways.
#[must_use]
pub fn is_meant(bytes: &[u8]) -> bool {
    bytes.windows(7).any(|part| part == b"/units\"")
        && read(bytes).is_ok_and(|json| json.member("format").and_then(Json::as_text) == Some(FORMAT))
}

/// Reads a unit list; with it, what is named but not fatal.
///
/// # Errors
/// Why the file is refused.
pub fn decode(bytes: &[u8]) -> Result<(UnitList, Vec<Problem>), Vec<Problem>> {
    let root = read(bytes)?;
    let mut found = Found::default();
    let fields = Fields::of(&root, String::new(), &mut found);
    if found.refused.is_empty() {
        format(&fields, FORMAT, &mut found);
    }
    if !found.refused.is_empty() {
        return Err(found.refused);
    }
    hidden(&root, "", true, &mut found);
    let list = list(&fields, &mut found);
    if found.refused.is_empty() { Ok((list, found.taken)) } else { Err(found.refused) }
}

fn list(fields: &Fields<'_>, found: &mut Found) -> UnitList {
    fields.text_or_empty("$schema", SHORT, found);
    for (name, most) in [("units", MAX_UNITS), ("scenarios", MAX_SCENARIOS), ("values", MAX_INSIDE)] {
        if fields.list(name, found).len() > most {
            fields.refuse(name, Kind::TooMany(most), found);
            return UnitList::default();
        }
    }
    let mut list = UnitList {
        pemda: fields.text_or_empty("pemda", SHORT, found),
        lokus: fields.texts("lokus", SHORT, found),
        updated_at: fields.text_or_empty("updatedAt", SHORT, found),
        kept: fields.kept(ROOT, &[], found),
        ..UnitList::default()
    };
    let seen = RefCell::default();
    fields.each("units", found, &mut |unit, found| {
        if unit.list("products", found).len() > MAX_INSIDE {
            unit.refuse("products", Kind::TooMany(MAX_INSIDE), found);
        }
        list.units.push(Listed {
            id: id(unit, &seen, found),
            name: unit.text_or_empty("name", SHORT, found),
            kind: unit.text_or_empty("kind", SHORT, found),
            parent: unit.text_or_empty("parent", SHORT, found),
            products: unit.texts("products", SHORT, found),
            spm: unit.member("spm").map(|_| unit.flag("spm", false, found)),
            kept: unit.kept(UNIT, &[], found),
        });
    });
    let known = |ids: &[Text], path: &str, found: &mut Found| {
        for id in ids.iter().filter(|id| !seen.borrow().contains_key(id)) {
            found.take(path, Kind::UnknownReference(shown(id)));
        }
    };
    known(&list.lokus, "lokus", found);
    let own = RefCell::default();
    fields.each("scenarios", found, &mut |scenario, found| {
        let lokus = scenario.texts("lokus", SHORT, found);
        known(&lokus, &scenario.path("lokus"), found);
        list.scenarios.push(Scenario {
            id: id(scenario, &own, found),
            name: scenario.text_or_empty("name", SHORT, found),
            lokus,
            kept: scenario.kept(SCENARIO, &[], found),
        });
    });
    fields.each("values", found, &mut |value, found| {
        list.values.push(Value {
            rubric: value.text("rubric", SHORT, found),
            indicator: value.text("indicator", SHORT, found),
            value: value.need_decimal("value", found),
            ground: value.text_or_empty("ground", SHORT, found),
            kept: value.kept(VALUE, &[], found),
        });
    });
    list
}

/// An id that none before it has.
fn id(fields: &Fields<'_>, seen: &RefCell<Map<()>>, found: &mut Found) -> Text {
    let id = fields.text("id", SHORT, found);
    if !id.is_empty() && seen.borrow_mut().insert(id.clone(), ()).is_some() {
        fields.refuse("id", Kind::DuplicateId(shown(&id)), found);
    }
    id
}

/// The file of a unit list.
#[must_use]
pub fn encode(list: &UnitList) -> String {
    let mut members = vec![
        ("format", Json::text(FORMAT)),
        ("formatVersion", Json::text(FORMAT_VERSION)),
        ("$schema", Json::text(SCHEMA)),
    ];
    text(&mut members, "pemda", &list.pemda);
    items(&mut members, "units", list.units.iter().map(unit).collect());
    items(&mut members, "lokus", texts(&list.lokus));
    items(&mut members, "scenarios", list.scenarios.iter().map(scenario).collect());
    items(&mut members, "values", list.values.iter().map(value).collect());
    text(&mut members, "updatedAt", &list.updated_at);
    let mut file = with(members, &list.kept).pretty();
    file.push('\n');
    file
}

/// The file that a local government hands out: its values, without its offices.
#[must_use]
pub fn handed_out(list: &UnitList) -> String {
    encode(&UnitList {
        pemda: list.pemda.clone(),
        values: list.values.clone(),
        updated_at: list.updated_at.clone(),
        ..UnitList::default()
    })
}

fn unit(unit: &Listed) -> Json {
    let mut members = vec![("id", Json::text(&unit.id))];
    text(&mut members, "name", &unit.name);
    text(&mut members, "kind", &unit.kind);
    text(&mut members, "parent", &unit.parent);
    items(&mut members, "products", texts(&unit.products));
    members.extend(unit.spm.map(|spm| ("spm", Json::Bool(spm))));
    with(members, &unit.kept)
}

fn scenario(scenario: &Scenario) -> Json {
    let mut members = vec![("id", Json::text(&scenario.id))];
    text(&mut members, "name", &scenario.name);
    items(&mut members, "lokus", texts(&scenario.lokus));
    with(members, &scenario.kept)
}

fn value(value: &Value) -> Json {
    let mut members = vec![
        ("rubric", Json::text(&value.rubric)),
        ("indicator", Json::text(&value.indicator)),
        ("value", Json::number(value.value)),
    ];
    text(&mut members, "ground", &value.ground);
    with(members, &value.kept)
}

fn texts(texts: &[Text]) -> Vec<Json> {
    texts.iter().map(|text| Json::text(text)).collect()
}

/// A text, where it says something.
fn text(members: &mut Vec<(&str, Json)>, name: &'static str, text: &str) {
    if !text.is_empty() {
        members.push((name, Json::text(text)));
    }
}

/// A list, where it has items.
fn items(members: &mut Vec<(&str, Json)>, name: &'static str, items: Vec<Json>) {
    if !items.is_empty() {
        members.push((name, Json::List(items)));
    }
}

/// An object of known members, then what was kept.
fn with(members: Vec<(&str, Json)>, kept: &Kept) -> Json {
    let kept = kept.iter().map(|(name, text)| (&**name, read_text(text).unwrap_or(Json::Null)));
    object(members.into_iter().chain(kept).collect())
}
