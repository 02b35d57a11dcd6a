//! Where every number comes from.
//!
//! Invariant: nothing is changed here but by an edit.

use yew::prelude::*;

use crate::state::Work;
use crate::ui::markup::html;
use crate::ui::text::common;

/// The view.
pub fn explain_view(work: &Work) -> Html {
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">{ common::ANGKA }</h1>
            <p>{ work.rubric.name.clone() }</p>
        </div>
    }
}
