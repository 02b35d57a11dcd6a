//! Assessment documents, format 1.x: what an office saves, sends and reads back.
//!
//! Invariant: a file is either refused whole or taken whole; whatever is taken is written back, to the
//! last unknown member, and writing what was read from our own file gives the same bytes.

use super::json::{Json, canonical, canonical_without, is_hidden, item, read_noting, shown, step};
use super::rubric as rubric_file;
use super::sha256;
use super::shape::{Fields, Found};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, RubricRef};
use crate::domain::number::{Decimal, Range, Score};
use crate::domain::office_weights::applied;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Brief;

mod actions;
mod answers;
mod decode;
mod encode;
mod history;
mod later;
pub(super) mod lean;
pub mod members;
mod milestones;
mod official;
mod parts;
mod residue;
pub mod results;
mod simulation;
mod ticks;
mod verification;
mod wanted;
mod weights;

pub(super) use decode::STATUSES;
pub use encode::{digest_of_content, encode};
pub(super) use lean::lean;

/// What an assessment document says it is.
pub const FORMAT: &str = "swanilai/assessment";
/// The version this program writes; any `1.x` is read.
pub const FORMAT_VERSION: &str = "1.0";
/// The schema of assessment documents.
pub const SCHEMA: &str = "urn:swanilai:schema:assessment:1";
/// The member in which an instrument travels with its answers.
pub const RUBRIC_COPY: &str = "rubricCopy";
/// Longest note, reason or ground, in characters.
pub const LONG: usize = 4_000;
/// Longest other text, in characters.
pub const SHORT: usize = 500;
/// Most members of `answers`.
pub const MAX_ANSWERS: usize = 2_000;
/// Most documents of one answer.
pub const MAX_EVIDENCE: usize = 100;

/// What a written file says of its writing.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Version of the program.
    pub app_version: &'a str,
    /// When, as a time with offset.
    pub saved_at: &'a str,
}

/// A file of our format, read as far as no instrument is needed.
#[derive(Clone, Debug)]
pub struct Opened {
    root: Json,
    rubric: RubricRef,
    found: Found,
}

/// An assessment as read, and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// What the office gave.
    pub assessment: Assessment,
    /// Named, not fatal.
    pub problems: Vec<Problem>,
}

/// Opens a file: JSON, format, version, and which instrument it asks for.
///
/// # Errors
/// Why the file is refused.
pub fn open(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let (root, hides) = read_noting(bytes)?;
    let mut found = Found::default();
    let fields = Fields::of(&root, String::new(), &mut found);
    refused(&mut found)?;
    format(&fields, FORMAT, &mut found);
    refused(&mut found)?;
    let rubric = decode::rubric_ref(&fields, &mut found);
    if let Some(copy) = fields.member("rubricCopy") {
        Fields::of(copy, fields.path("rubricCopy"), &mut found);
    }
    refused(&mut found)?;
    if hides {
        hidden(&root, "", true, &mut found);
    }
    Ok(Opened { root, rubric, found })
}

impl Opened {
    /// The instrument the answers belong to.
    #[must_use]
    pub const fn rubric(&self) -> &RubricRef {
        &self.rubric
    }

    /// The file as it was read.
    #[must_use]
    pub(super) const fn root(&self) -> &Json {
        &self.root
    }

    /// The id of the assessment; empty where the file gives none.
    #[must_use]
    pub fn id(&self) -> &str {
        self.root.member("id").and_then(Json::as_text).unwrap_or_default()
    }

    /// The copy of the instrument that travels in the file, checked.
    #[must_use]
    pub fn rubric_copy(&self) -> Option<Result<Rubric, Vec<Problem>>> {
        let copy = self.root.member("rubricCopy")?;
        Some(rubric_file::of_json(copy, "rubricCopy", &mut Vec::new()))
    }

    /// What tells that copy from others with the same rules: the digest of all that is written in it.
    #[must_use]
    pub fn copy_print(&self) -> Option<String> {
        self.root.member("rubricCopy").map(|copy| sha256(&canonical(copy)))
    }

    /// The id of the share that it is; empty where it is a whole assessment.
    #[must_use]
    pub fn part(&self) -> &str {
        self.root.member(parts::PART).and_then(Json::as_text).unwrap_or_default()
    }

