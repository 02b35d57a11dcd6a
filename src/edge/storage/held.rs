//! What is held in this tab's memory: what could not be kept, or was not to be.
//!
//! Invariant: one memory for the whole page, so that the screen after a panic finds it too; no call here panics.

use std::cell::RefCell;

use super::keys;
use super::slot::Slot;
use crate::domain::map::Map;

#[derive(Default)]
struct Held {
    documents: Map<Slot>,
    broken: Map<String>,
    settings: Map<String>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// Nothing runs while it is borrowed, so that it is never found borrowed; if it were, this is a no-op.
fn with<T: Default>(f: impl FnOnce(&mut Held) -> T) -> T {
    HELD.with(|held| held.try_borrow_mut().map_or_else(|_| T::default(), |mut held| f(&mut held)))
}

/// Holds a document, empty only where it is broken.
pub fn hold(id: &str, slot: Slot, broken: Option<String>) {
    with(|held| {
        if let Some(raw) = broken {
            held.broken.insert(id.into(), raw);
        }
        held.documents.insert(id.into(), slot);
    });
}

/// Lets go of a document.
pub fn release(id: &str) {
    with(|held| {
        held.documents.remove(id);
        held.broken.remove(id);
    });
}

/// Lets go of everything; the ids of the documents that were there.
pub fn clear() -> Vec<String> {
    with(|held| std::mem::take(held).documents.keys().map(ToString::to_string).collect())
}

/// The document of this id.
pub fn get(id: &str) -> Option<Slot> {
    with(|held| held.documents.get(id).cloned())
}

/// The count of the document of this id.
pub fn seq(id: &str) -> Option<u64> {
    with(|held| held.documents.get(id).map(|slot| slot.seq))
}

/// What of this id could not be trusted.
pub fn broken(id: &str) -> Option<String> {
    with(|held| held.broken.get(id).cloned())
}

/// Every document.
pub fn all() -> Vec<(String, Slot)> {
    with(|held| held.documents.iter().map(|(id, slot)| (id.to_string(), slot.clone())).collect())
}

/// A setting.
pub fn setting(name: &str) -> Option<String> {
    with(|held| held.settings.get(name).cloned())
}

/// Holds a setting, or lets go of it.
pub fn set_setting(name: &str, value: Option<&str>) {
    with(|held| match value {
        Some(value) => {
            held.settings.insert(name.into(), value.to_owned());
        }
        None => {
            held.settings.remove(name);
        }
    });
}

/// Whether this tab was told that the computer is shared, before a reload.
pub fn remembers_shared() -> bool {
    session().and_then(|session| session.get_item(keys::SHARED).ok().flatten()).is_some()
}

/// Remembers it for this tab, where the browser lets it.
pub fn remember_shared(shared: bool) {
    if let Some(session) = session() {
        let _ = if shared { session.set_item(keys::SHARED, "1") } else { session.remove_item(keys::SHARED) };
    }
}

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
