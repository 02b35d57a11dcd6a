//! A labelled text field that warns of personal data.
//!
//! Invariant: what is typed is handed on as it is; a warning never blocks.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::privacy::points_to_a_person;
use crate::ui::text::common;

/// What [`Field`] is given.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Id of the control; other ids are made from it.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with it.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// What it holds.
    pub value: AttrValue,
    /// Several lines.
    #[prop_or_default]
    pub long: bool,
    /// A few letters only.
    #[prop_or_default]
    pub short: bool,
    /// Keyboard to offer on phones.
    #[prop_or("text".into())]
    pub inputmode: AttrValue,
    /// What follows the control, such as a unit.
    #[prop_or_default]
    pub suffix: Option<AttrValue>,
    /// Whether numbers that point to a person are warned of.
    #[prop_or_default]
    pub guarded: bool,
    /// Told every change.
    pub onedit: Callback<Text>,
}

/// A text field with label, hint, problem and warning.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let id = &props.id;
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let personal_id = format!("{id}-personal");
    let personal = props.guarded && points_to_a_person(&props.value);
    let described: Vec<&str> = [
        (props.hint.is_some(), hint_id.as_str()),
        (props.problem.is_some(), problem_id.as_str()),
        (personal, personal_id.as_str()),
    ]
    .into_iter()
    .filter_map(|(shown, id)| shown.then_some(id))
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = props.problem.is_some().then_some("true");
    html! {
        <div class="field" data-width={props.short.then_some("short")} data-state={props.problem.is_some().then_some("problem")}>
            <label for={id.clone()}>{ props.label.clone() }</label>
            if let Some(hint) = &props.hint {
                <p class="hint" id={hint_id.clone()}>{ hint }</p>
            }
            if let Some(problem) = &props.problem {
                <p class="problem" id={problem_id.clone()}>
                    <span class="visually-hidden">{ common::PROBLEM_PREFIX }</span>{ problem }
                </p>
            }
            if props.long {
                <textarea id={id.clone()} value={props.value.clone()} aria-describedby={described} aria-invalid={invalid}
                    oninput={written(&props.onedit)} />
                <p class="paper note-print">{ props.value.clone() }</p>
            } else if let Some(suffix) = &props.suffix {
                <span class="unit-input">
                    <input type="text" id={id.clone()} inputmode={props.inputmode.clone()} autocomplete="off" value={props.value.clone()}
                        aria-describedby={described} aria-invalid={invalid} oninput={typed(&props.onedit)} />
                    <span>{ suffix }</span>
                </span>
            } else {
                <input type="text" id={id.clone()} inputmode={props.inputmode.clone()} autocomplete="off" value={props.value.clone()}
                    aria-describedby={described} aria-invalid={invalid} oninput={typed(&props.onedit)} />
            }
            if personal {
                <p class="remark" id={personal_id.clone()}>{ common::PERSONAL }</p>
            }
        </div>
    }
}

fn typed(onedit: &Callback<Text>) -> Callback<InputEvent> {
    onedit.reform(|event: InputEvent| {
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        input.map(|input| Text::from(input.value())).unwrap_or_default()
    })
}

fn written(onedit: &Callback<Text>) -> Callback<InputEvent> {
    onedit.reform(|event: InputEvent| {
        let input: Option<HtmlTextAreaElement> = event.target_dyn_into();
        input.map(|input| Text::from(input.value())).unwrap_or_default()
    })
}
