//! Where the app stands, what is said there about this build, and the screen that stays when the app cannot go on.
//!
//! The static page holds, all hidden until needed and all worded there:
//! `#panic` with a heading, `#panic-save` and `#panic-reload` (buttons) and, for frames that block downloads, a read-only
//! `textarea#panic-text` (it and what labels it may sit in `#panic-copy`, hidden); `#app` is what the app mounts on.
//!
//! An element holds the same in its shadow root.
//!
//! Invariant: the screen needs nothing of the app's state and no call into wasm once it is shown.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement};

use super::root::Root;
use super::storage::Drafts;
use super::{clock, files, focus, page};
use crate::state::{Mode, Place};

/// What the page's `<meta>` elements name, and what the element around the app says of its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Boot {
    /// Where the page stands: `data-place`.
    pub place: Place,
    /// What it is used for: `data-mode`.
    pub mode: Mode,
    /// Which of several on one page this is: `data-instance`.
    pub instance: String,
    /// The one instrument it is to show: `data-rubric`.
    pub rubric: String,
    /// Id and address of each instrument, `swanilai:rubric:<id>`, in the page's order.
    pub rubrics: Vec<(String, String)>,
    /// Id and address of each filled example, `swanilai:example:<id>`.
    pub examples: Vec<(String, String)>,
    /// The document inside the one file, `#assessment`; empty where there is none. Nobody vouches for it.
    pub carried: String,
    /// Address of the notices of third parties, `swanilai:licences`; empty where they do not lie beside the page.
    pub licences: String,
    /// Version of this build.
    pub version: &'static str,
}

impl Boot {
    /// Whether it is one of several: what it keeps is not all that is kept on this device.
    #[must_use]
    pub const fn is_apart(&self) -> bool {
        !self.instance.is_empty()
    }
}

/// Reads what the page says. The attributes stand on the root the app is mounted on, or around it.
fn boot(root: &Root) -> Boot {
    let around = root.app().closest("[data-place]").ok().flatten();
    let said = |name: &str| around.as_ref().and_then(|around| around.get_attribute(name)).unwrap_or_default();
    let place = Place::named(&said("data-place"));
    let mut boot = Boot {
        place,
        mode: place.mode(&said("data-mode")),
        instance: said("data-instance"),
        rubric: said("data-rubric"),
        carried: root.by_id("assessment").and_then(|held| held.text_content()).unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION"),
        ..Boot::default()
    };
    let Some(metas) = root.all("meta[name^='swanilai:']") else { return boot };
    let metas = (0..metas.length()).filter_map(|place| metas.get(place)?.dyn_into::<Element>().ok());
    for meta in metas {
        let name = meta.get_attribute("name").unwrap_or_default();
        let content = meta.get_attribute("content").unwrap_or_default();
        if let Some(id) = name.strip_prefix("swanilai:rubric:") {
            boot.rubrics.push((id.to_owned(), content));
        } else if let Some(id) = name.strip_prefix("swanilai:example:") {
            boot.examples.push((id.to_owned(), content));
        } else if name == "swanilai:licences" {
            boot.licences = content;
        }
    }
    boot
}

/// How an app is drawn where it stands, and taken away again.
type Mount = fn(Root, Rc<Boot>) -> Box<dyn FnOnce()>;

/// What `element.js` leaves for us: it is called with how to mount an app.
const ELEMENTS: &str = "swanilaiElements";

/// Mounts the app on the page, or wherever `element.js` asks for one; it is given how to take it away again.
pub fn mount_by(mount: Mount) {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(ELEMENTS));
    if let Some(given) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) {
        // The page is someone else's: nothing in it is ours to mount on, whatever its name.
        let asked = Closure::<dyn Fn(Element, JsValue) -> JsValue>::new(move |app, address| {
            mounted(app, Some(address), mount).map_or(JsValue::UNDEFINED, Closure::once_into_js)
        });
        let _ = given.call1(&JsValue::NULL, &asked.into_js_value());
    } else if let Some(app) = page::document().and_then(|document| document.get_element_by_id("app")) {
        mounted(app, None, mount);
    }
}

