//! What lies between two states: both ends, and every answer that differs with what it was worth.
//!
//! Invariant: the sums shown add up; nothing is reckoned here.

use yew::prelude::*;

use crate::domain::assessment::Answer;
use crate::domain::milestone::{Change, compare};
use crate::domain::number::Score;
use crate::domain::rubric::{Mode, Rubric};
use crate::ui::components::milestones::{Moment, title};
use crate::ui::components::sheet::said;
use crate::ui::components::workings::{grid, line, or_dash};
use crate::ui::markup::html;
use crate::ui::text::{number, tonggak};

/// What lies between two states.
pub fn comparison(rubric: &Rubric, from: &Moment, to: &Moment) -> Html {
    let found = compare(rubric, &from.assessment, &to.assessment);
    let mut sums = Vec::new();
    for moment in [from, to] {
        let score = &moment.card.score;
        let figures = [or_dash(score.point.map(number::score)), number::score(score.answers.low)];
        sums.push(line(title(rubric, moment), None, &figures));
    }
    let points = from.card.score.point.zip(to.card.score.point);
    let between = points.map(|(from, to)| Score::from_hundredths(to.hundredths() - from.hundredths()));
    let figures = [or_dash(between.map(tonggak::signed)), tonggak::signed(found.total)];
    sums.push(line(html! { tonggak::BETWEEN }, None, &figures));
    let mut lines = Vec::new();
    for change in &found.changes {
        lines.push(changed(rubric, from, to, change));
    }
    for (what, score) in [(tonggak::TOGETHER, found.together), (tonggak::TOTAL, found.total)] {
        lines.push(line(html! { what }, None, &[tonggak::signed(score)]));
    }
    html! {
        <>
            <h3 id="compare-sums">{ format!("{} – {}", from.name, to.name) }</h3>
            { grid("compare-sums".to_owned(), &[tonggak::MILESTONE, tonggak::POINT, tonggak::LOW], sums) }
            if found.changes.is_empty() {
                <p>{ tonggak::SAME }</p>
            } else {
                <h3 id="changes">{ tonggak::CHANGES }</h3>
                <p class="hint measure">{ tonggak::WORTH_NOTE }</p>
                { grid("changes".to_owned(), &[tonggak::CHANGES, tonggak::WORTH], lines) }
            }
        </>
    }
}

/// One answer that differs.
fn changed(rubric: &Rubric, from: &Moment, to: &Moment, change: &Change) -> Html {
    let dimension = rubric.dimensions.get(change.at.0);
    let Some(indicator) = dimension.and_then(|dimension| dimension.indicators.get(change.at.1)) else {
        return Html::default();
    };
    let none = Answer::default();
    let said = |moment: &Moment| {
        let answer = moment.assessment.answer(&indicator.id).unwrap_or(&none);
        if moment.assessment.mode == Mode::PerCriterion && !indicator.criteria.is_empty() {
            return tonggak::criteria(answer, indicator.criteria.len());
        }
        said(rubric, indicator, answer)
    };
    let head = html! {
        <>
            { indicator.id.clone() }{ " · " }{ indicator.name.clone() }
            <p class="reading">{ tonggak::became(&said(from), &said(to)) }</p>
        </>
    };
    let worth = change.worth.map_or_else(|| tonggak::NOT_COUNTED.to_owned(), tonggak::signed);
    line(head, None, &[worth])
}
