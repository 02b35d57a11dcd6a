//! A plan that is not proved: what can be said before a search is at its end.
//!
//! Invariant: the plan reaches the target.

use super::Search;
use crate::domain::order::places;
use crate::domain::plan::judge::{Chosen, SECOND};
use crate::domain::plan::table::Member;

/// Most ways tried when a plan that was not proved is made smaller.
const MOST_TRIALS: usize = 200;

impl Search {
    /// A plan that reaches the target, made smaller as far as that is quick: what brings most for its cost first.
    pub(super) fn smaller(&self) -> Chosen {
        let mut all = Vec::new();
        for (dimension, members) in self.members.iter().enumerate() {
            let weight = self.weighed.whole().shares().get(dimension).map_or(0, |share| share.working);
            let group = self.weighed.group(dimension);
            for (at, member) in members.iter().enumerate().filter(|(_, member)| member.steps.len() > 1) {
                let own =
                    group.and_then(|group| group.shares().get(member.place)).map_or(0, |share| share.working);
                let (Some(first), Some(last)) = (member.steps.first(), member.steps.last()) else { continue };
                let gain =
                    ((last.score - first.score) >> 40) * i128::from(own >> 10) * i128::from(weight >> 10);
                all.push(((dimension, at), gain / i128::from((last.cost >> SECOND).max(1))));
            }
        }
        let order = places(all.len(), &|one, other| {
            let gain = |place: usize| all.get(place).map_or(0, |(_, gain)| *gain);
            gain(other).cmp(&gain(one))
        });
        let order: Vec<(usize, usize)> =
            order.into_iter().filter_map(|p| all.get(p).map(|(at, _)| *at)).collect();
        let top = |member: &Member| member.steps.len().saturating_sub(1);
        let first = |count: usize| {
            let mut chosen = self.ways(|_| 0);
            for at in order.iter().take(count) {
                set(&mut chosen, *at, self.member(*at).map_or(0, top));
            }
            chosen
        };
        let (mut none, mut enough) = (0, order.len());
        while none + 1 < enough {
            let middle = none.midpoint(enough);
            if self.judge.holds(&self.places, &first(middle)) {
                enough = middle;
            } else {
                none = middle;
            }
        }
        let mut chosen = first(enough);
        let mut trials = 0;
        for at in order.iter().take(enough).rev() {
            let now = self.member(*at).map_or(0, top);
            for way in 0..now {
                trials += 1;
                set(&mut chosen, *at, way);
                if trials > MOST_TRIALS || !self.judge.holds(&self.places, &chosen) {
                    set(&mut chosen, *at, now);
                } else {
                    break;
                }
            }
        }
        chosen
    }

    fn member(&self, at: (usize, usize)) -> Option<&Member> {
        self.members.get(at.0)?.get(at.1)
    }
}

fn set(chosen: &mut Chosen, at: (usize, usize), way: usize) {
    if let Some(own) = chosen.get_mut(at.0).and_then(|members| members.get_mut(at.1)) {
        *own = way;
    }
}
