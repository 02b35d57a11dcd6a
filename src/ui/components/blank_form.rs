//! The blank form for interviews and observation, to be printed.
//!
//! Invariant: every indicator stands on it, and nothing that was answered.

use yew::prelude::*;

use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::ui::intent::Intent;
use crate::ui::text::{common, home, pengisian};

/// The blank form.
pub fn blank_form(rubric: &Rubric, ask: &Callback<Intent>) -> Html {
    let heads = [home::UNIT_NAME, home::UNIT_PEMDA, home::FORM_DATE, home::FORM_BY];
    html! {
        <div class="stack">
            <h1 tabindex="-1" id="view-title">
                <span class="caption">{ rubric.short_name.clone() }{ " · " }{ home::rubric_version(&rubric.id, &rubric.version) }</span>
                { home::FORM_TITLE }
            </h1>
            <p>{ common::NOT_OFFICIAL }{ " " }{ home::FORM_LEAD }</p>
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Print)}>{ common::PRINT }</button>
            </div>
            <dl class="form-head">
                { for heads.into_iter().map(|head| html! { <><dt>{ head }</dt><dd></dd></> }) }
                { for rubric.panels.iter().flat_map(|panel| (0..panel.count).map(move |at| html! {
                    <><dt>{ pengisian::sample(&panel.name, at) }</dt><dd></dd></>
                })) }
            </dl>
            { for rubric.dimensions.iter().map(|dimension| html! {
                <section key={&*dimension.id}>
                    <h2>{ dimension.name.clone() }</h2>
                    { for dimension.indicators.iter().map(|indicator| item(rubric, indicator)) }
                </section>
            }) }
        </div>
    }
}

fn item(rubric: &Rubric, indicator: &Indicator) -> Html {
    html! {
        <article class="form-item" key={&*indicator.id}>
            <p class="hint">{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</p>
            <h3>{ indicator.question.clone() }</h3>
            if !indicator.hint.is_empty() {
                <p class="hint">{ indicator.hint.clone() }</p>
            }
            <div class="form-columns">
                { levels(rubric, indicator) }
                if !indicator.evidence.is_empty() {
                    <div>
                        <p class="hint">{ home::FORM_EVIDENCE }</p>
                        <ul class="boxes">{ for indicator.evidence.iter().map(|e| html! { <li key={&**e}>{ e.clone() }</li> }) }</ul>
                    </div>
                }
            </div>
            if !indicator.criteria.is_empty() {
                <p class="hint">{ home::FORM_CRITERIA }</p>
                <ul class="boxes">{ for indicator.criteria.iter().map(|c| html! { <li key={&*c.id}>{ c.id.clone() }{ " " }{ c.text.clone() }</li> }) }</ul>
            }
            if let Some(panel) = rubric.panel_of(indicator) {
                <p class="hint">{ pengisian::each(&panel.name, panel.count) }</p>
            }
            <p class="hint">{ home::FORM_NOTE }</p>
            <p class="write-line"></p>
            <p class="write-line"></p>
        </article>
    }
}

fn levels(rubric: &Rubric, indicator: &Indicator) -> Html {
    match rubric.scale_of(indicator).map(|scale| (scale, &scale.kind)) {
        Some((_, ScaleKind::Levels(steps))) => html! {
            <div>
                <p class="hint">{ home::FORM_ANSWER }</p>
                <ul class="boxes" data-kind="one">
                    { for steps.iter().map(|step| {
                        let own = indicator.levels.iter().find(|level| level.value == step.value);
                        let text = own.map_or(&step.text, |level| &level.text);
                        html! { <li key={step.value.ten_thousandths()}>{ step.code.clone() }{ " " }{ text }</li> }
                    }) }
                    if indicator.not_applicable {
                        <li>{ pengisian::NOT_APPLICABLE }</li>
                    }
                </ul>
            </div>
        },
        Some((scale, _)) => html! {
            <div>
                <p class="hint">{ pengisian::VALUE }{ ": " }{ pengisian::bounds(scale) }</p>
                <p class="write-line"></p>
            </div>
        },
        None => Html::default(),
    }
}
