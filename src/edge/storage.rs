//! What is kept on this device, and nowhere else: documents in two slots each, settings, instruments of the office's own.
//!
//! A document has the keys `swanilai:1:doc:<id>:a` and `:b`. A save writes the older, reads it back and compares; a load
//! takes the newest whose digest holds. A broken slot is copied to `swanilai:1:broken:<id>:<slot>` before it is reused.
//! An instrument has the key `swanilai:1:rubric:<id>`. What was in sight of the form when a page of its own was left is under
//! `swanilai:1:sight`: assets/sight.js keeps and draws it; here it goes with what it was of, and where room is short.
//! Where several are on one page, each has keys of its own: `swanilai:1@<instance>:...`.
//! Where nothing can be kept, and in *Komputer bersama*, documents live in the tab's memory.
//!
//! Invariant: nothing handed to [`Drafts::save`] is lost while the tab lives, whatever the browser refuses.

mod disk;
mod held;
mod keys;
mod rubrics;
mod slot;
mod tabs;

use std::cell::Cell;
use std::rc::Rc;

use self::disk::Disk;
use self::held::Held;
use self::keys::{Scope, Side};
use self::slot::Slot;
use self::tabs::Tabs;
use super::page::Watch;
use crate::domain::order::sorted;

/// Where documents go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageState {
    /// They stay on this device.
    Kept,
    /// They are gone when the tab closes.
    Memory(Why),
}

/// Why documents are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser or the frame refuses storage.
    Denied,
    /// The browser has none.
    Absent,
    /// The user asked for it: *Komputer bersama*.
    Shared,
}

/// Why a save did not reach the device. The document is held in memory all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// The browser refuses.
    Denied,
    /// There is no room.
    Full,
    /// What was read back differs from what was written.
    Corrupt,
}

/// A document as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: String,
    /// The document; empty where nothing of it can be trusted.
    pub text: String,
    /// When it was saved, as the caller said then.
    pub at: String,
    /// The newest found of this id that could not be trusted, as it was found, header line and all.
    pub broken: Option<String>,
}

/// The documents and settings of this device. Clones are one and the same.
#[derive(Clone, Debug)]
pub struct Drafts(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    disk: Result<Disk, Why>,
    held: Held,
    shared: Cell<bool>,
    tabs: Tabs,
}

/// Adds an id, once.
fn note(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}

impl Drafts {
    /// Finds what this browser offers to an instance, or to the page itself where it has no name; never fails.
    #[must_use]
    pub fn open(instance: &str) -> Self {
        let scope = Scope::of(instance);
        let held = Held::of(&scope);
        let shared = Cell::new(held.remembers_shared());
        Self(Rc::new(Inner { disk: Disk::open(scope.clone()), held, shared, tabs: Tabs::open(scope) }))
    }

    /// Where documents go now.
    #[must_use]
    pub fn state(&self) -> StorageState {
        match &self.0.disk {
            _ if self.0.shared.get() => StorageState::Memory(Why::Shared),
            Ok(_) => StorageState::Kept,
            Err(why) => StorageState::Memory(*why),
        }
    }

    fn disk(&self) -> Option<&Disk> {
        self.0.disk.as_ref().ok().filter(|_| !self.0.shared.get())
    }

    /// Turns *Komputer bersama* on or off, for this tab only, reloads included.
    ///
    /// On: this app's documents and settings leave the device; this tab still shows the documents until it closes.
    /// Off: what this tab holds is kept on the device again.
    pub fn set_shared(&self, shared: bool) {
        if shared == self.0.shared.get() {
            return;
        }
        if shared {
            self.hold_rubrics();
            for stored in self.load_all() {
                let newer = self.0.held.seq(&stored.id).unwrap_or_default();
                self.0.held.hold(
                    &stored.id,
                    Slot { seq: newer.saturating_add(1), at: stored.at, text: stored.text },
                    stored.broken,
                );
            }
            if let Some(disk) = self.disk() {
                let ids = disk.ids();
                disk.clear(false);
                for id in ids {
                    self.0.tabs.tell(&id, "");
                }
            }
        }
        self.0.shared.set(shared);
        self.0.held.remember_shared(shared);
        if !shared {
            self.keep_held_rubrics();
            self.keep_held();
        }
    }

    /// Brings to the device what this tab holds; what does not get there stays held.
    fn keep_held(&self) {
        let Some(disk) = self.disk() else { return };
        for (id, slot) in self.0.held.all() {
            let aside = self.0.held.broken(&id).map_or(Ok(()), |raw| disk.set_aside(&id, Side::A, &raw));
            if aside.is_ok() && !slot.text.is_empty() {
                let _ = self.save(&id, &slot.text, &slot.at);
            } else if aside.is_ok() {
                self.0.held.release(&id);
            }
        }
    }

