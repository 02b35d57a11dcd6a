//! What a module hands to the page: one function over texts and bytes.
//!
//! Invariant: what is asked for by `edge::module::ask` is what this answers.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What the script that loads a module leaves for it.
const SERVED: &str = "swanilaiServed";

/// What a module answers: to a task, and what is given with it.
pub type Answer = fn(&str, &[Vec<u8>]) -> Vec<Vec<u8>>;

/// Tells whoever loads this module what it answers.
pub fn serve(answer: Answer) {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(SERVED));
    let Some(given) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) else { return };
    let asked = Closure::<dyn Fn(String, Array) -> Array>::new(move |task: String, given: Array| {
        let given: Vec<Vec<u8>> = given.iter().map(|bytes| Uint8Array::new(&bytes).to_vec()).collect();
        answer(&task, &given).iter().map(|bytes| Uint8Array::from(bytes.as_slice())).collect()
    });
    let _ = given.call1(&JsValue::NULL, &asked.into_js_value());
}
