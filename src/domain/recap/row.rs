//! What one file says, as far as a recapitulation needs it.
//!
//! Invariant: every figure is reckoned from the answers as [`Scorecard::of`](crate::domain::scorecard::Scorecard) does;
//! nothing that cannot be put beside other offices is held.

use std::cmp::Ordering;

use super::moment::Moment;
use super::office::OfficeKey;
use super::trouble::{Reason, Trouble};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, Status};
use crate::domain::number::Score;
use crate::domain::office_weights::{OfficeWeights, applied};
use crate::domain::plan;
use crate::domain::problem::{Kind, Problem};
use crate::domain::rubric::{Indicator, Rubric};
use crate::domain::scorecard::item::{Item, Part};
use crate::domain::scorecard::{Brief, Figure, Progress};
use crate::domain::standing::Standing;
use crate::domain::verification::{outdated, so_far};

/// What is known of a file beside the assessment in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Its name; with folders where it has them.
    pub file: Text,
    /// When it was written, as it says.
    pub saved_at: Text,
    /// Whether it is a part of an assessment.
    pub part: bool,
    /// Whether its instrument came with it.
    pub carried: bool,
    /// The digest of the instrument that came with it.
    pub copy: Text,
    /// What was found while it was read.
    pub troubles: Vec<Trouble>,
}

/// One scored indicator of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is answered, as a part of full; none where nothing is.
    pub point: Option<Part>,
    /// The same with blanks at their lowest.
    pub low: Part,
    /// The most it can be raised to by the office itself, this year; `low` where it cannot be raised.
    pub top: Part,
    /// Whether it is *tidak relevan*.
    pub leaves: bool,
    /// Whether nothing is left to answer.
    pub answered: bool,
    /// Whether what is answered is an assumption.
    pub assumed: bool,
}

/// The office's own result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The score with its ranges.
    pub figure: Figure,
    /// *Didukung bukti*.
    pub supported: Option<Score>,
    /// How much is filled in.
    pub progress: Progress,
    /// Answers that are assumptions.
    pub assumed: usize,
    /// Answers *tidak relevan*.
    pub not_relevant: usize,
    /// Places of dimensions of which items left out carry over a quarter.
    pub rests_on: Vec<usize>,
    /// The scored indicators, in the order of the form.
    pub cells: Vec<Cell>,
    /// Documents asked for that are not *sesuai* or have run out, by their places in [`asked`].
    pub missing: Vec<u16>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four facts about a file, of which any may hold with any")]
pub struct Row {
    /// Its name; with folders where it has them.
    pub file: Text,
    /// The id of the assessment; may be empty.
    pub id: Text,
    /// Local government, as written.
    pub pemda: Text,
    /// Name of the office, as written.
    pub name: Text,
    /// Kind of office, as written.
    pub kind: Text,
    /// Id of the instrument.
    pub rubric: Text,
    /// The version it was made with.
    pub version: Text,
    /// Whether that instrument came with the file and is none of those at hand.
    pub carried: bool,
    /// The digest of the instrument that came with it; empty where it is one of those at hand.
    pub copy: Text,
    /// Year of assessment.
    pub year: Option<u16>,
    /// Where it stands.
    pub status: Status,
    /// Counts saved changes.
    pub revision: u64,
    /// When it was last changed.
    pub updated_at: Text,
    /// When the file was written.
    pub saved_at: Text,
    /// Whether it is the example shown to newcomers.
    pub example: bool,
    /// Whether it is an exercise.
    pub practice: bool,
    /// Whether it is a part of an assessment.
    pub part: bool,
    /// The office's own result; none where the instrument only holds published ones.
    pub own: Option<Own>,
    /// The verified result; none where nothing was verified.
    pub verified: Option<Figure>,
    /// The published score.
    pub official: Option<Score>,
    /// Weights that the office entered; empty for most.
    pub weights: OfficeWeights,
    /// What was found in the file itself; see `Line::troubles` for all that is to be said.
    pub troubles: Vec<Trouble>,
}

/// A file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name; with folders where it has them.
    pub file: Text,
    /// Why.
    pub problems: Vec<Problem>,
}

/// One file of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// What it says.
    Row(Box<Row>),
    /// It cannot be read.
    Unread(Unread),
}

/// A document that an instrument asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Places of the dimension and the indicator.
    pub at: (usize, usize),
    /// The document as the instrument names it.
    pub document: Text,
}

/// Everything an instrument asks for scored indicators, in the order of the form.
#[must_use]
pub fn asked(rubric: &Rubric) -> Vec<Asked> {
    let each = |(at, indicator): ((usize, usize), &Indicator)| {
        indicator.evidence.iter().map(|document| Asked { at, document: document.clone() }).collect::<Vec<_>>()
    };
    scored(rubric).into_iter().flat_map(each).collect()
}

