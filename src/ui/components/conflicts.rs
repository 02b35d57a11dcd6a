//! Answers that contradict each other, side by side until one is chosen.
//!
//! Invariant: every answer is shown with whose it is, when it was given, and all that it rests on; so are those not chosen.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Answer;
use crate::domain::edit::Edit;
use crate::domain::merge::is_emptied;
use crate::domain::part::PartEdit;
use crate::format::wording::seen;
use crate::state::{Route, Work};
use crate::ui::components::sheet;
use crate::ui::markup::html;
use crate::ui::text::bagi as words;

/// That some indicators wait for a choice, with the way there; nothing where none does.
pub fn waiting(work: &Work) -> Html {
    let count = work.assessment.open_count();
    if count == 0 {
        return Html::default();
    }
    html! { <p class="notice" data-kind="problem"><a href={Route::Bagi.hash()}>{ words::waiting(count) }</a></p> }
}

/// What is to be chosen, and below it what was not.
pub fn conflicts(work: &Work, locked: bool, edit: &Callback<Edit>) -> Html {
    let (mut open, mut aside, mut posts) = (Vec::new(), Vec::new(), Vec::<(Text, Vec<Edit>)>::new());
    let edit_or_none = (!locked).then_some(edit);
    for id in in_order(work) {
        let Some(conflict) = work.assessment.conflicts.get(&id) else { continue };
        let current = work.assessment.answers.get(&id);
        if !conflict.answers.is_empty() {
            for answer in conflict.answers.iter().filter(|answer| !answer.by.is_empty()) {
                let mut own = conflict.answers.iter().filter(|other| other.by == answer.by);
                if own.nth(1).is_some() {
                    // Of two answers of one post none is the post's.
                    continue;
                }
                let choice = Edit::Part(PartEdit::Decide(id.clone(), answer.clone()));
                match posts.iter_mut().find(|(by, _)| *by == answer.by) {
                    Some((_, choices)) => choices.push(choice),
                    None => posts.push((answer.by.clone(), vec![choice])),
                }
            }
            let all: Vec<_> = conflict.answers.iter().chain(current).collect();
            open.push(one(work, &id, &all, (current, conflict.chosen_before()), edit_or_none));
        }
        if !conflict.aside.is_empty() {
            let all: Vec<_> = conflict.aside.iter().collect();
            aside.push(one(work, &id, &all, (None, None), edit_or_none));
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

/// The indicators of which something is held, in the order of the instrument, and behind them those it does not know.
fn in_order(work: &Work) -> Vec<Text> {
    let known = work.rubric.indicators().map(|(_, indicator)| &indicator.id);
    let unknown = work.assessment.conflicts.keys().filter(|id| work.rubric.indicator(id).is_none());
    known.chain(unknown).cloned().collect()
}

/// One indicator and its answers, the one that stands now and the one that was `chosen` before the others came marked; with
/// a way to choose each, where `edit` is given.
fn one(
    work: &Work,
    id: &Text,
    answers: &[&Rc<Answer>],
    (current, chosen): (Option<&Rc<Answer>>, Option<&Rc<Answer>>),
    edit: Option<&Callback<Edit>>,
) -> Html {
    let indicator = work.rubric.indicator(id).map(|(_, indicator)| indicator);
    let choose = |edit: &Callback<Edit>, answer: Rc<Answer>| {
        let id = id.clone();
        edit.reform(move |_: MouseEvent| Edit::Part(PartEdit::Decide(id.clone(), answer.clone())))
    };
    let options = answers.iter().map(|answer| {
        let now = current.is_some_and(|current| Rc::ptr_eq(current, answer));
        let mut from = if now { words::NOW.to_owned() } else { words::from(&answer.by, &answer.at) };
        if let Some(chosen) = chosen {
            from.push_str(if Rc::ptr_eq(chosen, answer) {
                words::CHOSEN
            } else if chosen.by == answer.by {
                words::CORRECTED_SINCE
            } else {
                words::CAME_SINCE
            });
        }
        let said = match indicator {
            _ if is_emptied(answer) => html! { <p>{ words::EMPTIED }</p> },
            Some(indicator) => sheet::answer(work, indicator, Some(answer), true),
            None => html! { <>{ for answer.kept.iter().map(|(name, text)| html! { <p>{ format!("{name}: {}", seen(text)) }</p> }) }</> },
        };
        let button = edit.map_or_else(Html::default, |edit| {
            html! {
                <button class="button" type="button" onclick={choose(edit, (**answer).clone())}>
                    { words::CHOOSE }<span class="visually-hidden">{ format!(" {id} {from}") }</span>
                </button>
            }
        });
        html! {
            <li class="stack" data-gap="small">
                <p class="hint">{ from.clone() }</p>
                { said }
                { button }
            </li>
        }
    });
    let name = indicator.map(|indicator| indicator.name.clone()).unwrap_or_default();
    let unknown = edit.filter(|_| indicator.is_none());
    html! {
        <article class="conflict stack" data-gap="small" key={&**id}>
            <h3 tabindex="-1"><span class="code">{ id.clone() }</span>{ " " }{ name }</h3>
            if indicator.is_none() {
                <p class="hint">{ words::UNKNOWN }</p>
            }
            <ul class="plain side-by-side">{ for options }</ul>
            if let Some(edit) = unknown {
                <div class="actions"><button class="button" data-kind="quiet" type="button" onclick={choose(edit, Rc::default())}>{ words::DROP }</button></div>
            }
        </article>
    }
}

/// That one indicator waits for a choice, with the way there; nothing where it does not.
pub fn open_here(work: &Work, id: &str) -> Html {
    if !work.assessment.is_open(id) {
        return Html::default();
    }
    html! { <p class="notice" data-kind="problem"><a href={Route::Bagi.hash()}>{ words::HERE_OPEN }<span class="visually-hidden">{ " " }{ id.to_owned() }</span></a></p> }
}
