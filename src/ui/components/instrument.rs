//! One instrument to choose on Beranda.
//!
//! Invariant: what is published and what is not is a press away before anything is begun.

use yew::prelude::*;

use crate::domain::catalog::Entry;
use crate::domain::rubric::RubricStatus;
use crate::state::Route;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::home;

/// The card of one instrument, with what stands below it.
pub fn instrument(entry: &Entry, example_at_hand: bool, below: Html, ask: &Callback<Intent>) -> Html {
    let name = html! { <span class="visually-hidden">{ " " }{ entry.short_name.clone() }</span> };
    let example = {
        let id = entry.id.clone();
        ask.reform(move |_: MouseEvent| Intent::ShowExample(id.clone()))
    };
    html! {
        <article class="instrument" key={&*entry.id} id={format!("instrument-{}", entry.id)}>
            <div>
                <h3>
                    { entry.short_name.clone() }
                    if entry.status == RubricStatus::Draft {
                        { " " }<span class="tag">{ home::DRAFT }</span>
                    }
                </h3>
                <p class="hint">{ home::brief(&entry.issuer).to_owned() }{ " · " }{ home::years(entry.year_from, entry.year_to) }</p>
            </div>
            <p>{ entry.use_note.clone() }</p>
            if entry.fillable {
                <div class="actions">
                    <a class="button" href={Route::Mulai(entry.id.clone()).hash()}>{ home::START }{ name.clone() }</a>
                    if example_at_hand {
                        <button class="button" data-kind="quiet" type="button" onclick={example}>{ home::EXAMPLE }{ name.clone() }</button>
                    }
                    <a class="button" data-kind="quiet" href={Route::Formulir(entry.id.clone()).hash()}>{ home::FORM }{ name.clone() }</a>
                </div>
            }
            <details>
                <summary>{ home::FACTS }{ name.clone() }</summary>
                <dl class="facts">
                    { fact(home::PUBLISHED, &entry.known) }
                    { fact(home::UNPUBLISHED, &entry.unknown) }
                </dl>
                <a class="button" data-kind="quiet" href={Route::Tentang(entry.id.clone()).hash()}>{ home::SOURCES }{ name }</a>
            </details>
            { below }
        </article>
    }
}

fn fact(title: &'static str, facts: &[crate::domain::Text]) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! { <div><dt>{ title }</dt><dd>{ facts.join("; ") }</dd></div> }
}
