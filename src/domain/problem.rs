//! What is wrong with a file, a rubric or an answer, and where.
//!
//! Invariant: a problem names the thing and its place; it holds no sentence (those are in `format::wording`).

use std::fmt;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file, `answers.IN07.level`; empty for the file as a whole.
    pub path: String,
    /// What.
    pub kind: Kind,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn new(path: impl Into<String>, kind: Kind) -> Self {
        Self { path: path.into(), kind }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal $(($($field:ty),+))?;)+) => {
        /// What is wrong.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $name $(($($field),+))?,)+
        }

        impl Kind {
            /// The stable word for files and the command line.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)+
                }
            }
        }
    };
}

kinds! {
    /// More bytes than a file may have: the limit.
    TooLarge "tooLarge" (usize);
    /// The file could not be read from disk: the system's reason.
    Unreadable "unreadable" (String);
    /// The bytes are not UTF-8 text.
    NotUtf8 "notUtf8";
    /// The bytes are those of another program's file: which, as a word.
    OtherFile "otherFile" (&'static str);
    /// There is nothing in the file.
    Empty "empty";
    /// The text is not JSON: line and column, where known.
    NotJson "notJson" (usize, usize);
    /// Something follows the JSON value.
    TrailingData "trailingData";
    /// Lists and objects nest deeper than the limit.
    TooDeep "tooDeep" (usize);
    /// The same member stands twice: its name.
    DuplicateKey "duplicateKey" (String);
    /// Another type was expected: which.
    WrongType "wrongType" (&'static str);
    /// A member that must be there is not: its name.
    Missing "missing" (&'static str);
    /// A number beyond what can be held.
    NumberOutOfRange "numberOutOfRange";
    /// A number with more decimal places than it may have: how many it may.
    NumberTooPrecise "numberTooPrecise" (usize);
    /// A file of another kind: what it says it is.
    WrongFormat "wrongFormat" (String);
    /// A format version this program does not read: which.
    NewerFormat "newerFormat" (String);
    /// An instrument that is not at hand: its id.
    UnknownRubric "unknownRubric" (String);
    /// An instrument under the id of one that comes with the program: the id.
    ShippedRubric "shippedRubric" (String);
    /// An instrument that cannot be filled in: its id.
    NotFillable "notFillable" (String);
    /// A level or value that the scale does not have: what was given.
    OutsideScale "outsideScale" (String);
    /// A word that is none of those allowed: the word.
    UnknownWord "unknownWord" (String);
    /// A text longer than the limit.
    TooLong "tooLong" (usize);
    /// Several files where one is asked for; shares of one assessment are asked for together.
    SeveralFiles "severalFiles";
    /// More members than the limit.
    TooMany "tooMany" (usize);
    /// An answer to an indicator that the instrument does not have: its id.
    UnknownIndicator "unknownIndicator" (String);
    /// An answer for a sample that the document does not list: its id.
    UnknownSample "unknownSample" (String);
    /// An answer to a criterion that the indicator does not have: its id.
    UnknownCriterion "unknownCriterion" (String);
    /// A member this version does not know: its name.
    UnknownMember "unknownMember" (String);
    /// *Tidak relevan* where the instrument does not allow it.
    NotApplicableRefused "notApplicableRefused";
    /// The stored result differs from the recomputed: stored, recomputed.
    ResultDiffers "resultDiffers" (String, String);
    /// The digest does not match the contents.
    WrongDigest "wrongDigest";
    /// The instrument came with the file: nobody has checked what it weighs.
    OwnRubric "ownRubric";
    /// Scored with weights that the office entered.
    OwnWeights "ownWeights";
    /// Made with another version of the instrument: that version, the one at hand.
    OtherRubricVersion "otherRubricVersion" (String, String);
    /// Made with other scoring rules under the same version.
    OtherRubricDigest "otherRubricDigest";
    /// Control or bidirectional characters or such of no width, shown escaped.
    HiddenCharacters "hiddenCharacters";
    /// One share of an assessment, which says nothing of the whole: whose.
    Share "share" (String);
    /// A share of an assessment that is none of those here: the id it names.
    OtherAssessment "otherAssessment" (String);
    /// A share that answers another instrument than the assessment it is of: its id.
    OtherRubric "otherRubric" (String);
    /// A newer minor version, read as far as it is known: which.
    NewerMinor "newerMinor" (String);
    /// Weights of a group do not sum to 100: what they sum to.
    SumNotHundred "sumNotHundred" (String);
    /// Bounds that cannot hold together with the sum.
    BoundsCannotHold "boundsCannotHold";
    /// A weight that is not above nought.
    WeightNotPositive "weightNotPositive";
    /// A reference to something that is not there: the id.
    UnknownReference "unknownReference" (String);
    /// An id that stands twice.
    DuplicateId "duplicateId" (String);
    /// An id that is empty or has letters that are not allowed.
    BadId "badId" (String);
    /// Categories that overlap or are out of order.
    CategoriesOverlap "categoriesOverlap";
    /// The lowest category does not begin at nought, or the highest begins above the maximum.
    CategoriesGap "categoriesGap";
    /// A zone that falls as the score rises.
    ZonesFall "zonesFall";
    /// Some categories have a zone and others have none.
    ZonesIncomplete "zonesIncomplete";
    /// A scale whose levels do not rise from its lowest.
    LevelsDoNotRise "levelsDoNotRise";
    /// Levels worded for an indicator that are not those of its scale.
    LevelsMismatch "levelsMismatch";
    /// A maximum that is not above nought.
    MaximumNotPositive "maximumNotPositive";
    /// What another module says of a file it read: a sentence of `format::sheet`.
    Told "told" (String);
    /// An instrument that is to be filled but asks nothing.
    NothingToFill "nothingToFill";
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.kind.code())
    }
}
