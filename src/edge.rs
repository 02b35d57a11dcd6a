//! The page's effects: clock, storage, files, network, window. The only room that names `web_sys`, `js_sys` and gloo.
//!
//! | module | what it touches |
//! |---|---|
//! | [`boot`] | what the page says about this build; the screen after a panic |
//! | [`clock`] | the device's time |
//! | [`crew`] | workers that read files beside the page |
//! | [`fetch`] | this build's own static files |
//! | [`files`] | files chosen, dropped, downloaded, copied, shared |
//! | [`host`] | the site around the page |
//! | [`ids`] | fresh ids |
//! | [`focus`] | the keyboard's place |
//! | [`intake`] | many files at once: folders, archives, rests for the page |
//! | [`module`] | other modules of the app |
//! | [`page`] | leaving, printing, what is dropped |
//! | [`root`] | the page or the element the app is in: address, title, what is in it |
//! | [`storage`] | what is kept on this device |
//!
//! Invariant: nothing here panics or lets a browser's exception out; each failure is one of a few named ones.
//! It runs only in a browser: natively it compiles, and only what is pure in it may be called.

pub mod boot;
pub mod clock;
pub mod crew;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod host;
pub mod ids;
pub mod intake;
pub mod module;
pub mod page;
pub mod root;
pub mod storage;

use wasm_bindgen::JsValue;

/// The name of what a browser threw, `QuotaExceededError` say; empty where it has none.
fn thrown_name(thrown: &JsValue) -> String {
    js_sys::Reflect::get(thrown, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
