//! Hasil: the scoreboard large, what it is made of, and what decides it.
//!
//! Invariant: every figure stands beside its range and what it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::catalog::Entry;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::extremes::Ratio;
use crate::domain::influence::{Influence, Mover, lowering, widening};
use crate::domain::map::Map;
use crate::domain::number::Score;
use crate::domain::rubric::{Assessed, Rubric};
use crate::domain::scorecard::{DimensionScore, Scorecard, Side};
use crate::domain::workings::Mean;
use crate::state::{Route, Work};
use crate::ui::components::band::{BandProps, Scale, band, whole};
use crate::ui::components::blank_form::tables as table_buttons;
use crate::ui::components::conflicts::waiting;
use crate::ui::components::explain::way;
use crate::ui::components::history::{HistoryProps, Noted, history, subject};
use crate::ui::components::oversight::counts;
use crate::ui::components::scoreboard::{Scoreboard, wanted};
use crate::ui::components::share::sharing;
use crate::ui::components::sheet;
use crate::ui::components::verified;
use crate::ui::components::workings::{Means, grid, line, or_dash, tables};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, hasil, number, pengisian, resmi, riwayat, standing, verifikasi};

/// How many movers each list names.
const MOST: usize = 6;

/// What [`ResultView`] is given.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// What is worked on.
    pub work: Work,
    /// Whether the one HTML file can be made here.
    pub whole: bool,
    /// Instruments fetched so far: results of other years are read by theirs.
    pub library: Map<Rc<Rubric>>,
    /// What there is of instruments.
    pub catalog: Rc<Vec<Entry>>,
    /// The day ends are held against.
    pub today: Option<Date>,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Told of changes to the assessment.
    pub edit: Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view of the result.
#[component]
pub fn ResultView(props: &ResultProps) -> Html {
    let Work { rubric, assessment, scorecard, .. } = &props.work;
    let movers = use_memo((rubric.clone(), assessment.clone()), |(rubric, assessment)| {
        (lowering(rubric, assessment), widening(rubric, assessment))
    });
    let noted = use_state(Noted::default);
    let means = Means::of(&props.work);
    let practice = assessment.practice;
    let summary = hasil::summary(
        &common::heading(assessment),
        &rubric.name,
        scorecard.score.point,
        scorecard.score.full,
        &standing::sentence(rubric, scorecard),
        &(pengisian::tally(scorecard) + &hasil::open(scorecard.progress.total - scorecard.progress.answered)),
        if props.work.own { common::OWN_RUBRIC } else { "" },
    );
    let ask = |intent: Intent| props.ask.reform(move |_: MouseEvent| intent.clone());
    html! {
        <div class="stack sheet" data-gap="large" data-kind={practice.then_some("practice")}>
            <div class="stack" data-gap="small">
                { sheet::title(&props.work, hasil::TITLE) }
                { waiting(&props.work) }
            </div>
            <Scoreboard rubric={rubric.clone()} card={scorecard.clone()} goal={wanted(&props.work)} oversight={counts(&props.work, props.today)} />
            { noted_official(&props.work) }
            { verified::section(&props.work) }
            { dimensions(&props.work, &means.whole) }
            { shares(rubric, scorecard) }
            <section class="stack" data-gap="small">
                <h2>{ hasil::DECISIVE }</h2>
                <h3>{ hasil::WIDENS }</h3>
                <p>{ hasil::width(&scorecard.score) }</p>
                { ranking(rubric, &movers.1, hasil::NOTHING_WIDENS, hasil::widens) }
                <h3>{ hasil::LOWERS }</h3>
                { ranking(rubric, &movers.0, hasil::NOTHING_LOWERS, hasil::lowers) }
            </section>
            <details class="screen">
                <summary>{ hasil::WORKINGS }</summary>
                <div class="stack">{ tables(&props.work, &means) }</div>
            </details>
            if !practice {
                { history(&HistoryProps { assessment, library: &props.library, catalog: &props.catalog, noted: &noted, this_year: props.today.map(Date::year), locked: props.locked, edit: &props.edit }) }
            }
            <section class="stack" data-gap="small">
                <h2>{ hasil::LIMITS }</h2>
                <ul class="stack" data-gap="small">
                    { for rubric.limits.iter().enumerate().map(|(at, limit)| html! { <li key={at}>{ limit.clone() }</li> }) }
                </ul>
            </section>
            <div class="actions">
                <button class="button" data-kind="primary" type="button" id="download" onclick={ask(Intent::Download)}>{ common::DOWNLOAD }</button>
                if !practice {
                    <a class="button" href={Route::Lembar("hasil".into()).hash()}>{ hasil::PRINT }</a>
                    <a class="button" href={Route::Lembar(Text::default()).hash()}>{ hasil::PAPERS }</a>
                }
                if !practice {
                    { for table_buttons(&Text::default(), hasil::EXCEL, if cfg!(feature = "whole") { hasil::CSV_ONLY } else { hasil::CSV }, &props.ask) }
                }
                if props.whole {
                    <button class="button" type="button" onclick={ask(Intent::DownloadPage)}>{ hasil::PAGE }</button>
                }
                if !practice {
                    { sharing(&props.ask) }
                    <button class="button" type="button" onclick={ask(Intent::Copy(summary))}>{ hasil::SUMMARY }</button>
                    <a class="button" href={Route::Verifikasi(Text::default()).hash()}>{ verifikasi::LINK }</a>
                }
            </div>
        </div>
    }
}

