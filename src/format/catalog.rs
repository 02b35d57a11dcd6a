//! The catalogue: what the first view needs of every instrument, without loading any.
//!
//! Invariant: it is made from the instruments and never edited by hand; reading what was made gives the
//! same entries.

use super::document::results::object;
use super::json::{Json, item, read_text};
use super::rubric::{status_of, status_word};
use super::shape::{Fields, Found};
use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;

/// The instruments of this build.
#[must_use]
pub fn shipped() -> Vec<Entry> {
    decode(include_str!("../../rubrics/catalog.json")).unwrap_or_default()
}

/// The text of the catalogue of these instruments, in their order: one line each.
#[must_use]
pub fn of(rubrics: &[Rubric]) -> String {
    let lines: Vec<String> = rubrics.iter().map(|rubric| json(&Entry::from(rubric)).compact()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn json(entry: &Entry) -> Json {
    let list = |texts: &[Text]| Json::List(texts.iter().map(|text| Json::text(text)).collect());
    let mut years = vec![("from", Json::number(entry.year_from))];
    years.extend(entry.year_to.map(|year| ("to", Json::number(year))));
    object(vec![
        ("id", Json::text(&entry.id)),
        ("version", Json::text(&entry.version)),
        ("name", Json::text(&entry.name)),
        ("shortName", Json::text(&entry.short_name)),
        ("issuer", Json::text(&entry.issuer)),
        ("years", object(years)),
        ("status", Json::text(status_word(entry.status))),
        ("fillable", Json::Bool(entry.fillable)),
        ("use", Json::text(&entry.use_note)),
        ("known", list(&entry.known)),
        ("unknown", list(&entry.unknown)),
        ("indicators", Json::number(entry.indicators)),
        ("maximum", Json::number(entry.maximum)),
        ("hasZones", Json::Bool(entry.has_zones)),
    ])
}

/// Reads a catalogue.
///
/// # Errors
/// What is wrong, with paths.
pub fn decode(text: &str) -> Result<Vec<Entry>, Vec<Problem>> {
    let json = read_text(text)?;
    let mut found = Found::default();
    let mut entries = Vec::new();
    for (at, json) in json.items().iter().enumerate() {
        let fields = Fields::of(json, item("", at), &mut found);
        entries.push(entry(&fields, &mut found));
    }
    if found.refused.is_empty() { Ok(entries) } else { Err(found.refused) }
}

fn entry(fields: &Fields<'_>, found: &mut Found) -> Entry {
    let text = |name: &'static str, found: &mut Found| fields.text(name, usize::MAX, found);
    let years = fields.object("years", found);
    let year = |name: &'static str, found: &mut Found| {
        years.whole(name, 9_999, found).and_then(|year| u16::try_from(year).ok())
    };
    Entry {
        id: text("id", found),
        version: text("version", found),
        name: text("name", found),
        short_name: text("shortName", found),
        issuer: text("issuer", found),
        year_from: year("from", found).unwrap_or_default(),
        year_to: year("to", found),
        status: status_of(fields, found),
        fillable: fields.flag("fillable", false, found),
        use_note: text("use", found),
        known: fields.texts("known", usize::MAX, found),
        unknown: fields.texts("unknown", usize::MAX, found),
        indicators: fields
            .whole("indicators", 10_000, found)
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(0),
        maximum: fields.need_decimal("maximum", found),
        has_zones: fields.flag("hasZones", false, found),
    }
}