    /// Reads the assessment with its instrument.
    ///
    /// # Errors
    /// Why the file is refused.
    pub fn read(self, rubric: &Rubric) -> Result<Decoded, Vec<Problem>> {
        self.read_ready(rubric, &rubric_file::digest(rubric), true)
    }

    /// Reads the assessment with an instrument whose digest is at hand; `verify` says whether the digest of the file is
    /// held against its contents.
    ///
    /// # Errors
    /// As [`Opened::read`].
    pub fn read_ready(self, rubric: &Rubric, digest: &str, verify: bool) -> Result<Decoded, Vec<Problem>> {
        self.read_with(rubric, digest, verify, &mut |fields, assessment, found| {
            results::check(fields, rubric, assessment, found);
        })
    }

    /// Reads the assessment as [`Opened::read_ready`] does, for a list of many: what was found with its result in
    /// brief. It may not be written again, because what a newer program added to the stored result is left out.
    ///
    /// # Errors
    /// As [`Opened::read`].
    pub fn read_brief(
        self,
        rubric: &Rubric,
        digest: &str,
        verify: bool,
    ) -> Result<(Decoded, Brief), Vec<Problem>> {
        let mut brief = None;
        let decoded = self.read_with(rubric, digest, verify, &mut |fields, assessment, found| {
            let made = Brief::of(&applied(rubric, &assessment.weights), assessment);
            // A share says nothing of the whole.
            if !assessment.is_part() {
                results::check_brief(fields, &made, found);
            }
            brief = Some(made);
        })?;
        brief.map(|brief| (decoded, brief)).ok_or_else(Vec::new)
    }

    fn read_with(
        self,
        rubric: &Rubric,
        digest: &str,
        verify: bool,
        check: &mut dyn FnMut(&Fields<'_>, &mut Assessment, &mut Found),
    ) -> Result<Decoded, Vec<Problem>> {
        let Self { root, rubric: asked, mut found } = self;
        if asked.id != rubric.id {
            let kind = Kind::UnknownRubric(shown(&asked.id));
            return Err(vec![Problem::new("rubric.id", kind)]);
        }
        let fields = Fields::of(&root, String::new(), &mut found);
        let mut assessment = found.twice(&mut |found| {
            let fields = Fields::of(&root, String::new(), found);
            decode::assessment(&fields, rubric, found)
        });
        assessment.rubric = version(asked, rubric, digest, &mut found);
        if verify {
            check_digest(&fields, &root, &mut found);
        }
        refused(&mut found)?;
        check(&fields, &mut assessment, &mut found);
        if assessment.is_part() {
            let by = assessment.share().map_or("", |share| &share.by);
            found.take(parts::PART, Kind::Share(shown(by)));
        } else {
            weights::name(&assessment.weights, rubric, &mut found);
        }
        refused(&mut found)?;
        Ok(Decoded { assessment, problems: found.taken })
    }
}

/// Ends reading where something refuses the file.
fn refused(found: &mut Found) -> Result<(), Vec<Problem>> {
    if found.refused.is_empty() { Ok(()) } else { Err(std::mem::take(&mut found.refused)) }
}

/// Name and version of the format, which is to be `own` in any version 1.
pub(super) fn format(fields: &Fields<'_>, own: &str, found: &mut Found) {
    let name = fields.text("format", SHORT, found);
    if !name.is_empty() && &*name != own {
        found.refuse("format", Kind::WrongFormat(shown(&name)));
    }
    if !found.refused.is_empty() {
        return;
    }
    let version = fields.text("formatVersion", SHORT, found);
    if version.is_empty() {
        return;
    }
    let number = |part: &str| {
        let sound = part == "0" || (!part.starts_with('0') && part.bytes().all(|byte| byte.is_ascii_digit()));
        if sound { part.parse::<u32>().ok() } else { None }
    };
    let parts = version.split_once('.').and_then(|(major, minor)| number(major).zip(number(minor)));
    match parts {
        Some((1, 0)) => {}
        Some((1, _)) => found.take("formatVersion", Kind::NewerMinor(shown(&version))),
        Some((major, _)) if major > 1 => found.refuse("formatVersion", Kind::NewerFormat(shown(&version))),
        _ => found.refuse("formatVersion", Kind::UnknownWord(shown(&version))),
    }
}

/// Holds the instrument the file was made with against the one at hand. A reference without version
/// means the one at hand.
fn version(mut asked: RubricRef, rubric: &Rubric, digest: &str, found: &mut Found) -> RubricRef {
    let same_rules = *asked.sha256 == *digest;
    if asked.version.is_empty() {
        asked.version = rubric.version.clone();
    }
    if asked.version != rubric.version && !same_rules {
        let kind = Kind::OtherRubricVersion(shown(&asked.version), rubric.version.to_string());
        found.take("rubric.version", kind);
    } else if !asked.sha256.is_empty() && !same_rules {
        found.take("rubric.sha256", Kind::OtherRubricDigest);
    }
    if asked.sha256.is_empty() {
        asked.sha256 = Text::from(digest);
    }
    asked
}

/// Holds the digest of the file against its contents.
fn check_digest(fields: &Fields<'_>, root: &Json, found: &mut Found) {
    let Some(digest) = fields.object_or_none("digest", found) else { return };
    let algorithm = digest.text_or_empty("algorithm", SHORT, found);
    let value = digest.text_or_empty("value", SHORT, found);
    if &*algorithm != members::ALGORITHM {
        digest.take("algorithm", Kind::UnknownWord(shown(&algorithm)), found);
        return;
    }
    if *value != sha256(&canonical_without("digest", root)) {
        found.take("digest", Kind::WrongDigest);
    }
}

/// SHA-256, in hex, over the canonical form of a document that has no digest yet.
#[must_use]
pub fn digest_of(document: &Json) -> String {
    sha256(&canonical(document))
}

/// Notes texts with characters that cannot be seen. Tabs and line ends belong to notes.
pub(super) fn hidden(json: &Json, path: &str, long: bool, found: &mut Found) {
    let hides = |text: &str, long: bool| {
        text.chars().any(|letter| is_hidden(letter) && !(long && matches!(letter, '\t' | '\n')))
    };
    match json {
        Json::Text(text) if hides(text, long) => found.take(path, Kind::HiddenCharacters),
        Json::List(items) => {
            for (at, json) in items.iter().enumerate() {
                hidden(json, &item(path, at), long, found);
            }
        }
        Json::Object(members) => {
            for (name, value) in members {
                let path = step(path, name);
                if hides(name, false) {
                    found.take(&path, Kind::HiddenCharacters);
                }
                hidden(value, &path, !members::SHORT_TEXTS.contains(&name.as_str()), found);
            }
        }
        _ => {}
    }
}

/// What a list of documents shows of one, read without its instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Name of the office; may be empty.
    pub unit: Text,
    /// Year of assessment.
    pub year: Option<u16>,
    /// Whose share it is; empty where it is a whole assessment.
    pub share: Text,
    /// Whether it is the example shown to newcomers.
    pub example: bool,
    /// How many indicators were answered, and of how many, as it was last written; noughts where it does not say.
    pub progress: (usize, usize),
    /// The whole range of its result, as it was last written.
    pub full: Option<Range>,
}

