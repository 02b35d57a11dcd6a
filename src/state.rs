//! Every transition of the app, as one total function.
//!
//! Invariant: [`State::step`] does no I/O, never refuses what was typed, and never changes an assessment
//! without keeping the one before it for undo.

use std::rc::Rc;

use crate::domain::Text;
use crate::domain::assessment::{Assessment, Status};
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::office_weights::applied;
use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::{Reckoned, Scorecard};

mod kept;
mod place;
mod rewrite;
mod route;
mod step;

pub use kept::{Removed, SaveStatus, Saved};
pub use place::{Mode, Place};
pub use rewrite::Rewrite;
pub use route::Route;

/// How many edits can be taken back.
pub const UNDO_DEPTH: usize = 100;

/// The assessment being worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The answers.
    pub assessment: Rc<Assessment>,
    /// What they come to.
    pub scorecard: Rc<Scorecard>,
    /// What each dimension of it comes to.
    reckoned: Reckoned,
    /// Earlier states, latest last.
    past: Vec<Rc<Assessment>>,
    /// Whether the instrument is none of this build's: it came with a file.
    pub own: bool,
    /// Id of the indicator answered last here.
    pub touched: Option<Text>,
    /// The edit that led here, for joining keystrokes into one undo.
    latest: Option<Edit>,
}

impl Work {
    /// Begins work on an assessment.
    #[must_use]
    pub fn on(rubric: Rc<Rubric>, assessment: Rc<Assessment>) -> Self {
        let rubric = reckoned(rubric, &assessment);
        let reckoned = Reckoned::of(&rubric, &assessment);
        let scorecard = Rc::new(reckoned.scorecard(&rubric));
        Self {
            rubric,
            assessment,
            scorecard,
            reckoned,
            past: Vec::new(),
            own: false,
            touched: None,
            latest: None,
        }
    }

    /// Whether it is one share of an assessment.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.assessment.is_part()
    }

    /// How many edits can be taken back now.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.past.len()
    }

    /// The same as another module shows it: what can be taken back is kept elsewhere, and only counted here.
    #[must_use]
    pub fn counting(self, undoable: usize) -> Self {
        Self { past: vec![self.assessment.clone(); undoable.min(UNDO_DEPTH)], ..self }
    }
}

/// The instrument with the weights that the office has entered.
fn reckoned(rubric: Rc<Rubric>, assessment: &Assessment) -> Rc<Rubric> {
    if assessment.weights.is_empty() {
        rubric
    } else {
        Rc::new(applied(&rubric, &assessment.weights).into_owned())
    }
}

/// A file read and waiting for consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Name of the file.
    pub name: Text,
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// Its contents.
    pub assessment: Rc<Assessment>,
    /// What it comes to.
    pub scorecard: Rc<Scorecard>,
    /// What was noticed and is kept all the same.
    pub problems: Rc<Vec<Problem>>,
    /// Whether the instrument is none of this build's: the file brings it.
    pub own: bool,
    /// The assessment of the same id on this device, which it would replace.
    pub replaces: Option<Rc<Assessment>>,
    /// Whether it would be too large to be kept, as this app writes it.
    pub too_large: bool,
    /// Whether it was opened from the recapitulation: by whoever verifies it, not by the office.
    pub to_verify: bool,
}

/// Returned shares, read and waiting for consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The assessment they belong to.
    pub into: Rc<Assessment>,
    /// The shares.
    pub parts: Vec<Rc<Assessment>>,
    /// Files among them that could not be taken.
    pub refused: Vec<Refused>,
    /// What was noticed in those that could.
    pub noticed: Vec<Refused>,
}

impl Incoming {
    /// Where it is shown once it is taken over: what was handed in is looked at by whoever verifies it, or by the office
    /// whose findings it brings.
    #[must_use]
    pub fn leads_to(&self) -> Route {
        let under_way = matches!(self.assessment.status, Status::Submitted | Status::Verified);
        if (under_way || self.to_verify) && !self.assessment.practice && !self.assessment.is_part() {
            Route::Verifikasi(Text::default())
        } else {
            Route::Pengisian(Text::default(), Text::default())
        }
    }
}

/// A file that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Name of the file.
    pub name: Text,
    /// Why.
    pub problems: Rc<Vec<Problem>>,
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file was made and handed to the browser: its name, and its text where nobody can know whether it arrived.
    Downloaded(Text, Text),
    /// The browser blocked the file; its text is shown for copying.
    DownloadBlocked(Text),
    /// The text was copied.
    Copied,
    /// The browser does not let the page copy: the text, for copying by hand.
    CopyBlocked(Text),
    /// The instrument could not be fetched: its id.
    RubricMissing(Text),
    /// An edit was taken back: the ids of the indicators it had changed, and whether their one answer is
    /// back to what it was, rather than samples or what stands beside it.
    Undone(Vec<Text>, bool),
    /// An assessment was taken over from a file; whether undo leads back to what was here.
    Imported(bool),
    /// Answers given per product or person that differed were removed, by the ids of their indicators; undo
    /// brings them back.
    SamplesRemoved(Vec<Text>),
    /// This many numbers of the official result were noted.
    Published(usize),
    /// The draft was taken over: how many answers it changed.
    Applied(usize),
    /// The draft was thrown away.
    Dropped,
    /// This many answers were assumed from a survey.
    Assumed(usize),
    /// Values of the local government came in for this office: how many were taken over, and the ids of what it has
    /// answered itself; none where no assessment is open that could take them.
    PemdaValues(Option<(Text, usize, Vec<Text>)>),
    /// They are those of another local government than the office's: theirs, its own.
    OtherPemda(Text, Text),
    /// Everything was removed: how many, and whether only what one of several pages in others kept.
    Cleared(usize, bool),
    /// An instrument of the office's own was taken: its name, and whether it stays on this device.
    RubricTaken(Text, bool),
    /// An instrument of the office's own waits to take the place of the one kept under its id: that one, and itself.
    RubricMeets(Text, Text),
    /// The one HTML file could not be made.
    PageMissing,
    /// A table could not be made: how its name ends.
    TableMissing(&'static str),
    /// A file whose fingerprint was asked for could not be read.
    FileUnreadable,
    /// One more milestone would make the assessment larger than what can be opened again.
    MilestoneTooLarge,
    /// What was approved has been changed: which revision it is now.
    Reopened(usize),
    /// Printing was asked for in a frame, which may refuse it without a word.
    PrintedInFrame,
}

