//! *Tabel*: every office that counts, in a line.
//!
//! Invariant: only a page of it is drawn, however many there are; each office is on exactly one page.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use yew::prelude::*;

use super::room::{Room, cards, cell, head, instrument, nothing, over, pager, reading_at, reading_of, score};
use super::state::{Column, Look, Picture, Which};
use super::tables;
use crate::domain::Text;
use crate::domain::order::places;
use crate::domain::recap::{PemdaScore, Row, plain};
use crate::edge::clock;
use crate::format::recap::told;
use crate::ui::components::field::Field;
use crate::ui::components::plan::select;
use crate::ui::components::workings::or_dash;
use crate::ui::markup::html;
use crate::ui::text::{number, rekap as words, verifikasi};

/// Offices of a page.
const EACH: usize = 50;

/// The part.
pub fn part(room: &Room) -> Html {
    let Some(picture) = room.view.picture(Which::Now) else {
        return html! { <>{ instrument(room) }{ nothing(&room.view) }</> };
    };
    let look = &room.view.look;
    let found = found(picture, look);
    let pages = found.len().div_ceil(EACH);
    let at = look.page.min(pages.saturating_sub(1));
    let kinds = kinds(picture);
    let shown = found.get(at * EACH..((at + 1) * EACH).min(found.len())).unwrap_or_default();
    let export = {
        let picture = picture.clone();
        room.hand_out(words::recap_name(&clock::now().day, "json"), move || {
            told::encoded(&picture.rubric, &picture.collection, &picture.recap)
        })
    };
    html! {
        <div class="stack" data-gap="large">
            { over(room, picture) }
            <div class="stack" data-gap="small">
                <div class="recap-filters screen">
                    { Field::new("recap-find".to_owned(), words::FIND, &look.find, room.looked(|look, text| (look.find, look.page) = (text, 0))).view() }
                    if kinds.len() > 1 {
                        { select("recap-kind", words::KIND, kind_options(&kinds), &look.kind, &room.looked(|look, text| (look.kind, look.page) = (text, 0))) }
                    }
                </div>
                <div class="actions screen">
                    if kinds.len() > 1 {
                        <button class="button" type="button" aria-pressed={if look.grouped { "true" } else { "false" }} onclick={room.look(|look| (look.grouped, look.page) = (!look.grouped, 0))}>{ words::GROUP }</button>
                    }
                    <button class="button" type="button" onclick={export}>{ words::EXPORT }</button>
                    { for tables::buttons(room, picture) }
                </div>
                <p role="status">{ words::found(found.len(), picture.recap.counted.len()) }</p>
            </div>
            <p class="hint" id="recap-units">{ words::UNITS_CAPTION }</p>
            { cards("recap-units", heads(room), html! { <>{ for bodies(room, picture, shown) }</> }) }
            { pager(room, found.len(), EACH, at, |look, page| look.page = page) }
        </div>
    }
}

/// The kinds of offices there are, as first written.
fn kinds(picture: &Picture) -> Vec<Text> {
    let mut kinds: BTreeMap<String, Text> = BTreeMap::new();
    for row in picture.recap.counted.iter().filter_map(|at| picture.collection.row(*at)) {
        if !row.kind.trim().is_empty() {
            kinds.entry(plain(&row.kind)).or_insert_with(|| row.kind.clone());
        }
    }
    kinds.into_values().collect()
}

fn kind_options(kinds: &[Text]) -> Vec<(Text, AttrValue)> {
    let mut options = vec![(Text::default(), AttrValue::Static(words::ALL_KINDS))];
    options.extend(kinds.iter().map(|kind| (kind.clone(), kind.clone().into())));
    options
}

