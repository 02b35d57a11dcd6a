//! Papers: what is printed, or handed out to be edited, as data.
//!
//! Invariant: pure and total; a paper holds its texts whole, and whoever draws it leaves none of them out.

pub mod answer;
pub mod form;
pub mod html;
pub mod minutes;
pub mod note;
pub mod office;
pub mod offices;
pub mod orders;
pub mod plan;
pub mod pledge;
pub mod questions;
pub mod reminder;
pub mod result;
pub mod summary;

/// Letters of a line of a table that is all of a standing sheet's width.
const ACROSS: usize = 110;
/// Most lines of a row that is always whole on one sheet: a fifth of it.
const WHOLE: usize = 12;

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

    /// Whether a row takes so much of a sheet that it may go on over its end: one that stays whole leaves the end of the
    /// sheet before it empty. About how many lines its cells have on paper is enough to know.
    #[must_use]
    pub fn is_long(&self, row: &[String]) -> bool {
        let lines = |(at, cell): (usize, &String)| {
            let share = self.heads.get(at).map_or(0, |(_, share)| self.percent(*share));
            let each = (ACROSS * share / 100).max(1);
            cell.lines().map(|line| 1 + line.chars().count().saturating_sub(1) / each).sum::<usize>()
        };
        row.iter().enumerate().map(lines).max().is_some_and(|most| most > WHOLE)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_long_by_the_lines_of_its_longest_cell() {
        let table = Table::new("t", &[("a", 1), ("b", 1)]);
        let row = |cell: &str| vec!["x".to_owned(), cell.to_owned()];
        // Half of the width is 55 letters.
        for (cell, is) in [
            (String::new(), false),
            ("a".repeat(55 * WHOLE), false),
            ("a".repeat(55 * WHOLE + 1), true),
            ("a\n".repeat(WHOLE), false),
            ("a\n".repeat(WHOLE + 1), true),
            (format!("{}\n{}", "é".repeat(55 * (WHOLE - 1)), "b".repeat(56)), true),
        ] {
            assert_eq!(table.is_long(&row(&cell)), is, "{cell}");
        }
        assert!(!Table::default().is_long(&[]), "nothing is not long");
    }
}
