//! The arithmetic on demand: every product and every sum, on the screen and on the printed sheet.
//!
//! Invariant: rows are shown, never reckoned with; sums come from the domain.

use yew::prelude::*;

use crate::domain::assessment::Choice;
use crate::domain::rubric::Indicator;
use crate::domain::workings::{self, Mean, Row};
use crate::state::Work;
use crate::ui::components::sheet::answer;
use crate::ui::text::{common, hasil, number, pengisian};

/// The means behind the point: those of the dimensions, and that of the whole.
pub struct Means {
    /// One a dimension, in order.
    pub dimensions: Vec<Mean>,
    /// Over the dimensions.
    pub whole: Mean,
}

impl Means {
    /// The means of an assessment.
    pub fn of(work: &Work) -> Self {
        let all = 0..work.rubric.dimensions.len();
        let dimensions = all.map(|at| workings::dimension(&work.rubric, at, &work.assessment));
        let dimensions: Vec<_> = dimensions.collect();
        Self { whole: workings::whole(&work.rubric, &dimensions), dimensions }
    }
}

/// The tables of all dimensions and of the whole; on paper with every answer beside its figures.
pub fn tables(work: &Work, means: &Means, paper: bool) -> Html {
    let one = |(at, mean): (usize, &Mean)| table(work, at, mean, paper);
    html! {
        <>
            <p class="hint">{ hasil::workings_note(&work.rubric) }</p>
            { for means.dimensions.iter().enumerate().map(one) }
            { table(work, means.dimensions.len(), &means.whole, paper) }
        </>
    }
}

/// The table of one dimension; that of the whole where `at` is past the last.
fn table(work: &Work, at: usize, mean: &Mean, paper: bool) -> Html {
    let (rubric, card) = (&work.rubric, &work.scorecard);
    let dimension = rubric.dimensions.get(at);
    let answers = paper && dimension.is_some();
    let (first, title) = match dimension {
        Some(dimension) => {
            (&rubric.terms.indicator, hasil::workings(&dimension.name, rubric.whole().percent(at)))
        }
        None => (&rubric.terms.dimension, hasil::whole(&rubric.terms)),
    };
    let id = format!("{}-{at}", if paper { "sheet" } else { "workings" });
    let mut rows = mean.rows.iter();
    let body: Html = match dimension {
        Some(dimension) => dimension
            .indicators
            .iter()
            .map(|indicator| {
                let row = if indicator.is_scored() { rows.next() } else { None };
                product(work, indicator, row, paper)
            })
            .collect(),
        None => rubric
            .dimensions
            .iter()
            .zip(rows)
            .map(|(dimension, row)| line(html! { dimension.name.clone() }, None, Some(row)))
            .collect(),
    };
    let wide = answers.then(Html::default);
    html! {
        <div class="scroll" role="region" aria-labelledby={id.clone()} tabindex="0" key={at}>
            <table class="workings">
                <caption id={id}>{ title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ first.clone() }</th>
                        if answers {
                            <th scope="col">{ hasil::ANSWERS }</th>
                        }
                        <th scope="col" class="number">{ hasil::WEIGHT }</th>
                        <th scope="col" class="number">{ hasil::ANSWER }</th>
                        <th scope="col" class="number">{ hasil::PRODUCT }</th>
                    </tr>
                </thead>
                <tbody>
                    { body }
                    if let Some(open) = mean.open.as_ref().filter(|_| mean.sum.is_some()) {
                        { line(html! { open_label(work, at) }, wide.clone(), Some(open)) }
                    }
                    { total(hasil::SUM, answers, mean.sum.as_ref().map_or_else(|| "–".to_owned(), number::exact)) }
                    if let Some(point) = card.score.point.filter(|_| dimension.is_none()) {
                        { total(hasil::ROUNDED, answers, number::score(point)) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn total(name: &'static str, answers: bool, sum: String) -> Html {
    html! {
        <tr><th scope="row" colspan={if answers { "4" } else { "3" }}>{ name }</th><td class="number"><strong>{ sum }</strong></td></tr>
    }
}

/// What stands open in a dimension, or among the dimensions where `at` is past the last.
pub fn open_label(work: &Work, at: usize) -> &'static str {
    let blank = |at: usize| work.scorecard.dimensions.get(at).is_some_and(|d| !d.progress.is_complete());
    let leaves = |indicator: &Indicator| {
        work.assessment
            .answer(&indicator.id)
            .is_some_and(|answer| answer.choice == Some(Choice::NotApplicable))
    };
    if let Some(dimension) = work.rubric.dimensions.get(at) {
        return hasil::open(blank(at), dimension.indicators.iter().any(leaves));
    }
    let open: Vec<usize> = (0..at)
        .filter(|at| work.scorecard.dimensions.get(*at).is_some_and(|d| d.score.point.is_none()))
        .collect();
    hasil::open(open.iter().any(|at| blank(*at)), open.iter().any(|at| !blank(*at)))
}

fn product(work: &Work, indicator: &Indicator, row: Option<&Row>, paper: bool) -> Html {
    let given = work.assessment.answer(&indicator.id);
    let head = html! {
        <>
            { indicator.id.clone() }
            if paper {
                { " · " }{ indicator.name.clone() }
            }
            { " " }<span class="code">
                { indicator.weight.as_ref().map_or(pengisian::UNSCORED_TAG, |weight| common::basis(weight.provenance.basis)) }
                if !paper && row.is_some_and(|row| row.score.is_none()) {
                    { " · " }{ hasil::without_score(given) }
                }
            </span>
        </>
    };
    line(head, paper.then(|| answer(work, indicator, given)), row)
}

/// One row: what it is, on paper the answer, and its figures.
fn line(head: Html, answer: Option<Html>, row: Option<&Row>) -> Html {
    let shown =
        |value: Option<String>| html! { <td class="number">{ value.unwrap_or_else(|| "–".to_owned()) }</td> };
    html! {
        <tr>
            <th scope="row">{ head }</th>
            if let Some(answer) = answer {
                <td>{ answer }</td>
            }
            { shown(row.map(|row| number::percent(&row.weight))) }
            { shown(row.and_then(|row| row.score.as_ref()).map(number::exact)) }
            { shown(row.and_then(|row| row.product.as_ref()).map(number::exact)) }
        </tr>
    }
}
