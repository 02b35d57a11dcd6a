//! What is said to people who hear the page.
//!
//! Invariant: a run of quick changes is said once, in its final form.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds without change before something is said.
const QUIET: u32 = 700;

/// The text, once it has stayed the same for a while. The first text is not said.
#[hook]
pub fn use_announcement(text: String) -> UseStateHandle<String> {
    let said = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let said = said.clone();
        use_effect_with(text, move |text| {
            let skip = first.replace(false);
            let text = text.clone();
            let timer = (!skip).then(|| Timeout::new(QUIET, move || said.set(text)));
            move || drop(timer)
        });
    }
    said
}