/// The official result of this year, where one was noted.
fn noted_official(work: &Work) -> Html {
    let (rubric, assessment) = (&work.rubric, &work.assessment);
    let Some(official) = assessment.official.as_ref().filter(|_| !assessment.practice) else {
        return Html::default();
    };
    let category = official.score.and_then(|score| rubric.categories.of(score));
    let reading = category.map(|own| riwayat::reading(own, subject(assessment))).unwrap_or_default();
    let text = resmi::noted(&rubric.terms.official, assessment.assessment_year, official.score, &reading);
    html! { <p class="remark">{ text }{ " " }<a class="screen" href={Route::Tonggak.hash()}>{ resmi::COMPARE }</a></p> }
}

/// What the office decides and what others do; nothing where one side decides all.
fn shares(rubric: &Rc<Rubric>, card: &Scorecard) -> Html {
    if card.own.dimensions.is_empty() || card.outside.dimensions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack">
            <h2>{ hasil::WHO }</h2>
            <div class="shares">
                { share(rubric, hasil::OWN, &card.own) }
                { share(rubric, outside(rubric, &card.outside), &card.outside) }
            </div>
        </section>
    }
}

/// Who decides what the office does not, by how its indicators are looked at.
pub fn outside(rubric: &Rubric, side: &Side) -> &'static str {
    let mut ways =
        side.dimensions.iter().filter_map(|at| rubric.dimensions.get(*at)).flat_map(|d| &d.indicators);
    hasil::outside(
        ways.clone().any(|i| i.assessed == Assessed::Survey),
        ways.any(|i| i.assessed == Assessed::Secondary),
    )
}

fn share(rubric: &Rc<Rubric>, title: &'static str, side: &Side) -> Html {
    let names: Vec<&str> =
        side.dimensions.iter().filter_map(|at| rubric.dimensions.get(*at)).map(|d| &*d.name).collect();
    let point = side.figure.point.map_or_else(|| "–".to_owned(), number::score);
    let more = hasil::of_points(side.maximum, side.figure.full);
    let label = AttrValue::from(format!("{title}: {point}{more}"));
    html! {
        <div>
            <h3>{ title }</h3>
            <p><strong>{ point }</strong>{ more }</p>
            { band(&BandProps { rubric, figure: side.figure, maximum: side.maximum, scale: Scale::Line, goal: None, label: Some(label) }) }
            <p class="hint">{ names.join(", ") }</p>
        </div>
    }
}

fn dimensions(work: &Work, mean: &Mean) -> Html {
    let (rubric, card) = (&work.rubric, &work.scorecard);
    let first = hasil::dimension_and_range(&rubric.terms, &number::decimal(rubric.maximum));
    let heads = [&*first, hasil::WEIGHT, hasil::ADDS];
    let mut lines = Vec::new();
    for (at, (score, row)) in card.dimensions.iter().zip(&mean.rows).enumerate() {
        let figures = [number::percent(&row.weight), points(row.product.as_ref())];
        lines.push(line(dimension(rubric, at, score), None, &figures));
    }
    if let Some(open) = mean.open.as_ref().filter(|_| mean.sum.is_some()) {
        let figures = [number::percent(&open.weight), points(open.product.as_ref())];
        lines.push(line(html! { hasil::OPEN }, None, &figures));
    }
    lines.push(line(html! { hasil::SUM }, None, &[number::ALL.to_owned(), points(mean.sum.as_ref())]));
    html! {
        <section class="stack" data-gap="small">
            <h2 id="by-dimension">{ hasil::by_dimension(&rubric.terms) }</h2>
            { grid("by-dimension".to_owned(), &heads, lines) }
        </section>
    }
}

/// A dimension with its own score and what its weight rests on.
fn dimension(rubric: &Rubric, at: usize, score: &DimensionScore) -> Html {
    let Some(dimension) = rubric.dimensions.get(at) else { return Html::default() };
    let basis = if rubric.is_derived(dimension) {
        hasil::DERIVED
    } else {
        common::basis(dimension.weight.provenance.basis)
    };
    html! {
        <>
            { dimension.name.clone() }{ " " }<span class="code">{ hasil::filled(score.progress.answered, score.progress.total, basis) }</span>
            { whole(rubric, score.score, Scale::Line, None) }
            <span class="code">{ hasil::own_score(score.score.point, score.score.full) }</span>{ " " }
            { way(&dimension.id, &dimension.name) }
        </>
    }
}

fn points(points: Option<&Ratio>) -> String {
    or_dash(points.map(|points| {
        format!("{} {}", number::score(Score::from_ratio(&points.num, &points.den)), hasil::POINTS)
    }))
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

/// What moves the result, by name.
pub fn mover(rubric: &Rubric, mover: Mover) -> Html {
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
