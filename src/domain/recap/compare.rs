//! Two collections side by side: last year and this year, before and after assistance.
//!
//! Invariant: offices are told by their names, as within one collection, and the means that are held against each other
//! are over the same offices.

use super::office::OfficeKey;
use super::row::Row;
use super::{Collection, PemdaScore, Recap};
use crate::domain::rubric::Rubric;

/// An office that is in both collections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The office.
    pub key: OfficeKey,
    /// The place of its file in the earlier collection.
    pub before: usize,
    /// The place of its file in the later one.
    pub after: usize,
}

/// What became of the offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Offices in both, in the order of their names.
    pub both: Vec<Change>,
    /// Places in the later collection of offices that are only there.
    pub new: Vec<usize>,
    /// Places in the earlier collection of offices that are only there.
    pub gone: Vec<usize>,
    /// The score over the offices in both, as it was.
    pub before: PemdaScore,
    /// The same as it is.
    pub after: PemdaScore,
}

/// Holds what counts in two collections against each other; both recapitulations are with this instrument.
#[must_use]
pub fn compare(rubric: &Rubric, before: (&Collection, &Recap), after: (&Collection, &Recap)) -> Comparison {
    let (mut both, mut new, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    let (mut left, mut right) = (before.1.counted.as_slice(), after.1.counted.as_slice());
    loop {
        // Both run through their offices in the order of the names.
        let order = match (left, right) {
            ([], []) => break,
            ([], _) => std::cmp::Ordering::Greater,
            (_, []) => std::cmp::Ordering::Less,
            ([one, ..], [other, ..]) => before.0.key(*one).cmp(&after.0.key(*other)),
        };
        match (left, right) {
            ([one, rest @ ..], _) if order.is_lt() => {
                gone.push(*one);
                left = rest;
            }
            (_, [other, rest @ ..]) if order.is_gt() => {
                new.push(*other);
                right = rest;
            }
            ([one, ones @ ..], [other, others @ ..]) => {
                let key = before.0.key(*one).cloned().unwrap_or_default();
                both.push(Change { key, before: *one, after: *other });
                (left, right) = (ones, others);
            }
            _ => break,
        }
    }
    let rows = |collection: &'_ Collection, place: &dyn Fn(&Change) -> usize| {
        let rows: Vec<&Row> = both.iter().filter_map(|change| collection.row(place(change))).collect();
        PemdaScore::of(rubric, &rows)
    };
    Comparison {
        before: rows(before.0, &|change| change.before),
        after: rows(after.0, &|change| change.after),
        both,
        new,
        gone,
    }
}
