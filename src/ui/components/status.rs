//! Where the document stands, how it came there, and where it may go.
//!
//! Invariant: nobody moves it without saying in which post.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Assessment, Status};
use crate::domain::status::{StatusEdit, in_the_way, is_kept, revision};
use crate::domain::verification::Count;
use crate::ui::components::field::Field;
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::verifikasi as words;

/// What [`StatusView`] is given.
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// The document.
    pub assessment: Rc<Assessment>,
    /// How many indicators were verified, and how many there are.
    pub checked: Count,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The section of the page.
#[component]
pub fn StatusView(props: &StatusProps) -> Html {
    // The post as typed, and whether a button was pressed without one.
    let typed = use_state(|| (Text::default(), false));
    let StatusProps { assessment, .. } = props;
    let mut steps = Vec::new();
    for step in &assessment.statuses {
        steps.push(html! { <li>{ words::step(step) }</li> });
    }
    let mut buttons = Vec::new();
    for (at, to) in onward(assessment.status).iter().enumerate() {
        let (typed, ask, to) = (typed.clone(), props.ask.clone(), *to);
        let name = words::milestone(revision(assessment));
        let onclick = Callback::from(move |_: MouseEvent| {
            let by = Text::from(typed.0.trim());
            if by.is_empty() {
                typed.set((by, true));
                return ask.emit(Intent::Go("status-by".to_owned()));
            }
            ask.emit(Intent::Stand(StatusEdit { to, by, name: name.as_str().into() }));
        });
        let kind = if at == 0 { None } else { Some("quiet") };
        buttons.push(html! { <button class="button" data-kind={kind} type="button" {onclick}>{ words::to(to) }</button> });
    }
    let onedit = {
        let typed = typed.clone();
        Callback::from(move |text: Text| typed.set((text, false)))
    };
    let problem = typed.1.then_some(AttrValue::Static(words::BY_MISSING));
    html! {
        <section class="stack measure" data-gap="small">
            <h2 id="status">{ words::STATUS }{ ": " }{ words::standing(assessment) }</h2>
            if !steps.is_empty() {
                <ol class="steps" aria-label={words::HISTORY}>{ for steps }</ol>
            }
            if assessment.status == Status::Approved {
                <p class="hint">{ if is_kept(assessment) { words::APPROVED_NOTE } else { words::APPROVED_UNKEPT } }</p>
            }
            if assessment.status == Status::Submitted && assessment.verification.is_none() && !props.locked {
                <div class="stack screen" data-gap="small">
                    <p class="notice" data-kind="info" id="status-next">{ words::SEND_ON }</p>
                    <div class="actions">
                        <button class="button" data-kind="primary" type="button" onclick={props.ask.reform(|_: MouseEvent| Intent::Send)}>{ words::SEND_TO }</button>
                    </div>
                </div>
            }
            if matches!(assessment.status, Status::Submitted | Status::Verified) && props.checked.0 < props.checked.1 && !props.locked {
                <p class="notice screen" data-kind="info" id="status-unchecked">{ words::unchecked(props.checked) }</p>
            }
            if in_the_way(assessment, Status::Submitted).is_some() {
                <p class="notice" data-kind="info">{ words::STEPS_FULL }</p>
            } else if !props.locked {
                <div class="stack screen" data-gap="small">
                    { Field::new("status-by".to_owned(), words::STATUS_BY, &typed.0, onedit).hint(words::POST_HINT).problem(problem).guarded().view() }
                    <div class="actions">{ for buttons }</div>
                </div>
            }
        </section>
    }
}

/// Where a document may go from here, the next step first.
const fn onward(from: Status) -> &'static [Status] {
    match from {
        Status::Draft => &[Status::Submitted],
        Status::Submitted => &[Status::Verified, Status::Draft],
        Status::Verified => &[Status::Approved, Status::Draft],
        Status::Approved => &[Status::Draft],
    }
}
