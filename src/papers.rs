//! Papers: what is printed, or handed out to be edited, as data.
//!
//! Invariant: pure and total; a paper holds its texts whole, and whoever draws it leaves none of them out.

#[cfg(feature = "app")]
pub mod answer;
#[cfg(feature = "app")]
pub mod form;
pub mod html;
#[cfg(feature = "app")]
pub mod minutes;
#[cfg(feature = "app")]
pub mod note;
#[cfg(feature = "app")]
pub mod office;
#[cfg(feature = "app")]
pub mod offices;
#[cfg(feature = "app")]
pub mod orders;
#[cfg(feature = "app")]
pub mod plan;
#[cfg(feature = "app")]
pub mod pledge;
#[cfg(feature = "app")]
pub mod questions;
#[cfg(feature = "app")]
pub mod reminder;
#[cfg(feature = "app")]
pub mod result;
#[cfg(feature = "app")]
pub mod summary;

/// What stands on a paper, from its head to its last line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// What every page of it says: whose words they are, and that they are no official result.
    pub strip: String,
    /// Whose letter it is, in typed lines; may be empty.
    pub letterhead: Vec<String>,
    /// Whether its sheets lie: many columns of words want the width.
    pub lying: bool,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a paper. A line break within a text is one on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a part.
    Part(String),
    /// The heading of a piece of a part.
    Piece(String),
    /// Running text.
    Text(String),
    /// A line that must not be missed.
    Strong(String),
    /// Names with what is said of them; with nothing said, room to write it by hand.
    Facts(Vec<(String, String)>),
    /// Rows under heads.
    Table(Table),
    /// Points, each on its own; numbered where their order means something.
    List(bool, Vec<String>),
    /// So many empty lines to write on.
    Lines(usize),
    /// Who signs, where and when.
    Signatures(Signatures),
    /// What follows begins a page.
    NewPage,
}

/// Rows under heads, which stand again on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is of, for those who cannot see where it stands.
    pub name: String,
    /// What each column holds, and its share of the width; shares are whole numbers that sum as they like.
    pub heads: Vec<(String, usize)>,
    /// One text for each column; the first says what the row is of.
    pub rows: Vec<Vec<String>>,
}

/// Who signs, side by side, each with room for a hand's signature or an electronic one of 4 x 4 cm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatures {
    /// The line above: place and day; with room to write where it is empty.
    pub place: String,
    /// As what one signs, and the post, which may be empty.
    pub who: Vec<(String, String)>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(name: &str, heads: &[(&str, usize)]) -> Self {
        let mut table = Self { name: name.to_owned(), ..Self::default() };
        for (head, share) in heads {
            table.heads.push(((*head).to_owned(), *share));
        }
        table
    }

    /// How much of the width a column has, in percent.
    #[must_use]
    pub fn percent(&self, share: usize) -> usize {
        let mut all = 0_usize;
        for (_, share) in &self.heads {
            all += share;
        }
        share * 100 / all.max(1)
    }
}
