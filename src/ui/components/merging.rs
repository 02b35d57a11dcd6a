//! Returned shares before they are merged: what is new, what differs, what is the same.
//!
//! Invariant: nothing on this device changes until *Gabung* is pressed.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::merge::{Fate, fates};
use crate::domain::part::{Part, progress};
use crate::domain::recap::is_same_name;
use crate::format::wording::seen;
use crate::state::{Action, Refused, Returned};
use crate::ui::components::incoming::sentences;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi as words, common, transfer};

/// The preview.
pub fn returned_view(returned: &Returned, dispatch: &Callback<Action>, ask: &Callback<Intent>) -> Html {
    let Returned { rubric, into, parts, refused, noticed } = returned;
    let fates = fates(into, parts);
    let nothing = fates.iter().all(|(_, fate)| matches!(fate, Fate::Same | Fate::Late));
    let nobody = Part::default();
    let mut lines = Vec::new();
    for part in parts {
        let share = part.share().unwrap_or(&nobody);
        let filled = progress(rubric, part, share);
        // One form sent out to many offices has one id in all of them.
        let (own, other) = (&*into.unit.name, &*part.unit.name);
        let is_other = !own.is_empty() && !other.is_empty() && !is_same_name(own, other);
        lines.push(html! {
            <li>
                { words::returned(&share.by, &part.updated_at, filled) }
                if is_other {
                    { " " }<strong>{ words::of_another(&seen(other)) }</strong>
                }
            </li>
        });
    }
    let intent = |intent: fn() -> Intent| ask.reform(move |_: MouseEvent| intent());
    html! {
        <div class="stack measure" data-gap="large">
            <div class="stack">
                <h1 tabindex="-1" id="view-title">{ words::MERGE_TITLE }</h1>
                <p>{ words::into(parts.len(), &common::heading(into)) }</p>
                <ul class="stack" data-gap="small">{ for lines }</ul>
                if nothing {
                    <p class="notice" data-kind="info">{ words::NOTHING_NEW }</p>
                }
            </div>
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={intent(|| Intent::Merge)}>{ words::MERGE }</button>
                <button class="button" type="button" onclick={dispatch.reform(|_: MouseEvent| Action::ImportDismissed)}>{ common::CANCEL }</button>
                if parts.len() == 1 {
                    <button class="button" data-kind="quiet" type="button" onclick={intent(|| Intent::OpenPart)}>{ words::FILL_HERE }</button>
                }
            </div>
            { for [(words::DIFFERS, Fate::Open), (words::CORRECTED, Fate::Corrected), (words::TAKEN, Fate::Taken), (words::LATE, Fate::Late), (words::SAME, Fate::Same)].map(|(title, fate)| {
                let own = fates.iter().filter(|(_, own)| *own == fate).map(|(id, _)| id);
                listed(returned, title, own.collect())
            }) }
            { for [(words::FILES_REFUSED, refused), (transfer::NOTICED, noticed)].map(|(title, files)| said(title, files)) }
        </div>
    }
}

/// What is to be said of some of the files.
fn said(title: &'static str, files: &[Refused]) -> Html {
    if files.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" data-gap="small">
            <h2>{ title }{ " " }<span class="code">{ files.len() }</span></h2>
            { for files.iter().map(|one| html! { <div class="notice" data-kind="problem"><p><strong>{ one.name.clone() }</strong></p>{ sentences(&one.problems) }</div> }) }
        </section>
    }
}

/// Indicators that come to the same.
fn listed(returned: &Returned, title: &'static str, ids: Vec<&Text>) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let name = |id: &Text| returned.rubric.indicator(id).map(|(_, one)| one.name.clone()).unwrap_or_default();
    html! {
        <section class="stack" data-gap="small">
            <h2>{ title }{ " " }<span class="code">{ ids.len() }</span></h2>
            <ul class="plain">{ for ids.into_iter().map(|id| html! { <li key={&**id}><span class="code">{ id.clone() }</span>{ " " }{ name(id) }</li> }) }</ul>
        </section>
    }
}
