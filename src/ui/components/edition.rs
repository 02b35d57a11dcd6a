//! The answers read under another edition: what they come to there, and what stays behind.
//!
//! Invariant: the result there never stands without the lists of what does not correspond.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::edition::read_under;
use crate::domain::rubric::{Correspondence, Rubric};
use crate::domain::scorecard::Scorecard;
use crate::ui::components::milestones::MilestonesProps;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::edisi;

/// The section of the page; nothing where the instrument maps to none.
pub fn section(props: &MilestonesProps) -> Html {
    let maps = &props.work.rubric.maps;
    if maps.is_empty() {
        return Html::default();
    }
    let mut shown = Vec::new();
    for map in maps {
        shown.push(one(props, map));
    }
    html! {
        <section class="stack time" data-gap="small">
            <h2>{ edisi::TITLE }</h2>
            { for shown }
        </section>
    }
}

fn one(props: &MilestonesProps, map: &Correspondence) -> Html {
    let entry = props.catalog.iter().find(|entry| entry.id == map.rubric);
    let name = entry.map_or(&map.rubric, |entry| &entry.short_name);
    let id = map.rubric.clone();
    let Some(other) = props.library.get(&map.rubric) else {
        let fetch = props.ask.reform(move |_: MouseEvent| Intent::Fetch(id.clone()));
        return html! {
            <div class="actions"><button class="button" type="button" onclick={fetch}>{ edisi::read(name) }</button></div>
        };
    };
    let own = &props.work.rubric;
    let reading = read_under(map, own, other, &props.work.assessment);
    let card = Scorecard::of(other, &reading.assessment);
    let begin = props.ask.reform(move |_: MouseEvent| Intent::ReadUnder(id.clone()));
    html! {
        <>
            <h3>{ name.clone() }</h3>
            <p class="measure">{ edisi::note(map) }</p>
            <p class="measure">{ edisi::share(&reading, other) }</p>
            <p class="measure"><strong>{ edisi::result(other, &card) }</strong></p>
            { list(edisi::BEHIND, own, &reading.behind) }
            { list(edisi::OPEN, other, &reading.open) }
            if !props.locked {
                <div class="actions"><button class="button" type="button" onclick={begin}>{ edisi::begin(name) }</button></div>
            }
        </>
    }
}

/// Indicators by name, folded away.
fn list(title: &str, rubric: &Rubric, ids: &[Text]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let mut items = Vec::new();
    for id in ids {
        let name = rubric.indicator(id).map(|(_, indicator)| indicator.name.clone());
        items.push(html! { <li>{ id.clone() }{ " · " }{ name.unwrap_or_default() }</li> });
    }
    html! {
        <details>
            <summary>{ format!("{title} ({})", ids.len()) }</summary>
            <ul>{ for items }</ul>
        </details>
    }
}
