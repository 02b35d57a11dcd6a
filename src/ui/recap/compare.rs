//! *Bandingkan*: two collections side by side.
//!
//! Invariant: means that are held against each other are over the same offices; those in one collection only are named.

use yew::prelude::*;

use super::intake::chooser;
use super::pemda::{measure, refused};
use super::room::{Room, figures, pager, score};
use super::state::{Picture, Which};
use crate::domain::number::Score;
use crate::domain::recap::{Change, Measure, PemdaScore, Row, compare};
use crate::ui::markup::html;
use crate::ui::text::rekap as words;

/// Offices of a page.
const EACH: usize = 50;
/// Names that are listed of those in one collection only.
const MOST: usize = 200;

/// The part.
pub fn part(room: &Room) -> Html {
    let view = &room.view;
    html! {
        <div class="stack" data-gap="large">
            <p class="measure">{ words::COMPARE_HINT }</p>
            { chooser(room, Which::Before) }
            { match (view.picture(Which::Before), view.picture(Which::Now)) {
                (Some(before), Some(now)) => compared(room, before, now),
                (_, None) => super::room::nothing(view),
                (None, _) if !view.files(Which::Before).entries().is_empty() => html! { <p>{ words::NONE_BEFORE }</p> },
                _ => Html::default(),
            } }
            { super::troubles::not_counted(room, Which::Before).unwrap_or_default() }
        </div>
    }
}

fn compared(room: &Room, before: &Picture, now: &Picture) -> Html {
    let found = compare(&now.rubric, (&before.collection, &before.recap), (&now.collection, &now.recap));
    let look = &room.view.look;
    let at = look.compared.min(found.both.len().saturating_sub(1) / EACH);
    let row = |change: &Change| {
        let (old, new) = (before.collection.row(change.before), now.collection.row(change.after));
        let figure = |row: Option<&Row>| row.and_then(|row| look.measure.of(row));
        let name = new.map(words::office).unwrap_or_default();
        (html! { { name } }, changes(figure(old), figure(new)))
    };
    let lines = found.both.iter().skip(at * EACH).take(EACH).map(row).collect();
    let names = |picture: &Picture, places: &[usize]| {
        let rows = places.iter().take(MOST).filter_map(|at| picture.collection.row(*at));
        words::names(&rows.map(words::office).collect::<Vec<_>>(), places.len())
    };
    html! {
        <section class="stack" data-gap="small">
            <h2 id="recap-compared">{ words::compared(found.both.len()) }</h2>
            <div class="recap-filters screen">{ measure(room, "recap-compare-by") }</div>
            { match (&found.before.sides, &found.after.sides) {
                (Ok(_), Ok(_)) => {
                    let mean = |score: &PemdaScore| mean(score, look.measure);
                    let all = (html! { { words::MEAN } }, changes(mean(&found.before), mean(&found.after)));
                    html! {
                        <>
                            <h3 id="recap-mean">{ words::SAME_OFFICES }</h3>
                            { figures("recap-mean", &words::COMPARE_COLUMNS, vec![all]) }
                        </>
                    }
                }
                (Err(why), _) | (_, Err(why)) => refused(why),
            } }
            { figures("recap-compared", &words::COMPARE_COLUMNS, lines) }
            { pager(room, found.both.len(), EACH, at, |look, page| look.compared = page) }
            if !found.new.is_empty() {
                <p>{ words::only_now(&names(now, &found.new)) }</p>
            }
            if !found.gone.is_empty() {
                <p>{ words::only_before(&names(before, &found.gone)) }</p>
            }
        </section>
    }
}

fn changes(before: Option<Score>, after: Option<Score>) -> Vec<String> {
    let change = before
        .zip(after)
        .map(|(before, after)| words::more(Score::from_hundredths(after.hundredths() - before.hundredths())));
    vec![score(before), score(after), crate::ui::components::workings::or_dash(change)]
}

fn mean(score: &PemdaScore, measure: Measure) -> Option<Score> {
    let sides = score.sides.as_ref().ok()?;
    match measure {
        Measure::Own => sides.own.as_ref()?.figure.point,
        Measure::Low => sides.own.as_ref().map(|mean| mean.figure.full.low),
        Measure::Supported => sides.supported.as_ref()?.figure.point,
        Measure::Verified => sides.verified.as_ref()?.figure.point,
        Measure::Official => sides.official.as_ref()?.figure.point,
    }
}
