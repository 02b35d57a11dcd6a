//! What is kept on this device, as the page knows it.
//!
//! Invariant: what cannot be read is still listed.

use crate::domain::Text;
use crate::domain::number::Range;

/// An assessment kept on this device, as the list on the first page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its id.
    pub id: Text,
    /// Name of the office; may be empty.
    pub unit: Text,
    /// Whose share it is; empty where it is a whole assessment.
    pub share: Text,
    /// Id of the instrument.
    pub rubric: Text,
    /// Year of assessment.
    pub year: Option<u16>,
    /// When it was last saved.
    pub at: Text,
    /// Whether it is a filled example.
    pub example: bool,
    /// How many indicators are answered, and of how many; noughts where it does not say.
    pub progress: (usize, usize),
    /// The whole range of its result.
    pub full: Option<Range>,
    /// Whether it could not be read; it is kept as it is and can be downloaded.
    pub unreadable: bool,
}

/// What was removed from this device last, as long as the page is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// As the list showed it.
    pub saved: Saved,
    /// Its document, or what there was of it.
    pub text: Text,
}

/// Where the latest changes are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing to save yet.
    #[default]
    Idle,
    /// Changed, about to be saved.
    Pending,
    /// On this device, at this time of day.
    Kept(Text),
    /// Only in this page: storage is denied or absent.
    MemoryOnly,
    /// Only in this page, by choice: a shared computer.
    Shared,
    /// The device refused: it is full.
    Full,
    /// What was read back was not what was written.
    Corrupt,
    /// The document has grown larger than any file that can be opened again.
    TooLarge,
}

impl SaveStatus {
    /// Whether closing the page would lose work.
    #[must_use]
    pub const fn is_at_risk(&self) -> bool {
        !matches!(self, Self::Idle | Self::Kept(_))
    }
}
