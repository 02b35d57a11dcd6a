//! What an office has answered.
//!
//! Invariant: an assessment holds exactly what was typed or read; nothing is rejected here, and what
//! this version does not understand travels along in [`Kept`].

use std::rc::Rc;

use super::Text;
use super::action::FollowUp;
use super::date::Date;
use super::history::Past;
use super::map::Map;
use super::merge::Conflict;
use super::milestone::Milestone;
use super::number::Decimal;
use super::office_weights::OfficeWeights;
use super::official::Official;
use super::oversight::Oversight;
use super::part::Part;
use super::rubric::{Indicator, Mode, Panel, Rubric, SampleKind};
use super::simulation::Simulation;
use super::status::StatusChange;
use super::verification::Verification;
use super::wanted::Wanted;

/// Members of a file that this version does not know: name and JSON text, re-emitted unchanged.
pub type Kept = Vec<(Text, Text)>;

/// What is ticked, each with the id of its sample, which is empty for the answer as a whole: samples in the order of
/// their ids, ticks of one as they were made.
pub type Ticks = Vec<(Text, Text)>;

/// One answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A level of the scale, by what it counts.
    Level(Decimal),
    /// A number on a continuous scale.
    Value(Decimal),
    /// *Tidak relevan bagi unit ini.*
    NotApplicable,
}

impl Choice {
    /// The number given; none for *tidak relevan*.
    #[must_use]
    pub const fn number(self) -> Option<Decimal> {
        match self {
            Self::Level(number) | Self::Value(number) => Some(number),
            Self::NotApplicable => None,
        }
    }
}

/// How far a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// Wholly.
    Yes,
    /// In part.
    Partly,
    /// Not at all.
    No,
}

/// How far a document is ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceState {
    /// *Belum ada.*
    #[default]
    None,
    /// *Disiapkan.*
    Prepared,
    /// *Ada, belum sesuai.*
    Mismatch,
    /// *Sesuai.*
    Good,
}

/// One document asked for, and what the office has.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The document as the instrument names it.
    pub asked: Text,
    /// The office's own document.
    pub title: Text,
    /// Where it is kept.
    pub where_kept: Text,
    /// Its date, as typed.
    pub date: Text,
    /// Until when it holds, as typed.
    pub valid_until: Text,
    /// How far it is ready.
    pub state: EvidenceState,
    /// SHA-256 of the document, in hex; may be empty.
    pub sha256: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// Highest revision: what every reader of JSON holds exactly.
pub const MAX_REVISION: u64 = 1 << 53;

/// The revision after this one. Behind the highest, which only a file brings, none is counted: it could be saved and
/// never be opened again.
#[must_use]
pub fn next_revision(revision: u64) -> u64 {
    MAX_REVISION.min(revision + 1)
}

/// SHA-256 of no bytes at all.
const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

impl Evidence {
    /// Whether it no longer holds on that day. Without a day, or with one that cannot be read, nothing runs out; of the
    /// latter see [`Evidence::is_undated`].
    #[must_use]
    pub fn is_expired(&self, day: Option<Date>) -> bool {
        day.zip(Date::read(&self.valid_until)).is_some_and(|(day, until)| day > until)
    }

    /// Whether it bears a date after that day.
    #[must_use]
    pub fn is_ahead(&self, day: Option<Date>) -> bool {
        day.zip(Date::read(&self.date)).is_some_and(|(day, date)| date > day)
    }

    /// Whether it would run out before the day it bears.
    #[must_use]
    pub fn ends_before_date(&self) -> bool {
        Date::read(&self.date).zip(Date::read(&self.valid_until)).is_some_and(|(date, until)| until < date)
    }

    /// Whether its fingerprint is that of a file that holds nothing.
    #[must_use]
    pub fn is_of_nothing(&self) -> bool {
        self.sha256.trim().eq_ignore_ascii_case(OF_NOTHING)
    }

    /// Whether it says until when it holds in a way that is read as no day, so that nobody can tell whether it still
    /// does. A dash says nothing.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.valid_until.contains(char::is_alphanumeric) && Date::read(&self.valid_until).is_none()
    }

    /// Whether it is *sesuai* and known to hold on that day. One that ends is not, where there is no day.
    #[must_use]
    pub fn is_complete(&self, day: Option<Date>) -> bool {
        let until = Date::read(&self.valid_until);
        let holds = until.map_or_else(|| !self.is_undated(), |until| day.is_some_and(|day| day <= until));
        self.state == EvidenceState::Good && holds
    }
}

/// Everything given for one indicator. Its order means nothing; it is one that does not depend on who came first.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// The answer; none while blank or answered per sample.
    pub choice: Option<Choice>,
    /// What was typed where it is not a number of the scale: kept, shown, and counted as blank.
    pub typed: Text,
    /// Why it is *tidak relevan*.
    pub reason: Text,
    /// Whether it is an assumption rather than an official figure.
    pub assumed: bool,
    /// What the assumption rests on.
    pub ground: Text,
    /// Answers per sample, by sample id.
    pub samples: Map<Choice>,
    /// Ids of samples whose answer was copied from another sample.
    pub copied: Vec<Text>,
    /// Answers to criteria, by criterion id.
    pub criteria: Map<Met>,
    /// What was ticked in an interview or on a walk.
    pub ticks: Ticks,
    /// Documents.
    pub evidence: Vec<Evidence>,
    /// Free note.
    pub note: Text,
    /// Who answered: a post, never a name.
    pub by: Text,
    /// When, as a time with offset.
    pub at: Text,
    /// Whether to ask a companion about it.
    pub ask: bool,
    /// Copied from an older assessment and not yet looked at.
    pub unconfirmed: bool,
    /// Unknown members.
    pub kept: Kept,
}

