//! The search for the least plan, in slices.
//!
//! Invariant: a cost is passed over only once no plan below it can reach the target; what is handed out is held
//! against the judge first.
//!
//! Costs are searched up to a cap that doubles. Under a cap the table of each dimension says what it can come to
//! for every cost, and the table of the whole what the result can; the first cost at which it reaches the target
//! is the least. Then the indicators are gone through in the order of the form, and each takes the highest level
//! with which that cost still suffices.

use super::front::Front;
use super::judge::{Chosen, Judge, SECOND};
use super::table::{Member, Step, Table, UNIT};
use super::{Goal, Plan};
use crate::domain::assessment::Assessment;
use crate::domain::order::places;
use crate::domain::rubric::{Group, Rubric};

/// Most entries held at once; a search that needs more ends unproved.
const MOST_ENTRIES: usize = 2_000_000;
/// What figures in units, rounded up, may be too high.
const SLACK: i128 = UNIT >> 40;
/// Most ways tried when a plan that was not proved is made smaller.
const MOST_TRIALS: usize = 200;

/// Whether a search is at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Working,
    /// The plan will not get better.
    Done,
}

/// Where a search stands.
#[derive(Debug)]
enum Stage {
    /// Reading the ways up of dimension number so many.
    Reading,
    /// Working out what each dimension can come to, and then the whole.
    Costing(Vec<Front>),
    /// The least cost is known: going through the form.
    Choosing(Walk),
    /// The plan is known.
    Found(Plan),
    /// Too large to be proved.
    Lost,
}

/// The way through the form.
#[derive(Debug, Default)]
struct Walk {
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

/// A search for one plan.
#[derive(Debug)]
pub struct Search {
    judge: Judge,
    weighed: Rubric,
    members: Vec<Vec<Member>>,
    places: Vec<Vec<usize>>,
    tables: Vec<Table>,
    whole: Option<Table>,
    threshold: i128,
    /// What is made least cannot be below this.
    bound: u64,
    /// The least cost, once it is known.
    least: Option<u64>,
    cap: u64,
    stage: Stage,
}

impl Search {
    /// A search that has not begun.
    #[must_use]
    pub fn new(rubric: &Rubric, assessment: &Assessment, goal: &Goal) -> Self {
        let judge = Judge::new(rubric, assessment, goal);
        Self {
            weighed: judge.weighed(),
            threshold: judge.threshold(),
            judge,
            members: Vec::new(),
            places: Vec::new(),
            tables: Vec::new(),
            whole: None,
            bound: 0,
            least: None,
            cap: 1,
            stage: Stage::Reading,
        }
    }

    /// Works on until about `budget` entries are looked at or the search is at its end. A hundred thousand take
    /// about a millisecond natively.
    pub fn advance(&mut self, budget: u64) -> Progress {
        let mut work = 0;
        while work < budget {
            work += 1;
            match std::mem::replace(&mut self.stage, Stage::Lost) {
                Stage::Reading => self.read(&mut work),
                Stage::Costing(fronts) => self.cost(fronts, &mut work),
                Stage::Choosing(walk) => self.choose(walk, &mut work),
                done @ (Stage::Found(_) | Stage::Lost) => {
                    self.stage = done;
                    return Progress::Done;
                }
            }
            let held = self.tables.iter().chain(&self.whole).map(Table::size);
            if !matches!(self.stage, Stage::Found(_)) && held.sum::<usize>() > MOST_ENTRIES {
                self.stage = Stage::Lost;
            }
        }
        if matches!(self.stage, Stage::Found(_) | Stage::Lost) { Progress::Done } else { Progress::Working }
    }

    /// The plan found; before the end, the best that can be said so far.
    #[must_use]
    pub fn plan(&mut self) -> Plan {
        while matches!(self.stage, Stage::Reading) {
            self.read(&mut 0);
        }
        match &self.stage {
            Stage::Found(plan) => plan.clone(),
            _ => self.judge.plan(&self.places, &self.smaller(), false, self.bound),
        }
    }

    /// Reads the ways up of one more dimension; after the last one, tells whether there is anything to seek.
    fn read(&mut self, work: &mut u64) {
        let place = self.members.len();
        if place < self.weighed.dimensions.len() {
            let (places, members): (Vec<_>, Vec<_>) = self.judge.members(place).into_iter().unzip();
            *work += members.iter().map(|member: &Member| member.steps.len() as u64).sum::<u64>() * 100;
            self.members.push(members);
            self.places.push(places);
            self.stage = Stage::Reading;
            return;
        }
        let none = self.ways(|_| 0);
        let all = self.ways(|member| member.steps.len().saturating_sub(1));
        self.stage = if self.judge.is_reached() {
            Stage::Found(self.judge.plan(&self.places, &none, true, 0))
        } else if self.judge.holds(&self.places, &all) {
            self.open();
            Stage::Costing(Vec::new())
        } else {
            Stage::Found(self.judge.out_of_reach(&self.places, &all))
        };
    }

    /// One way up for each member.
    fn ways(&self, way: impl Fn(&Member) -> usize) -> Chosen {
        self.members.iter().map(|members| members.iter().map(&way).collect()).collect()
    }

    /// Opens the tables of all dimensions under the cap.
    fn open(&mut self) {
        let cap = (self.cap << SECOND) | ((1 << SECOND) - 1);
        let empty = Group::default();
        let table = |(place, members): (usize, &Vec<Member>)| {
            Table::new(self.weighed.group(place).unwrap_or(&empty), members, cap)
        };
        self.tables = self.members.iter().enumerate().map(table).collect();
        self.whole = None;
    }

    /// Works out one more table; after the whole, the least cost is known or the cap doubles.
    fn cost(&mut self, mut fronts: Vec<Front>, work: &mut u64) {
        if let Some(table) = self.tables.get_mut(fronts.len()) {
            fronts.extend(table.ask(&[], None, work));
            self.stage = Stage::Costing(fronts);
            return;
        }
        let whole = self.whole.get_or_insert_with(|| {
            let steps = |front: &Front| -> Vec<Step> {
                front.iter().map(|entry| Step { cost: entry.cost, score: entry.value }).collect()
            };
            let members =
                fronts.iter().enumerate().map(|(place, front)| Member { place, steps: steps(front) });
            // A dimension in which nothing stays leaves the whole.
            let staying: Vec<Member> = members
                .filter(|member| self.members.get(member.place).is_some_and(|own| !own.is_empty()))
                .collect();
            let cap = (self.cap << SECOND) | ((1 << SECOND) - 1);
            Table::new(self.weighed.whole(), &staying, cap)
        });
        let Some(front) = whole.ask(&[], None, work) else {
            self.stage = Stage::Costing(fronts);
            return;
        };
        if let Some(entry) = front.iter().find(|entry| entry.value >= self.threshold) {
            self.bound = self.bound.max(entry.cost >> SECOND);
            self.least = self.least.or(Some(entry.cost));
            self.stage = Stage::Choosing(Walk { cost: entry.cost, ..Walk::default() });
            return;
        }
        self.bound = self.bound.max(self.cap + 1);
        self.cap *= 2;
        if self.cap >> (SECOND - 1) == 0 {
            self.open();
            self.stage = Stage::Costing(Vec::new());
        }
    }

    /// Decides one more way up, or tries one.
    fn choose(&mut self, mut walk: Walk, work: &mut u64) {
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

    /// A plan that reaches the target, made smaller as far as that is quick: what brings most for its cost first.
    fn smaller(&self) -> Chosen {
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
