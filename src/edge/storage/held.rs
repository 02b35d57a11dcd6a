//! What is held in this tab's memory: what could not be kept, or was not to be.
//!
//! Invariant: one memory for each scope in the whole page, so that the screen after a panic finds it too; no call here
//! panics.

use std::cell::RefCell;
use std::rc::Rc;

use super::keys::Scope;
use super::slot::Slot;
use crate::domain::map::Map;

#[derive(Debug, Default)]
struct Memory {
    documents: Map<Slot>,
    broken: Map<String>,
    settings: Map<String>,
    rubrics: Map<String>,
}

thread_local! {
    static ALL: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// The memory of one scope. Clones are one and the same.
#[derive(Clone, Debug)]
pub struct Held {
    scope: Scope,
    memory: Rc<RefCell<Memory>>,
}

impl Held {
    /// The memory of this scope, as it was left.
    pub fn of(scope: &Scope) -> Self {
        ALL.with(|all| {
            let Ok(mut all) = all.try_borrow_mut() else { return Self::empty(scope) };
            if let Some(held) = all.iter().find(|held| held.scope == *scope) {
                return held.clone();
            }
            let held = Self::empty(scope);
            all.push(held.clone());
            held
        })
    }

    fn empty(scope: &Scope) -> Self {
        Self { scope: scope.clone(), memory: Rc::default() }
    }

    /// Nothing runs while it is borrowed, so that it is never found borrowed; if it were, this is a no-op.
    fn with<T: Default>(&self, f: impl FnOnce(&mut Memory) -> T) -> T {
        self.memory.try_borrow_mut().map_or_else(|_| T::default(), |mut memory| f(&mut memory))
    }

    /// Holds a document, empty only where it is broken.
    pub fn hold(&self, id: &str, slot: Slot, broken: Option<String>) {
        self.with(|held| {
            if let Some(raw) = broken {
                held.broken.insert(id.into(), raw);
            }
            held.documents.insert(id.into(), slot);
        });
    }

    /// Lets go of a document.
    pub fn release(&self, id: &str) {
        self.with(|held| {
            held.documents.remove(id);
            held.broken.remove(id);
        });
    }

    /// Lets go of everything; the ids of the documents that were there.
    pub fn clear(&self) -> Vec<String> {
        self.with(|held| std::mem::take(held).documents.keys().map(ToString::to_string).collect())
    }

    /// The document of this id.
    pub fn get(&self, id: &str) -> Option<Slot> {
        self.with(|held| held.documents.get(id).cloned())
    }

    /// The count of the document of this id.
    pub fn seq(&self, id: &str) -> Option<u64> {
        self.with(|held| held.documents.get(id).map(|slot| slot.seq))
    }

    /// What of this id could not be trusted.
    pub fn broken(&self, id: &str) -> Option<String> {
        self.with(|held| held.broken.get(id).cloned())
    }

    /// Every document.
    pub fn all(&self) -> Vec<(String, Slot)> {
        self.with(|held| held.documents.iter().map(|(id, slot)| (id.to_string(), slot.clone())).collect())
    }

    /// Every instrument of the office's own that is held here.
    pub fn rubrics(&self) -> Map<String> {
        self.with(|held| held.rubrics.clone())
    }

    /// Holds an instrument, or lets go of it.
    pub fn set_rubric(&self, id: &str, text: Option<&str>) {
        self.with(|held| match text {
            Some(text) => drop(held.rubrics.insert(id.into(), text.to_owned())),
            None => drop(held.rubrics.remove(id)),
        });
    }

    /// A setting.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.with(|held| held.settings.get(name).cloned())
    }

    /// Holds a setting, or lets go of it.
    pub fn set_setting(&self, name: &str, value: Option<&str>) {
        self.with(|held| match value {
            Some(value) => {
                held.settings.insert(name.into(), value.to_owned());
            }
            None => {
                held.settings.remove(name);
            }
        });
    }

    /// Whether this tab was told that the computer is shared, before a reload.
    pub fn remembers_shared(&self) -> bool {
        session().and_then(|session| session.get_item(&self.scope.shared()).ok().flatten()).is_some()
    }

    /// Remembers it for this tab, where the browser lets it.
    pub fn remember_shared(&self, shared: bool) {
        if let Some(session) = session() {
            let key = self.scope.shared();
            let _ = if shared { session.set_item(&key, "1") } else { session.remove_item(&key) };
        }
    }
}

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
