//! What is wrong with a file of a collection, and why one is not counted.
//!
//! Invariant: a trouble only speaks; what keeps a file from being counted is a [`Reason`], and every file that is not
//! counted has one.

use crate::domain::Text;

/// Most names that are held of other files: a form sent out to thousands has one id in all of them.
pub const MAX_NAMED: usize = 5;

/// Other files that something is shared with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Others {
    /// How many there are.
    pub count: usize,
    /// The names of the first [`MAX_NAMED`], in their order.
    pub first: Vec<Text>,
}

/// What is to be said about a file, whether it counts or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// One of so many parts of the same assessment: they can be merged first.
    Part(usize),
    /// Other files here are of the same office; one of all of them counts.
    SameOffice(Others),
    /// Files of other offices here have the same id; that keeps none of them from being counted.
    SharedId(Others),
    /// No office is named in it.
    Nameless,
    /// Of another year than most files here: the year of most.
    OtherYear(u16),
    /// Written by a newer program in a newer minor version of the format, read as far as it is known.
    NewerMinor(Text),
    /// Made with another version of the instrument, scored with the one at hand: that version.
    OtherVersion(Text),
    /// Made with other scoring rules under the same version, scored with those at hand.
    OtherRules,
    /// The digest in the file is not that of its contents.
    WrongDigest,
    /// The result stored in it differs from the recomputed one, which counts.
    StoredDiffers,
    /// Items *tidak relevan* carry over a quarter of these dimensions (their places).
    RestsOnLeaving(Vec<usize>),
    /// Scored with weights that the office entered.
    OwnWeights,
    /// Findings in it were made of answers that have changed since.
    OldFindings,
    /// Things in it are not known here or cannot be read, and count nothing: how many, and the first in words.
    Unknown(usize, Text),
    /// When it was last changed cannot be read.
    Undated,
    /// It was last changed on a day that has not come.
    Ahead,
    /// Nothing is answered in it.
    Blank,
}

/// Why a file is not counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It cannot be read; the entry holds the problems.
    Unreadable,
    /// Its instrument is none of those at hand and did not come with it: its id.
    UnknownInstrument(Text),
    /// It is in an older format that no program reads any more: which.
    OlderFormat(Text),
    /// It is in a newer format than this program reads: which.
    NewerFormat(Text),
    /// It is a part of an assessment.
    Part,
    /// It is the example shown to newcomers.
    Example,
    /// It is an exercise and stands for no office.
    Practice,
    /// It is answered with another instrument than the one reckoned here: its id.
    OtherInstrument(Text),
    /// Its instrument came with it and is none of those at hand.
    CarriedRubric,
    /// The instrument that came with it bears the id of the one reckoned here and is another.
    OtherCopy,
    /// Another file of the same office counts: its name.
    OtherFile(Text),
    /// Its office is not chosen.
    NotChosen,
}

impl Trouble {
    /// The stable word for files and the command line.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Part(_) => "part",
            Self::SameOffice(_) => "sameOffice",
            Self::SharedId(_) => "sharedId",
            Self::Nameless => "nameless",
            Self::OtherYear(_) => "otherYear",
            Self::NewerMinor(_) => "newerMinor",
            Self::OtherVersion(_) => "otherVersion",
            Self::OtherRules => "otherRules",
            Self::WrongDigest => "wrongDigest",
            Self::StoredDiffers => "storedDiffers",
            Self::RestsOnLeaving(_) => "restsOnLeaving",
            Self::OwnWeights => "ownWeights",
            Self::OldFindings => "oldFindings",
            Self::Unknown(..) => "unknown",
            Self::Undated => "undated",
            Self::Ahead => "ahead",
            Self::Blank => "blank",
        }
    }
}

impl Reason {
    /// The stable word for files and the command line.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::UnknownInstrument(_) => "unknownInstrument",
            Self::OlderFormat(_) => "olderFormat",
            Self::NewerFormat(_) => "newerFormat",
            Self::Part => "part",
            Self::Example => "example",
            Self::Practice => "practice",
            Self::OtherInstrument(_) => "otherInstrument",
            Self::CarriedRubric => "carriedRubric",
            Self::OtherCopy => "otherCopy",
            Self::OtherFile(_) => "otherFile",
            Self::NotChosen => "notChosen",
        }
    }
}
