//! An interview, one question at a time.
//!
//! Invariant: nothing is changed here but by an edit, and the address says who is asked what.

use yew::prelude::*;

use crate::domain::assessment::Sample;
use crate::domain::edit::Edit;
use crate::domain::rubric::{Assessed, Indicator, SampleKind};
use crate::state::{Route, Work};
use crate::ui::components::ticks::{Spot, address, samples_of};
use crate::ui::markup::html;
use crate::ui::text::{common, wawancara};

/// A question to one person: the place of its dimension, the person with their place among those asked.
struct Screen<'a> {
    dimension: usize,
    indicator: &'a Indicator,
    person: Option<&'a Sample>,
    at: usize,
}

impl Screen<'_> {
    fn href(&self) -> String {
        Route::Wawancara(address(&self.indicator.id, self.at)).hash()
    }
}

/// Whether the instrument asks anything of people.
pub fn has_interview(work: &Work) -> bool {
    work.rubric.indicators().any(|(_, indicator)| indicator.assessed == Assessed::Interview)
}

/// All questions, person by person: first all of the first panel's, then those of the next.
fn screens(work: &Work) -> Vec<Screen<'_>> {
    let asked: Vec<(usize, &Indicator)> =
        work.rubric.indicators().filter(|(_, i)| i.assessed == Assessed::Interview).collect();
    let mut panels = Vec::new();
    for (_, indicator) in &asked {
        if !panels.contains(&&indicator.panel) {
            panels.push(&indicator.panel);
        }
    }
    let mut screens = Vec::new();
    for panel in panels {
        let own = || asked.iter().filter(|(_, indicator)| indicator.panel == *panel);
        let people =
            own().next().map(|(_, one)| samples_of(work, one, SampleKind::Respondent)).unwrap_or_default();
        for at in 0..people.len().max(1) {
            for (dimension, indicator) in own() {
                screens.push(Screen {
                    dimension: *dimension,
                    indicator,
                    person: people.get(at).copied(),
                    at,
                });
            }
        }
    }
    screens
}

/// The view.
pub fn interview_view(work: &Work, id: &str, locked: bool, edit: &Callback<Edit>) -> Html {
    let screens = screens(work);
    let current =
        screens.iter().position(|screen| *address(&screen.indicator.id, screen.at) == *id).unwrap_or(0);
    html! {
        <div class="stack measure">
            <h1 tabindex="-1" id="view-title">{ common::WAWANCARA }</h1>
            if let Some(screen) = screens.get(current) {
                <p class="remark">{ wawancara::WARNING }</p>
                <p>{ wawancara::LEAD }</p>
                { asked(work, &screens, screen) }
                { people(work, &screens, screen) }
                { question(work, &screens, current, locked, edit) }
            } else {
                <p>{ wawancara::NONE }</p>
            }
        </div>
    }
}

/// Whether one person is asked or several, and for how many an answer stands.
fn asked(work: &Work, screens: &[Screen], current: &Screen) -> Html {
    let Some(panel) = work.rubric.panel_of(current.indicator) else { return Html::default() };
    let text = match current.person {
        Some(person) => {
            let same = |other: &&Screen| other.indicator.id == current.indicator.id;
            wawancara::one_of(&person.name, current.at + 1, screens.iter().filter(same).count())
        }
        None if panel.count > 1 => wawancara::stands_for(&panel.name, panel.count),
        None => return Html::default(),
    };
    html! { <p><strong>{ text }</strong></p> }
}

/// Who can be asked; nothing where one answer stands for all of one panel.
fn people(work: &Work, screens: &[Screen], current: &Screen) -> Html {
    let mut links = Vec::new();
    let mut last = None;
    for screen in screens {
        let who = (&screen.indicator.panel, screen.at);
        if last == Some(who) {
            continue;
        }
        last = Some(who);
        let is_current = who == (&current.indicator.panel, current.at);
        let name = match screen.person {
            Some(person) => person.name.clone(),
            None => {
                work.rubric.panel_of(screen.indicator).map(|panel| panel.name.clone()).unwrap_or_default()
            }
        };
        links.push(html! { <a class="place" href={screen.href()} aria-current={is_current.then_some("true")}>{ name }</a> });
    }
    if links.len() < 2 {
        return Html::default();
    }
    html! { <nav class="places" aria-label={wawancara::WHO}>{ for links }</nav> }
}

fn question(work: &Work, screens: &[Screen], current: usize, locked: bool, edit: &Callback<Edit>) -> Html {
    let Some(screen) = screens.get(current) else { return Html::default() };
    let Screen { dimension, indicator, person, at } = screen;
    let spot = Spot { work, indicator, sample: *person, locked, edit };
    let same = |other: &&Screen| other.indicator.panel == indicator.panel && other.at == *at;
    let total = screens.iter().filter(same).count();
    let before = screens.iter().take(current + 1).filter(same).count();
    let who = person.map_or("", |person| &person.name);
    let hint = wawancara::hint(&indicator.hint);
    let card = work.rubric.dimensions.get(*dimension).map(|d| d.id.clone()).unwrap_or_default();
    let earlier = current.checked_sub(1).and_then(|at| screens.get(at));
    html! {
        <section class="card stack" key={&*screen.href()} id="asked" tabindex="-1" aria-labelledby="asked-question">
            <p class="caption">{ wawancara::place(who, before, total) }</p>
            <h2 class="question" id="asked-question">{ indicator.question.clone() }</h2>
            if !hint.is_empty() {
                <p class="hint">{ hint }</p>
            }
            { named(&spot) }
            <div class="actions">
                if let Some(earlier) = earlier {
                    <a class="button" href={earlier.href()}>{ wawancara::PREVIOUS }</a>
                }
                if let Some(next) = screens.get(current + 1) {
                    <a class="button" data-kind="primary" href={next.href()}>{ wawancara::NEXT }</a>
                } else {
                    <a class="button" data-kind="primary" href={Route::Cek.hash()}>{ wawancara::DONE }</a>
                }
                <a href={Route::Pengisian(card, indicator.id.clone()).hash()}>{ wawancara::CARD }{ " " }{ indicator.id.clone() }</a>
            </div>
        </section>
    }
}

/// What can be named, and what that points to.
fn named(spot: &Spot) -> Html {
    let items = &spot.indicator.components.items;
    let scale = spot.work.rubric.scale_of(spot.indicator);
    let ticks = spot.ticks();
    // Before the first tick nobody has been asked: it points to nothing, least of all to the lowest level.
    let asked = spot.indicator.found(&ticks) > 0;
    let level = scale.filter(|_| asked).and_then(|scale| spot.indicator.by_components(scale, &ticks));
    let words = level.map_or_else(String::new, |level| {
        wawancara::named(spot.indicator.found(&ticks), items.len(), &spot.words(level))
    });
    html! {
        <>
            if items.is_empty() {
                <p>{ wawancara::NO_COMPONENTS }</p>
            } else {
                <fieldset class="ticks" data-kind="named">
                    <legend>{ wawancara::NAMED }</legend>
                    { spot.components() }
                </fieldset>
            }
            { spot.proposal(level, words) }
        </>
    }
}
