//! What knapsacks show of a group once they are worked out.
//!
//! Invariant: nothing is worked out here; a figure is rounded up only.

use super::{Run, Step, Table, UNIT};
use crate::domain::plan::front::{Entry, Front, NOTHING, extended, shifted};

impl Table {
    /// Whether one run shows it, where no member leaves or no weight moves: the best of the free members is looked
    /// up for each choice of the one before them.
    pub(super) fn run_meets(
        &self,
        run: &Run,
        decided: &[Step],
        next: Option<&[Step]>,
        (cost, least): (u64, i128),
        work: &mut u64,
    ) -> bool {
        let (before, layer) = self.fixed_part(run, decided, next);
        let own = self.members.get(decided.len()).zip(next);
        let choices: Vec<Entry> = match own {
            Some((member, steps)) => steps.iter().map(|step| member.entry(*step, run.at)).collect(),
            None => vec![NOTHING],
        };
        *work += (choices.len() + layer.len()) as u64;
        let mut free = layer;
        for choice in choices {
            let taken = before.cost + choice.cost;
            while free.last().is_some_and(|entry| entry.cost + taken > cost) {
                free = free.split_last().map_or(&[], |(_, others)| others);
            }
            let Some(best) = free.last() else { return false };
            let value = before.value + choice.value + best.value;
            let figure = if self.fixed { up(value, self.staying()) } else { run.at + up(value, self.total) };
            if figure >= least {
                return true;
            }
        }
        false
    }

    /// What decided members come to at one multiplier, and what the free ones can.
    fn fixed_part<'a>(&self, run: &'a Run, decided: &[Step], next: Option<&[Step]>) -> (Entry, &'a [Entry]) {
        let mut before = NOTHING;
        for (member, step) in self.members.iter().zip(decided) {
            let own = member.entry(*step, run.at);
            before.cost += own.cost;
            before.value += own.value;
            before.slope += own.slope;
        }
        let free = self.members.len().saturating_sub(decided.len() + usize::from(next.is_some()));
        (before, run.layers.get(free).map_or(&[], Vec::as_slice))
    }

    /// The weight of all that stays, where no weight moves.
    fn staying(&self) -> i128 {
        self.members.iter().map(|member| i128::from(member.low)).sum()
    }

    /// The sums at one multiplier.
    fn sum(&self, run: &Run, decided: &[Step], next: Option<&[Step]>) -> Front {
        let (before, layer) = self.fixed_part(run, decided, next);
        let sum = match self.members.get(decided.len()).zip(next) {
            Some((member, steps)) => {
                let choices: Vec<Entry> = steps.iter().map(|step| member.entry(*step, run.at)).collect();
                extended(layer, &choices, self.cap)
            }
            None => layer.to_vec(),
        };
        shifted(&sum, before, self.cap)
    }

    /// The figures that sums at one multiplier show.
    pub(super) fn figures(&self, run: &Run, decided: &[Step], next: Option<&[Step]>) -> Front {
        let at = run.at;
        let (least, most) = (self.total - self.leaving.0, self.total - self.leaving.1);
        let over = self.after(at, decided, next).unwrap_or(UNIT);
        let figure = |entry: &Entry| {
            if self.fixed {
                return Some(up(entry.value, self.staying()));
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
        for entry in &self.sum(run, decided, next) {
            let better = |value: &i128| figures.last().is_none_or(|last: &Entry| last.value < *value);
            if let Some(value) = figure(entry).filter(better) {
                figures.push(Entry { cost: entry.cost, value, slope: 0 });
            }
        }
        figures
    }
}

/// A quotient rounded up; the divisor is above nought.
fn up(num: i128, den: i128) -> i128 {
    -(-num).div_euclid(den.max(1))
}
