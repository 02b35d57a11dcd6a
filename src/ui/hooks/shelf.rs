//! Reading what is kept on this device.
//!
//! Invariant: what cannot be read is listed as such and left as it is.

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

/// How the list shows a document.
pub fn saved(stored: &Stored) -> Saved {
    let opened = document::open(stored.text.as_bytes()).ok();
    let summary = opened.as_ref().map(Opened::summary).unwrap_or_default();
    Saved {
        id: stored.id.as_str().into(),
        unit: summary.unit,
        share: summary.share,
        rubric: opened.as_ref().map(|opened| opened.rubric().id.clone()).unwrap_or_default(),
        year: summary.year,
        at: stored.at.as_str().into(),
        example: summary.example,
        progress: summary.progress,
        full: summary.full,
        unreadable: opened.is_none(),
    }
}
