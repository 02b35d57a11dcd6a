//! The papers of one office: the list of them, and each by itself.
//!
//! Invariant: nothing is changed here, and an exercise has no papers.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::bare::bared;
use crate::domain::date::Date;
use crate::format::names;
use crate::papers::{Paper, form, html as page, minutes, office, plan, pledge, questions, result};
use crate::state::{Route, Work};
use crate::ui::components::paper::paper;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home, kertas, setda};

/// The papers: the last piece of the address, what each is called and what it is for, and what makes it.
type Kind = (&'static str, &'static str, &'static str, fn(&Work, Option<Date>) -> Paper);
const PAPERS: [Kind; 6] = [
    ("hasil", kertas::RESULT, kertas::RESULT_FOR, result::sheet),
    ("pakta", kertas::PLEDGE, kertas::PLEDGE_FOR, pledge::sheet),
    ("rencana", kertas::PLAN, kertas::PLAN_FOR, plan::sheet),
    ("pendampingan", kertas::QUESTIONS, kertas::QUESTIONS_FOR, questions::sheet),
    ("verifikasi", setda::MINUTES, setda::MINUTES_FOR, |work, _| minutes::minutes(work)),
    ("kosong", home::FORM_TITLE, kertas::FORM_FOR, |work, _| form::sheet(&work.rubric)),
];

/// Behind the name of a paper: without notes and without where documents are kept.
const WITHOUT: &str = "~tanpa";

/// The view: the paper that the address names, else the list.
pub fn papers_view(work: &Work, which: &str, today: &str, ask: &Callback<Intent>) -> Html {
    let name = which.strip_suffix(WITHOUT).unwrap_or(which);
    let found = PAPERS.iter().find(|(id, ..)| *id == name).filter(|_| !work.assessment.practice);
    if let Some((id, _, _, make)) = found {
        let without = name != which;
        let mut work = work.clone();
        let choice = if work.assessment.bare { Html::default() } else { choice(id, without) };
        if without {
            work.assessment = Rc::new(bared(&work.assessment));
        }
        let made = make(&work, Date::read(today));
        let (unit, rubric) = (&work.assessment.unit.name, &work.rubric.id);
        return alone(&made, names::paper(id, unit, rubric, today), choice, ask);
    }
    let mut entries = Vec::new();
    for (id, title, about, _) in PAPERS {
        let href = Route::Lembar(id.into()).hash();
        entries.push(html! { <li><a {href}>{ title }</a><p class="hint">{ about }</p></li> });
    }
    html! {
        <div class="stack measure">
            <h1 tabindex="-1" id="view-title">{ kertas::TITLE }</h1>
            if work.assessment.practice {
                <p class="notice" data-kind="info">{ kertas::PRACTICE }</p>
            } else {
                <p class="lead">{ kertas::LEAD }</p>
                if office::filled_by(&work.assessment).is_empty() {
                    <p class="hint">{ kertas::POST_HINT }</p>
                }
                <ul class="stack letters">{ for entries }</ul>
            }
        </div>
    }
}

/// Back to the list, and whether notes and places stand on the paper.
fn choice(id: &str, without: bool) -> Html {
    let way = |chosen: bool, name: &'static str| {
        let which = if chosen { [id, WITHOUT].concat() } else { id.to_owned() };
        let current = (chosen == without).then_some("true");
        html! { <a class="place" href={Route::Lembar(which.into()).hash()} aria-current={current}>{ name }</a> }
    };
    html! {
        <div class="stack screen" data-gap="small">
            <p><a href={Route::Lembar("".into()).hash()}>{ kertas::ALL }</a></p>
            <p id="with-notes">{ kertas::SHARE }</p>
            <nav class="places" aria-labelledby="with-notes">{ way(false, kertas::WITH) }{ way(true, kertas::WITHOUT) }</nav>
        </div>
    }
}

/// One paper with what can be done with it: `name` is that of its file, `above` what else can be chosen.
pub fn alone(made: &Paper, name: String, above: Html, ask: &Callback<Intent>) -> Html {
    let editable = {
        let (made, ask) = (made.clone(), ask.clone());
        Callback::from(move |_: MouseEvent| {
            ask.emit(Intent::KeepPage(name.clone(), page::page(&made, &kertas::WORDS)));
        })
    };
    html! {
        <div class="stack">
            { above }
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Print)}>{ common::PRINT }</button>
                <button class="button" type="button" onclick={editable}>{ kertas::EDITABLE }</button>
            </div>
            <p class="hint screen">{ kertas::EDITABLE_HINT }</p>
            { paper(made) }
        </div>
    }
}
