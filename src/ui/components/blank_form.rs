//! The blank form for interviews and observation, to be printed.
//!
//! Invariant: every indicator stands on it, and nothing that was answered.

use yew::prelude::*;

use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::ui::intent::Intent;
use crate::ui::text::{common, home, number, pengisian};

/// The blank form.
pub fn blank_form(rubric: &Rubric, ask: &Callback<Intent>) -> Html {
    let heads = [home::UNIT_NAME, home::UNIT_PEMDA, home::FORM_DATE, home::FORM_BY];
    html! {
        <div class="stack form">
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
    let met = [pengisian::YES, pengisian::PARTLY, pengisian::NO].map(str::to_owned);
    let criteria = indicator.criteria.iter().map(|c| format!("{} {}", c.id, c.text));
    html! {
        <article class="form-item" key={&*indicator.id}>
            <h3><span class="hint">{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</span>{ indicator.question.clone() }</h3>
            if !indicator.hint.is_empty() {
                <p class="hint">{ indicator.hint.clone() }</p>
            }
            <div class="form-columns">
                { levels(rubric, indicator) }
                <div>
                    if !indicator.evidence.is_empty() {
                        <p class="hint">{ home::FORM_EVIDENCE }</p>
                        <ul class="boxes">{ for indicator.evidence.iter().map(|e| html! { <li key={&**e}>{ e.clone() }</li> }) }</ul>
                    }
                    <p class="hint">{ home::FORM_NOTE }</p>
                    <p class="write-line"></p>
                </div>
            </div>
            if !indicator.criteria.is_empty() {
                { ticks(home::FORM_CRITERIA, &met, criteria.collect()) }
            }
        </article>
    }
}

/// What is ticked off, in one column a head.
fn ticks(title: &str, heads: &[String], rows: Vec<String>) -> Html {
    html! {
        <table class="ticks">
            <thead>
                <tr>
                    <th scope="col">{ title.to_owned() }</th>
                    { for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for rows.into_iter().map(|row| html! {
                    <tr><td>{ row }</td>{ for heads.iter().map(|_| html! { <td></td> }) }</tr>
                }) }
            </tbody>
        </table>
    }
}

fn levels(rubric: &Rubric, indicator: &Indicator) -> Html {
    let heads = match rubric.panel_of(indicator) {
        Some(panel) => (1..=panel.count).map(|at| at.to_string()).collect(),
        None => vec![String::new()],
    };
    let title = rubric.panel_of(indicator).map_or("", |panel| &panel.name);
    let Some(scale) = rubric.scale_of(indicator) else { return Html::default() };
    match &scale.kind {
        ScaleKind::Levels(steps) => {
            let rows = steps.iter().map(|step| {
                let own = indicator.levels.iter().find(|level| level.value == step.value);
                let text = own.map_or(&step.text, |level| &level.text);
                let code =
                    if step.code.is_empty() { number::decimal(step.value) } else { step.code.to_string() };
                format!("{code} · {text}")
            });
            let irrelevant = indicator.not_applicable.then(|| pengisian::NOT_APPLICABLE.to_owned());
            ticks(&home::form_answer(title), &heads, rows.chain(irrelevant).collect())
        }
        ScaleKind::Continuous { .. } => html! {
            <div>
                <p class="hint">{ pengisian::VALUE }{ ": " }{ pengisian::bounds(scale) }</p>
                <p class="write-line"></p>
            </div>
        },
    }
}
