//! What the secretariat found, beside what the office says and what was published.
//!
//! Invariant: nothing here changes an answer of the office.

use yew::prelude::*;

use crate::domain::edit::Edit;
use crate::state::Work;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::verifikasi as words;

/// The view.
pub fn verification_view(
    _work: &Work,
    _locked: bool,
    _edit: &Callback<Edit>,
    _ask: &Callback<Intent>,
) -> Html {
    html! { <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1> }
}
