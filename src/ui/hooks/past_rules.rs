//! The instruments that results of other years were published under.
//!
//! Invariant: they are asked for only where Hasil shows them, and each once.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::state::{Route, State};
use crate::ui::hooks::desk::Desk;
use crate::ui::intent::Intent;

/// Fetches what the results on Hasil are read by.
#[hook]
pub fn use_past_rules(desk: &Desk, state: &State, catalog: &[Entry]) {
    let mut missing: Vec<Text> = Vec::new();
    if let Some(work) = state.work.as_ref().filter(|_| state.route == Route::Hasil) {
        for past in &work.assessment.history {
            let id = &past.rubric;
            let is_shipped = catalog.iter().any(|entry| entry.id == *id);
            if is_shipped && !state.library.contains_key(id) && !missing.contains(id) {
                missing.push(id.clone());
            }
        }
    }
    let desk = desk.clone();
    use_effect_with(missing, move |missing| {
        for id in missing {
            desk.perform(Intent::Fetch(id.clone()));
        }
    });
}
