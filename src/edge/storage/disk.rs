//! What is stored on the device, under this app's keys.
//!
//! Invariant: of a document's two slots the newest trusted one is never the one written to.

use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::keys::{Scope, Side};
use super::slot::{self, Found, Slot};
use super::{SaveFailure, Why};
use crate::domain::map::Map;

/// What one scope has in the browser's storage for this origin.
#[derive(Clone, Debug)]
pub struct Disk(Storage, Scope);

/// What there is of a document.
pub struct Slots {
    a: Found,
    b: Found,
    /// Of earlier broken slots.
    copies: Vec<String>,
}

impl Disk {
    /// Finds the storage; merely naming it throws in some frames.
    pub fn open(scope: Scope) -> Result<Self, Why> {
        let storage = web_sys::window().ok_or(Why::Absent)?.local_storage().map_err(|_| Why::Denied)?;
        let storage = storage.ok_or(Why::Absent)?;
        storage.length().map_err(|_| Why::Denied)?;
        Ok(Self(storage, scope))
    }

    /// Every key that goes when all is removed.
    fn keys(&self) -> Vec<String> {
        let length = self.0.length().unwrap_or_default();
        let keys = (0..length).filter_map(|place| self.0.key(place).ok().flatten());
        keys.filter(|key| self.1.clears(key)).collect()
    }

    /// Every document of which there is anything.
    pub fn ids(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for key in self.keys() {
            if let Some(id) = self.1.document_of(&key).or_else(|| self.1.broken_of(&key)) {
                super::note(&mut ids, id);
            }
        }
        ids
    }

    /// A setting; nothing where it cannot be read.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.get(&self.1.setting(name))
    }

    /// Sets a setting.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), SaveFailure> {
        self.set(&self.1.setting(name), value)
    }

    /// Removes a setting.
    pub fn drop_setting(&self, name: &str) {
        self.drop_key(&self.1.setting(name));
    }

    /// Every instrument of the office's own, by its id.
    pub fn rubrics(&self) -> Map<String> {
        let mut all = Map::default();
        for key in self.keys() {
            if let Some((id, text)) = self.1.rubric_of(&key).zip(self.get(&key)) {
                all.insert(id.into(), text);
            }
        }
        all
    }

    /// Keeps an instrument.
    pub fn set_rubric(&self, id: &str, text: &str) -> Result<(), SaveFailure> {
        self.set(&self.1.rubric(id), text)
    }

    /// Removes an instrument.
    pub fn drop_rubric(&self, id: &str) {
        self.drop_key(&self.1.rubric(id));
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).ok().flatten()
    }

    fn set(&self, key: &str, value: &str) -> Result<(), SaveFailure> {
        self.0.set_item(key, value).or_else(|thrown| {
            // What can be done without makes room.
            self.drop_key(&self.1.sight());
            self.0.set_item(key, value).map_err(|_| failure(&thrown))
        })
    }

    fn drop_key(&self, key: &str) {
        // Refused only where storage is denied altogether; there is nothing left to remove then.
        let _ = self.0.remove_item(key);
    }

    fn found(&self, id: &str, side: Side) -> Result<Found, SaveFailure> {
        self.0.get_item(&self.1.slot(id, side)).map(Found::of).map_err(|thrown| failure(&thrown))
    }

    /// What there is of a document.
    pub fn slots(&self, id: &str) -> Slots {
        let copies = self.keys().into_iter().filter(|key| self.1.broken_of(key) == Some(id));
        Slots {
            a: self.found(id, Side::A).unwrap_or_default(),
            b: self.found(id, Side::B).unwrap_or_default(),
            copies: copies.filter_map(|key| self.get(&key)).collect(),
        }
    }

    /// Writes the slot that matters less, and reads it back. The stored header is returned, for other tabs.
    pub fn write(&self, id: &str, text: &str, at: &str, after: u64) -> Result<String, SaveFailure> {
        let (a, b) = (self.found(id, Side::A)?, self.found(id, Side::B)?);
        let newest = a.seq().max(b.seq()).unwrap_or_default().max(after);
        let slot = Slot { seq: newest.saturating_add(1), at: at.to_owned(), text: text.to_owned() };
        if slot.seq > slot::MOST {
            // It would be written, and found broken.
            return Err(SaveFailure::Corrupt);
        }
        let side = less(&a, &b);
        let before = match side {
            Side::A => a,
            Side::B => b,
        };
        if let Found::Broken(raw) = &before {
            self.set_aside(id, side, raw)?;
        }
        let (key, raw) = (self.1.slot(id, side), slot.raw());
        self.set(&key, &raw)?;
        if self.0.get_item(&key).map_err(|thrown| failure(&thrown))?.as_deref() == Some(raw.as_str()) {
            return Ok(slot::head(&raw).to_owned());
        }
        // What was there is put back as well as it can be; what could not be kept, the caller still has.
        match before {
            Found::Good(slot) => {
                let _ = self.set(&key, &slot.raw());
            }
            Found::Empty | Found::Broken(_) => self.drop_key(&key),
        }
        Err(SaveFailure::Corrupt)
    }

    /// Copies a broken slot once, beside earlier copies.
    pub fn set_aside(&self, id: &str, side: Side, raw: &str) -> Result<(), SaveFailure> {
        let mut turn = 0;
        loop {
            let key = self.1.broken(id, side, turn);
            match self.0.get_item(&key).map_err(|thrown| failure(&thrown))? {
                Some(copy) if copy == raw => return Ok(()),
                Some(_) => turn += 1,
                None => return self.set(&key, raw),
            }
        }
    }

    /// Removes all there is of a document.
    pub fn remove(&self, id: &str) {
        self.drop_key(&self.1.sight());
        for key in self.keys() {
            if self.1.document_of(&key).or_else(|| self.1.broken_of(&key)) == Some(id) {
                self.drop_key(&key);
            }
        }
    }

    /// Removes everything of this scope; where `all` is said, from the page itself, everything of ours. Nothing else goes.
    pub fn clear(&self, all: bool) {
        for key in self.keys() {
            if all || self.1.holds(&key) {
                self.drop_key(&key);
            }
        }
    }
}

