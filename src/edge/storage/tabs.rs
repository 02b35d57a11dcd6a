//! Word between the tabs of one scope: which document was saved, never what is in it.
//!
//! Invariant: a tab is not told of its own saves.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Event, MessageEvent, StorageEvent};

use super::keys::Scope;
use super::slot;
use crate::domain::map::Map;
use crate::edge::ids::fresh_id;
use crate::edge::page::Watch;

/// The channel to other tabs, where there is one; storage events come without.
#[derive(Clone, Debug)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    scope: Scope,
    own: String,
}

impl Tabs {
    /// Opens the channel.
    pub fn open(scope: Scope) -> Self {
        Self { channel: BroadcastChannel::new(scope.channel()).ok(), scope, own: fresh_id() }
    }

    /// Tells the others that a document's newest slot has this header, or that it is gone.
    pub fn tell(&self, id: &str, head: &str) {
        if let Some(channel) = &self.channel {
            // A word that does not arrive is made up for by the storage event.
            let _ = channel.post_message(&JsValue::from_str(&format!("{}\n{head}\n{id}", self.own)));
        }
    }

    /// Tells of every document another tab saved or removed.
    pub fn watch(&self, f: impl Fn(String) + 'static) -> Watch {
        let Some(window) = web_sys::window() else { return Watch::default() };
        let (f, seen) = (Rc::new(f), Rc::new(RefCell::new(Map::new())));
        let (tell, note, scope) = (f.clone(), seen.clone(), self.scope.clone());
        let watch = Watch::default().also(&window, "storage", move |event| {
            if let Some((id, head)) = stored(event, &scope) {
                // The storage event comes when the new value can be read, so it always counts.
                first(&note, &id, &head);
                tell(id);
            }
        });
        let Some(channel) = &self.channel else { return watch };
        let own = self.own.clone();
        watch.also(channel, "message", move |event| {
            if let Some((id, head)) = said(event, &own)
                && first(&seen, &id, &head)
            {
                f(id);
            }
        })
    }

    /// Tells when another tab has set or removed a setting.
    pub fn watch_setting(&self, name: &str, f: impl Fn() + 'static) -> Watch {
        let Some(window) = web_sys::window() else { return Watch::default() };
        let key = self.scope.setting(name);
        Watch::default().also(&window, "storage", move |event| {
            // Without a key, the whole origin was cleared.
            if local(event).is_some_and(|event| event.key().is_none_or(|own| own == key)) {
                f();
            }
        })
    }
}

/// Whether this is news, remembering it.
fn first(seen: &RefCell<Map<String>>, id: &str, head: &str) -> bool {
    seen.try_borrow_mut()
        .is_ok_and(|mut seen| seen.insert(id.into(), head.to_owned()).as_deref() != Some(head))
}

/// A change that another tab made here; session storage has its own events.
fn local(event: &Event) -> Option<&StorageEvent> {
    let local = web_sys::window()?.local_storage().ok().flatten();
    event.dyn_ref::<StorageEvent>().filter(|event| event.storage_area() == local)
}

fn stored(event: &Event, scope: &Scope) -> Option<(String, String)> {
    let event = local(event)?;
    let Some(key) = event.key() else { return Some(Default::default()) };
    let id = scope.document_of(&key)?.to_owned();
    Some((id, event.new_value().map(|raw| slot::head(&raw).to_owned()).unwrap_or_default()))
}

fn said(event: &Event, own: &str) -> Option<(String, String)> {
    let message = event.dyn_ref::<MessageEvent>()?.data().as_string()?;
    let (from, rest) = message.split_once('\n')?;
    let (head, id) = rest.split_once('\n')?;
    (from != own).then(|| (id.to_owned(), head.to_owned()))
}
