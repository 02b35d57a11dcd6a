//! Rubric files: instruments as data.
//!
//! Invariant: what comes out has passed every check of [`Rubric::new`]; a change of wording alone never
//! changes [`digest`].

use super::json::{Json, read_text, seen, shown};
use super::shape::{Fields, Found};
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::{Draft, Rubric, RubricStatus, Source, Subtotal, Terms};

mod digest;
mod items;
pub mod members;
mod own;
mod rules;

pub use digest::digest;
pub(crate) use items::STEP_KINDS;
pub use own::{is_meant, own};
pub(crate) use rules::{KINDS, MODES};

/// What a rubric file says it is.
pub const FORMAT: &str = "swanilai/rubric";
/// The version this program writes; any `1.x` is read.
pub const FORMAT_VERSION: &str = "1.0";
/// The schema of rubric files.
pub const SCHEMA: &str = "urn:swanilai:schema:rubric:1";
/// Longest text of a rubric, in characters.
const LONGEST: usize = 4_000;

const STATUSES: &[(&str, RubricStatus)] = &[
    ("current", RubricStatus::Current),
    ("historical", RubricStatus::Historical),
    ("draft", RubricStatus::Draft),
];

/// The word of a status.
#[must_use]
pub fn status_word(status: RubricStatus) -> &'static str {
    STATUSES.iter().find(|(_, own)| *own == status).map_or("draft", |(word, _)| word)
}

/// The status of a word.
pub(super) fn status_of(fields: &Fields<'_>, found: &mut Found) -> RubricStatus {
    fields.need_word("status", STATUSES, RubricStatus::Draft, found)
}

/// Reads a rubric file. Unknown members are no hindrance.
///
/// # Errors
/// Everything that is wrong, with paths: first what cannot be read, then what refers to nothing; where all can
/// be read, what does not hold together.
pub fn decode(text: &str) -> Result<Rubric, Vec<Problem>> {
    of_json(&read_text(text.strip_prefix('\u{feff}').unwrap_or(text))?, "", &mut Vec::new())
}

/// Everything to say about a rubric file, unknown members too. Empty for a sound one.
#[must_use]
pub fn check(text: &str) -> Vec<Problem> {
    let json = match read_text(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        Ok(json) => json,
        Err(problems) => return problems,
    };
    let mut unknown = Vec::new();
    let mut problems = of_json(&json, "", &mut unknown).err().unwrap_or_default();
    problems.append(&mut unknown);
    problems
}

/// Reads a rubric from JSON that stands at `path` of a file; unknown members go to `unknown`.
///
/// # Errors
/// As [`decode`].
pub fn of_json(json: &Json, path: &str, unknown: &mut Vec<Problem>) -> Result<Rubric, Vec<Problem>> {
    let mut found = Found::default();
    let json = visible(json);
    let fields = Fields::of(&json, path.to_owned(), &mut found);
    format(&fields, &mut found);
    if !found.refused.is_empty() {
        return Err(found.refused);
    }
    let draft = draft(&fields, &mut found);
    unknown.append(&mut found.taken);
    let mut refused = found.refused;
    let read = refused.is_empty();
    // Where a scale cannot be read, that indicators refer to none is a mere consequence.
    let whole = !refused.iter().any(|one| one.path.starts_with("scales"));
    match Rubric::new(draft) {
        Ok(rubric) if read => return Ok(rubric),
        Ok(_) => {}
        Err(problems) => {
            for mut problem in problems {
                // So may everything else where anything cannot be.
                if !read && !matches!(&problem.kind, Kind::UnknownReference(id) if whole && !id.is_empty()) {
                    continue;
                }
                if !path.is_empty() {
                    problem.path = format!("{path}.{}", problem.path);
                }
                refused.push(problem);
            }
        }
    }
    Err(refused)
}

/// The same with characters nobody sees as codes: an instrument may come from anyone, and is shown text by text.
fn visible(json: &Json) -> Json {
    match json {
        Json::Text(text) => Json::text(&seen(text)),
        Json::List(items) => Json::List(items.iter().map(visible).collect()),
        Json::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), visible(value))).collect())
        }
        other => other.clone(),
    }
}

