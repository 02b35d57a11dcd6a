//! The question that stands before a document goes to others: with notes and places of documents, or without.
//!
//! Invariant: without is what is offered first; with everything is a step of its own.

use yew::prelude::*;

use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, kertas};

/// The button that opens the question, and the question.
pub fn sharing(ask: &Callback<Intent>) -> Html {
    let on = |intent: Intent| ask.reform(move |_: MouseEvent| intent.clone());
    html! {
        <details class="share screen">
            <summary class="button">{ common::SEND }</summary>
            <div class="panel stack" data-gap="small" role="group" aria-labelledby="share">
                <p id="share"><strong>{ kertas::SHARE }</strong></p>
                <p class="hint">{ kertas::SHARE_HINT }</p>
                <div class="actions">
                    <button class="button" data-kind="primary" type="button" onclick={on(Intent::Share(true))}>{ kertas::SHARE_BARE }</button>
                    <button class="button" type="button" onclick={on(Intent::Send)}>{ kertas::SHARE_WHOLE }</button>
                    <button class="button" data-kind="quiet" type="button" onclick={on(Intent::Share(false))}>{ kertas::SHARE_FILE }</button>
                </div>
            </div>
        </details>
    }
}
