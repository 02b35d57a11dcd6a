//! The best figure of one group of weights for every cost: of a dimension over its indicators, of the whole over
//! its dimensions.
//!
//! Invariant: whatever multiplier is taken, the figure it shows is one that can be had; the multipliers taken
//! hold the best one of every choice there is. Figures are parts of 1 in units of [`UNIT`], rounded up only.
//!
//! The lowest mean over moving weights is the highest value of its dual: for a multiplier `m` each member counts
//! its lowest weight times what its score is above `m`, or its highest weight times what it is below. For a fixed
//! multiplier members do not touch each other, so the best sum for every cost is a plain knapsack. Where
//! nothing leaves the group the best multiplier is one of the scores; where members leave, it may also be the
//! figure itself, which is closed in on from below (Dinkelbach).

mod multiplier;
mod reading;

use multiplier::note;

use super::front::{Entry, Front, NOTHING, joined, merged};
use crate::domain::rubric::Group;

/// One, in parts that figures are counted in.
pub const UNIT: i128 = 1 << 60;

/// Entries worked out at one time.
const SLICE: u64 = 50_000;

/// One choice for a member: what it costs and the score it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it costs.
    pub cost: u64,
    /// The score, in units.
    pub score: i128,
}

/// A member that stays, and its choices by rising score.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its place in the group.
    pub place: usize,
    /// What it may come to; the first is what it is.
    pub steps: Vec<Step>,
}

/// A knapsack at one multiplier: the best sum of the members from each place on.
#[derive(Debug)]
struct Run {
    at: i128,
    /// The last member's first; the sum of none of them stands before it.
    layers: Vec<Front>,
    /// The layer in hand, and how many choices of its member are in it.
    begun: (Front, usize),
}

impl Run {
    fn size(&self) -> usize {
        self.layers.iter().map(Vec::len).sum::<usize>() + self.begun.0.len()
    }
}

/// The table of one group.
#[derive(Debug)]
pub struct Table {
    members: Vec<Weighed>,
    total: i128,
    leaving: (i128, i128),
    fixed: bool,
    cap: u64,
    /// All scores a member may have, rising.
    scores: Vec<i128>,
    /// Between which of them the best multiplier is.
    between: (i128, i128),
    /// By rising multiplier.
    runs: Vec<Run>,
    building: Option<Run>,
}

#[derive(Debug)]
struct Weighed {
    low: i64,
    high: i64,
    steps: Vec<Step>,
}

impl Weighed {
    /// What a choice counts at a multiplier, and how fast that falls.
    fn entry(&self, step: Step, at: i128) -> Entry {
        let above = step.score - at;
        let weight = if above >= 0 { self.low } else { self.high };
        let slope = if above > 0 { self.low } else { self.high };
        Entry { cost: step.cost, value: i128::from(weight) * above, slope }
    }
}

impl Table {
    /// The table of a group whose members that are not named leave, for costs up to `cap`.
    pub fn new(group: &Group, members: &[Member], cap: u64) -> Self {
        let share = |place: usize| group.shares().get(place).map_or((0, 0), |share| (share.low, share.high));
        let stays = |place: usize| members.iter().any(|member| member.place == place);
        let leaving = (0..group.shares().len()).filter(|place| !stays(*place)).map(share);
        let leaving = leaving.fold((0, 0), |sum, one| (sum.0 + i128::from(one.0), sum.1 + i128::from(one.1)));
        let weighed = |member: &Member| {
            let (low, high) = share(member.place);
            Weighed { low, high, steps: member.steps.clone() }
        };
        let mut scores = Vec::new();
        for member in members {
            for step in &member.steps {
                note(&mut scores, step.score);
            }
        }
        let mut table = Self {
            members: members.iter().map(weighed).collect(),
            total: i128::from(group.total()),
            leaving,
            fixed: group.is_fixed(),
            cap,
            scores,
            between: (0, UNIT),
            runs: Vec::new(),
            building: None,
        };
        // As scores rise, the place where the weights fill up to a sum never falls.
        let lowest = table.filled(table.total - table.leaving.1, <[Step]>::first);
        let highest = table.filled(table.total - table.leaving.0, <[Step]>::last);
        table.between = (lowest.unwrap_or(0), highest.unwrap_or(UNIT + 1));
        table
    }

