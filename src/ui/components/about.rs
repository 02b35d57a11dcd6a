//! Tentang dan sumber.
//!
//! Invariant: limits and sources are said as plainly as the method.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::Entry;
use crate::domain::rubric::{Rubric, Source};
use crate::state::Route;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home, sendiri};

/// What [`about`] is given.
pub struct AboutProps {
    /// The instrument whose sources are shown, once fetched.
    pub rubric: Option<Rc<Rubric>>,
    /// All instruments of ours.
    pub catalog: Rc<Vec<Entry>>,
    /// Instruments of the office's own.
    pub own: Rc<Vec<Entry>>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
    /// The running version.
    pub version: &'static str,
    /// Address of the notices of third parties, if they lie beside the page.
    pub licences: AttrValue,
}

/// Method, limits, sources, accessibility, version.
pub fn about(props: &AboutProps) -> Html {
    html! {
        <div class="stack measure" data-gap="large">
            <div class="stack">
                <h1 tabindex="-1" id="view-title">{ home::ABOUT_TITLE }</h1>
                <p class="lead">{ home::ABOUT_LEAD }</p>
                <p>{ common::NOT_OFFICIAL }</p>
            </div>
            <section class="stack">
                <h2>{ home::METHOD }</h2>
                { for home::METHOD_TEXT.into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> }) }
            </section>
            <section class="stack">
                <h2>{ home::SOURCES }</h2>
                <ul class="plain checklist">
                    { for props.catalog.iter().chain(props.own.iter()).map(|entry| html! {
                        <li key={&*entry.id}>
                            <a href={Route::Tentang(entry.id.clone()).hash()}>{ entry.short_name.clone() }</a>
                        </li>
                    }) }
                </ul>
                if let Some(rubric) = &props.rubric {
                    { sources(props, rubric, props.catalog.iter().all(|entry| entry.id != rubric.id)) }
                }
            </section>
            <section class="stack">
                <h2>{ home::PRIVACY }</h2>
                <p>{ home::PRIVACY_TEXT }</p>
                { for home::DEVICE.into_iter().map(|(when, text)| html! { <p key={when} data-when={when}>{ text }</p> }) }
            </section>
            <section class="stack">
                <h2>{ home::ACCESS }</h2>
                <p>{ home::ACCESS_TEXT }</p>
            </section>
            <section class="stack">
                <h2>{ home::LICENCE }</h2>
                <p>{ home::version(props.version) }</p>
                <p>{ home::LICENCE_TEXT }</p>
                if !props.licences.is_empty() {
                    <p><a class="button" data-kind="quiet" href={props.licences.clone()} target="_blank" rel="noopener">{ home::LICENCES }</a></p>
                }
            </section>
        </div>
    }
}

fn sources(props: &AboutProps, rubric: &Rubric, own: bool) -> Html {
    let id = rubric.id.clone();
    let at_hand = props.catalog.iter().chain(props.own.iter()).any(|entry| entry.id == id);
    let save = props.ask.reform(move |_: MouseEvent| Intent::DownloadRubric(id.clone()));
    html! {
        <div class="panel stack" id="sources">
            <h3>{ rubric.name.clone() }</h3>
            <p class="hint">{ home::rubric_version(&rubric.id, &rubric.version) }</p>
            <p>{ if own { common::OWN_RUBRIC.to_owned() } else { common::disclaimer(&rubric.issuer) } }</p>
            <p>{ home::LEGAL }{ ": " }{ rubric.legal_basis.clone() }</p>
            if at_hand {
                <div class="actions"><button class="button" type="button" onclick={save}>{ sendiri::SAVE }</button></div>
                <p class="hint">{ sendiri::SAVE_HINT }</p>
            }
            <h4>{ home::LIMITS }</h4>
            <ul class="stack" data-gap="small">
                { for rubric.limits.iter().enumerate().map(|(at, limit)| html! { <li key={at}>{ limit.clone() }</li> }) }
            </ul>
            <h4>{ home::SOURCES }</h4>
            <ul class="stack" data-gap="small">
                { for rubric.sources.iter().map(source) }
            </ul>
            <h4>{ home::WEIGHTS }</h4>
            <ul class="stack" data-gap="small">
                { for rubric.dimensions.iter().map(|dimension| html! {
                    <li key={&*dimension.id}>{ dimension.name.clone() }{ ": " }{ home::weight_basis(dimension.weight.provenance.basis) }</li>
                }) }
            </ul>
        </div>
    }
}

/// An address is shown as text: opening it would leave the page.
pub fn source(source: &Source) -> Html {
    html! {
        <li key={&*source.id}>
            { source.title.clone() }
            if !source.note.is_empty() {
                { ". " }{ source.note.clone() }
            }
            if !source.address.is_empty() {
                { " " }<span class="code">{ source.address.clone() }</span>
            }
        </li>
    }
}
