//! Hasil: the scoreboard large, what it is made of, and what decides it.
//!
//! Invariant: every figure stands beside its range and what it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::influence::{Influence, Mover, lowering, widening};
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::{DimensionScore, Figure, Scorecard, Side};
use crate::state::{Route, Work};
use crate::ui::components::band::{BandProps, Scale, band, whole};
use crate::ui::components::scoreboard::Scoreboard;
use crate::ui::components::workings::{answers, workings};
use crate::ui::intent::Intent;
use crate::ui::text::{common, hasil, number, pengisian, standing};

/// How many movers each list names.
const MOST: usize = 6;

/// What [`ResultView`] is given.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// What is worked on.
    pub work: Work,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view of the result.
#[component]
pub fn ResultView(props: &ResultProps) -> Html {
    let Work { rubric, assessment, scorecard, .. } = &props.work;
    // Before every dimension has an answer, its points would be parts of a smaller whole.
    let started = scorecard.dimensions.iter().all(|dimension| dimension.point.is_some());
    let movers = use_memo((rubric.clone(), assessment.clone()), |(rubric, assessment)| {
        (lowering(rubric, assessment), widening(rubric, assessment))
    });
    let summary = hasil::summary(
        &common::heading(assessment),
        &rubric.name,
        scorecard.score.point,
        scorecard.score.full,
        &standing::sentence(rubric, scorecard),
        &pengisian::tally(scorecard),
    );
    let ask = |intent: Intent| props.ask.reform(move |_: MouseEvent| intent.clone());
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ hasil::TITLE }</h1>
                <p class="paper">{ hasil::printed(&rubric.id, &rubric.version, &number::date(&assessment.updated_at)) }</p>
            </div>
            <Scoreboard rubric={rubric.clone()} card={scorecard.clone()} />
            { shares(rubric, scorecard, started) }
            { dimensions(rubric, scorecard, started) }
            <section class="stack" data-gap="small">
                <h2>{ hasil::DECISIVE }</h2>
                <h3>{ hasil::WIDENS }</h3>
                { ranking(rubric, &movers.1, hasil::NOTHING_WIDENS, hasil::widens) }
                <h3>{ hasil::LOWERS }</h3>
                { ranking(rubric, &movers.0, hasil::NOTHING_LOWERS, hasil::lowers) }
            </section>
            { workings(&props.work) }
            <section class="stack" data-gap="small">
                <h2>{ hasil::LIMITS }</h2>
                <ul class="stack" data-gap="small">
                    { for rubric.limits.iter().enumerate().map(|(at, limit)| html! { <li key={at}>{ limit.clone() }</li> }) }
                </ul>
            </section>
            { answers(&props.work) }
            <div class="actions">
                <button class="button" data-kind="primary" type="button" id="download" onclick={ask(Intent::Download)}>{ common::DOWNLOAD }</button>
                <button class="button" type="button" onclick={ask(Intent::Print)}>{ hasil::PRINT }</button>
                <button class="button" type="button" onclick={ask(Intent::Copy(summary))}>{ hasil::SUMMARY }</button>
            </div>
        </div>
    }
}

fn shares(rubric: &Rc<Rubric>, card: &Scorecard, started: bool) -> Html {
    html! {
        <section class="stack">
            <h2>{ hasil::WHO }</h2>
            <div class="shares">
                { share(rubric, hasil::OWN, &card.own, started) }
                if !card.outside.dimensions.is_empty() {
                    { share(rubric, hasil::OUTSIDE, &card.outside, started) }
                }
            </div>
        </section>
    }
}

fn share(rubric: &Rc<Rubric>, title: &'static str, side: &Side, started: bool) -> Html {
    let names: Vec<&str> =
        side.dimensions.iter().filter_map(|at| rubric.dimensions.get(*at)).map(|d| &*d.name).collect();
    let figure = Figure { point: side.figure.point.filter(|_| started), ..side.figure };
    let point = figure.point.map_or_else(|| number::range(figure.full), number::score);
    let label = format!(
        "{title}: {point}{}, {}",
        hasil::of_points(side.maximum),
        pengisian::full_range(side.figure.full)
    );
    html! {
        <div>
            <h3>{ title }</h3>
            <p><strong>{ point }</strong>{ hasil::of_points(side.maximum) }{ " " }<span class="hint">{ "· " }{ pengisian::full_range(side.figure.full) }</span></p>
            { band(&BandProps { rubric, figure, maximum: side.maximum, scale: Scale::Line, label: Some(label.into()) }) }
            <p class="hint">{ names.join(", ") }</p>
        </div>
    }
}

