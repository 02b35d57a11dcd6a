//! The site around the page, in a frame or as an element of it.
//!
//! What is said both ways are events on the app's root. In a frame `assets/frame.js` carries them over to the other site
//! and lets through only what comes from there; as an element they reach the site by themselves.
//!
//! Invariant: nothing is told but a [`Message`].

use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit};

use super::page::Watch;
use super::root::Root;
use crate::format::message::Message;

/// Tells the site around the page.
pub fn tell(root: &Root, (event, detail): &Message) {
    let Ok(detail) = JSON::parse(detail) else { return };
    let how = CustomEventInit::new();
    how.set_bubbles(true);
    how.set_composed(true);
    how.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &how) {
        let _ = root.app().dispatch_event(&event);
    }
}

/// Listens to the site: a document it offers, and its wish for the result, which has none.
pub fn on_asked(root: &Root, f: impl Fn(Option<String>) + 'static) -> Watch {
    let f = std::rc::Rc::new(f);
    let again = f.clone();
    Watch::default()
        .also(root.app(), "swanilai:prefill", move |event| {
            let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            if text.is_some() {
                f(text);
            }
        })
        .also(root.app(), "swanilai:getresult", move |_| again(None))
}
