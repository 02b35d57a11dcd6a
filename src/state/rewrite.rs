//! A change that another module of the page has made to its own copy of the open assessment.
//!
//! Invariant: nothing that came to be here meanwhile is written over: what was changed from something else is left out, and
//! the other module is given what is here.

use std::rc::Rc;

use super::{State, Work};
use crate::domain::Text;
use crate::domain::assessment::Assessment;

/// The open assessment as another module has changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewrite {
    /// What it was there before.
    pub from: Rc<Assessment>,
    /// What it is now.
    pub to: Rc<Assessment>,
    /// Whether one undo takes back this change and the one before it.
    pub joins: bool,
    /// Whether the change was to say where the document stands.
    pub said: bool,
    /// The indicator that was answered, if one was.
    pub touched: Option<Text>,
}

impl State {
    /// After a change by another module. What is refused is given back: the state differs, so the page is drawn anew.
    pub(super) fn rewritten(&self, rewrite: &Rewrite) -> Option<Self> {
        if self.is_locked() {
            return None;
        }
        let before = self.work.as_ref()?;
        if *before.assessment != *rewrite.from {
            let work = before.with(before.past.clone(), None, before.assessment.clone());
            return Some(Self { work: Some(work), ..self.clone() });
        }
        let past = before.remembered(rewrite.joins);
        let touched = rewrite.touched.as_ref().or(before.touched.as_ref()).cloned();
        let work = Work { touched, ..before.with(past, None, rewrite.to.clone()) };
        Some(self.with_work(before, work, rewrite.said))
    }
}
