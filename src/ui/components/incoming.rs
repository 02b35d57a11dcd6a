//! A file before it is taken over, and a file that cannot be.
//!
//! Invariant: nothing on this device changes until *Ambil* is pressed.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::rubric::Rubric;
use crate::format::wording;
use crate::state::{Action, Incoming, Refused};
use crate::ui::components::home::open_file;
use crate::ui::components::sheet::said;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home, pengisian, transfer};

/// One indicator that differs.
struct Difference {
    id: Text,
    here: String,
    file: String,
}

/// What the file holds, what it would replace, and what was noticed.
pub fn preview(incoming: &Incoming, dispatch: &Callback<Action>, ask: &Callback<Intent>) -> Html {
    let held = incoming.assessment.answers.len();
    let take = ask.reform(|_: MouseEvent| Intent::Accept);
    let dismiss = dispatch.reform(|_: MouseEvent| Action::ImportDismissed);
    html! {
        <div class="stack" data-gap="large">
            <div class="stack measure">
                <h1 tabindex="-1" id="view-title">{ transfer::TITLE }</h1>
                <p>{ transfer::holds(&incoming.name, &common::heading(&incoming.assessment), &incoming.rubric.short_name, held) }{ " " }{ transfer::comes_to(incoming.scorecard.score.point) }</p>
                { consequence(incoming) }
                if incoming.too_large {
                    <p class="notice" data-kind="problem">{ transfer::TOO_LARGE }</p>
                }
            </div>
            { noticed(incoming) }
            <div class="actions">
                <button class="button" data-kind="primary" type="button" id="take" onclick={take}>{ transfer::TAKE }</button>
                <button class="button" type="button" onclick={dismiss}>{ common::CANCEL }</button>
            </div>
        </div>
    }
}

fn consequence(incoming: &Incoming) -> Html {
    let Some(here) = &incoming.replaces else {
        return html! { <p class="notice" data-kind="info">{ transfer::ADDS }</p> };
    };
    let differences = differences(&incoming.rubric, here, &incoming.assessment);
    if differences.is_empty() {
        return html! { <p class="notice" data-kind="info">{ transfer::SAME }</p> };
    }
    let added = differences.iter().filter(|d| !here.answers.contains_key(&d.id)).count();
    let missing = differences.iter().filter(|d| !incoming.assessment.answers.contains_key(&d.id)).count();
    html! {
        <>
            <p class="notice" data-kind="info">{ transfer::replaces(differences.len() - added - missing, added, missing) }</p>
            <h2 id="differences">{ transfer::CHANGES }{ " " }<span class="code">{ differences.len() }</span></h2>
            <table class="differences" aria-labelledby="differences">
                <thead><tr><th scope="col">{ transfer::INDICATOR }</th><th scope="col">{ transfer::HERE }</th><th scope="col">{ transfer::IN_FILE }</th></tr></thead>
                <tbody>
                    { for differences.into_iter().map(|difference| html! {
                        <tr key={&*difference.id}><th scope="row">{ difference.id.clone() }</th><td>{ difference.here }</td><td>{ difference.file }</td></tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}

fn differences(rubric: &Rubric, here: &Assessment, file: &Assessment) -> Vec<Difference> {
    let mut either = here.answers.clone();
    for (id, answer) in file.answers.iter() {
        either.insert(id.clone(), answer.clone());
    }
    let in_words = |assessment: &Assessment, id: &Text| match (rubric.indicator(id), assessment.answer(id)) {
        (Some((_, indicator)), Some(answer)) => said(rubric, indicator, answer),
        (None, Some(_)) => transfer::OTHER_DETAILS.to_owned(),
        (_, None) => pengisian::UNANSWERED.to_owned(),
    };
    either
        .keys()
        .filter(|id| here.answers.get(id) != file.answers.get(id))
        .map(|id| {
            let (here, mut file) = (in_words(here, id), in_words(file, id));
            if here == file {
                file = format!("{file} ({})", transfer::OTHER_DETAILS);
            }
            Difference { id: id.clone(), here, file }
        })
        .collect()
}

/// What was noticed in a file and is kept all the same.
pub fn noticed(incoming: &Incoming) -> Html {
    if incoming.problems.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack measure" data-gap="small">
            <h2>{ transfer::NOTICED }{ " " }<span class="code">{ incoming.problems.len() }</span></h2>
            <ul class="stack" data-gap="small">
                { for incoming.problems.iter().enumerate().map(|(at, problem)| html! { <li key={at}>{ wording::sentence(problem) }</li> }) }
            </ul>
            <p class="hint">{ transfer::NOT_A_SIGNATURE }</p>
        </section>
    }
}

/// Why a file cannot be opened, and what to do.
pub fn refusal(refused: &Refused, dispatch: &Callback<Action>, ask: &Callback<Intent>) -> Html {
    let back = dispatch.reform(|_: MouseEvent| Action::ImportDismissed);
    html! {
        <div class="stack measure">
            <div class="summary-of-problems" tabindex="-1" id="problems" aria-labelledby="problems-title">
                <div role="alert" class="stack" data-gap="small">
                    <h2 id="problems-title">{ transfer::REFUSED }{ ": " }{ refused.name.clone() }</h2>
                    <ul>
                        { for refused.problems.iter().enumerate().map(|(at, problem)| html! { <li key={at}>{ wording::sentence(problem) }</li> }) }
                    </ul>
                </div>
            </div>
            <h1 tabindex="-1" id="view-title">{ transfer::REFUSED_TITLE }</h1>
            <p>{ transfer::UNCHANGED }</p>
            <p class="hint">{ home::DROP_HINT }</p>
            <div class="actions">
                { open_file(ask, transfer::OTHER_FILE) }
                <button class="button" data-kind="quiet" type="button" onclick={back}>{ transfer::BACK }</button>
            </div>
        </div>
    }
}
