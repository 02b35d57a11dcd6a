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

use super::front::{Entry, Front, extended, merged};
use crate::domain::rubric::Group;

/// One, in parts that figures are counted in.
pub const UNIT: i128 = 1 << 60;

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
    layers: Vec<Front>,
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
    runs: Vec<Run>,
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
        Self {
            members: members.iter().map(weighed).collect(),
            total: i128::from(group.total()),
            leaving,
            fixed: group.is_fixed(),
            cap,
            scores,
            runs: Vec::new(),
        }
    }

    /// How many entries are held.
    pub fn size(&self) -> usize {
        self.runs.iter().flat_map(|run| &run.layers).map(Vec::len).sum()
    }

    /// The best figure for every cost, with the first members `decided`, the one after them limited to `next`
    /// where it is given, and the others free. None while a knapsack was still missing: one has been worked out,
    /// and `work` says how much that was.
    pub fn ask(&mut self, decided: &[Step], next: Option<&[Step]>, work: &mut u64) -> Option<Front> {
        for at in self.multipliers(decided, next) {
            if self.runs.iter().all(|run| run.at != at) {
                self.run(at, work);
                return None;
            }
        }
        let mut table = Front::new();
        for run in &self.runs {
            let sum = self.sum(run, decided, next);
            *work += sum.len() as u64;
            table = merged(&table, &self.figures(run.at, &sum, decided, next));
        }
        if !self.fixed && self.leaving.1 > 0 {
            let open = |entry: &&Entry| self.runs.iter().all(|run| run.at != entry.value);
            if let Some(at) = table.iter().find(open).map(|entry| entry.value) {
                self.run(at, work);
                return None;
            }
        }
        Some(table)
    }

    /// Works out the knapsack at one multiplier.
    fn run(&mut self, at: i128, work: &mut u64) {
        let mut layers = vec![vec![Entry { cost: 0, value: 0, slope: 0 }]];
        for member in self.members.iter().rev() {
            let options: Vec<Entry> = member.steps.iter().map(|step| member.entry(*step, at)).collect();
            let layer = layers.last().map_or(Front::new(), |layer| extended(layer, &options, self.cap));
            *work += (layer.len() * options.len()) as u64;
            layers.push(layer);
        }
        layers.reverse();
        self.runs.push(Run { at, layers });
    }

    /// The sums at one multiplier.
    fn sum(&self, run: &Run, decided: &[Step], next: Option<&[Step]>) -> Front {
        let first = decided.len() + usize::from(next.is_some());
        let mut sum = run.layers.get(first).cloned().unwrap_or_default();
        let one = |member: &Weighed, step: &Step| member.entry(*step, run.at);
        if let Some((member, steps)) = self.members.get(decided.len()).zip(next) {
            let options: Vec<Entry> = steps.iter().map(|step| one(member, step)).collect();
            sum = extended(&sum, &options, self.cap);
        }
        let before: Vec<Entry> = self.members.iter().zip(decided).map(|(m, step)| one(m, step)).collect();
        for entry in &mut sum {
            for decided in &before {
                entry.cost += decided.cost;
                entry.value += decided.value;
                entry.slope += decided.slope;
            }
        }
        sum.retain(|entry| entry.cost <= self.cap);
        sum
    }

    /// The figures that sums at one multiplier show.
    fn figures(&self, at: i128, sum: &[Entry], decided: &[Step], next: Option<&[Step]>) -> Front {
        let (least, most) = (self.total - self.leaving.0, self.total - self.leaving.1);
        let over = self.after(at, decided, next).unwrap_or(UNIT);
        let figure = |entry: &Entry| {
            if self.fixed {
                let staying: i128 = self.members.iter().map(|member| i128::from(member.low)).sum();
                return Some(up(entry.value, staying));
            }
            if entry.value < 0 {
                return (most > 0).then(|| at + up(entry.value, most));
            }
            let plain = at + up(entry.value, least);
            if self.leaving.1 == 0 {
                return Some(plain);
            }
            // Up to the next score the sum falls evenly: where it is nought, the figure is the multiplier.
            let rooted = at + up(entry.value, i128::from(entry.slope));
            Some(plain.max(rooted.min(over)))
        };
        let mut figures = Front::new();
        for entry in sum {
            if let Some(value) = figure(entry) {
                if figures.last().is_none_or(|last: &Entry| last.value < value) {
                    figures.push(Entry { cost: entry.cost, value, slope: 0 });
                }
            }
        }
        figures
    }

    /// The first score above a multiplier.
    fn after(&self, at: i128, decided: &[Step], next: Option<&[Step]>) -> Option<i128> {
        let own = self.scores.iter();
        let others = decided.iter().chain(next.into_iter().flatten()).map(|step| &step.score);
        own.chain(others).copied().filter(|score| *score > at).min()
    }

    /// The multipliers among which the best one of every choice is, but for the figures themselves.
    fn multipliers(&self, decided: &[Step], next: Option<&[Step]>) -> Vec<i128> {
        if self.fixed {
            return vec![0];
        }
        let mut scores = self.scores.clone();
        for step in decided.iter().chain(next.into_iter().flatten()) {
            note(&mut scores, step.score);
        }
        // As scores rise, the place where the weights fill up to a sum never falls.
        let lowest = self.filled(self.total - self.leaving.1, |steps| steps.first());
        let highest = self.filled(self.total - self.leaving.0, |steps| steps.last());
        scores.retain(|score| {
            lowest.is_none_or(|lowest| lowest <= *score) && highest.is_none_or(|highest| *score <= highest)
        });
        scores
    }

    /// The first score up to which highest weights, with lowest ones above, fill a sum.
    fn filled(&self, sum: i128, pick: fn(&[Step]) -> Option<&Step>) -> Option<i128> {
        self.scores.iter().copied().find(|at| {
            let weight = |member: &Weighed| {
                let below = pick(&member.steps).is_some_and(|step| step.score <= *at);
                i128::from(if below { member.high } else { member.low })
            };
            self.members.iter().map(weight).sum::<i128>() >= sum
        })
    }
}

/// Puts a score into a rising list, once.
fn note(scores: &mut Vec<i128>, score: i128) {
    if let Err(place) = scores.binary_search(&score) {
        scores.insert(place, score);
    }
}

/// A quotient rounded up; the divisor is above nought.
fn up(num: i128, den: i128) -> i128 {
    -(-num).div_euclid(den.max(1))
}
