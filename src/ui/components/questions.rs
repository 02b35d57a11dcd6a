//! What to ask a companion, on one sheet.
//!
//! Invariant: nothing is changed here but by an edit.

use yew::prelude::*;

use crate::state::Work;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::common;

/// The view.
pub fn questions_view(work: &Work, _ask: &Callback<Intent>) -> Html {
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">{ common::TANYA }</h1>
            <p>{ work.rubric.name.clone() }</p>
        </div>
    }
}
