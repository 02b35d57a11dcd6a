//! *Pemda*: what the offices come to together, by the instrument's own rule.
//!
//! Invariant: what an instrument refuses to average is not averaged, and the reason stands in its place; a table stands
//! behind every drawing.

use yew::prelude::*;

use super::lists::keys_of;
use super::room::{
    Room, cards, cell, figures, head, instrument, nothing, over, pager, reading_at, reading_of, score,
};
use super::state::{Act, Picture, Which};
use super::{first, heat};
use crate::domain::Text;
use crate::domain::recap::units::UnitsEdit;
use crate::domain::recap::{Chosen, Mean, Measure, NoPemdaScore, PemdaScore, Ranked, Recap, Sides, ranking};
use crate::domain::rubric::Rubric;
use crate::ui::components::actions::{picked, select};
use crate::ui::components::workings::{grid, or_dash};
use crate::ui::markup::html;
use crate::ui::text::{daftar, number, rekap as words};

/// Offices on a page of the ranking.
const EACH: usize = 25;
/// Every figure that offices are ranked by, as [`words::MEASURES`] names them.
pub const MEASURES: [Measure; 5] =
    [Measure::Own, Measure::Low, Measure::Supported, Measure::Verified, Measure::Official];

/// The part.
pub fn part(room: &Room) -> Html {
    let Some(picture) = room.view.picture(Which::Now) else {
        return html! { <>{ instrument(room) }{ nothing(&room.view) }</> };
    };
    html! {
        <div class="stack" data-gap="large">
            { over(room, picture) }
            { ticks(room) }
            { whole(room, picture) }
            { scenarios(room, picture) }
            { distribution(picture) }
            { ranked(room, picture) }
            if picture.rubric.fillable && !picture.recap.counted.is_empty() {
                { heat::section(room, picture) }
                { first::lacking(room, picture) }
                if picture.recap.all.sides.is_ok() {
                    { first::first(room, picture) }
                }
            }
        </div>
    }
}

/// Which offices count: all, or those of a scenario.
fn ticks(room: &Room) -> Html {
    let list = &room.view.units;
    let ticked = list.ticked(&list.lokus).len();
    if list.scenarios.is_empty() {
        return html! { <p class="hint">{ words::ticks(ticked, list.units.len()) }{ " " }<a href="#/rekap/unit">{ words::TO_LIST }</a></p> };
    }
    let all = room.on(|_: MouseEvent| Act::Units(vec![UnitsEdit::TickAll(false)]));
    let pressed = |on: bool| if on { "true" } else { "false" };
    html! {
        <div class="stack" data-gap="small">
            <p>{ words::ticks(ticked, list.units.len()) }</p>
            <div class="actions screen" role="group" aria-label={daftar::SCENARIOS}>
                <button class="button" type="button" aria-pressed={pressed(ticked == 0)} onclick={all}>{ words::ALL_UNITS }</button>
                { for list.scenarios.iter().map(|scenario| {
                    let id = scenario.id.clone();
                    html! {
                        <button key={&*scenario.id} class="button" type="button" aria-pressed={pressed(scenario.lokus == list.lokus)} onclick={room.on(move |_: MouseEvent| Act::Units(vec![UnitsEdit::Take(id.clone())]))}>{ scenario.name.clone() }</button>
                    }
                }) }
            </div>
        </div>
    }
}

/// Why there is no score.
pub fn refused(why: &NoPemdaScore) -> Html {
    let words = match why {
        NoPemdaScore::Refused(reason) => words::refused(reason),
        NoPemdaScore::NoUnits => words::NO_UNITS.to_owned(),
    };
    html! { <p class="notice" data-kind="problem">{ words }</p> }
}

fn whole(room: &Room, picture: &Picture) -> Html {
    let recap = &picture.recap;
    let list = &room.view.units;
    let of_which = words::of_which(recap.counted.len(), list.ticked(&list.lokus).len());
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-whole">{ words::WHOLE }</h2>
            <p>{ of_which }</p>
            { match &recap.all.sides {
                Err(why) => refused(why),
                Ok(_) if recap.pemdas.len() > 1 => several(picture),
                Ok(sides) => html! {
                    <>
                        if !recap.all.pemda.is_empty() {
                            <p><strong>{ recap.all.pemda.clone() }</strong></p>
                        }
                        { columns(&picture.rubric, sides, recap.all.units) }
                    </>
                },
            } }
            if let crate::domain::rubric::PemdaRule::SimpleMean(basis) = &picture.rubric.pemda {
                <p class="hint">{ words::rule(basis.basis) }</p>
            }
        </section>
    }
}

