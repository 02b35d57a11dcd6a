//! An indicator answered by a number.
//!
//! Invariant: what is typed stays in the box; a text that is no number of the scale is kept and named, never dropped.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Choice;
use crate::domain::edit::AnswerEdit;
use crate::domain::rubric::Scale;
use crate::format::number::read_comma;
use crate::ui::components::card::Face;
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::{number, pengisian};

/// The box for the number.
pub fn view(face: &Face) -> Html {
    let answer = face.answer;
    let given = match answer.choice {
        Some(Choice::Value(value)) => number::decimal(value),
        _ => answer.typed.to_string(),
    };
    let problem = (!answer.typed.is_empty()).then(|| {
        let given = read_comma(answer.typed.trim()).ok();
        AttrValue::from(pengisian::value_problem(face.scale, given))
    });
    let scale = face.scale.clone();
    html! {
        <ValueField id={format!("{}-value", face.indicator.id)} {given} hint={pengisian::bounds(face.scale)} {problem}
            suffix={pengisian::unit(face.scale).to_owned()}
            onedit={face.on(move |text| change(&scale, text))} />
    }
}

fn change(scale: &Scale, text: Text) -> AnswerEdit {
    if text.trim().is_empty() {
        return AnswerEdit::Clear;
    }
    match read_comma(text.trim()) {
        Ok(value) if scale.takes(value) => AnswerEdit::Choose(Choice::Value(value)),
        _ => AnswerEdit::Type(text),
    }
}

#[derive(Properties, PartialEq)]
struct ValueFieldProps {
    id: AttrValue,
    given: AttrValue,
    hint: AttrValue,
    problem: Option<AttrValue>,
    suffix: AttrValue,
    onedit: Callback<Text>,
}

/// Keeps the text as typed while it means the number that is held (`72,50` stays `72,50`, not `72,5`).
#[component]
fn ValueField(props: &ValueFieldProps) -> Html {
    let typed = use_state(|| props.given.to_string());
    let means = |text: &str| read_comma(text.trim()).ok();
    let same = *typed == *props.given || (means(&typed).is_some() && means(&typed) == means(&props.given));
    let shown = Text::from(if same { typed.as_str() } else { &*props.given });
    let onedit = {
        let (typed, onedit) = (typed.clone(), props.onedit.clone());
        Callback::from(move |text: Text| {
            typed.set(text.to_string());
            onedit.emit(text);
        })
    };
    html! {
        { Field::new(props.id.to_string(), pengisian::VALUE, &shown, onedit)
            .hint(props.hint.clone()).problem(props.problem.clone()).digits("decimal", Some(props.suffix.clone())).view() }
    }
}
