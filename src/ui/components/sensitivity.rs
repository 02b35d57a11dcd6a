//! What the estimate hangs on: a bar, both ends, and where the category changes.
//!
//! Invariant: each row says in words what its bar shows; figures come from the domain.

use yew::prelude::*;

use crate::domain::influence::Mover;
use crate::domain::number::{Range, Score};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::sensitivity::{Sensitivity, TOLD, sensitivities};
use crate::state::Work;
use crate::ui::components::band::{BandProps, Scale, band};
use crate::ui::components::result::mover;
use crate::ui::components::sheet::said;
use crate::ui::components::workings::{grid, line};
use crate::ui::markup::html;
use crate::ui::text::{number, pengisian, simulasi};

/// The section of the page.
pub fn sensitivity(work: &Work) -> Html {
    let found = sensitivities(&work.rubric, &work.assessment);
    let none = if work.scorecard.score.point.is_some() {
        simulasi::SENSITIVITY_NONE
    } else {
        simulasi::SENSITIVITY_BLANK
    };
    let low = found.iter().map(|one| one.point.low).min().unwrap_or_default();
    let shown = Range { low, high: found.iter().map(|one| one.point.high).max().unwrap_or_default() };
    let heads = [simulasi::UNCERTAIN, simulasi::POINT, simulasi::CATEGORY];
    html! {
        <section class="stack" data-gap="small">
            <h2 id="sensitivity">{ simulasi::SENSITIVITY }</h2>
            if found.is_empty() {
                <p>{ none }</p>
            } else {
                <p class="hint measure">{ simulasi::SENSITIVITY_LEAD }{ simulasi::drawn(shown) }{ if found.len() > TOLD { simulasi::STANDINGS_TOLD } else { "" } }</p>
                { grid("sensitivity".to_owned(), &heads, found.iter().map(|one| row(work, one, shown)).collect()) }
            }
        </section>
    }
}

/// One row; its bar is drawn from the lowest to the highest figure of the table.
fn row(work: &Work, found: &Sensitivity, shown: Range) -> Html {
    let rubric = &work.rubric;
    let from = |score: Score| Score::from_hundredths(score.hundredths() - shown.low.hundredths());
    let full = Range { low: from(found.point.low), high: from(found.point.high) };
    let figure = Figure { point: work.scorecard.score.point.map(from), answers: full, full };
    let maximum = shown.width();
    let head = html! {
        <>
            { mover(rubric, found.mover) }
            { band(&BandProps { rubric, figure, maximum, scale: Scale::Line, goal: None, label: None }) }
            <span class="code">
                { flips(work, found) }
                if let Some((low, high)) = &found.standing {
                    { simulasi::standings(rubric, low, high) }
                }
            </span>
        </>
    };
    line(head, None, &[number::range(found.point), simulasi::categories(rubric, found.point)])
}

/// Where the category changes, by the answer or by the score of the dimension.
fn flips(work: &Work, found: &Sensitivity) -> String {
    let rubric: &Rubric = &work.rubric;
    let (what, unit) = match found.mover {
        Mover::Indicator(place, at) => {
            let indicator = rubric.dimensions.get(place).and_then(|d| d.indicators.get(at));
            let answer = indicator.and_then(|i| Some((i, work.assessment.answer(&i.id)?)));
            let said = answer.map(|(indicator, answer)| said(rubric, indicator, answer));
            (simulasi::now(&said.unwrap_or_default()), rubric.scale_at(place, at).map_or("", pengisian::unit))
        }
        Mover::WeightsOf(place) => {
            (simulasi::by_score(rubric.dimensions.get(place).map_or("", |d| &d.name)), "")
        }
        Mover::WeightsOfWhole => (simulasi::BY_RESULT.to_owned(), ""),
    };
    let category = |place: usize| rubric.categories.items.get(place).map_or("", |category| &*category.id);
    let mut changes = Vec::new();
    for flip in &found.flips {
        changes.push((
            format!("{} {unit}", number::decimal(flip.from)).trim_end().to_owned(),
            category(flip.category),
        ));
    }
    simulasi::flips(&what, category(rubric.categories.place(found.point.low)), &changes)
}
