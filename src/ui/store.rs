//! The state as Yew keeps it.
//!
//! Invariant: every change goes through [`State::step`]; an action that changes nothing draws nothing.

use std::rc::Rc;

use yew::Reducible;

use crate::state::{Action, State};

/// The one store of the page.
#[derive(Debug, Default, PartialEq)]
pub struct Store(pub State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.0.step(action) {
            Some(next) => Rc::new(Self(next)),
            None => self,
        }
    }
}
