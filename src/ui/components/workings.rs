//! The arithmetic on demand: every product and every sum, on the screen.
//!
//! Invariant: rows are shown, never reckoned with; sums come from the domain.

use yew::prelude::*;

use crate::domain::rubric::Indicator;
use crate::domain::workings::{self, Mean, Reading, Row};
use crate::state::Work;
use crate::ui::markup::html;
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
        let dimensions =
            all.map(|at| workings::dimension(&work.rubric, at, &work.assessment, Reading::Point));
        let dimensions: Vec<_> = dimensions.collect();
        Self { whole: workings::whole(&work.rubric, &dimensions, Reading::Point), dimensions }
    }
}

/// The tables of all dimensions and of the whole; on paper with every answer beside its figures.
pub fn tables(work: &Work, means: &Means) -> Html {
    let mut shown = Vec::new();
    for (at, mean) in means.dimensions.iter().chain([&means.whole]).enumerate() {
        shown.push(table(work, at, mean));
    }
    html! {
        <>
            <p class="hint">{ hasil::workings_note(&work.rubric) }</p>
            { for shown }
        </>
    }
}

/// The table of one dimension; that of the whole where `at` is past the last.
fn table(work: &Work, at: usize, mean: &Mean) -> Html {
    let (rubric, card) = (&work.rubric, &work.scorecard);
    let mut rows = mean.rows.iter();
    let mut lines = Vec::new();
    let mut heads = vec![&*rubric.terms.dimension, hasil::WEIGHT, hasil::ANSWER, hasil::PRODUCT];
    let mut title = hasil::whole(&rubric.terms);
    if let Some(dimension) = rubric.dimensions.get(at) {
        title = hasil::workings(&dimension.name, rubric.whole().percent(at));
        if let Some(first) = heads.first_mut() {
            *first = &rubric.terms.indicator;
        }
        for indicator in &dimension.indicators {
            let row = if indicator.is_scored() { rows.next() } else { None };
            lines.push(product(work, indicator, row));
        }
    } else {
        for (dimension, row) in rubric.dimensions.iter().zip(rows) {
            lines.push(line(html! { dimension.name.clone() }, None, &figures(Some(row))));
        }
    }
    if let Some(open) = mean.open.as_ref().filter(|_| mean.sum.is_some()) {
        lines.push(line(html! { hasil::OPEN }, None, &figures(Some(open))));
    }
    let sum = mean.sum.as_ref().map(number::exact);
    lines.push(line(html! { hasil::SUM }, None, &[number::ALL.to_owned(), String::new(), or_dash(sum)]));
    if let Some(point) = card.score.point.filter(|_| at == rubric.dimensions.len()) {
        let rounded = [String::new(), String::new(), number::score(point)];
        lines.push(line(html! { hasil::ROUNDED }, None, &rounded));
    }
    let id = format!("workings-{at}");
    html! {
        <div class="scroll" role="region" aria-labelledby={id.clone()} tabindex="0" key={at}>
            <h3 id={id.clone()}>{ title }</h3>
            { grid(id, &heads, lines) }
        </div>
    }
}

/// A table of figures under words.
pub fn grid(id: String, heads: &[&str], lines: Vec<Html>) -> Html {
    let mut cells = Vec::new();
    for head in heads {
        cells.push(html! { <th scope="col">{ (*head).to_owned() }</th> });
    }
    html! {
        <table class="figures" aria-labelledby={id}>
            <thead><tr>{ for cells }</tr></thead>
            <tbody>{ for lines }</tbody>
        </table>
    }
}

/// One row: what it is, on paper the answer, and its figures.
pub fn line(head: Html, answer: Option<Html>, figures: &[String]) -> Html {
    let mut cells = Vec::new();
    if let Some(answer) = answer {
        cells.push(html! { <td>{ answer }</td> });
    }
    for figure in figures {
        cells.push(html! { <td class="number">{ figure.clone() }</td> });
    }
    html! { <tr><th scope="row">{ head }</th>{ for cells }</tr> }
}

/// A figure, or the dash that stands where there is none.
pub fn or_dash(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| "–".to_owned())
}

/// Weight, score and product.
fn figures(row: Option<&Row>) -> [String; 3] {
    [
        or_dash(row.map(|row| number::percent(&row.weight))),
        or_dash(row.and_then(|row| row.score.as_ref()).map(number::exact)),
        or_dash(row.and_then(|row| row.product.as_ref()).map(number::exact)),
    ]
}

fn product(work: &Work, indicator: &Indicator, row: Option<&Row>) -> Html {
    let given = work.assessment.answer(&indicator.id);
    let head = html! {
        <>
            { indicator.id.clone() }
            { " " }<span class="code">
                { indicator.weight.as_ref().map_or(pengisian::UNSCORED_TAG, |weight| common::basis(weight.provenance.basis)) }
                if row.is_some_and(|row| row.score.is_none()) {
                    { " · " }{ hasil::without_score(given) }
                }
            </span>
        </>
    };
    line(head, None, &figures(row))
}
