//! What can be seen on a walk through the place of service.
//!
//! Invariant: nothing is changed here but by an edit, and the address says where one stands and for which product.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Sample;
use crate::domain::edit::Edit;
use crate::domain::rubric::{Assessed, Indicator, LOOKS, PLACES, SampleKind, tick};
use crate::state::{Route, Work};
use crate::ui::components::ticks::{Spot, address, samples_of};
use crate::ui::markup::html;
use crate::ui::text::{common, keliling};

/// The address of what is counted rather than read.
const FACILITIES: &str = "sarana";

/// Where on the walk an indicator can be seen, if anywhere.
pub fn place_of(indicator: &Indicator) -> Option<&'static str> {
    let counted = is_facility(indicator).then_some(FACILITIES);
    if indicator.walk.is_some() { Some(PLACES[0]) } else { counted }
}

/// Something to be counted where one stands.
fn is_facility(indicator: &Indicator) -> bool {
    indicator.assessed == Assessed::Observation && !indicator.components.items.is_empty()
}

/// The view.
pub fn walk_view(work: &Work, spot: &str, locked: bool, edit: &Callback<Edit>) -> Html {
    let seen: Vec<&Indicator> =
        work.rubric.indicators().map(|(_, i)| i).filter(|i| i.walk.is_some()).collect();
    let counted: Vec<&Indicator> =
        work.rubric.indicators().map(|(_, i)| i).filter(|i| is_facility(i)).collect();
    let (name, product) = spot.split_once('~').unwrap_or((spot, "1"));
    let place = PLACES.iter().position(|place| *place == name).unwrap_or(0);
    let facilities = name == FACILITIES || seen.is_empty();
    let products =
        seen.iter().map(|one| samples_of(work, one, SampleKind::Product)).find(|all| !all.is_empty());
    let products = products.unwrap_or_default();
    let at = product.parse().unwrap_or(1_usize).saturating_sub(1).min(products.len().saturating_sub(1));
    let mut places = Vec::new();
    if !seen.is_empty() {
        for (number, name) in keliling::NAMES.into_iter().enumerate() {
            let current = !facilities && number == place;
            places.push(link(
                address(PLACES.get(number).copied().unwrap_or_default(), at),
                name.into(),
                current,
            ));
        }
    }
    if !counted.is_empty() {
        places.push(link(FACILITIES.into(), keliling::FACILITIES.into(), facilities));
    }
    let own = PLACES.get(place).copied().unwrap_or_default();
    let chosen =
        |number: usize, sample: &&Sample| link(address(own, number), sample.name.clone(), number == at);
    html! {
        <div class="stack measure">
            <h1 tabindex="-1" id="view-title">{ common::KELILING }</h1>
            if places.is_empty() {
                <p>{ keliling::NONE }</p>
            } else {
                <p>{ keliling::LEAD }</p>
                <nav class="places" aria-label={keliling::PLACES}>{ for places }</nav>
                if !facilities && products.len() > 1 {
                    <nav class="places" aria-label={keliling::PRODUCTS}>
                        { for products.iter().enumerate().map(|(number, sample)| chosen(number, sample)) }
                    </nav>
                }
                if facilities {
                    { for counted.into_iter().map(|indicator| count(&Spot { work, indicator, sample: None, locked, edit })) }
                } else {
                    { for seen.into_iter().map(|indicator| {
                        let sample = samples_of(work, indicator, SampleKind::Product).get(at).copied();
                        look(&Spot { work, indicator, sample, locked, edit }, place)
                    }) }
                }
            }
        </div>
    }
}

fn link(spot: Text, name: Text, current: bool) -> Html {
    html! { <a class="place" href={Route::Keliling(spot).hash()} aria-current={current.then_some("true")}>{ name }</a> }
}

/// One thing to look for at a place.
fn look(spot: &Spot, place: usize) -> Html {
    let own = PLACES.get(place).copied().unwrap_or_default();
    let there = if place < 2 { keliling::PRINTED } else { keliling::ONLINE };
    let words = [there, keliling::AS_DECIDED, keliling::LEGIBLE];
    let level = spot.indicator.walk.and_then(|walk| walk.level(&spot.ticks()));
    let said = level.map_or_else(String::new, |level| keliling::seen(&spot.words(level)));
    let mut boxes = Vec::new();
    for (at, (look, word)) in LOOKS.into_iter().zip(words).enumerate() {
        boxes.push(spot.one(at, tick(own, look), word.into()));
    }
    thing(spot, own, html! { { for boxes } }, spot.proposal(level, said))
}

/// Things to count.
fn count(spot: &Spot) -> Html {
    let ticks = spot.ticks();
    let found = spot.indicator.found(&ticks);
    let scale = spot.work.rubric.scale_of(spot.indicator).filter(|_| found > 0);
    let level = scale.and_then(|scale| spot.indicator.by_components(scale, &ticks));
    let total = spot.indicator.components.items.len();
    let said = level.map_or_else(String::new, |level| keliling::found(found, total, &spot.words(level)));
    thing(spot, FACILITIES, spot.components(), spot.proposal(level, said))
}

/// An indicator with its boxes and what they point to.
fn thing(spot: &Spot, place: &str, boxes: Html, proposal: Html) -> Html {
    let id = &spot.indicator.id;
    let title = AttrValue::from(format!("seen-{id}"));
    html! {
        <section class="card walk" key={&*tick(place, id)} aria-labelledby={title.clone()}>
            <h2 class="question" id={title.clone()}><span class="code">{ id.clone() }</span>{ " " }{ spot.indicator.name.clone() }</h2>
            <p class="hint">{ spot.indicator.question.clone() }</p>
            <div class="ticks" role="group" aria-labelledby={title}>{ boxes }</div>
            { proposal }
        </section>
    }
}
