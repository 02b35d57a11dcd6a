//! A labelled text field that warns of personal data.
//!
//! Invariant: what is typed is handed on as it is; a warning never blocks.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::privacy::points_to_a_person;
use crate::ui::markup::html;
use crate::ui::text::common;

/// A labelled text control.
pub struct Field {
    id: String,
    label: AttrValue,
    value: AttrValue,
    onedit: Callback<Text>,
    hint: Option<AttrValue>,
    problem: Option<AttrValue>,
    remark: Option<&'static str>,
    suffix: Option<AttrValue>,
    inputmode: &'static str,
    long: bool,
    short: bool,
    guarded: bool,
}

impl Field {
    /// A field of one line: id of the control, what it is for, what it holds, who is told every change.
    pub fn new(id: String, label: impl Into<AttrValue>, value: &Text, onedit: Callback<Text>) -> Self {
        Self {
            id,
            label: label.into(),
            value: value.clone().into(),
            onedit,
            hint: None,
            problem: None,
            remark: None,
            suffix: None,
            inputmode: "text",
            long: false,
            short: false,
            guarded: false,
        }
    }

    /// Says how to fill it in.
    pub fn hint(mut self, hint: impl Into<AttrValue>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says what is wrong with it, if anything.
    pub fn problem(mut self, problem: Option<AttrValue>) -> Self {
        self.problem = problem;
        self
    }

    /// Says what is odd about it, if anything.
    pub fn remark(mut self, remark: Option<&'static str>) -> Self {
        self.remark = remark;
        self
    }

    /// A few digits, with what stands behind them.
    pub fn digits(mut self, inputmode: &'static str, suffix: Option<AttrValue>) -> Self {
        (self.short, self.inputmode, self.suffix) = (true, inputmode, suffix);
        self
    }

    /// Several lines.
    pub fn long(mut self) -> Self {
        self.long = true;
        self
    }

    /// Warns of numbers that point to a person.
    pub fn guarded(mut self) -> Self {
        self.guarded = true;
        self
    }

    /// Draws it.
    pub fn view(self) -> Html {
        let id = AttrValue::from(self.id);
        let personal = self.guarded && points_to_a_person(&self.value);
        let remark = if personal { Some(common::PERSONAL) } else { self.remark };
        let parts = [
            (self.hint.is_some(), "hint"),
            (self.problem.is_some(), "problem"),
            (remark.is_some(), "remark"),
        ];
        let described: Vec<String> =
            parts.iter().filter(|(shown, _)| *shown).map(|(_, part)| format!("{id}-{part}")).collect();
        let described = (!described.is_empty()).then(|| AttrValue::from(described.join(" ")));
        let problem = self.problem.is_some();
        let invalid = problem.then_some("true");
        let value = self.value;
        html! {
            <div class="field" data-width={self.short.then_some("short")} data-state={problem.then_some("problem")}>
                <label for={id.clone()}>{ self.label }</label>
                if let Some(hint) = self.hint {
                    <p class="hint" id={format!("{id}-hint")}>{ hint }</p>
                }
                if let Some(problem) = self.problem {
                    <p class="problem" id={format!("{id}-problem")}>
                        <span class="visually-hidden">{ common::PROBLEM_PREFIX }</span>{ problem }
                    </p>
                }
                if self.long {
                    <textarea id={id.clone()} value={value.clone()} aria-describedby={described} aria-invalid={invalid}
                        oninput={written(&self.onedit)} />
                    <p class="paper note-print">{ value }</p>
                } else {
                    { beside(self.suffix, html! {
                        <input type="text" id={id.clone()} inputmode={self.inputmode} autocomplete="off" {value}
                            aria-describedby={described} aria-invalid={invalid} oninput={typed(&self.onedit)} />
                    }) }
                }
                if let Some(remark) = remark {
                    <p class="remark" id={format!("{id}-remark")}>{ remark }</p>
                }
            </div>
        }
    }
}

/// A control with what stands behind it.
fn beside(suffix: Option<AttrValue>, control: Html) -> Html {
    match suffix {
        Some(suffix) => html! { <span class="unit-input">{ control }{ " " }<span>{ suffix }</span></span> },
        None => control,
    }
}

/// Tells what a `<select>` holds after each choice.
pub fn chosen(onedit: &Callback<Text>) -> Callback<Event> {
    onedit.reform(|event: Event| {
        let select: Option<HtmlSelectElement> = event.target_dyn_into();
        select.map(|select| Text::from(select.value())).unwrap_or_default()
    })
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