impl Notice {
    /// Whether it tells of a change to the answers that undo takes back.
    #[must_use]
    pub const fn is_undoable(&self) -> bool {
        match self {
            Self::Published(count) | Self::PemdaValues(Some((_, count, _))) => *count > 0,
            Self::SamplesRemoved(_)
            | Self::Reopened(_)
            | Self::Applied(_)
            | Self::Dropped
            | Self::Assumed(_) => true,
            Self::Imported(undoable) => *undoable,
            _ => false,
        }
    }
}

/// What is asked before something is deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// Whether *Komputer bersama* may remove what is kept.
    Shared,
    /// Whether everything is to be removed.
    Clear,
}

/// Everything the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Where the page stands.
    pub place: Place,
    /// What it is used for.
    pub mode: Mode,
    /// Ids of this build's own instruments.
    pub shipped: Rc<Vec<Text>>,
    /// Which view.
    pub route: Route,
    /// Instruments fetched so far, by id.
    pub library: Map<Rc<Rubric>>,
    /// What is being worked on.
    pub work: Option<Work>,
    /// What is kept on this device, newest first.
    pub saved: Rc<Vec<Saved>>,
    /// Instruments of the office's own that are kept on this device.
    pub own: Rc<Vec<Entry>>,
    /// Ids of those that can no longer be read; they are kept as they are.
    pub unread: Rc<Vec<Text>>,
    /// Where the latest changes are.
    pub save: SaveStatus,
    /// What was removed last and can be brought back.
    pub removed: Option<Rc<Removed>>,
    /// A file waiting for consent.
    pub incoming: Option<Rc<Incoming>>,
    /// Returned shares waiting for consent.
    pub returned: Option<Rc<Returned>>,
    /// A file that could not be taken.
    pub refused: Option<Rc<Refused>>,
    /// Something to tell.
    pub notice: Option<Notice>,
    /// Whether nothing is to stay on this device.
    pub shared_computer: bool,
    /// What is asked before something is deleted.
    pub asked: Asked,
    /// Whether another tab has written the open assessment; this one is then read-only.
    pub overtaken: bool,
    /// What the page itself carries, while it is only looked at; `work` shows it, and it cannot be edited.
    pub copy: Option<Rc<Incoming>>,
    /// What is looked for among the indicators.
    pub sought: Text,
    /// Whether a document was opened from the recapitulation since the page was loaded: only then is there one to go back to.
    pub from_recap: bool,
}

impl State {
    /// Whether the open assessment can only be read here.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.overtaken || self.copy.is_some()
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The address changed.
    Navigated(Route),
    /// A view could not be shown: the first page is, with what is to be told.
    SentHome,
    /// An instrument was fetched and checked.
    RubricLoaded(Rc<Rubric>),
    /// An instrument could not be had: its id.
    RubricMissed(Text),
    /// An assessment was begun, opened or taken over from elsewhere.
    Opened(Rc<Rubric>, Rc<Assessment>),
    /// What the page itself carries is shown, to be read.
    CopyShown(Rc<Incoming>),
    /// The open assessment was left.
    Closed,
    /// The open assessment was changed, at this time.
    Edited(Edit, Text),
    /// The open assessment was changed by another module.
    Rewritten(Rc<Rewrite>),
    /// The latest change was taken back.
    Undone,
    /// The list of what is kept on this device was read: assessments, instruments of the office's own, and ids of those
    /// that cannot be read.
    Listed(Rc<Vec<Saved>>, Rc<Vec<Entry>>, Rc<Vec<Text>>),
    /// Something was removed from this device; none once it is back or gone for good.
    Removed(Option<Rc<Removed>>),
    /// Where the open assessment is came to be this.
    SaveSettled(SaveStatus),
    /// Storing exactly this came to this; where it has changed since, that is still to be saved.
    Stored(Rc<Assessment>, SaveStatus),
    /// A file was read.
    FileRead(Rc<Incoming>),
    /// Returned shares were read.
    PartsRead(Rc<Returned>),
    /// A file could not be taken.
    FileRefused(Rc<Refused>),
    /// The file waiting was taken over.
    ImportAccepted,
    /// The file waiting, or the refusal, was put aside.
    ImportDismissed,
    /// Something is to be told; none takes the notice away.
    Noticed(Option<Notice>),
    /// Something is to be deleted, or is not.
    Asked(Asked),
    /// *Komputer bersama* was switched.
    SharedChosen(bool),
    /// Another tab wrote the assessment with this id.
    OtherTabWrote(Text),
    /// This tab is to go on as the writer.
    TookOver,
    /// The text to look for changed.
    Sought(Text),
}
