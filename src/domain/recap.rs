//! Many offices' files as one picture, and from unit scores to the score of a local government.
//!
//! Invariant: only scores already rounded to hundredths are averaged, and a rubric that states no rule is never averaged.
//! Every file of a collection has exactly one line: it counts, or it says why it does not.

use std::collections::{BTreeMap, BTreeSet};

use super::Text;
use super::number::Score;
use super::order::places;
use super::rubric::{PemdaRule, Rubric};
use super::whole::Whole;

mod collection;
mod compare;
mod heat;
mod mean;
mod moment;
mod office;
mod priority;
mod ranking;
mod row;
mod shares;
mod trouble;
pub mod units;

pub use collection::Collection;
pub use compare::{Change, Comparison, compare};
pub use heat::{Heat, Lacking, heat, lacking};
pub use mean::{Distribution, Mean, PemdaScore, Sides};
pub use moment::Moment;
pub use office::{OfficeKey, is_same_name, plain};
pub use priority::{Improvement, Priorities, priorities};
pub use ranking::{Measure, Ranked, ranking};
pub use row::{Asked, Cell, Entry, Meta, Own, Row, Unread, asked, scored};
pub use shares::together;
pub use trouble::{MAX_NAMED, Others, Reason, Trouble};

/// Why a local government's score is not reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPemdaScore {
    /// The instrument states no rule: its reason.
    Refused(Text),
    /// There is no unit.
    NoUnits,
}

/// The score of a local government by the instrument's own rule.
///
/// # Errors
/// [`NoPemdaScore`] where the rubric refuses to average or no unit is given.
pub fn pemda_score(rubric: &Rubric, units: &[Score]) -> Result<Score, NoPemdaScore> {
    match &rubric.pemda {
        PemdaRule::Refused { reason, .. } => Err(NoPemdaScore::Refused(reason.clone())),
        PemdaRule::SimpleMean(_) => {
            let mut sum = Sum::default();
            for unit in units {
                sum.add(*unit);
            }
            sum.mean().ok_or(NoPemdaScore::NoUnits)
        }
    }
}

/// Scores of units that come one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    hundredths: Whole,
    count: u64,
}

impl Sum {
    /// Adds the score of a unit.
    pub fn add(&mut self, unit: Score) {
        self.hundredths = &self.hundredths + &unit.hundredths().into();
        self.count += 1;
    }

    /// The simple mean; none of nothing. Only for an instrument whose rule it is.
    #[must_use]
    pub fn mean(&self) -> Option<Score> {
        let count = &Whole::from(self.count) * &Whole::from(100_u64);
        (self.count > 0).then(|| Score::from_ratio(&self.hundredths, &count))
    }
}

/// What is reckoned together.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    /// The instrument.
    pub rubric: &'a Rubric,
    /// Its digest, where it is one that files carry; else files that carry their own are not counted.
    pub carried: Option<&'a str>,
    /// The offices that count, the *lokus*; none for all.
    pub offices: Option<&'a [OfficeKey]>,
}

/// What is to be said about one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Why it is not counted; none where it is.
    pub reason: Option<Reason>,
    /// What is to be said about it all the same.
    pub troubles: Vec<Trouble>,
}

/// Many files with one instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// One line for each file of the collection, in its order.
    pub lines: Vec<Line>,
    /// Places of the files that count, in the order of the collection: one for each office.
    pub counted: Vec<usize>,
    /// Places of the parts of each assessment of which there are several, or one beside its whole.
    pub parts: Vec<Vec<usize>>,
    /// The year of most files; of as many the latest.
    pub year: Option<u16>,
    /// All that count as if they were of one local government.
    pub all: PemdaScore,
    /// Each local government, in the order of their names; more than one where files of several came together.
    pub pemdas: Vec<PemdaScore>,
    /// How many offices are in which category.
    pub distribution: Distribution,
}

