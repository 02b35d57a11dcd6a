//! Who of the office prepares what, and what came back from them.
//!
//! Invariant: nothing that came back wins in silence.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::part::{Part, PartEdit, arrived, has_share};
use crate::domain::rubric::{Dimension, Indicator};
use crate::state::{Action, Work};
use crate::ui::components::asides::Fold;
use crate::ui::components::boxes;
use crate::ui::components::conflicts::conflicts;
use crate::ui::components::home::open_file;
use crate::ui::components::namer::Namer;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{bagi as words, common};

/// The box for the post of a new share.
const NEW: &str = "part-new";

/// What [`parts_view`] is given.
pub struct PartsProps<'a> {
    /// The whole assessment.
    pub work: &'a Work,
    /// What is typed for a new share and is no part of the assessment yet.
    pub typed: Map<Text>,
    /// Whether it can only be read.
    pub locked: bool,
    /// Told every change.
    pub edit: &'a Callback<Edit>,
    /// Told what happened.
    pub dispatch: &'a Callback<Action>,
    /// Asked for what needs effects.
    pub ask: &'a Callback<Intent>,
}

/// The view.
pub fn parts_view(props: &PartsProps<'_>) -> Html {
    let assessment = &props.work.assessment;
    let add = props.edit.reform(|by: Text| {
        // A share without a post is none.
        if by.is_empty() { Edit::Several(Vec::new()) } else { Edit::Part(PartEdit::Add(by)) }
    });
    let held = props.typed.get(NEW).cloned().unwrap_or_default();
    let onhold = props.ask.reform(|text: Text| {
        let mut typed = Map::new();
        if !text.is_empty() {
            typed.insert(NEW.into(), text);
        }
        Intent::Hold(boxes::SHARE, boxes::written(&typed))
    });
    let undo = props.dispatch.reform(|_: MouseEvent| Action::Undone);
    // Never `disabled`: a button that is loses the focus with the last undo.
    let idle = (props.work.undoable() == 0).then_some("true");
    if assessment.practice {
        return html! {
            <div class="stack"><h1 id="view-title" tabindex="-1">{ words::TITLE }</h1><p>{ words::PRACTICE }</p></div>
        };
    }
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 id="view-title" tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
                if !props.locked {
                    <div class="actions"><button class="button" data-kind="quiet" type="button" onclick={undo} aria-disabled={idle}>{ common::UNDO }</button></div>
                }
            </div>
            { conflicts(props.work, props.locked, props.edit) }
            <section class="stack" data-gap="small">
                <h2>{ words::SHARES }</h2>
                if assessment.parts.is_empty() {
                    <p>{ words::NONE }</p>
                }
                <ul class="plain stack">{ for assessment.parts.iter().map(|part| share(props, part)) }</ul>
                { left_over(props.work) }
                if assessment.parts_are_full() {
                    <p class="notice" data-kind="info">{ words::FULL }</p>
                } else if !props.locked {
                    <Namer id={NEW} label={words::NEW} hint={words::NEW_HINT} button={words::ADD} given={Text::default()} refused={post_refused(assessment, "")} {held} {onhold} onkeep={add} />
                }
            </section>
            if !assessment.parts.is_empty() && !props.locked {
                <section class="stack measure" data-gap="small">
                    <h2>{ words::RETURNED }</h2>
                    <p class="hint">{ words::RETURNED_HINT }</p>
                    <div class="actions">{ open_file(props.ask, words::OPEN) }</div>
                </section>
            }
        </div>
    }
}

/// Why a post is not taken for the share with this id: it has another.
fn post_refused(assessment: &Assessment, id: &str) -> Callback<Text, Option<&'static str>> {
    let (parts, id) = (assessment.parts.clone(), Text::from(id));
    Callback::from(move |by: Text| has_share(&parts, &by, &id).then_some(words::HAS_SHARE))
}

