//! The checklist of criteria beneath an indicator, and the level it points to.
//!
//! Invariant: a level is only proposed; taking it is a press of its own.

use yew::prelude::*;

use crate::domain::assessment::{Choice, Met};
use crate::domain::edit::AnswerEdit;
use crate::domain::proposal::{Fulfilment, differing, exceeded};
use crate::domain::rubric::{CriterionText, ScaleLevel};
use crate::ui::components::card::Face;
use crate::ui::markup::html;
use crate::ui::text::{bukti, pengisian};

/// The criteria, then what they point to.
pub fn view(face: &Face) -> Html {
    let indicator = face.indicator;
    let id = format!("{}-criteria", indicator.id);
    let fulfilment = Fulfilment::of(indicator, face.answer);
    html! {
        <>
            <h4 id={id.clone()}>{ pengisian::criteria(fulfilment.judged, fulfilment.total) }</h4>
            <ul class="criteria" aria-labelledby={id}>
                { for indicator.criteria.iter().map(|criterion| one(face, criterion)) }
            </ul>
            if !face.is_per_criterion() {
                { proposal(face, fulfilment) }
            }
        </>
    }
}

fn one(face: &Face, criterion: &CriterionText) -> Html {
    let held = face.answer.criteria.get(&criterion.id).copied();
    let name = format!("c-{}", criterion.id);
    let choice = |met: Met, word: &'static str, text: &'static str| {
        let id = format!("{name}-{word}");
        let criterion = criterion.id.clone();
        html! {
            <div class="level">
                <input type="radio" name={name.clone()} id={id.clone()} checked={held == Some(met)}
                    onchange={face.on(move |_: Event| AnswerEdit::Meet(criterion.clone(), Some(met)))} />
                <label for={id}>{ text }</label>
            </div>
        }
    };
    html! {
        <li key={&*criterion.id}>
            <fieldset class="criterion">
                <legend class="visually-hidden">{ criterion.id.clone() }{ " " }{ criterion.text.clone() }</legend>
                <p aria-hidden="true"><span class="code">{ criterion.id.clone() }</span>{ " " }{ criterion.text.clone() }</p>
                <div class="choices">
                    { choice(Met::Yes, "yes", pengisian::YES) }
                    { choice(Met::Partly, "partly", pengisian::PARTLY) }
                    { choice(Met::No, "no", pengisian::NO) }
                </div>
            </fieldset>
        </li>
    }
}

/// The mean of the criteria that are judged, as the answer itself.
pub fn mean(face: &Face) -> Html {
    let fulfilment = Fulfilment::of(face.indicator, face.answer);
    if fulfilment.judged == 0 {
        return Html::default();
    }
    html! { <p class="standing">{ pengisian::criteria_mean(fulfilment.percent_of_judged()) }</p> }
}

fn proposal(face: &Face, fulfilment: Fulfilment) -> Html {
    let Some(level) = fulfilment.level(face.scale) else { return Html::default() };
    let code = name(level);
    let value = level.value;
    let taken = face.answer.choice == Some(Choice::Level(value));
    let exceeded = exceeded(face.indicator, face.scale, face.answer).is_some();
    let differs = differing(face.indicator, face.scale, face.answer).is_some();
    html! {
        <div class="suggestion">
            <p>
                { pengisian::suggestion(fulfilment.percent(), &code, fulfilment.total - fulfilment.judged) }
                if exceeded {
                    { " " }<strong>{ pengisian::EXCEEDED }</strong>
                }
                if differs {
                    { " " }<strong>{ bukti::DIFFERS }</strong>
                }
            </p>
            if !taken {
                <button class="button" type="button" onclick={face.on(move |_: MouseEvent| AnswerEdit::Choose(Choice::Level(value)))}>
                    { pengisian::take(&code) }<span class="visually-hidden">{ " " }{ face.indicator.id.clone() }</span>
                </button>
            }
        </div>
    }
}

fn name(level: &ScaleLevel) -> String {
    if level.code.is_empty() { level.value.to_string() } else { level.code.to_string() }
}
