//! From the bytes of one file to what a recapitulation needs of it.
//!
//! Invariant: a file gives the row that [`Row::of`] gives for the assessment that `document::open` and `read` take from
//! it, or an unread entry with their problems; no file, whatever it holds, ends anything but itself.

use std::rc::Rc;

use super::carried;
use super::document::{Opened, open};
use super::json::{Json, shown};
use super::rubric::digest;
use super::wording::sentence;
use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::date::Date;
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

    /// Whether every product and person that is answered for is one of the document's, and of the indicator's panel.
    fn lists(&self, made: &Assessment, answers: &[(Text, Rc<Answer>)]) -> bool {
        answers.iter().filter(|(_, answer)| !answer.samples.is_empty()).all(|(id, answer)| {
            let asked = self.place(id).and_then(|place| self.asked(place));
            let panel = asked.and_then(|(indicator, _)| self.rubric.panel_of(indicator));
            let is_listed = |id: &Text| {
                panel.is_some_and(|panel| made.samples_of(&self.rubric, panel).any(|sample| sample.id == *id))
            };
            answer.samples.keys().all(is_listed)
        })
    }
}

/// How files are read.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The instruments at hand.
    pub instruments: Vec<Instrument>,
    /// Whether the digest of each file is held against its contents.
    pub verify: bool,
    /// The day it is, where that is known: a file changed after it comes of a wrong clock.
    pub today: Option<Date>,
}

impl Reader {
    /// A reader with these instruments.
    #[must_use]
    pub fn new(rubrics: Vec<Rubric>, verify: bool) -> Self {
        Self { instruments: rubrics.into_iter().map(Instrument::of).collect(), verify, today: None }
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
        let mut entry = match self.usual(&file, bytes) {
            Some(row) => Entry::Row(Box::new(row)),
            None => self.whole(file, bytes),
        };
        if let Entry::Row(row) = &mut entry
            && self.is_ahead(&row.updated_at)
        {
            row.troubles.push(Trouble::Ahead);
            row.troubles.sort();
        }
        entry
    }

    /// Whether a time lies ahead by more than clocks of other zones do.
    fn is_ahead(&self, time: &str) -> bool {
        Date::read(time).zip(self.today).is_some_and(|(of, today)| of.days_from(today) > 1)
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
        meta.troubles.extend(unknown(&decoded.problems));
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

/// What of the problems is told as one: that something in the file counts nothing because it is not known or not read.
fn unknown(problems: &[Problem]) -> Option<Trouble> {
    let mut all = problems.iter().filter(|problem| is_unknown(problem));
    let first = all.next()?;
    Some(Trouble::Unknown(1 + all.count(), sentence(first).into()))
}

/// Whether a problem is that something is not known or not read. What bears on no row is not looked at: most files are
/// read without it.
fn is_unknown(problem: &Problem) -> bool {
    let is_told = matches!(
        problem.kind,
        Kind::UnknownIndicator(_)
            | Kind::UnknownSample(_)
            | Kind::UnknownCriterion(_)
            | Kind::UnknownWord(_)
            | Kind::OutsideScale(_)
            | Kind::NotApplicableRefused
            | Kind::WrongType(_)
            | Kind::Missing(_)
            | Kind::DuplicateId(_)
            | Kind::TooMany(_)
            | Kind::NumberOutOfRange
            | Kind::NumberTooPrecise(_)
    );
    let mut steps = problem.path.split(['.', '[']);
    let (first, last) = (steps.next().unwrap_or_default(), steps.next_back());
    let beside = fast::PASSED.contains(&first) || matches!(first, "results" | "digest" | "part");
    is_told && !beside && !problem.path.contains(".copied[") && last != Some("ticks")
}

/// Members of a stored result that are held against the recomputed one.
const RESULTS: &[&str] = &["score", "answers", "full", "supported", "progress"];
