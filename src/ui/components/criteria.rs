//! The checklist of criteria beneath an indicator, and the level it points to.
//!
//! Invariant: a level is only proposed; taking it is a press of its own.

use yew::prelude::*;

use crate::domain::assessment::{Choice, Met};
use crate::domain::edit::AnswerEdit;
use crate::domain::number::{Decimal, Score};
use crate::domain::rubric::{CriterionText, ScaleKind, ScaleLevel};
use crate::ui::components::card::Face;
use crate::ui::text::pengisian;

/// The criteria, then what they point to.
pub fn view(face: &Face) -> Html {
    let indicator = face.indicator;
    let id = format!("{}-criteria", indicator.id);
    let judged = judged(face);
    html! {
        <>
            <h4 id={id.clone()}>{ pengisian::criteria(judged, indicator.criteria.len()) }</h4>
            <ul class="criteria" aria-labelledby={id}>
                { for indicator.criteria.iter().map(|criterion| one(face, criterion)) }
            </ul>
            if judged > 0 && !face.is_per_criterion() {
                { proposal(face, indicator.criteria.len() - judged) }
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

fn judged(face: &Face) -> usize {
    face.indicator
        .criteria
        .iter()
        .filter(|criterion| face.answer.criteria.contains_key(&criterion.id))
        .count()
}

/// Halves met: yes 2, partly 1, no and blank 0.
fn halves(face: &Face) -> i64 {
    let held = face.indicator.criteria.iter().filter_map(|criterion| face.answer.criteria.get(&criterion.id));
    held.map(|met| match met {
        Met::Yes => 2,
        Met::Partly => 1,
        Met::No => 0,
    })
    .sum()
}

/// The mean of the criteria that are judged, as the answer itself.
pub fn mean(face: &Face) -> Html {
    let judged = i64::try_from(judged(face)).unwrap_or(0);
    if judged == 0 {
        return Html::default();
    }
    let percent = Score::from_ratio(&(halves(face) * 100).into(), &(judged * 2).into());
    html! { <p class="standing">{ pengisian::criteria_mean(percent) }</p> }
}

fn proposal(face: &Face, blank: usize) -> Html {
    let total = i64::try_from(face.indicator.criteria.len()).unwrap_or(1).max(1);
    let met = halves(face);
    let percent = Score::from_ratio(&(met * 100).into(), &(total * 2).into());
    let ScaleKind::Levels(levels) = &face.scale.kind else { return Html::default() };
    // met / (2 * total) of 100 percent at most `up_to`, without rounding.
    let within = |up_to: Decimal| met * 1_000_000 <= up_to.ten_thousandths() * total * 2;
    let Some(level) = levels.iter().find(|level| level.up_to.is_some_and(within)) else {
        return Html::default();
    };
    let code = name(level);
    let value = level.value;
    let taken = face.answer.choice == Some(Choice::Level(value));
    html! {
        <div class="suggestion">
            <p>{ pengisian::suggestion(percent, &code, blank) }</p>
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
