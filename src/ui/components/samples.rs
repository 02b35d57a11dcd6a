//! An indicator answered for each product or person.
//!
//! Invariant: an answer taken over from another sample is marked as copied until it is chosen itself.

use yew::prelude::*;

use crate::domain::assessment::{Choice, Sample};
use crate::domain::edit::AnswerEdit;
use crate::domain::number::{Decimal, Score};
use crate::ui::components::card::Face;
use crate::ui::components::levels;
use crate::ui::markup::html;
use crate::ui::text::pengisian;

/// One group of levels a sample, and their mean.
pub fn view(face: &Face) -> Html {
    let first = face.samples.first().copied();
    html! {
        <>
            <div class="samples">
                { for face.samples.iter().map(|sample| one(face, sample, first)) }
            </div>
            { mean(face) }
        </>
    }
}

fn one(face: &Face, sample: &Sample, first: Option<&Sample>) -> Html {
    let chosen = face.answer.samples.get(&sample.id).copied();
    let name = format!("a-{}-{}", face.indicator.id, sample.id);
    let copied = face.answer.copied.contains(&sample.id);
    let from = first.filter(|first| first.id != sample.id && face.answer.samples.contains_key(&first.id));
    let on = |choice: Choice| {
        let id = sample.id.clone();
        face.on(move |_: Event| AnswerEdit::ChooseFor(id.clone(), Some(choice)))
    };
    html! {
        <fieldset class="sample" key={&*sample.id}>
            <legend>
                <span class="sample-head">
                    <strong>{ sample.name.clone() }</strong>
                    if copied {
                        <span class="tag">{ pengisian::copied(first.map_or("", |first| &first.name)) }</span>
                    }
                </span>
            </legend>
            <div class="levels">
                { for levels::rows(face).iter().map(|row| {
                    let choice = Choice::Level(row.value);
                    levels::radio(&name, row, chosen == Some(choice), on(choice))
                }) }
            </div>
            if let Some(first) = from.filter(|_| chosen.is_none()) {
                { same(face, first, sample) }
            }
        </fieldset>
    }
}

fn same(face: &Face, first: &Sample, sample: &Sample) -> Html {
    let (from, to) = (first.id.clone(), sample.id.clone());
    let copy = face.on(move |_: MouseEvent| AnswerEdit::CopyFor(from.clone(), to.clone()));
    html! {
        <button class="button" data-kind="quiet" type="button" onclick={copy}>
            { pengisian::same_as(&first.name) }<span class="visually-hidden">{ ": " }{ sample.name.clone() }{ ", " }{ face.indicator.id.clone() }</span>
        </button>
    }
}

fn mean(face: &Face) -> Html {
    let given = face.samples.iter().filter_map(|sample| face.answer.samples.get(&sample.id)?.number());
    let given: Vec<i64> = given.map(Decimal::ten_thousandths).collect();
    let (count, total) = (given.len(), face.samples.len());
    let mut text = String::new();
    if count > 0 && count < total {
        text = pengisian::partly(count, total);
    }
    if count > 1 {
        let sum: i64 = given.iter().sum();
        let mean = Score::from_ratio(&sum.into(), &(10_000 * i64::try_from(count).unwrap_or(1)).into());
        text.push_str(&pengisian::mean(mean, count, face.scale.maximum()));
    }
    html! { <p class="hint">{ text }</p> }
}