/// One share: where it is, what is in it, and how it goes out.
fn share(props: &PartsProps<'_>, part: &Part) -> Html {
    let Work { rubric, assessment, .. } = props.work;
    let arrived = arrived(rubric, assessment, part);
    let whose = || html! { <span class="visually-hidden">{ " " }{ part.by.clone() }</span> };
    let ask = |send: bool| {
        let id = part.id.clone();
        props.ask.reform(move |_: MouseEvent| Intent::HandOut(id.clone(), send))
    };
    let on = |change: fn(Text, Text) -> PartEdit| {
        let id = part.id.clone();
        props.edit.reform(move |given: Text| Edit::Part(change(id.clone(), given)))
    };
    let remove = on(|id, _| PartEdit::Remove(id)).reform(|_: MouseEvent| Text::default());
    html! {
        <li class="share stack" data-gap="small" key={&*part.id}>
            <h3 tabindex="-1">{ part.by.clone() }</h3>
            <p>{ words::where_it_is(part, arrived) }</p>
            if !props.locked {
                <Fold open={part.indicators.is_empty()} summary={html! { <>{ words::CHANGE }{ whose() }</> }}>
                    { for rubric.dimensions.iter().map(|dimension| group(props.edit, part, dimension)) }
                </Fold>
                if arrived.0.total > 0 {
                    <div class="actions">
                        <button class="button" data-kind="primary" type="button" onclick={ask(true)}>{ words::SEND }{ whose() }</button>
                        <button class="button" type="button" onclick={ask(false)}>{ words::SAVE }{ whose() }</button>
                    </div>
                } else {
                    <p class="hint">{ words::FIRST_CHOOSE }</p>
                }
                <details>
                    <summary>{ words::RENAME }{ whose() }</summary>
                    <div class="stack" data-gap="small">
                        <Namer id={format!("part-{}", part.id)} label={words::NEW} hint={words::NEW_HINT} button={words::KEEP_NAME} given={part.by.clone()} refused={post_refused(assessment, &part.id)} onkeep={on(PartEdit::Name)} />
                        if !part.sent.is_empty() {
                            <p class="hint">{ words::REMOVE_SENT }</p>
                        }
                        <button class="button" data-kind="quiet" type="button" onclick={remove}>{ words::REMOVE }{ whose() }</button>
                    </div>
                </details>
            }
        </li>
    }
}

/// The indicators of one dimension, each to be ticked, or all at once.
fn group(edit: &Callback<Edit>, part: &Part, dimension: &Dimension) -> Html {
    let own = |indicator: &Indicator| part.indicators.contains(&indicator.id);
    let all: Vec<Text> = dimension.indicators.iter().map(|indicator| indicator.id.clone()).collect();
    let whole = dimension.indicators.iter().all(own);
    let lines = dimension.indicators.iter().map(|indicator| {
        let name = html! { <><span class="code">{ indicator.id.clone() }</span>{ " " }{ indicator.name.clone() }</> };
        tick(edit, part, &indicator.id, vec![indicator.id.clone()], own(indicator), name)
    });
    html! {
        <fieldset class="share-group">
            <legend>{ dimension.name.clone() }</legend>
            { tick(edit, part, &format!("{}~", dimension.id), all, whole, html! { <strong>{ words::whole(&dimension.name) }</strong> }) }
            { for lines }
        </fieldset>
    }
}

fn tick(edit: &Callback<Edit>, part: &Part, of: &str, ids: Vec<Text>, on: bool, name: Html) -> Html {
    let id = AttrValue::from(format!("share-{}-{of}", part.id));
    let part = part.id.clone();
    let change = edit.reform(move |_: Event| Edit::Part(PartEdit::Assign(part.clone(), ids.clone(), !on)));
    html! {
        <div class="check"><input type="checkbox" id={id.clone()} checked={on} onchange={change} /><label for={id}>{ name }</label></div>
    }
}

/// The indicators in no share, once there are shares.
fn left_over(work: &Work) -> Html {
    let parts = &work.assessment.parts;
    let none = |indicator: &Indicator| !parts.iter().any(|part| part.indicators.contains(&indicator.id));
    let left: Vec<_> = work.rubric.indicators().filter(|(_, indicator)| none(indicator)).collect();
    if parts.is_empty() {
        return Html::default();
    }
    if left.is_empty() {
        return html! { <p>{ words::ALL_ASSIGNED }</p> };
    }
    html! {
        <details>
            <summary>{ words::unassigned(left.len()) }</summary>
            <ul class="plain">{ for left.into_iter().map(|(_, one)| html! { <li key={&*one.id}><span class="code">{ one.id.clone() }</span>{ " " }{ one.name.clone() }</li> }) }</ul>
        </details>
    }
}
