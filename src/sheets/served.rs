//! What a module hands to the page: one function over bytes.
//!
//! Invariant: what is asked for by `edge::module::ask` is what this answers.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What the script that loads a module leaves for it.
const SERVED: &str = "swanilaiServed";

/// What a module makes of bytes.
pub type Answer = fn(&[u8]) -> Vec<u8>;

/// Tells whoever loads this module what it answers.
pub fn serve(answer: Answer) {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(SERVED));
    let Some(given) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) else { return };
    // Such a module knows one task, whatever it is called.
    let asked = Closure::<dyn Fn(JsValue, Array) -> Array>::new(move |_, given: Array| {
        let made = answer(&Uint8Array::new(&given.get(0)).to_vec());
        Array::of1(&Uint8Array::from(made.as_slice()))
    });
    let _ = given.call1(&JsValue::NULL, &asked.into_js_value());
}
