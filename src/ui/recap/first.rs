//! What to do first: documents that many offices lack, and the few improvements that lift the mean.
//!
//! Invariant: where a list is cut, the way to the rest of it stands beneath.

use yew::prelude::*;

use super::pemda::{indicator, refused};
use super::room::{Room, figures, pager};
use super::state::Picture;
use crate::domain::recap::{Priorities, asked};
use crate::ui::markup::html;
use crate::ui::text::rekap as words;

/// Improvements of a page.
const EACH: usize = 25;
/// Documents that are listed at first.
const FEW: usize = 10;
/// Offices for which priorities are still reckoned while one waits.
const MOST: usize = 2_000;

/// Documents that many offices lack.
pub fn lacking(room: &Room, picture: &Picture) -> Html {
    let all = picture.lacking();
    let asked = asked(&picture.rubric);
    let few = if room.view.look.all_lacking { all.len() } else { FEW };
    let mut lines = Vec::new();
    for lack in all.iter().take(few) {
        let Some(asked) = asked.get(lack.place) else { continue };
        let id = indicator(&picture.rubric, asked.at).map(|(id, _)| id).unwrap_or_default();
        lines.push((
            html! { <>{ id }{ " · " }{ asked.document.clone() }</> },
            vec![words::of(lack.units, picture.recap.counted.len())],
        ));
    }
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-lacking">{ words::LACKING }</h2>
            if all.is_empty() {
                <p>{ words::NOTHING_LACKING }</p>
            } else {
                { figures("recap-lacking", &[words::DOCUMENT, words::LACKING_UNITS], lines) }
            }
            if all.len() > few {
                <div class="actions screen"><button class="button" type="button" onclick={room.look(|look| look.all_lacking = true)}>{ words::all_lacking(all.len()) }</button></div>
            }
        </section>
    }
}

/// Which few improvements lift the mean.
pub fn first(room: &Room, picture: &Picture) -> Html {
    let found = if picture.recap.counted.len() > MOST {
        html! { <p>{ words::too_many_units(MOST) }</p> }
    } else {
        match picture.priorities() {
            Err(why) => refused(why),
            Ok(found) => steps(room, picture, found),
        }
    };
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-first">{ words::FIRST }</h2>
            { found }
        </section>
    }
}

fn steps(room: &Room, picture: &Picture, found: &Priorities) -> Html {
    let rubric = &picture.rubric;
    let target = rubric.categories.items.get(found.target).map(words::category).unwrap_or_default();
    let own = picture.recap.all.sides.as_ref().ok().and_then(|sides| sides.own.as_ref());
    let low = own.map_or(found.before, |mean| mean.figure.full.low);
    let mut lines = Vec::new();
    let at = room.view.look.steps.min(found.steps.len().saturating_sub(1) / EACH);
    for step in found.steps.iter().skip(at * EACH).take(EACH) {
        let office = picture.collection.row(step.place).map(words::office).unwrap_or_default();
        let (id, name) = indicator(rubric, step.at).unwrap_or_default();
        lines.push((
            html! { <>{ office }<span class="hint">{ id }{ " · " }{ name }</span></> },
            vec![words::share(step.from), words::share(step.to), words::more(step.points)],
        ));
    }
    html! {
        <>
            <p>{ words::priorities(found, low, &target) }</p>
            if !lines.is_empty() {
                { figures("recap-first", &words::STEP_COLUMNS, lines) }
            }
            { pager(room, found.steps.len(), EACH, at, |look, page| look.steps = page) }
        </>
    }
}
