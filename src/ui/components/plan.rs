//! What to improve first.
//!
//! Invariant: nothing is changed here but by an edit.

use yew::prelude::*;

use crate::domain::edit::Edit;
use crate::state::Work;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::common;

/// The view.
pub fn plan_view(work: &Work, _locked: bool, _edit: &Callback<Edit>, _ask: &Callback<Intent>) -> Html {
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">{ common::PERBAIKAN }</h1>
            <p>{ work.rubric.name.clone() }</p>
        </div>
    }
}
