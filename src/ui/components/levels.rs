//! Levels as rows of native radios.
//!
//! Invariant: nothing is chosen beforehand; the row is the label, so the whole of it can be pressed.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Choice;
use crate::domain::edit::AnswerEdit;
use crate::domain::number::Decimal;
use crate::domain::rubric::ScaleKind;
use crate::ui::components::card::Face;
use crate::ui::markup::html;
use crate::ui::text::pengisian;

/// A level with its code and wording.
pub struct Row {
    /// What it counts.
    pub value: Decimal,
    /// Its code; may be empty.
    pub code: Text,
    /// What is true at it.
    pub text: Text,
}

/// The levels of an indicator, lowest first.
pub fn rows(face: &Face) -> Vec<Row> {
    let ScaleKind::Levels(steps) = &face.scale.kind else { return Vec::new() };
    steps
        .iter()
        .map(|step| {
            let own = face.indicator.levels.iter().find(|level| level.value == step.value);
            let text = own.map_or_else(|| step.text.clone(), |level| level.text.clone());
            Row { value: step.value, code: step.code.clone(), text }
        })
        .collect()
}

/// The levels of an indicator answered once.
pub fn view(face: &Face) -> Html {
    let chosen = face.answer.choice;
    let name = format!("a-{}", face.indicator.id);
    let on = |choice: Choice| face.on(move |_: Event| AnswerEdit::Choose(choice));
    html! {
        <div class="levels">
            { for rows(face).into_iter().map(|row| {
                let choice = Choice::Level(row.value);
                radio(&name, &row, chosen == Some(choice), on(choice))
            }) }
            { irrelevant_row(face, &name) }
        </div>
    }
}

/// *Tidak relevan* on its own, for indicators answered by a number.
pub fn irrelevant(face: &Face) -> Html {
    if !face.indicator.not_applicable {
        return Html::default();
    }
    let chosen = face.answer.choice == Some(Choice::NotApplicable);
    let id = format!("{}-na", face.indicator.id);
    let change = face.on(
        move |_: Event| if chosen { AnswerEdit::Clear } else { AnswerEdit::Choose(Choice::NotApplicable) },
    );
    html! {
        <div class="check">
            <input type="checkbox" id={id.clone()} checked={chosen} onchange={change} />
            <label for={id}>{ pengisian::NOT_APPLICABLE }</label>
        </div>
    }
}

fn irrelevant_row(face: &Face, name: &str) -> Html {
    if !face.indicator.not_applicable {
        return Html::default();
    }
    let id = format!("{name}-na");
    let chosen = face.answer.choice == Some(Choice::NotApplicable);
    html! {
        <div class="level" data-kind="irrelevant">
            <input type="radio" name={name.to_owned()} id={id.clone()} checked={chosen}
                onchange={face.on(|_: Event| AnswerEdit::Choose(Choice::NotApplicable))} />
            <label for={id}>{ pengisian::NOT_APPLICABLE }</label>
        </div>
    }
}

/// One level as a row.
pub fn radio(name: &str, row: &Row, checked: bool, onchange: Callback<Event>) -> Html {
    let id = format!("{name}-{}", row.value);
    html! {
        <div class="level" data-kind={(!row.code.is_empty()).then_some("coded")} key={row.value.ten_thousandths()}>
            <input type="radio" name={name.to_owned()} id={id.clone()} value={row.value.to_string()} {checked} {onchange} />
            <label for={id}>
                if !row.code.is_empty() {
                    <span class="level-code">{ row.code.clone() }</span>{ " " }
                }
                { row.text.clone() }
            </label>
        </div>
    }
}
