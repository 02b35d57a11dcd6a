//! An interview, one question at a time.
//!
//! Invariant: nothing is changed here but by an edit.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::edit::Edit;
use crate::state::Work;
use crate::ui::markup::html;
use crate::ui::text::common;

/// The view.
pub fn interview_view(work: &Work, _id: &Text, _locked: bool, _edit: &Callback<Edit>) -> Html {
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">{ common::WAWANCARA }</h1>
            <p>{ work.rubric.name.clone() }</p>
        </div>
    }
}