impl Opened {
    /// Whose share it is; its id, where that cannot be told.
    fn share(&self) -> Text {
        let id = self.part();
        let parts = self.root.member(parts::PARTS).map(Json::items).unwrap_or_default();
        let own = parts.iter().find(|part| part.member("id").and_then(Json::as_text) == Some(id));
        own.and_then(|part| part.member("by"))
            .and_then(Json::as_text)
            .filter(|_| !id.is_empty())
            .unwrap_or(id)
            .into()
    }

    /// What a list shows of it.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let at = |path: &[&str]| path.iter().try_fold(&self.root, |json, name| json.member(name));
        let number = |path: &[&str]| match at(path) {
            Some(Json::Number(number)) => Decimal::parse(number).ok(),
            _ => None,
        };
        let whole = |path: &[&str]| {
            let number = number(path).map_or(0, |number| number.ten_thousandths() / 10_000);
            usize::try_from(number).unwrap_or_default()
        };
        let low = number(&["results", "full", "low"]).map(Score::rounded);
        let high = number(&["results", "full", "high"]).map(Score::rounded);
        Summary {
            unit: at(&["unit", "name"]).and_then(Json::as_text).unwrap_or_default().into(),
            year: u16::try_from(whole(&["assessmentYear"])).ok().filter(|year| *year > 0),
            share: self.share(),
            example: at(&["example"]) == Some(&Json::Bool(true)),
            progress: (whole(&["results", "progress", "answered"]), whole(&["results", "progress", "total"])),
            full: low.zip(high).map(|(low, high)| Range { low, high }),
        }
    }
}

#[cfg(test)]
mod tests;
