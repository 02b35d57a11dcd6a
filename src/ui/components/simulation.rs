//! A draft beside the answers, and what moves the result.
//!
//! Invariant: nothing is changed here but by an edit.

use yew::prelude::*;

use crate::domain::edit::Edit;
use crate::state::Work;
use crate::ui::markup::html;
use crate::ui::text::common;

/// The view.
pub fn simulation_view(work: &Work, _locked: bool, _edit: &Callback<Edit>) -> Html {
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">{ common::SIMULASI }</h1>
            <p>{ work.rubric.name.clone() }</p>
        </div>
    }
}
