//! What papers about many offices are made from, and what they all begin and end with.
//!
//! Invariant: pure; posts are typed, never names of persons, and every figure is one that the recapitulation shows.

use super::{Block, Paper, Signatures};
use crate::domain::Text;
use crate::domain::number::Score;
use crate::domain::recap::units::{Listed, Sent, UnitList};
use crate::domain::recap::{Collection, Priorities, Recap, Row, Trouble};
use crate::domain::rubric::Rubric;
use crate::domain::standing::{Span, Standing};
use crate::format::wording::seen;
use crate::ui::text::{rekap, setda};

/// What is typed for these papers, once for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Names above the line, one a line.
    pub letterhead: Text,
    /// Where it is signed.
    pub place: Text,
    /// The day on it, as typed; empty for the day it is made.
    pub day: Text,
    /// The number of the letter.
    pub number: Text,
    /// The post that signs; empty for the usual one.
    pub from: Text,
    /// The post that it goes to; empty for the usual one.
    pub to: Text,
}

/// Everything that is known of many offices.
#[derive(Clone, Copy)]
pub struct Offices<'a> {
    /// The instrument.
    pub rubric: &'a Rubric,
    /// The files.
    pub collection: &'a Collection,
    /// What they come to.
    pub recap: &'a Recap,
    /// The list of units; may be empty.
    pub list: &'a UnitList,
    /// What lifts the mean; none where that is not reckoned.
    pub priorities: Option<&'a Priorities>,
    /// What is typed.
    pub typed: &'a Typed,
    /// The day on which the paper is made.
    pub today: &'a str,
}

impl<'a> Offices<'a> {
    /// The files that count, in the order of the collection.
    pub fn rows(&self) -> Vec<&'a Row> {
        self.recap.counted.iter().filter_map(|at| self.collection.row(*at)).collect()
    }

    /// The units of the list that are assessed, each with what has come of it.
    pub fn sent(&self) -> Vec<(&'a Listed, Sent)> {
        let wanted = |unit: &Listed| self.list.lokus.is_empty() || self.list.lokus.contains(&unit.id);
        let sent = self.list.sent(self.collection, self.recap);
        self.list.units.iter().zip(sent).filter(|(unit, _)| wanted(unit)).collect()
    }

    /// The names of the units of the list from which nothing has come.
    pub fn awaited(&self) -> Vec<String> {
        let all = self.sent().into_iter().filter(|(_, sent)| *sent == Sent::Nothing);
        all.map(|(unit, _)| seen(&unit.name)).collect()
    }

    /// The names of the units of the list of which a file has come that does not count.
    pub fn resend(&self) -> Vec<String> {
        let came = |sent: &Sent| matches!(sent, Sent::NotCounted(_) | Sent::Unread(_));
        let all = self.sent().into_iter().filter(|(_, sent)| came(sent));
        all.map(|(unit, _)| seen(&unit.name)).collect()
    }

    /// How many files do not count.
    pub fn uncounted(&self) -> usize {
        self.recap.lines.iter().filter(|line| line.reason.is_some()).count()
    }

    /// The day on the paper.
    pub fn day(&self) -> &'a str {
        if self.typed.day.trim().is_empty() { self.today } else { self.typed.day.trim() }
    }

    /// The post that signs.
    pub fn from(&self) -> String {
        post(&self.typed.from, setda::HEAD_OF_ORGANISATION)
    }

    /// The post that it goes to.
    pub fn to(&self) -> String {
        post(&self.typed.to, &setda::secretary(&self.pemda()))
    }

    /// The local government: as the list names it, else as most files do.
    pub fn pemda(&self) -> String {
        let listed = self.list.pemda.trim();
        if !listed.is_empty() {
            return seen(listed);
        }
        if self.recap.pemdas.len() > 1 { String::new() } else { seen(&self.recap.all.pemda) }
    }

    /// A paper that so far holds its head.
    pub fn begun(&self, title: &str) -> Paper {
        let rows = self.rows();
        let typed = self.typed.letterhead.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut letterhead: Vec<String> = typed.map(seen).collect();
        if letterhead.is_empty() && !self.pemda().is_empty() {
            letterhead.push(self.pemda().to_uppercase());
        }
        Paper {
            title: title.to_owned(),
            strip: setda::strip(verified(&rows), rows.len()),
            letterhead,
            ..Paper::default()
        }
    }

    /// Who signs: whoever made it, and whoever is told.
    pub fn signatures(&self) -> Block {
        Block::Signatures(Signatures {
            place: setda::place(&self.typed.place, self.day()),
            who: vec![(setda::KNOWN_TO.to_owned(), self.to()), (setda::MADE_BY.to_owned(), self.from())],
        })
    }
}

/// How many files are verified in whole, and nothing changed since; and how many in part.
pub fn verified(rows: &[&Row]) -> (usize, usize) {
    let whole = |row: &&&Row| {
        row.verified.is_some_and(|figure| figure.point.is_some())
            && !row.troubles.contains(&Trouble::OldFindings)
    };
    let all = rows.iter().filter(whole).count();
    (all, rows.iter().filter(|row| row.verified.is_some()).count() - all)
}

fn post(typed: &str, usual: &str) -> String {
    if typed.trim().is_empty() { usual.to_owned() } else { seen(typed.trim()) }
}

/// Category, and zone where there are zones, over the full range.
pub fn reading(rubric: &Rubric, standing: &Standing) -> String {
    let letter = |place: usize| rubric.categories.items.get(place).map_or("", |category| &*category.id);
    let (low, high) = standing.full_category.ends();
    let zones: Vec<&str> = match standing.full_zone {
        Some(Span::One(zone)) => vec![zone.word()],
        Some(Span::Between(low, high)) => vec![low.word(), high.word()],
        None => Vec::new(),
    };
    rekap::reading(letter(low), letter(high), &zones)
}

/// Category and zone of one score.
pub fn reading_at(rubric: &Rubric, score: Option<Score>) -> String {
    let Some(category) = score.and_then(|score| rubric.categories.of(score)) else {
        return setda::DASH.to_owned();
    };
    let zone: Vec<&str> = category.zone.iter().map(|zone| zone.word()).collect();
    rekap::reading(&category.id, &category.id, &zone)
}

/// Id and name of an indicator by its places.
pub fn indicator(rubric: &Rubric, (dimension, at): (usize, usize)) -> (&str, &str) {
    let found = rubric.dimensions.get(dimension).and_then(|dimension| dimension.indicators.get(at));
    found.map_or(("", ""), |indicator| (&*indicator.id, &*indicator.name))
}
