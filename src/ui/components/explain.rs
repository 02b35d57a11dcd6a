//! Where every number comes from: figure by figure, then weight by weight and answer by answer.
//!
//! Invariant: everything is written out from one `Explanation`; nothing is reckoned or changed here.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::explain::{Account, Explanation, Line};
use crate::domain::number::Score;
use crate::domain::rubric::{Dimension, Rubric};
use crate::domain::workings::{Mean, Row};
use crate::state::{Route, Work};
use crate::ui::components::about::source;
use crate::ui::components::result::outside;
use crate::ui::components::workings::{grid, line, or_dash};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{angka, common, hasil, number};

/// The way here from a number of a dimension or an indicator, or from the whole where `id` is empty.
pub fn way(id: &Text, name: &str) -> Html {
    html! {
        <a class="whence screen" href={Route::Angka(id.clone()).hash()}>{ common::ANGKA }<span class="visually-hidden">{ format!(" {name}") }</span></a>
    }
}

/// The view.
pub fn explain_view(work: &Work, ask: &Callback<Intent>) -> Html {
    let Work { rubric, assessment, scorecard, .. } = work;
    let explanation = Explanation::of(rubric, assessment, scorecard);
    let mut sections = Vec::new();
    for (at, account) in explanation.accounts.iter().enumerate() {
        sections.push(figure(work, at, account));
    }
    for at in 0..rubric.dimensions.len() {
        sections.push(dimension(rubric, &explanation, at));
    }
    let print = ask.reform(|_: MouseEvent| Intent::Print);
    html! {
        <div class="stack explained" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ common::ANGKA }</h1>
                <p class="hint">{ common::heading(assessment) }{ " · " }{ rubric.name.clone() }</p>
                <p>{ angka::LEAD }</p>
                <p>{ angka::rounding(rubric) }</p>
                if scorecard.score.point.is_none() {
                    <p>{ angka::NOTHING }</p>
                }
            </div>
            { for sections }
            <section class="stack" data-gap="small">
                <h2>{ angka::SOURCES }</h2>
                <p>{ angka::DIFFERENCES }</p>
                <ul class="stack" data-gap="small">{ for rubric.sources.iter().map(source) }</ul>
            </section>
            if !assessment.practice {
                <div class="actions"><button class="button" type="button" onclick={print}>{ common::PRINT }</button></div>
            }
        </div>
    }
}

/// One figure of the whole, with those of its parts.
fn figure(work: &Work, at: usize, account: &Account) -> Html {
    let rubric = &work.rubric;
    let names = || rubric.dimensions.iter().map(|dimension| html! { dimension.name.clone() }).collect();
    let shown = Some(account.shown);
    let mut parts = Vec::new();
    for (place, part) in account.parts.iter().enumerate() {
        let name = angka::part(rubric, part.which, outside(rubric, &work.scorecard.outside));
        let title = angka::title(&name, account.reading);
        let id = format!("part-{at}-{place}");
        parts.push(table(id, title, &rubric.terms.dimension, names(), &part.mean, Some(part.shown)));
    }
    let title = angka::title(&hasil::whole(&rubric.terms), account.reading);
    html! {
        <section class="stack" data-gap="small" key={at}>
            <h2>{ angka::reading(account.reading) }{ ": " }{ number::score(account.shown) }</h2>
            <p>{ angka::why(account.reading) }</p>
            { table(format!("figure-{at}"), title, &rubric.terms.dimension, names(), &account.whole, shown) }
            if !parts.is_empty() {
                <details><summary>{ angka::PARTS }</summary><div class="stack">{ for parts }</div></details>
            }
        </section>
    }
}

