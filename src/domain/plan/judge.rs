//! What may rise in one assessment, and what a choice of rises comes to.
//!
//! Invariant: figures come from [`Scorecard::of`], but for those between the steps, which come from the products behind
//! it; the scores handed to the search are those items rounded up.

use std::rc::Rc;

use super::rise::{self, Rise};
use super::table::{Member, Step, UNIT};
use super::{Aim, By, Change, Goal, Plan, aimed, block};
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::item::Part;
use crate::domain::scorecard::{Figure, Scorecard};
use crate::domain::workings::{self, Mean, Reading};
use crate::domain::zone::Comparison;

/// Bits of a cost below what is made least.
pub const SECOND: u32 = 32;

/// The task: instrument, answers without blanks, goal.
#[derive(Debug)]
pub struct Judge {
    rubric: Rubric,
    given: Assessment,
    base: Assessment,
    goal: Goal,
    /// Place of the category wanted.
    pub target: usize,
    before: Figure,
}

/// How many ways up each member takes: by dimension and member, nought for none.
pub type Chosen = Vec<Vec<usize>>;

impl Judge {
    pub fn new(rubric: &Rubric, assessment: &Assessment, goal: &Goal) -> Self {
        let base = rise::lowest(rubric, assessment);
        let before = Scorecard::of(rubric, &base).score;
        let present = rubric.categories.place(aimed(&before, goal.aim));
        let target = goal.target.unwrap_or_else(|| present.saturating_sub(1));
        Self {
            rubric: rubric.clone(),
            given: assessment.clone(),
            base,
            goal: goal.clone(),
            target: target.min(rubric.categories.items.len().saturating_sub(1)),
            before,
        }
    }

    /// The instrument as the search reckons it: for the point, with weights that do not move.
    pub fn weighed(&self) -> Rubric {
        let mut rubric = self.rubric.clone();
        if self.goal.aim == Aim::Point {
            rubric = rubric.settled(None);
            for place in 0..rubric.dimensions.len() {
                rubric = rubric.settled(Some(place));
            }
        }
        rubric
    }

    /// The ways up of an indicator that may be taken.
    pub fn rises(&self, at: (usize, usize)) -> Vec<Rise> {
        if block::forbids(&self.rubric, &self.goal, at).is_some() {
            return Vec::new();
        }
        self.all_rises(at, &self.goal)
    }

    /// The ways up of an indicator under another goal, whatever forbids them.
    fn all_rises(&self, at: (usize, usize), goal: &Goal) -> Vec<Rise> {
        let indicator = self.rubric.dimensions.get(at.0).and_then(|d| d.indicators.get(at.1));
        let Some((indicator, scale)) = indicator.zip(self.rubric.scale_at(at.0, at.1)) else {
            return Vec::new();
        };
        rise::rises(&self.rubric, indicator, scale, &self.base, goal)
    }

    /// The members of a dimension that stay, each with the place of its indicator.
    pub fn members(&self, place: usize) -> Vec<(usize, Member)> {
        let Some(dimension) = self.rubric.dimensions.get(place) else { return Vec::new() };
        let mut frame =
            Assessment { mode: self.base.mode, samples: self.base.samples.clone(), ..Assessment::default() };
        let mut members = Vec::new();
        let scored = dimension.indicators.iter().enumerate().filter(|(_, indicator)| indicator.is_scored());
        for (member, (at, indicator)) in scored.enumerate() {
            let Some(scale) = self.rubric.scale_at(place, at) else { continue };
            let Some(answer) = self.base.answers.get(&indicator.id) else { continue };
            let mut counted =
                |answer: &Rc<Answer>| rise::counted(&self.rubric, indicator, scale, &mut frame, answer);
            let Some(now) = counted(answer) else { continue };
            let mut steps = vec![Step { cost: 0, score: score(now) }];
            for rise in self.rises((place, at)) {
                let after = counted(&rise.answer).unwrap_or(now);
                steps.push(Step { cost: self.cost(&rise), score: score(after) });
            }
            members.push((at, Member { place: member, steps }));
        }
        members
    }

    /// What a way up costs: what is made least in the upper half, the other in the lower.
    fn cost(&self, rise: &Rise) -> u64 {
        let effort = u64::from(rise.effort);
        match self.goal.by {
            By::Count => (1 << SECOND) + effort,
            By::Effort => (effort << SECOND) + 1,
        }
    }

    /// The least figure that rounds into the target, in units rounded down.
    pub fn threshold(&self) -> i128 {
        let bound = self.rubric.categories.items.get(self.target).map_or(0, |band| band.bound.hundredths());
        let least = match self.rubric.categories.comparison {
            Comparison::AtLeast => bound,
            Comparison::Above => bound + 1,
        };
        // Half a hundredth below is rounded up.
        let maximum = i128::from(self.rubric.maximum.ten_thousandths().max(1));
        (UNIT * (2 * i128::from(least) - 1) * 50).div_euclid(maximum)
    }

    /// Whether a result lies in the target or above.
    fn reaches(&self, score: &Figure) -> bool {
        self.rubric.categories.place(aimed(score, self.goal.aim)) <= self.target
    }