/// The columns of one local government, one under the other.
fn columns(rubric: &Rubric, sides: &Sides, units: usize) -> Html {
    let terms = &rubric.terms;
    let all = [
        (terms.own.to_string(), &sides.own),
        (words::SUPPORTED.to_owned(), &sides.supported),
        (terms.verified.to_string(), &sides.verified),
        (terms.official.to_string(), &sides.official),
    ];
    let mut lines = Vec::new();
    for (name, mean) in all {
        let range = mean.as_ref().and_then(|mean| mean.range(units)).filter(|range| range.low != range.high);
        let [_, point, ends, category, of] = words::WHOLE_COLUMNS;
        lines.push(html! {
            <tr role="row" key={name.clone()}>
                <th role="rowheader" scope="row">{ words::capital(&name) }</th>
                { cell(point, Some("number recap-loud"), html! { { score(mean.as_ref().and_then(|mean| mean.figure.point)) } }) }
                { cell(ends, Some("number"), html! { { or_dash(range.map(number::range)) } }) }
                { cell(category, Some("recap-zone"), html! { { mean.as_ref().filter(|mean| mean.units == units).map(|mean| reading(rubric, mean)) } }) }
                { cell(of, Some("number"), html! { { words::of(mean.as_ref().map_or(0, |mean| mean.units), units) } }) }
            </tr>
        });
    }
    let body = html! { <tbody role="rowgroup">{ for lines }</tbody> };
    cards("recap-whole", words::WHOLE_COLUMNS.into_iter().map(head).collect(), body)
}

fn reading(rubric: &Rubric, mean: &Mean) -> Html {
    match mean.figure.point {
        Some(point) if mean.figure.full.low == mean.figure.full.high => reading_at(rubric, point),
        Some(_) => reading_of(rubric, &mean.standing),
        None => Html::default(),
    }
}

/// A mean, and of how many where those are not all.
fn point(mean: Option<&Mean>, units: usize) -> String {
    let said = score(mean.and_then(|mean| mean.figure.point));
    match mean {
        Some(mean) if mean.units < units && mean.units > 0 => {
            format!("{said} ({})", words::of(mean.units, units))
        }
        _ => said,
    }
}

fn cells(score: &PemdaScore) -> [String; 4] {
    let sides = score.sides.as_ref().ok();
    [
        score.units.to_string(),
        point(sides.and_then(|sides| sides.own.as_ref()), score.units),
        point(sides.and_then(|sides| sides.verified.as_ref()), score.units),
        point(sides.and_then(|sides| sides.official.as_ref()), score.units),
    ]
}

fn heads(rubric: &Rubric, first: &'static str) -> [String; 5] {
    let terms = &rubric.terms;
    let capital = |term: &Text| words::capital(term);
    [
        first.to_owned(),
        words::UNITS.to_owned(),
        capital(&terms.own),
        capital(&terms.verified),
        capital(&terms.official),
    ]
}

fn table(id: &'static str, heads: &[String; 5], lines: Vec<(Html, Vec<String>)>) -> Html {
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    figures(id, &heads, lines)
}

/// Each of several local governments, and all of them as one.
fn several(picture: &Picture) -> Html {
    let mut lines = Vec::new();
    for pemda in &picture.recap.pemdas {
        let name = if pemda.pemda.is_empty() { words::NO_PEMDA.to_owned() } else { pemda.pemda.to_string() };
        lines.push((html! { { name } }, cells(pemda).to_vec()));
    }
    html! {
        <>
            <p>{ words::several(picture.recap.pemdas.len()) }</p>
            { table("recap-whole", &heads(&picture.rubric, words::PEMDA), lines) }
        </>
    }
}

/// What each scenario comes to.
fn scenarios(room: &Room, picture: &Picture) -> Html {
    let list = &room.view.units;
    if list.scenarios.is_empty() || picture.recap.all.sides.is_err() {
        return Html::default();
    }
    let all = Chosen { rubric: &picture.rubric, carried: picture.carried.as_deref(), offices: None };
    let mut lines = Vec::new();
    let own =
        |name: Html, chosen: &Chosen<'_>| (name, cells(&Recap::of(&picture.collection, chosen).all).to_vec());
    if !list.ticked(&list.lokus).is_empty() {
        lines.push((html! { { words::TICKED_NOW } }, cells(&picture.recap.all).to_vec()));
    }
    for scenario in &list.scenarios {
        let name = html! { { scenario.name.clone() } };
        lines.push(match keys_of(&room.view, &scenario.lokus, Which::Now) {
            Some(offices) => own(name, &Chosen { offices: Some(&offices), ..all }),
            // None of its units is on the list any more.
            None => (name, ["0", "–", "–", "–"].map(str::to_owned).to_vec()),
        });
    }
    lines.push(own(html! { { words::ALL_UNITS } }, &all));
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-if">{ words::IF }</h2>
            { table("recap-if", &heads(&picture.rubric, words::SCENARIO), lines) }
        </section>
    }
}

