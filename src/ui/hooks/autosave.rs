//! Saving soon after every change, and at once when the page is hidden.
//!
//! Invariant: a change is saved within half a second, or its failure is shown.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::desk::Desk;
use crate::edge::page;
use crate::state::{SaveStatus, State};

/// Milliseconds between the first change that is not saved and its saving, however many follow.
const DELAY: u32 = 400;

/// Saves the open assessment whenever it waits to be saved.
#[hook]
pub fn use_autosave(desk: &Desk, state: &State) {
    let id = state.work.as_ref().map(|work| work.assessment.kept_under());
    let pending = state.save == SaveStatus::Pending;
    {
        let desk = desk.clone();
        // Yew may draw twice before effects run: a save between two changes is seen by its number alone.
        use_effect_with((id, pending, desk.saves()), move |(_, pending, _)| {
            let timer = pending.then(|| Timeout::new(DELAY, move || desk.save()));
            move || drop(timer)
        });
    }
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let last = desk.clone();
        let watch = page::on_hide(move || desk.save_if_pending());
        move || {
            drop(watch);
            // An element was taken off its page: what it held is kept.
            last.save_if_pending();
        }
    });
}
