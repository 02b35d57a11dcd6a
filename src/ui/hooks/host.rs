//! What the site around the page is told, and what it asks.
//!
//! Invariant: in practice it is told how far the filling in is, and nothing of what was answered.

use yew::prelude::*;

use super::desk::Desk;
use crate::domain::standing::{Resting, Span};
use crate::domain::zone::Zone;
use crate::edge::{host, page};
use crate::format::message::{self, Message};
use crate::state::{Mode, Notice, Place, State, Work};
use crate::ui::intent::Intent;

/// Tells the site around the page what has changed.
#[hook]
pub fn use_host(desk: &Desk, state: &State) {
    let messages = if is_inside(state.place) { messages(desk, state) } else { Vec::new() };
    let desk = desk.clone();
    use_effect_with(messages, move |messages| {
        let before = desk.told(messages.clone());
        for message in messages.iter().filter(|message| !before.contains(message)) {
            host::tell(message);
        }
    });
}

impl Desk {
    /// Hears what the site around the page asks, where there is one.
    pub fn hear_site(&self) -> page::Watch {
        if !is_inside(self.boot().place) {
            return page::Watch::default();
        }
        let desk = self.clone();
        host::on_asked(move |offered| match offered {
            Some(text) => desk.perform(Intent::Prefill(text)),
            None => desk.tell_result(),
        })
    }
}

const fn is_inside(place: Place) -> bool {
    matches!(place, Place::Frame | Place::Element)
}

fn messages(desk: &Desk, state: &State) -> Vec<Message> {
    let mut messages = vec![message::dirty(desk.is_at_risk(state))];
    if let Some(work) = &state.work {
        let progress = work.scorecard.progress;
        messages.push(message::progress(progress.answered, progress.total));
        if state.mode == Mode::Office {
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

/// The strongest statement that holds; nothing where none does yet.
fn zone(work: &Work) -> Message {
    let standing = &work.scorecard.standing;
    if standing.resting == Resting::Neither {
        return message::zone(None, None);
    }
    let category = standing.category.one().and_then(|place| work.rubric.categories.items.get(place));
    message::zone(category.map(|category| &*category.id), standing.zone.and_then(Span::one).map(Zone::word))
}
