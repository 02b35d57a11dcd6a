//! One app inside another, each of a module of its own.
//!
//! Yew tells its apps apart by a number that every module counts from one, and leaves it on the element that an app is
//! mounted on. Were two numbers alike, the outer app would take the events of the inner one for its own.
//!
//! Invariant: the next app of this module that is mounted has another number than the one around it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use crate::edge::root::Root;

/// What Yew writes its number to.
const NUMBER: &str = "__yew_subtree_id";

/// Sees to it that an app mounted on `host` is not taken for the one that `root` belongs to.
pub fn set_apart(root: &Root, host: &Element) {
    let outer = number(root.app());
    loop {
        yew::Renderer::<Nothing>::with_root(host.clone()).render().destroy();
        // The next one counts on from this.
        let next = number(host).map(|own| own + 1.0);
        if next.is_none() || next != outer {
            return;
        }
    }
}

fn number(element: &Element) -> Option<f64> {
    Reflect::get(element, &JsValue::from_str(NUMBER)).ok()?.as_f64()
}

#[component]
fn Nothing() -> Html {
    Html::default()
}
