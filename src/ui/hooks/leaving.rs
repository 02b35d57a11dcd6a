//! The browser's question before a page with unsaved work is left.
//!
//! Invariant: it is asked only while leaving would lose something.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::edge::page;

/// Asks before leaving while `at_risk`.
#[hook]
pub fn use_leaving(at_risk: bool) {
    let dirty = use_memo((), |()| Rc::new(Cell::new(false)));
    dirty.set(at_risk);
    use_effect_with((), move |()| {
        let watch = page::guard_leaving((*dirty).clone());
        move || drop(watch)
    });
}