/// Everything a rubric file says, unchecked.
fn draft(fields: &Fields<'_>, found: &mut Found) -> Draft {
    fields.note_unknown(members::ROOT, found);
    let years = fields.object("years", found);
    years.note_unknown(members::YEARS, found);
    let (maximum, maximum_provenance) = rules::result(fields, found);
    Draft {
        id: text(fields, "id", found),
        version: text(fields, "version", found),
        name: text(fields, "name", found),
        short_name: text(fields, "shortName", found),
        issuer: text(fields, "issuer", found),
        year_from: year(&years, "from", found).unwrap_or_else(|| {
            years.need("from", found);
            0
        }),
        year_to: year(&years, "to", found),
        legal_basis: text(fields, "legalBasis", found),
        status: status_of(fields, found),
        fillable: fields.need("fillable", found).is_some() && fields.flag("fillable", false, found),
        use_note: text(fields, "use", found),
        known: fields.texts("known", LONGEST, found),
        unknown: fields.texts("unknown", LONGEST, found),
        limits: fields.texts("limits", LONGEST, found),
        terms: terms(fields, found),
        sources: sources(fields, found),
        maximum,
        maximum_provenance,
        rounding: rules::rounding(fields, found),
        pemda: rules::pemda(fields, found),
        categories: rules::categories(fields, found),
        subtotals: subtotals(fields, found),
        panels: rules::panels(fields, found),
        modes: rules::modes(fields, found),
        maps: rules::maps(fields, found),
        scales: rules::scales(fields, found),
        dimensions: items::dimensions(fields, found),
    }
}

/// Name and version of the format.
fn format(fields: &Fields<'_>, found: &mut Found) {
    let name = text(fields, "format", found);
    if !name.is_empty() && &*name != FORMAT {
        fields.refuse("format", Kind::WrongFormat(shown(&name)), found);
    }
    let version = text(fields, "formatVersion", found);
    if !version.is_empty() && !version.starts_with("1.") {
        fields.refuse("formatVersion", Kind::NewerFormat(shown(&version)), found);
    }
}

/// A text that must be there.
fn text(fields: &Fields<'_>, name: &'static str, found: &mut Found) -> Text {
    fields.text(name, LONGEST, found)
}

/// A text that may be missing.
fn optional(fields: &Fields<'_>, name: &str, found: &mut Found) -> Text {
    fields.text_or_empty(name, LONGEST, found)
}

fn year(fields: &Fields<'_>, name: &str, found: &mut Found) -> Option<u16> {
    fields.whole(name, 9_999, found).and_then(|year| u16::try_from(year).ok())
}

fn terms(fields: &Fields<'_>, found: &mut Found) -> Terms {
    let terms = fields.object("terms", found);
    terms.note_unknown(members::TERMS, found);
    Terms {
        dimension: text(&terms, "dimension", found),
        indicator: text(&terms, "indicator", found),
        category: optional(&terms, "category", found),
        own: text(&terms, "own", found),
        verified: text(&terms, "verified", found),
        official: text(&terms, "official", found),
    }
}

fn sources(fields: &Fields<'_>, found: &mut Found) -> Vec<Source> {
    let mut sources = Vec::new();
    fields.each("sources", found, &mut |source, found| {
        source.note_unknown(members::SOURCE, found);
        sources.push(Source {
            id: text(source, "id", found),
            title: text(source, "title", found),
            address: optional(source, "address", found),
            note: optional(source, "note", found),
        });
    });
    sources
}

fn subtotals(fields: &Fields<'_>, found: &mut Found) -> Vec<Subtotal> {
    let mut subtotals = Vec::new();
    fields.each("subtotals", found, &mut |subtotal, found| {
        subtotal.note_unknown(members::SUBTOTAL, found);
        subtotals.push(Subtotal {
            id: text(subtotal, "id", found),
            name: text(subtotal, "name", found),
            dimensions: subtotal.texts("dimensions", LONGEST, found),
        });
    });
    subtotals
}

#[cfg(test)]
mod tests;
