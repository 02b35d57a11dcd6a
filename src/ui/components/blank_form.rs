//! The blank form for interviews and observation, to be printed.
//!
//! Invariant: every indicator stands on it, and nothing that was answered.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::rubric::{Indicator, Rubric, ScaleKind};
use crate::ui::components::sheet::{level, lines_of};
use crate::ui::components::workings::{grid, line};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, home, pengisian};

/// The blank form.
pub fn blank_form(rubric: &Rubric, ask: &Callback<Intent>) -> Html {
    let mut names = Vec::new();
    for panel in &rubric.panels {
        for at in 0..panel.count {
            names.push(pengisian::sample(&panel.name, at));
        }
    }
    let mut rooms = Vec::new();
    for name in [home::UNIT_NAME, home::UNIT_PEMDA, home::FORM_DATE, home::FORM_BY] {
        rooms.push((name, String::new()));
    }
    for name in &names {
        rooms.push((name, String::new()));
    }
    html! {
        <div class="stack form">
            <h1 tabindex="-1" id="view-title">
                <span class="caption">{ rubric.short_name.clone() }{ " · " }{ home::rubric_version(&rubric.id, &rubric.version) }</span>
                { home::FORM_TITLE }
            </h1>
            <p>{ common::NOT_OFFICIAL }{ " " }{ home::FORM_LEAD }</p>
            <div class="actions">
                <button class="button" data-kind="primary" type="button" onclick={ask.reform(|_: MouseEvent| Intent::Print)}>{ common::PRINT }</button>
                { for tables(&rubric.id, home::TEMPLATE_EXCEL, home::TEMPLATE_CSV, ask) }
            </div>
            <p class="hint screen">{ home::TEMPLATE_LEAD }</p>
            { lines_of(rooms) }
            { for rubric.dimensions.iter().map(|dimension| html! {
                <section key={&*dimension.id}>
                    <h2>{ dimension.name.clone() }</h2>
                    { for dimension.indicators.iter().map(|indicator| item(rubric, indicator)) }
                </section>
            }) }
        </div>
    }
}

/// Buttons for a workbook, where they can be made here, and for CSV: of the open assessment, or a blank one of the
/// instrument with this id.
pub fn tables(id: &Text, excel: &'static str, csv: &'static str, ask: &Callback<Intent>) -> Vec<Html> {
    let mut buttons = Vec::new();
    for (ending, name) in [("xlsx", excel), ("csv", csv)] {
        if ending == "csv" || !cfg!(feature = "whole") {
            let id = id.clone();
            let onclick = ask.reform(move |_: MouseEvent| Intent::DownloadTable(id.clone(), ending));
            buttons.push(
                html! { <button class="button" type="button" {onclick} key={ending}>{ name }</button> },
            );
        }
    }
    buttons
}

fn item(rubric: &Rubric, indicator: &Indicator) -> Html {
    let met = [home::FORM_CRITERIA, pengisian::YES, pengisian::PARTLY, pengisian::NO];
    let criteria = indicator.criteria.iter().map(|c| format!("{} {}", c.id, c.text));
    html! {
        <article class="form-item" key={&*indicator.id}>
            <h3 id={question(indicator)}><span class="hint">{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</span>{ indicator.question.clone() }</h3>
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
                { ticks(indicator, &met, criteria.collect()) }
            }
        </article>
    }
}

/// What is ticked off, in one column a head after the first.
fn ticks(indicator: &Indicator, heads: &[&str], rows: Vec<String>) -> Html {
    let circles = vec![String::new(); heads.len() - 1];
    let mut lines = Vec::new();
    for row in rows {
        lines.push(line(html! { row }, None, &circles));
    }
    grid(question(indicator), heads, lines)
}

/// The id of the question that a table is the answer to.
fn question(indicator: &Indicator) -> String {
    format!("q-{}", indicator.id)
}

/// The levels with a column for each product or person asked, or the line for a number.
fn levels(rubric: &Rubric, indicator: &Indicator) -> Html {
    let Some(scale) = rubric.scale_of(indicator) else { return Html::default() };
    let ScaleKind::Levels(steps) = &scale.kind else {
        return html! {
            <div>
                <p class="hint">{ pengisian::VALUE }{ ": " }{ pengisian::bounds(scale) }</p>
                <p class="write-line"></p>
            </div>
        };
    };
    let mut rows: Vec<String> = steps.iter().map(|step| level(rubric, indicator, step.value)).collect();
    if indicator.not_applicable {
        rows.push(pengisian::NOT_APPLICABLE.to_owned());
    }
    let Some(panel) = rubric.panel_of(indicator) else { return ticks(indicator, &home::FORM_ANSWER, rows) };
    let numbers: Vec<String> = (1..=panel.count).map(|at| at.to_string()).collect();
    let title = home::form_answers(&panel.name);
    let mut heads = vec![&*title];
    for number in &numbers {
        heads.push(number);
    }
    ticks(indicator, &heads, rows)
}
