//! The window itself: printing, leaving, and what is dropped on it.
//!
//! Invariant: whatever listens stops when its [`Watch`] is dropped.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    BeforeUnloadEvent, Document, DragEvent, Element, Event, EventTarget, File, VisibilityState, Window,
};

use super::root::Root;

/// Something that listens; dropping it stops that.
#[derive(Debug, Default)]
#[must_use = "dropping it stops the listening at once"]
pub struct Watch(Vec<EventListener>);

impl Watch {
    /// One more event to listen to.
    pub(super) fn also(
        mut self,
        target: &EventTarget,
        name: &'static str,
        f: impl FnMut(&Event) + 'static,
    ) -> Self {
        self.0.push(EventListener::new(target, name, f));
        self
    }

    /// One more event, whose default may be prevented.
    fn also_preventing(
        mut self,
        target: &EventTarget,
        name: &'static str,
        f: impl FnMut(&Event) + 'static,
    ) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        self.0.push(EventListener::new_with_options(target, name, options, f));
        self
    }
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Tells the scripts beside the app what has happened: `swanilai:kept`, `swanilai:cleared` (`assets/offline.js`).
pub fn announce(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(what)) {
        // Only an event that is being sent already is refused.
        let _ = window.dispatch_event(&event);
    }
}

/// Tells when everything has been removed from the device.
pub fn on_cleared(f: impl Fn() + 'static) -> Watch {
    let Some(window) = web_sys::window() else { return Watch::default() };
    Watch::default().also(&window, "swanilai:cleared", move |_| f())
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused in frames without allow-modals: nothing to be done about it here.
        let _ = window.print();
    }
}

/// Tells when the page goes out of sight or away: the last moment to save. It may tell twice.
pub fn on_hide(f: impl Fn() + 'static) -> Watch {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return Watch::default() };
    let (f, seen) = (Rc::new(f), document.clone());
    let again = f.clone();
    Watch::default()
        .also(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Hidden {
                f();
            }
        })
        .also(&window, "pagehide", move |_| again())
}

/// Has the browser ask before leaving, only while `dirty`.
pub fn guard_leaving(dirty: Rc<Cell<bool>>) -> Watch {
    let Some(window) = web_sys::window() else { return Watch::default() };
    Watch::default().also_preventing(&window, "beforeunload", move |event| {
        if dirty.get() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only where this is set; none shows the text.
                event.set_return_value("1");
            }
        }
    })
}

/// Takes files dropped anywhere on what the app stands in; other things dragged are left alone.
pub fn on_drop_anywhere(root: &Root, on_files: impl Fn(Vec<File>) + 'static) -> Watch {
    Watch::default()
        .also_preventing(root.node(), "dragover", |event| {
            if file_drag(event).is_some() {
                event.prevent_default();
            }
        })
        .also_preventing(root.node(), "drop", move |event| {
            if let Some(drag) = file_drag(event) {
                event.prevent_default();
                let files = super::files::dropped(drag);
                if !files.is_empty() {
                    on_files(files);
                }
            }
        })
}

fn file_drag(event: &Event) -> Option<&DragEvent> {
    let drag = event.dyn_ref::<DragEvent>()?;
    let types = drag.data_transfer()?.types();
    types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")).then_some(drag)
}

/// Whether the page is inside another one.
#[must_use]
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let parent = window.parent().ok().flatten();
    parent.is_some_and(|parent| !same(&parent, &window))
}

pub(super) fn same(one: &Window, other: &Window) -> bool {
    AsRef::<JsValue>::as_ref(one) == AsRef::<JsValue>::as_ref(other)
}

/// Whether the page is in a sandbox that gives it no origin: nothing is kept there, and downloads may be blocked.
/// A page opened from a file is not counted, though browsers call its origin opaque too.
#[must_use]
pub fn origin_is_opaque() -> bool {
    let Some(window) = web_sys::window() else { return false };
    window.origin() == "null" && window.location().protocol().ok().as_deref() != Some("file:")
}

/// Opens every fold before the page is printed, and closes again those it opened.
pub fn unfold_for_print(root: &Root) -> Watch {
    const OPENED: &str = "data-opened-for-print";
    fn each(root: &Root, selector: &str, act: &dyn Fn(&Element)) {
        let Some(found) = root.all(selector) else { return };
        for fold in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()) {
            act(&fold);
        }
    }
    let (opened, closed) = (root.clone(), root.clone());
    let open = move |_: &Event| {
        each(&opened, "details:not([open])", &|fold| {
            for name in ["open", OPENED] {
                let _ = fold.set_attribute(name, "");
            }
        });
    };
    let close = move |_: &Event| {
        each(&closed, "details[data-opened-for-print]", &|fold| {
            for name in ["open", OPENED] {
                let _ = fold.remove_attribute(name);
            }
        });
    };
    let Some(window) = web_sys::window() else { return Watch::default() };
    Watch::default().also(&window, "beforeprint", open).also(&window, "afterprint", close)
}