/// The scored indicators with their places, in the order of the form: those of [`Own::cells`].
#[must_use]
pub fn scored(rubric: &Rubric) -> Vec<((usize, usize), &Indicator)> {
    let mut all = Vec::new();
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        let inside = dimension.indicators.iter().enumerate().filter(|(_, indicator)| indicator.is_scored());
        all.extend(inside.map(|(at, indicator)| ((place, at), indicator)));
    }
    all
}

impl Cell {
    /// What is answered in hundredths of a percent of full, half up: 10 000 is full. None where nothing is.
    #[must_use]
    pub fn share(&self) -> Option<u16> {
        self.point.map(|part| {
            let (num, den) = (u128::from(part.num), u128::from(part.den.max(1)));
            u16::try_from((num * 20_000 + den) / (den * 2)).unwrap_or(u16::MAX)
        })
    }
}

impl Own {
    /// The result of an assessment, reckoned with the weights that the office entered.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment) -> Self {
        Self::with(rubric, assessment, Brief::of(&applied(rubric, &assessment.weights), assessment))
    }

    /// The same, where the result in brief is at hand.
    fn with(rubric: &Rubric, assessment: &Assessment, brief: Brief) -> Self {
        let cells = cells(rubric, assessment, &brief.items);
        Self {
            figure: brief.score,
            supported: brief.supported,
            progress: brief.progress,
            assumed: brief.assumed,
            not_relevant: brief.not_applicable,
            rests_on: brief.rests_on,
            missing: missing(rubric, assessment, &cells),
            cells,
        }
    }

    /// What can be said of its category and zone.
    #[must_use]
    pub fn standing(&self, rubric: &Rubric) -> Standing {
        Standing::of(rubric, &self.figure, self.assumed, self.not_relevant, self.rests_on.clone())
    }
}

/// The scored indicators as they are, and as far as they can be raised.
fn cells(rubric: &Rubric, assessment: &Assessment, items: &[Item]) -> Vec<Cell> {
    let goal = assessment.wanted.as_ref().map(|wanted| wanted.goal(rubric)).unwrap_or_default();
    let is_assumed = |indicator: &Indicator| {
        indicator.always_assumed || assessment.answer(&indicator.id).is_some_and(|answer| answer.assumed)
    };
    let cell = |((at, indicator), item): (((usize, usize), &Indicator), &Item)| Cell {
        point: item.point,
        low: item.low,
        top: if item.leaves { item.low } else { plan::top(rubric, assessment, &goal, at, item.low) },
        leaves: item.leaves,
        answered: item.answered,
        assumed: item.point.is_some() && is_assumed(indicator),
    };
    scored(rubric).into_iter().zip(items).map(cell).collect()
}

/// The places in [`asked`] of what is not complete. What is *tidak relevan* needs no document.
fn missing(rubric: &Rubric, assessment: &Assessment, cells: &[Cell]) -> Vec<u16> {
    let day = assessment.day();
    let (mut missing, mut place) = (Vec::new(), 0_u16);
    for ((_, indicator), cell) in scored(rubric).into_iter().zip(cells) {
        let answer = assessment.answer(&indicator.id);
        for asked in &indicator.evidence {
            let complete = answer.is_some_and(|answer| {
                answer.evidence.iter().any(|own| own.asked == *asked && own.is_complete(day))
            });
            if !complete && !cell.leaves {
                missing.push(place);
            }
            place = place.saturating_add(1);
        }
    }
    missing
}

impl Row {
    /// What an assessment says, read from this file with this instrument.
    #[must_use]
    pub fn of(rubric: &Rubric, assessment: &Assessment, meta: Meta) -> Self {
        let brief = Brief::of(&applied(rubric, &assessment.weights), assessment);
        Self::with(rubric, assessment, brief, meta)
    }

    /// The same, where the result in brief is at hand, reckoned with the weights that the office entered.
    #[must_use]
    pub fn with(rubric: &Rubric, assessment: &Assessment, brief: Brief, meta: Meta) -> Self {
        let own = rubric.fillable.then(|| Own::with(rubric, assessment, brief));
        let mut row = Self {
            file: meta.file,
            id: assessment.id.clone(),
            pemda: assessment.unit.pemda.clone(),
            name: assessment.unit.name.clone(),
            kind: assessment.unit.kind.clone(),
            rubric: rubric.id.clone(),
            version: assessment.rubric.version.clone(),
            carried: meta.carried,
            copy: meta.copy,
            year: assessment.assessment_year,
            status: assessment.status,
            revision: assessment.revision,
            updated_at: assessment.updated_at.clone(),
            saved_at: meta.saved_at,
            example: assessment.example,
            practice: assessment.practice,
            part: meta.part,
            own,
            verified: rubric
                .fillable
                .then(|| so_far(&applied(rubric, &assessment.weights), assessment))
                .flatten()
                .map(|card| card.score),
            official: assessment.official.as_ref().and_then(|official| official.score),
            weights: assessment.weights.clone(),
            troubles: meta.troubles,
        };
        if !outdated(assessment).is_empty() {
            row.troubles.push(Trouble::OldFindings);
        }
        row.note();
        row
    }

