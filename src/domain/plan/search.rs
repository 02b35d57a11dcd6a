//! The search for the least plan, in slices.
//!
//! Invariant: a cost is passed over only once no plan below it can reach the target; what is handed out is held
//! against the judge first.
//!
//! Costs are searched up to a cap that doubles. Under a cap the table of each dimension says what it can come to
//! for every cost, and the table of the whole what the result can; the first cost at which it reaches the target
//! is the least. Then the indicators are gone through in the order of the form, and each takes the highest level
//! with which that cost still suffices.

mod smaller;
mod walk;

use walk::Walk;

use super::front::Front;
use super::judge::{Chosen, Judge, SECOND};
use super::table::{Member, Step, Table};
use super::{Goal, Plan};
use crate::domain::assessment::Assessment;
use crate::domain::rubric::{Group, Rubric};

/// Most entries held at once; a search that needs more ends unproved.
const MOST_ENTRIES: usize = 2_000_000;
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
            self.stage = Stage::Choosing(Walk::of(entry.cost));
            return;
        }
        self.bound = self.bound.max(self.cap + 1);
        self.cap *= 2;
        if self.cap >> (SECOND - 1) == 0 {
            self.open();
            self.stage = Stage::Costing(Vec::new());
        }
    }
}
