//! Who of the office prepares what, and what came back from them.
//!
//! Invariant: nothing that came back wins in silence.

use yew::prelude::*;

use crate::domain::edit::Edit;
use crate::state::Work;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::bagi as words;

/// The view.
pub fn parts_view(_work: &Work, _locked: bool, _edit: &Callback<Edit>, _ask: &Callback<Intent>) -> Html {
    html! { <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1> }
}