/// Mounts what stands in the root around `app`, which is then known to the screen after a panic.
pub(super) fn mounted(
    app: Element,
    address: Option<JsValue>,
    mount: impl FnOnce(Root, Rc<Boot>) -> Box<dyn FnOnce()>,
) -> Option<impl FnOnce() + 'static> {
    let root = Root::of(app, address)?;
    let boot = boot(&root);
    APPS.with(|apps| apps.borrow_mut().push((root.clone(), boot.instance.clone())));
    let unmount = mount(root.clone(), boot.into());
    Some(move || {
        APPS.with(|apps| apps.borrow_mut().retain(|(one, _)| *one != root));
        unmount();
    })
}

thread_local! {
    /// Every app there is, with the name of its instance.
    static APPS: RefCell<Vec<(Root, String)>> = const { RefCell::new(Vec::new()) };
}

/// Shows `#panic` instead of `#app`, once, with the newest stored document to take away: in every root, because what
/// stopped is the module of all of them.
pub fn show_panic_screen() {
    static SHOWN: AtomicBool = AtomicBool::new(false);
    if !SHOWN.swap(true, Ordering::Relaxed) {
        web_sys::console::error_1(&JsValue::from_str("swanilai: stopped by an internal error"));
        APPS.with(|apps| {
            let (Ok(apps), Some(document)) = (apps.try_borrow(), page::document()) else { return };
            for (root, instance) in apps.iter() {
                show(&document, root, instance);
            }
        });
    }
}

fn show(document: &Document, root: &Root, instance: &str) {
    let leads = root.leads();
    set_hidden(root.app(), true);
    let Some(screen) = root.by_id("panic") else { return };
    screen.set_hidden(false);
    // Anything more can be missing or refused; the screen itself stands by now.
    if let Some(reload) = root.by_id("panic-reload") {
        wire_reload(&reload);
    }
    let newest = newest(instance);
    if let Some(save) = root.by_id("panic-save") {
        let wired = newest.as_ref().is_some_and(|text| wire_save(document, &screen, &save, text).is_some());
        save.set_hidden(!wired);
    }
    if page::is_framed()
        && let Some(text) = newest
        && let Some(area) =
            root.by_id("panic-text").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
    {
        area.set_value(&text);
        area.set_hidden(false);
        if let Some(around) = root.by_id("panic-copy") {
            around.set_hidden(false);
        }
    }
    if leads {
        let _ = focus::give(root, "panic");
    }
}

fn set_hidden(element: &Element, hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(hidden);
    }
}

/// The newest document there is; else the newest that could not be trusted, as it was found.
fn newest(instance: &str) -> Option<String> {
    let stored = Drafts::open(instance).load_all();
    let whole = stored.iter().find(|stored| !stored.text.is_empty()).map(|stored| stored.text.clone());
    whole.or_else(|| stored.into_iter().find_map(|stored| stored.broken))
}

/// A click on `save` clicks a link to the document: the browser's own functions, bound, so that no wasm runs again.
fn wire_save(document: &Document, screen: &Element, save: &Element, text: &str) -> Option<()> {
    let address = files::object_address("application/json", text.as_bytes())?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(&format!("penilaian-mandiri_pulihan_{}.json", clock::now().day));
    link.set_hidden(true);
    screen.append_child(&link).ok()?;
    let click = method(&link, "click")?.bind0(&link);
    save.add_event_listener_with_callback("click", &click).ok()
}

fn wire_reload(reload: &Element) {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    let Some(function) = method(&location, "reload") else { return };
    // The bound `false` takes the place of the event, which Firefox would read as "past every cache".
    let bound = function.bind1(&location, &JsValue::FALSE);
    let _ = reload.add_event_listener_with_callback("click", bound.unchecked_ref());
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}
