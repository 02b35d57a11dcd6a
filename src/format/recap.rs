//! From the bytes of one file to what a recapitulation needs of it.
//!
//! Invariant: a file gives the row that [`Row::of`] gives for the assessment that `document::open` and `read` take from
//! it, or an unread entry with their problems; no file, whatever it holds, ends anything but itself.

use super::carried;
use super::document::{Opened, open};
use super::json::{Json, shown};
use super::rubric::digest;
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Entry, Meta, Row, Trouble, Unread};
use crate::domain::rubric::{Indicator, Rubric, Scale};

pub mod differ;
mod fast;
pub mod flat;
pub mod packed;
mod scan;
mod seal;
pub mod told;
pub mod units;

/// An instrument made ready for reading many files.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The instrument.
    pub rubric: Rubric,
    /// The digest of its scoring rules.
    pub digest: String,
    /// The ids of its indicators in their order, each with the places of its dimension and itself.
    places: Vec<(Text, (usize, usize))>,
}

impl Instrument {
    /// Makes an instrument ready.
    #[must_use]
    pub fn of(rubric: Rubric) -> Self {
        let mut places = Vec::new();
        for (place, dimension) in rubric.dimensions.iter().enumerate() {
            let inside = dimension.indicators.iter().enumerate();
            places.extend(inside.map(|(at, indicator)| (indicator.id.clone(), (place, at))));
        }
        places.sort();
        Self { digest: digest(&rubric), rubric, places }
    }

    /// Where an indicator is in the order of ids.
    fn place(&self, id: &str) -> Option<usize> {
        self.places.binary_search_by(|(own, _)| (**own).cmp(id)).ok()
    }

    /// The indicator at a place, with its scale.
    fn asked(&self, place: usize) -> Option<(&Indicator, &Scale)> {
        let (_, (dimension, at)) = self.places.get(place)?;
        let indicator = self.rubric.dimensions.get(*dimension)?.indicators.get(*at)?;
        self.rubric.scale_at(*dimension, *at).map(|scale| (indicator, scale))
    }
}

/// How files are read.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The instruments at hand.
    pub instruments: Vec<Instrument>,
    /// Whether the digest of each file is held against its contents.
    pub verify: bool,
}

impl Reader {
    /// A reader with these instruments.
    #[must_use]
    pub fn new(rubrics: Vec<Rubric>, verify: bool) -> Self {
        Self { instruments: rubrics.into_iter().map(Instrument::of).collect(), verify }
    }

    /// The instrument at hand with this id.
    #[must_use]
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|own| *own.rubric.id == *id)
    }

    /// What a file of this name says: JSON under any name, or the one HTML file with a document in it.
    #[must_use]
    pub fn entry(&self, name: &str, bytes: &[u8]) -> Entry {
        let file = Text::from(name);
        if let Some(row) = self.usual(&file, bytes) {
            return Entry::Row(Box::new(row));
        }
        self.whole(file, bytes)
    }

    /// The row of a file as our own program writes it; none of one that has to be read as a whole.
    #[must_use]
    pub fn usual(&self, file: &Text, bytes: &[u8]) -> Option<Row> {
        fast::row(self, file, bytes)
    }

    /// What any file says, read member by member.
    #[must_use]
    pub fn whole(&self, file: Text, bytes: &[u8]) -> Entry {
        let bytes = match bytes.trim_ascii_start() {
            [b'<', ..] => carried::taken(bytes).unwrap_or(bytes),
            _ => bytes,
        };
        match self.row(&file, bytes) {
            Ok(row) => Entry::Row(Box::new(row)),
            Err(problems) => Entry::Unread(Unread { file, problems }),
        }
    }

    fn row(&self, file: &Text, bytes: &[u8]) -> Result<Row, Vec<Problem>> {
        let opened = open(bytes)?;
        let id = &opened.rubric().id;
        let (copy, carried);
        let instrument = match self.instrument(id) {
            Some(own) => {
                carried = false;
                own
            }
            None => {
                let Some(found) = opened.rubric_copy() else {
                    return Err(vec![Problem::new("rubric.id", Kind::UnknownRubric(shown(id)))]);
                };
                copy = Instrument::of(found?);
                carried = true;
                &copy
            }
        };
        let mut meta = meta(&opened, file);
        meta.carried = carried;
        if carried {
            meta.copy = instrument.digest.as_str().into();
        }
        let (decoded, brief) = opened.read_brief(&instrument.rubric, &instrument.digest, self.verify)?;
        meta.troubles = decoded.problems.iter().filter_map(trouble).collect();
        Ok(Row::with(&instrument.rubric, &decoded.assessment, brief, meta))
    }
}

/// What the file says beside the assessment.
fn meta(opened: &Opened, file: &Text) -> Meta {
    let saved_at = opened.root().member("savedAt").and_then(Json::as_text).unwrap_or_default();
    Meta {
        file: file.clone(),
        saved_at: saved_at.into(),
        part: opened.root().member("part").is_some(),
        ..Meta::default()
    }
}

/// What of the problems that come in with a file matters beside other files. Only the score itself is held against the
/// stored one; of its parts the file's own reader speaks.
fn trouble(problem: &Problem) -> Option<Trouble> {
    match &problem.kind {
        Kind::WrongDigest => Some(Trouble::WrongDigest),
        Kind::OtherRubricVersion(made, _) => Some(Trouble::OtherVersion(made.as_str().into())),
        Kind::OtherRubricDigest => Some(Trouble::OtherRules),
        Kind::NewerMinor(version) => Some(Trouble::NewerMinor(version.as_str().into())),
        Kind::ResultDiffers(..) => RESULTS
            .contains(&problem.path.strip_prefix("results.").unwrap_or_default())
            .then_some(Trouble::StoredDiffers),
        _ => None,
    }
}

/// Members of a stored result that are held against the recomputed one.
const RESULTS: &[&str] = &["score", "answers", "full", "supported", "progress"];