impl Recap {
    /// Reckons what the files of a collection come to.
    #[must_use]
    pub fn of(collection: &Collection, chosen: &Chosen<'_>) -> Self {
        let entries = collection.entries();
        let mut lines: Vec<Line> = entries
            .iter()
            .map(|entry| Line {
                reason: match entry {
                    Entry::Row(row) => alone(row, chosen),
                    Entry::Unread(unread) => Some(unread.reason()),
                },
                troubles: entry.row().map(|row| row.troubles.clone()).unwrap_or_default(),
            })
            .collect();
        let parts = parts(collection, &mut lines);
        let whole: Vec<usize> = (0..entries.len()).filter(|at| is_open(&lines, *at)).collect();
        same_office(collection, &whole, &mut lines);
        shared_ids(collection, &whole, &mut lines);
        let year = years(collection, &whole, &mut lines);
        if let Some(offices) = chosen.offices {
            let offices: BTreeSet<&OfficeKey> = offices.iter().collect();
            for at in &whole {
                let is_chosen = collection.key(*at).is_some_and(|key| offices.contains(key));
                if let Some(line) = lines.get_mut(*at).filter(|line| line.reason.is_none() && !is_chosen) {
                    line.reason = Some(Reason::NotChosen);
                }
            }
        }
        for line in &mut lines {
            line.troubles.sort();
        }
        let counted: Vec<usize> = (0..entries.len()).filter(|at| is_open(&lines, *at)).collect();
        let rows: Vec<&Row> = counted.iter().filter_map(|at| collection.row(*at)).collect();
        let mut pemdas: Vec<PemdaScore> = Vec::new();
        let mut rest = counted.as_slice();
        while let Some(first) = rest.first() {
            let pemda = collection.key(*first).map(|key| &key.pemda);
            let end = rest.partition_point(|at| collection.key(*at).map(|key| &key.pemda) <= pemda);
            let (own, others) = rest.split_at_checked(end.max(1)).unwrap_or((rest, &[]));
            let own: Vec<&Row> = own.iter().filter_map(|at| collection.row(*at)).collect();
            pemdas.push(PemdaScore::of(chosen.rubric, &own));
            rest = others;
        }
        Self {
            all: PemdaScore::of(chosen.rubric, &rows),
            distribution: Distribution::of(chosen.rubric, &rows),
            lines,
            counted,
            parts,
            year,
            pemdas,
        }
    }

    /// How many files do not count.
    #[must_use]
    pub const fn not_counted(&self) -> usize {
        self.lines.len() - self.counted.len()
    }
}

fn is_open(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.reason.is_none())
}

/// Why a file does not count whatever other files there are.
#[must_use]
pub fn alone(row: &Row, chosen: &Chosen<'_>) -> Option<Reason> {
    if row.part {
        Some(Reason::Part)
    } else if row.example {
        Some(Reason::Example)
    } else if row.practice {
        Some(Reason::Practice)
    } else if row.rubric != chosen.rubric.id {
        Some(Reason::OtherInstrument(row.rubric.clone()))
    } else {
        match chosen.carried {
            None if row.carried => Some(Reason::CarriedRubric),
            Some(digest) if *row.copy != *digest => Some(Reason::OtherCopy),
            _ => None,
        }
    }
}

/// Goes through files that share what `share` gives, group by group; files that give none are in no group.
fn groups<K: Ord>(among: &[usize], share: &dyn Fn(usize) -> Option<K>, each: &mut dyn FnMut(&[usize])) {
    let with: Vec<(K, usize)> = among.iter().filter_map(|at| Some((share(*at)?, *at))).collect();
    let compare = |one: usize, other: usize| match (with.get(one), with.get(other)) {
        (Some(one), Some(other)) => one.cmp(other),
        _ => std::cmp::Ordering::Equal,
    };
    let order: Vec<&(K, usize)> =
        places(with.len(), &compare).into_iter().filter_map(|at| with.get(at)).collect();
    for group in order.chunk_by(|one, other| one.0 == other.0) {
        let group: Vec<usize> = group.iter().map(|(_, at)| *at).collect();
        each(&group);
    }
}