/// Places in the collection of what is looked for, in the order that is wanted.
fn found(picture: &Picture, look: &Look) -> Vec<usize> {
    let wanted = plain(&look.find);
    let kind = plain(&look.kind);
    let is_wanted = |row: &Row| {
        let text = [&*row.name, &*row.pemda, &*row.kind, &*row.file].join(" ");
        (kind.is_empty() || plain(&row.kind) == kind) && plain(&text).contains(&wanted)
    };
    let counted = picture.recap.counted.iter().copied();
    let found: Vec<usize> = counted.filter(|at| picture.collection.row(*at).is_some_and(is_wanted)).collect();
    let order = places(found.len(), &|one, other| {
        let row = |at: usize| found.get(at).and_then(|at| Some((*at, picture.collection.row(*at)?)));
        let (Some(one), Some(other)) = (row(one), row(other)) else { return Ordering::Equal };
        let group =
            if look.grouped { plain(&one.1.kind).cmp(&plain(&other.1.kind)) } else { Ordering::Equal };
        group.then_with(|| {
            let order = by(picture, look.column, one, other);
            if look.down { order.reverse() } else { order }
        })
    });
    order.into_iter().filter_map(|at| found.get(at).copied()).collect()
}

fn by(picture: &Picture, column: Column, one: (usize, &Row), other: (usize, &Row)) -> Ordering {
    let own = |row: &Row, figure: &dyn Fn(&crate::domain::recap::Own) -> i64| {
        row.own.as_ref().map_or(i64::MIN, figure)
    };
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let hundredths = |score: Option<crate::domain::number::Score>| {
        score.map_or(i64::MIN, crate::domain::number::Score::hundredths)
    };
    let figure = |(at, row): (usize, &Row)| match column {
        Column::Name | Column::Date => 0,
        Column::Point => own(row, &|own| hundredths(own.figure.point)),
        Column::Low | Column::Category => own(row, &|own| own.figure.full.low.hundredths()),
        Column::Supported => own(row, &|own| hundredths(own.supported)),
        Column::Progress => {
            own(row, &|own| count(own.progress.answered * 10_000 / own.progress.total.max(1)))
        }
        Column::Assumed => own(row, &|own| count(own.assumed)),
        Column::NotRelevant => own(row, &|own| count(own.not_relevant)),
        Column::Status => row.status as i64,
        Column::Troubles => count(picture.recap.lines.get(at).map_or(0, |line| line.troubles.len())),
        Column::Verified => hundredths(row.verified.and_then(|figure| figure.point)),
        Column::Official => hundredths(row.official),
    };
    match column {
        // The collection is in the order of the names.
        Column::Name => one.0.cmp(&other.0),
        Column::Date => one.1.updated_at.cmp(&other.1.updated_at),
        _ => figure(one).cmp(&figure(other)),
    }
}

fn heads(room: &Room) -> Vec<Html> {
    let look = &room.view.look;
    let mut heads = Vec::new();
    for (column, words) in words::COLUMNS {
        let is_on = look.column == column;
        let sort = if look.down { "descending" } else { "ascending" };
        // Figures are looked at from the greatest down first.
        let down = if is_on { !look.down } else { !matches!(column, Column::Name | Column::Status) };
        let click = room.look(|look| (look.column, look.down, look.page) = (column, down, 0));
        heads.push(html! {
            <th role="columnheader" scope="col" aria-sort={is_on.then_some(sort)}>
                <button class="sort" type="button" onclick={click}>{ words }</button>
            </th>
        });
    }
    heads.push(head(words::DOCUMENT));
    heads
}

