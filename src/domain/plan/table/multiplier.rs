//! Among which multipliers the best one is.
//!
//! Invariant: none that could be the best is left out, but for the figures themselves.

use super::{Step, Table, Weighed};

impl Table {
    /// The first score above a multiplier.
    pub(super) fn after(&self, at: i128, decided: &[Step], next: Option<&[Step]>) -> Option<i128> {
        let own = self.scores.iter();
        let others = decided.iter().chain(next.into_iter().flatten()).map(|step| &step.score);
        own.chain(others).copied().filter(|score| *score > at).min()
    }

    /// The multipliers among which the best one of every choice is, but for the figures themselves.
    pub(super) fn multipliers(&self, decided: &[Step], next: Option<&[Step]>) -> Vec<i128> {
        if self.fixed {
            return vec![0];
        }
        let mut scores = self.scores.clone();
        for step in decided.iter().chain(next.into_iter().flatten()) {
            note(&mut scores, step.score);
        }
        scores.retain(|score| self.between.0 <= *score && *score <= self.between.1);
        scores
    }

    /// The first score up to which highest weights, with lowest ones above, fill a sum.
    pub(super) fn filled(&self, sum: i128, pick: fn(&[Step]) -> Option<&Step>) -> Option<i128> {
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
pub(super) fn note(scores: &mut Vec<i128>, score: i128) {
    if let Err(place) = scores.binary_search(&score) {
        scores.insert(place, score);
    }
}
