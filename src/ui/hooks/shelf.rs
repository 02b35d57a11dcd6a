//! Reading what is kept on this device.
//!
//! Invariant: what cannot be read is listed as such and left as it is.

use crate::domain::Text;
use crate::edge::storage::{Drafts, Stored};
use crate::format::document::{self, Opened};
use crate::state::Saved;

/// The list for the first page, newest first.
pub fn listed(drafts: &Drafts) -> Vec<Saved> {
    drafts.load_all().into_iter().map(|stored| saved(&stored)).collect()
}

/// The stored document with this id.
pub fn stored(drafts: &Drafts, id: &str) -> Option<Stored> {
    drafts.load_all().into_iter().find(|stored| stored.id == id)
}

/// The stored document with this id, opened; none where there is none or it cannot be read.
pub fn opened(drafts: &Drafts, id: &str) -> Option<Opened> {
    document::open(stored(drafts, id)?.text.as_bytes()).ok()
}

fn saved(stored: &Stored) -> Saved {
    let id = Text::from(stored.id.as_str());
    let at = Text::from(stored.at.as_str());
    match document::open(stored.text.as_bytes()) {
        Ok(opened) => {
            let summary = opened.summary();
            Saved {
                id,
                unit: summary.unit,
                rubric: opened.rubric().id.clone(),
                year: summary.year,
                at,
                answers: summary.answers,
                unreadable: false,
            }
        }
        Err(_) => Saved {
            id,
            unit: Text::default(),
            rubric: Text::default(),
            year: None,
            at,
            answers: 0,
            unreadable: true,
        },
    }
}
