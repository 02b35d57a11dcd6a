//! What to ask a companion, on one sheet: the indicators marked for it, how they are answered now, and room to write.
//!
//! Invariant: nothing is changed here; an indicator is marked on its own card.

use yew::prelude::*;

use crate::domain::rubric::Indicator;
use crate::state::{Route, Work};
use crate::ui::components::sheet;
use crate::ui::markup::html;
use crate::ui::text::{common, tindak_lanjut as text};

/// The view.
pub fn questions_view(work: &Work) -> Html {
    let practice = work.assessment.practice;
    let marked = marked(work);
    let none = marked.is_empty();
    html! {
        <div class="stack form">
            <h1 tabindex="-1" id="view-title"><span class="caption">{ work.rubric.short_name.clone() }</span>{ common::TANYA }</h1>
            <p>{ if none { text::QUESTIONS_NONE } else { text::QUESTIONS_LEAD } }</p>
            <div class="actions">
                if !practice && !none {
                    <a class="button" data-kind="primary" href={Route::Lembar("pendampingan".into()).hash()}>{ text::QUESTIONS_PRINT }</a>
                }
                <a class="button" href={Route::Cek.hash()}>{ common::CEK }</a>
            </div>
            { for marked.into_iter().map(|(place, indicator)| question(work, place, indicator)) }
        </div>
    }
}

/// The indicators marked for it, each with the place of its dimension.
pub fn marked(work: &Work) -> Vec<(usize, &Indicator)> {
    let asks = |indicator: &Indicator| work.assessment.answer(&indicator.id).is_some_and(|answer| answer.ask);
    work.rubric.indicators().filter(|(_, indicator)| asks(indicator)).collect()
}

fn question(work: &Work, place: usize, indicator: &Indicator) -> Html {
    let dimension = work.rubric.dimensions.get(place).map(|d| d.id.clone()).unwrap_or_default();
    let href = Route::Pengisian(dimension, indicator.id.clone()).hash();
    html! {
        <article class="form-item" key={&*indicator.id}>
            <h2><span class="hint">{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</span>{ indicator.question.clone() }</h2>
            <div class="form-columns">
                <div>
                    <p class="hint">{ text::PRESENT }</p>
                    { sheet::answer(work, indicator, work.assessment.answer(&indicator.id), false) }
                    <p class="screen"><a class="button" data-kind="quiet" {href}>{ text::to_card(&indicator.id) }</a></p>
                </div>
            </div>
        </article>
    }
}