impl Answer {
    /// Whether nothing at all is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // Every member by its name, so that one that is added cannot be forgotten here.
        let Self {
            choice,
            typed,
            reason,
            assumed,
            ground,
            samples,
            copied,
            criteria,
            ticks,
            evidence,
            note,
            by,
            at,
            ask,
            unconfirmed,
            kept,
        } = self;
        // Not held against an empty one: making that takes longer than all of this.
        choice.is_none()
            && [typed, reason, ground, note, by, at].iter().all(|text| text.is_empty())
            && !(*assumed || *ask || *unconfirmed)
            && samples.is_empty()
            && copied.is_empty()
            && criteria.is_empty()
            && ticks.is_empty()
            && evidence.is_empty()
            && kept.is_empty()
    }

    /// Ticks something of a sample, or unticks it.
    pub fn tick(&mut self, sample: &Text, what: &Text, ticked: bool) {
        self.ticks.retain(|(of, own)| of != sample || own != what);
        if ticked {
            let behind = self.ticks.iter().position(|(of, _)| of > sample).unwrap_or(self.ticks.len());
            self.ticks.insert(behind, (sample.clone(), what.clone()));
        }
    }

    /// How many of the documents asked for are *sesuai* and hold on that day, and how many are asked for.
    #[must_use]
    pub fn evidence_ready(&self, indicator: &Indicator, day: Option<Date>) -> (usize, usize) {
        let good = |asked: &&Text| self.evidence.iter().any(|e| e.asked == **asked && e.is_complete(day));
        (indicator.evidence.iter().filter(good).count(), indicator.evidence.len())
    }
}

/// A product or person that some indicators are answered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Unique within the assessment.
    pub id: Text,
    /// Product or person.
    pub kind: SampleKind,
    /// Id of the panel; empty means the first of its kind.
    pub panel: Text,
    /// What it is called; a post, never a person's name.
    pub name: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// The office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Local government.
    pub pemda: Text,
    /// Name of the office.
    pub name: Text,
    /// Kind of office.
    pub kind: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// Which instrument the answers belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RubricRef {
    /// Its id.
    pub id: Text,
    /// Its version; empty means the newest at hand.
    pub version: Text,
    /// Digest of its scoring part; may be empty.
    pub sha256: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// Where the document stands in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// *Draf.*
    #[default]
    Draft,
    /// *Diajukan.*
    Submitted,
    /// *Diverifikasi.*
    Verified,
    /// *Disahkan.*
    Approved,
}

/// One self-assessment of one office with one instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Made once, kept by every copy.
    pub id: Text,
    /// Counts saved changes.
    pub revision: u64,
    /// Where it stands.
    pub status: Status,
    /// How it came to stand there, oldest first.
    pub statuses: Vec<StatusChange>,
    /// The instrument.
    pub rubric: RubricRef,
    /// The office.
    pub unit: Unit,
    /// Year of assessment.
    pub assessment_year: Option<u16>,
    /// Year the data are of.
    pub data_year: Option<u16>,
    /// How answers with criteria are counted.
    pub mode: Mode,
    /// Products and persons.
    pub samples: Vec<Sample>,
    /// Which share of the assessment it is, by id; empty where it is the whole.
    pub part: Text,
    /// Shares of the indicators; of a share, itself.
    pub parts: Vec<Part>,
    /// Answers by indicator id.
    pub answers: Map<Rc<Answer>>,
    /// Answers that wait for a choice, and those not chosen, by indicator id.
    pub conflicts: Map<Conflict>,
    /// A draft beside the answers; it moves nothing until it is taken over.
    pub simulation: Simulation,
    /// Official weights that the office holds.
    pub weights: OfficeWeights,
    /// What a verifier found.
    pub verification: Option<Verification>,
    /// Published result.
    pub official: Option<Official>,
    /// What is to be reached; none before anything was chosen.
    pub wanted: Option<Wanted>,
    /// What is to be done.
    pub actions: Vec<FollowUp>,
    /// What supervisors demand.
    pub oversight: Vec<Oversight>,
    /// States of the answers kept by name.
    pub milestones: Vec<Milestone>,
    /// Published results of other years.
    pub history: Vec<Past>,
    /// Whether it is the example shown to newcomers.
    pub example: bool,
    /// Whether it is an exercise: it stands for no office.
    pub practice: bool,
    /// Whether it is a copy made without notes and without where documents are kept.
    pub bare: bool,
    /// When it was begun.
    pub created_at: Text,
    /// When it was last changed.
    pub updated_at: Text,
    /// Unknown members, and those of later pieces.
    pub kept: Kept,
}

impl Assessment {
    /// The answer to an indicator, if anything is held for it.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.get(id).map(Rc::as_ref)
    }

    /// The day it was last changed: what its documents are held against when it is scored. Today's date would make
    /// the result of a file depend on the day it is read, and differ from the one written in it.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        Date::read(&self.updated_at)
    }

    /// The samples of a panel, in order. A sample without panel belongs to the first of its kind.
    pub fn samples_of<'a>(
        &'a self,
        rubric: &'a Rubric,
        panel: &'a Panel,
    ) -> impl Iterator<Item = &'a Sample> {
        let first = rubric.panels.iter().find(|other| other.kind == panel.kind);
        let is_first = first.is_some_and(|first| first.id == panel.id);
        self.samples.iter().filter(move |sample| {
            sample.kind == panel.kind && (sample.panel == panel.id || (is_first && sample.panel.is_empty()))
        })
    }
}