fn dimensions(rubric: &Rc<Rubric>, card: &Scorecard, started: bool) -> Html {
    let maximum = number::decimal(rubric.maximum);
    html! {
        <section class="stack" data-gap="small">
            <h2 id="by-dimension">{ hasil::by_dimension(&rubric.terms) }</h2>
            <table aria-labelledby="by-dimension">
                <thead>
                    <tr>
                        <th scope="col">{ hasil::dimension_and_range(&rubric.terms, &maximum) }</th>
                        <th scope="col" class="number">{ hasil::WEIGHT }</th>
                        <th scope="col" class="number">{ hasil::ADDS }</th>
                    </tr>
                </thead>
                <tbody>
                    { for card.dimensions.iter().enumerate().map(|(at, score)| row(rubric, at, score, started)) }
                    <tr>
                        <th scope="row">{ hasil::SUM }</th>
                        <td class="number">{ "100%" }</td>
                        <td class="number"><strong>{ points(card.score.point) }</strong></td>
                    </tr>
                </tbody>
            </table>
        </section>
    }
}

fn row(rubric: &Rc<Rubric>, at: usize, score: &DimensionScore, started: bool) -> Html {
    let Some(dimension) = rubric.dimensions.get(at) else { return Html::default() };
    html! {
        <tr key={&*dimension.id}>
            <th scope="row">
                { dimension.name.clone() }{ " " }<span class="code">{ hasil::filled(score.progress.answered, score.progress.total) }</span>
                { whole(rubric, score.score, Scale::Line) }
                <span class="code">{ hasil::own_score(score.score.point, score.score.full) }</span>
            </th>
            <td class="number">
                { number::score(rubric.whole().percent(at)) }{ "%" }<br />
                <span class="code">{ common::basis(dimension.weight.provenance.basis) }</span>
            </td>
            <td class="number">{ adds(score, started) }</td>
        </tr>
    }
}

/// What a dimension adds: to the point where every dimension has one, else at worst and at best.
fn adds(score: &DimensionScore, started: bool) -> String {
    match score.point.filter(|_| started) {
        Some(point) => points(Some(point)),
        None => number::range(score.points),
    }
}

fn points(point: Option<Score>) -> String {
    point.map_or_else(|| "–".to_owned(), |point| format!("{} {}", number::score(point), hasil::POINTS))
}

fn ranking(rubric: &Rubric, movers: &[Influence], none: &'static str, words: fn(Score) -> String) -> Html {
    if movers.is_empty() {
        return html! { <p class="hint">{ none }</p> };
    }
    html! {
        <ol class="ranking">
            { for movers.iter().take(MOST).enumerate().map(|(at, influence)| html! {
                <li key={at}>
                    <span>{ mover(rubric, influence.mover) }</span>{ " " }
                    <strong class="number">{ words(influence.by) }</strong>
                </li>
            }) }
        </ol>
    }
}

fn mover(rubric: &Rubric, mover: Mover) -> Html {
    match mover {
        Mover::Indicator(place, at) => {
            let dimension = rubric.dimensions.get(place);
            let Some((dimension, indicator)) = dimension.and_then(|d| Some((d, d.indicators.get(at)?)))
            else {
                return Html::default();
            };
            let href = Route::Pengisian(dimension.id.clone(), indicator.id.clone()).hash();
            html! { <a {href}>{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</a> }
        }
        Mover::WeightsOf(place) => {
            let name = rubric.dimensions.get(place).map_or_else(Text::default, |d| d.name.clone());
            html! { { hasil::weights_of(&name) } }
        }
        Mover::WeightsOfWhole => html! { { hasil::WEIGHTS_OF_WHOLE } },
    }
}