    /// How many entries are held.
    pub fn size(&self) -> usize {
        self.runs.iter().chain(&self.building).map(Run::size).sum()
    }

    /// The best figure for every cost, with the first members `decided`, the one after them limited to `next`
    /// where it is given, and the others free. None while a knapsack is still missing: a part of it has been
    /// worked out, and `work` says how much that was.
    pub fn ask(&mut self, decided: &[Step], next: Option<&[Step]>, work: &mut u64) -> Option<Front> {
        let mut wanted = self.multipliers(decided, next);
        *work += wanted.len() as u64;
        if let Some(at) = wanted.iter().copied().find(|at| self.run(*at).is_none()) {
            self.build(at, work);
            return None;
        }
        if self.closes_in() {
            wanted = self.runs.iter().map(|run| run.at).collect();
        }
        let mut table = Front::new();
        for run in wanted.iter().filter_map(|at| self.run(*at)) {
            let figures = self.figures(run, decided, next);
            *work += (figures.len() * next.map_or(1, <[Step]>::len) + table.len()) as u64;
            table = merged(&table, &figures);
        }
        let open = |at: &i128| self.closes_in() && self.run(*at).is_none();
        if let Some(at) = table.iter().map(|entry| entry.value).find(open) {
            self.build(at, work);
            return None;
        }
        Some(table)
    }

    /// Whether a figure of `least` can be had for the cost; asked as [`Table::ask`] is.
    pub fn meets(
        &mut self,
        decided: &[Step],
        next: Option<&[Step]>,
        (cost, least): (u64, i128),
        work: &mut u64,
    ) -> Option<bool> {
        let met = |front: &[Entry]| front.iter().any(|entry| entry.cost <= cost && entry.value >= least);
        if self.closes_in() {
            return self.ask(decided, next, work).map(|front| met(&front));
        }
        let wanted = self.multipliers(decided, next);
        let mut missing = None;
        for at in wanted {
            match self.run(at) {
                None => missing = Some(at),
                Some(run) => {
                    if self.run_meets(run, decided, next, (cost, least), work) {
                        return Some(true);
                    }
                }
            }
        }
        match missing {
            None => Some(false),
            Some(at) => {
                self.build(at, work);
                None
            }
        }
    }

    /// Whether the best multiplier may be the figure itself.
    fn closes_in(&self) -> bool {
        !self.fixed && self.leaving.1 > 0
    }

    fn run(&self, at: i128) -> Option<&Run> {
        let place = self.runs.binary_search_by(|run| run.at.cmp(&at));
        self.runs.get(place.ok()?)
    }

    /// Works out a part of the knapsack at one multiplier.
    fn build(&mut self, at: i128, work: &mut u64) {
        let begun = || Run { at, layers: vec![vec![NOTHING]], begun: (Front::new(), 0) };
        let mut run = self.building.take().filter(|run| run.at == at).unwrap_or_else(begun);
        let mut done = 0;
        while done < SLICE {
            let member = self.members.len().checked_sub(run.layers.len()).and_then(|at| self.members.get(at));
            let Some((member, layer)) = member.zip(run.layers.last()) else {
                let place = self.runs.partition_point(|own| own.at < at);
                self.runs.insert(place, run);
                *work += done;
                return;
            };
            let (front, taken) = std::mem::take(&mut run.begun);
            match member.steps.get(taken) {
                None => run.layers.push(front),
                Some(step) => {
                    let with = joined(&front, layer, member.entry(*step, at), self.cap);
                    done += (layer.len() + with.len()) as u64;
                    run.begun = (with, taken + 1);
                }
            }
        }
        *work += done;
        self.building = Some(run);
    }
}