    /// How the figure aimed at is reckoned.
    const fn reading(&self) -> Reading {
        match self.goal.aim {
            Aim::Point => Reading::Point,
            Aim::Low => Reading::Lowest,
        }
    }

    /// The means of the dimensions.
    fn means(&self, assessment: &Assessment) -> Vec<Mean> {
        let mean = |place| workings::dimension(&self.rubric, place, assessment, self.reading());
        (0..self.rubric.dimensions.len()).map(mean).collect()
    }

    /// The figure aimed at, from the means of the dimensions.
    fn figure(&self, means: &[Mean]) -> Score {
        let sum = workings::whole(&self.rubric, means, self.reading()).sum;
        sum.map_or(Score::default(), |sum| Score::from_ratio(&sum.num, &sum.den))
    }

    /// Whether the target is reached already.
    pub fn is_reached(&self) -> bool {
        self.reaches(&self.before)
    }

    /// The assessment with the ways up that are chosen.
    fn with(&self, rises: &[((usize, usize), Rise)]) -> Assessment {
        let mut after = self.base.clone();
        for (at, rise) in rises {
            self.take(&mut after, *at, rise);
        }
        after
    }

    /// Takes one way up.
    fn take(&self, after: &mut Assessment, at: (usize, usize), rise: &Rise) {
        let indicator = self.rubric.dimensions.get(at.0).and_then(|d| d.indicators.get(at.1));
        if let Some(indicator) = indicator {
            after.answers.insert(indicator.id.clone(), rise.answer.clone());
        }
    }

    /// The ways up behind numbers; `places` are those of the members.
    fn taken(&self, places: &[Vec<usize>], chosen: &Chosen) -> Vec<((usize, usize), Rise)> {
        let mut taken = Vec::new();
        for (dimension, (places, chosen)) in places.iter().zip(chosen).enumerate() {
            for (at, way) in places.iter().zip(chosen) {
                let rise =
                    way.checked_sub(1).and_then(|way| self.rises((dimension, *at)).into_iter().nth(way));
                taken.extend(rise.map(|rise| ((dimension, *at), rise)));
            }
        }
        taken
    }

    /// Whether these ways up reach the target.
    pub fn holds(&self, places: &[Vec<usize>], chosen: &Chosen) -> bool {
        self.reaches(&Scorecard::of(&self.rubric, &self.with(&self.taken(places, chosen))).score)
    }

    /// The plan of these ways up.
    pub fn plan(&self, places: &[Vec<usize>], chosen: &Chosen, proved: bool, bound: u64) -> Plan {
        let mut after = self.base.clone();
        let mut means = self.means(&after);
        let mut before = aimed(&self.before, self.goal.aim).hundredths();
        let mut changes = Vec::new();
        for (place, rise) in self.taken(places, chosen) {
            self.take(&mut after, place, &rise);
            // Only its own dimension has moved.
            if let Some(mean) = means.get_mut(place.0) {
                *mean = workings::dimension(&self.rubric, place.0, &after, self.reading());
            }
            let now = self.figure(&means).hundredths();
            let points = Score::from_hundredths(now - before);
            before = now;
            changes.push(Change { place, was_blank: self.is_open(place), rise, points });
        }
        Plan {
            target: self.target,
            before: self.before,
            after: Scorecard::of(&self.rubric, &after).score,
            reachable: true,
            effort: changes.iter().map(|change| u64::from(change.rise.effort)).sum(),
            changes,
            proved,
            bound,
            short: Score::default(),
            blocks: Vec::new(),
        }
    }

    /// What to say where even everything that may rise, `chosen`, does not reach the target.
    pub fn out_of_reach(&self, places: &[Vec<usize>], chosen: &Chosen) -> Plan {
        let taken = self.taken(places, chosen);
        let most = self.with(&taken);
        let after = Scorecard::of(&self.rubric, &most);
        let reached = aimed(&after.score, self.goal.aim);
        let bound = self.rubric.categories.items.get(self.target).map_or(0, |band| band.bound.hundredths());
        let least = bound + i64::from(self.rubric.categories.comparison == Comparison::Above);
        Plan {
            target: self.target,
            before: self.before,
            after: after.score,
            reachable: false,
            changes: Vec::new(),
            effort: 0,
            proved: true,
            bound: 0,
            short: Score::from_hundredths((least - reached.hundredths()).max(0)),
            blocks: block::blocks(&self.rubric, &self.goal, &most, reached),
        }
    }

    /// Whether anything of an indicator was not answered.
    fn is_open(&self, at: (usize, usize)) -> bool {
        let indicator = self.rubric.dimensions.get(at.0).and_then(|d| d.indicators.get(at.1));
        let held = indicator
            .and_then(|indicator| Some((self.given.answer(&indicator.id), self.base.answer(&indicator.id)?)));
        held.is_some_and(|(given, base)| given != Some(base))
    }
}

/// A part in units, rounded up.
fn score(part: Part) -> i128 {
    let (num, den) = (i128::from(part.num), i128::from(part.den.max(1)));
    (num * UNIT + den - 1).div_euclid(den)
}