    /// Keeps a document. In memory only, by [`Self::state`], is no failure.
    ///
    /// # Errors
    /// [`SaveFailure`]; the document is then held in memory, and [`Self::load_all`] still gives it.
    pub fn save(&self, id: &str, text: &str, at: &str) -> Result<(), SaveFailure> {
        let after = self.0.held.seq(id).unwrap_or_default();
        let hold =
            |seq: u64| self.0.held.hold(id, Slot { seq, at: at.to_owned(), text: text.to_owned() }, None);
        let Some(disk) = self.disk() else {
            hold(after.saturating_add(1));
            return Ok(());
        };
        match disk.write(id, text, at, after) {
            Ok(head) => {
                self.0.held.release(id);
                self.0.tabs.tell(id, &head);
                Ok(())
            }
            Err(failure) => {
                let stored = disk.slots(id).newest().map_or(0, |slot| slot.seq);
                hold(after.max(stored).saturating_add(1));
                Err(failure)
            }
        }
    }

    /// Everything there is, each document in its newest trusted form, newest first.
    #[must_use]
    pub fn load_all(&self) -> Vec<Stored> {
        let mut ids = self.disk().map(Disk::ids).unwrap_or_default();
        for (id, _) in self.0.held.all() {
            note(&mut ids, &id);
        }
        let all: Vec<(Option<u64>, Stored)> = ids
            .into_iter()
            .map(|id| self.load(id))
            .map(|stored| (super::clock::parse(&stored.at), stored))
            .collect();
        let newest_first = sorted(&all, |(one_time, one), (other_time, other)| {
            (other_time, &other.at, &one.id).cmp(&(one_time, &one.at, &other.id))
        });
        newest_first.into_iter().map(|(_, stored)| stored.clone()).collect()
    }

    fn load(&self, id: String) -> Stored {
        let slots = self.disk().map(|disk| disk.slots(&id));
        let kept = slots.as_ref().and_then(disk::Slots::newest).cloned();
        let newest = match (kept, self.0.held.get(&id)) {
            (Some(kept), Some(held)) => Some(if held.seq >= kept.seq { held } else { kept }),
            (kept, held) => kept.or(held),
        };
        let broken = slots
            .as_ref()
            .and_then(disk::Slots::broken)
            .map(str::to_owned)
            .or_else(|| self.0.held.broken(&id));
        let (text, at) = newest.map_or_else(Default::default, |slot| (slot.text, slot.at));
        Stored { id, text, at, broken }
    }

    /// Removes a document, with every broken copy of it.
    pub fn remove(&self, id: &str) {
        self.0.held.release(id);
        if let Some(disk) = self.disk() {
            disk.remove(id);
            self.0.tabs.tell(id, "");
        }
    }

    /// Removes everything kept here, in this tab and on the device, and nothing of anyone else; how many documents that
    /// were. The page itself removes what its instances in other pages kept on this device as well.
    #[expect(clippy::must_use_candidate, reason = "it is called for what it does")]
    pub fn clear_all(&self) -> usize {
        let mut ids: Vec<String> = self.0.held.clear();
        if let Ok(disk) = &self.0.disk {
            for id in disk.ids() {
                self.0.tabs.tell(&id, "");
                note(&mut ids, &id);
            }
            disk.clear(true);
        }
        ids.len()
    }

    /// Tells of each document another tab saved or removed; with an empty id where that tab cleared the whole origin.
    /// It may tell twice of one save.
    pub fn watch(&self, on_other_tab: impl Fn(String) + 'static) -> Watch {
        self.0.tabs.watch(on_other_tab)
    }

    /// A setting, if it was ever set.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.0.held.setting(name).or_else(|| self.disk()?.setting(name))
    }

    /// A setting as it is on the device, whatever this tab holds.
    #[must_use]
    pub fn kept_setting(&self, name: &str) -> Option<String> {
        self.disk()?.setting(name)
    }

    /// Tells when another tab has set or removed a setting.
    pub fn watch_setting(&self, name: &str, f: impl Fn() + 'static) -> Watch {
        self.0.tabs.watch_setting(name, f)
    }

    /// Sets a setting; in memory where it cannot be kept. An empty one is removed.
    pub fn set_setting(&self, name: &str, value: &str) {
        if value.is_empty() {
            self.0.held.set_setting(name, None);
            if let Some(disk) = self.disk() {
                disk.drop_setting(name);
            }
            return;
        }
        let kept = self.disk().is_some_and(|disk| disk.set_setting(name, value).is_ok());
        self.0.held.set_setting(name, (!kept).then_some(value));
    }
}
