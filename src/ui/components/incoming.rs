//! A file before it is taken over, and a file that cannot be.
//!
//! Invariant: nothing on this device changes until *Ambil* is pressed.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::problem::Problem;
use crate::domain::rubric::Rubric;
use crate::format::wording::{self, seen};
use crate::state::{Action, Incoming, Refused};
use crate::ui::components::home::open_file;
use crate::ui::components::returned::{returned, standing};
use crate::ui::components::sheet::said;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi, common, home, kertas, pengisian, transfer, verifikasi};

/// How many remarks are shown at once.
const MOST: usize = 20;

/// One indicator that differs.
struct Difference {
    id: Text,
    here: String,
    file: String,
}

/// What the file holds, what it would replace, and what was noticed.
pub fn preview(
    incoming: &Incoming,
    today: Option<Date>,
    dispatch: &Callback<Action>,
    ask: &Callback<Intent>,
) -> Html {
    let held = incoming.assessment.answers.len();
    let known =
        incoming.assessment.answers.keys().filter(|id| incoming.rubric.indicator(id).is_some()).count();
    let remarks = incoming.problems.len();
    let take = ask.reform(|_: MouseEvent| Intent::Accept);
    let dismiss = dispatch.reform(|_: MouseEvent| Action::ImportDismissed);
    let newer = incoming.replaces.as_ref().is_some_and(|here| here.revision > incoming.assessment.revision);
    let returned = returned(incoming, today, dispatch, ask);
    let ways = returned.as_ref().map(|(_, ways)| ways.clone()).filter(|_| incoming.replaces.is_some());
    let (first, second) = match (&ways, newer) {
        (Some(_), _) => (Some("quiet"), None),
        (None, true) => (None, Some("primary")),
        (None, false) => (Some("primary"), None),
    };
    let take_all = if ways.is_some() { verifikasi::TAKE_ALL } else { transfer::TAKE };
    html! {
        <div class="stack" data-gap="large">
            <div class="stack measure">
                <h1 tabindex="-1" id="view-title">{ transfer::TITLE }</h1>
                if let Some(share) = incoming.assessment.share() {
                    <p>{ bagi::holds(&incoming.name, &common::heading(&incoming.assessment), &seen(&incoming.rubric.short_name), share.indicators.len()) }</p>
                    <p>{ bagi::TAKE_OWN }</p>
                } else {
                <p>{ transfer::holds(&incoming.name, &common::heading(&incoming.assessment), &seen(&incoming.rubric.short_name), known, held - known) }{ " " }{ transfer::comes_to(incoming.scorecard.score.point) }</p>
                if let Some((said, _)) = returned {
                    { said }
                }
                if let Some(standing) = standing(incoming, today) {
                    <p class="notice" data-kind="info">{ standing }</p>
                }
                if ways.is_none() {
                    { consequence(incoming) }
                }
                }
                if newer {
                    <p class="notice" data-kind="problem">{ transfer::NEWER_HERE }</p>
                }
                if incoming.assessment.bare {
                    <p class="notice" data-kind="info">{ kertas::BARE_FILE }</p>
                }
                if incoming.own {
                    <p class="notice" data-kind="problem">{ common::OWN_RUBRIC }</p>
                }
                if remarks > 0 {
                    <p>{ transfer::noticed_below(remarks) }</p>
                }
                if incoming.too_large {
                    <p class="notice" data-kind="problem">{ transfer::TOO_LARGE }</p>
                }
            </div>
            <div class="actions">
                { ways.unwrap_or_default() }
                <button class="button" data-kind={first} type="button" id="take" onclick={take}>{ take_all }</button>
                <button class="button" data-kind={second} type="button" onclick={dismiss}>{ common::CANCEL }</button>
            </div>
            { changes(incoming) }
            { noticed(incoming) }
        </div>
    }
}