    /// Notes what the answers themselves give to say.
    fn note(&mut self) {
        if self.name.trim().is_empty() {
            self.troubles.push(Trouble::Nameless);
        }
        if !self.updated_at.trim().is_empty() && Moment::read(&self.updated_at).is_none() {
            self.troubles.push(Trouble::Undated);
        }
        if let Some(own) = &self.own {
            if !own.rests_on.is_empty() {
                self.troubles.push(Trouble::RestsOnLeaving(own.rests_on.clone()));
            }
            if own.figure.point.is_none() && own.not_relevant == 0 {
                self.troubles.push(Trouble::Blank);
            }
            if !self.weights.is_empty() {
                self.troubles.push(Trouble::OwnWeights);
            }
        }
        self.troubles.sort();
        self.troubles.dedup();
    }

    /// What its office is told by, as far as this file alone tells.
    #[must_use]
    pub fn key(&self) -> OfficeKey {
        OfficeKey::of(&self.pemda, &self.name, &self.id)
    }

    /// Whether everything is answered; of an instrument that only holds published results, whether there is one.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.own.as_ref().map_or(self.official.is_some(), |own| own.progress.is_complete())
    }

    /// Which of two files of one office counts: the greater. What is complete goes before what is not; then the later
    /// change, the higher revision, the later writing; then, so that the order of files never matters, what is in
    /// them, and their names.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let when = |row: &Self| {
            (row.is_complete(), Moment::read(&row.updated_at), row.revision, Moment::read(&row.saved_at))
        };
        when(self).cmp(&when(other)).then_with(|| self.content().cmp(&other.content())).then_with(|| {
            // Of equal contents the first name counts.
            other.file.cmp(&self.file)
        })
    }

    /// What is in it, as something that can be ordered.
    fn content(&self) -> impl Ord + '_ {
        let figure = |figure: &Figure| {
            let (answers, full) = (figure.answers, figure.full);
            (figure.point, answers.low, answers.high, full.low, full.high)
        };
        let own = self.own.as_ref();
        let cells = |own: &Own| own.cells.iter().map(|cell| (cell.share(), cell.leaves)).collect::<Vec<_>>();
        (
            (&self.id, &self.pemda, &self.name, &self.kind, &self.rubric, &self.version, &self.copy),
            (self.year, self.status as u8, &self.updated_at, &self.saved_at),
            (self.example, self.practice, self.part, self.official, self.verified.as_ref().map(figure)),
            (own.map(|own| figure(&own.figure)), own.and_then(|own| own.supported)),
            (own.map(|own| (own.assumed, own.not_relevant, own.missing.clone())), own.map(cells)),
            self.troubles.clone(),
        )
    }
}

impl Unread {
    /// Why it does not count: a version of the format that is not read has a reason of its own.
    #[must_use]
    pub fn reason(&self) -> Reason {
        let unknown = self.problems.iter().find_map(|problem| match &problem.kind {
            Kind::UnknownRubric(id) => Some(Text::from(id.as_str())),
            _ => None,
        });
        if let Some(id) = unknown {
            return Reason::UnknownInstrument(id);
        }
        let version = self.problems.iter().find(|problem| problem.path == "formatVersion");
        match version.map(|problem| &problem.kind) {
            Some(Kind::NewerFormat(version)) => Reason::NewerFormat(version.as_str().into()),
            Some(Kind::UnknownWord(version)) if version.starts_with("0.") => {
                Reason::OlderFormat(version.as_str().into())
            }
            _ => Reason::Unreadable,
        }
    }
}

impl Entry {
    /// The name of the file.
    #[must_use]
    pub const fn file(&self) -> &Text {
        match self {
            Self::Row(row) => &row.file,
            Self::Unread(unread) => &unread.file,
        }
    }

    /// What it says; none where it cannot be read.
    #[must_use]
    pub const fn row(&self) -> Option<&Row> {
        match self {
            Self::Row(row) => Some(row),
            Self::Unread(_) => None,
        }
    }
}
