//! The keyboard's place on the page.
//!
//! Invariant: while a root is watched, the focus never falls back to the whole page because what had it is gone.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::page::Watch;
use super::root::Root;

/// How many times it is looked whether what has been given the focus is still in view, and every how many milliseconds.
const STAYS: u8 = 12;
const STAYS_EVERY: u32 = 80;

/// Focuses the element of this id and brings it into view: in the middle where it fits, else from its top.
/// False where there is none, or it cannot hold the focus; in a frame also while the focus is outside of it, which
/// is then not taken from there.
#[must_use]
pub fn give(root: &Root, id: &str) -> bool {
    if super::page::is_framed() && !root.page_has_focus() {
        return false;
    }
    let Some(element) = root.by_id(id) else { return false };
    let done = hold(root, &element);
    show(&element);
    if done {
        stay(root.clone(), element, STAYS);
    }
    done
}

fn show(element: &Element) {
    let view = ScrollIntoViewOptions::new();
    view.set_block(if fits(element) { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    element.scroll_into_view_with_scroll_into_view_options(&view);
}

/// Brings what was given the focus into view again where the page has grown above it: cards are laid out as they come near,
/// on a slow device a while later. Who scrolls changes no height and is left alone.
fn stay(root: Root, element: HtmlElement, left: u8) {
    let height = height_around(&element);
    Timeout::new(STAYS_EVERY, move || {
        if left == 0 || !root.has_focus(&element) {
            return;
        }
        if height != height_around(&element) && is_out_of_view(&element) {
            show(&element);
        }
        stay(root, element, left - 1);
    })
    .forget();
}

fn height_around(element: &Element) -> Option<i32> {
    Some(element.owner_document()?.document_element()?.scroll_height())
}

fn is_out_of_view(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() <= 0.0 || room().is_some_and(|room| place.top() >= room)
}

/// Whether the element of this id has the focus.
#[must_use]
pub fn is_on(root: &Root, id: &str) -> bool {
    root.by_id(id).is_some_and(|element| root.has_focus(&element))
}

/// Has an element hold the focus, even one that takes none by itself. Nothing scrolls.
fn hold(root: &Root, element: &HtmlElement) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let take = || element.focus_with_options(&options).is_ok() && root.has_focus(element);
    if take() {
        return true;
    }
    if !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
    }
    take()
}

/// Headings open a view and stay on top; a card that fits comes to the middle.
fn fits(element: &Element) -> bool {
    element.tag_name() != "H1"
        && room().is_some_and(|room| element.get_bounding_client_rect().height() < room * 0.9)
}

/// The height of the window.
fn room() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// Keeps the focus near where it was when what had it is taken off its root: at the nearest that still holds it.
pub fn keep(root: &Root) -> Option<Kept> {
    let trail: Rc<RefCell<Vec<HtmlElement>>> = Rc::default();
    let noted = trail.clone();
    let follows = Watch::default().also(root.node(), "focusin", move |event: &Event| {
        let mut here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let mut trail = Vec::new();
        while let Some(element) = here {
            here = element.parent_element().and_then(|parent| parent.dyn_into().ok());
            trail.push(element);
        }
        noted.replace(trail);
    });
    let own = root.clone();
    let changed = Closure::<dyn FnMut()>::new(move || {
        let near = {
            let trail = trail.borrow();
            let lost = trail.first().is_some_and(|last| !last.is_connected());
            trail.iter().find(|element| lost && element.is_connected()).cloned()
        };
        // Given outside of the borrow, because the focus is noted at once.
        if let Some(near) = near {
            hold(&own, &near);
        }
    });
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    observer.observe_with_options(root.node(), &what).ok()?;
    Some(Kept { observer, _changed: changed, _follows: follows })
}

/// Keeps the focus near until it is dropped.
#[derive(Debug)]
#[must_use = "dropping it stops the watching at once"]
pub struct Kept {
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
    _follows: Watch,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