fn distribution(picture: &Picture) -> Html {
    let rubric = &picture.rubric;
    let all = &picture.recap.distribution;
    let most = [&all.own, &all.verified, &all.official]
        .into_iter()
        .flatten()
        .copied()
        .max()
        .unwrap_or(0)
        .max(all.open);
    let bar = |count: usize| {
        html! {
            <td class="number">
                <svg class="recap-bar" width="100%" height="6" aria-hidden="true" focusable="false">
                    <rect width={words::part_of(count, most)} height="6" />
                </svg>
                { count }
            </td>
        }
    };
    let at = |counts: &[usize], place: usize| counts.get(place).copied().unwrap_or_default();
    let mut lines = Vec::new();
    for (place, category) in rubric.categories.items.iter().enumerate() {
        lines.push(html! {
            <tr key={&*category.id}>
                <th scope="row">{ words::category(category) }</th>
                { bar(at(&all.own, place)) }
                { bar(at(&all.verified, place)) }
                { bar(at(&all.official, place)) }
            </tr>
        });
    }
    if all.open > 0 {
        lines.push(html! { <tr><th scope="row">{ words::NOT_TOLD }</th>{ bar(all.open) }<td class="number">{ "–" }</td><td class="number">{ "–" }</td></tr> });
    }
    let [_, _, own, verified, official] = heads(rubric, words::CATEGORY);
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-spread">{ words::SPREAD }</h2>
            <p class="hint measure">{ words::spread(&own, &verified, &official) }</p>
            <div class="scroll" role="region" aria-labelledby="recap-spread" tabindex="0">
                { grid("recap-spread".to_owned(), &[words::CATEGORY, &own, &verified, &official], lines) }
            </div>
        </section>
    }
}

/// The choice of a figure.
pub fn measure(room: &Room, id: &str) -> Html {
    let at = MEASURES.iter().position(|measure| *measure == room.view.look.measure).unwrap_or_default();
    select(
        id,
        words::MEASURE,
        &words::MEASURES,
        at,
        &room.looked(|look, given| {
            (look.measure, look.rank, look.compared) = (picked(&MEASURES, &given), 0, 0);
        }),
    )
}

fn ranked(room: &Room, picture: &Picture) -> Html {
    let look = &room.view.look;
    let all = ranking(&picture.collection, &picture.recap, look.measure);
    let at = look.rank.min(all.len().saturating_sub(1) / EACH);
    let row = |ranked: &Ranked| {
        let row = picture.collection.row(ranked.place);
        let name = row.map(words::office).unwrap_or_default();
        let [rank, _, point, progress, category] = words::RANK_COLUMNS;
        let standing = match row.and_then(|row| row.own.as_ref()).filter(|_| look.measure == Measure::Own) {
            Some(own) => reading_of(&picture.rubric, &own.standing(&picture.rubric)),
            None => reading_at(&picture.rubric, ranked.score),
        };
        let filled = row.and_then(|row| row.own.as_ref()).map(|own| words::progress_of(own.progress));
        let place = ranked.rank.map_or_else(|| words::UNRANKED.to_owned(), |rank| rank.to_string());
        html! {
            <tr role="row" key={ranked.place.to_string()}>
                { cell(rank, Some("number"), html! { { place } }) }
                <th role="rowheader" scope="row">{ name }</th>
                { cell(point, Some("number"), html! { { number::score(ranked.score) } }) }
                { cell(progress, Some("number"), html! { { filled.unwrap_or_default() } }) }
                { cell(category, Some("recap-zone"), standing) }
            </tr>
        }
    };
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-ranking">{ words::RANKING }</h2>
            <div class="recap-filters screen">{ measure(room, "recap-measure") }</div>
            if all.iter().any(|one| one.rank.is_none()) {
                <p>{ words::NOT_RANKED }</p>
            }
            if all.is_empty() {
                <p>{ words::NO_FIGURE }</p>
            } else {
                { cards("recap-ranking", words::RANK_COLUMNS.into_iter().map(head).collect(), html! {
                    <tbody role="rowgroup">{ for all.iter().skip(at * EACH).take(EACH).map(row) }</tbody>
                }) }
            }
            { pager(room, all.len(), EACH, at, |look, page| look.rank = page) }
        </section>
    }
}

/// Id and name of an indicator by its places.
pub fn indicator(rubric: &Rubric, (dimension, at): (usize, usize)) -> Option<(Text, Text)> {
    let indicator = rubric.dimensions.get(dimension)?.indicators.get(at)?;
    Some((indicator.id.clone(), indicator.name.clone()))
}
