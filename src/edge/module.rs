//! Another module of the app: loaded when it is first asked for, drawn inside an element of this one, or asked for files.
//!
//! Two modules share nothing but the page: what one hands to the other are elements, texts and functions.
//!
//! Invariant: what a module is asked to draw it takes away again when the [`Drawn`] that came of it is dropped.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, File};

use super::boot::{self, Boot};
use super::root::Root;
use crate::domain::Text;

/// What the script that loads a module leaves for it: it is called with how to draw.
const SERVED: &str = "swanilaiServed";
/// By what name that script can be asked for a module.
const MODULE: &str = "module";

/// What the app around gives a module: texts by their names.
pub type Given = Vec<(Text, Text)>;

/// What to call with what is said to the app around: its kind, what it is about, its text, and files that go with it.
pub type Tell = Box<dyn Fn(&str, &str, &str, &[File])>;

/// What a module has drawn, as itself sees it.
pub struct Own {
    /// Told of each text that has changed.
    pub hear: Box<dyn Fn(Given)>,
    /// Takes the drawing away.
    pub close: Box<dyn FnOnce()>,
}

/// How a module draws: the root of the app around it, what the page says, the element to draw in, what it is given from
/// the start, and what to tell the app by.
pub type Draw = fn(Root, Rc<Boot>, Element, Given, Tell) -> Own;

/// What a module answers: to a task, and what is given with it.
pub type Answer = fn(&str, &[Vec<u8>]) -> Vec<Vec<u8>>;

/// Tells whoever loads this module how it draws, and what it answers to [`ask`], where it does.
pub fn serve(draw: Draw, answer: Option<Answer>) {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(SERVED));
    let Some(served) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) else { return };
    let asked = Closure::<dyn Fn(JsValue, JsValue, Element, Function, Array) -> JsValue>::new(
        move |app: JsValue, address: JsValue, host, tell: Function, given: Array| {
            // Asked for files there is no element, and what is given stands in the second place.
            if let Some((task, answer)) = app.as_string().zip(answer) {
                return handed(&answer(&task, &taken(&Array::from(&address)))).into();
            }
            let address = Some(address).filter(|address| !address.is_undefined());
            let tell = move |kind: &str, about: &str, text: &str, files: &[File]| {
                let said: Array = [kind, about, text].into_iter().map(JsValue::from_str).collect();
                said.push(&files.iter().collect::<Array>());
                // A function of ours, which throws nothing.
                let _ = tell.apply(&JsValue::NULL, &said);
            };
            let hear = RefCell::new(None);
            let close = boot::mounted(app.unchecked_into(), address, |root, boot| {
                let own = draw(root, boot, host, texts(&given), Box::new(tell));
                hear.replace(Some(own.hear));
                own.close
            });
            let (Some(hear), Some(close)) = (hear.take(), close) else { return JsValue::UNDEFINED };
            let mut close = Some(close);
            // Without anything to hear, it is to end.
            Closure::<dyn FnMut(JsValue)>::new(move |given: JsValue| match given.dyn_ref::<Array>() {
                Some(given) => hear(texts(given)),
                None => close.take().into_iter().for_each(|close| close()),
            })
            .into_js_value()
        },
    );
    let _ = served.call1(&JsValue::NULL, &asked.into_js_value());
}

/// Texts by their names, as they cross: one after the other.
fn texts(given: &Array) -> Given {
    let text = |at: u32| Text::from(given.get(at).as_string().unwrap_or_default());
    (0..given.length() / 2).map(|pair| (text(2 * pair), text(2 * pair + 1))).collect()
}

/// What another module draws.
pub struct Drawn {
    hear: Function,
    /// Called from the other module as long as it draws.
    _tell: Closure<dyn Fn(String, String, String, Array)>,
}

impl Drawn {
    /// Gives it texts that have changed.
    pub fn give(&self, given: &[(Text, Text)]) {
        let _ = self.hear.call1(&JsValue::NULL, &crossing(given));
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        let _ = self.hear.call0(&JsValue::NULL);
    }
}

fn crossing(given: &[(Text, Text)]) -> Array {
    let crossing = Array::new();
    for text in given.iter().flat_map(|(name, text)| [name, text]) {
        crossing.push(&JsValue::from_str(text));
    }
    crossing
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
    let loading: Promise = root.ask_loader(MODULE, name)?.dyn_into().ok()?;
    JsFuture::from(loading).await.ok()?.dyn_into().ok()
}

/// An element for a module to draw in.
#[must_use]
pub fn host(root: &Root) -> Option<Element> {
    root.app().owner_document()?.create_element("div").ok()
}

/// Has the module with this name draw in an element what it is given by then.
///
/// # Errors
/// None where the module cannot be loaded or started, without a network say.
pub async fn draw(
    root: &Root,
    name: &str,
    host: &Element,
    given: impl FnOnce() -> Given,
    tell: impl Fn(String, String, String, Vec<File>) + 'static,
) -> Option<Drawn> {
    let asked = loaded(root, name).await?;
    let tell =
        Closure::<dyn Fn(String, String, String, Array)>::new(move |kind, about, text, files: Array| {
            tell(kind, about, text, files.iter().filter_map(|file| file.dyn_into().ok()).collect());
        });
    let given = crossing(&given());
    let all = [root.app().as_ref(), &root.own_address(), host.as_ref(), tell.as_ref(), given.as_ref()];
    let hear = asked.apply(&JsValue::NULL, &all.into_iter().collect()).ok()?.dyn_into().ok()?;
    Some(Drawn { hear, _tell: tell })
}
