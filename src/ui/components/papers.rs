//! The papers of one office: the list of them, and each by itself.
//!
//! Invariant: nothing is changed here, and an exercise has no papers.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::bare::bared;
use crate::domain::date::Date;
use crate::format::names;
use crate::papers::{Paper, form, html as page, minutes, office, plan, pledge, questions, result};
use crate::state::{Route, Work};
use crate::ui::components::paper::paper;
use crate::ui::components::questions::marked;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, kertas, setda, tindak_lanjut};

/// The papers: the last piece of the address, by which [`kertas::name`] calls each, what it is for, and what makes it.
type Kind = (&'static str, &'static str, fn(&Work, Option<Date>) -> Paper);
const PAPERS: [Kind; 6] = [
    ("hasil", kertas::RESULT_FOR, result::sheet),
    ("pakta", kertas::PLEDGE_FOR, pledge::sheet),
    ("rencana", kertas::PLAN_FOR, plan::sheet),
    (ASKED, kertas::QUESTIONS_FOR, questions::sheet),
    ("verifikasi", setda::MINUTES_FOR, |work, _| minutes::minutes(work)),
    ("kosong", kertas::FORM_FOR, |work, _| form::sheet(&work.rubric)),
];
/// The paper that there is only once something is flagged for it.
const ASKED: &str = "pendampingan";

/// The view: the paper that the address names, else the list.
pub fn papers_view(work: &Work, which: &str, today: &str, ask: &Callback<Intent>) -> Html {
    let name = which.strip_suffix(kertas::WITHOUT_BOTH).unwrap_or(which);
    let found = PAPERS.iter().find(|(id, ..)| *id == name).filter(|_| !work.assessment.practice);
    if let Some((id, _, make)) = found {
        if *id == ASKED && marked(work).is_empty() {
            return unflagged();
        }
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
    for (id, about, _) in PAPERS {
        let href = Route::Lembar(id.into()).hash();
        entries.push(html! { <li><a {href}>{ kertas::name(id) }</a><p class="hint">{ about }</p></li> });
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

/// In place of an empty paper: why it is empty, and where an indicator is flagged for it.
fn unflagged() -> Html {
    let none = Text::default();
    html! {
        <div class="stack measure">
            <p><a href={Route::Lembar(none.clone()).hash()}>{ kertas::ALL }</a></p>
            <h1 tabindex="-1" id="view-title">{ kertas::QUESTIONS }</h1>
            <p class="notice" data-kind="info">{ tindak_lanjut::QUESTIONS_NONE }</p>
            <div class="actions">
                <a class="button" data-kind="primary" href={Route::Pengisian(none.clone(), none).hash()}>{ common::PENGISIAN }</a>
            </div>
        </div>
    }
}

/// Back to the list, and whether notes and places stand on the paper.
fn choice(id: &str, without: bool) -> Html {
    let way = |chosen: bool, name: &'static str| {
        let which = if chosen { [id, kertas::WITHOUT_BOTH].concat() } else { id.to_owned() };
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