/// The parts that can be merged: those of assessments of which there are several, each told how many there are, and a
/// lone one where the whole is here.
fn parts(collection: &Collection, lines: &mut [Line]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let all: Vec<usize> = (0..lines.len()).collect();
    let share = |at: usize| {
        let row = collection.row(at).filter(|row| row.part && !row.id.is_empty())?;
        // One form sent out to many offices has one id in all of them.
        Some((row.id.clone(), row.rubric.clone(), collection.key(at)?.clone()))
    };
    groups(&all, &share, &mut |group| {
        if group.len() > 1 {
            for at in group {
                if let Some(line) = lines.get_mut(*at) {
                    line.troubles.push(Trouble::Part(group.len()));
                }
            }
        }
        if group.len() > 1 || group.iter().all(|at| !wholes(collection, *at).is_empty()) {
            found.push(group.to_vec());
        }
    });
    found
}

/// The files that hold the whole of a part, of the same office: a form sent to many has one id everywhere. Files of one
/// office lie side by side.
#[must_use]
pub fn wholes(collection: &Collection, part: usize) -> Vec<&Row> {
    let Some(own) = collection.row(part) else { return Vec::new() };
    let key = collection.key(part);
    let here = |at: &usize| collection.key(*at) == key;
    let before = (0..part).rev().take_while(here).count();
    let around = (part - before..collection.entries().len()).take_while(here);
    let is_whole = |row: &&Row| !row.part && row.id == own.id && row.rubric == own.rubric;
    around.filter_map(|at| collection.row(at)).filter(is_whole).collect()
}

/// Of several files of one office lets one count, and names the others in each.
fn same_office(collection: &Collection, whole: &[usize], lines: &mut [Line]) {
    let same = |one: &usize, other: &usize| collection.key(*one) == collection.key(*other);
    for group in whole.chunk_by(same).filter(|group| group.len() > 1) {
        let rows = group.iter().filter_map(|at| Some((*at, collection.row(*at)?)));
        let Some((best, newest)) = rows.max_by(|one, other| one.1.order(other.1)) else { continue };
        for at in group {
            let Some(line) = lines.get_mut(*at) else { continue };
            line.troubles.push(Trouble::SameOffice(others(collection, group, *at)));
            if *at != best {
                line.reason = Some(Reason::OtherFile(newest.file.clone()));
            }
        }
    }
}

/// Names the other files in each that has the id of another office's.
fn shared_ids(collection: &Collection, whole: &[usize], lines: &mut [Line]) {
    let share = |at: usize| collection.row(at).map(|row| row.id.clone()).filter(|id| !id.is_empty());
    groups(whole, &share, &mut |group| {
        let key = |at: &usize| collection.key(*at);
        if group.iter().any(|at| key(at) != group.first().and_then(key)) {
            for at in group {
                if let Some(line) = lines.get_mut(*at) {
                    line.troubles.push(Trouble::SharedId(others(collection, group, *at)));
                }
            }
        }
    });
}

/// The files of a group but one, by their names.
fn others(collection: &Collection, group: &[usize], but: usize) -> Others {
    let names = group.iter().filter(|at| **at != but).filter_map(|at| collection.entries().get(*at));
    Others {
        count: group.len() - 1,
        first: names.take(MAX_NAMED).map(|entry| entry.file().clone()).collect(),
    }
}

/// The year of most files, noted in each that is of another.
fn years(collection: &Collection, whole: &[usize], lines: &mut [Line]) -> Option<u16> {
    let year = |at: usize| collection.row(at).and_then(|row| row.year);
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for year in whole.iter().filter_map(|at| year(*at)) {
        *counts.entry(year).or_default() += 1;
    }
    let (most, _) = counts.into_iter().max_by_key(|(year, count)| (*count, *year))?;
    for at in whole {
        if let (Some(own), Some(line)) = (year(*at), lines.get_mut(*at))
            && own != most
        {
            line.troubles.push(Trouble::OtherYear(most));
        }
    }
    Some(most)
}
