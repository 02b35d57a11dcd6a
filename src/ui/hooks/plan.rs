//! The least plan, worked out in slices while its view is shown.
//!
//! Invariant: no slice keeps the page waiting, and a task that has changed is not worked on any longer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::domain::plan::{BUDGET, Goal, Plan, Progress, Search};
use crate::domain::rubric::Rubric;
use crate::edge::clock;
use crate::state::Work;

/// Work of one slice: a few milliseconds, and all that the shipped instruments need for the point.
const SLICE: u64 = 200_000;
/// Milliseconds after which a plan is taken as it is.
const LONGEST: u64 = 10_000;

/// The plan for what is to be reached, once it is known; and, for as long as it is searched for, how to end the search
/// with the best that can be said by then.
#[hook]
pub fn use_plan(work: &Work) -> (Option<Rc<Plan>>, Callback<()>) {
    let found = use_state(|| None);
    let running = use_mut_ref(|| None::<Rc<Run>>);
    let end = {
        let running = running.clone();
        Callback::from(move |()| {
            if let Some(run) = running.borrow().as_ref() {
                drop(run.next.take());
                run.tell();
            }
        })
    };
    let Work { rubric, assessment, .. } = work;
    let goal = assessment.wanted.as_ref().map(|wanted| wanted.goal(rubric)).unwrap_or_default();
    // What the plan does not depend on may change without a new one.
    let given = Assessment {
        answers: assessment.answers.clone(),
        mode: assessment.mode,
        samples: assessment.samples.clone(),
        ..Assessment::default()
    };
    let setter = found.setter();
    use_effect_with((rubric.clone(), given, goal), move |(rubric, given, goal): &(Rc<Rubric>, _, Goal)| {
        let run = Rc::new(Run {
            search: RefCell::new(Search::new(rubric, given, goal)),
            spent: Cell::new(0),
            began: clock::now().millis,
            found: setter,
            next: RefCell::default(),
        });
        running.replace(Some(run.clone()));
        advance(&run);
        move || drop(run.next.take())
    });
    ((*found).clone(), end)
}

/// One search under way.
struct Run {
    search: RefCell<Search>,
    spent: Cell<u64>,
    began: u64,
    found: UseStateSetter<Option<Rc<Plan>>>,
    /// The slice to come; dropping it ends the search.
    next: RefCell<Option<Timeout>>,
}

impl Run {
    /// Hands out the plan as far as it is known.
    fn tell(&self) {
        if let Ok(mut search) = self.search.try_borrow_mut() {
            self.found.set(Some(Rc::new(search.plan())));
        }
    }
}

/// Works on for one slice, and hands out the plan after the last.
fn advance(run: &Rc<Run>) {
    let is_done = run.search.borrow_mut().advance(SLICE) == Progress::Done;
    run.spent.set(run.spent.get() + SLICE);
    if is_done || run.spent.get() >= BUDGET || clock::now().millis >= run.began + LONGEST {
        return run.tell();
    }
    if run.spent.get() == SLICE {
        run.found.set(None);
    }
    let next = run.clone();
    run.next.replace(Some(Timeout::new(0, move || advance(&next))));
}