/// One dimension: its weight, its indicators, and its part of every figure.
fn dimension(rubric: &Rubric, explanation: &Explanation, at: usize) -> Html {
    let place = rubric.dimensions.get(at).zip(explanation.weights.get(at)).zip(explanation.lines.get(at));
    let Some(((dimension, outer), lines)) = place else { return Html::default() };
    let mut tables = Vec::new();
    for (number, account) in explanation.accounts.iter().enumerate() {
        let Some(mean) = account.dimensions.get(at) else { continue };
        let names = lines.iter().map(|line| html! { name(dimension, line).0.clone() }).collect();
        let title = angka::title(&dimension.name, account.reading);
        tables.push(table(format!("of-{at}-{number}"), title, &rubric.terms.indicator, names, mean, None));
    }
    let lines = lines.iter().map(|line| {
        let (id, name) = name(dimension, line);
        let weight = dimension.indicators.get(line.place).and_then(|indicator| indicator.weight.as_ref());
        html! {
            <li class="stack" data-gap="small" key={&*id} id={format!("angka-{id}")} tabindex="-1">
                <p><a href={Route::Pengisian(dimension.id.clone(), id.clone()).hash()}>{ id.clone() }{ " · " }{ name }</a></p>
                <p>{ angka::answer(rubric, &line.values) }</p>
                <p>{ weight.map(|weight| angka::weight(weight, &line.weighing)).unwrap_or_default() }</p>
                <p>{ angka::worth(rubric, &line.weighing, outer, line.worth) }</p>
            </li>
        }
    });
    html! {
        <section class="stack" data-gap="small" key={&*dimension.id}>
            <h2 id={format!("angka-{}", dimension.id)} tabindex="-1">{ dimension.name.clone() }</h2>
            <p>{ angka::weight(&dimension.weight, outer) }{ " " }
                if rubric.is_derived(dimension) {
                    { angka::DERIVED }
                }
            </p>
            <ol class="plain origins">{ for lines }</ol>
            <details><summary>{ angka::PRODUCTS }<span class="visually-hidden">{ ": " }{ dimension.name.clone() }</span></summary><div class="stack">{ for tables }</div></details>
        </section>
    }
}

/// Id and name of the indicator of a line.
fn name(dimension: &Dimension, line: &Line) -> (Text, Text) {
    dimension.indicators.get(line.place).map_or_else(Default::default, |i| (i.id.clone(), i.name.clone()))
}

/// Every product of a mean, their sum, and what is shown of it.
fn table(
    id: String,
    title: String,
    first: &str,
    names: Vec<Html>,
    mean: &Mean,
    shown: Option<Score>,
) -> Html {
    let heads = [first, hasil::WEIGHT, angka::WHERE, hasil::ANSWER, hasil::PRODUCT];
    let mut lines = Vec::new();
    for (name, row) in names.into_iter().zip(&mean.rows) {
        lines.push(line(beside(name, row), None, &figures(row)));
    }
    if let Some(open) = &mean.open {
        lines.push(line(beside(html! { hasil::OPEN }, open), None, &figures(open)));
    }
    let mut last = |name: &'static str, all: &'static str, figure: String| {
        let blank = String::new;
        lines.push(line(html! { name }, None, &[all.to_owned(), blank(), blank(), figure]));
    };
    last(hasil::SUM, number::ALL, or_dash(mean.sum.as_ref().map(angka::exact)));
    if let Some(shown) = shown {
        last(hasil::ROUNDED, "", number::score(shown));
    }
    html! {
        <div class="scroll" role="region" aria-labelledby={id.clone()} tabindex="0" key={id.clone()}>
            <h3 id={id.clone()}>{ title }</h3>
            { grid(id, &heads, lines) }
        </div>
    }
}

/// A name with the weight and where it lies, for screens too narrow for columns of their own.
fn beside(name: Html, row: &Row) -> Html {
    html! { <>{ name }<span class="code beside">{ angka::beside(&angka::percent(&row.weight), angka::at(row.at)) }</span></> }
}

fn figures(row: &Row) -> [String; 4] {
    let exact = |ratio: &Option<_>| or_dash(ratio.as_ref().map(angka::exact));
    [angka::percent(&row.weight), angka::at(row.at).to_owned(), exact(&row.score), exact(&row.product)]
}
