//! What the app stands in: a page, or the shadow root of an element in a page of someone else.
//!
//! Invariant: an app finds, focuses and changes only what is in its own root; in an element it leaves the address, the
//! history and the title of the page alone.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, Location, NodeList};

use super::page::Watch;

/// The root of one app. Clones are one and the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Root {
    app: Element,
    /// A document or a shadow root: both find by id and selector, hear events and know what has the focus, by the same
    /// names, and nothing else is asked of it.
    node: Document,
    /// The page's, or an object of `element.js` with the same members, that hears `hashchange` itself.
    address: Location,
    in_element: bool,
}

impl Root {
    /// The root around what the app is mounted on; in an element, with an address of its own.
    #[must_use]
    pub fn of(app: Element, own: Option<JsValue>) -> Option<Self> {
        let in_element = own.is_some();
        let address = match own {
            Some(own) => own.unchecked_into(),
            None => web_sys::window()?.location(),
        };
        Some(Self { node: app.get_root_node().unchecked_into(), app, address, in_element })
    }

    /// What the app is mounted on.
    #[must_use]
    pub const fn app(&self) -> &Element {
        &self.app
    }

    /// The address of its own, where it has one.
    pub(super) fn own_address(&self) -> JsValue {
        if self.in_element { self.address.clone().into() } else { JsValue::UNDEFINED }
    }

    /// Asks whoever loads files for the app, by the name of what is asked: `boot.js` has left it on the page, `element.js`
    /// beside the address. None where that one does not know the name.
    pub(super) fn ask_loader(&self, name: &str, about: &str) -> Option<JsValue> {
        let loader = if self.in_element {
            self.address.clone().into()
        } else {
            Reflect::get(&js_sys::global(), &JsValue::from_str("swanilai")).ok()?
        };
        let asked: Function = Reflect::get(&loader, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
        asked.call1(&loader, &JsValue::from_str(about)).ok()
    }

    /// Whether it may take the focus by itself: the page may, an element only where it has it.
    #[must_use]
    pub fn leads(&self) -> bool {
        !self.in_element || self.focused().is_some()
    }

    pub(super) fn by_id(&self, id: &str) -> Option<HtmlElement> {
        self.node.get_element_by_id(id)?.dyn_into().ok()
    }

    pub(super) fn all(&self, selector: &str) -> Option<NodeList> {
        self.node.query_selector_all(selector).ok()
    }

    pub(super) fn has_focus(&self, element: &Element) -> bool {
        self.node.active_element().as_ref() == Some(element)
    }

    pub(super) fn page_has_focus(&self) -> bool {
        self.app.owner_document().is_some_and(|document| document.has_focus().unwrap_or(false))
    }

    pub(super) fn focused(&self) -> Option<Element> {
        self.node.active_element()
    }

    /// All that is in it.
    pub(super) const fn node(&self) -> &Document {
        &self.node
    }

    /// What follows `#` in the address, without it.
    #[must_use]
    pub fn hash(&self) -> String {
        bare(&self.address.hash().unwrap_or_default()).to_owned()
    }

    /// Goes to a hash (with or without its `#`), with a step in the history where the address is the page's.
    pub fn set_hash(&self, hash: &str) {
        // Only an address that cannot be parsed is refused, and a hash always can be.
        let _ = self.address.set_hash(bare(hash));
    }

    /// Goes to a hash without a step in the history; [`Self::on_hash`] is not told.
    pub fn replace_hash(&self, hash: &str) {
        let Some(window) = web_sys::window() else { return };
        let hash = ["#", bare(hash)].concat();
        let replaced = !self.in_element
            && window
                .history()
                .is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&hash)).is_ok());
        if !replaced {
            // Some sandboxed frames refuse the history; the location itself still moves.
            let _ = self.address.replace(&hash);
        }
    }

    /// Tells of each new hash, in the form of [`Self::hash`].
    pub fn on_hash(&self, f: impl Fn(String) + 'static) -> Watch {
        let Some(window) = web_sys::window() else { return Watch::default() };
        let target: &EventTarget = if self.in_element { self.address.unchecked_ref() } else { &window };
        let root = self.clone();
        Watch::default().also(target, "hashchange", move |_| f(root.hash()))
    }

    /// The window's title, where it is ours.
    pub fn set_title(&self, text: &str) {
        if !self.in_element {
            self.node.set_title(text);
        }
    }
}

fn bare(hash: &str) -> &str {
    hash.strip_prefix('#').unwrap_or(hash)
}
