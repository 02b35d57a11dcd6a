//! The way through the form once the least cost is known.
//!
//! Invariant: each indicator takes the highest level with which that cost still suffices; what is handed out is held
//! against the judge first.

use super::{Search, Stage};
use crate::domain::plan::judge::Chosen;
use crate::domain::plan::table::{Step, UNIT};

/// What figures in units, rounded up, may be too high.
const SLACK: i128 = UNIT >> 40;

/// The way through the form.
#[derive(Debug, Default)]
pub struct Walk {
    /// The least cost.
    cost: u64,
    /// What dimensions gone through came to.
    passed: Vec<Step>,
    /// What members of this dimension came to.
    decided: Vec<Step>,
    chosen: Chosen,
    /// Ways of this member already refused, from the highest.
    refused: usize,
    spent: u64,
    trial: Option<Vec<Step>>,
}

impl Walk {
    /// Before the first indicator.
    pub fn of(cost: u64) -> Self {
        Self { cost, ..Self::default() }
    }
}

impl Search {
    /// Decides one more way up, or tries one.
    pub(super) fn choose(&mut self, mut walk: Walk, work: &mut u64) {
        let dimension = walk.chosen.len().saturating_sub(1);
        let begun = !walk.chosen.is_empty();
        let members = if begun { self.members.get(dimension).map_or(&[][..], Vec::as_slice) } else { &[] };
        let Some(member) = members.get(walk.decided.len()) else {
            return self.turn(walk, work);
        };
        let way = member.steps.len().saturating_sub(1 + walk.refused);
        let Some(step) = member.steps.get(way).copied() else { return };
        if way > 0 && walk.spent + step.cost > walk.cost {
            walk.refused += 1;
            self.stage = Stage::Choosing(walk);
            return;
        }
        let holds = if way == 0 { Some(true) } else { self.suffices(&mut walk, dimension, step, work) };
        if let Some(holds) = holds {
            walk.trial = None;
            walk.refused += 1;
            if holds {
                walk.refused = 0;
                walk.spent += step.cost;
                walk.decided.push(step);
                if let Some(chosen) = walk.chosen.last_mut() {
                    chosen.push(way);
                }
            }
        }
        self.stage = Stage::Choosing(walk);
    }

    /// Whether the least cost still suffices with this step; none while that is being worked out.
    fn suffices(&mut self, walk: &mut Walk, dimension: usize, step: Step, work: &mut u64) -> Option<bool> {
        if walk.trial.is_none() {
            let front = self.tables.get_mut(dimension)?.ask(&walk.decided, Some(&[step]), work)?;
            let steps = front.iter().map(|entry| Step { cost: entry.cost, score: entry.value });
            walk.trial = Some(steps.filter(|step| step.cost <= walk.cost).collect());
        }
        let enough = (walk.cost, self.threshold);
        self.whole.as_mut()?.meets(&walk.passed, walk.trial.as_deref(), enough, work)
    }

    /// Goes from one dimension to the next; after the last one, holds the plan against the judge.
    fn turn(&mut self, mut walk: Walk, work: &mut u64) {
        let passed = walk.chosen.len().checked_sub(1).filter(|_| !walk.decided.is_empty());
        if let Some(table) = passed.and_then(|dimension| self.tables.get_mut(dimension)) {
            let Some(front) = table.ask(&walk.decided, None, work) else {
                self.stage = Stage::Choosing(walk);
                return;
            };
            walk.passed.extend(front.first().map(|entry| Step { cost: entry.cost, score: entry.value }));
            walk.decided.clear();
        }
        if walk.spent < walk.cost && walk.chosen.len() < self.members.len() {
            walk.chosen.push(Vec::new());
            self.stage = Stage::Choosing(walk);
            return;
        }
        if self.judge.holds(&self.places, &walk.chosen) {
            let proved = self.least == Some(walk.cost);
            self.stage = Stage::Found(self.judge.plan(&self.places, &walk.chosen, proved, self.bound));
        } else if self.threshold == self.judge.threshold() {
            // Figures were rounded up: ask for what that may have added, and see whether it costs more.
            self.threshold += SLACK;
            self.open();
            self.stage = Stage::Costing(Vec::new());
        }
    }
}