/// The lines, offices of one kind in a body of their own where that is wanted.
fn bodies(room: &Room, picture: &Picture, shown: &[usize]) -> Vec<Html> {
    let kind = |at: &usize| picture.collection.row(*at).map(|row| plain(&row.kind));
    if !room.view.look.grouped {
        return vec![html! { <tbody role="rowgroup">{ for lines(room, picture, shown) }</tbody> }];
    }
    let mut bodies = Vec::new();
    for group in shown.chunk_by(|one, other| kind(one) == kind(other)) {
        let key = group.first().and_then(kind);
        let all: Vec<&Row> = picture
            .recap
            .counted
            .iter()
            .filter(|at| kind(at) == key)
            .filter_map(|at| picture.collection.row(*at))
            .collect();
        let mean = PemdaScore::of(&picture.rubric, &all).sides.ok().and_then(|sides| sides.own?.figure.point);
        let name = all.first().map(|row| row.kind.clone()).unwrap_or_default();
        bodies.push(html! {
            <tbody role="rowgroup" key={key.unwrap_or_default()}>
                <tr role="row"><th role="rowheader" scope="rowgroup" colspan="14" class="recap-group">{ words::group(&name, all.len(), mean) }</th></tr>
                { for lines(room, picture, group) }
            </tbody>
        });
    }
    bodies
}

fn lines(room: &Room, picture: &Picture, shown: &[usize]) -> Vec<Html> {
    let several = picture.recap.pemdas.len() > 1;
    let line = |at: &usize| picture.collection.row(*at).map(|row| line(room, picture, *at, row, several));
    shown.iter().filter_map(line).collect()
}

fn line(room: &Room, picture: &Picture, at: usize, row: &Row, several: bool) -> Html {
    let own = row.own.as_ref();
    let figure = own.map(|own| own.figure);
    let troubles = picture.recap.lines.get(at).map_or(0, |line| line.troubles.len());
    let name = words::office(row);
    let category = match (own, row.official) {
        (Some(own), _) if own.figure.point.is_some() => {
            reading_of(&picture.rubric, &own.standing(&picture.rubric))
        }
        (None, Some(official)) => reading_at(&picture.rubric, official),
        _ => html! { { "–" } },
    };
    let range = html! {
        <>
            { or_dash(figure.map(|figure| number::range(figure.full))) }
            if let Some(figure) = figure.filter(|figure| figure.answers != figure.full) {
                <span class="hint">{ words::answers_alone(figure.answers) }</span>
            }
        </>
    };
    let notes = html! {
        if troubles > 0 {
            <a href="#/rekap/masalah">{ troubles }<span class="visually-hidden">{ words::troubles_of(&name) }</span></a>
        } else {
            { "0" }
        }
    };
    let cells = words::COLUMNS.into_iter().skip(1).map(|(column, head)| {
        let text = |text: String| (Some("number"), html! { { text } });
        let count = |count: Option<usize>| text(or_dash(count.map(|count| count.to_string())));
        let (class, inside) = match column {
            Column::Name | Column::Point => text(score(figure.and_then(|figure| figure.point))),
            Column::Low => (Some("number"), range.clone()),
            Column::Category => (Some("recap-zone"), category.clone()),
            Column::Supported => text(score(own.and_then(|own| own.supported))),
            Column::Progress => text(or_dash(own.map(|own| words::progress_of(own.progress)))),
            Column::Assumed => count(own.map(|own| own.assumed)),
            Column::NotRelevant => count(own.map(|own| own.not_relevant)),
            Column::Verified => text(score(row.verified.and_then(|figure| figure.point))),
            Column::Official => text(score(row.official)),
            Column::Status => (None, html! { { verifikasi::status(row.status) } }),
            Column::Date => (Some("recap-date"), html! { { number::date(&row.updated_at) } }),
            Column::Troubles => (Some("number"), notes.clone()),
        };
        cell(head, class, inside)
    });
    html! {
        <tr role="row" key={&*row.file}>
            <th role="rowheader" scope="row">
                { name.clone() }
                if several && !row.pemda.is_empty() {
                    <span class="hint">{ row.pemda.clone() }</span>
                }
                if !row.kind.is_empty() {
                    <span class="hint">{ row.kind.clone() }</span>
                }
            </th>
            { for cells }
            { cell(words::DOCUMENT, None, room.opener(Which::Now, &row.file, &name)) }
        </tr>
    }
}
