//! Many offices' files as one picture.
//!
//! Invariant: no file is left out without its reason being shown.

use yew::prelude::*;

use crate::domain::Text;
use crate::ui::markup::html;
use crate::ui::text::rekap as words;

/// The view.
pub fn recap_view(_part: &Text) -> Html {
    html! { <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1> }
}
