//! Another module of the app: loaded when it is first asked for; drawn inside an element of this one, or asked for files.
//!
//! Two modules share nothing but the page: what one hands to the other are elements, texts and functions.
//!
//! Invariant: what a module is asked to draw it takes away again when the [`Drawn`] that came of it is dropped.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::boot::{self, Boot};
use super::root::Root;

/// What the script that loads a module leaves for it: it is called with how to draw.
const SERVED: &str = "swanilaiServed";
/// By what name that script can be asked for a module.
const MODULE: &str = "module";

/// How a module that draws does so: the root of the app around it, what the page says, the element to draw in, and what to call with the
/// text of a document that the app is to open. What it returns takes the drawing away.
pub type Draw = fn(Root, Rc<Boot>, Element, Box<dyn Fn(String)>) -> Box<dyn FnOnce()>;

/// What a module answers: to a task, and what is given with it.
pub type Answer = fn(&str, &[Vec<u8>]) -> Vec<Vec<u8>>;

/// Tells whoever loads this module how it draws, and what it answers to [`ask`].
pub fn serve(draw: Draw, answer: Answer) {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(SERVED));
    let Some(given) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) else { return };
    let asked = Closure::<dyn Fn(JsValue, JsValue, Element, Function) -> JsValue>::new(
        move |app: JsValue, address: JsValue, host, open: Function| {
            // Asked for files there is no element, and what is given stands in the second place.
            if let Some(task) = app.as_string() {
                return handed(&answer(&task, &taken(&Array::from(&address)))).into();
            }
            let address = Some(address).filter(|address| !address.is_undefined());
            let open = move |text: String| {
                // A function of ours, which throws nothing.
                let _ = open.call1(&JsValue::NULL, &JsValue::from_str(&text));
            };
            let drawn = boot::mounted(app.unchecked_into(), address, |root, boot| {
                draw(root, boot, host, Box::new(open))
            });
            drawn.map_or(JsValue::UNDEFINED, Closure::once_into_js)
        },
    );
    let _ = given.call1(&JsValue::NULL, &asked.into_js_value());
}

/// What another module draws.
pub struct Drawn {
    close: Function,
    /// Called from the other module as long as it draws.
    _open: Closure<dyn Fn(String)>,
}

impl Drop for Drawn {
    fn drop(&mut self) {
        let _ = self.close.call0(&JsValue::NULL);
    }
}

/// Has the module with this name do something with texts and bytes, each a list of bytes here.
///
/// # Errors
/// None where the module cannot be loaded or started, or stopped at it.
pub async fn ask(root: &Root, name: &str, task: &str, given: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    let asked = loaded(root, name).await?;
    let answers = asked.call2(&JsValue::NULL, &task.into(), &handed(given)).ok()?;
    Some(taken(&answers.dyn_into().ok()?))
}

/// Texts and bytes on the way to another module.
fn handed(all: &[Vec<u8>]) -> Array {
    all.iter().map(|bytes| Uint8Array::from(bytes.as_slice())).collect()
}

/// Texts and bytes from another module.
fn taken(all: &Array) -> Vec<Vec<u8>> {
    all.iter().map(|bytes| Uint8Array::new(&bytes).to_vec()).collect()
}

/// What the module with this name can be called with.
async fn loaded(root: &Root, name: &str) -> Option<Function> {
    let loader = root.loader();
    let load: Function = Reflect::get(&loader, &JsValue::from_str(MODULE)).ok()?.dyn_into().ok()?;
    let loading: Promise = load.call1(&loader, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    JsFuture::from(loading).await.ok()?.dyn_into().ok()
}

/// An element for a module to draw in.
#[must_use]
pub fn host(root: &Root) -> Option<Element> {
    root.app().owner_document()?.create_element("div").ok()
}

/// Has the module with this name draw in an element.
///
/// # Errors
/// None where the module cannot be loaded or started, without a network say.
pub async fn draw(root: &Root, name: &str, host: &Element, open: impl Fn(String) + 'static) -> Option<Drawn> {
    let asked = loaded(root, name).await?;
    let open = Closure::<dyn Fn(String)>::new(open);
    let given = [root.app().as_ref(), &root.own_address(), host.as_ref(), open.as_ref()];
    let close = asked.apply(&JsValue::NULL, &given.into_iter().collect()).ok()?.dyn_into().ok()?;
    Some(Drawn { close, _open: open })
}