fn consequence(incoming: &Incoming) -> Html {
    let Some(here) = &incoming.replaces else {
        return html! { <p class="notice" data-kind="info">{ transfer::ADDS }</p> };
    };
    let differences = differences(&incoming.rubric, here, &incoming.assessment);
    if differences.is_empty() {
        let Assessment { revision, updated_at, .. } = (*incoming.assessment).clone();
        let same = Assessment { revision, updated_at, ..(**here).clone() } == *incoming.assessment;
        let said = if same { transfer::SAME } else { transfer::SAME_ANSWERS };
        return html! { <p class="notice" data-kind="info">{ said }</p> };
    }
    let added = differences.iter().filter(|d| !here.answers.contains_key(&d.id)).count();
    let missing = differences.iter().filter(|d| !incoming.assessment.answers.contains_key(&d.id)).count();
    html! { <p class="notice" data-kind="info">{ transfer::replaces(differences.len() - added - missing, added, missing) }</p> }
}

/// What differs, one by one.
fn changes(incoming: &Incoming) -> Html {
    let here = incoming.replaces.as_ref();
    let differences = here.map(|here| differences(&incoming.rubric, here, &incoming.assessment));
    let Some(differences) = differences.filter(|differences| !differences.is_empty()) else {
        return Html::default();
    };
    html! {
        <section class="stack measure" data-gap="small">
            <h2 id="differences">{ transfer::CHANGES }{ " " }<span class="code">{ differences.len() }</span></h2>
            <table class="differences" aria-labelledby="differences">
                <thead><tr><th scope="col">{ transfer::INDICATOR }</th><th scope="col">{ transfer::HERE }</th><th scope="col">{ transfer::IN_FILE }</th></tr></thead>
                <tbody>
                    { for differences.into_iter().map(|difference| html! {
                        <tr key={&*difference.id}><th scope="row">{ difference.id.clone() }</th><td>{ difference.here }</td><td>{ difference.file }</td></tr>
                    }) }
                </tbody>
            </table>
        </section>
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
            { sentences(&incoming.problems) }
            <p class="hint">{ transfer::NOT_A_SIGNATURE }</p>
        </section>
    }
}

/// Problems as a list, as many of them as anyone reads.
pub fn sentences(problems: &[Problem]) -> Html {
    let rest = problems.len().saturating_sub(MOST);
    html! {
        <>
            <ul class="stack" data-gap="small">
                { for problems.iter().take(MOST).enumerate().map(|(at, problem)| html! { <li key={at}>{ wording::sentence(problem) }</li> }) }
            </ul>
            if rest > 0 {
                <p>{ transfer::more(rest) }</p>
            }
        </>
    }
}

/// Why a file cannot be opened, and what to do; `title` is that of the view it stands in the place of.
pub fn refusal(refused: &Refused, title: &str, dispatch: &Callback<Action>, ask: &Callback<Intent>) -> Html {
    let back = dispatch.reform(|_: MouseEvent| Action::ImportDismissed);
    html! {
        <div class="stack measure">
            <div class="summary-of-problems" tabindex="-1" id="problems" aria-labelledby="problems-title">
                <div role="alert" class="stack" data-gap="small">
                    <h2 id="problems-title">
                        if *refused.name == *transfer::THIS_FILE {
                            { transfer::THIS_REFUSED }
                        } else {
                            { transfer::REFUSED }{ ": " }{ refused.name.clone() }
                        }
                    </h2>
                    { sentences(&refused.problems) }
                </div>
            </div>
            <h1 tabindex="-1" id="view-title">{ transfer::REFUSED_TITLE }</h1>
            <p>{ transfer::UNCHANGED }</p>
            <p class="hint">{ home::DROP_HINT }</p>
            <div class="actions">
                { open_file(ask, transfer::OTHER_FILE) }
                <button class="button" data-kind="quiet" type="button" onclick={back}>{ transfer::back(title) }</button>
            </div>
        </div>
    }
}