impl Slots {
    /// The newest slot to trust.
    pub fn newest(&self) -> Option<&Slot> {
        match (&self.a, &self.b) {
            (Found::Good(a), Found::Good(b)) => Some(if (b.seq, &b.at) > (a.seq, &a.at) { b } else { a }),
            (Found::Good(slot), _) | (_, Found::Good(slot)) => Some(slot),
            _ => None,
        }
    }

    /// The newest that cannot be trusted: of the slots, else of the copies.
    pub fn broken(&self) -> Option<&str> {
        match (&self.a, &self.b) {
            (Found::Broken(a), Found::Broken(b)) => {
                Some(if self.b.stated() > self.a.stated() { b } else { a })
            }
            (Found::Broken(raw), _) | (_, Found::Broken(raw)) => Some(raw),
            _ => self.copies.iter().max_by_key(|raw| slot::stated(raw)).map(String::as_str),
        }
    }
}

/// The slot to write: an empty one, else a broken one, else the older.
fn less(a: &Found, b: &Found) -> Side {
    let rank = |found: &Found| match found {
        Found::Empty => 0,
        Found::Broken(_) => 1,
        Found::Good(_) => 2,
    };
    if (rank(b), b.stated()) < (rank(a), a.stated()) { Side::B } else { Side::A }
}

/// Tells a full device from a refusal.
fn failure(thrown: &JsValue) -> SaveFailure {
    match crate::edge::thrown_name(thrown).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => SaveFailure::Full,
        _ => SaveFailure::Denied,
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Side, Slot, Slots, less};

    fn good(seq: u64) -> Found {
        Found::Good(Slot { seq, at: String::new(), text: seq.to_string() })
    }

    fn broken(text: &str) -> Found {
        Found::Broken(text.to_owned())
    }

    #[test]
    fn the_newest_trusted_slot_is_never_written_to() {
        let every = [Found::Empty, good(1), good(2), broken("x")];
        for a in &every {
            for b in &every {
                let slots = Slots { a: a.clone(), b: b.clone(), copies: Vec::new() };
                let Some(newest) = slots.newest().cloned() else { continue };
                let (written, other) = match less(a, b) {
                    Side::A => (a, b),
                    Side::B => (b, a),
                };
                assert!(*other == Found::Good(newest), "{written:?} would be written beside {other:?}");
            }
        }
    }

    #[test]
    fn an_empty_slot_is_taken_before_a_broken_one() {
        assert_eq!(less(&broken("x"), &Found::Empty), Side::B);
        assert_eq!(less(&Found::Empty, &broken("x")), Side::A);
    }

    #[test]
    fn a_broken_slot_is_shown_beside_the_good_one() {
        let slots = Slots { a: good(3), b: broken("x"), copies: vec!["older".to_owned()] };
        assert_eq!(slots.newest().map(|slot| slot.seq), Some(3));
        assert_eq!(slots.broken(), Some("x"));
    }
}
