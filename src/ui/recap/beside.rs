//! Many files read by workers, several at once.
//!
//! Invariant: what a worker does not make a row of is handed back, to be read on the page, where its problems are told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::domain::recap::Entry;
use crate::edge::crew::{Crew, all};
use crate::edge::intake::{Given, Source};
use crate::format::recap::packed;

/// From how many files on workers are worth starting.
const MANY: usize = 200;
/// How many files each worker has at hand: one to read and one to come.
const AT_HAND: usize = 2;

/// What is under way.
struct Run {
    crew: Crew,
    given: Vec<Given>,
    next: Cell<usize>,
    read: RefCell<Vec<Option<(Entry, Source)>>>,
}

/// Reads what workers can; what they make of it, and what is left for the page. `on` tells how many are done, and is
/// answered whether to go on.
pub async fn read(
    crew: impl FnOnce() -> Option<Crew>,
    given: Vec<Given>,
    on: impl Fn(usize) -> bool + 'static,
) -> (Vec<(Entry, Source)>, Vec<Given>) {
    let (plain, mut left): (Vec<Given>, Vec<Given>) = given.into_iter().partition(Given::is_plain);
    let crew = if plain.len() < MANY { None } else { crew() };
    let Some(crew) = crew else {
        // In the order in which they were given: a reading that is stopped leaves the last.
        left.splice(0..0, plain);
        return (Vec::new(), left);
    };
    let lanes = crew.size() * AT_HAND;
    let read = RefCell::new(plain.iter().map(|_| None).collect());
    let run = Rc::new(Run { crew, given: plain, next: Cell::default(), read });
    let on = Rc::new(on);
    let lane = |run: Rc<Run>, on: Rc<dyn Fn(usize) -> bool>| async move {
        loop {
            let at = run.next.get();
            let Some(one) = run.given.get(at).filter(|_| on(at)) else { return };
            run.next.set(at + 1);
            let packed = run.crew.read(&one.name, one.file()).await;
            if let Some(row) = packed.and_then(|packed| packed::unpack(&packed)) {
                let entry = (Entry::Row(Box::new(row)), one.source());
                if let Some(place) = run.read.borrow_mut().get_mut(at) {
                    *place = Some(entry);
                }
            }
        }
    };
    all((0..lanes).map(|_| lane(run.clone(), on.clone()))).await;
    let mut read = Vec::new();
    let mut rest = Vec::new();
    for (one, entry) in run.given.iter().zip(run.read.take()) {
        match entry {
            Some(entry) => read.push(entry),
            None => rest.push(one.clone()),
        }
    }
    rest.append(&mut left);
    (read, rest)
}
