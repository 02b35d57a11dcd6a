//! The catalogue: what the first view needs of every instrument, without loading any.
//!
//! Invariant: it is made from the instruments and never edited by hand; reading what was made gives the
//! same entries.

use super::document::results::object;
use super::json::{Json, read_text};
use super::rubric::{status_of, status_word};
use super::shape::{Fields, Found};
use crate::domain::Text;
use crate::domain::number::Decimal;
use crate::domain::problem::Problem;
use crate::domain::rubric::{Rubric, RubricStatus};

/// One instrument, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Stable id, also the name of its file.
    pub id: Text,
    /// Version of the file.
    pub version: Text,
    /// Full name.
    pub name: Text,
    /// Name for narrow places.
    pub short_name: Text,
    /// Who assesses.
    pub issuer: Text,
    /// First year it holds for.
    pub year_from: u16,
    /// Last year it holds for; none while in use.
    pub year_to: Option<u16>,
    /// In use, historical or draft.
    pub status: RubricStatus,
    /// Whether it can be filled in.
    pub fillable: bool,
    /// What it is good for now.
    pub use_note: Text,
    /// What is published.
    pub known: Vec<Text>,
    /// What is not.
    pub unknown: Vec<Text>,
    /// How many indicators count.
    pub indicators: usize,
    /// Highest result.
    pub maximum: Decimal,
    /// Whether its bands have colours.
    pub has_zones: bool,
}

impl Entry {
    /// The short form of an instrument.
    #[must_use]
    pub fn of(rubric: &Rubric) -> Self {
        Self {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            name: rubric.name.clone(),
            short_name: rubric.short_name.clone(),
            issuer: rubric.issuer.clone(),
            year_from: rubric.year_from,
            year_to: rubric.year_to,
            status: rubric.status,
            fillable: rubric.fillable,
            use_note: rubric.use_note.clone(),
            known: rubric.known.clone(),
            unknown: rubric.unknown.clone(),
            indicators: rubric.indicators().filter(|(_, indicator)| indicator.is_scored()).count(),
            maximum: rubric.maximum,
            has_zones: rubric.categories.have_zones(),
        }
    }

    fn json(&self) -> Json {
        let list = |texts: &[Text]| Json::List(texts.iter().map(|text| Json::text(text)).collect());
        let mut years = vec![("from", Json::number(self.year_from))];
        years.extend(self.year_to.map(|year| ("to", Json::number(year))));
        object(vec![
            ("id", Json::text(&self.id)),
            ("version", Json::text(&self.version)),
            ("name", Json::text(&self.name)),
            ("shortName", Json::text(&self.short_name)),
            ("issuer", Json::text(&self.issuer)),
            ("years", object(years)),
            ("status", Json::text(status_word(self.status))),
            ("fillable", Json::Bool(self.fillable)),
            ("use", Json::text(&self.use_note)),
            ("known", list(&self.known)),
            ("unknown", list(&self.unknown)),
            ("indicators", Json::number(self.indicators)),
            ("maximum", Json::number(self.maximum)),
            ("hasZones", Json::Bool(self.has_zones)),
        ])
    }
}

/// The text of the catalogue of these instruments, in their order: one line each.
#[must_use]
pub fn of(rubrics: &[Rubric]) -> String {
    let lines: Vec<String> = rubrics.iter().map(|rubric| Entry::of(rubric).json().compact()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// Reads a catalogue.
///
/// # Errors
/// What is wrong, with paths.
pub fn decode(text: &str) -> Result<Vec<Entry>, Vec<Problem>> {
    let json = read_text(text)?;
    let mut found = Found::default();
    let entries = json.items().iter().enumerate();
    let entries = entries.map(|(at, item)| entry(&Fields::of(item, format!("[{at}]"), &mut found), &mut found));
    let entries = entries.collect();
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
        indicators: fields.whole("indicators", 10_000, found).and_then(|n| usize::try_from(n).ok()).unwrap_or(0),
        maximum: fields.need_decimal("maximum", found),
        has_zones: fields.flag("hasZones", false, found),
    }
}
