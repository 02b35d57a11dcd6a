//! Reads files for the recapitulation in a worker: instruments come in once as texts, files as bytes, rows go out packed.

use js_sys::{Array, Function, Reflect, Uint8Array};
use swanilai::domain::date::Date;
use swanilai::domain::recap::Entry;
use swanilai::format::recap::{Reader, packed};
use swanilai::format::rubric;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What `worker.js` leaves for this module: it is called with how to make a reader.
const SERVED: &str = "swanilaiServed";

/// The local day.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::read(&format!("{:04}-{}-{}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}

fn main() {
    let given = Reflect::get(&js_sys::global(), &JsValue::from_str(SERVED));
    let Some(given) = given.ok().and_then(|given| given.dyn_into::<Function>().ok()) else { return };
    let make = Closure::<dyn Fn(Array) -> JsValue>::new(|texts: Array| {
        let texts = texts.iter().filter_map(|text| text.as_string());
        let rubrics = texts.filter_map(|text| rubric::decode(&text).ok()).collect();
        let reader = Reader { today: today(), ..Reader::new(rubrics, true) };
        // Nothing comes of what is to be read where problems can be told: by whoever asked.
        Closure::<dyn Fn(String, Uint8Array) -> JsValue>::new(move |name: String, bytes: Uint8Array| {
            match reader.entry(&name, &bytes.to_vec()) {
                Entry::Row(row) => packed::pack(&row)
                    .map_or(JsValue::NULL, |packed| Uint8Array::from(packed.as_slice()).into()),
                Entry::Unread(_) => JsValue::NULL,
            }
        })
        .into_js_value()
    });
    // It only takes note.
    let _ = given.call1(&JsValue::NULL, &make.into_js_value());
}
