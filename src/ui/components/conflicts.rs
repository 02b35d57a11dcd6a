//! Answers that contradict each other, side by side until one is chosen.
//!
//! Invariant: every answer is shown with whose it is, when it was given, and all that it rests on; so are those not chosen.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Answer;
use crate::domain::edit::Edit;
use crate::domain::part::PartEdit;
use crate::domain::rubric::Indicator;
use crate::state::{Route, Work};
use crate::ui::components::sheet;
use crate::ui::markup::html;
use crate::ui::text::bagi as words;

/// That some indicators wait for a choice, with the way there; nothing where none does.
pub fn waiting(work: &Work) -> Html {
    let count = work.assessment.conflicts.keys().filter(|id| work.assessment.is_open(id)).count();
    if count == 0 {
        return Html::default();
    }
    html! { <p class="notice" data-kind="problem"><a href={Route::Bagi.hash()}>{ words::waiting(count) }</a></p> }
}

/// What is to be chosen, and below it what was not.
pub fn conflicts(work: &Work, locked: bool, edit: &Callback<Edit>) -> Html {
    let (mut open, mut aside, mut posts) = (Vec::new(), Vec::new(), Vec::<(Text, Vec<Edit>)>::new());
    for (_, indicator) in work.rubric.indicators() {
        let id = &indicator.id;
        let Some(conflict) = work.assessment.conflicts.get(id) else { continue };
        let current = work.assessment.answers.get(id);
        if !conflict.answers.is_empty() {
            for answer in conflict.answers.iter().filter(|answer| !answer.by.is_empty()) {
                let choice = Edit::Part(PartEdit::Decide(id.clone(), answer.clone()));
                match posts.iter_mut().find(|(by, _)| *by == answer.by) {
                    Some((_, choices)) => choices.push(choice),
                    None => posts.push((answer.by.clone(), vec![choice])),
                }
            }
            let all: Vec<_> = conflict.answers.iter().chain(current).collect();
            open.push(one(work, indicator, &all, current, (!locked).then_some(edit)));
        }
        if !conflict.aside.is_empty() {
            let all: Vec<_> = conflict.aside.iter().collect();
            aside.push(one(work, indicator, &all, None, (!locked).then_some(edit)));
        }
    }
    posts.retain(|(_, choices)| choices.len() > 1 && !locked);
    html! {
        <>
            if !open.is_empty() {
                <section class="stack" aria-labelledby="conflicts">
                    <h2 id="conflicts" tabindex="-1">{ words::OPEN_TITLE }{ " " }<span class="code">{ open.len() }</span></h2>
                    <p class="measure">{ words::OPEN_LEAD }</p>
                    if !posts.is_empty() {
                        <div class="actions">
                            { for posts.into_iter().map(|(by, choices)| {
                                let label = words::choose_all(&by, choices.len());
                                let all = edit.reform(move |_: MouseEvent| Edit::Several(choices.clone()));
                                html! { <button class="button" type="button" onclick={all}>{ label }</button> }
                            }) }
                        </div>
                    }
                    { for open }
                </section>
            }
            if !aside.is_empty() {
                <details>
                    <summary>{ words::ASIDE }{ " " }<span class="code">{ aside.len() }</span></summary>
                    <div class="stack">{ for aside }</div>
                </details>
            }
        </>
    }
}

/// One indicator and its answers; with a way to choose each, where `edit` is given.
fn one(
    work: &Work,
    indicator: &Indicator,
    answers: &[&Rc<Answer>],
    current: Option<&Rc<Answer>>,
    edit: Option<&Callback<Edit>>,
) -> Html {
    let options = answers.iter().map(|answer| {
        let now = current.is_some_and(|current| Rc::ptr_eq(current, answer));
        let from = if now { words::NOW.to_owned() } else { words::from(&answer.by, &answer.at) };
        let choose = edit.map_or_else(Html::default, |edit| {
            let (id, answer) = (indicator.id.clone(), (**answer).clone());
            let choose =
                edit.reform(move |_: MouseEvent| Edit::Part(PartEdit::Decide(id.clone(), answer.clone())));
            html! {
                <button class="button" type="button" onclick={choose}>
                    { words::CHOOSE }<span class="visually-hidden">{ format!(" {} {from}", indicator.id) }</span>
                </button>
            }
        });
        html! {
            <li class="stack" data-gap="small">
                <p class="hint">{ from.clone() }</p>
                { sheet::answer(work, indicator, Some(answer), true) }
                { choose }
            </li>
        }
    });
    html! {
        <article class="conflict stack" data-gap="small" key={&*indicator.id}>
            <h3 tabindex="-1"><span class="code">{ indicator.id.clone() }</span>{ " " }{ indicator.name.clone() }</h3>
            <ul class="plain side-by-side">{ for options }</ul>
        </article>
    }
}
