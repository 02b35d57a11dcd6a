//! What the site around the page is told, and what it asks.
//!
//! Invariant: in practice, and of a share, it is told how far the filling in is, and nothing of what that comes to.

use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::Desk;
use crate::domain::part;
use crate::domain::standing::{Resting, Span};
use crate::domain::zone::Zone;
use crate::edge::{clock, host, page};
use crate::format::message::{self, Message};
use crate::state::{Mode, Notice, Place, State, Work};
use crate::ui::intent::Intent;

impl Desk {
    /// Hears what the site around the page asks, where there is one.
    pub fn hear_site(&self) -> page::Watch {
        if !self.is_inside() {
            return page::Watch::default();
        }
        let desk = self.clone();
        host::on_asked(self.root(), move |offered| match offered {
            Some(text) => desk.perform(Intent::Prefill(text)),
            None => desk.tell_result(),
        })
    }

    /// Tells the site around the page what is new, once the page is drawn.
    pub(super) fn tell_site(&self, state: &State) {
        if !self.is_inside() {
            return;
        }
        let messages = Rc::new(self.messages(state));
        let before = self.0.told.replace(messages.clone());
        if messages != before {
            let root = self.0.root.clone();
            Timeout::new(0, move || {
                for message in messages.iter().filter(|message| !before.contains(message)) {
                    host::tell(&root, message);
                }
            })
            .forget();
        }
    }

    /// Hands the open assessment to the site around the page. A person has let it go by then.
    fn tell_result(&self) {
        let state = self.state();
        if let Some(work) = state.work.as_ref().filter(|_| state.mode == Mode::Office) {
            let document = self.encoded(&work.assessment, &work.rubric, &clock::now().iso);
            host::tell(self.root(), &message::result(&document));
        }
    }

    fn is_inside(&self) -> bool {
        matches!(self.0.boot.place, Place::Frame | Place::Element)
    }

    fn messages(&self, state: &State) -> Vec<Message> {
        let mut messages = vec![message::dirty(self.is_at_risk(state))];
        if let Some(work) = &state.work {
            let share = work.assessment.share();
            let progress = share.map_or(work.scorecard.progress, |share| {
                part::progress(&work.rubric, &work.assessment, share)
            });
            messages.push(message::progress(progress.answered, progress.total));
            if state.mode == Mode::Office && !work.is_part() {
                messages.push(zone(work));
            }
        }
        if state.refused.is_some() {
            messages.push(message::error("refused"));
        }
        if matches!(state.notice, Some(Notice::RubricMissing(_))) {
            messages.push(message::error("rubric"));
        }
        messages
    }
}

/// The strongest statement that holds; nothing where none does yet.
fn zone(work: &Work) -> Message {
    let standing = &work.scorecard.standing;
    if standing.resting == Resting::Neither {
        return message::zone(None, None);
    }
    let category = standing.category.one().and_then(|place| work.rubric.categories.items.get(place));
    message::zone(category.map(|category| &*category.id), standing.zone.and_then(Span::one).map(Zone::word))
}
